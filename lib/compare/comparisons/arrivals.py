"""Arrivals: how each kind of frame comes in as a lazy frame of polars, and how it goes back.

Columns that no comparison knows do not travel under their own names, so that none can meet
one of ours: those of a frame or a relation stay behind and are looked up by the row, those of a
lazy frame get names of ours. At the end they come back as they were; where a result has the
same name, the result stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

from compare.comparisons.columns import FLAGS, NUMBERS, YEARS, flags, known_columns
from compare.errors import FrameError
from compare.ledger.cells import every_year_of, flag_of, is_empty, number_of, year_of

SORT_KEYS = (
    *("indicator", "kind", "year", "region", "reference"),
    *("target_year", "target_scope", "target_document", "current_year"),
)
"""Rows of an eager frame come back in the order of those of these columns that it has."""

ROW = "_row"
"""The place of a row, by which the caller's own columns are found again."""

OWN = "_own "
"""How the columns of the caller's in a lazy frame are called inside."""

_AS_TEXT = ("BIGNUM", "BIT", "HUGEINT", "INTERVAL", "TIME WITH TIME ZONE", "UHUGEINT", "UUID")
"""Types of DuckDB that leave it as text: Arrow, or polars, has them not, or not as they are."""


@dataclass(frozen=True)
class Arrival:
    """A frame that came in.

    Attributes
    ----------
    native : polars.LazyFrame
        The columns that comparisons may ask for, and what leads back to the others.
    give_back : callable
        Turns a result into the kind of frame that came.
    columns : list
        The columns that came, all of them.
    """

    native: pl.LazyFrame
    give_back: Callable[[pl.LazyFrame], Any]
    columns: list[Any]


def arrived(native: Any, known: set[str] | None = None) -> Arrival:
    """Take a frame of any kind in.

    Parameters
    ----------
    native : frame
        pandas, polars (eager or lazy) or a DuckDB relation.
    known : set of str, optional
        Columns to take along; by default those that a comparison may ask for.

    Raises
    ------
    FrameError
        If it is no such frame, or two of its columns have one name.
    """
    known = known_columns() if known is None else known
    if isinstance(native, pd.DataFrame):
        _check_unlike(list(native.columns))
        own = [name for name in native.columns if name not in known]
        taken = [_series(cells, str(name)) for name, cells in native.items() if name in known]
        rows = pl.Series(ROW, range(len(native)), dtype=pl.Int64)
        table = pl.DataFrame([*taken, rows] if own or not taken else taken)
        lazy, names = table.lazy(), [*native.columns]
        return Arrival(lazy, lambda frame: _pandas_back(frame, native, own), names)
    if isinstance(native, pl.DataFrame):
        own = [name for name in native.columns if name not in known]
        rest = native.drop(own)
        if own:
            rest = rest.with_columns(pl.int_range(native.height, dtype=pl.Int64).alias(ROW))
        lazy = _plain(rest.lazy())
        return Arrival(lazy, lambda frame: _polars_back(frame, native, own), native.columns)
    if isinstance(native, duckdb.DuckDBPyRelation):
        return _of_relation(native, known)
    if not isinstance(native, pl.LazyFrame):
        holds_one = hasattr(native, "observations")  # a table of one's own, as panel() reads it
        todo = "; do: give its .observations, and its .evidence as evidence=" if holds_one else ""
        raise FrameError(
            f"{type(native).__name__} is no frame; allowed: a pandas or polars DataFrame, a "
            f"polars LazyFrame or a DuckDB relation{todo}"
        )
    names = native.collect_schema().names()
    aside = {
        name: f"{OWN}{place}"
        for place, name in enumerate(name for name in names if name not in known)
    }
    moved = _plain(native.rename(aside))
    return Arrival(moved, lambda found: _lazy_back(found, aside), names)


