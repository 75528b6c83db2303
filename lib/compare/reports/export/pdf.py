"""A report as PDF, set by Typst: A4, with contents, page numbers and its font inside."""

from __future__ import annotations

from importlib.util import find_spec

from compare.errors import ReportError
from compare.pages.paper.typst import MISSING, has_typst
from compare.pages.paper.typst import pdf_of as pdf_of_paper
from compare.wording.catalogue import Lang


def has_pdf() -> bool:
    """Tell whether what makes a PDF is at hand."""
    return has_typst() and find_spec("bs4") is not None


def pdf_of(page: str, lang: Lang) -> bytes:
    """Return a page as PDF: the same page, the same bytes.

    Raises
    ------
    ReportError
        If Typst is missing, or fails.
    """
    try:
        from compare.reports.export.paper import paper_of
    except ImportError as error:
        raise ReportError(MISSING) from error
    return pdf_of_paper(paper_of(page, lang))
