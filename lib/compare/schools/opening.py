"""A school table opened: a file or any frame becomes a lazy frame of polars.

What no comparison should meet is settled here: two columns of one name, columns that hold
neither text nor numbers, two spellings of one name, and rows that are totals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl

from compare.comparisons.arrivals import collected, column_of, in_polars, relation_beside, rows_of
from compare.errors import DataError, FrameError, Problem
from compare.ledger import read as reading
from compare.ledger.heads import head_problem
from compare.ledger.names import normal_name, spellings
from compare.ledger.totals import is_total
from compare.ledger.workbook import FileFormError

Rows = pl.LazyFrame
"""The working kind of every frame, computed only when asked."""

ROW, TOTAL = "__row", "__total"
"""Working columns of an opened table: the row in its file (0 in a frame), and the words by
which the row is a total; named so that no column of a user is in the way."""

_TEXTS = (pl.String, pl.Categorical, pl.Enum)


@dataclass(frozen=True)
class Source:
    """A table as given.

    Attributes
    ----------
    frame : polars.LazyFrame
        Its rows, with ``ROW``.
    file : str
        What messages call it.
    header : int
        Row of the header in messages: 1 in a file, 0 in a frame.
    give_back : callable
        Turns a result into the kind of frame that was given.
    problems : list of Problem
        What was wrong with the file's form.
    """

    frame: Rows
    file: str
    header: int
    give_back: Callable[[Rows], Any]
    problems: list[Problem] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """Its column names, without the working ones."""
        return [name for name in self.frame.collect_schema().names() if name not in (ROW, TOTAL)]

    def absent(self, columns: Iterable[str]) -> list[Problem]:
        """Return a problem for each of these columns that is not there."""
        present = set(self.columns)
        return [self.missing(name, name) for name in columns if name not in present]

    def missing(self, column: str, allowed: str) -> Problem:
        """Return the problem of a missing column."""
        what, todo = "the column is missing", "add it, or correct the header"
        return Problem(self.file, self.header, column, what, allowed, todo)

    def unreadable(self, columns: Iterable[str]) -> list[Problem]:
        """Return a problem for each of these columns that holds neither text nor numbers."""
        schema = self.frame.collect_schema()
        allowed, todo = "text or numbers", "give each cell as text, or as a number"
        return [
            Problem(self.file, self.header, name, f"it holds {schema[name]}", allowed, todo)
            for name in columns
            if name in schema and not _is_readable(schema[name])
        ]


def open_schools(schools: Any, is_column: Callable[[str], bool]) -> Source:
    """Open a frame, or the path of a file.

    Parameters
    ----------
    schools : frame, str or pathlib.Path
        A pandas or polars frame (eager or lazy), a DuckDB relation, or the path of a CSV
        file (UTF-8, UTF-16 or GB18030, whatever separates its cells) or an .xlsx workbook, which
        becomes a pandas frame.
    is_column : callable
        Tells whether a cell is the name of a column that is looked for.

    Raises
    ------
    DataError
        If the file cannot be read.
    FrameError
        If it is neither a frame nor a path, or a frame with two columns of one name.
    """
    if isinstance(schools, str | Path):
        return _open_file(Path(schools), is_column)
    if isinstance(schools, pd.DataFrame):
        plain = _plain(schools)
        columns = [column_of(column, str(name)) for name, column in plain.items()]
        return _source(pl.DataFrame(columns), _as_pandas)
    if isinstance(schools, duckdb.DuckDBPyRelation):
        _refuse_twice(schools.columns, any_case=True)
        return _source(in_polars(rows_of(schools)), lambda rows: _beside(schools, rows))
    if isinstance(schools, pl.DataFrame):
        return _source(schools, collected)
    if isinstance(schools, pl.LazyFrame):
        return _source(schools, lambda rows: rows)
    raise FrameError(
        f"{type(schools).__name__} is no school table; allowed: a pandas or polars frame, a "
        "DuckDB relation, or the path of a CSV or .xlsx file"
    )


def _source(frame: pl.DataFrame | pl.LazyFrame, give_back: Callable[[Rows], Any]) -> Source:
    rows = frame.lazy().drop(ROW, TOTAL, strict=False).with_columns(pl.lit(0).alias(ROW))
    return Source(rows, "schools", 0, give_back)


def _as_pandas(rows: Rows) -> pd.DataFrame:
    return rows.pipe(collected).to_pandas()


def _beside(relation: duckdb.DuckDBPyRelation, rows: Rows) -> duckdb.DuckDBPyRelation:
    return relation_beside(relation, rows.pipe(collected).to_arrow())


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a pandas frame with named columns only, and mixed ones as text."""
    names = [name for name in frame.columns if isinstance(name, str)]
    _refuse_twice(names, any_case=False)
    frame = frame[names].reset_index(drop=True)
    mixed = {name: _as_text(frame[name]) for name in names if frame[name].dtype == object}
    return frame.assign(**mixed)


