"""Where one region stands among the others in an indicator, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.wording.catalogue import Lang, say
from compare.wording.values import is_in_words, is_missing


def standing(row: Mapping[str, Any], everyone: pd.DataFrame, lang: Lang) -> str:
    """Return the rank of a region in one indicator, joint ranks and intervals said to be such.

    What is planned has no rank, it stands among so many; nor has what words alone state.

    Parameters
    ----------
    row : mapping
        A row of :func:`compare.rankings`.
    everyone : pandas.DataFrame
        The rows of all regions, of that indicator or of more.
    lang : {"zh", "en"}
        Language.
    """
    if is_missing(row["rank_best"]) or row["of"] < 2:
        return say("profile-alone", lang)
    if row.get("kind") == "target":
        return say("profile-target", lang, of=int(row["of"]))
    if is_in_words(row):
        return say("profile-in-words", lang)
    best, worst, of = (int(row[name]) for name in ("rank_best", "rank_worst", "of"))
    if (best, worst) == (1, of):
        return say("profile-open", lang)
    if best != worst:
        return say("profile-range", lang, best=best, worst=worst, of=of)
    of_others = everyone.loc[
        (everyone["indicator"] == row["indicator"]) & (everyone["region"] != row["region"]), "rank"
    ]
    form = "joint" if (of_others == best).any() else "rank"
    return say(f"profile-{form}", lang, rank=best, of=of)
