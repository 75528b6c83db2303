"""What documents are made with, where it is installed. Nothing heavy is imported here."""

from __future__ import annotations

from importlib.util import find_spec

NO_DOCX = "a docx needs python-docx: pip install 'compare-regions[docx]'"
NO_PDF = "a pdf needs Typst: run `make pdf`, or `pip install 'compare-regions[pdf]'`"


def has_docx() -> bool:
    """Tell whether what makes a .docx, of reports too, is at hand."""
    return _has("docx", "bs4")


def has_pdf() -> bool:
    """Tell whether what makes a PDF, of reports too, is at hand."""
    return _has("typst", "bs4")


def _has(*names: str) -> bool:
    return all(find_spec(name) is not None for name in names)
