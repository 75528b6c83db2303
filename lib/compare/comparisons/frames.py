"""The one frame boundary: pandas, polars (eager, lazy) and DuckDB come in, the same goes out.

Inside, every comparison is an expression on a lazy frame of polars. Nothing else in the package
asks what kind of frame it was given, and no cell that means nothing gets further than here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pandas as pd
import polars as pl
from polars.datatypes import DataTypeClass

from compare.comparisons.arrivals import arrived, collected
from compare.comparisons.columns import CHOICES
from compare.comparisons.stated import (
    check_once,
    check_units,
    with_direction,
    with_ends,
    with_main_figures,
)
from compare.comparisons.typed import typed
from compare.errors import FrameError

NEEDED = ("region", "indicator", "year", "value", "lo", "hi")
"""What a frame to compare must have; lo and hi, or the value, where the others say it."""

_BENCHMARK_WORDS = {
    "kind": ("standard", "actual", "target"),
    "comparator": CHOICES["comparator"],
}


@dataclass(frozen=True)
class Boundary:
    """A frame that came in, and the way back out.

    Attributes
    ----------
    frame : polars.LazyFrame
        The rows.
    give_back : callable
        Turns a lazy frame into the kind of frame that came in.
    names : mapping
        The regions and indicators that it has.
    direction : str, optional
        The one direction of all rows, where the caller named it.
    """

    frame: pl.LazyFrame
    give_back: Callable[[pl.LazyFrame], Any]
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    direction: str | None = None


def enter(
    native: Any,
    argument: str = "aligned",
    *,
    needs: Sequence[str] = NEEDED,
    kinds: Sequence[str] = CHOICES["kind"],
    direction: str | Mapping[str, str] | None = None,
    directed: bool = False,
    apart: Mapping[str, pl.Expr] | None = None,
) -> Boundary:
    """Take a frame of aligned rows, or of observations, in.

    Parameters
    ----------
    native : pandas.DataFrame, polars.DataFrame, polars.LazyFrame or duckdb relation
        The frame.
    argument : str
        What the caller calls it, ``aligned`` or ``observations``. Observations may have
        alternatives beside the main figure, and proxies beside what they stand in for.
    needs : sequence of str
        Columns that it must have.
    kinds : sequence of str
        What its kinds may be.
    direction : str or mapping, optional
        higher, lower or neutral, for all indicators or by indicator, in place of its own.
    directed : bool
        Whether it must have a direction.
    apart : mapping, optional
        Column to what of it tells rows of one region, indicator, year and kind apart.

    Raises
    ------
    FrameError
        If it is no such frame, a column is missing (all missing ones are named), or cells
        are not what they should be: columns, rows, values, what is allowed, what to do.
    """
    observed = argument == "observations"
    came = arrived(native)
    frame = came.native
    has = columns_of(frame)
    needed = [name for name in needs if not _said_otherwise(name, has)]
    require_columns(frame, needed, came.columns)
    frame, names = typed(frame, argument, allowed={**CHOICES, "kind": tuple(kinds)})
    check_units(frame, argument)
    frame = with_direction(frame, direction, needed=directed, indicators=names.get("indicator", ()))
    check_once(frame, argument, proxies_apart=observed, apart=apart)
    if not observed:
        frame = with_main_figures(frame)
    everywhere = direction if isinstance(direction, str) else None
    return Boundary(with_ends(frame, argument), came.give_back, names, everywhere)


def enter_benchmarks(native: Any, *, needs: Sequence[str], beside: Boundary) -> Boundary:
    """Take a frame of benchmarks in, for the indicators of another frame."""
    came = arrived(native)
    frame = came.native
    require_columns(frame, needs, came.columns)
    known = {"indicator": beside.names.get("indicator", ())}
    lacking = ("year", "observed_year", "base_year", "region")
    frame, names = typed(
        frame, "benchmarks", allowed=_BENCHMARK_WORDS, may_lack=lacking, like=known
    )
    check_units(frame, "benchmarks", beside.frame)
    return Boundary(frame, came.give_back, names)


def enter_regions(native: Any, *, beside: Boundary) -> Boundary:
    """Take a frame of regions in, spelt as those of another frame."""
    came = arrived(native)
    frame = came.native
    require_columns(frame, ("region",), came.columns)
    known = {"region": beside.names.get("region", ())}
    frame, names = typed(frame, "regions", allowed={}, like=known)
    return Boundary(frame, came.give_back, names)


def _said_otherwise(name: str, has: Iterable[str]) -> bool:
    """Tell whether a column may be left out, since others say what it would."""
    ends = {"lo", "hi"} & set(has)
    return (name == "value" and len(ends) == 2) or (
        name in ("lo", "hi") and "value" in has and not ends
    )


def require_columns(frame: pl.LazyFrame, needs: Sequence[str], given: Sequence[Any]) -> None:
    """Refuse a frame that lacks columns, naming all of them."""
    has = columns_of(frame)
    missing = [name for name in needs if name not in has]
    if missing:
        shown = map(str, given)
        raise FrameError(
            f"the frame has no column {', '.join(missing)}; it has {', '.join(shown)}; "
            "start from compare.observations() or compare.align(), or of a table of your own from "
            f"compare.panel(frame{', year=2023' if 'year' in missing else ''}).observations"
            f"{_of_the_year(missing)}"
        )


def _of_the_year(missing: Sequence[str]) -> str:
    """Say what year= is, where a frame has no year."""
    if "year" not in missing:
        return ""
    return ": year= is the year of all values, where no column and no head says it"


def columns_of(frame: pl.LazyFrame) -> list[str]:
    """Return the names of a frame's columns."""
    return list(frame.collect_schema().names())


