"""Which year and kind a number of the running text has: the nearest frame that says so wins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.ledger.models import Kind
from compare.sources.scan.find.labels import Labelled
from compare.sources.scan.find.plans import Plan
from compare.sources.scan.find.tenses import LACKS, Tense
from compare.sources.scan.find.years import Cue, When, governing

_FLOW = re.compile(
    r"新增|增加|新建|改扩建|新改扩建|扩建|迁建|改建|建成|完成|培训|招录|招聘|招引|引进|投入|发放|投资|创建|评选|获评|组建|命名|晋升|新招|"
    r"获得|荣获|交流|培养|推出|公布|取缔|创成|争取资金|安排|补助|资助|撤并|开展了"
)
_STOCK = re.compile(r"达到|达|拥有|现有|共有|总数|在校生|覆盖|累计达|保持|为$|有$")
_NEAR = 4
"""Characters between a year and its number at the most: 2015年的约78.3%."""
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
    kind = _kind(when, tense, plan, reasons)
    if _is_lacking(sentence, span[0], when, plan):
        when, kind = When(None, None, False, "unknown"), "actual"
    around = clause_before(sentence, span[0]) + sentence[span[0] : span[1]]
    if item.base:
        year, printed = _base_year(when, kind, item, found, span[0], plan, reasons)
        return Dated(year, None, printed, "actual")
    year, first = _years(when, kind, plan, item, around, reasons)
    return Dated(year, first, when.printed and when.how in ("sentence", "local"), kind)


def _is_lacking(sentence: str, at: int, when: When, plan: Plan) -> bool:
    """Tell whether a clause of its own says what is wanting now, after another's later year."""
    clause = re.split(r"[;。]", sentence[:at])[-1]
    later = when.year is not None and when.year > (plan.base or plan.written)
    elsewhere = when.cue is not None and when.cue.start < at - len(clause)
    return later and elsewhere and LACKS.search(clause) is not None


def _kind(when: When, tense: Tense, plan: Plan, reasons: list[str]) -> Kind:
    """Return whether a number has happened: its own year says so, then its sentence's words."""
    cue, year = when.cue, when.year
    here = when.how in ("sentence", "local")
    if cue is None or year is None or (tense.sure and not here):
        kind = tense.kind
    elif (cue.status and here) or (plan.start is not None and year < plan.start):
        kind = "actual"
    elif year > plan.written and cue.first is None:
        kind = "target"
    else:
        kind = tense.kind
    if not tense.sure and not here:
        known = plan.report or plan.start is not None
        reasons.append("kind-implied" if known else "kind-guessed")
    if kind == "actual" and year is not None and year > plan.written:
        kind = "target"
        reasons.append("kind-guessed")
    return kind


def _years(
    when: When, kind: Kind, plan: Plan, item: Labelled, around: str, reasons: list[str]
) -> tuple[int | None, int | None]:
    """Return the year, or last year, and the first year of a period."""
    flows = _flows(item, around, kind)
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
    year = plan.base if kind == "actual" else plan.horizon
    if year is None:
        reasons.append("year-unknown")
        return None, None
    if not flows or not _five_years(plan):
        return year, None
    return year, plan.start if kind == "target" else year - 4


def _base_year(
    when: When,
    kind: Kind,
    item: Labelled,
    found: list[Cue],
    at: int,
    plan: Plan,
    reasons: list[str],
) -> tuple[int | None, bool]:
    """Return the year of A in 由A提高到B, and whether it is printed.

    Its own words say it (由2020年的A); else it is the year before the rise to B began.
    """
    before = [cue for cue in found if item.start <= cue.start < at]
    own = [cue for cue in before if cue.local or (not cue.aims and at - cue.end <= _NEAR)]
    if own:
        return own[-1].year, own[-1].printed
    reasons.append("year-implied")
    if kind == "target":
        return plan.base, False
    if when.first is not None and when.how in ("sentence", "local"):
        return when.first - 1, False
    if _five_years(plan) and not plan.report:
        return (plan.base - 5 if plan.base is not None else None), False
    last = when.year if when.year is not None else plan.base
    return (last - 1 if last is not None else None), False


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
