"""What changed since the last build: data/raw as it is now against data/curated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.curated.build import TABLES, Record, curated_records
from compare.curated.database import opened
from compare.curated.noting import note
from compare.errors import DataError
from compare.ledger.ledger import read_ledger
from compare.project import Project, find_project

COLUMNS = ("table", "row", "column", "built", "now")

_KEYS = {
    "regions": ("region",),
    "documents": ("document",),
    "themes": ("theme",),
    "indicators": ("indicator",),
    "benchmarks": ("benchmark",),
    "figures": ("figure",),
    "observations": ("figure", "indicator"),
    "inconsistencies": ("document", "figures"),
}


def changes(project: Project | None = None) -> pd.DataFrame:
    """Return what a build would change now.

    Returns
    -------
    pandas.DataFrame
        One row per cell that differs: table, row (its key), column, ``built`` (in
        data/curated) and ``now`` (in data/raw). A row that is new, or gone, has no column,
        and ``built``, or ``now``, is empty. No rows where everything is built.

    Raises
    ------
    DataError
        If a file or row of data/raw cannot be read.

    Examples
    --------
    >>> import compare
    >>> len(compare.changes())
    0
    """
    project = project or find_project()
    note("raw", project)
    note("database", project)
    ledger = read_ledger(project.raw)
    if ledger.problems:
        raise DataError(ledger.problems)
    now = curated_records(ledger)
    con, _ = opened(project)
    found = [
        (table, *change)
        for table in TABLES
        for change in _differences(_by_key(table, _built(con, table)), _by_key(table, now[table]))
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def _built(con: Any, table: str) -> list[Record]:
    result = con.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _by_key(table: str, rows: list[Record]) -> dict[str, Record]:
    keys = _KEYS[table]
    return {" ".join(str(row[key]) for key in keys): row for row in rows}


def _differences(
    built: dict[str, Record], now: dict[str, Record]
) -> Iterator[tuple[str, str, str, str]]:
    for key in sorted({*built, *now}):
        if key not in now:
            yield key, "", _summary(built[key]), ""
        elif key not in built:
            yield key, "", "", _summary(now[key])
        else:
            yield from _cells(key, built[key], now[key])


def _cells(key: str, built: Record, now: Record) -> Iterator[tuple[str, str, str, str]]:
    for column, value in built.items():
        if column in now and value != now[column]:
            yield key, column, _text(value), _text(now[column])


def _summary(row: Record) -> str:
    return " ".join(_text(row[name]) for name in ("printed", "value", "title") if row.get(name))


def _text(value: object) -> str:
    return "" if value is None else str(value)