def _of_relation(relation: duckdb.DuckDBPyRelation, known: set[str]) -> Arrival:
    """Take the rows of a relation as they are now.

    A relation is a query, which runs again whenever it is looked at; comparisons look often, and
    a comparison of a comparison would run both each time. Here the rows come once, and go back
    as a relation on the same connection. The caller's own columns keep their types of DuckDB.
    """
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    rows = rows_of(relation)
    own = [name for name in types if name not in known]
    taken = in_polars(rows.drop_columns(own))
    if own:
        taken = taken.with_columns(pl.int_range(rows.num_rows, dtype=pl.Int64).alias(ROW))

    def give_back(frame: pl.LazyFrame) -> duckdb.DuckDBPyRelation:
        return _relation_back(frame, relation, rows, {name: types[name] for name in own})

    return Arrival(_plain(taken.lazy()), give_back, relation.columns)


def _check_unlike(names: Sequence[Any]) -> None:
    twice = [str(name) for name, count in Counter(names).items() if count > 1]
    if twice:
        raise FrameError(
            f"the frame has several columns named {', '.join(twice)}; allowed: one of each name; "
            "do: rename or drop the others"
        )


def _plain(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give columns without any value a type."""
    schema = frame.collect_schema()
    absent = [name for name, dtype in schema.items() if dtype == pl.Null]
    return frame.with_columns(pl.col(absent).cast(pl.String)) if absent else frame


def rows_of(relation: duckdb.DuckDBPyRelation) -> pa.Table:
    """Run the query of a relation; what Arrow or polars cannot hold as it is comes as text."""
    types = zip(relation.columns, map(str, relation.types), strict=True)
    texts = [_quoted(name) for name, dtype in types if dtype in _AS_TEXT]
    replaced = ", ".join(f"CAST({name} AS VARCHAR) AS {name}" for name in texts)
    return relation.select(f"* REPLACE ({replaced})" if texts else "*").to_arrow_table()


def in_polars(rows: pa.Table) -> pl.DataFrame:
    """Return rows of Arrow; of the types that polars has not, the cells come as text."""
    for place, column in enumerate(rows.schema):
        if "union" in str(column.type) or "interval" in str(column.type):
            cells = [None if cell is None else str(cell) for cell in rows[place].to_pylist()]
            rows = rows.set_column(place, column.name, pa.array(cells, pa.string()))
    return pl.DataFrame(rows)


def relation_beside(
    relation: duckdb.DuckDBPyRelation, _compare_rows_of_ours: pa.Table, columns: str = "*"
) -> duckdb.DuckDBPyRelation:
    """Return rows as a relation on the connection of another one.

    DuckDB finds them by their name in this function, which no table of a caller's has.
    """
    query = f"SELECT {columns} FROM _compare_rows_of_ours"
    return cast("duckdb.DuckDBPyRelation", relation.query("_compare_unused", query))


# --- pandas: every backend, columns one by one --------------------------------------------------


def _series(column: pd.Series[Any], name: str) -> pl.Series:
    """Return a column of any backend in polars; what is mixed is read cell by cell."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(object)
    reader = _reader(name)
    as_it_is = column.dtype != object and not isinstance(column.dtype, pd.PeriodDtype)
    return column_of(column, name) if as_it_is or reader is None else _read(column, name, reader)


def column_of(column: pd.Series[Any], name: str) -> pl.Series:
    """Return a column of pandas in polars; what polars has not, or cannot write, comes as text."""
    if isinstance(column.dtype, pd.SparseDtype):
        column = column.sparse.to_dense()
    spans = isinstance(column.dtype, pd.PeriodDtype | pd.IntervalDtype)
    if spans or column.dtype.kind in "cm":  # complex numbers, and durations
        return _texts(column, name)
    try:
        found = pl.Series(name, pl.from_pandas(column))
    except (TypeError, ValueError, pl.exceptions.PolarsError, OverflowError):
        return _texts(column, name)
    return found.cast(pl.String) if found.dtype == pl.Null else found


def _reader(name: str) -> Callable[[Any], Any] | None:
    if name in NUMBERS:
        return number_of
    if name in YEARS:
        return year_of
    if name == "every_year":
        return every_year_of
    return flag_of if name in FLAGS or name in flags() else None


def _texts(column: pd.Series[Any], name: str) -> pl.Series:
    cells = [None if is_empty(cell) else str(cell) for cell in column]
    return pl.Series(name, cells, dtype=pl.String)


def _read(column: pd.Series[Any], name: str, reader: Callable[[Any], Any]) -> pl.Series:
    """Read cells of many types; where one cannot be read, all stay texts, to be refused."""
    types: dict[Any, Any] = {
        number_of: pl.Float64, year_of: pl.Int64, flag_of: pl.Boolean, every_year_of: pl.Boolean,
    }  # fmt: skip
    if column.isna().all():
        return pl.Series(name, [None] * len(column), dtype=types[reader])
    try:
        return pl.Series(name, [reader(cell) for cell in column], dtype=types[reader])
    except ValueError:
        return _texts(column, name)


# --- the way back -------------------------------------------------------------------------------


def collected(frame: pl.LazyFrame) -> pl.DataFrame:
    """Run a plan in memory, where it is: the engine that streams takes a third longer."""
    return frame.collect(engine="in-memory")


def _sorted(frame: pl.LazyFrame) -> pl.DataFrame:
    rows = collected(frame)  # first: to ask a long plan for its columns takes as long as small rows
    keys = [name for name in SORT_KEYS if name in rows.columns]
    return rows.sort(keys) if keys else rows


def _order(found: Sequence[str], given: Sequence[Any], own: Sequence[Any]) -> list[Any]:
    """Return the columns of a result in the order in which they came, what is new behind."""
    here = {*found, *own}
    first = [name for name in given if name in here]
    return [*first, *(name for name in found if name not in first)]


def _pandas_back(frame: pl.LazyFrame, native: pd.DataFrame, own: list[Any]) -> pd.DataFrame:
    rows = _sorted(frame)
    if ROW not in rows.columns:
        return rows.to_pandas()
    places = rows[ROW].to_numpy()
    result = rows.drop(ROW).to_pandas()
    own = [name for name in own if name not in result.columns]
    if not own:
        return result
    beside = native[own].take(places).reset_index(drop=True)
    whole = pd.concat([result, beside], axis="columns")
    return whole[_order(list(result.columns), list(native.columns), own)]


def _polars_back(frame: pl.LazyFrame, native: pl.DataFrame, own: list[str]) -> pl.DataFrame:
    rows = _sorted(frame)
    if ROW not in rows.columns:
        return rows
    places = rows[ROW]
    result = rows.drop(ROW)
    own = [name for name in own if name not in result.columns]
    if not own:
        return result
    whole = result.hstack(native.select(own)[places].get_columns())
    return whole.select(_order(result.columns, native.columns, own))


def _relation_back(
    frame: pl.LazyFrame,
    relation: duckdb.DuckDBPyRelation,
    given: pa.Table,
    own: Mapping[str, str],
) -> duckdb.DuckDBPyRelation:
    found = collected(frame)  # in no order, as the rows of a relation are
    result = found.drop(ROW, strict=False)
    own = {name: dtype for name, dtype in own.items() if name not in result.columns}
    columns = {name: _quoted(name) for name in result.columns}
    rows = result.to_arrow()
    if ROW in found.columns and own:
        _check_alike(own, result.columns)
        beside = given.select([*own]).take(found[ROW].to_arrow())
        for name, dtype in own.items():
            rows = rows.append_column(name, beside[name])
            columns[name] = f"CAST({_quoted(name)} AS {dtype}) AS {_quoted(name)}"
        order = _order(result.columns, relation.columns, [*own])
        columns = {name: columns[name] for name in order}
    return relation_beside(relation, rows, ", ".join(columns.values()))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _lazy_back(frame: pl.LazyFrame, aside: dict[str, str]) -> Any:
    names = frame.collect_schema().names()
    results = [name for name in names if not name.startswith(OWN)]
    back = {}
    for name, inside in aside.items():
        if inside in names and name not in results:
            back[inside] = name
    kept = [name for name in names if name in back or not name.startswith(OWN)]
    return frame.select(*(pl.col(name).alias(back.get(name, name)) for name in kept))


def _check_alike(own: Iterable[str], results: Sequence[str]) -> None:
    """Refuse names that DuckDB takes for one."""
    folded = {name.casefold(): name for name in results}
    for name in own:
        if (result := folded.get(name.casefold())) is not None:
            raise FrameError(
                f"the relation has a column {name}, and the result one named {result}: DuckDB "
                f"takes them for one name; do: rename {name}, or take it out"
            )
