"""Numbers that no line break divides: 7.3个百分点, 2020年, 7.3 percentage points."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.pages.paper.blocks import Block, Run, changed_runs

JOINER = "\ufeff"
"""Keeps two characters on a line and is not seen. Word knows this one and not U+2060, LibreOffice
and Typst know both; U+200D, which Word offers, is nothing to LibreOffice."""

_BLANK = "\u00a0"

_UNITS = (
    "年", "月", "日", "个", "所", "项", "人", "名", "位", "万", "亿", "元", "小时", "分钟", "平方",
    "倍", "成", "级", "类", "地", "县", "号", "以上", "以内", "以下", "余", "左右", "％",
)  # fmt: skip

_CHINESE = re.compile(rf"(?<=[0-9%])(?=(?:{'|'.join(_UNITS)}))")
_BEFORE = re.compile(r"(?<=[约第≥≤<>])(?=[0-9])")
_RANGE = re.compile(r"(?<=[0-9%])([–—−→/])(?=[0-9])|(?<=[−+])(?=[0-9])")
_WORDS = re.compile(
    r"(?<=[0-9%]\ufeff)(?:个百分点|以[上内下]|左右)"
    r"|(?:不?[超低高少小大][过于]|至少|不足|超|逾)(?=[0-9])"
)
"""A word of several characters behind a number, and the words of a bound before one."""
_DATE = re.compile(r"(?<![0-9/.-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9/-])")
"""A date of the year, the month and the day; in an address it stays as it is."""
_NUMBERED = re.compile(r"(?<=[\u4e00-\u9fff])〔([0-9]{4})〕([0-9]+)\ufeff?(?=号)")
"""The number of a document: 平政发〔2023〕36号."""
_ADDRESS = re.compile(r"(?<=http:)(?=//)|(?<=https:)(?=//)")
_ENGLISH = re.compile(
    r"(?<=[0-9]) (?=(?:percentage|points?|per|%|schools?|people|hours?|years?|million|billion)\b)"
)


def unbroken(text: str) -> str:
    r"""Return a text in which numbers stay with their units, signs and other ends.

    Examples
    --------
    >>> unbroken("低7.3个百分点").replace(JOINER, "|")
    '低7.3|个|百|分|点'
    >>> unbroken("2025-04-08，不低于85%以上").replace(JOINER, "|")
    '2025|-|04|-|08，不|低|于|85%|以|上'
    >>> unbroken("up 7.3 percentage points").replace("\u00a0", "|")
    'up 7.3|percentage points'
    """
    text = _ENGLISH.sub(_BLANK, text)
    text = _CHINESE.sub(JOINER, text)
    text = _WORDS.sub(_whole, text)
    text = whole_dates(text)
    text = _ADDRESS.sub(JOINER, text)
    text = _BEFORE.sub(JOINER, text)
    return _RANGE.sub(lambda found: f"{JOINER}{found[1]}{JOINER}" if found[1] else JOINER, text)


def _whole(found: re.Match[str]) -> str:
    """Return a word in one, and with the number that follows it."""
    joined = JOINER.join(found[0])
    return joined if found[0].endswith(_ENDS) else joined + JOINER


_ENDS = ("点", "上", "内", "下", "右")
"""How words behind a number end."""


def whole_dates(text: str) -> str:
    """Return a text in which dates and the numbers of documents stay whole."""
    text = _DATE.sub(rf"\1{JOINER}-{JOINER}\2{JOINER}-{JOINER}\3", text)
    return _NUMBERED.sub(rf"{JOINER}〔{JOINER}\1{JOINER}〕{JOINER}\2{JOINER}", text)


def with_whole_numbers(block: Block) -> Block:
    """Return a block in which no line break divides a number from its unit."""
    return changed_runs(block, _kept)


def _kept(run: Run) -> Run:
    return run if run.code or run.link else replace(run, text=unbroken(run.text))
