"""Datasets: the data of a notebook, a report or a brief; of the documents, or an own table.

Whoever compares asks a dataset, and need not know which of the two it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.curated import database
from compare.curated.noting import note
from compare.errors import ProjectNotFoundError, UnknownValueError, unknown
from compare.ledger.folders import DESCRIPTION, own_table, table_folders
from compare.ledger.names import key_of_name
from compare.project import Project, find_project

if TYPE_CHECKING:
    import pandas as pd

    from compare.ledger.evidence import Evidence
    from compare.sources.panel.panel import Panel

Chosen = str | Sequence[str] | None

STORED = {
    "theme": "SELECT DISTINCT theme FROM indicators",
    "indicator": "SELECT indicator FROM indicators",
    "region": "SELECT region FROM regions",
    "year": "SELECT DISTINCT year FROM observations",
    "target_year": "SELECT DISTINCT year FROM observations WHERE kind = 'target'",
    "figure": "SELECT figure FROM figures",
    "document": "SELECT document FROM documents",
    "plan": "SELECT DISTINCT document FROM observations WHERE kind = 'target'",
    "benchmark": "SELECT benchmark FROM benchmarks UNION SELECT DISTINCT kind FROM benchmarks",
}
"""What a dataset has values of, and the question that gives them."""


class Dataset:
    """The data of the documents, as they were built; :func:`dataset` makes one."""

    name: str | None = None
    """What the dataset was asked for by; None for the documents."""

    def observations(
        self, *, theme: Chosen = None, indicator: Chosen = None, region: Chosen = None
    ) -> pd.DataFrame:
        """Return its observations: all, or those of some themes, indicators and regions."""
        found = database.observations(theme=theme, indicator=indicator, region=region)
        rows: pd.DataFrame = found
        return rows

    def coverage(
        self, *, theme: Chosen = None, indicator: Chosen = None, region: Chosen = None
    ) -> pd.DataFrame:
        """Return what can be compared: a row for each region, indicator and kind."""
        found = database.coverage(theme=theme, indicator=indicator, region=region)
        rows: pd.DataFrame = found
        return rows

    def evidence(self) -> Evidence:
        """Return what is known beside the rows."""
        return database.evidence()

    def benchmarks(self) -> pd.DataFrame:
        """Return the values of nation and provinces that its regions are held to."""
        rows: pd.DataFrame = database.table("benchmarks")
        return rows

    def region_slug(self, name: str) -> str:
        """Return the key of a region given by any of its names."""
        return database.region_slug(name)

    def known(self, name: str) -> list[Any]:
        """Return the values of a name of ``STORED``, sorted."""
        rows = database.reading().execute(STORED[name]).fetchall()
        return sorted(row[0] for row in rows)

    def __repr__(self) -> str:
        return "<dataset of the documents>"


class OwnTable(Dataset):
    """The data of an own table, asked like those of the documents.

    Parameters
    ----------
    name : str
        What it was asked for by.
    panel : Panel
        The table, read.
    """

    def __init__(self, name: str, panel: Panel) -> None:
        self.name = name
        self.panel = panel

    def observations(
        self, *, theme: Chosen = None, indicator: Chosen = None, region: Chosen = None
    ) -> pd.DataFrame:
        """Return its observations: all, or those of some themes, indicators and regions."""
        return self._kept(self.panel.observations, theme, indicator, region)

    def coverage(
        self, *, theme: Chosen = None, indicator: Chosen = None, region: Chosen = None
    ) -> pd.DataFrame:
        """Return what can be compared: a row for each region, indicator and kind."""
        return self._kept(self.evidence().named(self.panel.coverage()), theme, indicator, region)

    def evidence(self) -> Evidence:
        """Return what is known beside the rows."""
        return self.panel.evidence

    def benchmarks(self) -> pd.DataFrame:
        """Return the values of nation and provinces of what is the same as in the project."""
        return self.panel.evidence.benchmarks

    def region_slug(self, name: str) -> str:
        """Return the key of a region given by any of its names."""
        return self.evidence().region_slug(name)

    def known(self, name: str) -> list[Any]:
        """Return the values of a name of ``STORED``, sorted."""
        rows, known = self.panel.observations, self.panel.evidence
        targets = rows[rows["kind"] == "target"]
        found = {
            "theme": known.indicators["theme"],
            "indicator": known.indicators["indicator"],
            "region": known.regions["region"],
            "year": rows["year"],
            "target_year": targets["year"],
            "figure": rows["figure"],
            "document": rows["document"],
            "plan": targets["document"],
            "benchmark": known.benchmarks["benchmark"],
        }
        return sorted(found[name].dropna().unique().tolist())

    def __repr__(self) -> str:
        return f"<dataset of {self.panel!r}>"

    def _kept(self, rows: pd.DataFrame, *chosen: Chosen) -> pd.DataFrame:
        """Return the rows of some themes, indicators and regions."""
        for name, value in zip(("theme", "indicator", "region"), chosen, strict=True):
            if value is None:
                continue
            named = [value] if isinstance(value, str) else list(value)
            if name == "region":
                wanted = [self.region_slug(one) for one in named]
            else:
                wanted = self._known_ones(name, named)
            rows = rows[rows[name].isin(wanted)]
        return rows.reset_index(drop=True)

    def _known_ones(self, name: str, values: list[str]) -> list[str]:
        """Return the keys of themes or indicators, called by key, Chinese or English name."""
        known, evidence = self.known(name), self.evidence()
        named = {
            key_of_name(said): key
            for lang in ("zh", "en")
            for key, said in evidence.names(name, lang).items()
        }
        found = []
        for value in values:
            key = value if value in known else named.get(key_of_name(value))
            if key is None or key not in known:
                raise unknown(name, value, map(str, known))
            found.append(key)
        return found


class Joined(OwnTable):
    """The data of the documents and of an own table as one: plans beside outcomes."""

    def coverage(
        self, *, theme: Chosen = None, indicator: Chosen = None, region: Chosen = None
    ) -> pd.DataFrame:
        """Return what can be compared: a row for each region, indicator and kind."""
        from compare.curated.joining import coverage_of_both
        from compare.sources.panel.coverage import covered

        own = self.panel.observations
        own = own[own["document"].isin(self._own)]
        both = coverage_of_both(covered(own, self.evidence()), database.coverage())
        return self._kept(self.evidence().named(both), theme, indicator, region)

    @property
    def _own(self) -> list[str]:
        known = self.evidence().documents
        return [str(name) for name in known.loc[known["type"] == "table", "document"]]

    def __repr__(self) -> str:
        return f"<dataset of the documents and {self.panel!r}>"


DOCUMENTS = "documents+"
"""What the name of a table begins with where the documents are meant beside it."""


def dataset(
    name: str | Path | Panel | Dataset | None = None, *, project: Project | None = None
) -> Dataset:
    """Return the data of a notebook: of the documents, or of a table of one's own.

    Parameters
    ----------
    name : str, path or Panel, optional
        An own table: its folder in data/raw as ``compare-regions import`` named it, a path to
        such a folder or to a file that says everything itself, or what :func:`compare.panel`
        returned. By default the documents. ``documents+NAME`` is both: indicators that the
        table says are the project's (``same_as``), and regions of one code, are one.
    project : Project, optional
        Whose data/raw is meant; by default the one around the current folder.

    Returns
    -------
    Dataset
        With ``observations``, ``coverage``, ``evidence``, ``benchmarks`` and ``region_slug``,
        which are asked in the same way of both.

    Raises
    ------
    UnknownValueError
        If there is no such table; the message lists those that there are.

    Examples
    --------
    >>> import compare
    >>> data = compare.dataset()
    >>> data.observations(theme="balance", region="衢州")["document"].unique().tolist()
    ['quzhou-2024-action-plan']
    >>> mine = compare.panel(compare.made_up_panel(), direction="neutral", wholes=["*市"])
    >>> compare.dataset(mine).observations(region="甲子一县")["year"].max()
    np.int64(2024)
    """
    if name is None:
        return Dataset()
    if isinstance(name, Dataset):
        return name
    # not before: every notebook asks for the documents, and needs none of the reader of tables
    from compare.sources.panel.panel import Panel

    if isinstance(name, Panel):
        return _with_lines(OwnTable("panel", name))
    project = project or _project()
    joined = isinstance(name, str) and name.startswith(DOCUMENTS)
    asked = str(name).removeprefix(DOCUMENTS) if joined else name
    path = _place(asked, project)
    note("own-table", project, dataset=_from_root(path, project))
    own = _opened(str(asked), path, table_hash(path))
    return _beside(str(name), own.panel) if joined else _with_lines(own)


def _with_lines(own: OwnTable) -> OwnTable:
    """Return a table with the project's lines for what it says is the same."""
    if not own.panel.same_as:
        return own
    from compare.curated.joining import check_same, with_national_lines

    known = database.evidence()
    check_same(own.panel, known)
    return OwnTable(own.name or "", with_national_lines(own.panel, known))


