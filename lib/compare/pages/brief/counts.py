"""Counts of a city's counties: whether they add up over the years, and of how many there are."""

from __future__ import annotations

import re

from compare.pages.brief.subject import About, Row
from compare.wording.catalogue import say

_EVERY = re.compile(r"([0-9]+)个县（市、区）全部")
"""How a document that speaks of all counties of a city tells how many there are."""


def of_how_many(row: Row, about: About) -> str:
    """Return what a reader asks of a count of counties; nothing of other values.

    That it adds up over the years, where the reason of its grade says so; and how many there
    are in all, or that no document of the city says it.
    """
    if not _is_of_counties(row, about):
        return ""
    lang, told = about.lang, []
    judged = about.evidence.judgement(row["figure"], row["indicator"]) or {}
    if say("brief-count-added-up", "zh") in str(judged.get("reason")):
        told.append(say("brief-count-added-up", lang))
    found = whole_of(row, about)
    form = "brief-count-whole" if found else "brief-count-no-whole"
    told.append(say(form, lang, n=found[0] if found else ""))
    return say("comma", lang).join(told)


def whole_of(row: Row, about: About) -> tuple[str, str] | None:
    """Return how many counties a city has, and the figure whose words say so; None of others."""
    if not _is_of_counties(row, about):
        return None
    for stated in about.known.written[row["region"]]:
        if isinstance(stated["quote"], str) and (found := _EVERY.search(stated["quote"])):
            return found[1], str(stated["figure"])
    return None


def _is_of_counties(row: Row, about: About) -> bool:
    return bool(row["unit"] == "个") and row["indicator"] in about.known.of_cities
