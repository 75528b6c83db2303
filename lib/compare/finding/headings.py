"""Headings: what a page or a picture is about, and its weightiest findings in a line or two."""

from __future__ import annotations

from collections.abc import Sequence

from compare.finding.facts import Facts
from compare.finding.naming import apart
from compare.finding.statement import Finding, Said
from compare.ledger.evidence import UNTITLED
from compare.ledger.folders import called
from compare.ledger.names import HAN
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import about, bracketed, clauses, joined

_LONGEST_HEADING = {"zh": 48, "en": 20}

_TWO_LINES = 140
"""Characters that two lines of a title hold at least; no Chinese heading has so many."""

_COMPARING = ("attainment", "promise", "timing", "pace")
"""What sets plans side by side, or beside what came of them."""

_DATED = ("change",)
"""What says itself of which years it is."""


def heading_of_findings(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, topics: bool = True, after: str = ""
) -> str:
    """Return the first finding, or the first that say the same of several indicators.

    As :func:`heading_and_told`, the heading alone.
    """
    return heading_and_told(found, facts, lang, topics=topics, after=after)[0]


def heading_and_told(
    found: Sequence[Finding], facts: Facts, lang: Lang, *, topics: bool = True, after: str = ""
) -> tuple[str, tuple[Finding, ...]]:
    """Return the first finding, or the first that say the same, and which findings that tells.

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
    after : str
        What stands before it, and takes its part of the length.
    """
    room = _LONGEST_HEADING[lang] - length(after, lang)
    before = about(after, "", lang) if after else ""
    first = found[0].said[lang]
    named = facts.subject.region is None
    alike = [one for one in found if _says_the_same(one, found[0], lang)][:2]
    if len(alike) > 1 and found[0].is_outcome and topics:
        both = joined([one.said[lang].topic for one in alike], lang)
        text = _titled(first, first.short, lang, topic=both, named=named)
        when = _when(found[0], lang, before + text)
        if length(text + when, lang) <= room:
            return text + when, tuple(alike)
    behind = _when(found[0], lang, before)
    text = _in_heading(first, lang, room, topics=topics, named=named, behind=behind)
    when = _when(found[0], lang, before + text)
    if not found[0].is_outcome and length(text + when, lang) > room:
        when = ""  # the lead says it
    if found[0].verdict == "not-assured":  # a value alone: what is planned says more
        return _with_plan(text + when, found, lang, room, topics=topics, named=named), (found[0],)
    for other in found[1:]:
        same_sort = other.is_outcome == found[0].is_outcome
        of_that_year = not other.is_outcome or other.year == found[0].year  # it is said once
        one_grade = _is_close(other) == _is_close(found[0])  # so is the grade
        tells = other.verdict != "level"  # that all have the same is no news
        if same_sort and of_that_year and one_grade and tells and _says_more(other, found[0]):
            second = other.said[lang]
            same = named and second.who == first.who and second.topic == first.topic
            more = (
                second.title
                if same and second.who
                else _in_heading(second, lang, room, topics=topics, named=named)
            )
            begun, year_of = _where_dated(text, when, found[0], other)
            commas = say("comma", lang) in text  # a clause that has commas ends with more
            whole = (
                clauses([begun, more], lang)
                if commas
                else say("finding-join", lang).join([begun, more])
            )
            if length(whole, lang) <= room:
                behind = "" if year_of is None else _when(year_of, lang, before + whole)
                return whole + behind, (found[0], other)
            break
    return text + when, (found[0],)


def _where_dated(
    text: str, when: str, first: Finding, other: Finding
) -> tuple[str, Finding | None]:
    """Return the first of two clauses, and by which of the findings the second ends with a year.

    What says its years itself has none behind it: the year stands behind the other clause.
    """
    if other.kind in _DATED and first.kind not in _DATED:
        return text + when, None
    return text, other if first.kind in _DATED else first


def subject_name(facts: Facts, lang: Lang) -> str:
    """Return what the subject of some facts is called in a heading."""
    subject = facts.subject
    if subject.regions:
        names = [_full_name(region, facts, lang) for region in subject.regions]
        if len(names) == 2:
            return say("lead-names", lang, first=names[0], last=names[-1])
        return joined(names, lang)
    if subject.indicators is None:
        return _table_title(facts) or say("lead-everything", lang)
    key = "indicator" if is_of_one_indicator(facts) else "theme"
    if len(facts.rows):
        return str(facts.rows[f"{key}_{lang}"].iloc[0])
    known = facts.evidence.indicators.set_index("indicator").loc[subject.indicators[0]]
    if key == "indicator":
        return str(known[f"name_{lang}"])
    return facts.evidence.name("theme", str(known["theme"]), lang)


