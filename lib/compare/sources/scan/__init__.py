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

from compare.scan.differing import Differences, differences, with_file
from compare.scan.documents import Document, MissingReaderError, UnreadableError, read_document
from compare.scan.folders import source_facts, write_folder
from compare.scan.matching import Candidate
from compare.scan.newcomers import Unaligned, new_indicators, of_document, of_proposals
from compare.scan.places import add_region, missing_facts
from compare.scan.plans import PeriodError
from compare.scan.proposals import DOUBTS, Proposal
from compare.scan.review import accept, correct, queue, reject
from compare.scan.scanning import Scan, scan, scan_text

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
