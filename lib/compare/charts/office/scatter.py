"""Marks and lines by their two positions: what charts of rows and of lines are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import XyChartData
from pptx.chart.datalabel import DataLabels
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from compare.charts.chart import Native, Series
from compare.charts.marks import STAR
from compare.charts.office.area import Area
from compare.charts.office.axes import place_plot
from compare.charts.office.colours import pale, rgb
from compare.charts.office.embedded import hold_data
from compare.charts.office.measure import office_width
from compare.charts.office.workbook import Cell

_LEFT, _RIGHT = XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT

Labels = dict[tuple[int, int], tuple[str, XL_LABEL_POSITION]]

_MARKERS = {
    ".": XL_MARKER_STYLE.CIRCLE,
    "o": XL_MARKER_STYLE.CIRCLE,
    "s": XL_MARKER_STYLE.SQUARE,
    "^": XL_MARKER_STYLE.TRIANGLE,
    "D": XL_MARKER_STYLE.DIAMOND,
    "v": XL_MARKER_STYLE.TRIANGLE,
    "P": XL_MARKER_STYLE.SQUARE,
    "X": XL_MARKER_STYLE.DIAMOND,
    STAR: XL_MARKER_STYLE.STAR,
}
"""Office has few markers that can be hollow; every mark has its region's name in its row."""

_DASHES = {"dashed": MSO_LINE.DASH, "dotted": MSO_LINE.ROUND_DOT}

CLEAR = "\u00a0\u00a0"
"""Spaces that keep a label off a mark at the end of the axis."""


def add_xy(page: Slide, native: Native, area: Area) -> GraphicFrame:
    """Put a chart of marks and lines on a slide, without labels yet."""
    data = XyChartData()
    rows: list[list[Cell]] = []
    for series in native.series:
        held = data.add_series(series.name)
        rows.append([None, series.name])
        labels = series.labels or ("",) * len(series.x)
        for label, x, y in zip(labels, series.x, series.y, strict=True):
            held.add_data_point(x, y)
            rows.append([x, y, label])
        rows.append([])
    frame = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *area.box, data)
    hold_data(frame.chart, rows)
    for drawn, series in zip(frame.chart.plots[0].series, native.series, strict=True):
        _style_series(drawn, series)
        labels = DataLabels(drawn._element.get_or_add_dLbls())
        labels.show_value = False  # where a point has no label of its own
    return frame


def _style_series(drawn: XySeries, series: Series) -> None:
    """Draw a series with the marker, the colour and the line that the picture has."""
    colour = rgb(series.colour)
    drawn.smooth = False
    drawn.marker.style = _MARKERS.get(series.marker, XL_MARKER_STYLE.NONE)
    if series.marker:
        drawn.marker.size = 6 if series.marker == "." else 10
        drawn.marker.format.fill.solid()
        # a pale inside, since LibreOffice draws no outline: a white mark would not be seen
        hollow = bool(series.hollow) and all(series.hollow)
        drawn.marker.format.fill.fore_color.rgb = pale(series.colour) if hollow else colour
        drawn.marker.format.line.color.rgb = colour
    if not series.line:
        drawn.format.line.fill.background()
        return
    drawn.format.line.color.rgb = colour
    drawn.format.line.width = Pt(2 if series.line == "solid" else 1.5)
    if series.line in _DASHES:
        drawn.format.line.dash_style = _DASHES[series.line]


def all_x(native: Native) -> list[float]:
    """Return where all marks stand along the axis."""
    return [x for series in native.series for x in series.x]


def ended(values: Sequence[float], start: float, end: float) -> tuple[float, ...]:
    """Let an end without any bound reach to the end of the axis."""
    return tuple(min(max(value, start), end) for value in values)


def mark_open_ends(office: OfficeChart, series: Sequence[Series]) -> None:
    """Draw an arrow head where a line has an end without any bound."""
    for drawn, one in zip(office.plots[0].series, series, strict=True):
        for name, place in (("headEnd", 0), ("tailEnd", -1)):
            if one.line and (math.isinf(one.x[place]) or math.isinf(one.y[place])):
                line = drawn.format.line._get_or_add_ln()
                line.append(line.makeelement(qn(f"a:{name}"), {"type": "triangle"}))


def write_labels(
    frame: GraphicFrame,
    native: Native,
    labels: Labels,
    area: Area,
    points: float,
    *,
    left: float,
    bottom: float,
    top: float,
) -> None:
    """Write labels, and draw the plot so much smaller that those at its sides have room.

    Parameters
    ----------
    frame : GraphicFrame
        The chart.
    native : Native
        What it shows.
    labels : dict
        Label and its side, by series and point.
    area : Area
        Where the chart stands.
    points : float
        Size of text.
    left, bottom, top : float
        Room for the axes and above them: in inches at the left, else in lines of text.
    """
    office = frame.chart
    drawn = office.plots[0].series
    for (which, place), (text, side) in labels.items():
        if text:
            label = drawn[which].points[place].data_label
            label.text_frame.text = text
            label.text_frame.word_wrap = False
            label.position = side
    ends = office.category_axis.minimum_scale, office.category_axis.maximum_scale
    left, right = side_room(native, labels, area, points, left, *ends)
    place_plot(
        office,
        x=left / area.width,
        y=top * points / 72 / area.height,
        w=1 - (left + right) / area.width,
        h=1 - (top + bottom) * points / 72 / area.height,
    )


def side_room(
    native: Native,
    labels: Labels,
    area: Area,
    points: float,
    left: float,
    start: float,
    end: float,
) -> tuple[float, float]:
    """Return the room at the left and the right that labels need, in inches."""
    right = 0.2
    for (which, place), (text, side) in labels.items():
        width = office_width(text, points) + 0.2 if text else 0.0
        along = (native.series[which].x[place] - start) / (end - start)
        plot = area.width / 2  # it will be at least that wide
        left = max(left, width - along * plot) if side == _LEFT else left
        right = max(right, width - (1 - along) * plot) if side == _RIGHT else right
    return left, right
