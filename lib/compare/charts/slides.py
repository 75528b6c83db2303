"""Slides: charts as PowerPoint shows them, to be edited and presented.

A chart whose form Office can draw becomes an Office chart with its numbers in a workbook
inside; any other becomes a picture. Around it stand the chart's own words. Same charts,
same bytes: files that Office packs carry dates, which are taken out here.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

import xlsxwriter
from matplotlib.ticker import MaxNLocator
from pptx import Presentation
from pptx.enum.chart import (
    XL_MARKER_STYLE,
)
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from compare.charts.chart import Chart
from compare.charts.style import SIZES

FONT = "Microsoft YaHei"
"""Comes with Office on Windows and macOS; elsewhere its class and script find another."""

Cell = str | int | float | bool | None

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold."""

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""

_WIDE = 1.08
"""Office's fonts set text a little wider than the font it is measured with."""

_LEADING = 1.3
_SIDE, _TOP, _BOTTOM, _GAP = 0.5, 0.4, 0.3, 0.12
_LEAST_PLOT = 2.0
_INK, _GRID = "1A1A1A", "E3E3E3"
_DPI = 200
_NATURAL = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10])

_LANGUAGES = {
    "zh": MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE,
    "en": MSO_LANGUAGE_ID.ENGLISH_US,
}
_NOTES = {"zh": ("图意:", "数字编号:"), "en": ("Picture: ", "Figures: ")}
_MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
)


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


def steady(package: bytes) -> bytes:
    """Return an Office file without dates, so that the same content is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as dated, zipfile.ZipFile(out, "w") as undated:
        for name in sorted(dated.namelist()):
            content = dated.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(b"", content)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # not the system that it happens to be written on
            undated.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return tables as .xlsx, one sheet each, with the first row as the heading.

    Text is written as text, whatever it begins with: a sheet holds no formula and no link.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        plain = book.add_format({"valign": "top", "text_wrap": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    _write_cell(sheet, row, column, value, plain if row else bold)
            for column, width in enumerate(_column_widths(rows)):
                sheet.set_column(column, column, width)
            sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return steady(out.getvalue())


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Cell,
    look: xlsxwriter.format.Format,
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, (int, float)) and math.isfinite(value):
        sheet.write_number(row, column, value, look)
    elif value is not None:
        sheet.write_string(row, column, _printable(str(value)), look)


def _column_widths(rows: Sequence[Sequence[Cell]]) -> Iterator[float]:
    """Give the width of each column in characters; Chinese ones count twice."""
    for column in range(max(map(len, rows), default=0)):
        texts = [str(row[column]) for row in rows if column < len(row)]
        lines = [line for text in texts for line in text.split("\n")]
        yield min(60, 2 + max(sum(1 + (ord(c) > 0x2E80) for c in line) for line in lines))


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


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
    properties.title = _printable(title)
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
    style.defRPr.set("sz", "2800")
    style.defRPr.set("b", "1")


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
    part.blob = _xml_bytes(theme)


def _drop_thumbnail(presentation: Deck) -> None:
    """Remove the preview picture of an empty page."""
    package = presentation.part.package
    for relation in list(package.iter_rels()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(relation.rId)