def _beside(name: str, panel: Panel) -> Joined:
    """Return a table among the documents."""
    from compare.curated.joining import beside_documents, check_same

    known = database.evidence()
    check_same(panel, known)
    both = beside_documents(panel, database.observations(), known)
    return Joined(name, both)


@lru_cache(maxsize=3)  # tables may be large
def _opened(name: str, path: Path, _content: str) -> OwnTable:
    """Read a table, once for each content."""
    from compare.sources.panel.panel import panel

    return OwnTable(name, panel(path))


def _from_root(path: Path, project: Project | None) -> str:
    """Return a path as others find it again: from the project's folder, if it lies there."""
    root = None if project is None else project.root.resolve()
    whole = path.resolve()
    return whole.relative_to(root).as_posix() if root in whole.parents and root else str(whole)


def version_of(name: str | None, project: Project) -> str:
    """Return a hash of what a dataset has: the same for the same data.

    Of a table that says what is the same as in the documents, theirs is part of it.
    """
    if name is None:
        return database.data_version()
    own = table_hash(_place(name.removeprefix(DOCUMENTS), project))
    data = dataset(name, project=project)
    same = isinstance(data, OwnTable) and data.panel.same_as
    return f"{own}-{database.data_version()}" if same or name.startswith(DOCUMENTS) else own


