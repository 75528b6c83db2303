"""Revision: what a newer document asks otherwise than the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from compare.finding.conditions import Conditions, conditions, reported_mark
from compare.finding.facts import Facts
from compare.finding.naming import (
    apart_by,
    deed,
    hedged,
    in_sentence,
    reach,
    region,
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
from compare.wording.phrases import listed
from compare.wording.values import is_missing

KIND = "revision"
WEIGHT = 50.0
PLACE = 40

NAMED = 4
"""So many indicators are named; of more, how many there are."""

_YEARLY = frozenset({"points", "work-report", "bulletin", "press"})
"""Types of documents that speak of one year."""

_OF_LESS = {"raised": "tightened", "lowered": "loosened", "changed": "changed"}
"""How a change is told of what is better the less it is."""

_MOVED = ("postponed", "advanced")

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return what became of each target, and in one line what is new, and what was dropped."""
    if facts.revised.empty:
        return
    told = told_revisions(facts.revised, facts.evidence)
    regions = set(told["region"])
    every = facts.everything[facts.everything["region"].isin(regions)]
    stated = grouped(
        (row for row in records(every) if row["comparability"] != "proxy"), "region", "indicator"
    )
    rows = [
        _with_ends(row, stated[row["region"], row["indicator"]], facts) for row in records(told)
    ]
    for row in rows:
        form = _form(row)
        if form is not None:
            yield _of_target(row, form, facts)
    for verdict in ("new", "dropped"):
        alike = [row for row in rows if row["change"] == verdict]
        for some in grouped(alike, "region", "document").values():
            yield _listed(some, verdict, facts)


