"""Where things are: the folders of the project, found from where the user stands.

A notebook runs in ``notebooks/``, a command anywhere below the project. The project is
the nearest folder, upwards, that has ``data/raw``; ``COMPARE_HOME`` names another one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from compare.errors import ProjectNotFoundError


@dataclass(frozen=True)
class Project:
    """The folders of one project.

    Attributes
    ----------
    root : pathlib.Path
        The folder that holds ``data/raw``.
    """

    root: Path

    @property
    def raw(self) -> Path:
        """Typed by hand: one folder per document, and the definitions."""
        return self.root / "data" / "raw"

    @property
    def curated(self) -> Path:
        """Built: the database and the tables as CSV."""
        return self.root / "data" / "curated"

    @property
    def database(self) -> Path:
        """The curated DuckDB file."""
        return self.curated / "compare.duckdb"

    @property
    def notebooks(self) -> Path:
        """The parameterised notebooks."""
        return self.root / "notebooks"

    @property
    def reports(self) -> Path:
        """The manifest of reports, and the reports made from it."""
        return self.root / "reports"

    @property
    def texts(self) -> Path:
        """The folder where the plain texts of the documents may be."""
        named = os.environ.get("COMPARE_DOCUMENTS")
        return Path(named) if named else self.raw / "documents"

    @property
    def text_folders(self) -> tuple[Path, ...]:
        """Where texts are looked for: that folder, and the one that a scan writes texts to."""
        return tuple(dict.fromkeys((self.texts, self.raw / "documents")))


def find_project(start: Path | None = None) -> Project:
    """Return the project at or above a folder.

    Parameters
    ----------
    start : pathlib.Path, optional
        Where to begin; by default ``COMPARE_HOME``, or else the current folder.

    Raises
    ------
    ProjectNotFoundError
        If neither the folder nor any above it has ``data/raw``.
    """
    home = os.environ.get("COMPARE_HOME")
    begin = (start or Path(home or ".")).resolve()
    for folder in (begin, *begin.parents):
        if (folder / "data" / "raw").is_dir():
            return Project(folder)
    raise ProjectNotFoundError(
        f"no data/raw at or above {begin}; run the command inside the project, "
        "or set COMPARE_HOME to the project's folder"
    )
