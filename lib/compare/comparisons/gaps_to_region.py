"""Gaps between regions: each row beside the row of another region of the same moment."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import polars as pl

from compare.comparisons.comparability import FOLDED, MOMENT, is_there, verdict
from compare.comparisons.frames import holds
from compare.comparisons.gap_values import gap_unit, tidy
from compare.comparisons.intervals import with_point
from compare.comparisons.rules import BESIDE, Flags, joined, pair_flags
from compare.reasons import named, reasons

POINT = "_point"

_REFERENCE = (
    "region",
    "value",
    "lo",
    "hi",
    "figure",
    "observed_year",
    "scope",
    "level",
    "parent",
    "adcode",
    "comparability",
    *FOLDED,
    POINT,
)
_KEPT = ("region", "value", "lo", "hi", "figure")
"""Of the reference, the columns that stay beside the result."""


def pairs(
    rows: pl.LazyFrame,
    others: pl.LazyFrame,
    given: Collection[str],
    allow: Collection[str],
    *,
    how: Any,
) -> pl.LazyFrame:
    """Judge rows beside other rows of the same indicator, year and kind.

    Parameters
    ----------
    rows, others : polars.LazyFrame
        Completed rows, with folded ends; the others are the references.
    given : collection of str
        Columns that the frame came with.
    allow : collection of str
        Forbidding reasons that are overruled.
    how : {"inner", "left"}
        Whether a row without a reference stays.
    """
    needed = dict.fromkeys(name for reason in reasons().values() for name in reason.needs)
    beside = dict.fromkeys([*_REFERENCE, *(name for name in needed if name in given)])
    rows, others = (with_point(frame, given, POINT) for frame in (rows, others))
    reference = others.select(
        *(pl.col(name).alias(f"_moment_{name}") for name in MOMENT),
        *(pl.col(name).alias(f"{BESIDE}{name}") for name in beside),
    )
    both = rows.join(
        reference, how=how, left_on=MOMENT, right_on=[f"_moment_{name}" for name in MOMENT]
    )
    return _judged(both, pair_flags(given), allow)


def _judged(both: pl.LazyFrame, flags: Flags, allow: Collection[str]) -> pl.LazyFrame:
    """Judge pairs of rows."""
    itself = holds(pl.col("region") == pl.col("_ref_region"))
    there = is_there() & ~(pl.col("_ref_lo").is_null() & pl.col("_ref_hi").is_null())
    forbidden = pl.lit(False)
    for name in named("forbids"):
        if name in flags and name not in allow:
            forbidden = forbidden | flags[name]
    least, most = FOLDED
    about = flags.get("approximate", pl.lit(False))
    decided = verdict(FOLDED, (f"_ref_{least}", f"_ref_{most}"), about)
    compared = there & ~forbidden
    apart = pl.col(POINT) - pl.col(f"{BESIDE}{POINT}")
    gap_lo = pl.col("lo") - pl.col("_ref_hi")
    gap_hi = pl.col("hi") - pl.col("_ref_lo")
    nothing = pl.when(compared & itself).then(0.0)
    cautions = named("cautions")  # a region needs no caution beside itself
    shown = {
        name: there & flag & ~itself if name in cautions else there & flag
        for name, flag in flags.items()
    }
    shown["reference-missing"] = is_there() & ~there
    return both.with_columns(
        reference=pl.col("_ref_region"),
        **{f"reference_{name}": pl.col(f"_ref_{name}") for name in _KEPT if name != "region"},
        gap=tidy(
            pl.when(compared).then(pl.when(itself & ~apart.is_null()).then(0.0).otherwise(apart))
        ),
        gap_lo=tidy(pl.when(compared & ~itself).then(gap_lo).otherwise(nothing)),
        gap_hi=tidy(pl.when(compared & ~itself).then(gap_hi).otherwise(nothing)),
        gap_unit=gap_unit(),
        verdict=pl.when(~there)
        .then(pl.lit("missing"))
        .otherwise(
            pl.when(forbidden)
            .then(pl.lit("not-comparable"))
            .otherwise(pl.when(itself).then(pl.lit("level")).otherwise(decided))
        ),
        reasons=joined(shown, pl.when(~is_there()).then(pl.col("status"))),
    )
