"""Columns of values that may be something else, limits or years: nobody guesses, it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compare.errors import UnknownValueError, listed
from compare.sources.panel.columns import Finder, numbers_of, plain
from compare.sources.panel.eras import counts_otherwise, what_year
from compare.sources.panel.heads import Head
from compare.sources.panel.limit_names import (
    ERRORS,
    is_error_of_anything,
    is_extreme_of_anything,
    is_side_of_anything,
    limit_called,
    says_limit,
    without_stages,
)
from compare.sources.panel.measures import A_VALUE, Measure
from compare.sources.panel.opening import Sheet
from compare.sources.panel.told import ToldError

_BRACKETS = re.compile(r"(?<=\S)\s*[(\[（][^()\[\]（）]{1,12}[)\]）]\s*$")


def refuse_brackets(find: Finder, column: str, found: Head) -> None:
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


def refuse_limits_of_nothing(heads: Iterable[Head]) -> None:
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


def refuse_other_years(names: Sequence[str]) -> None:
    """Refuse columns called 98 and 99, or 2563 and 2564: years, and no indicators."""
    years = [name for name in names if re.fullmatch("[0-9]{2}|[0-9]{4}", name)]
    meant = [name for name in years if len(name) == 2 or counts_otherwise(int(name))]
    if len(meant) > 1:
        raise UnknownValueError(
            f"year: columns are called {listed(meant, 3)}; do: {what_year(meant[0])}, or say with "
            "indicators=[…] that they are something else"
        )


def refuse_extremes(measures: Sequence[Measure]) -> None:
    """Ask about a least and a most beside values: limits, or those of the parts of a region."""
    names = [one.value.text for one in measures if is_extreme_of_anything(one.value.name)]
    others = [one.indicator for one in measures if one.value.text not in names]
    if len(names) > 1 and others:
        raise ToldError(
            f"indicators: {listed(names)} may be limits of {listed(others)}, or the least and the "
            f"most of its parts; do: lower='…', upper='…' if they are limits, or "
            f"indicators={others!r} to leave them out"
        )


_SIDE = re.compile(r"(?<![a-z])(?:lower|low)(?![a-z])")


def refuse_sides_alone(sheet: Sheet, measures: Sequence[Measure]) -> None:
    """Ask about two columns that differ as limits do, where no column holds what they may be of."""
    named = {plain(one.value.text): one for one in measures if not one.limits}
    for name, lower in named.items():
        ways = (_SIDE.sub(high, name) for high in ("upper", "high") if _SIDE.search(name))
        upper = next((named[way] for way in ways if way in named), None)
        if upper is None or without_stages(name) != name:
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
