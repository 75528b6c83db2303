"""What a brief tells, and in which order: the same in every language.

What became of the plans comes first, then how things stood, then what is planned. What is of
one kind goes by size, the largest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.finding.kinds.versus_reference import APART
from compare.finding.selection import newest_year_first
from compare.finding.statement import Finding
from compare.finding.weights import OF_LEVELS
from compare.pages.brief.subject import About

LEVELS = "levels"
"""What disagrees between a whole and its part: a key finding about the two, else a doubt."""

BESIDE = ("versus-reference", "versus-region")
"""Kinds that hold what was against something else."""

_NEWS = ("attainment", "revision")
_PLANS = ("own-target", "promise", "timing", "inconsistency")

_LEAST = 30.0
"""What weighs less is no key finding."""

_ALIKE = 5.0
"""Weights that differ by no more are those of findings of which either may come first."""

_BESIDES = 2
"""So many further findings about its indicator a point tells."""

_UNSAID = ("no-outcome", "new", "dropped", "level", "unordered", "same", "keep")
"""Verdicts that order nothing and ask for nothing; they stand in the table."""

_LACKING = ("below", "short", "missed", "behind-pace")
"""What asks for something to be done comes before what is as it should be."""

Group = list[Finding]
"""What is told of one indicator: a point."""


@dataclass(frozen=True)
class Part:
    """A part of the key findings: its name, the points in it, and whether there are others."""

    name: str
    points: tuple[Group, ...]
    is_cut: bool = False

    @property
    def found(self) -> list[Finding]:
        """The findings that it tells."""
        return [one for point in self.points for one in point]


def parts_of(about: About, most: Callable[[str], int]) -> list[Part]:
    """Return the parts that have anything to tell, each with its weightiest points.

    Parameters
    ----------
    about : About
        The region or two.
    most : callable
        How many points a part may have, by its name: news (what became of the plans),
        outcomes, each (how one of two regions stands to nation and standard), changes, plans.
    """
    news = [*(one for one in about.found if is_news(one)), *_due_of_all(about)]
    told: dict[str | None, set[str]] = {}
    for one in news:
        told.setdefault(one.indicator, set()).update(one.regions)
    plans = [
        one
        for one in about.of_kinds(_PLANS)
        if one.weight >= _LEAST
        and (one.kind != "inconsistency" or one.verdict == LEVELS)
        and not (one.verdict == "steps" and one.indicator is None)
        and not (one.kind == "timing" and _is_told(one, about, told))
    ]
    plans += _aims(about, [*news, *plans])
    found = {
        "news": news,
        "outcomes": [one for one in _outcomes(about) if _is_whole(one, about)],
        "each": [one for one in _outcomes(about) if not _is_whole(one, about) and is_lacking(one)],
        "changes": changes(about),
        "plans": _varied(by_size(plans)),
    }
    ordered = {
        name: _points(of_it, about, is_ordered=name in ("changes", "plans"))
        for name, of_it in found.items()
    }
    parts = [
        Part(name, tuple(every[: most(name)]), len(every) > most(name))
        for name, every in ordered.items()
    ]
    return [part for part in parts if part.points]


def changes(about: About) -> list[Finding]:
    """Return how outcomes changed over the years: of a table, which alone states them each year.

    Documents state their years in other words and by other counts: of these plans tell. What is
    to the better or worse comes before what only moved.
    """
    if about.evidence.of_texts:
        return []
    return sorted(about.of_kinds(("change",)), key=lambda one: one.verdict == "moved")


def _due_of_all(about: About) -> list[Finding]:
    """Return the dates that have come due for all that the brief is about."""
    whose: dict[str | None, set[str]] = {}
    for one in about.due:
        whose.setdefault(one.indicator, set()).update(one.regions)
    return [one for one in about.due if whose[one.indicator] >= {*about.regions}]


def _aims(about: About, others: Iterable[Finding]) -> list[Finding]:
    """Return, of one region, the targets that nothing else tells of: beside nation or standard.

    Of several of an indicator it is the last: what was to be earlier is past.
    """
    if about.is_pair:
        return []
    told = {figure for one in others for figure in one.figures}
    last: dict[str | None, Finding] = {}
    for one in about.of_kinds(("versus-reference",)):
        if one.is_outcome or one.verdict not in ("met", APART) or one.weight < _LEAST:
            continue
        if not told & {*one.figures} and (one.year or 0) >= _year(last.get(one.indicator)):
            last[one.indicator] = one
    return list(last.values())


def _year(one: Finding | None) -> int:
    return 0 if one is None or one.year is None else one.year + 1  # of one year the weightiest


def _varied(found: Sequence[Finding]) -> list[Finding]:
    """Return findings of a kind with one of each unit before a second of any.

    A coefficient that is to fall by 0.13 is not held against a share that is to rise by 12
    points: the heaviest of each comes first.
    """
    kinds = list(dict.fromkeys(one.kind for one in found))
    heaviest = {kind: max(one.weight for one in found if one.kind == kind) for kind in kinds}
    seen: dict[tuple[str, str], int] = {}
    places: list[tuple[int, int, int]] = []
    for place, one in enumerate(found):
        is_light = one.weight < heaviest[one.kind] - _ALIKE
        before = len(found) if is_light else seen.setdefault((one.kind, one.unit), 0)
        seen[one.kind, one.unit] = before + 1
        places.append((kinds.index(one.kind), before, place))
    return [found[place] for *_, place in sorted(places)]


def _is_told(one: Finding, about: About, told: Mapping[str | None, set[str]]) -> bool:
    """Tell whether what became of the dates of those that the brief is about is told before."""
    return {*one.regions} & {*about.regions} <= told.get(one.indicator, set())


def is_news(one: Finding) -> bool:
    """Tell whether a finding says what became of a plan, of whichever region."""
    return one.kind in _NEWS and one.verdict not in _UNSAID


def is_lacking(one: Finding) -> bool:
    """Tell whether a finding asks for something to be done."""
    return one.verdict in _LACKING


def _outcomes(about: About) -> list[Finding]:
    return [one for one in about.of_kinds(BESIDE) if one.is_outcome]


def _is_whole(one: Finding, about: About) -> bool:
    """Tell whether a finding is weighty, and about all that the brief is about."""
    every = not about.is_pair or {*one.regions} == {*about.regions}
    return every and one.weight >= _LEAST


def _points(found: Iterable[Finding], about: About, *, is_ordered: bool) -> list[Group]:
    groups: dict[str, Group] = {}
    said = [one for one in found if one.verdict not in _UNSAID]
    if not is_ordered:  # of plans what was to be first is first
        said = newest_year_first(by_size(said), about.facts)
    for one in said:
        groups.setdefault(one.said["zh"].topic, []).append(one)
    by_year = not about.evidence.of_texts
    chosen = [_chosen(group, by_year=by_year) for group in groups.values()]
    return [sorted(one, key=_year) for one in chosen] if is_ordered else chosen


def _chosen(group: Sequence[Finding], *, by_year: bool) -> Group:
    """Return what a point tells of its indicator: each kind, side and reference once.

    By year it tells one year after the other, on whatever side they are.
    """
    kept: dict[Any, Finding] = {}
    for one in group:
        whose = one.regions if one.kind in _NEWS else ()
        side = one.year if by_year and one.is_outcome else one.verdict
        kept.setdefault((one.kind, side, one.reference, whose), one)
    return list(kept.values())[: 1 + _BESIDES]


def by_size(found: Sequence[Finding]) -> list[Finding]:
    """Return findings with those of a kind together, by size; the weightiest kind first."""
    weights: dict[Any, float] = {}
    for one in found:
        weights[_sort(one)] = max(one.weight, weights.get(_sort(one), one.weight))
    return sorted(found, key=lambda one: (-weights[_sort(one)], -abs(one.gap or 0.0), -one.weight))


def _sort(one: Finding) -> tuple[str, bool, bool, bool, str]:
    """Return what is of one kind: sizes can be held against each other."""
    lacking, aside = is_lacking(one), bool(OF_LEVELS & {*one.cautions})
    return one.kind, lacking, aside, one.strength == "related", one.unit
