"""Axes, text and room of an Office chart, of whatever kind."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.ticker import MaxNLocator
from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as OfficeChart
from pptx.enum.chart import XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from compare.charts.office.area import Area
from compare.charts.office.colours import GRID, rgb
from compare.charts.office.page import LEAST_TEXT

ROUND = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10])

_WHOLE = MaxNLocator(nbins=8, steps=[1, 2, 5, 10], integer=True)

FEW = 12
"""Rows that leave text at its full size."""


def scale(
    values: Sequence[float], bounds: tuple[float | None, float | None], *, whole: bool
) -> tuple[float, float, float]:
    """Return the ends and the step of an axis: round numbers, none beyond a natural bound."""
    known = [value for value in values if math.isfinite(value)]
    lo, hi = min(known), max(known)
    spare = (hi - lo) / 20 or max(abs(lo) / 10, 1.0 if whole else 0.0) or 1.0
    located = (_WHOLE if whole else ROUND).tick_values(lo - spare, hi + spare)
    ticks = [round(float(tick), 9) for tick in located]
    floor, cap = bounds
    start = ticks[0] if floor is None or lo < floor else max(ticks[0], floor)
    end = ticks[-1] if cap is None or hi > cap else min(ticks[-1], cap)
    return start, end, round(ticks[1] - ticks[0], 9)


def year_ticks(years: Sequence[float]) -> list[float]:
    """Return the ticks of an axis of years; before the first, labels have room."""
    last = max(max(years), min(years) + 1)
    return [float(tick) for tick in _WHOLE.tick_values(min(years), last)]


def style_value_axis(axis: ValueAxis, title: str) -> None:
    """Draw pale lines across the plot, and the title of the axis if it has one."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format = "General"
    axis.tick_labels.number_format_is_linked = False
    if title:
        axis.axis_title.text_frame.text = title
        for run in axis.axis_title.text_frame.paragraphs[0].runs:
            run.font.bold = False


def turn_upright(axis: ValueAxis) -> None:
    """Write the title of a vertical axis across, as Chinese is read."""
    if axis.has_title:
        turned = axis.axis_title.text_frame._txBody.bodyPr
        turned.set("rot", "0")
        turned.set("vert", "horz")


def place_plot(office: OfficeChart, **places: float) -> None:
    """Set where the plot stands inside the chart, in parts of its width and height."""
    written = "".join(f'<c:{side} val="{value:.4f}"/>' for side, value in places.items())
    layout = parse_xml(
        f"<c:layout {nsdecls('c')}>"
        '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{written}</c:manualLayout></c:layout>"
    )
    plot = office._chartSpace.chart.plotArea
    for old in plot.xpath("./c:layout"):
        plot.remove(old)
    plot.insert(0, layout)


def set_text_size(office: OfficeChart, area: Area, rows: int) -> float:
    """Set the size of text to what so many rows leave room for, and return it."""
    points = text_size(area, rows)
    office.font.size = Pt(points)
    return points


def text_size(area: Area, rows: int) -> float:
    """Return the size of text, in points, that so many rows leave room for."""
    return max(LEAST_TEXT, min(14.0, room_for_text(area, rows)))


def room_for_text(area: Area, rows: int) -> float:
    """Return the size that text may have for so many rows to stand under each other."""
    return area.height * 72 / (1.7 * (rows + 2))


def number_format(values: Sequence[float]) -> str:
    """Return the format with as few decimals as show every value: at most 2, or 4 below one."""
    most = 4 if any(0 < abs(value) < 1 for value in values) else 2
    for decimals in range(most + 1):
        if all(math.isclose(round(value, decimals), value, abs_tol=1e-9) for value in values):
            break
    return "#,##0" + ("." + "0" * decimals if decimals else "")
