"""Values over years, as Office draws them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide

from compare.charts.chart import Native, Series
from compare.charts.office.area import Area
from compare.charts.office.axes import (
    FEW,
    scale,
    set_text_size,
    style_value_axis,
    text_size,
    turn_upright,
    year_ticks,
)
from compare.charts.office.colours import rgb
from compare.charts.office.measure import office_width
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

_RIGHT, _ABOVE, _BELOW = XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW


def line_chart(page: Slide, native: Native, area: Area) -> GraphicFrame:
    """Draw lines: x is the year, y the value; a line's last label stands behind its end."""
    layout = lines_layout(native, area)
    shown = replace(
        native,
        series=tuple(
            replace(series, y=ended(series.y, layout.low, layout.high)) for series in native.series
        ),
    )
    frame = add_xy(page, shown, area)
    office = frame.chart
    mark_open_ends(office, native.series)
    points = set_text_size(office, area, FEW)
    values, years = office.value_axis, office.category_axis
    style_value_axis(values, native.axis)
    turn_upright(values)
    values.major_tick_mark = XL_TICK_MARK.OUTSIDE  # not seen, but it keeps numbers off the dots
    values.minimum_scale, values.maximum_scale = layout.low, layout.high
    values.major_unit = layout.step
    years.minimum_scale, years.maximum_scale = layout.first, layout.last
    years.major_unit = layout.years
    years.has_major_gridlines = False
    years.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    years.format.line.color.rgb = rgb(NEUTRAL)
    write_labels(frame, shown, layout.labels, area, points, left=layout.left, bottom=2.2, top=1.0)
    return frame


@dataclass(frozen=True)
class Layout:
    """How a chart of lines is laid out: axes, labels with their sides, room at the left."""

    first: float
    last: float
    years: float
    low: float
    high: float
    step: float
    left: float
    labels: Labels


def lines_layout(native: Native, area: Area) -> Layout:
    """Return how a chart of lines is laid out in an area."""
    ticks = year_ticks(all_x(native))
    heights = [y for series in native.series for y in series.y]
    low, high, step = scale(heights, native.bounds, whole=native.whole)
    labels: Labels = {
        (which, place): (
            CLEAR + label if series.line and label else label,
            _side(native, series, place),
        )
        for which, series in enumerate(native.series)
        for place, label in enumerate(series.labels)
    }
    left = 0.9 + office_width(native.axis, text_size(area, FEW))
    years = ticks[1] - ticks[0]
    return Layout(ticks[0] - years, ticks[-1], years, low, high, step, left, labels)


def _side(native: Native, series: Series, place: int) -> XL_LABEL_POSITION:
    """Return where a label stands: a line's behind its end, a mark's off its interval."""
    if series.line:
        return _RIGHT
    x, y = series.x[place], series.y[place]
    rising = (one for one in native.series if one.line == "solid" and one.x[0] == x)
    return _BELOW if any(min(one.y) <= y < max(one.y) for one in rising) else _ABOVE
