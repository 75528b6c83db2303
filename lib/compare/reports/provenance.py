"""The footer of every report: which documents, which data, which notebook and parameters."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

from compare.reports.manifest import Report

Lines = tuple[tuple[str, str], ...]


@cache
def page_words(lang: str) -> dict[str, str]:
    """Return the words of a page around its notebook, in a language."""
    text = (
        files("compare.reports.export")
        .joinpath("templates/report/words.json")
        .read_text(encoding="utf-8")
    )
    words: dict[str, str] = json.loads(text)[lang]
    return words


def read_documents(con: Any) -> list[str]:
    """Return the documents with their numbers and dates, as they are cited."""
    rows = con.execute("SELECT title, number, issued FROM documents ORDER BY document").fetchall()
    return [_document(*row) for row in rows]


def provenance(report: Report, documents: list[str], data: str, notebook: str) -> Lines:
    """Return the lines of a report's footer: what, and its value.

    Parameters
    ----------
    report : Report
        The report.
    documents : list of str
        The documents as they are cited.
    data, notebook : str
        Hashes of the data and of the notebook.
    """
    words = page_words(report.lang)
    given = ", ".join(f"{name}={value!r}" for name, value in sorted(report.parameters.items()))
    return (
        (words["documents"], (", " if report.lang == "en" else "、").join(documents)),
        (words["version"], data[:12]),
        (words["notebook"], f"{report.notebook} ({notebook[:12]})"),
        (words["parameters"], given or words["none"]),
        (words["made"].format(package=_package()), ""),
    )


def _package() -> str:
    try:
        return version("compare-regions")
    except PackageNotFoundError:
        return "—"


def _document(title: str, number: str | None, issued: date | None) -> str:
    details = " ".join(str(part) for part in (number, issued) if part)
    return f"《{title}》{details}"
