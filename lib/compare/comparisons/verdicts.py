"""Verdicts: whether an interval lies within a target's, and where it lies beside the way there.

Whoever asks names the ends of the outcome: as printed, or as far as they are sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals as nw

from compare.comparisons.frames import holds
from compare.comparisons.gap_values import finite, tidy
from compare.comparisons.intervals import rounded

FLOOR, CEILING = "_floor", "_ceiling"
"""From where and to where a value meets a target."""

Ends = tuple[str, str]

_UNBOUNDED = float("inf")


def within(lo: str, hi: str, floor: str = FLOOR, ceiling: str = CEILING) -> nw.Expr:
    """Tell where a whole interval lies within a target's."""
    return holds((nw.col(lo) >= nw.col(floor)) & (nw.col(hi) <= nw.col(ceiling)))


def lacks(lo: str, hi: str, floor: str = FLOOR, ceiling: str = CEILING) -> nw.Expr:
    """Tell where no part of an interval lies within a target's."""
    return holds((nw.col(hi) < nw.col(floor)) | (nw.col(lo) > nw.col(ceiling)))


def first_of(cases: Iterable[tuple[nw.Expr, str]], otherwise: str) -> nw.Expr:
    """Return the word of the first condition that holds."""
    result = nw.lit(otherwise)
    for condition, word in reversed([*cases]):
        result = nw.when(condition).then(nw.lit(word)).otherwise(result)
    return result


def with_way(rows: nw.LazyFrame[Any], outcome: Ends, base: Ends) -> nw.LazyFrame[Any]:
    """Add where an outcome lies at or beyond the straight line to its target, or wholly short.

    The line leads from the baseline to the nearer end of the target, in points; where the
    baseline already lies within, it is that end. Where the baseline is an interval there is
    a line from each of its ends, and the outcome must lie beyond, or short of, both.

    Parameters
    ----------
    rows : narwhals.LazyFrame
        Targets with their outcomes.
    outcome, base : tuple of str
        Columns of the ends.

    Returns
    -------
    narwhals.LazyFrame
        The rows with ``_beyond`` and ``_short``.
    """
    lo, hi = (nw.col(name) for name in outcome)
    low, high = (nw.col(name) for name in base)
    span = nw.col("target_year") - nw.col("_from_year")
    floor, ceiling, share = nw.col("_goal_lo"), nw.col("_goal_hi"), nw.col("_share")

    def line(start: nw.Expr, end: nw.Expr) -> nw.Expr:
        return rounded(start * (1 - share) + end * share)  # an unbounded start stays so

    def rising(start: nw.Expr) -> nw.Expr:
        return line(nw.when(start < floor).then(start).otherwise(floor), floor)

    def falling(start: nw.Expr) -> nw.Expr:
        return line(nw.when(start > ceiling).then(start).otherwise(ceiling), ceiling)

    rows = rows.with_columns(_share=(nw.col("outcome_year") - nw.col("_from_year")) / span)
    rows = rows.with_columns(
        _rising_low=rising(low), _rising_high=rising(high),
        _falling_low=falling(low), _falling_high=falling(high),
    )  # fmt: skip
    high_enough = floor.is_null() | (lo >= nw.col("_rising_high"))
    low_enough = ceiling.is_null() | (hi <= nw.col("_falling_low"))
    from_above = holds(low > nw.col(CEILING))
    from_below = holds(high < nw.col(FLOOR))
    too_low = holds(hi < nw.col("_rising_low")) & ~from_above
    too_high = holds(lo > nw.col("_falling_high")) & ~from_below
    return rows.with_columns(_beyond=holds(high_enough & low_enough), _short=too_low | too_high)


def falls_short(outcome: Ends, base: Ends) -> nw.Expr:
    """Tell where an outcome lies wholly on the side of the target that the baseline is on."""
    below = (nw.col(base[1]) < nw.col(FLOOR)) & (nw.col(outcome[1]) < nw.col(FLOOR))
    above = (nw.col(base[0]) > nw.col(CEILING)) & (nw.col(outcome[0]) > nw.col(CEILING))
    return holds(below) | holds(above)


def with_margins(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Add by how much the outcome as printed passes its target; below zero, what it lacks.

    Column by column: an expression that names another several times repeats it, and what is
    nested so grows with every step.
    """
    unbounded = {"_low": ("outcome_lo", -1), "_high": ("outcome_hi", 1),
                 "_bottom": ("_goal_lo", -1), "_top": ("_goal_hi", 1)}  # fmt: skip
    low, high, bottom, top = (nw.col(name) for name in unbounded)
    near, far = nw.col("_near"), nw.col("_far")
    rows = rows.with_columns(
        **{
            name: nw.coalesce(nw.col(end), nw.lit(sign * _UNBOUNDED))
            for name, (end, sign) in unbounded.items()
        }
    )
    rows = rows.with_columns(
        _near=_least(low - bottom, top - low),
        _far=_least(high - bottom, top - high),
        _middle=(bottom + top) / 2,
    )
    of_two = ~nw.col("_goal_lo").is_null() & ~nw.col("_goal_hi").is_null()
    straddles = (low < nw.col("_middle")) & (high > nw.col("_middle")) & of_two
    most = nw.when(near > far).then(near).otherwise(far)
    best = nw.when(straddles).then((top - bottom) / 2).otherwise(most)
    rows = rows.with_columns(margin_lo=_least(near, far), margin_hi=best)
    for change in (finite, tidy):
        rows = rows.with_columns(
            **{name: change(nw.col(name)) for name in ("margin_lo", "margin_hi")}
        )
    there = ~nw.col("outcome_year").is_null()
    point = nw.col("outcome_lo") == nw.col("outcome_hi")
    rows = rows.with_columns(
        margin_lo=nw.when(there).then(nw.col("margin_lo")),
        margin_hi=nw.when(there).then(nw.col("margin_hi")),
    )
    return rows.with_columns(margin=nw.when(point).then(nw.col("margin_lo")))


def _least(first: nw.Expr, second: nw.Expr) -> nw.Expr:
    return nw.when(first < second).then(first).otherwise(second)
