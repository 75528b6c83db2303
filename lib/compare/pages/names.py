"""Names in both languages: the page holds both, and shows one."""

from __future__ import annotations

from compare.ledger.evidence import Evidence
from compare.wording.catalogue import has, say, term

Both = tuple[str, str]
"""The same words in Chinese and in English."""


def both(name: str, **values: str | int) -> Both:
    """Return a message of the catalogue in both languages."""
    return say(name, "zh", **values), say(name, "en", **values)


def both_terms(code: str) -> Both:
    """Return a code (kind, grade, scope, …) in words of both languages."""
    return term(code, "zh"), term(code, "en")


def both_names(key: str, value: str, evidence: Evidence) -> Both:
    """Return what people call a value that charts are found by.

    Parameters
    ----------
    key : str
        region, theme, indicator, form or language.
    value : str
        The value.
    evidence : Evidence
        Names of regions, themes and indicators; what it does not know is called by its key.
    """
    if key in ("region", "theme", "indicator"):
        return evidence.name(key, value, "zh"), evidence.name(key, value, "en")
    if key == "form" and not has(f"code-{value}", "zh"):
        spaced = value.replace("_", " ").capitalize()
        return spaced, spaced
    return both_terms(value)
