"""The words of a slide: at the sizes at which they fit, and where they leave room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.shapes.autoshape import Shape
from pptx.util import Emu, Pt

from compare.charts.capacity import most_that_fit
from compare.charts.layout import Words
from compare.charts.office.area import Area
from compare.charts.office.colours import INK
from compare.charts.office.measure import line_count
from compare.charts.style import NEUTRAL, SIZES, least_text
from compare.wording.catalogue import Lang

LEAST_TEXT = least_text(SIZES["slide"].text)
"""Smallest text of a slide, in points."""

LEADING = 1.3
"""Height of a line of text over its size."""


_SIDE, TOP, _BOTTOM, GAP = 0.5, 0.4, 0.3, 0.12
"""Edges of a slide, and the space between its parts, in inches."""

_LEAST_PLOT = 2.0
"""Height that a chart has at least, in inches."""

LANGUAGES = {
    "zh": MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE,
    "en": MSO_LANGUAGE_ID.ENGLISH_US,
}

_WIDTH = SIZES["slide"].width - 2 * _SIDE


@dataclass(frozen=True)
class Block:
    """A paragraph at the size at which it fits."""

    text: str
    points: float
    lines: int
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """Height in inches."""
        return self.lines * self.points * LEADING / 72


@dataclass(frozen=True)
class Page:
    """The words of a slide at the sizes at which they fit, and where they leave room."""

    title: Block
    subtitle: Block
    below: list[Block]
    foot: float
    area: Area


def laid_out(words: Words) -> Page:
    """Return how the words of a chart stand on a slide."""
    grey = NEUTRAL.removeprefix("#")
    title = _fitted(words.title, (28, 24, 20, 18, 16), 2, bold=True)
    subtitle = _fitted(words.subtitle, (14, 12), 2, colour=grey)
    below = [
        _fitted(text, (LEAST_TEXT,), 2, colour=grey) for text in (words.note, words.source) if text
    ]
    top = TOP + title.height + GAP
    if words.subtitle:
        top += subtitle.height + GAP
    foot = SIZES["slide"].height - _BOTTOM - sum(block.height for block in below)
    area = Area(_SIDE, top, _WIDTH, max(_LEAST_PLOT, foot - GAP - top))
    return Page(title, subtitle, below, foot, area)


def _fitted(
    text: str, sizes: Sequence[float], most: int, *, colour: str = INK, bold: bool = False
) -> Block:
    """Return a paragraph at the first size that needs few enough lines.

    What needs more at the last size ends in an ellipsis; the speaker's notes have all of it.
    """
    for points in sizes:
        lines = line_count(text, _WIDTH, points, bold)
        if lines <= most:
            return Block(text, points, lines, colour, bold)
    kept = most_that_fit(
        len(text), lambda length: line_count(text[:length] + "…", _WIDTH, points, bold) <= most
    )
    return Block(text[:kept].rstrip("，；、,; ") + "…", points, most, colour, bold)


def write_words(shape: Shape, top: float, blocks: Sequence[Block], lang: Lang) -> None:
    """Put paragraphs on the slide, in a box of exactly their height."""
    area = Area(_SIDE, top, _WIDTH, sum(block.height for block in blocks))
    shape.left, shape.top, shape.width, shape.height = area.box
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM  # a line to spare is better above
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    for place, block in enumerate(blocks):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        paragraph.text = block.text
        paragraph.line_spacing = Pt(block.points * LEADING)  # fonts differ in their own
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(block.points), block.bold
            run.font.color.rgb = RGBColor.from_string(block.colour)
            run.font.language_id = LANGUAGES[lang]
