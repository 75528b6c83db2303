"""Pace: who must move faster for the same concept, beside the nation's line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.naming import change, region, topic, unit_of_change
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import weight
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined
from compare.wording.values import is_missing, rounded_pace

KIND = "pace"
WEIGHT = 34.0
PLACE = 70
FEW = 6
"""So many regions are told one by one; of more, the fastest."""

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return the yearly changes that targets of one indicator and year ask for."""
    paces = facts.paces
    if paces.empty:
        return
    for rows in grouped(records(paces), "indicator", "current_year", "target_year").values():
        told = [row for row in rows if not pd.isna(_least(row))]
        if len(facts.subject.regions) > 1:
            told = [row for row in told if row["region"] in facts.subject.regions]
        nation = _nation(told[0], facts) if told else None
        own = facts.subject.region
        if own and all(row["region"] != own for row in told):
            continue
        if len(told) + (nation is not None) > 1:
            yield _of_rows(told, nation, facts)


def _least(row: Row) -> float:
    """Return the least yearly change that a target asks for, signed."""
    if not pd.isna(row["pace"]):
        return float(row["pace"])
    return float(row["pace_lo" if row["direction"] != "lower" else "pace_hi"])


def _nation(row: Row, facts: Facts) -> Row | None:
    """Return the nation's yearly change from its outcome to its aim, in the same years.

    As a row like those of the regions: an aim of 90% and more asks for so much at least.
    """
    own = [
        line
        for line in facts.evidence.benchmarks_of_indicator(row["indicator"])
        if line["scope"] == "national"
    ]
    base = [x for x in own if x["kind"] == "actual" and x["year"] == row["current_year"]]
    aim = [x for x in own if x["kind"] == "target" and x["year"] == row["target_year"]]
    years = float(row["target_year"]) - float(row["current_year"])
    if not base or not aim or not years:
        return None
    pace = (float(aim[0]["value"]) - float(base[0]["value"])) / years
    return {**row, "pace": pace, "target_comparator": aim[0]["comparator"]}


def _of_rows(rows: list[Row], nation: Row | None, facts: Facts) -> Finding:
    ordered = sorted(rows, key=lambda row: -abs(_least(row)))
    told, first = ordered[:FEW], ordered[0]
    seen = _observed(told, facts)
    held = conditions(seen, facts)

    def said(lang: Lang) -> dict[str, str | int]:
        paces = [_pace_in_words(row, lang) for row in told]
        return {
            "topic": topic(first, lang),
            "base_year": str(int(first["current_year"])),
            "year": str(int(first["target_year"])),
            "paces": joined(paces, lang) + _rest(len(ordered) - len(told), lang),
            "nation": _nation_in_words(nation, lang),
            "first": region(first, lang),
            "fastest": paces[0],
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in ordered),
        indicator=first["indicator"],
        year=int(first["target_year"]),
        verdict="faster" if len(rows) > 1 else "beside-nation",
        unit=unit_of_change(first),
        strength=held.strength,
        weight=weight(WEIGHT, "faster", held.strength),
        figures=figures_of(seen),
        cautions=held.names,
        gap=_least(first),
        said=in_both_languages("finding-pace", said, gone=facts.gone(first["target_year"])),
    )


def _rest(more: int, lang: Lang) -> str:
    """Return how many regions there are beside those that are told."""
    return say("finding-pace-rest", lang, n=more) if more else ""


def _observed(rows: list[Row], facts: Facts) -> list[Row]:
    """Return the observations at the ends; of figures without a name, all of the indicator."""
    named = {_figure(row[name]) for row in rows for name in ("current_figure", "target_figure")}
    of_indicator = (row for row in facts.main_rows if row["indicator"] == rows[0]["indicator"])
    return [row for row in of_indicator if _figure(row["figure"]) in named]


def _figure(cell: Any) -> str | None:
    return None if is_missing(cell) else str(cell)


def _pace_in_words(row: Row, lang: Lang) -> str:
    return _paced(row, region(row, lang), lang)


def _nation_in_words(nation: Row | None, lang: Lang) -> str:
    if nation is None:
        return ""
    pace = _paced(nation, say("finding-pace-nation-name", lang), lang)
    return say("finding-pace-nation", lang, pace=pace)


def _paced(row: Row, whose: str, lang: Lang) -> str:
    """Return a yearly change; of a target that is a bound, at least, or more than so much."""
    plain = "least-" if pd.isna(row["pace"]) else ""  # from an estimate: its nearer limit
    bounds = {"=": plain, "~": plain, ">": "more-", "<": "more-"}
    bound = bounds.get(row["target_comparator"], "least-")
    way = "up" if _least(row) > 0 else "down"
    size = rounded_pace(_least(row), unit_of_change(row), is_least=bool(bound))
    return say(f"finding-pace-{bound}{way}", lang, region=whose, pace=change(size, row, lang))
