"""Frames of millions of rows handed to pandas: slice by slice, what repeats kept once.

A text that fills a column, or a stretch of it, stands in memory once: the pieces of the column
that hold nothing else are one and the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
import polars as pl
import pyarrow as pa

SLICE = 2**17
"""So many rows are told in full at a time; a piece of a column is as long."""

_TEXTS = pl.selectors.by_dtype(pl.String, pl.Categorical, pl.Enum)


def slices(frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Return the rows of a frame, some at a time; one slice without rows of one without."""
    yield frame.head(SLICE)
    yield from frame.slice(SLICE).iter_slices(SLICE)


def to_pandas(parts: Iterable[pl.DataFrame]) -> pd.DataFrame:
    """Return the rows of several frames of the same columns as one frame of pandas.

    Parameters
    ----------
    parts : iterable of polars.DataFrame
        One after another; one at least.
    """
    same: dict[str, pa.Array] = {}
    tables = [_arrow(part, same) for part in parts]
    return pa.concat_tables(tables).to_pandas(split_blocks=True, self_destruct=True)


def _arrow(part: pl.DataFrame, same: dict[str, pa.Array]) -> pa.Table:
    """Return a frame as a table of Arrow, with the texts of ``same`` wherever they do."""
    texts = part.select(_TEXTS.cast(pl.String))
    table = part.with_columns(texts).to_arrow()
    for name in texts.columns:
        text = _only(texts[name])
        if text is None:
            continue
        if len(same.get(text, ())) < part.height:
            same[text] = pa.repeat(pa.scalar(text, pa.large_string()), max(SLICE, part.height))
        place = table.column_names.index(name)
        table = table.set_column(place, name, same[text].slice(0, part.height))
    return table


def _only(texts: pl.Series) -> str | None:
    """Return the text that is in every row; None where several are, or none."""
    first = texts[0] if len(texts) else None
    return (
        first if first is not None and texts.null_count() == 0 and (texts == first).all() else None
    )
