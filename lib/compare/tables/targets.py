"""Actuals, targets and the pace between them, and the national references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.comparisons.gap_values import unit_of
from compare.finding.changes import bound_of
from compare.finding.excerpts import excerpt
from compare.finding.rows import check_made_by, known_rows
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import records, values_of
from compare.tables.cells import (
    chinese,
    escaped,
    figure_cells,
    joined,
    stated_value,
    unbroken_name,
)
from compare.tables.downloads import Download
from compare.tables.excerpts import end_cells, of_how_many, whole_of_rows
from compare.tables.rows import by_best, places, quotes_of
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import colon, reasons_in_words
from compare.wording.references import benchmark_name, rule_name
from compare.wording.values import is_missing, rounded_pace, signed, value_in_words

Record = dict[str, Any]


def progress_table(progress: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Table:
    """Return actuals, targets, the distance to go and the linear pace that it needs.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress`.
    evidence : Evidence, optional
        Names, quotes, bounds of actuals and benchmarks: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(progress, evidence)
    check_made_by("progress", rows)
    every = by_best(_in_order(rows, known), "distance", 0)
    rows = excerpt(every, ["indicator", "target_year"], ["_size"])
    figures = [*rows["current_figure"], *rows["target_figure"]]
    signs = {figure: words["comparator"] for figure, words in known.words(figures).items()}
    rows = rows.assign(current_comparator=[signs.get(figure) for figure in rows["current_figure"]])
    words = quotes_of(figures, known)
    lines = [progress_line(row, known, words, lang) for row in records(rows)]
    columns = (
        "indicator", "region", "actual", "target", "distance", "pace", "benchmark", "status",
        "figure",
    )  # fmt: skip
    frame = framed(lines, columns, lang)
    notes = (say("table-linear", lang), say("table-operator", lang)) if lines else ()
    return Table(
        frame, say("table-progress", lang), lang, heading("indicator", lang),
        (*of_how_many(len(rows), len(every), lang), *notes),
        whole=_whole(every, known, lang) if len(rows) < len(every) else None,
    )  # fmt: skip


def _whole(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Download:
    """Return all targets with what they need as a workbook."""
    year, actual = heading("year", lang), heading("actual", lang)
    return whole_of_rows(rows, "progress", lang, {
        year: values_of(rows["target_year"]),
        heading("target", lang): end_cells(rows, "target", known, lang),
        f"{actual} {year}": values_of(rows["current_year"]),
        actual: end_cells(rows, "current", known, lang),
        heading("distance", lang): values_of(rows["distance"]),
        heading("pace", lang): values_of(rows["pace"]),
        heading("status", lang): [term(str(status), lang) for status in values_of(rows["status"])],
    })  # fmt: skip


def _in_order(rows: pd.DataFrame, known: Evidence) -> pd.DataFrame:
    """Order rows of progress as the indicators are."""
    return rows.assign(_place=places(rows, known)).sort_values(
        ["_place", "adcode", "target_year"], kind="stable", na_position="last", ignore_index=True
    )


def progress_line(row: Record, known: Evidence, words: Mapping[str, str], lang: Lang) -> Record:
    """Return one row of progress, in words."""
    limit = known.benchmark(row["benchmark"])
    going = row["status"] == "to-go"
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "actual": _stated(row, "current", lang),
        "target": _stated(row, "target", lang),
        "distance": _change(row, "distance", lang) if going else "",
        "pace": _change(row, "pace", lang) if going else "",
        "benchmark": ""
        if limit is None
        else f"{benchmark_name(limit, lang)} {escaped(value_in_words(limit, lang))}",
        "status": joined([term(row["status"], lang), reasons_in_words(row["reasons"], lang)], lang),
        "figure": figure_cells([row["current_figure"], row["target_figure"]], words),
    }


def _stated(row: Record, which: str, lang: Lang) -> str:
    """Return an actual or a target of a row of progress, with its year."""
    if is_missing(row[f"{which}_year"]):
        return ""
    names = ("value", "lo", "hi", "comparator")
    cells = {name: row[f"{which}_{name}"] for name in names}
    unit = unit_of(row, f"{which}_value")
    value = stated_value({**cells, "unit": unit}, lang)
    if unit == "year":
        return value
    return f"{int(row[f'{which}_year'])}{colon(lang)}{value}"


def _change(row: Record, column: str, lang: Lang) -> str:
    change = row[column]
    if is_missing(change):
        return ""
    bound, unit = bound_of(row), unit_of(row, column)
    if column == "pace":
        change = rounded_pace(change, unit, is_least=bound != "no")
    return say("table-change", lang, bound=bound, size=signed(change, unit, lang))


_BENCHMARK = (
    "benchmark",
    "scope",
    "year",
    "kind",
    "rule",
    "rule_en",
    "remark",
    "remark_en",
    "unit",
)


def benchmarks_table(
    benchmarks: Any,
    *,
    indicators: Iterable[str] | None = None,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return reference values with their operator, rule and remark.

    Parameters
    ----------
    benchmarks : frame
        Rows of ``compare.table("benchmarks")``.
    indicators : iterable of str, optional
        Only those of these indicators.
    evidence : Evidence, optional
        Names, units and order of indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = _limits(as_pandas(benchmarks), or_nothing(evidence))
    if indicators is not None:
        rows = rows[rows["indicator"].isin(list(indicators))]
    lines = [
        {
            "indicator": row[f"indicator_{lang}"],
            "reference": escaped(row["benchmark"])
            if is_missing(row["scope"])
            else benchmark_name(row, lang),
            "value": escaped(value_in_words(row, lang)),
            "rule": chinese(rule_name(row, lang), lang),
            "remark": escaped(row["remark" if lang == "zh" else "remark_en"]),
        }
        for row in records(rows)
    ]
    columns = ("indicator", "reference", "value", "rule", "remark")
    frame = framed(lines, columns, lang)
    said = (say("table-operator", lang), say("table-curated", lang)) if lines else ()
    notes = tuple(filter(None, said))
    return Table(frame, say("table-benchmarks", lang), lang, heading("indicator", lang), notes)


def _limits(rows: pd.DataFrame, known: Evidence) -> pd.DataFrame:
    """Return benchmarks with names and units, in the order of the indicators."""
    rows = rows.reindex(columns=list(dict.fromkeys([*rows.columns, *_BENCHMARK])))
    units = dict(zip(known.indicators["indicator"], known.indicators["unit"], strict=True))
    unit = rows["indicator"].map(units).astype(object)
    rows = known.named(rows).assign(
        unit=unit.where(unit.notna(), rows["unit"]).fillna(""), _place=places(rows, known)
    )
    return rows.sort_values("_place", kind="stable", ignore_index=True)
