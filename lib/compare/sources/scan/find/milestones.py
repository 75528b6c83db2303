"""Dated milestones: a definite achievement with its year and no number of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.sources.scan.find.years import Cue

_ACHIEVED = re.compile(
    r"(?:全面|基本|初步|总体|率先|如期|成功|整体|同步|普遍)*"
    r"(?:实现(?!路径)|建成|创成|创建成|成功创建|创建(?:为|全国|省)|形成|构建起|构建|达到(?!\d)|进入|跻身|跃居|走在|迈入|迈进|"
    r"相匹配|成功打造|被确定为|被认定为|被评为|被列为|列为|列入|荣获|通过|升格|建立健全|基本满足|争创|完成|获批|入选|确立|考核“优秀”|实现了)"
)
_NO_MILESTONE = re.compile(
    r"^(?:以|按照|按|根据|围绕|结合|依据|对照|随着|坚持|通过(?![^,。]{2,24}(?:认定|验收|评估|考核))|推动|推进|加快|加强|深化|完善|促进|将|把|让|在|为(?!20)|"
    r"积极|进一步|持续|不断|着力|努力|逐步|鼓励|支持|引导|充分|使|制定|实施|其中|各|对|并将|从)"
)
_VAGUE = re.compile(
    r"(?:明显|大幅|显著|稳步|持续|不断|更加|进一步)(?:提升|提高|增强|改善|优化|健全|完善|合理)$"
)
_PARTS = re.compile(r"[^,;。]+")
_TWO = re.compile(
    r"(县|区|市|校|园|体系|城市|先行区)(?:和|及|、)(?=[一-鿿]{2,14}(?:县|区|市|校|园|体系|城市|先行区)$)"
)
_LONGEST = 44


@dataclass(frozen=True)
class Milestone:
    """An achievement and where it and its year stand in the sentence."""

    cue: Cue
    start: int
    end: int
    words: str


def milestones(
    sentence: str, found: list[Cue], numbers: list[tuple[int, int]]
) -> Iterator[Milestone]:
    """Yield the dated milestones of a sentence.

    Parameters
    ----------
    sentence : str
        In normal form.
    found : list of Cue
        Its years.
    numbers : list of tuple of int
        The places of its values: a part of the sentence with a value is no milestone.
    """
    printed = [cue for cue in found if cue.printed and cue.first is None]
    for cue, following in zip(printed, [*printed, None][1:], strict=True):
        if not _dates_an_aim(sentence, cue):
            continue
        limit = following.start if following else len(sentence)
        for part in _PARTS.finditer(sentence, cue.end, limit):
            if any(a < part.end() and part.start() < b for a, b in numbers):
                continue
            yield from _of_part(cue, part)


def _dates_an_aim(sentence: str, cue: Cue) -> bool:
    before, after = sentence[: cue.start], sentence[cue.end :]
    inside = before.rfind("(") > before.rfind(")") or before.rfind("“") > before.rfind("”")
    return not inside and not re.match(r"[\s\d]*(?:远景|版|修订|月|以来|起|—|-|的\d)", after)


def _of_part(cue: Cue, part: re.Match[str]) -> Iterator[Milestone]:
    words = part[0].strip(" :、")
    if words.endswith(("情况", "任务", "计划", "工作", "要点", "以下目标", "如下目标", "下列目标")):
        return
    if not 4 <= len(words) <= _LONGEST + 20 or _VAGUE.search(words) or _NO_MILESTONE.match(words):
        return
    if re.match(r"(?:后|底)?[打努]", words) or not _ACHIEVED.search(words):
        return
    start = part.start() + part[0].index(words[0])
    two = _TWO.search(words)
    if two:
        cut = two.start() + len(two[1])
        yield Milestone(cue, start, start + cut, words[:cut])
        yield Milestone(cue, start + two.end(), start + len(words), words[two.end() :])
    else:
        yield Milestone(cue, start, start + len(words), words)
