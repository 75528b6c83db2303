"""Sums in own tables: regions that are what all others, or those in the rows beside them, make."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import polars as pl

from compare.sources.panel.indicators import adds_up


def sums_of_others(
    cells: pl.DataFrame,
    regions: pl.DataFrame,
    places: pl.Series,
    heading: Collection[int] = (),
) -> list[int]:
    """Return which regions are the sum of all the others, by what they count.

    Parameters
    ----------
    cells : polars.DataFrame
        line, indicator, unit, year, comparator, lo, share and resolution of each cell.
    regions : polars.DataFrame
        place of each region, in order.
    places : polars.Series
        The place of each line.
    heading : collection of int
        The numbers of regions whose names say that they head the others.

    Returns
    -------
    list of int
        Their numbers in ``regions``: of half of what is stated of them, and of two indicators
        or years at least, or among five regions; or of anything among very many. Beside rates,
        which no whole is the sum of, half of what is counted is enough where chance seldom
        makes it; of one that heads the others by its name chance makes it more seldom.
    """
    stated = cells.filter((pl.col("comparator") == "=") & ~pl.col("share")).select(
        "line", "indicator", "year", value=pl.col("lo"), adds_up=_adding(cells),
        slack=pl.when(pl.col("resolution") < 0.5).then("resolution").otherwise(0.0).fill_null(0.0),
    )  # fmt: skip
    stated = stated.with_columns(place=places.gather(stated["line"]))
    of_all = ("indicator", "year")
    sums = stated.with_columns(
        n=(pl.col("value") != 0).sum().over(of_all),
        sum=pl.sum("value").over(of_all),
        slack=pl.sum("slack").over(of_all),
    )
    off = (pl.col("sum") - 2 * pl.col("value")).abs()
    is_sum = (
        (pl.col("value") > 0)
        & (pl.col("n") >= _FEWEST)
        & (off <= pl.col("slack") + 1e-9 * pl.col("sum").abs())
    )
    told = sums.group_by("place").agg(
        hits=is_sum.sum(), of=pl.len(), most=pl.when(is_sum).then("n").max()
    )
    mostly = pl.col("hits") * 2 >= pl.col("of")
    by_chance = (pl.col("hits") == 1) & (pl.col("most") <= _FEWEST)
    found = told.filter((mostly & ~by_chance) | (pl.col("most") >= _MANY))["place"]
    numbers = {place: number for number, place in enumerate(regions["place"].to_list())}
    seen = {numbers[place] for place in found.to_list() if place in numbers}
    counted = {
        numbers[place]: (chance, fewest)
        for place, chance, fewest in _of_counts(sums).rows()
        if place in numbers
    }
    return sorted(seen | _seldom_by_chance(counted, heading))


def _adding(cells: pl.DataFrame) -> pl.Expr:
    """Return whether each cell is of what adds up in every unit: no rate, ratio or mean."""
    pairs = cells.select("indicator", "unit").unique().cast(pl.String).rows()
    names = {name for name, _ in pairs}
    others = {name for name, unit in pairs if not adds_up(name, unit or "")}
    if not others or others == names:  # to look at millions of names takes a while
        return pl.lit(not others)
    return pl.col("indicator").cast(pl.String).is_in(sorted(names - others))


def _of_counts(sums: pl.DataFrame) -> pl.DataFrame:
    """Return the places that are the sum of the others in half of what adds up, of each place.

    With them how seldom chance makes these sums, and of how few numbers the fewest is.
    """
    of_all = ("indicator", "year")
    is_sum = (
        (pl.col("value") > 0)
        & (pl.col("n") >= _FEWEST_HEADED)
        & ((pl.col("sum") - 2 * pl.col("value")).abs() <= 1e-9 * pl.col("sum").abs())
    )
    counts = sums.filter("adds_up")
    hits = counts.filter(is_sum)
    if hits.is_empty():  # of most tables: nothing else is looked at
        return _NO_COUNTS
    columns = counts.join(hits.select(of_all).unique(), on=of_all, how="semi")
    chances = columns.group_by(of_all).agg(chance=_chance_of_sum())
    stated = counts.join(hits.select("place").unique(), on="place", how="semi")
    told = (
        hits.join(chances, on=of_all, how="left")
        .group_by("place", maintain_order=True)
        .agg(
            hits=pl.len(),
            # what never changes says it once
            chance=pl.col("chance").filter(pl.col("value").is_first_distinct()).product(),
            fewest=pl.col("n").min(),
        )
        .join(stated.group_by("place").agg(of=pl.len()), on="place")
    )
    return told.filter(pl.col("hits") * 2 >= pl.col("of")).select("place", "chance", "fewest")


_NO_COUNTS = pl.DataFrame(schema={"place": pl.Int64, "chance": pl.Float64, "fewest": pl.UInt32})


def _chance_of_sum() -> pl.Expr:
    """Return how often chance makes one number of a column the sum of the others."""
    filled = pl.col("value").filter(pl.col("value") > 0)
    return (1 / filled.mean()).clip(0.0, 1.0)


def _seldom_by_chance(counted: dict[int, tuple[float, int]], heading: Collection[int]) -> set[int]:
    """Return those of some sums that chance makes too seldom to be one."""
    return {
        number
        for number, (chance, fewest) in counted.items()
        if chance < (_CHANCE_OF_HEADING if number in heading else _CHANCE)
        and (fewest > _FEWEST or number in heading)
    }


_FEWEST_HEADED = 3
"""A whole and two parts, where a name says that it is one."""
_CHANCE_OF_HEADING = 0.1
"""A sum that chance makes as seldom is none, where a name says that it is of the others."""
_FEWEST = 4
"""Of fewer numbers that are not 0 one is the sum of the others by chance."""
_MANY = 20
"""Of so many none is the sum by chance, whatever else is stated of it."""


def sums_of_blocks(cells: pl.DataFrame, regions: pl.DataFrame, places: pl.Series) -> list[int]:
    """Return which regions are the sum of those that follow them, or that go before.

    North 100, North A 40, North B 60: in some columns together that is no chance.

    Parameters
    ----------
    cells : polars.DataFrame
        line, indicator, unit, year, comparator, lo and share of each cell.
    regions : polars.DataFrame
        place of each region, in order.
    places : polars.Series
        The place of each line.

    Returns
    -------
    list of int
        Their numbers in ``regions``.
    """
    stated = cells.filter(
        (pl.col("comparator") == "=") & ~pl.col("share") & (pl.col("lo") >= 0)
    ).select("line", "indicator", "year", value="lo", adds_up=_adding(cells))
    numbers = {place: number for number, place in enumerate(regions["place"].to_list())}
    every = _sums_within(_columns(stated, numbers, places))
    counts = stated.filter("adds_up")
    if counts.height in (0, stated.height):
        return every
    return sorted({*every, *_sums_within(_columns(counts, numbers, places))})


def _columns(stated: pl.DataFrame, numbers: dict[int, int], places: pl.Series) -> list[np.ndarray]:
    """Return what is stated of the regions, the indicators and years of most of them first."""
    groups = stated.group_by("indicator", "year", maintain_order=True).len()
    groups = groups.sort("len", descending=True, maintain_order=True).head(_COLUMNS)
    columns = []
    for indicator, year, _ in groups.rows():
        some = stated.filter((pl.col("indicator") == indicator) & (pl.col("year") == year))
        column = np.full(len(numbers), np.nan)
        for place, value in zip(places.gather(some["line"]), some["value"], strict=True):
            if place in numbers:
                column[numbers[place]] = value
        columns.append(column)
    return columns


_COLUMNS = 8
"""So many indicators and years tell a sum from chance."""
_PASSES = 4
"""Districts are the sums of towns, and states of districts."""
_CHANCE = 0.01
"""A sum that chance makes as seldom, in any row of the table, is none."""


def _sums_within(columns: list[np.ndarray]) -> list[int]:
    found: set[int] = set()
    for _ in range(_PASSES):
        left = [_without(column, found) for column in columns]
        more = {
            row
            for turned in (False, True)
            for row in _sums_of_next([one[::-1] if turned else one for one in left], turned=turned)
        }
        if not more:
            break
        found |= more
    return sorted(found)


def _without(column: np.ndarray, rows: set[int]) -> np.ndarray:
    """Return a column without some rows: their parts stand for them."""
    left = column.copy()
    left[sorted(rows)] = 0.0
    return left


def _sums_of_next(columns: list[np.ndarray], *, turned: bool) -> set[int]:
    """Return the rows that in all their columns are the sum of the same rows behind them."""
    ends = [_ends(column) for column in columns]
    chances = [_chance(column) for column in columns]
    height = len(columns[0]) if columns else 0
    found = set()
    for row in range(height):
        there = [n for n, column in enumerate(columns) if column[row] > 0]
        blocks = {ends[n][row] for n in there}
        if len(blocks) != 1 or 0 in blocks:
            continue
        telling = {columns[n][row]: chances[n] for n in there}  # what never changes says it once
        if 2 * height * np.prod([*telling.values()]) < _CHANCE:
            found.add(height - 1 - row if turned else row)
    return found


def _ends(column: np.ndarray) -> np.ndarray:
    """Return for each row the last of those behind it that it is the sum of; else 0.

    They are two at least that hold more than nothing.
    """
    values = np.nan_to_num(column)
    sums = np.cumsum(values)
    slack = 1e-9 * max(float(sums[-1]), 1.0)
    last = np.searchsorted(sums, sums + values - slack)
    rows = np.arange(len(values))
    inside = np.minimum(last, len(values) - 1)
    filled = np.cumsum(values > 0)
    is_sum = (
        (values > 0)
        & (last < len(values))
        & (np.abs(sums[inside] - sums - values) <= slack)
        & (filled[inside] - filled[rows] > 1)
    )
    return np.where(is_sum, inside, 0)


def _chance(column: np.ndarray) -> float:
    """Return how often chance makes a sum of a column: of large numbers seldom, of small often."""
    values = column[column > 0]
    if not len(values):
        return 1.0
    steps = 10.0 ** next((n for n in range(4) if np.allclose(values * 10**n % 1, 0)), 0)
    return min(1.0, 1 / (float(values.mean()) * steps))
