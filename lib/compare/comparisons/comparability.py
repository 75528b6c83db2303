"""Contests: who may be compared with whom, and what must be said about it.

A contest is held among rows of one indicator, year and kind that state the same sort of
thing (scope) for the same year. A region is no contestant of its own parts: where a whole
and a part of it are both there, the whole steps aside and the part stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from compare.comparisons.frames import columns_of, distinct, holds, with_defaults
from compare.comparisons.intervals import LEAST, MOST, better, same_point
from compare.errors import UnknownValueError, unknown
from compare.ledger.models import COUNTY_LEVEL
from compare.reasons import Reason, following, overrulable

FOLDED = (LEAST, MOST)
"""The ends of an interval, folded by direction."""

MOMENT = ["indicator", "year", "kind"]
CONTEST = [*MOMENT, "scope", "observed_year"]
"""What contestants share; a reason that forbids where its column differs adds that column."""

SAID = "_said_"
"""How such a column begins; it says nothing, and not null, where nothing is said."""

DEFAULTS: Mapping[str, Any] = {
    "kind": "actual",
    "lo_open": False,
    "hi_open": False,
    "approximate": False,
    "comparability": "exact",
    "scope": "region",
    "figure": pl.String,
    "status": pl.String,
    "derived": False,
    "conflict": False,
    "direction": "higher",
    "rankable": True,
    "unit": "",
    "only_in": pl.String,
    "level": pl.String,
    "parent": pl.String,
    "adcode": pl.String,
}


def check_allow(allow: Collection[str]) -> None:
    """Refuse an ``allow`` that names no reason that can be overruled, or is no list."""
    if isinstance(allow, str):
        raise UnknownValueError(
            f"allow={allow!r} is one text; allowed: a list; do: give [{allow!r}]"
        )
    for name in allow:
        if name not in overrulable():
            raise unknown("allow", name, overrulable())


def completed(aligned: pl.LazyFrame) -> pl.LazyFrame:
    """Give a frame of one's own the columns that a comparison asks about."""
    return tidied(with_defaults(aligned, {**DEFAULTS, "observed_year": pl.Int64}))


def tidied(aligned: pl.LazyFrame) -> pl.LazyFrame:
    """Make the cells that came what a comparison expects; add only columns that they need.

    On millions of rows every column that is carried along costs time.
    """
    needed = ("kind", "direction") if "rankable" in columns_of(aligned) else ("kind",)
    frame = with_defaults(aligned, {name: DEFAULTS[name] for name in needed})
    has = frame.collect_schema()
    cells = {"kind": pl.col("kind").fill_null(DEFAULTS["kind"])}
    if "adcode" in has:
        cells["adcode"] = as_text("adcode", has)
    for name, unsaid in {"scope": pl.lit("region"), "observed_year": pl.col("year")}.items():
        if name in has:
            said = is_there() & pl.col(name).is_null()
            cells[name] = pl.when(said).then(unsaid).otherwise(pl.col(name))
    for reason in dividing(list(has)):
        if (key := key_of(reason)) != reason.column:  # what is unsaid is no key of a join
            cells[key] = pl.col(reason.column).cast(pl.String).fill_null("")
    return frame.with_columns(**cells)


def as_text(name: str, schema: Mapping[str, pl.DataType]) -> pl.Expr:
    """Return a column of codes as text, whichever sort of numbers it came as."""
    cell = pl.col(name)
    return (cell.cast(pl.Int64) if schema[name].is_numeric() else cell).cast(pl.String)


def contest_keys(allow: Collection[str], given: Collection[str] = CONTEST) -> list[str]:
    """Return the columns that contestants share.

    Parameters
    ----------
    allow : collection of str
        Reasons that are overruled: what they name may differ.
    given : collection of str
        Columns that the frame came with: what it has no column for cannot differ.
    """
    keys = list(MOMENT)
    if "scope" in given and not {"different-scope", "each-county-ceiling"} <= set(allow):
        keys.append("scope")
    return keys + [key_of(reason) for reason in dividing(given) if reason.name not in allow]


BREAK = "after_break"
"""Whether the concept of a value may be another than that of a region's earlier ones."""


def dividing(given: Collection[str]) -> list[Reason]:
    """Return the reasons that divide a field: whoever differs in their column stands apart."""
    differing = following("differs")
    return [one for one in differing if one.effect == "forbids" and one.column in given]


