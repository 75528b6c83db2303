"""How many pages a document takes, before Word or Typst has set it: a little too many.

Lines are wrapped with the metrics of the font that is embedded, which is as wide as any that
stands in for it: Chinese is square in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.charts.chart import Chart
from compare.charts.layout import MARGIN, wrap
from compare.charts.style import size_named
from compare.pages.paper.blocks import (
    Block,
    Grid,
    Heading,
    Item,
    Line,
    Paper,
    Paragraph,
    Picture,
    Text,
    plain,
    words_of,
)
from compare.pages.paper.house import A4, MM_PER_INCH, SHEETS, Look, looks_of
from compare.pages.paper.widths import column_widths
from compare.wording.catalogue import Lang

_LONGER = {"zh": 1.0, "en": 0.97}
"""Part by which lines come out longer than measured: English text in a PDF is set smaller."""

_EDGE = 10.0
"""Points at the end of each page that are left for lines that come out longer."""

_PADDING = 3.0
"""Points above and below the words of a cell, with its line."""

_TOGETHER = 3
"""Rows of a table that stand below its head, before a page ends."""

_CELL_SIDES = 0.1
"""Inches at the sides of a cell."""


@dataclass(frozen=True)
class _Piece:
    """What stands on one page: its height in points, and whether the next one stays with it."""

    height: float
    together: bool = False


def pages_of(paper: Paper, *, less: float = 0.0) -> float:
    """Return how many pages a document takes; the last one in parts.

    Parameters
    ----------
    paper : Paper
        The document.
    less : float
        Points that are left free at the end of each page.
    """
    sheet = SHEETS[paper.lang]
    page = (sheet.height - sheet.top - sheet.bottom) / MM_PER_INCH * 72 - _EDGE - less
    pages, left = 0, page
    pieces = list(_pieces(paper))
    for place, piece in enumerate(pieces):
        needed = piece.height
        for before, after in zip(pieces[place:], pieces[place + 1 :], strict=False):
            if not before.together:
                break
            needed += after.height
        if needed > left and left < page:
            pages, left = pages + 1, page
        left -= piece.height
    return pages + 1 - left / page


def _pieces(paper: Paper) -> Iterator[_Piece]:
    looks = looks_of(paper.lang, paper.size)
    yield _paragraph(plain(paper.title), looks["title"], paper.lang)
    for block in paper.blocks:
        yield from _of_block(block, paper)


def _of_block(block: Block, paper: Paper) -> Iterator[_Piece]:
    lang, looks = paper.lang, looks_of(paper.lang, paper.size)
    if isinstance(block, Heading):
        yield _paragraph(block.text, looks[f"heading{block.level}"], lang)
    elif isinstance(block, Paragraph):
        yield _paragraph(block.text, looks[block.style], lang)
    elif isinstance(block, Item):
        yield _paragraph(block.text, looks["item"], lang, less=0.3 * (block.level + 1))
    elif isinstance(block, Picture):
        yield _Piece(_height(block) + looks["picture"].before, together=True)
        yield _paragraph(plain("9" * 4 + block.caption), looks["caption"], lang,
                         apart=bool(block.notes))  # fmt: skip
        for words in block.notes:
            yield _paragraph(plain(words), looks["note"], lang)
    elif isinstance(block, Grid):
        if block.caption:
            yield _paragraph(plain("9" * 4 + block.caption), looks["caption"], lang)
        yield from _lines(block, paper)
        for note in block.notes:
            yield _paragraph(note, looks["note"], lang)
    else:
        yield _Piece(looks["note"].line + looks["note"].after, together=True)


def _paragraph(
    text: Text, look: Look, lang: Lang, *, less: float = 0.0, apart: bool = True
) -> _Piece:
    words = "9" * round(2 * look.indent) + words_of(text)
    width = (A4.text_inches - less) / _LONGER[lang]
    count = len(wrap(words, width, look.points, bold=look.bold)) or 1
    height = look.before + count * look.line + look.after
    return _Piece(height, together=look.together and apart)


def _lines(grid: Grid, paper: Paper) -> Iterator[_Piece]:
    looks = looks_of(paper.lang, paper.size)
    widths = column_widths(grid, A4.text_inches, looks["cell"].points)
    for number, line in enumerate(grid.lines):
        look = looks["head" if number < grid.heads or line.heads_group else "cell"]
        count = max(_counts(line, widths, look, paper.lang), default=1)
        held = look.together or keeps_next(number, grid)
        yield _Piece(count * look.line + _PADDING, together=held)


def keeps_next(number: int, grid: Grid) -> bool:
    """Tell whether a row stays on the page of the next one.

    At least three stand below the head before a page ends, and two on the page after it, with
    the notes.
    """
    rows, place = len(grid.lines) - grid.heads, number - grid.heads
    ends = (rows - 2, rows - 1) if grid.notes else (rows - 2,)
    return place < min(_TOGETHER, rows) - 1 or place in ends


def _counts(line: Line, widths: list[float], look: Look, lang: Lang) -> Iterator[int]:
    place = 0
    for cell in line.cells:
        width = sum(widths[place : place + cell.span]) - _CELL_SIDES
        text = words_of(cell.text)
        yield sum(
            len(wrap(part, width / _LONGER[lang], look.points, bold=look.bold)) or 1
            for part in text.split("\n")
        )
        place += cell.span


def _height(picture: Picture) -> float:
    """Return the height of a picture in points, as it was drawn."""
    if picture.chart is None:
        return picture.inches * 72 * 0.7
    return drawn_height(picture.chart) * 72 * picture.inches / size_named(picture.chart.size).width


def drawn_height(chart: Chart) -> float:
    """Return the height in inches that a chart is drawn at, without its words."""
    size = size_named(chart.size)
    if chart.plot_height is None:
        return size.height
    tallest = max(size.height, size_named("page").height)  # many rows take more than half a page
    return min(tallest, chart.plot_height * size.text / 72 + 2 * MARGIN + 1.8 * size.text / 72)
