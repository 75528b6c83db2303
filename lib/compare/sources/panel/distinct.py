"""Columns of own tables as texts, each distinct text read once: tables repeat themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from compare.errors import Problem
from compare.sources.panel.cells import what_to_do
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.origins import texts_of


def text_of(rows: pl.DataFrame, head: Head) -> pl.Series:
    """Return a column as texts: whole numbers without a point, blanks as nothing."""
    texts = texts_of(rows[head.letters])
    return texts.set(texts == "", None)


def read_distinct(
    texts: pl.Series,
    reader: Callable[[str], Any],
    where: tuple[Sheet, pl.DataFrame, Head, str],
    problems: list[Problem],
    advice: Callable[[str], str] = what_to_do,
) -> dict[str, Any]:
    """Read each distinct text once; of those that cannot be read, add a problem for each row."""
    sheet, rows, head, allowed = where
    read: dict[str, Any] = {}
    refused = []
    for text in texts.unique().drop_nulls().to_list():
        try:
            read[text] = reader(text)
        except ValueError:
            refused.append(text)
    if refused:
        bad = pl.DataFrame({ROW: rows[ROW], "text": texts}).filter(pl.col("text").is_in(refused))
        problems += [
            Problem(
                sheet.file or sheet.name, row, head.text, f"{text!r} cannot be read", allowed,
                advice(text),
            )
            for row, text in bad.iter_rows()
        ]  # fmt: skip
    return read


def looked_up(texts: pl.Series, meant: dict[str, Any], dtype: Any) -> pl.Series:
    """Return what each text means; nothing of one that is not known."""
    keys = pl.Series(list(meant), dtype=pl.String)
    values = pl.Series(list(meant.values()), dtype=dtype)
    return texts.replace_strict(keys, values, default=None, return_dtype=dtype)
