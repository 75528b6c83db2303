"""Passages: the text cut into tables and sentences, each with the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.sources.scan.find.stacked import stacked_tables
from compare.sources.scan.find.table_rows import Cell, Rows, between_rows, cells_of, spaced_rows

_HAN = "[一二三四五六七八九十]"
_PART = rf"第{_HAN}+(?:章|篇|部分|部)"
_DIVISION = rf"第{_HAN}+节"
_CHAPTER = rf"{_HAN}{{1,3}}、"
_SECTION = rf"\({_HAN}{{1,3}}\)|(?:任务|工程|行动|举措|措施|项目|专栏|目标){_HAN}{{1,2}}[:、 ]"
_ITEM = r"\d{1,2}[.、](?!\d)|(?:任务|工程|行动|举措|措施|项目|专栏|目标)\s*\d{1,2}[:、. ]"
_SUBITEM = rf"\(\d{{1,2}}\)|[①-⑳]|{_HAN}是"
_DASH = r"——|[●▲◎○•★☆▪]"
_LEVELS = tuple(
    re.compile(rf"\s*(?:{mark})\s*")
    for mark in (_PART, _DIVISION, _CHAPTER, _SECTION, _ITEM, _SUBITEM, _DASH)
)
_BANNER = re.compile(r"\s*(?:[■◆▌▍◇]|【(?=[^】\n]{2,24}】))\s*")
"""A mark without a rank: it stands where it first appears, above whatever is numbered below."""
_ASIDE = re.compile(r"\d{1,2}月\d{1,2}日|^\W*(?:来源|摘自|发布时间)")
"""——2022年1月8日在…会议上 is no heading."""
_ADDRESS = re.compile(r"各位(?:代表|委员|同志|领导)?[、,]?(?:各位(?:委员|代表|同志))?[!:]")
"""各位代表! begins anew: what follows stands below the chapter alone."""
_BELOW_CHAPTER = 2.5
_LEAD = re.compile(r"\s*([\u4e00-\u9fff]{2,10}):(?=\s*\S)")
"""年度目标:… says what its own paragraph is."""
_RUN_IN = len(_LEVELS)
"""Level of a heading without a mark."""

_INSIDE = re.compile(
    rf"(?<=[。;;:\s])(?=(?:{_PART}|{_DIVISION}|{_CHAPTER}|{_SECTION}|{_ITEM}|——)[^\s\d])"
)
"""Where a new item begins inside a line."""

_SENTENCE = re.compile(
    r"[^。!?\n]{1,1500}(?:[。!?]|$)|[^。!?\n]{1,1500}[,;、]|[^。!?\n]{1,1500}", re.MULTILINE
)
"""Whatever is longer is no sentence, and is cut, at a comma, so that no rule looks far."""
_LONGEST_TITLE = 38
_LONGEST_RUN_IN = 22
_TITLE_WORDS = re.compile(
    r"[。;!?]|\d%|达到|万|\d[^\d,]{0,3}(?:所|[个名]学位|人|名|元|平方米|个百分点)$"
)
_YEAR_TITLE = re.compile(r"^[^,。]{0,8}20\d{2}年[^,。]{0,12}[::]?$")
_YEAR_ALONE = re.compile(r"(?:到|至|力争到)?20\d{2}年(?:底|末)?(?:目标)?")
_YEAR_LEVEL = _RUN_IN - 2
"""A year alone on its line stands above the dashes that follow it."""


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


def passages(text: str) -> Iterator[Sentence | Rows]:
    """Yield the sentences and tables of a text in its normal form, in order."""
    outline = _Outline()
    table: list[tuple[Cell, ...]] = []
    caption, number = "", 0
    lines = list(_lines(text))
    rows = spaced_rows(lines)
    stacked = {found.first: found for found in stacked_tables(lines, text)}
    done = -1
    for at, ((start, line), (after, following)) in enumerate(
        zip(lines, [*lines, (0, "")][1:], strict=True)
    ):
        if at <= done:
            continue
        cells = () if at in stacked else cells_of(line, start, spaced=at in rows)
        if cells:
            table.append(cells)
            continue
        if table and between_rows(line) and cells_of(following, after, spaced=at + 1 in rows):
            continue
        if table:
            yield Rows(tuple(table), caption, outline.path)
            table = []
        if at in stacked:
            yield Rows(stacked[at].rows, caption, outline.path)
            done = stacked[at].last
            continue
        if line.strip():
            caption = line.strip()
        for begin, part in _items(line, start):
            number += 1
            yield from _sentences(part, begin, outline, number)
    if table:
        yield Rows(tuple(table), caption, outline.path)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _items(line: str, start: int) -> Iterator[tuple[int, str]]:
    at = 0
    for match in _INSIDE.finditer(line):
        yield start + at, line[at : match.start()]
        at = match.start()
    yield start + at, line[at:]


class _Outline:
    """The titles that stand above a line, by level."""

    def __init__(self) -> None:
        self._titles: dict[float, str] = {}
        self._banner: float | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The titles in force, from the outermost down."""
        return tuple(self._titles[level] for level in sorted(self._titles))

    def enter(self, level: float | None, title: str) -> None:
        """Go on to a heading; a banner (no level) is deeper than what it first stands below."""
        if level is None:
            if self._banner is None:
                numbered = [known for known in self._titles if known < _RUN_IN]
                self._banner = max(numbered, default=-1) + 0.5
            level = self._banner
        self._titles = {known: words for known, words in self._titles.items() if known < level}
        if title:
            self._titles[level] = title


