"""Charts made of rows: a label, marks on a shared axis, words at the right.

Ranking, dumbbell, gap bars and profile are rows; this module lays them out so that
labels, marks and words never overlap. A row without marks says why in words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.ticker import MaxNLocator

from compare.charts.layout import Box, fitting, text_width, wrap
from compare.charts.marks import draw_limit
from compare.charts.style import INK, NEUTRAL

LINES_PER_ROW = 2.0
AXIS_LINES = 3.2
"""Lines of text that the axis below, and a line above, take."""

_WIDE_ROW, _TALLEST_ROW = 4.4, 7.0
"""Lines of text that a row takes before text grows, and that it takes at most."""

_MOST_GROWTH = 1.6
"""How much larger than elsewhere text and marks get where rows are too few to fill a page."""

_ARROW_HEAD = 4
"""What an arrow takes beyond its length, in points."""

WHOLE = ("year", "个", "所", "项", "人")
"""Units that are counted: half of one is no tick."""

_STEPS = [1, 2, 2.5, 5, 10]

_TWO_LINES = 2.4
"""Height of a row over the size of its label, where that has two lines."""

_MOST_LABEL = 0.34
_MOST_REMARK = 0.34
"""Most of the width that labels and remarks take."""


Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Limit:
    """A benchmark: a value with its name."""

    value: float
    name: str


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
    unit: str = "",
    axis: str = "",
    bounds: Bounds = (None, None),
    limits: Sequence[Limit] = (),
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
    unit : str
        Unit of the values, by which the axis is divided.
    axis : str
        Title of the axis.
    bounds : tuple of float or None
        Natural bounds of the values: no tick stands beyond them.
    limits : sequence of Limit
        Benchmarks: lines across the rows, which the axis reaches, with their names above.
    """
    points *= _growth(len(rows), box.height * 72 / (points * 1.3))
    line = min(box.height / lines_needed(rows), points * 1.3 / 72)
    points = min(points, line * 72 / 0.8)
    labels, label_points = folded([row.label for row in rows], box.width * _MOST_LABEL, points)
    remarks, remark_points = folded([r.remark for r in rows], box.width * _MOST_REMARK, points)
    room = (box.height - AXIS_LINES * line) / len(rows)
    if any("\n" in label for label in labels):
        label_points = min(label_points, room * 72 / _TWO_LINES)
        whole = [row.label for row in rows]
        one_line = fitting(whole, box.width * _MOST_LABEL, points)
        labels, label_points = max((labels, label_points), (whole, one_line), key=itemgetter(1))
    left = _widest(labels, label_points) + 0.12
    right = _widest(remarks, remark_points) + 0.15
    height = len(rows) * min(room, _TALLEST_ROW * line)
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
    axes.set_yticks(
        range(len(rows)), labels, fontsize=label_points, linespacing=1.05, parse_math=False
    )
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=points * 0.9, pad=2)
    for limit in limits:
        draw_limit(axes, limit.value)
    divide(axes, unit, bounds, plot_width)
    _name_limits(axes, limits, points * 0.85, Box(-left, 0, box.width, height))
    if axis:
        axes.set_xlabel(axis, fontsize=points * 0.9, loc="left", labelpad=2)
    return axes


def _growth(rows: int, lines: float) -> float:
    """Return by how much a few rows grow, on a page of so many lines that stays as it is."""
    taken = rows * _WIDE_ROW + AXIS_LINES
    return min(max(lines / taken, 1.0), _MOST_GROWTH)


