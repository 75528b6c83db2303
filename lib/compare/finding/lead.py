"""Lead: the answer that a page opens with, chosen from its findings by weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from compare.finding.below import below
from compare.finding.due import what_came, without_outcome
from compare.finding.facts import Facts, Subject
from compare.finding.findings import as_frame, found_in
from compare.finding.headings import (
    heading_of_findings,
    is_of_one_indicator,
    length,
    subject_name,
)
from compare.finding.headline import Headline
from compare.finding.kinds.versus_region import FEW
from compare.finding.stated_alone import stated_alone
from compare.finding.statement import Finding, Said
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as heading_of
from compare.wording.phrases import bracketed, clauses, joined, moment, sentences

_TOLD = 2
"""Of so many outcomes a lead has room: what is planned of them comes before other plans."""

MOST = 6
"""Findings in a lead, at most: those that say the same of several indicators are one clause."""

LONGEST = {"zh": 160, "en": 70}
"""Characters of a Chinese lead and words of an English one, at most."""

_LEAST = 30.0
"""What weighs less opens no page, unless there is nothing else."""

_OPEN = ("unordered", "undetermined", "side-by-side", "totals")
"""What is said of several and decides nothing between them."""

_PLANNED = ("own-target", "promise", "pace", "timing", "versus-reference")
"""What tells of plans without saying what became of them."""

_WELL = ("above", "met", "level")
"""What is as it should be is told without differences where several say the same."""


def lead(
    observations: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    year: int | None = None,
    direction: str | Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
    name: str | None = None,
    lang: Lang = "zh",
) -> Headline:
    """Return the heading and the lead of a page: its weightiest findings, in a few lines.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : str or sequence of str, optional
        A region, several regions, an indicator or a theme, by any name.
    kinds : collection of str, optional
        Only these kinds of findings.
    year : int, optional
        Only findings that speak of this year, of a target the year that it is for.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        In place of the column direction, which a frame of one's own needs.
    evidence : Evidence, optional
        What is known beside the rows: :func:`compare.evidence`.
    name : str, optional
        What the page is about; by default the names of the subject, or the targets of a year.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    Headline
        The heading, the lead, the other findings by weight, and all of them as rows.

    Examples
    --------
    >>> import compare
    >>> said = lead(compare.observations(), about="抚顺", evidence=compare.evidence())
    >>> said.text.startswith("抚顺市：")
    True
    """
    check_lang(lang)
    facts = Facts(observations, about, evidence, direction)
    facts.year = year
    found = [one for one in found_in(facts, kinds) if year is None or one.year == year]
    return lead_of(found, facts, lang, name=name)


def lead_of(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, name: str | None = None
) -> Headline:
    """Return the heading and the lead of findings, the weightiest first, of some facts."""
    unknown = next((one for one in found if one.verdict == "no-outcome"), None)
    alone = _nothing_common(found, facts, lang)
    chosen = _chosen(found, facts, LONGEST[lang] - length(alone, lang), lang)
    told = [*chosen, unknown] if chosen else chosen
    rest = [one.said[lang].sentence(lang) for one in found if one not in told]
    if not chosen:
        stated = stated_alone(facts, LONGEST[lang], lang)
        source = below([], facts, lang, regions=stated.regions, figures=stated.figures)
        heading = _heading(stated.title, facts, name, lang)
        return Headline(heading, tuple(rest), stated.text, as_frame(found), facts, source)
    first = heading_of_findings(chosen, facts, lang, topics=not is_of_one_indicator(facts))
    heading = _heading(first, facts, name, lang)
    gap = " " * (lang == "en")
    answer = gap.join(filter(None, [_answer(chosen, facts, lang), alone]))
    source = below(chosen, facts, lang, unknown=unknown)
    told_of = tuple(dict.fromkeys(one.indicator for one in chosen if one.indicator is not None))
    return Headline(heading, tuple(rest), answer, as_frame(found), facts, source, told_of)


def _heading(said: str, facts: Facts, name: str | None, lang: Lang) -> str:
    """Return what a page is about, and what it says; of a year, where that does not tell it."""
    if facts.year is None:
        return heading_of(name or subject_name(facts, lang), said, lang)
    if str(facts.year) in said:
        return said[0].upper() + said[1:]
    return heading_of(name or moment({"year": facts.year, "kind": "target"}, lang), said, lang)


def _nothing_common(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return, of several regions, that no outcome of one is beside one of another."""
    between = [one for one in found if len(one.regions) > 1]
    if len(facts.subject.regions) < 2 or any(
        one.is_outcome and (one.verdict not in _OPEN or one.verdict == "totals") for one in between
    ):
        return ""
    contained = any({*pair} <= {*facts.subject.regions} for pair in facts.parts)
    return sentences([say(f"lead-nothing-common{'-of-parts' * contained}", lang)], lang)


