"""Horizons: for which years the regions of a page set their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from compare.finding.naming import regions
from compare.finding.places import FEW
from compare.ledger.records import grouped
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import sentences


def horizons(targets: Sequence[dict[str, Any]], lang: Lang) -> str:
    """Return for which year each region sets most of its targets; nothing where all have one.

    Parameters
    ----------
    targets : sequence of dict
        Targets, each with ``region``, its names and ``year``.
    lang : {"zh", "en"}
        Language.
    """
    year_of = {
        region: _most([row["year"] for row in of_one])
        for (region,), of_one in grouped(targets, "region").items()
    }
    if len(set(year_of.values())) < 2 or len(year_of) > FEW:
        return ""
    first = {row["region"]: row for row in sorted(targets, key=lambda row: str(row["adcode"]))}
    by_year: dict[int, list[dict[str, Any]]] = {}
    for region, row in first.items():
        by_year.setdefault(year_of[region], []).append(row)
    told = [
        say("lead-horizon", lang, year=str(year), names=regions(of, lang))
        for year, of in sorted(by_year.items())
    ]
    return sentences([say("lead-horizons", lang, each=say("finding-join", lang).join(told))], lang)


def _most(years: Sequence[int]) -> int:
    """Return the year that comes most often, the later of two."""
    counts = Counter(years)
    return int(max(counts, key=lambda year: (counts[year], year)))
