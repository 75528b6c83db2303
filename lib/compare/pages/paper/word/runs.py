"""Words in Word: bold, raised, in Chinese on an English page, or leading to an address."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from compare.glyphs import printable
from compare.pages.paper.blocks import Run, Text
from compare.pages.paper.unbroken import JOINER


def write_runs(paragraph: Paragraph, text: Text) -> None:
    """Add words to a paragraph."""
    for run in text:
        written = paragraph.add_run(printable(run.text).replace(JOINER, ""))  # Word has a rule
        if run.bold:
            written.bold = True
        if run.italic:
            written.italic = True
        if run.raised:
            written.font.superscript = True
        if run.code:
            written.font.name = "Courier New"
        if run.chinese:
            _mark_chinese(written)
        if run.link:
            _link(paragraph, written, run)


def _mark_chinese(written: WordRun) -> None:
    """Have the words read, and drawn with the font, of Chinese: quotation marks included."""
    properties = written._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "zh-CN")
    told.set(qn("w:eastAsia"), "zh-CN")
    properties.append(told)


def _link(paragraph: Paragraph, written: WordRun, run: Run) -> None:
    place = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), place)
    paragraph._p.append(link)
    link.append(written._r)
