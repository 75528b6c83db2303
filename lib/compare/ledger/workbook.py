"""The one reader of workbooks: the first visible sheet of an .xlsx file, whole, as text.

What a sheet says of its own size is not believed: programs write it wrong, and rows beyond
it would be lost. Hidden sheets are no tables that somebody means; hidden rows and columns of
a visible sheet are read like the others. A cell is read as it is
shown where reading its number would mislead (a share shown as 85% is not 0.85), and a
formula that no program has calculated has no value to read.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compare.errors import CompareError

MOST_BYTES = 512 * 2**20
"""Most that a workbook may unpack to: a million rows of thirty columns are half of it."""

MOST_TIMES, _MUCH = 200, 50 * 2**20
"""How many times its own size a workbook may unpack to, if that is much: a table takes 20."""

MOST_CELLS = 40_000_000
"""Cells of a sheet, each row as wide as its last cell: a cell in the last column is 16,384."""

_FORMULA = re.compile(rb"<f[ >/]")
_QUOTED = re.compile(r'"[^"]*"|\\.')


class FileFormError(CompareError):
    """A file whose table cannot be read as it is meant; says what is allowed and what to do."""

    def __init__(self, what: str, allowed: str, todo: str) -> None:
        self.what, self.allowed, self.todo = what, allowed, todo
        super().__init__(f"{what}; allowed: {allowed}; do: {todo}")


class WorkbookError(FileFormError):
    """A workbook whose table cannot be read as it is meant."""


class NumberText(str):
    """What a cell that holds a number says: its dot stands before decimals, whatever is usual."""

    __slots__ = ()


def read_workbook(path: Path) -> list[list[str]]:
    """Return the cells of the first visible sheet of an .xlsx workbook, as text.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    list of list of str
        One list per row, as long as the row; empty cells are empty strings.

    Raises
    ------
    WorkbookError
        If it unpacks to more than :data:`MOST_BYTES` or has more than :data:`MOST_CELLS`
        cells, if a part has a document type, if no sheet is visible, if several
        visible sheets begin with the same row, or if a cell holds a formula without a value.
    """
    has_formulas = _look_inside(path)
    workbook = _openpyxl().load_workbook(path, read_only=True, data_only=True)
    try:
        visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        if not visible:
            raise WorkbookError(
                "every sheet is hidden",
                "a visible sheet with the table",
                "show the sheet that holds the table, and save the file again",
            )
        sheet = visible[0]
        rows = _rows(sheet)
        _refuse_others(rows, visible)
        if has_formulas:
            _refuse_uncalculated(path, {sheet.title: rows})
        return [[_text(cell) for cell in row] for row in rows]
    finally:
        workbook.close()


def read_sheets(path: Path) -> tuple[dict[str, list[list[str]]], list[str]]:
    """Return the cells of every visible sheet of an .xlsx workbook, and the names of the others.

    Returns
    -------
    sheets : dict
        The cells of each visible sheet, as text, by its name; what is indented in front of a
        row has blanks before it.
    hidden : list of str
        The names of sheets that are hidden, and not read.

    Raises
    ------
    WorkbookError
        As :func:`read_workbook`; several sheets may begin with the same row.
    """
    has_formulas = _look_inside(path)
    workbook = _openpyxl().load_workbook(path, read_only=True, data_only=True)
    try:
        visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        hidden = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
        read = {sheet.title: _rows(sheet) for sheet in visible}
        if has_formulas:
            _refuse_uncalculated(path, read)
        cells = {
            title: [_indented([_text(cell) for cell in row], row) for row in rows]
            for title, rows in read.items()
        }
        return cells, hidden
    finally:
        workbook.close()


_HIDDEN = re.compile(rb"<(?:row|col) [^>]*hidden=\"(?:1|true)\"")


def hides_rows(path: Path) -> bool:
    """Tell whether a sheet of a workbook hides rows or columns, by a filter or by hand."""
    with zipfile.ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(_HIDDEN.search(archive.read(name)) for name in sheets if name.endswith(".xml"))


def _look_inside(path: Path) -> bool:
    """Refuse a workbook that unpacks to too much, or has a DTD; tell whether it holds formulas."""
    with zipfile.ZipFile(path) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
        if size > MOST_BYTES:
            raise WorkbookError(
                f"the workbook unpacks to {size / 2**20:,.0f} MiB",
                f"{MOST_BYTES // 2**20} MiB",
                "divide it, or save the sheet as CSV",
            )
        if size > _MUCH and size > MOST_TIMES * path.stat().st_size:
            raise WorkbookError(
                f"the workbook unpacks to {size // path.stat().st_size} times its size",
                f"{MOST_TIMES} times",
                "copy the table into a new workbook, or save the sheet as CSV",
            )
        has_formulas = False
        for name in archive.namelist():
            part = archive.read(name) if name.endswith((".xml", ".rels")) else b""
            if b"<!DOCTYPE" in part:  # workbooks have none; entities may stand for anything
                raise WorkbookError(
                    f"its part {name[:60]!r} has a document type",
                    "a workbook as spreadsheet programs write it",
                    "copy the table into a new workbook",
                )
            is_sheet = name.startswith("xl/worksheets/")
            has_formulas = has_formulas or bool(is_sheet and _FORMULA.search(part))
        return has_formulas


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    sheet.reset_dimensions()  # read what is there, not what the sheet says of its size
    rows, cells = [], 0
    for row in sheet.iter_rows():
        cells += len(row)
        if cells > MOST_CELLS:
            raise WorkbookError(
                f"the sheet {sheet.title!r} is wider or longer than {MOST_CELLS:,} cells",
                "a table",
                "delete the columns and rows behind the table, or save the sheet as CSV",
            )
        rows.append(row)
    return rows


def _refuse_others(rows: list[tuple[Any, ...]], visible: list[Any]) -> None:
    """Refuse a workbook that holds the table several times: a sheet for each year, say."""
    header = [_text(cell) for cell in rows[0]] if rows else []
    if not any(header):
        return
    same = [visible[0].title]
    for sheet in visible[1:]:
        sheet.reset_dimensions()
        first = next(sheet.iter_rows(), ())
        if [_text(cell) for cell in first] == header:
            same.append(sheet.title)
    if len(same) > 1:
        raise WorkbookError(
            f"{len(same)} sheets begin with the same header ({', '.join(same)})",
            "one visible sheet with the table",
            "put the rows on one sheet, or save each sheet as a file of its own",
        )


def _refuse_uncalculated(path: Path, read: Mapping[str, list[tuple[Any, ...]]]) -> None:
    """Refuse formulas without a value in sheets that were read; the workbook is opened once."""
    workbook = _openpyxl().load_workbook(path, read_only=True, data_only=False)
    try:
        for title, rows in read.items():
            for typed, shown in zip(_rows(workbook[title]), rows, strict=False):
                _refuse_formulas(typed, shown)
    finally:
        workbook.close()


def _refuse_formulas(typed: tuple[Any, ...], shown: tuple[Any, ...]) -> None:
    for cell, value in zip(typed, shown, strict=False):
        if value.value is None and str(cell.value or "").startswith("="):
            raise WorkbookError(
                f"cell {cell.coordinate} holds the formula {str(cell.value)[:40]!r}, "
                "which no program has calculated",
                "values, or formulas saved with their results",
                "open the file in a spreadsheet program and save it again",
            )


def _indented(texts: list[str], row: tuple[Any, ...]) -> list[str]:
    """Return the texts of a row, the first with blanks before it where its cell is indented."""
    first = next((place for place, text in enumerate(texts) if text), None)
    if first is not None and isinstance(row[first].value, str):
        texts[first] = " " * int(row[first].alignment.indent or 0) + texts[first]
    return texts


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float) and _is_share(cell.number_format):
        return f"{value * 100:.12g}%"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else NumberText(repr(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    return str(value)


def _is_share(number_format: object) -> bool:
    """Tell whether a cell shows its number as a share of a hundred."""
    return "%" in _QUOTED.sub("", str(number_format or ""))


def _openpyxl() -> Any:
    """Return the library, imported only where there is a workbook to read: it takes long."""
    import openpyxl

    return openpyxl