def key_of(reason: Reason) -> str:
    """Return the column that contestants share for a reason."""
    return reason.column if reason.column in CONTEST else f"{SAID}{reason.column}"


def said_apart(given: Collection[str], allow: Collection[str]) -> list[Reason]:
    """Return the reasons that divide a field by another column than scope and year observed."""
    reasons = [one for one in dividing(given) if one.name not in allow]
    return [one for one in reasons if key_of(one).startswith(SAID)]


def barring(given: Collection[str], allow: Collection[str] = ()) -> list[Reason]:
    """Return the reasons for which a row that is flagged is compared with nobody."""
    return [
        reason
        for reason in following("flagged")
        if reason.effect == "forbids" and reason.name not in allow and reason.column in given
    ]


def is_barred(given: Collection[str], allow: Collection[str] = ()) -> pl.Expr:
    """Tell which rows are compared with nobody, for a flag of their own."""
    return _any(holds(pl.col(reason.column)) for reason in barring(given, allow))


def _any(conditions: Iterable[pl.Expr]) -> pl.Expr:
    result = pl.lit(False)
    for condition in conditions:
        result = result | condition
    return result


def has_direction() -> pl.Expr:
    """Tell which rows have a better and a worse."""
    return holds(pl.col("direction").is_in(["higher", "lower"]))


def is_there() -> pl.Expr:
    """Tell which rows have a value to compare."""
    return ~(pl.col("lo").is_null() & pl.col("hi").is_null())


def with_contestants(
    frame: pl.LazyFrame, given: Collection[str], allow: Collection[str]
) -> pl.LazyFrame:
    """Add ``_contestant``, and ``_whole`` where a part of the region is in the contest.

    And what a contest mixes: ``_mixed_scope``, and ``_mixed_`` and the column of each reason
    that holds where a column differs.

    Parameters
    ----------
    frame : polars.LazyFrame
        Completed rows.
    given : collection of str
        Columns that the frame came with: without parent and adcode nothing is known of
        parts and wholes.
    allow : collection of str
        Reasons that are overruled.
    """
    keys = contest_keys(allow, given)
    if "parent" in given or "adcode" in given:
        frame = with_defaults(frame, {name: DEFAULTS[name] for name in ("parent", "adcode")})
        wholes = _wholes(frame, keys)
        frame = frame.join(wholes, on=["region", *keys], how="left")
        frame = frame.with_columns(_whole=~pl.col("_has_part").is_null()).drop("_has_part")
    else:
        frame = frame.with_columns(_whole=pl.lit(False))
    contestant = is_there() & ~pl.col("_whole")
    if "rankable" in given:
        contestant = contestant & holds(pl.col("rankable"))
    if "direction" in given:
        contestant = contestant & has_direction()
    if barring(given, allow):
        contestant = contestant & ~is_barred(given, allow)
    frame = frame.with_columns(_contestant=contestant)
    return _with_mixtures(frame, given, keys)


def contains(whole: Mapping[str, str], part: Mapping[str, str]) -> pl.Expr:
    """Tell where one region contains another, by parent or by administrative code.

    Parameters
    ----------
    whole, part : mapping
        The columns that hold region, parent and adcode of each.
    """
    code, other = pl.col(part["adcode"]), pl.col(whole["adcode"])
    above = _codes_above(code)
    inside = (other != code) & ((other == above["prefecture"]) | (other == above["province"]))
    return holds(pl.col(part["parent"]) == pl.col(whole["region"])) | holds(inside)


def province_code(code: pl.Expr) -> pl.Expr:
    """Return the two digits of a region's code that name its province."""
    return code.str.slice(0, 2)


def is_own_line(whose: pl.Expr, frame: pl.LazyFrame) -> pl.Expr:
    """Tell where a line is the nation's, or that of the province that a region lies in.

    Parameters
    ----------
    whose : polars.Expr
        The two digits of the province whose line it is; empty for the nation's.
    frame : polars.LazyFrame
        The rows: without adcode nobody knows in which province they lie.
    """
    return (whose == "") | holds(whose == own_province(frame))


def own_province(frame: pl.LazyFrame) -> pl.Expr:
    """Return the two digits of the province that each row's region lies in."""
    schema = frame.collect_schema()
    if "adcode" not in schema:
        return pl.lit(None, dtype=pl.String)
    return province_code(as_text("adcode", schema))


