"""Frames of millions of rows handed to pandas: slice by slice, what repeats kept once.

A text that fills a column, or a stretch of it, stands in memory once: the pieces of the column
that hold nothing else are one and the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

SLICE = 2**17
"""So many rows are told in full at a time; a piece of a column is as long."""


def slices(frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Return the rows of a frame, some at a time; one slice without rows of one without."""
    yield frame.head(SLICE)
    yield from frame.slice(SLICE).iter_slices(SLICE)


def to_pandas(parts: Iterable[pl.DataFrame], height: int) -> pd.DataFrame:
    """Return the rows of several frames of the same columns as one frame of pandas.

    Parameters
    ----------
    parts : iterable of polars.DataFrame
        One after another; one at least. What is missing among numbers must be among floats.
    height : int
        The number of their rows.
    """
    numbers: dict[str, np.ndarray] = {}
    pieces: dict[str, list[pa.Array]] = {}
    same: dict[str, pa.Array] = {}
    columns: list[str] = []
    start = 0
    for part in parts:
        columns, end = part.columns, start + part.height
        for column in part.get_columns():
            name = column.name
            if column.dtype.is_numeric() or column.dtype == pl.Boolean:
                values = column.to_numpy()
                if name not in numbers:
                    numbers[name] = np.empty(height, values.dtype)
                numbers[name][start:end] = values
            else:
                pieces.setdefault(name, []).append(_piece(column.cast(pl.String), same))
        start = end
    said: dict[str, Any] = {name: _texts(arrays) for name, arrays in pieces.items()} | numbers
    return pd.DataFrame({name: said[name] for name in columns}, copy=False)


def _texts(pieces: list[pa.Array]) -> pd.api.extensions.ExtensionArray:
    return pd.array(pa.chunked_array(pieces, pa.large_string()), dtype="str")


def _piece(texts: pl.Series, same: dict[str, pa.Array]) -> pa.Array:
    """Return texts as an array of Arrow; of one text alone, the array that all such have."""
    if texts.is_empty() or texts.null_count() or not (texts == texts[0]).all():
        return texts.to_arrow()
    if len(same.get(texts[0], ())) < len(texts):
        same[texts[0]] = pa.repeat(pa.scalar(texts[0], pa.large_string()), len(texts))
    return same[texts[0]].slice(0, len(texts))
