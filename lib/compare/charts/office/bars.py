"""Bars to both sides of zero, as Office draws them."""

from __future__ import annotations

import math
from collections.abc import Sequence

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

from compare.charts.chart import Native
from compare.charts.office.area import Area
from compare.charts.office.axes import number_format, set_text_size, style_value_axis
from compare.charts.office.colours import pale, rgb
from compare.charts.office.embedded import hold_data
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
    data = CategoryChartData()
    data.categories = names
    for series, column in zip(native.series, columns, strict=True):
        data.add_series(series.name, column)
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *area.box, data)
    office = frame.chart
    cells = zip(names, *columns, strict=True)
    hold_data(office, [[None, *(series.name for series in native.series)], *map(list, cells)])
    set_text_size(office, area, len(rows))
    alone = all(sum(value is not None for value in row) <= 1 for row in zip(*columns, strict=True))
    _style_bars(office, native, alone=alone)
    style_value_axis(office.value_axis, native.axis)
    _style_names(office)
    _balance(office.value_axis, [value for column in columns for value in column])
    return frame


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
