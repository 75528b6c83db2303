"""Judgements of the table: what the findings say of an indicator, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.finding.statement import Finding
from compare.pages.brief.subject import About, Row
from compare.tables.needs import needed
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses

_KINDS = (
    "attainment", "versus-reference", "versus-region", "own-target", "promise", "timing",
    "inconsistency",
)  # fmt: skip

_BESIDE = ("versus-reference", "versus-region")

_PLANNED = ("promise", "timing", "inconsistency")

_MOST = 2
"""Judgements beside one indicator: of what was, and of what is asked for."""


def judging(about: About) -> list[Finding]:
    """Return the findings that judge an indicator: of two regions, those about both."""
    wanted = set(about.regions)
    found = [
        one
        for one in about.of_kinds(_KINDS)
        if one.kind != "inconsistency" or (about.is_pair and one.strength != "related")
    ]
    return [one for one in found if not about.is_pair or set(one.regions) == wanted]


def judged(about: About, indicator: str, base: Row | None, target: Row | None) -> str:
    """Return how an indicator stands, and what its target asks for where there is no outcome."""
    lang = about.lang
    found = [one for one in judging(about) if one.indicator == indicator]
    outcomes = [one for one in found if one.is_outcome or one.kind == "attainment"]
    outcomes = _newest(outcomes, about)
    promises = [one for one in found if one.kind in _PLANNED]
    need = needed(dict(base), dict(target), lang)[0] if base and target else ""
    told = [_short(one, lang) for one in _first(outcomes, 1 if need or about.is_pair else _MOST)]
    if need:
        told.append(say("brief-need", lang, need=need))
    if about.is_pair or not told:
        told += [_short(one, lang) for one in promises[:1]]
    told = told or [_short(one, lang) for one in found[:1]]
    said = clauses(list(dict.fromkeys(told))[:_MOST], lang)
    return said[:1].upper() + said[1:]


def _newest(found: Sequence[Finding], about: About) -> list[Finding]:
    """Leave out how a region stood in a year that a later one has taken the place of.

    A cell names no year: 比全国低 of 2020 beside 比全国高 of 2025 would contradict it.
    """
    beside = [one for one in found if one.kind in _BESIDE]
    whose = [one.regions if about.is_pair else () for one in beside]
    last: dict[tuple[str, ...], int] = {}
    for one, key in zip(beside, whose, strict=True):
        last[key] = max(one.year or 0, last.get(key, 0))
    old = [one for one, key in zip(beside, whose, strict=True) if (one.year or 0) < last[key]]
    return [one for one in found if one not in old]


def _first(found: Sequence[Finding], most: int) -> list[Finding]:
    """Return what was missed or met, before where it stands among others."""
    order = {"attainment": 0, "versus-reference": 1}
    return sorted(found, key=lambda one: order.get(one.kind, 2))[:most]


def _short(one: Finding, lang: Lang) -> str:
    said = one.said[lang]
    if one.kind in _PLANNED or not said.who:
        return said.conclusion or said.title
    return said.title
