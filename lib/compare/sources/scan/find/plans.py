"""What kind of document it is, and the years that it plans for and reports on.

Nothing here looks at a single number: it is the frame in which undated rows are read. What
the title says goes before what the text says, and what nobody says stays open: then the
analyst can tell it (``--period``, ``--kind``) instead of the scan guessing.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from compare.errors import CompareError, unknown
from compare.ledger.models import FIRST_YEAR, LAST_YEAR
from compare.ledger.numbers import CHINESE_DIGITS
from compare.sources.scan.find.titles import (
    HEAD,
    TAIL,
    issued_on,
    issuer_of,
    number_of,
    title_of,
    written_in,
)
from compare.sources.scan.read.characters import normal

DocumentKind = Literal["plan", "keypoints", "report"]
KINDS: dict[DocumentKind, str] = {
    "plan": "plans for a period, and looks back on the one before",
    "keypoints": "plans for one year",
    "report": "reports on a year or period, and may end with an outlook",
}

_FIRST_PLAN = 1953
_FAR = 2035
"""The national long-term goals: no plan's own horizon."""
_SHORT = 3
"""A plan of so few years has one horizon, its end; a longer one the first that it names."""
_LONGEST = 20
_SPRING_ENDS = 5

_Y = r"(?<!\d)(?:19|20)\d{2}(?!\d)"
_PLAN_NAME = re.compile(r"十([一二三四五六七八九])(?:五|个五年)")
SPAN = re.compile(rf"({_Y})[ \t]*年?[ \t]*(?:[—~至到]+|-+)[ \t]*({_Y})")
_STATED = re.compile(
    rf"(?:规划期|实施期|方案期|期限|周期|时限|实施时间|执行时间"
    rf"|有效期)[^,;。\d\n]{{0,6}}({_Y})[ \t]*年?"
    rf"(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?起?,?(?:[—~至到]+|-+)[ \t]*({_Y})"
    rf"|本(?:实施|行动|工作)?(?:方案|计划|规划|意见|纲要)\(({_Y})[ \t]*年?[ \t]*(?:[—~至到]+"
    rf"|-+)[ \t]*({_Y})[ \t]*年?\)"
    rf"|({_Y})[ \t]*年?[ \t]*(?:[—~至到]+|-+)[ \t]*({_Y})[ \t]*年?[^。;\n]{{0,40}}(?:制定本"
    rf"|提出如下|特制定|制定如下)"
)
_DATA = re.compile(
    rf"(?:数据|统计|口径)[^。;\n]{{0,30}}?(?:采自|来自|来源于|源于|截[至止]|时间|时点|均?为"
    rf"|以)[^。;\n\d]{{0,12}}({_Y})"
    rf"(?:[ \t]*[—-][ \t]*{_Y}[ \t]*学年初|年)"
)
"""What a report says of all its numbers: 文中数据均采自2022—2023学年初报表."""
_REPORTED = re.compile(
    rf"(?:现将|现就)[^。;\n]{{0,20}}?({_Y})年度?[^。;\n]{{0,30}}(?:报告|汇报|通报|总结)如下"
)
_STATUS = re.compile(
    rf"截[至止]到?[ \t]*({_Y})年|(?<![到至前\d])({_Y})年(?:[末底](?:,|[^,;。\d\n]{{1,12}}\d)"
    rf"|(?:实际|完成|达到|现状)值)"
)
_AT_HEAD = re.compile(rf"(?:^|[。】])[ \t]*({_Y})年,", re.MULTILINE)
_TO = re.compile(
    r"(?:(?<!截)(?:到|至|力争)[ \t]*|(?:^|[,;。\n])[ \t]*)(20\d{2})[ \t]*年(?:底"
    r"|末)?(?:前)?(?=[,、通完建实达创力争全])"
)
_WILL = re.compile(
    rf"({_Y})年(?:[^。;\d\n]{{0,12}}[,:])?[^。;,\d\n]{{0,6}}(?:将|要(?!求|点|闻)|力争|确保)"
)
_REPORTS = re.compile(
    r"情况|简况|自评|自查|白皮书|年报|简报|公报|快报|报告|统计|总结|回顾|概况|答复|汇报|评估"
    r"|新闻发布会|成就|年鉴|纪实|成绩单"
)
_NO_REPORTS = re.compile(r"计划|要点|打算|安排|思路|方案|政府工作报告|讲话|任务表|分解表")
_REPORT_LINE = re.compile(
    r"^[^\n。;:]{4,60}(?:情况的?|评估|办理|经验|先进|典型)[^\n。;:]{0,6}(?:报告|汇报|答复"
    r"|通报|材料)(?:\([^()\n]*\))?$"
    r"|^[^\n。;:]{2,20}年鉴[^\n。;:]{0,12}$",
    re.MULTILINE,
)
_FIRST_WORDS = 150
_SCHOOL_YEAR = re.compile(rf"({_Y})[ \t]*[/—~-][ \t]*{_Y}[ \t]*学年初")
"""Statistics of the beginning of a school year are those of its first year."""
_PLANS = re.compile(r"规划|纲要|意见|目标|措施|办法|细则|决定|通知|行动|任务|工程|指标")
_AIMS = re.compile(
    r"(?:^|\n)[^\n。,;]{0,14}目标[^\n。,;]{0,6}(?:\n|$)|今后五年|目标(?:是|为|:)|总体要求"
)
_DONE = re.compile(
    r"已[经有建成完达实投]|[成到现过加升]了|累计|以来|年来|目前|全年|去年|同比|比上年|获评"
    r"|荣获|截至|20\d{2}年,"
)
_AHEAD = re.compile(
    r"力争|确保|将[^,。;\n]{0,8}(?:达|新|建|实)|到20\d{2}年|下一步|计划[新建到]|今后|目标"
)
_AIMS_AT = re.compile(
    rf"{_AHEAD.pattern}|预期性|约束性|指标|规划|20\d{{2}}年前"
    r"|(?:^|[,;。\n]|今年|明年)(?:要|将)",
    re.MULTILINE,
)
_NEWS = re.compile(r"本[网报台]讯|记者(?:\S{0,8}从|获悉|了解到)|小编|^讯", re.MULTILINE)
_ONE_YEAR = re.compile(
    r"(?<!\d)(20\d{2})年(?:度)?"
    r"(?:(?:教育)?工作(?:要点|计划|思路)|(?:重点|主要|工作)(?:任务|工作|目标)(?=\n|$))"
)
"""What an excerpt without a title plans for: 二、2024年重点任务."""
_YEARS_LONG = re.compile(r"([两三四五])年(?:行动|攻坚|提升)?(?:计划|方案|行动)")


