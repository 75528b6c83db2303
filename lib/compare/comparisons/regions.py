"""Regions by name: what the evidence or the rows themselves call them."""

from __future__ import annotations

import difflib
from collections.abc import Collection

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.frames import distinct, present
from compare.errors import unknown
from compare.ledger.evidence import Evidence
from compare.ledger.names import the_one

NAMES = ("region_zh", "region_en", "adcode")
"""Columns of a frame by which a region may be asked for, beside its key."""


def region_named(
    argument: str,
    name: str,
    frame: pl.LazyFrame,
    evidence: Evidence | None,
    beside: Collection[str] = (),
) -> str:
    """Return the key of a region of a frame, or of the evidence, given by any of its names.

    Parameters
    ----------
    argument : str
        The argument that names it, for the refusal.
    name : str
        The name.
    frame : polars.LazyFrame
        Rows with region, and perhaps region_zh, region_en and adcode.
    evidence : Evidence, optional
        Further names.
    beside : collection of str
        What else the argument may be, for the refusal.

    Raises
    ------
    UnknownValueError
        If neither knows the name, or several regions have it; the message lists the regions
        of the frame and the evidence. Without evidence an empty frame knows no regions, and
        refuses none.
    """
    columns = present(frame, NAMES)
    names: dict[str, list[object]] = {}
    for key, *called in distinct(frame, "region", *columns).pipe(collected).rows():
        names.setdefault(str(key), []).extend(called)
    found = the_one(argument, name, names)
    if found is not None:
        return found
    if evidence is None and not names:
        return str(name)  # nothing says that there is no such region
    named = None if evidence is None else evidence.region_called(argument, name)
    if named is not None:
        return named
    known = {*names, *(() if evidence is None else evidence.names("region", "zh").values())}
    near = difflib.get_close_matches(str(name), beside)
    todo = f"Beside a region it may be {', '.join(beside)}." if beside else ""
    raise unknown(argument, name, {*known, *near}, todo)
