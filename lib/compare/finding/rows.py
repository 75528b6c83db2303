"""The boundary of findings: any frame in, rows that a sentence can be made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import polars as pl

from compare.comparisons.align import DEFAULTS as OF_OBSERVATIONS
from compare.comparisons.align import observed_rows
from compare.comparisons.comparability import DEFAULTS as OF_COMPARISONS
from compare.comparisons.frames import as_pandas
from compare.comparisons.regions import NAMES, region_named
from compare.errors import FrameError
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.units import unit_of
from compare.wording.values import is_missing

_DEFAULTS = {
    **OF_OBSERVATIONS, **OF_COMPARISONS, "comparator": None, "quote": None, "locator": None,
    "reason": None,
    "reason_en": None,
}  # fmt: skip


def known_rows(frame: Any, evidence: Evidence | None) -> tuple[pd.DataFrame, Evidence]:
    """Return the rows of a frame with what a sentence or a table may ask for.

    Parameters
    ----------
    frame : frame
        Observations, or rows of a comparison, or of one's own, in any kind of frame.
    evidence : Evidence, optional
        What is known beside them; without it regions and indicators are called by their
        keys, or by the names that the rows carry.

    Returns
    -------
    rows : pandas.DataFrame
        In the order in which they came, with the names of regions, indicators and themes;
        columns that they lack hold their defaults.
    evidence : Evidence
        The evidence, or one that knows nothing.
    """
    known = or_nothing(evidence)
    rows = known.named(stated_rows(frame))
    stated = "comparator" in rows
    rows = completed(rows, _DEFAULTS)
    if "year" in rows and rows["year"].notna().all():
        rows["year"] = rows["year"].astype(int)
    if "observed_year" not in rows and "year" in rows:
        rows["observed_year"] = rows["year"]
    return (rows if stated or not {"lo", "hi"} <= set(rows) else _with_bounds(rows)), known


_OF_RESULTS = {
    "rankings": ("rank_best", "of"),
    "gaps": ("reference", "verdict"),
    "progress": ("target_year", "status"),
    "attainment": ("target_year", "verdict"),
    "revisions": ("change", "previous_year"),
    "findings": ("finding", "figures"),
    "composite": ("score", "rank"),
    "composite_variants": ("normalise", "rank"),
}
"""What rows of our functions have, and observations have not."""


def check_made_by(name: str, rows: pd.DataFrame) -> None:
    """Refuse rows that are no result of a function of ours.

    Raises
    ------
    FrameError
        If they lack what every result of ``compare.<name>`` has.
    """
    lacking = [column for column in _OF_RESULTS[name] if column not in rows]
    if lacking:
        raise FrameError(
            f"the frame has no column {', '.join(lacking)}; allowed: rows of compare.{name}; do: "
            f"call compare.{name} with these rows first"
        )


def stated_rows(frame: Any) -> Any:
    """Return a frame of values without their ends as observations; any other as it is."""
    rows = as_pandas(frame)
    bare = {"region", "indicator", "year", "value"} <= {*rows} and not {"lo", "hi"} & {*rows}
    return observed_rows(rows) if bare else rows


def with_own_unit(row: Mapping[str, Any], figure: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is only related in the unit of its own text: 35 projects are no schools."""
    unit = figure.get("unit")
    ends = [end for end in ("lo", "hi") if not is_missing(figure.get(end))]
    same = bool(ends) and all(row.get(end) == figure[end] for end in ends)  # no 万, no other scale
    if row.get("comparability") != "proxy" or not isinstance(unit, str) or not same:
        return row
    return {**row, "unit": unit_of(unit)}


def number_in(cell: Any) -> float | None:
    """Return the number of a cell; None where it holds nothing."""
    return None if pd.isna(cell) else float(cell)


def completed(rows: pd.DataFrame, defaults: Mapping[str, Any]) -> pd.DataFrame:
    """Add the columns that rows lack, at their defaults; a type stands for: nothing known."""
    for name, value in defaults.items():
        if name not in rows:
            rows[name] = None if isinstance(value, type) else value
    return rows


def region_key(
    argument: str, name: str, frames: Iterable[pd.DataFrame], evidence: Evidence | None
) -> str:
    """Return the key of a region of some named rows, or of the evidence, by any of its names.

    Raises
    ------
    UnknownValueError
        If neither knows the name.
    """
    named = pd.concat([rows.reindex(columns=["region", *NAMES]) for rows in frames])
    named = named.drop_duplicates().dropna(subset="region")
    texts = named.astype(object).map(str, na_action="ignore").astype("string")
    return region_named(argument, name, pl.from_pandas(texts).lazy(), evidence)


def region_name(key: str, rows: pd.DataFrame, evidence: Evidence, lang: str) -> str:
    """Return what some named rows, or else the evidence, call a region."""
    own = rows.loc[rows["region"] == key, f"region_{lang}"]
    return str(own.iloc[0]) if len(own) else evidence.name("region", key, lang)


def _with_bounds(rows: pd.DataFrame) -> pd.DataFrame:
    """Say what the ends of intervals say, where no comparator came with them."""
    lo, hi, strict_lo, strict_hi = (rows[name] for name in ("lo", "hi", "lo_open", "hi_open"))
    signs = pd.Series("range", index=rows.index, dtype=object)
    signs = signs.mask(hi.isna(), strict_lo.map({True: ">", False: ">="}))
    signs = signs.mask(lo.isna(), strict_hi.map({True: "<", False: "<="}))
    signs = signs.mask(lo == hi, "=").mask(lo.isna() & hi.isna(), None)
    value = rows["value"] if "value" in rows else pd.Series(None, index=rows.index)
    return rows.assign(comparator=signs, value=value.fillna(lo).fillna(hi))
