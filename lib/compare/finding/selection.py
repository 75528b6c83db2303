"""Selection: which findings a lead tells, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from compare.finding.facts import Facts, Subject
from compare.finding.fields import as_many
from compare.finding.headings import is_of_one_indicator
from compare.finding.kinds.versus_region import FEW
from compare.finding.statement import CAME, Finding
from compare.wording.catalogue import Lang

MOST = 6
"""Findings in a lead, at most: those that say the same of several indicators are one clause."""

OPEN = ("unordered", "undetermined", "side-by-side", "totals")
"""What is said of several and decides nothing between them."""

_TOLD = 2
"""Of so many outcomes a lead has room: what is planned of them comes before other plans."""

_LEAST = 30.0
"""What weighs less opens no page, unless there is nothing else."""


@dataclass(frozen=True)
class _Candidates:
    """What a lead may tell, in the groups in which it is told.

    Attributes
    ----------
    asked : list of Finding
        What is to be asked of several regions, where nothing decides between them.
    first, then : list of Finding
        Outcomes and then plans; the other way round where plans alone decide.
    doubts : list of Finding
        What is to be checked.
    own : list of Finding
        Beside what is of several regions: what is of each by itself.
    decides : bool
        Whether anything decides between the regions.
    """

    asked: list[Finding]
    first: list[Finding]
    then: list[Finding]
    doubts: list[Finding]
    own: list[Finding]
    decides: bool

    def as_told(self, told: Sequence[Finding]) -> list[Finding]:
        """Return findings in the order of their groups."""
        return sorted(told, key=lambda one: self._places[id(one)])

    @cached_property
    def _places(self) -> dict[int, int]:
        groups = (self.asked, self.first, self.then, self.doubts, self.own)
        last_first = reversed([*enumerate(groups)])  # what is in two groups is told in the first
        return {id(one): place for place, group in last_first for one in group}


def selected(
    found: Sequence[Finding], facts: Facts, fits: Callable[[Sequence[Finding]], bool], lang: Lang
) -> list[Finding]:
    """Return the findings that a lead tells, in its order: the weightiest, as many as fit.

    One finding for each indicator; of an indicator's own page, one for each kind. Where a page
    is about no region, each has its turn.
    """
    may = _candidates(found, facts, lang)
    ranked = _ranked(may, facts, lang)

    def with_more(
        told: list[Finding], order: Sequence[Finding], *, others: bool = False
    ) -> list[Finding]:
        for one in order:
            if _is_new(one, told, others=others) and fits(may.as_told([*told, one])):
                told = [*told, one]
        return told

    told = ranked[:1]
    if facts.subject == Subject():
        told = with_more(told, ranked[1:2])
    if facts.subject == Subject() or not may.decides:  # then whoever is not named yet has a turn
        told = with_more(told, ranked, others=True)
    return may.as_told(with_more(told, ranked))


def _is_new(one: Finding, told: Sequence[Finding], *, others: bool) -> bool:
    """Tell whether a finding says what is not told yet.

    Of others: only what was, or what became of a plan, of a region which nothing told names.
    """
    if one in told or len(told) >= MOST:
        return False
    if one.figures and {*one.figures} <= {name for of in told for name in of.figures}:
        return False  # every number of it is told
    came = one.is_outcome or one.kind == "attainment"
    return not others or (came and not {*one.regions} <= {who for of in told for who in of.regions})


def _candidates(found: Sequence[Finding], facts: Facts, lang: Lang) -> _Candidates:
    """Return what a lead may tell of all that was found."""
    weighty = _weighty(found, facts)
    doubts = [one for one in weighty if one.kind == "inconsistency"]
    weighty = [one for one in weighty if one.kind != "inconsistency"]
    asked: list[Finding] = []
    own: list[Finding] = []
    decides = True
    if len(facts.subject.regions) > 1:  # a page about several opens with what is of several
        between = [one for one in weighty if len(one.regions) > 1]
        own = _own_of_each(found)
        decides = any(one.verdict not in OPEN for one in between)
        if not decides:
            asked = _of_both([*doubts, *found])
            own = [one for one in own if not any(_is_of_one(one, it) for it in asked)]
        weighty, own = (between, own) if decides else (own or between, [])
    weighty = _worth_telling(weighty, facts)
    if decides:  # else they share no year, and each is told of in turn
        weighty = newest_year_first(weighty, facts)
    singly = not decides  # then what one topic is in each of several is told of each
    outcomes = _of_each([one for one in weighty if one.is_outcome], facts, lang, singly=singly)
    plans = _of_each([one for one in weighty if not one.is_outcome], facts, lang)
    outcomes = _outcomes_in_turn(outcomes, facts)
    plans = _plans_in_turn(plans, outcomes, facts, lang)
    first, then = (plans, outcomes) if _only_open(outcomes, plans) else (outcomes, plans)
    return _Candidates(asked, first, then, doubts, own, decides)


def _weighty(found: Sequence[Finding], facts: Facts) -> list[Finding]:
    """Return what weighs enough to open a page, without what something later has overtaken."""
    weighty = [one for one in found if one.weight >= _LEAST and one.kind != "not-stated"]
    return of_last_field([one for one in weighty if not _has_newer(one, facts)] or weighty)


def _worth_telling(found: Sequence[Finding], facts: Facts) -> list[Finding]:
    """Return findings without those that others tell better, or that say next to nothing."""
    of_one = is_of_one_indicator(facts)
    if of_one:
        found = [one for one in found if one.strength != "related"]
    told = [one for one in found if not _is_told_singly(one, found)]
    return told if of_one else [one for one in told if not _asks_alike(one)] or told


def newest_year_first(found: Sequence[Finding], facts: Facts) -> list[Finding]:
    """Return findings with outcomes of a table of somebody's own by year, the newest first.

    Whoever makes a table every year asks what is new. Documents state little of each year: of
    their outcomes the weightiest comes first, of whatever year. Where no region is asked about,
    a year of a few regions alone is no news of all.
    """
    if facts.evidence.of_texts:
        return [*found]
    outcomes = [one for one in found if one.is_outcome]
    most: Counter[tuple[str, str | None]] = Counter()
    for one in outcomes:
        field = (one.kind, one.indicator)
        most[field] = max(most[field], len(one.regions))

    def place(one: Finding) -> tuple[bool, int]:
        whole = as_many(len(one.regions), most[one.kind, one.indicator])
        return not (facts.subject.regions or whole), -(one.year or 0)

    return [*sorted(outcomes, key=place), *(one for one in found if not one.is_outcome)]


def _outcomes_in_turn(outcomes: Sequence[Finding], facts: Facts) -> list[Finding]:
    """Return outcomes by weight; of no region, each region in turn, after one of several."""
    if facts.subject.regions:
        return [*outcomes]
    turns = _in_turn(outcomes)
    if facts.subject.indicators is not None:
        return turns
    of_several = [one for one in turns if len(one.regions) > 1][:1]
    return [*of_several, *(one for one in turns if one not in of_several)]


def _plans_in_turn(
    plans: Sequence[Finding], outcomes: Sequence[Finding], facts: Facts, lang: Lang
) -> list[Finding]:
    """Return plans in the order in which a lead tells them after its outcomes."""
    topics = [one.said[lang].topic for one in outcomes[:_TOLD]]
    turns = plans if facts.subject.regions else _in_turn(plans)
    return sorted(turns, key=lambda one: _next(one, topics, facts, lang))


def _ranked(may: _Candidates, facts: Facts, lang: Lang) -> list[Finding]:
    """Return candidates in the order in which they are given room."""
    opening = [*may.first[:1], *may.then[:1]]
    opening += [one for one in (*may.first, *may.then) if _is_beside(one, opening)]
    later = [one for one in (*may.first, *may.then) if one not in opening]
    order = [*opening, *later]
    if not may.decides:  # each has its turn, after what is to be asked of both
        beside = _of_one_line(order) if not may.asked else []
        order = [*may.asked, *_in_turn([*beside, *(one for one in order if one not in beside)])]
    order += [*may.own, *(one for one in may.doubts if one not in may.asked)]
    return sorted(order, key=lambda one: _says_little(one, facts, lang)) if may.own else order


def _is_beside(one: Finding, told: Sequence[Finding]) -> bool:
    """Tell whether a finding says of other regions what became of a target that is told."""
    if one in told or one.kind not in CAME:
        return False
    return any(other.kind in CAME and _is_of_one(one, other) for other in told)


def _only_open(outcomes: Sequence[Finding], plans: Sequence[Finding]) -> bool:
    """Tell whether outcomes decide nothing between several, and the first of the plans does."""
    decides = [one.verdict not in OPEN for one in plans[:1] if len(one.regions) > 1]
    return all(one.verdict in OPEN for one in outcomes) and any(decides)


def _says_little(finding: Finding, facts: Facts, lang: Lang) -> bool:
    """Tell whether promises decide nothing, or were for several years that have all gone by.

    What is of each region by itself says more.
    """
    of_years = not finding.said[lang].opening and facts.gone(finding.year)
    return finding.kind == "promise" and (finding.verdict in OPEN or of_years)


def _of_both(found: Sequence[Finding]) -> list[Finding]:
    """Return what several that nothing decides have to do with each other.

    A doubt about both, or their dates, or how many each has of something.
    """
    of_both = [one for one in found if len(one.regions) > 1]
    asked = [one for one in of_both if one.kind in ("inconsistency", "timing")]
    return (asked + [one for one in of_both if one.verdict == "totals"])[:1]


def _is_of_one(one: Finding, other: Finding) -> bool:
    return one.indicator is not None and one.indicator == other.indicator


def _own_of_each(found: Sequence[Finding]) -> list[Finding]:
    """Return what was, and what became of plans, of one region alone: each has its turn."""
    told = [one for one in found if one.is_outcome or one.kind in CAME]
    return _in_turn([one for one in told if len(one.regions) == 1 and one.verdict != "no-outcome"])


def _of_one_line(found: Sequence[Finding]) -> list[Finding]:
    """Return what several regions have, though in other years, beside one and the same line."""
    held = [one for one in found if one.is_outcome and one.reference]
    regions: dict[Any, set[Any]] = {}
    for one in held:
        regions.setdefault((one.indicator, one.reference), set()).add(one.regions)
    return [one for one in held if len(regions[one.indicator, one.reference]) > 1]


def _is_told_singly(finding: Finding, others: Sequence[Finding]) -> bool:
    """Tell whether the dates of a line of dates are told of each region by itself."""
    if finding.kind != "timing":
        return False
    told = {
        region
        for one in others
        if one.kind in CAME and one.indicator == finding.indicator
        for region in one.regions
    }
    return told >= {*finding.regions}


def _asks_alike(finding: Finding) -> bool:
    """Tell whether all that is said is that several ask for the same."""
    return finding.kind == "promise" and finding.verdict == "same"


def _in_turn(found: Sequence[Finding]) -> list[Finding]:
    """Return the weightiest finding of each region, then the next of each, and so on."""
    told: Counter[str] = Counter()
    turns = []
    for one in found:
        turns.append(told[one.regions[0]])
        told[one.regions[0]] += 1
    return [one for _, one in sorted(zip(turns, found, strict=True), key=lambda pair: pair[0])]


def _has_newer(finding: Finding, facts: Facts) -> bool:
    """Tell whether a line is held against an outcome that a later one has taken the place of."""
    if finding.kind != "versus-reference" or not finding.is_outcome:
        return False
    latest = facts.latest.get((finding.regions[0], str(finding.indicator)))
    return latest is not None and finding.year != latest


def of_last_field(found: Sequence[Finding]) -> list[Finding]:
    """Return findings without those of a field of regions that a later year has again."""
    fields: dict[Any, list[Finding]] = {}
    for one in found:
        if one.kind == "versus-region" and len(one.regions) > FEW:
            fields.setdefault(one.indicator, []).append(one)
    gone = {
        id(one)
        for of_one in fields.values()
        for one in of_one
        for other in of_one
        if (other.year or 0) > (one.year or 0) and as_many(len(other.regions), len(one.regions))
    }
    return [one for one in found if id(one) not in gone]


def _next(finding: Finding, topics: Sequence[str], facts: Facts, lang: Lang) -> tuple[int, int]:
    """Return what comes first of what is planned: what became of it, then what is to come.

    On the page of an indicator, what several undertake comes before what one does. What was
    planned for a year gone by comes later; on the page of a region, what only stands beside
    others' plans last. Of those alike, what is planned of the outcomes told comes first, then
    what is to be reached as a whole by a date.
    """
    of_several = is_of_one_indicator(facts) and finding.kind == "promise"
    if finding.kind == "attainment" and finding.verdict.endswith("not-decided"):
        return 3, 0  # it opens no page about targets that have numbers
    if finding.kind == "attainment" or of_several:
        return 0, 0
    if finding.kind == "revision":
        return 0, 1
    if finding.kind == "promise" and finding.verdict in OPEN:
        return 4, 0
    own = finding.kind == "own-target" or facts.subject.region is None
    topic, place = finding.said[lang].topic, 2 * len(topics)
    if finding.kind == "own-target" and topic in topics:
        place = 2 * topics.index(topic)
    if finding.kind == "timing" and facts.subject.region is not None:
        return 2, place - 1
    return 1 + facts.gone(finding.year) + 2 * (not own), place


def _of_each(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, singly: bool = False
) -> list[Finding]:
    """Return the weightiest finding of each topic; singly: of each topic and region.

    What became of a plan is told of each region.
    """
    of_one = is_of_one_indicator(facts)
    chosen: dict[Any, Finding] = {}
    for one in found:
        topic = one.said[lang].topic
        each = singly or one.kind in CAME
        key = (one.kind, one.regions) if of_one else (topic, one.regions if each else ())
        chosen.setdefault(key, one)
    return list(chosen.values())
