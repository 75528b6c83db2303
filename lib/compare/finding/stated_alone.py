"""Stated alone: what a page says whose values can be held against nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.finding.conditions import conditions, year_mark
from compare.finding.due import what_came
from compare.finding.facts import Facts
from compare.finding.headings import is_of_one_indicator, length
from compare.finding.naming import apart, reach, region, topic, value
from compare.finding.series import Row
from compare.finding.statement import figures_of, tense
from compare.ledger.records import grouped, records
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
    closing = f"lead-{'totals' if _are_totals_alike(rows) else 'alone'}"
    rows = [row for row in rows if row["comparability"] != "proxy"] or rows
    told: list[Row] = []
    text = ""
    for row in rows[:_MOST]:
        longer = [*told, row]
        each = clauses([_clause(one, facts, lang) for one in longer], lang)
        said = say("lead-alone-of", lang, topic=opening, each=each) if opening else each
        named = {one["region"] for one in longer}
        came = what_came(figures_of(longer), facts, lang, regions=named)
        whole = sentences([said, say(closing, lang), came], lang)
        if not told or length(whole, lang) <= longest:
            told, text = longer, whole
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


def _are_totals_alike(rows: Sequence[Row]) -> bool:
    """Tell whether several regions state a total of one year and kind, which nobody ranks."""
    own = [row for row in rows if row["comparability"] != "proxy" and row["direction"] == "neutral"]
    alike = grouped(own, "indicator", "year", "kind").values()
    return any(len({row["region"] for row in of}) > 1 for of in alike)


def _place(row: Row, lang: Lang) -> str:
    """Return where it is, as it stands behind what it is."""
    return say("lead-alone-place", lang, region=region(row, lang))


def _title(told: Sequence[Row], facts: Facts, lang: Lang) -> str:
    """Return the first value, and on the page of an indicator those beside it that have room.

    Beside it stands no target of an outcome, and nothing only related to the indicator.
    """
    of_one = is_of_one_indicator(facts)
    titles: list[str] = []
    for row in told:
        title = say(
            f"lead-alone-{row['kind']}-title", lang,
            place=_place(row, lang) if facts.subject.region is None else "",
            topic="" if of_one else _topic(row, facts, lang),
            year=str(int(row["year"])), when=_when(row, facts, lang), value=value(row, lang),
        ).strip()  # fmt: skip
        if row["kind"] == "actual":
            title += year_mark(row, facts.evidence, lang)
        alike = row["comparability"] != "proxy" and row["kind"] == told[0]["kind"]
        room = length(clauses([*titles, title], lang), lang) <= _ROOM[lang]
        if not titles or (of_one and alike and room):
            titles.append(title)
    return clauses(titles, lang)


def _topic(row: Row, facts: Facts, lang: Lang) -> str:
    """Return what a value is of, in the words of its text where a shared name is only close."""
    if lang == "zh" and row["comparability"] == "close":
        words = facts.evidence.words_of(row["figure"])
        return apart(str(words.get("label") or "")) or topic(row, lang)
    return topic(row, lang)


def _when(row: Row, facts: Facts, lang: Lang) -> str:
    """Return the year of a value; what a text counts is what there is by the end of it."""
    document = facts.evidence.document_of(row["figure"]) or {}
    counted = row["direction"] == "neutral" and document.get("type", "table") != "table"
    return say(f"lead-when-{'by' if counted else 'in'}", lang, year=str(int(row["year"])))


def _clause(row: Row, facts: Facts, lang: Lang) -> str:
    related = row["comparability"] == "proxy"
    of_one = is_of_one_indicator(facts)
    held = conditions([row], facts, pair=False, compared=of_one, graded=of_one)
    form = "each" if of_one else "alone"
    return say(
        f"lead-{form}-{row['kind']}", lang,
        region=region(row, lang), topic=topic(row, lang) if of_one else _topic(row, facts, lang),
        year=str(int(row["year"])), when=_when(row, facts, lang), value=value(row, lang),
        reach=reach(row, lang),
        related=say("lead-alone-related", lang) if related else held.text[lang],
        **tense(lang, gone=facts.gone(row["year"])),
    )  # fmt: skip
