"""Tables as Excel workbooks."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from compare.charts.office.measure import is_chinese
from compare.charts.office.package import steady
from compare.glyphs import printable

Cell = str | int | float | bool | None


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return tables as .xlsx, one sheet each, with the first row as the heading.

    Text is written as text, whatever it begins with: a sheet holds no formula and no link.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        plain = book.add_format({"valign": "top", "text_wrap": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    _write_cell(sheet, row, column, value, plain if row else bold)
            for column, width in enumerate(_column_widths(rows)):
                sheet.set_column(column, column, width)
            sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return steady(out.getvalue())


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Cell,
    look: xlsxwriter.format.Format,
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, (int, float)) and math.isfinite(value):
        sheet.write_number(row, column, value, look)
    elif value not in (None, ""):
        sheet.write_string(row, column, printable(str(value)), look)


def _column_widths(rows: Sequence[Sequence[Cell]]) -> Iterator[float]:
    """Give the width of each column in characters; Chinese ones count twice."""
    for column in range(max(map(len, rows), default=0)):
        texts = {str(row[column]) for row in rows if column < len(row)}
        lines = {line for text in texts for line in text.split("\n")}
        yield min(60, 2 + max(map(_width, lines)))


def _width(line: str) -> int:
    return len(line) if line.isascii() else sum(1 + is_chinese(c) for c in line)
