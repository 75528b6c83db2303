"""Intervals in frames: which of two is better, and how they widen.

This is the only module that knows how open ends and directions decide an order;
:mod:`compare.ledger.printed_intervals` knows how a printed number becomes an interval.
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from compare.comparisons.arrivals import collected

LEAST, MOST = "_least", "_most"
"""Columns that :func:`with_folded` adds: the ends, folded so that more is better."""

DIGITS = 9
"""Decimals of what is computed from printed numbers: more than any document prints.

Without it 99.6 + 0.05 would be less than 99.7 - 0.05, by the noise of binary fractions.
"""

OPEN_STEP = 1e-14
"""Share of itself by which an excluded end moves inwards: far below any printed digit.

And far above the noise of binary fractions, which is a fiftieth of it. With it ``≥ 50``
against ``< 50`` is decided and ``≥ 50`` against ``≤ 50`` is not, by plain comparison of
numbers.
"""


def with_rounding(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Widen printed values to what rounds to them: 99.7 to 99.65–99.75.

    Only values stated as such (``=``) widen, and not beyond the natural bounds.
    """
    exact = (pl.col("comparator") == "=") & ~pl.col("resolution").is_null()
    return _widened(frame, exact, pl.col("resolution"))


def with_about(frame: pl.LazyFrame, width: float) -> pl.LazyFrame:
    """Widen approximate values (左右, 约) by a width to either side, within the bounds."""
    return _widened(frame, pl.col("approximate"), pl.lit(width))


ESTIMATE = "estimate"
"""The comparator of a value with limits: a confidence interval, or a standard error."""

FOLDS = ("lo_open", "hi_open", "direction")


def with_folded(frame: pl.LazyFrame, given: Collection[str] = FOLDS) -> pl.LazyFrame:
    """Add the ends folded by direction: ``_least`` and ``_most``, where more is better.

    Unbounded ends become infinite, excluded ends move inwards by :data:`OPEN_STEP`; rows
    without any interval have none. Where less is better the signs are turned round.

    Parameters
    ----------
    frame : polars.LazyFrame
        Rows with lo and hi.
    given : collection of str
        Which of lo_open, hi_open and direction the rows came with: without them nothing
        is excluded and more is better.
    """
    missing = pl.col("lo").is_null() & pl.col("hi").is_null()
    least = _end("lo", "lo_open" if "lo_open" in given else None, 1, -float("inf"))
    most = _end("hi", "hi_open" if "hi_open" in given else None, -1, float("inf"))
    if "direction" in given:
        lower = pl.col("direction") == "lower"
        least, most = (
            pl.when(lower).then(-most).otherwise(least),
            pl.when(lower).then(-least).otherwise(most),
        )
    return frame.with_columns(
        pl.when(~missing).then(least).alias(LEAST), pl.when(~missing).then(most).alias(MOST)
    )


def is_point() -> pl.Expr:
    """Tell which rows state one number: both ends the same, both included."""
    return (pl.col("lo") == pl.col("hi")) & ~pl.col("lo_open") & ~pl.col("hi_open")


def is_estimate(given: Collection[str]) -> pl.Expr:
    """Tell which rows state an estimate with its limits: a value inside its own interval.

    The limits are no bounds: rank, gap, mean and spread are of the estimate, and what is
    decided, of the limits. Where a comparator came, it says so (``estimate``); without one, a
    value between its ends and at neither can be nothing else.

    Parameters
    ----------
    given : collection of str
        Columns that the frame came with.
    """
    inside = (pl.col("lo") < pl.col("value")) & (pl.col("value") < pl.col("hi"))
    if "comparator" not in given:
        return pl.when(inside).then(pl.lit(True)).otherwise(pl.lit(False))
    said = pl.col("comparator")
    named = (said == ESTIMATE) & ~pl.col("value").is_null()
    known = named | (said.is_null() & inside)
    return pl.when(known).then(pl.lit(True)).otherwise(pl.lit(False))


def has_estimates(frame: pl.LazyFrame, given: Collection[str]) -> bool:
    """Tell at one look whether any row of a frame states an estimate with limits."""
    if "value" not in given or not {"lo", "hi"} <= set(given):
        return False
    return bool(frame.select(found=is_estimate(given).any()).pipe(collected).item())


def with_point(
    frame: pl.LazyFrame, given: Collection[str], name: str, *, folded: bool = False
) -> pl.LazyFrame:
    """Add the one number that a row stands for: a single number, or an estimate.

    Parameters
    ----------
    frame : polars.LazyFrame
        Rows with value, lo, hi.
    given : collection of str
        Columns that the frame came with.
    name : str
        What the column is called; it is null where a row states a bound or a range.
    folded : bool
        Whether less is more where less is better.
    """
    single = pl.col("lo") == pl.col("hi")
    if {"lo_open", "hi_open"} & set(given):
        single = is_point()
    number: pl.Expr = pl.when(single).then(pl.col("lo"))
    number = pl.when(is_estimate(given)).then(pl.col("value")).otherwise(number)
    if folded and "direction" in given:
        number = pl.when(pl.col("direction") == "lower").then(-number).otherwise(number)
    return frame.with_columns(number.alias(name))


def better(most_of_worse: str, least_of_better: str) -> pl.Expr:
    """Tell where one interval lies wholly above another, in folded ends."""
    return pl.col(least_of_better) > pl.col(most_of_worse)


def same_point(first: tuple[str, str], second: tuple[str, str]) -> pl.Expr:
    """Tell where two folded intervals are one and the same single number."""
    (least_a, most_a), (least_b, most_b) = first, second
    return (
        (pl.col(least_a) == pl.col(most_a))
        & (pl.col(least_b) == pl.col(most_b))
        & (pl.col(least_a) == pl.col(least_b))
    )


def rounded(number: pl.Expr) -> pl.Expr:
    """Round to :data:`DIGITS`, halves away from zero.

    Half of 33.333333333 ends in a five one digit further, and the noise of its binary
    fraction would decide. Infinite ends stay so.
    """
    return (number + number.clip(-_FINE, _FINE) * OPEN_STEP).round(DIGITS)


_FINE = 1e4
"""The nudge of this number is the largest: a larger one would be seen in the last decimal,
and 56634 would be 56634.000000001."""


def _end(name: str, is_open: str | None, inwards: int, unbounded: float) -> pl.Expr:
    end = moved = pl.col(name)
    if is_open is not None:
        step = end.abs() * OPEN_STEP + OPEN_STEP
        moved = pl.when(pl.col(is_open)).then(end + inwards * step).otherwise(end)
    return pl.when(end.is_null()).then(pl.lit(unbounded)).otherwise(moved)


def _widened(frame: pl.LazyFrame, where: pl.Expr, width: pl.Expr) -> pl.LazyFrame:
    lo, hi = rounded(pl.col("lo") - width), rounded(pl.col("hi") + width)
    floor, cap = pl.col("floor"), pl.col("cap")
    within_floor = pl.when(lo < floor).then(floor).otherwise(lo)
    within_cap = pl.when(hi > cap).then(cap).otherwise(hi)
    return frame.with_columns(
        pl.when(where).then(within_floor).otherwise(pl.col("lo")).alias("lo"),
        pl.when(where).then(within_cap).otherwise(pl.col("hi")).alias("hi"),
    )
