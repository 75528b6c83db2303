"""The folders of data/raw: definitions, and one for each document."""

from __future__ import annotations

from pathlib import Path

DEFINITIONS = "definitions"
DESCRIPTION = "source.yml"
"""What describes the document or the table of a folder."""
NOT_DOCUMENTS = {DEFINITIONS, "documents"}
"""Folders of data/raw that hold no document."""


TABLES = (
    ".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".dta", ".csv.gz", ".tsv.gz", ".txt.gz",
)  # fmt: skip
"""What the file of an own table may end in."""


def ending_of(name: str) -> str:
    """Return what the name of a table ends in; empty for anything else.

    Examples
    --------
    >>> ending_of("counties.CSV"), ending_of("educ_uoe.tsv.gz"), ending_of("table")
    ('.csv', '.tsv.gz', '')
    """
    return next((ending for ending in TABLES if name.lower().endswith(ending)), "")


def stem_of(name: str) -> str:
    """Return the name of a table without what it ends in: what it is called.

    Examples
    --------
    >>> stem_of("counties.csv"), stem_of("educ_uoe.tsv.gz")
    ('counties', 'educ_uoe')
    """
    return Path(name.removesuffix(".gz")).stem


def called(title: str) -> str:
    """Return what a table is called in a heading: its title; of a file's name, what it is called.

    Examples
    --------
    >>> called("counties.csv"), called("Schools of 2.5 counties")
    ('counties', 'Schools of 2.5 counties')
    """
    return stem_of(title) if ending_of(title) else title


def own_table(folder: Path) -> Path | None:
    """Return the file of an own table, which is called ``table``; None in other folders."""
    found = (folder / f"table{ending}" for ending in TABLES)
    return next((path for path in found if path.is_file()), None)


def table_folders(raw: Path) -> list[Path]:
    """Return the folders that hold an own table each, sorted by name."""
    return [folder for folder in _folders(raw) if own_table(folder) is not None]


def document_folders(raw: Path) -> list[Path]:
    """Return the folders that hold one document each, sorted by name."""
    return [folder for folder in _folders(raw) if own_table(folder) is None]


def _folders(raw: Path) -> list[Path]:
    return [
        folder
        for folder in sorted(raw.iterdir())
        if folder.is_dir() and folder.name not in NOT_DOCUMENTS and folder.name[0] not in "._"
    ]
