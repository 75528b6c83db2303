"""Has it happened, or is it planned: what sections and sentences say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from compare.ledger.models import Kind
from compare.sources.scan.find.plans import Plan, five_years

_BACK = re.compile(
    r"(?:发展|工作|现实|建设)基础|(?:开展|工作|进展|推进|落实|发展)情况|主要做法|工作亮点|现状|回顾|回眸|回望|成就|成效$|成绩|概况|基本情况|主要进展|完成情况|形势|挑战|问题(?:$|,)|总结|背景"
)
_AHEAD = re.compile(
    r"目标|任务|举措|措施|路径|组织保障|实施保障|条件保障|保障机制|原则|指导思想|总体要求|思路|展望|部署|主要指标|发展要求|工作安排|重点工作|工作计划"
)
_NEXT = re.compile(r"下一步|下步|后期|后续|努力方向|打算|今后|明年|工作思路|工作计划")
_AIM = re.compile(r"(?:目标|任务|计划安排)$")
"""年度目标 of a report says what had been planned."""
_GONE = re.compile(r"过去[一二三四五]?年|[一二三四五]年来|去年|以来")
_COMING = re.compile(r"今后|未来|下一?步|下一?阶段|明年|展望")
_LOOKS_AHEAD = re.compile(
    r"\W*(?:今年|新的一年|下一?年),?(?:重点|要|将|着力|主要|全力|突出|围绕|集中|聚焦|抓好|做好)"
)
_LOOKS_BACK = re.compile(r"\W*(?:过去的?[一二三四五]?年|一年来)[,,]")
_AT_HEAD = re.compile(r"\W*(20\d{2})年[^,;。]{0,16},?(?:要|我们将|将)")
_CHAPTER = re.compile(r"\s*(?:第[一二三四五六七八九十]+[章节部篇]|[一二三四五六七八九十]{1,3}、)")
_DONE = re.compile(
    r"目前|(?<!实)现有(?!基础|的?资源)|截至|截止|已(?:经|有|全部|建成|达|完成|基本|实现|创)|[建完创达实形通增获荣](?:成|到|现|过|加|评|获)了|"
    r"去年|过去|以来|实际(?:建成|完成|投入|达到|新增|招聘)|五年来|被评为|荣获|获评|累计"
)
_NOW = re.compile(r"目前|(?<!实)现有(?!基础|的?资源)|截至|截止")
LACKS = re.compile(
    r"仍有|仍然|仍存|仍占|尚有|尚未|尚存|还有(?!待)|仅为|仅有|仅占|只有|还差|不足\d|偏低|偏高|缺口(?:约|近|达|为|仍|较大)|存在[^,。;]{0,10}(?:问题|差距|短板)"
)
"""What is wanting is a state, whatever the section is called: 学位仍有600余个缺口."""
_FALLS_SHORT = re.compile(r"距离?[^,;。]*\d[^;。]*目标")
_COMPARED = re.compile(r"(?:[与距离]|(?:规划|计划)(?:确定|提出|设定|规定|要求))[^,;。]{0,16}$")
_AN_AIM = re.compile(
    r"\d[\d.]*(?:%|[所个人名年])?(?:以上|以下|以内|左右)?的(?:规划|预期|既定|年度)?目标"
)
"""与2025年达到50%的规划目标尚有差距: the number is the aim's, whatever its section does."""
_WILL = re.compile(
    r"有望|力争|争取(?!到|了|中央|国家|省|市|上级|各[级类]|资金|专项|项目)|确保|预计|计划(?:到|在|新|今年|明年|于|20)|将达到|要达到|[还也即]将|将(?=再|新|继续|进一步|全面|投入|建)|拟|目标(?:是|为)|努力(?!解决|[办做当]好|满足|克服)|20\d{2}年要"
    r"|(?:^|[,;。:])到20\d{2}年|20\d{2}年(?:底|末)?前"
)
_FROM_NOW = re.compile(r"(?:由|从|将|把)(?:全[县市区州盟旗省])?(?:目前|现有|当前)的?")
"""Where a rise begins says nothing about where it ends."""
_PLAN_NAME = re.compile(
    r"^\W{0,3}[“\"]?十([一二三四五六七八九])五[”\"]?(?:时期|期间|以来|规划期|规划实施)"
)


@dataclass(frozen=True)
class Tense:
    """Whether a sentence reports or plans, and whether it says so itself."""

    kind: Kind
    sure: bool


