"""Own tables in data/raw: whether what they say is the project's is there, in the same unit."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.curated.joining import check_same
from compare.errors import CompareError, Problem, StaleDataWarning, UnknownValueError
from compare.ledger.evidence import Evidence
from compare.ledger.folders import DEFINITIONS, DESCRIPTION, table_folders
from compare.ledger.ledger import read_rows
from compare.ledger.models import Indicator
from compare.sources.panel.description import OURS, read_description

if TYPE_CHECKING:
    from compare.sources.panel.panel import Panel


def refuse_other_same(table: Path, told: Mapping[str, Any], raw: Path) -> None:
    """Refuse a table that is said to measure what the project does not, before it is imported.

    Parameters
    ----------
    table : pathlib.Path
        The file.
    told : mapping
        What was told of it: arguments of :func:`compare.panel`.
    raw : pathlib.Path
        The folder data/raw, whose indicators are the project's.

    Raises
    ------
    UnknownValueError
        If an indicator is none of the project's, or has another unit or direction there.
    """
    if told.get("same_as"):
        from compare.sources.panel.panel import panel

        check_same(panel(table, **told), _known(raw))


def problems_of_tables(raw: Path) -> Iterator[Problem]:
    """Yield what is wrong with the own tables of data/raw that say what is the project's."""
    for folder in table_folders(raw):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", StaleDataWarning)  # told where it is read
                made = _if_same(folder)
        except CompareError as error:
            yield _problem(folder, 0, "", str(error))
        else:
            yield from _of_same(folder, made, raw) if made is not None else ()


def _if_same(folder: Path) -> Panel | None:
    """Return the table of a folder, if it says that some of it is the project's: others wait."""
    from compare.sources.panel.panel import panel

    _, told = read_description(folder)
    return panel(folder) if told.get("same_as") else None


def _known(raw: Path) -> Evidence:
    """Return the indicators of the project as they are typed: nothing need be built."""
    entries, _ = read_rows(raw / DEFINITIONS, "indicators", Indicator, raw)
    rows = [entry.item.model_dump() for entry in entries]
    return Evidence(indicators=pd.DataFrame(rows))


def _of_same(folder: Path, made: Panel, raw: Path) -> Iterator[Problem]:
    """Yield a problem for each word of same_as that is wrong, in the line that says it."""
    known = _known(raw)
    for name, indicator in made.same_as.items():
        try:
            check_same(replace(made, same_as={name: indicator}), known)
        except UnknownValueError as error:
            yield _problem(folder, _row_of(folder, indicator), f"{OURS}.same_as", str(error))


def _row_of(folder: Path, indicator: str) -> int:
    """Return the line of a description whose last word is an indicator; 0 where none is."""
    lines = (folder / DESCRIPTION).read_text(encoding="utf-8").splitlines()
    said = (n for n, line in enumerate(lines, 1) if line.split()[-1:] == [indicator])
    return next(said, 0)


def _problem(folder: Path, row: int, column: str, what: str) -> Problem:
    return Problem(
        f"{folder.name}/{DESCRIPTION}", row, column, what.replace("\n", " "),
        "a description that the table can be read by, and keys of indicators.csv in same_as",
        "correct it, or remove the folder and compare-regions import the table again",
    )  # fmt: skip
