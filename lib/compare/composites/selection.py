"""Who is ranked, and on what: enough of the weight, and the same indicators for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.composites.inputs import Asked
from compare.composites.methods import DIGITS


@dataclass(frozen=True)
class Chosen:
    """The regions ranked, the indicators that all of them have, and who was refused why."""

    regions: list[str]
    indicators: list[str]
    refused: Mapping[str, str]


def chosen_of(asked: Asked, minimum_coverage: float) -> Chosen:
    """Choose the regions by their coverage, then the indicators that they share."""
    covered = {region: asked.coverage(region) for region in asked.regions}
    least = minimum_coverage - 10**-DIGITS
    enough = {region for region, share in covered.items() if share > 0 and share >= least}
    wholes = {region for region in enough if enough & set(asked.wholes.get(region, ()))}
    little = {region for region in asked.regions if _has_little(asked, region)} - enough
    refused = dict.fromkeys(wholes, "part-and-whole") | dict.fromkeys(little, "low-coverage")
    regions = sorted(enough - wholes)
    shared = [set(asked.counts(region)) for region in regions]
    indicators = [name for name in asked.weights if all(name in has for has in shared)]
    if len(regions) < 2:
        return Chosen([], [], refused | dict.fromkeys(regions, "too-few-regions"))
    if len(indicators) < 2:
        return Chosen([], [], refused | dict.fromkeys(regions, "too-few-indicators"))
    return Chosen(regions, indicators, refused)


def _has_little(asked: Asked, region: str) -> bool:
    """Tell whether a region has something that could have been scored."""
    return any(name in asked.weights or not asked.named for name in asked.counts(region))
