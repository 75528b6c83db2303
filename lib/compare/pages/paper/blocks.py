"""The parts of a document: headings, paragraphs, pictures, tables. How they look is house style.

A brief is made of them, and so is a report that was a notebook; Word, PDF and HTML are
written from the same parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from compare.charts.chart import Chart
from compare.wording.catalogue import Lang


@dataclass(frozen=True)
class Run:
    """Words of one look.

    Attributes
    ----------
    text : str
        The words; a line break breaks the line.
    bold, italic, code, raised : bool
        How they look; raised is a number of a reference or a note.
    chinese : bool
        Whether they stay in Chinese on a page of another language.
    link : str
        An address outside, if they lead to one.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: bool = False
    chinese: bool = False
    link: str = ""


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Return words without any look of their own."""
    return (Run(text),)


def words_of(text: Iterable[Run]) -> str:
    """Return the words of a text alone."""
    return "".join(run.text for run in text)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3, with its number in its words where it has one."""

    level: int
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes
    ----------
    text : tuple of Run
        Its words.
    style : str
        body, byline (below the title), point (one of several findings), note (beside a table
        or picture), small (method and sources), code.
    """

    text: Text
    style: str = "body"


@dataclass(frozen=True)
class Item:
    """An item of a list; ``mark`` is its number or bullet, ``level`` how deep it lies."""

    text: Text
    mark: str = "•"
    level: int = 0


@dataclass(frozen=True)
class Picture:
    """A picture with its caption.

    Attributes
    ----------
    image : bytes
        PNG or SVG.
    alt : str
        Description for someone who cannot see it.
    caption : str
        Its caption, without its number.
    inches : float
        Width on paper.
    chart : Chart, optional
        What it was drawn from: Word then gets a chart that can be edited, where Office can
        draw it.
    notes : tuple of str
        Stand below it.
    """

    image: bytes = field(repr=False)
    alt: str
    caption: str
    inches: float
    chart: Chart | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table; it may reach over several columns."""

    text: Text
    span: int = 1


@dataclass(frozen=True)
class Line:
    """A row of a table; one that heads a group stays with the row below it."""

    cells: tuple[Cell, ...]
    heads_group: bool = False


@dataclass(frozen=True)
class Grid:
    """A table.

    Attributes
    ----------
    lines : tuple of Line
        Its rows.
    heads : int
        How many of them are the head, which stands on every page again.
    caption : str
        Its caption, without its number; none where it is empty.
    notes : tuple of Text
        Stand below it.
    """

    lines: tuple[Line, ...]
    heads: int = 1
    caption: str = ""
    notes: tuple[Text, ...] = ()

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max((sum(cell.span for cell in line.cells) for line in self.lines), default=0)


@dataclass(frozen=True)
class Rule:
    """A line across the page, before what is small."""


Block = Heading | Paragraph | Item | Picture | Grid | Rule


@dataclass(frozen=True)
class Paper:
    """A document.

    Attributes
    ----------
    title : str
        Its one title; a line break in it is one by sense.
    lang : {"zh", "en"}
        Language.
    blocks : tuple of Block
        What it consists of, in order.
    header : str
        Stands at the top of every page.
    contents : bool
        Whether a list of its headings follows its opening.
    subject : str
        What it is about, for the properties of the file.
    size : str
        The size of its text: plain, or one of those that the house style has.
    author : str
        Who sends it, for the properties of the file; of a brief nobody, where nobody is named.
    """

    title: str
    lang: Lang
    blocks: tuple[Block, ...]
    header: str = ""
    contents: bool = False
    subject: str = ""
    size: str = "plain"
    author: str = "compare-regions"

    @property
    def name(self) -> str:
        """Its title on one line."""
        return self.title.replace("\n", "" if self.lang == "zh" else " ")

    @property
    def opening(self) -> int:
        """How many paragraphs come first: the answer, before any list of contents."""
        others = (n for n, one in enumerate(self.blocks) if not isinstance(one, Paragraph))
        return next(others, len(self.blocks))

    @property
    def headings(self) -> list[Heading]:
        """Return its headings of the first two levels."""
        return [one for one in self.blocks if isinstance(one, Heading) and one.level < 3]


def cells_of(texts: Sequence[str]) -> tuple[Cell, ...]:
    """Return a row of plain cells."""
    return tuple(Cell(plain(text)) for text in texts)


def changed_runs(block: Block, change: Callable[[Run], Run]) -> Block:
    """Return a block with every run changed by a function."""

    def text(runs: Text) -> Text:
        return tuple(change(run) for run in runs)

    if isinstance(block, Heading | Paragraph | Item):
        return replace(block, text=text(block.text))
    if isinstance(block, Grid):
        return replace(
            block,
            lines=tuple(
                replace(line, cells=tuple(replace(c, text=text(c.text)) for c in line.cells))
                for line in block.lines
            ),
            notes=tuple(text(note) for note in block.notes),
        )
    return block
