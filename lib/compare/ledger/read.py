"""Reading typed tables: CSV as spreadsheets save it, and .xlsx.

Files come as UTF-8 with or without a byte order mark, as GB18030 (what spreadsheets in
China save) or, where the .csv is missing, as an .xlsx of the same name. Whatever the file
holds, the result is rows of text and a list of problems, never a traceback.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare.errors import Problem
from compare.ledger.workbook import WorkbookError, read_workbook

csv.field_size_limit(2**31 - 1)  # a stray quote makes one long field: a problem, not a crash

_DATE = re.compile(
    r"^(?:[0-9]{4}[-/年][0-9]{1,2}(?:[-/月][0-9]{1,2}日?)?(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-[0-9]{2,4})$"
)


@dataclass(frozen=True)
class Row:
    """One row of a table, as text.

    Attributes
    ----------
    file : str
        Path shown in messages.
    number : int
        Row as a spreadsheet shows it; the header is row 1.
    cells : dict of str to str
        Column name to stripped text; empty cells are empty strings.
    """

    file: str
    number: int
    cells: dict[str, str]

    def problem(self, column: str, what: str, allowed: str, todo: str) -> Problem:
        """Return a problem located in this row."""
        return Problem(self.file, self.number, column, what, allowed, todo)


@dataclass
class Table:
    """The rows of one file, and what is wrong with the file."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def looks_like_date(text: str) -> bool:
    """Tell whether a cell looks like a value that a spreadsheet turned into a date."""
    return bool(_DATE.match(text))


def decode(data: bytes) -> str:
    """Decode bytes saved as UTF-8 (with or without BOM) or as GB18030.

    Raises
    ------
    UnicodeDecodeError
        If the bytes are neither.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def read_table(
    folder: Path, name: str, columns: Sequence[str], root: Path, optional: Sequence[str] = ()
) -> Table:
    """Read ``<name>.csv``, or ``<name>.xlsx`` where there is no CSV.

    Parameters
    ----------
    folder : pathlib.Path
        Where the file is.
    name : str
        File name without its ending.
    columns : sequence of str
        The columns that must be there, all of them and no other.
    root : pathlib.Path
        Folder that file names in messages are relative to.
    optional : sequence of str
        Columns that may be there.

    Returns
    -------
    Table
        All rows that could be read, and every problem of the file's form.
    """
    sheet = folder / f"{name}.xlsx"
    path = folder / f"{name}.csv"
    if not path.is_file() and sheet.is_file():
        path = sheet
    file = path.relative_to(root).as_posix()
    try:
        records = read_records(path)
    except FileNotFoundError:
        what, todo = "the file is missing", "create it, with these columns in its first row"
        return Table(problems=[Problem(file, 0, "", what, ", ".join(columns), todo)])
    except UnicodeDecodeError as error:
        what = f"the text is neither UTF-8 nor GB18030 (byte {error.start})"
        todo = "save it again as 'CSV UTF-8'"
        return Table(problems=[Problem(file, 0, "", what, "UTF-8 or GB18030", todo)])
    except WorkbookError as error:
        return Table(problems=[Problem(file, 0, "", error.what, error.allowed, error.todo)])
    except Exception as error:  # csv and openpyxl raise many kinds on broken files
        what = f"the file cannot be read ({type(error).__name__}: {error})"
        allowed = "a CSV file, or an .xlsx workbook with the table on its first sheet"
        return Table(problems=[Problem(file, 0, "", what, allowed, "save it again")])
    return as_table(file, records, columns, optional)


def read_records(path: Path) -> list[list[str]]:
    """Return the cells of a CSV file, or of the first visible sheet of a workbook, as text."""
    return read_workbook(path) if path.suffix.lower() == ".xlsx" else _csv_records(path)


def _csv_records(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(decode(path.read_bytes()), newline=""), strict=True))


def as_table(
    file: str, records: list[list[str]], columns: Sequence[str], optional: Sequence[str] = ()
) -> Table:
    """Return records, of which the first is the header, as rows with their problems."""
    if not any(any(cell.strip() for cell in record) for record in records):
        what, todo = "the file is empty", "put these columns in the first row"
        return Table(problems=[Problem(file, 0, "", what, ", ".join(columns), todo)])
    header = _without_empty_tail([name.strip() for name in records[0]])
    required = [*columns, *(name for name in optional if name in header)]
    problems = _header_problems(file, header, required)
    if problems:
        return Table(problems=problems)
    rows: list[Row] = []
    for number, record in enumerate(records[1:], start=2):
        cells = _without_empty_tail([cell.strip() for cell in record])
        if len(cells) > len(header):
            what = f"{len(cells)} cells under {len(header)} columns, from {cells[len(header)]!r}"
            todo = "quote the cell that holds a comma"
            problems.append(Problem(file, number, "", what, "one cell per column", todo))
        elif cells:
            padded = cells + [""] * (len(header) - len(cells))
            rows.append(Row(file, number, dict(zip(header, padded, strict=True))))
    return Table(rows, problems)


def _without_empty_tail(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _header_problems(file: str, header: list[str], columns: Sequence[str]) -> list[Problem]:
    allowed = ", ".join(columns)
    found = [
        *((name, "the column is missing", "add it") for name in columns if name not in header),
        *((name, "the column is unknown", "remove it") for name in header if name not in columns),
        *(
            (name, "the column is there twice", "remove one")
            for name in sorted(set(header))
            if header.count(name) > 1
        ),
    ]
    return [Problem(file, 1, name[:40], what, allowed, todo) for name, what, todo in found]
