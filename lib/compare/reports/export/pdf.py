"""A report as PDF, set by Typst: A4, with contents, page numbers and its font inside."""

from __future__ import annotations

from compare.errors import ReportError
from compare.pages.paper.needed import NO_PDF
from compare.pages.paper.typst import pdf_of as pdf_of_paper
from compare.wording.catalogue import Lang


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
        raise ReportError(NO_PDF) from error
    return pdf_of_paper(paper_of(page, lang))
