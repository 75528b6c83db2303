"""Plan targets: which values of an outcome would meet a target, and when it was set.

A target is met by every value from ``_floor`` to ``_ceiling``. At least and more than have no
ceiling, at most and less than no floor; a plain number has none on the better side, for to
pass it there is to reach it. An excluded end moves inwards, as in
:mod:`compare.comparisons.intervals`.
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import BREAK, is_there
from compare.comparisons.frames import (
    Boundary,
    columns_of,
    constants,
    holds,
    present,
    with_defaults,
)
from compare.comparisons.intervals import LEAST, MOST, with_folded
from compare.comparisons.verdicts import CEILING, FLOOR
from compare.ledger.cells import FIRST
from compare.ledger.evidence import Evidence

KEYS = ["region", "indicator"]

APART = {
    "scope": pl.col("scope").fill_null("region"),
    "year_start": pl.when(pl.col("year_start") < pl.col("year"))
    .then(pl.col("year_start").cast(pl.String))
    .otherwise(pl.lit("")),
    "document": pl.when(pl.col("kind") == "target")
    .then(pl.col("document").fill_null(""))
    .otherwise(pl.lit("")),
    BREAK: holds(pl.col(BREAK)).cast(pl.String),
}
"""What tells statements of one region, indicator, year and kind apart, by column.

What a value holds for; the first year that a cumulative one counts; and, of targets alone,
who set it: each is judged for itself, while two outcomes would leave open which one counts;
and whether its concept may be another than that of earlier values.
"""

SERIES = ("scope", "year_start", BREAK)
"""Of these, what an outcome must share with its target."""

_UNBOUNDED = float("inf")
_STATED = ("value", "lo", "hi", "comparator", "figure")


def apart_name(column: str) -> str:
    """Return the column that holds one of :data:`APART`, never null."""
    return f"_apart_{column}"


def with_strict_ends(frame: pl.LazyFrame, has: Collection[str]) -> pl.LazyFrame:
    """Exclude the ends of what is printed as more than or less than, flagged or not."""
    if "comparator" not in has:
        return frame
    strict = {"lo_open": ">", "hi_open": "<"}
    excluded = {
        name: holds(pl.col("comparator") == sign) | (holds(pl.col(name)) if name in has else False)
        for name, sign in strict.items()
    }
    return frame.with_columns(**excluded)


def with_bounds(
    frame: pl.LazyFrame, has: Collection[str], names: tuple[str, str] = (FLOOR, CEILING)
) -> pl.LazyFrame:
    """Add from where and to where a value meets what each row asks.

    Parameters
    ----------
    frame : polars.LazyFrame
        Rows with lo, hi, direction and perhaps comparator, lo_open and hi_open.
    has : collection of str
        Their columns.
    names : tuple of str
        What the two new columns are called.
    """
    frame = with_strict_ends(frame, has)
    opened = ("lo_open", "hi_open")
    given = opened if "comparator" in has else [name for name in opened if name in has]
    ends = with_folded(frame, given)
    sign = pl.col("comparator") if "comparator" in has else pl.lit(None, dtype=pl.String)
    plain = (sign.is_null() | sign.is_in(["=", "~"])) & (pl.col("lo") == pl.col("hi"))
    date = pl.col("_is_date") if "_is_date" in has else pl.lit(False)
    direction = pl.when(date).then(pl.lit("lower")).otherwise(pl.col("direction"))
    better = pl.when(holds(plain)).then(direction)
    no_floor = holds(sign.is_in(["<=", "<"]) | (better == "lower"))
    no_ceiling = holds(sign.is_in([">=", ">"]) | (better == "higher"))
    bounds = {
        names[0]: pl.when(no_floor).then(-_UNBOUNDED).otherwise(pl.col(LEAST)),
        names[1]: pl.when(no_ceiling).then(_UNBOUNDED).otherwise(pl.col(MOST)),
    }
    return ends.with_columns(**bounds).drop(LEAST, MOST)


def plan_targets(
    rows: pl.LazyFrame, given: Collection[str], came: Boundary, evidence: Evidence | None
) -> pl.LazyFrame:
    """Return the targets, one a row, with their bounds.

    And, where the frame can say so, with ``_until`` (the last year before the plan) and
    ``_is_date`` (they are years themselves): on millions of rows every column costs time.

    Parameters
    ----------
    rows : polars.LazyFrame
        Main rows, with the columns of :data:`APART`.
    given : collection of str
        Columns that the rows came with.
    came : Boundary
        Where they came from.
    evidence : Evidence, optional
        Documents, with the first year that each plans for.
    """
    own = [name for name in columns_of(rows) if name not in ("direction", "unit")]
    described = _described(rows, given, came.direction)
    target = rows.select(*own).filter((pl.col("kind") == "target") & is_there())
    if described is None:
        target = target.with_columns(direction=pl.lit(came.direction), unit=pl.lit(""))
    else:
        target = target.join(described, on="indicator", how="left")
    if "unit" in given:
        target = target.with_columns(_is_date=_is_date())
    target = with_bounds(target, columns_of(target))
    target = _with_until(target, given, evidence)
    moved = present(target, _STATED)
    named = {"year": "target_year", **{name: f"target_{name}" for name in moved}}
    return target.rename(named)


def _described(
    rows: pl.LazyFrame, given: Collection[str], direction: str | None
) -> pl.LazyFrame | None:
    """Return direction and unit of each indicator, from any of its rows; None: of all alike."""
    if direction is not None and "unit" not in given:
        return None
    names = [name for name in ("direction", "unit") if name in given]
    found = rows.group_by("indicator").agg(*(pl.col(name).max() for name in names))
    return with_defaults(found, {"unit": ""})


def _is_date() -> pl.Expr:
    """Tell which targets are years themselves: earlier is better, and what came stays."""
    return holds(pl.col("unit").is_in(["year", "年"]) & (pl.col("lo") >= FIRST))


def _with_until(
    target: pl.LazyFrame, given: Collection[str], evidence: Evidence | None
) -> pl.LazyFrame:
    """Add ``_until``, the last year that lies before the plan; null where nothing says so.

    The row's own base_year comes first, then the year before the first one that its
    document plans for; of what is cumulative, the year before it begins to count.
    """
    said: list[pl.Expr] = []
    if "year_start" in given:
        start = pl.col("year_start")
        said.append(pl.when(start < pl.col("year")).then(start - 1))
    if "base_year" in given:
        said.append(pl.col("base_year"))
    known = _plan_starts(target, evidence) if "document" in given else {}
    if known:
        starts = constants({"_plan": list(known), "_start": list(known.values())})
        target = target.join(starts, left_on="document", right_on="_plan", how="left")
        said.append(pl.col("_start").cast(pl.Int64) - 1)
    if not said:
        return target
    until = pl.coalesce(*(one.cast(pl.Int64) for one in said))
    # a plan that sets a target for the year before it begins tells nothing of its base
    return target.with_columns(_until=pl.when(until < pl.col("year")).then(until))


def _plan_starts(target: pl.LazyFrame, evidence: Evidence | None) -> dict[str, int]:
    """Return the first year that each document plans for, of those that set targets."""
    if evidence is None:
        return {}
    named = target.select("document").unique().pipe(collected)["document"].to_list()
    starts = {
        str(row["document"]): row.get("period_start") for row in evidence.documents_named(named)
    }
    return {name: int(year) for name, year in starts.items() if year is not None and year == year}
