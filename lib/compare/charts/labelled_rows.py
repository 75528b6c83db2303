"""Charts made of rows: a label, marks on a shared axis, words at the right.

Ranking, dumbbell, gap bars and profile are rows; this module lays them out so that
labels, marks and words never overlap. A row without marks says why in words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.ticker import MaxNLocator

from compare.charts.capacity import (
    Counted,
    rest_height,
    rest_in_words,
    say_at_foot,
    sizes_of_text,
)
from compare.charts.layout import Box, text_width, wrap
from compare.charts.legend import Entry, draw_legend
from compare.charts.marks import draw_limit
from compare.charts.style import INK, NEUTRAL, least_text
from compare.wording.catalogue import Lang
from compare.wording.phrases import clauses, sentences
from compare.wording.values import written_out

LINES_PER_ROW = 2.6
AXIS_LINES = 4.2
"""Lines of text that a row takes where there is room, and the axis with a line above it."""

_MOST_GROWTH = 1.6
"""How much larger than elsewhere text and marks get where rows are too few to fill a page."""

_ROOMY, _TALLEST_ROW = 4.4, 9.0
"""Lines of text that a row takes before text grows, and that it takes at most."""

_ARROW_HEAD = 4
"""What an arrow takes beyond its length, in points."""

WHOLE = ("year", "个", "所", "项", "人")
"""Units that are counted: half of one is no tick."""

_STEPS = [1, 2, 2.5, 5, 10]

_FOLDED_LINE, _ROW_GAP = 1.16, 0.14
"""Height of a line of a label, and the space between rows, over the size of text."""

MOST_LABEL, _MOST_REMARK = 0.36, 0.34
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
    aloud : str
        What is read out in place of the remark, where the mark says more than it does.
    """

    label: str
    remark: str = ""
    draw: Callable[[Axes, float, float], None] | None = None
    reason: str = ""
    aloud: str = ""

    @property
    def heard(self) -> str:
        """What is read out of the row: what stands at its right."""
        return " ".join((self.aloud or self.remark).split())


@dataclass(frozen=True)
class Kept:
    """Which rows are drawn where not all fit, and what is said of the others.

    Attributes
    ----------
    places : callable
        Returns the places of so many rows, at most, in the order in which they are drawn.
    said : callable
        Says that so many are drawn.
    """

    places: Callable[[int], Sequence[int]]
    said: Callable[[int], str]


def rows_in_words(title: str, rows: Sequence[Row], lang: Lang) -> str:
    """Return what rows show, as the text that stands for the picture."""
    parts = [f"{row.label} {row.heard}" for row in rows]
    return sentences([title, clauses(parts, lang)], lang)


def lines_needed(rows: Sequence[Row], legend: Sequence[Entry] = ()) -> float:
    """Return the height of rows with their axis and legend, in lines of text."""
    return len(rows) * LINES_PER_ROW + AXIS_LINES + 2 * bool(legend)


@dataclass(frozen=True)
class Sides:
    """The words beside the marks, folded, and the room that they take, in inches."""

    labels: list[str]
    remarks: list[str]
    points: float
    left: float
    right: float
    row: float


def fold_sides(rows: Sequence[Row], width: float, points: float) -> Sides:
    """Fold labels and remarks at a size of text; a row is as high as the most lines."""
    labels = [fold(row.label, width * MOST_LABEL, points) for row in rows]
    remarks = [fold(row.remark, width * _MOST_REMARK, points) for row in rows]
    left, right = _widest(labels, points) + 0.12, _widest(remarks, points) + 0.15
    reasons = [
        fold(row.reason, width - left - right - 0.15, points) for row in rows if row.draw is None
    ]
    lines = 1 + max(text.count("\n") for text in [*labels, *remarks, *reasons])
    return Sides(labels, remarks, points, left, right, _height(lines, points))


def _height(lines: int, points: float) -> float:
    """Return the height of a row of so many lines, in inches."""
    return (lines * _FOLDED_LINE + _ROW_GAP) * points / 72


