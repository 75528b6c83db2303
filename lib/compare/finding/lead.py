"""Lead: the answer that a page opens with, chosen from its findings by weight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.headline import Headline
from compare.finding.stated_alone import stated_alone
from compare.finding.statement import Finding, Said
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as heading_of
from compare.wording.phrases import bracketed, clauses, joined, sentences

MOST = 6
"""Findings in a lead, at most: those that say the same of several indicators are one clause."""

LONGEST = {"zh": 160, "en": 70}
"""Characters of a Chinese lead and words of an English one, at most."""

_LONGEST_HEADING = {"zh": 42, "en": 22}

_LEAST = 30.0
"""What weighs less opens no page, unless there is nothing else."""

_WELL = ("above", "met", "level")
"""What is as it should be is told without numbers where several say the same."""


def lead(
    observations: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    direction: str | Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
    name: str | None = None,
    lang: Lang = "zh",
) -> Headline:
    """Return the heading and the lead of a page: its weightiest findings, in a few lines.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : str or sequence of str, optional
        A region, several regions, an indicator or a theme, by any name.
    kinds : collection of str, optional
        Only these kinds of findings.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        In place of the column direction, which a frame of one's own needs.
    evidence : Evidence, optional
        What is known beside the rows: :func:`compare.evidence`.
    name : str, optional
        What the page is about; by default the names of the subject.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    Headline
        The heading, the lead and the other findings by weight.

    Examples
    --------
    >>> import compare
    >>> said = lead(compare.observations(), about="抚顺", evidence=compare.evidence())
    >>> said.text.startswith("抚顺市：")
    True
    """
    check_lang(lang)
    facts = Facts(observations, about, evidence, direction)
    found = found_in(facts, kinds)
    subject = name or subject_name(facts, lang)
    chosen = _chosen(found, facts, lang)
    rest = [one.said[lang].sentence(lang) for one in found if one not in chosen]
    if not chosen:
        title, told = stated_alone(facts, LONGEST[lang], lang)
        return Headline(heading_of(subject, title, lang), tuple(rest), lead=told)
    heading = heading_of(
        subject,
        heading_of_findings(chosen, facts, lang, topics=not _is_of_one_indicator(facts)),
        lang,
    )
    return Headline(heading, tuple(rest), lead=_text(chosen, facts, lang))


def subject_name(facts: Facts, lang: Lang) -> str:
    """Return what the subject of some facts is called in a heading."""
    subject = facts.subject
    if subject.regions:
        names = [_full_name(region, facts, lang) for region in subject.regions]
        if len(names) == 2:
            return say("lead-names", lang, first=names[0], last=names[-1])
        return joined(names, lang)
    if subject.indicators is None:
        return say("lead-everything", lang)
    key = "indicator" if _is_of_one_indicator(facts) else "theme"
    if len(facts.rows):
        return str(facts.rows[f"{key}_{lang}"].iloc[0])
    known = facts.evidence.indicators.set_index("indicator").loc[subject.indicators[0]]
    if key == "indicator":
        return str(known[f"name_{lang}"])
    return facts.evidence.name("theme", str(known["theme"]), lang)


def _full_name(region: str, facts: Facts, lang: Lang) -> str:
    regions = facts.evidence.regions
    full = regions.loc[regions["region"] == region, "full_name_zh"]
    if lang == "zh" and len(full) and isinstance(full.iloc[0], str):
        return full.iloc[0]
    own = facts.everything.loc[facts.everything["region"] == region, f"region_{lang}"]
    return str(own.iloc[0]) if len(own) else facts.evidence.name("region", region, lang)


def _is_of_one_indicator(facts: Facts) -> bool:
    return facts.subject.indicators is not None and len(facts.subject.indicators) == 1


def _chosen(found: Sequence[Finding], facts: Facts, lang: Lang) -> list[Finding]:
    """Return the findings that a lead tells: the weightiest outcomes, and what is planned.

    One finding for each indicator; of an indicator's own page, one for each kind.
    """
    weighty = [one for one in found if one.weight >= _LEAST and one.kind != "not-stated"]
    outcomes = _of_each([one for one in weighty if _is_outcome(one)], facts, lang)
    plans = _of_each([one for one in weighty if not _is_outcome(one)], facts, lang)
    topics = {one.said[lang].topic for one in outcomes[:MOST]}
    plans.sort(key=lambda one: one.said[lang].topic not in topics or one.kind != "own-target")
    told = outcomes[:1] or plans[:1]
    for one in [*plans[:1], *outcomes[1:], *plans[1:]] if outcomes else plans[1:]:
        longer = [*told, one]
        if len(told) < MOST and _length(_text(longer, facts, lang), lang) <= LONGEST[lang]:
            told = longer
    return sorted(told, key=lambda one: not _is_outcome(one))


def _of_each(found: Sequence[Finding], facts: Facts, lang: Lang) -> list[Finding]:
    of_one = _is_of_one_indicator(facts)
    chosen: dict[Any, Finding] = {}
    for one in found:
        key = (one.kind, one.verdict) if of_one else one.said[lang].topic
        chosen.setdefault(key, one)
    return list(chosen.values())


def _is_outcome(finding: Finding) -> bool:
    return finding.said["en"].opening.startswith("In ")


def _text(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return findings as a text: those with one opening in one sentence."""
    named = facts.subject.region is None
    by_opening: dict[str, list[Finding]] = {}
    for one in found:
        by_opening.setdefault(_opening(one, lang, named=named), []).append(one)
    parts = [
        opening + clauses(list(_clauses(group, lang, named=named)), lang)
        for opening, group in by_opening.items()
    ]
    return sentences(parts, lang)


