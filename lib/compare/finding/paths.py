"""What the printed values of one indicator over the years decide: which targets share a year."""

from __future__ import annotations

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.phrases import about, joined, listed
from compare.wording.values import value_in_words


def path_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return which targets share a year.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.observations` for one indicator, named: main figures that are
        more than a proxy, in the order in which regions are to be listed.
    lang : {"zh", "en"}
        Language.
    """
    return about(str(rows.iloc[0][f"indicator_{lang}"]), _said(rows, lang), lang)


def _said(rows: pd.DataFrame, lang: Lang) -> str:
    targets = rows[rows["kind"] == "target"]
    if targets.empty:
        return say("paths-actuals", lang)
    if targets["region"].nunique() == 1:
        return say("paths-one", lang, only=_only_region(targets, lang))
    years = [str(year) for year in sorted(set(targets["year"]))]
    if len(years) == 1:
        return say("paths-together", lang, regions=_names(targets, lang), year=years[0])
    shared = [
        say("paths-same", lang, year=str(year), regions=_names(group, lang))
        for year, group in targets.groupby("year")
        if group["region"].nunique() > 1
    ]
    if not shared:
        return say("paths-none", lang, years=listed(years, lang))
    return say("paths-several", lang, years=listed(years, lang), same=joined(shared, lang))


def _names(rows: pd.DataFrame, lang: Lang) -> str:
    return joined(list(dict.fromkeys(rows[f"region_{lang}"])), lang)


def _only_region(targets: pd.DataFrame, lang: Lang) -> str:
    """Return the one region that has targets, with its target where it has one."""
    row = targets.iloc[0].to_dict()
    region = str(row[f"region_{lang}"])
    if len(targets) > 1:
        return region
    value = value_in_words(row, lang)
    return say("paths-target", lang, region=region, year=str(row["year"]), value=value)
