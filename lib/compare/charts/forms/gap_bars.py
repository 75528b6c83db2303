"""Gap bars: how far each region is from a reference, to either side of zero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.boundary import about, axis_words, chart_rows, check_any, only, unit_words
from compare.charts.chart import Chart, Native, Series
from compare.charts.choosing import places_named
from compare.charts.comparing import rows_compare
from compare.charts.keys import file_key
from compare.charts.labelled_rows import (
    Kept,
    Row,
    draw_rows,
    lines_needed,
    number_ticks,
    tick_points,
)
from compare.charts.layout import Box, Words
from compare.charts.legend import ANYONE, Entry, entries
from compare.charts.marks import (
    BOUND,
    MARKS,
    OUTCOME,
    TARGET,
    draw_arrow,
    draw_point,
    draw_whisker,
    meant,
)
from compare.charts.remarks import close_reasons, remarks_of, why_missing
from compare.charts.sides import better_side, side_in_words
from compare.charts.style import INK, Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import TO_REFERENCE, finding_or_name, name_at, of_moment
from compare.finding.excerpts import ENDS, MOST, ends_and_middle
from compare.finding.facts import Facts
from compare.finding.gaps import UNCOMPARED, gap_verdict
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import clauses, moment, sentences
from compare.wording.references import reference_name, source_line
from compare.wording.values import is_missing, signed_number, value_in_words

PLACE = 30
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the gaps to the best, where two regions or more can be compared."""
    if subject.kind != "indicator-moment" or not (subject.ranked["of"] > 1).any():
        return
    rows = subject.gaps("best")
    if rows_compare(rows, subject.evidence):
        yield gap_bars(
            rows,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def gap_bars(
    gaps: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw the gaps of one indicator to one reference.

    Parameters
    ----------
    gaps : frame
        Rows of :func:`compare.gaps` for one indicator, year, kind and reference.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
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
    check_any(
        rows[rows["reference"].notna()], "gaps to a reference",
        "give compare.gaps the benchmarks of the indicator, or another reference",
    )  # fmt: skip
    to = reference_name(only(rows, "reference"), known, lang, kind=only(rows, "kind"))
    looks = region_looks(known, rows["region"])
    drawn = [_row(row, rows, looks, lang) for row in records(rows)]
    legend = _legend(rows, lang)
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    key = file_key(f"gaps-{only(rows, 'indicator')}-{moments}-{only(rows, 'reference')}", lang)
    figures = [*rows["figure"], *rows["reference_figure"]]
    words = _words(rows, to, figures, known, facts, lang)
    kept = _kept(rows, words.title, lang)
    told = list(kept.places(2 * ENDS + 1) if len(rows) > MOST else range(len(rows)))
    rest = kept.said(len(told)) if len(told) < len(rows) else ""
    note = sentences([_in_words(legend, lang), words.note, rest], lang)
    return Chart(
        key=key,
        form="gap_bars",
        lang=lang,
        size=size,
        words=words,
        alt=_alt(words.title, [drawn[place] for place in told], rest, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(
            figure, box, points, drawn, kept, rows, legend, lang
        ),
        plot_height=lines_needed(drawn, legend),
        about=about(rows, figures),
        native=_native(rows, rows.iloc[told], [drawn[place] for place in told], looks, note, lang),
    )


def _kept(rows: pd.DataFrame, title: str, lang: Lang) -> Kept:
    """Return which regions are drawn where not all fit: the ends and the middle by their gaps.

    Best first. Whom the title names, and the one that the others are compared with, are drawn;
    those without a gap are counted.
    """
    middle = rows["gap"].fillna(rows[["gap_lo", "gap_hi"]].mean(axis=1))
    own = rows["region"] == rows["reference"]
    size = middle.where(~rows["verdict"].isin(UNCOMPARED) & ~own).mask(own, 0.0)
    size = size.reset_index(drop=True).where((rows["direction"] == "lower").to_numpy(), -size)
    order = [int(place) for place in size.dropna().sort_values(kind="stable").index]
    marked = places_named(title, rows[f"region_{lang}"])
    named = [place for place in order if place in marked or own.iloc[place]]

    def places(most: int) -> list[int]:
        shown = {*named[:most]}
        for count in range(most, 0, -1):
            more = shown | {order[one] for one in ends_and_middle(len(order), count)}
            if len(more) <= most:
                return [place for place in order if place in more]
        return [place for place in order if place in shown]

    def said(shown: int) -> str:
        counts = {"shown": shown, "of": len(rows)}
        if without := len(rows) - len(order):
            return say("rest-gaps-without", lang, **counts, without=without)
        return say("rest-gaps", lang, **counts)

    return Kept(places, said)


def _words(
    rows: pd.DataFrame,
    to: str,
    figures: list[Any],
    known: Evidence,
    facts: Facts | None,
    lang: Lang,
) -> Words:
    row = rows.iloc[0].to_dict()
    limit = known.benchmark(row["reference"])
    title = finding_or_name(
        rows,
        TO_REFERENCE if limit is not None else of_moment(rows),
        name_at(str(row[f"indicator_{lang}"]), row, lang),
        about=row["reference"] if row["reference"] in set(rows["region"]) else None,
        evidence=known,
        facts=facts,
        lang=lang,
    )
    difference = say("gap-bars-difference", lang, moment=moment(row, lang), to=to)
    unit = axis_words(rows, lang, "gap_unit")
    what = say("comma", lang).join(filter(None, [difference, unit]))
    side = side_in_words(better_side(row["direction"]), lang, kind=row["kind"])
    subtitle = clauses([what, side], lang)
    note = [
        say("gap-bars-intervals", lang) if BOUND in _marks_of(rows) else "",
        remarks_of(rows, lang),
        close_reasons(rows, figures, known, lang),
    ]
    source = source_line(known.sources(figures), lang, limits=[limit])
    return Words(title, subtitle, sentences(note, lang), source)


def _marks_of(rows: pd.DataFrame) -> list[str]:
    """Return what the marks of some gaps mean: what they are gaps between, and bounds."""
    drawn: set[str] = set()
    others = rows[~rows["verdict"].isin(UNCOMPARED) & (rows["region"] != rows["reference"])]
    for row in records(others):
        number = not is_missing(row["gap"]) or row["gap_lo"] == row["gap_hi"]
        drawn.add(_between(row) if number else BOUND)
    return [mark for mark in MARKS if mark in drawn]


def _between(row: dict[str, Any]) -> str:
    """Return the mark of a gap between outcomes, or between targets."""
    return TARGET if row["kind"] == "target" else OUTCOME


def _legend(rows: pd.DataFrame, lang: Lang) -> list[Entry]:
    """Name the marks; bars are drawn as such."""
    said = {OUTCOME: say("gap-bars-outcome", lang), TARGET: say("gap-bars-target", lang)}
    cells: dict[str, dict[str, Any]] = {
        OUTCOME: {"facecolor": ANYONE.colour, "edgecolor": ANYONE.colour},
        TARGET: {"facecolor": "white", "edgecolor": ANYONE.colour, "linewidth": 1.2},
    }
    return [
        Entry(said[mark], cell=cells[mark]) if mark in cells else entries([mark], lang)[0]
        for mark in _marks_of(rows)
    ]


def _in_words(legend: list[Entry], lang: Lang) -> str:
    """Say what the bars are gaps between, which is one thing."""
    return clauses([entry.text for entry in legend], lang)


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
        remark=f"{_gap(row, lang)}  {verdict}".rstrip(),
        draw=lambda axes, y, points: _bar(axes, y, row, looks[row["region"]], points),
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
    """Mark the region that the others are compared with: it stands on the line itself."""
    axes.plot([0], [y], marker="|", color=INK, markersize=points)


def _bar(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    """Draw a gap: a bar, filled between outcomes and hollow between targets, or its bounds."""
    between, gap, lo, hi = _between(row), row["gap"], row["gap_lo"], row["gap_hi"]
    if is_missing(gap) and lo == hi:  # the best, of which more than its gap is an interval
        gap = lo
    if not is_missing(gap):
        if gap == 0:
            draw_point(axes, y, 0.0, (between,), look, points)
        else:
            face = "white" if between == TARGET else look.colour
            (bar,) = axes.barh(
                y, gap, height=0.5, facecolor=face, edgecolor=look.colour, linewidth=1.2
            )
            bar.set_label(meant(between))
    elif is_missing(lo) or is_missing(hi):
        axes.plot([hi if is_missing(lo) else lo], [y], marker="|", color=look.colour, markersize=9)
        draw_arrow(axes, y, hi if is_missing(lo) else lo, look, -1 if is_missing(lo) else 1)
    else:
        draw_whisker(axes, y, (lo, hi), look, points)


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    drawn: list[Row],
    kept: Kept,
    rows: pd.DataFrame,
    legend: list[Entry],
    lang: Lang,
) -> None:
    axes = draw_rows(
        figure,
        box,
        points,
        drawn,
        unit=str(only(rows, "gap_unit")),
        axis=axis_words(rows, lang, "gap_unit"),
        legend=legend,
        kept=kept,
        lang=lang,
    )
    axes.axvline(0, color=INK, linewidth=0.9)
    widest = max(abs(end) for end in axes.get_xlim()) * 1.04
    left, right = _sides_in_use(rows)
    axes.set_xlim(-widest * left, widest * right)
    length = axes.get_position().width * figure.get_figwidth()
    unit = str(only(rows, "gap_unit"))
    number_ticks(axes, unit, (None, None), length, points=tick_points(axes), lang=lang, most=6)


_SPARE = 0.06
"""Of a side of the axis on which no gap lies: so much of it, for the mark on the line."""


def _sides_in_use(rows: pd.DataFrame) -> tuple[float, float]:
    """Return how much of either side of the axis is shown: of one without a gap very little.

    From the best all gaps lie on one side. A gap without one of its ends may reach to either.
    """
    known = rows[rows["gap_lo"].notna() | rows["gap_hi"].notna()]
    least, most = known["gap_lo"].min(), known["gap_hi"].max()
    open_ended = known[["gap_lo", "gap_hi"]].isna().any(axis=None)
    if open_ended or known.empty or least < 0 < most or least == most:
        return 1.0, 1.0
    return (1.0, _SPARE) if most <= 0 else (_SPARE, 1.0)


def _alt(title: str, drawn: list[Row], rest: str, lang: Lang) -> str:
    parts = [title]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    told = clauses(parts, lang)
    return say("chart-alt-rest", lang, told=told) if rest else sentences([told], lang)


def _native(
    every: pd.DataFrame,
    rows: pd.DataFrame,
    drawn: list[Row],
    looks: dict[str, Look],
    note: str,
    lang: Lang,
) -> Native | None:
    """Return bars, a series for each region told, where all that is drawn is a known gap.

    A bar that stands for an interval does not begin at zero, as Office's bars do.
    """
    there = ~rows["verdict"].isin(UNCOMPARED)
    known = rows["gap"].notna()
    if not known.any() or (there & ~known).any():
        return None
    series = tuple(
        Series(record[f"region_{lang}"], (row.label,), (float(record["gap"]),), (),
               looks[record["region"]].colour, hollow=(_between(record) == TARGET,))
        for record, row in zip(records(rows), drawn, strict=True)
        if not is_missing(record["gap"]) and row.draw is not None
    )  # fmt: skip
    if not series:
        return None
    return Native(
        "bars",
        series,
        unit_words(rows, lang, "gap_unit"),
        rows=tuple(
            (row.label, row.reason or (row.remark if own else gap_verdict(record, every, lang)))
            for row, record, own in zip(
                drawn, records(rows), rows["region"] == rows["reference"], strict=True
            )
        ),
        note=note,
    )
