"""What every gap is written with: its unit, and numbers without the noise of binary fractions."""

from __future__ import annotations

import narwhals as nw

from compare.comparisons.intervals import DIGITS


def gap_unit() -> nw.Expr:
    """Return the unit of a difference: percentage points for shares."""
    return (
        nw.when(nw.col("unit") == "%").then(nw.lit("percentage points")).otherwise(nw.col("unit"))
    )


def tidy(gap: nw.Expr) -> nw.Expr:
    """Drop the noise of binary fractions, and the sign of zero, from a finished gap."""
    return nw.when(gap == 0).then(0.0).otherwise(gap.round(DIGITS))


def finite(expression: nw.Expr) -> nw.Expr:
    """Leave out what is infinite: nothing is said of that end."""
    infinite = (expression == float("inf")) | (expression == -float("inf"))
    return nw.when(~infinite).then(expression)
