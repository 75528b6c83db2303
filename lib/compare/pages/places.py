"""Places: where the page and the files beside it are."""

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


def address(chart: str, lang: str) -> str:
    """Return the address of a chart's place on the page, seen from beside it."""
    return f"{PAGE}#chart/{chart}?lang={lang}"
