"""Relations: the rows of a DuckDB query, as the kind of frame asked for."""

from __future__ import annotations

from typing import Any, Literal

import duckdb

from compare.errors import unknown

Frame = Literal["pandas", "polars", "duckdb"]


def as_frame(relation: duckdb.DuckDBPyRelation, frame: Frame) -> Any:
    """Return a relation as the kind of frame asked for.

    Raises
    ------
    UnknownValueError
        If ``frame`` is not one of pandas, polars and duckdb.
    """
    if frame == "pandas":
        return relation.df()
    if frame == "polars":
        return relation.pl()
    if frame == "duckdb":
        return relation
    raise unknown("frame", frame, ("pandas", "polars", "duckdb"))
