"""Files of a chart: pictures, data and a slide, under one name."""

from __future__ import annotations

import datetime
import io
import math
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter

from compare.atomic import csv_text, harmless, replacing
from compare.charts.chart import PRINT_DPI, Chart
from compare.errors import CompareError, unknown
from compare.wording.catalogue import Lang

Cell = str | int | float | bool | None

_SAFE = re.compile(r"(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}")

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold."""

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""

_SHEETS: dict[Lang, tuple[str, str]] = {"zh": ("数据", "来源"), "en": ("Data", "Source")}
_WORDS: dict[Lang, tuple[str, ...]] = {
    "zh": ("项目", "文字", "标题", "副标题", "注", "来源", "图意"),
    "en": ("Part", "Words", "Title", "Subtitle", "Note", "Source", "Picture"),
}


class KeyNotSafeError(CompareError, ValueError):
    """The key of a chart cannot be the name of a file."""


def csv_of(chart: Chart) -> str:
    """Return the data of a chart as CSV that spreadsheets read, and do not run."""
    header, *rows = _table(chart.data)
    return csv_text([str(harmless(name)) for name in header], rows)


def xlsx_of(chart: Chart) -> bytes:
    """Return the data of a chart, and its words on a second sheet, as an Excel workbook."""
    data, source = _SHEETS[chart.lang]
    part, text, *names = _WORDS[chart.lang]
    words = chart.words
    said = (words.title, words.subtitle, words.note, words.source, chart.alt)
    return workbook(
        {
            data: list(_table(chart.data)),
            source: [(part, text), *zip(names, said, strict=True)],
        }
    )


def _slide_of(chart: Chart) -> bytes:
    from compare.charts.office.slides import slide  # it builds on this module

    return slide(chart)


_MAKERS: dict[str, Callable[[Chart], bytes]] = {
    "png": lambda chart: chart.png(dpi=PRINT_DPI),
    "plain.png": lambda chart: chart.png(dpi=PRINT_DPI, plain=True),
    "svg": lambda chart: chart.svg(),
    "outlines.svg": lambda chart: chart.svg(outlines=True),
    "pdf": lambda chart: chart.pdf(),
    "csv": lambda chart: csv_of(chart).encode("utf-8"),
    "xlsx": xlsx_of,
    "pptx": _slide_of,
}
FORMATS = tuple(_MAKERS)
"""What a chart is saved as; a file's name is the chart's key, a point and the format."""


def save_chart(
    chart: Chart, folder: Path | str, formats: Iterable[str] = FORMATS
) -> dict[str, Path]:
    """Save a chart in several formats. Same chart, same bytes.

    Parameters
    ----------
    chart : Chart
        The chart.
    folder : pathlib.Path or str
        Where the files go; it is made where it does not exist.
    formats : iterable of str
        Formats out of :data:`FORMATS`.

    Returns
    -------
    dict of str to pathlib.Path
        The file of each format.

    Raises
    ------
    UnknownValueError
        If there is no such format.
    KeyNotSafeError
        If the key of the chart is not a plain name, which might lead out of the folder.
    """
    chosen = list(formats)
    for name in chosen:
        if name not in _MAKERS:
            raise unknown("formats", name, FORMATS)
    if not _SAFE.fullmatch(chart.key):
        raise KeyNotSafeError(
            f"key={chart.key!r} cannot name a file; allowed: letters a-z, digits, '-', '_' and "
            "single '.', beginning with a letter, digit or '_', at most 200; do: give the chart "
            "another key"
        )
    made = {name: _MAKERS[name](chart) for name in chosen}  # all or none
    files = {name: Path(folder) / f"{chart.key}.{name}" for name in made}
    for name, path in files.items():
        with replacing(path) as aside:
            aside.write_bytes(made[name])
    return files


def _table(data: pd.DataFrame) -> Iterator[list[Any]]:
    """Give the header and the rows of a frame, as plain values."""
    yield [str(name) for name in data.columns]
    for row in data.itertuples(index=False, name=None):
        yield [_plain(value) for value in row]


def _plain(value: Any) -> Cell:
    """Return a frame's cell as a plain value; nothing for what is missing."""
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()  # frames keep days as midnights
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def steady(package: bytes) -> bytes:
    """Return an Office file without dates, so that the same content is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as dated, zipfile.ZipFile(out, "w") as undated:
        for name in sorted(dated.namelist()):
            content = dated.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(b"", content)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # not the system that it happens to be written on
            undated.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


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
        texts = [str(row[column]) for row in rows if column < len(row)]
        lines = [line for text in texts for line in text.split("\n")]
        yield min(60, 2 + max(sum(1 + is_chinese(c) for c in line) for line in lines))


def is_chinese(character: str) -> bool:
    """Tell whether a character is as wide as it is high."""
    return ord(character) >= 0x2E80


def printable(text: str) -> str:
    """Return a text without the characters that no Office file can hold."""
    return _UNPRINTABLE.sub("", text)
