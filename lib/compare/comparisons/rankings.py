"""Rankings of intervals: the best and the worst rank that a region can have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from compare.comparisons.comparability import (
    FOLDED,
    MOMENT,
    check_allow,
    contest_keys,
    is_there,
    tidied,
    with_contestants,
)
from compare.comparisons.frames import columns_of, enter
from compare.comparisons.intervals import has_estimates, with_folded, with_point
from compare.comparisons.rules import alone, field_flags, flags_alone, in_order, joined


def rankings(
    aligned: Any,
    *,
    allow: Collection[str] = (),
    direction: str | Mapping[str, str] | None = None,
) -> Any:
    """Return the best and worst possible rank of each region.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, or a frame of one's own with region, indicator,
        year and value, lo and hi beside it or in its place where it is an interval. pandas,
        polars (eager or lazy) or a DuckDB relation.
    allow : collection of str
        ``different-year`` ranks values observed in different years together;
        ``different-scope`` with ``each-county-ceiling`` values that state different
        things. Both are shown in the reasons.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.

    Returns
    -------
    frame
        Of the kind given, one row for each row given: the columns given;
        ``rank_best`` and ``rank_worst``, 1 being best with direction folded in; ``rank``
        where they agree, and of an estimate with limits its own rank among the estimates;
        ``of`` ranked in the same contest; ``missing`` regions of the same indicator, year and
        kind that are not; ``reasons``, joined by semicolons. A row that is not ranked has no
        ranks, and says why.

    Notes
    -----
    Competition ranking: a rank is one more than the number of others that are strictly
    better, so exact ties share it. With every value an interval, at best only those are
    better that lie wholly above, and at worst all that reach above one's lowest value.
    A region is never ranked against its own parts: where a part is in the contest, the
    whole steps aside. Ranks are of unrounded values.

    Examples
    --------
    >>> import compare
    >>> row = compare.align(compare.observations(indicator="gaokao_first_line_rate"), year=2020,
    ...                     kind="actual", evidence=compare.evidence())
    >>> rank = compare.rankings(row).set_index("region")
    >>> rank.loc[["pingyang", "xiangshan"], ["rank_best", "rank_worst"]].values.tolist()
    [[1.0, 2.0], [1.0, 2.0]]
    >>> rank.loc["fushun", "reasons"]
    'not-applicable'
    """
    check_allow(allow)
    came = enter(aligned, direction=direction, directed=True)
    given = columns_of(came.frame)
    keys = contest_keys(allow, given)
    rows = with_contestants(with_folded(tidied(came.frame), given), given, allow)
    field = rows.filter(pl.col("_contestant"))
    ranked = _counted(field, keys)
    estimated = has_estimates(came.frame, given)
    if estimated:
        own = columns_of(field)  # what the counting added is no part of a second counting
        ranked = _with_ranks_of_estimates(ranked.select(*own, *_RANKS, "of"), keys, given)
    result = _explained(
        _with_the_rest(rows, ranked, estimated=estimated), given, estimated=estimated
    )
    new = ["rank_best", "rank_worst", "rank", "of", "missing", "reasons"]
    return came.give_back(result.select(*given, *(name for name in new if name not in given)))


def _with_ranks_of_estimates(
    ranked: pl.LazyFrame, keys: list[str], given: Collection[str]
) -> pl.LazyFrame:
    """Add the best and the worst rank where an estimate stands for its limits."""
    limits = ("_limit_best", "_limit_worst", "_limit_least", "_limit_most")
    kept = ranked.rename(dict(zip((*_RANKS, *FOLDED), limits, strict=True))).drop("of")
    pointed = with_point(kept, given, "_estimate", folded=True)
    least, most = FOLDED
    ends = {least: pl.col("_limit_least"), most: pl.col("_limit_most")}
    estimate = pl.col("_estimate")
    again = pointed.with_columns(
        **{n: pl.when(estimate.is_null()).then(end).otherwise(estimate) for n, end in ends.items()}
    )
    counted = _counted(again, keys)
    renamed = counted.rename(dict(zip(_RANKS, ESTIMATED, strict=True)))
    back = renamed.drop(*FOLDED, "_estimate")
    restored: pl.LazyFrame = back.rename(dict(zip(limits, (*_RANKS, *FOLDED), strict=True)))
    return restored


_RANKS = ("rank_best", "rank_worst")
ESTIMATED = ("_estimated_best", "_estimated_worst")


def _counted(field: pl.LazyFrame, keys: list[str]) -> pl.LazyFrame:
    """Count the contestants above by binary search in the sorted ends of each contest.

    No self-join, and equal numbers are equal.
    """
    least, most = (pl.col(name) for name in FOLDED)
    size = pl.len().cast(pl.Int64)
    below_least = least.sort().search_sorted(most, side="right").cast(pl.Int64)
    below_most = most.sort().search_sorted(least, side="right").cast(pl.Int64)
    itself = (most > least).cast(pl.Int64)
    return field.with_columns(
        rank_best=(1 + size - below_least).over(keys),
        rank_worst=(1 + size - below_most - itself).over(keys),
        of=size.over(keys),
    )


def _with_the_rest(rows: pl.LazyFrame, ranked: pl.LazyFrame, *, estimated: bool) -> pl.LazyFrame:
    """Put the rows that are not ranked beside those that are."""
    new = (*_RANKS, *(ESTIMATED if estimated else ()), "of")
    rest = rows.filter(~pl.col("_contestant")).with_columns(
        **{name: pl.lit(None, dtype=pl.Int64) for name in new}
    )
    columns = columns_of(rest)
    return pl.concat([ranked.select(*columns), rest])


def _explained(rows: pl.LazyFrame, given: Collection[str], *, estimated: bool) -> pl.LazyFrame:
    """Add the plain rank, the number of missing regions and the reasons."""
    best, worst = (pl.col(name) for name in (ESTIMATED if estimated else _RANKS))
    flags = field_flags(given)
    for name, flag in flags_alone(given).items():
        flags[name] = flags[name] | flag
    said = {name: flag if name in _OF_ALL else is_there() & flag for name, flag in flags.items()}
    said["alone"] = alone("of")
    status = pl.when(~is_there()).then(pl.col("status")) if "status" in given else None
    return rows.with_columns(
        rank=pl.when(best == worst).then(best),
        missing=(~is_there()).cast(pl.Int64).sum().over(*MOMENT),
        reasons=joined(in_order(said), status),
    )


_OF_ALL = ("part-and-whole",)
"""What is said of a row without a value, too."""
