"""Not stated: what others state and this source does not, once and short."""

from __future__ import annotations

from collections.abc import Iterator

from compare.finding.facts import Facts
from compare.finding.naming import in_sentence
from compare.finding.statement import Finding, in_both_languages
from compare.finding.weights import weight
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import listed

KIND = "not-stated"
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
    mine = set(rows.loc[rows["region"] == own, "indicator"])
    absent = [
        name for name in others[others >= least].index if name not in mine and _applies(name, facts)
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
        }

    yield Finding(
        kind=KIND,
        regions=(own,),
        indicator=None,
        year=None,
        verdict="not-stated",
        unit="",
        strength="firm",
        weight=weight(KIND, "not-stated", "firm"),
        figures=(),
        said=in_both_languages("finding-not-stated", said),
    )


def _applies(indicator: str, facts: Facts) -> bool:
    """Tell whether an indicator can be there for the region: schemes of one province cannot."""
    own = facts.subject.region
    regions = facts.evidence.regions
    indicators = facts.evidence.indicators
    place = regions[regions["region"] == own]
    of_one = indicators[indicators["indicator"] == indicator]
    if place.empty or of_one.empty:
        return True
    only_in, only_level = of_one["only_in"].iloc[0], of_one["only_level"].iloc[0]
    if isinstance(only_in, str) and only_in != place["province"].iloc[0]:
        return False
    level = place["level"].iloc[0]
    if only_level == "county":
        return level not in ("province", "prefecture-city")
    return not isinstance(only_level, str) or only_level == level
