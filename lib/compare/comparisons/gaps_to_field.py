"""Gaps to a field: the best of all contestants, or their middle."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import polars as pl

from compare.comparisons.comparability import (
    FOLDED,
    contest_keys,
    is_there,
    verdict,
    with_contestants,
)
from compare.comparisons.frames import holds, summed_up
from compare.comparisons.gap_values import finite, gap_unit, tidy
from compare.comparisons.intervals import has_estimates, is_point, rounded, with_point
from compare.comparisons.rules import alone, either, field_flags, in_order, joined, marks

MIDDLES = ("median", "mean")

_HUGE = 1e300


def to_best(rows: pl.LazyFrame, given: Collection[str], allow: Collection[str]) -> pl.LazyFrame:
    """Compare with the best of all contestants; one's own gap is then zero or below."""
    keys = contest_keys(allow, given)
    least, most = FOLDED
    contestants = with_contestants(rows, given, allow)
    said = _marks(given)
    field = contestants.filter(pl.col("_contestant")).select(
        *keys, *FOLDED, **{name: flag.cast(pl.Int8) for name, flag in said.items()}
    )
    highest = {"_ref_least": least, "_ref_most": most, **{name: name for name in said}}
    top = summed_up(field, keys, highest=highest, second={"_second": most})
    compared = contestants.join(_with_shown(top), on=keys, how="left")
    holder = pl.col(most) == pl.col("_ref_most")
    others_most = pl.when(holder).then(pl.col("_second")).otherwise(pl.col("_ref_most"))
    first = holds(pl.col(least) > others_most) | (holder & pl.col("_second").is_null())
    equal = holds(pl.col(least) >= others_most) & ~_any_approximate(given)
    compared = compared.with_columns(_leads=first | equal, _others_most=others_most)
    compared, pointed = _with_points(compared, (rows, contestants), keys, given, pl.Expr.max)
    return _judged_field(compared, pl.lit("best"), given, upper_zero=True, pointed=pointed)


def to_middle(
    rows: pl.LazyFrame, given: Collection[str], allow: Collection[str], to: str
) -> pl.LazyFrame:
    """Compare with the median or the mean of all contestants."""
    keys = contest_keys(allow, given)
    contestants = with_contestants(rows, given, allow)
    field = contestants.filter(pl.col("_contestant")).group_by(keys)
    ends = {f"_ref_{name.strip('_')}": pl.col(name) for name in FOLDED}
    middle = _median(field, ends, given) if to == "median" else _mean(field, ends, given)
    compared = contestants.join(_with_shown(middle), on=keys, how="left")
    middle_of = pl.Expr.median if to == "median" else pl.Expr.mean
    compared, pointed = _with_points(compared, (rows, contestants), keys, given, middle_of)
    return _judged_field(compared, pl.lit(to), given, upper_zero=False, pointed=pointed)


def _with_points(
    compared: pl.LazyFrame,
    rows: tuple[pl.LazyFrame, pl.LazyFrame],
    keys: list[str],
    given: Collection[str],
    of: Callable[[pl.Expr], pl.Expr],
) -> tuple[pl.LazyFrame, bool]:
    """Add the estimate of a row and that of its field, where any row is an estimate.

    A field that holds a bound has no estimate.
    """
    came, contestants = rows
    if not has_estimates(came, given):
        return compared, False
    pointed = with_point(contestants.filter(pl.col("_contestant")), given, "_at", folded=True)
    at = pl.col("_at")
    field = pointed.group_by(keys).agg(_ref_at=of(at), _without=at.is_null().sum())
    whole = field.with_columns(
        _ref_at=pl.when(pl.col("_without") == 0).then(pl.col("_ref_at"))
    ).drop("_without")
    joined = with_point(compared, given, "_at", folded=True).join(whole, on=keys, how="left")
    return joined, True


def _median(field: Any, ends: Mapping[str, pl.Expr], given: Collection[str]) -> pl.LazyFrame:
    """Return the median of the ends; half-way to infinity is infinity, not NaN."""
    middle: pl.LazyFrame = field.agg(
        **{name: end.clip(-_HUGE, _HUGE).median() for name, end in ends.items()}, **_field(given)
    )
    half = _HUGE / 4
    return middle.with_columns(
        **{
            name: pl.when(pl.col(name) > half)
            .then(float("inf"))
            .otherwise(pl.when(pl.col(name) < -half).then(-float("inf")).otherwise(pl.col(name)))
            for name in ends
        }
    )


def _mean(field: Any, ends: Mapping[str, pl.Expr], given: Collection[str]) -> pl.LazyFrame:
    """Return the mean of the ends without the noise of binary fractions: of equals, itself."""
    parts = {"mean": pl.Expr.mean, "min": pl.Expr.min, "max": pl.Expr.max}
    middle: pl.LazyFrame = field.agg(
        **{f"{name}_{part}": of(end) for name, end in ends.items() for part, of in parts.items()},
        **_field(given),
    )
    return middle.with_columns(
        **{
            name: pl.when(pl.col(f"{name}_min") == pl.col(f"{name}_max"))
            .then(pl.col(f"{name}_min"))
            .otherwise(rounded(pl.col(f"{name}_mean")))
            for name in ends
        }
    )


