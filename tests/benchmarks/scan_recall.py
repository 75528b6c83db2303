"""How much of the five documents the scan sees: recall and precision, with every miss.

Run by ``make bench``; it needs the texts of the documents (``COMPARE_DOCUMENTS``). Every
difference between scan and ledger is settled in ``scan_settled.csv`` beside the tests of the
review; the decision is printed beside it.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from compare.ledger.ledger import read_ledger
from compare.ledger.models import Figure
from compare.ledger.texts import read_texts
from compare.project import find_project
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.scan import Scan, scan_text
from compare.sources.scan.review.agreement import Differences, differences

RECALL, PRECISION = 0.95, 0.90
TESTS = Path(__file__).parents[1]
SETTLED = TESTS / "sources" / "scan" / "review" / "scan_settled.csv"
MADE_UP = TESTS / "plans" / "qinglan-14fyp.txt"
LARGE = 900_000
COMPARED = ("comparator", "last_year", "kind", "unit", "year_basis", "year", "scope")


def compared() -> Iterator[tuple[str, Scan, Differences]]:
    """Yield each document whose text is at hand, scanned and compared with the ledger."""
    project = find_project()
    ledger = read_ledger(project.raw)
    texts = read_texts(project.texts)
    for source in ledger.sources:
        text = texts.get(source.item.sha256)
        if text is None:
            continue
        name = source.item.document
        figures = [e.item for e in ledger.figures if e.item.document == name]
        scan = scan_text(text, region=source.item.region)
        yield name, scan, differences(text, scan.proposals, figures)


def main(*wanted: str) -> int:
    """Print the figures; fail where they are below what is asked for."""
    began = time.perf_counter()
    every = list(compared())
    for name, _, found in every:
        print(line(name, found))
    total = Differences(
        tuple(pair for _, _, d in every for pair in d.same),
        tuple(f for _, _, d in every for f in d.only_ledger),
        tuple(p for _, _, d in every for p in d.only_scan),
    )
    print(line("all", total), f"in {time.perf_counter() - began:.1f} s")
    print(large(every[0][1].document.text if every else MADE_UP.read_text(encoding="utf-8")))
    print("agreement: " + ", ".join(f"{c} {total.agreement(c):.3f}" for c in COMPARED))
    decisions = settled()
    print(f"\nonly in the ledger: {len(total.only_ledger)}")
    for name, _, found in every:
        for figure in found.only_ledger:
            print("  ", shown(figure), "|", decisions.get(of_figure(name, figure), "NOT SETTLED"))
    print(f"\nonly in the scan: {len(total.only_scan)}")
    for name, _, found in every:
        for p in found.only_scan:
            decision = decisions.get(of_proposal(name, p), "NOT SETTLED")
            print("  ", name, p.printed, p.unit, "|", p.label, "|", p.quote, "|", decision)
    if "differ" in wanted:
        for a, b in total.same:
            for column in ("comparator", "last_year", "kind", "unit", "year"):
                if getattr(a, column) != getattr(b, column):
                    print("  differ", a.figure, column, getattr(a, column), "scan:",
                          getattr(b, column), "|", a.quote)  # fmt: skip
    return 0 if total.recall >= RECALL and total.precision >= PRECISION else 1


def large(text: str) -> str:
    """Scan as long a document as is read, made of one text again and again; say how long."""
    many = text * (LARGE // len(text) + 1)
    began = time.perf_counter()
    found = len(scan_text(many).proposals)
    took = time.perf_counter() - began
    return f"{len(many.encode('utf-8')) / 1e6:.1f} MB: {found} proposals in {took:.1f} s"


Difference = tuple[str, str, str, str, str]


def settled() -> dict[Difference, str]:
    """Return what was decided about each difference between scan and ledger."""
    with SETTLED.open(encoding="utf-8", newline="") as file:
        return {
            (row["document"], row["only_in"], row["figure"], row["printed"], row["quote"]): (
                f"{row['decision']}: {row['reason']}"
            )
            for row in csv.DictReader(file)
        }


def of_figure(document: str, figure: Figure) -> Difference:
    """Return the key of a figure that the scan misses."""
    return document, "ledger", figure.figure, figure.printed, figure.quote


def of_proposal(document: str, proposal: Proposal) -> Difference:
    """Return the key of a proposal that the ledger lacks."""
    return document, "scan", "", proposal.printed, proposal.quote


def line(name: str, found: Differences) -> str:
    """Return one line of the report."""
    counts = f"{len(found.same)}+{len(found.only_ledger)} figures, {len(found.only_scan)} more"
    return f"{name:28} recall {found.recall:.3f}  precision {found.precision:.3f}  ({counts})"


def shown(figure: Figure) -> str:
    """Return a missed figure with its words."""
    return f"{figure.figure} {figure.printed} {figure.unit} | {figure.label} | {figure.quote}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
