"""Which year and kind a number of the running text has: the nearest frame that says so wins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.models import Kind
from compare.scan.labels import Labelled
from compare.scan.plans import Plan
from compare.scan.tenses import Tense
from compare.scan.years import Cue, When, governing

_FLOW = re.compile(
    r"新增|增加|新建|改扩建|新改扩建|扩建|迁建|改建|建成|完成|培训|招录|招聘|招引|引进|投入|发放|投资|创建|评选|获评|组建|命名|晋升|新招|"
    r"获得|荣获|交流|培养|推出|公布|取缔|创成|争取资金|安排|补助|资助|撤并|开展了"
)
_STOCK = re.compile(r"达到|达|拥有|现有|共有|总数|在校生|覆盖|累计达|保持|为$|有$")
_AIM_FLOW = re.compile(
    r"新增|增加|新建|改扩建|新改扩建|扩建|迁建|招聘|招录|招引|引进|完成|新(?:\(|改)|培养.{0,24}[名人]$|培育.{0,24}[名人]$|更新"
)


@dataclass(frozen=True)
class Dated:
    """Year and kind of a number, and what is doubtful about them.

    Attributes
    ----------
    year : int or None
        The year, or the last year of the period.
    first : int or None
        The first year of a period.
    printed : bool
        True where the sentence itself prints the year.
    kind : {"actual", "target"}
        Whether it has happened or is planned.
    """

    year: int | None
    first: int | None
    printed: bool
    kind: Kind


def dated(
    item: Labelled,
    sentence: str,
    span: tuple[int, int],
    found: list[Cue],
    in_force: tuple[Cue | None, Cue | None],
    tense: Tense,
    plan: Plan,
    reasons: list[str],
) -> Dated:
    """Return year and kind of a number; what is doubtful about them is added to the reasons.

    Parameters
    ----------
    item : Labelled
        The number with its label.
    sentence : str
        In normal form.
    span : tuple of int
        Where the number begins and ends in the sentence.
    found : list of Cue
        The words of the sentence that say when.
    in_force : tuple of Cue or None
        What an earlier sentence, and what a heading leaves in force.
    tense : Tense
        Whether the sentence reports or plans.
    plan : Plan
        What the document says about itself.
    reasons : list of str
        Where doubts are added.
    """
    carried, above = in_force
    cue, how = governing(sentence, *span, found, carried or above)
    if cue is None:
        when = When(None, None, False, "unknown")
    else:
        how = "heading" if how == "carried" and carried is None else how
        when = When(cue.year, cue.first, cue.printed, how, cue)
    kind = _kind(when, tense, plan, item, reasons)
    around = clause_before(sentence, span[0]) + sentence[span[0] : span[1]]
    year, first = _years(when, kind, plan, item, around, sentence, tense, reasons)
    return Dated(year, first, when.printed and when.how in ("sentence", "local"), kind)


def _kind(when: When, tense: Tense, plan: Plan, item: Labelled, reasons: list[str]) -> Kind:
    if item.base:
        return "actual"
    kind = tense.kind
    cue = when.cue
    if cue and when.how != "carried" and when.year is not None:
        if cue.status:
            kind = "actual"
        elif cue.first is not None:
            kind = "actual" if plan.start and when.year < plan.start else tense.kind
        elif plan.start is not None and when.year < plan.start:
            kind = "actual"
        elif (
            cue.aims and (when.year > plan.written or tense.kind == "target")
        ) or when.year > plan.written:
            kind = "target"
    elif not tense.sure:
        reasons.append("kind-implied")
    if kind == "actual" and when.year is not None and when.year > plan.written:
        kind = "target"
        reasons.append("kind-guessed")
    return kind


def _years(
    when: When,
    kind: Kind,
    plan: Plan,
    item: Labelled,
    around: str,
    sentence: str,
    tense: Tense,
    reasons: list[str],
) -> tuple[int | None, int | None]:
    """Return the year, or last year, and the first year of a period."""
    base = plan.base
    flows = _flows(item, around, kind)
    if item.base and not _dated_itself(when, sentence, item.quantity.printed):
        reasons.append("year-implied")
        return _base_year(tense, plan), None
    carried = when.how in ("carried", "heading")
    if when.year is not None and not (carried and _other_kind(when.year, kind, plan)):
        if carried:
            reasons.append("year-carried")
        elif not when.printed:
            reasons.append("year-implied")
        first = when.first
        if first is None and flows and kind == "target" and _five_years(plan):
            first = plan.start if plan.start and plan.start < when.year else None
        if first is not None and not (flows or (_is_count(item) and not _STOCK.search(around))):
            first = None
        return when.year, first
    reasons.append("year-implied" if plan.settled else "period-unsure")
    year = base if kind == "actual" else plan.horizon
    if year is None:
        reasons.append("year-unknown")
        return None, None
    if not flows or plan.start is None or plan.end is None:
        return year, None
    if not _five_years(plan):
        return year, None
    return year, plan.start if kind == "target" else year - 4


def _dated_itself(when: When, sentence: str, printed: str) -> bool:
    """Tell whether the year stands right before the value: 由2015年的78.3%."""
    if when.cue is None or when.how not in ("sentence", "local"):
        return False
    return sentence[when.cue.end :].lstrip("底末度的约近 ").startswith(printed)


def _base_year(tense: Tense, plan: Plan) -> int | None:
    """Return the year of A in 由A提高到B: the one before the rise began."""
    if plan.base is None or tense.kind == "target":
        return plan.base
    return plan.base - (5 if _five_years(plan) else 1)


def _five_years(plan: Plan) -> bool:
    return plan.start is not None and plan.end is not None and plan.end - plan.start == 4


def _is_count(item: Labelled) -> bool:
    unit = item.quantity.unit
    return bool(unit) and "%" not in unit and "分点" not in unit


def _other_kind(year: int, kind: Kind, plan: Plan) -> bool:
    """Tell whether a year carried from before belongs to the other kind of statement."""
    if plan.start is None:
        return False
    return (kind == "actual") != (year < plan.start) and not (
        kind == "actual" and year <= plan.written
    )


def _flows(item: Labelled, around: str, kind: Kind) -> bool:
    """Tell whether a number adds up over a period, and is no state at a time."""
    if "%" in item.quantity.unit or not item.quantity.unit or "系数" in item.label:
        return bool(re.search(r"增幅|增长|提升了|提高了", around + item.label)) and kind == "actual"
    words = around + item.label + item.quantity.unit
    if kind == "target":
        return bool(_AIM_FLOW.search(words))
    return bool(_FLOW.search(words)) and not _STOCK.search(around)


def clause_before(sentence: str, at: int) -> str:
    """Return the words of a clause before a place."""
    return re.split(r"[,;。]", sentence[:at])[-1]
