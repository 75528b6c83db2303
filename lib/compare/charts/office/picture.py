"""A chart on a slide as a picture, where Office cannot draw it."""

from __future__ import annotations

import io

from pptx.shapes.picture import Picture
from pptx.slide import Slide

from compare.charts.chart import Chart
from compare.charts.layout import Words, draw_substitutes, framed_figure
from compare.charts.office.area import Area
from compare.charts.pictures import png_of
from compare.charts.style import SIZES, Size, drawing_style

_DPI = 200
"""Dots per inch: enough for a large screen."""


def add_picture(page: Slide, chart: Chart, area: Area) -> Picture:
    """Draw the chart in the shape of the space that the words leave.

    It is drawn in its true size, so that text is as large as on any slide.
    """
    size = Size(area.width, area.height, SIZES["slide"].text)
    with drawing_style(size):
        figure, box = framed_figure(Words("", "", "", ""), size)
        chart.plot(figure, box, size.text)
        draw_substitutes(figure)
        picture = png_of(figure, _DPI)
    return page.shapes.add_picture(io.BytesIO(picture), *area.box)
