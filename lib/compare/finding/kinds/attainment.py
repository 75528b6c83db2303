"""Attainment: whether a target was met, or where the outcome stands on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.headings import is_of_one_indicator
from compare.finding.naming import (
    change,
    deed,
    hedged,
    reach,
    region,
    regions,
    source,
    topic,
    unit_of_change,
    value,
)
from compare.finding.rows import number_in
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, clauses, joined, listed

KIND = "attainment"

JUDGED = ("met", "missed", "not-decided", "on-pace", "behind-pace")
"""Verdicts that an outcome gave; the others are told in one line."""

_YEAR = 0.05

_OLD = 20.0
"""What was so in the year of the plan is no progress."""

_TALLIED = (
    ("met", ("met",)),
    ("missed", ("missed",)),
    ("not-decided", ("not-decided",)),
    ("under-way", ("on-pace", "behind-pace")),
)
"""What a tally of the targets of a year tells, in this order."""

_ONE_DATE = ("region", "indicator", "target_document", "target_scope")
"""What is the same of a date that a document sets twice, for different years."""

_MOST_STATED = 20
"""Of so many targets that are counted the line names what states their outcomes."""

_OF_FIGURE = ("printed", "worded", "every_year", "kept")

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return what became of each target, and in one line whose targets nothing is known of."""
    rows = facts.attained
    if rows.empty:
        return
    judged = records(rows[rows["verdict"].isin(JUDGED)])
    dates = grouped((row for row in judged if row["unit"] == "year"), *_ONE_DATE)
    for row in judged:
        alike = dates.get(tuple(row[name] for name in _ONE_DATE), ())
        twins = [other for other in alike if other is not row and row["unit"] == "year"]
        told = any(is_open(row) and not is_open(other) for other in twins)
        if not told or row["target_year"] == facts.year:
            yield _of_target(row, twins, facts)
    yield from _unknown(rows, facts)


def part_of(row: Mapping[str, Any], name: str, known: Evidence) -> Row:
    """Return the target or the outcome of a row of an attainment as an observation.

    Parameters
    ----------
    row : mapping
        A row of :func:`compare.attainment`.
    name : {"target", "outcome"}
        Which of them.
    known : Evidence
        How the figure of an outcome was printed: the row has its ends alone.
    """
    ends = {end: row[f"{name}_{end}"] for end in ("value", "lo", "hi", "figure")}
    words = next(iter(known.words([ends["figure"]]).values()), {})
    said = {cell: words.get(cell) for cell in _OF_FIGURE}
    if name == "target":  # what the row itself holds is the target's
        said = {cell: row.get(cell, words.get(cell)) for cell in _OF_FIGURE}
        sign, scope = row["target_comparator"], row["target_scope"]
    else:
        stated = known.benchmark(ends["figure"]) or words
        sign, scope = stated.get("comparator") or _sign(row), "region"
    kind = "target" if name == "target" else "actual"
    return {**row, **ends, **said, "kind": kind, "comparator": sign, "scope": scope}


