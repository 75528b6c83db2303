"""Sides: on which side of an axis of values the better ones stand, decided here alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compare.wording.catalogue import Lang, say

RIGHT, LEFT, NEITHER = "right", "left", "neither"

_BETTER: Mapping[str, str] = {"higher": RIGHT, "lower": LEFT}
"""By the direction of an indicator; one without a direction has no better side."""


def better_side(direction: object) -> str:
    """Return the side at which the better values stand, where an axis runs as they do."""
    return _BETTER.get(str(direction), NEITHER)


def side_in_words(side: str, lang: Lang, *, kind: object = "actual") -> str:
    """Say which side is the better one, or that of stricter targets: a caption of an axis."""
    of_target = kind == "target" and side != NEITHER
    return say(f"side-{side}{'-target' if of_target else ''}", lang)


class FromBest:
    """Puts the values of one indicator at their distance from the best: 0, or below it.

    Parameters
    ----------
    values : iterable of float
        At least one; the best of them is where distances are counted from.
    direction : str
        Direction of the indicator; one without a direction runs as its values do.
    """

    def __init__(self, values: Iterable[float], direction: object) -> None:
        self.turned = better_side(direction) == LEFT
        self.best = min(values) if self.turned else max(values)

    def __call__(self, value: float) -> float:
        """Return how far a value is from the best one, which stands at the right."""
        return self.best - value if self.turned else value - self.best