def divide(
    axes: Axes, unit: str, bounds: Bounds, length: float, *, most: int = 5, side: str = "x"
) -> None:
    """Divide the axis of values by round numbers, as people write them.

    It is as long as the values, and the arrows of open ends, need; a value alone stands in
    the middle of it; no tick stands beyond the natural bounds: no share above 100 %.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        The marks are drawn already.
    unit : str
        Unit of the values.
    bounds : tuple of float or None
        Their natural bounds.
    length : float
        Length of the axis in inches.
    most : int
        Most intervals between ticks.
    side : {"x", "y"}
        Which axis it is.
    """
    axis = axes.xaxis if side == "x" else axes.yaxis
    set_ends = axes.set_xlim if side == "x" else axes.set_ylim
    seen = axes.dataLim.intervalx if side == "x" else axes.dataLim.intervaly
    start, end = (float(edge) for edge in seen)
    if not math.isfinite(end - start):
        start, end = 0.0, 1.0
    alone = {"year": 2.0}.get(unit) or max(abs(start) / 20, 1.0 if unit in WHOLE else 0.0) or 1.0
    spare = (end - start) / 10 or alone
    start, end = _room_for_arrows(axes, start - spare, end + spare, length, "xy".index(side))
    floor, cap = bounds
    set_ends(start, end)
    located = MaxNLocator(most, steps=_STEPS, integer=unit in WHOLE).tick_values(start, end)
    axis.set_ticks(
        [
            tick
            for tick in located
            if start <= tick <= end
            and (floor is None or tick >= floor)
            and (cap is None or tick <= cap)
        ]
    )
    set_ends(start, end)
    axis.set_major_formatter(lambda value, _: tick_in_words(value, unit))


def tick_in_words(value: float, unit: str) -> str:
    """Return the number at a tick: years without, other numbers with a comma at thousands."""
    if unit == "year":
        return f"{value:.0f}"
    return f"{round(value, 9) or 0.0:,.9f}".rstrip("0").rstrip(".").replace("-", "−")


def _room_for_arrows(
    axes: Axes, start: float, end: float, length: float, side: int
) -> tuple[float, float]:
    """Return the ends of an axis that holds its arrows too, whose length is in points."""
    for arrow in axes.texts:
        if not isinstance(arrow, Annotation) or arrow.arrow_patch is None:
            continue
        reach = arrow.xyann[side]
        share = (reach + math.copysign(_ARROW_HEAD, reach)) / 72 / length if reach else 0.0
        at = arrow.xy[side]
        if share > 0:
            end = max(end, (at - start * share) / (1 - share))
        elif share < 0:
            start = min(start, (at + end * share) / (1 + share))
    return start, end


def _name_limits(axes: Axes, limits: Sequence[Limit], points: float, box: Box) -> None:
    """Write names above their lines; the note names those that have no room.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        The axes.
    limits : sequence of Limit
        The benchmarks.
    points : float
        Size of text.
    box : Box
        Where text may stand, in inches from the lower left corner of the axes.
    """
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    width = axes.get_position().width * figure.get_figwidth()
    start, end = axes.get_xlim()
    ordered = sorted(limits, key=lambda limit: limit.value)
    widths = [text_width(limit.name, points) for limit in ordered]
    at = [(limit.value - start) / (end - start) * width for limit in ordered]
    sides = [0.0] if len(ordered) == 1 else [-1.0, *[0.0] * (len(ordered) - 2), 1.0]
    left, right = box.left, box.left + box.width
    edges = [
        min(max(place + side * (wide / 2 + 0.05) - wide / 2, left), right - wide)
        for place, side, wide in zip(at, sides, widths, strict=False)
    ]
    ends = [edge + wide for edge, wide in zip(edges, widths, strict=True)]
    if any(end > edge for end, edge in zip(ends, edges[1:], strict=False)):
        return
    for limit, edge in zip(ordered, edges, strict=True):
        axes.annotate(
            limit.name,
            (edge / width, 1),
            xycoords="axes fraction",
            xytext=(0, points * 0.25),
            textcoords="offset points",
            va="bottom",
            fontsize=points,
            color=NEUTRAL,
            parse_math=False,
        )


def folded(texts: Sequence[str], width: float, points: float) -> tuple[list[str], float]:
    """Fold texts that are too wide into two lines, and make them smaller if that is not enough.

    A text of two parts, with two spaces between them, folds there.
    """
    folded = []
    for text in texts:
        if text_width(text, points) > width:
            parts = text.split("  ")
            lines = parts if len(parts) == 2 else wrap(text, width, points)
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


def _beside(axes: Axes, edge: int, place: int, text: str, points: float, colour: str = INK) -> None:
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
