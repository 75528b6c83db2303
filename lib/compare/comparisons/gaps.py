"""Gaps: how far regions are from each other, from the best, the middle, or a benchmark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import narwhals as nw

from compare.comparisons.comparability import (
    FOLDED,
    FORBIDDING,
    check_allow,
    completed,
    contains,
    contest_keys,
    has_direction,
    is_there,
    possible,
    reasons,
    tidied,
    verdict,
    with_contestants,
)
from compare.comparisons.frames import (
    Boundary,
    columns_of,
    distinct,
    enter,
    holds,
    summed_up,
    with_defaults,
)
from compare.comparisons.intervals import DIGITS, is_point, with_folded
from compare.comparisons.regions import region_named
from compare.errors import UnknownValueError
from compare.ledger.evidence import Evidence

MOMENT = ["indicator", "year", "kind"]
MIDDLES = ("median", "mean")
NEW = (
    "reference",
    "reference_value",
    "reference_lo",
    "reference_hi",
    "reference_figure",
    "gap",
    "gap_lo",
    "gap_hi",
    "gap_unit",
    "verdict",
    "reasons",
)
"""The columns that a gap adds to those that came."""

_HUGE = 1e300

_REFERENCE = (
    "region",
    "value",
    "lo",
    "hi",
    "lo_open",
    "hi_open",
    "figure",
    "observed_year",
    "scope",
    "level",
    "parent",
    "adcode",
    "approximate",
    "comparability",
    "conflict",
    "derived",
    *FOLDED,
)
_ENDS = ("lo", "hi")
_KEPT = ("region", "value", "lo", "hi", "figure")
"""Of the reference, the columns that stay beside the result."""


def gaps(
    aligned: Any,
    *,
    to: str = "best",
    allow: Collection[str] = (),
    benchmarks: Any = None,
    evidence: Evidence | None = None,
) -> Any:
    """Return the gap of each region to a reference, with what may be said of it.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, or a frame of one's own with region, indicator,
        year, value, lo and hi. pandas, polars (eager or lazy) or a DuckDB relation.
    to : str
        ``best``, ``median`` or ``mean`` of the contestants; ``benchmark``; ``every`` (all
        ordered pairs of regions); or a region by any of its names.
    allow : collection of str
        Forbidding reasons to overrule: part-and-whole, different-year,
        each-county-ceiling, different-scope. They are still shown.
    benchmarks : frame, optional
        For ``to="benchmark"``: rows like ``compare.table("benchmarks")``; by default those of
        the evidence.
    evidence : Evidence, optional
        Names of regions and benchmarks: :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, one row per region, indicator, year and kind (and reference,
        for ``every`` and ``benchmark``; without a benchmark the reference is empty): the
        columns given; ``reference``,
        reference_value, reference_lo, reference_hi, reference_figure; ``gap`` (value less
        reference, where both are single numbers), gap_lo, gap_hi (its interval) in
        ``gap_unit`` (percentage points for %); ``verdict``: ahead, behind, level,
        undetermined, not-comparable or missing, with direction folded in; ``reasons``,
        joined by semicolons. Where the verdict is not-comparable or missing there is no
        gap.

    Raises
    ------
    UnknownValueError
        If ``to`` names no region of the frame or the evidence, ``allow`` no reason, or no
        benchmarks are given to compare with.

    Notes
    -----
    A gap is decided only if every value of one interval lies beyond every value of the
    other. Actuals are compared with actuals and targets with targets. Against the best,
    an interval reaches at most to zero. A benchmark stated as a bound is met or not: 92.0
    is behind ``> 92`` and level with ``≥ 92``.

    Examples
    --------
    >>> import compare
    >>> row = compare.align(compare.observations(indicator="compulsory_retention"), year=2020,
    ...                     kind="actual", evidence=compare.evidence())
    >>> gap = compare.gaps(row, to="平阳").set_index("region")
    >>> float(gap.loc["fushun", "gap"].round(1)), gap.loc["fushun", "verdict"]
    (-9.4, 'behind')
    >>> gap.loc["ningbo", ["verdict", "reasons"]].tolist()
    ['missing', 'not-in-text']
    """
    check_allow(allow)
    came = enter(aligned, needs=("region", "indicator", "year", "value", "lo", "hi"))
    given = columns_of(came.frame)
    of_the_field = to == "best" or to in MIDDLES
    rows = with_folded((tidied if of_the_field else completed)(came.frame), given)
    if to == "best":
        compared = _to_best(rows, given, allow)
    elif to in MIDDLES:
        compared = _to_middle(rows, given, allow, to)
    elif to == "benchmark":
        compared = _to_benchmark(rows, came, _benchmarks(benchmarks, evidence))
    elif to == "every":
        compared = _pairs(rows, rows, allow, how="inner").filter(
            nw.col("region") != nw.col("reference")
        )
    else:
        slug = region_named("to", to, rows, evidence)
        compared = _pairs(rows, rows.filter(nw.col("region") == slug), allow, how="left")
        compared = compared.with_columns(reference=nw.lit(slug))
    return came.give_back(compared.select(*(n for n in given if n not in NEW), *NEW))


def _benchmarks(benchmarks: Any, evidence: Evidence | None) -> Any:
    """Return the benchmarks to compare with."""
    if benchmarks is None and evidence is None:
        raise UnknownValueError(
            "to='benchmark' needs the benchmarks: evidence=compare.evidence(), or "
            "benchmarks=<a frame like compare.table('benchmarks')>"
        )
    return evidence.benchmarks if benchmarks is None and evidence else benchmarks


def _pairs(
    rows: nw.LazyFrame[Any], others: nw.LazyFrame[Any], allow: Collection[str], *, how: Any
) -> nw.LazyFrame[Any]:
    reference = others.select(
        *(nw.col(name).alias(f"_moment_{name}") for name in MOMENT),
        *(nw.col(name).alias(f"_ref_{name}") for name in _REFERENCE),
    )
    joined = rows.join(
        reference, how=how, left_on=MOMENT, right_on=[f"_moment_{name}" for name in MOMENT]
    )
    flags = _pair_flags()
    itself = nw.col("region") == nw.col("_ref_region")
    return _judged(joined, flags, allow, itself=holds(itself))


def _pair_flags() -> dict[str, nw.Expr]:
    own = {name: name for name in ("region", "parent", "adcode")}
    other = {name: f"_ref_{name}" for name in own}
    scopes = nw.col("scope") != nw.col("_ref_scope")
    ceiling = (nw.col("scope") == "each-county") | (nw.col("_ref_scope") == "each-county")
    return {
        "part-and-whole": contains(own, other) | contains(other, own),
        "different-year": _differs("observed_year"),
        "each-county-ceiling": holds(scopes & ceiling),
        "different-scope": holds(scopes & ~ceiling),
        "no-direction": ~has_direction(),
        "different-level": _differs("level"),
        "proxy": _either(_is_proxy(), _is_proxy("_ref_")),
        "approximate": _either(nw.col("approximate"), nw.col("_ref_approximate")),
        "conflicting-figures": _either(nw.col("conflict"), nw.col("_ref_conflict")),
        "derived": _either(nw.col("derived"), nw.col("_ref_derived")),
        "one-province-scheme": ~nw.col("only_in").is_null(),
    }


def _to_best(
    rows: nw.LazyFrame[Any], given: Collection[str], allow: Collection[str]
) -> nw.LazyFrame[Any]:
    """Compare with the best of all contestants; one's own gap is then zero or below."""
    keys = contest_keys(allow, given)
    least, most = FOLDED
    marked = with_contestants(rows, given, keys)
    cautions = _cautions(given)
    field = marked.filter(nw.col("_contestant")).select(
        *keys, *FOLDED, **{name: holds(flag).cast(nw.Int8) for name, flag in cautions.items()}
    )
    highest = {"_ref_least": least, "_ref_most": most, **{name: name for name in cautions}}
    top = summed_up(field, keys, highest=highest, second={"_second": most})
    joined = marked.join(top, on=keys, how="left")
    joined = with_defaults(joined, _NO_CAUTION)
    holder = nw.col(most) == nw.col("_ref_most")
    others_most = nw.when(holder).then(nw.col("_second")).otherwise(nw.col("_ref_most"))
    first = holds(nw.col(least) > others_most) | (holder & nw.col("_second").is_null())
    equal = holds((nw.col(least) >= others_most) & (nw.col("_any_approximate") == 0))
    joined = joined.with_columns(_leads=first | equal, _others_most=others_most)
    return _judged_field(joined, nw.lit("best"), given, upper_zero=True)