def _sentences(part: str, begin: int, outline: _Outline, number: int) -> Iterator[Sentence | Rows]:
    found = [match for match in _SENTENCE.finditer(part) if match[0].strip()]
    if not found:
        return
    level, title = _heading(found[0][0], alone=len(found) == 1)
    if title or level != _RUN_IN:
        outline.enter(level, title)
    above = outline.path
    for match in found:
        lead = _LEAD.match(match[0])
        if lead and lead[1] != title:
            above = (*outline.path, lead[1])
        yield Sentence(begin + match.start(), begin + match.end(), above, number)


def _heading(sentence: str, alone: bool) -> tuple[float | None, str]:
    """Return level and words of the heading that a sentence is; no words where it is none."""
    mark, level = _mark(sentence)
    words = re.sub(r"[。:]+$", "", sentence.strip())
    if _ADDRESS.fullmatch(sentence.strip()):
        return _BELOW_CHAPTER, ""
    if _ASIDE.search(words):
        return _RUN_IN, ""
    if alone and _YEAR_ALONE.fullmatch(words):
        return _YEAR_LEVEL, words
    if alone and not sentence.rstrip().endswith(("。", ";", ",")) and len(words) <= _LONGEST_TITLE:
        is_title = not _TITLE_WORDS.search(words) or _YEAR_TITLE.match(words)
        return level, words if is_title else ""
    # a first sentence short and without any number names what the paragraph is about
    bare = words[len(mark) :]
    short = len(words) <= _LONGEST_RUN_IN + (4 if mark else 0)
    if short and not re.search(r"\d", bare) and "," not in words and not alone:
        return level, words
    if mark:
        head = re.match(r"[^,。:;】]{2,30}", bare)
        return level, mark.strip(" 【") + _without_value(head[0]) if head else ""
    return level, ""


def _mark(sentence: str) -> tuple[str, float | None]:
    """Return the mark that a sentence begins with, and its level; a banner has none of its own."""
    if banner := _BANNER.match(sentence):
        return banner[0], None
    for level, pattern in enumerate(_LEVELS):
        if mark := pattern.match(sentence):
            return mark[0], level
    return "", _RUN_IN


def _without_value(head: str) -> str:
    """Return what stands before the first number: 达标率 of 达标率2023年达到85%."""
    return re.match(r"(?:[到至]?20\d{2}年)?\D*", head)[0]  # type: ignore[index]