BASES = ("基期", "基年", "基准年", "基准期", "现状年")
PHASES = (*BASES, "中期", "近期", "远期", "目标期", "目标年", "期末")
_PHASE = re.compile(rf"({'|'.join(PHASES)})(?:年份?)?(?:为|是|指|:|=)[ \t]*({_Y})年")
"""A phase that the text gives a year of its own: 基期为2022年, 中期为2025年."""


_TYPED_PERIOD = re.compile(r"([0-9]{4})[ \t]*年?[ \t]*(?:[-—~至到]+[ \t]*([0-9]{4})[ \t]*年?)?")


class PeriodError(CompareError):
    """A period cannot be read."""


@dataclass(frozen=True)
class Plan:
    """What a document says about itself.

    Attributes
    ----------
    title, number, issuer : str
        Empty where the text prints none.
    issued : datetime.date or None
        Date of issue.
    start, end : int or None
        The years that it plans for (for a report, the years that it reports).
    horizon : int or None
        The year of its undated targets.
    base : int or None
        The year of its undated results.
    report : bool
        True where it reports and does not plan.
    settled : bool
        False where the years are a guess for the analyst to confirm.
    dated : int or None
        The year in which it was written, from its date or number.
    named : bool
        True where the title itself prints the year.
    phases : tuple
        Phases that the text names, and the year of each: 基期, 2022.
    """

    title: str = ""
    number: str = ""
    issuer: str = ""
    issued: datetime.date | None = None
    start: int | None = None
    end: int | None = None
    horizon: int | None = None
    base: int | None = None
    report: bool = False
    settled: bool = True
    dated: int | None = None
    named: bool = False
    phases: tuple[tuple[str, int], ...] = ()

    @property
    def written(self) -> int:
        """The last year that it can report on."""
        if self.issued:
            return self.issued.year
        if self.report:
            return max(self.base or self.dated or LAST_YEAR, self.dated or 0)
        return max((year for year in (self.dated, self.start) if year), default=LAST_YEAR)

    @property
    def now(self) -> int | None:
        """The year of 目前: that of a plan's review, or of the writing of a scheme."""
        if self.report or self.start is None or self.start == self.end:
            return self.base
        by_name = self.settled and self.end == self.start + 4 and self.start % 5 == 1
        return self.written if self.dated and not by_name else self.base


