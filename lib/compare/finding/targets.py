"""Headline of the targets of one year: who must move how far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.comparisons.gap_values import unit_of
from compare.finding.headline import Headline, few
from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.values import change_in_words, signed

_HELD = ("at-target", "floor-held")
_BOUNDS = (">=", ">", "<=", "<")


def of_targets(
    progress: Any, *, year: int, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return who must move how far by the year of some targets.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress` for the targets of one year.
    year : int
        The year.
    evidence : Evidence, optional
        Names and order of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(progress, evidence)
    rows = rows.sort_values(["adcode", "indicator"], kind="stable", na_position="last")
    directed = rows[(rows["status"] != "no-direction") & rows["target_year"].notna()]
    going = directed[(directed["status"] == "to-go") & directed["distance"].notna()]
    text = _counted(directed, len(going), year, lang)
    return Headline(text, few([_must(row, lang) for row in going.to_dict("records")], lang))


def _counted(directed: pd.DataFrame, going: int, year: int, lang: Lang) -> str:
    """Return how many targets have how far to go; nothing is said of none."""
    without = int((directed["status"] == "no-base").sum())
    based = len(directed) - without
    held = int(directed["status"].isin(_HELD).sum())
    if based and without:
        return say(
            "finding-targets", lang, year=str(year), n=based, going=going, held=held, none=without
        )
    if based:
        return say("finding-targets-based", lang, year=str(year), n=based, going=going, held=held)
    if without:
        return say("finding-targets-without-base", lang, year=str(year), n=without)
    return say("finding-targets-none", lang, year=str(year))


def _must(row: Mapping[str, Any], lang: Lang) -> str:
    sign = "+" if row["distance"] > 0 else "−"
    return say(
        "finding-must",
        lang,
        region=str(row[f"region_{lang}"]),
        indicator=str(row[f"indicator_{lang}"]),
        years=int(row["years"]),
        least=say("finding-least", lang) if row["target_comparator"] in _BOUNDS else "",
        distance=signed(row["distance"], unit_of(row, "distance"), lang),
        pace=sign + change_in_words(row["pace"], unit_of(row, "pace"), lang),
    )
