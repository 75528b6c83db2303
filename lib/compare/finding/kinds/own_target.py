"""Own target: what a source wants to change, from its own base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import Conditions, conditions
from compare.finding.facts import Facts
from compare.finding.naming import (
    apart,
    apart_by,
    in_sentence,
    is_counted,
    reach,
    region,
    source,
    unit_of_change,
    value,
)
from compare.finding.series import Row
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.ledger.records import grouped
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import side_by_side
from compare.wording.values import (
    KEEP,
    PACE_DIGITS,
    kept_in_words,
    rounded_pace,
)

KIND = "own-target"
WEIGHT = 44.0
PLACE = 50


def of(facts: Facts) -> Iterator[Finding]:
    """Return the way from the base to each target, and targets that follow each other."""
    for base, targets in _plans(facts):
        if base is None and len(targets) > 1:
            yield _steps(targets, facts)
        for target in targets:
            if base is not None and target["year"] > base["year"]:
                yield _way(base, target, facts)


def ways(facts: Facts) -> Iterator[tuple[Row | None, Row]]:
    """Return each target with the base that its source states for it, or without one."""
    for base, targets in _plans(facts):
        for target in targets:
            later = base is not None and target["year"] > base["year"]
            yield (base if later else None), target


def _plans(facts: Facts) -> Iterator[tuple[Row | None, list[Row]]]:
    """Return the base and the targets of each thing that is measured; dates are no levels."""
    for rows in facts.series:
        if rows[0]["unit"] == "year":
            continue
        levels = [row for row in rows if pd.isna(row.get("year_start"))]
        before = [row for row in levels if row["kind"] == "actual"]
        targets = _one_a_year([row for row in levels if row["kind"] == "target"], before)
        base = _base(before, targets)
        yield base or _base_elsewhere(targets, facts), targets


def _one_a_year(rows: Sequence[Row], before: Sequence[Row]) -> list[Row]:
    """Return one target a year: the main one, then the one in its base's line of a table.

    Of those that are left it is the last. Where another one has another number, both are in
    doubt; where only the bound is another one, the row says that it was ``reworded``.
    """
    lines = {row["quote"] for row in before if isinstance(row.get("quote"), str)}

    def order(row: Row) -> tuple[bool, bool, str]:
        return row["use"] == "main", row.get("quote") in lines, str(row["figure"])

    chosen = []
    for _, stated in sorted(grouped(rows, "year").items()):
        numbers = {str(row["value"]) for row in stated}
        signs = {row["comparator"] for row in stated}
        row = max(stated, key=order)
        twice = {"conflict": True} if len(numbers) > 1 else {REWORDED: len(signs) > 1}
        chosen.append(row | twice if len(stated) > 1 else row)
    return chosen


REWORDED = "reworded"
"""Whether a source states the number of a target once more, with another bound."""


def _base(rows: Sequence[Row], targets: Sequence[Row]) -> Row | None:
    before = [row for row in rows if targets and row["year"] < targets[-1]["year"]]
    ordered = sorted(before, key=lambda row: (row["year"], row["use"] == "main"))
    if not ordered:
        return None
    last = ordered[-1]
    stated = {row["value"] for row in before if row["year"] == last["year"]}
    several = len({value for value in stated if not pd.isna(value)}) > 1
    return {**last, "conflict": True} if several else last


def _base_elsewhere(targets: Sequence[Row], facts: Facts) -> Row | None:
    """Return the last outcome of the concept that another source of the region states."""
    if not targets or not _is_shared(targets[-1]):
        return None
    first = targets[0]
    known = [
        row
        for row in facts.main_of.get((first["region"], first["indicator"]), ())
        if row["kind"] == "actual"
        and row["comparability"] != "proxy"
        and row["scope"] == first["scope"]
        and row["year"] < first["year"]
        and (row.get(BREAK) is True) == (first.get(BREAK) is True)
    ]
    return _base(known, targets)


def _way(base: Row, target: Row, facts: Facts) -> Finding:
    verdict, distance = asked(base, target)
    years = int(target["year"]) - int(base["year"])
    held = _held([base, target], facts)

    def said(lang: Lang) -> dict[str, str | int]:
        since = {"base": value(base, lang), "base_year": str(int(base["year"]))}
        return {
            "topic": _topic(target, lang),
            **since,
            "since": say("finding-since", lang, **since),
            "value": value(target, lang),
            "reach": reach(target, lang, lowered=(distance or 0) < 0),
            "kept": kept_in_words(target, lang),
            "year": str(int(target["year"])),
            "distance": apart_by(distance, [target, base], lang),
            "pace": _pace(verdict, distance, years, [target, base], lang),
            "years": years,
            "counted": is_counted(target),
            **held.said(lang),
        }

    size = share(distance, target["unit"], base["value"]) if _is_measure(target) else None
    return Finding(
        kind=KIND,
        regions=(target["region"],),
        indicator=target["indicator"],
        year=int(target["year"]),
        verdict=verdict,
        unit=unit_of_change(target),
        strength="related" if target["comparability"] == "proxy" else held.strength,
        weight=weight(WEIGHT, "kept" if verdict in _KEPT else verdict, held.strength, size)
        + _standing(target, facts),
        figures=figures_of([base, target]),
        cautions=held.names,
        gap=distance,
        gap_lo=distance,
        gap_hi=distance if target["comparator"] in ("=", "~") else None,
        said=in_both_languages(
            f"finding-way-{verdict}", said, who=lambda lang: region(target, lang),
            source=lambda lang: source(target, facts.evidence, lang), opening="finding-planned",
            gone=facts.gone(target["year"]), begins=True,
        ),
    )  # fmt: skip


def _held(rows: Sequence[Row], facts: Facts) -> Conditions:
    """Return what must be said with figures of one label.

    They are one thing, related to nothing but each other: no grade is said; what is not known
    of how the thing is measured is.
    """
    return conditions(rows, facts, pair=False, compared=False, graded=False)


def _steps(targets: list[Row], facts: Facts) -> Finding:
    first, last = targets[0], targets[-1]
    held = _held(targets, facts)
    distance = None
    if not (pd.isna(first["value"]) or pd.isna(last["value"])):
        distance = round(float(last["value"]) - float(first["value"]), 9)

    def said(lang: Lang) -> dict[str, str | int]:
        told = [
            say(
                "finding-step",
                lang,
                year=str(int(row["year"])),
                value=value(row, lang),
                reach=reach(row, lang),
            )
            for row in targets
        ]
        return {
            "topic": _topic(last, lang),
            "steps": side_by_side(told, lang),
            "value": value(last, lang),
            "reach": reach(last, lang),
            "year": str(int(last["year"])),
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=(last["region"],),
        indicator=last["indicator"],
        year=int(last["year"]),
        verdict="steps",
        unit=unit_of_change(last),
        strength=held.strength,
        weight=weight(WEIGHT, "steps", held.strength, share(distance, last["unit"], first["value"]))
        + _standing(last, facts),
        figures=figures_of(targets),
        cautions=held.names,
        gap=distance,
        said=in_both_languages(
            "finding-steps",
            said,
            who=lambda lang: region(last, lang),
            opening="finding-planned",
            source=lambda lang: source(last, facts.evidence, lang),
            gone=facts.gone(last["year"]),
        ),
    )


def asked(base: Row, target: Row) -> tuple[str, float | None]:
    """Return what the target asks of the base, and the least that must change."""
    sign = target["comparator"]
    if pd.isna(base["value"]) or pd.isna(target["value"]) or target.get("is_lead") is True:
        return "between", None  # of a lead nobody says whether points or per cent are meant
    distance = round(float(target["value"]) - float(base["value"]), 9)
    if base["comparator"] not in ("=", "~"):
        return _between_bounds(base, target, distance)
    if sign in (">=", ">"):
        if distance > 0 or (distance == 0 and sign == ">" and base["comparator"] == "="):
            return "raise-more-than" if sign == ">" else "raise-at-least", distance
        if distance < 0 and target.get("every_year") == KEEP:
            return "keep", None  # a floor under what is to be kept is no planned fall
        return "floor-below" if distance < 0 else "keep-above", distance
    if sign in ("<=", "<"):
        if distance < 0 or (distance == 0 and sign == "<" and base["comparator"] == "="):
            return "lower-more-than" if sign == "<" else "lower-at-most", distance
        if distance > 0 and target.get("every_year") == KEEP:
            return "keep", None
        return "ceiling-above" if distance > 0 else "keep-below", distance
    return "keep" if distance == 0 else "raise" if distance > 0 else "lower", distance


_OF_BOUNDS = ("floor-raised", "floor-lowered", "ceiling-raised", "ceiling-lowered")
_AT_LEAST = {
    "raise-at-least": "least", "lower-at-most": "least",
    "raise-more-than": "more", "lower-more-than": "more",
}  # fmt: skip
"""What a yearly change is of a change that is a bound."""
_KEPT = ("keep", "keep-above", "keep-below", "floor-below", "ceiling-above")
_SIDES = {">=": "floor", ">": "floor", "<=": "ceiling", "<": "ceiling"}


def _between_bounds(base: Row, target: Row, distance: float) -> tuple[str, float | None]:
    """Return what becomes of a base that is a bound: how far it is from there nobody knows."""
    side = _SIDES.get(base["comparator"])
    if side is None or side != _SIDES.get(target["comparator"]):
        return "between", None
    if distance == 0:
        return "keep", 0.0
    return f"{side}-{'raised' if distance > 0 else 'lowered'}", distance


def yearly(
    verdict: str, distance: float | None, years: int, rows: Sequence[Row], lang: Lang
) -> str:
    """Return a distance by year, with its bound, where that means something: not for counts.

    The rows are the target and its base: where one is about so much, so is the change.
    """
    unit = unit_of_change(rows[0])
    if not distance or years < 1 or unit not in PACE_DIGITS or verdict in _OF_BOUNDS + _KEPT:
        return ""
    bound = _AT_LEAST.get(verdict)
    size = rounded_pace(distance / years, unit, is_least=bound is not None)
    pace = apart_by(size, rows, lang)
    return say(f"finding-yearly-{bound}", lang, pace=pace) if bound else pace


def _pace(verdict: str, distance: float | None, years: int, rows: Sequence[Row], lang: Lang) -> str:
    pace = yearly(verdict, distance, years, rows, lang) if years > 1 else ""
    return say("finding-yearly", lang, pace=pace) if pace else ""


def _is_measure(row: Row) -> bool:
    """Tell whether a size means something beside others: one more of two counts for little."""
    return unit_of_change(row) in PACE_DIGITS


def _topic(row: Row, lang: Lang) -> str:
    name = str(row[f"topic_{lang}"])
    if lang == "zh":
        return apart(name)
    return f"the {in_sentence(name)}" if _is_shared(row) else say("finding-label", lang, label=name)


def _standing(row: Row, facts: Facts) -> float:
    """Return what is added for a shared indicator, and taken where a later target stands."""
    if not _is_shared(row):
        return 0.0
    return -14.0 if _is_overtaken(row, facts) else 6.0


def _is_overtaken(row: Row, facts: Facts) -> bool:
    """Tell whether a region has a target for a later year than this one."""
    return any(
        other["kind"] == "target"
        and other["comparability"] != "proxy"
        and other["year"] > row["year"]
        for other in facts.main_of.get((row["region"], row["indicator"]), ())
    )


def _is_shared(row: Row) -> bool:
    return row["indicator"] is not None and row["comparability"] != "proxy"
