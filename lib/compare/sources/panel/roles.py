"""Roles of the columns of own tables: region, year, indicator, value, limits; told or asked for."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed, unknown
from compare.sources.panel.cells import is_year, part_of
from compare.sources.panel.columns import (
    NAMES,
    ROLES,
    Finder,
    bare,
    counts_rows,
    holds_numbers_behind,
    holds_values,
    is_code,
    is_no_measure,
    is_usual,
    numbers_of,
    plain,
    reads,
    says_indicator,
)
from compare.sources.panel.eras import counts_otherwise, what_year
from compare.sources.panel.heads import (
    Head,
    dated_within,
    heads_of,
    may_be_cited,
    undated,
    without_unit,
)
from compare.sources.panel.kinds import are_stages, holds_kinds
from compare.sources.panel.limit_names import (
    ERRORS,
    LIMITS,
    is_error_of_anything,
    is_side_of_anything,
    limit_called,
    says_limit,
)
from compare.sources.panel.limits import bounds_alone, limit_named, limits_of
from compare.sources.panel.opening import Sheet
from compare.sources.panel.origins import are_whole, as_texts
from compare.sources.panel.told import ToldError


@dataclass(frozen=True)
class Measure:
    """A column of values.

    Attributes
    ----------
    value : Head
        The column.
    indicator : str
        What it measures; empty where a column of the table says it.
    lower, upper, se, margin : Head or None
        The columns of its limits, of its standard error, or of its margin of error.
    """

    value: Head
    indicator: str
    lower: Head | None = None
    upper: Head | None = None
    se: Head | None = None
    margin: Head | None = None

    @property
    def is_interval(self) -> bool:
        """Whether its bounds are all that there is: the column is that of the lower one."""
        return self.value == self.lower

    @property
    def limits(self) -> dict[str, Head]:
        """The columns of its limits, and of its errors, by what they are."""
        heads = {"lower": self.lower, "upper": self.upper, "se": self.se, "margin": self.margin}
        return {role: head for role, head in heads.items() if head is not None}

    @property
    def cells(self) -> list[Head]:
        """The columns in which a value may stand: its own, and those of its bounds."""
        return [head for head in (self.value, self.lower, self.upper) if head is not None]


@dataclass(frozen=True)
class Roles:
    """Which column is what.

    Attributes
    ----------
    region, name, parent, year, unit : Head or None
        Columns of the region's code and name, of what it lies in, of the year and the unit.
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

    @property
    def identity(self) -> list[Head]:
        """The columns that say which region a row is of."""
        return [head for head in (self.region, self.name, self.parent) if head is not None]

    @property
    def read(self) -> set[str]:
        """The letters of the columns that something is read from."""
        read = [*self.identity, self.year, self.unit, *self.indicator]
        for one in self.measures:
            read += [one.value, *one.limits.values()]
        return {head.letters for head in read if head is not None}

    def unread(self, heads: Sequence[Head]) -> list[str]:
        """Return the columns of a table that nothing is read from."""
        return [head.text for head in heads if head.letters not in self.read and head.text]


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
    if are_stages(rows[head.letters]):
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
    if value is None and indicator:
        told_of = [region, name, year, parent, unit, *indicator]
        value = _one_of_values(sheet, {head.letters for head in told_of if head})
    if value is not None:
        limits = {role: named.get(role) or find.usual(role, taken) for role in LIMITS}
        limits["se"] = limits["se"] or limit_named(find, "se", value)
        limits["margin"] = limits["margin"] or limit_named(find, "margin", value)
        text = "" if indicator or (long and indicator) else value.name
        measure = Measure(value, text, **limits)
        return Roles(region, name, parent, year, unit, tuple(indicator), (measure,))
    used = {head.letters for head in (region, name, parent, year, unit, *indicator) if head}
    bounds = _bounds(sheet, find, used)
    measures = _wide(sheet, find, used, wanted, indicator, bounds)
    limits = {role: named[role] for role in LIMITS if role in named}
    if not (wanted or limits):
        _refuse_extremes(measures)
        _refuse_sides_alone(sheet, measures)
    if not wanted:
        _refuse_other_years([one.indicator for one in measures])
    limited = _with_limits(measures, limits) if limits else measures
    return Roles(region, name, parent, year, unit, tuple(indicator), tuple(limited))


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
    free = (head for head in sheet.heads if head.text and _may_measure(sheet, head, taken))
    return any(holds_values(sheet, head) for head in free)


def _are_years(cells: pl.Series) -> pl.Series:
    """Tell which cells are a year, or a span of years."""
    texts = as_texts(cells, whole=are_whole(cells)).fill_null("")
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
        if head.text and _may_measure(sheet, head, taken)
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


def _may_measure(sheet: Sheet, head: Head, taken: set[str]) -> bool:
    """Tell whether a column that is not taken may be one of values, by its name."""
    if head.letters in {*taken, *sheet.chosen} or is_code(head) or is_no_measure(head):
        return False
    return not (holds_kinds(sheet, head) or counts_rows(sheet, head))


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
        return [Measure(limits["lower"], name, **limits)]
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


