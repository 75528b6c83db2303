"""Tally: of how many targets it is known what became of them, and of how many it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.conditions import is_year_inferred
from compare.finding.facts import Facts
from compare.finding.headings import is_of_one_indicator
from compare.finding.naming import deed, region, regions, topic
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import weight
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, clauses, joined

KIND = "attainment"
WEIGHT = 66.0

Row = dict[str, Any]

_TALLIED = (
    ("met", ("met",)),
    ("missed", ("missed",)),
    ("not-decided", ("not-decided",)),
    ("under-way", ("on-pace", "behind-pace", "pace-not-decided")),
)
"""What a tally of the targets of a year tells, in this order."""

_MOST_STATED = 20
"""Of so many targets that are counted the line names what states their outcomes."""


def of(facts: Facts) -> Iterator[Finding]:
    """Return, in one line, of whose targets no outcome is known, or that they may yet be met."""
    if facts.last_year is not None and not facts.attained.empty:
        yield from _unknown(facts.attained, facts.last_year, facts)


def is_open(row: Mapping[str, Any]) -> bool:
    """Tell whether of a date is known only that it had not come, in an earlier year."""
    dated = row["unit"] == "year" and row["verdict"] not in ("missed", "no-outcome")
    return bool(dated and pd.isna(row["outcome_hi"]))


def _unknown(rows: pd.DataFrame, last: int, facts: Facts) -> Iterator[Finding]:
    if facts.year is not None:
        rows = rows[rows["target_year"] == facts.year]
        if facts.year > last:
            yield from _still_open(records(rows), facts)
            return
    due = records(rows[rows["target_year"] <= last])
    moved = [row for row in _moved_on(facts) if facts.year in (None, row["target_year"])]
    away = {_key(row) for row in moved}
    due = [row for row in due if _is_told(row) or _key(row) not in away]
    without = [row for row in due if not _is_told(row)]
    if not without:
        return
    ahead = records(rows[(rows["target_year"] > last) & (rows["verdict"] == "met")])
    if len({row["indicator"] for row in due}) == 1 and facts.subject.region is None:
        unknown = [row for row in due if row["verdict"] == "no-outcome"] or without
        yield _unknown_of_one(unknown, facts)
    elif len(facts.subject.regions) > 1:
        yield _unknown_of_each(due, without, moved, ahead, facts)
    else:
        yield _unknown_of_all(due, without, moved, ahead, facts)


def _still_open(rows: list[Row], facts: Facts) -> Iterator[Finding]:
    """Return how many targets of a year to come were met ahead of it, and how many may yet be."""
    met = [row for row in rows if row["verdict"] == "met"]
    rest = [row for row in rows if row["verdict"] != "met"]
    of_one = facts.subject.region is not None

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": "",
            "year": str(facts.year),
            "due": len(rows),
            "inferred": _of_plans(rows, facts, lang),
            "told": _counted("met", met, lang, named=not of_one) if met else "",
            "rest": len(rest),
        }

    if rest:
        form = "-coming-met" if met else "-coming"
        yield _without_outcome(rest, form, said, named=of_one, known=met)


def _unknown_of_all(
    due: list[Row], without: list[Row], moved: list[Row], ahead: list[Row], facts: Facts
) -> Finding:
    """Return what became of the targets that fell due, and of how many nothing is known.

    With those that were put off, and those that were met ahead of a year still to come.
    """
    of_one = facts.subject.region is not None

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": "",
            "span": _span(due, lang),
            "due": len(due) + len(moved),
            "papers": _papers(facts),
            "inferred": _of_plans([*due, *moved], facts, lang),
            "newest": _newest(without[0], facts, lang) if of_one else "",
            "told": _tally(due, moved, lang, named=not of_one),
            "which": _tally(due, moved, lang, named=not of_one, which=True),
            "rest": len(without),
            "ahead": _counted("ahead", ahead, lang, named=not of_one) if ahead else "",
            "coming": _counted("ahead", ahead, lang, named=not of_one, which=True) if ahead else "",
        }

    known = [*(row for row in due if _is_told(row)), *moved]
    form = "-tally" if known else "-any"
    return _without_outcome(without, form, said, named=of_one, known=[*known, *ahead])


def _tally(
    due: list[Row], moved: list[Row], lang: Lang, *, named: bool, which: bool = False
) -> str:
    """Return how many targets were met, missed or put off; nothing where nothing is known."""
    told = [row for row in due if _is_told(row)]
    tally = [(name, [row for row in told if row["verdict"] in of]) for name, of in _TALLIED]
    counted = [
        _counted(_by_a_year(name, of, due), of, lang, named=named, which=which)
        for name, of in [*tally, ("moved", moved)]
        if of
    ]
    return joined(counted, lang)


def _by_a_year(name: str, rows: list[Row], due: list[Row]) -> str:
    """Return how dates that were missed are counted: with their year, where it is not the last.

    What was to be done by 2024, and elsewhere in the text by 2025, may have been done since.
    """
    if name != "missed" or any(row["unit"] != "year" for row in rows):
        return name
    years = {int(row["target_year"]) for row in rows}
    early = len(years) == 1 and max(years) < max(int(row["target_year"]) for row in due)
    return "missed-by" if early else name


def _counted(name: str, rows: list[Row], lang: Lang, *, named: bool, which: bool = False) -> str:
    """Return how many targets were met, or missed, and where; perhaps of one alone, which."""
    year = str(int(rows[0]["target_year"]))
    said = say(f"finding-attainment-tally-{name}", lang, count=len(rows), year=year)
    of = [regions(_of_places(rows), lang)] if named else []
    if which and len(rows) == 1:
        of.append((deed(rows[0], lang) or topic(rows[0], lang)).strip())
    told = say("finding-attainment-tally-of", lang).join(of)
    return said + bracketed(told, lang) if told else said


def _of_plans(due: Iterable[Row], facts: Facts, lang: Lang) -> str:
    """Return of how many targets no text prints the year: it is the last of their plan."""
    if facts.evidence.of_tables:
        return ""
    stated = facts.evidence.words([row["target_figure"] for row in due]).values()
    n = sum(is_year_inferred(row, facts.evidence) for row in stated)
    return say("finding-years-of-plans", lang, n=n) if n else ""


def _span(due: list[Row], lang: Lang) -> str:
    """Return when targets fell due: in one year, or in several up to the last."""
    years = {int(row["target_year"]) for row in due}
    form = "in" if len(years) == 1 else "by"
    return say(f"finding-due-{form}", lang, year=str(max(years)))


def _papers(facts: Facts) -> str:
    """Return whether documents are what states nothing: ``yes`` or ``no``, of an own table."""
    return "no" if facts.evidence.of_tables else "yes"


def _newest(of: Row, facts: Facts, lang: Lang) -> str:
    """Return how new the newest source of a region is: an older one cannot tell an outcome."""
    date = facts.evidence.newest_of_regions([of["region"]])
    return say("finding-newest-source", lang, date=date, region=region(of, lang)) if date else ""


def _unknown_of_each(
    due: list[Row], without: list[Row], moved: list[Row], ahead: list[Row], facts: Facts
) -> Finding:
    """Return what became of the targets of each of some regions, and of how many is not known."""
    places = _of_places([*due, *moved])
    by_region = [grouped(rows, "region") for rows in (due, moved, without, ahead)]

    def of_one(place: Row, lang: Lang, *, which: bool) -> str:
        own, away, rest, early = (groups.get((place["region"],), []) for groups in by_region)
        told = _tally(own, away, lang, named=False, which=which)
        form = "all" if not told else "of" if rest else "known"
        return say(
            f"finding-attainment-count-{form}", lang, names=region(place, lang),
            due=len(own) + len(away), told=told, rest=len(rest),
            newest=_newest(place, facts, lang) if which else "",
            ahead=_counted("ahead-of", early, lang, named=False, which=which) if early else "",
        )  # fmt: skip

    def said(lang: Lang) -> dict[str, str | int]:
        each, which = (
            clauses([of_one(place, lang, which=which) for place in places], lang)
            for which in (False, True)
        )
        span = _span([*due, *moved], lang)
        return {
            "topic": "", "span": span, "papers": _papers(facts), "each": each, "which": which,
            "inferred": _of_plans([*due, *moved], facts, lang),
        }  # fmt: skip

    known = [*(row for row in due if _is_told(row)), *moved]
    return _without_outcome(without, "-each", said, known=[*known, *ahead])


def _unknown_of_one(rows: list[Row], facts: Facts) -> Finding:
    """Return of which years and regions no outcome of an indicator is known."""
    ordered = _by_code(rows)
    named = not is_of_one_indicator(facts)

    def said(lang: Lang) -> dict[str, str | int]:
        of_years = [
            say("finding-attainment-of-year", lang, year=str(int(year)), names=regions(of, lang))
            for (year,), of in grouped(ordered, "target_year").items()
        ]
        return {
            "topic": "",
            "n": len(ordered) if len(of_years) > 1 else 1,
            "dates": say("finding-join", lang).join(of_years),
            "of": bracketed(topic(rows[0], lang), lang) if named else "",
        }

    return _without_outcome(ordered, "-years", said)


def _without_outcome(
    rows: list[Row],
    form: str,
    said: Callable[[Lang], dict[str, str | int]],
    *,
    named: bool = True,
    known: Sequence[Row] = (),
) -> Finding:
    """Return the line that tells of which targets no outcome is known, with what states others."""
    first = _of_places(rows)
    return Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in first),
        indicator=None,
        year=max(int(row["target_year"]) for row in rows),
        verdict="no-outcome",
        unit="",
        strength="firm",
        weight=weight(WEIGHT, "no-outcome", "firm"),
        figures=_stated_in(known),
        said=in_both_languages(
            f"finding-attainment-no-outcome{form}",
            said,
            who=(lambda lang: regions(first, lang)) if named else None,
        ),
    )


def _stated_in(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the figures that tell what became of targets: of one put off, the newer one.

    Of many the table of targets names them.
    """
    if len(rows) > _MOST_STATED:
        return ()
    names = (row.get("outcome_figure", row.get("target_figure")) for row in rows)
    return figures_of([{"figure": name} for name in names])


def _by_code(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["target_year"], str(row.get("adcode"))))


def _is_told(row: Row) -> bool:
    """Tell whether the own year of a target is known: not of a date still open before it."""
    return row["verdict"] != "no-outcome" and not is_open(row)


def _key(row: Row) -> tuple[str, str, int]:
    return row["region"], row["indicator"], int(row["target_year"])


def _of_places(rows: list[Row]) -> list[Row]:
    """Return one row of each region, in the order of their codes."""
    return list({row["region"]: row for row in _by_code(rows)}.values())


def _moved_on(facts: Facts) -> list[Row]:
    """Return the targets of years gone by that a newer document has put off."""
    moved = facts.postponed
    if moved.empty or facts.last_year is None:
        return []
    put_off = moved[moved["previous_year"] <= facts.last_year]
    return records(facts.named(put_off.assign(target_year=put_off["previous_year"])))