def _opening(finding: Finding, lang: Lang, *, named: bool) -> str:
    said = finding.said[lang]
    return said.named_opening if named else said.opening


def _clauses(found: Sequence[Finding], lang: Lang, *, named: bool) -> Iterator[str]:
    """Yield the clauses of one sentence, those that say the same of one region as one."""
    alike: dict[Any, list[Finding]] = {}
    for one in found:
        same = one.kind == "versus-reference" and _is_outcome(one)
        key = (one.regions, one.said[lang].short) if same else one
        alike.setdefault(key, []).append(one)
    for group in alike.values():
        said = [one.said[lang] for one in group]
        if len(group) > 1:
            yield _together(said, group[0].verdict, lang, named=named)
        else:
            yield said[0].named_brief if named else said[0].brief


def _together(said: Sequence[Said], verdict: str, lang: Lang, *, named: bool) -> str:
    who = said[0].who if named else ""
    if verdict in _WELL:
        topics = joined([one.topic for one in said], lang)
        told = say(f"lead-summary-{verdict}", lang, topics=topics, short=said[0].short)
    else:
        told = say(
            "lead-alike", lang, items=joined([one.item for one in said], lang),
            short=said[0].short, amounts=joined([one.amount for one in said], lang),
        )  # fmt: skip
    return f"{who}{told}" if lang == "zh" else _placed(told, who)


def _placed(told: str, who: str) -> str:
    return f"{told} ({who})" if who else told


def heading_of_findings(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, topics: bool = True
) -> str:
    """Return the first finding, or the first that say the same of several indicators.

    Parameters
    ----------
    found : sequence of Finding
        Findings, the weightiest first; one at least.
    facts : Facts
        What they were found in: the region that a page is about is not named again.
    lang : {"zh", "en"}
        Language.
    topics : bool
        Whether to name the indicators.
    """
    first = found[0].said[lang]
    named = facts.subject.region is None
    alike = [one.said[lang] for one in found if _says_the_same(one, found[0], lang)]
    year = found[0].year if _is_outcome(found[0]) else None
    when = bracketed(say("lead-year", lang, year=str(year)), lang) if year else ""
    if len(alike) > 1 and _is_outcome(found[0]) and topics:
        both = joined([said.topic for said in alike[:2]], lang)
        return _titled(first, first.short, lang, topic=both, named=named) + when
    told = [first]
    for other in found[1:]:
        if _is_outcome(other) == _is_outcome(found[0]):
            told.append(other.said[lang])
            break
    texts = [
        _titled(said, said.title, lang, topic=said.topic if topics else "", named=named)
        for said in told
    ]
    whole = say("finding-join", lang).join(texts)
    return (whole if _length(whole, lang) <= _LONGEST_HEADING[lang] else texts[0]) + when


def _says_the_same(one: Finding, other: Finding, lang: Lang) -> bool:
    return one.said[lang].short == other.said[lang].short and one.regions == other.regions


def _titled(said: Said, text: str, lang: Lang, *, topic: str, named: bool) -> str:
    """Return what a heading says of a finding."""
    who = say("finding-who", lang, region=said.who) if named and said.who else ""
    if not topic:
        who = said.who if named else ""
    form = "alone" if not topic else "of" if said.who else "between"
    return say(f"lead-heading-{form}", lang, who=who, topic=topic, said=text).strip()


def _length(text: str, lang: Lang) -> int:
    return len(text) if lang == "zh" else len(text.split())
