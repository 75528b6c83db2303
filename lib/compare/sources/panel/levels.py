"""Levels of regions in own tables: what a column says of each row, and rows of wider regions."""

from __future__ import annotations

import operator
from dataclasses import replace
from functools import reduce
from typing import Any

import polars as pl

from compare.sources.panel.columns import Finder
from compare.sources.panel.heads import Head
from compare.sources.panel.kinds import are_stages, has_fractions
from compare.sources.panel.opening import Sheet
from compare.sources.panel.roles import Roles


def levels_of(
    sheet: Sheet, rows: pl.DataFrame, roles: Roles, regions: pl.DataFrame
) -> dict[tuple[Any, ...], str]:
    """Return the level of each region (National, Regional, 县), where a column says it.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    roles : Roles
        Which column is what.
    regions : polars.DataFrame
        The code, the name and the parent that each of them says.
    """
    head = Finder(sheet.heads).usual("level", [one.letters for one in roles.identity])
    if head is None or rows[head.letters].dtype.is_numeric():
        return {}
    if are_stages(rows[head.letters]) or has_fractions(rows[head.letters]):
        return {}
    places, levels = regions.rows(), rows[head.letters].to_list()
    found = dict(zip(places, levels, strict=True))
    if any(found[place] != level for place, level in zip(places, levels, strict=True)):
        return {}  # a level of schools, say: a region has several
    return found


def filled_upward(sheet: Sheet, roles: Roles) -> Sheet:
    """Return a table in which rows of wider regions have the names and codes of these.

    Where a column says the level of each row (National, Regional, Local authority), those of a
    wider one leave the narrower columns empty, and hold their own name in another. So do rows
    of a state among those of its counties, whose column of counties is empty.
    """
    find = Finder(sheet.heads)
    own = [head for head in (roles.region, roles.name) if head is not None]
    level = find.usual("level", [head.letters for head in own])
    if level is None and roles.name is not None and roles.parent is not None:
        return _of_the_parent(sheet, roles.name, roles.parent)
    if level is None or roles.name is None or sheet.frame[level.letters].n_unique() < 2:
        return sheet
    frame = sheet.frame

    def texts_of(head: Head) -> pl.Series:
        return frame[head.letters].cast(pl.String).fill_null("")

    named = {head.letters: texts_of(head) for head in own}
    blank = reduce(operator.and_, (texts == "" for texts in named.values()))
    levels = texts_of(level)
    if not blank.any() or set(levels.filter(blank)) & set(levels.filter(~blank)):
        return sheet
    wider = [*find.all_usual("name", [roles.name.letters]), *find.all_usual("parent")]
    wider.sort(key=lambda head: -texts_of(head).n_unique())
    for head in wider:
        if head.letters == roles.name.letters:
            continue
        here = blank & (named[roles.name.letters] == "") & (texts_of(head) != "")
        for mine, theirs in ((roles.name, head), (roles.region, find.usual_code(head))):
            if mine is not None and theirs is not None:
                named[mine.letters] = texts_of(theirs).zip_with(here, named[mine.letters])
    return replace(sheet, frame=frame.with_columns(**named))


def _of_the_parent(sheet: Sheet, name: Head, parent: Head) -> Sheet:
    """Return a table in which a row of a parent that names no part is of the parent itself."""
    names, parents = (
        sheet.frame[head.letters].cast(pl.String).fill_null("") for head in (name, parent)
    )
    blank = names == ""
    if not blank.any():
        return sheet
    above = parents.is_in(parents.filter(~blank).implode()) & (parents != "")
    of_it = blank & above
    if not of_it.any():
        return sheet
    nothing = pl.repeat("", len(names), eager=True)
    return replace(
        sheet,
        frame=sheet.frame.with_columns(
            parents.zip_with(of_it, names).alias(name.letters),
            nothing.zip_with(of_it, parents).alias(parent.letters),
        ),
    )
