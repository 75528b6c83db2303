"""Proposals: every number of a text as a ledger row, with what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from compare.models import QUOTE_LENGTH, Comparator, Kind, Scope, YearBasis
from compare.scan.characters import normal
from compare.scan.labels import Labelled, labelled
from compare.scan.leftout import LeftOut
from compare.scan.matching import Candidate
from compare.scan.milestones import Milestone, milestones
from compare.scan.passages import Rows, Sentence, passages
from compare.scan.plans import Plan
from compare.scan.quantities import Quantity, quantities
from compare.scan.tables import TableValue, table_values
from compare.scan.tenses import Tense, section_kind, sentence_kind
from compare.scan.wordings import wordings
from compare.scan.years import Cue, When, cues, governing

DOUBTS = {
    "year-implied": 0.08,
    "year-carried": 0.2,
    "year-unknown": 0.7,
    "kind-implied": 0.05,
    "kind-guessed": 0.4,
    "in-words": 0.25,
    "label-short": 0.25,
    "label-unsure": 0.45,
    "no-unit": 0.15,
    "labels-and-values": 0.1,
    "milestone": 0.3,
    "chinese-numeral": 0.3,
    "in-quotation-marks": 0.2,
    "table-without-year": 0.15,
    "period-unsure": 0.3,
    "control": 0.15,
}
"""How much each reason weighs; together they make the doubt, from 0 to 1."""

_HEAD_OF_PART = 3
_FLOW = re.compile(
    r"新增|增加|新建|改扩建|新改扩建|扩建|迁建|改建|建成|完成|培训|招录|招聘|招引|引进|投入|发放|投资|创建|评选|获评|组建|命名|晋升|新招|"
    r"获得|荣获|交流|培养|推出|公布|取缔|创成|争取资金|安排|补助|资助|撤并|开展了"
)
_STOCK = re.compile(r"达到|达|拥有|现有|共有|总数|在校生|覆盖|累计达|保持|为$|有$")
_AIM_FLOW = re.compile(
    r"新增|增加|新建|改扩建|新改扩建|扩建|迁建|招聘|招录|招引|引进|完成|新(?:\(|改)|培养.{0,24}[名人]$|培育.{0,24}[名人]$|更新"
)
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


@dataclass(frozen=True)
class Proposal:
    """One proposed ledger row.

    The fields up to ``note`` are the columns of ``figures.csv``.

    Attributes
    ----------
    start, end : int
        The place of the printed value in the document.
    quote_start, quote_end : int
        The place of the quote.
    doubt : float
        From 0 (plain) to 1 (for the analyst to settle).
    reasons : tuple of str
        What is doubtful: keys of :data:`DOUBTS`.
    sentence : str
        The sentence or table row that prints it.
    candidates : tuple of Candidate
        The indicators that it may belong to.
    """

    start: int
    end: int
    quote_start: int
    quote_end: int
    label: str
    quote: str
    locator: str
    printed: str
    comparator: Comparator
    lo: Decimal | None
    hi: Decimal | None
    unit: str
    year: int | None
    year_start: int | None
    year_end: int | None
    year_basis: YearBasis
    kind: Kind
    scope: Scope
    worded: bool
    note: str
    reasons: tuple[str, ...]
    sentence: str
    milestone: bool = False
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def last_year(self) -> int | None:
        """The year itself, or the last year of the period."""
        return self.year if self.year is not None else self.year_end

    @property
    def doubt(self) -> float:
        """How doubtful the row is, from 0 to 1."""
        sure = 1.0
        for reason in self.reasons:
            sure *= 1 - DOUBTS[reason]
        return round(1 - sure, 2)


@dataclass
class _State:
    """What the sentences before leave in force."""

    section: Kind
    carried: Cue | None = None
    paragraph: int = -1
    headings: tuple[str, ...] = ()
    heading_cue: Cue | None = None


def proposals(text: str, plan: Plan) -> Iterator[Proposal]:
    """Yield the proposed rows of a text, in its order.

    Parameters
    ----------
    text : str
        As the document prints it.
    plan : Plan
        What the document says about itself.
    """
    plain = normal(text)
    left_out = LeftOut(plain)
    state = _State("actual" if plan.report else "target")
    for passage in passages(plain):
        if isinstance(passage, Rows):
            yield from _of_table(passage, text, plain, plan, left_out, state)
        else:
            yield from _of_sentence(passage, text, plain, plan, left_out, state)


# --- running text -----------------------------------------------------------------------


def _of_sentence(
    place: Sentence, text: str, plain: str, plan: Plan, left_out: LeftOut, state: _State
) -> Iterator[Proposal]:
    sentence = plain[place.start : place.end]
    _enter(place, sentence, plan, state)
    found = [
        c
        for c in cues(sentence, plan)
        if not left_out.holds(place.start + c.start, place.start + c.end)
    ]
    numbers = sorted(
        [*quantities(sentence, place.start, left_out), *wordings(sentence, place.start, left_out)],
        key=lambda quantity: quantity.value_start,
    )
    numbers = _distinct(numbers)
    tense = sentence_kind(sentence, state.section, plan)
    for item in labelled(sentence, place.start, numbers):
        yield _row(item, place, sentence, text, found, tense, plan, state)
    spans = [(q.start - place.start, q.end - place.start) for q in numbers]
    for milestone in milestones(sentence, found, spans):
        yield _milestone(milestone, place, sentence, text, tense, plan)
    printed = [c for c in found if c.printed and not _in_brackets(sentence, c.start)]
    if printed:
        state.carried = printed[-1] if _opens(sentence, printed) else None


def _opens(sentence: str, found: list[Cue]) -> bool:
    """Tell whether the years stand at the head of the sentence and its parts.

    到2025年,A…;B…。C… leaves its year in force for C; A…;2025年底前完成B。C… does not.
    """
    first = sentence[: found[0].start].strip(" “—、")
    last = re.split(r"[;]", sentence[: found[-1].start])[-1].strip(" “—、")
    return len(first) <= _HEAD_OF_PART and len(last) <= _HEAD_OF_PART


def _in_brackets(sentence: str, place: int) -> bool:
    return sentence.rfind("(", 0, place) > sentence.rfind(")", 0, place)


def _enter(place: Sentence, sentence: str, plan: Plan, state: _State) -> None:
    """Move on to a sentence: what governs it from above and from before."""
    state.section = section_kind(place.headings, state.headings, sentence, state.section, plan)
    if place.headings != state.headings:
        state.headings = place.headings
        above = [c for title in reversed(place.headings) for c in cues(normal(title), plan)]
        state.heading_cue = next((c for c in above if c.first is None and c.printed), None)
    if place.paragraph != state.paragraph:
        state.paragraph, state.carried = place.paragraph, None


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
    state: _State,
) -> Proposal:
    quantity = item.quantity
    at = quantity.value_start - place.start
    reasons = _label_doubts(item, sentence, at)
    when = _when(sentence, at, quantity.value_end - place.start, found, state)
    kind = _kind(when, tense, plan, item, reasons)
    around = _clause_before(sentence, at) + sentence[at : quantity.end - place.start]
    year, first = _years(when, kind, plan, item, around, sentence, tense, reasons)
    start, end = _quote(place, sentence, quantity, item.start)
    yearly = bool(_YEARLY.search(_clause_before(sentence, at)))
    return _proposal(
        text,
        quantity,
        (start, end),
        label=item.label,
        locator=_locator(place.headings),
        year=year,
        first=first,
        printed_year=when.printed and when.how in ("sentence", "local"),
        kind=kind,
        scope=_scope(sentence, at),
        note="; ".join(n for n in (item.note, "每年" if yearly else "", _part(item)) if n),
        reasons=reasons,
        sentence=text[place.start : place.end].strip(),
    )


def _part(item: Labelled) -> str:
    return f"其中: part of {item.part_of}" if item.part_of else ""


def _proposal(
    text: str,
    quantity: Quantity,
    quote: tuple[int, int],
    *,
    label: str,
    locator: str,
    year: int | None,
    first: int | None,
    printed_year: bool,
    kind: Kind,
    scope: Scope,
    note: str,
    reasons: list[str],
    sentence: str,
    milestone: bool = False,
) -> Proposal:
    printed = text[quantity.value_start : quantity.value_end]
    period = first is not None and year is not None and first < year
    return Proposal(
        start=quantity.value_start,
        end=quantity.value_end,
        quote_start=quote[0],
        quote_end=quote[1],
        label=label,
        quote=text[quote[0] : quote[1]],
        locator=locator,
        printed=printed,
        comparator=quantity.comparator,
        lo=quantity.lo,
        hi=quantity.hi,
        unit=quantity.unit,
        year=None if period else year,
        year_start=first if period else None,
        year_end=year if period else None,
        year_basis="printed" if printed_year and year is not None else "implied",
        kind=kind,
        scope=scope,
        worded=not re.search(r"\d", printed),
        note=note,
        reasons=tuple(dict.fromkeys(reasons)),
        sentence=sentence,
        milestone=milestone,
    )


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


def _when(sentence: str, at: int, end: int, found: list[Cue], state: _State) -> When:
    carried = state.carried or state.heading_cue
    cue, how = governing(sentence, at, end, found, carried)
    if cue is None:
        return When(None, None, False, "unknown")
    if how == "carried" and state.carried is None:
        how = "heading"
    return When(cue.year, cue.first, cue.printed, how, cue)


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


def _clause_before(sentence: str, at: int) -> str:
    return re.split(r"[,;。]", sentence[:at])[-1]


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
    return _proposal(
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


# --- tables -----------------------------------------------------------------------------


def _of_table(
    table: Rows, text: str, plain: str, plan: Plan, left_out: LeftOut, state: _State
) -> Iterator[Proposal]:
    values = table_values(table, plain, plan, left_out)
    if values is not None:
        yield from (_cell_row(value, table, text, plain, plan) for value in values)
        return
    for row in table.rows:  # a table that nothing explains is read as text
        start, end = row[0].start, row[-1].end
        if end > start:
            place = Sentence(start, end, table.headings, -2)
            yield from _of_sentence(place, text, plain, plan, left_out, state)


def _cell_row(value: TableValue, table: Rows, text: str, plain: str, plan: Plan) -> Proposal:
    column, quantity = value.column, value.quantity
    reasons = [] if column.printed else ["table-without-year"]
    year = column.year
    if year is None:
        reasons.append("year-unknown")
    if quantity.worded:
        reasons.append("in-words")
    kind = _column_kind(value, plan)
    start = value.quote_start
    end = value.quote_end
    if end - start > QUOTE_LENGTH:
        end = max(quantity.value_end, min(end, start + QUOTE_LENGTH))
        start = max(start, end - QUOTE_LENGTH)
    caption = re.sub(r"[((].*$|单位.*$", "", normal(table.caption)).strip()[:16] or "表"
    return _proposal(
        text,
        quantity,
        (start, end),
        label=value.label,
        locator=f"{caption}第{value.row}行{column.head}",
        year=year,
        first=None,
        printed_year=column.printed,
        kind=kind,
        scope="region",
        note=f"其中: part of {value.part_of}" if value.part_of else "",
        reasons=reasons,
        sentence=_row_text(value, text),
    )


def _row_text(value: TableValue, text: str) -> str:
    begin = text.rfind("\n", 0, value.quote_start) + 1
    end = text.find("\n", value.quote_end)
    return text[begin : end if end >= 0 else len(text)].strip()


def _column_kind(value: TableValue, plan: Plan) -> Kind:
    column = value.column
    if plan.report:
        return "actual"
    if column.kind:
        return "target" if column.kind == "target" else "actual"
    if column.year is not None and plan.start is not None:
        if column.year < plan.start:
            return "actual"
        if column.year > plan.written:
            return "target"
    return "target" if plan.start is not None else "actual"
