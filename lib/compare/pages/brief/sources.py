"""Sources of a brief: numbered as they are cited, in full as GB/T 7714 asks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from compare.ledger.evidence import Evidence, figure_ids, newest
from compare.pages.paper.blocks import Paragraph, Run
from compare.pages.paper.unbroken import JOINER
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined
from compare.wording.references import citation, rule_citation


def how_new(regions: Sequence[str], evidence: Evidence, lang: Lang) -> str:
    """Return how many documents of the regions there are, and of when the newest of one is.

    It belongs to these regions alone: a document of another one leaves the brief as it is. Of
    two regions the line below the title has the days.
    """
    sources = {key: evidence.sources_of_regions([key]) for key in regions}
    names = {key: evidence.name("region", key, lang) for key in regions}
    if len(sources) > 1:
        told = [
            say("brief-how-many-of", lang, region=names[key], n=len(rows))
            for key, rows in sources.items()
        ]
        return say("brief-how-many", lang, each=joined(told, lang)) if any(sources.values()) else ""
    ((key, rows),) = sources.items()
    if not (date := newest(rows)):
        return ""
    return say("brief-how-new", lang, region=names[key], n=len(rows), date=day_in_words(date, lang))


def each_day(dates: Mapping[str, str], evidence: Evidence, lang: Lang) -> str:
    """Return the day of each of some regions, with its name."""
    said = [
        say("brief-day-of", lang, region=evidence.name("region", key, lang),
            date=day_in_words(date, lang))
        for key, date in dates.items()
    ]  # fmt: skip
    return joined(said, lang)


def day_in_words(date: str, lang: Lang) -> str:
    """Return a day as a letter has it: 2026年3月6日, 6 March 2026."""
    day = datetime.date.fromisoformat(date)
    return say("brief-day", lang, year=str(day.year), month=day.month, day=str(day.day))


class Cited:
    """Numbers sources in the order in which they are cited, those of the nation among them."""

    def __init__(self, evidence: Evidence, lang: Lang) -> None:
        self._evidence, self._lang = evidence, lang
        self._numbers: dict[Source, int] = {}
        self._known: dict[str, Source] = {}

    def numbers(self, figures: Iterable[str], references: Iterable[Any] = ()) -> tuple[int, ...]:
        """Return the numbers of the sources of some figures, and of what they are held against."""
        names = dict.fromkeys(name.split("/")[0] for name in figure_ids(figures))
        cited = [self._document(name) for name in names if self._evidence.document(name)]
        limits = [self._evidence.benchmark(name) for name in dict.fromkeys(references) if name]
        rules = [rule_citation(one, self._lang) for one in limits if one and _has_rule(one)]
        cited += [Source(rule, is_rule=True) for rule in dict.fromkeys(rules)]
        once = dict.fromkeys(cited)
        return tuple(sorted(self._numbers.setdefault(n, len(self._numbers) + 1) for n in once))

    def _document(self, name: str) -> Source:
        """Return a document, or the one that is cited in the same words: a list of two regions."""
        row = self._evidence.document(name)
        assert row is not None
        return self._known.setdefault(citation(row, self._lang), Source(name))

    def mark(self, figures: Iterable[str], references: Iterable[Any] = ()) -> Run:
        """Return these numbers, raised."""
        return raised(self.numbers(figures, references))

    @property
    def newest(self) -> str:
        """The date of the newest document that is cited; nothing where none has a date."""
        names = [one.name for one in self._numbers if not one.is_rule]
        return newest(self._evidence.documents_named(names))

    def blocks(self) -> list[Paragraph]:
        """Return all sources in the order of their numbers: a document each, rules in a row."""
        told: list[tuple[Run, ...]] = []
        for _, group in groupby(self._numbers.items(), key=_row_of):
            runs = [run for one, number in group for run in self._told(one, number)]
            told.append((*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())))
        return [Paragraph(text, "small") for text in told]

    def _told(self, one: Source, number: int) -> tuple[Run, Run]:
        mark, is_mixed = Run(f"[{number}] "), self._lang != "zh"
        if one.is_rule:
            return mark, Run(one.name + "\u2002", chinese=is_mixed)
        row = self._evidence.document(one.name)
        assert row is not None
        return mark, Run(citation(row, self._lang), chinese=is_mixed)


def _row_of(numbered: tuple[Source, int]) -> tuple[bool, str]:
    """Return what is one row: rules that follow each other, or a document."""
    one, _ = numbered
    return one.is_rule, "" if one.is_rule else one.name


@dataclass(frozen=True)
class Source:
    """What a number stands for: a document by its key, or a benchmark's as it is cited."""

    name: str
    is_rule: bool = False


def raised(numbers: Iterable[int]) -> Run:
    """Return numbers of sources, raised, on the line of what they belong to."""
    told = ",".join(map(str, numbers))
    return Run(f"{JOINER}[{told}]" if told else "", raised=True)


def _has_rule(limit: Mapping[str, Any]) -> bool:
    return isinstance(limit["rule"], str)
