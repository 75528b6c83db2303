"""Shares below 0 or above 100 in own tables: remarked upon, for some may be right."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from compare.errors import listed
from compare.sources.panel.indicators import Indicator, is_within_hundred
from compare.sources.panel.observing import Cells

SHOWN = 3
"""So many of them are named with their cells."""


def shares_out_of_range(cells: Cells, known: Sequence[Indicator]) -> list[tuple[str, str, int]]:
    """Return the line of a summary on shares below 0 or above 100; none where there are none.

    Gross rates, growth and differences may lie there.

    Parameters
    ----------
    cells : Cells
        The values.
    known : sequence of Indicator
        What is known of all their indicators.
    """
    shares = [one.key for one in known if is_within_hundred(f"{one.key} {one.name_en}", one.unit)]
    value = pl.col("value")
    beyond = cells.frame.filter((value < 0) | (value > 100))
    odd = beyond.filter(pl.col("indicator").cast(pl.String).is_in(shares))
    if odd.is_empty():
        return []
    shown = cells.in_full(odd.head(SHOWN)).to_dicts()
    said = [f"{one['value']:g} of {one['indicator']} in {one['figure']}" for one in shown]
    return [("values", f"outside 0 to 100 per cent ({listed(said)})", odd.height)]
