"""Lines: benchmarks of nation and provinces beside an outcome, and as observations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import polars as pl

from compare.comparisons.arrivals import arrived, collected
from compare.comparisons.columns import known_columns
from compare.comparisons.comparability import own_province
from compare.comparisons.frames import (
    Boundary,
    columns_of,
    constants,
    enter_benchmarks,
    holds,
    require_columns,
    with_defaults,
)
from compare.comparisons.plan_targets import with_bounds
from compare.comparisons.verdicts import first_of, lacks, within
from compare.ledger.evidence import Evidence, province_of_line

LINE_COLUMNS = (
    "benchmark", "benchmark_value", "benchmark_comparator", "benchmark_verdict",
)  # fmt: skip
"""What :func:`with_line` adds."""

_BOUNDS = ("_line_floor", "_line_ceiling")
_OF_A_LINE: Mapping[str, Any] = {
    "comparator": "=", "lo": pl.Float64, "hi": pl.Float64, "lo_open": False, "hi_open": False,
    "each": False, "scope": "national",
}  # fmt: skip
_NO_LINE: Mapping[str, Any] = {
    "benchmark": pl.String,
    "benchmark_value": pl.Float64,
    "benchmark_comparator": pl.String,
    "benchmark_verdict": pl.String,
    "_each_of_several": False,
}
_STATED = (
    "region", "indicator", "year", "kind", "value", "comparator", "scope", "document", "figure",
)  # fmt: skip
_FACTS = ("direction", "unit", "floor", "cap")


def as_observations(benchmarks: Any, *, evidence: Evidence | None = None) -> Any:
    """Return benchmarks as observations of the nation, or of the province, that states them.

    Parameters
    ----------
    benchmarks : frame
        Rows like ``compare.table("benchmarks")``: benchmark, indicator, scope, year, kind,
        comparator, value, and lo and hi. Standing standards state nothing of a year and are
        left out.
    evidence : Evidence, optional
        Direction, unit and natural bounds of the indicators: :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, with a row for each actual and target: region (that of a column
        region, else the province's code, else national), indicator, year, base_year, kind,
        value, lo, hi, lo_open, hi_open, resolution, comparator; document (the rule, else the
        benchmark), figure (the benchmark), and what the evidence knows.

    Examples
    --------
    >>> import compare
    >>> nation = compare.as_observations(compare.table("benchmarks"),
    ...                                  evidence=compare.evidence())
    >>> found = compare.attainment(nation).set_index(["indicator", "target_year"])
    >>> found.loc[("compulsory_retention", 2025), ["base_value", "target_value"]].tolist()
    [95.2, 96.0]
    """
    came = arrived(benchmarks, known_columns() | {"rule"})
    frame: pl.LazyFrame = came.native
    needs = ("benchmark", "indicator", "year", "kind", "comparator", "value")
    require_columns(frame, needs, came.columns)
    has = columns_of(frame)
    whose = [pl.col(name).cast(pl.String) for name in ("region", "adcode", "scope") if name in has]
    rule = [pl.col(name).cast(pl.String) for name in ("rule", "benchmark") if name in has]
    # of no rows, columns have no type: those of texts are told theirs
    frame = frame.with_columns(pl.col("benchmark", "indicator", "kind").cast(pl.String))
    frame = frame.filter(pl.col("kind") != "standard").with_columns(
        region=pl.coalesce(*whose, pl.lit("national")),
        document=pl.coalesce(*rule),
        figure=pl.col("benchmark"),
        scope=pl.lit("region"),
    )
    told = ("lo", "hi", "lo_open", "hi_open", "resolution", "base_year")
    ends = [name for name in told if name in has]
    names = [*_STATED, *ends, *(name for name in _FACTS if name in has)]
    if evidence is not None:
        lacking = [name for name in _FACTS if name not in has]
        facts = constants(_facts(evidence, lacking))
        numbers = [pl.col(n).cast(pl.Float64) for n in ("floor", "cap") if n in lacking]
        facts = facts.with_columns(*numbers) if numbers else facts
        frame = frame.join(facts, left_on="indicator", right_on="_indicator", how="left")
        names += lacking
    return came.give_back(frame.select(*names))


def _facts(evidence: Evidence, names: Sequence[str]) -> dict[str, list[Any]]:
    """Return what is known of each indicator, absent cells as None."""
    table = evidence.indicators
    columns = {"_indicator": table["indicator"], **{name: table[name] for name in names}}
    return {
        name: [None if pd.isna(cell) else cell for cell in column.tolist()]
        for name, column in columns.items()
    }


def with_line(
    rows: pl.LazyFrame,
    came: Boundary,
    benchmarks: Any,
    ends: tuple[str, str],
) -> pl.LazyFrame:
    """Add the target of the target's year, or else the standing standard.

    It is the province's that a region lies in, where there is one, or the nation's.

    Parameters
    ----------
    rows : polars.LazyFrame
        Targets with their outcomes.
    came : Boundary
        Where they came from.
    benchmarks : frame or None
        Rows like ``compare.table("benchmarks")``.
    ends : tuple of str
        Columns of the actuals that say how far the outcome is sure.
    """
    if benchmarks is None:
        return with_defaults(rows, _NO_LINE)
    lines = _lines(came, benchmarks)
    own = rows.drop(*_OF_A_LINE, strict=False)
    beside = _with_nearest(own, lines, own_province(came.frame)).join(
        lines.drop("_kind", "_year", "_indicator", "_whose"), on="benchmark", how="left"
    )
    lined = with_bounds(beside, ("comparator", "_is_date"), _BOUNDS)
    lo, hi = (f"outcome_{name}" for name in ends)
    met, missed = within(lo, hi, *_BOUNDS), lacks(lo, hi, *_BOUNDS)
    each = holds(pl.col("each"))
    there = ~pl.col("benchmark").is_null() & ~pl.col("outcome_year").is_null()
    verdict = first_of([(missed, "missed"), (met & ~each, "met")], "not-decided")
    return lined.with_columns(
        benchmark_value=pl.col("_line"),
        benchmark_comparator=pl.col("comparator"),
        benchmark_verdict=pl.when(there).then(verdict),
        _each_of_several=there & each & ~missed,
    )


def _lines(came: Boundary, benchmarks: Any) -> pl.LazyFrame:
    """Return targets and standards, one of a kind and owner."""
    needs = ["benchmark", "indicator", "year", "kind", "comparator", "value"]
    entered = enter_benchmarks(benchmarks, needs=needs, beside=came).frame
    whole = with_defaults(entered, {**_OF_A_LINE, "adcode": pl.String})
    usable = whole.filter(pl.col("kind").is_in(["standard", "target"]))
    # one of a kind: of several of the same nation or province the first by name
    one = usable.with_columns(
        pl.col("year").fill_null(-1), _code=pl.col("adcode").cast(pl.String).fill_null("")
    )
    one = one.sort("benchmark").unique(["indicator", "kind", "year", "_code"], keep="first")
    known = one.pipe(collected).to_dict(as_series=False)
    whose = [
        province_of_line({"adcode": code, "scope": scope})
        for code, scope in zip(known["adcode"], known["scope"], strict=True)
    ]
    signs = known["comparator"]
    ends = {
        end: [
            value if cell is None and sign not in beyond else cell
            for cell, value, sign in zip(known[end], known["value"], signs, strict=True)
        ]
        for end, beyond in {"lo": ("<=", "<"), "hi": (">=", ">")}.items()
    }
    lines = constants(
        {
            "benchmark": known["benchmark"],
            "_indicator": known["indicator"],
            "_year": known["year"],
            "_kind": known["kind"],
            "_whose": whose,
            "_line": known["value"],
            "comparator": signs,
            "each": [int(cell in (True,)) for cell in known["each"]],
            **ends,
        }
    )
    return lines.with_columns(
        pl.col("_year").cast(pl.Int64),
        pl.col("_line", "lo", "hi").cast(pl.Float64),
        each=pl.col("each").cast(pl.Int64) == 1,
    )


def _with_nearest(rows: pl.LazyFrame, lines: pl.LazyFrame, province: pl.Expr) -> pl.LazyFrame:
    """Add the name of the line: the target of the target's year, or else the standard.

    The province's own comes before the nation's.
    """
    whose = set(lines.select("_whose").pipe(collected)["_whose"].to_list()) - {"", "-"}
    rows = rows.with_columns(_province=province) if whose else rows
    names = lines.select("_indicator", "_kind", "_year", "_whose", "benchmark")
    found: dict[str, pl.Expr] = {}
    for kind in ("target", "standard"):
        for owner in ("own", "nation") if whose else ("nation",):
            name = f"_{owner}_{kind}"
            keys = {"indicator": "_indicator"}
            keys |= {"target_year": "_year"} if kind == "target" else {}
            keys |= {"_province": "_whose"} if owner == "own" else {}
            meant = pl.col("_whose") == "" if owner == "nation" else pl.col("_whose") != ""
            line = names.filter(meant & (pl.col("_kind") == kind)).select(
                *keys.values(), pl.col("benchmark").alias(name)
            )
            rows = rows.join(line, left_on=list(keys), right_on=list(keys.values()), how="left")
            found[name] = pl.col(name)
    return rows.with_columns(benchmark=pl.coalesce(*found.values()))
