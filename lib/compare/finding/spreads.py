"""What the ranks of a composite under all its variants decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.finding.naming import NAMED, regions
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say


def spread_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return how far the ranks of a composite spread.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.composite`, named.
    lang : {"zh", "en"}
        Language.
    """
    ranked = rows[rows["rank"].notna()]
    if ranked.empty:
        return say("spreads-none", lang)
    if decides_nothing(ranked):
        return say("spreads-open", lang, names=regions(records(ranked), lang))
    few = ranked if len(ranked) <= NAMED else ranked.sort_values("rank").head(FIRST)
    told = say("spreads-join", lang).join(_ranks_in_words(row, lang) for row in records(few))
    if len(few) < len(ranked):
        told = say("finding-names-more", lang, names=told, n=len(ranked))
    fixed = (ranked["rank_best"] == ranked["rank_worst"]).all()
    return say("spreads-fixed" if fixed else "spreads-spread", lang, parts=told)


FIRST = 3
"""Of how many regions ranks are told where there are too many to tell them all."""


def decides_nothing(ranked: pd.DataFrame) -> bool:
    """Tell whether there are several, of whom any could come before any other."""
    return len(ranked) > 1 and ranked["rank_best"].max() < ranked["rank_worst"].min()


def _ranks_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    region, best, worst = str(row[f"region_{lang}"]), int(row["rank_best"]), int(row["rank_worst"])
    if best == worst:
        return say("spreads-one", lang, region=region, best=best)
    return say("spreads-part", lang, region=region, best=best, worst=worst)
