"""Which changes are compared at all, and which are the least that is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ONE_SIDED = ("no-base", "no-target", "no-direction")
"""Statuses of rows in which nothing is compared: one end is not there, or has no better."""

_BOUNDS = (">=", ">", "<=", "<")


def is_to_a_bound(row: Mapping[str, Any]) -> bool:
    """Tell whether a target is a bound, which may be passed: the change is the least needed."""
    return row["target_comparator"] in _BOUNDS
