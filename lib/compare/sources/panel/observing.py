"""Cells of own tables observed: each with its region and its indicator, and refused where twice.

Of each cell a number or two are kept, in few bytes; rows with all that observations have are
made of some of them at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.flags import AFTER_BREAK, BREAK
from compare.sources.panel.indicators import Indicator
from compare.sources.panel.origins import Origins
from compare.sources.panel.to_pandas import slices

THERE = pl.col("comparator") != ""
"""Tells which cells have a value."""
WHOLE = pl.col("_whole")
"""Tells which cells are of wholes."""

_KEYS = ["region", "indicator", "year"]


_TODO = (
    "do: name the column that tells them apart (indicator=[…] takes several, parent= tells equal "
    "names apart), or take rows out"
)


class SeveralError(FrameError):
    """Several values for one region, indicator and year.

    Attributes
    ----------
    said : str
        What is wrong, without what to do.
    cells : polars.DataFrame
        region, indicator, year, sheet and row of each of them.
    """

    def __init__(self, said: str, cells: pl.DataFrame, todo: str = _TODO) -> None:
        self.said, self.cells = said, cells
        super().__init__(said + todo)


@dataclass(frozen=True)
class Cells:
    """The cells of a table, with what they have in common.

    Attributes
    ----------
    frame : polars.DataFrame
        line, letters, region, indicator, year, year_start, comparator, value, lo, hi,
        resolution, withheld, flags, after_break and whether it is of a whole.
    facts : polars.DataFrame
        theme, unit, direction, floor and cap of each indicator.
    origins : Origins
        Where they stand.
    source : str
        The document that they are of.
    kind : {"actual", "target"}
        What the values are of which the table does not say it.
    """

    frame: pl.DataFrame
    facts: pl.DataFrame
    origins: Origins
    source: str
    kind: str

    def number(self, which: pl.Expr) -> int:
        """Return how many cells some are."""
        return int(self.frame.select(which.sum()).item())

    def told(self, which: pl.Expr) -> Iterator[pl.DataFrame]:
        """Return cells in full, some at a time: every column of observations, and the id."""
        return (self.in_full(part.filter(which)) for part in slices(self.frame))

    def in_full(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Return some cells with every column of observations, and their texts."""
        rows = cells.join(self.facts, on="indicator", how="left", maintain_order="left")
        sign = pl.col("comparator")
        return rows.with_columns(
            pl.col("year", "year_start").cast(pl.Int64),
            figure=self.origins.figures(cells),
            kind=pl.coalesce(pl.col("kind").cast(pl.String), pl.lit(self.kind)),
            comparability=pl.lit("exact"),
            use=pl.lit("main"),
            lo=pl.when(sign.is_in(["<", "<="])).then("floor").otherwise("lo"),
            hi=pl.when(sign.is_in([">", ">="])).then("cap").otherwise("hi"),
            lo_open=sign == ">",
            hi_open=sign == "<",
            approximate=sign == "~",
            document=pl.lit(self.source),
        )

    def with_texts(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Return some cells with what stands in them."""
        return cells.with_columns(text=self.origins.texts(cells))


def observed(
    long: pl.DataFrame,
    origins: Origins,
    regions: pl.DataFrame,
    known: Sequence[Indicator],
    source: str,
    kind: str,
) -> Cells:
    """Put the keys of regions and indicators into a long table.

    Parameters
    ----------
    long : polars.DataFrame
        Its cells.
    origins : Origins
        Where they stand.
    regions : polars.DataFrame
        place, key (``region``) and ``_whole`` of each region.
    known : sequence of Indicator
        What is known of all its indicators.
    source, kind : str
        The document that they are of, and what the values are.

    Raises
    ------
    FrameError
        If there are several values for one region, indicator and year, or fractions among
        percentages.
    """
    names = pl.Enum([one.key for one in known])
    keys = pl.Enum(regions["region"].unique(maintain_order=True))
    facts = pl.DataFrame(
        [(one.key, one.theme, one.unit, one.direction, one.floor, one.cap) for one in known],
        schema={"indicator": names, "theme": pl.String, "unit": pl.String,
                "direction": pl.String, "floor": pl.Float64, "cap": pl.Float64},
        orient="row",
    )  # fmt: skip
    of_lines = origins.lines.join(regions, on="place", how="left", maintain_order="left")
    frame = long.drop("unit", "share").with_columns(
        pl.col("indicator").cast(names),
        region=of_lines["region"].cast(keys).gather(long["line"]),
        _whole=of_lines["_whole"].gather(long["line"]),
    )
    found = Cells(frame.with_columns(_after_break(frame)), facts, origins, source, kind)
    _refuse_twice(found)
    _refuse_fractions(found)
    return found


def _after_break(frame: pl.DataFrame) -> pl.Series:
    """Tell which cells stand at or behind a break of their series."""
    letters = [flags for flags in frame["flags"].unique().to_list() if BREAK in flags]
    broken = frame.filter(pl.col("flags").is_in(letters))
    first = broken.group_by("region", "indicator").agg(_first=pl.col("year").min())
    if first.is_empty():
        return pl.repeat(value=False, n=frame.height, eager=True).alias(AFTER_BREAK)
    series = frame.select(_KEYS).join(
        first, on=["region", "indicator"], how="left", maintain_order="left"
    )
    return series.select(
        (pl.col("year") >= pl.col("_first")).fill_null(value=False).alias(AFTER_BREAK)
    ).to_series()


def _refuse_twice(found: Cells) -> None:
    """Refuse several values for one region, indicator and year, with their cells."""
    # one number for each key is counted several times as fast as three columns
    region, indicator, kind = (
        pl.col(name).to_physical().cast(pl.UInt64) for name in ("region", "indicator", "kind")
    )
    of_kind = kind.fill_null(0 if found.kind == "actual" else 1)
    key = ((region * found.facts.height + indicator) * _YEARS + pl.col("year")) * 2 + of_kind
    keys = found.frame.lazy().filter(THERE).select(key).collect().to_series()
    if keys.n_unique() == len(keys):
        return
    several = found.frame.filter(THERE).filter(keys.is_duplicated())
    first = several.select(_KEYS).unique(maintain_order=True).head(3)
    shown = [
        f"{region} {indicator} {year} ({listed(figures)})"
        for region, indicator, year, figures in found.in_full(
            several.join(first, on=_KEYS, how="semi", maintain_order="left")
        )
        .group_by(_KEYS, maintain_order=True)
        .agg("figure")
        .rows()
    ]
    message = (
        f"several values for {'; '.join(shown)}: {several.height} cells in all; allowed: one for "
        "each region, indicator and year; "
    )
    stand = found.origins.lines.select("sheet", "row")[several["line"]]
    raise SeveralError(message, several.select(_KEYS).hstack(stand.cast({"sheet": pl.String})))


_YEARS = 10_000
"""More than there are years: a year is a number below."""


def _refuse_fractions(found: Cells) -> None:
    """Refuse 0.98 among 97 and 96: a fraction that a spreadsheet showed as per cent."""
    value = pl.col("value")
    percent = found.facts.filter(pl.col("unit") == "%")["indicator"]
    below_1 = found.frame.filter(
        pl.col("indicator").is_in(percent.implode()) & (value > 0) & (value < 1)
    )
    seen = (
        found.frame.filter(pl.col("indicator").is_in(below_1["indicator"].unique().implode()))
        .group_by("indicator")
        .agg(middle=value.median(), next_above=value.filter(value >= 1).min())
    )
    apart = seen.filter((pl.col("middle") >= MIDDLE) & (pl.col("next_above") >= NONE_UP_TO))
    odd = below_1.filter(pl.col("indicator").is_in(apart["indicator"].implode()))
    if odd.height:
        shown = found.with_texts(found.in_full(odd.head(3)))
        first = [f"{row['figure']} has {row['text']}" for row in shown.to_dicts()]
        name = str(odd["indicator"][0])
        around = apart.filter(pl.col("indicator") == name)["middle"][0]
        raise FrameError(
            f"{'; '.join(first)} among percentages of {name} around {around:g} ({odd.height} cells "
            "in all): a fraction, or a percentage below 1? do: write all as percentages (98 or 98%)"
        )


MIDDLE, NONE_UP_TO = 50, 20
"""Percentages of this median, none of them from 1 to the other number: below 1 is a fraction."""
