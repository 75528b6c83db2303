"""Printed intervals: what a printed number says about the true value.

``90%以上`` is the interval from 90, included, to the indicator's cap; ``<0.35`` the one
from the floor to 0.35, not included. This is the only module that knows how a comparator
becomes an interval, and how open sides close.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.ledger.models import Bounded, Indicator

STRICT_BELOW, STRICT_ABOVE = ">", "<"


@dataclass(frozen=True)
class Interval:
    """The values that an observation may have.

    Attributes
    ----------
    lo, hi : decimal.Decimal or None
        Ends in the indicator's unit; None where the side is unbounded.
    lo_open, hi_open : bool
        True where the end itself is not included.
    """

    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool


def printed_interval(bounds: Bounded, factor: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Return the printed ends in the indicator's unit, None where a side is open."""
    lo = None if bounds.lo is None else bounds.lo * factor
    hi = None if bounds.hi is None else bounds.hi * factor
    return lo, hi


def closed_interval(bounds: Bounded, factor: Decimal, indicator: Indicator) -> Interval:
    """Return the interval with its open side closed at the indicator's natural bound.

    Parameters
    ----------
    bounds : Bounded
        A figure or a benchmark: comparator, lo and hi in the printed unit.
    factor : decimal.Decimal
        What the printed unit is multiplied by to give the indicator's unit.
    indicator : Indicator
        Its floor and cap close an open side; where it has none, the side stays open.
        A gross rate has no cap, so that ``>= 92`` does not end at 100.
    """
    lo, hi = printed_interval(bounds, factor)
    return Interval(
        lo=indicator.floor if lo is None else lo,
        hi=indicator.cap if hi is None else hi,
        lo_open=bounds.comparator == STRICT_BELOW,
        hi_open=bounds.comparator == STRICT_ABOVE,
    )


def printed_value(bounds: Bounded, factor: Decimal) -> Decimal | None:
    """Return the one printed number in the indicator's unit; None for a range."""
    lo, hi = printed_interval(bounds, factor)
    if bounds.comparator == "range":
        return None
    return lo if lo is not None else hi


def printed_resolution(printed: str, factor: Decimal) -> Decimal | None:
    """Return half a unit of the last printed digit, in the indicator's unit.

    ``99.7`` is known to 0.05. Words, ratios and fractions have no last digit.
    """
    match = re.fullmatch(r"\d+(?:\.(\d+))?", printed)
    if not match:
        return None
    return Decimal(5).scaleb(-len(match[1] or "") - 1) * factor
