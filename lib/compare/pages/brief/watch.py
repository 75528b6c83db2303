"""What to watch: promises that assure nothing, outcomes nobody states, numbers that disagree."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from compare.finding.statement import Finding
from compare.pages.brief.cautions import own
from compare.pages.brief.points import marked
from compare.pages.brief.selection import LEVELS
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About
from compare.pages.paper.blocks import Item, Run, Text
from compare.wording.catalogue import say, term
from compare.wording.phrases import bracketed, joined, merged

_WANTED: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("attainment", ("missed", "behind-pace"), 1),
    ("versus-reference", ("short", "not-assured"), 1),
    ("inconsistency", ("levels", "two-values", "no-step", "in-source"), 3),
    ("attainment", ("no-outcome",), 1),
    ("not-stated", (), 1),
)
"""Kinds and verdicts that ask for attention, and how many of each are named."""


_WITHIN = 2
"""So many doubts within one text are named."""


@dataclass(frozen=True)
class Seen:
    """What stands in a brief before it says what to watch.

    Attributes
    ----------
    found : collection of Finding
        The key findings: what they tell is told.
    years : collection of int
        The years of the targets that stand in the table or in the key findings.
    indicators : collection of str
        What the table is about: doubts about these come first.
    asked : frozenset of str
        Figures for which the table says that they are in doubt: why comes before all others.
    """

    found: Collection[Finding]
    years: Collection[int]
    indicators: Collection[str] = ()
    asked: frozenset[str] = frozenset()


def watched(about: About, cited: Cited, most: int, seen: Seen) -> list[Item]:
    """Return what to watch, an item each."""
    wanted = [
        (kind == "not-stated", place, kind != "attainment", sort, one)
        for sort, (kind, verdicts, some) in enumerate(_WANTED)
        for place, one in enumerate(_some(about, kind, verdicts, seen)[:some])
    ]
    first = sorted(wanted, key=lambda told: told[:-1])[
        :most
    ]  # one of each before a second, and first what came of targets
    return [Item(_told(told[-1], about, cited)) for told in wanted if told in first]


def _told(one: Finding, about: About, cited: Cited) -> Text:
    lang, twins = about.lang, _twins(one, about)
    sentence = one.said[lang].sentence(lang)
    if twins:
        names = [say("brief-watch-twin", lang, region=twin.said[lang].who,
                     value=_asked(twin, one, about)) for twin in twins]  # fmt: skip
        also = say("brief-watch-twins", lang, names=joined(names, lang))
        sentence = sentence[:-1] + also + sentence[-1:]
    figures = [name for of in (one, *twins) for name in of.figures]
    mark = cited.mark(figures, [one.reference])
    return (*marked(sentence[:-1], lang), mark, Run(sentence[-1:]))


def _asked(twin: Finding, one: Finding, about: About) -> str:
    """Return what another region plans, with what must be said of it that is not of the first."""
    lang = about.lang
    value = str(twin.said[lang].values["reach"])
    if "close" not in twin.cautions or "close" in one.cautions:
        return value
    grade, caution = term("close", lang), own(twin, about)
    graded = say("finding-graded", lang, grade=grade, conditions=caution) if caution else grade
    return merged(value + bracketed(graded, lang), lang)


def _twins(one: Finding, about: About) -> list[Finding]:
    """Return what says of another region's plan for that year what is said of this one's."""
    if one.kind != "versus-reference":
        return []
    same = (one.kind, one.verdict, one.indicator, one.reference, one.year, one.is_outcome)
    return [
        other
        for other in about.of_kinds((one.kind,))
        if other.regions != one.regions
        and same == (other.kind, other.verdict, other.indicator, other.reference, other.year,
                     other.is_outcome)
    ]  # fmt: skip


def _some(about: About, kind: str, verdicts: tuple[str, ...], seen: Seen) -> list[Finding]:
    """Return the weightiest findings of a kind, in the order of the verdicts; plans alone."""
    found = [one for one in about.of_kinds((kind,)) if not verdicts or one.verdict in verdicts]
    found = [one for one in found if not (one.is_outcome and one.verdict == "short")]
    found = [one for one in found if one not in seen.found and not _is_of_each(one, about)]
    order = {verdict: place for place, verdict in enumerate(verdicts)}
    if kind == "inconsistency":
        told = {name for one in seen.found for name in one.figures}
        found = [one for one in found if not told.issuperset(one.figures)]  # both are told there
        found = [one for one in found if one.verdict != "in-source" or _is_shared(one, about)]
        found = [one for one in found if one.verdict != LEVELS or not about.is_pair]
        found = _varied(sorted(found, key=lambda one: order[one.verdict]))
        found.sort(key=lambda one: not _is_of_shown(one, about, seen))
        found.sort(key=lambda one: seen.asked.isdisjoint(one.figures))
        within = [one for one in found if one.verdict == "in-source"]
        found = [one for one in found if one not in within[_WITHIN:]]
    elif kind == "versus-reference":  # of several targets the last: what was to be earlier is past
        found.sort(key=lambda one: -(one.year or 0))
    elif "no-outcome" in verdicts:  # of targets that a reader has seen
        found = [one for one in found if _is_of_seen(one, about, seen)]
    return found


def _is_of_seen(one: Finding, about: About, seen: Seen) -> bool:
    """Tell whether targets without outcome are such as a reader has seen: of two, up to a year."""
    year = one.year or 0
    return year in seen.years or (about.is_pair and any(of <= year for of in seen.years if of))


def _is_of_each(one: Finding, about: About) -> bool:
    """Tell whether a standard asks something of each resource: the table says what that means."""
    limit = about.evidence.benchmark(one.reference)
    return limit is not None and limit["each"] is True


def _varied(found: Sequence[Finding]) -> list[Finding]:
    """Return doubts with one of each verdict before a second, those within a text the last."""
    places = [sum(one.verdict == other.verdict for other in found[:n]) for n, one in
              enumerate(found)]  # fmt: skip
    within = [one.verdict == "in-source" for one in found]
    order = sorted(range(len(found)), key=lambda n: (within[n], places[n], n))
    return [found[n] for n in order]


def _is_of_shown(one: Finding, about: About, seen: Seen) -> bool:
    """Tell whether a doubt is about a number that stands in the table."""
    of_table = {row["figure"] for row in about.rows if row["indicator"] in seen.indicators}
    return not of_table.isdisjoint(one.figures)


def _is_shared(one: Finding, about: About) -> bool:
    """Tell whether a finding touches what regions are compared by, and no detail of a plan."""
    return any(row["figure"] in one.figures for row in about.rows)
