"""Measures of wide tables: indicators, years or both side by side, all or those asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from compare.errors import unknown
from compare.sources.panel.columns import Finder, bare, holds_numbers_behind, holds_values, plain
from compare.sources.panel.doubts import refuse_brackets, refuse_limits_of_nothing
from compare.sources.panel.heads import Head, heads_of, without_unit
from compare.sources.panel.limit_names import LIMITS
from compare.sources.panel.limits import bounds_alone, limits_of
from compare.sources.panel.measures import A_VALUE, Measure, may_measure, measure_of
from compare.sources.panel.opening import Sheet
from compare.sources.panel.targets import says_target, with_targets, without_target


def bounds_of_table(sheet: Sheet, find: Finder, used: set[str]) -> list[Measure]:
    """Return what is measured by columns of bounds that stand beside no column of values."""
    heads = [head for head in sheet.heads if head.text and may_measure(sheet, head, used)]
    return [
        Measure(lower, of, lower=lower, upper=upper)
        for of, lower, upper in bounds_alone(find, sheet, heads)
    ]


def wide_measures(
    sheet: Sheet,
    find: Finder,
    used: set[str],
    wanted: Mapping[str, Any] | None,
    indicator: Sequence[Head],
    bounds: Sequence[Measure],
    told: Collection[str] = (),
) -> list[Measure]:
    """Return the measures of a table whose columns are indicators, years or both."""
    if indicator and bounds and not any(head.year for head in sheet.heads):
        return [replace(bounds[0], indicator="")]  # a column says what they are of
    titled = [_titled(one, sheet) for one in bounds]
    bounds = [replace(one, indicator=one.indicator or A_VALUE) for one in titled]
    if wanted:
        aims = {} if indicator else _aims(sheet, used, wanted)
        asked = [
            one
            for name, said in wanted.items()
            for one in _asked(
                sheet, find, name, said, indicator, bounds, aims, used, alone=len(wanted) == 1
            )
        ]
        return _without_each_other(asked)
    heads = [head for head in sheet.heads if head.letters not in used and head.text]
    limits = {head.letters for one in bounds for head in one.limits.values()}
    found = []
    for head in heads:
        if indicator and head.name:
            continue  # a remark beside the years
        if not may_measure(sheet, head, limits):
            continue
        of_it = limits_of(find, sheet, head, used)
        limits |= {one.letters for one in of_it.values() if one}
        if holds_values(sheet, head):
            found.append(measure_of(head, bare(head.name), of_it))
    kept = _with_units([one for one in found if one.value.letters not in limits])
    alone = [one.value for one in kept if not holds_numbers_behind(sheet, one.value)]
    refuse_limits_of_nothing(head for head in alone if head.letters not in told)
    return kept if indicator else [*(_titled(one, sheet) for one in with_targets(kept)), *bounds]


def _aims(sheet: Sheet, used: set[str], wanted: Mapping[str, Any]) -> dict[str, str]:
    """Return which indicator each column of targets is of, but for those asked for by name."""
    heads = [head for head in sheet.heads if head.text and may_measure(sheet, head, used)]
    own = {plain(str(said.get("column", name))) for name, said in wanted.items()}
    measured = [
        measure_of(head, bare(head.name), {}) for head in heads if holds_values(sheet, head)
    ]
    return {
        one.value.letters: plain(one.indicator)
        for one in with_targets(measured)
        if one.kind == "target" and not own & {plain(one.value.name), plain(one.value.text)}
    }


def _with_aims(
    find: Finder, column: str, heads: Sequence[Head], aims: Mapping[str, str]
) -> list[Head]:
    """Return the columns of an indicator and those of its targets.

    Where one column is named with its year, that one alone is meant.
    """
    if any(head.year and plain(column) == plain(head.text) for head in heads):
        return [*heads]
    names, have = {plain(bare(head.name)) for head in heads}, {head.letters for head in heads}
    return [
        *heads,
        *(
            head
            for head in find.heads
            if aims.get(head.letters) in names and head.letters not in have
        ),
    ]


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
            other(one.lower), other(one.upper), other(one.se), other(one.margin), one.kind,
        )
        for one in measures
    ]  # fmt: skip


def _named(find: Finder, column: str) -> list[Head]:
    """Return the columns of a name; of those that differ by their unit alone, with that unit."""
    alone, unit = without_unit(column)
    found = find.named(column) or (find.named(alone) if unit else [])
    if len(found) == 1:
        refuse_brackets(find, column, found[0])
    units = {head.unit for head in found}
    return [head for head in found if head.unit == unit] if len(units) > 1 or unit else found


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
    aims: Mapping[str, str],
    used: set[str],
    *,
    alone: bool,
) -> list[Measure]:
    """Return the columns of an indicator asked for: one, or one for each year; and its targets.

    One asked for alone may name those that are years and nothing else.
    """
    if indicator:
        return [Measure(head, "") for head in find.heads if head.year and not head.name]
    column = str(said.get("column", name))
    heads = _named(find, column)
    if not heads and alone:
        heads = [head for head in find.heads if head.year and not without_target(head.name)]
    if not heads and (asked := _asked_bounds(find, name, said, bounds, alone=alone)):
        return asked
    if not heads:
        free = [head for head in find.heads if may_measure(sheet, head, used)]
        raise unknown("indicators", column, [head.name or head.text for head in free])

    def told(role: str, head: Head) -> Head:
        several = find.named(str(said[role])) or [find(role, said[role])]
        dated = [one for one in several if one.year == head.year]
        return (dated or several)[0]

    return [
        measure_of(
            head,
            name,
            limits_of(find, sheet, head)
            | {role: told(role, head) for role in LIMITS if role in said},
            "target" if says_target(head.name) or head.letters in aims else "",
        )
        for head in _with_aims(find, column, heads, aims)
    ]


def _asked_bounds(
    find: Finder, name: str, said: Mapping[str, Any], bounds: Sequence[Measure], *, alone: bool
) -> list[Measure]:
    """Return the columns of bounds of an indicator asked for, which has no column of values.

    One asked for alone may name those that do not say what they are of.
    """
    if "lower" in said and "upper" in said:
        limits = {role: find(role, said[role]) for role in ("lower", "upper")}
        return [measure_of(limits["lower"], name, limits)]
    return [
        replace(one, indicator=name)
        for one in bounds
        if plain(one.indicator) == plain(name) or (alone and one.indicator == A_VALUE)
    ]