def five_years(name: str) -> tuple[int, int]:
    """Return the years of a five-year plan: 四 of 十四五 is 2021 to 2025."""
    start = _FIRST_PLAN + 5 * (10 + CHINESE_DIGITS[name] - 1)
    return start + 3, start + 7


def period_of(words: str) -> tuple[int, int]:
    """Read a period as an analyst types it: ``2021-2025``, ``2024`` or ``十四五``.

    Raises
    ------
    PeriodError
        If it is none, or ends before it begins.
    """
    if named := re.fullmatch(r"[“\"]?十([一二三四五六七八九])五[”\"]?", words.strip()):
        return five_years(named[1])
    match = _TYPED_PERIOD.fullmatch(normal(words).strip())
    if not match:
        raise PeriodError(
            f"period {words!r} is no period; write one year or two, as 2024 or 2021-2025"
        )
    start, end = int(match[1]), int(match[2] or match[1])
    if not FIRST_YEAR <= start <= end <= LAST_YEAR or end - start > _LONGEST:
        raise PeriodError(
            f"period {words!r} does not fit; years run from {FIRST_YEAR} to {LAST_YEAR}, the first "
            f"is not after the last, and a period has at most {_LONGEST + 1} years"
        )
    return start, end


def plan_of(text: str, *, period: tuple[int, int] | None = None, kind: str | None = None) -> Plan:
    """Return what a text, in normal form, says about itself.

    Parameters
    ----------
    text : str
        The text.
    period : tuple of int, optional
        First and last year, where an analyst tells them.
    kind : {"plan", "keypoints", "report"}, optional
        What the document does, where an analyst tells it.
    """
    if kind is not None and kind not in KINDS:
        raise unknown("kind", kind, list(KINDS))
    head = text[:HEAD]
    title = title_of(head)
    report = _reports(title, text, told=period is not None) if kind is None else kind == "report"
    plan = Plan(
        title=title,
        number=number_of(head),
        issuer=issuer_of(head, title),
        issued=issued_on(text),
        dated=written_in(text),
        report=report,
        named=re.search(_Y, title) is not None,
        phases=tuple((phase, int(year)) for phase, year in _PHASE.findall(text)),
    )
    if period is not None and kind == "keypoints" and period[0] != period[1]:
        raise PeriodError(f"key points plan for one year, not for {period[0]} to {period[1]}")
    start, end, settled = (*period, True) if period is not None else _period(plan, text)
    if report:
        return _reporting(plan, start, end, settled, text, told=period is not None)
    known = period is not None or settled or plan.dated
    same = re.search(r"上半年|季度", title) is not None  # it looks back on its own year
    return replace(
        plan,
        start=start,
        end=end if end is not None else start,
        horizon=_horizon(text, start, end),
        base=start - (not same) if start is not None and known else None,
        settled=settled,
    )


def _reports(title: str, text: str, *, told: bool) -> bool:
    """Tell whether a text reports: its title says so, or else most of its words do."""
    if _NO_REPORTS.search(title):
        return False
    if _REPORTS.search(title) or _REPORT_LINE.search(text[:_FIRST_WORDS]):
        return True
    if _NEWS.search(text[:HEAD]):
        return True
    if not title:  # an excerpt that aims at nothing tells what there is
        aims = _AIMS_AT.search(text) or _ONE_YEAR.search(text[:HEAD])
        return bool(_REPORTED.search(text[:HEAD])) or not (told or aims)
    if _PLANS.search(title) or _AIMS.search(text):
        return False
    return len(_DONE.findall(text)) > 2 * len(_AHEAD.findall(text))


