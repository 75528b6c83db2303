"""Small multiples: the indicators of a theme side by side, each value with its interval."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.chart import About, Chart
from compare.charts.common import natural_bounds
from compare.charts.layout import MARGIN, Box, Words, text_width
from compare.charts.marks import draw_interval
from compare.charts.rows import keep_within
from compare.charts.sources import source_line
from compare.charts.style import NEUTRAL, Look, region_looks, size_named
from compare.frames import as_pandas
from compare.words import Lang, check_lang, is_missing, term, value_in_words

_TEXT = {
    "zh": {
        "title": "{theme}:各文件印出的数值,年份和口径见各行",
        "subtitle": "{n}项指标;圆点为印出的数值,横线为“以上”“以内”等所指的区间",
        "note": "空心为近似指标,不可与其他数值比较;不同年份、现状与目标之间不作比较。",
        "missing": "{status}:{regions}",
        "alt": "{theme}的{n}项指标。",
        "proxy": "近似",
        "join": "、",
    },
    "en": {
        "title": "{theme}: the values that the documents print, each with its year",
        "subtitle": "{n} indicators; a dot is the printed number, a line the interval that "
        "words such as at least stand for",
        "note": "Hollow: only a proxy, not comparable. Different years, or an actual and a "
        "target, are not compared.",
        "missing": "{status}: {regions}",
        "alt": "{n} indicators of {theme}.",
        "proxy": "proxy",
        "join": ", ",
    },
}


def small_multiples(
    observations: Any, coverage: Any, *, lang: Lang = "zh", size: str = "page"
) -> Chart:
    """Draw the indicators of one theme side by side.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(theme=…)``, in any kind of frame.
    coverage : frame
        Rows of ``compare.coverage(theme=…)``: which regions are missing, and why.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    page = size_named(size)
    rows = as_pandas(observations)
    rows = rows[rows["use"] == "main"]
    missing = as_pandas(coverage)
    groups = [group for _, group in rows.groupby("indicator", sort=False)]
    columns = _columns(groups, page.width, page.text, lang)
    themes = tuple(dict.fromkeys(rows["theme"]))
    return Chart(
        key=f"multiples-{'-'.join(themes)}.{lang}",
        form="small_multiples",
        lang=lang,
        size=size,
        words=_words(rows, lang),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, columns, missing, lang, points),
        plot_height=_LINE * max(map(_rows_needed, columns)),
        about=About(
            themes=themes,
            indicators=tuple(dict.fromkeys(rows["indicator"])),
            regions=tuple(dict.fromkeys(rows["region"])),
            figures=tuple(rows["figure"]),
        ),
    )


def _words(rows: pd.DataFrame, lang: Lang) -> Words:
    text = _TEXT[lang]
    theme = text["join"].join(term(name, lang) for name in dict.fromkeys(rows["theme"]))
    count = rows["indicator"].nunique()
    return Words(
        title=text["title"].format(theme=theme),
        subtitle=text["subtitle"].format(n=count),
        note=text["note"],
        source=source_line(rows["document"], lang),
    )


def _alt(rows: pd.DataFrame, lang: Lang) -> str:
    text = _TEXT[lang]
    theme = text["join"].join(term(name, lang) for name in dict.fromkeys(rows["theme"]))
    parts = [text["alt"].format(theme=theme, n=rows["indicator"].nunique())]
    for name, group in rows.groupby(f"indicator_{lang}", sort=False):
        values = [
            f"{_row_label(row, lang)} {value_in_words(row, lang)}"
            for row in group.to_dict("records")
        ]
        parts.append(f"{name}: {'; '.join(values)}.")
    return " ".join(parts)


def _row_label(row: dict[str, Any], lang: Lang) -> str:
    marks = [_TEXT[lang]["proxy"]] if row["comparability"] == "proxy" else []
    marks += [term("each-county", lang)] if row["scope"] == "each-county" else []
    suffix = f"({','.join(marks)})" if marks else ""
    gap = "" if lang == "zh" else " "
    return f"{row[f'region_{lang}']} {row['year']}{gap}{term(row['kind'], lang)}{suffix}"


