"""Stated alone: what a page says whose values can be held against nothing."""

from __future__ import annotations

from collections.abc import Sequence

from compare.finding.facts import Facts
from compare.finding.naming import region, topic, value
from compare.finding.series import Row
from compare.finding.statement import tense
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, sentences

_MOST = 4
"""So many values a page without a finding tells at most."""


def stated_alone(facts: Facts, longest: int, lang: Lang) -> tuple[str, str]:
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
        if facts.evidence.of_tables:
            return say("lead-table-nothing-title", lang), sentences(
                [say("lead-table-nothing", lang)], lang
            )
        return say("lead-nothing-title", lang), sentences([say("lead-nothing", lang)], lang)
    closing = say("lead-alone", lang)
    told: list[str] = []
    for row in rows[:_MOST]:
        longer = [*told, _clause(row, facts, lang)]
        whole = sentences([clauses(longer, lang), closing], lang)
        if not told or (len(whole) if lang == "zh" else len(whole.split())) <= longest:
            told = longer
    return _title(rows, facts, lang), sentences([clauses(told, lang), closing], lang)


def _rows(facts: Facts) -> list[Row]:
    """Return the values, what is the indicator itself before what is only related to it."""
    rows = facts.main
    if facts.subject.regions:
        rows = rows[rows["region"].isin(facts.subject.regions)]
    rows = rows[rows["lo"].notna() | rows["hi"].notna()]
    related = rows["comparability"] == "proxy"
    ordered = rows.assign(_related=related).sort_values(
        ["_related", "adcode", "year"], kind="stable", na_position="last"
    )
    stated: list[Row] = records(ordered.drop(columns="_related"))
    return stated


def _title(rows: Sequence[Row], facts: Facts, lang: Lang) -> str:
    first = rows[0]
    of_one = facts.subject.indicators is not None and len(facts.subject.indicators) == 1
    return say(
        f"lead-alone-{first['kind']}-title", lang,
        region=region(first, lang) if facts.subject.region is None else "",
        topic="" if of_one else topic(first, lang),
        year=str(int(first["year"])), value=value(first, lang),
    ).strip()  # fmt: skip


def _clause(row: Row, facts: Facts, lang: Lang) -> str:
    related = row["comparability"] == "proxy"
    return say(
        f"lead-alone-{row['kind']}", lang, region=region(row, lang), topic=topic(row, lang),
        year=str(int(row["year"])), value=value(row, lang),
        related=say("lead-alone-related", lang) if related else "",
        **tense(lang, gone=facts.gone(row["year"])),
    )  # fmt: skip