def axis_height(points: float) -> float:
    """Return the height that an axis with its title takes, and a line above it, in inches."""
    return AXIS_LINES * points / 72


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
    legend: Sequence[Entry] = (),
    counted: Counted = "regions",
    kept: Kept | None = None,
    told: Collection[int] = (),
    lang: Lang = "zh",
) -> Axes:
    """Draw rows into a box, under each other, on one axis, above their legend.

    As many are drawn as the box holds with text that can be read; a sentence counts the
    others.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    box : Box
        Where, in inches.
    points : float
        Size of text; made smaller, down to the least, where the rows do not fit.
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
    legend : sequence of Entry
        What the marks mean.
    counted : {"regions", "indicators"}
        What the rows are.
    kept : Kept, optional
        Which rows are drawn where not all fit; by default the first.
    told : collection of int
        Places of the rows that the title tells of: these are always drawn.
    lang : {"zh", "en"}
        Language of ticks, and of what is said of rows that do not fit.
    """
    box = draw_legend(figure, box, points, legend)
    if kept is None:
        last = max(told, default=0)
        kept = Kept(
            range, lambda some: rest_in_words(some, len(rows), counted, lang, told=last >= some)
        )
    kept = Kept(_with_told(kept.places, told), kept.said)
    rows, sides, box = _that_fit(figure, box, points, rows, kept)
    return draw_block(
        figure, box, points, rows, sides, unit=unit, axis=axis, bounds=bounds, limits=limits,
        lang=lang,
    )  # fmt: skip


def _with_told(
    places: Callable[[int], Sequence[int]], told: Collection[int]
) -> Callable[[int], Sequence[int]]:
    """Return what chooses rows so that those that the title tells are always among them."""

    def chosen(most: int) -> Sequence[int]:
        own = places(most)
        if not own or {*told} <= {*own}:
            return own
        first = sorted(told)[:most]
        beside = [place for place in places(most - len(first)) if place not in first]
        return sorted([*first, *beside]) if len(first) < most else first

    return chosen


def _that_fit(
    figure: Figure, box: Box, points: float, rows: Sequence[Row], kept: Kept
) -> tuple[Sequence[Row], Sides, Box]:
    """Return the rows that fit, with their words at the largest size, and the room for them."""
    largest = points * _growth(len(rows), box.height * 72 / points)
    for size in sizes_of_text(points, largest):
        if len(rows) * _height(1, size) + axis_height(size) > box.height:
            continue  # not with a line each
        sides = fold_sides(rows, box.width, size)
        if len(rows) * sides.row + axis_height(size) <= box.height:
            return rows, sides, box
    some = _kept_of(rows, kept, len(rows))
    height = fold_sides(some, box.width, size).row
    room = box.height - axis_height(least_text(points)) - rest_height(points)
    shown = max(1, int(room / height))
    if shown < len(rows):
        some = _kept_of(rows, kept, shown)
        box = say_at_foot(figure, box, points, kept.said(len(some)))
    return some, fold_sides(some, box.width, least_text(points)), box


def _kept_of(rows: Sequence[Row], kept: Kept, most: int) -> list[Row]:
    """Return the rows that are drawn of so many at most: where none is worth more, the first."""
    return [rows[place] for place in kept.places(most) or range(min(most, len(rows)))]


def _growth(rows: int, lines: float) -> float:
    """Return by how much a few rows grow, on a page of so many lines that stays as it is."""
    return min(max(lines / (rows * _ROOMY + AXIS_LINES), 1.0), _MOST_GROWTH)


def draw_block(
    figure: Figure,
    box: Box,
    points: float,
    rows: Sequence[Row],
    sides: Sides,
    *,
    unit: str = "",
    axis: str = "",
    bounds: Bounds = (None, None),
    limits: Sequence[Limit] = (),
    lang: Lang = "zh",
) -> Axes:
    """Draw rows whose words are folded already; parameters as for :func:`draw_rows`."""
    size, least = sides.points, least_text(points)
    height = min(box.height - axis_height(size), len(rows) * _TALLEST_ROW * size / 72)
    width_in, height_in = figure.get_size_inches()
    plot_width = box.width - sides.left - sides.right
    axes = figure.add_axes(
        (
            (box.left + sides.left) / width_in,
            (box.bottom + box.height - _ABOVE * size / 72 - height) / height_in,
            plot_width / width_in,
            height / height_in,
        )
    )
    for place, row in enumerate(rows):
        if row.draw is not None:
            row.draw(axes, place, size)
        else:
            reason = fold(row.reason, plot_width - 0.15, size)
            _beside(axes, 0, place, reason, size, colour=NEUTRAL)
        _beside(axes, 1, place, sides.remarks[place], size)
    axes.set_yticks(
        range(len(rows)), sides.labels, fontsize=size, linespacing=1.05, parse_math=False
    )
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=max(size * 0.9, least), pad=2)
    for limit in limits:
        draw_limit(axes, limit.value)
    divide(axes, unit, bounds, plot_width, points=max(size * 0.9, least), lang=lang)
    _name_limits(axes, limits, max(size * 0.85, least), Box(-sides.left, 0, box.width, height))
    if axis:
        axes.set_xlabel(axis, fontsize=max(size * 0.9, least), loc="left", labelpad=2)
    return axes


_ABOVE = 1.4
"""Lines of text above the rows: names of benchmarks."""


