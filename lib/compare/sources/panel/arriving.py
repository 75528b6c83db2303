"""Frames of people made plain: each column numbers or texts, each name one text.

A frame of pandas may hold anything: names on several levels, regions in the index, categories,
numbers among texts, lists. A column that is not of numbers becomes texts, so that what is no
value is said of its cell, and what nobody asks for may be anything.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd
import polars as pl

_NO_TEXTS = (pl.List, pl.Array, pl.Struct, pl.Duration, pl.Object)
"""Types that polars does not turn into texts."""


def plain_columns(frame: Any) -> tuple[list[str], list[pl.Series]] | None:
    """Return the names and the columns of a frame, numbers or texts; None where it is none.

    Parameters
    ----------
    frame : frame
        Of pandas, polars (eager or lazy), DuckDB or Arrow.
    """
    if isinstance(frame, pd.Series):
        frame = frame.to_frame(frame.name if frame.name is not None else "value")
    if isinstance(frame, pd.DataFrame):
        named = _columns_of_pandas(frame)
        return [name for name, _ in named], [_of_pandas(name, cells) for name, cells in named]
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    elif not isinstance(frame, pl.DataFrame) and hasattr(frame, "__arrow_c_stream__"):
        frame = pl.DataFrame(frame)
    if not isinstance(frame, pl.DataFrame):
        return None
    return list(frame.columns), [_plain(column) for column in frame.get_columns()]


def _columns_of_pandas(frame: pd.DataFrame) -> list[tuple[str, pd.Series]]:
    """Return names and columns, with those of an index that says something before them."""
    names = [_name(column) for column in frame.columns]
    columns = [frame.iloc[:, place] for place in range(len(names))]
    index = frame.index
    levels = [index.get_level_values(place) for place in range(index.nlevels)]
    kept = [
        (_name(level.name) or _unnamed(level), pd.Series(level.to_numpy(), dtype=level.dtype))
        for level in levels
        if level.name is not None or not (pd.api.types.is_numeric_dtype(level) or level.empty)
    ]
    return [
        *((name, cells) for name, cells in kept if name not in names),
        *zip(names, columns, strict=True),
    ]


def _unnamed(level: pd.Index) -> str:
    """Return what an index without a name is taken for: years, or names of regions."""
    return "year" if isinstance(level, pd.DatetimeIndex | pd.PeriodIndex) else "region"


def _name(column: Hashable) -> str:
    """Return a name; of one on several levels, those that say something, once each."""
    parts = column if isinstance(column, tuple) else (column,)
    return " ".join(dict.fromkeys(str(part) for part in parts if not _is_nothing(part)))


def _of_pandas(name: str, cells: pd.Series) -> pl.Series:
    if isinstance(cells.dtype, pd.SparseDtype):
        cells = cells.sparse.to_dense()
    elif isinstance(cells.dtype, pd.CategoricalDtype):
        cells = cells.astype(object)
    odd = isinstance(cells.dtype, pd.PeriodDtype | pd.IntervalDtype) or cells.dtype.kind in "cm"
    if not odd:
        try:
            return _plain(pl.Series(name, pl.from_pandas(cells)))
        except Exception:  # numbers among texts: each library has errors of its own
            pass
    return _of_cells(name, cells.tolist())


def _of_cells(name: str, cells: Sequence[Any]) -> pl.Series:
    """Return cells of any kind as texts, whole numbers without a point."""
    whole = (int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in cells)
    return pl.Series(name, ["" if _is_nothing(cell) else str(cell) for cell in whole], pl.String)


def _is_nothing(cell: Any) -> bool:
    return cell is None or (pd.api.types.is_scalar(cell) and bool(pd.isna(cell)))


def _plain(column: pl.Series) -> pl.Series:
    """Return a column of numbers as it is, and any other as texts."""
    if isinstance(column.dtype, _NO_TEXTS):
        return _of_cells(column.name, column.to_list())
    if column.dtype == pl.Float32:
        return column.cast(pl.String).cast(pl.Float64)  # 95.1, and not 95.0999984741211
    if column.dtype.is_numeric():
        return column
    return column.cast(pl.String, strict=False).fill_null("").str.strip_chars()