def _draw(
    figure: Figure,
    box: Box,
    columns: list[list[pd.DataFrame]],
    missing: pd.DataFrame,
    lang: Lang,
    points: float,
) -> None:
    width = box.width / len(columns)
    line = min(box.height / max(map(_rows_needed, columns)), points * _LINE / 72)
    points = min(points, line * 72 / 1.25)
    looks = region_looks()
    for place, column in enumerate(columns):
        top = box.bottom + box.height
        for group in column:
            height = _rows_needed([group]) * line
            left = box.left + place * width
            panel = Box(left, top - height, width - 0.15, height)
            _panel(figure, panel, group, missing, looks, lang, points, line)
            top -= height


_LINE = 2.0
"""Height of a row over the size of its text, where there is room."""

_FRAME = 3.4
"""Rows that a panel needs beside its values: title, axis, missing regions."""


def _rows_needed(groups: list[pd.DataFrame]) -> float:
    return sum(len(group) + _FRAME for group in groups)


def _columns(
    groups: list[pd.DataFrame], width: float, points: float, lang: Lang
) -> list[list[pd.DataFrame]]:
    """Share the panels out to as many columns as their text leaves room for."""
    need = max(_text_need(group, points, lang) for group in groups)
    count = min(len(groups), max(1, int((width - 2 * MARGIN) / need)))
    total = _rows_needed(groups)
    columns: list[list[pd.DataFrame]] = [[]]
    filled = 0.0
    for group in groups:
        height = _rows_needed([group])
        if columns[-1] and filled + height / 2 > total / count and len(columns) < count:
            columns.append([])
            filled = 0.0
        columns[-1].append(group)
        filled += height
    return columns


def _text_need(group: pd.DataFrame, points: float, lang: Lang) -> float:
    """Return the width that a panel needs for its title, or its labels and a plot."""
    rows = group.to_dict("records")
    title = text_width(rows[0][f"indicator_{lang}"], points, bold=True)
    labels = max(text_width(_row_label(row, lang), points) for row in rows)
    values = max(text_width(value_in_words(row, lang), points) for row in rows)
    return max(title, labels + values + _NARROWEST) + 0.2


_NARROWEST = 0.9
"""Narrowest plot, in inches."""


def _panel(
    figure: Figure,
    box: Box,
    group: pd.DataFrame,
    missing: pd.DataFrame,
    looks: dict[str, Look],
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
    axes.set_yticks(range(len(rows)), labels, fontsize=points)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=points * 0.85, pad=2)
    unbounded = any(is_missing(row["lo"]) or is_missing(row["hi"]) for row in rows)
    axes.margins(x=0.25 if unbounded else 0.08)
    axes.locator_params(axis="x", nbins=4, integer=rows[0]["unit"] == "year")
    keep_within(axes, natural_bounds(group))
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
        (box.bottom + 0.55 * line) / height,
        _missing_regions(missing, rows[0]["indicator"], lang),
        fontsize=points * 0.85,
        color=NEUTRAL,
        parse_math=False,
    )


def _missing_regions(coverage: pd.DataFrame, indicator: str, lang: Lang) -> str:
    """Say which regions have no value of either kind, by reason."""
    rows = coverage[coverage["indicator"] == indicator]
    absent = rows.groupby("region").filter(lambda part: (part["n"] == 0).all())
    text = _TEXT[lang]
    parts = [
        text["missing"].format(
            status=term(status, lang),
            regions=text["join"].join(dict.fromkeys(part[f"region_{lang}"])),
        )
        for status, part in absent.groupby("status", sort=True)
    ]
    return ";".join(parts) if lang == "zh" else "; ".join(parts)
