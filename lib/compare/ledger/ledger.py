"""The ledger: everything typed in data/raw, read into models, with all its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from compare.errors import Problem
from compare.ledger.folders import DEFINITIONS, document_folders
from compare.ledger.models import (
    Alignment,
    Benchmark,
    Figure,
    Inconsistency,
    Indicator,
    Region,
    Source,
    Term,
    Theme,
    Typed,
    columns,
    optional_columns,
)
from compare.ledger.read import Row, bytes_of, decode, looks_like_date, read_table
from compare.ledger.yaml_text import read_yaml

M = TypeVar("M", bound=Typed)
M_co = TypeVar("M_co", bound=Typed, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """A valid row and where it was typed."""

    row: Row
    item: M_co


@dataclass
class Ledger:
    """Everything typed in data/raw that could be read, and what could not.

    ``unread`` names the tables (paths without the ending) whose form is wrong, or of which a
    row's key is unknown; ``invalid`` has the rows that are not among the valid ones. What
    refers to either is not blamed for it: a cause is told without its consequences.
    """

    regions: list[Entry[Region]] = field(default_factory=list)
    themes: list[Entry[Theme]] = field(default_factory=list)
    indicators: list[Entry[Indicator]] = field(default_factory=list)
    benchmarks: list[Entry[Benchmark]] = field(default_factory=list)
    terms: list[Entry[Term]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    figures: list[Entry[Figure]] = field(default_factory=list)
    alignments: list[Entry[Alignment]] = field(default_factory=list)
    inconsistencies: list[Entry[Inconsistency]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    invalid: list[Row] = field(default_factory=list)

    def keys(self, table: str, column: str) -> set[str]:
        """Return the keys typed in the invalid rows of a table: what names one is no mistake.

        Parameters
        ----------
        table : str
            Path of its file without the ending.
        column : str
            The column of the key.
        """
        rows = [row for row in self.invalid if _table(row.file) == table]
        return {row.cells[column] for row in rows if row.cells.get(column)}

    def is_whole(self, table: str) -> bool:
        """Tell whether every row of a table could be read and is valid."""
        return table not in self.unread and all(_table(row.file) != table for row in self.invalid)


def _table(file: str) -> str:
    return file.rpartition(".")[0]


def read_ledger(raw: Path) -> Ledger:
    """Read data/raw.

    Parameters
    ----------
    raw : pathlib.Path
        The folder ``data/raw``.

    Returns
    -------
    Ledger
        Valid rows, and one problem for each invalid cell, row or file. A row with a
        problem is not among the valid ones.
    """
    ledger = Ledger()
    definitions = raw / DEFINITIONS
    ledger.regions = _read(definitions, "regions", Region, raw, ledger)
    ledger.themes = _read(definitions, "themes", Theme, raw, ledger)
    ledger.indicators = _read(definitions, "indicators", Indicator, raw, ledger)
    ledger.benchmarks = _read(definitions, "benchmarks", Benchmark, raw, ledger)
    if any(definitions.glob("terms.*")):  # only a scan needs them
        ledger.terms = _read(definitions, "terms", Term, raw, ledger)
    for folder in document_folders(raw):
        ledger.sources += _read_source(folder, raw, ledger)
        ledger.figures += _read(folder, "figures", Figure, raw, ledger)
        ledger.alignments += _read(folder, "alignment", Alignment, raw, ledger)
        if any(folder.glob("inconsistencies.*")):  # few documents have any
            found = _read(folder, "inconsistencies", Inconsistency, raw, ledger)
            ledger.inconsistencies += found
    _leave_out_rejected(ledger)
    return ledger


def _leave_out_rejected(ledger: Ledger) -> None:
    """Forget rejected rows and their alignments: they stay in the file as settled, no more."""
    rejected = {e.item.figure for e in ledger.figures if e.item.state == "rejected"}
    if rejected:
        ledger.figures = [e for e in ledger.figures if e.item.figure not in rejected]
        ledger.alignments = [e for e in ledger.alignments if e.item.figure not in rejected]


def read_rows(
    folder: Path, name: str, model: type[M], raw: Path
) -> tuple[list[Entry[M]], list[Problem]]:
    """Read one typed table: its valid rows, and every problem of the others.

    Parameters
    ----------
    folder : pathlib.Path
        Where the file is.
    name : str
        File name without its ending.
    model : type
        The model of its rows.
    raw : pathlib.Path
        The folder that file names in messages are relative to.
    """
    ledger = Ledger()
    return _read(folder, name, model, raw, ledger), ledger.problems


def _read(folder: Path, name: str, model: type[M], raw: Path, ledger: Ledger) -> list[Entry[M]]:
    table = read_table(folder, name, columns(model), raw, optional_columns(model))
    ledger.problems += table.problems
    ledger.unread |= {_table(problem.file) for problem in table.problems}
    return list(_valid(model, table.rows, ledger))


def _valid(model: type[M], rows: Iterable[Row], ledger: Ledger) -> Iterator[Entry[M]]:
    for row in rows:
        try:
            yield Entry(row, model.model_validate(row.cells))
        except ValidationError as error:
            problems = list(_problems(model, row, error))
            ledger.problems += problems
            ledger.invalid.append(row)
            key = columns(model)[0]
            if len(problems) > 1 or problems[0].column == key:
                ledger.unread.add(_table(row.file))  # nobody can say which row it is


def _read_source(folder: Path, raw: Path, ledger: Ledger) -> list[Entry[Source]]:
    problems = ledger.problems
    path = folder / "source.yml"
    file = path.relative_to(raw).as_posix()
    allowed = "a YAML mapping with " + ", ".join(columns(Source))
    try:
        content = read_yaml(decode(bytes_of(path)))
        if not isinstance(content, dict):
            what = f"the file holds {type(content).__name__}, no mapping"
            problems.append(Problem(file, 0, "", what, allowed, "write one `name: value` per line"))
            return []
        cells = {str(name): "" if value is None else str(value) for name, value in content.items()}
    except FileNotFoundError:
        problems.append(Problem(file, 0, "", "the file is missing", allowed, "create it"))
        return []
    except Exception as error:  # yaml raises many kinds on broken files, and so do its values
        first_line = str(error).partition("\n")[0]
        what = f"the file cannot be read ({type(error).__name__}: {first_line})"
        problems.append(Problem(file, 0, "", what, allowed, "correct its YAML"))
        return []
    return list(_valid(Source, [Row(file, 0, cells)], ledger))


def _problems(model: type[Typed], row: Row, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        context = detail.get("ctx", {})
        if detail["type"] == "row":
            column = context["column"]
            todo = _todo(row.cells.get(column, ""), context["todo"])
            yield row.problem(column, context["what"], context["allowed"], todo)
            continue
        column = str(detail["loc"][0]) if detail["loc"] else ""
        value = row.cells.get(column, "")
        known = model.model_fields.get(column)
        allowed = (known.description if known else None) or ", ".join(columns(model))
        what = _what(detail["type"], detail["msg"], value)
        yield row.problem(column, what, allowed, _todo(value, "correct the cell"))


def _what(kind: str, message: str, value: str) -> str:
    if kind == "missing":
        return "the cell is empty"
    shown = value if len(value) <= 60 else value[:60] + "…"
    return f"{shown!r} is not valid ({message})"


def _todo(value: str, otherwise: str) -> str:
    if looks_like_date(value):
        return (
            "a spreadsheet turned the value into a date: type it again as the document "
            "prints it, in a cell formatted as text"
        )
    return otherwise
