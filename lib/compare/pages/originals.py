"""Originals: the figures behind charts, with the words of the documents that state them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from compare.charts.chart import Chart
from compare.ledger.evidence import Evidence
from compare.pages.names import both_terms
from compare.wording.catalogue import LANGUAGES
from compare.wording.values import is_missing, value_in_words

Record = dict[str, Any]

_NO_UNIT = (None, "-", "—", "/")
"""What tables print where there is no unit."""


def figures_behind(chart: Chart, evidence: Evidence) -> tuple[str, ...]:
    """Return the figures that a chart names, or else all of its regions and indicators.

    A chart of what there is, such as the coverage matrix, draws every figure and names none.
    """
    if chart.about.figures:
        return tuple(dict.fromkeys(chart.about.figures))
    return tuple(evidence.figures_of(chart.about.regions, chart.about.indicators))


def originals(figures: Iterable[str], evidence: Evidence) -> dict[str, Record | None]:
    """Return what the page says of figures, by id; None for one that nothing is known of."""
    known = evidence.words(figures)
    return {name: _original(known.get(name), evidence) for name in figures}


def _original(row: Record | None, evidence: Evidence) -> Record | None:
    if row is None:
        return None
    unit = _text(row, "unit")
    return {
        "label": _text(row, "label"),
        "quote": _text(row, "quote"),
        "printed": _text(row, "printed"),
        "unit": "" if unit in _NO_UNIT else unit,
        "worded": bool(row.get("worded")),
        "locator": _text(row, "locator"),
        "document": _text(row, "document"),
        "year": _years(row),
        "basis": both_terms(_text(row, "year_basis")),
        "kind": both_terms(_text(row, "kind")),
        "scope": both_terms(_text(row, "scope")),
        "note": _text(row, "note"),
        "aligned": [_judgement(seen) for seen in evidence.observations_of(row["figure"])],
    }


def _judgement(row: Record) -> Record:
    """Return how a figure was aligned: to what, as which value, how well and why."""
    why = _text(row, "reason")
    return {
        "indicator": row["indicator"],
        "value": [value_in_words(row, lang) for lang in LANGUAGES],
        "grade": both_terms(row["comparability"]),
        "why": (why, _text(row, "reason_en") or why),
        "use": row["use"] if row["use"] in ("alternative", "superseded") else "",
    }


def _years(row: Mapping[str, Any]) -> str:
    """Return the year of a figure, or the first and last of its period."""
    names = ("year",) if is_missing(row.get("year_start")) else ("year_start", "year_end")
    return "–".join(str(int(row[name])) for name in names if not is_missing(row.get(name)))


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if is_missing(value) else str(value)
