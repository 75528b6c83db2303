"""Words in Word: bold, raised, in Chinese on an English page, or leading to an address."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from compare.glyphs import printable
from compare.pages.paper.blocks import Run, Text
from compare.pages.paper.unbroken import JOINER, whole_dates


def write_runs(paragraph: Paragraph, text: Text) -> None:
    """Add words to a paragraph."""
    for run in text:
        written = paragraph.add_run()
        _write(written, run)
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


def _write(written: WordRun, run: Run) -> None:
    """Write the words of a run; a line break in it breaks the line.

    What must stay together Word has a rule for. It has none for a raised number, which stays
    with the word before it, nor LibreOffice for dates and the numbers of documents.
    """
    words = printable(run.text)
    if not run.raised:
        words = words.replace(JOINER, "")
    if not (run.code or run.link or run.raised):
        words = whole_dates(words)
    for place, line in enumerate(words.split("\n")):
        if place:
            written.add_break()
        if line:
            written.add_text(line)


def _mark_chinese(written: WordRun) -> None:
    """Have the words read, and drawn with the font, of Chinese: quotation marks included."""
    properties = written._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
    told = OxmlElement("w:lang")
    told.set(qn("w:eastAsia"), "zh-CN")  # numbers and addresses among them are broken as others
    properties.append(told)


def _link(paragraph: Paragraph, written: WordRun, run: Run) -> None:
    place = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), place)
    paragraph._p.append(link)
    link.append(written._r)
