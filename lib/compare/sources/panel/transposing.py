"""Own tables whose columns are regions, turned round: each region a row, as everywhere else.

Yearbooks have 指标 below each other and the cities beside each other. Turned, a line of the table
is a column of the file: its cells keep their places, and problems are told by these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from compare.errors import DataError, FrameError, Problem
from compare.ledger.divisions import called
from compare.ledger.names import normal_name
from compare.ledger.totals import is_total
from compare.sources.panel.cells import plain_text
from compare.sources.panel.columns import ROLES, is_usual, some_of
from compare.sources.panel.heads import Head, heads_of, letters_of
from compare.sources.panel.nations import is_country
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.origins import texts_of

_NEARLY = 0.8
"""That share of the heads that are not wholes must be regions, and at least two."""

_NAME = "_name"
"""The letters of the column of names: in the file it is the row of the head."""


def with_regions_as_rows(sheet: Sheet, transposed: bool | None) -> Sheet:
    """Return a table whose columns are regions with them as rows; any other as it is.

    Parameters
    ----------
    sheet : Sheet
        The table.
    transposed : bool, optional
        Whether its columns are regions; by default that is told from their names, which the
        official list of divisions or the list of countries has.

    Raises
    ------
    FrameError
        If it is said to be so and has no second column.
    DataError
        If a row has values and does not say what they are.
    """
    labels, places = _sides(sheet)
    if transposed is None:
        transposed = not sheet.flagged and _are_regions(places) and not _holds_regions(sheet)
    if not transposed:
        return sheet
    if not labels or not places:
        raise FrameError(
            f"transposed=True: {sheet.file or 'the frame'} has no column of names before those of "
            "regions; do: put what is measured into the first column"
        )
    return _turned(sheet, labels, places)


def in_file(problem: Problem, sheet: Sheet) -> Problem:
    """Return a problem of a turned table by the row and the column of the file."""
    rows = {head.text: head.letters for head in sheet.heads if head.letters.isdigit()}
    if not sheet.is_turned or problem.column not in rows:
        return problem
    return replace(problem, row=int(rows[problem.column]), column=letters_of(problem.row - 1))


def _sides(sheet: Sheet) -> tuple[list[Head], list[Head]]:
    """Return the first column with those of a usual label behind it, and the other columns."""
    rest = 1
    usual = ("indicator", "unit", "year", "level")
    while rest < len(sheet.heads) and any(is_usual(role, sheet.heads[rest]) for role in usual):
        rest += 1
    return [*sheet.heads[:rest]], [head for head in sheet.heads[rest:] if head.text]


def _are_regions(places: Sequence[Head]) -> bool:
    if any(map(_is_no_region, places)):  # most tables: no list of countries need be read
        return False
    single = [head.text for head in places if not is_total(head.text)]
    known = sum(map(_is_region, single))
    return known > 1 and known >= len(single) * _NEARLY


def _is_no_region(head: Head) -> bool:
    """Tell whether a head has a year, a unit or the usual name of another column."""
    return bool(head.year or head.unit) or any(is_usual(role, head) for role in ROLES)


def _holds_regions(sheet: Sheet) -> bool:
    """Tell whether the first column names regions: then its rows are those, whatever the heads."""
    cells = sheet.frame[sheet.heads[0].letters]
    if cells.dtype.is_numeric():
        return False
    some = some_of(cells.cast(pl.String))
    return sum(map(_is_region, some)) * 2 > len(some)


def _is_region(text: str) -> bool:
    return bool(called(normal_name(text))) or is_country(text)


def _turned(sheet: Sheet, labels: Sequence[Head], places: Sequence[Head]) -> Sheet:
    columns = [head.letters for head in places]
    filled = [sheet.has(head) for head in places]
    told = sheet.frame.select(
        pl.col(ROW),
        empty=~pl.any_horizontal(filled),
        text=pl.concat_str(
            [pl.col(head.letters).cast(pl.String).fill_null("") for head in labels], separator=" "
        ),
    )
    notes = told.filter("empty").select(ROW, pl.lit("note"), pl.col("text").str.strip_chars())
    body = sheet.frame.filter(~told["empty"])
    names = _names(sheet, body, labels)
    numeric = all(body[one].dtype.is_numeric() for one in columns)
    cells = body.select(
        body[one].cast(pl.Float64) if numeric else texts_of(body[one]) for one in columns
    )
    rows = body[ROW].to_list()
    turned = cells.transpose(column_names=[str(row) for row in rows])
    (name,) = heads_of(["region"])
    heads = [replace(name, letters=_NAME)]
    heads += [
        replace(head, letters=str(row)) for row, head in zip(rows, heads_of(names), strict=True)
    ]
    numbers = {head.letters: place for place, head in enumerate(sheet.heads, 1)}
    frame = turned.with_columns(
        pl.Series(_NAME, [head.text for head in places], dtype=pl.String),
        pl.Series(ROW, [numbers[one] for one in columns], dtype=pl.Int64),
    )
    measures = [(row, "measure", text) for row, text in zip(rows, names, strict=True)]
    before = [*sheet.before, *measures, *notes.rows()]
    return replace(sheet, heads=heads, frame=frame, before=before, is_turned=True, indents={})


def _names(sheet: Sheet, body: pl.DataFrame, labels: Sequence[Head]) -> list[str]:
    """Return what each row measures, with its unit and its year, as the head of a column is."""
    units = [head for head in labels if is_usual("unit", head)]
    years = [head for head in labels if is_usual("year", head)]
    others = [head for head in labels if head not in (*units, *years)]

    def said(heads: Iterable[Head], row: int) -> str:
        cells = (texts_of(body[head.letters])[row].strip() for head in heads)
        return " ".join(filter(None, cells))

    names = []
    for row in range(body.height):
        unit = said(units, row)
        parts = [said(others, row), f"({plain_text(unit)})" if unit else "", said(years, row)]
        names.append(" ".join(filter(None, parts)))
    nameless = [row for row, name in zip(body[ROW].to_list(), names, strict=True) if not name]
    if nameless:
        raise DataError([
            Problem(
                sheet.file or sheet.name, row, labels[0].text, "the row has values and no name",
                "what is measured in every row", "fill it in, or take the row out",
            )
            for row in nameless
        ])  # fmt: skip
    return names
