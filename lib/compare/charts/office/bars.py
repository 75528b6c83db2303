"""Bars to both sides of zero, as Office draws them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import MaxNLocator
from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from compare.charts.chart import Native
from compare.charts.labelled_rows import fold
from compare.charts.layout import text_width
from compare.charts.office.area import Area
from compare.charts.office.axes import (
    ROUND,
    number_format,
    place_plot,
    style_value_axis,
    text_size,
)
from compare.charts.office.colours import pale, rgb
from compare.charts.office.embedded import hold_data
from compare.charts.office.measure import office_width
from compare.charts.office.page import LEAST_TEXT
from compare.charts.style import NEUTRAL

_HALF = MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10])
"""Ticks to either side of zero."""


def bar_chart(page: Slide, native: Native, area: Area) -> GraphicFrame:
    """Draw horizontal bars, a series for each region, in the order of the rows.

    Office counts bars from the bottom. A row without a bar says why beside its name.
    """
    labels = dict.fromkeys(label for series in native.series for label in series.labels)
    rows = (native.rows or tuple((label, "") for label in labels))[::-1]
    held = [dict(zip(series.labels, series.x, strict=True)) for series in native.series]
    columns = [[_standing(one.get(name)) for name, _ in rows] for one in held]
    names = ["  ".join(filter(None, row)) for row in rows]
    points = text_size(area, len(rows))
    if native.signs:
        names, points = _folded(names, area)
    data = CategoryChartData()
    data.categories = names
    for series, column in zip(native.series, columns, strict=True):
        data.add_series(series.name, column)
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *area.box, data)
    office = frame.chart
    cells = zip(names, *columns, strict=True)
    hold_data(office, [[None, *(series.name for series in native.series)], *map(list, cells)])
    office.font.size = Pt(points)
    alone = all(sum(value is not None for value in row) <= 1 for row in zip(*columns, strict=True))
    _style_bars(office, native, alone=alone)
    style_value_axis(office.value_axis, native.axis)
    _style_names(office)
    values = [value for column in columns for value in column]
    if native.signs:
        _sign(office, columns, native.signs[::-1])
        _fit(office, values, area, points)
    else:
        _balance(office.value_axis, values)
    return frame


_NAMES, _NUMBERS = 0.36, 0.12
"""Parts of the width that names take beside bars, and of the axis that numbers at bars do."""

_SIGNED = '"{0}+"General;"{0}−"General;"{0}"0'
"""How a difference is written, each with its own decimals."""


_ROOMY = 1.55
"""Height of a line of a name over the size of text: LibreOffice leaves out names that are close."""


def _folded(names: Sequence[str], area: Area) -> tuple[list[str], float]:
    """Return names on as many lines as they need, and the size at which all have room.

    Office lets long names run into the bars, and LibreOffice leaves out those of rows that
    are too low.
    """
    points = text_size(area, len(names))
    while True:
        folded = [_on_lines(name, area.width * _NAMES, points) for name in names]
        lines = max(name.count("\n") + 1 for name in folded)
        room = (0.98 * area.height - _axis_room(points)) / len(names)
        if lines * _ROOMY * points / 72 <= room or points <= LEAST_TEXT:
            return folded, points
        points = max(points - 0.5, LEAST_TEXT)


def _on_lines(name: str, width: float, points: float) -> str:
    wide = office_width(name, points) / (text_width(name, points) or 1.0)
    return fold(name, width / wide, points)


def _axis_room(points: float) -> float:
    """Return the height that the numbers of the axis take, in inches."""
    return 2.2 * points / 72


def _sign(
    office: OfficeChart, columns: Sequence[Sequence[float | None]], signs: Sequence[str]
) -> None:
    """Write each number with its sign, and with what stands before it where it is a bound."""
    plot = office.plots[0]
    plot.data_labels.number_format = _SIGNED.format("")
    for series, column in zip(plot.series, columns, strict=True):
        bounded = [
            place for place, (value, sign) in enumerate(zip(column, signs, strict=True))
            if value is not None and sign
        ]  # fmt: skip
        if not bounded:
            continue
        labels = series.data_labels
        labels.number_format, labels.number_format_is_linked = _SIGNED.format(""), False
        labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
        _on_one_line(labels._element)
        for place in bounded:
            label = series.points[place].data_label._get_or_add_dLbl()
            _on_one_line(label)
            told = label.makeelement(
                qn("c:numFmt"), {"formatCode": _SIGNED.format(signs[place]), "sourceLinked": "0"}
            )
            label.find(qn("c:showLegendKey")).addprevious(told)


def _on_one_line(labels: Any) -> None:
    """Have no program break a number and its sign: LibreOffice does at the edge of a bar."""
    labels.get_or_add_txPr().find(qn("a:bodyPr")).set("wrap", "none")


def _fit(office: OfficeChart, values: Sequence[float | None], area: Area, points: float) -> None:
    """Let the axis reach as far as the bars and their numbers need, and names have their room."""
    known = [value for value in values if value is not None]
    low, high = min(0.0, *known), max(0.0, *known)
    spare = (high - low or 1.0) * _NUMBERS
    ticks = ROUND.tick_values(low - spare * (low < 0), high + spare * (high > 0))
    axis = office.value_axis
    axis.minimum_scale, axis.maximum_scale = float(ticks[0]), float(ticks[-1])
    axis.major_unit = round(float(ticks[1] - ticks[0]), 9)
    below = _axis_room(points) / area.height
    place_plot(office, x=_NAMES + 0.02, y=0.01, w=0.96 - _NAMES, h=0.98 - below)


def _balance(axis: ValueAxis, values: Sequence[float | None]) -> None:
    """Leave as much room on either side of zero, and some for the numbers at the bars."""
    widest = max((abs(value) for value in values if value is not None), default=0.0) or 1.0
    ticks = [float(tick) for tick in _HALF.tick_values(0, widest * 1.3)]
    axis.minimum_scale, axis.maximum_scale = -ticks[-1], ticks[-1]
    axis.major_unit = round(ticks[1] - ticks[0], 9)


def _standing(value: float | None) -> float | None:
    """Return a value that has a place on an axis; None for any other."""
    return value if value is not None and math.isfinite(value) else None


def _style_bars(office: OfficeChart, native: Native, *, alone: bool) -> None:
    plot = office.plots[0]
    plot.gap_width = 60
    plot.overlap = 100 if alone else -5  # bars that share no row take the whole of it
    plot.has_data_labels = True
    plot.data_labels.number_format = number_format(
        [x for series in native.series for x in series.x if _standing(x) is not None]
    )
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _on_one_line(plot.data_labels._element)
    for bars, series in zip(plot.series, native.series, strict=True):
        hollow = bool(series.hollow) and all(series.hollow)
        bars.format.fill.solid()
        bars.format.fill.fore_color.rgb = pale(series.colour) if hollow else rgb(series.colour)
        bars.format.line.color.rgb = rgb(series.colour)
        bars.invert_if_negative = False


def _style_names(office: OfficeChart) -> None:
    """Keep the names of bars at the left."""
    names = office.category_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(NEUTRAL)
    skip = names._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # no bar without its name
