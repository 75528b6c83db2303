"""Lead: the answer that a page opens with, chosen from its findings by weight."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from compare.finding.answer import answer
from compare.finding.below import below
from compare.finding.broken import broken
from compare.finding.facts import Facts
from compare.finding.findings import as_frame, found_in
from compare.finding.headings import (
    heading_of_findings,
    is_of_one_indicator,
    length,
    subject_name,
)
from compare.finding.headline import Headline
from compare.finding.no_targets import no_targets
from compare.finding.selection import OPEN, selected
from compare.finding.stated_alone import Stated, stated_alone
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as heading_of
from compare.wording.phrases import moment, sentences

LONGEST = {"zh": 160, "en": 70}
"""Characters of a Chinese lead and words of an English one, at most."""


def lead(
    observations: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    year: int | None = None,
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
    year : int, optional
        Only findings that speak of this year, of a target the year that it is for.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        In place of the column direction, which a frame of one's own needs.
    evidence : Evidence, optional
        What is known beside the rows: :func:`compare.evidence`.
    name : str, optional
        What the page is about; by default the names of the subject, or the targets of a year.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    Headline
        The heading, the lead, the other findings by weight, and all of them as rows.

    Examples
    --------
    >>> import compare
    >>> said = lead(compare.observations(), about="抚顺", evidence=compare.evidence())
    >>> said.text.startswith("抚顺市：")
    True
    """
    check_lang(lang)
    facts = Facts(observations, about, evidence, direction)
    facts.year = year
    none = no_targets(facts, kinds, lang)
    if none is not None:
        return _of_none(none, facts, name, lang)
    found = [one for one in found_in(facts, kinds) if one.is_of(year)]
    return lead_of(found, facts, lang, name=name)


def _of_none(none: Stated, facts: Facts, name: str | None, lang: Lang) -> Headline:
    """Return the lead of a page about targets of which there is none: of no year and nobody."""
    heading = heading_of(name, none.title, lang) if name else none.title[0].upper() + none.title[1:]
    source = below([], facts, lang, text=none.text)
    return Headline(heading, (), none.text, as_frame([]), facts, source)


def lead_of(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, name: str | None = None
) -> Headline:
    """Return the heading and the lead of findings, the weightiest first, of some facts."""
    unknown = next((one for one in found if one.verdict == "no-outcome"), None)
    alone = nothing_common(found, facts, lang)
    room = LONGEST[lang] - length(alone, lang)
    chosen = selected(
        found, facts, lambda told: length(answer(told, facts, lang), lang) <= room, lang
    )
    chosen, doubt = _with_doubt(chosen, facts, room, lang)
    told = [*chosen, unknown]
    rest = [one.said[lang].sentence(lang) for one in found if one not in told]
    if not chosen:
        stated = stated_alone(facts, LONGEST[lang], lang)
        heading = _heading(stated.title, facts, name, lang)
        source = below(
            [], facts, lang, unknown=unknown,
            regions=stated.regions, figures=stated.figures, text=stated.text,
        )  # fmt: skip
        return Headline(heading, tuple(rest), stated.text, as_frame(found), facts, source)
    is_named = is_of_one_indicator(facts) or _names_all(subject_name(facts, lang), facts, lang)
    first = heading_of_findings(chosen, facts, lang, topics=not is_named)
    heading = _heading(first, facts, name, lang)
    gap = " " * (lang == "en")
    text = gap.join(filter(None, [answer(chosen, facts, lang), doubt, alone]))
    source = below(chosen, facts, lang, unknown=unknown, text=text, doubted=bool(doubt))
    told_of = tuple(dict.fromkeys(one.indicator for one in chosen if one.indicator is not None))
    return Headline(heading, tuple(rest), text, as_frame(found), facts, source, told_of)


def _with_doubt(
    chosen: list[Finding], facts: Facts, room: int, lang: Lang
) -> tuple[list[Finding], str]:
    """Return what a lead tells with the doubt about its values, which plans make room for.

    Where no room can be made, the doubt stands below.
    """
    kept = [*chosen]
    while kept and (doubt := broken(kept, facts, lang)):
        if length(answer(kept, facts, lang), lang) + length(doubt, lang) <= room:
            return kept, doubt
        last = kept.pop()
        if last.is_outcome or last.kind == "attainment":
            break
    return chosen, ""


def _heading(said: str, facts: Facts, name: str | None, lang: Lang) -> str:
    """Return what a page is about, and what it says; of a year, where that does not tell it."""
    if facts.year is None:
        return heading_of(name or subject_name(facts, lang), said, lang)
    if str(facts.year) in said:
        return said[0].upper() + said[1:]
    return heading_of(name or moment({"year": facts.year, "kind": "target"}, lang), said, lang)


def _names_all(name: str, facts: Facts, lang: Lang) -> bool:
    """Tell whether a table is called as the one indicator that it has."""
    return set(facts.rows[f"indicator_{lang}"]) == {name}


def nothing_common(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return, of several regions, that no outcome of one is beside one of another."""
    between = [one for one in found if len(one.regions) > 1]
    if len(facts.subject.regions) < 2 or any(
        one.is_outcome and (one.verdict not in OPEN or one.verdict == "totals") for one in between
    ):
        return ""
    contained = any({*pair} <= {*facts.subject.regions} for pair in facts.parts)
    return sentences([say(f"lead-nothing-common{'-of-parts' * contained}", lang)], lang)