def table_hash(place: Path) -> str:
    """Return the hash of an own table and its description; empty where it is not there."""
    paths = [place] if place.is_file() else [own_table(place), place / DESCRIPTION]
    digest = hashlib.sha256()
    for path in paths:
        if path is None or not path.is_file():
            return ""
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _place(name: str | Path, project: Project | None) -> Path:
    """Return the folder or file of an own table.

    Raises
    ------
    UnknownValueError
        If there is none, naming those that there are.
    """
    if not isinstance(name, str | Path) or not str(name).strip():
        raise UnknownValueError(
            f"dataset={name!r} is no name of a table; write the folder that "
            "compare-regions import made in data/raw, or None for the documents"
        )
    folders = [] if project is None else table_folders(project.raw)
    for folder in folders:
        if folder.name == str(name):
            return folder
    bases = [Path()] if project is None else [Path(), project.root]
    for path in (base / Path(name).expanduser() for base in bases):
        if path.is_file() or (path.is_dir() and own_table(path) is not None):
            return path
    if not folders:
        raise UnknownValueError(
            f"dataset={str(name)!r} does not exist: there is no table in data/raw; "
            "do: compare-regions import TABLE"
        )
    raise unknown("dataset", str(name), [folder.name for folder in folders])


def _project() -> Project | None:
    try:
        return find_project()
    except ProjectNotFoundError:
        return None
