"""Roles of the columns of own tables: region, year, indicator, value, limits; told or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed
from compare.sources.panel.cells import is_year, part_of
from compare.sources.panel.columns import (
    NAMES,
    ROLES,
    Finder,
    holds_values,
    is_usual,
    numbers_of,
    plain,
    reads,
    says_indicator,
)
from compare.sources.panel.doubts import (
    refuse_extremes,
    refuse_other_years,
    refuse_sides_alone,
)
from compare.sources.panel.heads import (
    Head,
    dated_within,
    may_be_cited,
    undated,
)
from compare.sources.panel.limit_names import (
    LIMITS,
    says_limit,
)
from compare.sources.panel.limits import limit_named
from compare.sources.panel.measures import A_VALUE, Measure, may_measure, measure_of
from compare.sources.panel.opening import Sheet
from compare.sources.panel.origins import texts_of
from compare.sources.panel.targets import kind_column
from compare.sources.panel.told import ToldError
from compare.sources.panel.wide import bounds_of_table, wide_measures


@dataclass(frozen=True)
class Roles:
    """Which column is what.

    Attributes
    ----------
    region, name, parent, year, unit : Head or None
        Columns of the region's code and name, of what it lies in, of the year and the unit.
    kind : Head or None
        The column that says of each row whether it holds an actual value or a target.
    indicator : sequence of Head
        The columns that say what a value measures, in a long table.
    measures : sequence of Measure
        The columns of values.
    """

    region: Head | None
    name: Head | None
    parent: Head | None
    year: Head | None
    unit: Head | None = None
    indicator: Sequence[Head] = ()
    measures: Sequence[Measure] = field(default_factory=tuple)
    kind: Head | None = None

    @property
    def identity(self) -> list[Head]:
        """The columns that say which region a row is of."""
        return [head for head in (self.region, self.name, self.parent) if head is not None]

    @property
    def read(self) -> set[str]:
        """The letters of the columns that something is read from."""
        read = [*self.identity, self.year, self.unit, self.kind, *self.indicator]
        for one in self.measures:
            read += [one.value, *one.limits.values()]
        return {head.letters for head in read if head is not None}

    def unread(self, heads: Sequence[Head]) -> list[str]:
        """Return the columns of a table that nothing is read from."""
        return [head.text for head in heads if head.letters not in self.read and head.text]


def roles_of(sheet: Sheet, told: Mapping[str, Any], wanted: Mapping[str, Any] | None) -> Roles:
    """Tell the columns of a sheet apart.

    Parameters
    ----------
    sheet : Sheet
        The table.
    told : mapping
        Role to its column (of ``indicator``, one or several), by name as the caller said it.
    wanted : mapping, optional
        The indicators asked for, each with what was said of it.

    Raises
    ------
    UnknownValueError
        If a column named is not there, or a role cannot be told.
    """
    find = Finder(sheet.heads)
    named = {role: find(role, name) for role, name in told.items() if role != "indicator" and name}
    if ("lower" in named) != ("upper" in named):
        raise UnknownValueError(
            "lower and upper: one limit alone is none; do: name the columns of both, or write "
            "bounds into the values (≥90, <5)"
        )
    asked = told.get("indicator")
    indicator = [find("indicator", name) for name in _several(asked)]
    long = bool(indicator) or "value" in named
    region, name = named.get("region"), named.get("name")
    region = region or (_codes_of(sheet, find, name) if name else _telling(sheet, find.codes()))
    taken = {head.letters for head in (region, name, *indicator, *named.values()) if head}
    name = name or _telling(sheet, _names(sheet, find.all_usual("name", taken)))
    if region is None and name is not None and _holds_codes(sheet, name):
        others = find.all_usual("name", {*taken, name.letters})
        region, name = name, _telling(sheet, _names(sheet, others))
    if region is None and name is None:
        name = _first_texts(sheet, taken)
    if region is None and name is None:
        raise ToldError(
            f"region: no column of {_who(sheet)} looks like names or codes of regions; do: "
            f"name='<column>' (names) or region='<column>' (codes); the columns are "
            f"{listed([h.text for h in sheet.heads if h.text])}{_of_one(sheet, find)}",
            asked={"name": _proposed_name(sheet)},
        )
    if region is None and name is not None:
        region = _codes_beside(sheet, find, name, taken)
    if name is None and region is not None:
        name = _named_as_codes(sheet, region, taken)
    taken |= {head.letters for head in (region, name) if head}
    year = named.get("year") or find.usual("year", taken, dated=False) or _of_parts(sheet, taken)
    if year is None:
        sheet = replace(sheet, heads=dated_within(sheet.heads))
    else:
        sheet = _of_the_years_of_rows(sheet, year, (region, name), told=bool(told.get("year")))
    find = Finder(sheet.heads)
    if not indicator:
        indicator = [head for head in [find.usual("indicator", taken)] if head]
    value = named.get("value") or find.usual("value", taken)
    parent = named.get("parent") or (_parent(sheet, find, taken) if name else None)
    unit = named.get("unit") or find.usual("unit", taken)
    kind = kind_column(sheet, taken)
    taken |= {kind.letters} if kind else set()
    if value is None and indicator:
        told_of = [region, name, year, parent, unit, kind, *indicator]
        value = _one_of_values(sheet, {head.letters for head in told_of if head})
    if value is not None:
        limits = {role: named.get(role) or find.usual(role, taken) for role in LIMITS}
        limits["se"] = limits["se"] or limit_named(find, "se", value)
        limits["margin"] = limits["margin"] or limit_named(find, "margin", value)
        text = "" if indicator or (long and indicator) else value.name
        measure = measure_of(value, text, limits)
        return Roles(region, name, parent, year, unit, tuple(indicator), (measure,), kind)
    told_of = [region, name, parent, year, unit, kind, *indicator]
    used = {head.letters for head in told_of if head}
    bounds = bounds_of_table(sheet, find, used)
    limits = {role: named[role] for role in LIMITS if role in named}
    of_limits = {head.letters for head in limits.values() if head}
    measures = wide_measures(sheet, find, used, wanted, indicator, bounds, of_limits)
    if not (wanted or limits):
        refuse_extremes(measures)
        refuse_sides_alone(sheet, measures)
    if not wanted:
        refuse_other_years([one.indicator for one in measures])
    limited = _with_limits(measures, limits) if limits else measures
    return Roles(region, name, parent, year, unit, tuple(indicator), tuple(limited), kind)


def _of_the_years_of_rows(
    sheet: Sheet, year: Head, identity: Sequence[Head | None], *, told: bool
) -> Sheet:
    """Return a table whose heads date nothing, where a column says the year of each row.

    Score (Smith, 2018) beside rows of 2000 to 2015 is no score of 2018. Where years stand beside
    each other, or a region has one row alone, the head of a column knows better.
    """
    dated = [head for head in sheet.heads if head.year is not None]
    names = {plain(head.name) for head in dated}
    if not dated or "" in names or len(names) < len(dated):
        return sheet
    of = [head.letters for head in identity if head is not None]
    times = sheet.frame.select(*of, year.letters).unique()
    several = times.select(of).is_duplicated() & _are_years(times[year.letters])
    if not several.any():
        alone = len(dated) == 1 and not _others_measure(
            sheet, {*of, year.letters, dated[0].letters}
        )
        dated = [head for head in dated if told and (alone or may_be_cited(head))]
    instead = {head.letters: undated(head) for head in dated}
    return replace(sheet, heads=[instead.get(head.letters, head) for head in sheet.heads])


def _others_measure(sheet: Sheet, taken: set[str]) -> bool:
    """Tell whether a column holds values beside those that are taken."""
    free = (head for head in sheet.heads if head.text and may_measure(sheet, head, taken))
    return any(holds_values(sheet, head) for head in free)


def _are_years(cells: pl.Series) -> pl.Series:
    """Tell which cells are a year, or a span of years."""
    texts = texts_of(cells)
    return texts.is_in([text for text in texts.unique().to_list() if is_year(text)])


def _one_of_values(sheet: Sheet, taken: set[str]) -> Head | None:
    """Return the column of values of a long table, whatever it is called: the only one.

    A column of a year is none: where there are such, the years stand beside each other.
    """
    if any(head.year for head in sheet.heads):
        return None
    found = [
        head
        for head in sheet.heads
        if head.text and may_measure(sheet, head, taken)
        and not any(is_usual(role, head) for role in ROLES)
        and not says_limit(head.name)
        and holds_values(sheet, head)
    ]  # fmt: skip
    if len(found) > 1:
        raise ToldError(
            f"value: several columns hold values ({listed([head.text for head in found])}); do: "
            "value='<column>' for the one that is meant",
            asked={"value": found[0].text},
        )
    return next(iter(found), None)


def _of_parts(sheet: Sheet, taken: Iterable[str]) -> Head | None:
    """Return the column that holds quarters or months with their year, whatever it is called."""
    for head in sheet.heads:
        cells = sheet.frame[head.letters]
        if head.letters in taken or cells.dtype.is_numeric():
            continue
        some = [cell for cell in cells.head(200).to_list() if cell]
        if some and sum(part_of(cell) is not None for cell in some) > len(some) * 0.9:
            return head
    return None


def _with_limits(measures: Sequence[Measure], limits: Mapping[str, Any]) -> list[Measure]:
    """Return measures with the limits that were told: of one alone nothing more need be said."""
    others = {head.letters for head in limits.values()}
    of = [one for one in measures if one.value.letters not in others]
    if not of and {"lower", "upper"} <= limits.keys():
        name = next((one.indicator for one in measures if one.is_interval), A_VALUE)
        return [measure_of(limits["lower"], name, limits)]
    if len(of) != 1:
        told = ", ".join(f"{role}={head.text!r}" for role, head in limits.items())
        names = listed([one.value.text for one in of])
        raise UnknownValueError(
            f"{told}: nothing says of which of the columns of values ({names}); do: "
            "value='<column>' in a long table, or in a wide one indicators={'<name>': {"
            + ", ".join(f"'{role}': '<column>'" for role in limits)
            + "}}"
        )
    return [replace(of[0], **limits)]


def _telling(sheet: Sheet, heads: Sequence[Head]) -> Head | None:
    """Return the column that tells most rows apart, the likelier of several that tell as much."""
    distinct = {head: sheet.frame[head.letters].n_unique() for head in heads}
    return max(heads, key=lambda head: distinct[head], default=None)


def _names(sheet: Sheet, heads: Sequence[Head]) -> list[Head]:
    """Return the columns that hold names, or codes in their place; no fraction is either.

    A column that is called area may hold square miles.
    """
    numbers = {head: numbers_of(sheet.frame[head.letters]).drop_nulls() for head in heads}
    texts = [head for head in heads if len(numbers[head]) * 2 < sheet.frame.height]
    return texts or [head for head in heads if not (numbers[head] % 1 != 0).any()]


def _codes_beside(sheet: Sheet, find: Finder, name: Head, taken: set[str]) -> Head | None:
    """Return the column called region that holds codes beside the one of names."""
    for head in find.all_usual("name", {*taken, name.letters}):
        numbers = numbers_of(sheet.frame[head.letters])
        whole = not numbers.is_null().any() and bool(
            ((numbers % 1 == 0) & (numbers >= _LEAST_CODE)).all()
        )
        many = sheet.frame[head.letters].n_unique() >= sheet.frame[name.letters].n_unique()
        if whole and many and plain(head.name) not in _MEASURED:
            return head
    return None


_LEAST_CODE = 100
_MEASURED = ("area", "land")
"""Names of regions that may hold square miles."""


def _named_as_codes(sheet: Sheet, region: Head, taken: set[str]) -> Head | None:
    """Return the column of texts that goes with the codes one by one: their names.

    It may be called anything: prefecture_name, Local authority name.
    """
    codes = sheet.frame[region.letters].n_unique()
    others = {region.letters, *taken, *sheet.chosen}
    for head in sheet.heads:
        cells = sheet.frame[head.letters]
        if not head.text or head.letters in others or cells.dtype != pl.String:
            continue
        if any(is_usual(role, head) for role in ROLES if role not in ("name", "parent")):
            continue
        names = cells.n_unique()
        if not (_FEWEST_NAMES <= names <= codes <= names / _NEARLY_ALL) or holds_values(
            sheet, head
        ):
            continue
        if sheet.frame.select(pl.struct(region.letters, head.letters).n_unique()).item() == codes:
            return head
    return None


_FEWEST_NAMES = 3
_NEARLY_ALL = 0.9
"""Of that share of the codes at least the names differ."""


def _parent(sheet: Sheet, find: Finder, taken: Iterable[str]) -> Head | None:
    """Return the column of what regions lie in; a column called Land may hold square miles."""
    return next((one for one in find.all_usual("parent", taken) if _names(sheet, [one])), None)


def _codes_of(sheet: Sheet, find: Finder, name: Head) -> Head | None:
    """Return the column of the codes of regions that a column of names is told of.

    It tells more rows apart than the names do: two counties have one name.
    """
    code = find.usual("region", [name.letters])
    names, codes = (sheet.frame[one.letters].n_unique() if one else 0 for one in (name, code))
    return code if codes > names else None


def _several(asked: Any) -> list[str]:
    if asked is None:
        return []
    return [asked] if isinstance(asked, str) else list(asked)


def _who(sheet: Sheet) -> str:
    return f"{sheet.file} ({sheet.name})" if sheet.file else "the frame"


def _first_texts(sheet: Sheet, taken: Iterable[str]) -> Head | None:
    """Return the first column, where it holds texts that are no values, and no name of a role."""
    others = {name for role in ("indicator", "unit", "year", "level") for name in NAMES[role]}
    for head in sheet.heads[:1]:
        if plain(head.name) in others or says_indicator(head):
            continue
        cells = sheet.frame[head.letters]
        if head.letters in taken or cells.dtype.is_numeric():
            continue
        some = [cell for cell in cells.head(200).to_list() if cell]
        if sum(map(reads, some)) < len(some) / 2:
            return head
    return None


def _of_one(sheet: Sheet, find: Finder) -> str:
    """Say of a table of one region, whose rows are indicators or years, what it lacks."""
    indicator = find.usual("indicator")
    if indicator is None and find.usual("year") is not None:
        return "; a table of one region needs a column with its name, called region"
    if indicator is None or sheet.heads[0] != indicator:
        return ""
    return (
        f"; its rows are of {indicator.text}: where its columns are the regions, transposed=True; "
        "a table of one region needs a column with its name"
    )


def _proposed_name(sheet: Sheet) -> str:
    """Return the column of texts that tells most rows apart; empty where none holds texts."""
    texts = [
        head for head in sheet.heads
        if head.text and not says_indicator(head)
        and not sheet.frame[head.letters].dtype.is_numeric()
        and not holds_values(sheet, head)
    ]  # fmt: skip
    found = _telling(sheet, texts)
    return found.text if found else ""


_CODE = re.compile(r"[A-Za-z]{0,3}[0-9]{2,}")


def _holds_codes(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column that is called region holds codes, and not names."""
    cells = sheet.frame[head.letters]
    if cells.dtype.is_numeric():
        return True
    some = [cell for cell in cells.head(200).to_list() if cell]
    return bool(some) and sum(bool(_CODE.fullmatch(cell)) for cell in some) > len(some) * 0.9
