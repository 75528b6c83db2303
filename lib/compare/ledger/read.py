"""Reading typed tables: CSV as spreadsheets save it, and .xlsx.

Files come as UTF-8 with or without a byte order mark, as UTF-16 with one ("Unicode text"), as
GB18030 (what spreadsheets in China save) or, where the .csv is missing, as an .xlsx of the
same name. What separates the cells of a text is told by its header; whether a file is a
workbook or a text, by its first bytes, not by its name. Whatever the file holds, the result is
rows of text and a list of problems, never a traceback. Hidden rows and columns of a workbook
are read like the others.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from compare.errors import Problem
from compare.ledger.encodings import encoding_of
from compare.ledger.heads import FIRST_ROWS, Names, count_names, head_problem
from compare.ledger.packed import unpacked
from compare.ledger.workbook import FileFormError, read_workbook

csv.field_size_limit(2**31 - 1)  # a stray quote makes one long field: a problem, not a crash

_DATE = re.compile(
    r"^(?:[0-9]{4}[-/年][0-9]{1,2}(?:[-/月][0-9]{1,2}日?)?(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-[0-9]{2,4})$"
)


SEPARATORS = {
    ",": "a comma", ";": "a semicolon", "\t": "a tab", "，": "a full-width comma (，)",
    "；": "a full-width semicolon (；)", "|": "a bar (|)",
}  # fmt: skip
"""What may separate the cells of a text, the most usual first."""

_ROWS = 200
"""How many rows tell what separates their cells."""

_NO_TEXT = "".join(SEPARATORS) + " \t\u3000"

_ZIP, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""The first bytes of an .xlsx workbook, and of an .xls workbook."""


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
    """Decode bytes saved as UTF-8 (with or without BOM), UTF-16 (with BOM) or GB18030.

    What is written in another way (Windows-1252, Mac Roman, Shift_JIS, Big5, EUC-KR) is known by
    its characters. No text in one of these can be taken for another: the mark of UTF-16 is
    neither UTF-8 nor GB18030.

    Raises
    ------
    UnicodeDecodeError
        If the bytes are none of them.
    """
    try:
        return data.decode("utf-8-sig")  # most are: a large one is read once
    except UnicodeDecodeError:
        return data.decode(encoding_of(data))


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
        records = read_records(path, {*columns, *optional}.__contains__)
    except FileNotFoundError:
        what, todo = "the file is missing", "create it, with these columns in its first row"
        return Table(problems=[Problem(file, 0, "", what, ", ".join(columns), todo)])
    except FileFormError as error:
        return Table(problems=[Problem(file, 0, "", error.what, error.allowed, error.todo)])
    return as_table(file, records, columns, optional)


def read_records(path: Path, is_column: Names) -> list[list[str]]:
    """Return the cells of a text, or of the first visible sheet of a workbook, as text.

    Parameters
    ----------
    path : pathlib.Path
        The file, whatever its name ends in.
    is_column : callable
        Tells whether a cell is the name of a column: the header is known by them, and what
        separates its cells by the header.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    FileFormError
        If it cannot be read.
    """
    try:
        refuse_endless(path)
        data = unpacked(path)
        if data.startswith(_ZIP):
            return read_workbook(path)
        if data.startswith(_OLD_WORKBOOK):
            raise FileFormError(
                "the file is a workbook of the old kind (.xls)",
                "a CSV file, or an .xlsx workbook",
                "save it again as .xlsx",
            )
        return text_records(decode(data), is_column)
    except (FileNotFoundError, FileFormError):
        raise
    except UnicodeDecodeError as error:
        what = f"the text is neither UTF-8, UTF-16 nor GB18030 (byte {error.start})"
        raise FileFormError(
            what, "UTF-8, UTF-16 or GB18030", "save it again as 'CSV UTF-8'"
        ) from error
    except Exception as error:  # csv and openpyxl raise many kinds on broken files
        what = f"the file cannot be read ({type(error).__name__}: {error})"
        allowed = "a CSV file, or an .xlsx workbook with the table on its first visible sheet"
        raise FileFormError(what, allowed, "save it again") from error


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file; a pipe or a device, which may never end, is refused.

    Raises
    ------
    OSError
        If it cannot be read.
    FileFormError
        If it is no ordinary file.
    """
    refuse_endless(path)
    return path.read_bytes()


def refuse_endless(path: Path) -> None:
    """Refuse a pipe or a device.

    Raises
    ------
    FileFormError
        If it is one, or leads to one.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise FileFormError(
            "the file is a pipe or a device", "an ordinary file", "save what it holds as a file"
        )


