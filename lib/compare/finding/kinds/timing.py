"""Timing: indicators whose value is a year are dates on one line; earlier is earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from compare.finding.conditions import conditions, is_reported
from compare.finding.facts import Facts
from compare.finding.naming import deed, region, regions, topic
from compare.finding.statement import Finding, figures_of, in_both_languages, tense
from compare.finding.weights import weight
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, listed, side_by_side

KIND = "timing"
WEIGHT = 42.0
PLACE = 80
FEW = 8
"""So many dates are told one by one; of more, the first and the last."""

_IN_HEADING = 3
"""So many dates stand in a heading."""

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return the dates of each year-valued indicator that two regions or more have."""
    rows = facts.rows
    if rows.empty:
        return
    dates = rows[(rows["unit"] == "year") & (rows["comparability"] != "proxy")]
    if len(facts.subject.regions) > 1:
        dates = dates[dates["region"].isin(facts.subject.regions)]
    open_ended = (dates["kind"] == "actual") & dates["hi"].isna()  # only that it had not come yet
    waiting, dates = records(dates[open_ended]), dates[~open_ended]
    for _, of_one in dates.groupby("indicator", sort=False):
        main = of_one[of_one["use"] == "main"].sort_values(["value", "adcode"], kind="stable")
        told = records(main.drop_duplicates(["region", "scope"], keep="first"))
        told.sort(key=lambda row: row["kind"] == "target")  # what came, then what was planned
        own = facts.subject.region
        if own and all(row["region"] != own for row in told):
            continue
        if len({row["region"] for row in told}) > 1:
            yield _of_dates(told, records(of_one), waiting, facts)


def _of_dates(rows: list[Row], every: list[Row], waiting: list[Row], facts: Facts) -> Finding:
    first, last = rows[0], rows[-1]
    told = rows if len(rows) <= FEW else [first, last]
    apart = abs(int(last["value"]) - int(first["value"]))
    mixed = len({row["kind"] for row in rows}) > 1  # a plan is not compared with what came
    alike = not mixed and len({row["scope"] for row in rows}) == 1
    held = conditions(
        told, facts, pair=not mixed, compared=not mixed, graded=not mixed, sourced=False
    )
    others = [_others(row, every) for row in told]
    told = [{**row, "was": _was(row, every)} for row in told]
    told = [{**row, "not_by": _not_by(row, waiting), "aims": _aims(row, every)} for row in told]
    sure = alike and not any(others)  # who has two dates is neither earlier nor later
    verdict = "side-by-side" if not sure else "same-year" if apart == 0 else "earlier"
    form = "earlier-of-two" if verdict == "earlier" and len(rows) == 2 else verdict

    def said(lang: Lang) -> dict[str, str | int]:
        def each(**asked: bool) -> list[str]:
            pairs = zip(told, others, strict=True)
            return [_date_in_words(row, other, facts, lang, **asked) for row, other in pairs]

        dates, in_full = each(), each(alone=True, aimed=True)
        return {
            "topic": _topic(first, lang, mixed=mixed),
            "dates": side_by_side(dates, lang),
            "in_full": side_by_side(in_full, lang),
            "headline": _headline(rows, each(alone=True) if mixed else dates, verdict, lang),
            "bare": _headline(rows, [_bare_date(row, facts, lang) for row in told], verdict, lang),
            "ending": say(f"finding-timing-{form}", lang, first=region(first, lang)),
            **held.said(lang),
        }

    more = [row for other in others for row in other]
    more += [known for row in told for known in (*row["was"], *row["not_by"], *row["aims"])]
    return Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in rows),
        indicator=first["indicator"],
        year=max(int(row["value"]) for row in rows),
        verdict=verdict,
        unit="year",
        strength=held.strength,
        weight=weight(WEIGHT, verdict, held.strength),
        figures=figures_of([*told, *more]),
        cautions=held.names,
        gap=float(apart),
        said=in_both_languages(f"finding-timing{'-mixed' * mixed}", said),
    )


def _topic(row: Row, lang: Lang, *, mixed: bool) -> str:
    """Return what the dates are of: the year of a thing, or the thing that is done by it."""
    name = topic(row, lang)
    of_deed = mixed or say("finding-timing-is-of", lang) == "deed"
    return deed(row, lang) or name if of_deed else name


