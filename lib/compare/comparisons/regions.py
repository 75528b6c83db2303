"""Regions by name: what the evidence or the rows themselves call them."""

from __future__ import annotations

import polars as pl

from compare.comparisons.frames import columns_of, distinct
from compare.errors import UnknownValueError, unknown
from compare.ledger.evidence import Evidence
from compare.ledger.names import normal_name

NAMES = ("region_zh", "region_en", "adcode")
"""Columns of a frame by which a region may be asked for, beside its key."""


def region_named(argument: str, name: str, frame: pl.LazyFrame, evidence: Evidence | None) -> str:
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

    Raises
    ------
    UnknownValueError
        If neither knows the name; the message lists the regions of the frame and the
        evidence. Without evidence an empty frame knows no regions, and refuses none.
    """
    columns = [column for column in NAMES if column in columns_of(frame)]
    rows = distinct(frame, "region", *columns).collect().rows()
    wanted = _form(name)
    for row in rows:
        if any(_form(known) == wanted for known in row if known is not None):
            return str(row[0])
    slugs = {str(row[0]) for row in rows}
    if evidence is None and not rows:
        return str(name)  # nothing says that there is no such region
    if evidence is None:
        raise unknown(argument, name, slugs)
    try:
        return evidence.region_slug(name)
    except UnknownValueError:
        raise unknown(argument, name, {*slugs, *evidence.names("region", "zh").values()}) from None


def _form(name: object) -> str:
    """Return the form in which names are looked up."""
    return normal_name(str(name)).casefold()