def _reporting(
    plan: Plan, start: int | None, end: int | None, settled: bool, text: str, *, told: bool
) -> Plan:
    """Return the plan of a report: undated results are of the last year that it reports."""
    base = end
    if not told and (base is None or not plan.named):
        midway = _latest_head(text) if "中期" in plan.title else None
        base = _status_year(text) or midway or end or plan.dated
        if plan.issued:  # a report of the first months is about the year before
            last = plan.issued.year - (plan.issued.month < _SPRING_ENDS)
            base = min(_status_year(text) or last, plan.issued.year)
    if base is None:  # the year at the head of most paragraphs
        heads = Counter(int(year) for year in _AT_HEAD.findall(text)).most_common(1)
        base = heads[0][0] if heads else None
    return replace(
        plan,
        start=start or base,
        end=end or base,
        base=base,
        horizon=end if end and base and end > base else None,
        settled=settled or base is not None,
    )


def _latest_head(text: str) -> int | None:
    """Return the last year that stands at the head of a sentence: 2022年,全县…."""
    return max((int(year) for year in _AT_HEAD.findall(text)), default=None)


def _status_year(text: str) -> int | None:
    """Return the year that a report is about, from what it says is reached."""
    head, tail = text[:HEAD], text[-TAIL:]
    if said := _DATA.search(head) or _DATA.search(tail) or _REPORTED.search(head):
        return int(said[1])
    found = [int(a or b) for a, b in _STATUS.findall(text)]
    return max(found, default=None)


def _period(plan: Plan, text: str) -> tuple[int | None, int | None, bool]:
    """Return first year, last year and whether the text says so plainly."""
    title = plan.title
    if plan.report and (school := _SCHOOL_YEAR.search(title)):
        return int(school[1]), int(school[1]), True
    if span := SPAN.search(title):
        return int(span[1]), int(span[2]), True
    stated = _stated(text)
    if plan_name := _PLAN_NAME.search(title):
        years = five_years(plan_name[1])
        return (*stated, True) if stated and years[0] <= stated[0] < years[1] else (*years, True)
    if named := re.findall(r"(?<!\d)(20\d{2})(?:年|学年)", title):
        return int(named[-1]), int(named[-1]), True
    if stated:
        return *stated, True
    if plan.report:  # what it reports is settled by what it says is reached
        return None, None, False
    return _told_by_the_text(plan, text)


def _stated(text: str) -> tuple[int, int] | None:
    """Return the period that a text gives itself: 规划期为2026—2030年."""
    for match in _STATED.finditer(text[:HEAD]):
        years = [int(group) for group in match.groups() if group]
        if years[0] < years[1] <= years[0] + _LONGEST:
            return years[0], years[1]
    return None


def _told_by_the_text(plan: Plan, text: str) -> tuple[int | None, int | None, bool]:
    named = Counter(match[1] for match in _PLAN_NAME.finditer(text))
    plans = re.search(r"十([一二三四五六七八九])五”?(?:时期|期间|规划)[^。\n]{0,200}", text[:HEAD])
    targets = [int(year) for year in _TO.findall(text)]
    if named and (plans or max(named.values()) >= 3):
        # the plan in force is named most, the one before it is looked back on
        latest = max(
            named, key=lambda name: (named[name] >= max(named.values()) / 3, CHINESE_DIGITS[name])
        )
        years = five_years(latest)
        near = [year for year in targets if year <= years[1]]
        if near or not targets:
            return *years, True
    if match := _ONE_YEAR.search(text[:HEAD]):
        return int(match[1]), int(match[1]), True
    if will := _WILL.search(text):  # 2022年,…。2023年,我们将…
        year = int(will[1])
        if (
            re.search(rf"(?<!\d){year - 1}年[^。;\d\n]{{0,8}},", text)
            and "到" not in text[max(0, will.start() - 1) : will.start()]
        ):
            return year, year, True
    written = plan.dated
    if written:
        later = [year for year in targets if year >= written]
        near = [year for year in later if year < _FAR] or later
        long = _YEARS_LONG.search(plan.title)
        last = written + CHINESE_DIGITS[long[1]] - 1 if long else written
        return written, max(near, default=last), False
    if targets:
        return min(targets), max(targets), False
    return None, None, False


def _horizon(text: str, start: int | None, end: int | None) -> int | None:
    if start is None or end is None:
        return end
    if end - start == 4 or end - start <= _SHORT:
        return end
    years = [int(year) for year in _TO.findall(text) if start <= int(year) <= end]
    return years[0] if years else end
