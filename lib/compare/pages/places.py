"""Places: where the page and the files beside it are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compare.pages.file_names import as_file_name

PAGE = "index.html"

FOLDER = "charts"
"""The folder beside the page where the files of charts are."""


def page_of(table: str | None = None) -> str:
    """Return the page of the documents, or of an own table.

    Examples
    --------
    >>> page_of(), page_of("counties"), folder_of("documents+counties")
    ('index.html', 'index-counties.html', 'charts-documents-counties')
    """
    return PAGE if table is None else f"index-{as_file_name(table)}.html"


def folder_of(table: str | None = None) -> str:
    """Return the folder of the files of charts, of the documents or of an own table."""
    return FOLDER if table is None else f"{FOLDER}-{as_file_name(table)}"


def deck_of(table: str | None, only: Sequence[str], lang: str) -> str:
    """Return the file of a deck: of all charts, or of those whose names fit patterns.

    Patterns that read alike in a name, as ``ranking-*`` and ``*ranking``, differ by a hash.

    Examples
    --------
    >>> deck_of(None, [], "zh"), deck_of(None, ["*balance*"], "zh")
    ('charts.zh.pptx', 'charts.balance.zh.pptx')
    >>> deck_of("counties", ["ranking-*"], "en")
    'charts-counties.ranking-773f35.en.pptx'
    """
    return ".".join([folder_of(table), *_selection(sorted(set(only))), lang, "pptx"])


def _selection(patterns: list[str]) -> list[str]:
    if not patterns:
        return []
    words = str(as_file_name(" ".join(patterns)))
    if patterns == [f"*{words}*"]:
        return [words]
    return [f"{words}-{hashlib.sha256(repr(patterns).encode()).hexdigest()[:6]}"]


def address(chart: str, lang: str) -> str:
    """Return the address of a chart's place on the page, seen from beside it."""
    return f"{PAGE}#chart/{chart}?lang={lang}"
