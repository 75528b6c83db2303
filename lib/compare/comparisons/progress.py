"""Progress: from what is to what is planned, and the pace that it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from compare.comparisons.align import DEFAULTS, OBSERVED
from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import BREAK, FOLDED, has_direction, is_there
from compare.comparisons.frames import (
    NEEDED,
    Boundary,
    columns_of,
    constants,
    enter,
    enter_benchmarks,
    holds,
    with_defaults,
    with_nulls_filled,
)
from compare.comparisons.gap_values import gap_unit
from compare.comparisons.intervals import rounded, with_folded, with_point
from compare.comparisons.rules import either, joined
from compare.ledger.evidence import Evidence

_KEYS = ["region", "indicator", BREAK]
"""Whose values are paired: on either side of a break they may be of two concepts."""

_STATED = ("year", "value", "lo", "hi", "figure")
_UNBOUNDED = float("inf")


def progress(
    observations: Any,
    *,
    direction: str | Mapping[str, str] | None = None,
    benchmarks: Any = None,
    evidence: Evidence | None = None,
) -> Any:
    """Return how far each region is from its targets, and the linear pace that takes.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own with region,
        indicator, year, kind and value, lo and hi beside it or in its place where it is an
        interval. pandas, polars (eager or lazy) or a DuckDB relation. Main figures count,
        proxies do not.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.
    benchmarks : frame, optional
        Rows like ``compare.table("benchmarks")``; by default those of the evidence. Without
        benchmarks the columns are empty.
    evidence : Evidence, optional
        Benchmarks: :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, one row per region, indicator and target year, and one for each
        region and indicator with actuals alone. base_year, base_value, base_lo, base_hi,
        base_figure: the first actual; current_year, current_value, current_lo, current_hi,
        current_figure: the last; target_year, target_value, target_lo, target_hi,
        target_comparator, target_figure; all levels, benchmark_value too, in ``unit``, the
        indicator's.
        ``distance`` still to go in ``distance_unit`` (percentage points for %), signed as
        the value must move, with distance_lo and distance_hi; ``years``; ``pace``, pace_lo
        and pace_hi in it per year; ``share_of_way`` gone from base to target
        and ``share_of_pace`` (pace so far over pace required from the base), both empty where
        base or current is a bound;
        ``benchmark``, benchmark_value, benchmark_year, benchmark_distance and
        benchmark_pace, in ``distance_unit`` too; ``status`` and ``reasons``.

    Notes
    -----
    ``status`` is to-go, at-target, floor-held (保持在…以上: a bound that already holds is
    no planned fall), target-below-base (a plain target behind the current value),
    ceiling-only (the target bounds only the worse side), undetermined (an interval
    straddles the target), passed (the target year is not after the current year),
    no-base, no-target or no-direction (counts, which have no pace). The benchmark is the
    national target of the target year, else the standing standard by that year.

    Pace is linear, in units per year: compound rates mislead on bounded shares and fail at
    zero. 20 to 30 in two of five years towards 60 is 0.625 of the required pace.

    Examples
    --------
    >>> import compare
    >>> pace = compare.progress(compare.observations(indicator="balance_junior"))
    >>> pace.set_index("region").loc["xiangshan", ["distance", "years", "pace"]].tolist()
    [-0.08, 5.0, -0.016]
    """
    came = enter(
        observations,
        "observations",
        needs=(*NEEDED, "kind"),
        direction=direction,
        directed=True,
    )
    rows = with_nulls_filled(with_defaults(came.frame, {**DEFAULTS, BREAK: False}), OBSERVED)
    rows = rows.with_columns(holds(pl.col(BREAK)).alias(BREAK))
    rows = rows.filter(is_there() | (pl.col("kind") != "actual"))  # a blank is no outcome
    rows = rows.filter((pl.col("use") == "main") & (pl.col("comparability") != "proxy"))
    rows = with_folded(rows.with_columns(pl.col("direction", "unit").max().over("indicator")))
    rows = with_point(rows, columns_of(came.frame), "_point")
    both = _actuals(rows).join(_targets(rows), on=_KEYS, how="full", suffix="_of_target")
    both = both.with_columns(
        **{name: pl.coalesce(pl.col(name), pl.col(f"{name}_of_target")) for name in _KEYS}
    ).drop(*(f"{name}_of_target" for name in _KEYS))
    described = both.join(_described(rows), on="indicator")
    with_limits = _with_benchmarks(described, came, _benchmarks(benchmarks, evidence))
    return came.give_back(_measured(with_limits))


def _benchmarks(benchmarks: Any, evidence: Evidence | None) -> Any:
    """Return the benchmarks to compare with, or None."""
    return evidence.benchmarks if benchmarks is None and evidence is not None else benchmarks


def _described(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.group_by("indicator").agg(pl.col("direction", "unit").max())


def _actuals(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return the first and the last actual of each region and indicator, side by side."""
    actual = rows.filter(pl.col("kind") == "actual").with_columns(
        _first=pl.col("year").min().over(*_KEYS), _last=pl.col("year").max().over(*_KEYS)
    )
    first = actual.filter(pl.col("year") == pl.col("_first")).select(
        *_KEYS, *(pl.col(name).alias(f"base_{name}") for name in _STATED), _base_point="_point"
    )
    last = actual.filter(pl.col("year") == pl.col("_last")).select(
        *_KEYS,
        *(pl.col(name).alias(f"current_{name}") for name in _STATED),
        *(pl.col(name).alias(f"_current{name}") for name in FOLDED),
        _current_about=pl.col("approximate"),
        _current_point=pl.col("_point"),
    )
    return first.join(last, on=_KEYS)


