"""Broken: later targets of what a lead tells whose definition may be another one."""

from __future__ import annotations

from collections.abc import Sequence

from compare.comparisons.comparability import BREAK
from compare.finding.facts import Facts
from compare.finding.naming import apart, value
from compare.finding.series import Row
from compare.finding.statement import Finding, figures_of
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, joined, sentences
from compare.wording.values import KEEP, kept_in_words


def broken(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return, in a sentence, the later targets of what a lead tells that may not be held to it.

    A reader who is given 56.7% meets 85% for a year to come in the same plan, and asks.
    """
    told = []
    for one in found:
        values = _later(one, facts, lang)
        if not values:
            continue
        said = one.said[lang]
        named = said.who and facts.subject.region is None
        who = say("finding-who", lang, region=said.who) if named else ""
        name = apart(said.topic) if lang == "zh" else said.topic
        told.append(say("lead-broken-of", lang, who=who, topic=name, values=values))
    each = clauses([*dict.fromkeys(told)], lang)
    return sentences([say("lead-broken", lang, each=each)], lang) if told else ""


def figures_broken(found: Sequence[Finding], facts: Facts) -> tuple[str, ...]:
    """Return the figures of these later targets: who states them is a source, too."""
    return figures_of([row for one in found for row in _rows(one, facts)])


def _rows(one: Finding, facts: Facts) -> list[Row]:
    """Return the targets behind a break for what an outcome is of."""
    if not one.is_outcome or len(one.regions) > 1:
        return []
    stated = facts.main_of.get((one.regions[0], str(one.indicator)), ())
    return [
        row
        for row in stated
        if row["kind"] == "target" and row.get(BREAK) is True and row["year"] > (one.year or 0)
    ]


def _aimed(row: Row, lang: Lang) -> str:
    """Return what a target asks for; of a level that it wants kept, that it does."""
    if row.get("every_year") == KEEP:
        return say("lead-broken-kept", lang, kept=kept_in_words(row, lang))
    return say("lead-broken-aimed", lang, value=value(row, lang))


def _later(one: Finding, facts: Facts, lang: Lang) -> str:
    """Return these targets, each with its years."""
    years: dict[str, list[str]] = {}
    for row in _rows(one, facts):
        years.setdefault(_aimed(row, lang), []).append(str(int(row["year"])))
    said = [
        say("lead-broken-value", lang, years=joined(of, lang), value=aimed)
        for aimed, of in years.items()
    ]
    return joined(said, lang)
