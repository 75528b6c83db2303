"""Weights: what comes first on a page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from compare.finding.statement import Strength

_OF_VERDICTS: Mapping[str, float] = MappingProxyType(
    {
        "below": 16.0,
        "short": 18.0,
        "missed": 18.0,
        "behind-pace": 6.0,
        "on-pace": -10.0,
        "pace-not-decided": -13.0,
        "not-decided": -16.0,
        "no-outcome": -40.0,
        "lowered": 10.0,
        "postponed": 8.0,
        "met-when-set": -10.0,
        "dropped": -16.0,
        "new": -18.0,
        "behind": 10.0,
        "ahead": 8.0,
        "above": 2.0,
        "met": 0.0,
        "apart": 0.0,
        "level": -12.0,
        "changed": -6.0,
        "worsened": 10.0,
        "unchanged": -14.0,
        "kept": -14.0,
        "steps": -8.0,
        "undetermined": -24.0,
        "not-assured": -26.0,
        "unordered": -8.0,
        "totals": -32.0,
    }
)
"""What asks for something to be done comes before what is as it should be."""

_OF_STRENGTHS: Mapping[Strength, float] = MappingProxyType(
    {"firm": 3.0, "with-caution": 0.0, "related": -8.0}
)

OF_LEVELS = frozenset({"different-level", "assessed-by-county"})
"""Cautions of places of several levels: a city beside a county, or a standard for counties."""
_ACROSS_LEVELS = -12.0
"""A city beside a county, or beside a standard for counties: may be said, and opens a page
only where there is nothing else."""

_MOST = 10.0


def weight(
    of_kind: float,
    verdict: str,
    strength: Strength,
    size: float | None = None,
    cautions: Collection[str] = (),
) -> float:
    """Return the weight of a finding.

    Parameters
    ----------
    of_kind : float
        The weight of its kind.
    verdict, strength : str
        Of the finding.
    size : float, optional
        The difference as a share of what it could be at most (1 for a hundred percentage
        points): larger ones come first, within their verdict.
    cautions : collection of str
        Names of reasons that touch the values named.
    """
    added = min(_MOST, abs(size) * 50) if size is not None else 0.0
    total = of_kind + _OF_VERDICTS.get(verdict, 0.0) + _OF_STRENGTHS[strength] + added
    return round(total + _ACROSS_LEVELS * bool(OF_LEVELS & {*cautions}), 3)


def share(difference: float | None, unit: str, beside: float | None = None) -> float | None:
    """Return a difference as a share: of a hundred points, or of the value that it is from."""
    if difference is None:
        return None
    if unit == "%":
        return difference / 100
    if not beside or unit == "year":
        return None
    return difference / abs(beside)