def _to_middle(
    rows: nw.LazyFrame[Any], given: Collection[str], allow: Collection[str], to: str
) -> nw.LazyFrame[Any]:
    keys = contest_keys(allow, given)
    marked = with_contestants(rows, given, keys)
    field = marked.filter(nw.col("_contestant")).group_by(keys)
    ends = {f"_ref_{name.strip('_')}": nw.col(name) for name in FOLDED}
    middle = _median(field, ends, given) if to == "median" else _mean(field, ends, given)
    joined = marked.join(middle, on=keys, how="left")
    joined = with_defaults(joined, _NO_CAUTION)
    return _judged_field(joined, nw.lit(to), given, upper_zero=False)


def _median(field: Any, ends: Mapping[str, nw.Expr], given: Collection[str]) -> nw.LazyFrame[Any]:
    """Return the median of the ends; half-way to infinity is infinity, where engines say NaN."""
    middle = field.agg(
        **{name: end.clip(-_HUGE, _HUGE).median() for name, end in ends.items()}, **_field(given)
    )
    half = _HUGE / 4
    return middle.with_columns(
        **{
            name: nw.when(nw.col(name) > half)
            .then(float("inf"))
            .otherwise(nw.when(nw.col(name) < -half).then(-float("inf")).otherwise(nw.col(name)))
            for name in ends
        }
    )


