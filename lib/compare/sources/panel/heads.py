"""Heads of own tables: where the names stand, and what year, unit and name one holds.

毛入园率2019, 2019年毛入园率（%）, PCTPOVALL_2021 and "High school diploma only, 1970" are a name
and a year; 2019 alone is a year, whose column holds values of an indicator named elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from compare.ledger.names import normal_name
from compare.sources.panel.cells import (
    NOT_THERE,
    SUPPRESSED,
    has_decimal_commas,
    has_number_behind,
    is_spreadsheet_error,
    is_year,
    period_of,
    plain_text,
    stated,
)
from compare.sources.panel.eras import in_common_era
from compare.sources.panel.second_heads import below_codes, below_groups
from compare.sources.scan.find.quantities import UNIT

FIRST_ROWS = 40
"""How far down the head is looked for."""
_MANY_ROWS = 20_000
"""How far where so many rows hold no number."""

_YEAR = r"(?:1[89]|20)[0-9]{2}(?:\s?[/–—-]\s?(?:(?:1[89]|20)[0-9]{2}|[0-9]{2}))?(?![0-9])"
_CENTURY = r"(?:1[89]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9]"
_MONTH = (
    r"(?:jan(?:uary|uar|v|vier)?|feb(?:ruary|ruar|rero)?|févr(?:ier)?|mar(?:ch|s|zo)?|märz|"
    r"apr(?:il)?|avr(?:il)?|abr(?:il)?|may(?:o)?|mai|june?|juni?|juin|junio|july?|juli|juil(?:let)?|"
    r"julio|aug(?:ust)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|"
    r"nov(?:ember|embre|iembre)?|de[cz](?:ember)?|déc(?:embre)?|dic(?:iembre)?|ene(?:ro)?)"
)
"""Months in English, German, French and Spanish."""
_AT_START = re.compile(
    rf"(?<![0-9])({_YEAR})\s*(?:[学學]?年度?|년도?)?[\s_,:-]*(?P<name>.*)", re.DOTALL
)
_AT_END = re.compile(
    rf"(?P<name>.*?)[\s_,:(\[-]*(?<![0-9])({_YEAR})\s*(?:[学學]?年度?|년도?)?[)\]]?", re.DOTALL
)
_UNIT = re.compile(
    rf"(?P<name>.*?)\s*[(\[【](?:单位:?)?(?P<unit>{UNIT}|%|％|‰|percent|per cent|dollars|USD|"
    rf"US\$|[$€£¥]|EUR|GBP|years?|persons?|thousands?|millions?|billions?|'?000s?|人|元)[)\]】]\s*(?P<after>.*)",
    re.DOTALL | re.IGNORECASE,
)
_ENGLISH_UNITS = {"percent": "%", "per cent": "%", "％": "%", "prozent": "%", "number": "",
                  "anzahl": "", "no.": "", "count": "", "thousands": "thousand",
                  "millions": "million", "billions": "billion"}  # fmt: skip
_DATE = re.compile(
    rf"(?<![0-9])(?:(?:{_DAY}[./]){{1,2}}(?P<behind>{_CENTURY})|(?P<first>{_CENTURY})[-/]{_DAY}[-/]{_DAY}|"
    rf"(?P<chinese>{_CENTURY})年{_DAY}月(?:{_DAY}日)?(?:底|末)?|(?P<end>{_CENTURY})年(?:底|末|初)|"
    rf"(?:\b{_DAY}\.?\s+)?\b{_MONTH}\.?[\s,]+(?:{_DAY},?\s+)?(?P<named>{_CENTURY}))(?![0-9])",
    re.IGNORECASE,
)
"""A day or a month in a head, which is of its year: 31.12.2013, Dec 2013, 2013年末."""
_MARKED = re.compile(
    rf"(?<![0-9])({_CENTURY}(?:[/–—-][0-9]{{2}}(?:[0-9]{{2}})?)?)\s?"
    rf"(?:[*†‡#]+|[eprfb]|[0-9]\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=$|[\s,;)\]])",
    re.IGNORECASE,
)
"""A year with a footnote or a flag right behind it: 2020*, 2021e, 2020 1), 2020-21p."""
_REMARK = re.compile(
    r"\s*[(\[](?:rev\.?|revised|prov\.?|provisional|est\.?|estimated?|[epr]|(?:修订|初步|暂定|预计|快报|"
    r"初步统计)数?)[)\]]$",
    re.IGNORECASE,
)
"""What is said of the values of a year, behind it."""
_WORLD_BANK = re.compile(r"\s*\[YR[0-9]{4}\]$")
_KIND_OF_YEAR = re.compile(rf"\b(?:FY|SY|AY)[\s'_-]*(?={_CENTURY}(?![0-9]))", re.IGNORECASE)
"""What kind of year follows: FY2019, SY 2018-2019."""
_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_UNIT_ALONE = re.compile(r"[(（]?\s*(?:计量)?单位\s*[:：].*|[(（]?\s*units?\s*:.*", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:统计)?(?:指标|项目)(?:名称)?\s*[:：]\s*(?P<name>.*)|indicator\s*:\s*(?P<named>.*)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:数据库|数据集|时间|日期|公开日|公布日期|更新时间|地区|来源|数据来源|资料来源|频率|编号|data\s?base|"
    r"date|time|period|frequency|source|updated?|last updated|report generated on|stand|tabelle|"
    r"[\w-]+-tabelle)\s*[:：].*",
    re.IGNORECASE,
)
_UNIT_WORD = re.compile(
    rf"[(\[（]?(?:单位\s*[:：])?(?P<unit>{UNIT}|%|％|‰|percent|per cent|prozent|"
    rf"(?:tsd|mill|mio|mrd)\.? (?:eur|euro|usd)|eur|euro|usd|us\$|dollars|years?|"
    rf"jahre|persons?|personen|number|anzahl|no\.|count|人|元)[)\]）]?",
    re.IGNORECASE,
)
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
    label : str
        What the file calls the column beside its name, without year and unit: a variable's label.
    """

    letters: str
    text: str
    name: str
    year: int | None = None
    start: int | None = None
    unit: str = ""
    label: str = ""


