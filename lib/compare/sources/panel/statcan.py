"""Tables of Statistics Canada: stacked, with the names of columns that all of them have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl

from compare.sources.panel.opening import Sheet

_DATE, _AREA, _VALUE, _UNIT, _FACTOR = "REF_DATE", "GEO", "VALUE", "UOM", "SCALAR_FACTOR"
_BESIDE = frozenset({
    _DATE, _AREA, _VALUE, _UNIT, _FACTOR, "DGUID", "GEOUID", "UOM_ID", "SCALAR_ID", "VECTOR",
    "COORDINATE", "STATUS", "SYMBOL", "TERMINATED", "DECIMALS",
})  # fmt: skip
"""What stands in every table; what stands beside them are its dimensions."""


def of_canada(sheet: Sheet) -> tuple[Sheet, dict[str, Any]]:
    """Return a stacked table with its factor in the unit, and what each column is.

    The codes of places hold the year of the census that they are of, so that a region would be
    another one behind each: names tell them.

    Returns
    -------
    sheet : Sheet
        The table; unchanged if it is none of theirs.
    told : dict
        Role to its column; empty for others.
    """
    heads = {head.text.upper(): head for head in sheet.heads}
    if not {_DATE, _AREA, _VALUE, _UNIT} <= heads.keys():
        return sheet, {}
    others = [head for name, head in heads.items() if name and name not in _BESIDE]
    several = [head for head in others if sheet.frame[head.letters].n_unique() > 1]
    told = {
        "name": heads[_AREA], "year": heads[_DATE], "value": heads[_VALUE], "unit": heads[_UNIT],
        "indicator": several or others,
    }  # fmt: skip
    if _FACTOR not in heads:
        return sheet, told
    unit, factor = (pl.col(heads[name].letters).cast(pl.String) for name in (_UNIT, _FACTOR))
    plain = factor.str.strip_chars().str.to_lowercase()
    scaled = (
        pl.when(plain.is_in(["", "units"]))
        .then(unit)
        .otherwise(pl.concat_str(plain, unit, separator=" "))
    )
    return replace(sheet, frame=sheet.frame.with_columns(scaled.alias(heads[_UNIT].letters))), told
