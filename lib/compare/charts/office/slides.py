"""Slides: charts as PowerPoint shows them, to be edited and presented.

A chart whose form Office can draw becomes an Office chart with its numbers in a workbook
inside; any other becomes a picture. Around it stand the chart's own words. Same charts,
same bytes.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import pairwise, product

from matplotlib.ticker import MaxNLocator
from pptx import Presentation
from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.datalabel import DataLabels
from pptx.chart.series import XySeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Emu, Inches, Pt

from compare.charts.chart import Chart, Native, Series
from compare.charts.files.files import Cell, is_chinese, printable, steady, workbook
from compare.charts.files.pictures import png_of
from compare.charts.layout import Words, framed_figure, text_width, wrap
from compare.charts.style import NEUTRAL, SIZES, Size, drawing_style
from compare.errors import unknown
from compare.wording.catalogue import Lang

FONT = "Microsoft YaHei"
"""Comes with Office on Windows and macOS; elsewhere its class and script find another."""

_WIDE = 0.2
"""Part by which Latin letters may come out wider, in a font that stands in, than measured."""

_SPACED = 0.25
"""Space, over the size of text, that some programs leave between Chinese and Latin."""

_LEADING = 1.3
_SIDE, _TOP, _BOTTOM, _GAP = 0.5, 0.4, 0.3, 0.12
_LEAST_PLOT = 2.0
_INK, _GRID = "1A1A1A", "E3E3E3"
_DPI = 200
_ROUND = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10])
_WHOLE = MaxNLocator(nbins=8, steps=[1, 2, 5, 10], integer=True)
_FEW = 12
"""Rows that leave text at its full size."""

_LANGUAGES = {
    "zh": MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE,
    "en": MSO_LANGUAGE_ID.ENGLISH_US,
}
_NOTES = {"zh": ("图意：", "数字编号："), "en": ("Picture: ", "Figures: ")}
_LEFT, _RIGHT = XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT
_ABOVE, _BELOW = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW
_Labels = dict[tuple[int, int], tuple[str, XL_LABEL_POSITION]]
_MARKERS = {
    ".": XL_MARKER_STYLE.CIRCLE,
    "o": XL_MARKER_STYLE.CIRCLE,
    "s": XL_MARKER_STYLE.SQUARE,
    "^": XL_MARKER_STYLE.TRIANGLE,
    "D": XL_MARKER_STYLE.DIAMOND,
    "v": XL_MARKER_STYLE.TRIANGLE,
    "P": XL_MARKER_STYLE.SQUARE,
    "X": XL_MARKER_STYLE.DIAMOND,
}
"""Office has few markers that can be hollow; every mark has its region's name in its row."""


def deck(charts: Iterable[Chart], title: str) -> bytes:
    """Return charts as a 16:9 presentation, one slide each.

    Parameters
    ----------
    charts : iterable of Chart
        The charts, in the order of their slides.
    title : str
        Title in the properties of the file.
    """
    presentation = _blank(title)
    for chart in charts:
        _add_slide(presentation, chart)
    out = io.BytesIO()
    presentation.save(out)
    return steady(out.getvalue())


def slide(chart: Chart) -> bytes:
    """Return one chart as a presentation of one slide."""
    return deck([chart], chart.words.title)


# --- the empty presentation ------------------------------------------------------------------


def _blank(title: str) -> Deck:
    """Return a presentation without slides: 16:9, with a Chinese font as its theme font."""
    presentation = Presentation()
    width, height = (Inches(side) for side in (SIZES["slide"].width, SIZES["slide"].height))
    _stretch(presentation, width / presentation.slide_width)
    presentation.slide_width, presentation.slide_height = width, height
    presentation.element.sldSz.attrib.pop("type", None)  # it says 4:3
    _set_theme_font(presentation)
    _drop_thumbnail(presentation)
    properties = presentation.core_properties
    properties.title = printable(title)
    properties.author = properties.last_modified_by = "compare-regions"
    properties.comments = ""
    return presentation


