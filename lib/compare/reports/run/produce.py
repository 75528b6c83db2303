"""One job from its notebook to its files, in this process."""

from __future__ import annotations

import gc
import os
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat

from compare.atomic import write_bytes, write_text
from compare.curated.freshness import STALE
from compare.curated.noting import VARIABLE
from compare.curated.usage import Used, read_used
from compare.project import Project
from compare.reports.jobs import Job, Outcome
from compare.reports.manifest import BRIEF, DATASET, FORMATS
from compare.reports.notebooks.execute import (
    NotebookFailedError,
    execute,
    in_a_line,
    write_notebook,
)
from compare.reports.provenance import with_data

CHART_CACHE = "COMPARE_CHART_CACHE"


def work(job: Job) -> Outcome:
    """Make a job's files in its folder; never raise.

    What a failing notebook ran is left there, with its traceback beside it.
    """
    began = time.monotonic()
    try:
        executing, used = _work(job)
    except NotebookFailedError as error:
        return Outcome(job.report.name, str(error), error.traceback, time.monotonic() - began)
    except Exception as error:
        line = in_a_line(f"{type(error).__name__}: {error}")
        text = traceback.format_exc(limit=50)
        return Outcome(job.report.name, line, text, time.monotonic() - began)
    took = time.monotonic() - began
    return Outcome(job.report.name, seconds=took, executing=executing, used=used)


def _work(job: Job) -> tuple[float, Used]:
    began = time.monotonic()
    gc.set_threshold(*_SELDOM)
    os.environ["COMPARE_HOME"] = str(job.root)
    os.environ["COMPARE_TABLES"] = "static"
    os.environ[STALE] = "1"  # the batch has looked, and says on the page what it found
    if job.texts:
        os.environ["COMPARE_DOCUMENTS"] = job.texts
    if job.chart_cache:
        os.environ[CHART_CACHE] = job.chart_cache
    job.folder.mkdir(parents=True, exist_ok=True)
    if job.report.notebook == BRIEF:
        return _brief(job, began)
    notebook, used = _executed(job)
    job = replace(job, provenance=with_data(job.provenance, used, job.report.lang))
    executing = time.monotonic() - began
    if set(job.formats) - {"ipynb"}:
        _export(job, notebook)
    for name in ("html", "ipynb"):
        if name not in job.formats:
            _file(job, name).unlink(missing_ok=True)
    return executing, used


_SELDOM = (200_000, 20, 100)
"""When garbage is looked for: records of thousands of rows are none, and looking takes a sixth
of the time of a page."""


def _brief(job: Job, began: float) -> tuple[float, Used]:
    """Make a brief, and note what it used, as a notebook does."""
    from compare.pages.brief.files import brief_of, written
    from compare.pages.brief.given import BY, regions_of

    def make() -> Any:
        given = job.report.parameters
        return brief_of(regions_of(given), job.report.lang, given.get(DATASET), given.get(BY))

    paper, used = _noting(job, make)
    took = time.monotonic() - began
    for name in job.formats:
        write_bytes(_file(job, name), written(paper, name))
    return took, used


def _executed(job: Job) -> tuple[Any, Used]:
    """Return the executed notebook, and what it used; one that is kept is not run again."""
    if job.executed:
        notebook = nbformat.read(job.executed, as_version=4)
        write_notebook(notebook, _file(job, "ipynb"))
        return notebook, job.used
    return _noting(job, lambda: execute(job, _file(job, "ipynb")))


def _noting(job: Job, make: Callable[[], Any]) -> tuple[Any, Used]:
    """Return what is made, and what it asked the project on the way."""
    notes = job.folder.with_name(f".used-{job.report.name}")
    notes.unlink(missing_ok=True)
    os.environ[VARIABLE] = str(notes)
    try:
        return make(), read_used(notes, Project(job.root), job.data_version)
    finally:
        del os.environ[VARIABLE]
        notes.unlink(missing_ok=True)


def _export(job: Job, notebook: Any) -> None:
    """Make the page of a notebook, and what is made of the page."""
    # imports what draws: what fails, or stays a notebook, needs nothing of it
    from compare.reports.export.html import html_page

    page = html_page(job, notebook)
    for name in FORMATS:
        if name in job.formats:
            _make(name, job, page)


def _make(name: str, job: Job, page: str) -> None:
    if name == "html":
        write_text(_file(job, name), page)
    elif name == "docx":
        from compare.reports.export.docx import docx_of

        write_bytes(_file(job, name), docx_of(page, job.report.lang))
    elif name == "pdf":
        from compare.reports.export.pdf import pdf_of

        write_bytes(_file(job, name), pdf_of(page, job.report.lang))


def _file(job: Job, ending: str) -> Path:
    return job.folder / f"{job.report.name}.{ending}"
