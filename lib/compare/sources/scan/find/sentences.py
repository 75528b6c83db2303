"""Running text as proposed rows: its values with label, year, kind, scope and quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.ledger.models import QUOTE_LENGTH, Kind, Scope
from compare.sources.scan.find.dating import clause_before, dated
from compare.sources.scan.find.exclusions import LeftOut
from compare.sources.scan.find.labels import Labelled, labelled
from compare.sources.scan.find.milestones import Milestone, milestones
from compare.sources.scan.find.passages import Sentence
from compare.sources.scan.find.plans import Plan
from compare.sources.scan.find.proposals import Proposal, proposal_of
from compare.sources.scan.find.quantities import Quantity, quantities
from compare.sources.scan.find.tenses import (
    Tense,
    is_compared_aim,
    lead_kind,
    names_an_aim,
    section_kind,
    sentence_kind,
)
from compare.sources.scan.find.worded_values import wordings
from compare.sources.scan.find.years import Cue, cues, in_turn

_HEAD_OF_PART = 3
_YEARLY = re.compile(r"每年|逐年|年均|每学年|年度(?!考核)|年培训|年“")
_SCOPES: tuple[tuple[str, Scope], ...] = (
    (
        r"各县(?:\(|[市区、,])|每个?县|各区县|各区\(|县\(市、区\)均|各县市区|各地均|各县均|口以上县均",
        "each-county",
    ),
    (r"每个?(?:乡镇|镇|街道)|各乡镇|镇乡\(街道\)建成|所有乡镇均", "each-township"),
    (
        r"每所|每校|每班|各校|所有中小学校?(?=宽带)|各中职学校|每个?学校|班额(?:不|控)|每个?班",
        "each-school",
    ),
    (r"每名|每位|每人|人均|每生|学生每天|学生人人|每个?学生|生均|平均每天", "each-person"),
)  # fmt: skip


@dataclass
class State:
    """What the sentences before leave in force."""

    section: Kind
    carried: Cue | None = None
    lead: Kind | None = None
    paragraph: int = -1
    headings: tuple[str, ...] = ()
    heading_cue: Cue | None = None


def of_sentence(
    place: Sentence, text: str, plain: str, plan: Plan, left_out: LeftOut, state: State
) -> Iterator[Proposal]:
    """Yield the proposed rows of one sentence.

    Parameters
    ----------
    place : Sentence
        The sentence.
    text, plain : str
        The document as printed, and in normal form.
    plan : Plan
        What the document says about itself.
    left_out : LeftOut
        The places that hold no statistic.
    state : State
        What is in force; it moves on with the sentence.
    """
    sentence = plain[place.start : place.end]
    _enter(place, sentence, plan, state)
    found = [
        cue
        for cue in cues(sentence, plan, state.section)
        if not left_out.names(place.start + cue.start, place.start + cue.end)
    ]
    numbers = sorted(
        [*quantities(sentence, place.start, left_out), *wordings(sentence, place.start, left_out)],
        key=lambda quantity: quantity.value_start,
    )
    numbers = _distinct(numbers)
    items = labelled(sentence, place.start, numbers)
    years = in_turn(sentence, place.start, found, items)
    for number, item in enumerate(items):
        own = years.get(number)
        item = replace(item, sure=True) if own and item.label else item
        at = item.quantity.value_start - place.start
        tense = sentence_kind(sentence, state.section, plan, _clause_end(sentence, at))
        if is_compared_aim(sentence, at):
            tense = Tense("target", True)
        yield _row(item, place, sentence, text, [own] if own else found, tense, plan, state)
    tense = sentence_kind(sentence, state.section, plan)
    spans = [(q.start - place.start, q.end - place.start) for q in numbers]
    for milestone in milestones(sentence, found, spans):
        yield _milestone(milestone, place, sentence, text, tense, plan)
    printed = [c for c in found if c.printed and not _in_brackets(sentence, c.start)]
    if printed:
        latest = printed[-1] is found[-1]  # 2023年为96%,今年要保持: this year goes on
        state.carried = printed[-1] if latest and _opens(sentence, printed) else None


def _clause_end(sentence: str, at: int) -> int:
    end = re.search(r"[,;。]", sentence[at:])
    return at + end.start() if end else len(sentence)


def _opens(sentence: str, found: list[Cue]) -> bool:
    """Tell whether the years stand at the head of the sentence and its parts.

    到2025年,A…;B…。C… leaves its year in force for C; A…;2025年底前完成B。C… does not.
    """
    first = sentence[: found[0].start].strip(" “—、")
    last = re.split(r"[;]", sentence[: found[-1].start])[-1].strip(" “—、")
    return len(first) <= _HEAD_OF_PART and len(last) <= _HEAD_OF_PART


def _in_brackets(sentence: str, place: int) -> bool:
    return sentence.rfind("(", 0, place) > sentence.rfind(")", 0, place)


def _enter(place: Sentence, sentence: str, plan: Plan, state: State) -> None:
    """Move on to a sentence: what governs it from above and from before."""
    if place.paragraph != state.paragraph:
        state.paragraph, state.carried, state.lead = place.paragraph, None, None
    state.lead = lead_kind(sentence, plan) or state.lead
    state.section = state.lead or section_kind(
        place.headings, state.headings, sentence, state.section, plan
    )
    if place.headings != state.headings:
        state.headings = place.headings
        above = (c for title in reversed(place.headings) for c in cues(title, plan, state.section))
        state.heading_cue = next((cue for cue in above if not cue.status), None)
        if state.heading_cue is None and plan.report and plan.end is not None:
            aims = any(names_an_aim(title) for title in place.headings[-1:])
            state.heading_cue = Cue(0, 0, plan.end, printed=False) if aims else None


def _distinct(numbers: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in numbers:
        if kept and quantity.value_start < kept[-1].value_end:
            continue
        kept.append(quantity)
    return kept


def _row(
    item: Labelled,
    place: Sentence,
    sentence: str,
    text: str,
    found: list[Cue],
    tense: Tense,
    plan: Plan,
    state: State,
) -> Proposal:
    quantity = item.quantity
    at, end = quantity.value_start - place.start, quantity.end - place.start
    reasons = _label_doubts(item, sentence, at)
    when = dated(item, sentence, (at, end), found, (state.carried, state.heading_cue), tense, plan,
                 reasons)  # fmt: skip
    yearly = bool(_YEARLY.search(clause_before(sentence, at)))
    return proposal_of(
        text,
        quantity,
        _quote(place, sentence, quantity, item.start),
        label=item.label,
        locator=_locator(place.headings),
        year=when.year,
        first=when.first,
        printed_year=when.printed,
        kind=when.kind,
        scope=_scope(sentence, at),
        note="; ".join(n for n in (item.note, "每年" if yearly else "", _part(item)) if n),
        reasons=reasons,
        sentence=text[place.start : place.end].strip(),
    )


def _part(item: Labelled) -> str:
    return f"其中: part of {item.part_of}" if item.part_of else ""


def _label_doubts(item: Labelled, sentence: str, at: int) -> list[str]:
    reasons = []
    if not item.sure:
        reasons.append("label-unsure")
    elif len(item.label) < 4:
        reasons.append("label-short")
    if "list" in item.note or "labels" in item.note:
        reasons.append("labels-and-values")
    if item.quantity.worded:
        numeral = re.fullmatch(r"[一二两三四五六七八九十百千万]+", item.quantity.printed)
        reasons.append("chinese-numeral" if numeral else "in-words")
    if not item.quantity.unit and ":" not in item.quantity.printed:
        reasons.append("no-unit")
    if sentence.rfind("“", 0, at) > sentence.rfind("”", 0, at):
        reasons.append("in-quotation-marks")
    if re.search(r"控制在$", sentence[:at]) and item.quantity.comparator == "=":
        reasons.append("control")
    return reasons


def _scope(sentence: str, at: int) -> Scope:
    begin = max(sentence.rfind(c, 0, at) for c in ",;。") + 1
    words = sentence[begin : at + 12]
    for pattern, scope in _SCOPES:
        if re.search(pattern, words):
            return scope
    return "region"


def _locator(headings: tuple[str, ...]) -> str:
    return "·".join(title[:24] for title in headings[-3:]) or "正文"


def _quote(place: Sentence, sentence: str, quantity: Quantity, label_start: int) -> tuple[int, int]:
    """Return the shortest run from the label to the value, as far as a quote may reach."""
    begin = min(place.start + label_start, quantity.start)
    end = max(quantity.end, quantity.value_end)
    if label_start + place.start >= quantity.value_start - 1:
        behind = re.match(r"[^,。;、]*", sentence[end - place.start :])
        end += len(behind[0]) if behind else 0
    end = min(end, begin + QUOTE_LENGTH) if quantity.end <= begin + QUOTE_LENGTH else quantity.end
    begin = max(begin, end - QUOTE_LENGTH)
    begin = min(begin, quantity.value_start)
    end = min(end, begin + QUOTE_LENGTH)
    part = sentence[begin - place.start : end - place.start]
    return begin + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _milestone(
    milestone: Milestone, place: Sentence, sentence: str, text: str, tense: Tense, plan: Plan
) -> Proposal:
    cue = milestone.cue
    digits = re.search(r"(?:19|20)\d{2}", sentence[cue.start : cue.end])
    assert digits  # a milestone's year is printed
    start = place.start + cue.start + digits.start()
    year = Decimal(cue.year)
    quantity = Quantity(
        start, start + 4, start, start + 4, text[start : start + 4], "=", year, year, "年"
    )
    late = plan.written < cue.year or (cue.aims and tense.kind == "target")
    begin = place.start + cue.start
    end = min(place.start + milestone.end, begin + QUOTE_LENGTH)
    part = text[begin:end]
    return proposal_of(
        text,
        quantity,
        (begin + len(part) - len(part.lstrip()), end),
        label=text[place.start + milestone.start : place.start + milestone.end].strip(),
        locator=_locator(place.headings),
        year=cue.year,
        first=None,
        printed_year=True,
        kind="target" if late else "actual" if plan.start and cue.year < plan.start else tense.kind,
        scope="region",
        note="dated milestone",
        reasons=["milestone"],
        sentence=text[place.start : place.end].strip(),
        milestone=True,
    )
