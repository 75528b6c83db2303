"""A chart's data as people read it, in the chart's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from compare.atomic import harmless
from compare.charts.chart import Chart
from compare.comparisons.gap_values import DIFFERENCES, LEVELS, unit_of
from compare.finding.kinds.attainment import verdict_in_words as target_verdict_in_words
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import reasons_in_words, verdict_in_words
from compare.wording.references import benchmark_name, reference_name, title_of
from compare.wording.values import counted, quantity, value_in_words

_NAMED = ("region", "indicator")
_MOMENT = ("indicator", "year", "kind")
_CODED = ("kind", "comparability", "status", "verdict", "change")


def chart_table(chart: Chart, evidence: Evidence) -> tuple[list[str], list[list[str]]]:
    """Return a chart's data as header and rows of text.

    Columns that only a computer needs are left out; the downloads hold all of them. No cell
    begins like a formula, since the table is made to be pasted into a spreadsheet.

    Parameters
    ----------
    chart : Chart
        The chart.
    evidence : Evidence
        Names of regions, indicators, benchmarks and documents.
    """
    known = [column for column in _listed("columns.txt") if column in chart.data.columns]
    if "years" in known and {"pace", "difference"} & {*known}:
        known.remove("years")  # how many, not which
    if "status" in known and {"rank_best", "verdict"} & set(chart.data.columns):
        known.remove("status")  # the reasons say it where there is no rank, or no gap
    hidden = {*_listed("columns.txt"), *_listed("technical.txt")}
    columns = [*known, *(c for c in chart.data.columns if str(c) not in hidden)]
    records = [*chart.data.to_dict("records"), *_references(chart, evidence)]
    cells = [[_cell(column, row, chart.lang, evidence) for column in columns] for row in records]
    used = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    header = [_heading(str(columns[place]), chart.lang) for place in used]
    return header, [[row[place] for place in used] for row in cells]


@cache
def _listed(name: str) -> tuple[str, ...]:
    """Return the columns that a list beside the template names, in its order."""
    folder = files("compare.pages").joinpath("templates", "home")
    return tuple(folder.joinpath(name).read_text(encoding="utf-8").split())


def _references(chart: Chart, evidence: Evidence) -> list[dict[str, Any]]:
    """Return rows of the benchmarks that lines of a chart of one moment stand for.

    A title compares with them: who copies the table has them, too.
    """
    moments = chart.data.reindex(columns=list(_MOMENT)).drop_duplicates()
    if chart.native is None or not chart.native.limits or len(moments) != 1:
        return []
    indicator, year, kind = moments.iloc[0]
    drawn = {value for value, _ in chart.native.limits}
    return [
        {
            **dict.fromkeys(chart.data.columns), "indicator": indicator, "year": limit["year"],
            "region": benchmark_name(limit, chart.lang), "kind": limit["kind"],
            **{name: limit[name] for name in ("value", "comparator", "unit")},
        }
        for limit in evidence.benchmarks_of(indicator, year, kind)
        if limit["value"] in drawn
    ]  # fmt: skip


def _heading(column: str, lang: Lang) -> str:
    if column in _listed("columns.txt"):
        return say(f"column-{column.replace('_', '-')}", lang)
    return str(harmless(_one_line(column)))


def _cell(column: str, row: Mapping[str, Any], lang: Lang, evidence: Evidence) -> str:
    value = row[column]
    if column in LEVELS:
        text = _value(row, column, lang)
    elif column in DIFFERENCES:
        text = _change(row, column, lang)
    elif column == "rank":
        text = _rank(row)
    elif _absent(value):
        text = ""
    elif column == "reasons":
        text = reasons_in_words(value, lang)
    elif column == "reference":
        text = reference_name(str(value), evidence, lang, kind=row.get("kind"))
    elif column == "verdict":
        text = _verdict(row, lang)
    elif column in _NAMED:
        text = evidence.name(column, str(value), lang)
    elif column == "document":
        text = _document(str(value), evidence, lang)
    elif column in _CODED:
        text = term(str(value), lang)
    else:
        text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return str(harmless(_one_line(text)))


def _value(row: Mapping[str, Any], column: str, lang: Lang) -> str:
    """Return a value, or the interval where only that is known, as people write it."""
    prefix = column.removesuffix("value")
    part = {name: row.get(prefix + name) for name in ("comparator", "value", "lo", "hi")}
    part["unit"] = unit_of(row, column)
    if _is_number(part["value"]):
        alone = not (_is_number(part["lo"]) ^ _is_number(part["hi"]))
        part["comparator"] = _text(part["comparator"]) or ("=" if alone else None)
    elif _is_number(part["lo"]) and _is_number(part["hi"]):
        part["comparator"] = "range"
    else:
        return _text(part["value"])
    return value_in_words(part, lang)


def _change(row: Mapping[str, Any], column: str, lang: Lang) -> str:
    """Return a difference, or the two ends that it lies between."""
    ends = [row[column]]
    if _absent(row[column]):
        ends = [row.get(f"{column}_lo"), row.get(f"{column}_hi")]
    if not all(_is_number(end) for end in ends):
        return ""
    unit = unit_of(row, column)
    if len(ends) == 1:
        return quantity(ends[0], unit, lang)
    return say(
        "home-between", lang, lo=counted(ends[0], unit, lang), hi=quantity(ends[1], unit, lang)
    )


def _verdict(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a verdict in words: of a target held against an outcome those of its picture."""
    if "outcome_value" in row:
        return target_verdict_in_words(row, lang)
    return verdict_in_words(str(row["verdict"]), row.get("kind"), lang)


def _rank(row: Mapping[str, Any]) -> str:
    """Return the rank where it is decided, or else the ranks that it lies between."""
    if row.get("kind") == "target":  # what is planned has no rank
        return ""
    ends = [row.get("rank_best"), row.get("rank_worst")]
    decided = ends[0] == ends[1] or "score" in row  # a score has its rank, and its variants theirs
    if decided or not all(map(_is_number, ends)):
        ends = [row["rank"]]
    return "–".join(f"{end:.0f}" for end in ends if _is_number(end))


def _document(name: str, evidence: Evidence, lang: Lang) -> str:
    row = evidence.document(name)
    return name if row is None else title_of(row, lang)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not _absent(value)


def _text(value: Any) -> str:
    return "" if _absent(value) else str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _absent(value: Any) -> bool:
    """Tell whether a frame's cell holds nothing, of whatever sort."""
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))
