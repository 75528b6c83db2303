"""What the page lists beside findings and charts: regions, themes, indicators, sources."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from compare.ledger.evidence import Evidence
from compare.ledger.folders import DEFINITIONS
from compare.ledger.ledger import read_rows
from compare.ledger.models import Term
from compare.ledger.records import records
from compare.pages.names import Both, both_names, both_terms
from compare.wording.catalogue import LANGUAGES, say
from compare.wording.references import citation, title_of
from compare.wording.values import is_missing, unit_name

Record = dict[str, Any]


def regions(evidence: Evidence) -> dict[str, Record]:
    """Return the regions by key: names, and every name that they are found by."""
    return {
        row["region"]: {
            "name": both_names("region", row["region"], evidence),
            "full": _text(row["full_name_zh"]) or row["region"],
            "level": both_terms(_text(row["level"])),
            "names": _names(row),
        }
        for row in records(evidence.regions)
    }


def indicators(evidence: Evidence, terms: dict[str, str]) -> dict[str, Record]:
    """Return the indicators by key.

    Parameters
    ----------
    evidence : Evidence
        Names, definitions, units.
    terms : dict of str to str
        Other words that an indicator is known by, by key.
    """
    labels = _labels(evidence)
    return {
        row["indicator"]: {
            "name": both_names("indicator", row["indicator"], evidence),
            "theme": row["theme"],
            "unit": [unit_name(str(row["unit"]), lang) for lang in LANGUAGES],
            "direction": [say(f"home-direction-{row['direction']}", lang) for lang in LANGUAGES],
            "definition": [_text(row.get(f"definition_{lang}")) for lang in LANGUAGES],
            "names": f"{row['indicator'].replace('_', ' ')} {terms.get(row['indicator'], '')}",
            "labels": labels.get(row["indicator"], []),
        }
        for row in records(evidence.indicators)
    }


def other_words(raw: Path) -> dict[str, str]:
    """Return the other words that indicators are known by, from ``definitions/terms.csv``."""
    entries, _ = read_rows(raw / DEFINITIONS, "terms", Term, raw)
    found: dict[str, list[str]] = {}
    for entry in entries:
        if entry.item.role in ("term", "synonym"):
            words = [word for part in entry.item.parts for word in part]
            found.setdefault(entry.item.indicator, []).extend(words)
    return {name: " ".join(dict.fromkeys(words)) for name, words in found.items()}


def themes(evidence: Evidence) -> dict[str, Both]:
    """Return the names of themes, by key."""
    return {name: both_names("theme", name, evidence) for name in evidence.themes["theme"]}


def sources(evidence: Evidence) -> dict[str, Record]:
    """Return the sources by key, each with its reference after GB/T 7714."""
    return {
        row["document"]: {
            "title": [title_of(row, lang) for lang in LANGUAGES],
            "region": _text(row["region"]),
            "number": _text(row["number"]),
            "issued": _text(row["issued"]),
            "cited": [citation(row, lang) for lang in LANGUAGES],
        }
        for row in map(evidence.document, evidence.documents["document"])
        if row is not None
    }


def form_names(forms: Iterable[str], evidence: Evidence) -> dict[str, Both]:
    """Return what forms of charts are called, by their names."""
    return {name: both_names("form", name, evidence) for name in dict.fromkeys(forms)}


def _labels(evidence: Evidence) -> dict[str, list[str]]:
    """Return how documents call an indicator."""
    found: dict[str, list[str]] = {}
    for row in records(evidence.figures):
        for name in evidence.indicators_of(row["figure"]):
            found.setdefault(name, []).append(_text(row["label"]))
    return {name: list(dict.fromkeys(filter(None, labels))) for name, labels in found.items()}


def _names(row: Record) -> str:
    said = [row[name] for name in ("region", "name_zh", "name_en", "full_name_zh", "adcode")]
    aliases = _text(row["aliases"]).split("|")
    return " ".join(dict.fromkeys(filter(None, map(_text, [*said, *aliases]))))


def _text(value: Any) -> str:
    return "" if value is None or is_missing(value) else str(value)
