"""A report for Word and WPS: native tables, captions, contents and page numbers, on A4.

It stands on the same template as a brief. Its pictures are pictures: what a notebook shows is
drawn, and no longer known as numbers.
"""

from __future__ import annotations

from compare.errors import ReportError
from compare.pages.paper.needed import NO_DOCX
from compare.wording.catalogue import Lang


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
        raise ReportError(NO_DOCX) from error
    return document.docx_of(paper_of(page, lang))
