"""Own tables joined with the documents, where somebody says that an indicator is the same.

``same_as`` of a table says that its 巩固率 is the project's compulsory_retention: by that word
alone are its values held to the nation's and to standards, and judged by the targets that the
documents of its regions set. Regions are the same where they have one code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pandas as pd

from compare.errors import UnknownValueError, unknown
from compare.ledger.evidence import Evidence
from compare.ledger.records import records

if TYPE_CHECKING:
    from compare.sources.panel.panel import Panel

_KEYS = ["region", "indicator", "kind"]
_MOMENT = ["region", "indicator", "year", "kind"]
_SAME = ("unit", "direction")


def check_same(panel: Panel, known: Evidence) -> None:
    """Check that what a table is said to measure is an indicator of the project, in its unit.

    Raises
    ------
    UnknownValueError
        If there is no such indicator, or it has another unit or direction.
    """
    theirs = {row["indicator"]: row for row in records(known.indicators)}
    own = {row["indicator"]: row for row in records(panel.evidence.indicators)}
    for name, indicator in panel.same_as.items():
        if indicator not in theirs:
            raise unknown(f"same_as of {name}", indicator, theirs)
        for fact in _SAME:
            said, meant = own[name][fact], theirs[indicator][fact]
            if said != meant:
                raise UnknownValueError(
                    f"same_as: {name} has the {fact} {said!r}, {indicator} has {meant!r}; do: tell "
                    f"the {fact} {meant!r} where that is what the table means, or leave {name} out "
                    "of same_as"
                )


def with_national_lines(panel: Panel, known: Evidence) -> Panel:
    """Return a table with the lines of the nation and of provinces for what is the same."""
    own_name = {theirs: own for own, theirs in panel.same_as.items()}
    lines = known.benchmarks[known.benchmarks["indicator"].isin(list(own_name))]
    lines = lines.assign(indicator=lines["indicator"].map(own_name))
    return replace(panel, evidence=replace(panel.evidence, benchmarks=lines))


def beside_documents(panel: Panel, documents: pd.DataFrame, known: Evidence) -> Panel:
    """Return the values of a table among those of the documents.

    Parameters
    ----------
    panel : Panel
        The table.
    documents : pandas.DataFrame
        Rows of :func:`compare.observations`.
    known : Evidence
        Of the documents.

    Notes
    -----
    Of what both state for one region, indicator, year and kind, the table counts, for somebody
    has brought it; the document's value is kept as superseded.
    """
    names = {"region": _same_regions(panel, known), "indicator": dict(panel.same_as)}
    evidence = _joined(panel.evidence, known, names)
    facts = evidence.indicators.set_index("indicator")
    own = _renamed(panel.observations, names).assign(
        scope="region", year_basis="printed", after_break=False
    )
    for fact in ("theme", "floor", "cap", "rankable", "only_in", "only_level"):
        own[fact] = own["indicator"].map(facts[fact].to_dict())
    for row_of, fact in (("region", "level"), ("region", "parent"), ("region", "province")):
        own[fact] = own[row_of].map(evidence.regions.set_index("region")[fact].to_dict())
    for side, signs, end in (("lo", ["<", "<="], "floor"), ("hi", [">", ">="], "cap")):
        own[side] = own[side].mask(own["comparator"].isin(signs), own[end])
    rows = pd.concat([_superseded(documents, own), evidence.named(own)], ignore_index=True)
    return replace(panel, observations=rows, evidence=evidence)


def coverage_of_both(own: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Return the coverage of a table and of the documents as one."""
    there = own[own["status"] == "observed"]
    beside = documents.merge(there[_KEYS], on=_KEYS, how="left", indicator="_in")
    both = there.merge(documents, on=_KEYS, how="left", suffixes=("", "_of_documents"))
    for column in ("years", "comparable_years", "documents"):
        cells = zip(both[column], both[f"{column}_of_documents"], strict=True)
        both[column] = [_words(*pair) for pair in cells]
    both["n"] = both["n"] + both["n_of_documents"].fillna(0).astype(int)
    rest = own[own["status"] != "observed"].merge(documents[_KEYS], on=_KEYS, how="left",
                                                  indicator="_in")  # fmt: skip
    parts = [
        beside[beside["_in"] == "left_only"].drop(columns="_in"),
        both[list(own.columns)],
        rest[rest["_in"] == "left_only"].drop(columns="_in"),
    ]
    return pd.concat(parts, ignore_index=True)


def _words(*cells: object) -> str:
    words = [word for cell in cells if isinstance(cell, str) for word in cell.split()]
    return " ".join(sorted(set(words)))


def _same_regions(panel: Panel, known: Evidence) -> dict[str, str]:
    """Return the keys of the table's regions to those of the project, of one code."""
    theirs = known.regions.dropna(subset="adcode")
    by_code = dict(zip(theirs["adcode"].astype(str), theirs["region"], strict=True))
    own = panel.evidence.regions.dropna(subset="adcode")
    return {
        region: by_code[str(code)]
        for region, code in zip(own["region"], own["adcode"], strict=True)
        if str(code) in by_code
    }


def _renamed(rows: pd.DataFrame, names: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """Return rows with the keys of the project where they have some."""
    found = rows.copy()
    for column, known in names.items():
        if column in found:
            found[column] = found[column].map(lambda key, known=known: known.get(key, key))
    return found


def _superseded(documents: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of documents, those that the table states again as superseded."""
    main = own[[*_MOMENT, "figure"]].rename(columns={"figure": "_newer"})
    rows = documents.merge(main, on=_MOMENT, how="left")
    newer = rows["_newer"].notna() & (rows["comparability"] != "proxy")
    rows["use"] = rows["use"].mask(newer, "superseded")
    rows["superseded_by"] = rows["superseded_by"].mask(newer, rows["_newer"])
    return rows.drop(columns="_newer")


def _joined(own: Evidence, known: Evidence, names: Mapping[str, Mapping[str, str]]) -> Evidence:
    """Return what is known of the documents and of the table; the project's names come first."""
    keys = {"regions": "region", "themes": "theme", "indicators": "indicator"}
    tables = {}
    for table in (field.name for field in fields(Evidence)):
        parts = [getattr(known, table), _renamed(getattr(own, table), names)]
        whole = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
        tables[table] = whole.drop_duplicates(keys[table]) if table in keys else whole
    return Evidence(**tables)
