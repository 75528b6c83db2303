"""Bars of findings: how far one region is from nation and standard, or two from each other.

A brief draws what it says: every bar is the gap of one finding. It is no form of the
catalogue, which draws comparisons and not what is chosen to be said of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.chart import About, Chart, Native, Series
from compare.charts.labelled_rows import (
    AXIS_LINES,
    MOST_LABEL,
    Row,
    draw_rows,
    fold,
    number_ticks,
    tick_points,
)
from compare.charts.layout import MARGIN, Box, Words
from compare.charts.marks import draw_arrow
from compare.charts.style import INK, SIZES, Look, region_looks
from compare.ledger.evidence import Evidence, or_nothing
from compare.wording.catalogue import Lang, check_lang
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, sentences
from compare.wording.values import signed_number

_UNIT = "percentage points"

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
    """

    label: str
    gap: float
    region: str
    bound: str = ""
    indicator: str = ""
    figures: tuple[str, ...] = ()


def finding_bars(
    bars: Sequence[Bar],
    key: str,
    title: str,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Chart:
    """Draw differences in percentage points to either side of zero, one row each.

    Parameters
    ----------
    bars : sequence of Bar
        One at least, in the order of the rows.
    key : str
        Name of the chart.
    title : str
        What it shows, in percentage points: the unit stands there and nowhere else.
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
        alt=sentences([clauses([title, *(about_words(r.label, r.remark, lang) for r in rows)],
                               lang)], lang),
        data=pd.DataFrame([vars(bar) for bar in bars]),
        plot=lambda figure, box, points: _draw(figure, box, points, rows, bars, lang),
        plot_height=_height(rows),
        about=About(
            indicators=tuple(dict.fromkeys(bar.indicator for bar in bars)),
            regions=tuple(dict.fromkeys(bar.region for bar in bars)),
            figures=tuple(dict.fromkeys(name for bar in bars for name in bar.figures)),
        ),
        native=_native(bars, looks, known, lang),
    )  # fmt: skip


_LINE = 1.16
"""Height of a line of a name over the size of text."""

_SMALLER = 0.88
"""Size of text over that of other pictures: it stands on a page of small text."""

_ABOVE, _BELOW = 1.1, 1.3
"""Lines that other rows have above them and below their axis, for names that these have not."""


def _height(rows: Sequence[Row]) -> float:
    """Return the height of the rows in lines of text: less than in a chart without words around."""
    size = SIZES["half"]
    width = (size.width - 2 * MARGIN) * MOST_LABEL
    lines = max(fold(row.label, width, size.text).count("\n") + 1 for row in rows)
    return len(rows) * max(1.7, lines * _LINE + 0.4) * _SMALLER + AXIS_LINES - _ABOVE - _BELOW


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


def _draw(
    figure: Figure, box: Box, points: float, rows: Sequence[Row], bars: Sequence[Bar], lang: Lang
) -> None:
    line = points / 72
    box = replace(
        box, bottom=box.bottom - _BELOW * line, height=box.height + (_ABOVE + _BELOW) * line
    )
    axes = draw_rows(figure, box, points, rows, unit=_UNIT, lang=lang)
    axes.axvline(0, color=INK, linewidth=0.9)
    lo, hi = min(0.0, *(bar.gap for bar in bars)), max(0.0, *(bar.gap for bar in bars))
    spare = (hi - lo) * 0.05
    axes.set_xlim(lo - spare, hi + spare * (2 if any(bar.bound in _OPEN for bar in bars) else 1))
    length = axes.get_position().width * figure.get_figwidth()
    number_ticks(axes, _UNIT, (None, None), length, points=tick_points(axes), lang=lang, most=7)


def _native(
    bars: Sequence[Bar], looks: dict[str, Look], known: Evidence, lang: Lang
) -> Native | None:
    """Return bars for Office, a series for each region; the caption names their unit."""
    labels = [bar.label for bar in bars]
    if len(set(labels)) < len(labels):
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
