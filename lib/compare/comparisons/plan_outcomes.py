"""Plan outcomes: which actual a target started from, and which one tells what came of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import polars as pl

from compare.comparisons.comparability import is_there
from compare.comparisons.frames import columns_of, holds, present, with_defaults
from compare.comparisons.intervals import FOLDS, LEAST, MOST, with_folded, with_rounding
from compare.comparisons.plan_targets import KEYS, SERIES, apart_name, with_strict_ends
from compare.comparisons.verdicts import CEILING, FLOOR, lacks, within

PRINTED, SURE = ("_lo", "_hi"), ("_sure_lo", "_sure_hi")
"""The ends of an actual: as printed, and as far as the printed number is sure."""

STATED = ("value", "lo", "hi", "figure")

_DOUBTS = {"resolution", "approximate"}
"""Columns without which all that is printed is sure."""

_UNBOUNDED = float("inf")


def plan_actuals(rows: pl.LazyFrame, given: Collection[str]) -> pl.LazyFrame:
    """Return the actuals with their ends, :data:`PRINTED` and :data:`SURE`.

    An approximate number is sure of nothing. A printed one is sure to half a unit of its
    last digit, unless it counts whole things: 12 schools are twelve.
    """
    actual = rows.filter((pl.col("kind") == "actual") & is_there())
    actual = _folded(with_strict_ends(actual, columns_of(actual)), PRINTED)
    low, high = pl.col(PRINTED[0]), pl.col(PRINTED[1])
    if "resolution" in given:
        actual = _rounded(actual)
        low, high = pl.col(SURE[0]), pl.col(SURE[1])
    if "approximate" in given:
        about = holds(pl.col("approximate"))
        low = pl.when(about).then(-_UNBOUNDED).otherwise(low)
        high = pl.when(about).then(_UNBOUNDED).otherwise(high)
    if not _DOUBTS & set(given):
        return actual  # carried twice, it would cost time on millions of rows
    return actual.with_columns(**{SURE[0]: low, SURE[1]: high})


def _folded(frame: pl.LazyFrame, names: tuple[str, str]) -> pl.LazyFrame:
    has = columns_of(frame)
    opened = [name for name in FOLDS if name in has and name != "direction"]
    ends = dict(zip((LEAST, MOST), names, strict=True))
    return with_folded(frame, opened).rename(ends)


def _rounded(actual: pl.LazyFrame) -> pl.LazyFrame:
    whole = with_defaults(
        actual, {"comparator": "=", "unit": "", "floor": pl.Float64, "cap": pl.Float64}
    )
    unit = pl.col("unit").fill_null("")
    counted = (pl.col("resolution") == 0.5) & ~unit.is_in(["", "%", "‰"])
    for many in ("万", "亿", "千"):
        counted = counted & ~unit.str.starts_with(many)
    plain = whole.with_columns(
        _printed_lo=pl.col("lo"),
        _printed_hi=pl.col("hi"),
        resolution=pl.when(~holds(counted)).then(pl.col("resolution")),
        comparator=pl.col("comparator").fill_null("="),
    )
    widened = _folded(with_rounding(plain), SURE)
    back = {"lo": pl.col("_printed_lo"), "hi": pl.col("_printed_hi")}
    return widened.with_columns(**back).drop("_printed_lo", "_printed_hi")


def with_outcomes(
    target: pl.LazyFrame,
    actual: pl.LazyFrame,
    given: Collection[str],
    carried: Sequence[str],
) -> pl.LazyFrame:
    """Add to each target its baseline, its outcome, and the year in which it was first met.

    Parameters
    ----------
    target : polars.LazyFrame
        Rows of :func:`compare.comparisons.plan_targets.plan_targets`.
    actual : polars.LazyFrame
        Rows of :func:`plan_actuals`.
    given : collection of str
        Columns that the rows came with.
    carried : sequence of str
        What else is taken from baseline and outcome.

    Returns
    -------
    polars.LazyFrame
        Beside the columns of the target: ``base_`` and ``outcome_`` year and the columns of
        the actual; ``_first_met``; ``_elsewhere`` and ``_otherwise`` (there are actuals, of
        another scope or another period alone); with every_year the counts of years, and of
        those that met or missed, by either reading.
    """
    series = [apart_name(name) for name in SERIES if name in given]
    found = _years_of(target, actual, given)
    base = pl.col("_first")
    if "_until" in columns_of(target):
        base = pl.when(pl.col("_until").is_null()).then(base).otherwise(pl.col("_before"))
    found = found.with_columns(base_year=base)
    last = pl.col("_last")
    after = pl.col("base_year").is_null() | (last > pl.col("base_year"))
    found = found.with_columns(outcome_year=pl.when(after).then(last))
    names = present(actual, (*STATED, *PRINTED, *SURE, *carried))
    for role in ("base", "outcome"):
        beside = actual.select(
            *(pl.col(name).alias(f"_on_{name}") for name in (*KEYS, *series)),
            pl.col("year").alias("_on_year"),
            *(pl.col(name).alias(f"{role}_{name}") for name in names),
        )
        own = [*KEYS, *series, f"{role}_year"]
        theirs = [f"_on_{name}" for name in (*KEYS, *series, "year")]
        found = found.join(beside, left_on=own, right_on=theirs, how="left")
    if SURE[0] not in names:
        same = {
            f"{role}_{sure}": pl.col(f"{role}_{printed}")
            for role in ("base", "outcome")
            for sure, printed in zip(SURE, PRINTED, strict=True)
        }
        found = found.with_columns(**same)
    return found


def _years_of(target: pl.LazyFrame, actual: pl.LazyFrame, given: Collection[str]) -> pl.LazyFrame:
    """Add to each target what its years say, from one pass over targets and actuals."""
    own = [*KEYS, *(apart_name(name) for name in (*SERIES, "document") if name in given)]
    series = [name for name in SERIES if name in given]
    keys = [*own, "target_year"]
    every = ["every_year"] if "every_year" in given else []
    has = present(target, ("_until", "_is_date"))
    asked = target.select(*keys, *has, FLOOR, CEILING, *every)
    sure = SURE if SURE[0] in columns_of(actual) else PRINTED
    ends = [*sure, *(PRINTED if every and sure != PRINTED else ())]
    stated = actual.select(
        *KEYS, "year", *ends, *(pl.col(apart_name(name)).alias(f"_its_{name}") for name in series)
    )
    both = asked.join(stated, on=KEYS)
    year, aim = pl.col("year"), pl.col("target_year")
    same = {name: pl.col(apart_name(name)) == pl.col(f"_its_{name}") for name in series}
    in_time, before = year <= aim, year < aim
    if "_is_date" in has:
        in_time, before = in_time | pl.col("_is_date"), before & ~pl.col("_is_date")
    planned = in_time
    first_met = within(*sure)
    cells: dict[str, pl.Expr] = {}

    def where(condition: pl.Expr, value: pl.Expr = year) -> pl.Expr:
        for one in same.values():
            condition = condition & one
        return pl.when(condition).then(value)

    if "_until" in has:
        until = pl.col("_until")
        after = until.is_null() | (year > until)
        planned, first_met = in_time & after, first_met & after
        before = before & until.is_null()
        cells["_before"] = where(year <= until)
    cells |= {
        "_first": where(before),
        "_last": where(planned),
        "_first_met": where(first_met),
    }
    least = {"_first", "_first_met"}
    if "scope" in series:
        cells["_elsewhere"] = pl.when(planned & ~same["scope"]).then(year)
    if "year_start" in series:
        cells["_otherwise"] = pl.when(planned & ~same["year_start"]).then(year)
    counts = _counts(lambda one: where(planned & one, pl.lit(1)), sure, every)
    grouped = both.with_columns(**cells, **counts).group_by(*keys).agg(
        *(pl.col(name).min() if name in least else pl.col(name).max() for name in cells),
        *(pl.col(name).sum() for name in counts),
    )  # fmt: skip
    found = target.join(grouped, on=keys, how="left")
    absent = {name: pl.lit(None, pl.Int64) for name in ("_elsewhere", "_otherwise")}
    return found.with_columns(**{n: cell for n, cell in absent.items() if n not in cells})


def _counts(where: Any, sure: tuple[str, str], every: Sequence[str]) -> Mapping[str, pl.Expr]:
    """Return what is counted of the years of a target that holds for every year."""
    if not every:
        return {}
    always = holds(pl.col("every_year"))
    return {
        "_years": where(always),
        "_years_met": where(always & within(*sure)),
        "_years_missed": where(always & lacks(*sure)),
        "_years_met_printed": where(always & within(*PRINTED)),
        "_years_missed_printed": where(always & lacks(*PRINTED)),
    }
