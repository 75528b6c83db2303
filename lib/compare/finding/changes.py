"""What the progress of one indicator, or of one region, decides: how far there is to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.comparisons.gap_values import unit_of
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import about, joined
from compare.wording.values import change_in_words

ONE_SIDED = ("no-base", "no-target", "no-direction")
"""Statuses of rows in which nothing is compared: one end is not there, or has no better."""

_BOUNDS = (">=", ">", "<=", "<")
_MOST_FINDINGS = 2


def change_finding(rows: pd.DataFrame, subject: str, lang: Lang, *, by_region: bool) -> str:
    """Return the largest changes still needed.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.progress`, named.
    subject : str
        What the indicator, or the region, is called.
    lang : {"zh", "en"}
        Language.
    by_region : bool
        Whether the rows are the regions of one indicator; else they are the indicators of
        one region.
    """
    column = f"region_{lang}" if by_region else f"indicator_{lang}"
    going = rows[(rows["status"] == "to-go") & rows["distance"].notna()]
    if going.empty:
        held = rows[rows["status"].isin(["at-target", "floor-held"])]
        if held.empty:
            what = "regions" if by_region else "indicators"
            return about(subject, say(f"changes-no-{what}", lang), lang)
        names = joined(list(dict.fromkeys(held[column])), lang)
        return about(subject, say("changes-held", lang, who=names), lang)
    ordered = going.reindex(going["distance"].abs().sort_values(ascending=False).index)
    largest = ordered.head(_MOST_FINDINGS).to_dict("records")
    parts = [_change_in_words(row, str(row[column]), lang) for row in largest]
    return about(subject, say("changes-join", lang).join(parts), lang)


def is_to_a_bound(row: Mapping[str, Any]) -> bool:
    """Tell whether a target is a bound, which may be passed: the change is the least needed."""
    return row["target_comparator"] in _BOUNDS


def _change_in_words(row: Mapping[str, Any], name: str, lang: Lang) -> str:
    return say(
        "changes-rise" if row["distance"] > 0 else "changes-fall",
        lang,
        who=name,
        bound="yes" if is_to_a_bound(row) else "no",
        gap=change_in_words(row["distance"], unit_of(row, "distance"), lang),
        year=str(int(row["target_year"])),
    )