def heads_of(texts: Sequence[str]) -> list[Head]:
    """Return the heads of columns, each name parsed."""
    return [_parsed(text, place) for place, text in enumerate(texts)]


_COLLAPSED = re.compile(r"\s*\([a-z]+\)\s.*|group\(.*\)")
"""What Stata writes as the label of a mean or a sum: the name again, and no words."""


def with_label(head: Head, label: str) -> Head:
    """Return a head with what the label of its variable says: a unit, and a name.

    Examples
    --------
    >>> (head,) = heads_of(["lit"])
    >>> told = with_label(head, "Literacy rate (%)")
    >>> told.name, told.label, told.unit
    ('lit', 'Literacy rate', '%')
    """
    if not label.strip() or _COLLAPSED.fullmatch(label):
        return head
    said = _parsed(label, 0)
    return replace(head, unit=head.unit or said.unit, label=said.name)


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


TARGET, PLANNED = "targets?|goals?", "(?:规划)?目标值?|规划值|计划值"
"""What the head of a column of targets says in its end, in English and in Chinese."""
_TARGET = re.compile(rf"(?<=[0-9年])\s*(?P<word>{PLANNED}|{TARGET})$", re.IGNORECASE)


def _parsed(text: str, place: int) -> Head:
    """Return a head parsed: a word behind its year that says target goes with the name."""
    found = _TARGET.search(text.strip())
    if found is None:
        return _parsed_plain(text, place)
    head = _parsed_plain(text.strip()[: found.start()], place)
    named = f"{head.name} {found['word']}".strip()
    return replace(head, text=text.strip(), name=named) if head.year else _parsed_plain(text, place)