def _chosen(found: Sequence[Finding], facts: Facts, room: int, lang: Lang) -> list[Finding]:
    """Return the findings that a lead has room for: the weightiest outcomes, and what is planned.

    One finding for each indicator; of an indicator's own page, one for each kind. Where a page
    is about no region, each has its turn.
    """
    weighty = [one for one in found if one.weight >= _LEAST and one.kind != "not-stated"]
    weighty = [one for one in weighty if not _has_newer(one, facts)] or weighty
    weighty = of_last_field(weighty)
    doubts = [one for one in weighty if one.kind == "inconsistency"]
    weighty = [one for one in weighty if one.kind != "inconsistency"]
    own: list[Finding] = []
    decides, asked = True, []
    if len(facts.subject.regions) > 1:  # a page about several opens with what is of several
        own = _own_of_each(found)
        between = [one for one in weighty if len(one.regions) > 1]
        decides = any(one.verdict not in _OPEN for one in between)
        if not decides:
            asked = _of_both(doubts, [one for one in found if len(one.regions) > 1])
            own = [one for one in own if not any(_is_of_one(one, it) for it in asked)]
        weighty, own = (between, own) if decides else (own or between, [])
    if is_of_one_indicator(facts):
        weighty = [one for one in weighty if one.strength != "related"]
    weighty = [one for one in weighty if not _is_told_singly(one, weighty)]
    if not is_of_one_indicator(facts):
        weighty = [one for one in weighty if not _asks_alike(one)] or weighty
    singly = not decides  # then what one topic is in each of several is told of each
    outcomes = _of_each([one for one in weighty if one.is_outcome], facts, lang, singly=singly)
    plans = _of_each([one for one in weighty if not one.is_outcome], facts, lang)
    if not facts.subject.regions:
        outcomes, plans = _in_turn(outcomes), _in_turn(plans)
        if facts.subject.indicators is None:
            of_several = [one for one in outcomes if len(one.regions) > 1][:1]
            outcomes = [*of_several, *(one for one in outcomes if one not in of_several)]
    topics = [one.said[lang].topic for one in outcomes[:_TOLD]]
    plans.sort(key=lambda one: _next(one, topics, facts, lang))
    first, then = (plans, outcomes) if _only_open(outcomes, plans) else (outcomes, plans)
    order = [*first[:1], *then[:1], *first[1:], *then[1:]]
    if not decides:  # each has its turn, after what is to be asked of both
        beside = _of_one_line(order) if not asked else []
        order = [*asked, *_in_turn([*beside, *(one for one in order if one not in beside)])]
    order += [*own, *(one for one in doubts if one not in asked)]
    if own:
        order.sort(key=lambda one: _says_little(one, facts, lang))

    def told_in_order(told: Sequence[Finding]) -> list[Finding]:
        return sorted(
            told,
            key=lambda one: (one not in asked, one in own, one in doubts, one not in first),
        )

    def fits(told: Sequence[Finding]) -> bool:
        return length(_answer(told_in_order(told), facts, lang), lang) <= room

    told = order[:1]
    if facts.subject == Subject():
        told = _with_more(told, order[1:2], fits)
    if facts.subject == Subject() or not decides:  # then whoever is not named yet has a turn
        told = _with_more(told, order, fits, others=True)
    return told_in_order(_with_more(told, order, fits))


