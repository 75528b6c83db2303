"""Stated alone: what a page says whose values can be held against nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.finding.facts import Facts
from compare.finding.headings import is_of_one_indicator, length
from compare.finding.naming import region, topic, value
from compare.finding.series import Row
from compare.finding.statement import figures_of, tense
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, sentences

_ROOM = {"zh": 30, "en": 14}
"""Characters or words of a heading, beside the name of its subject."""

_MOST = 4
"""So many values a page without a finding tells at most."""


@dataclass(frozen=True)
class Stated:
    """What such a page says.

    Attributes
    ----------
    title, text : str
        Its heading, without its subject, and its lead.
    regions, figures : tuple of str
        Keys of the regions and the figures that they name.
    """

    title: str
    text: str
    regions: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def stated_alone(facts: Facts, longest: int, lang: Lang) -> Stated:
    """Return the title and the lead of a page without a finding: what is stated after all.

    Parameters
    ----------
    facts : Facts
        The observations of the page's subject.
    longest : int
        Characters of a Chinese lead, words of an English one.
    lang : {"zh", "en"}
        Language.
    """
    rows = _rows(facts)
    if not rows:
        form = "table-nothing" if facts.evidence.of_tables else "nothing"
        return Stated(say(f"lead-{form}-title", lang), sentences([say(f"lead-{form}", lang)], lang))
    opening = topic(rows[0], lang) if is_of_one_indicator(facts) else ""
    told: list[Row] = []
    text = ""
    for row in rows[:_MOST]:
        each = clauses([_clause(one, facts, lang) for one in (*told, row)], lang)
        said = say("lead-alone-of", lang, topic=opening, each=each) if opening else each
        whole = sentences([said, say("lead-alone", lang)], lang)
        if not told or length(whole, lang) <= longest:
            told, text = [*told, row], whole
    return Stated(
        _title(told, facts, lang),
        text,
        tuple(dict.fromkeys(row["region"] for row in told)),
        figures_of(told),
    )


def _rows(facts: Facts) -> list[Row]:
    """Return the values: the indicator's own before related ones, outcomes before targets."""
    rows = facts.main
    if facts.subject.regions:
        rows = rows[rows["region"].isin(facts.subject.regions)]
    rows = rows[rows["lo"].notna() | rows["hi"].notna()]
    related = rows["comparability"] == "proxy"
    ordered = rows.assign(_related=related).sort_values(
        ["_related", "kind", "adcode", "year"], kind="stable", na_position="last"
    )
    stated: list[Row] = records(ordered.drop(columns="_related"))
    return stated


def _title(told: Sequence[Row], facts: Facts, lang: Lang) -> str:
    """Return the first value, and on the page of an indicator those beside it that have room.

    Beside it stands no target of an outcome, and nothing only related to the indicator.
    """
    of_one = is_of_one_indicator(facts)
    titles: list[str] = []
    for row in told:
        title = say(
            f"lead-alone-{row['kind']}-title", lang,
            region=region(row, lang) if facts.subject.region is None else "",
            topic="" if of_one else topic(row, lang),
            year=str(int(row["year"])), value=value(row, lang),
        ).strip()  # fmt: skip
        alike = row["comparability"] != "proxy" and row["kind"] == told[0]["kind"]
        room = length(clauses([*titles, title], lang), lang) <= _ROOM[lang]
        if not titles or (of_one and alike and room):
            titles.append(title)
    return clauses(titles, lang)


def _clause(row: Row, facts: Facts, lang: Lang) -> str:
    related = row["comparability"] == "proxy"
    form = "each" if is_of_one_indicator(facts) else "alone"
    return say(
        f"lead-{form}-{row['kind']}", lang, region=region(row, lang), topic=topic(row, lang),
        year=str(int(row["year"])), value=value(row, lang),
        related=say("lead-alone-related", lang) if related else "",
        **tense(lang, gone=facts.gone(row["year"])),
    )  # fmt: skip
