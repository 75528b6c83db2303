"""Rules: when a reason of the table holds, between two rows, in a field, or of a row alone.

The table (:mod:`compare.reasons`) has two rules for which a row is enough, ``differs`` and
``flagged``; every other one is written here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import polars as pl

from compare.comparisons.comparability import (
    contains,
    counting,
    has_direction,
    is_there,
    province_code,
)
from compare.comparisons.frames import holds
from compare.reasons import Reason, reasons

Flags = dict[str, pl.Expr]
"""Reasons by name, each with where it holds, in the order in which they are said."""

BESIDE = "_ref_"
"""How the columns of the row begin that another one is compared with."""


@dataclass(frozen=True)
class Rule:
    """When a reason holds.

    Attributes
    ----------
    pair : polars.Expr, optional
        Between a row and the one beside it; None: it is no matter of pairs.
    field : polars.Expr, optional
        Of a row among contestants
        (:func:`compare.comparisons.comparability.with_contestants`).
    alone : polars.Expr, optional
        Of a row, whoever it is compared with.
    is_mark : bool
        Whether ``alone`` marks a value, so that whatever is made of it is marked as well.
    """

    pair: pl.Expr | None = None
    field: pl.Expr | None = None
    alone: pl.Expr | None = None
    is_mark: bool = False


def pair_flags(given: Collection[str]) -> Flags:
    """Return what is said between two rows, for a frame with these columns."""
    rules = _rules(given).items()
    return {name: rule.pair for name, rule in rules if rule.pair is not None}


def field_flags(given: Collection[str]) -> Flags:
    """Return what is said of a row among contestants."""
    rules = _rules(given).items()
    return {name: rule.field for name, rule in rules if rule.field is not None}


def flags_alone(given: Collection[str]) -> Flags:
    """Return what is said of a row, whoever it is compared with."""
    rules = _rules(given).items()
    return {name: rule.alone for name, rule in rules if rule.alone is not None}


def marks(given: Collection[str]) -> Flags:
    """Return the marks of values: whatever is made of a marked value is marked as well."""
    rules = _rules(given).items()
    return {name: rule.alone for name, rule in rules if rule.is_mark and rule.alone is not None}


def either(first: pl.Expr, second: pl.Expr) -> pl.Expr:
    """Tell where one of two conditions holds; an unknown one does not."""
    return holds(first) | holds(second)


def in_order(flags: Mapping[str, pl.Expr]) -> Flags:
    """Return flags in the order of the table."""
    return {name: flags[name] for name in reasons() if name in flags}


def joined(flags: Mapping[str, pl.Expr], status: pl.Expr | None = None) -> pl.Expr:
    """Return the names of the flags that hold, and a status, joined by semicolons."""
    parts = [
        pl.when(flag).then(pl.lit(f"; {name}")).otherwise(pl.lit(""))
        for name, flag in flags.items()
    ]
    if status is None and not parts:
        return pl.lit("")
    if status is not None:
        unsaid = status.is_null() | status.is_in(["observed", "derived"])
        said = pl.concat_str(pl.lit("; "), status)
        parts.append(pl.when(unsaid).then(pl.lit("")).otherwise(said))
    return pl.concat_str(*parts).str.slice(len("; "))


def alone(size: str) -> pl.Expr:
    """Tell which contestants have nobody to be compared with, by the size of their contest."""
    return pl.col("_contestant") & holds(pl.col(size) < 2)


def no_benchmark() -> pl.Expr:
    """Tell which rows no benchmark is known for."""
    return pl.col(f"{BESIDE}region").is_null()


def each_of_several() -> pl.Expr:
    """Tell which rows stand beside a benchmark that each of several components must keep to."""
    return holds(pl.col(f"{BESIDE}each"))


def _rules(given: Collection[str]) -> dict[str, Rule]:
    """Return the rules of the reasons that can hold, by the columns that a frame came with.

    On millions of rows, what cannot hold is not asked for.
    """
    return {name: _rule(one) for name, one in reasons().items() if one.can_hold(given)}


def _rule(reason: Reason) -> Rule:
    if reason.rule == "differs":
        return _difference(reason.column)
    if reason.rule == "flagged":
        return _mark(pl.col(reason.column), pl.col(f"{BESIDE}{reason.column}"))
    return NAMED[reason.rule]() if reason.rule in NAMED else Rule()


def _difference(column: str) -> Rule:
    other_year = is_there() & holds(pl.col("observed_year") != pl.col("year"))
    return Rule(
        pair=holds(counting(column) != counting(column, BESIDE)),
        field=pl.col(f"_mixed_{column}"),
        alone=other_year if column == "observed_year" else None,
    )


def _mark(own: pl.Expr, other: pl.Expr) -> Rule:
    return Rule(pair=either(own, other), field=holds(own), alone=holds(own), is_mark=True)


def _part_and_whole() -> Rule:
    own = {name: name for name in ("region", "parent", "adcode")}
    other = {name: f"{BESIDE}{name}" for name in own}
    return Rule(pair=contains(own, other) | contains(other, own), field=pl.col("_whole"))


def _each_county_ceiling() -> Rule:
    own = holds(pl.col("scope") == "each-county")
    return Rule(pair=holds(_scopes_differ() & _is_ceiling()), field=own, alone=own)


def _different_scope() -> Rule:
    pair = holds(_scopes_differ() & ~_is_ceiling())
    return Rule(pair=pair, field=pl.col("_mixed_scope"))


def _scopes_differ() -> pl.Expr:
    return pl.col("scope") != pl.col(f"{BESIDE}scope")


def _is_ceiling() -> pl.Expr:
    return (pl.col("scope") == "each-county") | (pl.col(f"{BESIDE}scope") == "each-county")


def _no_direction() -> Rule:
    none = ~has_direction()
    return Rule(pair=none, field=none, alone=none)


def _proxy() -> Rule:
    return _mark(*(pl.col(f"{side}comparability") == "proxy" for side in ("", BESIDE)))


def _one_province_scheme() -> Rule:
    """Within one province its scheme compares; where no code says so, it may be two."""
    scheme = ~pl.col("only_in").is_null()
    own, other = (province_code(pl.col(f"{side}adcode")) for side in ("", BESIDE))
    return Rule(pair=scheme & ~holds(own == other), field=scheme & pl.col("_mixed_province"))


def _not_rankable() -> Rule:
    return Rule(field=~holds(pl.col("rankable")) & has_direction())


NAMED: Mapping[str, Callable[[], Rule]] = {
    "part-and-whole": _part_and_whole,
    "each-county-ceiling": _each_county_ceiling,
    "different-scope": _different_scope,
    "no-direction": _no_direction,
    "proxy": _proxy,
    "one-province-scheme": _one_province_scheme,
    "not-rankable": _not_rankable,
}
"""The rules that are more than a column; those of the table that are not here say what a row
is: its status, its kind, or (:func:`alone`, :func:`no_benchmark`) that nothing stands beside it.
"""
