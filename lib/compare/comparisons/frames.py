"""The one frame boundary: pandas, polars (eager, lazy) and DuckDB come in, the same goes out.

Inside, every comparison is an expression on a lazy narwhals frame over one of two engines,
polars or DuckDB; pandas rows travel through polars. Nothing else in the package asks what
kind of frame it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl

from compare.errors import CompareError

SORT_KEYS = ("indicator", "kind", "year", "region", "reference")
"""Rows of an eager frame come back in the order of those of these columns that it has."""


NUMBERS = ("value", "lo", "hi", "floor", "cap", "resolution")
YEARS = ("year", "observed_year")
"""Columns taken as numbers whatever their type; not a number is absent."""


class FrameError(CompareError, TypeError):
    """Not a frame, or a frame without the columns needed."""


@dataclass(frozen=True)
class Boundary:
    """A frame that came in, and the way back out.

    Attributes
    ----------
    frame : narwhals.LazyFrame
        The rows.
    give_back : callable
        Turns a lazy frame of the same engine into the kind of frame that came in.
    """

    frame: nw.LazyFrame[Any]
    give_back: Callable[[nw.LazyFrame[Any]], Any]

    def constant(self, columns: Mapping[str, Sequence[Any]]) -> nw.LazyFrame[Any]:
        """Return a small table of constants on the same engine."""
        return constant_like(self.frame, columns)


def enter(native: Any, *, needs: Sequence[str] = ()) -> Boundary:
    """Take a frame in.

    Parameters
    ----------
    native : pandas.DataFrame, polars.DataFrame, polars.LazyFrame or duckdb relation
        The frame.
    needs : sequence of str
        Columns that it must have.

    Raises
    ------
    FrameError
        If it is no such frame, or a column is missing; all missing ones are named.
    """
    if isinstance(native, pd.DataFrame):
        lazy: Any = pl.from_pandas(native.reset_index(drop=True)).lazy()
        back: Callable[[Any], Any] = _to_pandas
    elif isinstance(native, pl.DataFrame):
        lazy, back = native.lazy(), _to_polars
    elif isinstance(native, pl.LazyFrame | duckdb.DuckDBPyRelation):
        lazy, back = native, nw.to_native
    else:
        raise FrameError(
            f"{type(native).__name__} is no frame; allowed: a pandas or polars DataFrame, a "
            "polars LazyFrame or a DuckDB relation"
        )
    frame = nw.from_native(lazy)
    require_columns(frame, needs)
    return Boundary(_with_numbers(frame), back)


def require_columns(frame: nw.LazyFrame[Any], needs: Sequence[str]) -> None:
    """Refuse a frame that lacks columns, naming all of them."""
    has = columns_of(frame)
    missing = [name for name in needs if name not in has]
    if missing:
        raise FrameError(
            f"the frame has no column {', '.join(missing)}; it has {', '.join(has)}; "
            "start from compare.observations() or compare.align()"
        )


def columns_of(frame: nw.LazyFrame[Any]) -> list[str]:
    """Return the names of a frame's columns."""
    return list(frame.collect_schema().names())


def constant_like(
    frame: nw.LazyFrame[Any], columns: Mapping[str, Sequence[Any]]
) -> nw.LazyFrame[Any]:
    """Return a small table of constants on the engine, and connection, of a frame."""
    native = nw.to_native(frame)
    if isinstance(native, pl.LazyFrame):
        table = nw.from_native(pl.LazyFrame(dict(columns)))
    else:
        table = nw.from_native(native.query("unused", _values(columns)))
    absent = [name for name, cells in columns.items() if all(cell is None for cell in cells)]
    typed = [nw.col(name).cast(nw.String) for name in absent]
    return table.with_columns(*typed) if typed else table


def with_defaults(frame: nw.LazyFrame[Any], defaults: Mapping[str, Any]) -> nw.LazyFrame[Any]:
    """Add constant columns that a frame does not have."""
    has = columns_of(frame)
    new = [
        (nw.lit(None, dtype=value) if isinstance(value, type) else nw.lit(value)).alias(name)
        for name, value in defaults.items()
        if name not in has
    ]
    return frame.with_columns(*new) if new else frame