def _as_text(cells: pd.Series[Any]) -> pd.Series[Any]:
    texts = [None if pd.api.types.is_scalar(c) and pd.isna(c) else str(c) for c in cells]
    return pd.Series(texts, index=cells.index, dtype="str")


def _refuse_twice(names: list[str], *, any_case: bool) -> None:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(name.casefold() if any_case else name, name)
        if first != name or names.count(name) > 1:
            shown = repr(name) if first == name else f"{first!r} and {name!r}"
            raise FrameError(
                f"schools: the column {shown} is there twice; allowed: each name once"
                f"{', in any case' if any_case else ''}; do: rename or remove one"
            )


def _open_file(path: Path, is_column: Callable[[str], bool]) -> Source:
    file = path.as_posix()
    try:
        records = reading.read_records(path, is_column)
    except FileFormError as error:
        raise DataError([Problem(file, 0, "", error.what, error.allowed, error.todo)]) from error
    except FileNotFoundError as error:
        what, allowed = "the file does not exist", "the path of a CSV file or an .xlsx workbook"
        raise DataError([Problem(file, 0, "", what, allowed, "check the path")]) from error
    if not any(any(cell.strip() for cell in record) for record in records):
        allowed = "the names of the columns, and one row per school"
        raise DataError([reading.empty(file, allowed)])
    if head := head_problem(file, records, is_column):
        raise DataError([head])
    header = [name.strip() for name in records[0] if name.strip()]
    table = reading.as_table(file, records, header)
    if table.problems and not table.rows:
        raise DataError(table.problems)
    cells = {name: [row.cells[name] for row in table.rows] for name in header}
    frame = pd.DataFrame(cells, columns=header, dtype="str")
    frame = frame.drop(columns=[name for name in (ROW, TOTAL) if name in header])
    frame[ROW] = [row.number for row in table.rows]
    return Source(pl.from_pandas(frame).lazy(), file, 1, _as_pandas, table.problems)


def _is_readable(dtype: pl.DataType) -> bool:
    """Tell whether cells of a type are text or numbers, or read as text and then refused."""
    if dtype.is_numeric() or dtype in (pl.Boolean, pl.Date, pl.Datetime):
        return True
    # a polars column of nothing but nulls has no type of its own
    return dtype in (*_TEXTS, pl.Null)


def with_one_spelling(source: Source, names: Iterable[str], words: Iterable[str] = ()) -> Source:
    """Return a table in which names are one where they differ only in blanks and widths.

    Rows that are totals get the words that say so (``TOTAL``).

    Parameters
    ----------
    source : Source
        The table.
    names : iterable of str
        Columns of names, each spelt as :func:`~compare.ledger.names.spellings` has it; all may
        be absent.
    words : iterable of str
        Columns of fixed words, brought to their normal form.
    """
    schema = source.frame.collect_schema()
    texts = [name for name in source.columns if schema[name] in _TEXTS]
    found = {name: _spellings(source.frame, name) for name in texts}
    named = {*names, *texts[:1]}
    total = pl.lit(None, pl.String)
    for name, there in found.items():
        words_of_totals = [text for text in there if is_total(text, name=name in named)]
        if words_of_totals:
            text = pl.col(name).cast(pl.String)
            total = pl.when(text.is_in(words_of_totals)).then(text).otherwise(total)
    frame = source.frame.with_columns(total.alias(TOTAL))
    shown = {name: spellings(found[name]) for name in names if name in found}
    shown |= {name: {t: normal_name(t) for t in found[name]} for name in words if name in found}
    respelled = [_respelled(name, meant) for name, meant in shown.items()]
    changed = [expression for expression in respelled if expression is not None]
    return replace(source, frame=frame.with_columns(*changed) if changed else frame)


def _spellings(frame: Rows, name: str) -> list[str]:
    """Return the different texts of a column, in their order."""
    texts = frame.select(pl.col(name).cast(pl.String)).pipe(collected).get_column(name)
    return [text for text in texts.unique(maintain_order=True).to_list() if isinstance(text, str)]


def _respelled(name: str, shown: dict[str, str]) -> pl.Expr | None:
    other = {text: spelling for text, spelling in shown.items() if text != spelling}
    if not other:
        return None
    text = pl.col(name).cast(pl.String)
    return text.replace_strict(other, default=text, return_dtype=pl.String).alias(name)
