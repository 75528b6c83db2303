"""Attainment: whether a target was met, or where the outcome stands on the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import conditions, reported_mark
from compare.finding.facts import Facts
from compare.finding.kinds import tally
from compare.finding.kinds.tally import is_open
from compare.finding.naming import (
    apart_by,
    deed,
    hedged,
    reach,
    region,
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
from compare.wording.phrases import listed, reason_names

KIND, WEIGHT = tally.KIND, tally.WEIGHT
PLACE = 10

JUDGED = ("met", "missed", "not-decided", "on-pace", "behind-pace", "pace-not-decided")
"""Verdicts that an outcome gave; the others are told in one line."""

_YEAR = 0.05

_OLD = 20.0
"""What was so in the year of the plan is no progress."""

_ONE_DATE = ("region", "indicator", "target_document", "target_scope")
"""What is the same of a date that a document sets twice, for different years."""

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
    yield from tally.of(facts)


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
    words = known.words_of(ends["figure"])
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
    return _form_before(row) or str(row["verdict"])


def _form_before(row: Mapping[str, Any]) -> str:
    """Return the form of a verdict before its year, where the verdict alone says too little.

    Whether the target is reached by then is known without the pace; that a target for every
    year will be met is not asked before its last.
    """
    verdict, low, high = row["verdict"], number_in(row["margin_lo"]), number_in(row["margin_hi"])
    strict = row["target_comparator"] in (">", "<")
    if verdict == "on-pace" and low is not None and (low > 0 or (low == 0 and not strict)):
        return "on-pace-met"
    about = "approximate" in reason_names(row.get("reasons"))
    surely = row["direction"] != "neutral" and not about
    if verdict == "pace-not-decided" and surely and high is not None and high < 0:
        return "pace-not-decided-below"
    early = verdict == "not-decided" and row["outcome_year"] < row["target_year"]
    return "not-decided-yet" if early else ""


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
            "newer": _newer_in_words(newer, facts.evidence, lang),
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
        weight=weight(WEIGHT, row["verdict"], held.strength, _size(margin, row["unit"]))
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


def _newer_in_words(newer: list[Row], known: Evidence, lang: Lang) -> str:
    return "".join(
        say(
            "finding-attainment-newer", lang, year=str(int(one["year"])), value=value(one, lang),
            reported=reported_mark(one["figure"], known, lang),
        )
        for one in newer
    )  # fmt: skip


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
    target = {"comparator": row["target_comparator"]}
    return say(
        f"finding-attainment-{form}", lang, margin=apart_by(margin, [row, outcome, target], lang)
    )
