"""Not stated: what others state and this source does not, once and short."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from compare.comparisons.align import is_foreign
from compare.finding.facts import Facts
from compare.finding.naming import in_sentence
from compare.finding.statement import Finding, in_both_languages
from compare.finding.weights import weight
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import listed

KIND = "not-stated"
WEIGHT = 4.0
PLACE = 100
NAMED = 4
"""So many are named; of more, how many there are."""


def of(facts: Facts) -> Iterator[Finding]:
    """Return the indicators that most others state and the region asked about does not."""
    own, rows = facts.subject.region, facts.everything
    if own is None or rows.empty:
        return
    stated = rows[rows["comparability"] != "proxy"]
    others = stated[stated["region"] != own].groupby("indicator", sort=False)["region"].nunique()
    least = max(2, (rows["region"].nunique() - 1) / 2)
    foreign = _foreign(facts)
    mine = set(rows.loc[rows["region"] == own, "indicator"])
    absent = [
        name for name in others[others >= least].index if name not in mine and name not in foreign
    ]
    if not absent:
        return
    names = rows.drop_duplicates("indicator").set_index("indicator")

    def said(lang: Lang) -> dict[str, str | int]:
        told = [str(names.loc[name, f"indicator_{lang}"]) for name in absent[:NAMED]]
        told = told if lang == "zh" else [in_sentence(name) for name in told]
        more = len(absent) - NAMED
        return {
            "topic": "",
            "region": facts.evidence.name("region", own, lang),
            "names": listed(told, lang),
            "more": say("finding-not-stated-more", lang, n=len(absent)) if more > 0 else "",
            "when": _when(facts, lang),
        }

    yield Finding(
        kind=KIND,
        regions=(own,),
        indicator=None,
        year=None,
        verdict="not-stated",
        unit="",
        strength="firm",
        weight=weight(WEIGHT, "not-stated", "firm"),
        figures=(),
        said=in_both_languages(
            "finding-not-in-table" if facts.evidence.of_tables else "finding-not-stated", said
        ),
    )


def _when(facts: Facts, lang: Lang) -> str:
    """Return the years of the rows, in brackets: of others they say nothing.

    A frame of one year of our documents was cut out of them, one of several is all there is.
    """
    years = sorted({int(year) for year in facts.everything["year"].dropna()})
    if len(years) == 1:
        return say("finding-not-stated-year", lang, year=str(years[0]))
    if not facts.evidence.of_tables:
        return ""
    return say("finding-not-stated-years", lang, first=str(years[0]), last=str(years[-1]))


def _foreign(facts: Facts) -> set[str]:
    """Return the indicators of schemes and levels that the region asked about does not have."""
    regions = facts.evidence.regions
    place = regions[regions["region"] == facts.subject.region]
    if place.empty:
        return set()
    facts_of_place = {name: place[name].iloc[0] for name in ("level", "province")}
    known = pl.from_pandas(facts.evidence.indicators.assign(**facts_of_place).astype("string"))
    return set(known.filter(is_foreign())["indicator"].to_list())
