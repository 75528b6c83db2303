"""What the gaps between all pairs of regions decide."""

from __future__ import annotations

import pandas as pd

from compare.finding.gaps import DECIDED
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import about

_SORTS = ("decided", "undetermined", "not-comparable", "missing")
"""What becomes of a pair, in the order in which it is said."""


def pairs_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return how many pairs can be decided, and what becomes of the others.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.gaps` to ``every`` for one indicator, year and kind, named.
    lang : {"zh", "en"}
        Language.
    """
    verdicts = once(rows)["verdict"]
    sorts = verdicts.where(~verdicts.isin(DECIDED), "decided").value_counts()
    counts = [say(f"pairs-{sort}", lang, n=int(sorts[sort])) for sort in _SORTS if sort in sorts]
    said = say("pairs-of", lang, n=len(verdicts), counts=say("comma", lang).join(counts))
    return about(rows.iloc[0][f"indicator_{lang}"], said, lang)


def once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each pair once."""
    return rows[rows["region"] < rows["reference"]]