def _parsed_plain(text: str, place: int) -> Head:
    letters = letters_of(place)
    common = text if text.isascii() else in_common_era(normal_name(text))
    dated = _KIND_OF_YEAR.sub("", _DATE.sub(_year_of_date, _unmarked(common)))
    name, unit = _with_unit_apart(_WORLD_BANK.sub("", normal_name(dated)))
    undated = _REMARK.sub("", name)
    for pattern in (_AT_START, _AT_END):
        if (found := pattern.fullmatch(undated)) and not _ends_in_limit(undated):
            try:
                start, year = period_of(found[1] if pattern is _AT_START else found[2])
            except ValueError:
                continue
            said = _closed(found["name"].strip(" _,:-"))
            return Head(letters, text.strip(), said, year, start, unit)
    return Head(letters, text.strip(), name, unit=unit)


def _ends_in_limit(name: str) -> bool:
    """Tell whether a name ends in a year by or since which something is: flats bound until 2019."""
    return any(found.end() == len(name) for found in _LIMIT.finditer(name))


def _with_unit_apart(name: str) -> tuple[str, str]:
    """Return what a head says without its unit, and the unit; empty where it says none."""
    if not (found := _UNIT.fullmatch(name)):
        return name, ""
    unit = _ENGLISH_UNITS.get(found["unit"].casefold(), found["unit"])
    return " ".join(part for part in (found["name"], found["after"]) if part), unit


def _closed(name: str) -> str:
    """Return a name whose last bracket lost its end with the year: Rate (both sexes, 2018)."""
    for begin, end in ("()", "[]"):
        if name.count(begin) > name.count(end):
            return name + end
    return name


def undated(head: Head) -> Head:
    """Return a head whose year is a part of its name, and not that of its values."""
    name, unit = _with_unit_apart(normal_name(head.text))
    return Head(head.letters, head.text, name, unit=unit)


_WITHIN = re.compile(rf"(?<![0-9])(?P<year>{_CENTURY}(?:[/–-][0-9]{{2,4}})?)(?![0-9])")
_FEWEST_OF_A_KIND = 3
"""Of fewer columns that differ by a year within alone, it may be that of a base or of prices."""


def dated_within(heads: Sequence[Head]) -> list[Head]:
    """Return heads with the year that stands within them, where many differ by it alone.

    Examples
    --------
    >>> found = dated_within(heads_of(["rate_2019_boys", "rate_2020_boys", "rate_2021_boys"]))
    >>> found[0].name, [head.year for head in found]
    ('rate_boys', [2019, 2020, 2021])
    """
    split: dict[str, tuple[str, int | None, int]] = {}
    for head in heads:
        years = list(_WITHIN.finditer(head.text))
        if head.year is None and len(years) == 1:
            try:
                start, year = period_of(years[0]["year"])
            except ValueError:
                continue
            split[head.letters] = (_without(head.text, years[0]), start, year)
    kinds = Counter(name for name, _, _ in split.values())
    times = {(name, year) for name, _, year in split.values()}
    alike = {
        name
        for name, number in kinds.items()
        if number >= _FEWEST_OF_A_KIND and sum(one == name for one, _ in times) == number
    }
    return [
        _of_year(head, *split[head.letters]) if split.get(head.letters, ("",))[0] in alike else head
        for head in heads
    ]


def _without(text: str, year: re.Match[str]) -> str:
    """Return a head without the year within it, and with what joins its words once."""
    before, behind = text[: year.start()], text[year.end() :]
    joint = re.match(r"[\s_-]*", behind)
    rest = behind[joint.end() :] if joint else behind
    return f"{before.rstrip(' _-')}{joint[0][:1] if joint and before.strip(' _-') else ''}{rest}"


def _of_year(head: Head, name: str, start: int | None, year: int) -> Head:
    said, unit = _with_unit_apart(normal_name(name))
    return replace(head, name=said, year=year, start=start, unit=unit or head.unit)


_CITED = re.compile(rf"[(\[][^()\[\]]*[^\W0-9_]{{2}}[^()\[\]]*[,;]\s*{_CENTURY}[)\]]$")


