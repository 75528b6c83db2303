"""Heads of own tables: where the names stand, and what year, unit and name one holds.

毛入园率2019, 2019年毛入园率（%）, PCTPOVALL_2021 and "High school diploma only, 1970" are a name
and a year; 2019 alone is a year, whose column holds values of an indicator named elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.ledger.names import normal_name
from compare.sources.panel.cells import NOT_THERE, SUPPRESSED, period_of, plain_text, stated
from compare.sources.scan.find.quantities import UNIT

FIRST_ROWS = 40
"""How far down the head is looked for."""

_YEAR = r"(?:1[89]|20)[0-9]{2}(?:\s?[/–—-]\s?(?:(?:1[89]|20)[0-9]{2}|[0-9]{2}))?(?![0-9])"
_AT_START = re.compile(rf"(?<![0-9])({_YEAR})\s*(?:学?年度?)?[\s_,:-]*(?P<name>.*)", re.DOTALL)
_AT_END = re.compile(
    rf"(?P<name>.*?)[\s_,:(\[-]*(?<![0-9])({_YEAR})\s*(?:学?年度?)?[)\]]?", re.DOTALL
)
_UNIT = re.compile(
    rf"(?P<name>.*?)\s*[(\[](?:单位:?)?(?P<unit>{UNIT}|%|％|‰|percent|per cent|dollars|USD|US\$|"
    rf"years?|persons?|人|元)[)\]]\s*(?P<after>.*)",
    re.DOTALL | re.IGNORECASE,
)
_ENGLISH_UNITS = {"percent": "%", "per cent": "%", "％": "%"}
_REMARK = re.compile(
    r"\s*[(\[](?:rev\.?|revised|prov\.?|provisional|est\.?|estimated?|[epr]|(?:修订|初步|暂定|预计|快报|"
    r"初步统计)数?)[)\]]$",
    re.IGNORECASE,
)
"""What is said of the values of a year, behind it."""
_WORLD_BANK = re.compile(r"\s*\[YR[0-9]{4}\]$")
_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_UNIT_ALONE = re.compile(r"[(（]?\s*(?:计量)?单位\s*[:：].*|[(（]?\s*units?\s*:.*", re.IGNORECASE)
_CAPTION = re.compile(r"单位\s*[:：]\s*([^\s、，,;；。()（）]{1,8})\s*$")


@dataclass(frozen=True)
class Head:
    """A column's name.

    Attributes
    ----------
    letters : str
        The column as a spreadsheet names it.
    text : str
        The name as it stands there.
    name : str
        The name without year and unit; empty where it is a year alone.
    year, start : int or None
        The year it holds, and where its period begins.
    unit : str
        The unit it holds; empty where it says none.
    """

    letters: str
    text: str
    name: str
    year: int | None = None
    start: int | None = None
    unit: str = ""


def heads_of(texts: Sequence[str]) -> list[Head]:
    """Return the heads of columns, each name parsed."""
    return [_parsed(text, place) for place, text in enumerate(texts)]


def letters_of(place: int) -> str:
    """Return the letters of a column by its place, as a spreadsheet has them.

    Examples
    --------
    >>> letters_of(0), letters_of(25), letters_of(26), letters_of(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _parsed(text: str, place: int) -> Head:
    letters = letters_of(place)
    name, unit = _WORLD_BANK.sub("", normal_name(text)), ""
    if found := _UNIT.fullmatch(name):
        unit = _ENGLISH_UNITS.get(found["unit"].casefold(), found["unit"])
        name = " ".join(part for part in (found["name"], found["after"]) if part)
    undated = _REMARK.sub("", name)
    for pattern in (_AT_START, _AT_END):
        if found := pattern.fullmatch(undated):
            try:
                start, year = period_of(found[1] if pattern is _AT_START else found[2])
            except ValueError:
                continue
            return Head(letters, text.strip(), found["name"].strip(" _,:-"), year, start, unit)
    return Head(letters, text.strip(), name, unit=unit)


def caption_unit(title: str) -> str:
    """Return the one unit that a caption says: 单位：%; empty where it names several."""
    found = _CAPTION.search(title)
    return found[1].replace("％", "%") if found else ""


def is_unit_alone(title: str) -> bool:
    """Tell whether a line above the head says a unit and nothing else: 单位：%."""
    return bool(_UNIT_ALONE.fullmatch(title.strip()))


def year_in(text: str) -> tuple[int, int | None] | None:
    """Return the one year or period that a title names, and where it begins; None without."""
    (head,) = heads_of([text])
    if head.year is not None:
        return head.year, head.start
    years = set(_ANY_YEAR.findall(text))
    return (int(years.pop()), None) if len(years) == 1 else None


Before = list[tuple[int, str, str]]


def split_grid(records: list[list[str]]) -> tuple[list[Head], Before, int] | None:
    """Return the heads of a grid, the rows above its body, and where the body begins.

    The first row with a number that is no year begins the body; the rows right above it,
    without blank rows between, are the head: one, or two where the first cell of just one
    is empty.
    """
    first = records[:FIRST_ROWS]
    body = next((place for place, row in enumerate(first) if _is_data(row)), None)
    if not body:
        return None
    top = body
    while top and _filled(first[top - 1]) > 1:
        top -= 1
    if top == body:
        return None
    count = _depth(first[top:body])
    names = _joined(first[top : top + count])
    while names and not names[-1]:
        names.pop()
    before: Before = [
        (row + 1, "title", " ".join(cell.strip() for cell in first[row] if cell.strip()))
        for row in range(top)
        if any(cell.strip() for cell in first[row])
    ]
    before += [(top + row + 1, "head", "") for row in range(count)]
    return heads_of(names), before, top + count


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _is_data(row: Sequence[str]) -> bool:
    cells = [plain_text(cell) for cell in row if cell.strip()]
    return len(cells) > 1 and any(map(_is_value, cells[1:] if len(cells) > 1 else cells))


def _is_value(cell: str) -> bool:
    if cell in SUPPRESSED or cell in NOT_THERE:
        return True
    try:
        stated(cell)
    except ValueError:
        return False
    return not _is_year(cell)


def _is_year(cell: str) -> bool:
    try:
        _, year = period_of(cell)
    except ValueError:
        return False
    return 1800 <= year <= 2100


def _depth(rows: Sequence[Sequence[str]]) -> int:
    """Return how many of the rows above the first numbers are the head."""
    depth = 1
    for upper, lower in pairwise(rows):
        blank = [not (row and row[0].strip()) for row in (upper, lower)]
        if blank[0] == blank[1] and not (blank[1] and depth > 1):
            break
        depth += 1
    return depth


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of a head of several rows: merged cells are their first one's."""
    width = max(map(len, rows))
    spread = []
    for place, row in enumerate(rows):
        cells = [normal_name(cell) for cell in row] + [""] * (width - len(row))
        if place < len(rows) - 1:
            below = rows[place + 1]
            for column in range(1, width):
                if not cells[column] and column < len(below) and below[column].strip():
                    cells[column] = cells[column - 1]
        spread.append(cells)
    return [
        " ".join(dict.fromkeys(part for part in parts if part))
        for parts in zip(*spread, strict=True)
    ]
