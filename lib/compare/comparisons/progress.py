"""Progress: from what is to what is planned, and the pace that it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from compare.comparisons.align import DEFAULTS, OBSERVED
from compare.comparisons.comparability import BREAK, FOLDED, has_direction, is_there
from compare.comparisons.frames import (
    NEEDED,
    Boundary,
    enter,
    enter_benchmarks,
    holds,
    with_defaults,
    with_nulls_filled,
)
from compare.comparisons.gap_values import gap_unit
from compare.comparisons.intervals import rounded, with_folded
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
        region and indicator with actuals alone. base_year, base_value, base_figure: the
        first actual; current_year, current_value, current_lo, current_hi, current_figure:
        the last; target_year, target_value, target_lo, target_hi, target_comparator,
        target_figure; all levels, benchmark_value too, in ``unit``, the indicator's.
        ``distance`` still to go in ``distance_unit`` (percentage points for %), signed as
        the value must move, with distance_lo and distance_hi; ``years``; ``pace``, pace_lo
        and pace_hi in it per year; ``share_of_way`` gone from base to target
        and ``share_of_pace`` (pace so far over pace required from the base);
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
    rows = rows.with_columns(holds(nw.col(BREAK)).alias(BREAK))
    rows = rows.filter(is_there() | (nw.col("kind") != "actual"))  # a blank is no outcome
    rows = rows.filter((nw.col("use") == "main") & (nw.col("comparability") != "proxy"))
    rows = with_folded(rows.with_columns(nw.col("direction", "unit").max().over("indicator")))
    both = _actuals(rows).join(_targets(rows), on=_KEYS, how="full", suffix="_of_target")
    both = both.with_columns(
        **{name: nw.coalesce(nw.col(name), nw.col(f"{name}_of_target")) for name in _KEYS}
    ).drop(*(f"{name}_of_target" for name in _KEYS))
    described = both.join(_described(rows), on="indicator")
    with_limits = _with_benchmarks(described, came, _benchmarks(benchmarks, evidence))
    return came.give_back(_measured(with_limits))


def _benchmarks(benchmarks: Any, evidence: Evidence | None) -> Any:
    """Return the benchmarks to compare with, or None."""
    return evidence.benchmarks if benchmarks is None and evidence is not None else benchmarks


def _described(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    return rows.group_by("indicator").agg(nw.col("direction", "unit").max())


def _actuals(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the first and the last actual of each region and indicator, side by side."""
    actual = rows.filter(nw.col("kind") == "actual").with_columns(
        _first=nw.col("year").min().over(*_KEYS), _last=nw.col("year").max().over(*_KEYS)
    )
    first = actual.filter(nw.col("year") == nw.col("_first")).select(
        *_KEYS, *(nw.col(name).alias(f"base_{name}") for name in ("year", "value", "figure"))
    )
    last = actual.filter(nw.col("year") == nw.col("_last")).select(
        *_KEYS,
        *(nw.col(name).alias(f"current_{name}") for name in _STATED),
        *(nw.col(name).alias(f"_current{name}") for name in FOLDED),
        _current_about=nw.col("approximate"),
    )
    return first.join(last, on=_KEYS)


