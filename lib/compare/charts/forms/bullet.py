"""The bullet chart: base, outcome, target and the nation's line, for regions or indicators."""

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
from compare.charts.keys import file_key
from compare.charts.labelled_rows import AXIS_LINES, Bounds, Row, draw_rows, rows_in_words
from compare.charts.layout import Words
from compare.charts.legend import Entry, entries, in_words, legend_height
from compare.charts.marks import (
    BASE,
    CHANGE,
    MARKS,
    MOVED,
    REFERENCE,
    begins_way,
    draw_base,
    draw_change,
    draw_interval,
    draw_moved,
    draw_tick,
    marks_of,
)
from compare.charts.office.series import interval_series, office_has, point_series
from compare.charts.remarks import close_reasons, reasons_of_rows
from compare.charts.style import NEUTRAL, Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import judged_or_name, name_over
from compare.comparisons.gap_values import unit_of
from compare.finding.facts import Facts
from compare.finding.judged import states_of
from compare.finding.kinds.attainment import JUDGED
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import bracketed, clauses, listed, reason_names, sentences
from compare.wording.references import benchmark_name, source_line
from compare.wording.values import axis_unit, is_missing, signed, unit_name, value_in_words

PLACE = 65
"""Its place among the forms of a subject."""

_LINES = 3.9
"""Lines of text that a row takes: its words are more than those of other rows."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield targets beside outcomes: of an indicator, and of all shares of a region."""
    if subject.kind not in ("indicator", "region") or subject.attained.empty:
        return
    rows = subject.attained
    if subject.kind == "region":
        rows = rows[rows["unit"] == "%"]
    judged = rows[rows["verdict"].isin(JUDGED) & (rows["unit"] != "year")]
    if len(judged) > (subject.kind == "region"):  # the indicator's own chart shows the same
        yield bullet(
            rows,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def bullet(
    attained: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw base, outcome, target and national line of one indicator, or of one region.

    Parameters
    ----------
    attained : frame
        Rows of :func:`compare.attainment` for one indicator, or for one region and
        indicators of one unit; of one region, only what has an outcome is drawn.
    evidence : Evidence, optional
        Names, looks, sources, reasons and benchmarks: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations: they say which targets have come due.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> plan = pd.DataFrame({
    ...     "region": "a", "indicator": "x", "unit": "%", "direction": "higher",
    ...     "kind": ["actual", "target", "actual"], "year": [2020, 2025, 2025],
    ...     "value": [42.7, 50.0, 48.6],
    ... })
    >>> chart = bullet(compare.attainment(plan), lang="en")
    >>> chart.words.title
    'x: a 48.6% in 2025, target missed, by 1.4 percentage points'
    >>> "A (2025) 42.7% → 48.6% (2025) target 50% missed" in chart.alt
    True
    """
    check_lang(lang)
    size_named(size)
    rows, known = named_rows(attained, evidence)
    check_made_by("attainment", rows)
    check_any(rows, "targets", "give compare.attainment observations of the kind target, too")
    unit = one_unit(rows)
    of_regions = rows["indicator"].nunique() == 1
    if of_regions:
        rows = by_region(rows, "target_year")
    else:
        only(rows, "region")
        stated = rows[rows["outcome_year"].notna()]
        rows = stated if len(stated) else rows
        rows = rows.sort_values(["indicator", "target_year"], kind="stable")
        rows = rows.reset_index(drop=True)
    rows = _with_words(rows, known).assign(state=states_of(rows, known, facts))
    key, each = ("indicator", "region") if of_regions else ("region", "indicator")
    marked = records(rows)
    looks = region_looks(known, rows["region"])
    drawn = [_row(row, str(row[f"{each}_{lang}"]), looks, lang) for row in marked]
    legend = _legend(marked, known, lang)
    figures = [*rows["base_figure"], *rows["outcome_figure"], *rows["target_figure"]]
    years = pd.concat([rows[f"{stage}_year"] for stage in _STAGES]).dropna().astype(int)
    subject = str(rows.iloc[0][f"{key}_{lang}"])
    title = judged_or_name(
        rows, "attainment", name_over(subject, years, lang),
        about=None if of_regions else str(rows.iloc[0]["region"]), evidence=known, lang=lang,
    )  # fmt: skip
    told = places_named(title, rows[f"{each}_{lang}"])
    bounds = shared_bounds(rows, known)
    # that nothing is known of a target, the row says itself
    reasons = reasons_of_rows(rows, f"{each}_{lang}", lang, besides=("no-later-actual",))
    note = sentences([reasons, close_reasons(rows, figures, known, lang, most=_MOST)], lang)
    axis = axis_unit(unit, lang)
    return Chart(
        key=file_key(f"bullet-{rows.iloc[0][key]}", lang),
        form="bullet",
        lang=lang,
        size=size,
        words=Words(
            title=title,
            subtitle=clauses([say("bullet-subtitle", lang), axis], lang),
            note=note,
            source=source_line(known.sources(figures), lang, limits=_limits(marked, known)),
        ),
        alt=rows_in_words(title, drawn, lang),
        data=rows.drop(columns=["state", *(f"{stage}_worded" for stage in _STAGES)]),
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


_STAGES = ("base", "outcome", "target")


def _with_words(rows: pd.DataFrame, known: Evidence) -> pd.DataFrame:
    """Add whether each end is stated in words alone, and how an outcome is printed."""
    rows = with_worded_ends(rows, known, *_STAGES)
    for stage in ("base", "outcome"):
        judged = [
            known.judgement(str(row[f"{stage}_figure"]), row["indicator"]) for row in records(rows)
        ]
        said = [seen["comparator"] if seen else None for seen in judged]
        rows = rows.assign(**{f"{stage}_comparator": said})
    return rows


def _end(row: dict[str, Any], stage: str) -> dict[str, Any]:
    """Return one end of a row as an observation to draw and to write."""
    end = {name: row[f"{stage}_{name}"] for name in ("comparator", "value", "lo", "hi", "worded")}
    kind = "target" if stage == "target" else "actual"
    return {**end, "kind": kind, "unit": row["unit"], "comparability": "exact", "derived": False}


def _has(row: dict[str, Any], stage: str) -> bool:
    return not is_missing(row[f"{stage}_year"])


def _base(row: dict[str, Any]) -> float | None:
    """Return the number that a base is; None where it is none, or only lies beyond one."""
    known = _has(row, "base") and begins_way(_end(row, "base"))
    return float(row["base_value"]) if known else None


def _way(row: dict[str, Any], stage: str) -> tuple[float, float] | None:
    """Return the base and the number at the end of a way; None where one of them is none."""
    base, end = _base(row), row[f"{stage}_value"]
    return None if base is None or is_missing(end) else (base, end)


def _planned(row: dict[str, Any]) -> tuple[float, float] | None:
    """Return the way from base to target; a floor that is met already has none."""
    kept = "met-when-set" in reason_names(row["reasons"])
    return None if kept else _way(row, "target")


def _row(row: dict[str, Any], name: str, looks: dict[str, Look], lang: Lang) -> Row:
    year = say("in-year", lang, year=str(int(row["target_year"])))
    return Row(
        f"{name}{bracketed(year, lang)}",
        remark="  ".join(filter(None, [said(row, lang) for said in (_values, _target, _verdict)])),
        draw=lambda axes, y, points: _bullet(axes, y, row, looks[row["region"]], points),
    )


def _values(row: dict[str, Any], lang: Lang) -> str:
    """Return base and outcome, with the year of the last of them."""
    stages = [stage for stage in ("base", "outcome") if _has(row, stage)]
    if not stages:
        return ""
    said = " → ".join(value_in_words(_end(row, stage), lang) for stage in stages)
    year = say("in-year", lang, year=str(int(row[f"{stages[-1]}_year"])))
    return f"{said}{bracketed(year, lang)}"


def _target(row: dict[str, Any], lang: Lang) -> str:
    return say("bullet-target", lang, value=value_in_words(_end(row, "target"), lang))


def _verdict(row: dict[str, Any], lang: Lang) -> str:
    """Return the verdict, and of a target that has come due by how much."""
    verdict = say(f"board-word-{row['state']}", lang)
    if row["state"] not in ("met", "missed"):
        return verdict
    if is_missing(row["margin"]) or not row["margin"]:
        return verdict
    margin = signed(row["margin"], unit_of(row, "margin"), lang)
    return f"{verdict}{bracketed(margin, lang)}"


def _bullet(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    planned, moved = _planned(row), _way(row, "outcome")
    if planned is not None:
        draw_change(axes, planned, (y, y), look, width=points * 0.9)
    if moved is not None:
        draw_moved(axes, *moved, y, look)
    if not is_missing(row["benchmark_value"]):
        draw_tick(axes, y, row["benchmark_value"])
    draw_interval(axes, y, _end(row, "target"), look, points * 1.25)
    if (base := _base(row)) is not None:
        draw_base(axes, base, y, look, points * 1.1)
    if _has(row, "outcome"):
        draw_interval(axes, y, _end(row, "outcome"), look, points * 1.05)


def _legend(rows: list[dict[str, Any]], known: Evidence, lang: Lang) -> list[Entry]:
    ends = [_end(row, stage) for row in rows for stage in ("outcome", "target") if _has(row, stage)]
    drawn = set(marks_of(ends))
    drawn |= {BASE for row in rows if _base(row) is not None}
    drawn |= {MOVED for row in rows if _way(row, "outcome")}
    drawn |= {CHANGE for row in rows if _planned(row)}
    said = entries([mark for mark in MARKS if mark in drawn], lang)
    if limits := _limits(rows, known):
        said.append(Entry(_line_name(limits, lang), REFERENCE))
    return said


def _limits(rows: list[dict[str, Any]], known: Evidence) -> list[dict[str, Any]]:
    """Return the national lines that are drawn, each once."""
    lines = dict.fromkeys(
        row["benchmark"] for row in rows if not is_missing(row["benchmark_value"])
    )
    return [limit for name in lines if (limit := known.benchmark(name)) is not None]


def _line_name(limits: list[dict[str, Any]], lang: Lang) -> str:
    """Return what the national lines are called: the one, or the two sorts of them."""
    names = list(dict.fromkeys(benchmark_name(row, lang) for row in limits))
    return names[0] if len(names) == 1 else say("bullet-limit", lang)


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
    """Return the same rows for Office: the way that was made, base, outcome, target, line."""
    series: list[Series] = []
    for place, row in enumerate(rows):
        ends = [_end(row, stage) for stage in ("target", "outcome") if _has(row, stage)]
        if not office_has(ends):
            return None
        look, name = looks[row["region"]], f"{row[f'{each}_{lang}']} {int(row['target_year'])}"
        moved = _way(row, "outcome")
        if moved is not None:
            named = f"{name} {say('mark-moved', lang)}"
            at = (place, place)
            series.append(Series(named, (), moved, at, look.colour, marker="", line="solid"))
            base = f"{name} {say('mark-base', lang)}"
            series.append(Series(base, (), moved[:1], (place,), look.colour, marker="."))
        if not is_missing(row["benchmark_value"]):
            at, ends_of = (row["benchmark_value"],) * 2, (place - 0.38, place + 0.38)
            named = f"{name} {say('mark-reference', lang)}"
            series.append(Series(named, (), at, ends_of, NEUTRAL, marker="", line="dashed"))
        for end in ends:
            named = f"{name} {term(end['kind'], lang)}"
            series += interval_series(end, named, look, place, lang)
            series += point_series(end, named, look, place)
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
