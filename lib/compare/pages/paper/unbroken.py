"""Numbers that no line break divides: 7.3个百分点, 2020年, 7.3 percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from compare.pages.paper.blocks import Block, Run, changed_runs

JOINER = "\ufeff"
"""Keeps two characters on a line and is not seen. Word knows this one and not U+2060, LibreOffice
and Typst know both: LibreOffice not between two Chinese characters."""

_BLANK = "\u00a0"

_UNITS = (
    "年", "月", "日", "个", "所", "项", "人", "名", "位", "万", "亿", "元", "小时", "分钟", "平方",
    "倍", "成", "级", "类", "地", "县", "号", "以上", "以内", "以下", "余", "左右", "％",
)  # fmt: skip

_CHINESE = re.compile(rf"(?<=[0-9%])(?=(?:{'|'.join(_UNITS)}))")
_BEFORE = re.compile(r"(?<=[第≥≤<>])(?=[0-9])")
_RANGE = re.compile(r"(?<=[0-9%])([–—−→/])(?=[0-9])|(?<=[−+])(?=[0-9])")
_BEHIND = "个百分点|以[上内下]|左右"
"""Words of several characters behind a number."""
_IN_FRONT = "不?[超低高少小大][过于]|至少|不足|[超逾约]"
"""The words of a bound in front of one."""
_FORM = (
    rf"((?:{_IN_FRONT})?)((?:[0-9]{{4}}、)?[0-9][0-9.,]*%%?)(%s)"
    rf"|({_IN_FRONT})(?=[0-9])([0-9][0-9.,]*%%?)"
)
"""A number with what stands behind it, or in front of it alone."""
_DAYS = ("年", "月", "日")
_HELD = re.compile(_FORM % "|".join([_BEHIND, *(unit for unit in _UNITS if unit not in _DAYS)]))
_DATED = re.compile(_FORM % "|".join([_BEHIND, *_UNITS]))
_YEARS = re.compile("(?<=[0-9]{4})、(?=[0-9]{4})")
"""Two years, which are one time: 2025、2027年."""
_DATE = re.compile(r"(?<![0-9/.-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9/-])")
"""A date of the year, the month and the day; in an address it stays as it is."""
_NUMBERED = re.compile(r"(?<=[\u4e00-\u9fff])〔([0-9]{4})〕([0-9]+)\ufeff?(?=号)")
"""The number of a document: 平政发〔2023〕36号."""
_ADDRESS = re.compile(r"(?<=http:)(?=//)|(?<=https:)(?=//)")
_ENGLISH = re.compile(
    r"(?<=[0-9]) "
    r"(?=(?:percentage|points?|pp|per|%|schools?|people|hours?|years?|million|billion)\b)"
)


def unbroken(text: str) -> str:
    r"""Return a text in which numbers stay with their units, signs and other ends.

    Examples
    --------
    >>> unbroken("低7.3个百分点").replace(JOINER, "|")
    '低7.3|个百|分|点'
    >>> unbroken("2025-04-08，不低于85%以上").replace(JOINER, "|")
    '2025|-|04|-|08，不|低|于|85%|以|上'
    >>> unbroken("up 7.3 percentage points").replace("\u00a0", "|")
    'up 7.3|percentage points'
    """
    text = _ENGLISH.sub(_BLANK, text)
    text = _CHINESE.sub(JOINER, "".join(words for words, _ in in_pieces(text)))
    text = _YEARS.sub(f"{JOINER}、{JOINER}", text)
    text = whole_dates(text)
    text = _ADDRESS.sub(JOINER, text)
    text = _BEFORE.sub(JOINER, text)
    return _RANGE.sub(lambda found: f"{JOINER}{found[1]}{JOINER}" if found[1] else JOINER, text)


def in_pieces(text: str, *, dated: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, and whether each is a number with its unit and bound.

    Such a part is whole: 不低于85%, 85%以上, 3所; and where it is asked for, a year with its 年.
    7.3个百分点 may go on behind 个: a line without it would be full of gaps.

    Examples
    --------
    >>> [words.replace(JOINER, "|") for words, _ in in_pieces("为不低于85%，高7.3个百分点")]
    ['为', '不|低|于|85%', '，高', '7.3|个百|分|点']
    >>> [words.replace(JOINER, "|") for words, _ in in_pieces("2020年为3所", dated=True)]
    ['2020|年', '为', '3|所']
    """
    place = 0
    for found in (_DATED if dated else _HELD).finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        parts = [found[1] or found[4] or "", found[3] or ""]
        before, behind = (JOINER.join(part).replace("个\ufeff百", "个百") for part in parts)
        number = _YEARS.sub(f"{JOINER}、{JOINER}", found[2] or found[5])
        yield JOINER.join(filter(None, (before, number, behind))), True
        place = found.end()
    if place < len(text):
        yield text[place:], False


def whole_dates(text: str) -> str:
    """Return a text in which dates and the numbers of documents stay whole."""
    text = _DATE.sub(rf"\1{JOINER}-{JOINER}\2{JOINER}-{JOINER}\3", text)
    return _NUMBERED.sub(rf"{JOINER}〔{JOINER}\1{JOINER}〕{JOINER}\2{JOINER}", text)


def with_whole_numbers(block: Block) -> Block:
    """Return a block in which no line break divides a number from its unit."""
    return changed_runs(block, _kept)


def _kept(run: Run) -> Run:
    return run if run.code or run.link else replace(run, text=unbroken(run.text))
