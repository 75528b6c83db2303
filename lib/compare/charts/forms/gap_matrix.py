"""The gap matrix: every pair of regions, with what can be said of it and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import about, chart_rows, check_any, only, unit_words
from compare.charts.capacity import most_that_fit, rest_height, say_chosen, sizes_of_text
from compare.charts.cells import Cell, Heads, draw_cells, fit_heads, name_columns
from compare.charts.chart import Chart
from compare.charts.choosing import first_regions
from compare.charts.keys import file_key
from compare.charts.labelled_rows import fold
from compare.charts.layout import Box, Words, text_width
from compare.charts.legend import Entry, draw_legend
from compare.charts.remarks import close_reasons, few_by_reason, few_of, missing_in_words
from compare.charts.sides import RIGHT, better_side
from compare.charts.style import INK, PALE, least_text, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import finding_or_name, name_at, of_moment
from compare.finding.facts import Facts
from compare.finding.gaps import DECIDED
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as about_words
from compare.wording.phrases import (
    bracketed,
    clauses,
    moment,
    reason_names,
    reasons_in_words,
    sentences,
    verdict_in_words,
)
from compare.wording.references import source_line
from compare.wording.values import is_missing, signed_number

PLACE = 40
"""Its place among the forms of a subject."""

_MOST_LABEL, _MOST_HEAD = 0.3, 0.3
"""Most of the width that names at the left take, and of the height, those above."""

_FEW = 2
"""A matrix of two regions says no more than their gap."""

_MANY = 60
"""More regions have more pairs than a page or a sheet can show: of 1,700 there are 3 million."""

_FILL = {
    "ahead": "#0072B2",
    "behind": "#E9C9A8",
    "level": "#BFD9C9",
    "undetermined": "#ffffff",
    "not-comparable": "#ffffff",
    "missing": PALE,
}
_INK = {"ahead": "#ffffff"}
_SIGN = {"undetermined": "?", "not-comparable": "×", "missing": ""}
_UNDECIDED = ("undetermined", "not-comparable")
_OUTLINE = {"edgecolor": "#999999", "linewidth": 0.7}


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the gaps between all pairs, where some regions have a rank, and not too many."""
    if subject.kind != "indicator-moment":
        return
    ranked = subject.ranked["rank_best"].notna().sum()
    if ranked > _FEW and len(subject.ranked) <= _MANY:
        yield gap_matrix(
            subject.gaps("every"),
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def gap_matrix(
    gaps: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw every pair of regions for one indicator.

    Parameters
    ----------
    gaps : frame
        Rows of ``compare.gaps(…, to="every")`` for one indicator, year and kind.
    evidence : Evidence, optional
        Names, sources and reasons: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, where many pictures are made of them: nothing is then
        compared twice for a title.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = chart_rows(gaps, evidence)
    check_made_by("gaps", rows)
    rows = rows[rows["reference"].isin(set(rows["region"]))]
    check_any(rows, "pairs of regions", 'give it rows of compare.gaps(…, to="every")')
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    figures = list(rows["figure"])
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    first = rows.iloc[0].to_dict()
    title = finding_or_name(
        rows,
        of_moment(rows),
        name_at(str(first[f"indicator_{lang}"]), first, lang),
        evidence=known,
        facts=facts,
        lang=lang,
    )
    order = first_regions(rows, title, lang)
    return Chart(
        key=file_key(f"matrix-{only(rows, 'indicator')}-{moments}", lang),
        form="gap_matrix",
        lang=lang,
        size=size,
        words=Words(
            title=title,
            subtitle=_subtitle(rows, lang),
            note=_note(rows, names, known, lang),
            source=source_line(known.sources(figures), lang),
        ),
        alt=_alt(title, rows, names, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, rows, names, order, lang),
        plot_height=len(names) * 3.2 + 6,
        about=about(rows, figures),
    )


def _subtitle(rows: pd.DataFrame, lang: Lang) -> str:
    unit = unit_words(rows, lang, "gap_unit")
    difference = say("gap-matrix-difference", lang) + (bracketed(unit, lang) if unit else "")
    at = moment(rows.iloc[0].to_dict(), lang)
    return say("gap-matrix-subtitle", lang, moment=at, difference=difference)


def _note(rows: pd.DataFrame, names: Mapping[str, str], known: Evidence, lang: Lang) -> str:
    pairs = once(rows)
    note = [
        _refused(pairs, names, lang),
        _cautions(pairs, names, lang),
        missing_in_words(rows, lang),
        close_reasons(rows, rows["figure"], known, lang),
    ]
    return sentences(note, lang)


def once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each pair once."""
    return rows[rows["region"] < rows["reference"]]


def _refused(pairs: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    """Return the pairs that are not compared, by all the reasons that forbid it."""
    by_reasons: dict[str, list[str]] = {}
    for row in records(pairs[pairs["verdict"] == "not-comparable"]):
        by_reasons.setdefault(reasons_in_words(row["reasons"], lang), []).append(_pair(row, names))
    said = [about_words(why, few_of(named, lang), lang) for why, named in by_reasons.items()]
    return clauses(said, lang)


def _cautions(pairs: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    """Return what is to be kept in mind of the pairs that are compared."""
    by_reason: dict[str, list[str]] = {}
    compared = pairs[pairs["verdict"].isin((*DECIDED, "undetermined"))]
    for row in records(compared):
        for reason in reason_names(row["reasons"]):
            by_reason.setdefault(reason, []).append(_pair(row, names))
    return few_by_reason(by_reason, lang)


def _pair(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return f"{names[row['region']]}–{names[row['reference']]}"


def _alt(title: str, rows: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    cells = [
        say(
            "gap-matrix-cell",
            lang,
            row=names[row["region"]],
            column=names[row["reference"]],
            verdict=verdict_in_words(row["verdict"], row["kind"], lang),
        )
        for row in records(once(rows).head(_MOST_CELLS))
    ]
    return sentences([title, clauses(cells, lang)], lang)


_MOST_CELLS = 200
"""Pairs that the alt text names."""


def _of_kind(verdict: str, rows: pd.DataFrame) -> str:
    """Return a verdict as it is called in the legend: of targets, one is stricter."""
    of_target = verdict in DECIDED and set(rows["kind"]) == {"target"}
    return f"{verdict}-target" if of_target else verdict


def _legend(rows: pd.DataFrame, lang: Lang) -> list[Entry]:
    """Name the colours and signs of the verdicts that there are."""
    there = set(rows.loc[rows["region"] != rows["reference"], "verdict"])
    return [
        Entry(
            say(f"gap-matrix-{_of_kind(verdict, rows)}", lang),
            cell={"facecolor": fill, **(_OUTLINE if verdict in _UNDECIDED else {"linewidth": 0})},
            sign=_SIGN.get(verdict, ""),
        )
        for verdict, fill in _FILL.items()
        if verdict in there
    ]


@dataclass(frozen=True)
class _Fit:
    """How a matrix fits: names at its sides, in inches; cells; and their size of text."""

    points: float
    labels: list[str]
    heads: Heads
    left: float
    top: float
    wide: float


def _fit(names: Sequence[str], texts: Sequence[str], box: Box, points: float) -> _Fit | None:
    """Fit a matrix with text of a size into a box; None where it does not fit."""
    labels = [fold(name, box.width * _MOST_LABEL, points) for name in names]
    longest = max(text_width(line, points) for name in labels for line in name.split("\n"))
    left = max(0.9 * points / 8, longest + 0.1)
    top, heads = 2.0 * points / 72, None
    while heads is None or heads.height + 0.08 > top:  # higher names leave narrower columns
        top = top if heads is None else heads.height + 0.08
        wide = min(box.width - left, (box.height - top) * 2.2)
        column = wide / len(names)
        heads = fit_heads(names, column, box.height * _MOST_HEAD, points)
        if heads is None:
            return None
    lines = 1 + max(label.count("\n") for label in labels)
    tall = (box.height - top) / len(names)
    inside = max((text_width(text, points) for text in texts), default=0.0)
    if inside > column * _INSIDE or lines * points * _ROW_LINE / 72 > tall:
        return None
    return _Fit(points, labels, heads, left, top, wide)


_INSIDE, _ROW_LINE = 0.92, 1.2
"""Part of a cell's width that its text may take, and height of a line of a row over its size."""


def _that_fits(
    figure: Figure,
    box: Box,
    points: float,
    names: Mapping[str, str],
    order: Sequence[str],
    texts: list[str],
    lang: Lang,
) -> tuple[list[str], _Fit, Box]:
    """Return how all regions fit at the largest size, or those that come first at the least."""

    def fit_of(regions: Sequence[str], box: Box, size: float) -> _Fit | None:
        return _fit([names[region] for region in regions], texts, box, size)

    def kept(count: int) -> list[str]:
        return [region for region in names if region in order[:count]]

    for size in sizes_of_text(points):
        if (fit := fit_of(list(names), box, size)) is not None:
            return list(names), fit, box
    least, room = least_text(points), replace(box, height=box.height - rest_height(points))
    count = most_that_fit(len(order), lambda some: fit_of(kept(some), room, least) is not None)
    shown = kept(count)
    box = say_chosen(figure, box, points, count, len(names), lang)
    fit = fit_of(shown, box, least)
    assert fit is not None, "a matrix of one region fits any page"
    return shown, fit, box


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    rows: pd.DataFrame,
    names: Mapping[str, str],
    order: Sequence[str],
    lang: Lang,
) -> None:
    """Draw the row's region against the column's, their names on the diagonal too."""
    box = draw_legend(figure, box, points, _legend(rows, lang))
    cells = {(row["region"], row["reference"]): _cell(row) for row in records(rows)}
    texts = list({cell.text for (row, column), cell in cells.items() if row != column})
    every, fit, box = _that_fits(figure, box, points, names, order, texts, lang)
    width_in, height_in = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + fit.left) / width_in,
            box.bottom / height_in,
            fit.wide / width_in,
            (box.height - fit.top) / height_in,
        )
    )
    inside = fit.wide / len(every) * _INSIDE
    fits = max(text_width(names[region], fit.points) for region in every) <= inside
    cells |= {
        (region, region): Cell(text=names[region] if fits else "", ink="#888888")
        for region in every
    }
    matrix = [[cells.get((row, column), Cell()) for column in every] for row in every]
    draw_cells(axes, matrix, fit.points)
    middles = [place + 0.5 for place in range(len(every))]
    axes.set_yticks(middles, fit.labels, fontsize=fit.points, linespacing=1.0, parse_math=False)
    name_columns(axes, fit.heads, 2)


def _cell(row: Mapping[str, Any]) -> Cell:
    verdict = row["verdict"]
    return Cell(
        fill=_FILL[verdict],
        text=_cell_text(row),
        ink=_INK.get(verdict, INK),
        outline=_OUTLINE if verdict in _UNDECIDED else {},
    )


def _cell_text(row: Mapping[str, Any]) -> str:
    """Return the gap, or which value is the greater one where the gap is an interval."""
    if row["verdict"] in _SIGN:
        return _SIGN[row["verdict"]]
    if is_missing(row["gap"]):
        greater = (row["verdict"] == "ahead") == (better_side(row["direction"]) == RIGHT)
        return "=" if row["verdict"] == "level" else (">" if greater else "<")
    return signed_number(float(row["gap"]))
