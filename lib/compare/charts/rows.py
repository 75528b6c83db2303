"""Charts made of rows: a label, marks on a shared axis, words at the right.

Ranking, dumbbell, gap bars and profile are rows; this module lays them out so that
labels, marks and words never overlap. A row without marks says why in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.layout import Box, fitting, text_width
from compare.charts.style import NEUTRAL

LINES_PER_ROW = 2.0
AXIS_LINES = 3.2
"""Lines of text that the axis below, and a line above, take."""

_MOST_LABEL = 0.36
_MOST_REMARK = 0.42
"""Most of the width that labels and remarks take."""


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes
    ----------
    label : str
        At the left.
    remark : str
        At the right: the value, the rank, or the verdict.
    draw : callable or None
        Draws the marks at a height of the axes; None where there is nothing to draw, and
        ``reason`` is written in their place.
    reason : str
        Why nothing is drawn.
    """

    label: str
    remark: str = ""
    draw: Callable[[Axes, float, float], None] | None = None
    reason: str = ""


def lines_needed(rows: Sequence[Row]) -> float:
    """Return the height of rows with their axis, in lines of text."""
    return len(rows) * LINES_PER_ROW + AXIS_LINES


def draw_rows(
    figure: Figure, box: Box, points: float, rows: Sequence[Row], *, axis: str = ""
) -> Axes:
    """Draw rows into a box, under each other, on one axis.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    box : Box
        Where, in inches.
    points : float
        Size of text; made smaller where the rows do not fit.
    rows : sequence of Row
        From top to bottom.
    axis : str
        Title of the axis.
    """
    line = min(box.height / lines_needed(rows), points * 1.3 / 72)
    points = min(points, line * 72 / 0.8)
    labels, remarks = [row.label for row in rows], [row.remark for row in rows]
    label_points = fitting(labels, box.width * _MOST_LABEL, points)
    remark_points = fitting(remarks, box.width * _MOST_REMARK, points)
    left = max(text_width(label, label_points) for label in labels) + 0.12
    right = max(text_width(remark, remark_points) for remark in remarks) + 0.15
    height = len(rows) * LINES_PER_ROW * line
    width_in, height_in = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width_in,
            (box.bottom + box.height - line - height) / height_in,
            (box.width - left - right) / width_in,
            height / height_in,
        )
    )
    plot_width = box.width - left - right
    for place, row in enumerate(rows):
        if row.draw is not None:
            row.draw(axes, place, points)
        else:
            size = fitting([row.reason], plot_width - 0.1, points * 0.92)
            _beside(axes, 0, place, row.reason, size, colour=NEUTRAL)
        _beside(axes, 1, place, row.remark, remark_points)
    axes.set_yticks(range(len(rows)), labels, fontsize=label_points)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=points * 0.9, pad=2)
    axes.margins(x=0.06)
    axes.locator_params(axis="x", nbins=5)
    if axis:
        axes.set_xlabel(axis, fontsize=points * 0.9, loc="left", labelpad=2)
    return axes


def _beside(
    axes: Axes, edge: int, place: int, text: str, points: float, colour: str = "#1a1a1a"
) -> None:
    axes.annotate(
        text,
        (edge, place),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        va="center_baseline",
        fontsize=points,
        color=colour,
        parse_math=False,
    )
