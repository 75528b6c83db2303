"""Below a lead: of which places and years it speaks, what is not known, and its sources."""

from __future__ import annotations

from collections.abc import Sequence

from compare.finding.broken import broken, figures_broken
from compare.finding.facts import Facts, Subject
from compare.finding.horizons import horizons, inferred_years
from compare.finding.kinds import inconsistency
from compare.finding.labels import labels
from compare.finding.places import FEW, places
from compare.finding.statement import Finding
from compare.wording.catalogue import Lang, say
from compare.wording.glossary import explained
from compare.wording.phrases import clauses, joined, sentences
from compare.wording.references import source_line


def below(
    found: Sequence[Finding],
    facts: Facts,
    lang: Lang,
    *,
    unknown: Finding | None = None,
    regions: Sequence[str] = (),
    figures: Sequence[str] = (),
    text: str = "",
    doubted: bool = False,
) -> str:
    """Return what stands in small print below a lead, in this order.

    What the places are; for which years targets are set, on the page of everything; of how
    many targets nothing is known; whose years are inferred; what makes a definition a close
    one; what is to be asked about a number that is told; the documents, once.

    Parameters
    ----------
    found : sequence of Finding
        What the lead tells.
    facts : Facts
        What they were found in.
    lang : {"zh", "en"}
        Language.
    unknown : Finding, optional
        That of some targets no outcome is known.
    regions, figures : sequence of str
        Keys of what the lead names beside its findings.
    text : str
        The lead: what its terms mean is said, too.
    doubted : bool
        Whether the lead says itself which later targets may be of another definition.
    """
    told = [] if unknown is None else [unknown]
    named = [*figures, *(name for one in found for name in one.figures)]
    where = _where(regions, [*found, *told], facts, lang)
    parts = [
        *where,
        *(_unknown(one, facts, lang) for one in told),
        *(_newest(one, facts, lang) for one in told),
        inferred_years(named, facts.evidence, lang),
        "" if doubted else broken(found, facts, lang),
        _definitions(found, lang),
        *_asked(found, facts, lang),
        labels(found, facts, lang),
        "" if facts.evidence.of_tables else explained(" ".join([text, *where]), lang),
        _sources([*figures, *figures_broken(found, facts)], [*found, *told], facts, lang),
    ]
    return (" " * (lang == "en")).join(filter(None, parts))


def _where(regions: Sequence[str], found: Sequence[Finding], facts: Facts, lang: Lang) -> list[str]:
    """Return what the places are that a page is about, or names."""
    named = [*facts.subject.regions, *regions, *(key for one in found for key in one.regions)]
    shown = [str(key) for key in facts.rows["region"].unique()]
    if not facts.subject.regions and len({*named, *shown}) <= FEW:
        named += shown  # whoever stands on the page, told or not
    said = [places([*dict.fromkeys(named)], facts.evidence, lang)]
    if facts.subject == Subject() and facts.year is None:
        said.append(horizons(facts.main_targets, lang))
    return said


def _unknown(finding: Finding, facts: Facts, lang: Lang) -> str:
    """Return whose outcomes are unknown; the region that a page is about is named already."""
    said = finding.said[lang]
    named = facts.subject.region is None
    whole, clause = (said.named_whole, said.named_clause) if named else (said.whole, said.clause)
    return sentences([whole or clause], lang)


def _newest(finding: Finding, facts: Facts, lang: Lang) -> str:
    """Return how new the sources of regions are that lack outcomes, on the page of no region.

    On the page of some of them it is told with each.
    """
    known, is_due = facts.evidence, facts.gone(finding.year)
    if facts.subject.regions or known.of_tables or not is_due or len(finding.regions) > FEW:
        return ""
    in_order = sorted(finding.regions, key=lambda key: str(known.code_of(key)))
    dates = {key: known.newest_of_regions([key]) for key in in_order}
    told = [
        say("lead-newest-of", lang, region=known.name("region", key, lang), date=date)
        for key, date in dates.items()
        if date
    ]
    return sentences([say("lead-newest", lang, each=joined(told, lang))], lang) if told else ""


def _definitions(found: Sequence[Finding], lang: Lang) -> str:
    """Return what is not known of how the things that a lead tells are measured."""
    topics: dict[str, list[str]] = {}
    for said in (one.said[lang] for one in found):
        if said.detail and said.topic not in topics.setdefault(said.detail, []):
            topics[said.detail].append(said.topic)
    if not topics:
        return ""
    told = [
        say("lead-definition", lang, topics=joined(of, lang), detail=detail)
        for detail, of in topics.items()
    ]
    return sentences([say("lead-definitions", lang, each=clauses(told, lang))], lang)


def _asked(found: Sequence[Finding], facts: Facts, lang: Lang) -> list[str]:
    """Return what must be asked about values that a lead tells; it may tell both itself."""
    told = {name for one in found for name in one.figures}
    return [
        doubt.said[lang].sentence(lang)
        for doubt in facts.once(inconsistency.KIND, inconsistency.of)
        if told & {*doubt.figures} and not told.issuperset(doubt.figures)
    ]


def _sources(figures: Sequence[str], found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    named = [*figures, *(name for one in found for name in one.figures)]
    limits = [facts.evidence.benchmark(one.reference) for one in found]
    return source_line(facts.evidence.sources(named), lang, limits=limits)