def with_nulls_filled(frame: nw.LazyFrame[Any], defaults: Mapping[str, Any]) -> nw.LazyFrame[Any]:
    """Put the default value, where there is one, in the empty cells of columns it has."""
    has = columns_of(frame)
    return frame.with_columns(
        nw.col(name).fill_null(value)
        for name, value in defaults.items()
        if name in has and not isinstance(value, type)
    )


def holds(condition: nw.Expr) -> nw.Expr:
    """Take a condition that is unknown, because a value is absent, as one that does not hold."""
    return nw.when(condition.is_null()).then(nw.lit(False)).otherwise(condition)


def distinct(frame: nw.LazyFrame[Any], *keys: str) -> nw.LazyFrame[Any]:
    """Return each combination of some columns once, without sorting or numbering rows."""
    return frame.group_by(*keys).agg(_rows=nw.len()).select(*keys)


def summed_up(
    frame: nw.LazyFrame[Any],
    keys: Sequence[str],
    *,
    highest: Mapping[str, str],
    second: Mapping[str, str],
) -> nw.LazyFrame[Any]:
    """Return the highest values of each group, some second highest ones, and its size.

    Parameters
    ----------
    frame : narwhals.LazyFrame
        Rows without absent values in the columns asked for.
    keys : sequence of str
        What makes a group.
    highest, second : mapping
        Name of a result to the column that it is the highest, or second highest, value of.
        The second highest may equal the highest, and is null where there is only one row.

    Returns
    -------
    narwhals.LazyFrame
        One row per group: the keys, the results and ``_size``.

    Notes
    -----
    Each engine has a function for the second highest value, and narwhals none: sorting
    millions of rows, or going through them twice, would take far longer.
    """
    native = nw.to_native(frame)
    if isinstance(native, pl.LazyFrame):
        several = pl.len() > 1
        return nw.from_native(
            native.group_by(*keys).agg(
                *(pl.max(column).alias(name) for name, column in highest.items()),
                *(
                    pl.when(several).then(pl.col(column).top_k(2).min()).alias(name)
                    for name, column in second.items()
                ),
                _size=pl.len().cast(pl.Int64),
            )
        )
    groups = ", ".join(f'"{key}"' for key in keys)
    parts = [f'max("{column}") AS "{name}"' for name, column in highest.items()]
    parts += [f'max("{column}", 2)[2] AS "{name}"' for name, column in second.items()]
    table = native.aggregate(", ".join([groups, *parts, "count(*) AS _size"]), groups)
    summed: nw.LazyFrame[Any] = nw.from_native(table)
    return summed


def is_duckdb(frame: nw.LazyFrame[Any]) -> bool:
    """Tell which of the two engines a frame runs on."""
    return isinstance(nw.to_native(frame), duckdb.DuckDBPyRelation)


def as_pandas(native: Any) -> pd.DataFrame:
    """Return the rows of any kind of frame as pandas, in the order in which they come."""
    if isinstance(native, pd.DataFrame):
        return native.reset_index(drop=True)
    return enter(native).frame.collect().to_pandas()


def _with_numbers(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    has = frame.collect_schema()
    numbers = [nw.col(name).cast(nw.Float64) for name in NUMBERS if name in has]
    years = [name for name in YEARS if name in has and not has[name].is_integer()]
    typed: list[nw.Expr] = [nw.when(~number.is_nan()).then(number) for number in numbers]
    typed += [nw.col(name).cast(nw.Int64) for name in years]
    return frame.with_columns(*typed) if typed else frame


def _values(columns: Mapping[str, Sequence[Any]]) -> str:
    rows = list(zip(*columns.values(), strict=True))
    if not rows:
        return _values({name: [None] for name in columns}) + " WHERE false"
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    names = ", ".join(f'"{name}"' for name in columns)
    return f"SELECT * FROM (VALUES {values}) AS t ({names})"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"CAST('{value}' AS DOUBLE)" if isinstance(value, float) else str(value)
    return "'" + str(value).replace("'", "''") + "'"


def _to_polars(frame: nw.LazyFrame[Any]) -> pl.DataFrame:
    native: pl.LazyFrame = nw.to_native(frame)
    keys = [name for name in SORT_KEYS if name in native.collect_schema().names()]
    return native.sort(keys).collect()


def _to_pandas(frame: nw.LazyFrame[Any]) -> pd.DataFrame:
    return _to_polars(frame).to_pandas()
