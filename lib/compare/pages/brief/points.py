"""Key findings: what was, and what is planned, one indicator a point, the weightiest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.finding.statement import Finding
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About
from compare.pages.paper.blocks import Paragraph, Run, Text
from compare.wording.catalogue import Lang
from compare.wording.phrases import sentences

OUTCOMES = ("versus-reference", "versus-region")
PLANS = ("attainment", "own-target", "promise", "timing", "inconsistency")

LEVELS = "levels"
"""What disagrees between a whole and its part: a key finding about the two, else a doubt."""

_LEAST = 30.0
"""What weighs less is no key finding."""

_BESIDES = 2
"""So many further findings about its indicator a point tells."""

_UNSAID = ("no-outcome", "level", "unordered", "same", "keep")
"""Verdicts that order nothing and ask for nothing; they stand in the table."""

_QUOTED = re.compile("(“[^”]*[\u4e00-\u9fff][^”]*”)")


def points(about: About, kinds: Sequence[str], cited: Cited, most: int) -> list[Paragraph]:
    """Return the points about the weightiest indicators, numbered, with their sources."""
    groups = _by_topic(about, kinds)[:most]
    return [
        Paragraph((Run(f"{number}.\u2002"), *_told(group, about, cited)), "point")
        for number, group in enumerate(groups, 1)
    ]


def _by_topic(about: About, kinds: Sequence[str]) -> list[list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for one in about.of_kinds(kinds):
        if one.weight < _LEAST or (one.kind in OUTCOMES and not one.is_outcome):
            continue
        topic = one.said[about.lang].topic
        if one.verdict in _UNSAID or (one.kind == "inconsistency" and one.verdict != LEVELS):
            continue
        groups.setdefault(topic, []).append(one)
    return [_chosen(group) for group in groups.values()]


def _chosen(group: Sequence[Finding]) -> list[Finding]:
    """Return what a point tells of its indicator: each kind and verdict once."""
    kept: dict[tuple[str, str], Finding] = {}
    for one in group:
        kept.setdefault((one.kind, one.verdict), one)
    return list(kept.values())[: 1 + _BESIDES]


def _told(group: Sequence[Finding], about: About, cited: Cited) -> Iterator[Run]:
    lang = about.lang
    whole = [_sentence(one, lang, named=about.is_pair) for one in group]
    *begun, last = shortened(whole, lang)
    stop = last.rstrip()[-1:]
    texts = [*begun, last.rstrip()[: -len(stop)]]
    topic = group[0].said[lang].topic.strip()
    begun_with = topic[:1].upper() + topic[1:]
    topic = begun_with if texts[0].startswith(begun_with) else topic
    for place, text in enumerate(texts):
        before, named, after = text.partition(topic) if place == 0 else ("", "", text)
        yield from (*marked(before, lang), Run(named, bold=True), *marked(after, lang))
    yield cited.mark(name for one in group for name in one.figures)
    yield Run(stop)  # after the number of the source, as GB/T 7714 has it


def _sentence(one: Finding, lang: Lang, *, named: bool) -> str:
    said = one.said[lang]
    return said.told(named=named)


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


_VALUE = re.compile(r"(?:为|\bwas )[^，,]*?(?:，|, | (?=and ))")
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
