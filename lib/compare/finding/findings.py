"""Findings: everything that may be said of some observations, by weight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from compare.errors import unknown
from compare.finding.facts import Facts
from compare.finding.fields import as_many
from compare.finding.kinds import modules, versus_reference, versus_region
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang

KINDS: dict[str, Callable[[Facts], Iterator[Finding]]] = {
    module.KIND: module.of for module in modules()
}
"""The kinds of findings, each with the function that finds them."""

COLUMNS = (
    "finding", "kind", "regions", "indicator", "year", "verdict", "gap", "gap_lo", "gap_hi",
    "unit", "strength", "weight", "sentence_zh", "sentence_en", "cautions", "figures",
)  # fmt: skip


def findings(
    observations: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    direction: str | Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
    lang: Lang | None = None,
) -> pd.DataFrame:
    """Return everything that may be said of some observations, the weightiest first.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own with region, indicator,
        year, kind, direction and value or lo and hi. pandas, polars or a DuckDB relation.
    about : str or sequence of str, optional
        A region (what is said of it), several regions (what is said between them), an
        indicator or a theme, by any name; by default everything.
    kinds : str or collection of str, optional
        Keep these kinds.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.
    evidence : Evidence, optional
        Names, references, labels and cautions: :func:`compare.evidence`.
    lang : {"zh", "en"}, optional
        Adds the column ``sentence``, in this language.

    Returns
    -------
    pandas.DataFrame
        One row per finding. ``finding``: its number; ``kind``: attainment, versus-region,
        versus-reference, change, revision, own-target, promise, pace, timing, inconsistency,
        not-stated; ``regions``, joined by semicolons; ``indicator``, empty where a source's
        own label is meant; ``year``; ``verdict``, in the words of its kind; ``gap`` with
        gap_lo and gap_hi in ``unit`` (percentage points for shares); ``strength``: firm,
        with-caution or related; ``weight``; ``sentence_zh`` and ``sentence_en``;
        ``cautions``, joined by semicolons; ``figures``, joined by blanks.

    Raises
    ------
    UnknownValueError
        If ``about`` names nothing in the observations, or ``kinds`` no kind.

    Examples
    --------
    >>> import compare
    >>> said = compare.findings(compare.observations(), about="抚顺",
    ...                         evidence=compare.evidence(), lang="zh")
    >>> said.loc[said["indicator"] == "senior_gross_enrolment", "sentence"].iloc[0]
    '2020年，抚顺高中阶段毛入学率为88.5%，比全国（91.2%）低2.7个百分点（年份推定）。'
    """
    if lang is not None:
        check_lang(lang)
    kinds = [kinds] if isinstance(kinds, str) else kinds
    frame = as_frame(found_in(Facts(observations, about, evidence, direction), kinds))
    return frame if lang is None else frame.assign(sentence=frame[f"sentence_{lang}"])


def as_frame(found: Iterable[Finding]) -> pd.DataFrame:
    """Return findings as rows, numbered in their order."""
    rows = [_row(number, finding) for number, finding in enumerate(found, 1)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def found_in(facts: Facts, kinds: Collection[str] | None = None) -> list[Finding]:
    """Return the findings of some facts, by weight, then newest outcomes first, then by kind."""
    for name in kinds or ():
        if name not in KINDS:
            raise unknown("kinds", name, KINDS)
    wanted = KINDS if kinds is None else {name: KINDS[name] for name in KINDS if name in kinds}
    found = [one for name, of in wanted.items() for one in facts.once(name, of)]
    doubted = [{*one.figures} for one in found if one.kind == "inconsistency"]
    found = _newest_first([one for one in found if not _is_doubted(one, doubted)], facts)
    if len(facts.subject.regions) > 1:
        found = [_beside_others(finding) for finding in found]
    order = list(KINDS)
    return sorted(
        found,
        key=lambda one: (-one.weight, _oldness(one), order.index(one.kind), one.figures),
    )


def _oldness(finding: Finding) -> int:
    """Return what puts the newest outcomes first; plans for far years are no news."""
    return -finding.year if finding.is_outcome and finding.year is not None else 0


def _newest_first(found: Sequence[Finding], facts: Facts) -> list[Finding]:
    """Return findings of which no outcome weighs more than a later one of the same.

    By how much one led years ago is not what opens a page when another leads since: it follows.
    """
    weights: dict[int, float] = {}
    for of_one in _over_the_years(found, facts).values():
        later: list[Finding] = []
        for one in sorted(of_one, key=_oldness):
            newer = [weights[id(other)] for other in later if _takes_the_place(other, one)]
            weights[id(one)] = min([one.weight, *newer])
            later.append(one)
    return [replace(one, weight=weights.get(id(one), one.weight)) for one in found]


def _over_the_years(found: Iterable[Finding], facts: Facts) -> dict[Any, list[Finding]]:
    """Return outcomes beside others, and beside lines of one sort, by what they are of."""
    fields: dict[Any, list[Finding]] = {}
    for one in found:
        if one.is_outcome and one.year is not None and one.kind in _OF_A_YEAR:
            line = facts.evidence.benchmark(one.reference) or {}
            sort = (line.get("scope"), line.get("kind"))
            fields.setdefault((one.kind, one.indicator, sort), []).append(one)
    return fields


_OF_A_YEAR = (versus_region.KIND, versus_reference.KIND)
"""Kinds that set values of one year beside others, or beside a line."""


def _takes_the_place(later: Finding, one: Finding) -> bool:
    """Tell whether a later outcome is of about all the regions that an earlier one is of."""
    if later.year == one.year:
        return False
    return as_many(len({*later.regions} & {*one.regions}), len(one.regions))


def _is_doubted(finding: Finding, doubted: Sequence[set[str]]) -> bool:
    """Tell whether steps of a plan are those of which its text is to be asked."""
    return finding.verdict == "steps" and any(one <= {*finding.figures} for one in doubted)


_BETWEEN = {
    "versus-reference": -45.0, "own-target": -45.0, "attainment": -45.0, "revision": -45.0,
    "levels": 30.0,
}  # fmt: skip
"""What weighs less between several regions, since it says something of one, or more."""


def _beside_others(finding: Finding) -> Finding:
    added = _BETWEEN.get(finding.kind, _BETWEEN.get(finding.verdict, 0.0))
    return replace(finding, weight=finding.weight + added)


def _row(number: int, finding: Finding) -> dict[str, Any]:
    return {
        "finding": number,
        "kind": finding.kind,
        "regions": "; ".join(finding.regions),
        "indicator": finding.indicator,
        "year": finding.year,
        "verdict": finding.verdict,
        "gap": finding.gap,
        "gap_lo": finding.gap_lo,
        "gap_hi": finding.gap_hi,
        "unit": finding.unit,
        "strength": finding.strength,
        "weight": finding.weight,
        "sentence_zh": finding.said["zh"].sentence("zh"),
        "sentence_en": finding.said["en"].sentence("en"),
        "cautions": "; ".join(finding.cautions),
        "figures": " ".join(finding.figures),
    }
