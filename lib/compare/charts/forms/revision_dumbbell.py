"""The revision dumbbell: from an earlier target to a newer one, for indicators or regions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from compare.charts.boundary import (
    about,
    by_region,
    check_any,
    named_rows,
    one_unit,
    only,
    shared_bounds,
    with_worded_ends,
)
from compare.charts.chart import Chart, Native, Series
from compare.charts.choosing import places_named
from compare.charts.comparing import REVISED as TOLD
from compare.charts.comparing import rows_compare
from compare.charts.keys import file_key
from compare.charts.labelled_rows import AXIS_LINES, Bounds, Row, draw_rows, rows_in_words
from compare.charts.layout import Words
from compare.charts.legend import Entry, entries, in_words, legend_height
from compare.charts.marks import (
    BEFORE,
    BOUND,
    MARKS,
    REVISED,
    draw_before,
    draw_interval,
    draw_revised,
    has_bound,
    marks_of,
    point_of,
)
from compare.charts.office.series import interval_series, office_has, point_series
from compare.charts.remarks import close_reasons, reasons_of_rows
from compare.charts.style import Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import judged_or_name, name_over
from compare.comparisons.gap_values import unit_of
from compare.finding.facts import Facts
from compare.finding.kinds.revision import told_revisions
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import clauses, listed, sentences
from compare.wording.references import source_line
from compare.wording.values import axis_unit, change_in_words, is_missing, unit_name, value_in_words

PLACE = 67
"""Its place among the forms of a subject."""

_LINES = 3.1
"""Lines of text that a row takes."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the revised targets of an indicator, and those of all shares of a region."""
    if subject.kind not in ("indicator", "region") or subject.revised.empty:
        return
    rows = told_revisions(subject.revised, subject.evidence)
    if subject.kind == "region":
        rows = rows[rows["unit"] == "%"]
        if rows.loc[rows["change"].isin(TOLD), "indicator"].nunique() < 2:
            return  # the indicator's own chart is the same
    if len(rows) and rows_compare(rows, subject.evidence):
        yield revision_dumbbell(
            rows,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def revision_dumbbell(
    revised: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw the targets of two editions of one region, or of one indicator in several.

    Parameters
    ----------
    revised : frame
        Rows of :func:`compare.revisions` for one region and indicators of one unit, or for
        one indicator.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
    facts : Facts, optional
        As for the other forms; the rows say all that the title needs.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> plans = pd.DataFrame({
    ...     "region": "a", "indicator": "x", "kind": "target", "direction": "higher",
    ...     "unit": "%", "document": ["plan-14", "plan-15"], "edition": [14, 15],
    ...     "year": [2025, 2027], "value": [35.0, 40.0],
    ... })
    >>> revision_dumbbell(compare.revisions(plans), lang="en").alt
    'X: a target raised to 40% by 2027. A 35% (2025) → 40% (2027) raised 5 percentage points.'
    """
    check_lang(lang)
    size_named(size)
    rows, known = named_rows(revised, evidence)
    check_made_by("revisions", rows)
    check_any(rows, "revised targets", "give compare.revisions the targets of several documents")
    unit = one_unit(rows)
    of_regions = rows["indicator"].nunique() == 1
    if of_regions:
        rows = by_region(rows)
    else:
        only(rows, "region")
        rows = rows.sort_values(["indicator", "target_year"], kind="stable").reset_index(drop=True)
    rows = with_worded_ends(rows, known, "previous", "target")
    key, each = ("indicator", "region") if of_regions else ("region", "indicator")
    looks = region_looks(known, rows["region"])
    marked = records(rows)
    drawn = [_row(row, str(row[f"{each}_{lang}"]), looks, lang) for row in marked]
    legend = _legend(marked, lang)
    figures = [*rows["previous_figure"], *rows["target_figure"]]
    years = pd.concat([rows["previous_year"], rows["target_year"]]).dropna().astype(int)
    title = judged_or_name(
        rows, "revision", name_over(str(rows.iloc[0][f"{key}_{lang}"]), years, lang),
        about=None if of_regions else str(rows.iloc[0]["region"]), evidence=known, lang=lang,
    )  # fmt: skip
    told = places_named(title, rows[f"{each}_{lang}"])
    bounds = shared_bounds(rows, known)
    note = _note(rows, f"{each}_{lang}", figures, known, lang)
    axis = axis_unit(unit, lang)
    return Chart(
        key=file_key(f"revisions-{rows.iloc[0][key]}", lang),
        form="revision_dumbbell",
        lang=lang,
        size=size,
        words=Words(
            title=title,
            subtitle=clauses([say("revision-subtitle", lang), axis], lang),
            note=note,
            source=source_line(known.sources(figures), lang),
        ),
        alt=rows_in_words(title, drawn, lang),
        data=rows.drop(columns=["previous_worded", "target_worded"]),
        plot=lambda figure, box, points: draw_rows(
            figure, box, points, drawn, unit=unit, axis=axis, bounds=bounds, legend=legend,
            counted="targets", told=told, lang=lang,
        ),
        plot_height=len(drawn) * _LINES + AXIS_LINES + legend_height(legend, size),
        about=about(rows, figures),
        native=_native(
            marked, drawn, each, looks, bounds,
            sentences([in_words(legend, lang), note], lang), lang,
        ),
    )  # fmt: skip


def _end(row: dict[str, Any], stage: str) -> dict[str, Any] | None:
    """Return one of two targets as an observation to draw and to write; None for none."""
    if is_missing(row[f"{stage}_year"]):
        return None
    end = {name: row[f"{stage}_{name}"] for name in ("comparator", "value", "lo", "hi", "worded")}
    stated = {"kind": "target", "comparability": "exact", "derived": False}
    return {**end, **stated, "unit": row["unit"]}


def _row(row: dict[str, Any], name: str, looks: dict[str, Look], lang: Lang) -> Row:
    ends = [
        _end_in_words(row, stage, end, lang)
        for stage in ("previous", "target")
        if (end := _end(row, stage)) is not None
    ]
    return Row(
        name,
        remark=f"{' → '.join(ends)}  {_what(row, lang)}",
        draw=lambda axes, y, points: _pair(axes, y, row, looks[row["region"]], points),
    )


def _end_in_words(row: dict[str, Any], stage: str, end: dict[str, Any], lang: Lang) -> str:
    """Return a target with its year; one that is itself a year has none beside it."""
    value = value_in_words(end, lang)
    if row["unit"] == "year":
        return value
    return say("revision-end", lang, year=str(int(row[f"{stage}_year"])), value=value)


def _what(row: dict[str, Any], lang: Lang) -> str:
    """Return what became of a target, and by how much or how many years."""
    change = row["change"]
    if change in ("postponed", "advanced"):
        if change == "postponed" and row["met_when_set"] == "met":
            return say("revision-change-kept", lang)
        return say(f"revision-change-{change}", lang, years=abs(int(row["years"])))
    if change not in ("raised", "lowered"):
        return say(f"revision-change-{change}", lang)
    size = ""
    if not is_missing(row["difference"]) and row["difference"]:
        size = change_in_words(row["difference"], unit_of(row, "difference"), lang)
    if row["direction"] == "lower":
        change = {"raised": "tightened", "lowered": "eased"}[change]
    return say(f"revision-change-{change}", lang, size=size).strip()


def _pair(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    old, new = _end(row, "previous"), _end(row, "target")
    start, end = (None if one is None else point_of(one) for one in (old, new))
    if new is not None:
        draw_interval(axes, y, new, look, points * 1.1)
    if old is not None and start is None and new is None:
        draw_interval(axes, y, old, look, points * 1.1)  # a range that was dropped
    if start is not None:
        draw_before(axes, y, start, look, points * 1.1)
    if start is not None and end is not None and start != end:
        draw_revised(axes, y, start, end, look)


def _legend(rows: list[dict[str, Any]], lang: Lang) -> list[Entry]:
    pairs = [(_end(row, "previous"), _end(row, "target")) for row in rows]
    drawn = set(marks_of([new for _, new in pairs if new is not None]))
    drawn |= {BEFORE for old, _ in pairs if old is not None and point_of(old) is not None}
    drawn |= {
        BOUND
        for old, new in pairs
        if new is None and old is not None and point_of(old) is None and has_bound(old)
    }
    drawn |= {
        REVISED
        for old, new in pairs
        if old is not None
        and new is not None
        and None not in (ends := (point_of(old), point_of(new)))
        and ends[0] != ends[1]
    }
    return entries([mark for mark in MARKS if mark in drawn], lang)


def _note(rows: pd.DataFrame, column: str, figures: list[Any], known: Evidence, lang: Lang) -> str:
    dropped = (rows["change"] == "dropped").any()
    return sentences(
        [
            say("revision-note-dropped", lang) if dropped else "",
            # that a text says nothing of a target, the row says itself
            reasons_of_rows(rows, column, lang, besides=("not-in-text",)),
            close_reasons(rows, figures, known, lang, most=_MOST),
        ],
        lang,
    )


_MOST = 4
"""Reasons that a note has room for."""


def _native(
    rows: list[dict[str, Any]],
    drawn: list[Row],
    each: str,
    looks: dict[str, Look],
    bounds: Bounds,
    note: str,
    lang: Lang,
) -> Native | None:
    """Return the same rows for Office: the earlier target, the newer one, and the line between."""
    series: list[Series] = []
    for place, row in enumerate(rows):
        look, name = looks[row["region"]], str(row[f"{each}_{lang}"])
        old, new = _end(row, "previous"), _end(row, "target")
        if not office_has([end for end in (old, new) if end is not None]):
            return None
        points = [None if end is None else point_of(end) for end in (old, new)]
        start, end = points
        if start is not None and end is not None and start != end:
            at, named = (place, place), f"{name} {say('mark-revised', lang)}"
            series.append(
                Series(named, (), (start, end), at, look.colour, marker="", line="dashed")
            )
        if start is not None:
            named = f"{name} {say('mark-before', lang)}"
            series.append(Series(named, (), (start,), (place,), look.colour, ".", (True,)))
        if new is not None:
            named = f"{name} {say('mark-target', lang)}"
            series += interval_series(new, named, look, place, lang)
            series += point_series(new, named, look, place)
    if not series:
        return None
    return Native(
        "rows",
        tuple(series),
        unit_name(str(rows[0]["unit"]), lang),
        rows=tuple((row.label, listed(row.remark.split("  "), lang)) for row in drawn),
        bounds=bounds,
        note=note,
    )
