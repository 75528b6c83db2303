"""Sheets of own tables read: their cells as one long table, and what each row was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import polars as pl

from compare.errors import DataError, Problem, UnknownValueError, listed
from compare.ledger.evidence import UNTITLED
from compare.ledger.folders import stem_of
from compare.sources.panel.accounts import sorted_rows
from compare.sources.panel.cells import may_be_a_number, what_to_do
from compare.sources.panel.choosing import accounted, chosen, of_indicators
from compare.sources.panel.indicators import as_first_spelt, selected
from compare.sources.panel.kinds import mixed_kinds
from compare.sources.panel.lengthening import indicators_said, lengthened, regions_said
from compare.sources.panel.levels import filled_upward, levels_of
from compare.sources.panel.noted import Noted
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.origins import Lines, Origins
from compare.sources.panel.parts import parts_of_years
from compare.sources.panel.roles import Roles, roles_of
from compare.sources.panel.sdmx import of_the_standard
from compare.sources.panel.statcan import of_canada
from compare.sources.panel.told import ToldError
from compare.sources.panel.unnamed import with_names


@dataclass(frozen=True)
class Read:
    """What was read of the sheets of a table.

    Attributes
    ----------
    origins : Origins
        Where their cells stand.
    accounts : polars.DataFrame
        What each of their rows is.
    levels : dict
        The level of each region, where a column says it.
    unread : sequence of str
        Columns that nothing was read from.
    files, encodings : sequence of str
        The file of each sheet, and how it is written where that is to be told.
    source, title : str
        What the ids of figures begin with, and what the table calls itself.
    spelt : mapping
        Indicator to its spellings, where names that differ in case or blanks alone are one.
    parts : sequence of str
        Quarters and months that stand for their years.
    noted : Noted
        What is told of the cells.
    labels : mapping
        Indicator to the label of its variable, where the file has one.
    mixed : ToldError or None
        What is to be asked where rows of several kinds stand beside each other.
    identity : list of str
        The columns of the codes and of the names of regions, where there are both.
    above : set of int
        The places of regions below whose names others are indented.
    """

    origins: Origins
    accounts: pl.DataFrame
    levels: dict[tuple[Any, ...], str]
    unread: Sequence[str]
    files: Sequence[str]
    encodings: Sequence[str]
    source: str
    title: str
    spelt: Mapping[str, Sequence[str]]
    parts: Sequence[str]
    noted: Noted
    labels: Mapping[str, str]
    mixed: ToldError | None
    identity: list[str]
    above: set[int]


def read_sheets(
    sheets: Sequence[Sheet],
    source: str | None,
    told: Mapping[str, Any],
    asked: Mapping[str, Any] | None,
    wholes: Sequence[str],
    where: Mapping[str, Any] | None = None,
    **how: Any,
) -> tuple[pl.DataFrame, Read]:
    """Read the cells of sheets, and say of each row what it is.

    Parameters
    ----------
    sheets : sequence of Sheet
        One after another.
    source : str, optional
        What the ids of figures begin with; by default the file's name.
    told : mapping
        Role to its column, as the caller said it.
    asked : mapping, optional
        The indicators asked for.
    wholes : sequence of str
        What was told to be wholes of others.
    where : mapping, optional
        Which rows are meant, by column.
    **how
        How cells are read; see :func:`lengthened`.

    Returns
    -------
    cells : polars.DataFrame
        A row for each cell, as :func:`lengthened` returns them.
    read : Read
        What is known beside them.
    """
    slug = _slug(source, sheets[0])
    encodings = [sheet.encoding for sheet in sheets]
    parts, accounts, lines, unread = [], [], list[Lines](), dict[str, None]()
    levels: dict[tuple[Any, ...], str] = {}
    dated: dict[str, None] = {}
    noted, first = Noted(), 0
    for sheet in sheets:
        noted.sheets_left(sheet.left)
    labels: dict[str, str] = {}
    mixed: ToldError | None = None
    identity: list[str] = []
    indents: list[pl.Series] = []
    for sheet_id, one, roles, left, parts_told in prepared(sheets, told, asked, where):
        unread |= dict.fromkeys(roles.unread(one.heads))
        dated |= dict.fromkeys(parts_told)
        labels |= {one.indicator: one.value.label for one in roles.measures if one.value.label}
        rows, account = sorted_rows(one, roles, wholes)
        rows = of_indicators(rows, roles, asked)
        _refuse_unnamed(one, rows, roles)
        mixed = mixed or _mixed(one, rows, roles)
        if roles.region is not None and roles.name is not None:
            identity = [roles.region.text, roles.name.text]
        indents.append(_indents(one, rows))
        regions = regions_said(rows, roles)
        levels |= levels_of(one, rows, roles, regions)
        parts.append(
            lengthened(one, rows, roles, noted, **how).with_columns(pl.col("line") + first)
        )
        first += rows.height
        values = dict.fromkeys(head.letters for measure in roles.measures for head in measure.cells)
        lines.append(
            Lines(sheet_id, f"{slug}/{sheet_id}!", rows.select(ROW, *values),
                  regions, one.is_turned)
        )  # fmt: skip
        named = pl.lit(sheet_id, pl.Categorical).alias("sheet")
        accounts.append(accounted(left, account).select(named, pl.all()))
    long, spelt = as_first_spelt(pl.concat(parts))
    if asked is not None and roles.indicator:
        long = selected(long, asked)
    files = [sheet.file for sheet in sheets]
    title = sheets[0].heading or listed([*dict.fromkeys(filter(None, files))], 3) or UNTITLED
    said = pl.concat(accounts)
    origins = Origins(lines)
    read = Read(
        origins,
        said,
        levels,
        list(unread),
        files,
        encodings,
        slug,
        title,
        spelt,
        list(dated),
        noted,
        labels,
        mixed,
        identity,
        _above(origins.lines["place"], pl.concat(indents)),
    )
    return long, read


def _indents(sheet: Sheet, rows: pl.DataFrame) -> pl.Series:
    """Return how far the first text of each row is indented."""
    if not sheet.indents:
        return pl.zeros(rows.height, pl.Int64, eager=True)
    deep = sheet.indents
    return rows[ROW].replace_strict(list(deep), list(deep.values()), default=0)


_FEWEST_INDENTED = 2


def _above(places: pl.Series, indents: pl.Series) -> set[int]:
    """Return the places of regions below whose names those of the next one are indented.

    Where rows of one region are indented differently, that says nothing.
    """
    if (indents > 0).sum() < _FEWEST_INDENTED:
        return set()  # one blank is a slip
    said = pl.DataFrame({"place": places, "depth": indents}).unique(maintain_order=True)
    if said["place"].is_duplicated().any():
        return set()
    deeper = said["depth"].shift(-1) > said["depth"]
    return set(said["place"].filter(deeper.fill_null(value=False)))


def _refuse_unnamed(sheet: Sheet, rows: pl.DataFrame, roles: Roles) -> None:
    """Refuse rows of a long table that do not say what they measure."""
    if not roles.indicator:
        return
    cells = (head for measure in roles.measures for head in measure.cells)
    there = pl.any_horizontal(sheet.has(head) for head in cells)
    lost = rows.filter((indicators_said(rows, roles) == "") & there)
    if lost.height:
        columns = listed([head.text for head in roles.indicator])
        raise DataError([
            Problem(
                sheet.file or sheet.name, row, columns, "the row does not say what it measures",
                "a name in every row",
                f"fill it in (All), or where={{{roles.indicator[0].text!r}: None}} for these alone",
            )
            for row in lost[ROW].to_list()
        ])  # fmt: skip


def _mixed(sheet: Sheet, rows: pl.DataFrame, roles: Roles) -> ToldError | None:
    """Return what is to be asked of rows that have values, if they are of several kinds."""
    columns = {
        "region": roles.identity,
        "year": [roles.year] if roles.year else [],
        "indicator": roles.indicator,
        "values": [head for measure in roles.measures for head in measure.cells],
    }
    return mixed_kinds(sheet, rows, roles.read, columns)


def prepared(
    sheets: Sequence[Sheet],
    told: Mapping[str, Any],
    asked: Mapping[str, Any] | None,
    where: Mapping[str, Any] | None,
) -> Iterator[tuple[str, Sheet, Roles, pl.DataFrame, list[str]]]:
    """Return the id of each sheet, its rows that are meant, what its columns are, and other rows.

    Last the quarters or months that stand for their years.

    Parameters
    ----------
    sheets : sequence of Sheet
        One after another.
    told : mapping
        Role to its column, as the caller said it.
    asked : mapping, optional
        The indicators asked for.
    where : mapping, optional
        Which rows are meant, by column.
    """
    for sheet_id, plain_sheet in zip(_sheet_ids(sheets), sheets, strict=True):
        meant, left = chosen(with_names(plain_sheet), where)
        one, standard = of_the_standard(meant)
        if not standard:
            one, standard = of_canada(meant)
        roles = roles_of(one, standard | {role: name for role, name in told.items() if name}, asked)
        dated = parts_of_years(one, roles, asked=asked is not None)
        _refuse_nothing(one, roles)
        yield sheet_id, filled_upward(one, roles), roles, left, dated


def _slug(source: str | None, sheet: Sheet) -> str:
    text = source or stem_of(sheet.file) or "table"
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-") or "table"


def _sheet_ids(sheets: Sequence[Sheet]) -> list[str]:
    """Return what each sheet is called in the ids of its figures; no two are called the same."""
    several = len({one.file for one in sheets}) > 1
    found: list[str] = []
    for sheet in sheets:
        name = f"{stem_of(sheet.file)}.{sheet.name}" if several else sheet.name
        plain = re.sub(r"[\s/!]+", "_", name)
        numbered = (f"{plain}.{place}" for place in count(2))
        found.append(next(one for one in chain([plain], numbered) if one not in found))
    return found


def _refuse_nothing(sheet: Sheet, roles: Roles) -> None:
    if not roles.measures:
        raise UnknownValueError(
            f"value: no column of {sheet.file or 'the frame'} holds values{_unread(sheet, roles)}; "
            "do: value='<column>' or indicators=[…]; the columns are "
            f"{listed([head.text for head in sheet.heads])}"
        )
    if not roles.indicator and any(not one.indicator for one in roles.measures):
        raise UnknownValueError(
            "indicator: the columns are years, and nothing says what they measure; do: "
            "indicators={'毛入园率': 'higher'} to name it, or indicator='<column>' where a column "
            "says it"
        )


def _unread(sheet: Sheet, roles: Roles) -> str:
    """Say of the first cell that may be a number and cannot be read where it stands."""
    for head in sheet.heads:
        cells = sheet.frame[head.letters]
        if head.letters in roles.read or cells.dtype != pl.String:
            continue
        for row, text in zip(sheet.frame[ROW], cells, strict=True):
            if text and may_be_a_number(text):
                return f" ({head.text}, row {row}: {text!r} cannot be read: {what_to_do(text)})"
    return ""
