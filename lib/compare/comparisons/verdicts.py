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


def with_way(rows: nw.LazyFrame[Any], base: Ends) -> nw.LazyFrame[Any]:
    """Add where the straight line to the target runs in the year of the outcome.

    The line leads from the baseline to the nearer end of the target, in points; where the
    baseline already lies within, it is that end. Where the baseline is an interval there is
    a line from each of its ends.

    Parameters
    ----------
    rows : narwhals.LazyFrame
        Targets with their outcomes.
    base : tuple of str
        Columns of the ends of the baseline.
    """
    floor, ceiling, share = nw.col("_goal_lo"), nw.col("_goal_hi"), nw.col("_share")
    span = nw.col("target_year") - nw.col("_from_year")
    rows = rows.with_columns(_share=(nw.col("outcome_year") - nw.col("_from_year")) / span)

    def line(start: nw.Expr, end: nw.Expr) -> nw.Expr:
        return rounded(start * (1 - share) + end * share)  # an unbounded start stays so

    lines = {}
    for name, column in zip(("low", "high"), base, strict=True):
        start = nw.col(column)
        lines[f"_rise_{name}"] = line(nw.min_horizontal(start, floor), floor)
        lines[f"_fall_{name}"] = line(nw.max_horizontal(start, ceiling), ceiling)
    return rows.with_columns(**lines)


def on_the_way(outcome: Ends, base: Ends) -> tuple[nw.Expr, nw.Expr]:
    """Tell where an outcome lies at or beyond the lines to its target, and short of all.

    Parameters
    ----------
    outcome, base : tuple of str
        Columns of the ends; the rows have gone through :func:`with_way`.
    """
    lo, hi = (nw.col(name) for name in outcome)
    low, high = (nw.col(name) for name in base)
    floor, ceiling = nw.col("_goal_lo"), nw.col("_goal_hi")
    high_enough = floor.is_null() | (lo >= nw.col("_rise_high"))
    low_enough = ceiling.is_null() | (hi <= nw.col("_fall_low"))
    from_above = holds(low > nw.col(CEILING))
    from_below = holds(high < nw.col(FLOOR))
    too_low = holds(hi < nw.col("_rise_low")) & ~from_above
    too_high = holds(lo > nw.col("_fall_high")) & ~from_below
    return holds(high_enough & low_enough), too_low | too_high


def falls_short(outcome: Ends, base: Ends) -> nw.Expr:
    """Tell where an outcome lies wholly on the side of the target that the baseline is on."""
    below = (nw.col(base[1]) < nw.col(FLOOR)) & (nw.col(outcome[1]) < nw.col(FLOOR))
    above = (nw.col(base[0]) > nw.col(CEILING)) & (nw.col(outcome[0]) > nw.col(CEILING))
    return holds(below) | holds(above)


def with_margins(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Add by how much the outcome as printed passes its target; below zero, what it lacks."""
    rows = rows.with_columns(
        _low=nw.col("outcome_lo").fill_null(-_UNBOUNDED),
        _high=nw.col("outcome_hi").fill_null(_UNBOUNDED),
        _bottom=nw.col("_goal_lo").fill_null(-_UNBOUNDED),
        _top=nw.col("_goal_hi").fill_null(_UNBOUNDED),
    )
    low, high, bottom, top = (nw.col(name) for name in ("_low", "_high", "_bottom", "_top"))
    rows = rows.with_columns(
        _near=nw.min_horizontal(low - bottom, top - low),
        _far=nw.min_horizontal(high - bottom, top - high),
    )
    near, far, middle = nw.col("_near"), nw.col("_far"), (bottom + top) / 2
    both = ~nw.col("_goal_lo").is_null() & ~nw.col("_goal_hi").is_null()
    straddles = holds((low < middle) & (high > middle)) & both
    best = nw.when(straddles).then((top - bottom) / 2).otherwise(nw.max_horizontal(near, far))
    there = ~nw.col("outcome_year").is_null()
    ends = {"margin_lo": nw.min_horizontal(near, far), "margin_hi": best}
    rows = rows.with_columns(
        **{name: tidy(finite(nw.when(there).then(end))) for name, end in ends.items()}
    )
    point = nw.col("outcome_lo") == nw.col("outcome_hi")
    return rows.with_columns(margin=nw.when(point).then(nw.col("margin_lo")))
