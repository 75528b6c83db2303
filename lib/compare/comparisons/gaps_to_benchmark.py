"""Gaps to benchmarks: is a bound met, and how far is it.

Where each of several components must keep to a bound (the seven coefficients of
优质均衡), one number does not show that: it may be their mean. It can only show the contrary.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import (
    FOLDED,
    MOMENT,
    has_direction,
    is_barred,
    is_own_line,
    is_there,
)
from compare.comparisons.frames import (
    Boundary,
    columns_of,
    constants,
    distinct,
    enter_benchmarks,
    holds,
    with_defaults,
)
from compare.comparisons.gap_values import gap_unit, tidy
from compare.comparisons.intervals import is_point
from compare.comparisons.rules import each_of_several, flags_alone, in_order, joined, no_benchmark
from compare.ledger.evidence import province_of_line

_ENDS = ("lo", "hi")

_NO_LIMIT: Mapping[str, Any] = {
    "_ref_region": pl.String,
    "_ref_year": pl.Int64,
    "_ref_whose": pl.String,
    "_ref_kind": pl.String,
    "_ref_comparator": pl.String,
    "_ref_value": pl.Float64,
    "_ref_lo": pl.Float64,
    "_ref_hi": pl.Float64,
    "_ref_each": pl.Boolean,
    "_ref_by_county": pl.Boolean,
}
"""What a row has that no benchmark is known for."""


def to_benchmark(
    rows: pl.LazyFrame,
    given: Collection[str],
    came: Boundary,
    allow: Collection[str],
    benchmarks: Any,
) -> pl.LazyFrame:
    """Compare with every benchmark of the indicator: standing ones, and those of the moment."""
    names = ["benchmark", "indicator", "year", "kind", "comparator", "value"]
    ends = with_defaults(
        enter_benchmarks(benchmarks, needs=names, beside=came).frame,
        {"lo": pl.Float64, "hi": pl.Float64, "each": pl.Boolean, "assessed": pl.String},
    )
    ends = ends.with_columns(pl.coalesce(pl.col("value"), pl.col(end)).alias(end) for end in _ENDS)
    records = ends.pipe(collected).to_dict(as_series=False)
    limits = constants(
        {
            "_ref_region": records["benchmark"],
            "_ref_indicator": records["indicator"],
            "_ref_year": records["year"],
            "_ref_whose": _whose(records),
            "_ref_kind": records["kind"],
            "_ref_comparator": records["comparator"],
            "_ref_value": records["value"],
            "_ref_lo": records["lo"],
            "_ref_hi": records["hi"],
            "_ref_each": [int(cell in (True,)) for cell in records["each"]],
            "_ref_by_county": [int(cell == "county") for cell in records["assessed"]],
        }
    )
    limits = limits.with_columns(  # a column without rows has no type of its own
        pl.col("_ref_year").cast(pl.Int64),
        pl.col("_ref_each", "_ref_by_county").cast(pl.Int64) == 1,
        pl.col("_ref_value", "_ref_lo", "_ref_hi").cast(pl.Float64),
    )
    beside = rows.join(limits, left_on="indicator", right_on="_ref_indicator")
    same_moment = (pl.col("_ref_year") == pl.col("year")) & (pl.col("_ref_kind") == pl.col("kind"))
    own = is_own_line(pl.col("_ref_whose"), rows)
    limited = beside.filter(((pl.col("_ref_kind") == "standard") | same_moment) & own)
    keys = ["region", *MOMENT]
    rest = rows.join(distinct(limited, *keys), on=keys, how="anti")
    rest = with_defaults(rest, _NO_LIMIT).select(*columns_of(limited))
    return _judged(pl.concat([limited, rest]), given, allow)


def _whose(records: Mapping[str, list[Any]]) -> list[str]:
    """Return whose line each benchmark is: a province's two digits, or nothing."""
    nobody = [None] * len(records["benchmark"])
    cells = zip(records.get("adcode", nobody), records.get("scope", nobody), strict=True)
    return [province_of_line({"adcode": code, "scope": scope}) for code, scope in cells]


def _judged(beside: pl.LazyFrame, given: Collection[str], allow: Collection[str]) -> pl.LazyFrame:
    """Judge by the operator: a bound is met, or it is not; a range is met by what lies in it."""
    least, most = (pl.col(name) for name in FOLDED)
    lower = pl.col("direction") == "lower"
    low = pl.when(lower).then(-pl.col("_ref_hi")).otherwise(pl.col("_ref_lo"))
    high = pl.when(lower).then(-pl.col("_ref_lo")).otherwise(pl.col("_ref_hi"))
    strict = pl.col("_ref_comparator").is_in([">", "<"])
    ahead = least > high
    behind = (most < low) | (strict & (most <= low))
    at_least = pl.col("_ref_comparator").is_in([">=", "<="]) & (least >= low)
    within = (least >= low) & (most <= high)
    about = holds(pl.col("approximate"))
    met = (
        pl.when(ahead)
        .then(pl.lit("ahead"))
        .otherwise(
            pl.when(behind)
            .then(pl.lit("behind"))
            .otherwise(
                pl.when((within | at_least) & ~about)
                .then(pl.lit("level"))
                .otherwise(pl.lit("undetermined"))
            )
        )
    )
    unshown = each_of_several() & ~holds(behind)
    judged = is_there() & has_direction() & ~no_benchmark() & ~is_barred(given, allow)
    flags = in_order(
        {
            **flags_alone(given),
            "no-benchmark": no_benchmark(),
            "each-of-several": judged & unshown,
            "assessed-by-county": judged & _of_a_whole_city(),
        }
    )
    gap_lo, gap_hi = pl.col("lo") - pl.col("_ref_hi"), pl.col("hi") - pl.col("_ref_lo")
    return beside.with_columns(
        reference=pl.col("_ref_region"),
        reference_value=pl.col("_ref_value"),
        reference_lo=pl.col("_ref_lo"),
        reference_hi=pl.col("_ref_hi"),
        reference_figure=pl.lit(None, dtype=pl.String),
        gap=tidy(pl.when(judged & is_point() & (gap_lo == gap_hi)).then(gap_lo)),
        gap_lo=tidy(pl.when(judged).then(gap_lo)),
        gap_hi=tidy(pl.when(judged).then(gap_hi)),
        gap_unit=gap_unit(),
        verdict=pl.when(~is_there())
        .then(pl.lit("missing"))
        .otherwise(
            pl.when(judged & ~unshown)
            .then(met)
            .otherwise(
                pl.when(judged).then(pl.lit("undetermined")).otherwise(pl.lit("not-comparable"))
            )
        ),
        reasons=joined(flags, pl.when(~is_there()).then(pl.col("status"))),
    )


WHOLES = ("prefecture-city", "province")
"""Levels of regions that are wholes of counties."""


def _of_a_whole_city() -> pl.Expr:
    """Tell which values are of a whole whose counties are assessed one by one."""
    whole = pl.col("level").is_in(WHOLES) & (pl.col("scope") == "region")
    return holds(pl.col("_ref_by_county")) & holds(whole)