def may_be_cited(head: Head) -> bool:
    """Tell whether the year of a head may be that of its source: (Smith and Jones, 2018)."""
    return bool(_CITED.search(head.text))


def without_unit(name: str) -> tuple[str, str]:
    """Return the name of an indicator without the unit that it says, and that unit.

    Examples
    --------
    >>> without_unit("毛入园率(%)"), without_unit("Pupils"), without_unit("Share 2020 (%)")
    (('毛入园率', '%'), ('Pupils', ''), ('Share 2020 (%)', ''))
    """
    head = _parsed(name, 0)
    says_it = bool(head.unit and head.name and head.year is None)
    return (head.name, head.unit) if says_it else (name, "")


def _unmarked(text: str) -> str:
    """Return a head without the marks behind its years; ¹ would be a digit of 2013¹."""
    return _MARKED.sub(r"\1", text)


def _year_of_date(found: re.Match[str]) -> str:
    return str(next(filter(None, found.groups())))


def years_within(text: str) -> set[int]:
    """Return the years that a text names, wherever they stand, but for one that is a limit.

    Examples
    --------
    >>> years_within("Pupils 2019 total"), years_within("Housing bound until 2019")
    ({2019}, set())
    """
    return {int(year) for year in _ANY_YEAR.findall(_LIMIT.sub("", text))}


_LIMIT = re.compile(
    rf"\b(?:until|till|since|before|after|from|bis|seit|vor|nach|ab|jusqu['’]en|depuis|avant|après|"
    rf"d['’]ici|hasta|desde|até|截至)\s*{_CENTURY}(?![0-9])|{_CENTURY}年?(?:以来|以前|以后|前|后|之前|之后)",
    re.IGNORECASE,
)
"""A year by or since which something is: no year of the values."""


def caption_unit(title: str) -> str:
    """Return the one unit that a caption says: 单位：%; empty where it names several."""
    found = _CAPTION.search(title)
    return found[1].replace("％", "%") if found else ""


def is_unit_alone(title: str) -> bool:
    """Tell whether a line above the head says a unit and nothing else: 单位：%."""
    return bool(_UNIT_ALONE.fullmatch(title.strip()))


def is_bracketed(title: str) -> bool:
    """Tell whether a line above the head is all in brackets: a remark on the line before it."""
    return bool(re.fullmatch(r"[(（\[【].*[)）\]】]", title.strip()))


def named_in(title: str) -> str:
    """Return the indicator that a line above the head names as such: 指标：年末常住人口(万人)."""
    found = _NAMED.fullmatch(title.strip())
    return (found["name"] or found["named"] or "").strip() if found else ""


def is_about(title: str) -> bool:
    """Tell whether a line above the head is of the data base, the time or the source."""
    return bool(_ABOUT.fullmatch(title.strip()))


def year_in(text: str) -> tuple[int, int | None] | None:
    """Return the one year or period that a title names, and where it begins; None without."""
    (head,) = heads_of([text])
    if head.year is not None:
        return head.year, head.start
    years = years_within(text)
    return (years.pop(), None) if len(years) == 1 else None


Before = list[tuple[int, str, str]]


