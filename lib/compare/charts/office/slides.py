"""Slides: charts as PowerPoint shows them, to be edited and presented.

A chart whose form Office can draw becomes an Office chart with its numbers in a workbook
inside; any other becomes a picture. Around it stand the chart's own words. Same charts,
same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import astuple, replace

from pptx.presentation import Presentation as Deck
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from pptx.slide import Slide

from compare.charts.chart import Chart
from compare.charts.layout import Words
from compare.charts.office.area import Area
from compare.charts.office.native import add_office_chart, office_chart
from compare.charts.office.notes import write_notes
from compare.charts.office.package import steady
from compare.charts.office.page import GAP, TOP, laid_out, write_words
from compare.charts.office.picture import add_picture
from compare.charts.office.presentation import blank_presentation
from compare.glyphs import printable


def deck(charts: Iterable[Chart], title: str) -> bytes:
    """Return charts as a 16:9 presentation, one slide each.

    Parameters
    ----------
    charts : iterable of Chart
        The charts, in the order of their slides.
    title : str
        Title in the properties of the file.
    """
    presentation = blank_presentation(title)
    for chart in charts:
        _add_slide(presentation, chart)
    out = io.BytesIO()
    presentation.save(out)
    return steady(out.getvalue())


def slide(chart: Chart) -> bytes:
    """Return one chart as a presentation of one slide."""
    return deck([chart], chart.words.title)


def _add_slide(presentation: Deck, chart: Chart) -> None:
    words = Words(*map(printable, astuple(chart.words)))
    chart = _noted(replace(chart, words=words, alt=printable(chart.alt)))
    page = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title Only"))
    laid = laid_out(chart.words)
    write_words(page.shapes.title, TOP, [laid.title], chart.lang)
    if chart.words.subtitle:
        top = TOP + laid.title.height + GAP
        write_words(page.shapes.add_textbox(0, 0, 0, 0), top, [laid.subtitle], chart.lang)
    _describe(_add_plot(page, chart, laid.area), chart)
    if laid.below:
        write_words(page.shapes.add_textbox(0, 0, 0, 0), laid.foot, laid.below, chart.lang)
    write_notes(page, chart)


def _noted(chart: Chart) -> Chart:
    """Let the note speak of the Office chart, where one will be drawn."""
    if chart.native is None or chart.native.note is None:
        return chart
    noted = replace(chart, words=replace(chart.words, note=printable(chart.native.note)))
    return noted if office_chart(noted, laid_out(noted.words).area) else chart


def _add_plot(page: Slide, chart: Chart, area: Area) -> GraphicFrame | Picture:
    native = office_chart(chart, area)
    if native is None:
        return add_picture(page, chart, area)
    return add_office_chart(page, native, chart.lang, area)


def _describe(shape: GraphicFrame | Picture, chart: Chart) -> None:
    shape.name = printable(chart.key)
    (properties,) = shape.element.xpath("./*/p:cNvPr")
    properties.set("descr", chart.alt)