def told_revisions(revised: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    """Return the rows that tell of a revision.

    What a document of one year leaves out, or adds, is no change of a plan; and numbers for
    different years, of which one is such a document's, are steps on the way. To keep a level
    until a year and to reach it in another are two targets, neither of which moves the other.

    Parameters
    ----------
    revised : pandas.DataFrame
        Rows of :func:`compare.revisions`.
    evidence : Evidence
        The types of documents.
    """
    sources = evidence.documents_named({*revised["document"], *revised["previous_document"]})
    yearly = {row["document"] for row in sources if row["type"] in _YEARLY}
    newer, older = (revised[name].isin(yearly) for name in ("document", "previous_document"))
    ordered = revised["change"].isin(["raised", "lowered", "changed"])
    step = ordered & (newer | older) & (revised["target_year"] != revised["previous_year"])
    listed_alone = revised["change"].isin(["new", "dropped"]) & newer
    met = (revised["change"] == "new") & (revised["met_when_set"] == "met")
    # over a break, or of another scope: the old target is gone and there is a new one, of which
    # nothing is known but that they are not the same
    alone = revised["change"].isin(["new", "dropped"])
    keys = ["region", "document", "indicator"]
    both = revised[alone].groupby(keys)["change"].transform("nunique") > 1
    unlike = both.reindex(revised.index, fill_value=False)
    moved = revised["change"].isin(_MOVED) & _one_is_kept(revised, evidence)
    return revised[~step & ~unlike & ~moved & (~listed_alone | met)]


def _one_is_kept(revised: pd.DataFrame, evidence: Evidence) -> pd.Series:
    """Tell of each row whether one of its targets asks to keep a level, and the other does not."""
    ends = [revised[f"{name}_figure"] for name in ("previous", "target")]
    known = evidence.words(pd.concat(ends))
    old, new = (
        end.map(lambda figure: _is_kept(known.get(str(figure))), na_action=None) for end in ends
    )
    return old != new


def _with_ends(row: Row, seen: Sequence[Row], facts: Facts) -> Row:
    """Add the observations that a row compares: the old target, the new one, what was known."""
    targets = [one for one in seen if one["kind"] == "target"]
    actual = [one for one in seen if one["kind"] == "actual"]
    ends = {
        "old": _one(targets, row, row["previous_document"], "previous"),
        "new": _one(targets, row, row["document"], "target"),
        "known": _one(actual, row, None, "known"),
    }
    return {**row, **{name: _with_words(end, facts) for name, end in ends.items()}}


def _with_words(end: Row | None, facts: Facts) -> Row | None:
    """Add what was printed, and whether in words alone."""
    if end is None:
        return None
    said = facts.evidence.words_of(end.get("figure"))
    yearly = said.get("every_year", end.get("every_year"))
    return {**end, "printed": said.get("printed"), "worded": said.get("worded"),
            "every_year": yearly}  # fmt: skip


def _one(rows: Sequence[Row], row: Row, document: Any, stage: str) -> Row | None:
    """Return the observation of one end; None where there is none."""
    if is_missing(row[f"{stage}_year"]):
        return None
    year = row[f"{stage}_year"]
    found = [one for one in rows if one["year"] == year and one["use"] != "alternative"]
    if document is not None:
        found = [one for one in found if one["document"] == document]
    for name, cell in (("figure", row.get(f"{stage}_figure")), ("scope", row["scope"]),
                       ("value", row[f"{stage}_value"])):  # fmt: skip
        alike = found if is_missing(cell) else [one for one in found if one[name] == cell]
        found = alike or found
    return found[-1] if found else None


def _form(row: Row) -> str | None:
    """Return how a row is told; None where it is told with others, or not at all."""
    verdict, met = row["change"], row["met_when_set"] == "met"
    if row["new"] is None:
        return None
    if verdict in _MOVED and _is_kept(row["old"]) != _is_kept(row["new"]):
        return None
    if verdict in ("unchanged", "new"):
        return "met-when-set" if met else None
    if row["unit"] == "year":
        named = verdict in _MOVED and deed(row["new"], "zh") and deed(row["new"], "en")
        return f"{'deed' if named else 'date'}-{verdict}"
    if verdict in ("raised", "lowered", "changed"):
        word = _OF_LESS[verdict] if row["direction"] == "lower" else verdict
        return f"{word}-same-year" if row["years"] == 0 else word
    return "kept" if verdict == "postponed" and met else verdict


def _not_yet(row: Row, facts: Facts) -> Row | None:
    """Return the last that is known of a date: that it had not come by the end of a year.

    That it had not before its year says nothing.
    """
    known = facts.main_of.get((row["region"], row["indicator"]), ())
    waiting = [
        one
        for one in known
        if one["kind"] == "actual" and is_missing(one["hi"]) and one["year"] >= row["previous_year"]
    ]
    return max(waiting, key=lambda one: int(one["year"]), default=None)


def _still_waiting(waiting: Row | None, lang: Lang) -> str:
    if waiting is None:
        return ""
    return say("finding-revision-not-yet", lang, year=str(int(waiting["year"])))


def _is_before(waiting: Row | None, row: Row) -> bool:
    """Tell whether it was known that a date had not come before it was set anew for its year."""
    return waiting is not None and int(waiting["year"]) < int(row["target_year"]) - 1


def _until(waiting: Row | None, row: Row, lang: Lang) -> str:
    if waiting is None:
        return ""
    return say("finding-revision-until", lang, year=str(int(waiting["year"])))


def _is_kept(end: Row | None) -> bool:
    """Tell whether a target asks to keep what there is."""
    yearly = None if end is None else end.get("every_year")
    return not is_missing(yearly) and bool(yearly)


def _of_target(row: Row, form: str, facts: Facts) -> Finding:
    old, new, known = row["old"], row["new"], row["known"]
    met = row["met_when_set"] == "met" and row["unit"] != "year"
    told = [one for one in (old if form != "met-when-set" else None, new) if one is not None]
    seen = [*told, *([known] if met and known else [])]
    held = conditions(seen, facts, pair=False, compared=False, sourced=False)
    waiting = _not_yet(row, facts) if form.startswith("deed-") else None
    verdict = form if form in ("kept", "met-when-set") else row["change"]
    gap = number_in(row["difference"]) if verdict in ("raised", "lowered") else None

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": (deed(new, lang) if form.startswith("deed-") else "") or topic(new, lang),
            "year": str(int(row["target_year"])),
            "now": _now(row, facts, lang),
            "reported": reported_mark(row["target_figure"], facts.evidence, lang),
            "old_year": _year(row["previous_year"]),
            "hedged": hedged(row["previous_figure"], facts.evidence),
            "old": "" if old is None else reach(facts.told(old), lang),
            "old_goal": "" if old is None else value(old, lang),
            "reach": reach(facts.told(new), lang),
            "goal": value(new, lang),
            "way": _way(row, told, gap, lang),
            "apart": 0 if is_missing(row["years"]) else abs(int(row["years"])),
            "met": _met(row, known, lang) if met else "",
            "waiting": "" if _is_before(waiting, row) else _still_waiting(waiting, lang),
            "until": _until(waiting, row, lang) if _is_before(waiting, row) else "",
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["target_year"]),
        verdict=verdict,
        unit=unit_of_change(row),
        strength=held.strength,
        weight=weight(WEIGHT, verdict, held.strength, share(gap, row["unit"], row["target_value"])),
        figures=figures_of([*told, *(one for one in (known if met else None, waiting) if one)]),
        cautions=_with_met(held, met=met),
        gap=gap,
        was_for=int(row["previous_year"]) if row["change"] in _MOVED else None,
        said=in_both_languages(
            f"finding-revision-{form}", said, who=lambda lang: region(new, lang)
        ),
    )  # fmt: skip


