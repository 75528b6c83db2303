"""Answer: the findings that a lead tells, as a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from compare.finding.due import what_came, without_outcome
from compare.finding.facts import Facts
from compare.finding.statement import CAME, Finding, Said
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, clauses, joined, sentences

_PLANNED = ("own-target", "promise", "pace", "timing", "versus-reference")
"""What tells of plans without saying what became of them."""

_WELL = ("above", "met", "level")
"""What is as it should be is told without differences where several say the same."""


def answer(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
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
        regions={region for one in found if not one.is_outcome for region in one.regions},
        judged={region for one in found if one.kind in CAME for region in one.regions},
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
    in_order = [one for group in by_opening.values() for one in group]
    came = {one.said[lang].topic: one for one in reversed(in_order) if one.kind in CAME}
    parts: list[str] = []
    for opening, group in by_opening.items():
        told = list(_clauses(group, known, came, lang, named=named))
        if unnamed and not parts:
            whole = next(_clauses(group, known, came, lang, named=True))
            opening, told = _opening(group[0], lang, named=True), [whole, *told[1:]]
        parts.append(opening + clauses(told, lang))
    return sentences(parts, lang)


def _opening(finding: Finding, lang: Lang, *, named: bool) -> str:
    said = finding.said[lang]
    return said.named_opening if named else said.opening


def _clauses(
    found: Sequence[Finding],
    known: Collection[Any],
    first_of: Mapping[str, Finding],
    lang: Lang,
    *,
    named: bool,
) -> Iterator[str]:
    """Yield the clauses of one sentence, those that say the same of one region as one.

    Where the lead tells an outcome, known by region and topic, a plan for it begins there; what
    became of a plan elsewhere, too, need not be named again.
    """
    alike: dict[Any, list[Finding]] = {}
    for one in found:
        key = (one.regions, one.said[lang].short) if _may_be_merged(one, lang) else one
        alike.setdefault(key, []).append(one)
    for group in alike.values():
        said = [one.said[lang] for one in group]
        if len(group) > 1:
            yield _together(said, group[0].verdict, lang, named=named)
        elif said[0].beside and first_of.get(said[0].topic, group[0]) is not group[0]:
            yield said[0].beside
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
