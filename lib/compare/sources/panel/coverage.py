"""Coverage of own tables: which region has which indicator, in which years."""

from __future__ import annotations

import pandas as pd
import polars as pl

from compare.ledger.evidence import Evidence

_KEYS = ["region", "indicator", "kind"]


def covered(observations: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    """Return a row for each region, indicator and kind, whether there are values or not.

    Parameters
    ----------
    observations : pandas.DataFrame
        Rows with region, indicator, kind, year and document.
    evidence : Evidence
        The regions and indicators that there are.

    Returns
    -------
    pandas.DataFrame
        With status (observed or not-in-table), comparability, years, comparable_years,
        documents, n and the names.
    """
    kinds = pd.DataFrame({"kind": sorted(observations["kind"].unique())})
    cells = evidence.indicators[["indicator"]].merge(evidence.regions[["region"]], how="cross")
    cells = cells.merge(kinds, how="cross")
    # millions of rows: one column of texts after another becomes numbers
    keys = {name: pl.from_pandas(observations[name]).cast(pl.Categorical) for name in _KEYS}
    stated = pl.DataFrame(keys | {"year": pl.from_pandas(observations["year"])})
    years = pl.col("year").unique().sort().cast(pl.String).str.join(" ")
    told = stated.group_by(_KEYS).agg(years.alias("years"), pl.len().alias("n"))
    said = told.with_columns(pl.col(_KEYS).cast(pl.String)).to_pandas()
    found = cells.merge(said, on=_KEYS, how="left")
    there = found["n"].notna()
    found = found.assign(
        n=found["n"].fillna(0).astype(int),
        status=there.map({True: "observed", False: "not-in-table"}),
        comparability=there.map({True: "exact", False: None}),
        comparable_years=found["years"],
        documents=there.map({True: observations["document"].iloc[0], False: None}),
    )
    return evidence.named(found)
