"""Bars of findings: how far one region is from nation and standard, or two from each other.

A brief draws what it says: every bar is the gap of one finding. It is no form of the
catalogue, which draws comparisons and not what is chosen to be said of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.capacity import sizes_of_text
from compare.charts.chart import About, Chart, Native, Series
from compare.charts.labelled_rows import (
    AXIS_LINES,
    MOST_LABEL,
    Row,
    Sides,
    axis_height,
    draw_block,
    draw_rows,
    fold,
    fold_sides,
    number_ticks,
    tick_points,
)
from compare.charts.layout import MARGIN, Box, Words
from compare.charts.marks import draw_arrow
from compare.charts.style import INK, SIZES, Look, region_looks
from compare.ledger.evidence import Evidence, or_nothing
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, sentences
from compare.wording.values import axis_unit, signed_number

POINTS = "percentage points"

_OPEN = {"≥": 1, ">": 1, "≤": -1, "<": -1}
"""Where an arrow leads from the end of a bar that is a bound."""


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes
    ----------
    label : str
        Which indicator, and beside what.
    gap : float
        The difference, with its sign.
    region : str
        Key of the region whose colour it has.
    bound : str
        The sign of a difference that is not known exactly, since what it was made from is a
        bound: ≥, >, ≤, < or ≈.
    indicator : str
        Key of the indicator.
    figures : tuple of str
        The figures that it was made from.
    unit : str
        The unit of the difference.
    """

    label: str
    gap: float
    region: str
    bound: str = ""
    indicator: str = ""
    figures: tuple[str, ...] = ()
    unit: str = POINTS

    @property
    def scale(self) -> tuple[str, str]:
        """What the bar shares its scale with: those of its unit; without one, with none."""
        return self.unit, "" if self.unit else self.indicator


