"""Going through proposed rows: the doubtful ones first, each with its sentence.

Every step rewrites ``figures.csv`` and ``alignment.csv`` whole, aside and renamed, and may be
repeated without harm. Rows keep their order, their ids and every cell that the step does not
name; a state typed in Chinese becomes the English word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

import polars as pl
from filelock import FileLock
from pydantic import ValidationError

from compare.atomic import writing
from compare.errors import DataError, UnknownValueError, unknown
from compare.ledger.checks import (
    comparator_is_the_words_beside_the_number,
    printed_number_is_the_interval,
    worded_figures_print_no_digit,
)
from compare.ledger.folders import document_folders
from compare.ledger.ledger import Entry, Ledger
from compare.ledger.models import (
    Alignment,
    Comparator,
    Figure,
    columns,
    optional_columns,
    state_of,
)
from compare.ledger.numbers import printed_values
from compare.ledger.read import Row, decode, read_table
from compare.ledger.texts import Texts, in_context, read_texts
from compare.project import Project, find_project
from compare.sources.scan.find.proposals import DOUBTS
from compare.sources.scan.find.quantities import interval
from compare.sources.scan.review.folders import DOUBT_NOTE, STATE, columns_of, write_rows
from compare.sources.scan.review.judgements import (
    DECIDED,
    NotValidError,
    alignment_rows,
    decided,
    known_indicators,
    of_figure,
    refitted,
    with_one_main,
)
from compare.wording.values import as_printed

Cells = dict[str, str]


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
        One row per proposal: id, doubt with its reasons, the main columns, the indicators that
        it is aligned to with their grades (both separated by spaces, the strongest first), and
        the words of the text around the quote (the quote alone where the text is not at hand).
    """
    project = project or find_project()
    folder = _folder(project, document)
    rows = _rows(folder, project)
    alignments = alignment_rows(folder, project)
    aligned = {row["figure"]: of_figure(alignments, row["figure"]) for row in rows}
    text = _text(project, folder)
    shown = [
        {
            "figure": row["figure"],
            "doubt": doubt(row["note"]),
            "reasons": " ".join(reasons(row["note"])),
            "label": row["label"],
            "value": f"{row['comparator']} {as_printed(row)}".strip("= "),
            "year": row["year"] or f"{row['year_start']}-{row['year_end']}",
            "year_basis": row["year_basis"],
            "kind": row["kind"],
            "indicator": " ".join(one["indicator"] for one in aligned[row["figure"]]),
            "comparability": " ".join(one["comparability"] for one in aligned[row["figure"]]),
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
        (
            "reasons",
            "label",
            "value",
            "year",
            "year_basis",
            "kind",
            "indicator",
            "comparability",
            "state",
            "sentence",
        ),
        pl.String,
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


def _text(project: Project, folder: Path) -> str:
    """Return the document's own text, empty where it is not at hand.

    Only the hash of ``source.yml`` is asked for: a review comes before the rest is filled in.
    """
    sidecar = folder / "source.yml"
    facts = decode(sidecar.read_bytes()) if sidecar.is_file() else ""
    sha256 = re.search(r"^sha256: *['\"]?([0-9a-f]{64})\b", facts, re.MULTILINE)
    if sha256 is None:
        return ""
    return read_texts(*project.text_folders).get(sha256[1]) or ""


def _sentence(quote: str, text: str) -> str:
    around = in_context(text, quote)
    if around is None:
        return quote
    before, words, after = around
    return f"{before}【{words}】{after}"


def accept(
    figures: Iterable[str], *, document: str | None = None, project: Project | None = None
) -> int:
    """Confirm rows: they enter the curated data with the next build.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures, or names of documents for all of their proposed rows.
    document : str, optional
        The only document that may be changed.
    project : Project, optional
        The project.

    Returns
    -------
    int
        How many rows changed.

    Raises
    ------
    UnknownValueError
        If there is no such figure or document, or it is another than ``document``; nothing
        is written then.
    """
    return _change([_confirming(figures)], document, project)


def reject(
    figures: Iterable[str], *, document: str | None = None, project: Project | None = None
) -> int:
    """Reject rows: they stay in the file as settled, and are read by nothing.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures, or names of documents for all of their proposed rows.
    document : str, optional
        The only document that may be changed.
    project : Project, optional
        The project.

    Returns
    -------
    int
        How many rows changed.

    Raises
    ------
    UnknownValueError
        If there is no such figure or document, or it is another than ``document``; nothing
        is written then.
    """
    return _change([_rejecting(figures)], document, project)


def correct(
    figure: str,
    cells: Mapping[str, object],
    *,
    document: str | None = None,
    project: Project | None = None,
) -> int:
    """Correct cells of one row, or its alignment, and confirm it.

    Parameters
    ----------
    figure : str
        Its id.
    cells : mapping of str to object
        Columns and what they should hold; None empties a cell. Beside those of
        ``figures.csv`` these may be indicator (key or name; empty takes the alignment away),
        comparability, factor, reason, reason_en and use of ``alignment.csv``, for the
        strongest alignment of the figure. What follows is filled in where it is not given:
        lo, hi and worded from the printed value and the comparator, the factor from the unit,
        the reason (``人工确认``), and which figure is the main one.
    document : str, optional
        The only document that may be changed.
    project : Project, optional
        The project.

    Returns
    -------
    int
        1, or 0 where nothing changed.

    Raises
    ------
    NotValidError
        If the corrected row is not valid; the files stay as they were.
    UnknownValueError
        If there is no such figure, document, column, indicator or grade, or it is another
        document's than ``document``; nothing is written then.
    """
    project = project or find_project()
    return _change([_correcting(figure, cells, project)], document, project)


def settle(
    document: str,
    *,
    accepted: Iterable[str] = (),
    rejected: Iterable[str] = (),
    corrected: str | None = None,
    cells: Mapping[str, object] | None = None,
    project: Project | None = None,
) -> int:
    """Do several decisions about one document at once: all of them are written, or none.

    Parameters
    ----------
    document : str
        Name of its folder in ``data/raw``; every id belongs to it.
    accepted, rejected : iterable of str
        Ids of figures, or the name of the document for all of its proposed rows.
    corrected : str, optional
        The id of a figure to correct.
    cells : mapping of str to object, optional
        What it should hold, as :func:`correct` takes it.
    project : Project, optional
        The project.

    Returns
    -------
    int
        How many rows changed.

    Raises
    ------
    NotValidError
        If a row would not be valid.
    UnknownValueError
        If there is no such document, or an id is none of its figures.
    """
    project = project or find_project()
    steps = [_confirming(accepted), _rejecting(rejected)]
    if corrected is not None:
        steps.append(_correcting(corrected, cells or {}, project))
    _decided_once(steps)
    return _change(steps, document, project)


_Aligning = Callable[[list[Cells], Cells], list[Cells]]


@dataclass(frozen=True)
class _Step:
    """One decision: the rows it names, what it makes of each, and of their alignments."""

    figures: frozenset[str]
    change: Callable[[Cells], Cells]
    realigned: _Aligning = lambda rows, _: rows
    leader: str = ""
    one_row: bool = False


def _confirming(figures: Iterable[str]) -> _Step:
    return _Step(_ids(figures), lambda cells: _settled(cells, "confirmed"))


def _rejecting(figures: Iterable[str]) -> _Step:
    return _Step(_ids(figures), lambda cells: _settled(cells, "rejected"))


def _ids(figures: Iterable[str]) -> frozenset[str]:
    return frozenset([figures] if isinstance(figures, str) else figures)


def _correcting(figure: str, cells: Mapping[str, object], project: Project) -> _Step:
    optional = [name for name in optional_columns(Figure) if name != STATE]
    allowed = [*columns(Figure)[1:], *optional, *DECIDED]
    for name in cells:
        if name not in allowed:
            raise unknown("column", name, allowed)
    typed = {name: "" if value is None else str(value).strip() for name, value in cells.items()}
    given = {name: value for name, value in typed.items() if name in DECIDED}
    of_row = {name: value for name, value in typed.items() if name not in DECIDED}

    def corrected(row: Cells) -> Cells:
        new = _settled({**row, **of_row, **_following(row, of_row)}, "confirmed")
        _consistent(new)
        return new

    def realigned(rows: list[Cells], row: Cells) -> list[Cells]:
        known = known_indicators(project) if given or "unit" in of_row else {}
        if "unit" in of_row and "indicator" not in given:
            rows = refitted(rows, row, known)
        return decided(rows, row, given, known) if given else rows

    leader = figure if given.get("use") == "main" else ""
    return _Step(frozenset([figure]), corrected, realigned, leader, one_row=True)


def _decided_once(steps: Sequence[_Step]) -> None:
    """Refuse a row that two decisions name; what they ask for cannot both be."""
    seen: set[str] = set()
    for step in steps:
        if twice := seen & step.figures:
            raise NotValidError(
                f"{min(twice)} is named by two decisions; accept, reject or correct it, one of them"
            )
        seen |= step.figures


def _following(row: Cells, given: Cells) -> Cells:
    """Return what follows from a corrected value or comparator: its interval, and worded."""
    new, found = {**row, **given}, {}
    if "printed" in given and "worded" not in given:
        found["worded"] = str(not re.search(r"\d", new["printed"])).lower()
    if given.keys() & {"printed", "comparator"} and not given.keys() & {"lo", "hi"}:
        said = _said(new)
        if said:
            comparator = cast(Comparator, new["comparator"])
            bounds = interval(comparator, said[0], said[-1])
            found |= {n: "" if b is None else f"{b:f}" for n, b in zip(("lo", "hi"), bounds,
                                                                      strict=True)}  # fmt: skip
    return found


def _said(row: Cells) -> list[Decimal]:
    """Return the value that a row prints, or both ends of a range; of words, the typed one."""
    said = printed_values(row["printed"])
    if row["comparator"] == "range" and len(said) == 2:
        return said
    if said:  # of 三分之二 the share and the percentage
        return [round(said[-1], 10) if row["unit"] == "%" and len(said) == 2 else said[0]]
    try:
        return [Decimal(row["lo"] or row["hi"])]
    except InvalidOperation:
        return []


def _settled(cells: Cells, state: str) -> Cells:
    note = "; ".join(part for part in cells["note"].split("; ") if not part.startswith(DOUBT_NOTE))
    return {**cells, "note": note, STATE: state}


def document_rows(document: str, *, project: Project) -> list[Cells]:
    """Return the rows of a document's figures.csv as typed, with their state."""
    return _rows(_folder(project, document), project)


def _folder(project: Project, document: str) -> Path:
    """Return the folder of a document that has figures; a path is no name of one."""
    folders = {
        folder.name: folder
        for folder in document_folders(project.raw)
        if (folder / "figures.csv").is_file()
    }
    if document not in folders:
        raise unknown("document", document, folders)
    return folders[document]


def _rows(folder: Path, project: Project) -> list[Cells]:
    optional = optional_columns(Figure)
    table = read_table(folder, "figures", columns(Figure), project.raw, optional)
    if table.problems:
        raise DataError(table.problems)
    return [{**row.cells, STATE: state_of(row.cells.get(STATE, ""))} for row in table.rows]


def _change(steps: Sequence[_Step], only: str | None, project: Project | None) -> int:
    """Take steps in every document that they name; whatever they cannot name is refused first."""
    project = project or find_project()
    named = {figure for step in steps for figure in step.figures}
    documents = sorted({figure.partition("/")[0] for figure in named})
    if only is not None:
        _folder(project, only)
        for figure in sorted(named):
            _belongs(figure, only)
    for document in documents:
        rows = _rows(_folder(project, document), project)
        for step in steps:
            _exist(step, document, rows)
    return sum(_in_document(project, name, steps) for name in documents)


def _belongs(figure: str, document: str) -> None:
    other = figure.partition("/")[0]
    if other != document:
        raise UnknownValueError(
            f"figure={figure!r} belongs to the document {other!r}, not to {document!r}; "
            f"name {document}/<number>, or review {other!r}"
        )


def _exist(step: _Step, document: str, rows: Sequence[Cells]) -> None:
    known = [row["figure"] for row in rows]
    for figure in sorted(step.figures):
        whole = figure == document and not step.one_row
        if figure.partition("/")[0] == document and not whole and figure not in known:
            raise unknown("figure", figure, known)


def _in_document(project: Project, document: str, steps: Sequence[_Step]) -> int:
    folder = _folder(project, document)
    try:
        with writing(folder), FileLock(folder / ".lock"):
            return _all_taken(project, folder, steps)
    finally:
        with suppress(OSError):
            (folder / ".lock").unlink(missing_ok=True)


def _all_taken(project: Project, folder: Path, steps: Sequence[_Step]) -> int:
    """Take all steps in one document and write what they change, once none is refused."""
    rows, alignments = _rows(folder, project), alignment_rows(folder, project)
    changed, aligned, touched = rows, alignments, set()
    for step in steps:
        _exist(step, folder.name, rows)
        before, were = changed, aligned
        changed, aligned = _taken(step, folder.name, changed, aligned)
        for old, new in zip(before, changed, strict=True):
            name = old["figure"]
            if new != old or of_figure(aligned, name) != of_figure(were, name):
                touched.add(name)
        aligned = with_one_main(aligned, changed, (were, before), step.leader)
    if changed != rows:
        write_rows(folder / "figures.csv", columns_of(Figure, changed), changed)
    if aligned != alignments:
        write_rows(folder / "alignment.csv", columns_of(Alignment, aligned), aligned)
    return len(touched)


def _taken(
    step: _Step, document: str, rows: list[Cells], aligned: list[Cells]
) -> tuple[list[Cells], list[Cells]]:
    """Return the rows and their alignments after one step."""
    changed = []
    for row in rows:
        named = row["figure"] in step.figures
        mine = row["figure"].startswith(f"{document}/")
        whole = mine and document in step.figures and row[STATE] == "proposed"
        new = step.change(row) if named or whole else row
        if new != row:
            _valid(new)
        if named:
            aligned = step.realigned(aligned, new)
        changed.append(new)
    return changed, aligned


def _valid(cells: Cells) -> Figure:
    try:
        return Figure.model_validate(cells)
    except ValidationError as error:
        what = "; ".join(
            f"{detail['loc'][0] if detail['loc'] else 'row'}: {detail['msg']}"
            for detail in error.errors(include_url=False)
        )
        raise NotValidError(f"{cells['figure']} would not be valid ({what})") from error


def _consistent(cells: Cells) -> None:
    """Refuse at once what a check of the row alone would refuse."""
    ledger, nothing = Ledger(figures=[Entry(Row("", 0, cells), _valid(cells))]), Texts(Path(), {})
    rules = (
        printed_number_is_the_interval,
        worded_figures_print_no_digit,
        comparator_is_the_words_beside_the_number,
    )
    found = [problem for rule in rules for problem in rule(ledger, nothing)]
    if found:
        what = "; ".join(f"{p.column}: {p.what}; allowed: {p.allowed}" for p in found)
        raise NotValidError(f"{cells['figure']} would not be valid ({what})")
