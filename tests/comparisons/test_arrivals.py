"""What comes onto an engine goes back as it came: its kind, its own columns, their order."""

import narwhals as nw
import pandas as pd
import polars as pl
import pytest
from anyframe import ENGINES, on
from comparing import as_polars, columns, kind_of

from compare.comparisons.arrivals import OWN, ROW, arrived
from compare.errors import FrameError

GIVEN = pl.DataFrame({
    "mine": [3, 1, 2], "region": ["c", "a", "b"], "_row2": ["x", "y", "z"], "value": [3.0, 1, 2],
})  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_the_callers_columns_come_back_beside_their_rows(engine):
    came = arrived(on(GIVEN, engine))
    inside = nw.from_native(came.native)
    back = came.give_back(inside.with_columns(new=nw.col("value") * 2))
    assert kind_of(back) == kind_of(on(GIVEN, engine))
    assert set(columns(back)) == {*GIVEN.columns, "new"}
    rows = as_polars(back).with_columns(pl.col("region", "_row2").cast(pl.String)).sort("region")
    assert rows["mine"].to_list() == [1, 2, 3]
    assert rows["_row2"].to_list() == ["y", "z", "x"]
    assert rows["new"].to_list() == [2, 4, 6]


@pytest.mark.parametrize("engine", ENGINES)
def test_none_of_them_travels_under_its_own_name(engine):
    inside = nw.from_native(arrived(on(GIVEN, engine)).native).collect_schema().names()
    assert {"region", "value"} <= set(inside)
    assert all(name == ROW or name.startswith(OWN) for name in {*inside} - {"region", "value"})


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_rows_of_an_eager_frame_come_back_in_order(engine):
    came = arrived(on(GIVEN, engine))
    back = came.give_back(nw.from_native(came.native))
    assert as_polars(back)["region"].to_list() == ["a", "b", "c"]
    assert columns(back) == GIVEN.columns


def test_what_is_no_frame_is_refused():
    for thing in ([1], {"region": ["a"]}, None, pd.Series([1])):
        with pytest.raises(FrameError, match="is no frame; allowed: a pandas or polars"):
            arrived(thing)
