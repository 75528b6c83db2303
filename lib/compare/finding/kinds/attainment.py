"""Attainment: whether a target was met, or where the outcome stands on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.naming import (
    change,
    reach,
    region,
    regions,
    source,
    topic,
    unit_of_change,
    value,
)
from compare.finding.rows import number_in, records
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.wording.catalogue import Lang, say

KIND = "attainment"

JUDGED = ("met", "missed", "not-decided", "on-pace", "behind-pace")
"""Verdicts that an outcome gave; the others are told in one line."""

_YEAR = 0.05

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return what became of each target, and in one line whose targets nothing is known of."""
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
        weight=weight(KIND, row["verdict"], held.strength, _size(margin, row["unit"])),
        figures=figures_of([target, outcome]),
        cautions=held.names,
        gap=margin,
        gap_lo=number_in(row["margin_lo"]),
        gap_hi=number_in(row["margin_hi"]),
        said=in_both_languages(
            f"finding-attainment-{form}", said, who=lambda lang: region(row, lang),
            source=lambda lang: source(target, facts.evidence, lang), opening="finding-planned",
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


def _size(margin: float | None, unit: str) -> float | None:
    """Return how large a margin is beside others: a year is as much as five points."""
    if unit == "year" and margin is not None:
        return margin * _YEAR
    return share(margin, unit)


def _margin_in_words(margin: float | None, row: Row, lang: Lang) -> str:
    """Return by how much a target was passed or missed; nothing where that is not known."""
    if not margin:
        return ""
    form = "spare" if margin > 0 else "lack"
    return say(f"finding-attainment-{form}", lang, margin=change(margin, row, lang))


def _unknown(rows: pd.DataFrame, facts: Facts) -> Iterator[Finding]:
    """Return, in one line, of whose targets of a year gone by no outcome is known."""
    if facts.last_year is None:
        return
    due = rows[rows["target_year"] <= facts.last_year]
    due = due[due["target_year"] == due.groupby("region")["target_year"].transform("max")]
    if (due["verdict"] != "no-outcome").all():
        return
    year = _year_of_most(due[due["verdict"] == "no-outcome"])
    due = due[due["target_year"] == year]
    without = due[due["verdict"] == "no-outcome"]
    named = sorted(records(without.drop_duplicates("region")), key=lambda row: str(row["adcode"]))
    some = due["verdict"].ne("no-outcome") & due["region"].isin(without["region"])

    def said(lang: Lang) -> dict[str, str | int]:
        return {"topic": "", "year": str(year)}

    yield Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in named),
        indicator=None,
        year=year,
        verdict="no-outcome",
        unit="",
        strength="firm",
        weight=weight(KIND, "no-outcome", "firm"),
        figures=(),
        said=in_both_languages(
            f"finding-attainment-no-outcome{'-rest' * bool(some.any())}", said,
            who=lambda lang: regions(named, lang),
        ),
    )  # fmt: skip


def _year_of_most(rows: pd.DataFrame) -> int:
    """Return the year in which the targets of most regions came due; of several, the last."""
    counts = rows.groupby("target_year")["region"].nunique()
    return int(counts[counts == counts.max()].index.max())
