"""Columns of flags without a name, behind their columns of values: 5.21 | e, 76.9 | p.

Statistical offices mark what is estimated or provisional there. The flag belongs to the cell
before it, and is told as one that stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.sources.panel.cells import FLAGS

_FLAG = re.compile(rf"{FLAGS}|[*†‡§]{{1,3}}")
"""Flags as a cell may have them behind its value: A, B and C are grades."""
_DIGIT = re.compile(r"[0-9]")

Body = Sequence[tuple[int, Sequence[str]]]


def flags_behind(named: Sequence[bool], body: Body) -> dict[int, list[str]]:
    """Return the columns of a grid that hold nothing but flags of the column before them.

    Parameters
    ----------
    named : sequence of bool
        Whether each column of the head has a name.
    body : sequence of tuple
        The number and the cells of each row.

    Returns
    -------
    dict
        Of each the cells, stripped, by its place; it may stand behind the last name.
    """
    width = max((len(cells) for _, cells in body), default=0)
    found = {}
    for place in range(1, width):
        if (place < len(named) and named[place]) or not (place <= len(named) and named[place - 1]):
            continue
        flags = [_cell(cells, place) for _, cells in body]
        values = [_cell(cells, place - 1) for _, cells in body]
        there = [flag for flag in flags if flag]
        of_values = [bool(_DIGIT.search(value)) for value in values if value]
        are_flags = all(map(_FLAG.fullmatch, there)) and len(set(there)) <= _MOST
        if there and are_flags and sum(of_values) * 2 > len(of_values):
            found[place] = flags
    return found


_MOST = 12
"""So many flags there are; a column of names has more."""


def with_flags(values: Sequence[str], flags: Sequence[str]) -> list[str]:
    """Return the cells of a column with their flags behind them.

    Examples
    --------
    >>> with_flags(["5.21", "3.4", ""], ["e", "", "c"])
    ['5.21 e', '3.4', 'c']
    """
    return [f"{value} {flag}".strip() for value, flag in zip(values, flags, strict=True)]


def longest_unflagged(body: Body, width: int, flags: Mapping[int, Sequence[str]]) -> int | None:
    """Return the first row with a cell beyond the head that is no flag; None where there is none.

    Parameters
    ----------
    body : sequence of tuple
        The number and the cells of each row.
    width : int
        The number of columns of the head.
    flags : mapping
        The columns of flags, by their place.
    """
    for row, cells in body:
        beyond = enumerate(cells[width:], width)
        if any(cell.strip() for place, cell in beyond if place not in flags):
            return row
    return None


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