def _mean(field: Any, ends: Mapping[str, nw.Expr], given: Collection[str]) -> nw.LazyFrame[Any]:
    """Return the mean of the ends without the noise of binary fractions: of equals, itself."""
    parts = {"mean": nw.Expr.mean, "min": nw.Expr.min, "max": nw.Expr.max}
    middle = field.agg(
        **{f"{name}_{part}": of(end) for name, end in ends.items() for part, of in parts.items()},
        **_field(given),
    )
    return middle.with_columns(
        **{
            name: nw.when(nw.col(f"{name}_min") == nw.col(f"{name}_max"))
            .then(nw.col(f"{name}_min"))
            .otherwise(nw.col(f"{name}_mean").round(DIGITS))
            for name in ends
        }
    )


_CAUTIONS = {
    "_any_proxy": "comparability",
    "_any_approximate": "approximate",
    "_any_conflict": "conflict",
    "_any_derived": "derived",
}
_NO_CAUTION = dict.fromkeys(_CAUTIONS, 0)


def _cautions(given: Collection[str]) -> dict[str, nw.Expr]:
    """Return the cautions that any contestant may give to a whole field."""
    return {
        name: _is_proxy() if column == "comparability" else nw.col(column)
        for name, column in _CAUTIONS.items()
        if column in given
    }


def _field(given: Collection[str]) -> dict[str, nw.Expr]:
    """Return what is said of a whole field: its size, and the cautions of any contestant."""
    cautions = {name: holds(flag).cast(nw.Int8).max() for name, flag in _cautions(given).items()}
    return {"_size": nw.len(), **cautions}


def _judged_field(
    joined: nw.LazyFrame[Any], name: nw.Expr, given: Collection[str], *, upper_zero: bool
) -> nw.LazyFrame[Any]:
    """Judge each contestant against an interval made of the whole field."""
    least, most = FOLDED
    own, reference = FOLDED, ("_ref_least", "_ref_most")
    below = nw.col(least) - nw.col("_others_most" if upper_zero else "_ref_most")
    above = nw.col(most) - nw.col("_ref_least")
    known = nw.col("_contestant") & (nw.col("_size") > 1)
    if upper_zero:
        leads = nw.col("_leads")
        below = nw.when(leads | (below > 0)).then(0.0).otherwise(below)
        above = nw.when(leads | (above > 0)).then(0.0).otherwise(above)
    decided = verdict(own, reference, holds(nw.col("_any_approximate") == 1))
    if upper_zero:
        decided = nw.when(leads).then(nw.lit("level")).otherwise(decided)
    flags = {
        "part-and-whole": nw.col("_whole"),
        "different-year": nw.col("_mixed_observed_year"),
        "each-county-ceiling": known & holds(nw.col("scope") == "each-county"),
        "different-scope": nw.col("_mixed_scope"),
        "no-direction": ~has_direction(),
        "different-level": nw.col("_mixed_level"),
        "proxy": _either(_is_proxy(), known & (nw.col("_any_proxy") == 1)),
        "approximate": _either(nw.col("approximate"), known & (nw.col("_any_approximate") == 1)),
        "conflicting-figures": _either(nw.col("conflict"), known & (nw.col("_any_conflict") == 1)),
        "derived": _either(nw.col("derived"), known & (nw.col("_any_derived") == 1)),
        "one-province-scheme": ~nw.col("only_in").is_null(),
        "not-rankable": ~holds(nw.col("rankable")) & has_direction(),
        "alone": nw.col("_contestant") & (nw.col("_size") < 2),
    }
    ref_lo, ref_hi, gap_lo, gap_hi = nw.col("_ref_least"), nw.col("_ref_most"), below, above
    if "direction" in given:
        lower = nw.col("direction") == "lower"
        ref_lo, ref_hi = _turned(lower, ref_lo, ref_hi)
        gap_lo, gap_hi = _turned(lower, gap_lo, gap_hi)
    flags = possible(flags, given)
    point = is_point() if {"lo_open", "hi_open"} & set(given) else nw.col("lo") == nw.col("hi")
    status = nw.when(~is_there()).then(nw.col("status")) if "status" in given else None
    return joined.with_columns(
        reference=name,
        reference_value=_tidy(_finite(nw.when(ref_lo == ref_hi).then(ref_lo))),
        reference_lo=_tidy(_finite(ref_lo)),
        reference_hi=_tidy(_finite(ref_hi)),
        reference_figure=nw.lit(None, dtype=nw.String),
        gap=_tidy(nw.when(known & point & (gap_lo == gap_hi)).then(gap_lo)),
        gap_lo=_tidy(_finite(nw.when(known).then(gap_lo))),
        gap_hi=_tidy(_finite(nw.when(known).then(gap_hi))),
        gap_unit=_gap_unit() if "unit" in given else nw.lit(""),
        verdict=nw.when(~is_there())
        .then(nw.lit("missing"))
        .otherwise(nw.when(known).then(decided).otherwise(nw.lit("not-comparable"))),
        reasons=reasons(flags, status),
    )


