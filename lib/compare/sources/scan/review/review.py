"""Going through proposed rows: the doubtful ones first, each with its sentence.

Every step rewrites ``figures.csv`` and ``alignment.csv`` whole, aside and renamed, and may be
repeated without harm. Rows keep their order, their ids and every cell that the step does not
name; a state typed in Chinese becomes the English word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

import polars as pl
from filelock import FileLock
from pydantic import ValidationError

from compare.atomic import writing
from compare.errors import DataError, unknown
from compare.ledger.checks import (
    comparator_is_the_words_beside_the_number,
    printed_number_is_the_interval,
    worded_figures_print_no_digit,
)
from compare.ledger.ledger import OPTIONAL, Entry, Ledger
from compare.ledger.models import Alignment, Comparator, Figure, columns, state_of
from compare.ledger.numbers import printed_values
from compare.ledger.read import Row, decode, read_table
from compare.ledger.texts import Texts, in_context, read_texts
from compare.project import Project, find_project
from compare.sources.scan.find.proposals import DOUBTS
from compare.sources.scan.find.quantities import interval
from compare.sources.scan.review.folders import DOUBT_NOTE, FIGURE_COLUMNS, STATE, write_rows
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
    for texts in (project.texts, project.raw / "documents"):
        text = read_texts(texts).get(sha256[1])
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
        If there is no such figure, column, indicator or grade.
    """
    allowed = [*columns(Figure)[1:], *DECIDED]
    for name in cells:
        if name not in allowed:
            raise unknown("column", name, allowed)
    typed = {name: "" if value is None else str(value).strip() for name, value in cells.items()}
    given = {name: value for name, value in typed.items() if name in DECIDED}
    of_row = {name: value for name, value in typed.items() if name not in DECIDED}
    project = project or find_project()

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
    return _change([figure], corrected, project, realigned, leader)


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
    return [{**row.cells, STATE: state_of(row.cells.get(STATE, ""))} for row in table.rows]


_Aligning = Callable[[list[Cells], Cells], list[Cells]]


def _change(
    figures: Iterable[str],
    change: Callable[[Cells], Cells],
    project: Project | None,
    realigned: _Aligning = lambda rows, _: rows,
    leader: str = "",
) -> int:
    project = project or find_project()
    wanted: dict[str, set[str]] = {}
    for figure in figures:
        document, _, number = figure.partition("/")
        wanted.setdefault(document, set()).add(number)
    return sum(
        _in_document(project, name, numbers, change, realigned, leader)
        for name, numbers in wanted.items()
    )


def _in_document(
    project: Project,
    document: str,
    numbers: set[str],
    change: Callable[[Cells], Cells],
    realigned: _Aligning,
    leader: str,
) -> int:
    folder = _folder(project, document)
    with writing(folder), FileLock(folder / ".lock"):
        rows, alignments = _rows(folder, project), alignment_rows(folder, project)
        known = {row["figure"].partition("/")[2] for row in rows}
        for number in sorted(numbers - known - {""}):
            raise unknown("figure", f"{document}/{number}", [row["figure"] for row in rows])
        changed, aligned, touched = [], alignments, set()
        for row in rows:
            named = row["figure"].partition("/")[2] in numbers
            whole = "" in numbers and row[STATE] == "proposed"
            new = change(row) if named or whole else row
            if new != row:
                _valid(new)
            if named:
                aligned = realigned(aligned, new)
            before = of_figure(alignments, row["figure"])
            if new != row or of_figure(aligned, row["figure"]) != before:
                touched.add(row["figure"])
            changed.append(new)
        aligned = with_one_main(aligned, changed, (alignments, rows), leader)
        if changed != rows:
            write_rows(folder / "figures.csv", FIGURE_COLUMNS, changed)
        if aligned != alignments:
            write_rows(folder / "alignment.csv", columns(Alignment), aligned)
    (folder / ".lock").unlink(missing_ok=True)
    return len(touched)


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
