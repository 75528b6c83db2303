"""Rows of tables: lines that hold cells, marked by strokes or tabs or set apart by spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_MARKED_CELLS = re.compile(r"[^\S\t]*[|\t][^\S\t]*|[^\S\t]{4,}(?=\S)")
_SPACED_CELLS = re.compile(r"(?<=\S)[^\S\t]{2,}(?=\S)")
_NEAR_ROWS = 3
"""Lines between two rows of a table that is aligned with spaces, at the most."""
_FEWEST_CELLS = 3
_LONGEST_GROUP = 22
"""Name of a group of rows, on a line of its own inside a table."""


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Rows:
    """The lines of one table.

    Attributes
    ----------
    rows : tuple of tuple of Cell
        Its cells.
    caption : str
        The line above it.
    headings : tuple of str
        The titles above it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    headings: tuple[str, ...]


def between_rows(line: str) -> bool:
    """Tell whether a line inside a table names a group of rows, or is empty."""
    return len(line.strip()) <= _LONGEST_GROUP and not re.search(r"[。;,:]", line)


def spaced_rows(lines: list[tuple[int, str]]) -> set[int]:
    """Return which lines are rows of tables that are aligned with two or more spaces."""
    alike = [
        number
        for number, (_, line) in enumerate(lines)
        if "  " in line
        and len(_SPACED_CELLS.findall(line)) >= _FEWEST_CELLS - 1
        and not re.search(r"[。;|\t]", line)
    ]
    pairs = [pair for pair in pairwise(alike) if pair[1] - pair[0] <= _NEAR_ROWS]
    return {number for pair in pairs for number in pair}


def cells_of(line: str, start: int, *, spaced: bool = False) -> tuple[Cell, ...]:
    """Return the cells of a table row; none where the line is no such row."""
    marked = line.count("|") >= 2 or "\t" in line or re.search(r"\S[^\S\t]{4,}\S", line)
    if not marked and not spaced:
        return ()
    if len(line) > 2000 or "。" in line[:-1]:
        return ()  # a paragraph that happens to hold a stroke
    cells, at = [], 0
    separators = _SPACED_CELLS if spaced else _MARKED_CELLS
    for separator in [*separators.finditer(line), None]:
        end = separator.start() if separator else len(line)
        part = line[at:end]
        lead = len(part) - len(part.lstrip())
        cells.append(Cell(part.strip(), start + at + lead))
        at = separator.end() if separator else end
    if line.lstrip().startswith("|"):
        cells = cells[1:]
    if line.rstrip().endswith("|"):
        cells = cells[:-1]
    enough = 2 if line.count("|") >= 2 or "\t" in line else _FEWEST_CELLS
    return tuple(cells) if sum(1 for cell in cells if cell.text) >= enough else ()
