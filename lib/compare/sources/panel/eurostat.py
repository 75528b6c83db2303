r"""Tables of Eurostat as they are downloaded: TSV, with the dimensions in one column.

The head is ``freq,unit,geo\TIME_PERIOD`` and then a year in each column; a cell is a number or
``:``, and behind it may stand flags: ``12.3 b``, ``: c``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.heads import Head, heads_of, letters_of

_HEAD = re.compile(r"(?P<names>\w+(?:,\w+)*)\\(?:TIME_PERIOD|time)\s*\t")


def is_of_eurostat(text: str) -> bool:
    """Tell whether a text is a table of Eurostat, by its first cell."""
    return _HEAD.match(text) is not None


def columns_of(text: str, file: str) -> tuple[list[Head], dict[str, pl.Series], list[int]]:
    r"""Return the heads of a table of Eurostat, its columns by their letters, and its rows.

    The dimensions have a column each, though all of them stand in column A.

    Raises
    ------
    FrameError
        If its periods are no years, or a line has other cells than the head.
    """
    first, *lines = text.splitlines()
    found = _HEAD.match(first)
    assert found is not None
    names = found["names"].split(",")
    years = [cell.strip() for cell in first.split("\t")[1:]]
    kept = [(row, line.split("\t")) for row, line in enumerate(lines, 2) if line.strip()]
    _refuse(years, names, kept, file)
    heads = [replace(head, letters=f"A {head.text}") for head in heads_of(names)]
    heads += [
        replace(head, letters=letters_of(place)) for place, head in enumerate(heads_of(years), 1)
    ]
    parts = [cells[0].split(",") for _, cells in kept]
    columns = [[part[place].strip() for part in parts] for place in range(len(names))]
    columns += [[cells[place].strip() for _, cells in kept] for place in range(1, len(years) + 1)]
    return (
        heads,
        {
            head.letters: pl.Series(column, dtype=pl.String)
            for head, column in zip(heads, columns, strict=True)
        },
        [row for row, _ in kept],
    )


def _refuse(
    years: Sequence[str], names: Sequence[str], rows: Sequence[tuple[int, list[str]]], file: str
) -> None:
    """Refuse periods that are no years, and lines of another length."""
    others = [name for name in years if not re.fullmatch("[0-9]{4}", name)]
    if others:
        raise FrameError(
            f"{file}: the periods {listed(others[:3])} are no years; allowed: a year in each "
            "column (2020); do: download the yearly data, freq=A"
        )
    for row, cells in rows:
        if len(cells) != len(years) + 1 or cells[0].count(",") != len(names) - 1:
            raise FrameError(
                f"{file}: row {row} has {cells[0]!r} and {len(cells) - 1} more cells; allowed: "
                f"{','.join(names)} and {len(years)} periods, as in the head; do: download it again"
            )
