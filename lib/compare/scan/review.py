"""Going through proposed rows: the doubtful ones first, each with its sentence.

Every step rewrites ``figures.csv`` whole, aside and renamed, and may be repeated without
harm. Rows keep their order, their ids and every cell that the step does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
from filelock import FileLock
from pydantic import ValidationError

from compare.errors import CompareError, DataError, unknown
from compare.ledger import OPTIONAL, read_ledger
from compare.models import Figure, columns
from compare.project import Project, find_project
from compare.reading import read_table
from compare.scan.folders import DOUBT_NOTE, FIGURE_COLUMNS, STATE, write_rows
from compare.scan.proposals import DOUBTS
from compare.texts import in_context, read_texts

Cells = dict[str, str]
_QUEUE = ("figure", "doubt", "label", "printed", "unit", "comparator", "year", "kind", STATE)


def queue(document: str, *, every: bool = False, project: Project | None = None) -> Any:
    """Return the proposed rows of a document, the most doubtful first.

    Parameters
    ----------
    document : str
        Name of its folder in ``data/raw``.
    every : bool
        Show rows that are confirmed or rejected, too.
    project : Project, optional
        The project.

    Returns
    -------
    polars.DataFrame
        One row per proposal: id, doubt with its reasons, the main columns, and the words of
        the text around the quote (the quote alone where the text is not at hand).
    """
    project = project or find_project()
    rows = document_rows(document, project=project)
    text = _text(project, document)
    shown = [
        {
            "figure": row["figure"],
            "doubt": doubt(row["note"]),
            "reasons": " ".join(reasons(row["note"])),
            "label": row["label"],
            "value": f"{row['comparator']} {row['printed']} {row['unit']}".strip("= "),
            "year": row["year"] or f"{row['year_start']}-{row['year_end']}",
            "year_basis": row["year_basis"],
            "kind": row["kind"],
            "state": row[STATE],
            "sentence": _sentence(row["quote"], text),
        }
        for row in rows
        if every or row[STATE] == "proposed"
    ]
    found = pl.DataFrame(shown, schema=_SCHEMA)
    return found.sort("doubt", descending=True, maintain_order=True)


_SCHEMA: dict[str, Any] = {
    "figure": pl.String,
    "doubt": pl.Float64,
    **dict.fromkeys(
        ("reasons", "label", "value", "year", "year_basis", "kind", "state", "sentence"), pl.String
    ),
}


def reasons(note: str) -> list[str]:
    """Return what the scan was not sure of, from the note of a row."""
    for part in note.split("; "):
        if part.startswith(DOUBT_NOTE):
            return [word for word in part.removeprefix(DOUBT_NOTE).split() if word in DOUBTS]
    return []


def doubt(note: str) -> float:
    """Return how doubtful a row is, from 0 to 1."""
    sure = 1.0
    for reason in reasons(note):
        sure *= 1 - DOUBTS[reason]
    return round(1 - sure, 2)


def _text(project: Project, document: str) -> str:
    """Return the document's own text, empty where it is not at hand."""
    sources = [e.item for e in read_ledger(project.raw).sources if e.item.document == document]
    for folder in (project.texts, project.raw / "documents"):
        for source in sources:
            text = read_texts(folder).get(source.sha256)
            if text is not None:
                return text
    return ""


def _sentence(quote: str, text: str) -> str:
    around = in_context(text, quote)
    if around is None:
        return quote
    before, words, after = around
    return f"{before}【{words}】{after}"


def accept(figures: Iterable[str], *, project: Project | None = None) -> int:
    """Confirm rows: they enter the curated data with the next build.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures, or names of documents for all of their proposed rows.
    project : Project, optional
        The project.

    Returns
    -------
    int
        How many rows changed.
    """
    return _change(figures, lambda cells: _settled(cells, "confirmed"), project)


def reject(figures: Iterable[str], *, project: Project | None = None) -> int:
    """Reject rows: they stay in the file as settled, and are read by nothing.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures, or names of documents for all of their proposed rows.
    project : Project, optional
        The project.

    Returns
    -------
    int
        How many rows changed.
    """
    return _change(figures, lambda cells: _settled(cells, "rejected"), project)


def correct(figure: str, cells: Mapping[str, object], *, project: Project | None = None) -> int:
    """Correct cells of one row and confirm it.

    Parameters
    ----------
    figure : str
        Its id.
    cells : mapping of str to object
        Columns and what they should hold; None empties a cell.
    project : Project, optional
        The project.

    Raises
    ------
    DataError
        If the corrected row is not valid; the file stays as it was.
    """
    for name in cells:
        if name not in FIGURE_COLUMNS or name in ("figure", STATE):
            raise unknown("column", name, [n for n in columns(Figure) if n != "figure"])
    typed = {name: "" if value is None else str(value) for name, value in cells.items()}
    return _change([figure], lambda row: _settled({**row, **typed}, "confirmed"), project)


def _settled(cells: Cells, state: str) -> Cells:
    note = "; ".join(part for part in cells["note"].split("; ") if not part.startswith(DOUBT_NOTE))
    return {**cells, "note": note, STATE: state}


def document_rows(document: str, *, project: Project) -> list[Cells]:
    """Return the rows of a document's figures.csv as typed, with their state."""
    return _rows(_folder(project, document), project)


def _folder(project: Project, document: str) -> Path:
    folder = project.raw / document
    if not (folder / "figures.csv").is_file():
        known = sorted(path.parent.name for path in project.raw.glob("*/figures.csv"))
        raise unknown("document", document, known)
    return folder


def _rows(folder: Path, project: Project) -> list[Cells]:
    optional = OPTIONAL[Figure]
    table = read_table(folder, "figures", columns(Figure), project.raw, optional)
    if table.problems:
        raise DataError(table.problems)
    return [{STATE: "", **row.cells} for row in table.rows]


def _change(
    figures: Iterable[str], change: Callable[[Cells], Cells], project: Project | None
) -> int:
    project = project or find_project()
    wanted: dict[str, set[str]] = {}
    for figure in figures:
        document, _, number = figure.partition("/")
        wanted.setdefault(document, set()).add(number)
    return sum(_in_document(project, name, numbers, change) for name, numbers in wanted.items())


def _in_document(
    project: Project, document: str, numbers: set[str], change: Callable[[Cells], Cells]
) -> int:
    folder = _folder(project, document)
    with FileLock(folder / ".lock"):
        rows = _rows(folder, project)
        known = {row["figure"].partition("/")[2] for row in rows}
        for number in sorted(numbers - known - {""}):
            raise unknown("figure", f"{document}/{number}", [row["figure"] for row in rows])
        changed = []
        for row in rows:
            named = row["figure"].partition("/")[2] in numbers
            whole = "" in numbers and row[STATE] == "proposed"
            changed.append(change(row) if named or whole else row)
        count = sum(old != new for old, new in zip(rows, changed, strict=True))
        for old, new in zip(rows, changed, strict=True):
            if old != new:
                _valid(new)
        if count:
            write_rows(folder / "figures.csv", FIGURE_COLUMNS, changed)
    (folder / ".lock").unlink(missing_ok=True)
    return count


class NotValidError(CompareError):
    """A corrected row is not valid."""


def _valid(cells: Cells) -> None:
    try:
        Figure.model_validate(cells)
    except ValidationError as error:
        what = "; ".join(
            f"{detail['loc'][0] if detail['loc'] else 'row'}: {detail['msg']}"
            for detail in error.errors(include_url=False)
        )
        raise NotValidError(f"{cells['figure']} would not be valid ({what})") from error
