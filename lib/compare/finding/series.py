"""Series: what one source states of one thing, from its base to its targets.

Within one source the same label is the same thing, whatever the shared indicators are; and
so are two labels that are aligned to one indicator, exactly or closely.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.ledger.evidence import Evidence
from compare.ledger.names import measure_of
from compare.ledger.records import grouped, records
from compare.ledger.units import is_lead, unit_of
from compare.wording.catalogue import LANGUAGES, Lang

Row = dict[str, Any]


def series_of(
    rows: pd.DataFrame,
    regions: Sequence[str],
    evidence: Evidence,
    *,
    aligned_alone: bool = False,
) -> list[list[Row]]:
    """Return, for each source and thing, its rows of every year and kind that still count.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations.
    regions : sequence of str
        Keys of the regions whose sources are asked.
    evidence : Evidence
        The figures of the sources; where it has none, the observations are all there is.
    aligned_alone : bool
        Whether figures count only that one of the observations rests on.

    Returns
    -------
    list of list of dict
        Rows with region, region_zh, region_en, indicator (None where the thing is aligned to
        none), comparability, topic_zh, topic_en, year, kind, comparator, value, lo, hi,
        unit, direction, scope, worded, use and figure.
    """
    known = _of_rows(rows, regions, evidence) if aligned_alone else evidence.stated_by(regions)
    if len(known):
        planned = known[~known["document"].isin(_once_and_unplanned(known, rows))]
        told = _of_figures([*evidence.words(planned["figure"]).values()], rows, evidence)
    else:
        told = _of_observations(rows, regions)
    newest = (row for row in told if row["use"] != "superseded")
    return list(grouped(newest, "thing").values())


def _of_rows(rows: pd.DataFrame, regions: Sequence[str], evidence: Evidence) -> pd.DataFrame:
    """Return the figures of observations: no others are asked about, and none can change them."""
    known = evidence.stated_of(rows["figure"])
    known = known[known["region"].isin(list(regions))]
    return known.drop_duplicates("figure", keep="last").sort_values("figure", kind="stable")


def _once_and_unplanned(known: pd.DataFrame, rows: pd.DataFrame) -> set[Any]:
    """Return the sources that plan nothing, and state everything once.

    Of a thing that has no target, and one value for each moment, no series tells anything; a
    table of thousands of regions has nothing else.
    """
    labels = {label: measure_of(label) for label in known["label"].unique()}
    stated = known.assign(label=known["label"].map(labels))
    kinds = rows.drop_duplicates("figure", keep="last").set_index("figure")["indicator"]
    aligned = stated.assign(indicator=stated["figure"].map(kinds)).dropna(subset="indicator")
    told = {
        *stated.loc[stated["kind"] != "actual", "document"].unique(),
        *stated.loc[stated.duplicated([*_MOMENT, "label"], keep=False), "document"].unique(),
        *aligned.loc[aligned.duplicated([*_MOMENT, "indicator"], keep=False), "document"].unique(),
    }
    return {*stated["document"].unique()} - told


_MOMENT = ["document", "region", "scope", "year", "kind"]


def _of_observations(rows: pd.DataFrame, regions: Sequence[str]) -> list[Row]:
    rows = rows[(rows["comparability"] != "proxy") & rows["region"].isin(list(regions))]
    return [
        {
            **row,
            "thing": (row["region"], row["indicator"], row.get(BREAK) is True),
            "topic_zh": row["indicator_zh"],
            "topic_en": row["indicator_en"],
        }
        for row in records(rows)
    ]


def _of_figures(known: Sequence[Row], rows: pd.DataFrame, evidence: Evidence) -> list[Row]:
    if not known:
        return []
    aligned = _aligned(rows)
    things = _things(known, aligned)
    names = {lang: evidence.names("region", lang) for lang in LANGUAGES}
    told = []
    for figure in known:
        seen = aligned.get(figure["figure"])
        if seen is None and evidence.indicators_of(figure["figure"]):
            continue  # of an indicator, or of a year, that the caller left out
        told.append(_row(figure, seen, things[figure["figure"]], names))
    return told


def _aligned(rows: pd.DataFrame) -> dict[str, Row]:
    """Return the best observation of each figure: what it states of a shared indicator."""
    order = {"exact": 0, "close": 1, "proxy": 2}
    best: dict[str, Row] = {}
    for row in records(rows):
        name = row["figure"]
        if not isinstance(name, str):
            continue
        old = best.get(name)
        if old is None or order[row["comparability"]] < order[old["comparability"]]:
            best[name] = row
    return best


def _things(known: Sequence[Row], aligned: dict[str, Row]) -> dict[str, Hashable]:
    """Return what each figure is of: by its label, and by the indicator that a label has.

    A table speaks of many regions by one label: each has its own.
    """
    labels = {
        row["figure"]: (row["document"], measure_of(row["label"]), row["scope"], row["region"])
        for row in known
    }
    shared: dict[Hashable, Hashable] = {}
    for figure, label in labels.items():
        seen = aligned.get(figure)
        if seen is not None and seen["comparability"] != "proxy":
            shared.setdefault(label, (label[0], seen["indicator"], *label[2:]))
    return {figure: shared.get(label, label) for figure, label in labels.items()}


def _row(
    figure: Row, seen: Row | None, thing: Hashable, names: Mapping[Lang, Mapping[str, str]]
) -> Row:
    own = seen is not None and seen["comparability"] != "proxy"
    region = figure["region"]
    stated = {**figure, "value": _first(figure["lo"], figure["hi"]), "unit": _unit(figure)}
    if seen is not None:
        stated |= {name: seen[name] for name in ("value", "lo", "hi", "unit", "level")}
        stated[BREAK] = seen.get(BREAK)
    label_en = figure["label_en"] if isinstance(figure["label_en"], str) else None
    return {
        **stated,
        "thing": thing,
        "is_lead": is_lead(figure["label"]),
        "indicator": seen["indicator"] if seen is not None else None,
        "comparability": seen["comparability"] if seen is not None else "exact",
        "direction": seen["direction"] if seen is not None else None,
        "use": seen["use"] if seen is not None else "main",
        **{f"region_{lang}": of.get(region, region) for lang, of in names.items()},
        "topic_zh": seen["indicator_zh"] if own and seen else measure_of(figure["label"]),
        "topic_en": seen["indicator_en"] if own and seen else label_en or f"“{figure['label']}”",
    }


def _first(*values: Any) -> Any:
    return next((value for value in values if not pd.isna(value)), None)


def _unit(figure: Row) -> str:
    unit = figure["unit"]
    return "" if not isinstance(unit, str) else unit_of(unit)
