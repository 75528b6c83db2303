"""Frames whose head was missed: pandas took the title of a sheet for the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.cells import is_year, stated

_UNNAMED = re.compile(r"Unnamed: [0-9]+(?:_level_[0-9]+)?")
_FIRST = 20
"""Below so many rows nobody looks for names of columns."""


def refuse_missed_head(names: Sequence[str], columns: Sequence[pl.Series]) -> None:
    """Refuse a frame whose columns are mostly called Unnamed, and whose names stand in a row.

    Raises
    ------
    FrameError
        Which row they stand in, and how the file is read with them.
    """
    unnamed = [place for place, name in enumerate(names) if place and _UNNAMED.fullmatch(name)]
    if not unnamed or len(unnamed) * 2 < len(names):
        return
    cells = [columns[place].head(_FIRST).cast(pl.String).to_list() for place in unnamed]
    row = next((n for n, row in enumerate(zip(*cells, strict=True)) if all(map(_names, row))), None)
    if row is None:
        return
    raise FrameError(
        f"the frame has columns called {listed([names[place] for place in unnamed], 2)}: pandas "
        f"took the title above for their names, which stand in row {row + 2} of the sheet "
        f"({listed([one[row] for one in cells], 2)}); allowed: names of columns as the head; do: "
        f"pd.read_excel(path, header={row + 1}), or compare.panel(path), which looks for them"
    )


def _names(cell: str | None) -> bool:
    """Tell whether a cell may be the name of a column: a year, or a text that is no value."""
    if not cell or is_year(cell):
        return bool(cell)
    try:
        stated(cell)
    except ValueError:
        return True
    return False
