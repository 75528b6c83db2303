"""The source line: which documents stand behind a chart."""

from __future__ import annotations

from collections.abc import Iterable

from compare.curated.database import connect
from compare.wording.words import Lang

_DOCUMENTS = """
SELECT title, number, issued FROM documents
WHERE list_contains($documents, document) ORDER BY document
"""


def source_line(documents: Iterable[str], lang: Lang) -> str:
    """Return the documents with their numbers and dates, as one line."""
    con = connect()
    rows = con.execute(_DOCUMENTS, {"documents": sorted(set(documents))}).fetchall()
    named = [_named(title, number, issued, lang) for title, number, issued in rows]
    if not named:
        return ""
    if lang == "zh":
        return f"来源：{'；'.join(named)}。"
    return f"Source: {'; '.join(named)}."


def source_of_regions(regions: Iterable[str], lang: Lang) -> str:
    """Return the documents of regions, as one line."""
    rows = connect().execute("SELECT document, region FROM documents").fetchall()
    wanted = set(regions)
    return source_line([document for document, region in rows if region in wanted], lang)


def _named(title: str, number: str | None, issued: object, lang: Lang) -> str:
    details = [str(part) for part in (number, issued) if part]
    if not details:
        return f"《{title}》"
    if lang == "zh":
        return f"《{title}》（{'，'.join(details)}）"
    return f"《{title}》 ({', '.join(details)})"
