"""Told: the findings of the page, and which of them each chart shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.pages.pieces import Piece
from compare.wording.catalogue import LANGUAGES, Lang
from compare.wording.references import benchmark_in_words, rule_citation
from compare.wording.values import number

_MOST = 6
"""Findings that are told beside a chart."""

_OLDER = 30.0
"""What an outcome weighs less where a later year has it again."""

_AGAIN = 7.0
"""What a finding weighs less on the first page for each one before it about the same."""


def findings_of(observed: pd.DataFrame, evidence: Evidence) -> list[Finding]:
    """Return everything that may be said, by weight; what a later year says again comes later."""
    found = found_in(Facts(observed, None, evidence))
    last: dict[Any, int] = {}
    for one in found:
        if one.is_outcome and one.year is not None:
            last[_thing(one)] = max(one.year, last.get(_thing(one), one.year))
    aged = [
        replace(one, weight=one.weight - _OLDER)
        if one.is_outcome and one.year is not None and one.year < last[_thing(one)]
        else one
        for one in found
    ]
    return sorted(aged, key=lambda one: -one.weight)


def _thing(one: Finding) -> Any:
    return one.kind, one.regions, one.indicator


def as_told(finding: Finding, evidence: Evidence) -> dict[str, Any]:
    """Return a finding as the page holds it."""
    themes = dict(zip(evidence.indicators["indicator"], evidence.indicators["theme"], strict=True))
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "years": [finding.year] if finding.year else [],
        "regions": list(finding.regions),
        "indicator": finding.indicator or "",
        "theme": themes.get(finding.indicator or "", ""),
        "weight": round(finding.weight, 2),
        "figures": list(finding.figures),
        "zh": finding.said["zh"].sentence("zh"),
        "en": finding.said["en"].sentence("en"),
        "besides": [_rules(finding, evidence, lang) for lang in LANGUAGES],
    }


def _rules(finding: Finding, evidence: Evidence, lang: Lang) -> list[str]:
    """Return the rules or documents that state the references that a finding names."""
    if not finding.indicator or finding.year is None:
        return []
    told = finding.said[lang].sentence(lang)
    known = [
        limit
        for kind in ("actual", "target")
        for limit in evidence.benchmarks_of(finding.indicator, finding.year, kind)
        if f"{number(limit['value'], lang)}" in told and benchmark_in_words(limit, lang) in told
    ]
    return list(dict.fromkeys(rule_citation(limit, lang) for limit in known if limit["rule"]))


def shown_by(piece: Piece, found: Sequence[Finding]) -> list[int]:
    """Return the findings that a chart shows, that of its title first, then by weight.

    A chart shows a finding if it draws every figure that the finding was made from.
    """
    drawn, of = set(piece.said["figures"]), set(piece.said["indicators"])
    shown = [
        place
        for place, one in enumerate(found)
        if one.figures and drawn.issuperset(one.figures) and (one.indicator or "") in of
    ]
    return sorted(shown, key=lambda place: not _entitles(found[place], piece))[:_MOST]


def _entitles(finding: Finding, piece: Piece) -> bool:
    """Tell whether the title of a chart is this finding."""
    said = finding.said["zh" if piece.lang == "zh" else "en"]
    title = piece.said["title"]
    return said.title in title or (said.short in title and said.topic in title)


def by_weight(weights: Sequence[float], about: Sequence[Iterable[str]]) -> list[int]:
    """Return places by weight, where what is about the same as others weighs less after them.

    Parameters
    ----------
    weights : sequence of float
        What each weighs.
    about : sequence
        The regions and indicators of each.
    """
    keys = [tuple(some) for some in about]
    seen: Counter[str] = Counter()
    left, order = set(range(len(weights))), []

    def worth(at: int) -> tuple[float, int]:
        return weights[at] - _AGAIN * sum(seen[key] for key in keys[at]), -at

    while left:
        first = max(left, key=worth)
        seen.update(keys[first])
        left.remove(first)
        order.append(first)
    return order
