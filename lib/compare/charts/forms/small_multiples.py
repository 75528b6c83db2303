"""Small multiples: the indicators of a theme side by side, each value with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import about, chart_rows, coverage_rows, natural_bounds
from compare.charts.chart import Chart
from compare.charts.labelled_rows import divide
from compare.charts.layout import MARGIN, Box, Words, text_width
from compare.charts.marks import draw_interval
from compare.charts.remarks import absent_in_words, close_reasons
from compare.charts.style import LEAST_TEXT, NEUTRAL, Look, Size, region_looks, size_named
from compare.charts.subjects import Subject
from compare.errors import UnknownValueError
from compare.ledger.evidence import Evidence, figure_ids
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import bracketed, clauses, listed, moment, sentences
from compare.wording.references import source_line
from compare.wording.values import value_in_words

PLACE = 10
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the indicators of a theme side by side."""
    if subject.kind == "theme":
        yield small_multiples(
            subject.observed,
            subject.covered,
            evidence=subject.evidence,
            lang=subject.lang,
            size=subject.size,
        )


def small_multiples(
    observations: Any,
    coverage: Any = None,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
    size: str = "page",
) -> Chart:
    """Draw the indicators of one theme side by side.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(theme=…)``, or of one's own, in any kind of frame.
    coverage : frame, optional
        Rows of ``compare.coverage(theme=…)``: which regions are missing, and why.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    page = size_named(size)
    rows, known = chart_rows(observations, evidence, by_code=False)
    rows = rows[rows["use"] == "main"]
    if rows.empty:
        raise UnknownValueError("this chart draws values, and the frame holds none: leave it out")
    groups = [group for _, group in rows.groupby("indicator", sort=False)]
    absent = _absent(groups, coverage, known, lang)
    looks = region_looks(known, rows["region"])
    height = _LINE * max(map(_rows_needed, _columns(groups, _most_columns(groups, page, lang))))
    themes = tuple(dict.fromkeys(rows["theme"].dropna()))
    figures = tuple(figure_ids(rows["figure"]))
    return Chart(
        key=f"multiples-{'-'.join(themes) or 'all'}.{lang}",
        form="small_multiples",
        lang=lang,
        size=size,
        words=_words(rows, known, lang),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, groups, absent, looks, lang, points),
        plot_height=height,
        about=replace(about(rows, ()), figures=figures),  # in the order of the panels
    )


def _absent(
    groups: list[pd.DataFrame], coverage: Any, known: Evidence, lang: Lang
) -> dict[str, str]:
    """Say for each indicator which regions state nothing of it, and why."""
    names = [str(group.iloc[0]["indicator"]) for group in groups]
    if coverage is None:
        return dict.fromkeys(names, "")
    covered, _ = coverage_rows(coverage, known)
    return {
        name: absent_in_words(covered[covered["indicator"] == name], lang, proxies=True)
        for name in names
    }


def _words(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Words:
    theme, title = _theme(rows, lang), say("small-multiples-title", lang)
    note = [
        say("small-multiples-note", lang),
        close_reasons(rows, rows["figure"], known, lang, most=3),
    ]
    return Words(
        title=about_words(theme, title, lang) if theme else title[0].upper() + title[1:],
        subtitle=say("small-multiples-subtitle", lang, n=rows["indicator"].nunique()),
        note=sentences(note, lang),
        source=source_line(known.sources(rows["figure"]), lang),
    )


def _theme(rows: pd.DataFrame, lang: Lang) -> str:
    return listed(list(dict.fromkeys(rows[f"theme_{lang}"].dropna())), lang)


def _alt(rows: pd.DataFrame, lang: Lang) -> str:
    theme, count = _theme(rows, lang), rows["indicator"].nunique()
    if theme:
        parts = [say("small-multiples-alt", lang, theme=theme, n=count)]
    else:
        parts = [say("count-indicators", lang, n=count)]
    for name, group in rows.groupby(f"indicator_{lang}", sort=False):
        values = [
            f"{_row_label(row, lang)} {value_in_words(row, lang)}"
            for row in group.to_dict("records")
        ]
        parts.append(about_words(str(name), clauses(values, lang), lang))
    return sentences(parts, lang)


def _row_label(row: Mapping[str, Any], lang: Lang) -> str:
    """Return who and when, and what keeps the value from being compared with the others."""
    marks = [say("small-multiples-proxy", lang)] if row["comparability"] == "proxy" else []
    marks += [term("each-county", lang)] if row["scope"] == "each-county" else []
    label = f"{row[f'region_{lang}']} {moment(row, lang)}"
    return label + (bracketed(listed(marks, lang), lang) if marks else "")


def _draw(
    figure: Figure,
    box: Box,
    groups: list[pd.DataFrame],
    absent: Mapping[str, str],
    looks: Mapping[str, Look],
    lang: Lang,
    points: float,
) -> None:
    """Draw the panels in as many columns as leave their text largest."""
    choices = [_columns(groups, count) for count in range(1, min(len(groups), _MOST) + 1)]
    sizes = [_text_size(columns, absent, box, points, lang) for columns in choices]
    points = max(sizes)
    # of those with text as large, the one with the lowest columns
    columns = choices[max(place for place, size in enumerate(sizes) if size > points - 0.05)]
    width = (box.width + _BETWEEN) / len(columns)
    line = min(box.height / max(map(_rows_needed, columns)), points * _LINE / 72)
    for place, column in enumerate(columns):
        top = box.bottom + box.height
        for group in column:
            height = _rows_needed([group]) * line
            left = box.left + place * width
            panel = Box(left, top - height, width - _BETWEEN, height)
            said = absent[group.iloc[0]["indicator"]]
            _panel(figure, panel, group, said, looks, lang, points, line)
            top -= height


def _text_size(
    columns: list[list[pd.DataFrame]],
    absent: Mapping[str, str],
    box: Box,
    points: float,
    lang: Lang,
) -> float:
    """Return the size at which the text of all panels fits, at most the one given."""
    width = (box.width + _BETWEEN) / len(columns) - _BETWEEN
    high = box.height / max(map(_rows_needed, columns)) * 72 / _TIGHT
    points = min(points, high)
    need = max(
        _text_need(group, absent[group.iloc[0]["indicator"]], points, lang)
        for column in columns
        for group in column
    )
    return points * min(1.0, width / need)


_LINE = 2.0
"""Height of a row over the size of its text, where there is room."""

_FRAME = 3.7
"""Rows that a panel needs beside its values: title, axis, missing regions."""


def _rows_needed(groups: list[pd.DataFrame]) -> float:
    return sum(len(group) + _FRAME for group in groups)


def _most_columns(groups: list[pd.DataFrame], page: Size, lang: Lang) -> int:
    """Return how many columns there is room for on a page with text of its full size."""
    need = max(_text_need(group, "", page.text, lang) for group in groups)
    return min(len(groups), max(1, int((page.width - 2 * MARGIN + _BETWEEN) / (need + _BETWEEN))))


def _columns(groups: list[pd.DataFrame], count: int) -> list[list[pd.DataFrame]]:
    """Share the panels out to columns, in their order, the highest as low as can be."""
    heights = [_rows_needed([group]) for group in groups]
    most = max(heights)
    while (columns := _filled(groups, heights, most)) and len(columns) > count:
        most += 0.5
    return columns


def _filled(
    groups: list[pd.DataFrame], heights: list[float], most: float
) -> list[list[pd.DataFrame]]:
    """Fill columns no higher than a height, one after the other."""
    columns: list[list[pd.DataFrame]] = [[]]
    filled = 0.0
    for group, height in zip(groups, heights, strict=True):
        if columns[-1] and filled + height > most:
            columns.append([])
            filled = 0.0
        columns[-1].append(group)
        filled += height
    return columns


def _text_need(group: pd.DataFrame, absent: str, points: float, lang: Lang) -> float:
    """Return the width that a panel needs for its title, its foot, or its labels and a plot."""
    rows = group.to_dict("records")
    title = text_width(rows[0][f"indicator_{lang}"], points, bold=True)
    labels = max(text_width(_row_label(row, lang), points) for row in rows)
    values = max(text_width(value_in_words(row, lang), points) for row in rows)
    plot = _NARROWEST * points / 8
    return max(title, text_width(absent, _small(points)), labels + values + 0.2 + plot)


def _small(points: float) -> float:
    """Return the size of ticks and of what is missing, which stays legible too."""
    return max(points * 0.85, min(points, LEAST_TEXT))


_MOST = 4
"""Most columns."""

_BETWEEN = 0.2
"""Space between columns, in inches."""

_TIGHT = 1.3
"""Height of a row over the size of its text, where there is little room."""

_NARROWEST = 0.9
"""Narrowest plot, in inches, with text of 8 points."""


def _panel(
    figure: Figure,
    box: Box,
    group: pd.DataFrame,
    absent: str,
    looks: Mapping[str, Look],
    lang: Lang,
    points: float,
    line: float,
) -> None:
    rows = group.sort_values(["kind", "year", "region"]).to_dict("records")
    labels = [_row_label(row, lang) for row in rows]
    values = [value_in_words(row, lang) for row in rows]
    left = max(text_width(label, points) for label in labels) + 0.1
    right = max(text_width(value, points) for value in values) + 0.1
    width, height = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width,
            (box.bottom + 2.2 * line) / height,
            (box.width - left - right) / width,
            len(rows) * line / height,
        )
    )
    for place, row in enumerate(rows):
        draw_interval(axes, place, row, looks[row["region"]], points)
        axes.annotate(
            values[place],
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(4, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=points,
            parse_math=False,
        )
    axes.set_yticks(range(len(rows)), labels, fontsize=points, parse_math=False)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=_small(points), pad=1.5, length=2)
    divide(axes, str(rows[0]["unit"]), natural_bounds(group), box.width - left - right, most=4)
    axes.text(
        -left / (box.width - left - right),
        1 + 0.45 / len(rows),
        rows[0][f"indicator_{lang}"],
        transform=axes.transAxes,
        fontweight="bold",
        fontsize=points,
        parse_math=False,
    )
    figure.text(
        box.left / width,
        (box.bottom + 2.2 * line - (3.5 + 2.2 * points) / 72) / height,
        absent,
        fontsize=_small(points),
        color=NEUTRAL,
        parse_math=False,
    )
