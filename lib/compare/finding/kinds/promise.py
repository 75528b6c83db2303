"""Promise: targets of one concept, compared as what governments undertake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.comparisons.promises import order
from compare.finding.conditions import conditions, is_year_inferred
from compare.finding.facts import Facts
from compare.finding.kept import reached_before
from compare.finding.naming import apart_by, regions, topic, unit_of_change, value
from compare.finding.statement import Finding, figures_of, in_both_languages, tense
from compare.finding.weights import share, weight
from compare.ledger.records import grouped
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, side_by_side
from compare.wording.values import EVERY_YEAR, is_in_words

KIND = "promise"
WEIGHT = 46.0
PLACE = 60
PERIOD = 4
"""Years between the first and the last of a plan: promises further apart are of two."""

FEW = 6
"""So many regions are told one by one; of more, the strictest and one's own."""

Row = dict[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return who undertakes more, of the targets of each indicator."""
    targets = [
        row
        for row in facts.main_targets
        if row["comparability"] != "proxy"
        and row["unit"] != "year"
        and row["direction"] in ("higher", "lower")
    ]
    if len(facts.subject.regions) > 1:
        targets = [row for row in targets if row["region"] in facts.subject.regions]
    for of_one in grouped(targets, "indicator").values():
        if len({row["region"] for row in of_one}) < 2:
            continue
        promises = _one_each(of_one, facts)
        own = facts.subject.region
        if len(promises) < 2 or (own and all(row["region"] != own for row in promises)):
            continue
        alike = _of_one_moment(promises, facts.subject.region)
        yield _of_indicator(alike if len(alike) > 1 else promises, facts)


def _one_each(rows: Sequence[Row], facts: Facts) -> list[Row]:
    """Return a target of each region: of the year that most have, or else of the nearest years.

    Where no two have one year, what an earlier document set for an earlier year stays out.
    """
    own = facts.subject.region
    rows = sorted(rows, key=lambda row: row["year"])
    last = {row["region"]: row for row in rows}
    if all(len({row["region"] for row in of}) == 1 for of in grouped(rows, "year").values()):
        rows = [row for row in rows if _document(row) == _document(last[row["region"]])]
    best = _year_of_most(rows, last, own)
    nearest = {row["region"]: row for row in rows}
    for row in sorted(rows, key=lambda row: (-abs(row["year"] - best), row["year"])):
        nearest[row["region"]] = row
    chosen = _without_wholes(_of_one_period([*nearest.values()]), facts)
    if own is not None and all(row["region"] != own for row in chosen):
        return []
    return sorted(chosen, key=lambda row: (row["year"], str(row["adcode"])))


def _document(row: Row) -> str:
    return str(row.get("document"))  # rows of nobody's have none


def _year_of_most(rows: Sequence[Row], last: Mapping[str, Row], own: str | None) -> int:
    """Return the year for which most have a target, nearest to that of the first plan to end."""
    regions_of: dict[int, set[str]] = {}
    for row in rows:
        regions_of.setdefault(row["year"], set()).add(row["region"])
    mine = {row["year"] for row in rows if row["region"] == own}
    end = min((row["year"] for region, row in last.items() if region != own), default=0)
    return max(mine or regions_of, key=lambda year: (len(regions_of[year]), -abs(year - end)))


def _of_one_period(rows: list[Row]) -> list[Row]:
    """Leave out what was promised for another plan period, long before the others."""
    last = max((row["year"] for row in rows), default=0)
    return [row for row in rows if last - row["year"] <= PERIOD]


def _of_one_moment(rows: list[Row], own: str | None) -> list[Row]:
    """Return the largest group of one year and scope, with the region asked about in it."""
    groups: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["year"], row["scope"]), []).append(row)
    of_own = [group for group in groups.values() if any(row["region"] == own for row in group)]
    return max(of_own or groups.values(), key=len)


def _without_wholes(rows: list[Row], facts: Facts) -> list[Row]:
    """Leave out those that contain another, or are contained in the one asked about."""
    own, here = facts.subject.region, {row["region"] for row in rows}
    wholes = {whole for part, whole in facts.parts if part in here} - {own}
    inside = {part for part, whole in facts.parts if whole == own} if own in here else set()
    return [row for row in rows if row["region"] not in wholes | inside]


def _of_indicator(rows: list[Row], facts: Facts) -> Finding:
    own = facts.subject.region
    broken = any(row.get(BREAK) is True for row in rows)  # of what may be another concept
    doubted = [row for row in rows if row.get("figure") in facts.doubted]
    open_ended = broken or bool(doubted)  # nothing follows from what is to be asked about
    tops = [] if open_ended else _strictest(rows)
    top = tops[0] if tops else None
    verdict = "unordered" if open_ended else _verdict(rows, top)
    told = rows if len(rows) <= FEW else _told_of_many(rows, tops, own)
    size = _apart(rows)
    alike = len({row["year"] for row in rows}) == 1
    yearly = any(row.get("every_year") == EVERY_YEAR for row in rows)
    held = conditions(told, facts)
    first, ending = rows[0], "break" if broken else "doubted" if doubted else ""
    ending = ending or _ending(rows, top, size)
    if ending == "earlier" and any(is_year_inferred(row, facts.evidence) for row in rows):
        ending, verdict = "years", "unordered"  # by when is not printed
    # of things that may not be alike, a lower number is no stricter undertaking
    if ending == "strictest" and len(told) == len(tops):  # of whom is said before
        ending = "strictest-alone"
    unsure = ending == "value-lower" and held.strength != "firm"
    follows = f"{ending}-close" if unsure else ending
    if ending == "doubted" and not alike:
        follows = "doubted-years"
    gone = facts.gone(max(row["year"] for row in rows))

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(first, lang),
            "of": "" if told is rows else say("finding-promise-of", lang, n=len(rows)),
            "year": str(int(first["year"])),
            "values": _values(told, lang, alike=alike, facts=facts),
            "names": regions(rows, lang),
            "ending": say(
                f"finding-ending-{follows}",
                lang,
                **_told(tops, size, rows, lang),
                names=regions(doubted, lang) if doubted else "",
                **tense(lang, gone=gone),
            ),
            "headline": _headline(rows, ending, tops, size, own, lang),
            "number": len(rows),
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in rows),
        indicator=first["indicator"],
        year=int(max(row["year"] for row in rows)),
        verdict=verdict,
        unit=unit_of_change(first),
        strength=held.strength,
        weight=weight(
            WEIGHT, verdict, held.strength, share(size, first["unit"], first["value"]), held.names
        ),
        figures=figures_of([*told, *filter(None, (_base(row, facts) for row in told))]),
        cautions=held.names,
        gap=size if alike else None,
        said=in_both_languages(
            f"finding-promise-{'one-year' if alike else 'years'}", said,
            opening="finding-by-year" if alike and not yearly else "",
            gone=gone,
        ),
    )  # fmt: skip


def _strictest(rows: Sequence[Row]) -> list[Row]:
    """Return those that undertake as much as each other, and more than every other."""
    tops = [
        row
        for row in rows
        if all(order(row, other) in ("stricter", "same") for other in rows if other is not row)
    ]
    return tops if len(tops) < len(rows) else []


def _told_of_many(rows: list[Row], tops: Sequence[Row], own: str | None) -> list[Row]:
    """Return those that nobody is known to surpass, and the region that is asked about."""
    first = [
        row
        for row in tops or rows
        if all(order(row, other) != "looser" for other in rows if other is not row)
    ]
    shown = [row["region"] for row in (first or rows)[:FEW]]
    return [row for row in rows if row["region"] in shown or row["region"] == own]


def _verdict(rows: Sequence[Row], top: Row | None) -> str:
    if top is not None:
        return "stricter"
    return "same" if all(order(rows[0], other) == "same" for other in rows[1:]) else "unordered"


def _apart(rows: Sequence[Row]) -> float | None:
    """Return how far two stated numbers lie apart, where there are two of one scope."""
    if len(rows) != 2 or rows[0]["scope"] != rows[1]["scope"]:
        return None
    numbers = [row["value"] for row in rows]
    if any(pd.isna(number) for number in numbers):
        return None
    return round(abs(float(numbers[0]) - float(numbers[1])), 9)


def _base(row: Row, facts: Facts) -> Row | None:
    """Return the outcome by which a target was reached before its plan; none of every year's."""
    if row.get("every_year") == EVERY_YEAR:
        return None
    return reached_before(row, facts.main_of.get((row["region"], row["indicator"]), ()))


def _remark(row: Row, facts: Facts, lang: Lang) -> str:
    """Return what makes a target no undertaking: it was reached before, or its year had gone by."""
    base = _base(row, facts)
    issued = str((facts.evidence.document_of(row["figure"]) or {}).get("issued") or "")[:4]
    said = []
    if base is not None:
        year, there = str(int(base["year"])), value(base, lang)
        said.append(say("finding-promise-there", lang, year=year, value=there))
        if is_year_inferred(base, facts.evidence):
            said.append(say("finding-year-inferred-outcome", lang))
    if issued.isdigit() and int(issued) > row["year"]:
        said.append(say("finding-promise-issued", lang, year=issued))
    return bracketed(say("finding-join", lang).join(said), lang) if said else ""


def _values(
    rows: Sequence[Row],
    lang: Lang,
    *,
    alike: bool,
    facts: Facts | None = None,
) -> str:
    """Return who undertakes what, those who undertake the same together; remarks of some facts."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        remark = _remark(row, facts, lang) if facts else ""
        key = (row["year"], row["scope"], value(row, lang), remark)
        groups.setdefault(key, []).append(row)
    form = "one-year" if alike else "years"
    told = [
        say(
            f"finding-undertakes-{form}", lang, names=regions(group, lang),
            value=value(group[0], lang), year=str(int(group[0]["year"])),
        )
        + remark
        for (*_, remark), group in groups.items()
    ]  # fmt: skip
    return side_by_side(told, lang)


def _ending(rows: Sequence[Row], top: Row | None, size: float | None) -> str:
    """Return which message says what follows from some promises."""
    years = {row["year"] for row in rows}
    if top is None:
        if _verdict(rows, top) == "same":
            if all(is_in_words(row) for row in rows):
                return "same-words" if len({row["printed"] for row in rows}) == 1 else "same-sense"
            return "same" if len({row["comparator"] for row in rows}) == 1 else "same-number"
        scopes = len({row["scope"] for row in rows}) > 1
        return "scopes" if scopes else "years" if len(years) > 1 else "unordered"
    earlier = len(years) > 1 and all(top["year"] < row["year"] for row in rows if row is not top)
    if len(rows) > 2:
        return "strictest"
    if not size or len(years) > 1:  # how far apart is said of one year alone
        return "earlier" if earlier and not size else "stricter"
    sorts = {_sort(row) for row in rows}
    if len(sorts) > 1 or any(row["approximate"] for row in rows):
        return f"mixed-{top['direction']}"
    return f"{'value' if sorts == {'value'} else 'bound'}-{top['direction']}"


def _sort(row: Row) -> str:
    """Return what a target states: a floor, a ceiling, or a value."""
    return {">=": "floor", ">": "floor", "<=": "ceiling", "<": "ceiling"}.get(
        row["comparator"], "value"
    )


def _told(
    tops: Sequence[Row], size: float | None, rows: Sequence[Row], lang: Lang
) -> dict[str, str]:
    """Return who undertakes most, beside whom, and by how much more."""
    if not tops:
        return {"region": "", "other": "", "own": "", "theirs": "", "gap": ""}
    top = tops[0]
    other = next(row for row in rows if row is not top)
    return {
        "region": regions(tops, lang),
        "other": regions([other], lang),
        "own": say(f"finding-sort-{_sort(top)}", lang),
        "theirs": say(f"finding-sort-{_sort(other)}", lang),
        "gap": apart_by(size, rows, lang),
    }


def _headline(
    rows: Sequence[Row], ending: str, tops: Sequence[Row], size: float | None, own: str | None,
    lang: Lang,
) -> str:  # fmt: skip
    """Return what a heading says: of two, how one stands to the other, by whom a page is about."""
    if not tops:
        alike = len({row["year"] for row in rows}) == 1
        values = _values(rows[:FEW], lang, alike=alike)
        return say(f"finding-promises-{ending}", lang, names=regions(rows, lang), values=values)
    if len(rows) > 2:
        return say("finding-promises-strictest", lang, region=regions(tops, lang))
    (top,) = tops
    first = next((row for row in rows if row["region"] == own), top)
    (other,) = (row for row in rows if row is not first)
    name = "" if own else say("finding-who", lang, region=regions([first], lang))
    by = {"first": "", "other": ""}
    if first["year"] != other["year"]:
        by = {"first": _by(first, lang), "other": _by(other, lang)}
    return say(
        f"finding-promises-{_contrast(first, other, ending, is_top=first is top)}", lang,
        who=name + by["first"], other=regions([other], lang) + by["other"],
        own=say(f"finding-sort-{_sort(first)}", lang),
        theirs=say(f"finding-sort-{_sort(other)}", lang), gap=apart_by(size or 0.0, rows, lang),
    )  # fmt: skip


def _by(row: Row, lang: Lang) -> str:
    """Return by when, as it stands behind a region where the years are not the same."""
    return bracketed(say("in-year", lang, year=str(int(row["year"]))), lang)


def _contrast(first: Row, other: Row, ending: str, *, is_top: bool) -> str:
    """Return how the first of two promises stands to the other."""
    if ending == "earlier":
        return "earlier" if is_top else "later"
    if ending == "stricter":
        return "stricter" if is_top else "laxer"
    sort = "mixed" if ending.startswith("mixed") else _sort(first)
    return f"{sort}-{'higher' if first['value'] > other['value'] else 'lower'}"
