"""The legend of a chart: every mark that is drawn, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from compare.charts.layout import MARGIN, Box, text_width, wrap
from compare.charts.marks import (
    BASE,
    BEFORE,
    BOUND,
    CHANGE,
    DASHED,
    HATCH,
    LIMITS,
    MOVED,
    OTHERS,
    OUTCOME,
    PLANNED,
    REFERENCE,
    RELATED,
    REVISED,
    TARGET,
    WORDED,
    base_style,
    before_style,
    moved_style,
    other_style,
    planned_style,
    point_style,
)
from compare.charts.style import INK, NEUTRAL, Look, least_text, size_named
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses

ANYONE = Look("#4d4d4d", "o")
"""How a mark looks in a legend, where it may be of any region."""


@dataclass(frozen=True)
class Entry:
    """One entry of a legend.

    Attributes
    ----------
    text : str
        What the mark means.
    mark : str
        One of :data:`compare.charts.marks.MARKS`; without any it is a cell of a matrix.
    look : Look
        Look of the region that it is of.
    cell : mapping
        How a cell is filled, as patches name it.
    sign : str
        What is written in it.
    ink : str
        Colour of that.
    """

    text: str
    mark: str = ""
    look: Look = ANYONE
    cell: Mapping[str, Any] = field(default_factory=dict)
    sign: str = ""
    ink: str = INK


def entries(marks: Iterable[str], lang: Lang, **texts: str) -> list[Entry]:
    """Return the entries of some marks; a chart may say better what one stands for in it."""
    return [Entry(texts.get(mark) or say(f"mark-{mark}", lang), mark) for mark in marks]


def in_words(legend: Sequence[Entry], lang: Lang) -> str:
    """Say what marks mean, where Office draws them and has no legend of its own."""
    said = [
        say(f"mark-words-{entry.mark}", lang, meaning=entry.text)
        for entry in legend
        if entry.mark in _IN_OFFICE
    ]
    return clauses(said, lang)


_IN_OFFICE = (
    OUTCOME, BASE, MOVED, TARGET, BEFORE, REVISED, BOUND, LIMITS, WORDED, PLANNED, CHANGE,
    REFERENCE
)  # fmt: skip
"""Marks that Office draws; a chart with others is a picture there."""


def above_legend(box: Box, points: float, legend: Sequence[Entry]) -> Box:
    """Return what a legend at the foot of a box leaves of it."""
    lines, size = len(_lines(legend, box.width, least_text(points))), least_text(points)
    taken = lines * size * _STEP / 72 + (_BESIDE * size / 72 if lines else 0.0)
    return Box(box.left, box.bottom + taken, box.width, box.height - taken)


def draw_legend(figure: Figure, box: Box, points: float, legend: Sequence[Entry]) -> Box:
    """Draw a legend at the foot of a box, in as many lines as it takes; return the rest."""
    size = least_text(points)
    lines = _lines(legend, box.width, size)
    step = size * _STEP / 72
    for place, line in enumerate(reversed(lines)):
        bottom, left = box.bottom + place * step, box.left
        for entry in line:
            _draw_entry(figure, entry, left, bottom + step * 0.5, size)
            left += _width(entry, size)
    return above_legend(box, points, legend)


_STEP = 1.5
"""Height of a line of a legend over the size of its text."""

_SIGN, _BETWEEN, _BESIDE = 2.1, 1.5, 0.7
"""Widths of a sign and between entries, and the space above, over the size of text."""


def legend_lines(legend: Sequence[Entry], width: float, points: float) -> float:
    """Return the height of a legend in lines of text of a size."""
    size = least_text(points)
    return len(_lines(legend, width, size)) * _STEP * size / points + _BESIDE


def legend_height(legend: Sequence[Entry], size: str) -> float:
    """Return the height of a legend at a named size, in lines of its text."""
    page = size_named(size)
    return legend_lines(legend, page.width - 2 * MARGIN, page.text)


def _width(entry: Entry, size: float) -> float:
    return text_width(entry.text, size) + (_SIGN + _BETWEEN) * size / 72


def _lines(legend: Sequence[Entry], width: float, size: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    taken = 0.0
    for entry in legend:
        room = width - _SIGN * size / 72
        text, *rest = wrap(entry.text, room, size, lines=_MOST)
        entry = replace(entry, text=text)
        wide = _width(entry, size)
        if not lines or taken + wide - _BETWEEN * size / 72 > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(entry)
        taken += wide
        for words in rest:  # of what one line does not hold, on a telephone
            lines.append([Entry(words)])
            taken = width
    return lines


_MOST = 2
"""Lines that the words of one mark may take."""


def _draw_entry(figure: Figure, entry: Entry, left: float, middle: float, size: float) -> None:
    wide, high = figure.get_size_inches()
    if entry.cell or entry.mark:  # else its words go on from the line above
        _draw_sign(figure, entry, left, middle, size)
    figure.text(
        (left + _SIGN * size / 72) / wide,
        middle / high,
        entry.text,
        fontsize=size,
        color=INK,
        va="center_baseline",
        parse_math=False,
    )


def _draw_sign(figure: Figure, entry: Entry, left: float, middle: float, size: float) -> None:
    wide, high = figure.get_size_inches()
    across = _SIGN * 0.7 * size / 72
    if entry.cell or entry.mark == RELATED:
        look: Mapping[str, Any] = entry.cell or {
            "facecolor": "white", "edgecolor": entry.look.colour, "hatch": HATCH
        }  # fmt: skip
        tall = size * 0.9 / 72
        figure.add_artist(
            Rectangle(
                (left / wide, (middle - tall / 2) / high),
                across / wide,
                tall / high,
                transform=figure.transFigure,
                **{"linewidth": 0.7, **look},
            )
        )
    else:
        ends = [left / wide, (left + across) / wide]
        if entry.mark not in _LINES:
            ends = [(left + across / 2) / wide]
        figure.add_artist(
            Line2D(
                ends,
                [middle / high] * len(ends),
                transform=figure.transFigure,
                **_style(entry, size),
            )
        )
    if entry.sign:
        figure.text(
            (left + across / 2) / wide,
            middle / high,
            entry.sign,
            fontsize=size,
            color=entry.ink,
            ha="center",
            va="center_baseline",
            parse_math=False,
        )


_LINES = (BOUND, LIMITS, CHANGE, REFERENCE, MOVED, PLANNED, REVISED)
"""Marks that are lines."""


def _style(entry: Entry, size: float) -> dict[str, Any]:
    """Return the line, or the point, that stands for a mark."""
    if entry.mark in (BOUND, LIMITS):
        return {
            "color": entry.look.colour,
            "linewidth": 1.2,
            "marker": "|",
            "markersize": size * 0.6,
        }
    if entry.mark == CHANGE:
        return {"color": entry.look.colour, "linewidth": 2.4, "alpha": 0.35}
    if entry.mark == REFERENCE:
        return {"color": NEUTRAL, "linewidth": 1.0, "linestyle": DASHED}
    if entry.mark == MOVED:
        return moved_style(entry.look)
    if entry.mark == PLANNED:
        return planned_style(entry.look)
    if entry.mark == REVISED:
        head = {"marker": ">", "markevery": [1], "markersize": size * 0.5}
        return {"color": entry.look.colour, "linewidth": 1.6, **head}
    if entry.mark == BASE:
        return {"linestyle": "none", **base_style(entry.look, size)}
    if entry.mark == BEFORE:
        return {"linestyle": "none", **before_style(entry.look, size * 0.6)}
    if entry.mark == OTHERS:
        return {"linestyle": "none", **other_style(size)}
    return {"linestyle": "none", **point_style((entry.mark,), entry.look, size * 0.7)}
