"""Pictures in Word: charts that can be edited where Office can draw them, else the picture."""

from __future__ import annotations

import html
import io
import re

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Inches
from docx.text.paragraph import Paragraph

from compare.charts.chart import PRINT_DPI, Chart, Native
from compare.charts.office.area import Area
from compare.charts.office.native import add_office_chart, office_chart
from compare.charts.office.presentation import blank_presentation
from compare.charts.style import size_named
from compare.glyphs import printable
from compare.pages.paper.blocks import Picture
from compare.pages.paper.house import LOOKS
from compare.pages.paper.pages import drawn_height

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_NO_FRAME = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"

_SLIDE_OVER_PAGE = 1.5
"""Size of text on a slide over that on paper: charts are drawn as for slides, and shrunk."""


def add_drawing(document: WordDocument, paragraph: Paragraph, picture: Picture) -> bool:
    """Put a picture into a paragraph; tell whether it is a chart that can be edited."""
    number = len(document.element.body.xpath(".//wp:docPr")) + 1
    native, area = _native(picture)
    if native is not None and picture.chart is not None:
        _add_chart(document, paragraph, picture.chart, native, area, number)
    else:
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(_bitmap(picture)), width=Inches(picture.inches))
    for properties in paragraph._p.xpath(".//wp:docPr"):
        properties.set("id", str(number))
        properties.set("name", f"Picture {number}")
        properties.set("descr", printable(picture.alt))
        properties.set("title", printable(picture.caption))
    return native is not None


def _bitmap(picture: Picture) -> bytes:
    """Return a picture as PNG, which every Word shows."""
    if picture.chart is not None:
        return picture.chart.png(dpi=PRINT_DPI, plain=True)
    return picture.image


def _native(picture: Picture) -> tuple[Native | None, Area]:
    """Return what Office can draw, and the area of a slide on which it is drawn."""
    chart = picture.chart
    if chart is None or chart.native is None:
        return None, Area(0, 0, 0, 0)
    high = drawn_height(chart) * picture.inches / size_named(chart.size).width
    area = Area(0, 0, picture.inches * _SLIDE_OVER_PAGE, high * _SLIDE_OVER_PAGE)
    return office_chart(chart, area), area


def _add_chart(
    document: WordDocument,
    paragraph: Paragraph,
    chart: Chart,
    native: Native,
    area: Area,
    number: int,
) -> None:
    presentation = blank_presentation(chart.key)
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = add_office_chart(slide, native, chart.lang, area)
    drawn = frame.chart.part
    package = document.part.package
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        _WORKBOOK,
        drawn.chart_workbook.xlsx_part.blob,
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    held = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = _on_paper(drawn.blob.decode("utf-8"), chart, held).encode("utf-8")
    place = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    size = [Emu(int(Inches(side / _SLIDE_OVER_PAGE))) for side in (area.width, area.height)]
    paragraph.add_run()._r.append(parse_xml(_inline(place, size[0], size[1], number)))


def _on_paper(xml: str, chart: Chart, workbook: str) -> str:
    """Return a slide's chart with the sizes and fonts of paper, and its own workbook."""
    font = LOOKS[chart.lang]["head"].font
    xml = re.sub(r'\bsz="([0-9]+)"', lambda m: f'sz="{_shrunk(m[1], 50)}"', xml)
    xml = re.sub(r'(<c:size val=")([0-9]+)"', lambda m: f'{m[1]}{max(5, _shrunk(m[2], 1))}"', xml)
    xml = xml.replace('typeface="+mn-lt"', f'typeface="{html.escape(font.latin)}"')
    xml = xml.replace('typeface="+mn-ea"', f'typeface="{html.escape(font.chinese)}"')
    if "</c:chart><c:spPr>" not in xml:  # no frame around it, which Word draws by itself
        xml = xml.replace("</c:chart>", f"</c:chart>{_NO_FRAME}", 1)
    return re.sub(r'(<c:externalData\b[^>]*\br:id=")[^"]*"', rf'\g<1>{workbook}"', xml)


def _shrunk(size: str, step: int) -> int:
    return round(int(size) / _SLIDE_OVER_PAGE / step) * step


def _inline(place: str, width: int, height: int, number: int) -> str:
    return (
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name=""/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_NAMESPACE}"><c:chart xmlns:c="{_NAMESPACE}" '
        f'r:id="{place}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
