"""Horizons: which value of a series stands for a year, the nearest, the last, or a path's."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from compare.comparisons.comparability import BREAK
from compare.comparisons.frames import holds
from compare.comparisons.intervals import rounded

SERIES = ["region", "indicator", "kind"]
"""What makes a series of values."""


def at_horizon(
    main: pl.LazyFrame, year: int | None, horizon: str, within: int | None
) -> pl.LazyFrame:
    """Keep one year of each series and call it the year asked for."""
    main = main.with_columns(observed_year=pl.col("year"))
    if horizon == "exact":
        return main if year is None else main.filter(pl.col("year") == year)
    if horizon == "latest":
        seen = main if year is None else main.filter(pl.col("year") <= year)
        away = -pl.col("year")
    else:
        assert year is not None and within is not None  # checked at the door
        distance = (pl.col("year") - year).abs()
        seen = main.filter(distance <= within)
        away = distance * 2 + (pl.col("year") > year).cast(pl.Int64)
    kept = (
        seen.with_columns(_away=away)
        .with_columns(_nearest=pl.col("_away").min().over(*SERIES))
        .filter(pl.col("_away") == pl.col("_nearest"))
        .drop("_away", "_nearest")
    )
    asked = pl.lit(year) if year is not None else pl.col("year").max().over("indicator", "kind")
    return kept.with_columns(year=asked)


def on_path(main: pl.LazyFrame, year: int | None, said: Mapping[str, str]) -> pl.LazyFrame:
    """Return each series at a year, linear between its actual before and its target after.

    Parameters
    ----------
    main : polars.LazyFrame
        Main figures.
    year : int, optional
        The year asked for.
    said : mapping
        Further columns that reasons need, each with its rule: a flag of either end holds
        between them.
    """
    assert year is not None  # checked at the door
    keys = ["region", "indicator"]
    before = _outermost(main, (pl.col("kind") == "actual") & (pl.col("year") <= year), last=True)
    after = _outermost(main, (pl.col("kind") == "target") & (pl.col("year") >= year), last=False)
    ends = [
        "year", "lo", "hi", "lo_open", "hi_open", "figure", "comparability", "scope",
        "approximate", "alternative", "conflict", *said,
    ]  # fmt: skip
    both = before.join(
        after.select(*keys, *(pl.col(name).alias(f"_to_{name}") for name in ends)), on=keys
    )
    span = pl.col("_to_year") - pl.col("year")
    share = pl.when(span == 0).then(0.0).otherwise((year - pl.col("year")) / span)
    is_proxy = (pl.col("comparability") == "proxy") | (pl.col("_to_comparability") == "proxy")
    mixed = pl.col("scope") != pl.col("_to_scope")
    if BREAK in said:
        mixed = mixed | (holds(pl.col(BREAK)) != holds(pl.col(f"_to_{BREAK}")))

    def on_the_way(name: str, between: pl.Expr) -> pl.Expr:
        arrived = pl.when(share == 1).then(pl.col(f"_to_{name}")).otherwise(between)
        return pl.when(share == 0).then(pl.col(name)).otherwise(arrived)

    def linear(name: str) -> pl.Expr:
        change = pl.col(f"_to_{name}") - pl.col(name)
        return on_the_way(name, rounded(pl.col(name) + change * share))

    def either(name: str) -> pl.Expr:
        return pl.col(name) | pl.col(f"_to_{name}")

    return (
        both.filter(~mixed)
        .with_columns(
            value=pl.lit(None, dtype=pl.Float64),
            lo=linear("lo"),
            hi=linear("hi"),
            lo_open=on_the_way("lo_open", either("lo_open")),
            hi_open=on_the_way("hi_open", either("hi_open")),
            approximate=either("approximate"),
            conflict=either("conflict"),
            alternative=pl.coalesce(
                *(
                    pl.when(pl.col(f"{end}conflict")).then(pl.col(f"{end}alternative"))
                    for end in ("", "_to_")
                )
            ),
            alternative_lo=pl.lit(None, dtype=pl.Float64),
            alternative_hi=pl.lit(None, dtype=pl.Float64),
            comparator=pl.lit("path"),
            resolution=pl.lit(None, dtype=pl.Float64),
            comparability=pl.when(is_proxy).then(pl.lit("proxy")).otherwise(pl.lit("close")),
            figure=pl.concat_str(pl.col("figure"), pl.col("_to_figure"), separator=" "),
            kind=pl.lit("path"),
            year=pl.lit(year),
            observed_year=pl.lit(year),
            derived=pl.lit(True),
            **{name: either(name) for name, rule in said.items() if rule == "flagged"},
        )
        .drop(*(f"_to_{name}" for name in ends))
    )


def _outermost(main: pl.LazyFrame, where: pl.Expr, *, last: bool) -> pl.LazyFrame:
    """Keep the last, or the first, year of each region and indicator among some rows."""
    year = pl.col("year")
    edge = (year.max() if last else year.min()).over("region", "indicator")
    marked = main.filter(where).with_columns(_edge=edge)
    return marked.filter(year == pl.col("_edge")).drop("_edge")
