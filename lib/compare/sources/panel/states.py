"""States above their districts: Colorado in the first or the last row of a table of its districts.

``states.csv`` holds names of first-level divisions of twelve countries as ISO 3166-2 lists them,
in their own language. Cities of the same name (Berlin, Wien, Zürich) are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from compare.ledger.names import normal_name

_FEWEST = 5
"""Among fewer others a state may be one of several regions."""


def heading_states(names: Sequence[str]) -> set[int]:
    """Return the numbers of states that stand first or last among districts.

    Beside other states it is one of them; within the list a county may be called so.

    Examples
    --------
    >>> heading_states(["Colorado", "Adams", "Boulder", "Denver", "Mesa", "Weld"])
    {0}
    >>> heading_states(["Colorado", "Kansas", "Boulder", "Denver", "Mesa", "Weld"])
    set()
    """
    plain = [normal_name(name).casefold() for name in names]
    are = {number for number, name in enumerate(plain) if name in _states()}
    others = len(set(plain)) - len({plain[number] for number in are})
    if others < _FEWEST or len({plain[number] for number in are}) > 1:
        return set()
    return are & {0, len(plain) - 1}


@cache
def _states() -> frozenset[str]:
    text = files("compare.sources.panel").joinpath("states.csv").read_text(encoding="utf-8")
    return frozenset(
        normal_name(row["name"]).casefold() for row in csv.DictReader(text.splitlines())
    )
