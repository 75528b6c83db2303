"""Dispersion: how unequal regions are in one indicator, by five measures.

The formulas are written out here, in one sorted pass. PySAL's
``inequality`` has Gini and Theil in four lines of numpy each, but brings geopandas,
scikit-learn, pyproj and scipy with it, and knows no weights.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from numbers import Real
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import (
    MOMENT,
    SAID,
    check_allow,
    completed,
    contest_keys,
    is_there,
    said_apart,
    with_contestants,
)
from compare.comparisons.frames import columns_of, constants, distinct, enter, holds, present
from compare.comparisons.intervals import with_point
from compare.comparisons.regions import region_named
from compare.comparisons.rules import field_flags, flags_alone, in_order, joined
from compare.errors import CompareError, unknown
from compare.ledger.evidence import Evidence
from compare.reasons import named

DIGITS = 12
"""Decimals that a measure is given with: the noise of binary fractions lies beyond them."""

_DESCRIBED = ("theme", "indicator_zh", "indicator_en", "unit")
_ABSOLUTE = ("mean", "standard_deviation")
_RELATIVE = ("coefficient_of_variation", "gini", "theil")
_ENDS = ("min", "max", "range")


class MeasureError(CompareError, ValueError):
    """A measure over regions cannot be taken as asked."""


def dispersion(
    aligned: Any,
    *,
    weights: Mapping[str, float] | None = None,
    allow: Collection[str] = (),
    evidence: Evidence | None = None,
) -> Any:
    """Return how far apart regions are in each indicator, year and kind.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, or a frame of one's own with region, indicator,
        year and value, lo and hi beside it or in its place where it is an interval. pandas,
        polars (eager or lazy) or a DuckDB relation.
    weights : mapping of str to float, optional
        Region to weight (students, inhabitants, in any unit), by any name that the rows or
        the evidence have for it; a region of weight 0 does not count. By default every
        region counts the same.
    evidence : Evidence, optional
        Further names of regions: :func:`compare.evidence`.
    allow : collection of str
        ``different-year`` measures values observed in different years together;
        ``different-scope`` with ``each-county-ceiling`` values that state different
        things.

    Returns
    -------
    frame
        Of the kind given, one row per indicator, year and kind: what is known of the
        indicator (theme, names, unit); ``n`` regions measured; ``mean``,
        ``standard_deviation`` (of a population), ``min``, ``max``, ``range``, in the
        indicator's unit; ``coefficient_of_variation``, ``gini``, ``theil``, without one;
        ``excluded`` regions that have a value which is not measured; ``missing`` regions
        without a value; ``reasons``, joined by semicolons. Where fewer than two regions
        are measured there are no measures; where a mean is zero or a value negative, no
        relative ones.

    Raises
    ------
    UnknownValueError
        If ``weights`` names no region of the frame, or ``allow`` no reason.
    MeasureError
        If a weight is no number, negative, or missing for a region that is measured, or if
        all are zero.

    Notes
    -----
    Measured are the single numbers of contestants, as in :func:`compare.rankings`: no
    neutral counts, and no whole whose part is in. Proxies do not count, nor do intervals
    (``90%以上``): the middle of a bound is nobody's value. An estimate with limits counts as
    its estimate. Of values that state different
    things, those count that most regions state (then those of the year asked for, then
    those for the region itself).

    With p the shares of the weights, which sum to 1, and μ = Σpx: the standard deviation is
    √Σp(x − μ)², the coefficient of variation that over μ (weighted by inhabitants, it is
    Williamson's 1965), Gini Σᵢ Σⱼ pᵢpⱼ|xᵢ − xⱼ| / 2μ, and Theil's T Σp(x/μ)ln(x/μ), in which
    a zero counts nothing, as in the limit (Cowell, Measuring Inequality, 2011). Gini is of
    the regions at hand, without the factor n/(n − 1) for samples: two regions reach at most
    0.5. Relative measures of a share depend on the side that is counted: 98 and 99 % are
    close, the 2 and 1 % beyond them are not.

    Examples
    --------
    >>> import compare
    >>> from compare.comparisons.dispersion import dispersion
    >>> row = compare.align(compare.observations(theme="enrolment"), year=2020, kind="actual")
    >>> spread = dispersion(row).set_index("indicator")
    >>> spread.loc["compulsory_retention", ["n", "range", "gini"]].round(4).tolist()
    [3.0, 9.4, 0.0216]
    >>> spread.loc["preschool_gross_enrolment", "reasons"]
    'too-few-regions'
    """
    check_allow(allow)
    came = enter(aligned)
    given = columns_of(came.frame)
    keys = contest_keys(allow, given)
    rows = with_contestants(_without_proxies(completed(came.frame)), given, allow)
    rows = with_main_contest(rows, pl.col("_contestant"), keys)
    rows = with_point(rows, given, "_at")
    rows = rows.with_columns(_point=pl.col("_main") & ~pl.col("_at").is_null())
    rows = _weighted(rows, weights, evidence)
    rows = rows.with_columns(_used=pl.col("_point") & holds(pl.col("_weight") > 0))
    described = [name for name in _DESCRIBED if name in given]
    table = _counted(rows, _flags(given, allow), described).join(
        _measured(rows), on=MOMENT, how="left"
    )
    return came.give_back(_judged(table, described))


def with_main_contest(rows: pl.LazyFrame, counts: pl.Expr, keys: Collection[str]) -> pl.LazyFrame:
    """Add ``_main``: rows that count, in the contest of their indicator that most belong to.

    Parameters
    ----------
    rows : polars.LazyFrame
        Completed rows.
    counts : polars.Expr
        Which rows count.
    keys : collection of str
        What contestants share (:func:`~compare.comparisons.comparability.contest_keys`).
        Of two contests as large, the main one is that of the year asked for, then that for
        regions, then the first in order. And for each column that a reason of the table
        says must not differ, beside scope and year observed: ``_apart_`` and its name, where
        a row that counts differs from the main contest.
    """
    extra = [name for name in keys if name not in MOMENT]
    if not extra:
        return rows.with_columns(_main=holds(counts))
    contests = rows.filter(counts).group_by(*keys).agg(_size=pl.len())
    favour = pl.lit(0)
    if "observed_year" in extra:
        favour = favour + 2 * (pl.col("observed_year") == pl.col("year")).cast(pl.Int64)
    if "scope" in extra:
        favour = favour + (pl.col("scope") == "region").cast(pl.Int64)
    order = pl.concat_str(*(pl.col(name).cast(pl.String) for name in extra), separator=" ")
    contests = contests.with_columns(_favour=4 * pl.col("_size") + favour, _order=order)
    top = contests.filter(pl.col("_favour") == pl.col("_favour").max().over(*MOMENT))
    first = top.filter(pl.col("_order") == pl.col("_order").min().over(*MOMENT))
    flagged = first.select(*keys, _in_main=pl.lit(True))
    joined = rows.join(flagged, on=list(keys), how="left")
    joined = joined.with_columns(_main=holds(counts & ~pl.col("_in_main").is_null()))
    joined = joined.drop("_in_main")
    said = [name for name in keys if name.startswith(SAID)]
    if not said:
        return joined
    top_said = first.select(*MOMENT, *(pl.col(name).alias(f"_main{name}") for name in said))
    beside = joined.join(top_said, on=MOMENT, how="left")
    differs = {name: pl.col(name) != pl.col(f"_main{name}") for name in said}
    return beside.with_columns(
        **{
            f"_apart_{name.removeprefix(SAID)}": holds(counts & other)
            for name, other in differs.items()
        }
    )


def checked_weights(
    argument: str, weights: Mapping[str, float], known: Iterable[str]
) -> dict[str, float]:
    """Return weights as floats, or refuse them: names, then numbers, then their sum."""
    if not isinstance(weights, Mapping):
        raise MeasureError(f"{argument}={weights!r}; allowed: a mapping of names to numbers")
    known = set(known)
    for name in weights:
        if name not in known:
            raise unknown(argument, name, known)
    wrong = [
        f"{name}: {weight!r}"
        for name, weight in weights.items()
        if not is_number(weight) or weight < 0
    ]
    if wrong:
        raise MeasureError(f"{argument} has {', '.join(wrong)}; allowed: numbers, 0 or more")
    if not any(weights.values()):
        raise MeasureError(f"{argument} are all zero; give at least one above 0")
    return {name: float(weight) for name, weight in weights.items()}


def is_number(value: object) -> bool:
    """Tell whether a value is a finite number, which True and False are not."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def _without_proxies(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Take the intervals from proxies, so that they contest nothing, and mark them."""
    proxy = holds(pl.col("comparability") == "proxy")
    rows = rows.with_columns(_proxy=proxy & is_there(), _has=is_there())
    real = ~pl.col("_proxy")
    return rows.with_columns(
        lo=pl.when(real).then(pl.col("lo")), hi=pl.when(real).then(pl.col("hi"))
    )


def _weighted(
    rows: pl.LazyFrame, weights: Mapping[str, float] | None, evidence: Evidence | None
) -> pl.LazyFrame:
    """Add the weight of each region; every region that could be measured needs one."""
    if weights is None:
        return rows.with_columns(_weight=pl.lit(1.0))
    known = set(distinct(rows, "region").pipe(collected).get_column("region").to_list())
    checked = checked_weights("weights", _by_slug(weights, rows, known, evidence), known)
    table = constants(
        {"_weighted_region": list(checked), "_weight": [float(w) for w in checked.values()]}
    )
    joined = rows.join(table, how="left", left_on="region", right_on="_weighted_region")
    without = joined.filter(pl.col("_point") & pl.col("_weight").is_null()).select("region")
    names = sorted(set(without.pipe(collected).get_column("region").to_list()))
    if names:
        raise MeasureError(
            f"weights has none for {', '.join(names)}; give one, or 0 to leave the region out"
        )
    return joined


def _by_slug(
    weights: Mapping[str, float],
    rows: pl.LazyFrame,
    known: Collection[str],
    evidence: Evidence | None,
) -> Any:
    """Name regions by their keys."""
    if not isinstance(weights, Mapping):
        return weights
    slugs = {}
    for name in weights:
        slugs[name] = name
        if name not in known:
            slugs[name] = region_named("weights", name, rows, evidence)
    twice = sorted({slug for slug in slugs.values() if list(slugs.values()).count(slug) > 1})
    if twice:
        raise MeasureError(f"weights has several for {', '.join(twice)}; give one")
    return {slugs[name]: weight for name, weight in weights.items()}


def _counted(
    rows: pl.LazyFrame, flags: Mapping[str, pl.Expr], described: list[str]
) -> pl.LazyFrame:
    """Return a row per moment: what was counted, what was not, and why."""
    counts = {"n": pl.col("_used"), "_all": pl.lit(True), "_values": pl.col("_has")}
    flagged = rows.with_columns(
        **{f"_n {name}": holds(flag).cast(pl.Int64) for name, flag in {**counts, **flags}.items()}
    )
    table = flagged.group_by(*MOMENT).agg(
        pl.col(*(f"_n {name}" for name in [*counts, *flags])).sum(),
        *(pl.col(name).max() for name in described),
    )
    return table.select(
        *MOMENT,
        *described,
        n=pl.col("_n n").cast(pl.Int64),
        excluded=(pl.col("_n _values") - pl.col("_n n")).cast(pl.Int64),
        missing=(pl.col("_n _all") - pl.col("_n _values")).cast(pl.Int64),
        **{f"_is {name}": pl.col(f"_n {name}") > 0 for name in flags},
    )


def _flags(given: Collection[str], allow: Collection[str]) -> dict[str, pl.Expr]:
    """Return of which row of a moment each reason is said."""
    used, there, main = pl.col("_used"), is_there(), pl.col("_main")
    outside = pl.col("_contestant") & ~main
    field, cautions = field_flags(given), named("cautions")
    schemes = ("one-province-scheme",)  # said of an indicator, measured or not
    flags = {
        name: flag & (used if name in cautions and name not in schemes else there)
        for name, flag in field.items()
    }
    flags |= {name: field[name] for name in ("no-direction", "not-rankable") if name in field}
    if "proxy" in flags:
        flags["proxy"] = pl.col("_proxy")
    elsewhere = flags_alone(given).get("different-year", pl.lit(False))
    if "different-year" in flags:
        flags["different-year"] |= (used | outside) & elsewhere
    for reason in said_apart(given, allow):
        apart = pl.col(f"_apart_{reason.column}")
        flags[reason.name] |= apart
        elsewhere = elsewhere | apart
    if "different-scope" in flags:
        flags["different-scope"] |= outside & ~elsewhere
    return {"interval": main & ~pl.col("_point"), **in_order(flags)}


def _measured(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return a row per moment with the measures of the values used."""
    used = rows.filter(pl.col("_used")).with_columns(_x=pl.col("_at").cast(pl.Float64))
    share = pl.col("_weight") / pl.col("_weight").sum().over(*MOMENT)
    shared = used.with_columns(_p=share)
    x, p, mean = pl.col("_x"), pl.col("_p"), pl.col("_mean")
    sized = shared.with_columns(
        _mean=(p * x).sum().over(*MOMENT), _up_to=p.cum_sum().over(*MOMENT, order_by="_x")
    )
    scaled = sized.with_columns(
        _ratio=pl.when((x > 0) & (mean > 0)).then(x / mean).otherwise(pl.lit(1.0))
    )
    terms = scaled.with_columns(
        _square=p * (x - mean) * (x - mean),
        _height=p * x * (2 * pl.col("_up_to") - p),
        _theil=p * pl.col("_ratio") * pl.col("_ratio").log(),
    )
    return terms.group_by(*MOMENT).agg(
        _mean=pl.col("_mean").max(),
        _variance=pl.col("_square").sum(),
        _height=pl.col("_height").sum(),
        _theil=pl.col("_theil").sum(),
        min=x.min(),
        max=x.max(),
    )


def _judged(table: pl.LazyFrame, described: list[str]) -> pl.LazyFrame:
    """Turn sums into measures, leave out what has no meaning, and say why."""
    few = pl.col("n") < 2
    positive = pl.col("_mean") > 0
    negative = pl.col("min") < 0
    measures = {
        "mean": pl.when(_alike()).then(pl.col("min")).otherwise(pl.col("_mean")),
        "standard_deviation": _unless_alike(pl.col("_variance").sqrt()),
        "coefficient_of_variation": _unless_alike(_over_mean(pl.col("_variance").sqrt())),
        "gini": _unless_alike(_over_mean(pl.col("_height")) - 1),
        "theil": _unless_alike(pl.col("_theil")),
        "min": pl.col("min"),
        "max": pl.col("max"),
        "range": pl.col("max") - pl.col("min"),
    }
    known = dict.fromkeys((*_ABSOLUTE, *_ENDS), ~few) | dict.fromkeys(
        _RELATIVE, ~few & positive & ~negative
    )
    nowhere = pl.lit(False)  # measured: said instead of the number of regions
    for name in present(table, ("_is no-direction", "_is not-rankable")):
        nowhere = nowhere | pl.col(name)
    flags = {
        "too-few-regions": few & ~nowhere,
        "negative-values": ~few & holds(negative),
        "zero-mean": ~few & holds(pl.col("_mean") == 0),
        **{name[4:]: pl.col(name) for name in columns_of(table) if name.startswith("_is ")},
    }
    rounded = {
        name: pl.when(known[name]).then(measure.round(DIGITS)) for name, measure in measures.items()
    }
    return table.select(
        "indicator", *described, "year", "kind", "n", **rounded,
        excluded=pl.col("excluded"), missing=pl.col("missing"), reasons=joined(flags),
    )  # fmt: skip


def _alike() -> pl.Expr:
    return pl.col("min") == pl.col("max")


def _unless_alike(measure: pl.Expr) -> pl.Expr:
    """Equal values differ by exactly nothing, whatever their mean was rounded to."""
    return pl.when(_alike()).then(pl.lit(0.0)).otherwise(measure)


def _over_mean(amount: pl.Expr) -> pl.Expr:
    mean = pl.col("_mean")
    return amount / pl.when(mean > 0).then(mean)