def _table_title(facts: Facts) -> str:
    """Return what a table of somebody's own is called; nothing of several, or of documents.

    A title that leaves no room for what is found is not in the heading.
    """
    if not facts.evidence.of_tables or len(facts.evidence.documents) > 1:
        return ""
    title = facts.evidence.documents["title"].iloc[0]
    if not isinstance(title, str) or title == UNTITLED:
        return ""
    name = called(title)
    written: Lang = "zh" if HAN.search(name) else "en"
    return name if length(name, written) <= _LONGEST_HEADING[written] // 2 else ""


def _full_name(region: str, facts: Facts, lang: Lang) -> str:
    regions = facts.evidence.regions
    full = regions.loc[regions["region"] == region, "full_name_zh"]
    if lang == "zh" and len(full) and isinstance(full.iloc[0], str):
        return full.iloc[0]
    own = facts.everything.loc[facts.everything["region"] == region, f"region_{lang}"]
    return str(own.iloc[0]) if len(own) else facts.evidence.name("region", region, lang)


def is_of_one_indicator(facts: Facts) -> bool:
    """Tell whether a page is about one indicator."""
    return facts.subject.indicators is not None and len(facts.subject.indicators) == 1


def _is_close(one: Finding) -> bool:
    """Tell whether a comparison is of close concepts; a value that nothing decides is none."""
    compares = one.is_outcome or one.kind in _COMPARING
    return compares and "close" in one.cautions and one.verdict != "not-assured"


def _when(first: Finding, lang: Lang, text: str) -> str:
    """Return in brackets the year of what a heading says, and that it is close, where it is.

    Of a heading that would take a third line the lead says it.
    """
    of_one_year = first.is_outcome or (first.kind == "promise" and bool(first.said[lang].opening))
    is_said = of_one_year and first.year and first.kind not in _DATED
    year = _year(first, lang) if is_said else ""
    grade = say("lead-close", lang) if _is_close(first) else ""
    for told in ([year, grade], [year]):
        words = say("lead-apart", lang).join(filter(None, told))
        when = bracketed(words, lang) if words else ""
        if len(text + when) <= _TWO_LINES:
            break
    return when


def _year(first: Finding, lang: Lang) -> str:
    """Return the year of a finding; of what has added up, that it is by its end."""
    year = str(first.year)
    by_end = first.said[lang].opening == say("finding-by-end", lang, year=year)
    return say(f"lead-year{'-by-end' * by_end}", lang, year=year)


def _with_plan(
    text: str, found: Sequence[Finding], lang: Lang, room: int, *, topics: bool, named: bool
) -> str:
    """Return a heading of one value with the promises beside it, where there is room."""
    plan = next((one for one in found[1:] if one.kind == "promise"), None)
    if plan is None:
        return text
    more = _in_heading(plan.said[lang], lang, room, topics=topics, named=named)
    if plan.said[lang].opening:  # of one year, which the values do not say
        more = say("lead-plan-of-year", lang, year=str(plan.year), said=more)
    whole = clauses([text, more], lang)
    return whole if length(whole, lang) <= room + length(text, lang) // 2 else text


def _in_heading(
    said: Said, lang: Lang, room: int, *, topics: bool, named: bool, behind: str = ""
) -> str:
    """Return a finding with its numbers, or without where that is too long for a heading.

    Too long is what leaves no room for what must stand behind it.
    """
    if topics and said.whole:
        return said.named_whole if named else said.whole
    topic = said.topic if topics else ""
    for text in (said.heading, said.title):
        whole = _titled(said, text, lang, topic=topic, named=named)
        if length(whole, lang) <= room and len(whole + behind) <= _TWO_LINES:
            return whole
    return _titled(said, said.short, lang, topic=topic, named=named)


def _says_more(one: Finding, other: Finding) -> bool:
    """Tell whether a second finding of a heading is more than another year of the first."""
    return (one.kind, one.regions, one.indicator) != (other.kind, other.regions, other.indicator)


def _says_the_same(one: Finding, other: Finding, lang: Lang) -> bool:
    same = one.said[lang].short == other.said[lang].short and one.regions == other.regions
    same = same and one.year == other.year and _is_close(one) == _is_close(other)
    return same and one.kind == "versus-reference"


def _titled(said: Said, text: str, lang: Lang, *, topic: str, named: bool) -> str:
    """Return what a heading says of a finding."""
    name = said.who if named else ""
    form = "alone" if not topic else "of" if said.who else "between"
    who = say("finding-who", lang, region=name) if name and form != "alone" else name
    who = apart(who) if lang == "zh" else who
    return say(f"lead-heading-{form}", lang, who=who, topic=topic, said=text).strip()


def length(text: str, lang: Lang) -> int:
    """Return how long a text is: characters of Chinese, words of English."""
    return len(text) if lang == "zh" else len(text.split())