def split_grid(records: list[list[str]]) -> tuple[list[Head], Before, int] | None:
    """Return the heads of a grid, the rows above its body, and where the body begins.

    The first row with a number that is no year begins the body, but for one of numbers of
    columns, and for one of names with a number among them (1, 2, 6 und mehr); the rows right
    above it, without blank rows between, are the head: one, or several where the first cell of
    all but one is empty; or a second one below groups or codes (``second_heads``).
    """
    first = records[:FIRST_ROWS]
    body = _first_of_body(first)
    if not body:  # the first regions have no value at all
        first = records[:_MANY_ROWS]
        body = _first_of_body(first)
    if not body:
        return None
    numbered = next((place for place in range(body) if _are_numbers_of_columns(first[place])), 0)
    body = numbered or _with_labels(first, body)  # behind numbers of columns, all is body
    while body and not numbered and _filled(first[body - 1]) == 0:
        body -= 1  # blank rows below the names
    top = body
    while top and _filled(first[top - 1]) > 1:
        top -= 1
    if top == body:
        return None
    while body - top > 1 and (_is_title(first[top]) or _is_narrow(first[top], first[top + 1])):
        top += 1
    count = _depth(first[top:body])
    block, labels = _with_second(first, top, count, body)
    count = len(block) + bool(labels)
    units = _units(block)
    names = _joined(block[:-1] if units else block)
    width = max(map(len, block))
    names += [""] * (width - len(names))
    while names and not names[-1]:
        names.pop()
    before: Before = [
        (row + 1, "title", " ".join(cell.strip() for cell in first[row] if cell.strip()))
        for row in range(top)
        if any(cell.strip() for cell in first[row])
    ]
    while top + count < len(first) and _are_numbers_of_columns(first[top + count]):
        count += 1
    before += [(top + row + 1, "head", "") for row in range(count)]
    heads = heads_of(names)
    if units:
        heads = [replace(head, unit=head.unit or units[place]) if place < len(units) else head
                 for place, head in enumerate(heads)]  # fmt: skip
    return _labelled(heads, labels), before, top + count


def _with_second(
    first: list[list[str]], top: int, count: int, body: int
) -> tuple[list[list[str]], list[str]]:
    """Return the rows of a head, with a second one below groups, or with the labels of codes."""
    block = first[top : top + count]
    if count > 1 or top + count >= body or body >= len(first):
        return block, []
    (upper,), lower = block, first[top + 1]

    def is_value(cell: str) -> bool:
        return _is_value(plain_text(cell))

    if second := below_groups(upper, lower, first[body:], is_value):
        return [upper, second], []
    if body == top + 2:
        return block, below_codes(upper, lower, first[body:], is_value)
    return block, []


def _labelled(heads: Sequence[Head], labels: Sequence[str]) -> list[Head]:
    """Return heads with the label that stands below each of them."""
    told = [*labels, *[""] * len(heads)]
    return [with_label(head, label) for head, label in zip(heads, told, strict=False)]


_TABLE = re.compile(r"(?:table|tab\.?|tabelle|tableau|表)\s*[\w.-]*", re.IGNORECASE)


def _is_title(row: Sequence[str]) -> bool:
    """Tell whether a row right above the names is a title in a few cells: Table | 6. State-wise."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return not row[0].strip() and len(cells) < 5 and bool(_TABLE.fullmatch(cells[0]))


def _is_narrow(row: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row is a title that stands in fewer cells than the names below it.

    T07 | Enrolment in primary education, above Region | | Year | Series | Value: both begin in
    the first column, so that neither is the other's second row.
    """
    said = _filled(row)
    begins = bool(row[0].strip() and below and below[0].strip())
    return (
        begins
        and all(cell.strip() for cell in row[:said])
        and said <= _NARROW
        and said * 2 <= _filled(below)
    )


_NARROW = 2
"""A title stands in so many cells at most: its number, and what it says."""


