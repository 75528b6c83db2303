"""Intervals in frames: which of two is better, and how they widen.

This is the only module that knows how open ends and directions decide an order;
:mod:`compare.ledger.printed_intervals` knows how a printed number becomes an interval.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import narwhals as nw

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


def with_rounding(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Widen printed values to what rounds to them: 99.7 to 99.65–99.75.

    Only values stated as such (``=``) widen, and not beyond the natural bounds.
    """
    exact = (nw.col("comparator") == "=") & ~nw.col("resolution").is_null()
    return _widened(frame, exact, nw.col("resolution"))


def with_about(frame: nw.LazyFrame[Any], width: float) -> nw.LazyFrame[Any]:
    """Widen approximate values (左右, 约) by a width to either side, within the bounds."""
    return _widened(frame, nw.col("approximate"), nw.lit(width))


ESTIMATE = "estimate"
"""The comparator of a value with limits: a confidence interval, or a standard error."""

FOLDS = ("lo_open", "hi_open", "direction")


def with_folded(frame: nw.LazyFrame[Any], given: Collection[str] = FOLDS) -> nw.LazyFrame[Any]:
    """Add the ends folded by direction: ``_least`` and ``_most``, where more is better.

    Unbounded ends become infinite, excluded ends move inwards by :data:`OPEN_STEP`; rows
    without any interval have none. Where less is better the signs are turned round.

    Parameters
    ----------
    frame : narwhals.LazyFrame
        Rows with lo and hi.
    given : collection of str
        Which of lo_open, hi_open and direction the rows came with: without them nothing
        is excluded and more is better.
    """
    missing = nw.col("lo").is_null() & nw.col("hi").is_null()
    least = _end("lo", "lo_open" if "lo_open" in given else None, 1, -float("inf"))
    most = _end("hi", "hi_open" if "hi_open" in given else None, -1, float("inf"))
    if "direction" in given:
        lower = nw.col("direction") == "lower"
        least, most = (
            nw.when(lower).then(-most).otherwise(least),
            nw.when(lower).then(-least).otherwise(most),
        )
    return frame.with_columns(
        nw.when(~missing).then(least).alias(LEAST), nw.when(~missing).then(most).alias(MOST)
    )


def is_point() -> nw.Expr:
    """Tell which rows state one number: both ends the same, both included."""
    return (nw.col("lo") == nw.col("hi")) & ~nw.col("lo_open") & ~nw.col("hi_open")


def is_estimate(given: Collection[str]) -> nw.Expr:
    """Tell which rows state an estimate with its limits: a value inside its own interval.

    The limits are no bounds: rank, gap, mean and spread are of the estimate, and what is
    decided, of the limits. Where a comparator came, it says so (``estimate``); without one, a
    value between its ends and at neither can be nothing else.

    Parameters
    ----------
    given : collection of str
        Columns that the frame came with.
    """
    inside = (nw.col("lo") < nw.col("value")) & (nw.col("value") < nw.col("hi"))
    if "comparator" not in given:
        return nw.when(inside).then(nw.lit(True)).otherwise(nw.lit(False))
    said = nw.col("comparator")
    named = (said == ESTIMATE) & ~nw.col("value").is_null()
    known = named | (said.is_null() & inside)
    return nw.when(known).then(nw.lit(True)).otherwise(nw.lit(False))


def has_estimates(frame: nw.LazyFrame[Any], given: Collection[str]) -> bool:
    """Tell at one look whether any row of a frame states an estimate with limits."""
    if "value" not in given or not {"lo", "hi"} <= set(given):
        return False
    return bool(frame.select(found=is_estimate(given).any()).collect().item())


def with_point(
    frame: nw.LazyFrame[Any], given: Collection[str], name: str, *, folded: bool = False
) -> nw.LazyFrame[Any]:
    """Add the one number that a row stands for: a single number, or an estimate.

    Parameters
    ----------
    frame : narwhals.LazyFrame
        Rows with value, lo, hi.
    given : collection of str
        Columns that the frame came with.
    name : str
        What the column is called; it is null where a row states a bound or a range.
    folded : bool
        Whether less is more where less is better.
    """
    single = nw.col("lo") == nw.col("hi")
    if {"lo_open", "hi_open"} & set(given):
        single = is_point()
    number: nw.Expr = nw.when(single).then(nw.col("lo"))
    number = nw.when(is_estimate(given)).then(nw.col("value")).otherwise(number)
    if folded and "direction" in given:
        number = nw.when(nw.col("direction") == "lower").then(-number).otherwise(number)
    return frame.with_columns(number.alias(name))


def better(most_of_worse: str, least_of_better: str) -> nw.Expr:
    """Tell where one interval lies wholly above another, in folded ends."""
    return nw.col(least_of_better) > nw.col(most_of_worse)


def same_point(first: tuple[str, str], second: tuple[str, str]) -> nw.Expr:
    """Tell where two folded intervals are one and the same single number."""
    (least_a, most_a), (least_b, most_b) = first, second
    return (
        (nw.col(least_a) == nw.col(most_a))
        & (nw.col(least_b) == nw.col(most_b))
        & (nw.col(least_a) == nw.col(least_b))
    )


def rounded(number: nw.Expr) -> nw.Expr:
    """Round to :data:`DIGITS`, halves away from zero: left alone, engines differ on them.

    Half of 33.333333333 ends in a five one digit further, and the noise of its binary
    fraction, or the engine's own rule, would decide. Infinite ends stay so.
    """
    nudged = nw.when(number.abs() < _FINE).then(number * (1 + OPEN_STEP)).otherwise(number)
    return nudged.round(DIGITS)


_FINE = 1e4
"""From here on the nudge would be seen in the last decimal: 56634 would be 56634.000000001."""


def _end(name: str, is_open: str | None, inwards: int, unbounded: float) -> nw.Expr:
    end = moved = nw.col(name)
    if is_open is not None:
        step = end.abs() * OPEN_STEP + OPEN_STEP
        moved = nw.when(nw.col(is_open)).then(end + inwards * step).otherwise(end)
    return nw.when(end.is_null()).then(nw.lit(unbounded)).otherwise(moved)


def _widened(frame: nw.LazyFrame[Any], where: nw.Expr, width: nw.Expr) -> nw.LazyFrame[Any]:
    lo, hi = rounded(nw.col("lo") - width), rounded(nw.col("hi") + width)
    floor, cap = nw.col("floor"), nw.col("cap")
    within_floor = nw.when(lo < floor).then(floor).otherwise(lo)
    within_cap = nw.when(hi > cap).then(cap).otherwise(hi)
    return frame.with_columns(
        nw.when(where).then(within_floor).otherwise(nw.col("lo")).alias("lo"),
        nw.when(where).then(within_cap).otherwise(nw.col("hi")).alias("hi"),
    )
