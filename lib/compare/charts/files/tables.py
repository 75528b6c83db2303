"""The data of a chart as tables: CSV and Excel, with its words beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from compare.atomic import csv_text, harmless
from compare.charts.chart import Chart
from compare.charts.office.workbook import Cell, workbook
from compare.wording.catalogue import Lang, has, say


def csv_of(chart: Chart) -> str:
    """Return the data of a chart as CSV that spreadsheets read, and do not run."""
    header, *rows = _table(chart.data)
    return csv_text([str(harmless(name)) for name in header], rows)


def xlsx_of(chart: Chart, shown: Sequence[Sequence[str]] = ()) -> bytes:
    """Return the data of a chart, and its words on another sheet, as an Excel workbook.

    Parameters
    ----------
    chart : Chart
        The chart.
    shown : sequence of sequence of str
        Its table as people read it, head first: the first sheet, where it is given.
    """
    words, lang = chart.words, chart.lang
    said = {
        "title": words.title,
        "subtitle": words.subtitle,
        "note": words.note,
        "source": words.source,
        "picture": chart.alt,
    }
    _, *rows = _table(chart.data)
    heading = (say("files-part", lang), say("files-words", lang))
    return workbook(
        {
            **({say("files-sheet-table", lang): [[*row] for row in shown]} if shown else {}),
            say("files-sheet-data", lang): [_headings(chart.data, lang), *rows],
            say("files-sheet-source", lang): [
                heading,
                *((say(f"files-{part}", lang), text) for part, text in said.items()),
            ],
        }
    )


def _headings(data: pd.DataFrame, lang: Lang) -> list[str]:
    """Return what columns are called in a language; those for computers keep their names."""
    keys = {str(column): f"column-{str(column).replace('_', '-')}" for column in data.columns}
    return [say(key, lang) if has(key, lang) else name for name, key in keys.items()]


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