def _first_of_body(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the first row of the body: the first with values, unless names stand below it."""
    data = [
        place for place, row in enumerate(rows)
        if _is_data(row) and not _are_numbers_of_columns(row)
    ]  # fmt: skip
    if data and _has_no_number(rows[data[0]]) and not any(map(_has_several, rows[: data[0]])):
        data = data[1:]  # columns that are called A, B, C, or none: c stands for what is withheld
    if not data:  # the values stand in the first column
        data = [place for place, row in enumerate(rows) if _has_several(row) and _holds(row[0])]
    if not data:
        return None
    begins = next((place for place in data if rows[place][0].strip()), data[0])
    between = rows[data[0] : begins]
    names_below = any(_filled(row) > 1 and not _is_data(row) for row in between)
    return begins if names_below and not any(row[0].strip() for row in between) else data[0]


def _with_labels(rows: Sequence[Sequence[str]], body: int) -> int:
    """Return where the body begins, with the labels of groups that stand between it and the head.

    Such a row has its first cell alone: North, above the regions of the north.
    """
    first = body
    while first and _filled(rows[first - 1]) == 1 and rows[first - 1][0].strip():
        first -= 1
    return first if first and _filled(rows[first - 1]) > 1 else body


def _are_numbers_of_columns(row: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns: 1, 2, 3."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return len(cells) > 2 and cells == [str(place) for place in range(1, len(cells) + 1)]


def _units(block: Sequence[Sequence[str]]) -> list[str]:
    """Return the units that the last row of a head says, and nothing but them; else nothing."""
    cells = [plain_text(cell) for cell in block[-1]]
    found = [_UNIT_WORD.fullmatch(cell) if cell else None for cell in cells]
    if len(block) < 2 or any(cell and not one for cell, one in zip(cells, found, strict=True)):
        return []
    said = [one["unit"] if one else "" for one in found]
    return [_ENGLISH_UNITS.get(unit, unit) for unit in said]


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _is_data(row: Sequence[str]) -> bool:
    cells = [plain_text(cell) for cell in row if cell.strip()]
    return len(cells) > 1 and any(map(_is_value, cells[1:] if len(cells) > 1 else cells))


def _has_several(row: Sequence[str]) -> bool:
    return _filled(row) > 1


def _holds(cell: str) -> bool:
    """Tell whether a cell holds a number, and no mark in the place of one."""
    plain = plain_text(cell)
    return any(map(str.isdecimal, plain)) and _is_value(plain)


def _has_no_number(row: Sequence[str]) -> bool:
    return not any(map(_holds, row))


def _is_value(cell: str) -> bool:
    if cell in SUPPRESSED or cell in NOT_THERE:
        return True
    if has_number_behind(cell) or is_spreadsheet_error(cell):
        return True  # refused where it stands, below the head
    try:
        stated(cell, comma=has_decimal_commas([cell]))
    except ValueError:
        return False
    return not is_year(cell)


def _depth(rows: Sequence[Sequence[str]]) -> int:
    """Return how many of the rows above the first numbers are the head."""
    if not any(row and row[0].strip() for row in rows):
        return len(rows)  # no name stands above the first column
    depth = 1
    for upper, lower in pairwise(rows):
        if all(row and row[0].strip() for row in (upper, lower)):
            break
        depth += 1
    return depth


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of a head of several rows: merged cells are their first one's."""
    width = max(map(len, rows))
    spread = []
    for place, row in enumerate(rows):
        cells = [normal_name(_unmarked(cell)) for cell in row] + [""] * (width - len(row))
        if place < len(rows) - 1:
            below = rows[place + 1]
            for column in range(1, width):
                if not cells[column] and column < len(below) and below[column].strip():
                    cells[column] = cells[column - 1]
        spread.append(cells)
    return [_one_name(parts) for parts in zip(*spread, strict=True)]


def _one_name(parts: Sequence[str]) -> str:
    """Return the name of a column from its parts, without one that the next begins with.

    A year that a group of columns ends in, and no column below it names, is that of each.
    """
    said = list(dict.fromkeys(part for part in parts if part))
    *above, last = said or [""]
    dated = {place: apart for place, part in enumerate(above) if (apart := _year_apart(part))}
    if len(dated) == 1:
        ((place, (name, year)),) = dated.items()
        if not any(map(_ANY_YEAR.search, [*above[place + 1 :], last])):
            said = [*above[:place], name, *above[place + 1 :], f"{last} {year}"]
    return " ".join(
        one for place, one in enumerate(said) if not "".join(said[place + 1 :][:1]).startswith(one)
    )


def _year_apart(part: str) -> tuple[str, str] | None:
    """Return the name of a group that ends in a year, and that year; None of another."""
    found = _AT_END.fullmatch(_DATE.sub(_year_of_date, part))
    if found is None or not found["name"].strip(" _,:-") or _ends_in_limit(part):
        return None
    return found["name"], found[2]
