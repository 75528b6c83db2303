"""Attainment: whether a target was met, or where the outcome stands on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.naming import change, reach, region, topic, unit_of_change, value
from compare.finding.rows import number_in, records
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.wording.catalogue import Lang, say

KIND = "attainment"

JUDGED = ("met", "missed", "not-decided", "on-pace", "behind-pace")
"""Verdicts that an outcome gave; the others are told in one line."""

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return what became of each target, and in one line those of which nothing is known."""
    rows = facts.attained
    if rows.empty:
        return
    for row in records(rows[rows["verdict"].isin(JUDGED)]):
        yield _of_target(row, facts)
    yield from _unknown(rows, facts)


def _part(row: Row, name: str, comparator: str) -> Row:
    """Return the target or the outcome of a row as an observation."""
    ends = {end: row[f"{name}_{end}"] for end in ("value", "lo", "hi", "figure")}
    return {**row, **ends, "comparator": comparator, "scope": row["target_scope"]}


def _of_target(row: Row, facts: Facts) -> Finding:
    target = _part(row, "target", row["target_comparator"])
    outcome = _part(row, "outcome", _sign(row))
    dated = row["unit"] == "year"
    margin = _margin(row)
    held = conditions([row], facts, pair=False)
    early = dated and row["verdict"] == "met" and bool(margin)
    form = "date-early" if early else f"{'date-' * dated}{row['verdict']}"

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(row, lang),
            "year": str(int(row["target_year"])),
            "reach": reach(target, lang),
            "outcome_year": str(int(row["outcome_year"])),
            "outcome": value({**outcome, "scope": "region"}, lang),
            "margin": _margin_in_words(margin, row, lang),
            "apart": abs(int(margin or 0)),
            "conditions": held.text[lang],
        }

    return Finding(
        kind=KIND,
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["target_year"]),
        verdict=row["verdict"],
        unit=unit_of_change(row),
        strength=held.strength,
        weight=weight(KIND, row["verdict"], held.strength, share(margin, row["unit"])),
        figures=figures_of([target, outcome]),
        cautions=held.names,
        gap=margin,
        gap_lo=number_in(row["margin_lo"]),
        gap_hi=number_in(row["margin_hi"]),
        said=in_both_languages(
            f"finding-attainment-{form}", said, who=lambda lang: region(row, lang),
            opening="finding-planned",
        ),
    )  # fmt: skip


def _sign(row: Row) -> str:
    """Return the comparator of an outcome: the row has its ends alone."""
    lo, hi = row["outcome_lo"], row["outcome_hi"]
    if pd.isna(hi) or pd.isna(lo):
        return ">=" if pd.isna(hi) else "<="
    return "=" if lo == hi else "range"


def _margin(row: Row) -> float | None:
    margin = number_in(row["margin"])
    return margin if margin is not None else number_in(row["margin_lo"])


def _margin_in_words(margin: float | None, row: Row, lang: Lang) -> str:
    """Return by how much a target was passed or missed; nothing where that is not known."""
    if not margin:
        return ""
    form = "spare" if margin > 0 else "lack"
    return say(f"finding-attainment-{form}", lang, margin=change(margin, row, lang))


def _unknown(rows: pd.DataFrame, facts: Facts) -> Iterator[Finding]:
    """Return how many targets of a year gone by have no outcome in any source at hand."""
    own = facts.subject.region
    if own is None or facts.last_year is None:
        return
    due = rows[(rows["verdict"] == "no-outcome") & (rows["target_year"] <= facts.last_year)]
    if due.empty:
        return
    year = int(due["target_year"].max())
    due = due[due["target_year"] == year]

    def said(lang: Lang) -> dict[str, str | int]:
        name = facts.evidence.name("region", own, lang)
        return {"topic": "", "region": name, "year": str(year), "n": len(due)}

    yield Finding(
        kind=KIND,
        regions=(own,),
        indicator=None,
        year=year,
        verdict="no-outcome",
        unit="",
        strength="firm",
        weight=weight(KIND, "no-outcome", "firm"),
        figures=(),
        said=in_both_languages("finding-attainment-no-outcome", said),
    )
