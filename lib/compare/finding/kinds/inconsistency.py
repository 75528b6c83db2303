"""Inconsistency: what one source states twice, or two levels state against each other.

To be checked with whoever wrote it; never a contest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from compare.comparisons.promises import order, undertaking
from compare.finding.conditions import conditions, year_mark
from compare.finding.facts import Facts
from compare.finding.naming import change, in_sentence, region, topic, unit_of_change, value
from compare.finding.series import Row
from compare.finding.statement import Finding, Said, figures_of, in_both_languages
from compare.finding.weights import weight
from compare.ledger.evidence import figure_ids
from compare.ledger.records import grouped, records
from compare.ledger.units import unit_of
from compare.wording.catalogue import LANGUAGES, Lang, say
from compare.wording.phrases import listed

KIND = "inconsistency"
WEIGHT = 26.0
PLACE = 90


def of(facts: Facts) -> Iterator[Finding]:
    """Return what does not agree in one source, then between a whole and its parts."""
    told: set[frozenset[str]] = set()
    for finding in (*_found_by_readers(facts), *_two_values(facts), *_no_step(facts)):
        figures = frozenset(finding.figures)
        if not any(figures <= known for known in told):
            told.add(figures)
            yield finding
    yield from _between_levels(facts)


def asked(facts: Facts) -> frozenset[str]:
    """Return the figures beside which their own source states what does not agree."""
    doubts = [one for one in facts.once(KIND, of) if one.verdict != "levels"]
    return frozenset(name for one in doubts for name in one.figures)


def _found_by_readers(facts: Facts) -> Iterator[Finding]:
    """Return what a reader of the document wrote down."""
    found = facts.evidence.inconsistencies
    sources = facts.evidence.documents_named(found["document"])
    regions = {row["document"]: row["region"] for row in sources}
    for row in records(found):
        owner = regions.get(row["document"])
        figures = figure_ids([row["figures"]])
        stated = facts.evidence.words([row["figures"]]).values()
        others = {one["region"] for one in stated} - {owner}
        named = [facts.subject.has(region) for region in (owner, *others) if region]
        if not (all if others and len(facts.subject.regions) > 1 else any)(named):
            continue
        if owner is None or not _touches(figures, facts) or not _still_count(figures, facts):
            continue
        said = {lang: _remark(owner, row, facts, lang, between=bool(others)) for lang in LANGUAGES}
        verdict = "levels" if others else "in-source"
        yield _finding((owner, *sorted(others)), None, None, figures, said, verdict)


def _touches(figures: Sequence[str], facts: Facts) -> bool:
    wanted = facts.subject.indicators
    return wanted is None or any(
        name in wanted
        for figure in figures
        for name in facts.evidence.indicators_of(figure)
        if (facts.evidence.judgement(figure, name) or {}).get("comparability") != "proxy"
    )


def _still_count(figures: Sequence[str], facts: Facts) -> bool:
    """Tell whether a newer source leaves anything of what some figures state."""
    seen = [facts.evidence.observations_of(figure) for figure in figures]
    return any(not rows or any(row["use"] != "superseded" for row in rows) for rows in seen)


def _remark(owner: str, row: Row, facts: Facts, lang: Lang, *, between: bool) -> Said:
    name = facts.evidence.name("region", owner, lang)
    stated = [_stated(one) for one in facts.evidence.words([row["figures"]]).values()]
    remark = str(row["remark" if lang == "zh" else "remark_en"])
    values = _values(stated, remark, lang)
    said = in_both_languages(
        "finding-remark-between" if between else "finding-remark",
        lambda _: {"topic": "", "remark": remark, "region": name, "values": values},
    )
    return said[lang]


def _values(stated: Sequence[Row], remark: str, lang: Lang) -> str:
    """Return what a remark is about, in brackets: the numbers, their sum, how far they differ.

    Nothing where the remark has every number itself.
    """
    told = [value(one, lang) for one in stated]
    if all(str(one["printed"]).rstrip("%") in remark for one in stated):
        return ""
    values = listed(told, lang)
    numbers = [one["value"] for one in stated]
    alike = {(one["unit"], one["comparator"]) for one in stated}
    exact = {sign for _, sign in alike} == {"="} and "year" not in {unit for unit, _ in alike}
    if len(alike) == 1 and exact and len({one["year"] for one in stated}) == 1:
        first, *rest = numbers
        if len(rest) > 1 and (apart := round(abs(first - sum(rest)), 9)):
            return say(
                "finding-remark-sum", lang, whole=told[0], parts=listed(told[1:], lang),
                sum=value({**stated[0], "value": sum(rest)}, lang),
                gap=change(apart, stated[0], lang),
            )  # fmt: skip
        if len(rest) == 1 and stated[0]["unit"] == "%":
            gap = change(round(abs(first - rest[0]), 9), stated[0], lang)
            return say("finding-remark-apart", lang, values=values, gap=gap)
    return say("finding-remark-values", lang, values=values)


def _stated(figure: Row) -> Row:
    """Return a figure as a sentence writes its value."""
    ends = [end for end in (figure["lo"], figure["hi"]) if not pd.isna(end)]
    unit = unit_of(figure["unit"]) if isinstance(figure["unit"], str) else ""
    return {**figure, "value": ends[0] if ends else None, "unit": unit}


def _two_values(facts: Facts) -> Iterator[Finding]:
    """Return things of which one source states different numbers for one year and kind."""
    for rows in facts.series:
        moments: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            if row["unit"] != "year":
                moments.setdefault((row["year"], row["kind"]), []).append(row)
        for same in moments.values():
            distinct = _distinct(same)
            if len(distinct) > 1:
                yield _of_one_source(distinct, facts, "two-values")


def _distinct(rows: Sequence[Row]) -> list[Row]:
    chosen: dict[Any, Row] = {}
    for row in sorted(rows, key=lambda row: (row["use"] != "main", str(row["figure"]))):
        if not pd.isna(row["value"]):
            chosen.setdefault(row["value"], row)
    return list(chosen.values())


def _no_step(facts: Facts) -> Iterator[Finding]:
    """Return things of which a later target asks for no more than an earlier one."""
    for rows in facts.series:
        targets = [row for row in rows if row["kind"] == "target" and row["use"] == "main"]
        directed = [row for row in targets if row["direction"] in ("higher", "lower")]
        for row, other in combinations(sorted(directed, key=lambda row: row["year"]), 2):
            later = {**other, "year": row["year"]}
            at_most = order({"approximate": False, **later}, {"approximate": False, **row})
            if other["year"] > row["year"] and at_most in ("same", "looser"):
                yield _of_one_source([row, other], facts, "no-step")


def _of_one_source(rows: list[Row], facts: Facts, verdict: str) -> Finding:
    first = rows[0]

    def said(lang: Lang) -> dict[str, str | int]:
        name = str(first[f"topic_{lang}"])
        return {
            "topic": name if lang == "zh" else in_sentence(name),
            "region": region(first, lang),
            "year": str(int(first["year"])),
            "later": str(int(rows[-1]["year"])),
            "value": _dated(first, facts, lang),
            "other": say("finding-and", lang).join(_dated(row, facts, lang) for row in rows[1:]),
        }

    of = "-of-table" if facts.evidence.of_tables else ""
    made = in_both_languages(f"finding-inconsistent-{verdict}{of}", said)
    return _finding((first["region"],), first["indicator"], first, figures_of(rows), made, verdict)


def _dated(row: Row, facts: Facts, lang: Lang) -> str:
    """Return a value; that its year is ours and not the text's, it may not be blamed for."""
    return value(row, lang) + year_mark(row, facts.evidence, lang)


