"""Which changes are compared at all, and which are the least that is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ONE_SIDED = ("no-base", "no-target", "no-direction")
"""Statuses of rows in which nothing is compared: one end is not there, or has no better."""

_BOUNDS = {">=": "least", "<=": "least", ">": "more", "<": "more"}


def bound_of(row: Mapping[str, Any]) -> str:
    """Return what a change to a target is: ``no`` bound, the ``least`` needed, or less than that.

    Of a target above which a value must lie, the change is ``more`` than the distance.
    """
    return _BOUNDS.get(row["target_comparator"], "no")
