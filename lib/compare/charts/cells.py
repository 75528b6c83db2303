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
        axes.add_patch(
            Rectangle((x + _INSET, y + _INSET), inner, inner, fill=False, **cell.outline)
        )
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
