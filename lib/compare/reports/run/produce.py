"""One job from its notebook to its files, in this process."""

from __future__ import annotations

import os
import time
import traceback
from pathlib import Path

from compare.reports.export.html import html_page
from compare.reports.jobs import Job, Outcome
from compare.reports.manifest import FORMATS
from compare.reports.notebooks.execute import NotebookFailedError, execute, in_a_line

CHART_CACHE = "COMPARE_CHART_CACHE"


def work(job: Job) -> Outcome:
    """Make a job's files in its folder; never raise.

    What a failing notebook ran is left there, with its traceback beside it.
    """
    began = time.monotonic()
    try:
        executing = _work(job)
    except NotebookFailedError as error:
        return Outcome(job.report.name, str(error), error.traceback, time.monotonic() - began)
    except Exception as error:
        line = in_a_line(f"{type(error).__name__}: {error}")
        text = traceback.format_exc(limit=50)
        return Outcome(job.report.name, line, text, time.monotonic() - began)
    took = time.monotonic() - began
    return Outcome(job.report.name, seconds=took, executing=executing)


def _work(job: Job) -> float:
    began = time.monotonic()
    os.environ["COMPARE_HOME"] = str(job.root)
    os.environ["COMPARE_TABLES"] = "static"
    if job.texts:
        os.environ["COMPARE_DOCUMENTS"] = job.texts
    if job.chart_cache:
        os.environ[CHART_CACHE] = job.chart_cache
    job.folder.mkdir(parents=True, exist_ok=True)
    notebook = execute(job, _file(job, "ipynb"))
    executing = time.monotonic() - began
    page = html_page(job, notebook) if set(job.formats) - {"ipynb"} else ""
    for name in FORMATS:
        if name in job.formats:
            _make(name, job, page)
    for name in ("html", "ipynb"):
        if name not in job.formats:
            _file(job, name).unlink(missing_ok=True)
    return executing


def _make(name: str, job: Job, page: str) -> None:
    if name == "html":
        _file(job, name).write_text(page, encoding="utf-8", newline="\n")
    elif name == "docx":
        from compare.reports.export.docx import docx_of

        _file(job, name).write_bytes(docx_of(page, job.report.lang))
    elif name == "pdf":
        from compare.reports.export.pdf import pdf_of

        _file(job, name).write_bytes(pdf_of(page))


def _file(job: Job, ending: str) -> Path:
    return job.folder / f"{job.report.name}.{ending}"
