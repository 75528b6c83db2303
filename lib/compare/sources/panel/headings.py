"""Regions that head the others of an own table, by their names: a city above its counties.

``ranks.csv`` holds the words that names of divisions end in, 1 the widest.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from compare.ledger.divisions import containing_code
from compare.ledger.names import normal_name

_FEWEST = 3
"""Of two regions neither heads the other by its name."""


@dataclass(frozen=True)
class Heading:
    """What the names of regions say of the ones in the first and the last place.

    Attributes
    ----------
    named : frozenset of int
        Their numbers, where the title names them alone, or they are wider than most others:
        one of these, beside a sum, is a whole.
    sure : frozenset of int
        Where both hold: such a one is a whole without any sum.
    """

    named: frozenset[int] = frozenset()
    sure: frozenset[int] = frozenset()


def heading_of(names: Sequence[str], title: str, adcodes: Sequence[str | None] = ()) -> Heading:
    """Return which of the first and the last region head the others, by name and title.

    Parameters
    ----------
    names : sequence of str
        The names of the regions, in order.
    title : str
        What the table calls itself.
    adcodes : sequence of str or None
        The official code of each, where it has one: none heads what lies elsewhere.

    Examples
    --------
    >>> names = ["Yunxi City", "East County", "Long County"]
    >>> heading_of(names, "Schools of Yunxi City").sure, heading_of(names, "").named
    (frozenset({0}), frozenset({0}))
    >>> heading_of(["East County", "Yunxi City", "Long County"], "Schools of Yunxi City").named
    frozenset()
    """
    plain = [normal_name(name).casefold() for name in names]
    if len({*plain}) < _FEWEST:
        return Heading()
    ends = {n for n in (0, len(plain) - 1) if not adcodes or _may_hold(adcodes[n], adcodes)}
    titled = ends & _titled(plain, normal_name(title).casefold())
    wider = {number for number in ends if _is_wider(number, plain)}
    return Heading(frozenset(titled | wider), frozenset(titled & wider))


def _may_hold(own: str | None, adcodes: Sequence[str | None]) -> bool:
    """Tell whether all regions whose codes are known may lie in one of them."""
    others = (code for code in adcodes if code and code != own)
    return own is None or all(own in _above(code) for code in others)


def _above(code: str) -> list[str]:
    """Return the codes that a division lies in."""
    found = []
    while code := containing_code(code):
        found.append(code)
    return found


def _titled(names: Sequence[str], title: str) -> set[int]:
    """Return the numbers of the one region that a title names; nothing where it names several."""
    found = {number for number, name in enumerate(names) if name and name in title}
    return found if len({names[number] for number in found}) == 1 else set()


def _is_wider(number: int, names: Sequence[str]) -> bool:
    """Tell whether a region is wider than most others, and none is wider than it."""
    own = _rank(names[number])
    others = [_rank(name) for place, name in enumerate(names) if place != number]
    narrower = sum(rank > own for rank in others)
    return own > 0 and narrower * 2 > len(others) and not any(0 < rank < own for rank in others)


def _rank(name: str) -> int:
    """Return how wide a division is by its name, 1 the widest; 0 where the name does not say."""
    return next((rank for ending, rank in _ranks() if name.endswith(ending)), 0)


@cache
def _ranks() -> list[tuple[str, int]]:
    """Return the endings with their ranks, the longest first."""
    text = files("compare.sources.panel").joinpath("ranks.csv").read_text(encoding="utf-8")
    rows = [
        (row["ending"].casefold(), int(row["rank"])) for row in csv.DictReader(text.splitlines())
    ]
    return sorted(rows, key=lambda row: -len(row[0]))