def verdict_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return the verdict of a row, short: ``达到目标``, ``已实现``."""
    return say(f"finding-attainment-{_form(row, news=False)}-short", lang)


def verdict_as_stated(row: Mapping[str, Any], lang: Lang) -> str:
    """Return the verdict, and where rounding alone leaves it open, what the numbers say."""
    return say(f"finding-attainment-{_told(row, news=False)}-short", lang)


def margin_form(row: Mapping[str, Any]) -> tuple[str, float]:
    """Return how a target was passed or missed, and by how much.

    The forms are spare and lack; spare-least, lack-least and lack-most, where the outcome is
    an interval; edge, where it is the very number that a strict bound leaves out; level, where
    it is the number aimed at; none, where nothing is known.
    """
    margin = number_in(row["margin"])
    if margin is not None:
        if margin:
            return "spare" if margin > 0 else "lack", margin
        left_out = "missed" in (row["verdict"], row.get("verdict_as_printed"))
        return "edge" if left_out else "level", 0.0
    low, high = number_in(row["margin_lo"]), number_in(row["margin_hi"])
    if low is not None and low > 0:
        return "spare-least", low
    if high is not None and high < 0:
        return "lack-least", high
    return ("lack-most", low) if low else ("none", 0.0)


def _form(row: Mapping[str, Any], *, news: bool) -> str:
    """Return the form of what is said: of a target that is a year, of one met before its year."""
    form, _ = margin_form(row)
    if row["unit"] == "year" and row["verdict"] != "no-outcome":
        if pd.isna(row["outcome_hi"]):  # only that it had not come by then is known
            return "date-not-yet" if row["verdict"] == "missed" else "date-open"
        early = row["verdict"] == "met" and form == "spare" and news
        return "date-early" if early else f"date-{row['verdict']}"
    there = row["verdict"] == "on-pace" and form in ("spare", "spare-least", "level")
    return "on-pace-met" if there else str(row["verdict"])


def _told(row: Mapping[str, Any], *, news: bool) -> str:
    """Return the form of a sentence: of a verdict that is open, whether rounding alone is why."""
    form = _form(row, news=news)
    rounded = "on-the-edge" in str(row.get("reasons") or "").split("; ")
    if form != "not-decided" or not rounded:
        return form
    return {"met": "not-decided-edge", "missed": "not-decided-edge-missed"}.get(
        str(row.get("verdict_as_printed")), form
    )


def _is_news(row: Row, facts: Facts) -> bool:
    """Tell whether an outcome is of a later time than the day on which its plan was issued.

    Of that very year, the day on which the outcome was told decides.
    """
    planned, year = _issued(row["target_document"], facts), _issued_in(row, facts)
    if not year.isdigit() or int(row["outcome_year"]) > int(year):
        return True
    told = _issued(str(row["outcome_figure"]).split("/", maxsplit=1)[0], facts)
    return int(row["outcome_year"]) == int(year) and planned < told


def _issued_in(row: Row, facts: Facts) -> str:
    """Return the year in which a target was set."""
    return _issued(row["target_document"], facts)[:4]


def _issued(document: Any, facts: Facts) -> str:
    return str((facts.evidence.document(str(document)) or {}).get("issued") or "")


def is_open(row: Mapping[str, Any]) -> bool:
    """Tell whether of a date is known only that it had not come, in an earlier year."""
    dated = row["unit"] == "year" and row["verdict"] not in ("missed", "no-outcome")
    return bool(dated and pd.isna(row["outcome_hi"]))


def _of_target(row: Row, twins: list[Row], facts: Facts) -> Finding:
    target, outcome = (part_of(row, name, facts.evidence) for name in ("target", "outcome"))
    _, margin = margin_form(row)
    news = _is_news(row, facts)
    graded = not _are_one_thing(target, outcome, facts.evidence)
    held = conditions([row], facts, pair=False, compared=False, graded=graded)
    newer = _newer(row, facts)
    form = _told(row, news=news)
    if form == "date-open" and not facts.gone(row["target_year"]):
        form = "date-coming"
    if form == "date-early" and str(int(row["outcome_year"])) == _issued_in(row, facts):
        form = "date-at-once"
    if form.startswith("date-") and deed(row, "zh") and deed(row, "en"):
        form = form.replace("date-", "deed-")

    def said(lang: Lang) -> dict[str, str | int]:
        year = str(int(row["target_year"]))
        return {
            "topic": deed(row, lang) or topic(row, lang),
            "year": year,
            "plan": _plan(row, year, hedged(row["target_figure"], facts.evidence), lang),
            "hedged": hedged(row["target_figure"], facts.evidence),
            "deed": _deed(row, lang),
            "everywhere": _everywhere(row, lang),
            "also": _elsewhere(twins, lang),
            "later": _later(twins, lang),
            "reach": reach(target, lang),
            "outcome_year": str(int(row["outcome_year"])),
            "outcome": value(outcome, lang),
            "margin": _margin_in_words(row, outcome, lang),
            "newer": _newer_in_words(newer, lang),
            "apart": abs(int(margin)),
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["target_year"]),
        verdict=row["verdict"],
        unit=unit_of_change(row),
        strength=held.strength,
        weight=weight(KIND, row["verdict"], held.strength, _size(margin, row["unit"]))
        - (0 if news else _OLD),
        figures=figures_of(
            [target, outcome, *newer, *({"figure": one["target_figure"]} for one in twins)]
        ),
        cautions=held.names,
        gap=number_in(row["margin"]),
        gap_lo=number_in(row["margin_lo"]),
        gap_hi=number_in(row["margin_hi"]),
        said=in_both_languages(
            f"finding-attainment-{form}", said, who=lambda lang: region(row, lang),
            source=lambda lang: source(target, facts.evidence, lang), opening="finding-planned",
            gone=facts.gone(row["target_year"]),
        ),
    )  # fmt: skip


def known_since(stated: Iterable[Mapping[str, Any]], year: int) -> dict[str, Any] | None:
    """Return the last outcome that is known since that of a year; None of dates.

    What is only related is no outcome, and across a break there is none of the same concept.

    Parameters
    ----------
    stated : iterable of mapping
        Observations of one region and indicator.
    year : int
        The year of the outcome that is told.
    """
    actual = [
        one
        for one in stated
        if one["kind"] == "actual" and one["unit"] != "year" and one["year"] >= year
        and one["comparability"] != "proxy"
    ]  # fmt: skip
    if len({one.get(BREAK) is True for one in actual}) > 1:
        return None
    later = [one for one in actual if one["year"] > year]
    return dict(max(later, key=lambda one: int(one["year"]))) if later else None


def _newer(row: Row, facts: Facts) -> list[Row]:
    """Return what is known since of an outcome that decided whether a target was met."""
    if row["verdict"] not in ("met", "missed"):
        return []
    stated = facts.main_of.get((row["region"], row["indicator"]), ())
    since = known_since(stated, row["outcome_year"])
    return [] if since is None else [since]


def _newer_in_words(newer: list[Row], lang: Lang) -> str:
    return "".join(
        say("finding-attainment-newer", lang, year=str(int(one["year"])), value=value(one, lang))
        for one in newer
    )


def _are_one_thing(target: Row, outcome: Row, known: Evidence) -> bool:
    """Tell whether the texts call target and outcome alike, or both are the year of a deed.

    Then how close the shared definition is to them casts no doubt on whether it was met.
    """
    labels = {
        row.get("label") for row in known.words([target["figure"], outcome["figure"]]).values()
    }
    return target["unit"] == "year" or len(labels) == 1


def _elsewhere(twins: list[Row], lang: Lang) -> str:
    """Return for which other years the document of a date sets the same date elsewhere."""
    return say("finding-attainment-elsewhere", lang, years=_years(twins, lang)) if twins else ""


def _later(twins: list[Row], lang: Lang) -> str:
    """Return of which of these years nothing is known."""
    unknown = [row for row in twins if is_open(row)]
    return say("finding-attainment-later", lang, years=_years(unknown, lang)) if unknown else ""


def _years(rows: list[Row], lang: Lang) -> str:
    return listed([str(int(row["target_year"])) for row in rows], lang)


def _plan(row: Row, year: str, trying: str, lang: Lang) -> str:
    """Return by when something was to be done; of a city, where all its counties were to do it."""
    scope = "each-county" if row["target_scope"] == "each-county" else "region"
    return say(f"finding-deed-planned-{scope}", lang, year=year, hedged=trying)


def _deed(row: Row, lang: Lang) -> str:
    """Return the thing that was to be done, and that every county was to do it."""
    done = deed(row, lang) or ""
    scope = "each-county" if row["target_scope"] == "each-county" else "region"
    return say(f"finding-deed-{scope}", lang, deed=done)


def _everywhere(row: Row, lang: Lang) -> str:
    """Return where a thing was done that each county was to do."""
    of_each = row["target_scope"] == "each-county"
    return say("finding-deed-everywhere", lang) if of_each else ""


def _sign(row: Mapping[str, Any]) -> str:
    """Return the comparator of an outcome: the row has its ends alone."""
    lo, hi = row["outcome_lo"], row["outcome_hi"]
    if pd.isna(hi) or pd.isna(lo):
        return ">=" if pd.isna(hi) else "<="
    return "=" if lo == hi else "range"


def _size(margin: float | None, unit: str) -> float | None:
    """Return how large a margin is beside others: a year is as much as five points."""
    if unit == "year" and margin is not None:
        return margin * _YEAR
    return share(margin, unit)


def _margin_in_words(row: Row, outcome: Row, lang: Lang) -> str:
    """Return by how much a target was passed or missed; nothing where that is not known."""
    form, margin = margin_form(row)
    if outcome["comparator"] in (">", "<"):
        form = form.replace("-least", "-more")
    if form in ("level", "none"):
        return ""
    return say(f"finding-attainment-{form}", lang, margin=change(margin, row, lang))


def _unknown(rows: pd.DataFrame, facts: Facts) -> Iterator[Finding]:
    """Return, in one line, of whose targets no outcome is known, or that they may yet be met."""
    if facts.last_year is None:
        return
    if facts.year is not None:
        rows = rows[rows["target_year"] == facts.year]
        if facts.year > facts.last_year:
            yield from _still_open(records(rows), facts)
            return
    due = records(rows[rows["target_year"] <= facts.last_year])
    moved = [row for row in _moved_on(facts) if facts.year in (None, row["target_year"])]
    away = {_key(row) for row in moved}
    due = [row for row in due if _is_told(row) or _key(row) not in away]
    without = [row for row in due if not _is_told(row)]
    if not without:
        return
    ahead = records(rows[(rows["target_year"] > facts.last_year) & (rows["verdict"] == "met")])
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
            "newest": _newest(facts.subject.regions, facts, lang) if of_one else "",
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


def _span(due: list[Row], lang: Lang) -> str:
    """Return when targets fell due: in one year, or in several up to the last."""
    years = {int(row["target_year"]) for row in due}
    form = "in" if len(years) == 1 else "by"
    return say(f"finding-due-{form}", lang, year=str(max(years)))


def _papers(facts: Facts) -> str:
    """Return whether documents are what states nothing: ``yes`` or ``no``, of an own table."""
    return "no" if facts.evidence.of_tables else "yes"


def _newest(of: Iterable[str], facts: Facts, lang: Lang) -> str:
    """Return how new the newest source of a region is: an older one cannot tell an outcome."""
    date = facts.evidence.newest_of_regions(of)
    return say("finding-newest-source", lang, date=date) if date else ""


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
            newest=_newest([place["region"]], facts, lang) if which else "",
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
        weight=weight(KIND, "no-outcome", "firm"),
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
