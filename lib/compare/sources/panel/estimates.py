"""Estimates and their limits, row by row: what is known of a value, and which limits are used.

A value with both limits, or with an error, is an estimate. Where there is no value, its limits
are what is known: an interval of both, a bound of one. One limit beside a value says too little
to be used; it is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

SLACK = 1e-9
SIDES = ("lower", "upper")


@dataclass(frozen=True)
class Limited:
    """Cells with their limits.

    Attributes
    ----------
    ends : dict of polars.Series
        comparator, lo, hi, share and value of each.
    unused : dict of polars.Series
        Role of a column of limits to which of its cells are there and not used.
    instead : polars.Series
        The limit (lower, upper) that is all that is known of a cell, or the first of two.
    wrong : polars.DataFrame
        Cells whose limits cannot be right: place, lo (the value), lower and upper.
    """

    ends: dict[str, pl.Series]
    unused: dict[str, pl.Series]
    instead: pl.Series
    wrong: pl.DataFrame


def with_limits(
    found: Mapping[str, pl.Series],
    columns: Mapping[str, Mapping[str, pl.Series]],
    within: Mapping[str, pl.Series],
    wide: pl.Series | None,
    *,
    is_alone: bool = False,
) -> Limited:
    """Put cells and their limits together.

    Parameters
    ----------
    found : mapping
        What the cells of values state: comparator, lo, hi, share and value.
    columns : mapping
        Role (lower, upper, se, margin) to what the cells of its column state.
    within : mapping
        The limits that stand within the cells of values: lower and upper.
    wide : polars.Series, optional
        How far the limits lie from the value, where a column of errors says it.
    is_alone : bool
        Whether there is no column of values: two bounds that are one number state it. Beside a
        value that is missing, 0 and 0 are more likely missing, too.
    """
    frame = _framed(found, columns, within, wide)
    comparator = pl.col("comparator")
    single, blank = comparator == "=", comparator == ""
    by_error = single & pl.col("wide").is_not_null()
    two, one = (
        _both("lower", "upper"),
        pl.col("lower").is_not_null() | pl.col("upper").is_not_null(),
    )
    known = blank & one & (pl.lit(is_alone) | pl.col("lower").ne_missing(pl.col("upper")))
    by_sides = single & ~by_error & two
    by_own = single & ~by_error & ~by_sides & _both("own_lower", "own_upper")
    lower, upper = (
        pl.when(by_error)
        .then(pl.col("lo") + sign * pl.col("wide"))
        .when(by_own)
        .then(f"own_{side}")
        .otherwise(side)
        for side, sign in zip(SIDES, (-1, 1), strict=True)
    )
    told = frame.with_columns(
        low=lower,
        high=upper,
        is_estimate=by_error | by_sides | by_own,
        is_known=known,
        by_error=by_error,
        by_sides=by_sides | known,
        by_own=by_own,
    )
    first = pl.when(pl.col("lower").is_null()).then(pl.lit("upper")).otherwise(pl.lit("lower"))
    instead = told.select(pl.when("is_known").then(first)).to_series()
    return Limited(_ends(told), _unused(told, columns), instead, _wrong(told))


def _framed(
    found: Mapping[str, pl.Series],
    columns: Mapping[str, Mapping[str, pl.Series]],
    within: Mapping[str, pl.Series],
    wide: pl.Series | None,
) -> pl.DataFrame:
    none = pl.repeat(None, len(found["lo"]), dtype=pl.Float64, eager=True)
    no = pl.repeat(value=False, n=len(none), eager=True)
    sides = {side: columns[side]["lo"] if side in columns else none for side in SIDES}
    shares = {f"share_{side}": columns[side]["share"] if side in columns else no for side in SIDES}
    own = {f"own_{side}": within[side] for side in SIDES}
    errors = none if wide is None else wide
    return pl.DataFrame({**found, **sides, **shares, **own, "wide": errors})


def _both(lower: str, upper: str) -> pl.Expr:
    return pl.col(lower).is_not_null() & pl.col(upper).is_not_null()


def _ends(told: pl.DataFrame) -> dict[str, pl.Series]:
    """Return what is known of each cell with its limits."""
    low, high = pl.col("low"), pl.col("high")
    estimate = pl.col("is_estimate") & (low < high)
    known = pl.col("is_known")
    sign = (
        pl.when(high.is_null())
        .then(pl.lit(">="))
        .when(low.is_null())
        .then(pl.lit("<="))
        .when(low == high)
        .then(pl.lit("="))
        .otherwise(pl.lit("range"))
    )
    ends = told.select(
        comparator=pl.when(estimate)
        .then(pl.lit("estimate"))
        .when(known)
        .then(sign)
        .otherwise("comparator"),
        lo=pl.when(estimate | known).then(low).otherwise("lo"),
        hi=pl.when(estimate | known).then(high).otherwise("hi"),
        share=pl.col("share") | (known & (pl.col("share_lower") | pl.col("share_upper"))),
        value=pl.when(known & (sign != "range")).then(pl.coalesce(low, high)).otherwise("value"),
    )
    return ends.to_dict()


def _unused(
    told: pl.DataFrame, columns: Mapping[str, Mapping[str, pl.Series]]
) -> dict[str, pl.Series]:
    """Return which cells of each column of limits are there and belong to no value."""
    by = {"se": "by_error", "margin": "by_error"}
    errors = [role for role in by if role in columns]
    found = {
        role: (states["comparator"] != "") & ~told[by.get(role, "by_sides")]
        for role, states in columns.items()
    }
    for role in errors[1:]:  # the error is that of the first
        found[role] = columns[role]["comparator"] != ""
    found["within"] = told["own_lower"].is_not_null() & ~told["by_own"]
    return found


def _wrong(told: pl.DataFrame) -> pl.DataFrame:
    """Return the cells that lie outside their limits, and limits that are the wrong way round."""
    low, high, value = pl.col("low"), pl.col("high"), pl.col("lo")
    slack = SLACK + value.abs() * SLACK
    outside = pl.col("is_estimate") & ((value < low - slack) | (value > high + slack))
    turned = pl.col("is_known") & (low > high)
    right = (pl.col("wide") >= 0).fill_null(value=True)  # another problem says what is below 0
    rows = told.select("lo", "low", "high", wrong=(outside | turned) & right)
    return rows.with_row_index("place").filter("wrong").drop("wrong")
