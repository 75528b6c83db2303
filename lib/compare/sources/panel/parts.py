"""Quarters and months in own tables: years are compared, and several of one are refused."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.cells import is_part_alone, part_of, without_part
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import Sheet
from compare.sources.panel.roles import Roles


def parts_of_years(sheet: Sheet, roles: Roles, *, asked: bool = False) -> list[str]:
    """Return the quarters and months that stand for their years: one of each year.

    A table with several of one year is refused.

    Parameters
    ----------
    sheet : Sheet
        The table.
    roles : Roles
        Which column is what.
    asked : bool
        Whether indicators were asked for, by which columns may be meant one by one.

    Raises
    ------
    FrameError
        If there are several quarters or months of a year.
    """
    found = [] if asked else _in_heads(sheet, [one.value for one in roles.measures])
    column = roles.year
    if column is not None and not sheet.frame[column.letters].dtype.is_numeric():
        found += _in_rows(sheet, roles, column)
    return found


_FEWEST = 3
"""So many columns that are called like quarters or months are no chance: May is a name, too."""


def _in_heads(sheet: Sheet, heads: Sequence[Head]) -> list[str]:
    found = [(head.text, part) for head in heads if (part := part_of(head.text, within=True))]
    alone = list(dict.fromkeys(head.text for head in heads if is_part_alone(head.text)))
    fifths = any(head.text.strip().upper() == "Q5" for head in heads)  # Q1 to Q5 are of people
    if len(alone) >= _FEWEST and not fifths:
        raise FrameError(
            f"{sheet.file or 'the frame'}: columns are called as quarters or months are "
            f"({listed(alone, 3)}), and years are compared; do: leave one column for each year "
            "(its last quarter, its sum or its mean), or say with indicators=[…] that each is "
            "something else, such as a quarter of the people"
        )
    of = [(without_part(text), part.year) for text, part in found]  # of one indicator and year
    texts = [text for (text, _), one in zip(found, of, strict=True) if of.count(one) > 1]
    if len({(one, part) for one, (_, part) in zip(of, found, strict=True)}) > len(set(of)):
        raise FrameError(
            f"{sheet.file or 'the frame'}: columns are of quarters or months ({listed(texts, 3)}), "
            "and years are compared; do: leave one column for each year (its last quarter, its "
            "sum or its mean) and call it after the year"
        )
    return [text for text, _ in found]


def _in_rows(sheet: Sheet, roles: Roles, column: Head) -> list[str]:
    cells = sheet.frame[column.letters].unique(maintain_order=True).to_list()
    parts = {text: part for text in cells if text and (part := part_of(text))}
    if not parts:
        return []
    years = [str(part.year) for part in parts.values()]
    keys = [head.letters for head in roles.identity]
    pairs = sheet.frame.select(*keys, _text=pl.col(column.letters)).unique(maintain_order=True)
    dated = pairs.filter(pl.col("_text").is_in(list(parts))).with_columns(
        _year=pl.col("_text").replace_strict(list(parts), years, return_dtype=pl.String)
    )
    several = dated.filter(dated.select(*keys, "_year").is_duplicated())["_text"].unique(
        maintain_order=True
    )
    if len(several):
        shown = listed(several.to_list(), 3)
        raise FrameError(
            f"{sheet.file or 'the frame'}: {column.text} holds quarters or months ({shown}), and "
            "years are compared; do: choose one for each year, "
            f"where={{{column.text!r}: {several[-1]!r}}} (or a list of them), or give a sum or a "
            "mean of each year"
        )
    return list(parts)