def parts_of(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Return which region is part of which, as :func:`contains` has it, without trying pairs.

    Returns
    -------
    polars.LazyFrame
        Columns ``_part`` and ``_whole_region``.
    """
    regions = distinct(frame, "region", "parent", "adcode")
    names = {"parent": pl.col("parent"), **_codes_above(pl.col("adcode"))}
    parts = regions.select(
        _part=pl.col("region"), _code=pl.col("adcode"),
        **{f"_{name}": above for name, above in names.items()},
    )  # fmt: skip
    known = regions.select(_whole_region=pl.col("region"), _whole_code=pl.col("adcode"))
    by_parent = parts.join(
        known.with_columns(_name=pl.col("_whole_region")), left_on="_parent", right_on="_name"
    )
    by_code = [
        parts.join(
            known.with_columns(_name=pl.col("_whole_code")), left_on=f"_{name}", right_on="_name"
        ).filter(pl.col("_whole_code") != pl.col("_code"))
        for name in names
        if name != "parent"
    ]
    pairs = [found.select("_part", "_whole_region") for found in (by_parent, *by_code)]
    return distinct(pl.concat(pairs), "_part", "_whole_region")


def verdict(own: tuple[str, str], reference: tuple[str, str], uncertain: pl.Expr) -> pl.Expr:
    """Return ahead, behind, level or undetermined, of folded intervals.

    Parameters
    ----------
    own, reference : tuple of str
        Columns of the least and the most of each.
    uncertain : polars.Expr
        Where equality proves nothing: a value is approximate.
    """
    equal = same_point(own, reference) & ~uncertain
    return (
        pl.when(better(reference[1], own[0]))
        .then(pl.lit("ahead"))
        .otherwise(
            pl.when(better(own[1], reference[0]))
            .then(pl.lit("behind"))
            .otherwise(pl.when(equal).then(pl.lit("level")).otherwise(pl.lit("undetermined")))
        )
    )


def counting(column: str, side: str = "") -> pl.Expr:
    """Return a column as it counts in a comparison (:func:`compare.ledger.models.as_it_counts`)."""
    cell = pl.col(f"{side}{column}")
    if column != "level":
        return cell
    return pl.when(cell.is_in(COUNTY_LEVEL)).then(pl.lit(COUNTY_LEVEL[0])).otherwise(cell)


def _with_mixtures(frame: pl.LazyFrame, given: Collection[str], keys: list[str]) -> pl.LazyFrame:
    """Mark the contestants of a contest that mixes scopes, or what must not differ unsaid."""

    def mixed(name: str) -> pl.Expr:
        among = pl.when(pl.col("_contestant")).then(counting(name))
        return holds(pl.col("_contestant") & (among.min().over(keys) != among.max().over(keys)))

    names = {reason.column: key_of(reason) for reason in following("differs")} | {"scope": "scope"}
    cells = {
        f"_mixed_{name}": pl.lit(False) if key in keys else mixed(name)
        for name, key in names.items()
        if name in given
    }
    if "only_in" in given:
        cells["_mixed_province"] = mixed_provinces(pl.col("_contestant"), keys, given)
    return frame.with_columns(**cells) if cells else frame


def mixed_provinces(among: pl.Expr, keys: Sequence[str], given: Collection[str]) -> pl.Expr:
    """Tell which rows meet one of another province, or one of which no code is known.

    Parameters
    ----------
    among : polars.Expr
        The rows that meet.
    keys : sequence of str
        What they share.
    given : collection of str
        Columns that the frame came with.
    """
    if "adcode" not in given:
        return among
    code = pl.when(among).then(province_code(pl.col("adcode")).fill_null(""))
    least, most = code.min().over(*keys), code.max().over(*keys)
    return among & ~holds((least == most) & (least != ""))


def _wholes(frame: pl.LazyFrame, keys: list[str]) -> pl.LazyFrame:
    """Return the rows (region and contest) whose region has a part in the same contest."""
    present = frame.filter(is_there()).select("region", *keys)
    beside = present.join(parts_of(frame), left_on="region", right_on="_part").drop("region")
    wholes = distinct(beside, "_whole_region", *keys)
    return wholes.with_columns(region=pl.col("_whole_region"), _has_part=pl.lit(True)).drop(
        "_whole_region"
    )


def _codes_above(code: pl.Expr) -> dict[str, pl.Expr]:
    """Return the administrative codes of the prefecture and the province that hold a code."""
    return {
        "prefecture": pl.concat_str(code.str.slice(0, 4), pl.lit("00")),
        "province": pl.concat_str(code.str.slice(0, 2), pl.lit("0000")),
    }
