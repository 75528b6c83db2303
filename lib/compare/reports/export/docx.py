"""A report for Word and WPS: native tables, captions, contents and page numbers, on A4.

It stands on the same template as a brief. Its pictures are pictures: what a notebook shows is
drawn, and no longer known as numbers.
"""

from __future__ import annotations

from importlib.util import find_spec

from compare.errors import ReportError
from compare.wording.catalogue import Lang

MISSING = "a docx needs python-docx: pip install 'compare-regions[docx]'"


def has_docx() -> bool:
    """Tell whether what makes a .docx is at hand."""
    return find_spec("docx") is not None and find_spec("bs4") is not None


def docx_of(page: str, lang: Lang) -> bytes:
    """Return a page as a .docx: the same page, the same bytes.

    Raises
    ------
    ReportError
        If python-docx is missing.
    """
    try:
        from compare.pages.paper.word import document
        from compare.reports.export.paper import paper_of
    except ImportError as error:
        raise ReportError(MISSING) from error
    return document.docx_of(paper_of(page, lang))
