"""A brief as a document: title, key findings, picture, table, what to watch, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.charts.layout import text_width
from compare.finding.facts import Facts
from compare.finding.lead import lead_of, subject_name
from compare.ledger.evidence import Evidence
from compare.pages.brief.indicators import grid
from compare.pages.brief.method import method
from compare.pages.brief.pictures import picture
from compare.pages.brief.points import OUTCOMES, PLANS, points
from compare.pages.brief.sources import Cited, how_new
from compare.pages.brief.subject import About
from compare.pages.brief.watch import watched
from compare.pages.paper.blocks import Block, Heading, Paper, Paragraph, Picture, Rule, plain
from compare.pages.paper.house import A4, LOOKS
from compare.pages.paper.pages import pages_of
from compare.wording.catalogue import Lang, check_lang, say

PAGES = 1.9
"""A brief is two pages, with a line or two to spare: what has no room is left out, the least
weighty first."""


@dataclass(frozen=True)
class Amount:
    """How much a brief tells: findings about outcomes and plans, rows, what to watch."""

    outcomes: int
    plans: int
    rows: int
    watched: int


_AMOUNTS = tuple(
    Amount(outcomes, plans, rows, watched)
    for outcomes, plans, watched, most, least in (
        (4, 3, 5, 14, 9), (4, 3, 4, 11, 8), (3, 3, 4, 10, 8), (3, 3, 3, 8, 6), (3, 2, 3, 8, 5),
        (2, 2, 3, 7, 5), (2, 1, 2, 6, 4), (1, 1, 1, 4, 1),
    )
    for rows in range(most, least - 1, -1)
)  # fmt: skip
"""What is tried, the fullest first."""


def brief(
    observations: Any,
    about: str | Sequence[str],
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Paper:
    """Return the brief about a region, or about two.

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
    """
    check_lang(lang)
    facts = Facts(observations, [about] if isinstance(about, str) else list(about), evidence)
    subject = About(facts, lang)
    drawn = picture(subject)
    for amount in _AMOUNTS:
        paper = _paper(subject, amount, drawn)
        if pages_of(paper) <= PAGES:
            break
    return paper


def _paper(about: About, amount: Amount, drawn: Picture | None) -> Paper:
    """Return the brief that tells so much."""
    lang = about.lang
    cited = Cited(about.evidence, lang)
    blocks = _findings(about, amount, cited)
    if drawn is not None:
        blocks.append(drawn)
    sections = Sections(lang, 1)
    if (table := grid(about, cited, amount.rows)) is not None:
        blocks += [sections.next("table"), table]
    if items := watched(about, cited, amount.watched):
        blocks += [sections.next("watch"), *items]
    blocks += [Rule(), *_small(about, cited)]
    name = subject_name(about.facts, lang)
    return Paper(
        title=_by_sense(lead_of(about.found, about.facts, lang).text, about),
        lang=lang,
        blocks=tuple(blocks),
        header=say("brief-header", lang, subject=name),
        subject=name,
    )


def _by_sense(title: str, about: About) -> str:
    """Return a title of two lines, where both fit: broken behind the indicator, or a comma."""
    look = LOOKS[about.lang]["title"]

    def fits(text: str) -> bool:
        return text_width(text, look.points, bold=look.bold) < A4.text_inches * 0.97

    if about.lang != "zh" or fits(title):
        return title
    for one in about.found:
        before, topic, after = title.partition(one.said["zh"].topic.strip() or "\n")
        if after and fits(before + topic) and fits(after):
            return f"{before}{topic}\n{after.strip()}"
    comma = say("comma", about.lang)
    before, _, after = title.rpartition(comma)
    if before and fits(before + comma):
        return f"{before}{comma}\n{after}"
    return title


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


def _findings(about: About, amount: Amount, cited: Cited) -> list[Block]:
    """Return the key findings: where it stands, and what is planned."""
    lang = about.lang
    blocks: list[Block] = [Sections(lang).next("findings")]
    parts = [
        ("outcomes", points(about, OUTCOMES, cited, amount.outcomes)),
        ("plans", points(about, PLANS, cited, amount.plans)),
    ]
    there = [(name, told) for name, told in parts if told]
    alone = about.evidence.benchmarks.empty
    for place, (name, told) in enumerate(there, 1):
        number = say(f"brief-suborder-{place}", lang)
        kind = "-pair" if about.is_pair else "-alone" if alone and name == "outcomes" else ""
        title = say(f"brief-part-{name}{kind}", lang)
        blocks += [Heading(2, plain(say("brief-part", lang, number=number, title=title))), *told]
    if not there:
        blocks.append(Paragraph(plain(say("brief-nothing", lang))))
    return blocks


def _small(about: About, cited: Cited) -> list[Paragraph]:
    """Return method and sources in small print."""
    told = method(about) + how_new(about.regions, about.evidence, about.lang)
    return [Paragraph(plain(told), "small"), *cited.blocks()]
