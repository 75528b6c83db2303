"""What comes onto an engine goes back as it came: its kind, its own columns, their order."""

import duckdb
import pandas as pd
import polars as pl
import pytest
from anyframe import ENGINES, on
from comparing import as_polars, columns, kind_of

import compare
from compare.comparisons.arrivals import OWN, ROW, arrived
from compare.errors import FrameError

GIVEN = pl.DataFrame({
    "mine": [3, 1, 2], "region": ["c", "a", "b"], "_row2": ["x", "y", "z"], "value": [3.0, 1, 2],
})  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_the_callers_columns_come_back_beside_their_rows(engine):
    came = arrived(on(GIVEN, engine))
    inside = came.native
    back = came.give_back(inside.with_columns(new=pl.col("value") * 2))
    assert kind_of(back) == kind_of(on(GIVEN, engine))
    assert set(columns(back)) == {*GIVEN.columns, "new"}
    rows = as_polars(back).with_columns(pl.col("region", "_row2").cast(pl.String)).sort("region")
    assert rows["mine"].to_list() == [1, 2, 3]
    assert rows["_row2"].to_list() == ["y", "z", "x"]
    assert rows["new"].to_list() == [2, 4, 6]


@pytest.mark.parametrize("engine", ENGINES)
def test_none_of_them_travels_under_its_own_name(engine):
    inside = arrived(on(GIVEN, engine)).native.collect_schema().names()
    assert {"region", "value"} <= set(inside)
    assert all(name == ROW or name.startswith(OWN) for name in {*inside} - {"region", "value"})


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_rows_of_an_eager_frame_come_back_in_order(engine):
    came = arrived(on(GIVEN, engine))
    back = came.give_back(came.native)
    assert as_polars(back)["region"].to_list() == ["a", "b", "c"]
    assert columns(back) == GIVEN.columns


ODD = {
    "complex": [1 + 1j, 2], "sparse": pd.arrays.SparseArray([1.0, 2.0]),
    "duration": pd.to_timedelta([1, 2], unit="D"), "interval": pd.interval_range(0, 2),
    "period": pd.period_range("2020", periods=2, freq="Y"),
}  # fmt: skip


@pytest.mark.parametrize("cells", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", ["value", "unit", "indicator", "year"])
def test_a_column_of_any_type_is_read_or_refused(name, cells):
    frame = pd.DataFrame({"region": ["a", "b"], "indicator": "x", "year": 2020, "value": [1.0, 2]})
    try:
        ranked = compare.rankings(frame.assign(**{name: cells}), direction="higher")
    except compare.CompareError as refused:
        assert "do: " in str(refused)
    else:
        assert len(ranked) == 2


def test_what_is_no_frame_is_refused():
    for thing in ([1], {"region": ["a"]}, None, pd.Series([1])):
        with pytest.raises(FrameError, match="is no frame; allowed: a pandas or polars"):
            arrived(thing)


def test_a_table_of_ones_own_says_what_of_it_is_a_frame():
    own = compare.panel(pd.DataFrame({"地区": ["甲", "乙"], "率2020": [1, 2]}), direction="higher",
                        wholes=[], unit="%")  # fmt: skip
    with pytest.raises(FrameError, match=r"Panel is no frame; .* do: give its \.observations"):
        compare.findings(own)


OWN_TYPES = {
    "BOOLEAN": "true", "UTINYINT": "3", "HUGEINT": "12", "DECIMAL(5,2)": "1.5", "UUID": "uuid()",
    "ENUM('q', 'r')": "'q'", "DATE": "'2020-01-01'", "TIME": "'10:00'", "INTERVAL": "'3 days'",
    "TIMESTAMP WITH TIME ZONE": "'2020-01-01 00:00:00+08'", "BLOB": "'ab'", "BIT": "'0101'",
    "TIME WITH TIME ZONE": "'10:00:00+08'", "VARCHAR[]": "['a', null]", "INTEGER[2]": "[1, 2]",
    "STRUCT(a INTEGER, b VARCHAR)": "{'a': 1, 'b': 'x'}", "MAP(VARCHAR, INTEGER)": "map {'k': 1}",
    "INTERVAL[]": "['3 days']", "UNION(k INTEGER, s VARCHAR)": "union_value(s := '1')",
}  # fmt: skip


def test_a_relations_own_columns_keep_their_types_and_cells():
    connection = duckdb.connect()
    own = ", ".join(
        f'CAST({cell} AS {name}) AS "own {place}"'
        for place, (name, cell) in enumerate(OWN_TYPES.items())
    )
    connection.execute(f"CREATE TABLE rows AS SELECT 'a' AS region, 1.0 AS value, {own}")
    given = connection.table("rows")
    came = arrived(given)
    back = came.give_back(came.native)
    assert [*map(str, back.types)][2:] == [*map(str, given.types)][2:]
    assert back.fetchall() == given.fetchall()
    assert connection.sql("SELECT count(*) FROM back JOIN rows USING (region)").fetchall() == [(1,)]


def test_the_query_of_a_relation_runs_once():
    connection, runs = duckdb.connect(), []
    connection.create_function("noted", lambda cell: runs.append(cell) or cell, ["DOUBLE"],
                               "DOUBLE", side_effects=True)  # fmt: skip
    rows = connection.sql("SELECT 'a' AS region, 'x' AS indicator, 2020 AS year, noted(1) AS value")
    ranked = compare.rankings(compare.rankings(rows, direction="higher"), direction="higher")
    assert ranked.fetchall() == ranked.fetchall()
    assert len(runs) == 1
