"""Plan outcomes: which actual a target started from, and which one tells what came of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import narwhals as nw

from compare.comparisons.comparability import is_there
from compare.comparisons.frames import columns_of, holds, with_defaults
from compare.comparisons.intervals import FOLDS, LEAST, MOST, with_folded, with_rounding
from compare.comparisons.plan_targets import KEYS, SERIES, apart_name, with_strict_ends
from compare.comparisons.verdicts import CEILING, FLOOR, lacks, within

PRINTED, SURE = ("_lo", "_hi"), ("_sure_lo", "_sure_hi")
"""The ends of an actual: as printed, and as far as the printed number is sure."""

STATED = ("value", "lo", "hi", "figure")

_DOUBTS = {"resolution", "approximate"}
"""Columns without which all that is printed is sure."""

_UNBOUNDED = float("inf")


def plan_actuals(rows: nw.LazyFrame[Any], given: Collection[str]) -> nw.LazyFrame[Any]:
    """Return the actuals with their ends, :data:`PRINTED` and :data:`SURE`.

    An approximate number is sure of nothing. A printed one is sure to half a unit of its
    last digit, unless it counts whole things: 12 schools are twelve.
    """
    actual = rows.filter((nw.col("kind") == "actual") & is_there())
    actual = _folded(with_strict_ends(actual), PRINTED)
    low, high = nw.col(PRINTED[0]), nw.col(PRINTED[1])
    if "resolution" in given:
        actual = _rounded(actual, given)
        low, high = nw.col(SURE[0]), nw.col(SURE[1])
    if "approximate" in given:
        about = holds(nw.col("approximate"))
        low = nw.when(about).then(-_UNBOUNDED).otherwise(low)
        high = nw.when(about).then(_UNBOUNDED).otherwise(high)
    if not _DOUBTS & set(given):
        return actual  # carried twice, it would cost time on millions of rows
    return actual.with_columns(**{SURE[0]: low, SURE[1]: high})


def _folded(frame: nw.LazyFrame[Any], names: tuple[str, str]) -> nw.LazyFrame[Any]:
    has = columns_of(frame)
    opened = [name for name in FOLDS if name in has and name != "direction"]
    ends = dict(zip((LEAST, MOST), names, strict=True))
    return with_folded(frame, opened).rename(ends)


def _rounded(actual: nw.LazyFrame[Any], given: Collection[str]) -> nw.LazyFrame[Any]:
    whole = with_defaults(
        actual, {"comparator": "=", "unit": "", "floor": nw.Float64, "cap": nw.Float64}
    )
    unit = nw.col("unit").fill_null("")
    counted = (nw.col("resolution") == 0.5) & ~unit.is_in(["", "%", "‰"])
    for many in ("万", "亿", "千"):
        counted = counted & ~unit.str.starts_with(many)
    plain = whole.with_columns(
        _printed_lo=nw.col("lo"),
        _printed_hi=nw.col("hi"),
        resolution=nw.when(~holds(counted)).then(nw.col("resolution")),
        comparator=nw.col("comparator").fill_null("="),
    )
    widened = _folded(with_rounding(plain), SURE)
    back = {"lo": nw.col("_printed_lo"), "hi": nw.col("_printed_hi")}
    return widened.with_columns(**back).drop("_printed_lo", "_printed_hi")


def with_outcomes(
    target: nw.LazyFrame[Any],
    actual: nw.LazyFrame[Any],
    given: Collection[str],
    carried: Sequence[str],
) -> nw.LazyFrame[Any]:
    """Add to each target its baseline, its outcome, and the year in which it was first met.

    Parameters
    ----------
    target : narwhals.LazyFrame
        Rows of :func:`compare.comparisons.plan_targets.plan_targets`.
    actual : narwhals.LazyFrame
        Rows of :func:`plan_actuals`.
    given : collection of str
        Columns that the rows came with.
    carried : sequence of str
        What else is taken from baseline and outcome.

    Returns
    -------
    narwhals.LazyFrame
        Beside the columns of the target: ``base_`` and ``outcome_`` year and the columns of
        the actual; ``_first_met``; ``_elsewhere`` and ``_otherwise`` (there are actuals, of
        another scope or another period alone); with every_year the counts of years, and of
        those that met or missed, by either reading.
    """
    series = [apart_name(name) for name in SERIES if name in given]
    found = _years_of(target, actual, given)
    base = nw.col("_first")
    if "_until" in columns_of(target):
        base = nw.when(nw.col("_until").is_null()).then(base).otherwise(nw.col("_before"))
    found = found.with_columns(base_year=base)
    last = nw.col("_last")
    after = nw.col("base_year").is_null() | (last > nw.col("base_year"))
    found = found.with_columns(outcome_year=nw.when(after).then(last))
    names = [name for name in (*STATED, *PRINTED, *SURE, *carried) if name in columns_of(actual)]
    for role in ("base", "outcome"):
        beside = actual.select(
            *(nw.col(name).alias(f"_on_{name}") for name in (*KEYS, *series)),
            nw.col("year").alias("_on_year"),
            *(nw.col(name).alias(f"{role}_{name}") for name in names),
        )
        own = [*KEYS, *series, f"{role}_year"]
        theirs = [f"_on_{name}" for name in (*KEYS, *series, "year")]
        found = found.join(beside, left_on=own, right_on=theirs, how="left")
    if SURE[0] not in names:
        same = {
            f"{role}_{sure}": nw.col(f"{role}_{printed}")
            for role in ("base", "outcome")
            for sure, printed in zip(SURE, PRINTED, strict=True)
        }
        found = found.with_columns(**same)
    return found


def _years_of(
    target: nw.LazyFrame[Any], actual: nw.LazyFrame[Any], given: Collection[str]
) -> nw.LazyFrame[Any]:
    """Add to each target what its years say, from one pass over targets and actuals."""
    own = [*KEYS, *(apart_name(name) for name in (*SERIES, "document") if name in given)]
    series = [name for name in SERIES if name in given]
    keys = [*own, "target_year"]
    every = ["every_year"] if "every_year" in given else []
    has = [name for name in ("_until", "_is_date") if name in columns_of(target)]
    asked = target.select(*keys, *has, FLOOR, CEILING, *every)
    sure = SURE if SURE[0] in columns_of(actual) else PRINTED
    ends = [*sure, *(PRINTED if every and sure != PRINTED else ())]
    stated = actual.select(
        *KEYS, "year", *ends, *(nw.col(apart_name(name)).alias(f"_its_{name}") for name in series)
    )
    both = asked.join(stated, on=KEYS)
    year, aim = nw.col("year"), nw.col("target_year")
    same = {name: nw.col(apart_name(name)) == nw.col(f"_its_{name}") for name in series}
    in_time, before = year <= aim, year < aim
    if "_is_date" in has:
        in_time, before = in_time | nw.col("_is_date"), before & ~nw.col("_is_date")
    planned = in_time
    first_met = within(*sure)
    cells: dict[str, nw.Expr] = {}

    def where(condition: nw.Expr, value: nw.Expr = year) -> nw.Expr:
        for one in same.values():
            condition = condition & one
        return nw.when(condition).then(value)

    if "_until" in has:
        until = nw.col("_until")
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
        cells["_elsewhere"] = nw.when(planned & ~same["scope"]).then(year)
    if "year_start" in series:
        cells["_otherwise"] = nw.when(planned & ~same["year_start"]).then(year)
    counts = _counts(lambda one: where(planned & one, nw.lit(1)), sure, every)
    grouped = both.with_columns(**cells, **counts).group_by(*keys).agg(
        *(nw.col(name).min() if name in least else nw.col(name).max() for name in cells),
        *(nw.col(name).sum() for name in counts),
    )  # fmt: skip
    found = target.join(grouped, on=keys, how="left")
    absent = {name: nw.Int64 for name in ("_elsewhere", "_otherwise") if name not in cells}
    return with_defaults(found, absent)


def _counts(where: Any, sure: tuple[str, str], every: Sequence[str]) -> Mapping[str, nw.Expr]:
    """Return what is counted of the years of a target that holds for every year."""
    if not every:
        return {}
    always = holds(nw.col("every_year"))
    return {
        "_years": where(always),
        "_years_met": where(always & within(*sure)),
        "_years_missed": where(always & lacks(*sure)),
        "_years_met_printed": where(always & within(*PRINTED)),
        "_years_missed_printed": where(always & lacks(*PRINTED)),
    }
