"""Rows of own tables chosen: those that were told, and what tells several values apart.

A table may have a row for each region, year and kind of school: one of the kinds is meant, and
which one is asked for, with the column that tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed, unknown
from compare.sources.panel.heads import Head
from compare.sources.panel.observing import SeveralError
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.roles import Roles, plain
from compare.sources.panel.told import ToldError

_ALL = re.compile(
    r"all\b.*|total.*|both.*|persons?|合计|总计|全部|总|insgesamt|ensemble", re.IGNORECASE
)
_GROUPS = 50
_KEYS = ("region", "indicator", "year")


def chosen(sheet: Sheet, where: Mapping[str, Any] | None) -> tuple[Sheet, pl.DataFrame]:
    """Return a table with the rows that are meant, and the others.

    Parameters
    ----------
    sheet : Sheet
        The table.
    where : mapping, optional
        Column to the value, or values, that its rows have.

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
    values = [said] if isinstance(said, str | int | float | bool) else list(said)
    known = {plain(text): text for text in texts.unique().to_list()}
    found = []
    for value in values:
        text = known.get(plain(str(value)), known.get(plain(f"{value}.0")))
        if text is None:
            raise unknown(f"where[{column!r}]", value, sorted(known.values()))
        found.append(text)
    return found


def accounted(left: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """Return what every row is, with those left out by choice among them."""
    text = pl.col("text").fill_null("")
    rows = left.select(row=pl.col(ROW), what=pl.lit("left out"), text=text)
    return pl.concat([accounts, rows.cast(accounts.schema)]) if left.height else accounts


def asked_apart(
    error: SeveralError, tables: Mapping[str, tuple[Sheet, Roles]]
) -> SeveralError | ToldError:
    """Return what is asked for where there are several values: what tells them apart.

    Parameters
    ----------
    error : SeveralError
        Several values for one region, indicator and year.
    tables : mapping
        The sheets by their id, with what their columns are.
    """
    sheet, roles = tables[error.cells["sheet"][0]]
    telling = _telling_apart(error.cells, sheet, roles)
    if not telling:
        return error
    said = "; ".join(_and_values(sheet, head) for head in telling)
    message = f"{error.said}what tells them apart: {said}; do: "
    if len(roles.measures) == 1 and not roles.indicator and not roles.measures[0].value.year:
        column = telling[0].text
        usual = _usual(sheet, telling[0])
        of_all = not usual or bool(_ALL.fullmatch(usual))
        return ToldError(
            f"{message}indicator={column!r} if it says what is "
            f"measured, where={{{column!r}: …}} to take one, or parent={column!r} for equal names",
            asked={"where": f"{column}={usual}"} if of_all else {"indicator": column},
        )
    choice = {head.text: _usual(sheet, head) for head in telling}
    of_all = all(not value or _ALL.fullmatch(value) for value in choice.values())
    parent = f", or parent={telling[0].text!r} if it tells equal names apart"
    return ToldError(
        f"{message}where={choice!r} to take these{'' if of_all else parent}",
        asked={"where": "; ".join(f"{column}={value}" for column, value in choice.items())},
    )


def _telling_apart(several: pl.DataFrame, sheet: Sheet, roles: Roles) -> list[Head]:
    """Return the fewest columns, one after another, by which the rows of a key differ."""
    rows = several.filter(pl.col("sheet") == several["sheet"][0])
    groups = rows.group_by(_KEYS, maintain_order=True).agg(
        pl.col("row").unique(maintain_order=True)
    )
    groups = groups.filter(pl.col("row").list.len() > 1).head(_GROUPS)
    if groups.is_empty():
        return []
    of_group = groups.with_row_index("group").explode("row").select("group", pl.col("row"))
    frame = of_group.join(sheet.frame, left_on="row", right_on=ROW, how="left")
    taken = roles.read | {one.value.letters for one in roles.measures}
    free = [head for head in sheet.heads if head.letters not in taken and head.text]
    free = [head for head in free if not _is_value(sheet, head)]
    found: list[Head] = []
    while True:
        keys = ["group", *(head.letters for head in found)]
        told = frame.select(pl.struct(keys).n_unique()).item()
        if told == frame.height:
            return found
        counts = {
            head: frame.select(pl.struct([*keys, head.letters]).n_unique()).item()
            for head in free if head not in found
        }  # fmt: skip
        best = max(counts, key=lambda head: counts[head], default=None)
        if best is None or counts[best] <= told:
            return found
        found.append(best)


def _is_value(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column holds a number for each row, and no kind of them."""
    cells = sheet.frame[head.letters]
    return cells.n_unique() > max(50, sheet.frame.height / 3) or (
        cells.dtype.is_float() and bool((cells.drop_nulls() % 1 != 0).any())
    )


def _and_values(sheet: Sheet, head: Head) -> str:
    values = sheet.frame[head.letters].cast(pl.String).unique(maintain_order=True).drop_nulls()
    return f"{head.text} ({listed([value for value in values.to_list() if value])})"


def _usual(sheet: Sheet, head: Head) -> str:
    """Return the value of a column that is likeliest meant: all, none (a subtotal) or the first."""
    values = sheet.frame[head.letters].cast(pl.String).fill_null("").unique(maintain_order=True)
    texts = values.to_list()
    usual = next((text for text in texts if _ALL.fullmatch(text)), None)
    return usual or ("" if "" in texts else texts[0])


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