def _stretch(presentation: Deck, by: float) -> None:
    """Widen the layouts, so that slides added by hand fit the page as well."""
    master = presentation.slide_master
    for sheet in (master, *presentation.slide_layouts):
        for place in sheet.element.xpath(".//p:spPr/a:xfrm"):
            place.off.x, place.ext.cx = Emu(place.off.x * by), Emu(place.ext.cx * by)
    (style,) = master.element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr")
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", "2800")
    letters.set("b", "1")


def _set_theme_font(presentation: Deck) -> None:
    """Name the font for Latin and Chinese text once, where a pasted slide's new home decides.

    Text on slides and in charts asks for the theme's font, so that a slide pasted into
    another presentation takes on that presentation's own.
    """
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for script in ("a:latin", "a:ea"):
        for font in theme.xpath(f".//a:fontScheme/*/{script}"):
            font.set("typeface", FONT)
            font.set("panose", "020B0503020204020204")  # sans serif
            font.set("pitchFamily", "34")
            font.set("charset", "-122")  # simplified Chinese
    for font in theme.xpath(".//a:fontScheme/*/a:font[@script='Hans']"):
        font.set("typeface", FONT)
    part.blob = serialize_part_xml(theme)


def _drop_thumbnail(presentation: Deck) -> None:
    """Remove the preview picture of an empty page."""
    package = presentation.part.package
    for relation in list(package.iter_rels()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(relation.rId)


# --- a slide ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Area:
    """A rectangle on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> tuple[Inches, Inches, Inches, Inches]:
        """The same as Office counts it."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True)
class _Block:
    """A paragraph at the size at which it fits."""

    text: str
    points: float
    lines: int
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """Height in inches."""
        return self.lines * self.points * _LEADING / 72


_WIDTH = SIZES["slide"].width - 2 * _SIDE


def _fitted(
    text: str, sizes: Sequence[float], most: int, *, colour: str = _INK, bold: bool = False
) -> _Block:
    """Return a paragraph at the first size that needs few enough lines, or the last one."""
    for points in sizes:
        lines = _line_count(text, points, bold)
        if lines <= most:
            break
    return _Block(text, points, lines, colour, bold)


def _line_count(text: str, points: float, bold: bool) -> int:
    """Return the most lines that text takes."""
    if not text:
        return 0
    text = _LISTED.sub(lambda found: "9" * round(_digits(found[0], points, bold)), text)
    spread = _office_width(text, points, bold=bold) / text_width(text, points, bold=bold)
    return len(wrap(text, _WIDTH / spread, points, bold=bold))


_LISTED = re.compile(r"（[\d、–]+）[，；。]?")
"""Numbers in brackets, which some programs do not break."""


def _digits(text: str, points: float, bold: bool) -> float:
    """Return how many digits are as wide as a text."""
    return text_width(text, points, bold=bold) / text_width("9", points, bold=bold)


def _office_width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the most width in inches that text takes; Chinese is square in any font."""
    latin = "".join(character for character in text if not is_chinese(character))
    meetings = sum(is_chinese(one) != is_chinese(other) for one, other in pairwise(text))
    extra = _WIDE * text_width(latin, points, bold=bold) + _SPACED * meetings * points / 72
    return text_width(text, points, bold=bold) + extra


def _add_slide(presentation: Deck, chart: Chart) -> None:
    words = Words(*map(printable, astuple(chart.words)))
    chart = _noted(replace(chart, words=words, alt=printable(chart.alt)))
    page = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title Only"))
    laid = _laid_out(chart.words)
    _place(page.shapes.title, _TOP, [laid.title], chart.lang)
    if chart.words.subtitle:
        top = _TOP + laid.title.height + _GAP
        _place(page.shapes.add_textbox(0, 0, 0, 0), top, [laid.subtitle], chart.lang)
    _describe(_add_plot(page, chart, laid.area), chart)
    if laid.below:
        _place(page.shapes.add_textbox(0, 0, 0, 0), laid.foot, laid.below, chart.lang)
    _write_notes(page, chart)


@dataclass(frozen=True)
class _Page:
    """The words of a slide at the sizes at which they fit, and where they leave room."""

    title: _Block
    subtitle: _Block
    below: list[_Block]
    foot: float
    area: _Area


def _laid_out(words: Words) -> _Page:
    grey = NEUTRAL.removeprefix("#")
    title = _fitted(words.title, (28, 24, 20), 2, bold=True)
    subtitle = _fitted(words.subtitle, (14, 12), 2, colour=grey)
    below = [
        _fitted(text, (11, 10, 9, 8), 3, colour=grey) for text in (words.note, words.source) if text
    ]
    top = _TOP + title.height + _GAP
    if words.subtitle:
        top += subtitle.height + _GAP
    foot = SIZES["slide"].height - _BOTTOM - sum(block.height for block in below)
    area = _Area(_SIDE, top, _WIDTH, max(_LEAST_PLOT, foot - _GAP - top))
    return _Page(title, subtitle, below, foot, area)


def _noted(chart: Chart) -> Chart:
    """Let the note speak of the Office chart, where one will be drawn."""
    if chart.native is None or chart.native.note is None:
        return chart
    noted = replace(chart, words=replace(chart.words, note=printable(chart.native.note)))
    return noted if _office_chart(noted, _laid_out(noted.words).area) else chart


def _place(shape: Shape, top: float, blocks: Sequence[_Block], lang: Lang) -> None:
    """Put paragraphs on the slide, in a box of exactly their height."""
    area = _Area(_SIDE, top, _WIDTH, sum(block.height for block in blocks))
    shape.left, shape.top, shape.width, shape.height = area.box
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM  # a line to spare is better above
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    for place, block in enumerate(blocks):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        paragraph.text = block.text
        paragraph.line_spacing = Pt(block.points * _LEADING)  # fonts differ in their own
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(block.points), block.bold
            run.font.color.rgb = RGBColor.from_string(block.colour)
            run.font.language_id = _LANGUAGES[lang]


def _add_plot(page: Slide, chart: Chart, area: _Area) -> GraphicFrame | Picture:
    native = _office_chart(chart, area)
    if native is None:
        return _add_picture(page, chart, area)
    return _add_office_chart(page, native, chart.lang, area)


def _office_chart(chart: Chart, area: _Area) -> Native | None:
    """Return what Office can draw in an area; none where a picture has to do."""
    if chart.native is None:
        return None
    if chart.native.kind not in _KINDS:
        raise unknown("kind", chart.native.kind, _KINDS)
    native = _cleaned(chart.native)
    return native if native.series and not _is_crowded(native, area) else None


def _describe(shape: GraphicFrame | Picture, chart: Chart) -> None:
    shape.name = chart.key
    (properties,) = shape.element.xpath("./*/p:cNvPr")
    properties.set("descr", chart.alt)


def _write_notes(page: Slide, chart: Chart) -> None:
    picture, figures = _NOTES[chart.lang]
    words = chart.words
    parts = [words.title, picture + chart.alt, words.note, words.source]
    if chart.about.figures:
        parts.append(figures + ", ".join(dict.fromkeys(chart.about.figures)))
    frame = page.notes_slide.notes_text_frame
    frame.text = "\n".join(filter(None, parts))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = _LANGUAGES[chart.lang]


def _add_picture(page: Slide, chart: Chart, area: _Area) -> Picture:
    """Draw the chart in the shape of the space that the words leave.

    It is drawn as wide as a slide, for which charts choose their columns and labels, and
    made a little smaller.
    """
    whole = SIZES["slide"]
    size = Size(whole.width, whole.width * area.height / area.width, whole.text)
    with drawing_style(size):
        figure, box = framed_figure(Words("", "", "", ""), size)
        chart.plot(figure, box, size.text)
        picture = png_of(figure, _DPI)
    return page.shapes.add_picture(io.BytesIO(picture), *area.box)


# --- Office charts ---------------------------------------------------------------------------


def _add_office_chart(page: Slide, native: Native, lang: Lang, area: _Area) -> GraphicFrame:
    frame = _KINDS[native.kind](page, native, area)
    office = frame.chart
    office.has_title = False
    office.font.color.rgb = RGBColor.from_string(_INK)
    office.font.language_id = _LANGUAGES[lang]
    _name_theme_font(office.font)
    office.has_legend = False  # every row, and every line at its end, says its name
    return frame


def _cleaned(native: Native) -> Native:
    """Leave out characters that the file cannot hold, and points that stand nowhere.

    Of marks and lines the longest series comes first: LibreOffice loses one that is shorter
    than those after it.
    """
    cleaned = (_cleaned_series(series, native.kind) for series in native.series)
    series = [one for one in cleaned if one.x]
    if native.kind != "bars":
        series.sort(key=lambda one: -len(one.x))
    return replace(
        native,
        axis=printable(native.axis),
        series=tuple(series),
        rows=tuple((printable(name), printable(remark)) for name, remark in native.rows),
        limits=tuple((value, printable(name)) for value, name in native.limits),
    )


def _cleaned_series(series: Series, kind: str) -> Series:
    many = len(series.x)
    labels = series.labels or ("",) * many
    heights = series.y if kind != "bars" else (0.0,) * many
    hollow = series.hollow or (False,) * many
    points = [
        (printable(label), x, y, empty)
        for label, x, y, empty in zip(labels, series.x, heights, hollow, strict=True)
        if kind == "bars" or (_is_somewhere(x) and _is_somewhere(y))
    ]
    labels, x, y, hollow = zip(*points, strict=True) if points else ((), (), (), ())
    return replace(series, name=printable(series.name), labels=labels, x=x, y=y, hollow=hollow)


def _is_somewhere(value: float | None) -> bool:
    """Tell whether a value has a place, be it beyond the end of an axis."""
    return value is not None and not math.isnan(value)


def _name_theme_font(font: Font) -> None:
    """Ask for the theme's font in both scripts, which text in charts does not do by itself."""
    font.name = "+mn-lt"
    chinese = font._element.makeelement(qn("a:ea"), {"typeface": "+mn-ea"})
    font._element.latin.addnext(chinese)


def _bars(page: Slide, native: Native, area: _Area) -> GraphicFrame:
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
    _hold_data(office, [[None, *(series.name for series in native.series)], *map(list, cells)])
    _set_text_size(office, area, len(rows))
    alone = all(sum(value is not None for value in row) <= 1 for row in zip(*columns, strict=True))
    _style_bars(office, native, alone=alone)
    _style_value_axis(office.value_axis, native.axis)
    _style_names(office)
    _balance(office.value_axis, [value for column in columns for value in column])
    return frame


def _balance(axis: ValueAxis, values: Sequence[float | None]) -> None:
    """Leave as much room on either side of zero, and some for the numbers at the bars."""
    widest = max((abs(value) for value in values if value is not None), default=0.0) or 1.0
    ticks = [float(tick) for tick in _ROUND.tick_values(0, widest * 1.15)]
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
    plot.data_labels.number_format = _number_format(
        [x for series in native.series for x in series.x if _standing(x) is not None]
    )
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for bars, series in zip(plot.series, native.series, strict=True):
        bars.format.fill.solid()
        bars.format.fill.fore_color.rgb = _rgb(series.colour)
        bars.invert_if_negative = False


def _style_names(office: OfficeChart) -> None:
    """Keep the names of bars at the left."""
    names = office.category_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = _rgb(NEUTRAL)
    skip = names._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # no bar without its name


def _rows(page: Slide, native: Native, area: _Area) -> GraphicFrame:
    """Draw marks in rows: x is the value, y the row, counted from the bottom.

    Names stand at the left end of the axis and remarks at its right end, as labels of points
    that are not seen; benchmarks are dashed lines across the rows.
    """
    last = len(native.rows) - 1
    places = tuple(float(last - place) for place in range(last + 1))
    limited = [x for x, _ in native.limits]
    start, end, step = _scale([*_all_x(native), *limited], native.bounds, whole=native.whole)
    names = tuple(name + _CLEAR for name, _ in native.rows)
    remarks = tuple(_CLEAR + remark for _, remark in native.rows)
    edges = (
        Series("", names, (start,) * len(places), places, NEUTRAL, marker=""),
        Series(" ", remarks, (end,) * len(places), places, NEUTRAL, marker=""),
    )
    marks = [
        replace(series, x=_ended(series.x, start, end), y=tuple(last - y for y in series.y))
        for series in native.series
    ]
    limits = [
        Series(name, ("", name), (x, x), (-0.5, last + 0.5), NEUTRAL, marker="", line="dashed")
        for x, name in native.limits
    ]
    every = [*edges, *limits, *marks]
    order = sorted(range(len(every)), key=lambda place: -len(every[place].x))
    shown = replace(native, series=tuple(every[place] for place in order))
    frame = _add_xy(page, shown, area)
    office = frame.chart
    printed = [*edges, *limits, *native.series]
    _mark_open_ends(office, [printed[place] for place in order])
    points = _set_text_size(office, area, len(places) + 1)
    values, axis = office.category_axis, office.value_axis
    _style_value_axis(values, native.axis)
    values.minimum_scale, values.maximum_scale, values.major_unit = start, end, step
    values.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.has_major_gridlines = axis.visible = False
    axis.minimum_scale, axis.maximum_scale = -0.5, last + 0.5
    sides = [_LEFT, _RIGHT, *[_ABOVE] * len(printed)]
    if len(limits) == 2:  # beside their lines, one at each side
        sides[2:4] = [_LEFT, _RIGHT] if limits[0].x <= limits[1].x else [_RIGHT, _LEFT]
    labels: _Labels = {
        (which, place): (text, sides[order[which]])
        for which, series in enumerate(shown.series)
        for place, text in enumerate(series.labels)
    }
    _write_labels(frame, shown, labels, area, points, left=0.2, bottom=3.8, top=1.0 + _LEADING)
    return frame


_CLEAR = "\u00a0\u00a0"
"""Spaces that keep a label off a mark at the end of the axis."""


def _scale(
    values: Sequence[float], bounds: tuple[float | None, float | None], *, whole: bool
) -> tuple[float, float, float]:
    """Return the ends and the step of an axis: round numbers, none beyond a natural bound."""
    known = [value for value in values if math.isfinite(value)]
    lo, hi = min(known), max(known)
    spare = (hi - lo) / 20 or max(abs(lo) / 10, 1.0 if whole else 0.0) or 1.0
    located = (_WHOLE if whole else _ROUND).tick_values(lo - spare, hi + spare)
    ticks = [round(float(tick), 9) for tick in located]
    floor, cap = bounds
    start = ticks[0] if floor is None or lo < floor else max(ticks[0], floor)
    end = ticks[-1] if cap is None or hi > cap else min(ticks[-1], cap)
    return start, end, round(ticks[1] - ticks[0], 9)


def _ended(values: Sequence[float], start: float, end: float) -> tuple[float, ...]:
    """Let an end without any bound reach to the end of the axis."""
    return tuple(min(max(value, start), end) for value in values)


def _mark_open_ends(office: OfficeChart, series: Sequence[Series]) -> None:
    """Draw an arrow head where a line has an end without any bound."""
    for drawn, one in zip(office.plots[0].series, series, strict=True):
        for name, place in (("headEnd", 0), ("tailEnd", -1)):
            if one.line and (math.isinf(one.x[place]) or math.isinf(one.y[place])):
                line = drawn.format.line._get_or_add_ln()
                line.append(line.makeelement(qn(f"a:{name}"), {"type": "triangle"}))


def _lines(page: Slide, native: Native, area: _Area) -> GraphicFrame:
    """Draw lines: x is the year, y the value; a line's last label stands behind its end."""
    layout = _lines_layout(native, area)
    shown = replace(
        native,
        series=tuple(
            replace(series, y=_ended(series.y, layout.low, layout.high)) for series in native.series
        ),
    )
    frame = _add_xy(page, shown, area)
    office = frame.chart
    _mark_open_ends(office, native.series)
    points = _set_text_size(office, area, _FEW)
    values, years = office.value_axis, office.category_axis
    _style_value_axis(values, native.axis)
    _turn_upright(values)
    values.major_tick_mark = XL_TICK_MARK.OUTSIDE  # not seen, but it keeps numbers off the dots
    values.minimum_scale, values.maximum_scale = layout.low, layout.high
    values.major_unit = layout.step
    years.minimum_scale, years.maximum_scale = layout.first, layout.last
    years.major_unit = layout.years
    years.has_major_gridlines = False
    years.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    years.format.line.color.rgb = _rgb(NEUTRAL)
    _write_labels(frame, shown, layout.labels, area, points, left=layout.left, bottom=2.2, top=1.0)
    return frame


@dataclass(frozen=True)
class _Layout:
    """How a chart of lines is laid out: axes, labels with their sides, room at the left."""

    first: float
    last: float
    years: float
    low: float
    high: float
    step: float
    left: float
    labels: _Labels


def _lines_layout(native: Native, area: _Area) -> _Layout:
    ticks = _year_ticks(_all_x(native))
    heights = [y for series in native.series for y in series.y]
    low, high, step = _scale(heights, native.bounds, whole=native.whole)
    labels: _Labels = {
        (which, place): (
            _CLEAR + label if series.line and label else label,
            _side(native, series, place),
        )
        for which, series in enumerate(native.series)
        for place, label in enumerate(series.labels)
    }
    left = 0.9 + _office_width(native.axis, _text_size(area, _FEW))
    years = ticks[1] - ticks[0]
    return _Layout(ticks[0] - years, ticks[-1], years, low, high, step, left, labels)


def _side(native: Native, series: Series, place: int) -> XL_LABEL_POSITION:
    """Return where a label stands: a line's behind its end, a mark's off its interval."""
    if series.line:
        return _RIGHT
    x, y = series.x[place], series.y[place]
    rising = (one for one in native.series if one.line == "solid" and one.x[0] == x)
    return _BELOW if any(min(one.y) <= y < max(one.y) for one in rising) else _ABOVE


def _is_crowded(native: Native, area: _Area) -> bool:
    """Tell whether labels of a chart of lines would cover each other, a mark or an interval.

    Office puts labels where it is told to; a picture moves them apart.
    """
    if native.kind != "lines":
        return False
    layout, points = _lines_layout(native, area), _text_size(area, _FEW)
    ends = layout.first, layout.last
    left, right = _side_room(native, layout.labels, area, points, layout.left, *ends)
    width, height = area.width - left - right, area.height - 3.2 * points / 72
    line, mark = points * 1.2 / 72, 0.09
    words: list[_Area] = []
    marks: list[_Area] = []
    for which, series in enumerate(native.series):
        at = [(x - ends[0]) / (ends[1] - ends[0]) * width for x in series.x]
        up = [
            (layout.high - y) / (layout.high - layout.low) * height
            for y in _ended(series.y, layout.low, layout.high)
        ]
        if series.line == "solid":  # an interval
            marks.append(_Area(at[0] - 0.02, min(up), 0.04, max(up) - min(up)))
        for place, (across, down) in enumerate(zip(at, up, strict=True)):
            if series.marker:
                marks.append(_Area(across - mark, down - mark, 2 * mark, 2 * mark))
            text, side = layout.labels.get((which, place), ("", _RIGHT))
            if not text:
                continue
            wide = _office_width(text, points)
            top = {_RIGHT: down - line / 2, _ABOVE: down - mark - line, _BELOW: down + mark}[side]
            words.append(_Area(across + (mark if side == _RIGHT else -wide / 2), top, wide, line))
    pairs = [(one, other) for place, one in enumerate(words) for other in words[place + 1 :]]
    return any(_overlap(one, other) for one, other in [*pairs, *product(words, marks)])


def _overlap(one: _Area, other: _Area) -> bool:
    """Tell whether two areas share more than an edge."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    along = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.01 and along > 0.01


_KINDS = {"bars": _bars, "rows": _rows, "lines": _lines}


def _add_xy(page: Slide, native: Native, area: _Area) -> GraphicFrame:
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
    _hold_data(frame.chart, rows)
    for drawn, series in zip(frame.chart.plots[0].series, native.series, strict=True):
        _style_series(drawn, series)
        labels = DataLabels(drawn._element.get_or_add_dLbls())
        labels.show_value = False  # where a point has no label of its own
    return frame


def _style_series(drawn: XySeries, series: Series) -> None:
    """Draw a series with the marker, the colour and the line that the picture has."""
    colour = _rgb(series.colour)
    drawn.smooth = False
    drawn.marker.style = _MARKERS.get(series.marker, XL_MARKER_STYLE.NONE)
    if series.marker:
        drawn.marker.size = 6 if series.marker == "." else 10
        drawn.marker.format.fill.solid()
        # a pale inside, since LibreOffice draws no outline: a white mark would not be seen
        hollow = bool(series.hollow) and all(series.hollow)
        drawn.marker.format.fill.fore_color.rgb = _pale(series.colour) if hollow else colour
        drawn.marker.format.line.color.rgb = colour
    if not series.line:
        drawn.format.line.fill.background()
        return
    drawn.format.line.color.rgb = colour
    drawn.format.line.width = Pt(2 if series.line == "solid" else 1.5)
    if series.line == "dashed":
        drawn.format.line.dash_style = MSO_LINE.DASH


def _pale(colour: str) -> RGBColor:
    """Return a colour with much white in it."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return RGBColor(*(round(255 - (255 - part) * _PALENESS) for part in parts))


_PALENESS = 0.3
"""How much of its colour the inside of a hollow mark keeps."""


def _hold_data(office: OfficeChart, rows: Sequence[Sequence[Cell]]) -> None:
    """Put the numbers inside, where python-pptx would let text begin a formula."""
    office.part.chart_workbook.update_from_xlsx_blob(workbook({"Sheet1": rows}))


def _all_x(native: Native) -> list[float]:
    return [x for series in native.series for x in series.x]


def _write_labels(
    frame: GraphicFrame,
    native: Native,
    labels: _Labels,
    area: _Area,
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
    area : _Area
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
    left, right = _side_room(native, labels, area, points, left, *ends)
    _place_plot(
        office,
        x=left / area.width,
        y=top * points / 72 / area.height,
        w=1 - (left + right) / area.width,
        h=1 - (top + bottom) * points / 72 / area.height,
    )


def _side_room(
    native: Native,
    labels: _Labels,
    area: _Area,
    points: float,
    left: float,
    start: float,
    end: float,
) -> tuple[float, float]:
    """Return the room at the left and the right that labels need, in inches."""
    right = 0.2
    for (which, place), (text, side) in labels.items():
        width = _office_width(text, points) + 0.2 if text else 0.0
        along = (native.series[which].x[place] - start) / (end - start)
        plot = area.width / 2  # it will be at least that wide
        left = max(left, width - along * plot) if side == _LEFT else left
        right = max(right, width - (1 - along) * plot) if side == _RIGHT else right
    return left, right


def _place_plot(office: OfficeChart, **places: float) -> None:
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


def _set_text_size(office: OfficeChart, area: _Area, rows: int) -> float:
    """Set the size of text to what so many rows leave room for, and return it."""
    points = _text_size(area, rows)
    office.font.size = Pt(points)
    return points


def _text_size(area: _Area, rows: int) -> float:
    return max(6.0, min(14.0, area.height * 72 / (1.7 * (rows + 2))))


def _style_value_axis(axis: ValueAxis, title: str) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _rgb(_GRID)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format = "General"
    axis.tick_labels.number_format_is_linked = False
    if title:
        axis.axis_title.text_frame.text = title
        for run in axis.axis_title.text_frame.paragraphs[0].runs:
            run.font.bold = False


def _turn_upright(axis: ValueAxis) -> None:
    """Write the title of a vertical axis across, as Chinese is read."""
    if axis.has_title:
        turned = axis.axis_title.text_frame._txBody.bodyPr
        turned.set("rot", "0")
        turned.set("vert", "horz")


def _year_ticks(years: Sequence[float]) -> list[float]:
    """Return the ticks of an axis of years; before the first, labels have room."""
    last = max(max(years), min(years) + 1)
    return [float(tick) for tick in _WHOLE.tick_values(min(years), last)]


def _number_format(values: Sequence[float]) -> str:
    """Return the format with as few decimals as show every value: at most 2, or 4 below one."""
    most = 4 if any(0 < abs(value) < 1 for value in values) else 2
    for decimals in range(most + 1):
        if all(math.isclose(round(value, decimals), value, abs_tol=1e-9) for value in values):
            break
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
