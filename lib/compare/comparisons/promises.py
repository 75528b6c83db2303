"""Promises: what one target undertakes beside another.

A target says what a government undertakes, not what happens. Two targets of one concept
compare as undertakings even where both are floors: more than 90 is a higher floor than 60
or more, whatever comes of either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd

Order = Literal["stricter", "looser", "same", "unordered"]

_FLOORS, _CEILINGS = (">=", ">"), ("<=", "<")


def undertaking(row: Mapping[str, Any]) -> tuple[float, bool] | None:
    """Return what a target undertakes at least, folded so that more is stricter.

    Parameters
    ----------
    row : mapping
        comparator, lo, hi and direction of a target.

    Returns
    -------
    tuple or None
        The number, and whether it must be exceeded; None where the target binds the other
        side only (at most 5 of what should be high) or nothing says which side is better.
    """
    if row["direction"] not in ("higher", "lower"):
        return None
    lower = row["direction"] == "lower"
    if row["comparator"] in (_FLOORS if lower else _CEILINGS):
        return None
    end = row["hi"] if lower else row["lo"]
    if pd.isna(end):
        return None
    return (-float(end) if lower else float(end)), row["comparator"] in (">", "<")


def order(row: Mapping[str, Any], other: Mapping[str, Any]) -> Order:
    """Return how one target stands to another as an undertaking.

    Parameters
    ----------
    row, other : mapping
        year, scope, comparator, lo, hi, direction and approximate of two targets of one
        indicator.

    Returns
    -------
    {"stricter", "looser", "same", "unordered"}
        Stricter is as high or higher and no later, and either higher or earlier. A higher
        floor later is not ordered, nor are undertakings for different scopes, or about as
        much as another number.

    Examples
    --------
    >>> floor = {"year": 2025, "scope": "region", "direction": "higher", "approximate": False}
    >>> order({**floor, "comparator": ">", "lo": 90.0, "hi": None},
    ...       {**floor, "comparator": ">=", "lo": 60.0, "hi": None})
    'stricter'
    """
    own, beside = undertaking(row), undertaking(other)
    if own is None or beside is None or row["scope"] != other["scope"]:
        return "unordered"
    if own[0] == beside[0] and (row["approximate"] or other["approximate"]):
        return "unordered"
    if own == beside and row["year"] == other["year"]:
        return "same"
    if own >= beside and row["year"] <= other["year"]:
        return "stricter"
    if own <= beside and row["year"] >= other["year"]:
        return "looser"
    return "unordered"
