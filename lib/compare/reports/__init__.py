"""Reports: notebooks run by papermill and exported, whole or not at all.

The contents page, in the order of a batch::

    entries           reports/reports.yml as it was typed, each entry with its line
    manifest          its reports: matrices made out, all that is wrong with them
    fingerprint       what a report is made from, by content
    store, plan       what is there, and what has to be made
    foreseen          what of it would fail, without running it
    summary, progress what a batch did, and what it shows while it runs
    pool, warm        processes: forks of a warm one, or ordinary kernels
    cluster           the same jobs on a Dask cluster
    engine, shell     cells in IPython's shell, behind papermill's engine interface
    html, docx, pdf   the formats
    batch             all of it: run_batch(), run_reports()

Nothing heavy is imported until there is something to make.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from compare.errors import ReportError
from compare.project import Project
from compare.reports.batch import Options, run_batch
from compare.reports.entries import Entry
from compare.reports.manifest import Report, read_manifest
from compare.reports.progress import Lines
from compare.reports.summary import Summary

__all__ = [
    "Entry",
    "Options",
    "Report",
    "Summary",
    "read_manifest",
    "run_batch",
    "run_reports",
]


def run_reports(
    project: Project | None = None,
    announce: Callable[[str], Any] = print,
    options: Options | None = None,
) -> list[Path]:
    """Make every report of the manifest that is not up to date into ``reports/``.

    A failing notebook does not stop the others and leaves its last good report in place;
    what it ran is kept under ``reports/failed/``.

    Parameters
    ----------
    project : Project, optional
        By default the one around the current folder.
    announce : callable
        Takes lines of text about what happens.
    options : Options, optional
        What to make, and how.

    Returns
    -------
    list of pathlib.Path
        The page of every report, whether it was made now or before.

    Raises
    ------
    ReportError
        After all have run, if any failed; it names each with its error.
    """
    summary = run_batch(project, options, Lines(announce))
    if summary.failed:
        lines = [f"{name}: {why}" for name, why in summary.failed.items()]
        total = len(summary.failed) + len(summary.made)
        raise ReportError("\n".join([f"{len(lines)} of {total} failed:", *lines]))
    return summary.pages
