"""The dumbbell: from what is to what is planned, for regions or for indicators."""

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
from compare.charts.comparing import rows_compare
from compare.charts.keys import file_key
from compare.charts.labelled_rows import Bounds, Row, draw_rows, lines_needed
from compare.charts.layout import Words
from compare.charts.legend import Entry, entries, in_words
from compare.charts.marks import (
    CHANGE,
    MARKS,
    begins_way,
    draw_change,
    draw_interval,
    marks_of,
)
from compare.charts.office.series import interval_series, office_has, point_series
from compare.charts.remarks import close_reasons
from compare.charts.style import Look, region_looks, size_named
from compare.charts.subjects import Subject, has_pairs
from compare.charts.titles import WAYS, name_over
from compare.comparisons.gap_values import unit_of
from compare.finding.changes import ONE_SIDED, bound_of
from compare.finding.facts import Facts
from compare.finding.rows import check_made_by
from compare.finding.titles import titled
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import clauses, reasons_in_words, sentences
from compare.wording.references import source_line
from compare.wording.values import (
    axis_unit,
    is_missing,
    rounded_pace,
    signed,
    unit_name,
    value_in_words,
)

PLACE = 60
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the changes of an indicator, and those of all shares of a region."""
    if subject.kind not in ("indicator", "region"):
        return
    rows = subject.progress
    if subject.kind == "region":
        rows = rows[rows["unit"] == "%"]
        if rows["indicator"].nunique() < 2:  # the indicator's own chart is the same
            return
    if has_pairs(rows) and rows_compare(rows, subject.evidence):
        yield dumbbell(
            rows,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def dumbbell(
    progress: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "page",
) -> Chart:
    """Draw base and target of one indicator in several regions, or of one region.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress` for one indicator, or for one region and
        indicators of one unit; of one region, only what has both is drawn.
    evidence : Evidence, optional
        Names, looks, sources, reasons, and how an actual is meant: at least, at most,
        about (:func:`compare.evidence`).
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
    rows, known = named_rows(progress, evidence)
    check_made_by("progress", rows)
    rows = _with_comparators(rows, known)
    check_any(
        rows[rows["target_year"].notna()], "targets",
        "give compare.progress observations of the kind target, too",
    )  # fmt: skip
    both = rows[~rows["status"].isin(ONE_SIDED)]
    check_any(
        both, "ways from an outcome to a target",
        "give compare.progress both, and whether more or less is better",
    )  # fmt: skip
    one_unit(rows)
    of_regions = rows["indicator"].nunique() == 1
    if of_regions:
        rows = by_region(rows, "target_year")
    else:
        only(rows, "region")
        rows = both.sort_values(["indicator", "target_year"], kind="stable").reset_index(drop=True)
    key = "indicator" if of_regions else "region"
    subject = str(rows.iloc[0][f"{key}_{lang}"])
    said = titled(
        ends_as_observations(rows[~rows["status"].isin(ONE_SIDED)]),  # a way has both ends
        about=None if of_regions else str(only(rows, "region")),
        kinds=WAYS,
        evidence=known,
        facts=facts,
        lang=lang,
    )
    if said is not None and not of_regions:  # what the title tells is never left out
        first = ~rows["indicator"].isin(said.indicators)
        rows = rows.loc[first.sort_values(kind="stable").index].reset_index(drop=True)
    looks = region_looks(known, rows["region"])
    each = f"region_{lang}" if of_regions else f"indicator_{lang}"
    marked = records(with_worded_ends(rows, known, "current", "target"))
    drawn = [_row(row, str(row[each]), looks, lang) for row in marked]
    legend = _legend(marked, lang)
    figures = [*rows["current_figure"], *rows["target_figure"]]
    years = pd.concat([rows["current_year"], rows["target_year"]]).dropna().astype(int)
    title = name_over(subject, years, lang) if said is None else said.text
    bounds = shared_bounds(rows, known)
    unit = unit_of(rows.iloc[0], "value")
    words = _words(rows, title, figures, known, lang)
    note = sentences([in_words(legend, lang), words.note], lang)
    return Chart(
        key=file_key(f"dumbbell-{rows.iloc[0][key]}", lang),
        form="dumbbell",
        lang=lang,
        size=size,
        words=words,
        alt=_alt(rows, drawn, title, lang),
        data=rows,
        plot=lambda figure, box, points: draw_rows(
            figure,
            box,
            points,
            drawn,
            unit=unit,
            axis=axis_unit(unit, lang),
            bounds=bounds,
            legend=legend,
            counted="regions" if of_regions else "indicators",
            told=places_named(title, rows[each]),
            lang=lang,
        ),
        plot_height=lines_needed(drawn, legend),
        about=about(rows, figures),
        native=_native(marked, drawn, each, looks, bounds, note, lang),
    )


def _with_comparators(rows: pd.DataFrame, known: Evidence) -> pd.DataFrame:
    """Add how the actual is printed: at least, at most, about."""
    judged = [known.judgement(row["current_figure"], row["indicator"]) for row in records(rows)]
    return rows.assign(current_comparator=[seen and seen["comparator"] for seen in judged])


def ends_as_observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return both ends of changes as the observations that they are, each once."""
    own = [name for name in _OF_OBSERVATION if name in rows]
    parts = []
    for stage, kind in (("current", "actual"), ("target", "target")):
        names = {
            f"{stage}_{name}": name
            for name in ("year", "value", "lo", "hi", "figure", "comparator")
            if f"{stage}_{name}" in rows
        }
        parts.append(rows[[*own, *names]].rename(columns=names).assign(kind=kind))
    ends = pd.concat(parts, ignore_index=True)
    return (
        ends[ends["year"].notna()]
        .astype({"year": int})
        .drop_duplicates(["region", "indicator", "year", "kind"])
    )


_OF_OBSERVATION = (
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "unit",
    "direction", "adcode",
)  # fmt: skip


def _legend(rows: list[dict[str, Any]], lang: Lang) -> list[Entry]:
    """Name the marks of both ends, and of the way between them."""
    paired = [row for row in rows if row["status"] not in ONE_SIDED]
    ends = [_aligned(row, stage) for row in paired for stage in ("current", "target")]
    drawn = {*marks_of(ends), *([CHANGE] if any(map(_way, paired)) else [])}
    return entries([mark for mark in MARKS if mark in drawn], lang)


def _way(row: dict[str, Any]) -> tuple[float, float] | None:
    """Return both ends, where the way begins at a number and leads to one."""
    ends = row["current_value"], row["target_value"]
    known = begins_way(_aligned(row, "current")) and not is_missing(row["target_value"])
    return ends if known else None


def _words(
    rows: pd.DataFrame, title: str, figures: list[Any], known: Evidence, lang: Lang
) -> Words:
    unit = axis_unit(unit_of(rows.iloc[0], "value"), lang)
    note = [say("dumbbell-within", lang), close_reasons(rows, figures, known, lang)]
    return Words(
        title,
        clauses([say("dumbbell-subtitle", lang), unit], lang),
        sentences(note, lang),
        source_line(known.sources(figures), lang),
    )


def _row(row: dict[str, Any], name: str, looks: dict[str, Look], lang: Lang) -> Row:
    if row["status"] in ONE_SIDED:
        return Row(name, remark=_only_end(row, lang), reason=term(row["status"], lang))
    label = f"{name} {int(row['current_year'])}→{int(row['target_year'])}"
    return Row(
        label,
        remark=f"{_ends(row, lang)}  {_how(row, lang)}".rstrip(),
        draw=lambda axes, y, points: _pair(axes, y, row, looks[row["region"]], points),
    )


def _ends(row: dict[str, Any], lang: Lang) -> str:
    return " → ".join(_end(row, stage, lang) for stage in ("current", "target"))


def _end(row: dict[str, Any], stage: str, lang: Lang) -> str:
    """Return an actual or a target as its document prints it."""
    names = ("comparator", "value", "lo", "hi")
    end = {name: row[f"{stage}_{name}"] for name in names}
    if end["comparator"] == "=" and (is_missing(end["lo"]) or is_missing(end["hi"])):
        end["comparator"] = None  # nobody said how a frame of one's own means it
    return value_in_words({**end, "unit": unit_of(row, f"{stage}_value")}, lang)


def _only_end(row: dict[str, Any], lang: Lang) -> str:
    """Return the one end that a region prints, with its year and kind; nothing for none."""
    for stage, kind in (("target", "target"), ("current", "actual")):
        if not is_missing(row[f"{stage}_year"]) and (value := _end(row, stage, lang)):
            year = str(int(row[f"{stage}_year"]))
            return say("dumbbell-only", lang, year=year, kind=term(kind, lang), value=value)
    return ""


def _how(row: dict[str, Any], lang: Lang) -> str:
    if row["status"] != "to-go":
        return term(row["status"], lang)
    if is_missing(row["pace"]):
        return ""
    bound, unit = bound_of(row), unit_of(row, "pace")
    size = rounded_pace(row["pace"], unit, is_least=bound != "no")
    return say("dumbbell-pace", lang, bound=bound, pace=signed(size, unit, lang))


def _pair(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    current, target = _aligned(row, "current"), _aligned(row, "target")
    ends = _way(row)
    if ends is not None:
        draw_change(axes, ends, (y, y), look)
    draw_interval(axes, y, target, look, points * 1.15)
    draw_interval(axes, y, current, look, points * 0.9)


def _aligned(row: dict[str, Any], stage: str) -> dict[str, Any]:
    """Return one end of a change as an observation to draw; no proxy comes so far."""
    end = {name: row[f"{stage}_{name}"] for name in ("value", "lo", "hi")}
    kind = "actual" if stage == "current" else "target"
    worded = bool(row.get(f"{stage}_worded", False))
    return {**end, "kind": kind, "worded": worded, "comparability": "exact", "derived": False}


def _alt(rows: pd.DataFrame, drawn: list[Row], title: str, lang: Lang) -> str:
    parts = [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    said = {reasons_in_words(reason, lang) for reason in rows["reasons"]} - {""}
    return sentences([clauses([title, *parts, *sorted(said)], lang)], lang)


def _native(
    rows: list[dict[str, Any]],
    drawn: list[Row],
    each: str,
    looks: dict[str, Look],
    bounds: Bounds,
    note: str,
    lang: Lang,
) -> Native | None:
    """Return the same rows for Office: what is, what is planned, and the line between them."""
    series: list[Series] = []
    for place, row in enumerate(rows):
        if row["status"] in ONE_SIDED:
            continue
        current, target = _aligned(row, "current"), _aligned(row, "target")
        look, name = looks[row["region"]], row[each]
        if not office_has([current, target]):
            return None
        ends = _way(row)
        if ends is not None:
            series.append(
                Series(name, (), ends, (place, place), look.colour, marker="", line="solid")
            )
        for kind, end in (("target", target), ("actual", current)):
            named = f"{name} {term(kind, lang)}"
            series += interval_series(end, named, look, place, lang)
            series += point_series(end, named, look, place)
    if not series:
        return None
    return Native(
        "rows",
        tuple(series),
        unit_name(unit_of(rows[0], "value"), lang),
        rows=tuple((row.label, f"{row.remark}  {row.reason}".strip()) for row in drawn),
        bounds=bounds,
        note=note,
    )
