"""Which shared indicators a number may belong to, and why: terms, units, look-alikes.

The terms are data (``definitions/terms.csv``), typed beside the indicators:

- a **term** is the indicator's own name: alone in the label it may be *exact*;
- a **synonym** says nearly the same: at best *close*;
- a **negative** term names a look-alike: with it nothing is more than a *proxy*;
- **harmless** words change nothing beside a term: 全县中小学生每天体育活动时间;
- **years** says over how many years the indicator adds up: over others it is a *proxy*.

Parts of a term are separated by spaces and must stand in the label in this order (those of a
negative term in any order);
``a|b`` is one or the other. What a label says beyond a term and harmless words makes
the grade fall: a wrong *close* costs more than one that the analyst has to raise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from compare.errors import DataError
from compare.ledger import units
from compare.ledger.ledger import read_rows
from compare.ledger.models import Comparability, Indicator, Kind, Region, Term

_GRADES: tuple[Comparability, ...] = ("exact", "close", "proxy")

_NEUTRAL = re.compile(
    r"全市域|全市|全县域|全县|全区|全州|全旗|全省|全域|我市|我县|我区|我省|本市|本县|本区|辖区内?|区域内?|自治区|预期|目前|各级各类|"
    r"达到|实现|比例|占比|比重|比率|总数|总体|平均|阶段|适龄|符合条件的?|数量|打造|重点|建设|建成|培育|继续|确保|"
    r"力争|争取|成功|学生总数|的|了|为|在|占|中|率|数|个|及|和|与|、|,|以上|总计|共|其中|新型|到|儿童少年|[“”()\s·|—/-]"
)
_LIMITS = re.compile(
    r"农村|乡村|乡镇|城镇|城区|县城|城关|城市|民办|公办|男|女|残疾|留守|流动|贫困|困难|招生|招收|新增|增长|增幅|提高|提升|下降|"
    r"差距|高于|低于|超|示范|优质|民族|中职|高职|本科|免费|达标|应届|直属|试点|一年|骨干|新招聘|新入职|新进|新任|生均|各|每|部分|县级|市级|人均|非|不"
)
_MOVES = re.compile(
    r"(?:提高|提升|增长|增加|增幅|下降|降低|降幅|减少|收窄|缩小|(?<!不)高于|(?<!不)低于|高出|超全|超过|翻)"
)


@dataclass(frozen=True)
class Candidate:
    """An indicator that a number may belong to.

    Attributes
    ----------
    indicator : str
        Its key.
    comparability : str
        The proposed grade.
    factor : decimal.Decimal
        What the printed number is multiplied by.
    reason : str
        Why, in Chinese, as it would stand in ``alignment.csv``.
    reason_en : str
        Why, in English.
    """

    indicator: str
    comparability: Comparability
    factor: Decimal
    reason: str
    reason_en: str


@dataclass(frozen=True)
class Counted:
    """What matching needs to know of a number."""

    label: str
    unit: str
    kind: Kind
    lo: Decimal | None
    hi: Decimal | None
    yearly: bool = False
    milestone: bool = False
    worded: bool = False
    years: int = 1


@dataclass(frozen=True)
class _Hit:
    """A term in a label: where its parts stand, and what the label says besides."""

    term: Term
    words: str
    spans: tuple[tuple[int, int], ...]
    rest: str

    def within(self, other: _Hit) -> bool:
        """Tell whether every part stands inside a part of another: 入学率 in 毛入学率."""
        return all(
            any(a <= start and end <= b for a, b in other.spans) for start, end in self.spans
        )


class Terms:
    """The indicators and the words by which they are known."""

    def __init__(self, indicators: Iterable[Indicator], terms: Iterable[Term]) -> None:
        self.indicators = list(indicators)
        self.by_indicator: dict[str, list[Term]] = defaultdict(list)
        self._years: dict[str, int] = {}
        harmless: dict[str, set[str]] = defaultdict(set)
        for term in terms:
            if term.role == "years":
                self._years[term.indicator] = int(term.term)
            elif term.role == "harmless":
                harmless[term.indicator].update(*term.parts)
            else:
                self.by_indicator[term.indicator].append(term)
        self._some = {name: _any_last(found) for name, found in self.by_indicator.items()}
        self._harmless = {name: _any_of(words) for name, words in harmless.items()}
        self._in_unit: dict[tuple[str, bool], list[tuple[Indicator, Decimal]]] = {}

    def candidates(self, counted: Counted, region: Region | None = None) -> tuple[Candidate, ...]:
        """Return the indicators that a number may belong to, the best first.

        Parameters
        ----------
        counted : Counted
            Label, unit and values of the number.
        region : Region, optional
            Its province and level rule indicators out.
        """
        found = [
            candidate
            for indicator, factor in self._fitting(counted.unit, counted.milestone)
            if self._some[indicator.indicator].search(counted.label)
            and _may_have(indicator, region)
            and (candidate := self._candidate(indicator, factor, counted)) is not None
        ]
        found.sort(key=lambda candidate: _GRADES.index(candidate.comparability))
        return tuple(_one_measure(found))

    def _fitting(self, unit: str, milestone: bool) -> list[tuple[Indicator, Decimal]]:
        """Return the indicators that a unit fits, with the factor that turns it into theirs."""
        if (unit, milestone) not in self._in_unit:
            self._in_unit[unit, milestone] = [
                (indicator, factor)
                for indicator in self.indicators
                if self.by_indicator[indicator.indicator]
                and (indicator.unit == "year") == milestone
                and (factor := units.factor(unit, indicator.unit)) is not None
            ]
        return self._in_unit[unit, milestone]

    def _candidate(
        self, indicator: Indicator, factor: Decimal, counted: Counted
    ) -> Candidate | None:
        if not _in_bounds(indicator, counted, factor):
            return None
        hits = self._hits(indicator, counted.label)
        named = [hit for hit in hits if hit.term.role != "negative"]
        wrong = [
            hit
            for hit in hits
            if hit.term.role == "negative" and not any(hit.within(other) for other in named)
        ]
        if wrong:
            alike = any(" " in hit.term.term for hit in wrong)
            return _look_alike(indicator, factor, wrong[0]) if named or alike else None
        if not named:
            return None
        graded = _graded(indicator, factor, counted, min(named, key=_strangeness))
        years = self._years.get(indicator.indicator)
        lasted = 1 if counted.yearly else counted.years
        return graded if years in (None, lasted) else _other_years(graded, years)

    def _hits(self, indicator: Indicator, label: str) -> list[_Hit]:
        hits = []
        for term in self.by_indicator[indicator.indicator]:
            if not _may_match(term, label):
                continue
            spans = _places(term, label)
            if spans:
                rest = label
                for start, end in sorted(spans, reverse=True):
                    rest = rest[:start] + rest[end:]
                if harmless := self._harmless.get(indicator.indicator):
                    rest = harmless.sub("", rest)
                words = "…".join(label[start:end] for start, end in spans)
                hits.append(_Hit(term, words, spans, _NEUTRAL.sub("", rest)))
        return hits


@lru_cache(maxsize=4096)
def _pattern(term: str) -> re.Pattern[str]:
    parts = ("|".join(re.escape(word) for word in part.split("|")) for part in term.split())
    return re.compile(".{0,24}?".join(f"({part})" for part in parts))


def _places(term: Term, label: str) -> tuple[tuple[int, int], ...]:
    """Return where the parts of a term stand in a label; a look-alike's in any order.

    小学巩固率 and 巩固率小学 are the same look-alike.
    """
    match = _pattern(term.term).search(label)
    if match:
        return tuple(match.span(number) for number in range(1, match.re.groups + 1))
    if term.role != "negative" or len(term.parts) == 1:
        return ()
    found = (_pattern("|".join(part)).search(label) for part in term.parts)
    return tuple(place.span(1) for place in found if place)


def _any_last(terms: Iterable[Term]) -> re.Pattern[str]:
    """Return a pattern without which none of the terms can match."""
    return _any_of({word for term in terms for word in term.parts[-1]})


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) for word in longest_first) or r"(?!)")


def _may_match(term: Term, label: str) -> bool:
    """Tell quickly whether every part of a term is somewhere in a label."""
    return all(any(word in label for word in part) for part in term.parts)


def _strangeness(hit: _Hit) -> tuple[int, bool, int]:
    return len(hit.rest), hit.term.role != "term", -len(hit.term.term)


def _may_have(indicator: Indicator, region: Region | None) -> bool:
    if region is None:
        return True
    in_province = not indicator.only_in or indicator.only_in == region.province
    return in_province and indicator.applies_to(region.level)


def _in_bounds(indicator: Indicator, counted: Counted, factor: Decimal) -> bool:
    if indicator.unit == "%" and _MOVES.search(counted.label):
        return False  # a rise or fall of a share is no share
    if indicator.unit == "coefficient" and (counted.lo or counted.hi or Decimal(0)) >= 3:
        return False
    for value in (counted.lo, counted.hi):
        if value is None:
            continue
        scaled = value * factor
        if indicator.floor is not None and scaled < indicator.floor:
            return False
        if indicator.cap is not None and scaled > indicator.cap:
            return False
    return True


def _other_years(found: Candidate, years: int | None) -> Candidate:
    return replace(
        found,
        comparability="proxy",
        reason=f"{found.reason.rstrip('。')}；不是{years}年累计。",
        reason_en=f"{found.reason_en.rstrip('.')}; not added up over {years} years.",
    )


def _look_alike(indicator: Indicator, factor: Decimal, hit: _Hit) -> Candidate:
    why = hit.term.note or "名称相近而概念不同"
    return Candidate(
        indicator.indicator,
        "proxy",
        factor,
        f"含“{hit.words}”：{why}。",
        f"A look-alike of {indicator.name_en}: the label has a negative term.",
    )


def _graded(indicator: Indicator, factor: Decimal, counted: Counted, hit: _Hit) -> Candidate:
    grade: Comparability = "exact" if hit.term.role == "term" else "close"
    reason = f"与“{hit.words}”相合" + (f"，{hit.term.note}" if hit.term.note else "")
    english = f"Matches the {hit.term.role} of {indicator.name_en}"
    if hit.rest:
        limited = bool(_LIMITS.search(hit.rest)) or len(hit.rest) > 4
        grade = "proxy" if limited else "close"
        reason += f"；另有“{hit.rest}”"
        english += "; the label says more than that"
    if units.is_unclear(counted.unit, indicator.unit):
        grade, reason = "proxy", reason + "；百分比还是百分点未明"
        english += "; per cent or percentage points is not clear"
    return Candidate(indicator.indicator, grade, factor, reason + "。", english + ".")


def _one_measure(found: Sequence[Candidate]) -> Iterable[Candidate]:
    """Grade as proxy what is exact or close to more than one indicator: one at most can be."""
    strong = [candidate for candidate in found if candidate.comparability != "proxy"]
    for candidate in found:
        if candidate in strong[1:]:
            yield Candidate(
                candidate.indicator,
                "proxy",
                candidate.factor,
                f"{candidate.reason.rstrip('。')}；但更接近 {strong[0].indicator}。",
                f"{candidate.reason_en} Nearer to {strong[0].indicator}.",
            )
        else:
            yield candidate


def read_terms(raw: Path) -> Terms:
    """Read the indicators and their terms from ``data/raw/definitions``.

    Raises
    ------
    DataError
        With every problem of the two files.
    """
    folder = raw / "definitions"
    indicators, problems = read_rows(folder, "indicators", Indicator, raw)
    terms, more = read_rows(folder, "terms", Term, raw)
    if problems or more:
        raise DataError([*problems, *more])
    return Terms((e.item for e in indicators), (e.item for e in terms))
