"""Scanning a document: every quantitative statement becomes a proposed ledger row.

    scan, Scan                  a file in, proposals with doubts and candidates out
    write_folder                a ready data/raw/<document>/ folder, rows marked proposed
    queue, accept, correct, reject
                                going through the proposals
    of_proposals, of_document   new indicators, proposed for what no shared one fits
    differences, with_file       what the scan saw that a ledger lacks, and the other way round
    add_region                  a row of regions.csv, checked against those that are there

Nothing that a scan proposes enters the curated data before somebody has confirmed it.
"""

from compare.sources.scan.find.matching import Candidate
from compare.sources.scan.find.plans import PeriodError
from compare.sources.scan.find.proposals import DOUBTS, Proposal
from compare.sources.scan.find.scan import Scan, scan, scan_text
from compare.sources.scan.read.documents import (
    Document,
    MissingReaderError,
    UnreadableError,
    read_document,
)
from compare.sources.scan.review.agreement import Differences, differences, with_file
from compare.sources.scan.review.folders import source_facts, write_folder
from compare.sources.scan.review.new_indicators import (
    Unaligned,
    new_indicators,
    of_document,
    of_proposals,
)
from compare.sources.scan.review.new_regions import add_region, missing_facts
from compare.sources.scan.review.review import accept, correct, queue, reject

__all__ = [
    "DOUBTS",
    "Candidate",
    "Differences",
    "Document",
    "MissingReaderError",
    "PeriodError",
    "Proposal",
    "Scan",
    "Unaligned",
    "UnreadableError",
    "accept",
    "add_region",
    "correct",
    "differences",
    "missing_facts",
    "new_indicators",
    "of_document",
    "of_proposals",
    "queue",
    "read_document",
    "reject",
    "scan",
    "scan_text",
    "source_facts",
    "with_file",
    "write_folder",
]
