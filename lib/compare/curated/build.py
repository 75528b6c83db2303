"""The build: ledger in, curated database and sorted CSVs out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from filelock import FileLock

from compare.atomic import ASIDE, csv_text, replacing, write_text, writing
from compare.curated.freshness import raw_hash, schema_hash
from compare.curated.noting import note
from compare.curated.package import NAME, data_package
from compare.errors import DataError, Problem
from compare.ledger.checks import find_problems
from compare.ledger.ledger import Ledger, read_ledger
from compare.ledger.models import Alignment, Benchmark, Bounded, Indicator, Typed
from compare.ledger.printed_intervals import closed_interval, printed_resolution, printed_value
from compare.ledger.superseding import superseded
from compare.ledger.texts import read_texts
from compare.project import Project, find_project

TABLES = (
    "regions", "documents", "themes", "indicators", "benchmarks", "figures", "observations",
    "inconsistencies",
)  # fmt: skip
"""The curated tables, each after those that it refers to."""

SORT_KEYS = {
    "figures": "figure",
    "observations": "indicator, region, kind, year, figure",
}

Record = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """What a build made.

    Attributes
    ----------
    database : pathlib.Path
        The curated DuckDB file.
    data_version : str
        SHA-256 over the curated tables: the same for the same data.
    rows : dict of str to int
        Number of rows of each table.
    """

    database: Path
    data_version: str
    rows: dict[str, int]


def check(project: Project | None = None) -> list[Problem]:
    """Return everything that is wrong in data/raw, without building.

    Own tables are not built: what is wrong with them keeps nobody from the documents.
    """
    from compare.curated.own_tables import problems_of_tables  # few projects have tables

    project = project or find_project()
    note("raw", project)
    note("texts", project)
    _, problems = _read(project)
    return sorted([*problems, *problems_of_tables(project.raw)])


def build(project: Project | None = None) -> Built:
    """Build ``data/curated`` from ``data/raw``.

    The new database is written aside and renamed: a failed or killed build leaves the
    last good one, and a reader that has the old one open keeps it.

    Raises
    ------
    DataError
        With every problem of the raw data.
    """
    project = project or find_project()
    typed = raw_hash(project)  # before it is read: what changes meanwhile is built again
    ledger, problems = _read(project)
    if problems:
        raise DataError(problems)
    records = curated_records(ledger)
    with writing(project.curated):
        project.curated.mkdir(parents=True, exist_ok=True)
        with FileLock(project.curated / ".lock"):
            _remove_leftovers(project.curated)
            return _write(project, records, typed)


def curated_records(ledger: Ledger) -> dict[str, list[Record]]:
    """Return the rows of every curated table, from a ledger without problems."""
    region_of = {entry.item.document: entry.item.region for entry in ledger.sources}
    figures = {entry.item.figure: entry.item for entry in ledger.figures}
    indicators = {entry.item.indicator: entry.item for entry in ledger.indicators}
    replaced = superseded(ledger)
    return {
        "regions": [_record(entry.item) for entry in ledger.regions],
        "documents": [_record(entry.item, leave_out={"text"}) for entry in ledger.sources],
        "themes": [_record(entry.item) for entry in ledger.themes],
        "indicators": [_record(entry.item) for entry in ledger.indicators],
        "benchmarks": [
            _record(entry.item)
            | _interval(entry.item, Decimal(1), indicators[entry.item.indicator])
            | {"resolution": _plain(_resolution(entry.item))}
            for entry in ledger.benchmarks
        ],
        "figures": [
            _record(figure, leave_out={"state"})
            | {"document": figure.document, "region": region_of[figure.document]}
            | {"year": figure.last_year}
            for figure in figures.values()
        ],
        "observations": [
            _observation(entry.item, figures[entry.item.figure], indicators, region_of)
            | _use(entry.item, replaced)
            for entry in ledger.alignments
        ],
        "inconsistencies": [
            {"document": entry.row.file.split("/")[0], **_record(entry.item)}
            for entry in ledger.inconsistencies
        ],
    }


def _read(project: Project) -> tuple[Ledger, list[Problem]]:
    ledger = read_ledger(project.raw)
    return ledger, find_problems(ledger, read_texts(*project.text_folders))


def _record(item: Typed, leave_out: set[str] | None = None) -> Record:
    return {name: _plain(value) for name, value in item.model_dump(exclude=leave_out).items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return None if value == "" else value


def _resolution(line: Benchmark) -> Decimal | None:
    """Return how far the number of an outcome is sure; what is asked for is no measurement."""
    if line.kind != "actual" or line.comparator != "=":
        return None
    return printed_resolution(str(line.lo), Decimal(1))


def _interval(bounds: Bounded, factor: Decimal, indicator: Indicator) -> Record:
    interval = closed_interval(bounds, factor, indicator)
    return {
        "value": _plain(printed_value(bounds, factor)),
        "lo": _plain(interval.lo),
        "hi": _plain(interval.hi),
        "lo_open": interval.lo_open,
        "hi_open": interval.hi_open,
    }


def _observation(
    alignment: Any, figure: Any, indicators: dict[str, Indicator], region_of: dict[str, str]
) -> Record:
    indicator = indicators[alignment.indicator]
    return {
        "region": region_of[figure.document],
        "indicator": indicator.indicator,
        "year": figure.last_year,
        "kind": figure.kind,
        **_interval(figure, alignment.factor, indicator),
        "comparator": figure.comparator,
        "approximate": figure.comparator == "~",
        "resolution": _plain(printed_resolution(figure.printed, alignment.factor)),
        "unit": indicator.unit,
        "comparability": alignment.comparability,
        "reason": alignment.reason,
        "reason_en": alignment.reason_en or None,
        "scope": figure.scope,
        "year_basis": figure.year_basis,
        "after_break": alignment.after_break,
        "figure": figure.figure,
        "document": figure.document,
    }


def _use(alignment: Alignment, replaced: dict[tuple[str, str], str]) -> Record:
    newer = replaced.get((alignment.figure, alignment.indicator))
    return {"use": "superseded" if newer else alignment.use, "superseded_by": newer}


def _remove_leftovers(curated: Path) -> None:
    """Remove what killed builds left behind; the lock says that none is running."""
    for path in curated.glob(f"{ASIDE}*"):
        path.unlink(missing_ok=True)


def _write(project: Project, records: dict[str, list[Record]], typed: str) -> Built:
    with replacing(project.database) as aside:
        con = _new_database(aside)
        try:
            con.begin()  # all at once: every statement by itself would be written to the disk
            con.execute(files("compare.curated").joinpath("schema.sql").read_text(encoding="utf-8"))
            for table in TABLES:
                _insert(con, table, records[table])
            texts = {table: _table_text(con, table) for table in (*TABLES, "coverage")}
            version = _version(list(texts.values()))
            package = data_package(con, texts, version)
            facts = {"data_version": version, "raw": typed, "schema": schema_hash()}
            con.executemany("INSERT INTO build VALUES (?, ?)", list(facts.items()))
            con.commit()
        except duckdb.IOException as error:  # a full disk
            raise OSError(0, _reason(error), str(aside)) from error
        finally:
            con.close()
        for table, text in texts.items():
            write_text(project.curated / f"{table}.csv", text)
        write_text(project.curated / NAME, package)
    counts = {table: len(records[table]) for table in TABLES}
    return Built(project.database, version, counts)


def _new_database(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path))
    except duckdb.IOException as error:
        raise OSError(0, _reason(error), str(path)) from error


def _reason(error: duckdb.Error) -> str:
    """Return the system's words out of a message of DuckDB's: they end it."""
    return str(error).partition("\n")[0].rpartition(": ")[2]


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[Record]) -> None:
    if rows:
        frame = pl.DataFrame(rows, infer_schema_length=None)
        con.register("incoming", frame)
        con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
        con.unregister("incoming")


def _table_text(con: duckdb.DuckDBPyConnection, table: str) -> str:
    order = SORT_KEYS.get(table, "ALL")
    result = con.execute(f"SELECT * FROM {table} ORDER BY {order}")
    header = [column[0] for column in result.description]
    return csv_text(header, result.fetchall())


def _version(texts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8"))
    return digest.hexdigest()
