"""The nation beside a region: its figure of the year, its aim, and the standard."""

from __future__ import annotations

import pandas as pd

from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About, Row
from compare.wording.catalogue import say
from compare.wording.phrases import clauses
from compare.wording.references import hearsay
from compare.wording.values import is_missing, prose_value


class Nation:
    """Finds the national figures of rows, and notes where they are from.

    Attributes
    ----------
    second_hand : bool
        Whether one that was shown is known from a secondary source.
    """

    def __init__(self, about: About, cited: Cited) -> None:
        self._about, self._cited = about, cited
        self.second_hand = False

    def beside(self, indicator: str, outcome: Row | None, target: Row | None) -> str:
        """Return the nation's figure of that year, its aim for the target's, and the standard."""
        known = self._about.evidence
        limits = []
        for row, kind in ((outcome, "actual"), (target, "target")):
            if row is not None and not is_missing(row["year"]):
                of_year = known.benchmarks_of(indicator, int(row["year"]), kind)
                limits += [one for one in of_year if one["kind"] == kind][:1]
        standing = known.benchmarks_of(indicator, 0, "")
        limits += [one for one in standing if one["kind"] == "standard"]
        for limit in limits:
            self._cited.rule(limit["rule"])
        return clauses([self._told(limit) for limit in limits], self._about.lang)

    def _told(self, limit: Row) -> str:
        lang = self._about.lang
        second = bool(hearsay(limit, lang))
        self.second_hand = self.second_hand or second
        year = "" if pd.isna(limit["year"]) else str(int(limit["year"]))
        form = f"brief-nation-{limit['kind']}"
        return say(form, lang, year=year, value=prose_value(limit, lang)) + "*" * second
