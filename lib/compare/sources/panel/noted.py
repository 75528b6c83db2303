"""What was seen in the cells of an own table and changes no value: it is told in the summary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compare.errors import listed


@dataclass(frozen=True)
class Noted:
    """What is told of cells, with the number of the cells that it was seen in.

    Attributes
    ----------
    limits : Counter of str
        Columns of limits, each with how many of its cells belong to no value.
    """

    limits: Counter[str] = field(default_factory=Counter)

    def counted(self) -> list[tuple[str, str, int]]:
        """Return the lines of the summary: of what, what became of it, and of how many."""
        lines = [("limits", "not used", self.limits)]
        return [
            (of, f"{what} ({listed(list(seen))})", seen.total()) for of, what, seen in lines if seen
        ]
