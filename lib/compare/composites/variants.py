"""The scores and ranks of a composite and of all its variants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt

from compare.comparisons.dispersion import MeasureError
from compare.composites.inputs import Asked, Choices
from compare.composites.methods import (
    MEANS,
    METHODS,
    Aggregate,
    Ends,
    Normalise,
    Numbers,
    drawn,
    normalised,
    ranks_of,
)
from compare.composites.selection import Chosen
from compare.ledger.models import as_it_counts


@dataclass(frozen=True)
class Scored:
    """The scores and ranks of all variants; asked for only where somebody is ranked."""

    asked: Asked
    chosen: Chosen
    choices: Choices

    @cached_property
    def places(self) -> dict[str, int]:
        """Where a ranked region stands in the tables."""
        return {region: place for place, region in enumerate(self.chosen.regions)}

    @cached_property
    def goalposts(self) -> tuple[Numbers, Numbers]:
        """Low and high goalposts of the indicators, folded, as columns."""
        names = self.chosen.indicators
        pairs = [self.asked.goalposts[name] for name in names]
        lacking = [name for name, pair in zip(names, pairs, strict=True) if None in pair]
        if lacking:
            wanted = ", ".join(f"{name!r}: (low, high)" for name in lacking)
            raise MeasureError(
                f"no goalposts for {', '.join(lacking)}: without a floor and a cap no value is "
                f"a known share of the way; do: goalposts={{{wanted}}}, in the indicator's unit"
            )
        low, high = np.array(pairs, dtype=np.float64).T
        lower = np.array([self.asked.about[name]["direction"] == "lower" for name in names])
        folded = np.where(lower, -high, low), np.where(lower, -low, high)
        return folded[0][:, None], folded[1][:, None]

    @cached_property
    def values(self) -> Ends:
        """Folded values, indicators down and regions across, unbounded ends closed."""
        low, high = self.goalposts
        entries = [
            [self.asked.entries[region][name] for region in self.chosen.regions]
            for name in self.chosen.indicators
        ]
        least, printed, most = (
            np.array([[getattr(entry, end) for entry in row] for row in entries])
            for end in ("least", "point", "most")
        )
        return Ends(
            np.where(np.isneginf(least), np.minimum(low, printed), least),
            printed,
            np.where(np.isposinf(most), np.maximum(high, printed), most),
        )

    @cached_property
    def is_beyond(self) -> npt.NDArray[np.bool_]:
        """Whether a printed value of a region lies outside its goalposts."""
        low, high = self.goalposts
        printed = self.values.printed
        return np.asarray(((printed < low) | (printed > high)).any(axis=0))

    def mixes(self, column: str) -> bool:
        """Tell whether the regions ranked differ in a column: counties among prefecture cities."""
        first = self.chosen.indicators[0]
        entries = (self.asked.entries[region][first] for region in self.chosen.regions)
        cells = {as_it_counts(column, entry.cells.get(column)) for entry in entries}
        return len(cells - {None}) > 1

    @cached_property
    def weightings(self) -> Numbers:
        """The weights given, those without one indicator, and the draws, as rows."""
        shared = np.array([self.asked.weights[name] for name in self.chosen.indicators])
        given = shared / shared.sum()
        without = np.where(np.eye(len(given), dtype=bool), 0.0, given)
        without /= without.sum(axis=1, keepdims=True)
        return np.vstack([given, without, drawn(given, self.choices.draws, self.choices.seed)])

    @property
    def weighting_names(self) -> list[str]:
        """What the rows of ``weightings`` are called."""
        without = [f"without {name}" for name in self.chosen.indicators]
        draws = [f"draw {number}" for number in range(1, self.choices.draws + 1)]
        return ["given", *without, *draws]

    @property
    def methods(self) -> list[tuple[Normalise, Aggregate]]:
        """All methods, the one asked for first."""
        asked_for = (self.choices.normalise, self.choices.aggregate)
        return sorted(METHODS, key=lambda method: method != asked_for)

    @cached_property
    def scores(self) -> list[Ends]:
        """Scores by method, weightings down and regions across."""
        means = {name: partial(mean, self.weightings) for name, mean in MEANS.items()}
        return [
            normalised(normalise, self.values, self.goalposts).each(means[aggregate])
            for normalise, aggregate in self.methods
        ]

    @cached_property
    def ranks(self) -> npt.NDArray[np.int64]:
        """Ranks by method, ``ENDS``, weighting and region."""
        return np.array(
            [
                [ranks_of(printed, printed), ranks_of(most, least), ranks_of(least, most)]
                for least, printed, most in self.scores
            ]
        )
