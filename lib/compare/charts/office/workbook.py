"""Tables as Excel workbooks."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

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
            sheet = book.add_worksheet(name, _Sheet)
            sheet.freeze_panes(1, 0)
            sheet.fill(rows, bold, plain)
            for column, width in enumerate(_column_widths(rows)):
                sheet.set_column(column, column, width)
            sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return steady(out.getvalue())


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet that writes its numbers as they stand in its rows.

    A call of xlsxwriter for each of a hundred thousand numbers takes a second.
    """

    def fill(self, rows: Sequence[Sequence[Cell]], bold: Format, plain: Format) -> None:
        """Take rows, of which the first is the heading."""
        self._rows, self._looks = rows, (bold, plain)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if not (value is None or _is_plain(value)):
                    self._take(row, column, value, plain if row else bold)
        if any(rows):
            self._check_dimensions(0, 0)
            self._check_dimensions(len(rows) - 1, max(map(len, rows)) - 1)

    def _take(self, row: int, column: int, value: Cell, look: Format) -> None:
        if isinstance(value, bool):
            self.write_boolean(row, column, value, look)
        elif isinstance(value, (int, float)) and math.isfinite(value):
            self.write_number(row, column, value, look)
        elif value != "":
            self.write_string(row, column, printable(str(value)), look)

    def _write_rows(self) -> None:
        """Write the rows of the sheet's XML."""
        names = [xl_col_to_name(column) for column in range(self.dim_colmax + 1)]
        for row, cells in enumerate(self._rows):
            style = self._looks[row > 0]._get_xf_index()
            self._xml_start_tag("row", [("r", row + 1)])
            others = self.table[row]
            for column, value in enumerate(cells):
                if column in others:
                    self._write_cell(row, column, others[column])
                elif value is not None and _is_plain(value):
                    place = f'<c r="{names[column]}{row + 1}" s="{style}">'
                    self.fh.write(f"{place}<v>{value:.16G}</v></c>")
            self._xml_end_tag("row")


def _is_plain(value: Cell) -> bool:
    return type(value) in _NUMBERS and math.isfinite(value)  # type: ignore[arg-type]


_NUMBERS = (float, int)
"""Types of numbers; a flag is a number of Python's, too, and something else in a sheet."""


def _column_widths(rows: Sequence[Sequence[Cell]]) -> Iterator[float]:
    """Give the width of each column in characters; Chinese ones count twice."""
    for column in range(max(map(len, rows), default=0)):
        texts = {str(row[column]) for row in rows if column < len(row)}
        lines = {line for text in texts for line in text.split("\n")}
        yield min(60, 2 + max(map(_width, lines)))


def _width(line: str) -> int:
    return len(line) if line.isascii() else sum(1 + is_chinese(c) for c in line)
