"""Words in Word: bold, raised, in Chinese on an English page, or leading to an address."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from compare.glyphs import printable
from compare.pages.paper.blocks import Run, Text
from compare.pages.paper.unbroken import JOINER, in_pieces, whole_dates


def write_runs(paragraph: Paragraph, text: Text, *, narrow: bool = False) -> None:
    """Add words to a paragraph; in a narrow one years are held with their 年, too."""
    for run in text:
        for words, is_held in _pieces(run, narrow):
            written = paragraph.add_run()
            _write(written, words)
            _style(written, run)
            if is_held:
                _mark_held(written)
            if run.link:
                _link(paragraph, written, run)


def _pieces(run: Run, narrow: bool) -> Iterator[tuple[str, bool]]:
    """Yield the words of a run in pieces, and whether each is one that LibreOffice must hold.

    What must stay together Word has a rule for, and WPS. They have none for a raised number,
    which stays with the word before it, nor LibreOffice for dates, the numbers of documents and
    the words of a bound.
    """
    words = printable(run.text)
    if run.code or run.link or run.raised:
        yield words if run.raised else words.replace(JOINER, ""), False
        return
    for piece, is_held in in_pieces(words.replace(JOINER, ""), dated=narrow):
        yield whole_dates(piece), is_held


def _write(written: WordRun, words: str) -> None:
    """Write words; a line break in them breaks the line."""
    for place, line in enumerate(words.split("\n")):
        if place:
            written.add_break()
        if line:
            written.add_text(line)


def _style(written: WordRun, run: Run) -> None:
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


def _mark_held(written: WordRun) -> None:
    """Have LibreOffice hold words: among words that are marked as Chinese no joiner holds."""
    properties = written._r.get_or_add_rPr()
    for told in properties.findall(qn("w:lang")):
        properties.remove(told)
    told = OxmlElement("w:lang")
    for name in ("val", "eastAsia"):
        told.set(qn(f"w:{name}"), "en-US")
    properties.append(told)


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