def finding_bars(
    bars: Sequence[Bar],
    key: str,
    title: str,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Chart:
    """Draw differences to either side of zero, one row each; those of a unit on one axis.

    Parameters
    ----------
    bars : sequence of Bar
        One at least, in the order of the rows; those of a scale stand together.
    key : str
        Name of the chart.
    title : str
        What it shows; percentage points are named there, and other units at their axes.
    evidence : Evidence, optional
        Looks and names of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    looks = region_looks(known, [bar.region for bar in bars])
    rows = [_row(bar, looks[bar.region]) for bar in bars]
    return Chart(
        key=key,
        form="finding_bars",
        lang=lang,
        size="half",
        words=Words(title, "", "", ""),
        alt=_alt(title, rows, bars, lang),
        data=pd.DataFrame([vars(bar) for bar in bars]),
        plot=lambda figure, box, points: _draw(figure, box, points, rows, bars, lang),
        plot_height=_height(rows, bars),
        about=About(
            indicators=tuple(dict.fromkeys(bar.indicator for bar in bars)),
            regions=tuple(dict.fromkeys(bar.region for bar in bars)),
            figures=tuple(dict.fromkeys(name for bar in bars for name in bar.figures)),
        ),
        native=_native(bars, looks, known, lang),
    )


def _alt(title: str, rows: Sequence[Row], bars: Sequence[Bar], lang: Lang) -> str:
    units = ["" if bar.unit == POINTS else axis_unit(bar.unit, lang) for bar in bars]
    said = [
        about_words(row.label, f"{row.remark} {unit}".strip(), lang)
        for row, unit in zip(rows, units, strict=True)
    ]
    return sentences([clauses([title, *said], lang)], lang)


_LINE = 1.16
"""Height of a line of a name over the size of text."""

_SMALLER = 0.88
"""Size of text over that of other pictures: it stands on a page of small text."""

_ABOVE, _BELOW = 1.1, 1.3
"""Lines that other rows have above them and below their axis, for names that these have not."""


def _height(rows: Sequence[Row], bars: Sequence[Bar]) -> float:
    """Return the height of the rows in lines of text: less than in a chart without words around."""
    size = SIZES["half"]
    width = (size.width - 2 * MARGIN) * MOST_LABEL
    lines = max(fold(row.label, width, size.text).count("\n") + 1 for row in rows)
    every = len(rows) * max(1.7, lines * _LINE + 0.4) * _SMALLER
    return every + len(_blocks(bars)) * AXIS_LINES - _ABOVE - _below(bars)


def _below(bars: Sequence[Bar]) -> float:
    return 0.0 if _names_units(bars) else _BELOW


def _names_units(bars: Sequence[Bar]) -> bool:
    """Tell whether units stand at the axes: the title names percentage points alone."""
    return {bar.unit for bar in bars} != {POINTS}


def _row(bar: Bar, look: Look) -> Row:
    return Row(
        bar.label,
        remark=bar.bound + signed_number(bar.gap),
        draw=lambda axes, y, _: _bar(axes, y, bar, look),
    )


def _bar(axes: Axes, y: float, bar: Bar, look: Look) -> None:
    axes.barh(y, bar.gap, height=0.5, facecolor=look.colour, edgecolor=look.colour)
    if bar.bound in _OPEN:
        draw_arrow(axes, y, bar.gap, look, _OPEN[bar.bound])


def _blocks(bars: Sequence[Bar]) -> list[range]:
    """Return the places of the bars of each axis."""
    scales = [bar.scale for bar in bars]
    starts = [place for place, scale in enumerate(scales) if scale not in scales[:place]]
    return [range(*ends) for ends in pairwise([*starts, len(bars)])]


def _draw(
    figure: Figure, box: Box, points: float, rows: Sequence[Row], bars: Sequence[Bar], lang: Lang
) -> None:
    line = points / 72
    below = _below(bars)
    box = replace(
        box, bottom=box.bottom - below * line, height=box.height + (_ABOVE + below) * line
    )
    named, ends = _names_units(bars), _ends(bars)
    blocks = _blocks(bars)
    if len(blocks) == 1:
        axes = draw_rows(figure, box, points, rows, unit=bars[0].unit, lang=lang)
        _number(axes, figure, bars, ends, lang, named=named)
        return
    sides = _sides(rows, box, points, len(blocks))
    axis, top = axis_height(sides.points), box.bottom + box.height
    row = (box.height - len(blocks) * axis) / len(rows)
    for block in blocks:
        own = slice(block.start, block.stop)
        some = replace(sides, labels=sides.labels[own], remarks=sides.remarks[own])
        height = axis + len(block) * row
        room = Box(box.left, top - height, box.width, height)
        axes = draw_block(figure, room, points, rows[own], some, unit=bars[own][0].unit, lang=lang)
        _number(axes, figure, bars[own], ends, lang, named=named)
        top -= height


def _sides(rows: Sequence[Row], box: Box, points: float, axes: int) -> Sides:
    """Return the words beside all bars, in the largest text with which the rows have room."""
    for size in sizes_of_text(points):
        sides = fold_sides(rows, box.width, size)
        if len(rows) * sides.row + axes * axis_height(size) <= box.height:
            break
    return sides


def _ends(bars: Sequence[Bar]) -> tuple[float, float]:
    """Return how far bars reach to either side, of the longest of their axis: zero is one line."""
    reach = [
        bars[place].gap / (max(abs(bars[other].gap) for other in block) or 1.0)
        for block in _blocks(bars)
        for place in block
    ]
    return min(0.0, *reach), max(0.0, *reach)


def _number(
    axes: Axes,
    figure: Figure,
    bars: Sequence[Bar],
    ends: tuple[float, float],
    lang: Lang,
    *,
    named: bool,
) -> None:
    """Number an axis to either side of zero, and name its unit where the title does not."""
    axes.axvline(0, color=INK, linewidth=0.9)
    longest = max(abs(bar.gap) for bar in bars) or 1.0
    lo, hi = (end * longest for end in ends)
    spare = (hi - lo) * 0.05
    axes.set_xlim(lo - spare, hi + spare * (2 if any(bar.bound in _OPEN for bar in bars) else 1))
    length, unit = axes.get_position().width * figure.get_figwidth(), bars[0].unit
    size = tick_points(axes)
    number_ticks(axes, unit, (None, None), length, points=size, lang=lang, most=7)
    if named:
        name = axis_unit(unit, lang) or say("no-unit", lang)
        axes.set_xlabel(name, fontsize=size, loc="left", labelpad=2)


def _native(
    bars: Sequence[Bar], looks: dict[str, Look], known: Evidence, lang: Lang
) -> Native | None:
    """Return bars for Office, a series for each region; the caption names their unit."""
    labels = [bar.label for bar in bars]
    if len(set(labels)) < len(labels) or _names_units(bars):
        return None
    return Native(
        "bars",
        tuple(_series(region, bars, looks, known, lang) for region in _regions(bars)),
        "",
        rows=tuple((label, "") for label in labels),
        signs=tuple(bar.bound for bar in bars),
    )


def _regions(bars: Sequence[Bar]) -> list[str]:
    return list(dict.fromkeys(bar.region for bar in bars))


def _series(
    region: str, bars: Sequence[Bar], looks: dict[str, Look], known: Evidence, lang: Lang
) -> Series:
    own = [bar for bar in bars if bar.region == region]
    x: Any = tuple(bar.gap for bar in own)
    name = known.name("region", region, lang)
    return Series(name, tuple(bar.label for bar in own), x, (), looks[region].colour)
