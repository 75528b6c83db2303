"""Series: what one source states of one thing, from its base to its targets.

Within one source the same label is the same thing, whatever the shared indicators are; and
so are two labels that are aligned to one indicator, exactly or closely.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.ledger.names import measure_of
from compare.ledger.units import unit_of

Row = dict[str, Any]


def series(facts: Facts) -> Iterator[list[Row]]:
    """Yield, for each source and thing, its rows of every year and kind that still count.

    Yields
    ------
    list of dict
        Rows with region, region_zh, region_en, indicator (None where the thing is aligned to
        none), comparability, topic_zh, topic_en, year, kind, comparator, value, lo, hi,
        unit, direction, scope, worded, use and figure.
    """
    known = facts.evidence.stated_by(_regions(facts))
    rows = _of_figures(known, facts) if len(known) else _of_observations(facts)
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        if row["use"] == "superseded":
            continue  # a newer source says it
        groups.setdefault(row["thing"], []).append(row)
    yield from groups.values()


def _regions(facts: Facts) -> list[str]:
    if facts.subject.regions:
        return list(facts.subject.regions)
    return list(dict.fromkeys(facts.rows["region"]))


def _of_observations(facts: Facts) -> list[Row]:
    rows = facts.rows[facts.rows["comparability"] != "proxy"]
    rows = rows[rows["region"].isin(_regions(facts))]
    return [
        {
            **row,
            "thing": (row["region"], row["indicator"]),
            "topic_zh": row["indicator_zh"],
            "topic_en": row["indicator_en"],
        }
        for row in rows.to_dict("records")
    ]


def _of_figures(known: pd.DataFrame, facts: Facts) -> list[Row]:
    aligned = _aligned(facts)
    things = _things(known, aligned)
    rows = []
    for figure in known.to_dict("records"):
        seen = aligned.get(figure["figure"])
        if facts.subject.indicators is not None and seen is None:
            continue
        rows.append(_row(figure, seen, things[figure["figure"]], facts))
    return rows


def _aligned(facts: Facts) -> dict[str, Row]:
    """Return the best observation of each figure: what it states of a shared indicator."""
    order = {"exact": 0, "close": 1, "proxy": 2}
    best: dict[str, Row] = {}
    for row in facts.rows.to_dict("records"):
        name = row["figure"]
        if not isinstance(name, str):
            continue
        old = best.get(name)
        if old is None or order[row["comparability"]] < order[old["comparability"]]:
            best[name] = row
    return best


def _things(known: pd.DataFrame, aligned: dict[str, Row]) -> dict[str, Hashable]:
    """Return what each figure is of: by its label, and by the indicator that a label has."""
    labels = {
        row["figure"]: (row["document"], measure_of(row["label"]), row["scope"])
        for row in known.to_dict("records")
    }
    shared: dict[Hashable, Hashable] = {}
    for figure, label in labels.items():
        seen = aligned.get(figure)
        if seen is not None and seen["comparability"] != "proxy":
            shared.setdefault(label, (label[0], seen["indicator"], label[2]))
    return {figure: shared.get(label, label) for figure, label in labels.items()}


def _row(figure: Row, seen: Row | None, thing: Hashable, facts: Facts) -> Row:
    own = seen is not None and seen["comparability"] != "proxy"
    names = {lang: facts.evidence.name("region", figure["region"], lang) for lang in ("zh", "en")}
    stated = {**figure, "value": _first(figure["lo"], figure["hi"]), "unit": _unit(figure)}
    if seen is not None:
        stated |= {name: seen[name] for name in ("value", "lo", "hi", "unit", "level")}
    label_en = figure["label_en"] if isinstance(figure["label_en"], str) else None
    return {
        **stated,
        "thing": thing,
        "indicator": seen["indicator"] if seen is not None else None,
        "comparability": seen["comparability"] if seen is not None else "exact",
        "direction": seen["direction"] if seen is not None else None,
        "use": seen["use"] if seen is not None else "main",
        "region_zh": names["zh"],
        "region_en": names["en"],
        "topic_zh": seen["indicator_zh"] if own and seen else measure_of(figure["label"]),
        "topic_en": seen["indicator_en"] if own and seen else label_en or f"“{figure['label']}”",
    }


def _first(*values: Any) -> Any:
    return next((value for value in values if not pd.isna(value)), None)


def _unit(figure: Row) -> str:
    unit = figure["unit"]
    return "" if not isinstance(unit, str) else unit_of(unit)
