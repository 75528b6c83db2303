"""Fingerprints: what a report was made from, by content and not by time.

A report is executed again when its notebook, its parameters, what it asked of the data, the
files it was given, the part of this package that notebooks use, or a version that matters
has changed. Where only the page around it has (its title, footer, template or style), the
notebook that was executed is exported again. The parts are kept apart, so that a batch can
say why it makes a report.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.curated.database import is_stale, opened
from compare.curated.usage import Answers
from compare.project import Project
from compare.reports.links import Links
from compare.reports.manifest import BRIEF, Report
from compare.reports.notebooks.literals import as_python

MATTERING = (
    "beautifulsoup4",
    "duckdb",
    "fonttools",
    "great-tables",
    "ipykernel",
    "ipython",
    "itables",
    "jinja2",
    "justmytype-intl-cjk",
    "matplotlib",
    "mistune",
    "nbconvert",
    "numpy",
    "pandas",
    "papermill",
    "pillow",
    "polars",
    "pygments",
    "python-docx",
    "python-pptx",
    "seaborn",
)
"""Packages whose version may change what a page shows.

What sets a PDF is none of them: installing it would make every page anew that has none.
"""


class Fingerprints:
    """Fingerprints of a project's reports; what all of them share is read once.

    Parameters
    ----------
    project : Project
        The project.
    reports : sequence of Report
        All reports of the manifest: those that pages lead to.
    """

    def __init__(self, project: Project, reports: Sequence[Report] = ()) -> None:
        self._project = project
        self._notebooks: dict[str, str] = {}
        self.answers = Answers(project)
        self.data_version = self.answers.data_version
        self.stale = is_stale(project)
        con, _ = opened(project)
        self.links = Links(con, reports, project)
        self._shared = {
            "package": package_hash(EXECUTED),
            "versions": _of_text(versions()),
            "export": package_hash(EXPORTED),
            "footer": _of_text([self.stale]),
        }

    @property
    def shared(self) -> str:
        """One hash of what all pictures share."""
        return _of_text([self.data_version, self._shared["package"], self._shared["versions"]])

    def of(self, report: Report) -> dict[str, str]:
        """Return the fingerprint of a report, part by part."""
        if report.notebook not in self._notebooks:
            self._notebooks[report.notebook] = self._notebook(report.notebook)
        return {
            "notebook": self._notebooks[report.notebook],
            "parameters": _of_text(as_python(report.parameters)),
            "title": _of_text([report.title, report.lang]),
            "links": _of_text(self.links.of(report)),
            "files": _of_text(list(self._files(report.parameters.values()))),
            **self._shared,
        }

    def _notebook(self, name: str) -> str:
        """Return the hash of a notebook; of a brief, of what makes it."""
        if name == BRIEF:
            return package_hash(BRIEFED)
        return _of_bytes((self._project.notebooks / f"{name}.ipynb").read_bytes())

    def _files(self, values: Iterable[Any]) -> Iterable[str]:
        """Give the content of files that parameters name, as the notebook would find them."""
        for value in values:
            if isinstance(value, (list, tuple)):
                yield from self._files(value)
            elif isinstance(value, (str, Path)) and 0 < len(str(value)) < 1000:
                path = self._project.notebooks / value
                if path.is_file():
                    yield _of_bytes(path.read_bytes())


EXPORTED = ("reports/export", "pages/paper")
"""What makes pages of an executed notebook."""

BRIEFED = ("pages/brief", "pages/paper")
"""What makes a brief."""

EXECUTED = ("", "!cli.py", "!pages", "!reports", "reports/notebooks")
"""What a notebook can use: not the batch around it, nor what makes pages of it."""

PAGE_PARTS = frozenset({"title", "links", "export", "footer"})
"""The parts of a fingerprint that need no notebook to be executed again."""


def package_hash(places: Iterable[str] = ("",)) -> str:
    """Return the hash of this package's files, templates and styles included.

    Parameters
    ----------
    places : iterable of str
        The files and folders that count, ``!`` before those that do not; the last one
        that a file lies in decides.
    """
    root = Path(str(files("compare")))
    rules = [(place.removeprefix("!"), not place.startswith("!")) for place in places]
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        within = f"{Path(folder).relative_to(root).as_posix()}/".removeprefix("./")
        for name in names:
            place_of = f"{within}{name}/"
            counts = [yes for place, yes in rules if not place or place_of.startswith(f"{place}/")]
            if counts and counts[-1]:
                found.append(Path(folder, name))
    return _of_files(root, found)


@cache
def versions() -> Mapping[str, str]:
    """Return the versions that matter to what a page shows; in a process they stay."""
    found = {"python": platform.python_version(), "machine": platform.machine()}
    for name in MATTERING:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _of_files(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file() and not path.name.startswith("."):
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _of_text(content: object) -> str:
    return _of_bytes(repr(content).encode("utf-8"))