def is_workbook(path: Path) -> bool:
    """Tell whether a file is an .xlsx workbook, by its first bytes."""
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def separator_of(text: str) -> str:
    """Return what separates the cells of a text whose names are not known.

    It is what cuts most rows into equally many cells, and into the more the better: between
    semicolons, names and decimals may have commas, now one and now three.
    """

    def told(separator: str) -> int:
        lines = io.StringIO(text[: 2**16], newline="")
        rows = islice(csv.reader(lines, delimiter=separator), _ROWS)
        widths = Counter(len(row) for row in rows if any(map(is_any_name, row)))
        return max(((width - 1) * n for width, n in widths.items()), default=0)

    return max(SEPARATORS, key=told)


def is_any_name(cell: str) -> bool:
    """Tell whether a cell could be the name of a column: it holds more than separators."""
    return bool(cell.strip(_NO_TEXT))


def is_utf_8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def text_records(text: str, is_column: Names) -> list[list[str]]:
    """Return the cells of a text; see :func:`read_records`."""
    separator = _separator(text, is_column)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def _separator(text: str, is_column: Names) -> str:
    """Return what separates the cells: that which makes most columns of the header."""
    if is_column is is_any_name:
        return separator_of(text)

    def told(separator: str) -> tuple[int, int]:
        lines = io.StringIO(text[: 2**16], newline="")
        rows = list(islice(csv.reader(lines, delimiter=separator), FIRST_ROWS))
        filled = next((row for row in rows if any(cell.strip(_NO_TEXT) for cell in row)), [])
        return max((count_names(row, is_column) for row in rows), default=0), len(filled)

    return max(SEPARATORS, key=told)


def as_table(
    file: str, records: list[list[str]], columns: Sequence[str], optional: Sequence[str] = ()
) -> Table:
    """Return records, of which the first is the header, as rows with their problems."""
    if not any(any(cell.strip() for cell in record) for record in records):
        return Table(problems=[empty(file, ", ".join(columns))])
    if head := head_problem(file, records, {*columns, *optional}.__contains__):
        return Table(problems=[head])
    header = _without_empty_tail([name.strip() for name in records[0]])
    required = [*columns, *(name for name in optional if name in header)]
    problems = _header_problems(file, header, required)
    if problems:
        return Table(problems=problems)
    rows: list[Row] = []
    for number, record in enumerate(records[1:], start=2):
        cells = _without_empty_tail([cell.strip() for cell in record])
        if problem := _form_problem(file, number, cells, header):
            problems.append(problem)
        elif cells:
            padded = cells + [""] * (len(header) - len(cells))
            rows.append(Row(file, number, dict(zip(header, padded, strict=True))))
    return Table(rows, problems)


def empty(file: str, columns: str) -> Problem:
    """Return the problem of a file in which nothing stands."""
    what, todo = "the file is empty", "put these columns in the first row"
    return Problem(file, 0, "", what, columns, todo)


def _form_problem(file: str, number: int, cells: list[str], header: list[str]) -> Problem | None:
    """Return what is wrong with the cells of a row as they stand under the header."""
    if len(cells) > len(header):
        what = f"{len(cells)} cells under {len(header)} columns, from {cells[len(header)]!r}"
        todo = "quote the cell that holds a comma"
        return Problem(file, number, "", what, "one cell per column", todo)
    if len(cells) == 1 and len(header) > 2:
        for separator, name in SEPARATORS.items():
            if cells[0].count(separator) >= len(header) - 1:
                what = f"the row is separated by {name}, the header is not"
                todo = "separate the row as the header is"
                return Problem(file, number, "", what, "one cell per column", todo)
    return None


def _without_empty_tail(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _header_problems(file: str, header: list[str], columns: Sequence[str]) -> list[Problem]:
    allowed = ", ".join(columns)
    if not set(header) & set(columns):
        shown = ", ".join(repr(name[:40]) for name in header[:3]) + (" …" if header[3:] else "")
        what = f"none of the columns is there; the first row holds {shown}"
        return [Problem(file, 1, "", what, allowed, "put these columns in the first row")]
    found = [
        *((name, "the column is missing", "add it") for name in columns if name not in header),
        *(
            (name, "the column is unknown" if name else "a column has no name", "remove it")
            for name in header
            if name not in columns
        ),
        *(
            (name, "the column is there twice", "remove one")
            for name in sorted(set(header))
            if header.count(name) > 1
        ),
    ]
    return [Problem(file, 1, name[:40], what, allowed, todo) for name, what, todo in found]
