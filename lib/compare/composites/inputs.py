"""What is asked of a composite: a frame is read once, and its choices are checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import (
    FOLDED,
    barring,
    check_allow,
    completed,
    contest_keys,
    has_direction,
    is_barred,
    is_there,
    mixed_provinces,
    parts_of,
    said_apart,
)
from compare.comparisons.dispersion import (
    MeasureError,
    checked_weights,
    is_number,
    with_main_contest,
)
from compare.comparisons.frames import Boundary, columns_of, enter, holds, with_defaults
from compare.comparisons.intervals import with_folded
from compare.comparisons.rules import field_flags, flags_alone
from compare.composites.methods import METHODS, Aggregate, Normalise
from compare.errors import UnknownValueError, unknown
from compare.reasons import following

_REGION = ("region", "region_zh", "region_en")
_READ = (
    "indicator", "year", "kind", "scope", "observed_year", "status", "direction", "rankable",
    "floor", "cap", "comparability", "level", "figure",
)  # fmt: skip
_SCHEMES = ("one-province-scheme",)


@dataclass(frozen=True)
class Choices:
    """How to score; refuses what there is not."""

    normalise: Normalise
    aggregate: Aggregate
    minimum_coverage: float
    draws: int
    seed: int

    def __post_init__(self) -> None:
        if self.normalise not in (known := {method[0] for method in METHODS}):
            raise unknown("normalise", self.normalise, known)
        if self.aggregate not in (means := {method[1] for method in METHODS}):
            raise unknown("aggregate", self.aggregate, means)
        if (self.normalise, self.aggregate) not in METHODS:
            raise UnknownValueError(
                f"aggregate='geometric' needs normalise='goalposts', not {self.normalise!r}: "
                "z-scores are negative, and a rank of zero would outweigh all else"
            )
        if not is_number(self.minimum_coverage) or not 0 <= self.minimum_coverage <= 1:
            raise UnknownValueError(
                f"minimum_coverage={self.minimum_coverage!r} is no share; allowed: 0 to 1"
            )
        for name, value in (("sensitivity", self.draws), ("seed", self.seed)):
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise UnknownValueError(f"{name}={value!r}; allowed: a whole number, 0 or more")


@dataclass(frozen=True)
class Entry:
    """What a region has for an indicator.

    ``least``, ``point`` and ``most`` are folded, so that more is better; ``why_not`` says
    why it does not count, and is empty where it does.
    """

    least: float
    point: float
    most: float
    why_not: str
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """The rows of a frame, and what is asked of them.

    Attributes
    ----------
    came : Boundary
        The frame.
    moment : mapping
        Its year and kind.
    names : mapping
        Region to its slug and names.
    entries : mapping
        Region to indicator to what it has.
    statuses : mapping
        Region and indicator to the status of the row.
    about : mapping
        Indicator to a row that tells of it.
    weights : mapping
        The indicators asked for, in order, to their weights, which sum to 1.
    named : bool
        Whether the caller named them.
    goalposts : mapping
        Indicator to its low and high goalpost, None where it has none.
    wholes : mapping
        Region to the regions inside it.
    """

    came: Boundary
    moment: Mapping[str, Any]
    names: Mapping[str, Mapping[str, Any]]
    entries: Mapping[str, Mapping[str, Entry]]
    statuses: Mapping[tuple[str, str], str | None]
    about: Mapping[str, Mapping[str, Any]]
    weights: Mapping[str, float]
    named: bool
    goalposts: Mapping[str, tuple[float | None, float | None]]
    wholes: Mapping[str, Collection[str]]

    @property
    def regions(self) -> list[str]:
        """Every region of the frame, in order."""
        return sorted(self.names)

    def counts(self, region: str) -> list[str]:
        """Return the indicators that a region has a value for, asked for or not."""
        return [name for name, entry in self.entries[region].items() if not entry.why_not]

    def coverage(self, region: str) -> float:
        """Return the share of the weight that a region has values for."""
        return sum(self.weights.get(name, 0.0) for name in self.counts(region))


def asked_of(
    aligned: Any,
    weights: Mapping[str, float] | None,
    goalposts: Mapping[str, tuple[float, float]] | None,
    allow: Collection[str],
    direction: str | Mapping[str, str] | None = None,
) -> Asked:
    """Read a frame once, and settle which of its indicators are asked for."""
    check_allow(allow)
    came = enter(aligned, direction=direction, directed=True)
    given = columns_of(came.frame)
    frame = with_defaults(completed(came.frame), {"floor": pl.Float64, "cap": pl.Float64})
    shown = [name for name in _REGION if name in given]
    rows = _read(frame, shown, given, allow)
    _check_rows(rows)
    about = {row["indicator"]: row for row in rows}
    entries: dict[str, dict[str, Entry]] = {row["region"]: {} for row in rows}
    for row in rows:
        if row["_there"]:
            entries[row["region"]][row["indicator"]] = _entry(row)
    wholes = _wholes(frame) if {"parent", "adcode"} & set(given) else {}
    return Asked(
        came=came,
        moment={name: rows[0][name] for name in ("year", "kind")},
        names={row["region"]: {name: row[name] for name in shown} for row in rows},
        entries=entries,
        statuses={(row["region"], row["indicator"]): row["status"] for row in rows},
        about=about,
        weights=_settled_weights(weights, about, _holders(entries, wholes)),
        named=weights is not None,
        goalposts=_goalposts(goalposts, about),
        wholes=wholes,
    )


def _read(
    frame: pl.LazyFrame,
    shown: list[str],
    given: Collection[str],
    allow: Collection[str],
) -> list[dict[str, Any]]:
    """Collect the rows, with their folded values and whether they are in the main contest."""
    rankable = has_direction() & holds(pl.col("rankable"))
    proxy = holds(pl.col("comparability") == "proxy")
    counts = is_there() & rankable & ~proxy & ~is_barred(given, allow)
    provinces = mixed_provinces(pl.lit(True), ("year", "kind"), given)  # of all that is scored
    frame = frame.with_columns(_mixed_province=provinces)
    marked = with_main_contest(with_folded(frame), counts, contest_keys(allow, given))
    number = pl.coalesce(pl.col("value"), (pl.col("lo") + pl.col("hi")) / 2, "lo", "hi")
    point = pl.when(pl.col("direction") == "lower").then(-number).otherwise(number)
    differing = (one.column for one in following("differs") if one.column in given)
    columns = dict.fromkeys([*shown, *_READ, *differing, *FOLDED, "_main"])
    table = marked.select(
        *columns,
        _point=point,
        _there=is_there(),
        _kept_out=_kept_out(given, allow),
        **{said_of(name): flag for name, flag in _said(given).items()},
    )
    return list(table.pipe(collected).sort("region", "indicator").iter_rows(named=True))


def said_of(reason: str) -> str:
    """Return the cell that tells whether a reason is said of a value."""
    return f"_is {reason}"


def _said(given: Collection[str]) -> dict[str, pl.Expr]:
    """Return what is said of a value, whoever else is there."""
    schemes = {name: flag for name, flag in field_flags(given).items() if name in _SCHEMES}
    return flags_alone(given) | schemes


def _kept_out(given: Collection[str], allow: Collection[str]) -> pl.Expr:
    """Return the reason of the table for which a value does not count, or nothing."""
    kept_out = pl.lit("")
    for reason in said_apart(given, allow):
        apart = pl.col(f"_apart_{reason.column}")
        kept_out = pl.when(apart).then(pl.lit(reason.name)).otherwise(kept_out)
    for reason in barring(given, allow):
        barred = holds(pl.col(reason.column))
        kept_out = pl.when(barred).then(pl.lit(reason.name)).otherwise(kept_out)
    return kept_out


def _check_rows(rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        raise MeasureError("aligned has no rows: nothing to compare; see compare.coverage()")
    moments = sorted({f"{row['year']} {row['kind']}" for row in rows})
    if len(moments) > 1:
        raise MeasureError(
            f"a composite is of one year and kind; aligned has {', '.join(moments)}; "
            "do: compare.align(observations, year=…, kind=…)"
        )


def _entry(row: Mapping[str, Any]) -> Entry:
    least, most, point = row[FOLDED[0]], row[FOLDED[1]], row["_point"]
    return Entry(min(least, point), point, max(most, point), _why_not(row), row)


def _why_not(row: Mapping[str, Any]) -> str:
    """Return the reason why a value does not count, whoever else is there."""
    if barred := _barred(row):
        return barred
    if row["comparability"] == "proxy":
        return "proxy"
    if row["_kept_out"]:
        return str(row["_kept_out"])
    if row["_main"]:
        return ""
    if row["observed_year"] != row["year"]:
        return "different-year"
    return "each-county-ceiling" if row["scope"] == "each-county" else "different-scope"


def _barred(row: Mapping[str, Any]) -> str:
    """Return the reason why an indicator is not scored."""
    if row["direction"] not in ("higher", "lower"):
        return "no-direction"
    return "" if row["rankable"] else "not-rankable"


def _holders(
    entries: Mapping[str, Mapping[str, Entry]], wholes: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """Return the regions that have a value for each indicator; a whole is not beside its part."""
    found: dict[str, set[str]] = defaultdict(set)
    for region, row in entries.items():
        for name, entry in row.items():
            if not entry.why_not:
                found[name].add(region)
    return {
        name: {region for region in regions if not regions & set(wholes.get(region, ()))}
        for name, regions in found.items()
    }


def _settled_weights(
    weights: Mapping[str, float] | None,
    about: Mapping[str, Mapping[str, Any]],
    holders: Mapping[str, Collection[str]],
) -> dict[str, float]:
    """Return the weights above zero, with sum 1, in the order of the indicators' names."""
    if weights is None:
        asked = {name: 1.0 for name, regions in holders.items() if len(regions) > 1}
    else:
        checked = checked_weights("weights", weights, about)
        asked = {name: weight for name, weight in checked.items() if weight > 0}
        barred = [f"{name} ({why})" for name in sorted(asked) if (why := _barred(about[name]))]
        if barred:
            raise MeasureError(
                f"weights has {', '.join(barred)}: neither more nor less of it is better, so that "
                "it has no place in a score; leave it out"
            )
    whole = sum(asked.values())
    return {name: asked[name] / whole for name in sorted(asked)}


def _goalposts(
    given: Mapping[str, tuple[float, float]] | None, about: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[float | None, float | None]]:
    """Return the low and the high goalpost of each indicator, None where it has none."""
    pairs = {} if given is None else given
    if not isinstance(pairs, Mapping):
        raise MeasureError(f"goalposts={pairs!r}; allowed: a mapping of indicator to (low, high)")
    for name in pairs:
        if name not in about:
            raise unknown("goalposts", name, about)
    wrong = [f"{name}: {pair!r}" for name, pair in pairs.items() if not _is_pair(pair)]
    if wrong:
        raise MeasureError(
            f"goalposts has {', '.join(wrong)}; allowed: two numbers, the lesser one first"
        )
    own = {name: (row["floor"], row["cap"]) for name, row in about.items()}
    return own | {name: (float(low), float(high)) for name, (low, high) in pairs.items()}


def _is_pair(pair: object) -> bool:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        return False
    return is_number(pair[0]) and is_number(pair[1]) and pair[0] < pair[1]


def _wholes(frame: pl.LazyFrame) -> dict[str, set[str]]:
    """Return the regions that contain others, and which."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in parts_of(frame).pipe(collected).iter_rows(named=True):
        found[row["_whole_region"]].add(row["_part"])
    return found
