"""Passages: the text cut into tables and sentences, each with the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHAPTER = r"第[一二三四五六七八九十]+[章节部篇]|[一二三四五六七八九十]{1,3}、"
_SECTION = r"\([一二三四五六七八九十]{1,3}\)"
_ITEM = r"\d{1,2}[.、](?!\d)"
_SUBITEM = r"\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]是"
_DASH = r"——|[●■◆▲]"
_LEVELS = tuple(
    re.compile(rf"\s*(?:{mark})\s*") for mark in (_CHAPTER, _SECTION, _ITEM, _SUBITEM, _DASH)
)
_RUN_IN = len(_LEVELS)
"""Level of a heading without a mark."""

_INSIDE = re.compile(rf"(?<=[。;;:\s])(?=(?:{_CHAPTER}|{_SECTION}|{_ITEM}|——)[^\s\d])")
"""Where a new item begins inside a line."""

_SENTENCE = re.compile(
    r"[^。!?\n]{1,1500}(?:[。!?]|$)|[^。!?\n]{1,1500}[,;、]|[^。!?\n]{1,1500}", re.MULTILINE
)
"""Whatever is longer is no sentence, and is cut, at a comma, so that no rule looks far."""
_LONGEST_TITLE = 38
_LONGEST_RUN_IN = 22
_TITLE_WORDS = re.compile(r"[。;!?]|\d%|达到|万")
_YEAR_TITLE = re.compile(r"^[^,。]{0,8}20\d{2}年[^,。]{0,12}[::]?$")
_YEAR_ALONE = re.compile(r"(?:到|至|力争到)?20\d{2}年(?:底|末)?(?:目标)?")
_YEAR_LEVEL = 3
"""A year alone on its line stands above the dashes that follow it."""
_MARKED_CELLS = re.compile(r"[^\S\t]*[|\t][^\S\t]*|[^\S\t]{4,}(?=\S)")
_FEWEST_CELLS = 3


@dataclass(frozen=True)
class Sentence:
    """One sentence of running text.

    Attributes
    ----------
    start, end : int
        Its place in the document.
    headings : tuple of str
        The titles above it, from the chapter down.
    paragraph : int
        Number of its paragraph: what a year may be carried within.
    """

    start: int
    end: int
    headings: tuple[str, ...]
    paragraph: int


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Rows:
    """The lines of one table.

    Attributes
    ----------
    rows : tuple of tuple of Cell
        Its cells.
    caption : str
        The line above it.
    headings : tuple of str
        The titles above it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    headings: tuple[str, ...]


def passages(text: str) -> Iterator[Sentence | Rows]:
    """Yield the sentences and tables of a text in its normal form, in order."""
    titles: dict[int, str] = {}
    table: list[tuple[Cell, ...]] = []
    caption, number = "", 0
    lines = list(_lines(text))
    for (start, line), (after, following) in zip(lines, [*lines, (0, "")][1:], strict=True):
        cells = _cells(line, start)
        if cells:
            table.append(cells)
            continue
        if table and _between_rows(line) and _cells(following, after):
            continue
        if table:
            yield Rows(tuple(table), caption, _path(titles))
            table = []
        if line.strip():
            caption = line.strip()
        for begin, part in _items(line, start):
            number += 1
            yield from _sentences(part, begin, titles, number)
    if table:
        yield Rows(tuple(table), caption, _path(titles))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _between_rows(line: str) -> bool:
    """Tell whether a line inside a table names a group of rows, or is empty."""
    return len(line.strip()) <= _LONGEST_RUN_IN and not re.search(r"[。;,:]", line)


def _cells(line: str, start: int) -> tuple[Cell, ...]:
    """Return the cells of a table row; none where the line is no such row."""
    if line.count("|") < 2 and line.count("\t") < 1 and not re.search(r"\S[^\S\t]{4,}\S", line):
        return ()
    if len(line) > 2000 or "。" in line[:-1]:
        return ()  # a paragraph that happens to hold a stroke
    cells, at = [], 0
    for separator in [*_MARKED_CELLS.finditer(line), None]:
        end = separator.start() if separator else len(line)
        part = line[at:end]
        lead = len(part) - len(part.lstrip())
        cells.append(Cell(part.strip(), start + at + lead))
        at = separator.end() if separator else end
    if line.lstrip().startswith("|"):
        cells = cells[1:]
    if line.rstrip().endswith("|"):
        cells = cells[:-1]
    enough = 2 if line.count("|") >= 2 or "\t" in line else _FEWEST_CELLS
    return tuple(cells) if sum(1 for cell in cells if cell.text) >= enough else ()


def _items(line: str, start: int) -> Iterator[tuple[int, str]]:
    at = 0
    for match in _INSIDE.finditer(line):
        yield start + at, line[at : match.start()]
        at = match.start()
    yield start + at, line[at:]


def _sentences(
    part: str, begin: int, titles: dict[int, str], number: int
) -> Iterator[Sentence | Rows]:
    found = [match for match in _SENTENCE.finditer(part) if match[0].strip()]
    if not found:
        return
    level, title = _heading(found[0][0], alone=len(found) == 1)
    if title:
        for deeper in [known for known in titles if known >= level]:
            del titles[deeper]
        titles[level] = title
    for match in found:
        yield Sentence(begin + match.start(), begin + match.end(), _path(titles), number)


def _heading(sentence: str, alone: bool) -> tuple[int, str]:
    """Return level and words of the heading that a sentence is; no words where it is none."""
    level = next((n for n, mark in enumerate(_LEVELS) if mark.match(sentence)), _RUN_IN)
    words = re.sub(r"[。:]+$", "", sentence.strip())
    if alone and _YEAR_ALONE.fullmatch(words):
        return _YEAR_LEVEL, words
    if alone and not sentence.rstrip().endswith(("。", ";", ",")) and len(words) <= _LONGEST_TITLE:
        is_title = not _TITLE_WORDS.search(words) or _YEAR_TITLE.match(words)
        return level, words if is_title else ""
    # a first sentence short and without any number names what the paragraph is about
    short = len(words) <= _LONGEST_RUN_IN + (4 if level < _RUN_IN else 0)
    plain = not re.search(
        r"\d", _LEVELS[level].sub("", words, count=1) if level < _RUN_IN else words
    )
    if short and plain and "," not in words and not alone:
        return level, words
    if level < _RUN_IN:
        head = re.match(r"[^,。:;]{2,30}", words)
        return level, head[0] if head else ""
    return level, ""


def _path(titles: dict[int, str]) -> tuple[str, ...]:
    return tuple(titles[level] for level in sorted(titles))
