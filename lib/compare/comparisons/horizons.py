"""Horizons: which value of a series stands for a year, the nearest, the last, or a path's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from compare.comparisons.comparability import BREAK
from compare.comparisons.frames import holds
from compare.comparisons.intervals import rounded

SERIES = ["region", "indicator", "kind"]
"""What makes a series of values."""


def at_horizon(
    main: nw.LazyFrame[Any], year: int | None, horizon: str, within: int | None
) -> nw.LazyFrame[Any]:
    """Keep one year of each series and call it the year asked for."""
    main = main.with_columns(observed_year=nw.col("year"), derived=nw.lit(False))
    if horizon == "exact":
        return main if year is None else main.filter(nw.col("year") == year)
    if horizon == "latest":
        seen = main if year is None else main.filter(nw.col("year") <= year)
        away = -nw.col("year")
    else:
        assert year is not None and within is not None  # checked at the door
        distance = (nw.col("year") - year).abs()
        seen = main.filter(distance <= within)
        away = distance * 2 + (nw.col("year") > year).cast(nw.Int64)
    kept = (
        seen.with_columns(_away=away)
        .with_columns(_nearest=nw.col("_away").min().over(*SERIES))
        .filter(nw.col("_away") == nw.col("_nearest"))
        .drop("_away", "_nearest")
    )
    asked = nw.lit(year) if year is not None else nw.col("year").max().over("indicator", "kind")
    return kept.with_columns(year=asked)


def on_path(
    main: nw.LazyFrame[Any], year: int | None, said: Mapping[str, str]
) -> nw.LazyFrame[Any]:
    """Return each series at a year, linear between its actual before and its target after.

    Parameters
    ----------
    main : narwhals.LazyFrame
        Main figures.
    year : int, optional
        The year asked for.
    said : mapping
        Further columns that reasons need, each with its rule: a flag of either end holds
        between them.
    """
    assert year is not None  # checked at the door
    keys = ["region", "indicator"]
    before = _outermost(main, (nw.col("kind") == "actual") & (nw.col("year") <= year), last=True)
    after = _outermost(main, (nw.col("kind") == "target") & (nw.col("year") >= year), last=False)
    ends = [
        "year", "lo", "hi", "lo_open", "hi_open", "figure", "comparability", "scope",
        "approximate", "alternative", "conflict", *said,
    ]  # fmt: skip
    both = before.join(
        after.select(*keys, *(nw.col(name).alias(f"_to_{name}") for name in ends)), on=keys
    )
    span = nw.col("_to_year") - nw.col("year")
    share = nw.when(span == 0).then(0.0).otherwise((year - nw.col("year")) / span)
    is_proxy = (nw.col("comparability") == "proxy") | (nw.col("_to_comparability") == "proxy")
    mixed = nw.col("scope") != nw.col("_to_scope")
    if BREAK in said:
        mixed = mixed | (holds(nw.col(BREAK)) != holds(nw.col(f"_to_{BREAK}")))

    def on_the_way(name: str, between: nw.Expr) -> nw.Expr:
        arrived = nw.when(share == 1).then(nw.col(f"_to_{name}")).otherwise(between)
        return nw.when(share == 0).then(nw.col(name)).otherwise(arrived)

    def linear(name: str) -> nw.Expr:
        change = nw.col(f"_to_{name}") - nw.col(name)
        return on_the_way(name, rounded(nw.col(name) + change * share))

    def either(name: str) -> nw.Expr:
        return nw.col(name) | nw.col(f"_to_{name}")

    return (
        both.filter(~mixed)
        .with_columns(
            value=nw.lit(None, dtype=nw.Float64),
            lo=linear("lo"),
            hi=linear("hi"),
            lo_open=on_the_way("lo_open", either("lo_open")),
            hi_open=on_the_way("hi_open", either("hi_open")),
            approximate=either("approximate"),
            conflict=either("conflict"),
            alternative=nw.coalesce(
                *(
                    nw.when(nw.col(f"{end}conflict")).then(nw.col(f"{end}alternative"))
                    for end in ("", "_to_")
                )
            ),
            alternative_lo=nw.lit(None, dtype=nw.Float64),
            alternative_hi=nw.lit(None, dtype=nw.Float64),
            comparator=nw.lit("path"),
            resolution=nw.lit(None, dtype=nw.Float64),
            comparability=nw.when(is_proxy).then(nw.lit("proxy")).otherwise(nw.lit("close")),
            figure=nw.concat_str(nw.col("figure"), nw.col("_to_figure"), separator=" "),
            kind=nw.lit("path"),
            year=nw.lit(year),
            observed_year=nw.lit(year),
            derived=nw.lit(True),
            **{name: either(name) for name, rule in said.items() if rule == "flagged"},
        )
        .drop(*(f"_to_{name}" for name in ends))
    )


def _outermost(main: nw.LazyFrame[Any], where: nw.Expr, *, last: bool) -> nw.LazyFrame[Any]:
    """Keep the last, or the first, year of each region and indicator among some rows."""
    year = nw.col("year")
    edge = (year.max() if last else year.min()).over("region", "indicator")
    marked = main.filter(where).with_columns(_edge=edge)
    return marked.filter(year == nw.col("_edge")).drop("_edge")
