"""Align: one row per region and indicator for a year and kind, missing regions included."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from numbers import Real
from typing import Any, Literal

import pandas as pd
import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.comparability import as_text, is_there
from compare.comparisons.frames import (
    Boundary,
    as_pandas,
    columns_of,
    constants,
    distinct,
    enter,
    enter_regions,
    holds,
    with_defaults,
    with_nulls_filled,
)
from compare.comparisons.horizons import SERIES, at_horizon, on_path
from compare.comparisons.intervals import with_about, with_rounding
from compare.errors import UnknownValueError, unknown
from compare.ledger.cells import year_of
from compare.ledger.evidence import Evidence
from compare.ledger.models import COUNTY_LEVEL
from compare.reasons import following

_PLACE = ("region", "indicator")

Horizon = Literal["exact", "nearest", "latest", "path"]
HORIZONS = ("exact", "nearest", "latest", "path")

REGION_COLUMNS = ("region_zh", "region_en", "level", "parent", "province", "adcode")
INDICATOR_COLUMNS = (
    "theme",
    "indicator_zh",
    "indicator_en",
    "direction",
    "unit",
    "floor",
    "cap",
    "rankable",
    "only_in",
    "only_level",
)
VALUE_COLUMNS = (
    "value",
    "lo",
    "hi",
    "lo_open",
    "hi_open",
    "comparator",
    "approximate",
    "comparability",
    "scope",
    "year_basis",
    "figure",
    "document",
)

DEFAULTS: Mapping[str, Any] = {
    "kind": "actual",
    "lo_open": False,
    "hi_open": False,
    "comparator": "=",
    "approximate": False,
    "resolution": pl.Float64,
    "comparability": "exact",
    "scope": "region",
    "year_basis": "printed",
    "use": "main",
    "figure": pl.String,
    "document": pl.String,
    "direction": "higher",
    "unit": "",
    "floor": pl.Float64,
    "cap": pl.Float64,
    "rankable": True,
    "only_in": pl.String,
    "only_level": pl.String,
    "level": pl.String,
    "parent": pl.String,
    "province": pl.String,
    "adcode": pl.String,
}
"""What a frame of one's own need not have; a value or, where absent, a type."""

OBSERVED = {
    name: DEFAULTS[name]
    for name in ("kind", "comparator", "approximate", "comparability", "scope", "year_basis", "use")
}
"""Defaults that also stand in an empty cell of an observation."""

RESULT_COLUMNS = (
    "kind",
    "lo_open",
    "hi_open",
    "observed_year",
    "derived",
    "alternative",
    "alternative_lo",
    "alternative_hi",
    "conflict",
    "status",
)
"""What a result has, whatever its observations came with."""

NO_ALTERNATIVE: Mapping[str, Any] = {
    "alternative": pl.String,
    "alternative_lo": pl.Float64,
    "alternative_hi": pl.Float64,
    "conflict": False,
}
"""What stands beside a figure that is the only one."""

FLAGS = ("lo_open", "hi_open", "approximate", "derived", "conflict")
"""Columns that are false where there is no value."""