def _targets(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    target = rows.filter(nw.col("kind") == "target")
    return target.select(
        *_KEYS,
        *(nw.col(name).alias(f"target_{name}") for name in (*_STATED, "comparator")),
        *(nw.col(name).alias(f"_target{name}") for name in FOLDED),
        _target_about=nw.col("approximate"),
        _target_scope=nw.col("scope"),
    )


def _with_benchmarks(rows: nw.LazyFrame[Any], came: Boundary, benchmarks: Any) -> nw.LazyFrame[Any]:
    """Add the target benchmark of the target year, or else the standing standard.

    Where a region has no target, the first dated benchmark of the indicator stands in.
    """
    if benchmarks is None:
        empty = {
            "benchmark": nw.String,
            "benchmark_value": nw.Float64,
            "benchmark_year": nw.Int64,
        }
        return with_defaults(rows, empty)
    needs = ["benchmark", "indicator", "year", "kind", "value"]
    usable = with_defaults(
        enter_benchmarks(benchmarks, needs=needs, beside=came).frame, {"scope": "national"}
    ).filter((nw.col("scope") == "national") & ~nw.col("value").is_null())
    # one of a kind: of several the first by name
    one = usable.with_columns(nw.col("year").fill_null(-1)).unique(
        ["indicator", "kind", "year"], keep="first", order_by=["benchmark"]
    )
    known = one.collect().to_dict(as_series=False)
    limits = came.constant(
        {
            "_name": known["benchmark"],
            "_indicator": known["indicator"],
            "_year": known["year"],
            "_kind": known["kind"],
            "_limit": known["value"],
        }
    ).with_columns(nw.col("_year").cast(nw.Int64), nw.col("_limit").cast(nw.Float64))
    standing = limits.filter(nw.col("_kind") == "standard").select(
        "_indicator", _standard=nw.col("_name"), _standard_limit=nw.col("_limit")
    )
    dated = limits.filter(nw.col("_kind") == "target").select(
        "_indicator", "_year", "_name", "_limit"
    )
    next_one = dated.with_columns(_next=nw.col("_year").min().over("_indicator")).filter(
        nw.col("_year") == nw.col("_next")
    )
    rows = rows.join(
        next_one.select("_indicator", "_next"),
        left_on="indicator",
        right_on="_indicator",
        how="left",
    ).with_columns(_by=nw.coalesce(nw.col("target_year"), nw.col("_next")))
    limited = rows.join(standing, left_on="indicator", right_on="_indicator", how="left").join(
        dated, left_on=["indicator", "_by"], right_on=["_indicator", "_year"], how="left"
    )
    return limited.with_columns(
        benchmark=nw.coalesce(nw.col("_name"), nw.col("_standard")),
        benchmark_value=nw.coalesce(nw.col("_limit"), nw.col("_standard_limit")),
        benchmark_year=nw.when(~nw.col("_name").is_null() | ~nw.col("_standard").is_null()).then(
            nw.col("_by")
        ),
    )


def _measured(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    lower = nw.col("direction") == "lower"
    sign = nw.when(lower).then(-1.0).otherwise(1.0)
    goal = nw.col("_target_least")
    years = nw.col("target_year") - nw.col("current_year")
    reachable = (goal > -_UNBOUNDED) & ~_wrong_side()
    near = _at_least_zero(goal - nw.col("_current_most"))
    far = _at_least_zero(goal - nw.col("_current_least"))
    directed = has_direction()
    measurable = holds(reachable & (years > 0) & directed)
    rows = rows.with_columns(
        years=years,
        _near=nw.when(measurable).then(near),
        _far=nw.when(measurable).then(far),
    )
    near, far = nw.col("_near"), _bounded("_far")
    distance = {
        "distance": nw.when(near == far).then(sign * near),
        "distance_lo": nw.when(lower).then(-far).otherwise(near),
        "distance_hi": nw.when(lower).then(-near).otherwise(far),
    }
    rows = rows.with_columns(**{name: _tidy(value) for name, value in distance.items()})
    gone = nw.col("current_value") - nw.col("base_value")
    whole = nw.col("target_value") - nw.col("base_value")
    elapsed = nw.col("current_year") - nw.col("base_year")
    planned = nw.col("target_year") - nw.col("base_year")
    moved = holds((elapsed > 0) & (planned > 0) & (whole != 0) & directed)
    to_benchmark = nw.col("benchmark_value") - nw.col("current_value")
    met = holds(to_benchmark * sign <= 0)
    until = nw.col("benchmark_year") - nw.col("current_year")
    benchmark_distance = nw.when(met).then(0.0).otherwise(to_benchmark)
    result = rows.with_columns(
        pace=_tidy(nw.col("distance") / nw.col("years")),
        pace_lo=_tidy(nw.col("distance_lo") / nw.col("years")),
        pace_hi=_tidy(nw.col("distance_hi") / nw.col("years")),
        share_of_way=_tidy(nw.when(moved).then(gone / whole)),
        share_of_pace=_tidy(nw.when(moved).then((gone / elapsed) / (whole / planned))),
        benchmark_distance=_tidy(benchmark_distance),
        benchmark_pace=_tidy(nw.when(until > 0).then(benchmark_distance / until)),
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
    *(f"base_{name}" for name in ("year", "value", "figure")),
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


def _status() -> nw.Expr:
    least, most = nw.col("_current_least"), nw.col("_current_most")
    goal = nw.col("_target_least")
    bound = nw.col("target_comparator").is_in([">=", ">", "<=", "<"])
    cases = [
        (~has_direction(), "no-direction"),
        (nw.col("target_year").is_null(), "no-target"),
        (nw.col("current_year").is_null(), "no-base"),
        (nw.col("years") <= 0, "passed"),
        ((goal <= -_UNBOUNDED) | _wrong_side(), "ceiling-only"),
        ((least >= goal) & bound, "floor-held"),
        (least > nw.col("_target_most"), "target-below-base"),
        (least >= goal, "at-target"),
        (most < goal, "to-go"),
    ]
    result = nw.lit("undetermined")
    for condition, name in reversed(cases):
        result = nw.when(holds(condition)).then(nw.lit(name)).otherwise(result)
    return result


def _wrong_side() -> nw.Expr:
    """Tell which targets bound only the worse side: at most, where more is better."""
    at_most = nw.col("target_comparator").is_in(["<=", "<"])
    at_least = nw.col("target_comparator").is_in([">=", ">"])
    return holds(nw.when(nw.col("direction") == "lower").then(at_least).otherwise(at_most))


def _flags() -> dict[str, nw.Expr]:
    open_end = nw.col("_current_least") != nw.col("_current_most")
    return {
        "series-break": holds(nw.col(BREAK)),
        "approximate": either(nw.col("_current_about"), nw.col("_target_about")),
        "each-county-ceiling": holds(nw.col("_target_scope") == "each-county"),
        "open-interval": holds(open_end),
        "zero-base": holds(nw.col("base_value") == 0),
    }


def _at_least_zero(value: nw.Expr) -> nw.Expr:
    return nw.when(value < 0).then(0.0).otherwise(value)


def _bounded(name: str) -> nw.Expr:
    return nw.when(nw.col(name) < _UNBOUNDED).then(nw.col(name))


def _tidy(value: nw.Expr) -> nw.Expr:
    return nw.when(value == 0).then(0.0).otherwise(rounded(value))
