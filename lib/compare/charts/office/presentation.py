"""The empty presentation: 16:9, with a Chinese font as its theme font."""

from __future__ import annotations

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from compare.charts.style import SIZES
from compare.glyphs import printable

FONT = "Microsoft YaHei"
"""Comes with Office on Windows and macOS; elsewhere its class and script find another."""


def blank_presentation(title: str) -> Deck:
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
