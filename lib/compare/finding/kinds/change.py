"""Change: what an outcome of one region was in its first year and in its last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.naming import change as size_of
from compare.finding.naming import region, topic, unit_of_change, value
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.ledger.names import normal_name
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang

KIND = "change"
WEIGHT = 38.0
PLACE = 35

Row = dict[str, Any]

_LEAST_YEARS = 2
"""Years apart from which on a change is more than the noise of one year."""


def of(facts: Facts) -> Iterator[Finding]:
    """Return how outcomes of the region asked about changed, where it states two of one thing."""
    own = facts.subject.region
    if own is None:
        return
    mine = facts.main[(facts.main["region"] == own) & (facts.main["kind"] == "actual")]
    for rows in grouped(records(mine), "indicator").values():
        ends = _ends(rows)
        if ends is not None:
            yield _of_ends(*ends, facts)


def _ends(rows: list[Row]) -> tuple[Row, Row] | None:
    """Return the first and the last outcome of one concept; None where there are no two."""
    known = sorted((row for row in rows if _counts(row)), key=lambda row: int(row["year"]))
    if not known:
        return None
    last = known[-1]
    first = next(row for row in known if _is_of_one(row, last))
    apart = int(last["year"]) - int(first["year"])
    return (first, last) if apart >= _LEAST_YEARS else None


def _counts(row: Row) -> bool:
    """Tell whether a row is an outcome with a number of its own: of a bound no change is known."""
    number = not pd.isna(row["value"]) and row["comparator"] == "="
    measured = row["comparability"] != "proxy" and row["unit"] != "year"
    return bool(number and measured)


def _is_of_one(row: Row, other: Row) -> bool:
    """Tell whether two rows are of one concept and one scope.

    What is only close to the shared definition is of one concept where it has one name.
    """
    broken = (row.get(BREAK) is True) != (other.get(BREAK) is True)
    exact = row["comparability"] == other["comparability"] == "exact"
    named = [normal_name(str(each.get("label"))) for each in (row, other)]
    return row["scope"] == other["scope"] and not broken and (exact or named[0] == named[1])


def _of_ends(first: Row, last: Row, facts: Facts) -> Finding:
    size = round(float(last["value"]) - float(first["value"]), 9)
    way = "same" if size == 0 else "rise" if size > 0 else "fall"
    held = conditions([first, last], facts, pair=False, compared=False)

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(last, lang),
            "base": value(first, lang),
            "base_year": str(int(first["year"])),
            "value": value(last, lang),
            "year": str(int(last["year"])),
            "gap": size_of(abs(size), last, lang),
            **held.said(lang),
        }

    verdict = _verdict(size, str(last["direction"]))
    of_all = share(size, last["unit"], first["value"])
    return Finding(
        kind=KIND,
        regions=(last["region"],),
        indicator=last["indicator"],
        year=int(last["year"]),
        verdict=verdict,
        unit=unit_of_change(last),
        strength=held.strength,
        weight=weight(WEIGHT, verdict, held.strength, of_all),
        figures=figures_of([first, last]),
        cautions=held.names,
        gap=size,
        gap_lo=size,
        gap_hi=size,
        said=in_both_languages(
            f"finding-change-{way}", said, who=lambda lang: region(last, lang)
        ),
        is_outcome=True,
    )  # fmt: skip


def _verdict(size: float, direction: str) -> str:
    """Return whether a change is to the better; without a better side it only moved."""
    if size == 0:
        return "unchanged"
    if direction not in ("higher", "lower"):
        return "moved"
    return "improved" if (size > 0) == (direction == "higher") else "worsened"
