"""Verdicts: whether an interval lies within a target's, and where it lies beside the way there.

Whoever asks names the ends of the outcome: as printed, or as far as they are sure.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def on_the_way(outcome: Ends, base: Ends) -> tuple[nw.Expr, nw.Expr]:
    """Tell where an outcome lies at or beyond the straight line to its target, and wholly short.

    The line leads from the baseline to the nearer end of the target, in points; where the
    baseline already lies within, it is that end. Where the baseline is an interval there is
    a line from each of its ends, and the outcome must lie beyond, or short of, both.

    Parameters
    ----------
    outcome, base : tuple of str
        Columns of the ends.
    """
    lo, hi = (nw.col(name) for name in outcome)
    low, high = (nw.col(name) for name in base)
    span = nw.col("target_year") - nw.col("_from_year")
    share = (nw.col("outcome_year") - nw.col("_from_year")) / span
    floor, ceiling = nw.col("_goal_lo"), nw.col("_goal_hi")

    def line(start: nw.Expr, end: nw.Expr) -> nw.Expr:
        return rounded(start * (1 - share) + end * share)  # an unbounded start stays so

    def rising(start: nw.Expr) -> nw.Expr:
        return line(nw.when(start < floor).then(start).otherwise(floor), floor)

    def falling(start: nw.Expr) -> nw.Expr:
        return line(nw.when(start > ceiling).then(start).otherwise(ceiling), ceiling)

    high_enough = floor.is_null() | (lo >= rising(high))
    low_enough = ceiling.is_null() | (hi <= falling(low))
    from_above = holds(low > nw.col(CEILING))
    from_below = holds(high < nw.col(FLOOR))
    too_low = holds(hi < rising(low)) & ~from_above
    too_high = holds(lo > falling(high)) & ~from_below
    return holds(high_enough & low_enough), too_low | too_high


def falls_short(outcome: Ends, base: Ends) -> nw.Expr:
    """Tell where an outcome lies wholly on the side of the target that the baseline is on."""
    below = (nw.col(base[1]) < nw.col(FLOOR)) & (nw.col(outcome[1]) < nw.col(FLOOR))
    above = (nw.col(base[0]) > nw.col(CEILING)) & (nw.col(outcome[0]) > nw.col(CEILING))
    return holds(below) | holds(above)


def margins() -> dict[str, nw.Expr]:
    """Return by how much the outcome as printed passes its target; below zero, what it lacks."""
    lo, hi = nw.col("outcome_lo"), nw.col("outcome_hi")
    floor, ceiling = nw.col("_goal_lo"), nw.col("_goal_hi")
    low = nw.when(lo.is_null()).then(-_UNBOUNDED).otherwise(lo)
    high = nw.when(hi.is_null()).then(_UNBOUNDED).otherwise(hi)
    bottom = nw.when(floor.is_null()).then(-_UNBOUNDED).otherwise(floor)
    top = nw.when(ceiling.is_null()).then(_UNBOUNDED).otherwise(ceiling)
    there = ~nw.col("outcome_year").is_null()

    def least(first: nw.Expr, second: nw.Expr) -> nw.Expr:
        return nw.when(first < second).then(first).otherwise(second)

    near, far = least(low - bottom, top - low), least(high - bottom, top - high)
    middle = (bottom + top) / 2
    best = nw.when(near > far).then(near).otherwise(far)
    straddles = holds((low < middle) & (high > middle)) & ~floor.is_null() & ~ceiling.is_null()
    best = nw.when(straddles).then((top - bottom) / 2).otherwise(best)
    ends = {"margin_lo": least(near, far), "margin_hi": best}
    shown = {name: tidy(finite(nw.when(there).then(end))) for name, end in ends.items()}
    point = nw.col("outcome_lo") == nw.col("outcome_hi")
    return {"margin": nw.when(point).then(shown["margin_lo"]), **shown}
