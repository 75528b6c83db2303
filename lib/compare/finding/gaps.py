"""What gaps to one reference decide: who is how far from it, and who leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.comparisons.gap_values import unit_of
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import about, joined, moment
from compare.wording.values import change_in_words, is_missing

DECIDED = ("ahead", "behind", "level")
"""Verdicts that say who stands where."""

UNCOMPARED = ("missing", "not-comparable")
"""Verdicts of rows that have no gap."""

_MOST_FINDINGS = 2


def gaps_finding(rows: pd.DataFrame, to: str, lang: Lang) -> str:
    """Return the largest decided gaps, or that nothing is decided.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.gaps` for one indicator, year, kind and reference, named.
    to : str
        What the reference is called.
    lang : {"zh", "en"}
        Language.
    """
    row = rows.iloc[0].to_dict()
    indicator = str(row[f"indicator_{lang}"])
    own = rows["region"] == rows["reference"]
    decided = rows[rows["verdict"].isin(DECIDED) & ~own]
    measured = decided[decided["gap"].notna()]
    if decided.empty:
        if rows["verdict"].eq("undetermined").any():
            return say("gaps-undecided", lang, indicator=indicator, to=to)
        return say("gaps-none", lang, indicator=indicator, to=to, moment=moment(row, lang))
    if not measured.empty:
        decided = measured
    leaders = decided[(decided["verdict"] == "level") & (decided["reference"] == "best")]
    decided = decided.drop(leaders.index)
    ordered = decided.reindex(decided["gap"].abs().sort_values(ascending=False).index)
    found = [_gap_in_words(item, to, lang) for item in ordered.to_dict("records")[:_MOST_FINDINGS]]
    if len(leaders):
        found.append(_leaders_in_words(rows, leaders, lang))
    return about(indicator, say("gaps-join", lang).join(found), lang)


def gap_verdict(row: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the verdict of a gap in words; what is level with the best is the best itself."""
    if row["reference"] != "best" or row["verdict"] != "level":
        return term(row["verdict"], lang)
    others = rows.loc[rows["region"] != row["region"], "verdict"]
    if (others == "level").any():
        return say("gaps-joint-lead", lang)
    return say("gaps-perhaps" if (others == "undetermined").any() else "gaps-lead", lang)


def _leaders_in_words(rows: pd.DataFrame, leaders: pd.DataFrame, lang: Lang) -> str:
    names = joined(list(leaders[f"region_{lang}"]), lang)
    compared = int((~rows["verdict"].isin(UNCOMPARED)).sum())
    form = "leads" if len(leaders) == 1 else "lead-together"
    form = "all-level" if len(leaders) == compared > 1 else form
    return say(f"gaps-{form}", lang, region=names, of=compared)


def _gap_in_words(row: Mapping[str, Any], to: str, lang: Lang) -> str:
    if is_missing(row["gap"]):  # of an interval, who is ahead is all that is known
        return say(f"gaps-{row['verdict']}", lang, region=row[f"region_{lang}"], to=to)
    gap = float(row["gap"])
    form = "level" if gap == 0 else ("higher" if gap > 0 else "lower")
    shown = change_in_words(gap, unit_of(row, "gap"), lang)
    return say(f"gaps-{form}", lang, region=row[f"region_{lang}"], to=to, gap=shown)
