"""Marks for Office charts: the same that :mod:`compare.charts.marks` draws."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from compare.charts.chart import Series
from compare.charts.marks import (
    BOUND,
    LIMITS,
    OUTCOME,
    STAR,
    TARGET,
    WORDED,
    marks_of,
    point_marks,
    point_of,
)
from compare.charts.style import Look
from compare.wording.catalogue import Lang, term
from compare.wording.values import is_missing


def interval_series(
    row: Mapping[str, Any],
    name: str,
    look: Look,
    place: float,
    lang: Lang,
    *,
    upright: bool = False,
) -> tuple[Series, ...]:
    """Return the line over the interval of an observation; none where it is a number.

    Parameters
    ----------
    row : mapping
        ``lo`` and ``hi``; a missing one is an end without any bound.
    name : str
        Whose interval it is.
    look : Look
        Look of the region.
    place : float
        Row, or year, at which it stands.
    lang : {"zh", "en"}
        Language of the name of the series.
    upright : bool
        Whether the interval stands along y.
    """
    lo = -math.inf if is_missing(row["lo"]) else float(row["lo"])
    hi = math.inf if is_missing(row["hi"]) else float(row["hi"])
    if lo == hi or (math.isinf(lo) and math.isinf(hi)):
        return ()
    ends, places = (lo, hi), (place, place)
    x, y = (places, ends) if upright else (ends, places)
    named = f"{name} {term('interval', lang)}"
    return (Series(named, (), x, y, look.colour, marker="", line="solid"),)


def point_series(row: Mapping[str, Any], name: str, look: Look, place: float) -> tuple[Series, ...]:
    """Return the mark of an observation in a row; none where no number is printed.

    Parameters
    ----------
    row : mapping
        ``value``, ``lo``, ``hi``, ``kind`` and what else says how it is marked.
    name : str
        Whose value it is.
    look : Look
        Look of the region.
    place : float
        Row at which it stands.
    """
    value = point_of(row)
    if value is None:
        return ()
    hollow = TARGET in point_marks(row)
    shape = STAR if WORDED in point_marks(row) else look.marker
    return (Series(name, (), (value,), (place,), look.colour, shape, (hollow,)),)


def office_has(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether Office has every mark of some observations; a picture has the others."""
    return {*marks_of(rows)} <= {OUTCOME, TARGET, BOUND, LIMITS, WORDED}
