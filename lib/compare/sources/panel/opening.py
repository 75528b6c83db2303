"""Own tables opened: a file or a frame becomes sheets of cells, each with its row and column.

A text or a workbook is a grid, in which the head is looked for; a frame, a Parquet or a Stata
file has its head beside its rows.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl

from compare.errors import CompareError, FrameError, UnknownValueError, listed
from compare.ledger.encodings import CALLED, PLAIN, encoding_of
from compare.ledger.packed import unpacked
from compare.ledger.read import (
    decode,
    is_any_name,
    is_utf_8,
    is_workbook,
    read_records,
    refuse_endless,
    separator_of,
    text_records,
)
from compare.ledger.workbook import FileFormError, NumberText, hides_rows, read_sheets
from compare.sources.panel.arriving import plain_columns
from compare.sources.panel.eurostat import columns_of, is_of_eurostat
from compare.sources.panel.flag_columns import flags_behind, longest_unflagged, with_flags
from compare.sources.panel.heads import (
    Head,
    heads_of,
    is_about,
    is_bracketed,
    is_unit_alone,
    named_in,
    split_grid,
    with_label,
)
from compare.sources.panel.missed_heads import refuse_missed_head
from compare.sources.panel.told import ToldError

ROW = "_row"
"""The column that holds the row of a file, as a spreadsheet counts."""

A_TABLE = (
    "a CSV (.gz, too), .xlsx, Parquet or Stata (.dta) file, or a frame of pandas, polars, "
    "DuckDB or Arrow"
)


@dataclass(frozen=True)
class Sheet:
    """One table.

    Attributes
    ----------
    name : str
        What it is called in the ids of figures.
    heads : sequence of Head
        Its columns, in order.
    frame : polars.DataFrame
        Its rows: a column for each head, named by its letters, and ``_row``.
    before : sequence of tuple
        Rows above the body, each with its number, what it is and its text.
    file : str
        The file's name; empty for a frame.
    flagged : bool
        Whether flags may stand behind the values in their cells, as Eurostat has them.
    status, confidence : sequence of str
        The letters of columns that hold flags, and of those that say what is confidential.
    encoding : str
        How the text is written, where it is none of the usual.
    chosen : sequence of str
        The letters of columns that say which rows were meant.
    is_turned : bool
        Whether each of its lines is a column of the file, and the letters of its heads are the
        rows.
    decimal_dots : collection of str
        The letters of columns of a workbook whose dots stand before decimals, for the cells hold
        numbers.
    left : mapping
        Sheets of its workbook that nothing is read from, by what they are.
    indents : mapping
        Rows whose first text is indented, with how far.
    """

    name: str
    heads: Sequence[Head]
    frame: pl.DataFrame
    before: Sequence[tuple[int, str, str]] = field(default_factory=tuple)
    file: str = ""
    flagged: bool = False
    status: Sequence[str] = ()
    confidence: Sequence[str] = ()
    encoding: str = ""
    chosen: Sequence[str] = ()
    is_turned: bool = False
    decimal_dots: Collection[str] = ()
    left: Mapping[str, Sequence[str]] = field(default_factory=dict)
    indents: Mapping[int, int] = field(default_factory=dict)

    def has(self, head: Head) -> pl.Expr:
        """Tell which cells of a column hold anything; numbers, of millions of rows, as they are."""
        cells = pl.col(head.letters)
        if self.frame[head.letters].dtype.is_numeric():
            return cells.is_not_null()
        return cells.cast(pl.String).fill_null("") != ""

    @property
    def title(self) -> str:
        """What stands above the head, in one line."""
        return " ".join(text for _, what, text in self.before if what == "title")

    @property
    def heading(self) -> str:
        """What the table is called above its head, without lines of a unit or a time alone."""
        titles = [text for _, what, text in self.before if what == "title"]
        telling = [text for text in titles if not is_unit_alone(text) and not is_about(text)]
        return " ".join(named_in(text) or text for text in telling)

    @property
    def caption(self) -> str:
        """The line above the head that says what the table holds, and not its unit or time alone.

        A line that calls itself the indicator (指标：…) says it, wherever it stands.
        """
        titles = [text for _, what, text in self.before if what == "title"]
        named = (named_in(text) for text in titles)
        others = (
            text for text in reversed(titles)
            if not is_unit_alone(text) and not is_about(text) and not is_bracketed(text)
        )  # fmt: skip
        return next((name for name in named if name), next(others, ""))


def open_tables(
    table: Any, sheet: str | Sequence[str] | None, encoding: str | None = None
) -> list[Sheet]:
    """Open a path, several paths, or a frame; a text as it is written, if that is told.

    Raises
    ------
    FrameError
        If it is none of them, or a file cannot be read.
    UnknownValueError
        If no sheet has the name asked for, or several could be meant.
    """
    if isinstance(table, str | Path):
        return _open_file(Path(table), sheet, encoding)
    if isinstance(table, list | tuple):
        return [found for one in table for found in open_tables(one, sheet, encoding)]
    return [_of_frame(table, "table")]


def _open_file(path: Path, sheet: str | Sequence[str] | None, encoding: str | None) -> list[Sheet]:
    try:
        refuse_endless(path)
        if path.suffix.lower() == ".parquet":
            return [_of_frame(pl.read_parquet(path), "table", path.name)]
        if path.suffix.lower() == ".dta":
            return [_of_stata(path)]
        if is_workbook(path):
            return _of_workbook(path, sheet)
        data = unpacked(path)
        if encoding is not None:
            data = _in_utf_8(data, encoding, path.name)
        if is_of_eurostat(data[:_SAMPLE].decode("utf-8-sig", "replace")):
            return [_of_eurostat(data, path.name)]
        if (large := _of_large_text(data, path.name)) is not None:
            return [large]
        records = (
            read_records(path, is_any_name)
            if encoding is None
            else text_records(decode(data), is_any_name)
        )
        found = _of_grid(records, "table", path.name, _told_of(data))
    except FrameError:
        raise
    except FileNotFoundError:
        raise FrameError(f"{path} does not exist; allowed: the path of {A_TABLE}") from None
    except FileFormError as error:
        raise FrameError(f"{path.name}: {error}") from None
    except CompareError:
        raise
    except Exception as error:  # readers raise many kinds on broken files
        raise FrameError(
            f"{path.name} cannot be read ({error}); allowed: {A_TABLE}; do: save it again"
        ) from None
    if found is None:
        raise FrameError(
            f"{path.name} holds no table: no row of names with numbers below it; do: put the "
            "names of the columns into one row above the first region"
        )
    return [found]


def _in_utf_8(data: bytes, encoding: str, file: str) -> bytes:
    """Return a text that is written in a way that was told in UTF-8."""
    try:
        return data.decode(encoding).encode()
    except LookupError:
        raise UnknownValueError(
            f"encoding={encoding!r} is none that Python knows; as cp1251, cp1250, latin-1, big5"
        ) from None
    except UnicodeDecodeError as error:
        raise FrameError(
            f"{file} is not written in {encoding} (byte {error.start + 1}); do: another encoding=, "
            "or none to have it told from the text"
        ) from None


LARGE = 16 * 2**20
"""From this many bytes on, a text is read by polars: Python would need minutes and memory."""

_SAMPLE = 2**16


def _of_large_text(data: bytes, file: str) -> Sheet | None:
    """Return the table of a large text; None where it is small, or not as plain as it must be.

    The head is told from the first lines, as in every text; then each line is a row. A text
    with blank lines, or with lines of other lengths, is left to the slower reader.
    """
    if len(data) < LARGE:
        return None
    if b"\n\n" in data or b"\n\r\n" in data:
        return None
    text = decode(data)
    sample = text[:_SAMPLE].rpartition("\n")[0]
    separator = separator_of(sample)
    records = list(csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    split = split_grid(records)
    if split is None or any("\n" in cell for record in records for cell in record):
        return None
    heads, before, start = split
    plain = data.removeprefix(codecs.BOM_UTF8)
    if not is_utf_8(data):
        plain = text.encode()
    del text
    try:
        frame = pl.read_csv(
            plain, separator=separator, has_header=False, infer_schema=False, skip_rows=start,
            new_columns=[head.letters for head in heads], raise_if_empty=False,
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        return None
    if frame.width != len(heads):
        return None
    texts = frame.with_columns(pl.all().fill_null("").str.strip_chars())
    rows = pl.Series(ROW, range(start + 1, start + 1 + frame.height), dtype=pl.Int64)
    encoding = _told_of(data)
    return Sheet("table", heads, texts.with_columns(rows), before, file, encoding=encoding)


def _of_eurostat(data: bytes, file: str) -> Sheet:
    heads, columns, rows = columns_of(decode(data), file)
    frame = pl.DataFrame(columns | {ROW: pl.Series(rows, dtype=pl.Int64)})
    return Sheet("table", heads, frame, (), file, flagged=True)


def _of_workbook(path: Path, sheet: str | Sequence[str] | None) -> list[Sheet]:
    grids, hidden = read_sheets(path)
    asked = [sheet] if isinstance(sheet, str) else list(sheet or grids)
    for name in asked:
        if name in hidden:
            raise UnknownValueError(
                f"sheet={name!r} is hidden in {path.name}; do: show it, and save the file again"
            )
        if name not in grids:
            raise UnknownValueError(
                f"sheet={name!r} does not exist in {path.name}; it has {listed(list(grids))}"
            )
    found, broken = _of_sheets({name: grids[name] for name in asked}, path.name)
    if broken and (sheet is not None or not found):
        raise next(iter(broken.values()))
    tables = {one.name for one in found} | set(broken)
    left = {"without a table": [n for n in asked if n not in tables and _holds_any(grids[n])]}
    left |= {} if sheet else {"hidden": hidden}
    seen = {"with hidden rows or columns that are read": [path.name] * hides_rows(path)}
    others = "".join(f"; {what}: {listed(some, SHEETS)}" for what, some in left.items() if some)
    if not found:
        raise FrameError(
            f"{path.name} holds no table: no row of names with numbers below it{others}"
        )
    alike = {tuple(head.text for head in one.heads) for one in found}
    if sheet is None and (len(alike) > 1 or broken):
        names = [name for name in asked if name in tables]
        raise ToldError(
            f"{path.name} has several sheets with tables that differ: {listed(names, SHEETS)}"
            f"{others}; do: name the one that is meant, sheet=…",
            asked={"sheet": found[0].name},
        )
    return [replace(found[0], left=left | seen), *found[1:]]


def _holds_any(grid: list[list[str]]) -> bool:
    return any(cell.strip() for row in grid for cell in row)


SHEETS = 20
"""So many sheets are named where one is asked for."""


def _of_sheets(
    grids: Mapping[str, list[list[str]]], file: str
) -> tuple[list[Sheet], dict[str, FrameError]]:
    """Return the sheets that hold tables, and those that cannot be read with the reason."""
    found, broken = [], {}
    for name, grid in grids.items():
        try:
            one = _of_grid(grid, name, file)
        except FrameError as error:
            broken[name] = error
        else:
            found += [] if one is None else [one]
    return found, broken


def _told_of(data: bytes) -> str:
    """Return how a text is written, where that is to be told; empty for the usual ones."""
    found = encoding_of(data)
    return "" if found in PLAIN else CALLED[found]


def _of_grid(records: list[list[str]], name: str, file: str, encoding: str = "") -> Sheet | None:
    """Return the table of a grid; None where no head stands above numbers."""
    split = split_grid(records)
    if split is None:
        return None
    heads, before, start = split
    width = len(heads)
    body = [(row, cells) for row, cells in enumerate(records[start:], start + 1) if any(cells)]
    flags = flags_behind([bool(head.text) for head in heads], body)
    texts = [
        [
            cells[place].strip() if place < len(cells) and place not in flags else ""
            for _, cells in body
        ]
        for place in range(width)
    ]
    for place, marks in flags.items():
        texts[place - 1] = with_flags(texts[place - 1], marks)
    columns = {
        head.letters: pl.Series(cells, dtype=pl.String)
        for head, cells in zip(heads, texts, strict=True)
    }
    if (longer := longest_unflagged(body, width, flags)) is not None:
        raise FrameError(
            f"{file or name}: row {longer} has cells beyond the last name of the head; do: "
            "name the column, or empty the cells"
        )
    _refuse_side_by_side(heads, columns, file or name)
    rows = pl.Series([row for row, _ in body], dtype=pl.Int64)
    frame = pl.DataFrame(columns | {ROW: rows})
    numbers = [
        head.letters
        for place, head in enumerate(heads)
        if _are_numbers(cells[place] for _, cells in body if place < len(cells))
    ]
    indents = _indents(body)
    return Sheet(
        name, heads, frame, before, file, encoding=encoding, decimal_dots=numbers, indents=indents
    )


def _indents(body: Sequence[tuple[int, Sequence[str]]]) -> dict[int, int]:
    """Return how far the first cell of a row that says anything is indented, where it is."""
    said = ((row, next((cell for cell in cells if cell.strip()), "")) for row, cells in body)
    deep = ((row, len(cell) - len(cell.lstrip())) for row, cell in said)
    return {row: depth for row, depth in deep if depth}


def _are_numbers(cells: Iterable[str]) -> bool:
    """Tell whether what has a dot in a column are numbers of a workbook, and no texts."""
    dotted = [isinstance(cell, NumberText) for cell in cells if "." in cell]
    return bool(dotted) and all(dotted)


def _refuse_side_by_side(
    heads: Sequence[Head], columns: Mapping[str, pl.Series], file: str
) -> None:
    """Refuse tables beside each other: the name of the first column comes again above others.

    The regions on the right would be lost, or their values be those of the regions on the left.
    A column of names that is repeated at the right end of a wide table is no other table.
    """
    named = [head for head in heads if head.text]
    for head in named[1:-1]:
        first = columns[named[0].letters].to_list()
        again = columns[head.letters].to_list()
        texts = [text for text in again if text]
        if head.text != named[0].text or first == again or not any(map(_has_letter, texts)):
            continue
        raise FrameError(
            f"{file}: tables stand side by side, {head.text!r} is the name of columns "
            f"{named[0].letters} and {head.letters}; do: put the rows of the right one below those "
            "of the left one, under one head, and empty its columns"
        )


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _of_stata(path: Path) -> Sheet:
    with pd.read_stata(path, iterator=True) as reader:
        found = _of_frame(reader.read(), "table", path.name)
        labels = reader.variable_labels()
    heads = [with_label(head, labels.get(head.text, "")) for head in found.heads]
    return replace(found, heads=heads)


def _of_frame(frame: Any, name: str, file: str = "") -> Sheet:
    found = plain_columns(frame)
    if found is None:
        raise FrameError(f"{type(frame).__name__} is no table; allowed: {A_TABLE}")
    names, columns = found
    refuse_missed_head(names, columns)
    heads = heads_of(names)
    kept = {head.letters: cells for head, cells in zip(heads, columns, strict=True)}
    height = len(columns[0]) if columns else 0
    rows = pl.Series(ROW, range(2, height + 2), dtype=pl.Int64)
    return Sheet(name, heads, pl.DataFrame(kept | {ROW: rows}), (), file)
