"""What the ranks of one contest decide: who is ahead, who is level, what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined, moment
from compare.wording.values import is_missing, value_in_words


def ranking_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return what a ranking shows, and never more than the intervals allow.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.rankings` for one indicator, year and kind, with names, kind,
        direction, unit and comparator.
    lang : {"zh", "en"}
        Language.
    """
    ranked = rows[rows["rank_best"].notna() & (rows["of"] > 1)]
    present = rows[rows["lo"].notna() | rows["hi"].notna()]
    row = rows.iloc[0].to_dict()
    indicator, when = str(row[f"indicator_{lang}"]), moment(row, lang)
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
        return say(
            "rankings-leads", lang, indicator=indicator, first=names, value=value, of=len(ranked)
        )
    if (top["rank"] == 1).all():
        return say("rankings-level", lang, indicator=indicator, first=names, value=value)
    return say("rankings-undetermined", lang, indicator=indicator, first=names)


def rank_in_words(row: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the rank, or the ranks, that the intervals allow; ties are said to be ties.

    Parameters
    ----------
    row : mapping
        One of the rows.
    rows : pandas.DataFrame
        Rows of :func:`compare.rankings` for one indicator, year and kind.
    lang : {"zh", "en"}
        Language.
    """
    if is_missing(row["rank_best"]) or row["of"] < 2:
        return ""
    if is_missing(row["rank"]):
        best, worst = int(row["rank_best"]), int(row["rank_worst"])
        return say("rankings-between", lang, best=best, worst=worst)
    others = rows[rows["region"] != row["region"]]
    form = "rank"
    if (others["rank_best"] == row["rank"]).any():
        form = "joint" if (others["rank"] == row["rank"]).any() else "perhaps"
    return say(f"rankings-{form}", lang, rank=int(row["rank"]))
