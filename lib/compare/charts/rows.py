"""Charts made of rows: a label, marks on a shared axis, words at the right.

Ranking, dumbbell, gap bars and profile are rows; this module lays them out so that
labels, marks and words never overlap. A row without marks says why in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.layout import Box, fitting, text_width, wrap
from compare.charts.style import NEUTRAL

LINES_PER_ROW = 2.0
AXIS_LINES = 3.2
"""Lines of text that the axis below, and a line above, take."""

_MOST_LABEL = 0.34
_MOST_REMARK = 0.34
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
    figure: Figure,
    box: Box,
    points: float,
    rows: Sequence[Row],
    *,
    axis: str = "",
    bounds: tuple[float | None, float | None] = (None, None),
    limits: Sequence[float] = (),
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
    bounds : tuple of float or None
        Natural bounds of the values: the axis does not reach past them.
    limits : sequence of float
        Benchmarks that the axis must reach.
    """
    line = min(box.height / lines_needed(rows), points * 1.3 / 72)
    points = min(points, line * 72 / 0.8)
    labels, label_points = _folded([row.label for row in rows], box.width * _MOST_LABEL, points)
    remarks, remark_points = _folded([r.remark for r in rows], box.width * _MOST_REMARK, points)
    left = _widest(labels, label_points) + 0.12
    right = _widest(remarks, remark_points) + 0.15
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
        _beside(axes, 1, place, remarks[place], remark_points)
    axes.set_yticks(range(len(rows)), labels, fontsize=label_points, linespacing=1.05)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=points * 0.9, pad=2)
    axes.scatter(limits, [0] * len(limits), s=0)
    axes.margins(x=0.1)
    axes.locator_params(axis="x", nbins=5)
    keep_within(axes, bounds)
    if axis:
        axes.set_xlabel(axis, fontsize=points * 0.9, loc="left", labelpad=2)
    return axes


def keep_within(axes: Axes, bounds: tuple[float | None, float | None]) -> None:
    """Draw no tick beyond the natural bounds of the values: no share above 100 %."""
    floor, cap = bounds
    ticks = [
        tick
        for tick in axes.get_xticks()
        if (floor is None or tick >= floor) and (cap is None or tick <= cap)
    ]
    left, right = axes.get_xlim()
    axes.set_xticks([tick for tick in ticks if left <= tick <= right])
    axes.set_xlim(left, right)


def _folded(texts: Sequence[str], width: float, points: float) -> tuple[list[str], float]:
    """Fold texts that are too wide into two lines, and make them smaller if that is not enough."""
    folded = []
    for text in texts:
        if text_width(text, points) > width:
            lines = wrap(text, width, points)
            text = "\n".join(lines if len(lines) <= 2 else _halves(text))
        folded.append(text)
    lines = [line for text in folded for line in text.split("\n")]
    return folded, min(fitting(lines, width, points), points)


def _halves(text: str) -> list[str]:
    """Break a long text at the space, or the character, nearest its middle."""
    middle = len(text) // 2
    spaces = [place for place, character in enumerate(text) if character == " "]
    place = min(spaces, key=lambda at: abs(at - middle)) if spaces else middle
    return [text[:place].rstrip(), text[place:].lstrip()]


def _widest(texts: Sequence[str], points: float) -> float:
    return max(text_width(line, points) for text in texts for line in text.split("\n"))


def _beside(
    axes: Axes, edge: int, place: int, text: str, points: float, colour: str = "#1a1a1a"
) -> None:
    axes.annotate(
        text,
        (edge, place),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        linespacing=1.05,
        fontsize=points,
        color=colour,
        parse_math=False,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8} if edge == 0 else None,
    )
