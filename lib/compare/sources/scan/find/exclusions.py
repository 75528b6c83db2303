"""What is no statistic: titles, numbers of documents, dates, names, list numbers.

Each rule is one line with its reason. The places that they cover are not looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_HAN = "[一二三四五六七八九十]"
_RULES: tuple[tuple[str, str], ...] = (
    ("title of a document", r"《[^《》\n]{1,80}》"),
    (
        "number of a document",
        r"[〔\[【(][ \t]*(?:19|20)\d{2}[ \t]*[〕\]】)][ \t]*第?[ \t]*\d{1,20}[ \t]*号",
    ),
    ("number of a document", r"第?[ \t]*\d{1,20}[ \t]*号(?!线)"),
    ("date", r"(?:19|20)\d{2}[ \t]*年[ \t]*\d{1,2}[ \t]*月[ \t]*\d{1,2}(?!\d)[ \t]*日?"),
    (
        "date",
        r"(?<!\d)(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})(?!\d)",
    ),
    (
        "date",
        r"\d{1,2}[ \t]*月(?:[ \t]*\d{1,2}[ \t]*[日—至-]+)*(?:[ \t]*\d{1,2}[ \t]*日)?(?!份?龄)",
    ),
    ("time of day", r"\d{1,2}:\d{2}(?::\d{2})"),
    ("time of day", r"(?<=[ \t\n])\d{1,2}:\d{2}(?=[ \t\n]|$)"),
    ("name of a five-year plan", r"[“\"]?[一二三][一二三四五六七八九十]?[五]规划"),
    (
        "session or article",
        r"第[ \t]*[\d一二三四五六七八九十百]+[ \t]*(?:次|届|条|款|章|节|部分|页|版|号|季度|号线)",
    ),
    (
        "session of a party congress",
        r"(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,4}届[一二三四五六七八九十]{0,4}中?全会",
    ),
    ("session of a party congress", r"十[一二三四五六七八九]大|[一二三四五六七]中全会"),
    ("list number", r"(?:(?<=\n)|^)[ \t]*(?:\d{1,2}(?:\.\d{1,2})*[.、)](?!\d)|\(\d{1,2}\))"),
    ("list number", r"(?<=[。;: \t\n])(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\))"),
    ("list number", r"[①-⑳]"),
    ("name with letters", r"[A-Za-z]{1,40}[-+]?\d{1,20}(?:\.\d{1,20})?(?![ \t]*%)"),
    (
        "generation or version",
        r"\d{1,20}(?:\.\d{1,20})?[ \t]*(?:G|D|A|V|K|B)(?![A-Za-z])[ \t]*(?:级|等级)?",
    ),
    ("version", r"(?<![\d.])[1-9]\.0(?![\d%]|[ \t]*%|个|万|亿)"),
    ("formula", r"[\dXNxn]{1,20}(?:[ \t]*\+[ \t]*[\dXNxn]{1,20})+"),
    ("age or year of birth", r"[“\"]?\d{2}[”\"]?[ \t]*后[”\"]?"),
    (
        "age",
        r"(?<!年龄)(?<!年龄为)(?<!寿命)(?<!寿命达)(?<![达高升]到)(?<![高升]至)(?<![\d.])"
        r"\d+(?:[ \t]*[—~至-][ \t]*\d+)?[ \t]*(?:周岁|岁|月龄|个月龄)(?:[以及]*[上下])?",
    ),
    ("place in an order", r"(?<=[名球国界居进列入I])前[ \t]*\d+(?:\.\d+)?[ \t]*[%％‰]"),
    ("part of a whole by name", r"(?<!\d)\d{1,3}(?:县|强县|产业集群|工程|平台)(?!\()"),
    ("address", r"(?:https?://|www\.)[!-~]{1,300}|[A-Za-z0-9._+-]{1,64}@[!-~]{1,100}"),
    ("long code", r"(?<![\d.,])\d{8,}(?![\d.]|万|亿|元|人)"),
    ("time of the week", r"\d[ \t]*[×x*][ \t]*\d{1,2}小时"),
    ("grade of a class", r"[一二三四五六七八九]年级|[高初]一|[高初]二|[高初]三"),
)
_RULE = re.compile("|".join(f"({rule})" for _, rule in _RULES), re.MULTILINE)
_REASONS = [reason for reason, _ in _RULES]

_TIMES = ("date", "time of day")
"""They are no statistics, and yet say when something is: 截至2023年6月."""

_QUOTED = re.compile(r"“([^“”\n]{1,24})”")
_QUOTED_VALUE = re.compile(r"\d[ \t]*%|\d[ \t]*强(?!县)")
"""Quotation marks hold names, unless what is inside is plainly a value."""

_PORTAL = re.compile(
    r"^[^\n]{0,20}(?:(?:索引号|日期|信息来源|浏览次数|编号|发文字号|文号|联系电话|电话|传真"
    r"|邮编|标识码)"
    r"[ \t]*:|本站|版权所有|免责声明|备案号)[^\n]*$",
    re.MULTILINE,
)


class LeftOut:
    """The places of a text that hold no statistic."""

    def __init__(self, text: str, title: str = "") -> None:
        spans, names = [], []
        for match in _RULE.finditer(text):
            spans.append(match.span())
            if _REASONS[(match.lastindex or 1) - 1] not in _TIMES:
                names.append(match.span())
        for pattern, group in ((_QUOTED, 1), (_PORTAL, 0)):
            for match in pattern.finditer(text):
                if not (group and _QUOTED_VALUE.search(match[1])):
                    names.append(match.span(group))
        if title:
            names += [match.span() for match in re.finditer(re.escape(title), text)]
        spans += names
        self._names = _joined(names)
        self._name_starts = [start for start, _ in self._names]
        self._spans = _joined(spans)
        self._starts = [start for start, _ in self._spans]

    def names(self, start: int, end: int) -> bool:
        """Tell whether both ends stand in names: a year of a title dates nothing."""
        return self._named(start) and self._named(end - 1)

    def _named(self, place: int) -> bool:
        number = bisect_right(self._name_starts, place) - 1
        return number >= 0 and self._names[number][1] > place

    def holds(self, start: int, end: int) -> bool:
        """Tell whether any of the characters from start to end is left out."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._spans[place][1] > start


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
