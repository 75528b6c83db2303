"""Tables in Word: heads on every page, groups with their rows, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.table import Table, _Cell

from compare.pages.paper.blocks import Grid, Line
from compare.pages.paper.house import A4, LINE, SHADE, Look
from compare.pages.paper.pages import keeps_next
from compare.pages.paper.widths import column_widths
from compare.pages.paper.word.runs import write_runs
from compare.pages.paper.word.template import STYLES


def add_grid(document: WordDocument, grid: Grid, looks: Mapping[str, Look]) -> None:
    """Add a table to the end of a document."""
    widths = column_widths(grid, A4.text_inches, looks["cell"].points)
    table = document.add_table(rows=0, cols=grid.columns)
    table.autofit = False
    _line(table)
    _describe(table, grid.caption)
    for place, width in enumerate(widths):
        table.columns[place].width = Inches(width)
    for number, line in enumerate(grid.lines):
        held = keeps_next(number, grid)
        _add_line(table, line, number < grid.heads, widths, held=held)


def _add_line(table: Table, line: Line, is_head: bool, widths: list[float], *, held: bool) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    place = 0
    for cell in line.cells:
        end = min(place + cell.span, len(widths)) - 1
        here = row.cells[place] if end <= place else row.cells[place].merge(row.cells[end])
        here.width = Inches(sum(widths[place : end + 1]))
        paragraph = here.paragraphs[0]
        bold = is_head or line.heads_group
        paragraph.style = STYLES["head" if bold else "cell"]
        paragraph.paragraph_format.keep_with_next = True if bold or held else None
        write_runs(paragraph, cell.text, narrow=not bold)
        if bold:
            _shade(here)
        place = end + 1


def _line(table: Table) -> None:
    """Draw pale lines between rows, stronger ones above and below, and none at the sides."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side, width in (("top", 8), ("bottom", 8), ("insideH", 4)):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(width)), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 25), ("left", 70), ("bottom", 25), ("right", 70)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(margins)


def _describe(table: Table, caption: str) -> None:
    """Say for someone who cannot see the table what it is."""
    if caption:
        told = OxmlElement("w:tblCaption")
        told.set(qn("w:val"), caption)
        table._tbl.tblPr.append(told)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