def _with_more(
    told: list[Finding],
    order: Sequence[Finding],
    fits: Callable[[Sequence[Finding]], bool],
    *,
    others: bool = False,
) -> list[Finding]:
    """Return what is told with as many more findings as there is room for, in their order.

    Of others: only what was, or what became of a plan, of a region which nothing told names.
    """
    for one in order:
        named = {region for of in told for region in of.regions}
        known = {name for of in told for name in of.figures}
        came = one.is_outcome or one.kind == "attainment"
        if one in told or (others and (not came or {*one.regions} <= named)):
            continue
        if one.figures and {*one.figures} <= known:
            continue  # every number of it is told
        if len(told) < MOST and fits([*told, one]):
            told = [*told, one]
    return told


def _only_open(outcomes: Sequence[Finding], plans: Sequence[Finding]) -> bool:
    """Tell whether outcomes decide nothing between several, and the first of the plans does."""
    decides = [one.verdict not in _OPEN for one in plans[:1] if len(one.regions) > 1]
    return all(one.verdict in _OPEN for one in outcomes) and any(decides)


def _says_little(finding: Finding, facts: Facts, lang: Lang) -> bool:
    """Tell whether promises decide nothing, or were for several years that have all gone by.

    What is of each region by itself says more.
    """
    of_years = not finding.said[lang].opening and facts.gone(finding.year)
    return finding.kind == "promise" and (finding.verdict in _OPEN or of_years)


def _of_both(doubts: Sequence[Finding], between: Sequence[Finding]) -> list[Finding]:
    """Return what several that nothing decides have to do with each other.

    A doubt about both, or their dates, or how many each has of something.
    """
    of_both = [one for one in doubts if len(one.regions) > 1]
    of_both += [one for one in between if one.kind == "timing"]
    return (of_both + [one for one in between if one.verdict == "totals"])[:1]


def _is_of_one(one: Finding, other: Finding) -> bool:
    return one.indicator is not None and one.indicator == other.indicator


def _own_of_each(found: Sequence[Finding]) -> list[Finding]:
    """Return what was, and what became of plans, of one region alone: each has its turn."""
    told = [one for one in found if one.is_outcome or one.kind in ("attainment", "revision")]
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
        if one.kind in ("attainment", "revision") and one.indicator == finding.indicator
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


_AS_MANY = 0.9
"""A later field takes the place of an earlier one where it has about as many regions."""


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
        if (other.year or 0) > (one.year or 0) and len(other.regions) >= len(one.regions) * _AS_MANY
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
    if finding.kind == "attainment" and finding.verdict == "not-decided":
        return 3, 0  # it opens no page about targets that have numbers
    if finding.kind == "attainment" or of_several:
        return 0, 0
    if finding.kind == "revision":
        return 0, 1
    if finding.kind == "promise" and finding.verdict in _OPEN:
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
    """Return the weightiest finding of each topic; singly: of each topic and region."""
    of_one = is_of_one_indicator(facts)
    chosen: dict[Any, Finding] = {}
    for one in found:
        topic = one.said[lang].topic
        key = (one.kind, one.regions) if of_one else (topic, one.regions if singly else ())
        chosen.setdefault(key, one)
    return list(chosen.values())


