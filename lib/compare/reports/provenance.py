"""The footer of every report: which documents, which data, which notebook and parameters."""

from __future__ import annotations

from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from compare.curated.usage import Used, version_of
from compare.reports.manifest import Report
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import listed

Lines = tuple[tuple[str, str], ...]


def read_documents(con: Any) -> list[str]:
    """Return the documents with their numbers and dates, as they are cited."""
    rows = con.execute("SELECT title, number, issued FROM documents ORDER BY document").fetchall()
    return [_document(*row) for row in rows]


def provenance(report: Report, documents: list[str], notebook: str, *, stale: bool) -> Lines:
    """Return the lines of a report's footer: what, and its value.

    Parameters
    ----------
    report : Report
        The report.
    documents : list of str
        The documents as they are cited.
    notebook : str
        Hash of the notebook.
    stale : bool
        Whether data/raw has changed since the build that is read.
    """
    lang = report.lang
    given = ", ".join(f"{name}={value!r}" for name, value in sorted(report.parameters.items()))
    return (
        (say("report-documents", lang), listed(documents, lang)),
        *([(say("report-stale", lang), "")] if stale else []),
        (say("report-notebook", lang), f"{report.notebook} ({notebook[:12]})"),
        (say("report-parameters", lang), given or say("report-none", lang)),
        (say("report-made", lang, package=_package()), ""),
    )


def with_data(lines: Lines, used: Used, lang: Lang) -> Lines:
    """Return the lines with the version of the data that the page was made from."""
    return (*lines[:1], (say("report-version", lang), version_of(used)[:12]), *lines[1:])


def _package() -> str:
    try:
        return version("compare-regions")
    except PackageNotFoundError:
        return "—"


def _document(title: str, number: str | None, issued: date | None) -> str:
    details = " ".join(str(part) for part in (number, issued) if part)
    return say("report-document", "zh", title=title, details=details)
