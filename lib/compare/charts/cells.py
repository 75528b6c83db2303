"""Cells: a matrix of coloured cells with words in them, drawn as a heat map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from compare.charts.layout import text_width, widest_piece, wrap
from compare.charts.style import INK


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    fill : str
        Colour of the cell.
    text : str
        What is written in it.
    ink : str
        Colour of that.
    outline : mapping
        How its outline is drawn, as patches name it; none if it is empty.
    slash : bool
        Whether a slash crosses it out.
    """

    fill: str = "#ffffff"
    text: str = ""
    ink: str = INK
    outline: Mapping[str, Any] = field(default_factory=dict)
    slash: bool = False


SLASH: Mapping[str, Any] = {"color": "#b0b0b0", "linewidth": 0.7}
"""How the slash of a cell is drawn, in legends too."""

_INSET = 0.04
"""How far an outline stands from the edge of its cell, in parts of it."""


@dataclass(frozen=True)
class Heads:
    """Names above the columns of a matrix, as they fit: in one line, in several, or upright.

    Attributes
    ----------
    texts : list of str
        The names, with line breaks.
    points : float
        Their size.
    turned : bool
        Whether they run upwards.
    height : float
        Height that they take, in inches.
    """

    texts: list[str]
    points: float
    turned: bool
    height: float


def fit_heads(names: Sequence[str], column: float, most: float, points: float) -> Heads | None:
    """Fit names of a size above columns, so that none covers its neighbour.

    They stand in one line, else in several, else they run upwards; None where columns are
    too narrow for that as well.

    Parameters
    ----------
    names : sequence of str
        The names.
    column : float
        Width of a column, in inches.
    most : float
        Most height that they may take, in inches.
    points : float
        Size of text.
    """
    width, line = column * _HEAD_SHARE, points * _HEAD_LINE / 72
    if max(text_width(name, points) for name in names) <= width:
        return Heads(list(names), points, turned=False, height=line)
    if max(widest_piece(name, points) for name in names) <= width:
        lines = [wrap(name, width, points) for name in names]
        tall = max(map(len, lines)) * line
        if tall <= most:
            return Heads(["\n".join(one) for one in lines], points, turned=False, height=tall)
    lines = [wrap(name, most, points) for name in names]
    if max(map(len, lines)) * line > column:
        return None
    return Heads(["\n".join(one) for one in lines], points, True, _longest(lines, points) + 0.05)


def name_columns(axes: Axes, heads: Heads, pad: float) -> None:
    """Write the names above the columns of a matrix."""
    axes.set_xticks(
        [across + 0.5 for across in range(len(heads.texts))],
        heads.texts,
        fontsize=heads.points,
        rotation=90 if heads.turned else 0,
        linespacing=1.0,
        parse_math=False,
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=pad)


_HEAD_SHARE = 0.96
"""Part of a column's width that its name may take."""

_HEAD_LINE = 1.45
"""Height of a line of a name over its size."""


def _longest(lines: Sequence[Sequence[str]], points: float) -> float:
    return max((text_width(line, points) for one in lines for line in one), default=0.0)


def draw_cells(
    axes: Axes,
    rows: Sequence[Sequence[Cell]],
    points: float,
    heights: Sequence[float] | None = None,
) -> None:
    """Draw a matrix: cell ``j`` of row ``i`` between ``j`` and ``j + 1``, and ``i`` and ``i + 1``.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        The axes; they lose their frame, grid and ticks.
    rows : sequence of sequence of Cell
        From top to bottom, from left to right.
    points : float
        Size of text.
    heights : sequence of float, optional
        Heights of the rows in any unit, where they are not all the same.
    """
    cells = list(chain.from_iterable(rows))
    fills = list(dict.fromkeys(cell.fill for cell in cells))
    axes.grid(False)
    sns.heatmap(
        np.array([[fills.index(cell.fill) for cell in row] for row in rows]),
        cmap=fills,
        vmin=-0.5,
        vmax=len(fills) - 0.5,
        annot=np.array([[cell.text for cell in row] for row in rows], dtype=object),
        fmt="",
        annot_kws={"fontsize": points, "va": "center_baseline", "parse_math": False},
        linewidths=points * _LINE,
        linecolor="white",
        cbar=False,
        xticklabels=False,
        yticklabels=False,
        ax=axes,
    )
    for text, cell in zip(axes.texts, cells, strict=True):
        text.set_color(cell.ink)  # seaborn's own is too pale for a light blue
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            _mark(axes, across, down, cell)
    if heights is not None and len(set(heights)) > 1:
        _stretch(axes, heights)
    axes.set(xlim=(0, len(rows[0])), ylim=(len(rows), 0), xticks=[], yticks=[])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


_LINE = 0.15
"""Width of the white lines between cells over the size of text."""


def _mark(axes: Axes, x: int, y: int, cell: Cell) -> None:
    """Draw the outline of a cell, and the slash that crosses it out."""
    if cell.outline:
        inner = 1 - 2 * _INSET
        outline = {"fill": False, **cell.outline}
        axes.add_patch(Rectangle((x + _INSET, y + _INSET), inner, inner, **outline))
    if cell.slash:
        axes.plot([x + 0.2, x + 0.8], [y + 0.8, y + 0.2], **SLASH)


def _stretch(axes: Axes, heights: Sequence[float]) -> None:
    """Give the rows of a matrix, which are all one high, their heights."""
    places = np.arange(len(heights) + 1)
    edges = np.concatenate([[0.0], np.cumsum(heights)])
    axes.set_yscale(
        "function",
        functions=(lambda y: np.interp(y, places, edges), lambda at: np.interp(at, edges, places)),
    )
