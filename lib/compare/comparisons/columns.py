"""The columns that comparisons know, by what their cells are; all others are the caller's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare.reasons import following, reasons

NAMES = ("region", "indicator")
"""Who and what: never empty, and compared in normal form."""

YEARS = ("year", "observed_year", "year_start", "base_year")

NUMBERS = (
    *("value", "lo", "hi", "floor", "cap", "resolution"),
    *("alternative_lo", "alternative_hi"),
)

FLAGS = (
    *("lo_open", "hi_open", "approximate", "conflict", "derived", "rankable", "each"),
    "every_year",
)

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": ("actual", "target", "path"),
    "direction": ("higher", "lower", "neutral"),
    "comparability": ("exact", "close", "proxy"),
    "comparator": ("=", ">=", ">", "<=", "<", "~", "range", "path", "estimate"),
    "use": ("main", "alternative", "superseded"),
}
"""Columns of one word, with the words that there are."""

TEXTS = (
    *("region_zh", "region_en", "level", "parent", "province"),
    *("theme", "indicator_zh", "indicator_en", "unit", "only_in", "only_level"),
    *("scope", "year_basis", "figure", "document", "status", "alternative", "benchmark"),
    *("issued", "edition", "series", "assessed"),
)

AS_THEY_ARE = ("adcode",)
"""Codes: as texts or as numbers."""


@cache
def flags() -> tuple[str, ...]:
    """Return the columns of true and false, those of the table of reasons among them."""
    return tuple(dict.fromkeys([*FLAGS, *(one.column for one in following("flagged"))]))


def known_columns() -> set[str]:
    """Return every column that a comparison may ask for."""
    needed = {name for reason in reasons().values() for name in reason.needs}
    return {*NAMES, *YEARS, *NUMBERS, *FLAGS, *CHOICES, *TEXTS, *AS_THEY_ARE, *needed}