def section_kind(
    headings: tuple[str, ...], before: tuple[str, ...], sentence: str, current: Kind, plan: Plan
) -> Kind:
    """Return what the sentences from here on do: report (actual) or plan (target).

    Parameters
    ----------
    headings, before : tuple of str
        The titles above this sentence, and above the one before it.
    sentence : str
        In normal form.
    current : {"actual", "target"}
        What the sentence before did.
    plan : Plan
        What the document says about itself.
    """
    named = _PLAN_NAME.match(sentence.strip())
    if named and plan.start is not None and not plan.report:
        first, _ = five_years(named[1])
        return "actual" if first < plan.start else "target"
    plainly = (_title_kind(title, plan, _ends) for title in reversed(headings))
    by_the_way = (_title_kind(title, plan, _names) for title in headings)
    for said in (*plainly, *by_the_way):
        if said:
            return said
    if plan.report:
        return "actual"
    if _chapters(headings) != _chapters(before):
        return "target"  # a new chapter that does not call itself a review plans
    return "target" if re.match(r"\W*(?:高举|以习近平)", sentence) else current


def names_an_aim(title: str) -> bool:
    """Tell whether a title of a report stands above what had been planned: 目标任务."""
    return _AIM.search(title) is not None and not _NEXT.search(title)


def lead_kind(sentence: str, plan: Plan) -> Kind | None:
    """Return what a sentence says at its head of itself and the rest of its paragraph."""
    if _LOOKS_BACK.match(sentence):
        return "actual"
    if _LOOKS_AHEAD.match(sentence) and not plan.report:
        return "target"
    year = _AT_HEAD.match(sentence)
    if year and plan.start is not None and not plan.report and int(year[1]) >= plan.start:
        return "target"
    return None


def _chapters(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(title for title in headings if _CHAPTER.match(title))


def _names(title: str, words: re.Pattern[str]) -> bool:
    return words.search(title) is not None


def _ends(title: str, words: re.Pattern[str]) -> bool:
    """Tell whether a title is about this: 发展目标, and not 根本任务有效落实."""
    return any(match.end() == len(title) for match in words.finditer(title))


def _title_kind(
    title: str, plan: Plan, says: Callable[[str, re.Pattern[str]], bool]
) -> Kind | None:
    """Return what a title says of all that stands below it: by its year, then by its words."""
    if plan.report:
        if _NEXT.search(title) or _AIM.search(title):
            return "target"
        return "actual" if says(title, _BACK) else None
    if _GONE.search(title):
        return "actual"
    if _COMING.search(title):
        return "target"
    earlier = [five_years(name)[0] for name in re.findall(r"十([一二三四五六七八九])五", title)]
    if earlier and plan.start is not None and max(earlier) < plan.start:
        return "actual"
    year = re.search(r"(20\d{2})年", title)
    if year and plan.start is not None:
        if re.search(r"总结|回顾|情况|完成|成效|进展", title) and int(year[1]) <= plan.written:
            return "actual"
        return "actual" if int(year[1]) < plan.start else "target"
    if says(title, _AHEAD):
        return "target"
    return "actual" if says(title, _BACK) else None


def is_compared_aim(sentence: str, at: int) -> bool:
    """Tell whether the number here is an aim that something else is compared with."""
    return bool(_COMPARED.search(sentence[:at]) and _AN_AIM.match(sentence, at))


def sentence_kind(sentence: str, section: Kind, plan: Plan, until: int | None = None) -> Tense:
    """Return whether a sentence, or a number in it, reports or plans.

    Parameters
    ----------
    sentence : str
        In normal form.
    section : {"actual", "target"}
        What its section does.
    plan : Plan
        What the document says about itself.
    until : int, optional
        Where the clause of the number ends: 预计 says nothing about the numbers before it.
    """
    falls_short = _FALLS_SHORT.search(sentence)  # the numbers are the aim's
    if (
        LACKS.search(sentence)
        and not falls_short
        and not _WILL.search(_NEXT.split(sentence[:until])[0])
    ):
        return Tense("actual", True)
    said = _FROM_NOW.sub("", sentence[:until])
    done, will = _DONE.search(said), _WILL.search(said)
    if plan.report:
        return Tense("target" if will and not done else section, True)
    if section == "target" and done and not will and _NOW.search(said):
        return Tense("actual", True)
    if section == "actual" and will and not done:
        return Tense("target", True)
    return Tense(section, bool(done if section == "actual" else will))