def _with_met(held: Conditions, *, met: bool) -> tuple[str, ...]:
    return (*held.names, "met-when-set") if met else held.names


def _now(row: Row, facts: Facts, lang: Lang) -> str:
    """Return what a date is now: another year, or among what is to be done in a year."""
    year = _year(row["target_year"])
    known = facts.evidence.document(str(row["document"])) or {}
    task = known.get("type") in _YEARLY and row["years"] > 0
    return say(f"finding-revision-now-{'task' if task else 'date'}", lang, year=year)


def _year(cell: Any) -> str:
    return "" if is_missing(cell) else str(int(cell))


def _way(row: Row, ends: list[Row], gap: float | None, lang: Lang) -> str:
    """Return by how much more or less is asked; where that is no number, that it is."""
    verdict = row["change"]
    if verdict not in ("raised", "lowered"):
        return ""
    if not gap:
        return say(f"finding-revision-{verdict}-only", lang)
    form = f"{verdict}-{'lower' if row['direction'] == 'lower' else 'higher'}"
    return say(f"finding-revision-{form}-by", lang, gap=apart_by(gap, [row, *ends], lang))


def _met(row: Row, known: Row | None, lang: Lang) -> str:
    """Return that a target was met when it was set, with the outcome that was known then."""
    if known is None:
        return say("finding-revision-met-alone", lang)
    year = _year(row["known_year"])
    return say("finding-revision-met", lang, year=year, value=value(known, lang))


def _listed(rows: list[Row], verdict: str, facts: Facts) -> Finding:
    """Return which targets one document added, or says nothing more of."""
    ends = [row["new"] if verdict == "new" else row["old"] for row in rows]
    told = [one for one in ends if one is not None]
    year = max((int(one["year"]) for one in told), default=None)

    def said(lang: Lang) -> dict[str, str | int]:
        names = list(dict.fromkeys(str(one[f"indicator_{lang}"]) for one in told))
        shown = names[:NAMED] if lang == "zh" else [in_sentence(name) for name in names[:NAMED]]
        more = len(names) > NAMED
        return {
            "topic": "",
            "region": facts.evidence.name("region", rows[0]["region"], lang),
            "names": listed(shown, lang),
            "more": say("finding-not-stated-more", lang, n=len(names)) if more else "",
        }

    return Finding(
        kind=KIND,
        regions=(rows[0]["region"],),
        indicator=rows[0]["indicator"] if len(rows) == 1 else None,
        year=year,
        verdict=verdict,
        unit="",
        strength="firm",
        weight=weight(WEIGHT, verdict, "firm"),
        figures=figures_of(told),
        cautions=("not-in-text",) if verdict == "dropped" else (),
        said=in_both_languages(f"finding-revision-{verdict}", said),
    )
