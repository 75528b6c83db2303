"""The Word template: page, styles, fonts with what stands in for them, header and footers."""

from __future__ import annotations

import html
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from compare.pages.paper.blocks import Paper
from compare.pages.paper.house import LOOKS, OTHERS, SHEETS, Font, Look, Sheet, looks_of
from compare.wording.catalogue import Lang

STYLES = {
    "title": "Title",
    "heading1": "Heading 1",
    "heading2": "Heading 2",
    "heading3": "Heading 3",
    "byline": "Subtitle",
    "body": "Body Text",
    "point": "Finding",
    "item": "List Paragraph",
    "note": "Note",
    "small": "Small Print",
    "code": "Code",
    "caption": "Caption",
    "picture": "Picture",
    "cell": "Table Text",
    "head": "Table Head",
    "header": "Header",
    "footer": "Footer",
    "contents": "Contents",
}
"""What Word calls each kind of paragraph; its own styles where it has one."""

_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}

_LEVELS = {"heading1": 0, "heading2": 1, "heading3": 2}

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def blank_document(paper: Paper) -> WordDocument:
    """Return an empty document with the page, the styles and the frame of a paper."""
    document = Document()
    _set_page(document, SHEETS[paper.lang])
    for name, look in looks_of(paper.lang, paper.size).items():
        _style(document, STYLES[name], look, _LEVELS.get(name))
    _set_defaults(document, paper.lang)
    _set_fonts(document)
    _frame(document, paper)
    _set_compatible(document)
    _keep_numbers(document)
    properties = document.core_properties
    properties.title, properties.subject = paper.name, paper.subject
    properties.author = properties.last_modified_by = paper.author
    properties.comments = properties.keywords = ""
    properties.language = "zh-CN" if paper.lang == "zh" else "en-US"
    return document


def _set_page(document: WordDocument, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
    section.header_distance, section.footer_distance = Mm(sheet.header), Mm(sheet.footer)


def _style(document: WordDocument, name: str, look: Look, level: int | None) -> None:
    styles = document.styles
    if name in [style.name for style in styles]:
        style = styles[name]
    else:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
    assert isinstance(style, ParagraphStyle)
    _clear(style)
    _letter(style, look)
    form = style.paragraph_format
    form.alignment = _ALIGNED[look.align]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = Pt(look.line)
    form.line_spacing_rule = WD_LINE_SPACING.AT_LEAST if look.grows else WD_LINE_SPACING.EXACTLY
    form.keep_with_next = look.together
    form.keep_together = look.whole
    form.widow_control = True
    _set_close(style)
    if look.indent:
        form.first_line_indent = Pt(look.indent * look.points)
        _in_characters(style, "firstLineChars", look.indent)
    if level is not None:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level))
        style.element.get_or_add_pPr().append(outline)


def _set_close(style: ParagraphStyle) -> None:
    """Leave no space of a program's own between Chinese and numbers: of some there is none."""
    for name in ("autoSpaceDE", "autoSpaceDN"):
        told = OxmlElement(f"w:{name}")
        told.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().insert_element_before(
            told, "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
            "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr",
        )  # fmt: skip


def _clear(style: ParagraphStyle) -> None:
    """Take away what the style was before: lines, colours and fonts of another template."""
    for part in (style.element.pPr, style.element.rPr):
        if part is not None:
            style.element.remove(part)


def _letter(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(look.points), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour)
    set_fonts(style.element.get_or_add_rPr(), look.font)


def set_fonts(properties: object, font: Font) -> None:
    """Name the fonts for Latin and Chinese letters."""
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), font.latin)
    fonts.set(qn("w:eastAsia"), font.chinese)


def _in_characters(style: ParagraphStyle, name: str, characters: float) -> None:
    """Set an indent in characters too, as Chinese Word does: it grows with the text."""
    style.element.get_or_add_pPr().get_or_add_ind().set(
        qn(f"w:{name}"), str(round(characters * 100))
    )


def _set_defaults(document: WordDocument, lang: Lang) -> None:
    look = LOOKS[lang]["body"]
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _clear(normal)
    _letter(normal, look)
    normal.paragraph_format.space_after = Pt(0)
    tongue = normal.element.get_or_add_rPr()
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "en-US")
    told.set(qn("w:eastAsia"), "zh-CN")
    tongue.append(told)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for fonts in defaults.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for name in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{name}"), look.font.latin)
        fonts.set(qn("w:eastAsia"), look.font.chinese)
    for told in defaults.iter(qn("w:lang")):
        told.set(qn("w:val"), "zh-CN" if lang == "zh" else "en-US")
        told.set(qn("w:eastAsia"), "zh-CN")


def _set_fonts(document: WordDocument) -> None:
    """Say in the table of fonts what stands in for each font where it is missing."""
    parts = document.part.package.iter_parts()
    (table,) = [part for part in parts if part.partname == PackURI("/word/fontTable.xml")]
    rows = "".join(_font_row(name, others) for name, others in OTHERS.items())
    table._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{_W}">{rows}</w:fonts>'
    ).encode()


def _font_row(name: str, others: Iterable[str]) -> str:
    chinese = not name.isascii()
    charset, family = ("86", "auto") if chinese else ("00", "roman")
    shown = html.escape(name)
    return (
        f'<w:font w:name="{shown}"><w:altName w:val="{html.escape(",".join(others))}"/>'
        f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>'
        "</w:font>"
    )


def _frame(document: WordDocument, paper: Paper) -> None:
    """Write the header, and the page number outside: right on odd pages, left on even ones."""
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].text = paper.header
        header.paragraphs[0].style = document.styles[STYLES["header"]]
    _number_page(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number_page(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _number_page(footer: _Footer, align: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = STYLES["footer"]
    paragraph.alignment = align
    paragraph.add_run("— ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" —")


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field, which Word computes, with what it shows until then."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(shown if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {text} "
            run._r.append(told)


_NOT_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
    "[个年项所人名万亿元倍余以上内下左右号〔分点"
)
_NOT_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥约超过于少逾第≥≤以〕"
"""Characters that begin and end no line: Word's own, the units and signs of numbers, and the words
of a bound, so that 7.3个百分点, 2020年, 90%以上, 不低于85% and 〔2023〕36号 stay whole without a
character between them that nobody sees. Word and WPS know this rule; LibreOffice (7.4) does not
read it."""


def _keep_numbers(document: WordDocument) -> None:
    """Let no line break divide a number from its unit, by Word's own rule for Chinese lines."""
    settings = document.settings.element
    before = settings.find(qn("w:characterSpacingControl"))
    for name, characters in (("Before", _NOT_FIRST), ("After", _NOT_LAST)):
        rule = OxmlElement(f"w:noLineBreaks{name}")
        rule.set(qn("w:lang"), "zh-CN")
        rule.set(qn("w:val"), characters)
        before.addnext(rule)
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")


def _set_compatible(document: WordDocument) -> None:
    """Ask Word for today's layout, not that of 2007; nothing is squeezed but punctuation."""
    settings = document.settings.element
    old = settings.find(qn("w:compat"))
    compat = OxmlElement("w:compat") if old is None else old
    if old is None:
        settings.append(compat)
    for child in list(compat):
        if child.get(qn("w:name")) == "compatibilityMode":
            compat.remove(child)
    setting = OxmlElement("w:compatSetting")
    setting.set(qn("w:name"), "compatibilityMode")
    setting.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
    setting.set(qn("w:val"), "15")
    compat.append(setting)
