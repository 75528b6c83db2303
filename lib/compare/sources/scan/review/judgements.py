"""What an analyst decides of a figure's alignment: its indicator, its grade, the main figure.

The rows are those of ``alignment.csv`` as typed. A figure may have several: the strongest
grade is the one that a decision is about, the others stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from compare.errors import CompareError, DataError, unknown
from compare.ledger import units
from compare.ledger.folders import DEFINITIONS
from compare.ledger.ledger import read_rows
from compare.ledger.models import (
    Alignment,
    Comparability,
    Indicator,
    columns,
    optional_columns,
)
from compare.ledger.read import read_table
from compare.project import Project
from compare.wording.catalogue import say, term
from compare.wording.phrases import listed

Cells = dict[str, str]

DECIDED = ("indicator", "comparability", "factor", "reason", "reason_en", "use")
"""The columns of ``alignment.csv`` that a correction may set."""

BY_HAND = {
    "reason": say("alignment-by-hand", "zh"),
    "reason_en": say("alignment-by-hand", "en"),
}
"""The reason of a decision that is given without one."""

_GRADES: tuple[str, ...] = Comparability.__args__  # type: ignore[attr-defined]
_IN_WORDS = {term(grade, "zh"): grade for grade in _GRADES}


class NotValidError(CompareError):
    """A corrected row is not valid."""


def alignment_rows(folder: Path, project: Project) -> list[Cells]:
    """Return the rows of a document's alignment.csv as typed.

    Raises
    ------
    DataError
        If the file cannot be read.
    """
    table = read_table(
        folder, "alignment", columns(Alignment), project.raw, optional_columns(Alignment)
    )
    if table.problems:
        raise DataError(table.problems)
    return [row.cells for row in table.rows]


def known_indicators(project: Project) -> dict[str, Indicator]:
    """Return the indicators by their key.

    Raises
    ------
    DataError
        If the file cannot be read.
    """
    found, problems = read_rows(project.raw / DEFINITIONS, "indicators", Indicator, project.raw)
    if problems:
        raise DataError(problems)
    return {entry.item.indicator: entry.item for entry in found}


def of_figure(rows: Iterable[Cells], figure: str) -> list[Cells]:
    """Return the alignments of a figure, the strongest grade first."""
    mine = [row for row in rows if row["figure"] == figure]
    return sorted(
        mine, key=lambda row: (*_GRADES, row["comparability"]).index(row["comparability"])
    )


def decided(
    rows: list[Cells], figure: Cells, given: Mapping[str, str], known: Mapping[str, Indicator]
) -> list[Cells]:
    """Return the alignments with what an analyst has decided of one figure.

    Parameters
    ----------
    rows : list of dict
        The rows of ``alignment.csv``.
    figure : dict
        The row of ``figures.csv``, corrected.
    given : mapping of str to str
        Some of :data:`DECIDED`; an empty indicator takes every alignment of the figure away.
    known : mapping of str to Indicator
        The indicators.

    Raises
    ------
    NotValidError
        If the alignment would not be valid.
    UnknownValueError
        If there is no such indicator or grade.
    """
    name = figure["figure"]
    mine = of_figure(rows, name)
    if given.get("indicator") == "":
        return [row for row in rows if row["figure"] != name]
    if not mine and "indicator" not in given:
        raise NotValidError(f"{name} has no indicator; name it, too: indicator=…")
    old = mine[0] if mine else dict.fromkeys(columns(Alignment), "") | {"use": "main"}
    new = {**old, **given, "figure": name}
    new["indicator"] = _indicator(new["indicator"], known).indicator
    new["comparability"] = _grade(new["comparability"], name)
    if given.get("use", "main") != "main":
        raise NotValidError(f"use={given['use']!r}: set use=main for the figure that is to be kept")
    if "factor" not in given:
        new["factor"] = _factor(figure, known[new["indicator"]], new)
    same = all(new[column] == old[column] for column in ("indicator", "comparability"))
    if "reason" in given:
        new["reason_en"] = given.get("reason_en", "")
    elif not same:
        new |= BY_HAND | {key: given[key] for key in BY_HAND if key in given}
    _valid(new)
    if not mine:
        return [*rows, new]
    replaced = [new if row is old else row for row in rows]
    return [
        row
        for row in replaced
        if row is new or (row["figure"], row["indicator"]) != (name, new["indicator"])
    ]


def refitted(rows: list[Cells], figure: Cells, known: Mapping[str, Indicator]) -> list[Cells]:
    """Return the alignments with the factors that a figure's corrected unit asks for.

    Raises
    ------
    NotValidError
        If the unit is none of an indicator's.
    """
    return [
        {**row, "factor": _factor(figure, known[row["indicator"]], row)}
        if row["figure"] == figure["figure"] and row["indicator"] in known
        else row
        for row in rows
    ]


def _factor(figure: Cells, indicator: Indicator, alignment: Cells) -> str:
    """Return the factor that lies between the printed unit and the indicator's."""
    old = alignment["factor"]
    if not figure["unit"]:
        return old or "1"
    proxy = alignment["comparability"] == "proxy"
    factor = units.factor(figure["unit"], indicator.unit, proxy=proxy)
    if factor is None:
        raise NotValidError(
            f"{figure['figure']}: the unit {figure['unit']!r} is none of {indicator.indicator}, "
            f"which is in {indicator.unit}; correct the unit, name another indicator, or take "
            "the alignment away with indicator= and nothing behind it"
        )
    return f"{factor.normalize():f}" if not _is(old, factor) else old


