"""Areas of a slide."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.util import Inches


@dataclass(frozen=True)
class Area:
    """A rectangle on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> tuple[Inches, Inches, Inches, Inches]:
        """The same as Office counts it."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


def overlap(one: Area, other: Area) -> bool:
    """Tell whether two areas share more than an edge."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    along = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.01 and along > 0.01