def _answer(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return findings as a text that says of the targets it tells whether they came."""
    plans = [one for one in found if _is_planned(one)]
    told = [
        without_outcome(one.figures, facts) if one.kind == "timing" else one.figures
        for one in plans
    ]
    ends = len(facts.subject.regions) < 2 and all(one.is_outcome or one in plans for one in found)
    came = what_came(
        [name for figures in told for name in figures],
        facts,
        lang,
        regions={region for one in plans for region in one.regions},
        just_told=ends,
    )
    last = max((place for place, one in enumerate(found) if one in plans), default=-1) + 1
    before, behind = _text(found[:last], facts, lang), found[last:]
    rest = _text(behind, facts, lang, first=not last) if behind else ""
    return (" " * (lang == "en")).join(filter(None, [before, came, rest]))


def _is_planned(one: Finding) -> bool:
    """Tell whether a finding tells of plans; targets of two levels that differ are such, too."""
    return (one.kind in _PLANNED or one.verdict == "levels") and not one.is_outcome


def _text(found: Sequence[Finding], facts: Facts, lang: Lang, *, first: bool = True) -> str:
    """Return findings as a text: those with one opening in one sentence."""
    named = facts.subject.region is None
    unnamed = first and not named  # the first sentence says whom the page is about
    known = {(one.regions, one.said[lang].topic) for one in found if one.is_outcome}
    by_opening: dict[str, list[Finding]] = {}
    for one in found:
        by_opening.setdefault(_opening(one, lang, named=named), []).append(one)
    parts: list[str] = []
    for opening, group in by_opening.items():
        told = list(_clauses(group, known, lang, named=named))
        if unnamed and not parts:
            whole = next(_clauses(group, known, lang, named=True))
            opening, told = _opening(group[0], lang, named=True), [whole, *told[1:]]
        parts.append(opening + clauses(told, lang))
    return sentences(parts, lang)


def _opening(finding: Finding, lang: Lang, *, named: bool) -> str:
    said = finding.said[lang]
    return said.named_opening if named else said.opening


def _clauses(
    found: Sequence[Finding], known: Collection[Any], lang: Lang, *, named: bool
) -> Iterator[str]:
    """Yield the clauses of one sentence, those that say the same of one region as one.

    Where the lead tells an outcome, known by region and topic, a plan for it begins there.
    """
    alike: dict[Any, list[Finding]] = {}
    for one in found:
        key = (one.regions, one.said[lang].short) if _may_be_merged(one, lang) else one
        alike.setdefault(key, []).append(one)
    for group in alike.values():
        said = [one.said[lang] for one in group]
        if len(group) > 1:
            yield _together(said, group[0].verdict, lang, named=named)
        elif said[0].again and (group[0].regions, said[0].topic) in known:
            yield said[0].named_again if named else said[0].again
        else:
            yield said[0].named_brief if named else said[0].brief


def _may_be_merged(one: Finding, lang: Lang) -> bool:
    """Tell whether a finding says of an outcome how far it lies from what others may, too."""
    of_outcome = one.is_outcome and one.kind in ("versus-reference", "versus-region")
    return of_outcome and bool(one.said[lang].amount or one.verdict in _WELL)


def _together(said: Sequence[Said], verdict: str, lang: Lang, *, named: bool) -> str:
    known = {
        "who": say("finding-who", lang, region=said[0].who) if named and said[0].who else "",
        "items": joined([one.item for one in said], lang),
        "short": said[0].short,
    }
    if verdict in _WELL:
        limits = joined([one.limit for one in said if one.limit], lang)
        held = bracketed(limits, lang) if limits else ""
        return say(f"lead-summary-{verdict}", lang, **known, alike=said[0].alike, limits=held)
    form = "lead-alike" if said[0].who else "lead-alike-between"
    amounts = _amounts([one.amount for one in said], lang)
    return say(form, lang, **known, alike=said[0].alike, amounts=amounts)


def _amounts(amounts: Sequence[str], lang: Lang) -> str:
    """Return several differences; a unit that all share is told once: 2.7个、4.6个百分点."""
    shared = say("lead-shared-unit", lang)
    if all(amount.endswith(shared) for amount in amounts):
        ends = [amount.removesuffix(shared) for amount in amounts]
        return joined(ends, lang) + shared
    return joined(amounts, lang)
