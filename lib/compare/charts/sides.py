"""Sides: on which side of an axis of values the better ones stand, decided here alone."""

from __future__ import annotations

from collections.abc import Mapping

from compare.wording.catalogue import Lang, say

RIGHT, LEFT, NEITHER = "right", "left", "neither"

_BETTER: Mapping[str, str] = {"higher": RIGHT, "lower": LEFT}
"""By the direction of an indicator; one without a direction has no better side."""


def better_side(direction: object) -> str:
    """Return the side at which the better values stand, where an axis runs as they do."""
    return _BETTER.get(str(direction), NEITHER)


def side_in_words(side: str, lang: Lang) -> str:
    """Say which side is the better one: what a caption says of an axis."""
    return say(f"side-{side}", lang)


class BetterRight:
    """Puts the values of one indicator between 0 (the worst) and 1 (the best).

    Parameters
    ----------
    lowest, highest : float
        The values at the ends.
    direction : str
        Direction of the indicator; one without a direction runs as its values do.
    """

    def __init__(self, lowest: float, highest: float, direction: object) -> None:
        self.lowest, self.span = lowest, highest - lowest
        self.turned = better_side(direction) == LEFT

    def __call__(self, value: float) -> float:
        """Return the place of a value; of values that are all the same, the middle."""
        share = (value - self.lowest) / self.span if self.span else 0.5
        return 1 - share if self.turned else share
