"""Whether what was built is what is typed: a hash of the typed files, kept with the build."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.ledger.folders import DEFINITIONS, document_folders
from compare.project import Project

STALE = "COMPARE_STALE"
"""Set where somebody reads an older build and knows it."""

_TYPED = (".csv", ".xlsx", ".yml")


@contextmanager
def knowingly() -> Iterator[None]:
    """Read an older build in the block without a warning: whoever asks for it knows."""
    before = os.environ.get(STALE)
    os.environ[STALE] = "1"
    try:
        yield
    finally:
        del os.environ[STALE]
        if before is not None:
            os.environ[STALE] = before


_signatures: dict[tuple[str, object], str] = {}
"""Hashes by what a look at the folder shows, so that nothing is read twice."""


def raw_hash(project: Project) -> str:
    """Return the hash of every typed file of data/raw, by name and content."""
    paths = list(_typed(project.raw))
    seen = [(str(path), status.st_size, status.st_mtime_ns, status.st_ino)
            for path in paths for status in [path.stat()]]  # fmt: skip
    key = (str(project.raw), tuple(seen))
    if key not in _signatures:
        digest = hashlib.sha256()
        for path in paths:
            digest.update(f"{path.relative_to(project.raw).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        _signatures.clear()
        _signatures[key] = digest.hexdigest()
    return _signatures[key]


def schema_hash() -> str:
    """Return the hash of the tables that this version of the package builds and reads."""
    text = files("compare.curated").joinpath("schema.sql").read_bytes()
    return hashlib.sha256(text).hexdigest()


def facts_of_build(con: Any) -> dict[str, str]:
    """Return what is kept with a build: data_version, and the hashes of raw files and schema."""
    return dict(con.execute("SELECT name, value FROM build").fetchall())


def _typed(raw: Path) -> Iterator[Path]:
    if not raw.is_dir():
        return
    for folder in [raw / DEFINITIONS, *document_folders(raw)]:
        for path in sorted(folder.glob("*")):
            hidden = path.name.startswith((".", "~$"))  # a spreadsheet's own, while it is open
            if path.suffix.lower() in _TYPED and path.is_file() and not hidden:
                yield path