def present(frame: pl.LazyFrame, names: Iterable[str]) -> list[str]:
    """Return those of some columns that a frame has, in the order asked.

    Its columns are asked for once: a long plan takes milliseconds to tell them.
    """
    has = columns_of(frame)
    return [name for name in names if name in has]


def constants(columns: Mapping[str, Sequence[Any]]) -> pl.LazyFrame:
    """Return a small table of constants."""
    table = pl.LazyFrame(dict(columns))
    absent = [name for name, cells in columns.items() if all(cell is None for cell in cells)]
    typed = [pl.col(name).cast(pl.String) for name in absent]
    return table.with_columns(*typed) if typed else table


def with_defaults(frame: pl.LazyFrame, defaults: Mapping[str, Any]) -> pl.LazyFrame:
    """Add constant columns that a frame does not have."""
    has = columns_of(frame)
    new = [
        (pl.lit(None, dtype=value) if isinstance(value, DataTypeClass) else pl.lit(value)).alias(
            name
        )
        for name, value in defaults.items()
        if name not in has
    ]
    return frame.with_columns(*new) if new else frame


def with_nulls_filled(frame: pl.LazyFrame, defaults: Mapping[str, Any]) -> pl.LazyFrame:
    """Put the default value, where there is one, in the empty cells of columns it has."""
    has = columns_of(frame)
    filled = [
        pl.col(name).fill_null(value)
        for name, value in defaults.items()
        if name in has and not isinstance(value, type)
    ]
    return frame.with_columns(filled) if filled else frame


def holds(condition: pl.Expr) -> pl.Expr:
    """Take a condition that is unknown, because a value is absent, as one that does not hold."""
    return pl.coalesce(condition, pl.lit(False))  # naming it once keeps expressions short


def distinct(frame: pl.LazyFrame, *keys: str) -> pl.LazyFrame:
    """Return each combination of some columns once, without sorting or numbering rows."""
    return frame.group_by(*keys).agg(_rows=pl.len()).select(*keys)


def summed_up(
    frame: pl.LazyFrame,
    keys: Sequence[str],
    *,
    highest: Mapping[str, str],
    second: Mapping[str, str],
) -> pl.LazyFrame:
    """Return the highest values of each group, some second highest ones, and its size.

    Parameters
    ----------
    frame : polars.LazyFrame
        Rows without absent values in the columns asked for.
    keys : sequence of str
        What makes a group.
    highest, second : mapping
        Name of a result to the column that it is the highest, or second highest, value of.
        The second highest may equal the highest, and is null where there is only one row.

    Returns
    -------
    polars.LazyFrame
        One row per group: the keys, the results and ``_size``.
    """
    several = pl.len() > 1
    return frame.group_by(*keys).agg(
        *(pl.max(column).alias(name) for name, column in highest.items()),
        *(
            pl.when(several).then(pl.col(column).top_k(2).min()).alias(name)
            for name, column in second.items()
        ),
        _size=pl.len().cast(pl.Int64),
    )


def as_pandas(native: Any) -> pd.DataFrame:
    """Return the rows of any kind of frame as pandas, in the order in which they come."""
    if isinstance(native, pd.DataFrame):
        return native.reset_index(drop=True)
    if isinstance(native, duckdb.DuckDBPyRelation):
        native = native.pl()
    elif not isinstance(native, pl.DataFrame | pl.LazyFrame):
        arrived(native)  # refuses it
    found: pd.DataFrame = native.lazy().pipe(collected).to_pandas()
    return found