def _targets(rows: pl.LazyFrame) -> pl.LazyFrame:
    target = rows.filter(pl.col("kind") == "target")
    return target.select(
        *_KEYS,
        *(pl.col(name).alias(f"target_{name}") for name in (*_STATED, "comparator")),
        *(pl.col(name).alias(f"_target{name}") for name in FOLDED),
        _target_about=pl.col("approximate"),
        _target_scope=pl.col("scope"),
    )


def _with_benchmarks(rows: pl.LazyFrame, came: Boundary, benchmarks: Any) -> pl.LazyFrame:
    """Add the target benchmark of the target year, or else the standing standard.

    Where a region has no target, the first dated benchmark of the indicator stands in.
    """
    if benchmarks is None:
        empty = {
            "benchmark": pl.String,
            "benchmark_value": pl.Float64,
            "benchmark_year": pl.Int64,
        }
        return with_defaults(rows, empty)
    needs = ["benchmark", "indicator", "year", "kind", "value"]
    usable = with_defaults(
        enter_benchmarks(benchmarks, needs=needs, beside=came).frame, {"scope": "national"}
    ).filter((pl.col("scope") == "national") & ~pl.col("value").is_null())
    # one of a kind: of several the first by name
    one = usable.with_columns(pl.col("year").fill_null(-1)).sort("benchmark")
    one = one.unique(["indicator", "kind", "year"], keep="first")
    known = one.pipe(collected).to_dict(as_series=False)
    limits = constants(
        {
            "_name": known["benchmark"],
            "_indicator": known["indicator"],
            "_year": known["year"],
            "_kind": known["kind"],
            "_limit": known["value"],
        }
    ).with_columns(pl.col("_year").cast(pl.Int64), pl.col("_limit").cast(pl.Float64))
    standing = limits.filter(pl.col("_kind") == "standard").select(
        "_indicator", _standard=pl.col("_name"), _standard_limit=pl.col("_limit")
    )
    dated = limits.filter(pl.col("_kind") == "target").select(
        "_indicator", "_year", "_name", "_limit"
    )
    next_one = dated.with_columns(_next=pl.col("_year").min().over("_indicator")).filter(
        pl.col("_year") == pl.col("_next")
    )
    rows = rows.join(
        next_one.select("_indicator", "_next"),
        left_on="indicator",
        right_on="_indicator",
        how="left",
    ).with_columns(_by=pl.coalesce(pl.col("target_year"), pl.col("_next")))
    limited = rows.join(standing, left_on="indicator", right_on="_indicator", how="left").join(
        dated, left_on=["indicator", "_by"], right_on=["_indicator", "_year"], how="left"
    )
    return limited.with_columns(
        benchmark=pl.coalesce(pl.col("_name"), pl.col("_standard")),
        benchmark_value=pl.coalesce(pl.col("_limit"), pl.col("_standard_limit")),
        benchmark_year=pl.when(~pl.col("_name").is_null() | ~pl.col("_standard").is_null()).then(
            pl.col("_by")
        ),
    )


