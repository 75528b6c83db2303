"""Gap bars: how far each region is from a reference, to either side of zero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.boundary import about, chart_rows, only, unit_words
from compare.charts.chart import Chart, Native, Series
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import ARROW_POINTS
from compare.charts.remarks import close_reasons, remarks_of, why_missing
from compare.charts.sides import better_side, side_in_words
from compare.charts.style import INK, Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.finding.gaps import UNCOMPARED, gap_verdict, gaps_finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import clauses, moment, sentences
from compare.wording.references import reference_name, source_line
from compare.wording.values import is_missing, signed_number, value_in_words

PLACE = 30
"""Its place among the forms of a subject."""

_ROUND = MaxNLocator(6, steps=[1, 2, 2.5, 5, 10])


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the gaps to the best, where two regions or more can be compared."""
    if subject.kind == "indicator-moment" and (subject.ranked["of"] > 1).any():
        yield gap_bars(
            subject.gaps("best"),
            evidence=subject.evidence,
            lang=subject.lang,
            size=subject.size,
        )


def gap_bars(
    gaps: Any, *, evidence: Evidence | None = None, lang: Lang = "zh", size: str = "half"
) -> Chart:
    """Draw the gaps of one indicator to one reference.

    Parameters
    ----------
    gaps : frame
        Rows of :func:`compare.gaps` for one indicator, year, kind and reference.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = chart_rows(gaps, evidence)
    to = reference_name(only(rows, "reference"), known, lang)
    looks = region_looks(known, rows["region"])
    drawn = [_row(row, rows, looks, lang) for row in rows.to_dict("records")]
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    key = f"gaps-{only(rows, 'indicator')}-{moments}-{only(rows, 'reference')}.{lang}"
    figures = [*rows["figure"], *rows["reference_figure"]]
    return Chart(
        key=key,
        form="gap_bars",
        lang=lang,
        size=size,
        words=_words(rows, to, figures, known, lang),
        alt=_alt(rows, drawn, to, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, rows, lang),
        plot_height=lines_needed(drawn) * 1.3 + 1,
        about=about(rows, figures),
        native=_native(rows, drawn, looks, lang),
    )


def _words(rows: pd.DataFrame, to: str, figures: list[Any], known: Evidence, lang: Lang) -> Words:
    row = rows.iloc[0].to_dict()
    difference = say("gap-bars-difference", lang, moment=moment(row, lang), to=to)
    unit = unit_words(rows, lang, "gap_unit")
    what = say("comma", lang).join(filter(None, [difference, unit]))
    subtitle = clauses([what, side_in_words(better_side(row["direction"]), lang)], lang)
    hollow = rows["gap"].isna() & (rows["gap_lo"].notna() | rows["gap_hi"].notna())
    note = [
        say("gap-bars-intervals", lang) if hollow.any() else "",
        remarks_of(rows, lang),
        close_reasons(rows, figures, known, lang),
    ]
    source = source_line(known.sources(figures), lang)
    return Words(gaps_finding(rows, to, lang), subtitle, sentences(note, lang), source)


def _row(row: dict[str, Any], rows: pd.DataFrame, looks: dict[str, Look], lang: Lang) -> Row:
    name = row[f"region_{lang}"]
    verdict = gap_verdict(row, rows, lang)
    if row["verdict"] in UNCOMPARED:
        there = not (is_missing(row["lo"]) and is_missing(row["hi"]))
        value = f" {value_in_words(row, lang)}" if there else ""
        reason = why_missing(row, lang)
        return Row(name + value, remark=verdict, reason=reason)
    if row["region"] == row["reference"]:
        return Row(name, remark=value_in_words(row, lang), draw=_zero)
    return Row(
        name,
        remark=f"{_gap(row, lang)}  {verdict}",
        draw=lambda axes, y, points: _bar(axes, y, row, looks[row["region"]]),
    )


def _gap(row: dict[str, Any], lang: Lang) -> str:
    if not is_missing(row["gap"]):
        return signed_number(float(row["gap"]))
    ends = [row["gap_lo"], row["gap_hi"]]
    lo, hi = ("" if is_missing(end) else signed_number(float(end)) for end in ends)
    if lo == hi:
        return lo
    if not lo or not hi:
        return f"≥{lo}" if lo else f"≤{hi}"
    return say("gap-bars-range", lang, lo=lo, hi=hi)


def _zero(axes: Axes, y: float, points: float) -> None:
    axes.plot([0], [y], marker="|", color=INK, markersize=points)


def _bar(axes: Axes, y: float, row: dict[str, Any], look: Look) -> None:
    if not is_missing(row["gap"]):
        axes.barh(y, row["gap"], height=0.5, color=look.colour)
        if row["gap"] == 0:
            axes.plot([0], [y], marker=look.marker, color=look.colour)
        return
    lo, hi = row["gap_lo"], row["gap_hi"]
    if lo == hi:  # the best, of which more than its gap is an interval
        axes.plot([lo], [y], marker=look.marker, color=look.colour)
        return
    if is_missing(lo) or is_missing(hi):
        _arrow(axes, y, hi if is_missing(lo) else lo, look, -1 if is_missing(lo) else 1)
        return
    axes.barh(
        y, hi - lo, left=lo, height=0.42, facecolor="white", edgecolor=look.colour, linewidth=1.1
    )


def _arrow(axes: Axes, y: float, end: float, look: Look, side: int) -> None:
    """Draw a gap that is known to one side only: from its end, as far as no one knows."""
    axes.plot([end], [y], marker="|", color=look.colour, markersize=9)
    axes.annotate(
        "",
        (end, y),
        xytext=(side * ARROW_POINTS, 0),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": look.colour, "linewidth": 1.3},
    )


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    unit = str(only(rows, "gap_unit"))
    axes = draw_rows(figure, box, points, drawn, unit=unit, axis=unit_words(rows, lang, "gap_unit"))
    axes.axvline(0, color=INK, linewidth=0.9)
    widest = max(abs(end) for end in axes.get_xlim())
    axes.set_xlim(-widest * 1.04, widest * 1.04)
    axes.set_xticks([tick for tick in _ROUND.tick_values(-widest, widest) if abs(tick) <= widest])


def _alt(rows: pd.DataFrame, drawn: list[Row], to: str, lang: Lang) -> str:
    parts = [gaps_finding(rows, to, lang)]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    return sentences([clauses(parts, lang)], lang)


def _native(
    rows: pd.DataFrame, drawn: list[Row], looks: dict[str, Look], lang: Lang
) -> Native | None:
    """Return bars, a series for each region, where all that is drawn is a known gap.

    A bar that stands for an interval does not begin at zero, as Office's bars do.
    """
    there = ~rows["verdict"].isin(UNCOMPARED)
    known = rows["gap"].notna()
    if not known.any() or (there & ~known).any():
        return None
    series = tuple(
        Series(record[f"region_{lang}"], (row.label,), (float(record["gap"]),), (),
               looks[record["region"]].colour)
        for record, row in zip(rows.to_dict("records"), drawn, strict=True)
        if not is_missing(record["gap"]) and row.draw is not None
    )  # fmt: skip
    if not series:
        return None
    return Native(
        "bars",
        series,
        unit_words(rows, lang, "gap_unit"),
        rows=tuple(
            (row.label, row.reason or (row.remark if own else gap_verdict(record, rows, lang)))
            for row, record, own in zip(
                drawn, rows.to_dict("records"), rows["region"] == rows["reference"], strict=True
            )
        ),
    )
