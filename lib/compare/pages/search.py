"""Search: what a chart is found by, and what it is filtered by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from compare.charts.chart import Chart
from compare.ledger.evidence import Evidence
from compare.pages.names import Both, both_names
from compare.wording.catalogue import LANGUAGES

Tags = dict[str, list[str]]
"""The values that a chart is filtered by: region, theme, indicator, form, language."""


def tags_of(chart: Chart, evidence: Evidence) -> Tags:
    """Return what a chart is filtered by; one that names no theme has those of its indicators."""
    indicators = chart.about.indicators
    themes = dict(zip(evidence.indicators["indicator"], evidence.indicators["theme"], strict=True))
    of_indicators = [themes[name] for name in indicators if name in themes]
    return {
        "region": list(chart.about.regions),
        "theme": list(chart.about.themes or dict.fromkeys(of_indicators)),
        "indicator": list(indicators),
        "form": [chart.form],
        "language": [chart.lang],
    }


def findable(chart: Chart, tags: Tags, figures: Sequence[str], evidence: Evidence) -> str:
    """Return everything that a chart can be found by, in both languages.

    Parameters
    ----------
    chart : Chart
        The chart.
    tags : dict
        What it is filtered by.
    figures : sequence of str
        The figures behind it, whose labels it is found by.
    evidence : Evidence
        Names and labels.
    """
    names = [
        word
        for key, values in tags.items()
        for value in values
        for word in both_names(key, value, evidence)
    ]
    labels = [row["label"] for row in evidence.words(figures).values()]
    parts = [chart.key, chart.text(), chart.alt, *names, *dict.fromkeys(labels)]
    return unicodedata.normalize("NFKC", "\n".join(parts)).lower()


def filters(tagged: Iterable[Tags], evidence: Evidence) -> dict[str, list[tuple[str, Both]]]:
    """Return the values that charts can be filtered by, in the order of the definitions."""
    all_tags = list(tagged)
    order: dict[str, list[str]] = {
        "region": list(evidence.regions["region"]),
        "theme": list(evidence.themes["theme"]),
        "indicator": list(evidence.indicators["indicator"]),
        "form": [],
        "language": list(LANGUAGES),
    }
    found_by = {}
    for key, known in order.items():
        found = {value for tags in all_tags for value in tags[key]}
        values = [value for value in known if value in found]
        values += sorted(found.difference(values))
        found_by[key] = [(value, both_names(key, value, evidence)) for value in values]
    return found_by
