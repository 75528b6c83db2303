"""Columns without a name: what they hold says what they are.

Tables of statistical offices often have no name above the year, the code and the name of a
region; what stands in them is plain enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl

from compare.sources.panel.cells import is_year
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import Sheet

_CODE = re.compile(r"[A-Za-z]{0,3}[0-9]{2,}|[A-Z]{2,3}")
_SHORT_CODE = re.compile(r"[A-Za-z]{0,3}[0-9]+|[A-Z]{2,3}")
_FIRST = 300
_NEARLY = 0.9


def with_names(sheet: Sheet) -> Sheet:
    """Return a table whose first columns have names: year, code or name, by what they hold.

    Columns before the first one with a name are meant: behind it, a blank is a merged cell, but
    for one of names beside a column of codes.
    """
    sheet = _with_names_of_codes(sheet)
    unnamed = 0
    while unnamed < len(sheet.heads) and not sheet.heads[unnamed].text:
        unnamed += 1
    if not unnamed:
        return sheet
    heads, taken = list(sheet.heads), {head.name.casefold() for head in sheet.heads}
    filled = [sheet.has(head) for head in heads]
    table = sheet.frame.filter(pl.sum_horizontal(filled) > 1)  # and no remark below it
    for place in range(unnamed):
        name = _held(table[heads[place].letters])
        if name and name not in taken:
            heads[place] = _named(heads[place], name)
            taken.add(name)
    return replace(sheet, heads=heads)


def _with_names_of_codes(sheet: Sheet) -> Sheet:
    """Return a table in which a column of names without a name, behind one of codes, is known.

    One name stands above both then: Region | (blank), above 900 | Northland.
    """
    heads = list(sheet.heads)
    if len(heads) < 2 or not heads[0].text or heads[1].text or heads[0].year:
        return sheet
    codes, names = (sheet.frame[head.letters] for head in heads[:2])
    named = sheet.frame.select(sheet.has(heads[1])).to_series()
    if _are_codes(codes.filter(named)) and _held(names) == "name":
        heads[0] = replace(heads[0], name="code")
        heads[1] = _named(heads[1], "name")
    return replace(sheet, heads=heads)


def _are_codes(cells: pl.Series) -> bool:
    """Tell whether a column holds codes, of one digit, too: no year, and no name."""
    some = [cell for cell in cells.cast(pl.String).head(_FIRST).to_list() if cell]
    if not some or _share(some, is_year) >= _NEARLY:
        return False
    return _share(some, lambda cell: bool(_SHORT_CODE.fullmatch(cell))) >= _NEARLY


def _named(head: Head, name: str) -> Head:
    return replace(head, name=name, text=f"column {head.letters}")


def _held(cells: pl.Series) -> str:
    """Return what a column holds: year, code or name; empty where it only counts the rows."""
    some = [cell for cell in cells.cast(pl.String).head(_FIRST).to_list() if cell]
    if not some or _counts(some):
        return ""
    if _share(some, is_year) >= _NEARLY:
        return "year"
    if _share(some, lambda cell: bool(_CODE.fullmatch(cell.strip()))) >= _NEARLY:
        return "code"
    return "name" if _share(some, lambda cell: any(map(str.isalpha, cell))) >= _NEARLY else ""


def _counts(cells: Sequence[str]) -> bool:
    return any(
        list(cells) == [str(number) for number in range(first, first + len(cells))]
        for first in (0, 1)
    )


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)