def align(
    observations: Any,
    *,
    year: int | str | None = None,
    kind: str | None = None,
    horizon: Horizon = "exact",
    within: int | None = None,
    proxies: bool = False,
    rounding: bool = False,
    about: float = 0.0,
    regions: Any = None,
    direction: str | Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
) -> Any:
    """Return one row per region and indicator for a year and kind.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own with at least
        region, indicator, year and value, lo and hi beside it or in its place where it is an
        interval. pandas, polars (eager or lazy) or a DuckDB relation.
    year : int or str, optional
        The year asked for, 2020 or "2020"; by default every year that an indicator is observed in.
    kind : {"actual", "target"}, optional
        By default every kind that an indicator is observed in. With a year, every indicator
        of the frame has its rows, also one that no region states so.
    horizon : {"exact", "nearest", "latest", "path"}
        ``exact``: that year only. ``nearest``: the nearest year at most ``within`` years
        away, the earlier of two as near. ``latest``: the last year not after it;
        without a year, the last of each region, under the last of all.
        ``path``: linear between the last actual not after it and the first target not
        before it, marked derived and never extrapolated; the kind is then ``path``.
    within : int, optional
        Years that ``nearest`` may go.
    proxies : bool
        Whether a proxy stands in where a region has nothing better.
    rounding : bool
        Whether a printed value becomes the interval that rounds to it.
    about : float
        Half the width of 左右 and 约, in the indicator's unit; 0 takes the number as it is.
    regions : frame, optional
        Regions that must have a row: column region, and what is known of level, parent,
        province, adcode. By default those of the evidence. The regions of the frame have
        their rows in any case.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator: put into the column
        direction, which the comparisons of a frame of one's own need.
    evidence : Evidence, optional
        All regions that there are: :func:`compare.evidence`. Without it nobody is known to
        be missing but those whom the frame names.

    Returns
    -------
    frame
        Of the kind given. Keys: region, indicator, year, kind. ``status``: observed,
        derived, other-year, only-proxy, only-target (of an actual), only-actual (of a
        target), not-in-text (of an own table not-in-table) or not-applicable. Then the main
        figure's value, lo, hi, lo_open, hi_open, comparator, approximate, comparability,
        scope, year_basis, observed_year, figure, document; ``derived``; ``alternative``
        (another figure printed for the same), alternative_lo, alternative_hi and
        ``conflict`` (it says something else); what is known of region and indicator.
        Values are in ``unit``.

    Raises
    ------
    UnknownValueError
        If an argument has no such value, or ``nearest`` comes without ``within``.

    Examples
    --------
    >>> import compare
    >>> row = compare.align(compare.observations(indicator="balance_junior"), year=2025,
    ...                     kind="target", evidence=compare.evidence())
    >>> dict(zip(row["region"], row["status"]))["quzhou"]
    'other-year'
    >>> row.loc[row["status"] == "observed", ["region", "value"]].to_dict("split")["data"]
    [['pingyang', 0.23], ['xiangshan', 0.25]]
    """
    year = _year(year)
    _check(horizon, year, within, kind, about)
    came = enter(observations, "observations", kinds=("actual", "target"), direction=direction)
    everyone = _regions(came, regions, evidence)
    given = columns_of(came.frame)
    every = with_nulls_filled(with_defaults(came.frame, DEFAULTS), OBSERVED)
    stated = every.filter(is_there()) if horizon == "latest" else every  # a blank is not the latest
    observed = stated if horizon == "path" or kind is None else _of_kind(stated, kind)
    usable = _usable(observed, proxies=proxies) if "comparability" in given else observed
    main = _with_alternatives(usable) if "use" in given else with_defaults(usable, NO_ALTERNATIVE)
    if horizon == "path":
        chosen, kind = on_path(main, year, _said(given)), "path"
        observed = observed.with_columns(kind=pl.lit(kind))
    else:
        chosen = at_horizon(main, year, horizon, within)
    if rounding:
        chosen = with_rounding(chosen)
    if about:
        chosen = with_about(chosen, about)
    moments = _moments(every, observed, chosen, year, kind, proxies="comparability" in given)
    grid = _grid(moments, every, everyone, given)
    unstated = "not-in-table" if evidence is not None and evidence.of_tables else "not-in-text"
    filled = _filled(grid, chosen, _seen(every, given), given, unstated, derived=horizon == "path")
    names = {*given, *columns_of(everyone), *RESULT_COLUMNS}
    order = dict.fromkeys([*columns_of(grid), *VALUE_COLUMNS, *_said(given), *RESULT_COLUMNS])
    return came.give_back(filled.select(*(name for name in order if name in names)))


def _of_kind(rows: pl.LazyFrame, kind: str) -> pl.LazyFrame:
    return rows.filter(pl.col("kind") == kind)


