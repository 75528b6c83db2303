"""Widths of columns by what stands in them: no number, name or word is broken for want of room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.charts.layout import text_width
from compare.charts.office.measure import is_chinese
from compare.pages.paper.blocks import Grid, words_of
from compare.pages.paper.unbroken import JOINER, unbroken

_MARGINS = 0.118
"""Inches that a cell leaves at its sides."""

_SHORT = 5
"""Characters of a line that is not broken: the name of a region, a grade, a year."""

_BETWEEN = 0.25
"""Space, over the size of text, that some programs leave between Chinese and Latin."""

_HIGHEST = 4
"""Power by which the lines of cells count for the height of their row: the highest most."""

Heights = NDArray[np.floating[Any]]

Words = tuple[float, float]
"""How wide words are on one line, and how wide one of them is."""


def column_widths(grid: Grid, inches: float, points: float) -> list[float]:
    """Return the width of each column of a table, in inches; together they fill the width.

    Each column has what its longest word or number needs. What is left goes where it makes
    the table lowest.

    Parameters
    ----------
    grid : Grid
        The table.
    inches : float
        Width of the text.
    points : float
        Size of text in its cells.
    """
    return list(_widths(grid, inches, points))


@lru_cache(maxsize=64)  # a brief tries the same table with other text around it
def _widths(grid: Grid, inches: float, points: float) -> tuple[float, ...]:
    least = [0.3] * grid.columns
    lines: list[list[list[Words]]] = []
    for number, line in enumerate(grid.lines):
        place, cells = 0, [[(0.0, 0.0)] for _ in least]
        for cell in line.cells:
            if cell.span == 1:
                text, bold = words_of(cell.text), number < grid.heads
                least[place] = max(least[place], _least(text, points, bold=bold))
                cells[place] = [_words(one, points, bold=bold) for one in text.split("\n")]
            place += cell.span
        lines.append(cells)
    return tuple(_shared(least, lines, inches))


def _least(text: str, points: float, *, bold: bool) -> float:
    """Return the width that a text needs: a short line is not broken, nor a word or a number."""
    parts = text.split("\n")
    short = [_wide(part, points, bold=bold) for part in parts if len(part) <= _SHORT]
    return max([_widest_piece(text, points, bold=bold), *short])


_STEP = 0.04
"""Inches by which a column is made wider."""

_MOST_ROWS = 60
"""Rows by which the widths of a long table are found."""


def _shared(
    least: Sequence[float], lines: Sequence[Sequence[Sequence[Words]]], inches: float
) -> list[float]:
    """Share out what the columns do not need: where it makes the table lowest.

    Parameters
    ----------
    least : sequence of float
        What each column needs.
    lines : sequence of sequence of sequence of tuple
        Of each row, by column, how wide its lines and their words are.
    inches : float
        Width of the table.
    """
    if sum(least) >= inches:
        return _capped(least, inches)
    spare = int((inches - sum(least)) / _STEP)
    high = [_heights(place, low, lines[:_MOST_ROWS], spare) for place, low in enumerate(least)]
    at, left = [0] * len(least), spare
    while left:
        column, steps = _best(high, at, left)
        if not steps:
            break
        at[column] += steps
        left -= steps
    widths = [low + step * _STEP for low, step in zip(least, at, strict=True)]
    return [one * inches / sum(widths) for one in widths]


def _capped(least: Sequence[float], inches: float) -> list[float]:
    """Return what columns have where they need more than there is: the widest give way."""
    ordered, left = sorted(least), inches
    for place, width in enumerate(ordered):
        cap = left / (len(ordered) - place)
        if width > cap:
            return [min(one, cap) for one in least]
        left -= width
    return [*least]


def _heights(
    place: int, least: float, lines: Sequence[Sequence[Sequence[Words]]], steps: int
) -> Heights:
    """Return how many lines each row of a column takes, for each number of steps."""
    widths = least - _MARGINS + _STEP * np.arange(steps + 1)
    rows = [np.sum([_lines(one, widths) for one in row[place]], axis=0) for row in lines]
    return np.array(rows, dtype=float).T


def _lines(words: Words, widths: Heights) -> Heights:
    """Return how many lines words take in some widths: half a word of each stays empty."""
    wide, word = words
    filled = np.maximum(widths - word / 2, widths / 2)
    return np.where(wide <= widths, 1.0, np.ceil(wide / filled))


def _best(high: Sequence[Heights], at: Sequence[int], left: int) -> tuple[int, int]:
    """Return which column gains most of being wider, and by how many steps; no step of none.

    A row is as high as its highest cell: of two that are as high, each counts, since only both
    together make it lower.
    """
    now = np.array([rows[step] for rows, step in zip(high, at, strict=True)]) ** _HIGHEST
    total = now.sum(axis=0)
    best, chosen = 0.0, (0, 0)
    for place, rows in enumerate(high):
        wider = rows[at[place] + 1 : at[place] + 1 + left] ** _HIGHEST
        if not len(wider):
            continue
        changed = (total - now[place] + wider) ** (1 / _HIGHEST)
        gains = (total ** (1 / _HIGHEST) - changed).sum(axis=1) / np.arange(1, len(wider) + 1)
        found = int(np.argmax(np.round(gains, 9)))
        if gains[found] > best:
            best, chosen = float(gains[found]), (place, found + 1)
    return chosen


_PIECES = re.compile(
    rf"[（《“〔]*(?:(?:{JOINER}[\u2e80-\ufefe]|[^\u2e80-\ufefe \n“”])+|[^\s])[，。；：、）》”〕％]*"
)
"""What no line break may divide: Latin words and numbers with what is joined to them."""

_HYPHENS = re.compile("(?<=[A-Za-z0-9]-)(?=[A-Za-z])|\u200b")
"""Where a long name may break: behind a hyphen, and where a blank of no width says so."""


def _widest_piece(text: str, points: float, *, bold: bool) -> float:
    pieces = _pieces(text)
    widest = max((_drawn(piece, points, bold=bold) for piece in pieces), default=0.0)
    return widest + _MARGINS


def _pieces(text: str) -> list[str]:
    whole = _PIECES.findall(unbroken(text))
    return [part.replace(JOINER, "") for piece in whole for part in _HYPHENS.split(piece)]


def _wide(text: str, points: float, *, bold: bool) -> float:
    lines = text.split("\n")
    return max(_drawn(line, points, bold=bold) for line in lines) + _MARGINS


def _drawn(text: str, points: float, *, bold: bool) -> float:
    """Return how wide text is drawn: with a little between Chinese and other letters."""
    meetings = sum(is_chinese(one) != is_chinese(other) for one, other in pairwise(text))
    return text_width(text, points, bold=bold) + _BETWEEN * meetings * points / 72


def _words(line: str, points: float, *, bold: bool) -> Words:
    wide = _drawn(line, points, bold=bold)
    return wide, wide / max(len(_pieces(line)), 1)