def _between_levels(facts: Facts) -> Iterator[Finding]:
    """Return what a whole undertakes and a part of it does not."""
    targets = [
        row
        for row in facts.main_targets
        if row["comparability"] != "proxy"  # unlike things cannot disagree
        and row["unit"] != "year"
    ]
    for of_one in grouped(targets, "indicator").values():
        for whole, part in _wholes_and_parts(of_one, facts):
            asked_about = [facts.subject.has(row["region"]) for row in (whole, part)]
            if not (all if len(facts.subject.regions) > 1 else any)(asked_about):
                continue
            if whole["worded"] or part["worded"]:
                continue  # words are no number to hold another against
            asked, offered = undertaking(whole), undertaking(part)
            if asked and offered and asked > offered and whole["year"] <= part["year"]:
                yield _of_levels(whole, part, facts)


def _wholes_and_parts(rows: list[Row], facts: Facts) -> Iterator[tuple[Row, Row]]:
    wholes = {whole for _, whole in facts.parts}
    for row in rows:
        if row["region"] in wholes:
            yield from (
                (row, other) for other in rows if (other["region"], row["region"]) in facts.parts
            )


def _of_levels(whole: Row, part: Row, facts: Facts) -> Finding:
    held = conditions([whole, part], facts, pair=False)

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(part, lang),
            "whole": region(whole, lang),
            "part": region(part, lang),
            "whole_value": value(whole, lang),
            "whole_year": str(int(whole["year"])),
            "part_value": value(part, lang),
            "part_year": str(int(part["year"])),
            "ending": say("finding-inconsistent-levels-ending", lang),
            **held.said(lang),
        }

    made = in_both_languages("finding-inconsistent-levels", said, gone=facts.gone(part["year"]))
    figures = figures_of([whole, part])
    both = (part["region"], whole["region"])
    return _finding(both, part["indicator"], part, figures, made, "levels")


def _finding(
    regions: tuple[str, ...],
    indicator: str | None,
    row: Row | None,
    figures: Sequence[str],
    said: Mapping[Lang, Said],
    verdict: str,
) -> Finding:
    return Finding(
        kind=KIND,
        regions=regions,
        indicator=indicator,
        year=None if row is None else int(row["year"]),
        verdict=verdict,
        unit="" if row is None else unit_of_change(row),
        strength="with-caution",
        weight=weight(WEIGHT, verdict, "with-caution"),
        figures=tuple(figures),
        said=said,
    )
