"""Which targets of an indicator share a year, and so can be laid side by side."""

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
        Rows of :func:`compare.observations` for one indicator, named, in the order of
        regions and years.
    lang : {"zh", "en"}
        Language.
    """
    return about(str(rows.iloc[0][f"indicator_{lang}"]), _shared_years(rows, lang), lang)


def _shared_years(rows: pd.DataFrame, lang: Lang) -> str:
    targets = rows[rows["kind"] == "target"]
    if targets.empty:
        return say("paths-actuals", lang)
    if targets["region"].nunique() == 1:
        return say("paths-one", lang, only=_own_targets(targets, lang))
    years = [str(year) for year in sorted(set(targets["year"]))]
    if len(years) == 1:
        names = joined(list(dict.fromkeys(targets[f"region_{lang}"])), lang)
        return say("paths-together", lang, regions=names, years=years[0])
    shared = [
        say("paths-same", lang, year=str(year), regions=joined(list(dict.fromkeys(names)), lang))
        for year, names in targets.groupby("year")[f"region_{lang}"]
        if names.nunique() > 1
    ]
    form = "several" if shared else "none"
    return say(f"paths-{form}", lang, years=listed(years, lang), same=joined(shared, lang))


def _own_targets(targets: pd.DataFrame, lang: Lang) -> str:
    """Return the targets of one region, named once."""
    row = targets.iloc[0].to_dict()
    region = str(row[f"region_{lang}"])
    if len(targets) > 1:
        return region
    value = value_in_words(row, lang)
    return say("paths-target", lang, region=region, year=str(row["year"]), value=value)