def divide(
    axes: Axes,
    unit: str,
    bounds: Bounds,
    length: float,
    *,
    points: float,
    lang: Lang,
    most: int = 5,
    side: str = "x",
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
    points : float
        Size of text at the ticks, of which none may touch another.
    lang : {"zh", "en"}
        Language, in which numbers are written out: 50,000 for 5万.
    most : int
        Most intervals between ticks.
    side : {"x", "y"}
        Which axis it is.
    """
    seen = axes.dataLim.intervalx if side == "x" else axes.dataLim.intervaly
    start, end = (float(edge) for edge in seen)
    if not math.isfinite(end - start):
        start, end = 0.0, 1.0
    alone = {"year": 2.0}.get(unit) or max(abs(start) / 20, 1.0 if unit in WHOLE else 0.0) or 1.0
    spare = (end - start) / 10 or alone
    start, end = _room_for_arrows(axes, start - spare, end + spare, length, "xy".index(side))
    (axes.set_xlim if side == "x" else axes.set_ylim)(start, end)
    number_ticks(axes, unit, bounds, length, points=points, lang=lang, most=most, side=side)


def number_ticks(
    axes: Axes,
    unit: str,
    bounds: Bounds,
    length: float,
    *,
    points: float,
    lang: Lang,
    most: int = 5,
    side: str = "x",
) -> None:
    """Number an axis whose ends are set: round numbers, none beyond a natural bound.

    Parameters are those of :func:`divide`.
    """
    axis = axes.xaxis if side == "x" else axes.yaxis
    start, end = axes.get_xlim() if side == "x" else axes.get_ylim()
    ticks: list[float] = []
    for fewer in range(most, 0, -1):
        located = MaxNLocator(fewer, steps=_STEPS, integer=unit in WHOLE).tick_values(start, end)
        ticks = [tick for tick in located if start <= tick <= end and _within(tick, bounds)]
        if side == "y" or _stand_apart(ticks, unit, length / (end - start), points, lang):
            break
    else:
        ticks = ticks[:1]
    axis.set_ticks(ticks)
    (axes.set_xlim if side == "x" else axes.set_ylim)(start, end)
    axis.set_major_formatter(lambda value, _: tick_in_words(value, unit, lang))


def tick_points(axes: Axes) -> float:
    """Return the size of the numbers at the axis of values."""
    return float(axes.xaxis.get_tick_params()["labelsize"])


def _within(tick: float, bounds: Bounds) -> bool:
    floor, cap = bounds
    return (floor is None or tick >= floor) and (cap is None or tick <= cap)


def _stand_apart(
    ticks: Sequence[float], unit: str, inches: float, points: float, lang: Lang
) -> bool:
    """Tell whether the numbers at ticks, so many inches apart for each unit, leave a gap."""
    widths = [text_width(tick_in_words(tick, unit, lang), points) for tick in ticks]
    return all(
        (after - tick) * inches > (wide + next_wide) / 2 + points * 0.5 / 72
        for tick, after, wide, next_wide in zip(ticks, ticks[1:], widths, widths[1:], strict=False)
    )


def tick_in_words(value: float, unit: str, lang: Lang) -> str:
    """Return the number at a tick: years without, English with a comma at thousands.

    English writes tens of thousands out, under the plain unit: 50,000 for 5万.
    """
    if unit == "year":
        return f"{value:.0f}"
    text = f"{round(written_out(value, unit, lang), 9) or 0.0:,.9f}".rstrip("0").rstrip(".")
    return (text.replace(",", "") if lang == "zh" else text).replace("-", "−")


def _room_for_arrows(
    axes: Axes, start: float, end: float, length: float, side: int
) -> tuple[float, float]:
    """Return the ends of an axis that holds its arrows too, whose length is in points."""
    for arrow in axes.texts:
        if not isinstance(arrow, Annotation) or arrow.arrow_patch is None:
            continue
        if arrow.anncoords != "offset points":
            continue  # from one value to another
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


_BRACKET = re.compile(r"(?: (?=\()|(?=（))(?=[(（][^()（）]*[)）]$)")
"""Where the bracket at the end of a name begins."""


def fold(text: str, width: float, points: float, *, bold: bool = False) -> str:
    """Fold a text that is too wide: at two spaces, before a bracket at its end, or anywhere."""

    def fits(part: str) -> bool:
        return text_width(part, points, bold=bold) <= width

    if not text or fits(text):
        return text
    parts = text.split("  ")
    if len(parts) == 1:
        beside = _BRACKET.split(text)
        parts = beside if all(map(fits, beside)) else parts
    return "\n".join(line for part in parts for line in wrap(part, width, points, bold=bold))


def _widest(texts: Sequence[str], points: float) -> float:
    lines = (line for text in texts for line in text.split("\n"))
    return max((text_width(line, points) for line in lines), default=0.0)


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
