"""A document for Word: the same parts, the same bytes."""

from __future__ import annotations

import io

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from compare.charts.office.package import steady
from compare.pages.paper.blocks import (
    Block,
    Grid,
    Heading,
    Item,
    Paper,
    Paragraph,
    Picture,
    Rule,
    Text,
    plain,
)
from compare.pages.paper.counting import Counter
from compare.pages.paper.house import LINE, looks_of
from compare.pages.paper.unbroken import unbroken, with_whole_numbers
from compare.pages.paper.word.contents import add_contents, anchor
from compare.pages.paper.word.drawings import add_drawing
from compare.pages.paper.word.grids import add_grid
from compare.pages.paper.word.runs import write_runs
from compare.pages.paper.word.template import STYLES, blank_document
from compare.wording.catalogue import say


def docx_of(paper: Paper) -> bytes:
    """Return a document as .docx."""
    document = blank_document(paper)
    writer = _Writer(document, paper)
    writer.write()
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


class _Writer:
    """Writes the parts of a document, one after the other."""

    def __init__(self, document: WordDocument, paper: Paper) -> None:
        self._document, self._paper, self._lang = document, paper, paper.lang
        self._counter, self._looks = Counter(paper.lang), looks_of(paper.lang, paper.size)
        self._place = 0

    def write(self) -> None:
        """Write the title and all parts."""
        self._add("title", plain(unbroken(self._paper.title)))
        for place, block in enumerate(self._paper.blocks):
            if place == self._paper.opening and self._paper.contents:
                self._contents()
            self._write(with_whole_numbers(block))

    def _write(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._add(block.style, block.text)
        elif isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Grid):
            self._grid(block)
        elif isinstance(block, Rule):
            self._rule()

    def _add(self, style: str, text: Text) -> WordParagraph:
        paragraph = self._document.add_paragraph(style=STYLES[style])
        write_runs(paragraph, text)
        return paragraph

    def _heading(self, block: Heading) -> None:
        paragraph = self._add(f"heading{block.level}", block.text)
        if block.level < 3:
            self._place += 1
            _bookmark(paragraph, anchor(self._place), self._place)

    def _item(self, block: Item) -> None:
        paragraph = self._add("item", (*plain(f"{block.mark}\t"), *block.text))
        size = self._looks["item"].points * 1.6
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Pt(size * (block.level + 1)), Pt(-size)
        form.tab_stops.add_tab_stop(Pt(size * (block.level + 1)))

    def _picture(self, block: Picture) -> None:
        paragraph = self._document.add_paragraph(style=STYLES["picture"])
        add_drawing(self._document, paragraph, block)
        if block.caption:
            told = self._add("caption", plain(unbroken(self._counter.figure(block.caption))))
            told.paragraph_format.keep_with_next = bool(block.notes)
            told.paragraph_format.space_before = Pt(0)
        for note in block.notes:
            self._add("note", plain(unbroken(note)))

    def _grid(self, block: Grid) -> None:
        if block.caption:
            self._add("caption", plain(unbroken(self._counter.table(block.caption))))
        add_grid(self._document, block, self._looks)
        if not block.notes:  # two tables that touch would be one
            self._add("note", ())
        for note in block.notes:
            self._add("note", note)

    def _rule(self) -> None:
        paragraph = self._add("note", ())
        paragraph.paragraph_format.keep_with_next = True  # what it divides is below it
        borders = OxmlElement("w:pBdr")
        edge = OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
        paragraph._p.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def _contents(self) -> None:
        if len(self._paper.headings) > 2:
            self._add("contents", plain(say("report-contents", self._lang)))
            add_contents(self._document, self._paper.headings)


def _bookmark(paragraph: WordParagraph, name: str, number: int) -> None:
    for kind in ("Start", "End"):
        mark = OxmlElement(f"w:bookmark{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "Start":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)
