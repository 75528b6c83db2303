"""Measures: the columns of values of own tables, with those of their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.sources.panel.columns import counts_rows, holds_days, is_code, is_no_measure
from compare.sources.panel.heads import Head
from compare.sources.panel.kinds import holds_kinds
from compare.sources.panel.limit_names import LIMITS
from compare.sources.panel.opening import Sheet
from compare.sources.panel.statuses import is_status

A_VALUE = "value"
"""What bounds are of where nothing says it, as a column of values is called."""


@dataclass(frozen=True)
class Measure:
    """A column of values.

    Attributes
    ----------
    value : Head
        The column.
    indicator : str
        What it measures; empty where a column of the table says it.
    lower, upper, se, margin : Head or None
        The columns of its limits, of its standard error, or of its margin of error.
    kind : {"", "target"}
        What its name says that its values are.
    """

    value: Head
    indicator: str
    lower: Head | None = None
    upper: Head | None = None
    se: Head | None = None
    margin: Head | None = None
    kind: str = ""

    @property
    def is_interval(self) -> bool:
        """Whether its bounds are all that there is: the column is that of the lower one."""
        return self.value == self.lower

    @property
    def limits(self) -> dict[str, Head]:
        """The columns of its limits, and of its errors, by what they are."""
        heads = {"lower": self.lower, "upper": self.upper, "se": self.se, "margin": self.margin}
        return {role: head for role, head in heads.items() if head is not None}

    @property
    def cells(self) -> list[Head]:
        """The columns in which a value may stand: its own, and those of its bounds."""
        return [head for head in (self.value, self.lower, self.upper) if head is not None]


def measure_of(
    value: Head, indicator: str, limits: Mapping[str, Head | None], kind: str = ""
) -> Measure:
    """Return a column of values with its limits by what they are."""
    lower, upper, se, margin = (limits.get(role) for role in LIMITS)
    return Measure(value, indicator, lower, upper, se, margin, kind)


def may_measure(sheet: Sheet, head: Head, taken: set[str]) -> bool:
    """Tell whether a column that is not taken may be one of values, by its name."""
    if head.letters in {*taken, *sheet.chosen} or is_code(head) or is_no_measure(head):
        return False
    others = (holds_kinds, counts_rows, is_status, holds_days)
    return not any(of(sheet, head) for of in others)
