"""A brief as files: from the project's data to HTML, DOCX or PDF."""

from __future__ import annotations

from collections.abc import Sequence

from compare.curated.dataset import dataset
from compare.errors import ReportError
from compare.pages.brief.content import brief
from compare.pages.paper.blocks import Paper
from compare.pages.paper.needed import NO_DOCX
from compare.pages.paper.typst import pdf_of
from compare.pages.paper.web import html_of
from compare.wording.catalogue import Lang


def brief_of(
    regions: Sequence[str], lang: Lang, table: str | None = None, by: str | None = None
) -> Paper:
    """Return the brief about a region, or about two, from the curated data or an own table."""
    data = dataset(table)
    own = data.observations(region=regions)
    beside = data.observations(indicator=sorted(set(own["indicator"])))  # no other is spoken of
    return brief(beside, regions, evidence=data.evidence(), lang=lang, by=by or "")


def written(paper: Paper, ending: str) -> bytes:
    """Return a brief as a file.

    Raises
    ------
    ReportError
        If what makes such a file is not installed.
    """
    if ending == "html":
        return html_of(paper).encode("utf-8")
    if ending == "pdf":
        return pdf_of(paper)
    try:
        from compare.pages.paper.word.document import docx_of
    except ImportError as error:
        raise ReportError(NO_DOCX) from error
    return docx_of(paper)
