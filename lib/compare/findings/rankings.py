"""What a ranking decides: who leads, who is level, or that nobody can tell."""

from __future__ import annotations

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined, moment
from compare.wording.values import value_in_words


def ranking_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return what a ranking shows, and never more than the intervals allow.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.rankings` for one indicator, year and kind, named.
    lang : {"zh", "en"}
        Language.
    """
    row = rows.iloc[0].to_dict()
    indicator, when = str(row[f"indicator_{lang}"]), moment(row, lang)
    ranked = rows[rows["rank_best"].notna() & (rows["of"] > 1)]
    present = rows[rows["lo"].notna() | rows["hi"].notna()]
    if row["direction"] == "neutral" and len(present) > 1:
        return say("rankings-counts", lang, indicator=indicator, moment=when)
    if ranked.empty:
        form = "alone" if len(present) == 1 else "none"
        names = joined(list(present[f"region_{lang}"]), lang)
        return say(f"rankings-{form}", lang, indicator=indicator, moment=when, first=names)
    top = ranked[ranked["rank_best"] == 1]
    names = joined(list(top[f"region_{lang}"]), lang)
    value = value_in_words(top.iloc[0].to_dict(), lang)
    if len(top) == 1:
        of = len(ranked)
        return say("rankings-leads", lang, indicator=indicator, of=of, first=names, value=value)
    if (top["rank"] == 1).all():
        return say("rankings-level", lang, indicator=indicator, first=names, value=value)
    return say("rankings-undetermined", lang, indicator=indicator, first=names)
