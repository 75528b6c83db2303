"""A brief as a document: title, key findings, picture, table, what to watch, sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from compare.finding.facts import Facts
from compare.finding.headings import heading_of_findings, subject_name
from compare.finding.lead import nothing_common
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.pages.brief.due import DUE
from compare.pages.brief.indicators import Table, table_of
from compare.pages.brief.method import method
from compare.pages.brief.nation import references_of
from compare.pages.brief.pictures import Named, drawn, picture
from compare.pages.brief.points import points
from compare.pages.brief.selection import Part, parts_of
from compare.pages.brief.sources import Cited, day_in_words, each_day, how_new
from compare.pages.brief.subject import About, Known
from compare.pages.brief.title_lines import by_sense
from compare.pages.brief.watch import Seen, watched
from compare.pages.paper.blocks import (
    Block,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Rule,
    plain,
)
from compare.pages.paper.house import SIZES
from compare.pages.paper.pages import pages_of
from compare.wording.catalogue import LANGUAGES, Lang, check_lang, say
from compare.wording.phrases import about as heading

PAGES: Mapping[Lang, float] = MappingProxyType({"zh": 1.95, "en": 1.985})
"""A brief is two pages, with some lines to spare: what has no room is left out, the least
weighty first. Chinese takes a line more in some programs, whose fonts are higher."""

_HIGHER = 16.0
"""Points of a page that higher lines take: a table may then go on to the next one whole."""


@dataclass(frozen=True)
class Amount:
    """How much a brief tells: points of each part, rows, what to watch."""

    outcomes: int
    plans: int
    rows: int
    watched: int

    def of_part(self, name: str) -> int:
        """Return how many points a part may have."""
        return self.plans if name == "plans" else self.outcomes

    def and_more(self, name: str) -> Amount:
        """Return how much it is with one more of something."""
        return replace(self, **{name: getattr(self, name) + 1})


_AMOUNTS = tuple(
    Amount(outcomes, plans, rows, watched)
    for outcomes, plans, watched, most, least in (
        (5, 3, 5, 12, 8), (4, 3, 4, 9, 7), (4, 2, 4, 8, 7), (4, 2, 3, 7, 6), (3, 2, 3, 7, 5),
        (3, 1, 3, 5, 5), (2, 1, 3, 5, 4), (2, 1, 2, 5, 4), (1, 1, 1, 4, 1),
    )
    for rows in range(most, least - 1, -1)
)  # fmt: skip
"""What is tried, the fullest first."""

_MORE = ("outcomes", "watched", "plans", "rows", "watched", "rows")
"""What there may be one more of where some room is left, in this order."""

_NEAR = 3
"""So many fuller ones are tried beside the one that was found."""


def brief(
    observations: Any,
    about: str | Sequence[str],
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
    by: str = "",
) -> Paper:
    """Return the brief about a region, or about two.

    It tells the same in every language: as much as has room in each, in the largest text
    that two pages hold.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, of all regions, or a frame of one's own.
    about : str or sequence of str
        A region or two, by any of their names.
    evidence : Evidence, optional
        Names, references, sources and cautions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    by : str
        Who sends it: stands below the title. Of nobody nothing is said.
    """
    check_lang(lang)
    return drafted(observations, about, evidence=evidence, by=by)(lang)


def drafted(
    observations: Any,
    about: str | Sequence[str],
    *,
    evidence: Evidence | None = None,
    by: str = "",
) -> Callable[[Lang], Paper]:
    """Return what draws the brief in a language: how much has room is asked once for all."""
    sender = " ".join(by.split())
    facts = Facts(observations, [about] if isinstance(about, str) else list(about), evidence)
    known = Known(facts)
    drafts = [_Draft(About(known, one), sender) for one in LANGUAGES]
    places = range(len(_AMOUNTS) - 1)

    @cache
    def has_room(amount: Amount) -> bool:
        return all(one.fits(amount) for one in drafts)

    place = bisect_left(places, True, key=lambda place: has_room(_AMOUNTS[place]))
    fuller = _AMOUNTS[max(0, place - _NEAR) : place]  # a page may end better after a row more
    amount = next(filter(has_room, fuller), _AMOUNTS[place])
    for more in _MORE:  # and what is left holds one of these
        if has_room(tried := amount.and_more(more)):
            amount = tried
    return lambda lang: next(one for one in drafts if one.about.lang == lang).drawn(amount)


class _Draft:
    """A brief in one language, before it is known how much has room."""

    def __init__(self, about: About, sender: str) -> None:
        self.about, self._sender = about, sender

    def fits(self, amount: Amount) -> bool:
        """Tell whether so much has room in the smallest text."""
        return any(_is_held(replace(paper, size=SIZES[-1])) for paper in self._laid_out(amount))

    def drawn(self, amount: Amount) -> Paper:
        """Return the brief with its picture, in the largest text that has room."""
        laid_out = self._laid_out(amount)
        tried = [replace(one, size=size) for size in SIZES for one in laid_out]
        chosen = next(filter(_is_held, tried), tried[-1])
        return replace(
            chosen,
            blocks=tuple(
                drawn(block) if isinstance(block, Picture) else block for block in chosen.blocks
            ),
        )

    def _laid_out(self, amount: Amount) -> list[Paper]:
        """Return the brief with its picture before the table, and behind it.

        A table goes on to the next page, and a picture does not: where the page ends with the
        one, less of it stays empty.
        """
        paper = _paper(self.about, amount, self._sender)
        order = [type(block) for block in paper.blocks]
        if not {Picture, Grid} <= {*order}:
            return [paper]
        blocks = list(paper.blocks)
        shown = blocks.pop(order.index(Picture))
        blocks.insert(order.index(Grid), shown)
        return [paper, replace(paper, blocks=tuple(blocks))]


def _is_held(paper: Paper) -> bool:
    """Tell whether two pages hold a brief, those of a program with higher lines, too."""
    return pages_of(paper) <= PAGES[paper.lang] and pages_of(paper, less=_HIGHER) <= 2


def _paper(about: About, amount: Amount, sender: str) -> Paper:
    """Return the brief that tells so much, from who sends it."""
    lang = about.lang
    cited = Cited(about.evidence, lang)
    parts = parts_of(about, amount.of_part)
    told = [one for part in parts for one in part.found]
    blocks = [*_findings(about, parts, cited)]
    sections = Sections(lang, 1)
    table = table_of(about, cited, amount.rows, told)
    shown = picture(about, _named(told, table))
    if shown is not None:
        blocks.append(shown)
    if table is not None:
        blocks += [sections.next("table"), table.block]
    years = {one.year for one in told if not one.is_outcome and one.year}
    seen = Seen(told, years) if table is None else _seen(table, told, years, about)
    if items := watched(about, cited, amount.watched, seen):
        blocks += [sections.next("watch"), *items]
    blocks += [Rule(), *_small(about, cited)]
    blocks = [*_byline(about, cited, sender), *blocks]
    name = subject_name(about.facts, lang)
    return Paper(
        title=by_sense(_title(about, parts), about),
        lang=lang,
        blocks=tuple(blocks),
        header=say("brief-header", lang, subject=name),
        subject=name,
        author=sender,
    )


def _named(told: Sequence[Finding], table: Table | None) -> Named:
    """Return what a reader has read of, or finds in the table."""
    of_text = [one.indicator for one in told if one.indicator is not None]
    if table is None:
        return Named(told, of_text)
    return Named([*told, *table.judged], [*of_text, *table.indicators])


def _seen(table: Table, told: Sequence[Finding], years: set[int], about: About) -> Seen:
    """Return what stands in a brief with its table: for which numbers that asks, too."""
    ranked_by = {name for one in table.judged if one.kind == "promise" for name in one.figures}
    asked = about.facts.doubted & ranked_by
    return Seen(told, years | table.years, table.indicators, asked)


def _title(about: About, parts: Sequence[Part]) -> str:
    """Return the title: what became of a plan, where that is known; else what its page says.

    What is known of one of two regions is no title of both, nor is what the brief tells nowhere.
    """
    facts, lang = about.facts, about.lang
    told = [one for part in parts for one in part.found]
    news = [one for part in parts if part.name == "news" for one in part.found]
    chosen = [one for one in news if one.verdict != DUE]
    if not chosen or about.is_pair:
        text = about.lead
        if not told or _is_of_told(text, told, about):
            return text
        both = [one for one in told if {*one.regions} >= {*about.regions}]
        chosen = [one for one in both if one.kind != "timing"] or told
    said = heading_of_findings(chosen, facts, lang)
    return heading(subject_name(facts, lang), said, lang)


def _is_of_told(title: str, told: Sequence[Finding], about: About) -> bool:
    """Tell whether a title names something that the brief tells, and nothing else."""
    own, every = _topics(told, about.lang), _topics(about.found, about.lang)
    named = [one for one in {*own, *every} if one in title.lower()]
    return bool(own & {*named}) and all(any(one in of for of in own) for one in named)


def _topics(found: Sequence[Finding], lang: Lang) -> set[str]:
    return {*filter(None, (one.said[lang].topic.strip().lower() for one in found))}


def _byline(about: About, cited: Cited, sender: str) -> list[Block]:
    """Return who sends the brief, and of when the newest source is that it rests on.

    A brief is sent on: the line names its sender, or nobody, and never the program.
    """
    lang = about.lang
    dates = {key: about.evidence.newest_of_regions([key]) for key in about.regions}
    if about.is_pair and all(dates.values()):  # a newer one of the other tells nothing of this
        up_to = each_day(dates, about.evidence, lang)
    else:
        date = max(*dates.values(), cited.newest)
        up_to = day_in_words(date, lang) if date else ""
    told = [sender, say("brief-up-to", lang, date=up_to) if up_to else ""]
    line = say("brief-byline-join", lang).join(filter(None, told))
    return [Paragraph(plain(line), "byline")] if line else []


class Sections:
    """Numbers the sections of a brief: 一、, 二、 or 1, 2."""

    def __init__(self, lang: Lang, begun: int = 0) -> None:
        self._lang, self._count = lang, begun

    def next(self, name: str) -> Heading:
        """Return the heading of the next section."""
        self._count += 1
        title = say(f"brief-section-{name}", self._lang)
        return Heading(1, plain(say("brief-numbered", self._lang, number=self.number, title=title)))

    @property
    def number(self) -> str:
        """The number of this section."""
        return say(f"brief-ordinal-{self._count}", self._lang)


def _findings(about: About, parts: Sequence[Part], cited: Cited) -> list[Block]:
    """Return the key findings, part by part."""
    lang = about.lang
    blocks: list[Block] = [Sections(lang).next("findings")]
    if parts and (apart := nothing_common(about.found, about.facts, lang)):
        blocks.append(Paragraph(plain(apart)))
    for place, part in enumerate(parts, 1):
        number = say(f"brief-suborder-{place}", lang)
        title = say("brief-part", lang, number=number, title=_part_title(part, about))
        blocks += [Heading(2, plain(title)), *points(part, about, cited)]
    if not parts:
        nothing = say("brief-table-nothing" if about.evidence.of_tables else "brief-nothing", lang)
        blocks.append(Paragraph(plain(nothing)))
    return blocks


def _part_title(part: Part, about: About) -> str:
    """Return what the points of a part have in common."""
    pair = "-pair" if about.is_pair and part.name != "each" else ""
    pair += "-some" * (part.name == "each" and part.is_cut)
    whom = "" if about.is_pair and part.name == "outcomes" else references_of(part.found, about)
    return say(f"brief-part-{part.name}{pair}", about.lang, references=whom)


def _small(about: About, cited: Cited) -> list[Paragraph]:
    """Return method and sources in small print."""
    told = method(about) + how_new(about.regions, about.evidence, about.lang)
    return [Paragraph(plain(told), "small"), *cited.blocks()]
