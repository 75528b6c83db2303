"""Method of a brief: what its values are from, and how they are compared."""

from __future__ import annotations

import re

from compare.pages.brief.subject import About
from compare.wording.catalogue import say
from compare.wording.phrases import joined

_FILE = re.compile(r"\.(?:csv|txt|tsv|xlsx|parquet|dta)$", re.IGNORECASE)


def method(about: About) -> str:
    """Return the method: of documents, of somebody's own table by its title, or of both."""
    lang, documents = about.lang, about.known.sources
    own = [row for row in documents if row["type"] == "table"]
    tables = [_title(str(row["title"]), about) for row in own]
    if not tables:
        return say("brief-method", lang)
    if len(own) < len(documents):
        return say("brief-method-both", lang, tables=joined(tables, lang))
    told = [say("brief-method-table", lang, tables=joined(tables, lang))]
    if (about.facts.main["comparator"] == "estimate").any():
        told.append(say("brief-method-estimates", lang))
    if (about.facts.main["kind"] == "target").any():
        told.append(say("brief-method-targets", lang))
    if len(about.evidence.benchmarks):
        told.append(say("brief-method-same", lang))
    return ("" if lang == "zh" else " ").join(told)


def _title(title: str, about: About) -> str:
    """Return a title between its marks; the name of a file has none."""
    name = "brief-file-title" if _FILE.search(title) else "brief-table-title"
    return say(name, about.lang, title=title)
