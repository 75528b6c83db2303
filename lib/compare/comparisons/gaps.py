"""Gaps: how far regions are from each other, from the best, the middle, or a benchmark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import MOMENT, check_allow, completed, tidied
from compare.comparisons.frames import columns_of, enter
from compare.comparisons.gaps_to_benchmark import to_benchmark
from compare.comparisons.gaps_to_field import MIDDLES, to_best, to_middle
from compare.comparisons.gaps_to_region import pairs
from compare.comparisons.intervals import with_folded
from compare.comparisons.regions import region_named
from compare.errors import UnknownValueError
from compare.ledger.evidence import Evidence

NEW = (
    "reference",
    "reference_value",
    "reference_lo",
    "reference_hi",
    "reference_figure",
    "gap",
    "gap_lo",
    "gap_hi",
    "gap_unit",
    "verdict",
    "reasons",
)
"""The columns that a gap adds to those that came."""


def gaps(
    aligned: Any,
    *,
    to: str = "best",
    allow: Collection[str] = (),
    direction: str | Mapping[str, str] | None = None,
    benchmarks: Any = None,
    evidence: Evidence | None = None,
) -> Any:
    """Return the gap of each region to a reference, with what may be said of it.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, or a frame of one's own with region, indicator,
        year and value, lo and hi beside it or in its place where it is an interval. pandas,
        polars (eager or lazy) or a DuckDB relation.
    to : str
        ``best``, ``median`` or ``mean`` of the contestants; ``benchmark``; ``every`` (all
        ordered pairs of regions); or a region by any of its names.
    allow : collection of str
        Forbidding reasons to overrule: part-and-whole, different-year,
        each-county-ceiling, different-scope. They are still shown.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.
    benchmarks : frame, optional
        For ``to="benchmark"``: rows like ``compare.table("benchmarks")``; by default those of
        the evidence.
    evidence : Evidence, optional
        Names of regions and benchmarks: :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, one row per region, indicator, year and kind (and reference,
        for ``every`` and ``benchmark``; without a benchmark the reference is empty): the
        columns given; ``reference``,
        reference_value, reference_lo, reference_hi, reference_figure; ``gap`` (value less
        reference, where both are single numbers), gap_lo, gap_hi (its interval) in
        ``gap_unit`` (percentage points for %); ``verdict``: ahead, behind, level,
        undetermined, not-comparable or missing, with direction folded in; ``reasons``,
        joined by semicolons. Where the verdict is not-comparable or missing there is no
        gap.

    Raises
    ------
    UnknownValueError
        If ``to`` names no region of the frame or the evidence, ``allow`` no reason, or no
        benchmarks are given to compare with.

    Notes
    -----
    A gap is decided only if every value of one interval lies beyond every value of the
    other. Actuals are compared with actuals and targets with targets. Against the best,
    an interval reaches at most to zero. A benchmark stated as a bound is met or not: 92.0
    is behind ``> 92`` and level with ``≥ 92``.

    Examples
    --------
    >>> import compare
    >>> row = compare.align(compare.observations(indicator="compulsory_retention"), year=2020,
    ...                     kind="actual", evidence=compare.evidence())
    >>> gap = compare.gaps(row, to="平阳").set_index("region")
    >>> float(gap.loc["fushun", "gap"].round(1)), gap.loc["fushun", "verdict"]
    (-9.4, 'behind')
    >>> gap.loc["ningbo", ["verdict", "reasons"]].tolist()
    ['missing', 'not-in-text']
    """
    check_allow(allow)
    came = enter(aligned, direction=direction, directed=True)
    given = columns_of(came.frame)
    of_the_field = to in ("best", *MIDDLES)
    rows = with_folded((tidied if of_the_field else completed)(came.frame), given)
    if to == "best":
        compared = to_best(rows, given, allow)
    elif to in MIDDLES:
        compared = to_middle(rows, given, allow, to)
    elif to == "benchmark":
        compared = to_benchmark(rows, given, came, allow, _benchmarks(benchmarks, evidence))
    elif to == "every":
        _refuse_too_many(rows)
        compared = pairs(rows, rows, given, allow, how="inner").filter(
            pl.col("region") != pl.col("reference")
        )
    else:
        slug = region_named("to", to, rows, evidence, beside=_TO)
        beside = rows.filter(pl.col("region") == slug)
        compared = pairs(rows, beside, given, allow, how="left")
        compared = compared.with_columns(reference=pl.lit(slug))
    return came.give_back(compared.select(*(n for n in given if n not in NEW), *NEW))


_TO = ("best", *MIDDLES, "benchmark", "every")
"""What gaps are to beside a region."""

MOST_PAIRS = 4_000_000
"""So many pairs of regions are judged at once; more would take all memory there is."""


def _refuse_too_many(rows: pl.LazyFrame) -> None:
    """Refuse a comparison of every region with every other that no machine would hold."""
    each = rows.group_by(MOMENT).len().select((pl.col("len").cast(pl.Int64) ** 2).sum())
    pairs_in_all = int(each.pipe(collected).item() or 0)
    if pairs_in_all > MOST_PAIRS:
        raise UnknownValueError(
            f"to='every' would be {pairs_in_all:,} pairs of regions; allowed: {MOST_PAIRS:,}; do: "
            "keep the rows of the regions and indicators that are meant, or to='best', 'median' "
            "or a region"
        )


def _benchmarks(benchmarks: Any, evidence: Evidence | None) -> Any:
    """Return the benchmarks to compare with."""
    if benchmarks is None and evidence is None:
        raise UnknownValueError(
            "to='benchmark' needs the benchmarks: evidence=compare.evidence(), or "
            "benchmarks=<a frame like compare.table('benchmarks')>"
        )
    return evidence.benchmarks if benchmarks is None and evidence else benchmarks
