"""Verdicts: whether an interval lies within a target's, and where it lies beside the way there.

Whoever asks names the ends of the outcome: as printed, or as far as they are sure.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from compare.comparisons.frames import holds
from compare.comparisons.gap_values import finite, tidy
from compare.comparisons.intervals import rounded

FLOOR, CEILING = "_floor", "_ceiling"
"""From where and to where a value meets a target."""

Ends = tuple[str, str]

_UNBOUNDED = float("inf")


def within(lo: str, hi: str, floor: str = FLOOR, ceiling: str = CEILING) -> pl.Expr:
    """Tell where a whole interval lies within a target's."""
    return holds((pl.col(lo) >= pl.col(floor)) & (pl.col(hi) <= pl.col(ceiling)))


def lacks(lo: str, hi: str, floor: str = FLOOR, ceiling: str = CEILING) -> pl.Expr:
    """Tell where no part of an interval lies within a target's."""
    return holds((pl.col(hi) < pl.col(floor)) | (pl.col(lo) > pl.col(ceiling)))


def first_of(cases: Iterable[tuple[pl.Expr, str]], otherwise: str) -> pl.Expr:
    """Return the word of the first condition that holds."""
    result = pl.lit(otherwise)
    for condition, word in reversed([*cases]):
        result = pl.when(condition).then(pl.lit(word)).otherwise(result)
    return result


def with_way(rows: pl.LazyFrame, outcome: Ends, base: Ends) -> pl.LazyFrame:
    """Add where an outcome lies at or beyond the straight line to its target, or wholly short.

    The line leads from the baseline to the nearer end of the target, in points; where the
    baseline already lies within, it is that end. Where the baseline is an interval there is
    a line from each of its ends, and the outcome must lie beyond, or short of, both.

    Parameters
    ----------
    rows : polars.LazyFrame
        Targets with their outcomes.
    outcome, base : tuple of str
        Columns of the ends.

    Returns
    -------
    polars.LazyFrame
        The rows with ``_beyond`` and ``_short``.
    """
    lo, hi = (pl.col(name) for name in outcome)
    low, high = (pl.col(name) for name in base)
    span = pl.col("target_year") - pl.col("_from_year")
    floor, ceiling, share = pl.col("_goal_lo"), pl.col("_goal_hi"), pl.col("_share")

    def line(start: pl.Expr, end: pl.Expr) -> pl.Expr:
        return rounded(start * (1 - share) + end * share)  # an unbounded start stays so

    def rising(start: pl.Expr) -> pl.Expr:
        return line(pl.when(start < floor).then(start).otherwise(floor), floor)

    def falling(start: pl.Expr) -> pl.Expr:
        return line(pl.when(start > ceiling).then(start).otherwise(ceiling), ceiling)

    rows = rows.with_columns(_share=(pl.col("outcome_year") - pl.col("_from_year")) / span)
    rows = rows.with_columns(
        _rising_low=rising(low), _rising_high=rising(high),
        _falling_low=falling(low), _falling_high=falling(high),
    )  # fmt: skip
    high_enough = floor.is_null() | (lo >= pl.col("_rising_high"))
    low_enough = ceiling.is_null() | (hi <= pl.col("_falling_low"))
    from_above = holds(low > pl.col(CEILING))
    from_below = holds(high < pl.col(FLOOR))
    too_low = holds(hi < pl.col("_rising_low")) & ~from_above
    too_high = holds(lo > pl.col("_falling_high")) & ~from_below
    return rows.with_columns(_beyond=holds(high_enough & low_enough), _short=too_low | too_high)


def falls_short(outcome: Ends, base: Ends) -> pl.Expr:
    """Tell where an outcome lies wholly on the side of the target that the baseline is on."""
    below = (pl.col(base[1]) < pl.col(FLOOR)) & (pl.col(outcome[1]) < pl.col(FLOOR))
    above = (pl.col(base[0]) > pl.col(CEILING)) & (pl.col(outcome[0]) > pl.col(CEILING))
    return holds(below) | holds(above)


def with_margins(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Add by how much the outcome as printed passes its target; below zero, what it lacks.

    Column by column: an expression that names another several times repeats it, and what is
    nested so grows with every step.
    """
    unbounded = {"_low": ("outcome_lo", -1), "_high": ("outcome_hi", 1),
                 "_bottom": ("_goal_lo", -1), "_top": ("_goal_hi", 1)}  # fmt: skip
    low, high, bottom, top = (pl.col(name) for name in unbounded)
    near, far = pl.col("_near"), pl.col("_far")
    rows = rows.with_columns(
        **{
            name: pl.coalesce(pl.col(end), pl.lit(sign * _UNBOUNDED))
            for name, (end, sign) in unbounded.items()
        }
    )
    rows = rows.with_columns(
        _near=_least(low - bottom, top - low),
        _far=_least(high - bottom, top - high),
        _middle=(bottom + top) / 2,
    )
    of_two = ~pl.col("_goal_lo").is_null() & ~pl.col("_goal_hi").is_null()
    straddles = (low < pl.col("_middle")) & (high > pl.col("_middle")) & of_two
    most = pl.when(near > far).then(near).otherwise(far)
    best = pl.when(straddles).then((top - bottom) / 2).otherwise(most)
    rows = rows.with_columns(margin_lo=_least(near, far), margin_hi=best)
    for change in (finite, tidy):
        rows = rows.with_columns(
            **{name: change(pl.col(name)) for name in ("margin_lo", "margin_hi")}
        )
    there = ~pl.col("outcome_year").is_null()
    point = pl.col("outcome_lo") == pl.col("outcome_hi")
    rows = rows.with_columns(
        margin_lo=pl.when(there).then(pl.col("margin_lo")),
        margin_hi=pl.when(there).then(pl.col("margin_hi")),
    )
    return rows.with_columns(margin=pl.when(point).then(pl.col("margin_lo")))


def _least(first: pl.Expr, second: pl.Expr) -> pl.Expr:
    return pl.when(first < second).then(first).otherwise(second)
