"""The rank of one contestant in words: what the intervals allow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.values import is_missing

Ties = tuple[Mapping[Any, Collection[str]], Mapping[Any, Collection[str]]]
"""Who may have each rank as the best, and who has it."""


def ties_of(rows: pd.DataFrame) -> Ties:
    """Return who shares ranks: of thousands of rows, none is looked for among all others.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.rankings` for one indicator, year and kind.
    """
    best, rank = (rows.groupby(name)["region"].agg(set).to_dict() for name in ("rank_best", "rank"))
    return best, rank


def _others(having: Mapping[Any, Collection[str]], row: Mapping[str, Any]) -> bool:
    """Tell whether anybody else has the rank of a row."""
    return any(region != row["region"] for region in having.get(row["rank"], ()))


def rank_in_words(row: Mapping[str, Any], ties: Ties, lang: Lang) -> str:
    """Return the rank, or the ranks, that the intervals allow; ties are said to be ties.

    What is planned has no rank.

    Parameters
    ----------
    row : mapping
        One of the rows.
    ties : tuple
        :func:`ties_of` the rows of its indicator, year and kind.
    lang : {"zh", "en"}
        Language.
    """
    if is_missing(row["rank_best"]) or row["of"] < 2 or row.get("kind") == "target":
        return ""
    if row["rank_best"] != row["rank_worst"]:
        best, worst = int(row["rank_best"]), int(row["rank_worst"])
        return say("rankings-between", lang, best=best, worst=worst)
    best, rank = (_others(ends, row) for ends in ties)
    form = "joint" if best and rank else "perhaps" if best else "rank"
    return say(f"rankings-{form}", lang, rank=int(row["rank"]))