def _headline(rows: list[Row], dates: list[str], verdict: str, lang: Lang) -> str:
    """Return what a heading says: a few dates, or the first and the last."""
    if len(rows) <= _IN_HEADING:
        return side_by_side(dates, lang)
    first, last = rows[0], rows[-1]
    years = {"from": str(int(first["value"])), "to": str(int(last["value"]))}
    if verdict == "earlier":
        ends = {"first": region(first, lang), "last": region(last, lang)}
        return say("finding-timing-ends", lang, **ends, **years)
    if verdict == "same-year":
        return say("finding-timing-together", lang, names=regions(rows, lang), **years)
    shown = say("finding-join", lang).join(dates[:2])
    return say("finding-timing-some", lang, dates=shown, n=len({row["region"] for row in rows}))


def _others(row: Row, every: list[Row]) -> list[Row]:
    """Return what else one source states for the same: other years, in other places."""
    source = row["document"]
    own = [one for one in every if pd.isna(one["document"]) or one["document"] == source]
    return _dated_otherwise(row, own)


def _was(row: Row, every: list[Row]) -> list[Row]:
    """Return what an earlier source of the region stated: the years that it was planned for."""
    gone = [one for one in every if one["use"] == "superseded" and one["kind"] == "target"]
    return _dated_otherwise(row, gone)


def _aims(row: Row, every: list[Row]) -> list[Row]:
    """Return for which years a thing that came was planned."""
    planned = [one for one in every if one["kind"] == "target" and one["use"] == "main"]
    return _dated_otherwise(row, planned) if row["kind"] == "actual" else []


def _not_by(row: Row, waiting: list[Row]) -> list[Row]:
    """Return what tells that a date that has gone by, or was put off, had not come."""
    if row["kind"] != "target":
        return []
    same = [one for one in waiting if _is_of(row, one) and one["indicator"] == row["indicator"]]
    if not row["was"]:
        same = [one for one in same if one["lo"] >= row["value"]]
    return sorted(same, key=lambda one: one["lo"])[-1:]


def _dated_otherwise(row: Row, dates: list[Row]) -> list[Row]:
    """Return the other years that some dates have for the region and the scope of one."""
    first = {one["value"]: one for one in reversed(dates) if _is_of(row, one)}
    return [first[year] for year in sorted(first) if year != row["value"]]


def _is_of(row: Row, other: Row) -> bool:
    return bool(other["region"] == row["region"] and other["scope"] == row["scope"])


def _years(rows: Sequence[Row], lang: Lang) -> str:
    return listed([str(int(row["value"])) for row in rows], lang)


def _bare_date(row: Row, facts: Facts, lang: Lang) -> str:
    """Return a date without what else is known of it, for a heading that has no room for it."""
    return _date_in_words({**row, "was": [], "not_by": [], "aims": []}, [], facts, lang)


def _date_in_words(
    row: Row, others: list[Row], facts: Facts, lang: Lang, *, alone: bool = False,
    aimed: bool = False,
) -> str:  # fmt: skip
    """Return a date with what else is known of it; of one that stands alone also what is not.

    A plan whose year has gone by, beside what came elsewhere, reads as if it had come to nothing.
    """
    scope = row["scope"] if row["scope"] in ("each-county", "part") else "region"
    aims = row["aims"] if aimed else []
    remarks = [
        say(f"finding-date-{form}", lang, years=_years(of_it, lang))
        for form, of_it in (("also", others), ("was", row["was"]), ("aim", aims))
        if of_it
    ]
    if row["kind"] == "target" and is_reported(row.get("figure"), facts.evidence):
        remarks.insert(0, say("finding-reported", lang))
    for one in row["not_by"]:
        form = "not-by" if one["lo"] >= row["value"] else "not-yet"
        remarks.append(say(f"finding-date-{form}", lang, year=str(int(one["lo"]))))
        since = [other for other in others if one["lo"] < other["value"]]
        if gone := [other for other in since if facts.gone(other["value"])]:
            remarks.append(say("finding-date-open", lang, years=_years(gone, lang)))
    if alone and row["kind"] == "target" and facts.gone(row["value"]) and not row["not_by"]:
        remarks.append(say("finding-date-unknown", lang))
    also = say("finding-date-remarks", lang, remarks=clauses(remarks, lang)) if remarks else ""
    return say(
        f"finding-date-{row['kind']}-{scope}", lang,
        region=region(row, lang), year=str(int(row["value"])), also=also,
        **tense(lang, gone=facts.gone(row["value"])),
    )  # fmt: skip