A_VALUE = "value"
"""What bounds are of where nothing says it, as a column of values is called."""


def _bounds(sheet: Sheet, find: Finder, used: set[str]) -> list[Measure]:
    """Return what is measured by columns of bounds that stand beside no column of values."""
    heads = [head for head in sheet.heads if head.text and _may_measure(sheet, head, used)]
    return [
        Measure(lower, of, lower=lower, upper=upper)
        for of, lower, upper in bounds_alone(find, sheet, heads)
    ]


def _wide(
    sheet: Sheet,
    find: Finder,
    used: set[str],
    wanted: Mapping[str, Any] | None,
    indicator: Sequence[Head],
    bounds: Sequence[Measure],
) -> list[Measure]:
    """Return the measures of a table whose columns are indicators, years or both."""
    if indicator and bounds and not any(head.year for head in sheet.heads):
        return [replace(bounds[0], indicator="")]  # a column says what they are of
    titled = [_titled(one, sheet) for one in bounds]
    bounds = [replace(one, indicator=one.indicator or A_VALUE) for one in titled]
    if wanted:
        asked = [
            one
            for name, said in wanted.items()
            for one in _asked(sheet, find, name, said, indicator, bounds, alone=len(wanted) == 1)
        ]
        return _without_each_other(asked)
    heads = [head for head in sheet.heads if head.letters not in used and head.text]
    limits = {head.letters for one in bounds for head in one.limits.values()}
    found = []
    for head in heads:
        if indicator and head.name:
            continue  # a remark beside the years
        if not _may_measure(sheet, head, limits):
            continue
        of_it = limits_of(find, sheet, head, used)
        limits |= {one.letters for one in of_it.values() if one}
        if holds_values(sheet, head):
            found.append(Measure(head, bare(head.name), **of_it))
    kept = _with_units([one for one in found if one.value.letters not in limits])
    alone = [one.value for one in kept if not holds_numbers_behind(sheet, one.value)]
    _refuse_limits_of_nothing(alone)
    return kept if indicator else [*(_titled(one, sheet) for one in kept), *bounds]


def _without_each_other(measures: Sequence[Measure]) -> list[Measure]:
    """Return measures of which none is a limit of another: low, medium and high asked for."""
    values = {one.value.letters for one in measures}

    def other(head: Head | None) -> Head | None:
        return None if head is None or head.letters in values else head

    return [
        one
        if one.is_interval
        else Measure(
            one.value, one.indicator,
            other(one.lower), other(one.upper), other(one.se), other(one.margin),
        )
        for one in measures
    ]  # fmt: skip


def _named(find: Finder, column: str) -> list[Head]:
    """Return the columns of a name; of those that differ by their unit alone, with that unit."""
    alone, unit = without_unit(column)
    found = find.named(column) or (find.named(alone) if unit else [])
    if len({head.year for head in found}) == len(found) == 1:
        _refuse_brackets(find, column, found[0])
    units = {head.unit for head in found}
    return [head for head in found if head.unit == unit] if len(units) > 1 or unit else found


_BRACKETS = re.compile(r"(?<=\S)\s*[(\[（][^()\[\]（）]{1,12}[)\]）]\s*$")


def _refuse_brackets(find: Finder, column: str, found: Head) -> None:
    """Refuse pupils where there are pupils (n) and pupils (%): either may be meant."""
    if plain(found.text) == plain(column):
        return
    alike = [
        head.text for head in find.heads if plain(_BRACKETS.sub("", head.text)) == plain(column)
    ]
    if len(alike) > 1:
        raise UnknownValueError(
            f"indicators: {column!r} may be any of {listed(alike)}; do: name the one that is "
            "meant, with what stands in its brackets"
        )


def _with_units(measures: Sequence[Measure]) -> list[Measure]:
    """Return measures that differ by their unit alone with it: pupils, and pupils (%)."""
    units: dict[str, set[str]] = {}
    for one in measures:
        units.setdefault(plain(one.indicator), set()).add(one.value.unit)
    return [
        replace(one, indicator=f"{one.indicator} ({one.value.unit})")
        if one.indicator and one.value.unit and len(units[plain(one.indicator)]) > 1
        else one
        for one in measures
    ]


def _refuse_limits_of_nothing(heads: Iterable[Head]) -> None:
    """Refuse columns that call themselves limits and belong to no column of values."""
    lost = [
        head.text
        for head in heads
        if says_limit(head.name)
        or is_side_of_anything(head.name)
        or (not head.year and is_error_of_anything(head.name))
    ]
    if lost:
        error = limit_called(lost[0]) in ERRORS
        example = {limit_called(lost[0]): lost[0]} if error else {"lower": "…", "upper": "…"}
        raise ToldError(
            f"indicators: by its name no column of values has the limits {listed(lost)}; do: "
            f"indicators={{'<column>': {example}, ...}} for every column of values "
            f"(import: --limits '<column>={','.join(example.values())}' and --indicator for the "
            f"others), indicators=[…] where they are none, or leave those columns out"
        )


