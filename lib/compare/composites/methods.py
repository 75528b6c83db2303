"""How scores are made: normalisation, weights, means and ranks, on plain tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Normalise = Literal["goalposts", "z-score", "rank"]
Aggregate = Literal["arithmetic", "geometric"]
Numbers = npt.NDArray[np.float64]

METHODS: tuple[tuple[Normalise, Aggregate], ...] = (
    ("goalposts", "arithmetic"),
    ("goalposts", "geometric"),
    ("z-score", "arithmetic"),
    ("rank", "arithmetic"),
)
"""What is varied; a geometric mean needs scores above zero, and so goalposts."""

ENDS = ("printed", "best", "worst")
"""The values that a rank is of: as printed, or at the ends of the intervals."""

COVERAGE = 0.66
"""Share of the weight that a region must have values for, unless told otherwise."""

DRAWS = 200
"""Other weights that are drawn, unless told otherwise."""

WEIGHT_SPREAD = 0.25
"""Relative standard deviation of the weights drawn, for an indicator of average weight."""

DIGITS = 9
"""Decimals of a score: more than documents print, fewer than the noise of binary fractions."""

_LIFT = 0.99
"""Share of 0–100 that a geometric mean is taken over, 1 being added: 1–100."""


class Ends(NamedTuple):
    """Tables of the same shape: at the least, as printed, at the most."""

    least: Numbers
    printed: Numbers
    most: Numbers

    def each(self, function: Callable[[Numbers], Numbers]) -> Ends:
        """Apply a function to each of the three."""
        return Ends(*(function(end) for end in self))


def drawn(given: Numbers, draws: int, seed: int) -> Numbers:
    """Draw weights around those given; an average one varies by ``WEIGHT_SPREAD`` of itself."""
    concentration = (len(given) - 1) / WEIGHT_SPREAD**2 - 1
    return np.random.default_rng(seed).dirichlet(concentration * given, size=draws)


def normalised(normalise: str, values: Ends, goalposts: tuple[Numbers, Numbers]) -> Ends:
    """Return values on a common scale: 0 to 100 between goalposts, deviations, or ranks."""
    least, printed, most = values
    if normalise == "goalposts":
        low, high = goalposts
        return values.each(lambda end: 100 * np.clip((end - low) / (high - low), 0, 1))
    if normalise == "z-score":
        return values.each(lambda end: _deviations(end, printed))
    return Ends(
        _share_below(least, most), _share_below(printed, printed), _share_below(most, least)
    )


def _deviations(values: Numbers, printed: Numbers) -> Numbers:
    """Return standard deviations above the mean; nothing where all print the same."""
    alike = np.ptp(printed, axis=1, keepdims=True) == 0
    deviation = np.where(alike, 1.0, printed.std(axis=1, keepdims=True))
    return np.where(alike, 0.0, (values - printed.mean(axis=1, keepdims=True)) / deviation)


def _share_below(own: Numbers, others: Numbers) -> Numbers:
    """Return which share of the other regions lies below each, in %, ties counting half."""
    shares: Numbers = np.empty_like(own)
    for indicator, (mine, theirs) in enumerate(zip(own, others, strict=True)):
        ordered = np.sort(theirs)
        below = np.searchsorted(ordered, mine, side="left") - (theirs < mine)
        up_to = np.searchsorted(ordered, mine, side="right") - (theirs <= mine)
        shares[indicator] = (below + up_to) / 2
    share: Numbers = 100 * shares / (own.shape[1] - 1)
    return share


def _arithmetic(weights: Numbers, scores: Numbers) -> Numbers:
    return np.round(weights @ scores, DIGITS) + 0.0


def _geometric(weights: Numbers, scores: Numbers) -> Numbers:
    means = np.exp(weights @ np.log(1 + _LIFT * scores))
    return np.round((means - 1) / _LIFT, DIGITS) + 0.0


MEANS: Mapping[str, Callable[[Numbers, Numbers], Numbers]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
}


def ranks_of(own: Numbers, others: Numbers) -> npt.NDArray[np.int64]:
    """Return one more than the number of other regions above, weighting by weighting."""
    ranks = np.empty(own.shape, dtype=np.int64)
    for weighting, (mine, theirs) in enumerate(zip(own, others, strict=True)):
        up_to = np.searchsorted(np.sort(theirs), mine, side="right")
        ranks[weighting] = 1 + len(mine) - up_to - (theirs > mine)
    return ranks
