"""What every gap is written with: its unit, and numbers without the noise of binary fractions.

Here, and nowhere else, it is said which columns of comparisons are levels, in the unit of
their indicator, and which are differences: those of shares are in percentage points.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from compare.comparisons.intervals import DIGITS, rounded

LEVELS = (
    "value",
    "reference_value",
    "base_value",
    "current_value",
    "target_value",
    "benchmark_value",
    "outcome_value",
    "previous_value",
    "known_value",
)
"""Columns of levels; their bounds, ``…_lo`` and ``…_hi``, are levels too."""

DIFFERENCES = {
    "gap": "gap_unit",
    "distance": "distance_unit",
    "pace": "distance_unit",
    "benchmark_distance": "distance_unit",
    "benchmark_pace": "distance_unit",
    "margin": "margin_unit",
    "difference": "difference_unit",
}
"""Columns of differences, each with the column that holds its unit; a pace is one a year."""

_OF_DIFFERENCES = {"%": "percentage points"}
"""Units whose differences have another one."""


def unit_of(row: Mapping[str, Any], column: str) -> str:
    """Return the unit of a column in a row of a comparison, by whether it is a difference.

    A row that does not state the unit of a difference has that of its levels' differences.
    """
    stated = row.get(DIFFERENCES.get(column, "unit"))
    if isinstance(stated, str):
        return stated
    level = row.get("unit")
    level = level if isinstance(level, str) else ""
    return _OF_DIFFERENCES.get(level, level) if column in DIFFERENCES else level


def gap_unit() -> pl.Expr:
    """Return the unit of a difference: percentage points for shares."""
    unit = pl.col("unit")
    for level, difference in _OF_DIFFERENCES.items():
        unit = pl.when(pl.col("unit") == level).then(pl.lit(difference)).otherwise(unit)
    return unit


def tidy(gap: pl.Expr) -> pl.Expr:
    """Drop the noise of binary fractions, and the sign of zero, from a finished gap."""
    return pl.when(gap.abs() < _NOTHING).then(0.0).otherwise(rounded(gap))


_NOTHING = 0.5 * 10**-DIGITS
"""What is less than this rounds to zero, or to a zero with a sign."""


def finite(expression: pl.Expr) -> pl.Expr:
    """Leave out what is infinite: nothing is said of that end."""
    return pl.when(expression.is_finite()).then(expression)
