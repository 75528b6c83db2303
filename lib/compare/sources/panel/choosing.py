"""Rows of own tables chosen: those that were told, by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, unknown
from compare.ledger.cells import is_empty
from compare.sources.panel.columns import plain
from compare.sources.panel.heads import Head, without_unit
from compare.sources.panel.lengthening import indicators_said
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.roles import Roles


def chosen(sheet: Sheet, where: Mapping[str, Any] | None) -> tuple[Sheet, pl.DataFrame]:
    """Return a table with the rows that are meant, and the others.

    Parameters
    ----------
    sheet : Sheet
        The table.
    where : mapping, optional
        Column to the value, or values, that its rows have; None is the empty cell.

    Returns
    -------
    sheet : Sheet
        The table of them.
    left : polars.DataFrame
        The rows left out: their number and what is not meant in them.

    Raises
    ------
    UnknownValueError
        If there is no such column, or no row of it holds the value.
    """
    if not where:
        return sheet, pl.DataFrame(schema={ROW: pl.Int64, "text": pl.String})
    frame, by, left = sheet.frame, list[str](), []
    for column, said in where.items():
        head = _head(sheet, column)
        texts = frame[head.letters].cast(pl.String).fill_null("")
        wanted = _wanted(texts, column, said)
        meant = texts.is_in(wanted)
        if not meant.any():
            raise unknown(f"where[{column!r}]", said, texts.unique(maintain_order=True).to_list())
        left.append(frame.filter(~meant).select(ROW, text=pl.col(head.letters).cast(pl.String)))
        frame = frame.filter(meant)
        by.append(head.letters)
    return replace(sheet, frame=frame, chosen=by), pl.concat(left)


def _head(sheet: Sheet, column: str) -> Head:
    for head in sheet.heads:
        if plain(column) in (plain(head.text), plain(head.name)):
            return head
    raise unknown("where", column, [head.text for head in sheet.heads])


def _wanted(texts: pl.Series, column: str, said: Any) -> list[str]:
    single = isinstance(said, str | int | float | bool) or is_empty(said)
    values = ["" if is_empty(one) else one for one in ([said] if single else said)]
    known = {plain(text): text for text in texts.unique().to_list()}
    found = []
    for value in values:
        text = known.get(plain(str(value)), known.get(plain(f"{value}.0")))
        if text is None:
            raise unknown(f"where[{column!r}]", value, sorted(known.values()))
        found.append(text)
    return found


def of_indicators(
    rows: pl.DataFrame, roles: Roles, asked: Mapping[str, Any] | None
) -> pl.DataFrame:
    """Return the rows of a long table that are of indicators asked for, as they may be spelt.

    What stands in those of others need not be read: as of columns that nobody asks for. Where
    one that was asked for is not there, all are returned: they say what is.
    """
    if not asked or not roles.indicator:
        return rows
    said = indicators_said(rows, roles)
    names = {name: {plain(name), plain(without_unit(name)[0])} for name in said.unique().to_list()}
    wanted = [{plain(name), plain(without_unit(name)[0])} for name in asked]
    if not all(any(one & ways for ways in names.values()) for one in wanted):
        return rows
    meant = [name for name, ways in names.items() if any(ways & one for one in wanted)]
    return rows.filter(said.is_in(meant))


def accounted(left: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """Return what every row is, with those left out by choice among them."""
    text = pl.col("text").fill_null("")
    rows = left.select(row=pl.col(ROW), what=pl.lit("left out"), text=text)
    return pl.concat([accounts, rows.cast(accounts.schema)]) if left.height else accounts


def pairs_of(said: Sequence[str]) -> dict[str, Any]:
    """Return what COLUMN=VALUE says, a column several times as several values.

    Examples
    --------
    >>> pairs_of(["phase=Primary", "phase=Secondary", "sex=All"])
    {'phase': ['Primary', 'Secondary'], 'sex': 'All'}
    """
    found: dict[str, Any] = {}
    for one in said:
        column, sign, value = one.partition("=")
        if not sign or not column.strip():
            raise UnknownValueError(f"--where {one!r}; allowed: COLUMN=VALUE")
        found.setdefault(column.strip(), []).append(value.strip())
    return {column: values[0] if len(values) == 1 else values for column, values in found.items()}
