"""Descriptions of own tables: a Table Schema resource beside the file, written and read back.

``source.yml`` has the keys of a Frictionless tabular resource (name, title, path, bytes, hash,
schema with fields and missingValues) and one block of our own, ``compare``, with what was told:
the arguments of :func:`compare.panel`. It may be edited; what it says is read without questions.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
import warnings
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from compare.atomic import write_text
from compare.errors import FrameError, NotWrittenError, StaleDataWarning, UnknownValueError
from compare.ledger.folders import DESCRIPTION, ending_of, own_table, stem_of
from compare.ledger.yaml_text import read_yaml
from compare.sources.panel.opening import open_tables

OURS = "compare"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def slug_of(file: str) -> str:
    """Return what the folder of a table is called by default: its file's name, made plain.

    Examples
    --------
    >>> slug_of("NEET_by LA (2017).csv"), slug_of("Educação.xlsx")
    ('neet-by-la-2017', 'educacao')
    """
    letters = unicodedata.normalize("NFKD", stem_of(file).casefold())
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def new_folder(raw: Path, name: str) -> Path:
    """Return the folder of a table to come, which is not there yet.

    Raises
    ------
    NotWrittenError
        If there is a folder of that name.
    UnknownValueError
        If the name is none for a folder.
    """
    if not SLUG.fullmatch(name):
        raise UnknownValueError(
            f"name={name!r}; allowed: lower-case letters, digits and hyphens; do: --name counties"
        )
    folder = raw / name
    if folder.exists():
        raise NotWrittenError(
            f"{folder} is there already, and is not written over; allowed: a name that no folder "
            f"has; do: --name {_free(raw, name)} to keep both, or delete the folder {folder} and "
            "import again to replace it"
        )
    return folder


def _free(raw: Path, name: str) -> str:
    """Return a name like one that is taken, which no folder has."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in numbered if not (raw / one).exists())


def write_description(
    table: Path, raw: Path, name: str, title: str, told: Mapping[str, Any]
) -> Path:
    """Copy a table as it is into a folder of data/raw, and describe it there.

    Parameters
    ----------
    table : pathlib.Path
        The file.
    raw : pathlib.Path
        The folder data/raw.
    name : str
        Name of the new folder: lower-case letters, digits and hyphens.
    title : str
        What references call it; empty for what stands above its head.
    told : mapping
        What was told: arguments of :func:`compare.panel`.

    Raises
    ------
    NotWrittenError, UnknownValueError
        As :func:`new_folder` does.
    """
    folder = new_folder(raw, name)
    ending = ending_of(table.name) or ".csv"
    text = yaml.safe_dump(
        _described(table, ending, name, title, told), allow_unicode=True, sort_keys=False
    )
    folder.mkdir(parents=True)
    shutil.copyfile(table, folder / f"table{ending}")
    write_text(folder / DESCRIPTION, text)
    return folder


def _described(
    table: Path, ending: str, name: str, title: str, told: Mapping[str, Any]
) -> dict[str, Any]:
    sheets = open_tables(table, told.get("sheet"), told.get("encoding"))
    first = sheets[0]
    fields = [
        {
            "name": head.text,
            "type": "number" if first.frame[head.letters].dtype.is_numeric() else "string",
            **({"unit": head.unit} if head.unit else {}),
        }
        for head in first.heads
    ]
    return {
        "name": name,
        "type": "table",
        "title": title or first.heading or table.name,
        "path": f"table{ending}",
        "bytes": table.stat().st_size,
        "hash": f"sha256:{sha256_of(table)}",
        "schema": {"fields": fields, "missingValues": ["", *told.get("missing", ())]},
        OURS: {key: value for key, value in told.items() if value is not None},
    }


def read_description(folder: Path) -> tuple[Path, dict[str, Any]]:
    """Return the file of an own table and what its description tells of it.

    Raises
    ------
    FrameError
        If the folder holds no table, or no description that can be read.

    Warns
    -----
    StaleDataWarning
        If the file is another one than that which was described.
    """
    path = own_table(folder)
    if path is None:
        raise FrameError(
            f"{folder} holds no table; allowed: a folder with table.csv, .xlsx, .parquet or .dta; "
            "do: compare-regions import TABLE"
        )
    try:
        said = read_yaml((folder / DESCRIPTION).read_text(encoding="utf-8"))
        told = dict(said[OURS])
    except (OSError, yaml.YAMLError, TypeError, KeyError, ValueError) as error:
        raise FrameError(
            f"{folder / DESCRIPTION} cannot be read ({type(error).__name__}: {error}); allowed: a "
            f"description with the block {OURS}; do: compare-regions import {path.name} again"
        ) from None
    expected = str(said.get("hash", "")).removeprefix("sha256:")
    if expected and expected != sha256_of(path):
        warnings.warn(
            f"{path} is another file than the one that was described: check {DESCRIPTION}, then "
            f"put its new hash there, sha256:{sha256_of(path)}",
            StaleDataWarning,
            stacklevel=3,
        )
    told.setdefault("title", said.get("title"))
    told.setdefault("source", said.get("name") or folder.name)
    return path, told
