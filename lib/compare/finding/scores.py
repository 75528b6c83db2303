"""Headline of a composite: how far its ranks spread, and what it must not be used for."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.finding.headline import Headline
from compare.finding.naming import NAMED, few_of
from compare.finding.rows import known_rows
from compare.finding.spreads import decides_nothing, spread_finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import bracketed, joined, moment, reasons_in_words, sentences


def of_composite(
    composite: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return how far composite ranks spread, with the warning that they deserve.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    evidence : Evidence, optional
        Names of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(composite, evidence)
    nothing = decides_nothing(rows[rows["rank"].notna()])
    points = [_made_of(rows[rows["rank"].notna()], lang)]
    points += [say("finding-composite-open" if nothing else "finding-composite", lang)]
    refused = [
        str(row[f"region_{lang}"]) + bracketed(reasons_in_words(row["reasons"], lang), lang)
        for row in records(rows[rows["rank"].isna()])
    ]
    if refused:
        points.append(say("finding-refused-regions", lang, names=few_of(refused, lang)))
    return Headline(spread_finding(rows, lang), lead=sentences(points, lang))


def _made_of(ranked: pd.DataFrame, lang: Lang) -> str:
    """Return of how many indicators, of which year and kind, the scores are made."""
    if ranked.empty:
        return ""
    first = records(ranked)[0]
    names = [str(name) for name in ranked[f"region_{lang}"]]
    told = joined(names, lang) if len(names) <= NAMED else few_of(names, lang)
    return say("finding-composite-of", lang, names=told, n=int(first["indicators"]),
               moment=moment(first, lang))  # fmt: skip
