"""Marks in rows, as Office draws them."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide

from compare.charts.chart import Native, Series
from compare.charts.office.area import Area
from compare.charts.office.axes import scale, set_text_size, style_value_axis
from compare.charts.office.page import LEADING
from compare.charts.office.scatter import (
    CLEAR,
    Labels,
    add_xy,
    all_x,
    ended,
    mark_open_ends,
    write_labels,
)
from compare.charts.style import NEUTRAL

_LEFT, _RIGHT, _ABOVE = XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.ABOVE


def row_chart(page: Slide, native: Native, area: Area) -> GraphicFrame:
    """Draw marks in rows: x is the value, y the row, counted from the bottom.

    Names stand at the left end of the axis and remarks at its right end, as labels of points
    that are not seen; benchmarks are dashed lines across the rows.
    """
    last = len(native.rows) - 1
    places = tuple(float(last - place) for place in range(last + 1))
    limited = [x for x, _ in native.limits]
    start, end, step = scale([*all_x(native), *limited], native.bounds, whole=native.whole)
    names = tuple(name + CLEAR for name, _ in native.rows)
    remarks = tuple(CLEAR + remark for _, remark in native.rows)
    edges = (
        Series("", names, (start,) * len(places), places, NEUTRAL, marker=""),
        Series(" ", remarks, (end,) * len(places), places, NEUTRAL, marker=""),
    )
    marks = [
        replace(series, x=ended(series.x, start, end), y=tuple(last - y for y in series.y))
        for series in native.series
    ]
    limits = [
        Series(name, ("", name), (x, x), (-0.5, last + 0.5), NEUTRAL, marker="", line="dashed")
        for x, name in native.limits
    ]
    every = [*edges, *limits, *marks]
    order = sorted(range(len(every)), key=lambda place: -len(every[place].x))
    shown = replace(native, series=tuple(every[place] for place in order))
    frame = add_xy(page, shown, area)
    office = frame.chart
    printed = [*edges, *limits, *native.series]
    mark_open_ends(office, [printed[place] for place in order])
    points = set_text_size(office, area, len(places) + 1)
    values, axis = office.category_axis, office.value_axis
    style_value_axis(values, native.axis)
    values.minimum_scale, values.maximum_scale, values.major_unit = start, end, step
    values.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.has_major_gridlines = axis.visible = False
    axis.minimum_scale, axis.maximum_scale = -0.5, last + 0.5
    sides = [
        _LEFT,
        _RIGHT,
        *[_ABOVE] * len(printed),
    ]
    if len(limits) == 2:  # beside their lines, one at each side
        sides[2:4] = [_LEFT, _RIGHT] if limits[0].x <= limits[1].x else [_RIGHT, _LEFT]
    labels: Labels = {
        (which, place): (text, sides[order[which]])
        for which, series in enumerate(shown.series)
        for place, text in enumerate(series.labels)
    }
    write_labels(frame, shown, labels, area, points, left=0.2, bottom=3.8, top=1.0 + LEADING)
    return frame
