"""How far the ranks of a composite spread under other weights and methods."""

from __future__ import annotations

import pandas as pd

from compare.wording.catalogue import Lang, say


def spread_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return how far the ranks spread.

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
    parts = []
    for row in ranked.to_dict("records"):
        best, worst = int(row["rank_best"]), int(row["rank_worst"])
        form = "one" if best == worst else "part"
        region = str(row[f"region_{lang}"])
        parts.append(say(f"spreads-{form}", lang, region=region, best=best, worst=worst))
    fixed = (ranked["rank_best"] == ranked["rank_worst"]).all()
    said = say("spreads-join", lang).join(parts)
    return say("spreads-fixed" if fixed else "spreads-spread", lang, parts=said)
