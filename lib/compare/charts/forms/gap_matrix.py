"""The gap matrix: every pair of regions, with what can be said of it and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import about, chart_rows, only, unit_words
from compare.charts.cells import Cell, draw_cells, fit_heads, name_columns
from compare.charts.chart import Chart
from compare.charts.labelled_rows import folded
from compare.charts.layout import Box, Words, fitting, text_width
from compare.charts.remarks import close_reasons, missing_in_words
from compare.charts.sides import RIGHT, better_side
from compare.charts.style import INK, LEAST_TEXT, PALE, size_named
from compare.charts.subjects import Subject
from compare.finding.gaps import DECIDED
from compare.finding.pairs import once, pairs_finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import (
    bracketed,
    by_reason_in_words,
    clauses,
    listed,
    moment,
    reason_names,
    reasons_in_words,
    sentences,
)
from compare.wording.references import source_line
from compare.wording.values import is_missing, signed_number

PLACE = 40
"""Its place among the forms of a subject."""

_MOST_LABEL, _MOST_HEAD = 0.3, 0.3
"""Most of the width that names at the left take, and of the height, those above."""

_FEW = 2
"""A matrix of two regions says no more than their gap."""

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
    """Yield the gaps between all pairs, where more than two regions have a rank."""
    if subject.kind == "indicator-moment" and subject.ranked["rank_best"].notna().sum() > _FEW:
        yield gap_matrix(
            subject.gaps("every"),
            evidence=subject.evidence,
            lang=subject.lang,
            size=subject.size,
        )


def gap_matrix(
    gaps: Any, *, evidence: Evidence | None = None, lang: Lang = "zh", size: str = "half"
) -> Chart:
    """Draw every pair of regions for one indicator.

    Parameters
    ----------
    gaps : frame
        Rows of ``compare.gaps(…, to="every")`` for one indicator, year and kind.
    evidence : Evidence, optional
        Names, sources and reasons: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = chart_rows(gaps, evidence)
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    figures = list(rows["figure"])
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    return Chart(
        key=f"matrix-{only(rows, 'indicator')}-{moments}.{lang}",
        form="gap_matrix",
        lang=lang,
        size=size,
        words=Words(
            title=pairs_finding(rows, lang),
            subtitle=_subtitle(rows, lang),
            note=_note(rows, names, known, lang),
            source=source_line(known.sources(figures), lang),
        ),
        alt=_alt(rows, names, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, rows, names),
        plot_height=len(names) * 3.2 + 4,
        about=about(rows, figures),
    )


def _subtitle(rows: pd.DataFrame, lang: Lang) -> str:
    unit = unit_words(rows, lang, "gap_unit")
    difference = say("gap-matrix-difference", lang) + (bracketed(unit, lang) if unit else "")
    at = moment(rows.iloc[0].to_dict(), lang)
    return say("gap-matrix-subtitle", lang, moment=at, difference=difference)


def _note(rows: pd.DataFrame, names: Mapping[str, str], known: Evidence, lang: Lang) -> str:
    verdicts = set(rows["verdict"])
    signs = {
        "gap-matrix-ahead": verdicts & {*DECIDED},
        "gap-matrix-overlap": "undetermined" in verdicts,
        "gap-matrix-cross": "not-comparable" in verdicts,
        "gap-matrix-grey": "missing" in verdicts,
    }
    pairs = once(rows)
    note = [
        clauses([say(sign, lang) for sign, there in signs.items() if there], lang),
        _refused(pairs, names, lang),
        _cautions(pairs, names, lang),
        missing_in_words(rows, lang),
        close_reasons(rows, rows["figure"], known, lang),
    ]
    return sentences(note, lang)


def _refused(pairs: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    """Return the pairs that are not compared, by all the reasons that forbid it."""
    by_reasons: dict[str, list[str]] = {}
    for row in pairs[pairs["verdict"] == "not-comparable"].to_dict("records"):
        by_reasons.setdefault(reasons_in_words(row["reasons"], lang), []).append(_pair(row, names))
    said = [about_words(why, listed(named, lang), lang) for why, named in by_reasons.items()]
    return clauses(said, lang)


def _cautions(pairs: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    """Return what is to be kept in mind of the pairs that are compared."""
    by_reason: dict[str, list[str]] = {}
    compared = pairs[pairs["verdict"].isin((*DECIDED, "undetermined"))]
    for row in compared.to_dict("records"):
        for reason in reason_names(row["reasons"]):
            by_reason.setdefault(reason, []).append(_pair(row, names))
    return by_reason_in_words(by_reason, lang)


def _pair(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return f"{names[row['region']]}–{names[row['reference']]}"


def _alt(rows: pd.DataFrame, names: Mapping[str, str], lang: Lang) -> str:
    cells = [
        say(
            "gap-matrix-cell",
            lang,
            row=names[row["region"]],
            column=names[row["reference"]],
            verdict=term(row["verdict"], lang),
        )
        for row in once(rows).to_dict("records")
    ]
    return sentences([pairs_finding(rows, lang), clauses(cells, lang)], lang)


def _draw(
    figure: Figure, box: Box, points: float, rows: pd.DataFrame, names: Mapping[str, str]
) -> None:
    """Draw the row's region against the column's, their names on the diagonal too."""
    regions = list(names)
    least = 0.9 * points / 8
    labels, label_points = folded(list(names.values()), box.width * _MOST_LABEL, points)
    longest = max(text_width(line, label_points) for name in labels for line in name.split("\n"))
    left = max(least, longest + 0.1)
    top, heads = 2.0 * points / 72, None
    while heads is None or heads.height + 0.08 > top:  # higher names leave narrower columns
        top = top if heads is None else heads.height + 0.08
        wide = min(box.width - left, (box.height - top) * 2.2)
        most = box.height * _MOST_HEAD
        heads = fit_heads(list(names.values()), wide / len(regions), most, points)
    row = (box.height - top) / len(regions) * 72
    lines = max(name.count("\n") + 1 for name in labels)
    label_points = min(label_points, row / lines / 1.2)
    width_in, height_in = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width_in,
            box.bottom / height_in,
            wide / width_in,
            (box.height - top) / height_in,
        )
    )
    cells = {(row["region"], row["reference"]): _cell(row) for row in rows.to_dict("records")}
    inside = wide / len(regions) * 0.9
    shown = fitting(names.values(), inside, points) >= LEAST_TEXT  # else they say nothing more
    cells |= {
        (region, region): Cell(text=names[region] if shown else "", ink="#888888")
        for region in regions
    }
    matrix = [[cells.get((row, column), Cell()) for column in regions] for row in regions]
    texts = [cell.text for cell in cells.values()]
    draw_cells(axes, matrix, min(fitting(texts, inside, points), row / 1.2))
    middles = [place + 0.5 for place in range(len(regions))]
    axes.set_yticks(middles, labels, fontsize=label_points, linespacing=1.0, parse_math=False)
    name_columns(axes, heads, 2)


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