def _is(typed: str, factor: Decimal) -> bool:
    """Tell whether a typed factor is a number already; 1.0 stays as somebody typed it."""
    try:
        return Decimal(typed) == factor
    except ArithmeticError:
        return False


def _indicator(named: str, known: Mapping[str, Indicator]) -> Indicator:
    """Return an indicator by its key or one of its names."""
    for indicator in known.values():
        if named in (indicator.indicator, indicator.name_zh, indicator.name_en):
            return indicator
    chinese = any(ord(character) > 127 for character in named)
    raise unknown("indicator", named, [i.name_zh if chinese else key for key, i in known.items()])


def _grade(named: str, figure: str) -> str:
    grade = _IN_WORDS.get(named, named)
    if not grade:
        raise NotValidError(f"{figure}: say how comparable it is, too: comparability={_CHOICE}")
    if grade not in _GRADES:
        raise unknown("comparability", named, _GRADES)
    return grade


_CHOICE = listed([f"{grade} ({word})" for word, grade in _IN_WORDS.items()], "zh")


def _valid(cells: Cells) -> None:
    try:
        Alignment.model_validate(cells)
    except ValidationError as error:
        what = "; ".join(f"{d['loc'][0]}: {d['msg']}" for d in error.errors(include_url=False))
        raise NotValidError(f"{cells['figure']} would not be aligned validly ({what})") from error


# --- one main figure per observation ----------------------------------------------------


def with_one_main(
    rows: list[Cells],
    figures: Iterable[Cells],
    before: tuple[list[Cells], Iterable[Cells]],
    leader: str = "",
) -> list[Cells]:
    """Return the alignments with one main figure wherever a change would have left another number.

    Parameters
    ----------
    rows : list of dict
        The rows of ``alignment.csv`` after the change.
    figures : iterable of dict
        The rows of ``figures.csv`` after it.
    before : tuple
        Both before the change: what it does not touch stays.
    leader : str
        A figure that is to be the main one.
    """
    was = _observations(*before)
    old_place = {(row["figure"], row["indicator"]): key for key, g in was.items() for row in g}
    chosen: dict[int, str] = {}
    for key, group in _observations(rows, figures).items():
        moved = [row for row in group if old_place.get((row["figure"], row["indicator"])) != key]
        mains = [row for row in group if row["use"] == "main"]
        had = any(row["use"] == "main" for row in was.get(key, ()))
        led = [row for row in group if row["figure"] == leader]
        if moved or led or (had and not mains):
            stayed = [row for row in mains if not any(row is other for other in moved)]
            first = [*led, *stayed, *group][0]
            chosen |= {id(row): "main" if row is first else "alternative" for row in group}
    return [{**row, "use": chosen.get(id(row), row["use"])} for row in rows]


_Observation = tuple[str, str, str, bool]


def _observations(
    rows: Iterable[Cells], figures: Iterable[Cells]
) -> dict[_Observation, list[Cells]]:
    """Return the alignments by what they observe; rejected figures observe nothing."""
    read = {figure["figure"]: figure for figure in figures if figure["state"] != "rejected"}
    groups: dict[_Observation, list[Cells]] = defaultdict(list)
    for row in rows:
        if figure := read.get(row["figure"]):
            year = figure["year"] or figure["year_end"]
            proxy = row["comparability"] == "proxy"
            groups[row["indicator"], year, figure["kind"], proxy].append(row)
    return groups
