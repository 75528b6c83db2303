"""Stubs: names that stand once above a block of rows, written into every row of it.

Tables for people name a region in the first row of its block and leave the cells below it
blank, or give it a row of its own. Whether blanks mean that, only a person can say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.columns import Finder, holds_values, is_usual
from compare.sources.panel.heads import Head, heads_of, year_in
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.told import ToldError

_OFTEN = 0.25
"""Where that share of the rows has no name, it stands above its block."""

_ABOVE = "_above"
"""The letters of the column of names that had rows of their own."""


def with_names_in_every_row(sheet: Sheet, fill_down: bool | None) -> Sheet:
    """Return a table whose names stand in every row of their block.

    Parameters
    ----------
    sheet : Sheet
        The table.
    fill_down : bool, optional
        Whether a blank before the values means what stands above it. Where nobody says so, it
        is asked if many rows have no name.

    Raises
    ------
    FrameError
        If it is said to be so and the first column holds values.
    ToldError
        If many rows have none and nothing is said of it.
    """
    stub = _stub(sheet)
    if fill_down is None and stub:
        _ask_of_names(sheet, stub)
        _ask_of_blanks(sheet, stub)
    if not fill_down:
        return sheet
    if not stub:
        raise FrameError(
            f"fill_down=True: {sheet.file or 'the frame'} has no column of names before those of "
            "values; do: put the names into the first column"
        )
    heads = _rows_of_names(sheet, stub)
    return _with_column(sheet, stub, heads) if len(heads) else _filled(sheet, stub)


def _stub(sheet: Sheet) -> list[Head]:
    """Return the columns before the first one of values; a year is none."""
    if sheet.is_turned or sheet.flagged:
        return []
    named = (head for head in sheet.heads if head.text)
    stub = [*takewhile(lambda one: is_usual("year", one) or not holds_values(sheet, one), named)]
    return stub if len(stub) < len(sheet.heads) else []


def _any(sheet: Sheet, heads: Sequence[Head]) -> pl.Expr:
    every = [sheet.has(head) for head in heads]
    return pl.any_horizontal(every) if every else pl.lit(value=False)


def _ask_of_blanks(sheet: Sheet, stub: Sequence[Head]) -> None:
    """Ask about the first column, if it has names and many rows with values have none there."""
    if not (is_usual("name", stub[0]) or Finder(sheet.heads).usual("name") is None):
        return
    rows = sheet.frame.filter(_any(sheet, [head for head in sheet.heads if head not in stub]))
    has = rows.select(sheet.has(stub[0])).to_series()
    without = len(has) - int(has.sum())
    if len(has) and has[0] and without >= len(has) * _OFTEN:
        raise ToldError(
            f"fill_down: {without} of {len(has)} rows of values have nothing in the "
            f"column {stub[0].text}; do: fill_down=True where a name stands in the first row of "
            "its block alone, as merged cells have it, or False where these rows have none",
            asked={"fill_down": "yes"},
        )


def _ask_of_names(sheet: Sheet, stub: Sequence[Head]) -> None:
    """Ask about names in rows of their own, if below them the same is said again and again."""
    names = _rows_of_names(sheet, stub)
    if len(names) < 2 or is_usual("year", stub[0]):
        return
    labels = sheet.frame.filter(~pl.col(ROW).is_in(names.implode()) & sheet.has(stub[0]))
    if labels[stub[0].letters].is_duplicated().any():
        raise ToldError(
            f"fill_down: rows {listed([*map(str, names)])} hold nothing but a name in the "
            f"column {stub[0].text}, and the rows below them say the same again; do: "
            "fill_down=True where such a name is that of the rows below it, or False",
            asked={"fill_down": "yes"},
        )


def _alone(sheet: Sheet, first: Head) -> pl.Expr:
    """Tell which rows hold nothing but a text in the first column: names, notes, titles."""
    others = [head for head in sheet.heads if head != first]
    return sheet.has(first) & ~_any(sheet, others)


def _rows_of_names(sheet: Sheet, stub: Sequence[Head]) -> pl.Series:
    """Return the rows that hold a name alone, above rows that have another one in its place."""
    alone = _alone(sheet, stub[0])
    marked = sheet.frame.select(
        ROW,
        alone=alone,
        named=sheet.has(stub[0]).shift(-1, fill_value=False),
        ends=alone.shift(-1, fill_value=True),
    )
    return marked.filter(pl.col("alone") & pl.col("named") & ~pl.col("ends"))[ROW]


def _with_column(sheet: Sheet, stub: Sequence[Head], rows: pl.Series) -> Sheet:
    """Return a table with names that had rows of their own in a column before the others.

    Other rows of a text alone, notes, keep it as the name that they have: none.
    """
    first = stub[0].letters
    is_name = pl.col(ROW).is_in(rows.implode())
    text = pl.col(first).cast(pl.String)
    marked = sheet.frame.with_columns(
        pl.when(is_name).then(text).forward_fill().alias(_ABOVE), _is_name=is_name
    )
    names = marked.filter("_is_name")
    body = marked.filter(~pl.col("_is_name")).drop("_is_name")
    below = body.filter(~_alone(sheet, stub[0]) & pl.col(_ABOVE).is_not_null())[first]
    said = names[first].cast(pl.String).to_list()
    (head,) = heads_of([_role(stub[0], said, below)])
    notes = [(row, "note", name) for row, name in zip(names[ROW].to_list(), said, strict=True)]
    above = pl.when(_alone(sheet, stub[0])).then(text).otherwise(pl.col(_ABOVE)).alias(_ABOVE)
    return replace(
        sheet,
        heads=[replace(head, letters=_ABOVE), *sheet.heads],
        frame=body.with_columns(above),
        before=[*sheet.before, *notes],
    )


def _role(first: Head, names: Sequence[str], below: pl.Series) -> str:
    """Return what names above blocks are.

    Of rows that are called the same in most blocks they are what is measured, the year, or the
    region of each; of others, what these regions lie in.
    """
    if all(map(year_in, names)):
        return "year"
    if int(below.is_duplicated().sum()) * 2 <= len(below):
        return "parent"
    if is_usual("indicator", first):
        return "region"
    has_units = any(head.unit for head in heads_of(names))
    return "indicator" if has_units or is_usual("name", first) else "region"


def _filled(sheet: Sheet, stub: Sequence[Head]) -> Sheet:
    """Fill blanks with what stands above them, in no row that says nothing at all.

    Of a new name on the left, what stands above on the right says nothing.
    """
    columns = []
    for place, head in enumerate(stub):
        cells = pl.when(sheet.has(head)).then(pl.col(head.letters))
        block = _any(sheet, stub[:place]).cum_sum()
        above = cells.forward_fill().over(block) if place else cells.forward_fill()
        columns.append(pl.when(_any(sheet, sheet.heads)).then(above).alias(head.letters))
    frame = sheet.frame.with_columns(columns)
    texts = [head.letters for head in stub if not frame[head.letters].dtype.is_numeric()]
    return replace(sheet, frame=frame.with_columns(pl.col(texts).fill_null("")))