def _refuse_other_years(names: Sequence[str]) -> None:
    """Refuse columns called 98 and 99, or 2563 and 2564: years, and no indicators."""
    years = [name for name in names if re.fullmatch("[0-9]{2}|[0-9]{4}", name)]
    meant = [name for name in years if len(name) == 2 or counts_otherwise(int(name))]
    if len(meant) > 1:
        raise UnknownValueError(
            f"year: columns are called {listed(meant, 3)}; do: {what_year(meant[0])}, or say with "
            "indicators=[…] that they are something else"
        )


_EXTREME = re.compile(r"(?:min|max)(?:imum)?|最[小大低高]值?")


def _refuse_extremes(measures: Sequence[Measure]) -> None:
    """Ask about a least and a most beside values: limits, or those of the parts of a region."""
    names = [one.value.text for one in measures if _EXTREME.fullmatch(plain(one.value.name))]
    others = [one.indicator for one in measures if one.value.text not in names]
    if names and others:
        raise ToldError(
            f"indicators: {listed(names)} may be limits of {listed(others)}, or the least and the "
            f"most of its parts; do: lower='…', upper='…' if they are limits, or "
            f"indicators={others!r} to leave them out"
        )


_SIDE = re.compile(r"(?<![a-z])(?:lower|low)(?![a-z])")
_OF_SCHOOLS = re.compile(r"second|primary|school|grade|stage|class|level|income|middle")
"""Lower and upper secondary, low and high income are no limits."""


def _refuse_sides_alone(sheet: Sheet, measures: Sequence[Measure]) -> None:
    """Ask about two columns that differ as limits do, where no column holds what they may be of."""
    named = {plain(one.value.text): one for one in measures if not one.limits}
    for name, lower in named.items():
        ways = (_SIDE.sub(high, name) for high in ("upper", "high") if _SIDE.search(name))
        upper = next((named[way] for way in ways if way in named), None)
        if upper is None or _OF_SCHOOLS.search(name):
            continue
        least, most = (numbers_of(sheet.frame[one.value.letters]) for one in (lower, upper))
        of = " ".join(_SIDE.sub("", name).split()) or A_VALUE
        if (least <= most).drop_nulls().all():
            low, high = lower.value.text, upper.value.text
            raise ToldError(
                f"indicators: {low} and {high} may be the limits of one value, or be measured each "
                f"by itself; do: indicators={{{of!r}: {{'lower': {low!r}, 'upper': {high!r}}}}} "
                f"(import: --limits '{of}={low},{high}') if they are limits, or "
                f"indicators={[low, high]!r} if they are not"
            )


_NUMBERED = re.compile(
    r"^\s*(?:续?表|table|tab\.?|tabelle|tableau|tabla)\s*[0-9]+(?:[.-][0-9]+)*[\s.:：、-]*",
    re.IGNORECASE,
)
"""The number of a table before its title."""


def _titled(measure: Measure, sheet: Sheet) -> Measure:
    """Return a column that is a year alone with the name and the unit that the title says."""
    if measure.indicator or not sheet.caption:
        return measure
    (said,) = heads_of([_NUMBERED.sub("", sheet.caption)])
    value = replace(measure.value, unit=measure.value.unit or said.unit)
    return replace(measure, value=value, indicator=said.name)


def _asked(
    sheet: Sheet,
    find: Finder,
    name: str,
    said: Mapping[str, Any],
    indicator: Sequence[Head],
    bounds: Sequence[Measure],
    *,
    alone: bool,
) -> list[Measure]:
    """Return the columns of an indicator asked for: one, or one for each year.

    One asked for alone may name those that are years and nothing else.
    """
    if indicator:
        return [Measure(head, "") for head in find.heads if head.year and not head.name]
    column = str(said.get("column", name))
    heads = _named(find, column)
    if not heads and alone:
        heads = [head for head in find.heads if head.year and not head.name]
    if not heads and (asked := _asked_bounds(find, name, said, bounds, alone=alone)):
        return asked
    if not heads:
        raise unknown("indicators", column, [head.text for head in find.heads])

    def told(role: str, head: Head) -> Head:
        several = find.named(str(said[role])) or [find(role, said[role])]
        dated = [one for one in several if one.year == head.year]
        return (dated or several)[0]

    return [
        Measure(
            head,
            name,
            **limits_of(find, sheet, head)
            | {role: told(role, head) for role in LIMITS if role in said},
        )
        for head in heads
    ]


def _asked_bounds(
    find: Finder, name: str, said: Mapping[str, Any], bounds: Sequence[Measure], *, alone: bool
) -> list[Measure]:
    """Return the columns of bounds of an indicator asked for, which has no column of values.

    One asked for alone may name those that do not say what they are of.
    """
    if "lower" in said and "upper" in said:
        limits = {role: find(role, said[role]) for role in ("lower", "upper")}
        return [Measure(limits["lower"], name, **limits)]
    return [
        replace(one, indicator=name)
        for one in bounds
        if plain(one.indicator) == plain(name) or (alone and one.indicator == A_VALUE)
    ]