def observed_rows(
    observations: Any, *, direction: str | Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return observations as pandas, with every column that a comparison may ask for.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        In place of the column direction.
    """
    came = enter(
        observations, "observations", kinds=("actual", "target"), direction=direction, directed=True
    )
    return as_pandas(
        came.give_back(with_nulls_filled(with_defaults(came.frame, DEFAULTS), OBSERVED))
    )


def _year(year: Any) -> int | None:
    """Return the year asked for as a number."""
    try:
        return year_of(year)
    except ValueError as error:
        raise UnknownValueError(f"year={year!r} is no year; allowed: {error}") from None


def _check(horizon: str, year: int | None, within: Any, kind: str | None, about: Any) -> None:
    if horizon not in HORIZONS:
        raise unknown("horizon", horizon, HORIZONS)
    if kind not in (None, "actual", "target"):
        raise unknown("kind", kind, ("actual", "target"))
    if not _is_width(about):
        raise UnknownValueError(
            f"about={about!r}; allowed: a number, 0 or more: half the width of 左右 and 约"
        )
    if within is not None and not (_is_width(within) and within == int(within)):
        raise UnknownValueError(f"within={within!r}; allowed: a whole number of years, 0 or more")
    if horizon == "nearest" and within is None:
        raise UnknownValueError(
            "horizon='nearest' needs within=<years>, 0 or more: how far a year may be away"
        )
    if horizon in ("nearest", "path") and year is None:
        raise UnknownValueError(f"horizon={horizon!r} needs year=<the year asked for>")


def _is_width(value: object) -> bool:
    """Tell whether a value is a finite number, 0 or more, which True and False are not."""
    if not isinstance(value, Real) or isinstance(value, bool):
        return False
    return math.isfinite(value) and float(value) >= 0


def _regions(came: Boundary, regions: Any, evidence: Evidence | None) -> pl.LazyFrame:
    """Return the regions that must have a row.

    Those asked for come first, then those of the frame that are not among them: a row never
    vanishes because nobody knows its region.
    """
    has = columns_of(came.frame)
    own = _each(came.frame, "region", [name for name in REGION_COLUMNS if name in has])
    asked = _asked_regions(came, regions, evidence)
    if asked is None:
        return own
    strangers = own.join(asked, on="region", how="anti")
    names = list(dict.fromkeys([*columns_of(asked), *columns_of(own)]))
    both = [with_defaults(part, dict.fromkeys(names, pl.String)) for part in (asked, strangers)]
    first, second = (part.collect_schema() for part in both)
    unlike = [name for name in names if first[name] != second[name]]  # a code as text, or number
    asked, strangers = (
        part.with_columns(as_text(name, schema) for name in unlike)
        for part, schema in zip(both, (first, second), strict=True)
    )
    return pl.concat([asked.select(*names), strangers.select(*names)])


def _asked_regions(came: Boundary, regions: Any, evidence: Evidence | None) -> pl.LazyFrame | None:
    """Return the regions given, or those of the evidence; None where neither says any."""
    if regions is None:
        if evidence is None:
            return None
        regions = evidence.regions.rename(
            columns={"name_zh": "region_zh", "name_en": "region_en"}
        ).astype(object)
    records = enter_regions(regions, beside=came).frame.pipe(collected).to_dict(as_series=False)
    names = [name for name in ("region", *REGION_COLUMNS) if name in records]
    return constants({name: records[name] for name in names})


def _said(given: Collection[str]) -> dict[str, str]:
    """Return further columns of an observation that a reason of the table needs, with its rule."""
    known = {*REGION_COLUMNS, *INDICATOR_COLUMNS, *VALUE_COLUMNS, *RESULT_COLUMNS}
    return {
        reason.column: rule
        for rule in ("differs", "flagged")
        for reason in following(rule)
        if reason.column in given and reason.column not in known
    }


def _each(frame: pl.LazyFrame, key: str, known: list[str]) -> pl.LazyFrame:
    """Return each region or indicator once, with what is known of it."""
    if not known:
        return distinct(frame, key)
    return frame.group_by(key).agg(pl.col(*known).max())


def _usable(observed: pl.LazyFrame, *, proxies: bool) -> pl.LazyFrame:
    """Drop proxies, or those that something better stands beside."""
    if not proxies:
        return observed.filter(pl.col("comparability") != "proxy")
    is_proxy = pl.col("comparability") == "proxy"
    marked = observed.with_columns(_better=(~is_proxy).cast(pl.Int8).max().over(*SERIES, "year"))
    return marked.filter(~is_proxy | (pl.col("_better") == 0)).drop("_better")


def _with_alternatives(usable: pl.LazyFrame) -> pl.LazyFrame:
    """Return the main figures, each with the first other one and whether that differs."""
    keys, ends = [*SERIES, "year"], ["lo", "hi", "lo_open", "hi_open"]
    main = usable.filter(pl.col("use") == "main")
    others = usable.filter(pl.col("use") == "alternative").select(
        *keys,
        *(pl.col(name).alias(f"alternative_{name}") for name in ends),
        alternative=pl.col("figure"),
    )
    differs = [_unlike(name, f"alternative_{name}") for name in ends]
    first = (
        others.join(main.select(*keys, *ends), on=keys)
        .with_columns(conflict=pl.any_horizontal(*differs))
        .with_columns(_same=~pl.col("conflict"))
        .sort("_same", "alternative", "alternative_lo", "alternative_hi")
        .unique(keys, keep="first")
        .drop("_same", *ends, "alternative_lo_open", "alternative_hi_open")
    )
    joined = main.join(first, how="left", on=keys)
    return joined.with_columns(pl.col("conflict").fill_null(value=False))


def _unlike(first: str, second: str) -> pl.Expr:
    """Tell where two columns differ, absent values being alike."""
    a, b = pl.col(first), pl.col(second)
    return (a.is_null() != b.is_null()) | (~a.is_null() & ~b.is_null() & (a != b))


def _moments(
    every: pl.LazyFrame,
    observed: pl.LazyFrame,
    chosen: pl.LazyFrame,
    year: int | None,
    kind: str | None,
    *,
    proxies: bool,
) -> pl.LazyFrame:
    """Return each indicator with the kinds and years that regions are asked for.

    A year and a kind asked for are asked of every indicator, also of those that no region
    states so; one that has nothing but proxies is asked for in its last year.
    """
    if year is not None and kind is not None:
        indicators = distinct(every, "indicator")
        return indicators.with_columns(kind=pl.lit(kind), year=pl.lit(year))
    if year is not None:
        return distinct(observed, "indicator", "kind").with_columns(year=pl.lit(year))
    moments = distinct(chosen, "indicator", "kind", "year")
    if not proxies:
        return moments
    last = observed.group_by("indicator", "kind").agg(pl.col("year").max())
    only_proxies = last.join(moments, on=["indicator", "kind"], how="anti")
    return pl.concat([moments, only_proxies.select("indicator", "kind", "year")])


def _grid(
    moments: pl.LazyFrame,
    every: pl.LazyFrame,
    regions: pl.LazyFrame,
    given: Collection[str],
) -> pl.LazyFrame:
    """Return every region beside every indicator, kind and year that there is to compare."""
    known = [name for name in INDICATOR_COLUMNS if name in given]
    if known:
        moments = moments.join(_each(every, "indicator", known), on="indicator")
    whole = moments.join(regions, how="cross")
    unsaid = ("level", "province", "only_in", "only_level")
    return with_defaults(whole, dict.fromkeys(unsaid, pl.String))


def _filled(
    grid: pl.LazyFrame,
    chosen: pl.LazyFrame,
    seen: pl.LazyFrame,
    given: Collection[str],
    unstated: str,
    *,
    derived: bool,
) -> pl.LazyFrame:
    """Put the chosen values into the grid, and say of each place what stands there."""
    keys = [*SERIES, "year"]
    values = [name for name in VALUE_COLUMNS if name in given] + list(_said(given))
    values += ["observed_year", *(NO_ALTERNATIVE if "use" in given else ())]
    values += ["derived"] if derived else []
    stated = chosen.filter(is_there())  # a blank is nothing stated
    joined = grid.join(stated.select(*keys, *values), on=keys, how="left")
    joined = joined.join(seen, on=_PLACE, how="left")
    flagged = [*FLAGS, *(name for name, rule in _said(given).items() if rule == "flagged")]
    flags = [name for name in flagged if name in values]
    return with_defaults(
        joined.with_columns(
            _status(given, unstated, derived=derived).alias("status"),
            *(holds(pl.col(name)).alias(name) for name in flags),
        ).drop(set(columns_of(seen)) - set(_PLACE)),
        {**dict.fromkeys(FLAGS, False), **NO_ALTERNATIVE},
    )


def _seen(every: pl.LazyFrame, given: Collection[str]) -> pl.LazyFrame:
    """Return what each region has of an indicator in any year: outcomes, targets, or proxies."""
    is_proxy = pl.col("comparability") == "proxy" if "comparability" in given else pl.lit(False)
    found = {
        f"_{kind}": ((pl.col("kind") == kind) & ~is_proxy).any() for kind in ("actual", "target")
    }
    if "comparability" in given:
        found |= {
            f"_{kind}_proxy": ((pl.col("kind") == kind) & is_proxy).any()
            for kind in ("actual", "target")
        }
    return every.filter(is_there()).group_by(_PLACE).agg(**found)


def _of_kind_or_any(mark: str) -> pl.Expr:
    """Tell where a region has something of the kind of a row; on a path, of any kind."""
    actual, target = (holds(pl.col(f"_{kind}{mark}")) for kind in ("actual", "target"))
    kind = pl.col("kind")
    return ((kind != "target") & actual) | ((kind != "actual") & target)


def _status(given: Collection[str], unknown: str, *, derived: bool) -> pl.Expr:
    """Say what stands in a place of the grid, or why there is nothing."""
    unstated: pl.Expr = pl.lit(unknown)
    if "only_in" in given or "only_level" in given:  # who states it all the same, has it
        unstated = pl.when(is_foreign()).then(pl.lit("not-applicable")).otherwise(unstated)
    if "comparability" in given:  # a proxy of the other kind comes last
        other = holds(pl.col("_actual_proxy") | pl.col("_target_proxy"))
        unstated = pl.when(other).then(pl.lit("only-proxy")).otherwise(unstated)
    absent = (
        pl.when((pl.col("kind") == "actual") & holds(pl.col("_target")))
        .then(pl.lit("only-target"))
        .when((pl.col("kind") == "target") & holds(pl.col("_actual")))
        .then(pl.lit("only-actual"))
        .otherwise(unstated)
    )
    if "comparability" in given:
        proxy = _of_kind_or_any("_proxy")
        absent = pl.when(proxy).then(pl.lit("only-proxy")).otherwise(absent)
    absent = pl.when(_of_kind_or_any("")).then(pl.lit("other-year")).otherwise(absent)
    there = pl.lit("derived" if derived else "observed")
    return pl.when(~pl.col("observed_year").is_null()).then(there).otherwise(absent)


def is_foreign() -> pl.Expr:
    """Tell where an indicator is of another province or level than the region."""
    level, only = pl.col("level"), pl.col("only_level")
    counties = level.is_in(COUNTY_LEVEL)
    return (
        holds(~pl.col("only_in").is_null() & (pl.col("only_in") != pl.col("province")))
        | holds((only == "county") & ~counties)
        | holds((only == "prefecture-city") & (level != "prefecture-city"))
    )
