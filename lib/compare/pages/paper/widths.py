"""Widths of columns by what stands in them: no number, name or word is broken for want of room."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from compare.charts.layout import text_width
from compare.pages.paper.blocks import Grid, words_of
from compare.pages.paper.unbroken import JOINER, unbroken

_MARGINS = 0.13
"""Inches that a cell leaves at its sides."""

_SLACK = 1.12
"""Part by which a font that stands in may be wider than the one that is measured."""

_SHORT = 4
"""Characters of a text that is not broken: the name of a region, a grade."""


def column_widths(grid: Grid, inches: float, points: float) -> list[float]:
    """Return the width of each column of a table, in inches; together they fill the width.

    Each column has what its longest word or number needs. What is left goes where there is
    most to read: by the root of the area that the texts of a column take.

    Parameters
    ----------
    grid : Grid
        The table.
    inches : float
        Width of the text.
    points : float
        Size of text in its cells.
    """
    count = grid.columns
    least, whole, area = [0.3] * count, [0.3] * count, [0.0] * count
    for number, line in enumerate(grid.lines):
        place = 0
        for cell in line.cells:
            if cell.span == 1:
                text, bold = words_of(cell.text), number < grid.heads
                wide = _wide(text, points, bold=bold)
                short = len(text) <= _SHORT
                piece = wide if short else _widest_piece(text, points, bold=bold)
                least[place] = max(least[place], piece)
                whole[place] = max(whole[place], wide)
                area[place] += wide
            place += cell.span
    return _shared(least, whole, [math.sqrt(one) for one in area], inches)


def _shared(
    least: Sequence[float], whole: Sequence[float], shares: Sequence[float], inches: float
) -> list[float]:
    """Give each column its share, but not less than it needs nor more than it has words for."""
    if sum(least) >= inches:
        return [one * inches / sum(least) for one in least]
    if sum(whole) <= inches:
        spare = inches / sum(whole)
        return [one * spare for one in whole]

    def widths(scale: float) -> list[float]:
        parts = zip(least, whole, shares, strict=True)
        return [max(low, min(scale * share, high)) for low, high, share in parts]

    low, high = 0.0, inches / min(filter(None, shares), default=1.0)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) < inches else (low, middle)
    found = widths(low)
    return [one * inches / sum(found) for one in found]


_PIECES = re.compile(
    rf"[（《“〔]*(?:(?:[^\u2e80-\ufefe \n“”]|{JOINER}[\u2e80-\ufefe])+|[^\s])[，。；：、）》”〕％]*"
)
"""What no line break may divide: Latin words and numbers with what is joined to them."""

_HYPHENS = re.compile("(?<=[A-Za-z0-9]-)(?=[A-Za-z])|\u200b")
"""Where a long name may break: behind a hyphen, and where a blank of no width says so."""


def _widest_piece(text: str, points: float, *, bold: bool) -> float:
    whole = _PIECES.findall(unbroken(text))
    pieces = [part.replace(JOINER, "") for piece in whole for part in _HYPHENS.split(piece)]
    widest = max((text_width(piece, points, bold=bold) for piece in pieces), default=0.0)
    return widest * _SLACK + _MARGINS


def _wide(text: str, points: float, *, bold: bool) -> float:
    lines = text.split("\n")
    return max(text_width(line, points, bold=bold) for line in lines) * _SLACK + _MARGINS
