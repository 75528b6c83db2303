"""What coverage decides: for how many indicators regions can be compared at all."""

from __future__ import annotations

import pandas as pd

from compare.ledger.records import keys_of
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import about


def coverage_finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return of how many indicators two regions or more state values for one year.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.coverage`, named; where all are of one theme, it is named first.
    lang : {"zh", "en"}
        Language.
    """
    said = say(
        "coverage-comparable",
        lang,
        n=rows["indicator"].nunique(),
        actual=comparable(rows, "actual"),
        target=comparable(rows, "target"),
    )
    themes = list(dict.fromkeys(rows[f"theme_{lang}"].dropna()))
    return about(themes[0], said, lang) if len(themes) == 1 else said[0].upper() + said[1:]


def comparable(rows: pd.DataFrame, kind: str) -> int:
    """Count the indicators that two regions or more state for one year of a kind."""
    seen = rows[(rows["kind"] == kind) & (rows["status"] == "observed")]
    regions: dict[tuple[str, str], set[str]] = {}
    for indicator, region, years in keys_of(seen, ("indicator", "region", "comparable_years")):
        for year in str(years or "").split():
            regions.setdefault((indicator, year), set()).add(region)
    return len({indicator for (indicator, _), of in regions.items() if len(of) > 1})
