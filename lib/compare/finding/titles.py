"""Titles: the finding that a picture or a table shows, as its heading."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.lead import heading_of_findings
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang

_OF_PAIRS = ("reference", "gap", "verdict", "rank", "of", "reasons")


def title_of(
    rows: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> str | None:
    """Return the weightiest finding of the rows of a picture, as a heading.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations, or rows of a comparison of them, named. What stands several times, once
        for each reference, counts once.
    about : str or sequence of str, optional
        Whom the picture is about.
    kinds : collection of str, optional
        The kinds of findings that the picture shows.
    evidence : Evidence, optional
        What is known beside the rows.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    str or None
        None where the rows support no finding of these kinds.
    """
    stated = _as_observations(rows)
    if stated.empty:
        return None
    facts = Facts(stated, about, evidence).of_rows_alone()
    found = found_in(facts, kinds)
    return heading_of_findings(found, facts, lang) if found else None


def _as_observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each value once, without what a comparison added, and without empty rows."""
    kept = rows.drop(columns=[name for name in _OF_PAIRS if name in rows])
    if {"lo", "hi"} <= set(kept):
        kept = kept[kept["lo"].notna() | kept["hi"].notna()]
    keys = [name for name in ("region", "indicator", "year", "kind", "figure") if name in kept]
    return kept.drop_duplicates(keys)
