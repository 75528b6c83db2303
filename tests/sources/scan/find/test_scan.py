"""Made-up texts of other regions and many kinds, coded by hand."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from compare.errors import DataError
from compare.ledger.numbers import printed_values
from compare.project import Project
from compare.sources.scan.find.scan import Scan, scan_document
from compare.sources.scan.read.documents import document_of, read_document

PLANS = Path(__file__).parents[3] / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.txt"))
REAL = Project(Path(__file__).parents[4])
RECALL = 0.98
WIDE = {ord(c): ord(c) + 0xFEE0 for c in ",;:()%"}


@dataclass
class Outcome:
    """What of one plan was found, found right, and matched wrongly."""

    expected: int
    right: int
    problems: list[str]
    wrong: list[str]
    extra: list[str]


@cache
def outcome(name: str, text: str | None = None) -> Outcome:
    """Scan a text kept apart, or the same in other signs, and compare it with what was coded."""
    document = read_document(PLANS / f"{name}.txt") if text is None else document_of(text, name)
    scan = scan_document(document, project=REAL)
    text = document.text
    used: set[int] = set()
    problems, wrong, right = [], [], 0
    rows = list(_expected(name))
    for row in rows:
        at = _found(scan, text, row, used)
        if at is None:
            problems.append(f"{name}: missed {row['words']!r}")
            continue
        used.add(at)
        proposal = scan.proposals[at]
        got = (proposal.comparator, str(proposal.last_year or ""), proposal.kind)
        want = (row["comparator"], row["year"], row["kind"])
        if got == want:
            right += 1
        else:
            problems.append(f"{name}: {row['words']!r} {got}, not {want}")
        allowed = row["allowed"].split("|")
        wrong += [
            f"{name}: {proposal.label!r} as {c.indicator} {c.comparability}"
            for c in proposal.candidates
            if c.comparability != "proxy" and c.indicator not in allowed
        ]
    extra = [
        f"{name}: {p.printed} {p.unit} | {p.label} | {p.quote}"
        for n, p in enumerate(scan.proposals)
        if n not in used
    ]
    return Outcome(len(rows), right, problems, wrong, extra)


def _expected(name: str) -> Iterator[dict[str, str]]:
    with (PLANS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _found(scan: Scan, text: str, row: dict[str, str], used: set[int]) -> int | None:
    words = row["words"]
    at = text.find(words)
    assert at >= 0, f"{words!r} is not in the text"
    assert printed_values(row["printed"]) or row["printed"] in words
    while at >= 0:
        for number, proposal in enumerate(scan.proposals):
            inside = at <= proposal.start and proposal.end <= at + len(words)
            if number not in used and inside and proposal.printed == row["printed"]:
                return number
        at = text.find(words, at + 1)
    return None


def report() -> str:
    """Return how the made-up texts fare."""
    found = [outcome(name) for name in NAMES]
    expected, right = sum(o.expected for o in found), sum(o.right for o in found)
    lines = [f"made-up texts: {right} of {expected} right ({right / expected:.3f})"]
    for one in found:
        lines += [f"   {p}" for p in one.problems] + [f"   WRONG {w}" for w in one.wrong]
        lines += [f"   more {p}" for p in one.extra]
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_no_alignment_is_graded_exact_or_close_wrongly(name: str) -> None:
    assert outcome(name).wrong == []


def test_the_values_are_found_with_comparator_year_and_kind() -> None:
    found = [outcome(name) for name in NAMES]
    problems = [p for one in found for p in one.problems]
    expected = sum(one.expected for one in found)
    assert len(NAMES) >= 60
    assert expected >= 1200
    assert sum(one.right for one in found) / expected >= RECALL, problems


def test_little_is_proposed_that_is_no_figure() -> None:
    found = [outcome(name) for name in NAMES]
    extra = [p for one in found for p in one.extra]
    assert len(extra) <= 0.1 * sum(one.expected for one in found), extra


if __name__ == "__main__":
    print(report())


def test_what_is_typed_between_two_scans_is_seen(world: Project, tamper: Callable[..., None]):
    text = document_of("鹭汀县规划\n2020年，小学入学率达到99.5%。", "text")
    before = scan_document(text, project=world)
    assert before.region is not None and before.region.parent == "chengwan"
    assert before.table()["indicator"].tolist() == ["school_enrolment"]
    tamper(world, "definitions/regions.csv", "county,chengwan", "county,shuoling")
    moved = scan_document(text, project=world)
    assert moved.region is not None and moved.region.parent == "shuoling"
    tamper(world, "definitions/terms.csv", "小学|小学阶段 入学率", "小学|小学阶段 在学率")
    assert scan_document(text, project=world).table()["indicator"].tolist() == [""]
    tamper(world, "definitions/indicators.csv", "school_enrolment,", "Not a key,")
    with pytest.raises(DataError, match="Not a key"):
        scan_document(text, project=world)
