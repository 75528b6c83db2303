"""Key findings as points: one indicator a point, each thing said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.finding.conditions import is_inferred
from compare.finding.statement import Finding
from compare.pages.brief.cautions import own, without, without_years
from compare.pages.brief.judging import order_in_words
from compare.pages.brief.selection import Part
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About
from compare.pages.paper.blocks import Paragraph, Run, Text
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, sentences

_QUOTED = re.compile("(“[^”]*[\u4e00-\u9fff][^”]*”)")


def points(part: Part, about: About, cited: Cited) -> list[Paragraph]:
    """Return the points of a part, numbered, with their sources."""
    return [
        Paragraph((Run(f"{number}.\u2002"), *_told(group, about, cited)), "point")
        for number, group in enumerate(part.points, 1)
    ]


def _told(group: Sequence[Finding], about: About, cited: Cited) -> Iterator[Run]:
    lang = about.lang
    whole = _sentences(group, about)
    *begun, last = shortened(whole, lang)
    stop = last.rstrip()[-1:]
    texts = [*begun, last.rstrip()[: -len(stop)]]
    topic = group[0].said[lang].topic.strip()
    begun_with = topic[:1].upper() + topic[1:]
    topic = begun_with if texts[0].startswith(begun_with) else topic
    for place, text in enumerate(texts):
        is_named = topic and place == 0
        before, named, after = text.partition(topic) if is_named else ("", "", text)
        yield from (*marked(before, lang), Run(named, bold=True), *marked(after, lang))
    figures = [name for one in group for name in one.figures]
    yield cited.mark(figures, [one.reference for one in group])
    yield Run(stop)  # after the number of the source, as GB/T 7714 has it


def _sentences(group: Sequence[Finding], about: About) -> list[str]:
    """Return what findings tell; what must be said beside every number of theirs once."""
    lang = about.lang
    told: list[str] = []
    dated: set[str] = set()  # of whom it is said that years are inferred
    for one in group:
        order = order_in_words(one, about)
        said = one.said[lang].told(named=about.is_pair)
        said = clauses([said, order], lang) if order else said
        caution = own(one, about)
        undated = without_years(said, lang)
        if {*one.regions} <= dated:  # it is said once
            said = undated
        elif said != undated:
            dated.update(one.regions)
        known = any(caution in other for other in told)
        told.append(without(said, caution, lang) if known else said)
        told += _inferred(one, about)
    return told


_CLAUSE = re.compile("[；;]")


def _inferred(one: Finding, about: About) -> list[str]:
    """Return on what it rests that something had not come by a year: a list that lacks it."""
    own = "reason" if about.lang == "zh" else "reason_en"
    rows = [row for row in about.rows if is_inferred(row) and row["figure"] in one.figures]
    judged = [about.evidence.judgement(row["figure"], row["indicator"]) or {} for row in rows]
    reasons = [str(known.get(own) or known.get("reason") or "") for known in judged]
    reasons = [_CLAUSE.split(reason)[0].rstrip("。.") for reason in reasons]  # without its source
    return [say("brief-inferred", about.lang, reason=told) for told in filter(None, reasons)]


def shortened(whole: Sequence[str], lang: Lang) -> list[str]:
    """Return sentences about one thing, without what the first has said already.

    Examples
    --------
    >>> shortened(["2020年，甲为90%，比全国低2个百分点", "2020年，甲为90%，比乙低9个百分点"], "zh")
    ['2020年，甲为90%，比全国低2个百分点；', '比乙低9个百分点。']
    """
    gap = "" if lang == "zh" else " "
    told: list[str] = []
    for place, text in enumerate(whole):
        rest = _rest(whole[0], text) if place else ""
        if not rest:
            told.append(sentences([text], lang) + gap)
            continue
        follows = rest.startswith("and ")
        between = "；" if lang == "zh" else ", " if follows else "; "
        told[-1] = told[-1].rstrip(" .。；;") + between
        told.append(rest.rstrip("。.") + ("。" if lang == "zh" else ". "))
    return told


_VALUE = re.compile(r"(?:为|超过|不足|\bwas )[^，,]*?(?:，|, | (?=and ))")
"""Where a sentence has told the value of its indicator."""


def _rest(first: str, other: str) -> str:
    """Return what another sentence adds about the value that the first has told; or nothing."""
    ends = [found.end() for found in _VALUE.finditer(other)]
    if not ends:
        return ""
    begun = other[: ends[0]].rstrip("，, ")
    return other[ends[0] :] if first.startswith(begun) and first[len(begun) :][:1] in "，, " else ""


def marked(text: str, lang: Lang) -> Text:
    """Return words as runs; what is quoted in Chinese on an English page is marked."""
    parts = [text] if lang == "zh" else _QUOTED.split(text)
    return tuple(Run(part, chinese=place % 2 == 1) for place, part in enumerate(parts) if part)
