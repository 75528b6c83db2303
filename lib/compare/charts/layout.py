"""The frame of every chart: title, subtitle, plot, note and source, measured and wrapped.

Text is measured with the font it is drawn in, so that nothing is cut off or overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from unicodedata import category, east_asian_width

from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.text import Text
from matplotlib.ticker import FixedLocator

from compare.charts.fonts import FAMILY, register_fonts
from compare.charts.style import INK, NEUTRAL, Size, least_text
from compare.glyphs import as_drawn

MARGIN = 0.12
"""White edge around a chart, in inches."""

LEADING = 1.35
"""Height of a line of text over its size."""

WORDS = "words"
"""What groups of words around a plot are called in an SVG: ``words-above``, ``words-below``."""

_TIGHTEST = 0.9
"""Part of the height that it needs in which a plot can still be read."""

_POINTS_PER_INCH = 72
_NOT_FIRST = ",，。;；:：、!！?？)）》”’〕】%％…"
"""Characters that Chinese typesetting does not leave at the head of a line."""

_NOT_LAST = "《(（“‘〔【"
"""Characters that it does not leave at the end of a line."""

_WITH_NUMBERS = "→–−≥≤"
"""Signs that stay with the numbers at their sides."""

_IN_WORDS = "’‐‑«»‹›„‚¿¡"
"""Apostrophes, hyphens and quotation marks that stay with the letters at their sides."""

_UNSPACED = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
"""Letters of Thai, Lao, Tibetan, Burmese and Khmer, which write no blanks between words."""

_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")

_HYPHENS = re.compile(r"(?<=\w[-‐])(?=\w)")

_HINTING = 0.985
"""Text drawn on a grid of pixels may be a little wider than its outlines."""


@dataclass(frozen=True)
class Words:
    """The words around a plot."""

    title: str
    subtitle: str
    note: str
    source: str


@dataclass(frozen=True)
class Box:
    """A rectangle on the figure, in inches from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in inches: of its characters, one after the other."""
    return _relative_width(text, bold) * points / _POINTS_PER_INCH


@lru_cache(maxsize=10_000)  # the sizes that are tried out measure the same words again
def _relative_width(text: str, bold: bool) -> float:
    """Return the width of a text, of its widest line, in parts of its size, as it is drawn."""
    lines = as_drawn(text).split("\n")
    return max(sum(_advance(character, bold) for character in line) for line in lines)


@cache
def _advance(character: str, bold: bool) -> float:
    """Return how far a character moves the pen, in parts of the size of text."""
    glyph = _font(bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / _MEASURED


@cache
def _font(bold: bool) -> FT2Font:
    register_fonts()
    named = FontProperties(family=FAMILY, weight="bold" if bold else "normal")
    font = FT2Font(findfont(named))
    font.set_size(_MEASURED, _POINTS_PER_INCH)
    return font


_MEASURED = 100
"""Size of text at which characters are measured."""


def fitting(texts: Iterable[str], width: float, points: float) -> float:
    """Return the size of text, at most the one given, at which every text fits a width."""
    widest = max((text_width(text, points) for text in texts), default=0.0)
    return points if widest <= width else points * width / widest


def widest_piece(text: str, points: float) -> float:
    """Return the width of the longest part of a text that no line break may divide."""
    return max((text_width(piece.rstrip(), points) for piece in _pieces(text)), default=0.0)


def wrap(
    text: str, width: float, points: float, *, bold: bool = False, lines: int | None = None
) -> list[str]:
    """Break text into lines no wider than a width in inches.

    Words of letters and numbers stay whole where a line can hold them, in every alphabet;
    Chinese and Japanese may break between any two characters, but closing punctuation does not
    begin a line, opening punctuation does not end one, and a number keeps the character behind
    it.

    Parameters
    ----------
    text : str
        The text.
    width : float
        Width of a line in inches.
    points : float
        Size of text.
    bold : bool
        Whether it is drawn bold.
    lines : int, optional
        Most lines: of a longer text the last one ends in an ellipsis.
    """
    whole = [*_wrapped(text, width, points, bold)]
    if lines is None or len(whole) <= lines:
        return whole
    last = whole[lines - 1]
    while last and text_width(last + _MORE, points, bold=bold) > width * _HINTING:
        last = last[:-1]
    return [*whole[: lines - 1], last.rstrip(_NOT_FIRST + _NOT_LAST + "、 ") + _MORE]


_SOURCES = 4
"""Most lines of sources below a picture."""

_DATED = re.compile(r" ?[(（][^()（）]*[0-9][^()（）]*[)）](?=[；;。.]|$)")
"""The number or the date of a document, behind its title."""


def _sources(text: str, width: float, points: float) -> list[str]:
    """Return sources; numbers and dates of documents are left out before any document is."""
    whole = wrap(text, width, points)
    if len(whole) <= _SOURCES:
        return whole
    return wrap(_DATED.sub("", text), width, points, lines=_SOURCES)


_MORE = "…"
"""What stands where a text goes on elsewhere."""


@lru_cache(maxsize=2**14)  # a layout is tried with the same labels again and again
def _wrapped(text: str, width: float, points: float, bold: bool) -> tuple[str, ...]:
    most = width * _HINTING * _POINTS_PER_INCH / points
    lines: list[str] = []
    for paragraph in text.split("\n") if text else []:
        line: list[str] = []
        taken = 0.0
        for piece in _narrow(_pieces(paragraph), most, bold):
            line.append(piece)
            if taken + _relative_width(piece.rstrip(), bold) > most:
                place = _break(line)
                lines.append("".join(line[:place]).rstrip())
                line = line[place:]
                taken = sum(_relative_width(kept, bold) for kept in line)
            else:
                taken += _relative_width(piece, bold)
        lines.append("".join(line).rstrip())
    return tuple(line for line in lines if line)


def _break(pieces: list[str]) -> int:
    """Return the last place, before the end, where a line may break."""
    for place in range(len(pieces) - 1, 0, -1):
        before, after = pieces[place - 1][-1], pieces[place][0]
        of_number = before.isdigit() and not after.isascii()  # 2020年
        if after not in _NOT_FIRST and before not in _NOT_LAST and not of_number:
            return place
    return len(pieces)


def framed_figure(
    words: Words, size: Size, plot_height: float | None = None, *, tallest: float = 0.0
) -> tuple[Figure, Box]:
    """Return a figure with its words drawn, and the box that is left for the plot.

    Parameters
    ----------
    words : Words
        The words around the plot.
    size : Size
        The page; its height is the most that the figure takes.
    plot_height : float, optional
        Height that the plot needs, in inches: a page gets no taller than that.
    tallest : float
        How tall, in inches, the figure may grow beyond its page rather than be unreadable.
    """
    around, size, box = _framed(words, size, plot_height, tallest)
    figure = Figure(figsize=(size.width, size.height))
    bottom, top = MARGIN, size.height - MARGIN
    for block in around:
        if block.above:
            top -= block.height
            _draw_block(figure, block, top)
    for block in reversed(around):
        if not block.above:
            _draw_block(figure, block, bottom)
            bottom += block.height
    return figure, box


def box_beside(
    words: Words, size: Size, plot_height: float | None = None, *, tallest: float = 0.0
) -> Box:
    """Return the box that :func:`framed_figure` leaves for the plot, without drawing anything."""
    return _framed(words, size, plot_height, tallest)[2]


def _framed(
    words: Words, size: Size, plot_height: float | None, tallest: float
) -> tuple[list[_Block], Size, Box]:
    """Return the words around a plot, the page that these and the plot need, and its box."""
    width = size.width - 2 * MARGIN
    around = [block for block in _blocks(words, size, width) if block.lines]
    beside = sum(block.height for block in around)
    taken = beside + 2 * MARGIN + 1.5 * _gap(size)
    if plot_height is not None:
        most = max(size.height, min(tallest, plot_height * _TIGHTEST + taken))
        size = replace(size, height=min(most, plot_height + taken))
    below = sum(block.height for block in around if not block.above)
    box = Box(MARGIN, MARGIN + below + _gap(size) / 2, width, size.height - taken)
    return around, size, box


@dataclass(frozen=True)
class _Block:
    """A paragraph around a plot, in lines."""

    lines: list[str]
    points: float
    above: bool
    bold: bool = False
    colour: str = NEUTRAL

    @property
    def height(self) -> float:
        return len(self.lines) * self.points * LEADING / _POINTS_PER_INCH


def _gap(size: Size) -> float:
    """Return the white space beside a plot, in inches."""
    return 1.2 * size.text / _POINTS_PER_INCH


def _blocks(words: Words, size: Size, width: float) -> list[_Block]:
    """Return the words around a plot, from top to bottom; the picture stays the larger part."""
    title, text, small = size.text * 1.3, size.text, least_text(size.text)
    return [
        _Block(
            wrap(words.title, width, title, bold=True, lines=3),
            title,
            above=True,
            bold=True,
            colour=INK,
        ),
        _Block(wrap(words.subtitle, width, text, lines=3), text, above=True),
        _Block(wrap(words.note, width, small, lines=6), small, above=False),
        _Block(_sources(words.source, width, small), small, above=False),
    ]


def _draw_block(figure: Figure, block: _Block, bottom: float) -> None:
    step = block.points * LEADING / _POINTS_PER_INCH
    for place, line in enumerate(reversed(block.lines)):
        _line(
            figure,
            line,
            bottom + place * step,
            block.points,
            bold=block.bold,
            colour=block.colour,
            name=f"{WORDS}-{'above' if block.above else 'below'}",
        )


def draw_substitutes(figure: Figure) -> None:
    """Give every text of a finished figure substitutes for what the font lacks, as measured."""
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        text.set_text(as_drawn(text.get_text()))
    for axes in figure.axes:
        _name_ticks(axes.xaxis)
        _name_ticks(axes.yaxis)


def _name_ticks(axis: Axis) -> None:
    """Do so for names at ticks, which an axis writes anew whenever it is drawn."""
    if not isinstance(axis.get_major_locator(), FixedLocator):
        return
    names = [label.get_text() for label in axis.get_ticklabels()]
    drawn = [as_drawn(name) for name in names]
    if drawn != names:
        axis.set_ticklabels(drawn)


@lru_cache(maxsize=2**12)
def _pieces(text: str) -> tuple[str, ...]:
    pieces: list[str] = []
    for character in text:
        joins = pieces and _of_word(character) and _of_word(pieces[-1][-1])
        if pieces and (joins or character == " " or _is_mark(character)):
            pieces[-1] += character
        else:
            pieces.append(character)
    return tuple(pieces)


def _narrow(pieces: Iterable[str], most: float, bold: bool) -> Iterator[str]:
    """Break pieces that no line can hold at their hyphens, and where that does not do anywhere."""
    for piece in pieces:
        if _relative_width(piece.rstrip(), bold) <= most:
            yield piece
            continue
        for part in _HYPHENS.split(piece):
            if _relative_width(part.rstrip(), bold) <= most:
                yield part
            else:
                yield from _letters(part)


def _letters(text: str) -> Iterator[str]:
    """Return characters, each with the marks that are drawn upon it."""
    letter = ""
    for character in text:
        if letter and not _is_mark(character):
            yield letter
            letter = ""
        letter += character
    yield letter


@cache
def _of_word(character: str) -> bool:
    """Tell whether a character belongs to a word that stays whole: a letter of any alphabet.

    Chinese and Japanese are no alphabets; Korean has blanks between its words.
    """
    if character.isascii():
        return not character.isspace()
    if character in _WITH_NUMBERS or character in _IN_WORDS:
        return True
    if category(character)[0] not in "LM" and not character.isdecimal():
        return False
    if _UNSPACED.match(character):
        return False
    return east_asian_width(character) not in "WF" or bool(_HANGUL.match(character))


def _is_mark(character: str) -> bool:
    """Tell whether a character is drawn upon the letter before it."""
    return category(character).startswith("M")


def _line(
    figure: Figure, text: str, bottom: float, points: float, *, bold: bool, colour: str, name: str
) -> None:
    width, height = figure.get_size_inches()
    figure.text(
        MARGIN / width,
        (bottom + 0.25 * points / _POINTS_PER_INCH) / height,
        text,
        fontsize=points,
        fontweight="bold" if bold else "normal",
        color=colour,
        va="baseline",
        parse_math=False,
        gid=f"{name}-{len(figure.texts)}",
    )
