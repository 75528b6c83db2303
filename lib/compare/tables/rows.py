"""The boundary of tables: rows in the order that suggests nothing, and the words behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang
from compare.wording.values import is_missing


def table_rows(frame: Any, evidence: Evidence | None, lang: Lang) -> tuple[pd.DataFrame, Evidence]:
    """Return named rows: indicators as they come, then years and kinds, regions by code."""
    check_lang(lang)
    rows, known = known_rows(frame, evidence)
    first = {name: place for place, name in enumerate(rows["indicator"].unique())}
    ordered = with_printed(rows, known).assign(_place=rows["indicator"].map(first))
    by = ["_place", *(name for name in ("year", "kind") if name in rows)]
    return by_code(ordered, *by).drop(columns="_place"), known


def with_printed(rows: pd.DataFrame, known: Evidence) -> pd.DataFrame:
    """Add what was printed of each value, and whether in words alone."""
    if "figure" not in rows:
        return rows
    lacking = [name for name in ("printed", "worded") if name not in rows]
    return rows.assign(**known.said_of(rows["figure"], lacking))


def by_code(rows: pd.DataFrame, *before: str) -> pd.DataFrame:
    """Return named rows in the order of some columns, and regions by code; strangers last."""
    return rows.sort_values(
        [*before, "adcode"], kind="stable", na_position="last", ignore_index=True
    )


def by_best(rows: pd.DataFrame, name: str, sign: int) -> pd.DataFrame:
    """Return rows with what orders them, best first; an interval stands by its middle, or end.

    Targets of one indicator and year none of which has it stay as they are.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a comparison, with indicator and target_year.
    name : str
        A difference of theirs, which is beside its ends: ``<name>_lo``, ``<name>_hi``.
    sign : int
        1 where the least is best, -1 where the most is, 0 where what is nearest to none.
    """
    low, high = rows[f"{name}_lo"], rows[f"{name}_hi"]
    size = rows[name].fillna((low + high) / 2).fillna(low).fillna(high)
    return rows.assign(
        _size=sized(sign * size if sign else size.abs(), rows["indicator"], rows["target_year"])
    )


def sized(size: pd.Series[float], *keys: pd.Series[Any]) -> pd.Series[float]:
    """Return sizes; of a group in which none is known, all are alike."""
    unknown = size.isna().groupby(list(keys), sort=False, dropna=False).transform("all")
    return size.mask(unknown, 0.0)


def places(rows: pd.DataFrame, known: Evidence) -> pd.Series:
    """Return where the indicators of rows stand: those that nobody knows come last."""
    names = dict.fromkeys([*known.indicators["indicator"], *rows["indicator"]])
    return rows["indicator"].map({name: place for place, name in enumerate(names)})


def quotes_of(figures: Iterable[Any], known: Evidence) -> dict[str, str]:
    """Return the words and the place of figures, by id."""
    return {
        figure: f"“{words['quote']}” {'' if is_missing(words['locator']) else words['locator']}"
        for figure, words in known.words(figures).items()
        if not is_missing(words["quote"])
    }
