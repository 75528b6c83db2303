"""Heads: where the names of the columns stand, and whether one row holds all of them.

A title above the names, names in two rows (a year above its columns, merged cells) and a row
of units below them are told from the rows themselves, and refused by row: no rule says which
of two rows a person means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from compare.errors import Problem

FIRST_ROWS = 20
"""How far down a header is looked for."""

LONGEST_UNIT = 8
"""Of what stands below a header without a digit, the longest that may be a unit."""

Names = Callable[[str], bool]
"""Tells whether a cell is the name of a column that is looked for."""


def head_problem(file: str, records: list[list[str]], is_column: Names) -> Problem | None:
    """Return the problem of a header that is not row 1, whole and alone.

    Parameters
    ----------
    file : str
        What messages call the file.
    records : list of list of str
        Its rows.
    is_column : callable
        Tells whether a cell is the name of a column.
    """
    return (
        _in_two_rows(file, records, is_column)
        or _below_others(file, records, is_column)
        or _above_units(file, records)
    )


def count_names(cells: Iterable[str], is_column: Names) -> int:
    """Count the different names of columns among some cells."""
    return len(_names(cells, is_column))


def _names(cells: Iterable[str], is_column: Names) -> set[str]:
    return {cell.strip() for cell in cells if is_column(cell.strip())}


def _below_others(file: str, records: list[list[str]], is_column: Names) -> Problem | None:
    """Return the problem of a header further down, with what stands above it.

    A row is the header where it names at least two columns (or all that are looked for are
    one), and row 1 fewer than half as many.
    """
    counts = [count_names(record, is_column) for record in records[:FIRST_ROWS]]
    best = max(range(len(counts)), key=counts.__getitem__)
    if counts[best] <= 2 * counts[0] or (counts[best] == 1 and _cells(records[0])):
        return None
    above = [cell for record in records[:best] for cell in _cells(record)]
    return Problem(
        file, best + 1, "",
        f"the header stands in row {best + 1}, below {_shown(above) or 'empty rows'}",
        "the header in row 1",
        f"remove the {best} row{'s' if best > 1 else ''} above it",
    )  # fmt: skip


def _in_two_rows(file: str, records: list[list[str]], is_column: Names) -> Problem | None:
    """Return the problem of two rows that hold the names between them, or twice in the lower."""
    first = records[:FIRST_ROWS]
    most = max(count_names(record, is_column) for record in first)
    for place, (upper, lower) in enumerate(pairwise(first), start=1):
        above, below = _names(upper, is_column), _names(lower, is_column)
        split = above and below and len(above | below) > most
        twice = len(below) == most and sum(is_column(cell.strip()) for cell in lower) > most
        if not (split or (twice and _cells(upper) and len(above) < most)):
            continue
        if not any(_has_digit(cell) for cell in lower if not is_column(cell.strip())):
            return Problem(
                file, place, "",
                f"the header stands in two rows, {place} and {place + 1}: "
                f"{_shown(_cells(upper))} above {_shown(_cells(lower))}",
                "one row with a name of its own for each column",
                f"write the whole names into row {place + 1}, and remove row {place}",
            )  # fmt: skip
    return None


def _above_units(file: str, records: list[list[str]]) -> Problem | None:
    """Return the problem of a row between the header and the numbers that holds units."""
    if len(records) < 3:
        return None
    units, numbers = records[1], records[2]
    there = [place for place, cell in enumerate(units) if cell.strip()]
    if not there or 0 in there or not all(_may_be_unit(units[place]) for place in there):
        return None
    if not all(place < len(numbers) and _has_digit(numbers[place]) for place in there):
        return None
    return Problem(
        file, 2, "", f"the row below the header holds {_shown(_cells(units))} and no numbers",
        "the header in row 1 and the first row of the table in row 2",
        "remove the row; say units in the names of the columns",
    )  # fmt: skip


def _may_be_unit(cell: str) -> bool:
    return len(cell.strip()) <= LONGEST_UNIT and not _has_digit(cell)


def _has_digit(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)


def _cells(record: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in record if cell.strip()]


def _shown(cells: Sequence[str]) -> str:
    return ", ".join(repr(cell[:40]) for cell in cells[:3]) + (" …" if len(cells) > 3 else "")
