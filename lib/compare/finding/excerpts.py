"""Excerpts: of thousands of regions, those that a page tells one by one.

A page that prints every row of three thousand counties is read by nobody and opens in no
browser. It shows the ends and the middle, best first.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

MOST = 20
"""So many regions are shown whole."""

ENDS = 5
"""Of more regions, so many are shown at either end."""


def excerpt(
    rows: pd.DataFrame, by: Sequence[str], order: Sequence[str], ends: int = ENDS
) -> pd.DataFrame:
    """Return the rows that a page shows of each group.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows with an index of its own for each.
    by : sequence of str
        What a group has in common: an indicator, a moment.
    order : sequence of str
        Columns that order a group; rows without any of them are not among its ends.
    ends : int
        So many at either end.

    Returns
    -------
    pandas.DataFrame
        Groups in the order in which they came: those of up to
        :data:`MOST` rows whole, as they were; of larger ones the
        first and the last ones and the one in the middle.
    """
    group = rows.groupby(list(by), sort=False, dropna=False).ngroup()
    many = group.groupby(group).transform("size") > MOST
    if not many.any():
        return rows
    ordered = rows.loc[many, list(order)].dropna().sort_values(list(order), kind="stable")
    groups = ordered.groupby(group[ordered.index])
    place, last = groups.cumcount(), groups[order[0]].transform("size") - 1
    shown = ordered[(place < ends) | (place > last - ends) | (place == last // 2)]
    chosen = group[[*rows.index[~many], *shown.index]]
    return rows.loc[chosen.sort_values(kind="stable").index]


def ends_and_middle(count: int, most: int) -> list[int]:
    """Return the places of those of an ordered group that are shown where few can be.

    Parameters
    ----------
    count : int
        How many there are.
    most : int
        So many may be shown: of two the first and the last, of more the middle one as well.

    Examples
    --------
    >>> ends_and_middle(9, 5), ends_and_middle(9, 2), ends_and_middle(3, 5)
    ([0, 1, 4, 7, 8], [0, 8], [0, 1, 2])
    """
    if most >= count:
        return list(range(count))
    middle = [(count - 1) // 2] if most > 2 else []
    last = (most - len(middle)) // 2
    first = most - len(middle) - last
    return [*range(first), *middle, *range(count - last, count)]


def latest_outcomes(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row of each region and indicator, and what orders it among them, best first.

    Its last outcome, ordered among those of the indicator's last year; where it has none, a
    row that no outcome orders.
    """
    keys = rows[["indicator", "region"]].assign(
        related=rows["comparability"] == "proxy", planned=rows["kind"] != "actual",
        before=-rows["year"],
    )  # fmt: skip
    ranked = keys.sort_values(["related", "planned", "before"], kind="stable")
    latest = rows.loc[ranked.drop_duplicates(["indicator", "region"]).index.sort_values()]
    outcome = latest["kind"] == "actual"
    newest = latest["year"].where(outcome).groupby(latest["indicator"])
    of_year = latest["year"] == newest.transform("max")  # years are not compared with each other
    size = latest["value"].fillna(latest["lo"]).fillna(latest["hi"]).where(of_year & outcome)
    return latest.assign(_size=size.where(latest["direction"] == "lower", -size))
