"""Horizons: of which years the outcomes of a page are, and for which its targets are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from compare.finding.conditions import is_year_inferred
from compare.finding.naming import in_sentence, regions
from compare.finding.places import FEW
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined, sentences


def planned_for(observations: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the outcomes, the targets for one year, and what has been put in their place.

    Parameters
    ----------
    observations : pandas.DataFrame
        Rows of :func:`compare.observations`.
    year : int
        The year that targets are for.

    Returns
    -------
    pandas.DataFrame
        Those of the rows that are actuals, targets for that year, targets of newer documents
        that supersede one for that year, and other years that a document has for such a date.
    """
    is_target = observations["kind"] == "target"
    of_year = is_target & (observations["year"] == year)
    meant = ~is_target | of_year
    if "superseded_by" in observations:  # a table of one's own has no newer documents
        newer = observations.loc[of_year, "superseded_by"].dropna()
        meant |= observations["figure"].isin(newer)
    if {"unit", "document"} <= set(observations):
        things = pd.MultiIndex.from_frame(observations[["region", "indicator", "document"]])
        dated = is_target & (observations["unit"] == "year")
        meant |= dated & things.isin(things[of_year])
    return observations[meant]


def horizons(targets: Sequence[dict[str, Any]], lang: Lang) -> str:
    """Return for which year each region sets most of its targets; nothing where all have one.

    Parameters
    ----------
    targets : sequence of dict
        Targets, each with ``region``, its names and ``year``.
    lang : {"zh", "en"}
        Language.
    """
    year_of = {
        region: _most([row["year"] for row in of_one])
        for (region,), of_one in grouped(targets, "region").items()
    }
    if len(set(year_of.values())) < 2 or len(year_of) > FEW:
        return ""
    first = {row["region"]: row for row in sorted(targets, key=lambda row: str(row["adcode"]))}
    by_year: dict[int, list[dict[str, Any]]] = {}
    for region, row in first.items():
        by_year.setdefault(year_of[region], []).append(row)
    told = [
        say("lead-horizon", lang, year=str(year), names=regions(of, lang))
        for year, of in sorted(by_year.items())
    ]
    return sentences([say("lead-horizons", lang, each=say("finding-join", lang).join(told))], lang)


def inferred_years(named: Iterable[str], evidence: Evidence, lang: Lang) -> str:
    """Return of which outcomes that are told the plans do not print the year.

    Parameters
    ----------
    named : iterable of str
        Figures that a lead tells: it does not say so beside each number.
    evidence : Evidence
        What is known of the figures.
    lang : {"zh", "en"}
        Language.
    """
    figures = evidence.words(named)
    outcomes = [row for row in figures.values() if row["kind"] == "actual"]
    by_year: dict[int, list[tuple[bool, str]]] = {}
    for (region, year), of_one in grouped(outcomes, "region", "year").items():
        inferred = [is_year_inferred(row, evidence) for row in of_one]
        name = evidence.name("region", region, lang)
        if any(inferred):
            which = [row for row, is_ours in zip(of_one, inferred, strict=True) if is_ours]
            some = say("lead-inferred-some", lang, region=name, which=_named(which, evidence, lang))
            whole = say("lead-inferred-all", lang, region=name)
            said = whole if all(inferred) else some
            by_year.setdefault(int(year), []).append((not all(inferred), said))
    told = [  # those of whom it holds for all values come first
        say("lead-inferred", lang, year=str(year), names=joined([said for _, said in names], lang))
        for year, of in by_year.items()
        for names in [sorted(of, key=lambda one: one[0])]
    ]
    return sentences(told, lang)


def _named(figures: Iterable[dict[str, Any]], evidence: Evidence, lang: Lang) -> str:
    """Return what figures are of: the indicators, else the labels of their texts."""
    names: dict[str, None] = {}
    for row in figures:
        keys = evidence.indicators_of(row["figure"])
        graded = {key: evidence.judgement(row["figure"], key) or {} for key in keys}
        keys.sort(key=lambda key: graded[key].get("comparability") == "proxy")
        label = str(row["label" if lang == "zh" else "label_en"])
        name = evidence.name("indicator", keys[0], lang) if keys else label
        names[name if lang == "zh" else in_sentence(name)] = None
    return joined(list(names), lang)


def _most(years: Sequence[int]) -> int:
    """Return the year that comes most often, the later of two."""
    counts = Counter(years)
    return int(max(counts, key=lambda year: (counts[year], year)))
