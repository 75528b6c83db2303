"""Neighbours: of a contest among many regions, those that a page about one of them shows."""

from __future__ import annotations

import pandas as pd

from compare.finding.excerpts import MOST

NEAR = 3
"""Of a larger one: so many at the top, and so many on either side of the region."""


def neighbours(ranked: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return the rows of a region, and those that it is shown beside.

    Parameters
    ----------
    ranked : pandas.DataFrame
        Rows of :func:`compare.rankings`.
    region : str
        The key of the region.

    Returns
    -------
    pandas.DataFrame
        The rows, in their order, of moments in which several are ranked, with a whole that
        stands aside for its part: contests of up to :data:`MOST` regions whole; of larger ones
        the region, the first :data:`NEAR` and the nearest in rank. So a page about one region
        is as long with three thousand regions as with twenty.
    """
    there = ranked["lo"].notna() | ranked["hi"].notna()
    of_moment = [ranked[name] for name in ("indicator", "year", "kind")]
    contested = ranked.groupby(of_moment, sort=False)["of"].transform("max") > 1
    moments = ranked[there & contested].groupby(["indicator", "year", "kind"], sort=False)
    kept = [label for _, rows in moments for label in _kept(rows, region)]
    return ranked[contested & (~there | ranked.index.isin(kept))]


def _kept(rows: pd.DataFrame, region: str) -> list[int]:
    """Return the labels of the rows of one moment that are shown."""
    if len(rows) <= MOST:
        return list(rows.index)
    own = rows.index[rows["region"] == region]
    order = rows[rows["rank_best"].notna()].sort_values(["rank_best", "rank_worst", "region"]).index
    shown = {*own, *order[:NEAR]}
    for label in own.intersection(order):
        place = order.get_loc(label)
        shown |= {*order[max(place - NEAR, 0) : place + NEAR + 1]}
    return [label for label in rows.index if label in shown]