def _measured(rows: pl.LazyFrame) -> pl.LazyFrame:
    lower = pl.col("direction") == "lower"
    sign = pl.when(lower).then(-1.0).otherwise(1.0)
    goal = pl.col("_target_least")
    years = pl.col("target_year") - pl.col("current_year")
    reachable = (goal > -_UNBOUNDED) & ~_wrong_side()
    near = _at_least_zero(goal - pl.col("_current_most"))
    far = _at_least_zero(goal - pl.col("_current_least"))
    directed = has_direction()
    measurable = holds(reachable & (years > 0) & directed)
    rows = rows.with_columns(
        years=years,
        _near=pl.when(measurable).then(near),
        _far=pl.when(measurable).then(far),
    )
    near, far = pl.col("_near"), _bounded("_far")
    distance = {
        "distance": pl.when(near == far).then(sign * near),
        "distance_lo": pl.when(lower).then(-far).otherwise(near),
        "distance_hi": pl.when(lower).then(-near).otherwise(far),
    }
    rows = rows.with_columns(**{name: _tidy(value) for name, value in distance.items()})
    gone = pl.col("_current_point") - pl.col("_base_point")  # of a bound nobody knows how much
    whole = pl.col("target_value") - pl.col("_base_point")
    elapsed = pl.col("current_year") - pl.col("base_year")
    planned = pl.col("target_year") - pl.col("base_year")
    moved = holds((elapsed > 0) & (planned > 0) & (whole != 0) & directed)
    to_benchmark = pl.col("benchmark_value") - pl.col("current_value")
    met = holds(to_benchmark * sign <= 0)
    until = pl.col("benchmark_year") - pl.col("current_year")
    benchmark_distance = pl.when(met).then(0.0).otherwise(to_benchmark)
    result = rows.with_columns(
        pace=_tidy(pl.col("distance") / pl.col("years")),
        pace_lo=_tidy(pl.col("distance_lo") / pl.col("years")),
        pace_hi=_tidy(pl.col("distance_hi") / pl.col("years")),
        share_of_way=_tidy(pl.when(moved).then(gone / whole)),
        share_of_pace=_tidy(pl.when(moved).then((gone / elapsed) / (whole / planned))),
        benchmark_distance=_tidy(benchmark_distance),
        benchmark_pace=_tidy(pl.when(until > 0).then(benchmark_distance / until)),
        status=_status(),
        distance_unit=gap_unit(),
    )
    result = result.with_columns(reasons=joined(_flags()))
    return result.select(*_RESULT)


_RESULT = (
    "region",
    "indicator",
    "direction",
    "unit",
    *(f"base_{name}" for name in _STATED),
    *(f"current_{name}" for name in _STATED),
    *(f"target_{name}" for name in (*_STATED, "comparator")),
    "distance",
    "distance_lo",
    "distance_hi",
    "distance_unit",
    "years",
    "pace",
    "pace_lo",
    "pace_hi",
    "share_of_way",
    "share_of_pace",
    "benchmark",
    "benchmark_value",
    "benchmark_year",
    "benchmark_distance",
    "benchmark_pace",
    "status",
    "reasons",
)


def _status() -> pl.Expr:
    least, most = pl.col("_current_least"), pl.col("_current_most")
    goal = pl.col("_target_least")
    bound = pl.col("target_comparator").is_in([">=", ">", "<=", "<"])
    cases = [
        (~has_direction(), "no-direction"),
        (pl.col("target_year").is_null(), "no-target"),
        (pl.col("current_year").is_null(), "no-base"),
        (pl.col("years") <= 0, "passed"),
        ((goal <= -_UNBOUNDED) | _wrong_side(), "ceiling-only"),
        ((least >= goal) & bound, "floor-held"),
        (least > pl.col("_target_most"), "target-below-base"),
        (least >= goal, "at-target"),
        (most < goal, "to-go"),
    ]
    result = pl.lit("undetermined")
    for condition, name in reversed(cases):
        result = pl.when(holds(condition)).then(pl.lit(name)).otherwise(result)
    return result


def _wrong_side() -> pl.Expr:
    """Tell which targets bound only the worse side: at most, where more is better."""
    at_most = pl.col("target_comparator").is_in(["<=", "<"])
    at_least = pl.col("target_comparator").is_in([">=", ">"])
    return holds(pl.when(pl.col("direction") == "lower").then(at_least).otherwise(at_most))


def _flags() -> dict[str, pl.Expr]:
    open_end = (pl.col("_current_least") != pl.col("_current_most")) | (
        pl.col("base_year").is_not_null() & pl.col("_base_point").is_null()
    )
    return {
        "series-break": holds(pl.col(BREAK)),
        "approximate": either(pl.col("_current_about"), pl.col("_target_about")),
        "each-county-ceiling": holds(pl.col("_target_scope") == "each-county"),
        "open-interval": holds(open_end),
        "zero-base": holds(pl.col("base_value") == 0),
    }


def _at_least_zero(value: pl.Expr) -> pl.Expr:
    return pl.when(value < 0).then(0.0).otherwise(value)


def _bounded(name: str) -> pl.Expr:
    return pl.when(pl.col(name) < _UNBOUNDED).then(pl.col(name))


def _tidy(value: pl.Expr) -> pl.Expr:
    return pl.when(value == 0).then(0.0).otherwise(rounded(value))
