"""References: what a benchmark, a middle or a document is called, everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.wording.catalogue import Lang, say, term
from compare.wording.values import is_missing

MIDDLES = ("best", "median", "mean")
"""References that are made of the contestants themselves."""


def benchmark_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what a benchmark is called: ``全国2025年目标``, ``national 2025 target``.

    Parameters
    ----------
    row : mapping
        scope, year (missing where it stands for every year) and kind of a benchmark.
    lang : {"zh", "en"}
        Language.
    """
    scope, kind = term(row["scope"], lang), term(row["kind"], lang)
    if is_missing(row["year"]):
        return say("reference-standing", lang, scope=scope, kind=kind)
    return say("reference-of-year", lang, scope=scope, year=str(int(row["year"])), kind=kind)


def document_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a document with its number and date: ``《…》（平政发〔2023〕36号，2023-03-27）``."""
    details = [str(row[name]) for name in ("number", "issued") if not is_missing(row[name])]
    if not details:
        return say("document-plain", lang, title=str(row["title"]))
    return say(
        "document-detailed", lang, title=str(row["title"]), details=say("comma", lang).join(details)
    )