def _turned(lower: nw.Expr, lo: nw.Expr, hi: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Return an interval of folded ends in the indicator's own sense."""
    return nw.when(lower).then(-hi).otherwise(lo), nw.when(lower).then(-lo).otherwise(hi)


def _to_benchmark(rows: nw.LazyFrame[Any], came: Boundary, benchmarks: Any) -> nw.LazyFrame[Any]:
    """Compare with every benchmark of the indicator: standing ones, and those of the moment."""
    names = ["benchmark", "indicator", "year", "kind", "comparator", "value"]
    ends = with_defaults(enter(benchmarks, needs=names).frame, {"lo": nw.Float64, "hi": nw.Float64})
    ends = ends.with_columns(nw.coalesce(nw.col("value"), nw.col(end)).alias(end) for end in _ENDS)
    records = ends.collect().to_dict(as_series=False)
    limits = came.constant(
        {
            "_ref_region": records["benchmark"],
            "_ref_indicator": records["indicator"],
            "_ref_year": records["year"],
            "_ref_kind": records["kind"],
            "_ref_comparator": records["comparator"],
            "_ref_value": records["value"],
            "_ref_lo": records["lo"],
            "_ref_hi": records["hi"],
        }
    )
    limits = limits.with_columns(
        nw.col("_ref_year").cast(nw.Int64),
        nw.col("_ref_value", "_ref_lo", "_ref_hi").cast(nw.Float64),
    )
    joined = rows.join(limits, left_on="indicator", right_on="_ref_indicator")
    same_moment = (nw.col("_ref_year") == nw.col("year")) & (nw.col("_ref_kind") == nw.col("kind"))
    limited = joined.filter((nw.col("_ref_kind") == "standard") | same_moment)
    keys = ["region", *MOMENT]
    rest = rows.join(distinct(limited, *keys), on=keys, how="anti")
    rest = with_defaults(rest, _NO_LIMIT).select(*columns_of(limited))
    return _judged_limit(nw.concat([limited, rest]))


_NO_LIMIT: Mapping[str, Any] = {
    "_ref_region": nw.String,
    "_ref_year": nw.Int64,
    "_ref_kind": nw.String,
    "_ref_comparator": nw.String,
    "_ref_value": nw.Float64,
    "_ref_lo": nw.Float64,
    "_ref_hi": nw.Float64,
}
"""What a row has that no benchmark is known for."""


def _judged_limit(joined: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Judge by the operator: a bound is met, or it is not; a range is met by what lies in it."""
    least, most = (nw.col(name) for name in FOLDED)
    lower = nw.col("direction") == "lower"
    low = nw.when(lower).then(-nw.col("_ref_hi")).otherwise(nw.col("_ref_lo"))
    high = nw.when(lower).then(-nw.col("_ref_lo")).otherwise(nw.col("_ref_hi"))
    strict = nw.col("_ref_comparator").is_in([">", "<"])
    ahead = least > high
    behind = (most < low) | (strict & (most <= low))
    at_least = nw.col("_ref_comparator").is_in([">=", "<="]) & (least >= low)
    within = (least >= low) & (most <= high)
    about = holds(nw.col("approximate"))
    met = (
        nw.when(ahead)
        .then(nw.lit("ahead"))
        .otherwise(
            nw.when(behind)
            .then(nw.lit("behind"))
            .otherwise(
                nw.when((within | at_least) & ~about)
                .then(nw.lit("level"))
                .otherwise(nw.lit("undetermined"))
            )
        )
    )
    flags = {
        "different-year": is_there() & holds(nw.col("observed_year") != nw.col("year")),
        "each-county-ceiling": holds(nw.col("scope") == "each-county"),
        "no-direction": ~has_direction(),
        "no-benchmark": nw.col("_ref_region").is_null(),
        "proxy": holds(_is_proxy()),
        "approximate": about,
        "conflicting-figures": nw.col("conflict"),
        "derived": nw.col("derived"),
    }
    judged = is_there() & has_direction() & ~nw.col("_ref_region").is_null()
    gap_lo, gap_hi = nw.col("lo") - nw.col("_ref_hi"), nw.col("hi") - nw.col("_ref_lo")
    return joined.with_columns(
        reference=nw.col("_ref_region"),
        reference_value=nw.col("_ref_value"),
        reference_lo=nw.col("_ref_lo"),
        reference_hi=nw.col("_ref_hi"),
        reference_figure=nw.lit(None, dtype=nw.String),
        gap=_tidy(nw.when(judged & is_point() & (gap_lo == gap_hi)).then(gap_lo)),
        gap_lo=_tidy(nw.when(judged).then(gap_lo)),
        gap_hi=_tidy(nw.when(judged).then(gap_hi)),
        gap_unit=_gap_unit(),
        verdict=nw.when(~is_there())
        .then(nw.lit("missing"))
        .otherwise(nw.when(judged).then(met).otherwise(nw.lit("not-comparable"))),
        reasons=reasons(flags, nw.when(~is_there()).then(nw.col("status"))),
    )


def _judged(
    joined: nw.LazyFrame[Any],
    flags: Mapping[str, nw.Expr],
    allow: Collection[str],
    *,
    itself: nw.Expr,
) -> nw.LazyFrame[Any]:
    """Judge pairs of rows."""
    there = is_there() & ~(nw.col("_ref_lo").is_null() & nw.col("_ref_hi").is_null())
    forbidden = nw.lit(False)
    for name in FORBIDDING:
        if name not in allow:
            forbidden = forbidden | flags[name]
    least, most = FOLDED
    decided = verdict(FOLDED, (f"_ref_{least}", f"_ref_{most}"), flags["approximate"])
    compared = there & ~forbidden
    point = is_point() & (nw.col("_ref_lo") == nw.col("_ref_hi"))
    gap_lo = nw.col("lo") - nw.col("_ref_hi")
    gap_hi = nw.col("hi") - nw.col("_ref_lo")
    nothing = nw.when(compared & itself).then(0.0)
    shown = {
        name: there & flag & (~itself if name != "no-direction" else nw.lit(True))
        for name, flag in flags.items()
    }
    shown["reference-missing"] = is_there() & ~there
    return joined.with_columns(
        reference=nw.col("_ref_region"),
        **{f"reference_{name}": nw.col(f"_ref_{name}") for name in _KEPT if name != "region"},
        gap=_tidy(nw.when(compared & point).then(gap_lo)),
        gap_lo=_tidy(nw.when(compared & ~itself).then(gap_lo).otherwise(nothing)),
        gap_hi=_tidy(nw.when(compared & ~itself).then(gap_hi).otherwise(nothing)),
        gap_unit=_gap_unit(),
        verdict=nw.when(~there)
        .then(nw.lit("missing"))
        .otherwise(
            nw.when(forbidden)
            .then(nw.lit("not-comparable"))
            .otherwise(nw.when(itself).then(nw.lit("level")).otherwise(decided))
        ),
        reasons=reasons(shown, nw.when(~is_there()).then(nw.col("status"))),
    )


def _gap_unit() -> nw.Expr:
    return (
        nw.when(nw.col("unit") == "%").then(nw.lit("percentage points")).otherwise(nw.col("unit"))
    )


def _tidy(gap: nw.Expr) -> nw.Expr:
    """Drop the noise of binary fractions, and the sign of zero, from a finished gap."""
    return nw.when(gap == 0).then(0.0).otherwise(gap.round(DIGITS))


def _finite(expression: nw.Expr) -> nw.Expr:
    infinite = (expression == float("inf")) | (expression == -float("inf"))
    return nw.when(~infinite).then(expression)


def _is_proxy(prefix: str = "") -> nw.Expr:
    return nw.col(f"{prefix}comparability") == "proxy"


def _differs(name: str) -> nw.Expr:
    return holds(nw.col(name) != nw.col(f"_ref_{name}"))


def _either(first: nw.Expr, second: nw.Expr) -> nw.Expr:
    return holds(first) | holds(second)
