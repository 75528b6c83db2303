"""Actuals, targets and the pace between them, and the national references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from compare.comparisons.frames import as_pandas
from compare.tables.cells import (
    chinese,
    escaped,
    figure_cells,
    joined,
    signed,
    unbroken_name,
)
from compare.tables.lookups import (
    benchmark_name,
    limits_of,
    quotes_of,
    with_names,
)
from compare.tables.table import Table, framed
from compare.tables.words import colon, heading, say
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import reasons_in_words
from compare.wording.values import is_missing, value_in_words

Record = dict[str, Any]


def progress_table(progress: Any, *, lang: Lang = "zh") -> Table:
    """Return actuals, targets, the distance to go and the linear pace that it needs.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = with_names(as_pandas(progress))
    limits = limits_of(rows["benchmark"])
    words = quotes_of([*rows["current_figure"], *rows["target_figure"]])
    lines = [progress_line(row, limits, words, lang) for row in rows.to_dict("records")]
    columns = (
        "indicator", "region", "actual", "target", "distance", "pace", "benchmark", "status",
        "figure",
    )  # fmt: skip
    frame = framed(lines, columns, lang)
    notes = (say("linear", lang), say("operator", lang)) if lines else ()
    return Table(frame, say("progress", lang), lang, heading("indicator", lang), notes)


def progress_line(
    row: Record, limits: Mapping[str, Record], words: Mapping[str, str], lang: Lang
) -> Record:
    """Return one row of progress, in words."""
    limit = limits.get(row["benchmark"])
    going = row["status"] == "to-go"
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "actual": _stated(row, "current", lang),
        "target": _stated(row, "target", lang),
        "distance": _change(row["distance"], row["unit"], lang) if going else "",
        "pace": _change(row["pace"], row["unit"], lang) if going else "",
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
    year = int(row[f"{which}_year"])
    cells = {name: row[f"{which}_{name}"] for name in ("value", "lo", "hi")}
    sign = row["target_comparator"] if which == "target" else row["current_comparator"]
    shown = {**cells, "comparator": sign, "unit": row["level_unit"]}
    value = escaped(value_in_words(shown, lang))
    return value if row["level_unit"] == "year" else f"{year}{colon(lang)}{value}"


def _change(change: Any, unit: str, lang: Lang) -> str:
    return "" if is_missing(change) else signed(change, unit, lang)


def benchmarks_table(
    benchmarks: Any, *, indicators: Iterable[str] | None = None, lang: Lang = "zh"
) -> Table:
    """Return reference values with their operator, rule and remark.

    Parameters
    ----------
    benchmarks : frame
        Rows of ``compare.table("benchmarks")``.
    indicators : iterable of str, optional
        Only those of these indicators.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = with_names(as_pandas(benchmarks))
    if indicators is not None:
        rows = rows[rows["indicator"].isin(list(indicators))]
    lines = [
        {
            "indicator": row[f"indicator_{lang}"],
            "reference": benchmark_name(row, lang),
            "value": escaped(value_in_words(row, lang)),
            "rule": chinese(row["rule"], lang),
            "remark": escaped(row["remark" if lang == "zh" else "remark_en"]),
        }
        for row in rows.to_dict("records")
    ]
    columns = ("indicator", "reference", "value", "rule", "remark")
    frame = framed(lines, columns, lang)
    notes = tuple(filter(None, (say("operator", lang), say("curated", lang)))) if lines else ()
    return Table(frame, say("benchmarks", lang), lang, heading("indicator", lang), notes)
