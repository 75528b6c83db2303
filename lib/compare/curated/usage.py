"""What a report has used: its questions to the project, with the hash of each answer.

The next batch asks the questions again. Where every answer is the same, the report would be
the same, whatever else has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from compare.curated.database import COVERAGE, DESCRIPTION, EVIDENCE, OBSERVATIONS, opened
from compare.curated.dataset import STORED, table_hash
from compare.curated.freshness import raw_hash
from compare.project import Project

Used = dict[str, str]
"""Questions, each as JSON, and the hash of its answer."""


class Answers:
    """The answers that a project gives now; each question is asked once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._con, facts = opened(project)
        self.data_version = facts["data_version"]
        self._known: dict[str, str] = {}

    def now(self, question: str) -> str:
        """Return the hash of what a question is answered now; empty where it cannot be."""
        if question not in self._known:
            self._known[question] = self._asked(*json.loads(question))
        return self._known[question]

    def changed(self, used: Used, data_version: str = "") -> list[str]:
        """Return the questions whose answer is another one now.

        Of the version of the data that they were answered from, only files are asked.
        """
        same = data_version == self.data_version
        asked = [q for q in used if not same or json.loads(q)[0] in _FILES]
        return [question for question in asked if self.now(question) != used[question]]

    def _asked(self, reader: str, asked: dict[str, Any]) -> str:
        if reader == "database":
            return self.data_version
        if reader == "raw":
            return raw_hash(self._project)
        if reader == "texts":
            return texts_hash(*self._project.text_folders)
        if reader == "own-table":
            return table_hash(self._project.root / asked["dataset"])
        if reader == "observations":
            return self._rows(OBSERVATIONS, {**_ANYTHING, "kind": None, "year": None, **asked})
        if reader == "coverage":
            return self._rows(COVERAGE, {**_ANYTHING, **asked})
        if reader == "describe":
            return self._rows(DESCRIPTION)
        if reader == "table":
            return self._rows(f"SELECT * FROM {asked['table']} ORDER BY ALL")
        if reader == "evidence":
            return self._rows(f"SELECT * FROM {asked['table']} ORDER BY {EVIDENCE[asked['table']]}")
        if reader == "rows":
            query = f"SELECT * FROM {asked['table']} WHERE list_contains($figure, figure)"
            return self._rows(f"{query} ORDER BY ALL", {"figure": asked["figure"]})
        if reader == "stated":
            query = f"SELECT * FROM {asked['table']} WHERE list_contains($region, region)"
            return self._rows(f"{query} ORDER BY ALL", {"region": asked["region"]})
        if reader == "sources":
            query = "SELECT * FROM documents WHERE list_contains($document, document)"
            return self._rows(f"{query} ORDER BY ALL", asked)
        if reader == "values":
            return self._rows(f"{STORED[asked['of']]} ORDER BY ALL")
        if reader == "names":
            return self._rows(_NAMES)
        return ""  # of another version of this package

    def _rows(self, query: str, parameters: dict[str, Any] | None = None) -> str:
        """Return the hash of the rows of a query, in their order, without fetching them."""
        numbered = f"SELECT row, row_number() OVER () AS n FROM ({query}) AS row"
        summed = f"SELECT count(*), sum(hash(row, n)::HUGEINT) FROM ({numbered})"
        return str(self._con.execute(summed, parameters or {}).fetchone())


_FILES = ("raw", "texts", "own-table")
"""Readers of files, which change without a build."""
_ANYTHING: dict[str, Any] = {"theme": None, "indicator": None, "region": None}
_NAMES = "SELECT region, name_zh, full_name_zh, name_en, adcode, aliases FROM regions ORDER BY ALL"


def read_used(file: Path, project: Project, data_version: str) -> Used:
    """Return what was noted in a file of a project, with the answers.

    Parameters
    ----------
    file : pathlib.Path
        Where readers noted what they were asked; absent where none was asked anything.
    project : Project
        What others were asked, copies of it, does not count.
    data_version : str
        The version that the report read. Where another build has taken its place since, the
        answers are not known, and the whole of that version is what was used.
    """
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    root = str(project.root.resolve())
    asked = [(reader, given) for where, reader, given in map(json.loads, lines) if where == root]
    answers = Answers(project)
    if answers.data_version != data_version:
        tables = _questions(one for one in asked if one[0] == "own-table")
        return {_question("database", {}): data_version} | {q: answers.now(q) for q in tables}
    return {question: answers.now(question) for question in _questions(asked)}


def _questions(asked: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """Return each question once, sorted; those about rows of a table as one."""
    found, figures = set(), dict[str, set[str]]()
    documents: set[str] = set()
    for reader, given in asked:
        if reader == "sources":
            documents.update(given["document"])
        elif reader == "rows":
            figures.setdefault(given["table"], set()).update(given["figure"])
        else:
            found.add(_question(reader, given))
    for table, names in figures.items():
        if _question("evidence", {"table": table}) not in found:
            found.add(_question("rows", {"table": table, "figure": sorted(names)}))
    if documents and _question("evidence", {"table": "documents"}) not in found:
        found.add(_question("sources", {"document": sorted(documents)}))
    return sorted(found)


def _question(reader: str, given: dict[str, Any]) -> str:
    return json.dumps([reader, given], ensure_ascii=False, sort_keys=True)


def _parsed(question: str) -> tuple[str, dict[str, Any]]:
    reader, asked = json.loads(question)
    return str(reader), dict(asked)


def in_words(question: str) -> str:
    """Return a question as people read it: ``observations (region fushun)``."""
    reader, asked = _parsed(question)
    if reader == "rows":
        return f"{asked['table']} cited"
    if reader == "sources":
        return "documents cited"
    if reader == "own-table":
        return f"table {Path(asked['dataset']).name}"
    if reader == "values":
        return f"choices of {asked['of']}"
    if reader in ("table", "evidence"):
        return str(asked["table"])
    said = {"raw": "data/raw", "texts": "texts of the documents", "database": "data"}
    given = ", ".join(f"{name} {_listed(value)}" for name, value in asked.items())
    return said.get(reader, reader) + (f" ({given})" if given else "")


def _listed(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    more = f" and {len(values) - 2} more" if len(values) > 3 else ""
    return " ".join(map(str, values[:2] if more else values)) + more


def version_of(used: Used) -> str:
    """Return one hash of all that was used: the same for a page made from the same."""
    return hashlib.sha256(json.dumps(sorted(used.items())).encode("utf-8")).hexdigest()


def texts_hash(*folders: Path) -> str:
    """Return the hash of the texts of documents at hand."""
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.txt"))):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
