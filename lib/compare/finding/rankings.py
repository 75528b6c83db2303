"""The rank of one contestant in words: what the intervals allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.values import is_missing


def rank_in_words(row: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the rank, or the ranks, that the intervals allow; ties are said to be ties.

    What is planned has no rank.

    Parameters
    ----------
    row : mapping
        One of the rows.
    rows : pandas.DataFrame
        Rows of :func:`compare.rankings` for one indicator, year and kind.
    lang : {"zh", "en"}
        Language.
    """
    if is_missing(row["rank_best"]) or row["of"] < 2 or row.get("kind") == "target":
        return ""
    if row["rank_best"] != row["rank_worst"]:
        best, worst = int(row["rank_best"]), int(row["rank_worst"])
        return say("rankings-between", lang, best=best, worst=worst)
    others = rows[rows["region"] != row["region"]]
    form = "rank"
    if (others["rank_best"] == row["rank"]).any():
        form = "joint" if (others["rank"] == row["rank"]).any() else "perhaps"
    return say(f"rankings-{form}", lang, rank=int(row["rank"]))