def _marks(given: Collection[str]) -> dict[str, pl.Expr]:
    """Return the marks that any contestant may give to a whole field."""
    return {f"_any {name}": flag for name, flag in marks(given).items()}


def _any_approximate(given: Collection[str]) -> pl.Expr:
    """Tell where equality proves nothing: a contestant is stated with about."""
    if "approximate" not in marks(given):
        return pl.lit(False)
    return holds(pl.col("_any approximate") == 1)


def _field(given: Collection[str]) -> dict[str, pl.Expr]:
    """Return what is said of a whole field: its size, and the marks of any contestant."""
    said = {name: flag.cast(pl.Int8).max() for name, flag in _marks(given).items()}
    return {"_size": pl.len(), **said}


def _judged_field(
    compared: pl.LazyFrame,
    name: pl.Expr,
    given: Collection[str],
    *,
    upper_zero: bool,
    pointed: bool,
) -> pl.LazyFrame:
    """Judge each contestant against an interval made of the whole field."""
    least, most = FOLDED
    own, reference = FOLDED, ("_ref_least", "_ref_most")
    below = pl.col(least) - pl.col("_others_most" if upper_zero else "_ref_most")
    above = pl.col(most) - pl.col("_ref_least")
    known = pl.col("_contestant") & (pl.col("_size") > 1)
    if upper_zero:
        leads = pl.col("_leads")
        below = pl.when(leads | (below > 0)).then(0.0).otherwise(below)
        above = pl.when(leads | (above > 0)).then(0.0).otherwise(above)
    decided = verdict(own, reference, _any_approximate(given))
    if upper_zero:
        decided = pl.when(leads).then(pl.lit("level")).otherwise(decided)
    flags = field_flags(given)
    if "each-county-ceiling" in flags:
        flags["each-county-ceiling"] = known & flags["each-county-ceiling"]
    for mark, marked in marks(given).items():
        flags[mark] = either(marked, known & (pl.col(f"_any {mark}") == 1))
    flags["alone"] = alone("_size")
    shown_lo, shown_hi, shown = pl.col("_shown_lo"), pl.col("_shown_hi"), pl.col("_shown")
    if "direction" in given:
        lower = pl.col("direction") == "lower"
        below, above = _turned(lower, below, above)
        shown_lo, shown_hi = _turned(lower, shown_lo, shown_hi)
        shown, _ = _turned(lower, shown, shown)
    status = pl.when(~is_there()).then(pl.col("status")) if "status" in given else None
    compared = compared.with_columns(
        reference=name,
        reference_value=shown,
        reference_lo=shown_lo,
        reference_hi=shown_hi,
        reference_figure=pl.lit(None, dtype=pl.String),
        gap_lo=pl.when(known).then(below),
        gap_hi=pl.when(known).then(above),
        gap_unit=gap_unit() if "unit" in given else pl.lit(""),
        verdict=pl.when(~is_there())
        .then(pl.lit("missing"))
        .otherwise(pl.when(known).then(decided).otherwise(pl.lit("not-comparable"))),
        reasons=joined(in_order(flags), status),
        _known=known,
    )
    compared = _tidied(compared, "gap_lo", "gap_hi")
    point = is_point() if {"lo_open", "hi_open"} & set(given) else pl.col("lo") == pl.col("hi")
    gap = pl.when(point & (pl.col("gap_lo") == pl.col("gap_hi"))).then(pl.col("gap_lo"))
    if not pointed:
        return compared.with_columns(gap=gap)
    return compared.with_columns(**_of_estimates(given, gap))


def _of_estimates(given: Collection[str], gap: pl.Expr) -> dict[str, pl.Expr]:
    """Return the reference and the gap of estimates, and of numbers where there is none."""
    apart: pl.Expr = pl.col("_at") - pl.col("_ref_at")
    of_field: pl.Expr = pl.col("_ref_at")
    if "direction" in given:
        lower = pl.col("direction") == "lower"
        apart, _ = _turned(lower, apart, apart)
        of_field, _ = _turned(lower, of_field, of_field)
    return {
        "gap": pl.coalesce(tidy(pl.when(pl.col("_known")).then(apart)), gap),
        "reference_value": pl.coalesce(tidy(finite(of_field)), pl.col("reference_value")),
    }


def _with_shown(field: pl.LazyFrame) -> pl.LazyFrame:
    """Add the ends of each field, and its number where it is one, as they are shown."""
    least, most = pl.col("_ref_least"), pl.col("_ref_most")
    shown = field.with_columns(
        _shown_lo=least, _shown_hi=most, _shown=pl.when(least == most).then(least)
    )
    return _tidied(shown, "_shown_lo", "_shown_hi", "_shown")


def _tidied(frame: pl.LazyFrame, *names: str) -> pl.LazyFrame:
    """Leave infinite numbers out, and the noise of binary fractions.

    In two steps: an expression that names another several times repeats it.
    """
    for change in (finite, tidy):
        frame = frame.with_columns(**{name: change(pl.col(name)) for name in names})
    return frame


def _turned(lower: pl.Expr, lo: pl.Expr, hi: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return an interval of folded ends in the indicator's own sense; nought has no sign."""
    return pl.when(lower).then(0.0 - hi).otherwise(lo), pl.when(lower).then(0.0 - lo).otherwise(hi)
