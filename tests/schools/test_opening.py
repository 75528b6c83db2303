"""A school table is opened so that no spelling, total, type or separator misleads."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pytest
from comparing import cells_of

from compare.comparisons.frames import FrameError
from compare.errors import DataError, UnknownValueError
from compare.schools.balance import (
    balance_coefficient,
    balance_table,
    made_up_schools,
    school_levels,
)

ENGINES = {
    "pandas": lambda frame: frame,
    "categories": lambda frame: frame.astype({"county": "category"}),
    "polars": pl.from_pandas,
    "lazy": lambda frame: pl.from_pandas(frame).lazy(),
    "duckdb": duckdb.from_df,
}


def rows(frame: Any) -> list[tuple[Any, ...]]:
    if isinstance(frame, pd.DataFrame):
        return list(frame.itertuples(index=False, name=None))
    return [tuple(row.values()) for row in cells_of(frame)]


def coefficient(schools: Any, **more: Any) -> Any:
    return balance_coefficient(schools, resource="x", students="n", **more)


def message(schools: Any, **more: Any) -> str:
    with pytest.raises(DataError) as caught:
        coefficient(schools, **more)
    (problem,) = caught.value.problems
    return str(problem)


@pytest.fixture(scope="module")
def made_up() -> pd.DataFrame:
    return made_up_schools()


@pytest.fixture(scope="module")
def expected(made_up: pd.DataFrame) -> list[tuple[Any, ...]]:
    return rows(balance_table(made_up, county="county"))


@pytest.mark.parametrize(
    ("engine", "noise"),
    [*((engine, " ") for engine in ENGINES),
     *(("pandas", noise) for noise in ("\u3000", "\u200b", "\u00a0"))],
)  # fmt: skip
def test_two_spellings_of_a_county_are_one(
    engine: str, noise: str, made_up: pd.DataFrame, expected: list[tuple[Any, ...]]
) -> None:
    schools = made_up.copy()
    schools.loc[schools.index % 2 == 0, "county"] += noise
    schools.loc[schools.index % 3 == 0, "stage"] += noise
    found = rows(balance_table(ENGINES[engine](schools), county="county"))
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert [row[11] for row in found] == pytest.approx([row[11] for row in expected])
    assert [row[13] for row in found] == [row[13] for row in expected]


def test_one_county_in_two_spellings_needs_no_county() -> None:
    schools = made_up_schools()
    schools = schools[schools["county"] == schools["county"].iloc[0]].reset_index(drop=True)
    expected = rows(balance_table(schools))
    schools.loc[schools.index % 2 == 0, "county"] += " "
    assert rows(balance_table(schools)) == expected


def test_two_spellings_of_a_school_are_a_school_twice() -> None:
    schools = pd.DataFrame({"school": ["一小", "一小 ", "二小"], "x": [1, 2, 3], "n": [1, 1, 1]})
    with pytest.raises(DataError, match="the name stands more than once"):
        coefficient(schools)


def test_groups_in_two_spellings_are_one() -> None:
    schools = pd.DataFrame({"town": ["Ａ镇", "A镇"], "x": [1, 3], "n": [1, 1]})
    assert rows(coefficient(schools, by="town")) == [("A镇", 2.0, 1.0, 0.5, 2, 2.0)]


@pytest.mark.parametrize("engine", ["pandas", "polars", "lazy", "duckdb"])
@pytest.mark.parametrize("word", ["合计", "全县", "Total", "平 均", "小计："])
def test_a_total_is_no_school(engine: str, word: str) -> None:
    schools = pd.DataFrame({"name": ["a", word, "b"], "x": [1, 4, 3], "n": [1, 2, 1]})
    said = message(ENGINES[engine](schools))
    assert f"{word!r} is a total, no school; allowed: one row per school; do: remove" in said


@pytest.mark.parametrize("call", [balance_table, school_levels])
def test_a_total_is_told_alone(call: Any) -> None:
    schools = made_up_schools()
    total = dict.fromkeys(schools.columns) | {"school": "合计", "county": "虚构甲县"}
    schools = pd.concat([schools, pd.DataFrame([total])], ignore_index=True)
    with pytest.raises(DataError) as caught:
        call(schools, county="county")
    (problem,) = caught.value.problems
    assert "'合计' is a total" in problem.what


def test_names_that_begin_with_a_total_are_schools() -> None:
    schools = pd.DataFrame({"school": ["合计小学", "全县中心小学"], "x": [1, 3], "n": [1, 1]})
    assert coefficient(schools) == 0.5


CELLS: dict[str, list[Any]] = {
    "thousands": ["1,200", "3"],
    "full-width": ["９０", "30"],
    "share": ["90%", "30%"],
    "too large": ["1e400", "3"],
    "huge": [1e308, 1e308],
    "tiny": [1e-200, 3e-200],
    "truth": [True, False],
    "date": [datetime.date(2020, 1, 1)] * 2,
    "duration": [datetime.timedelta(1)] * 2,
    "list": [[1], [3]],
    "record": [{"a": 1}] * 2,
    "bytes": [b"1", b"3"],
    "nothing": [None, None],
    "other digits": ["٣", "1"],
}


@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize("engine", ["pandas", "polars", "lazy", "duckdb"])
@pytest.mark.parametrize("column", ["x", "n"])
def test_what_is_no_number_is_refused_on_every_engine(
    cells: list[Any], engine: str, column: str
) -> None:
    polars = pl.DataFrame({"x": [1, 3], "n": [1, 1]} | {column: cells})
    given = {
        "pandas": lambda: pd.DataFrame({"x": [1, 3], "n": [1, 1]} | {column: cells}),
        "polars": lambda: polars,
        "lazy": polars.lazy,
        "duckdb": lambda: duckdb.from_arrow(polars.to_arrow()),
    }[engine]()
    with pytest.raises(DataError) as caught:
        coefficient(given)
    assert {problem.column for problem in caught.value.problems} == {column}


@pytest.mark.parametrize(
    "cells", [[1, "3"], [Decimal(1), Decimal(3)], ["+1", " 3. "], ["1e0", "3"]]
)
def test_numbers_in_other_types_are_numbers(cells: list[Any]) -> None:
    assert coefficient(pd.DataFrame({"x": cells, "n": [1, 1]})) == 0.5


@pytest.mark.parametrize(
    "kind", ["HUGEINT", "DECIMAL(9,2)", "ENUM('1','3')", "VARCHAR", "UTINYINT"]
)
def test_numbers_of_a_database_are_numbers(kind: str) -> None:
    query = f"SELECT x::VARCHAR::{kind} AS x, 1 AS n FROM (VALUES (1), (3)) AS t(x)"
    assert coefficient(duckdb.sql(query)) == 0.5


def test_a_column_of_notes_is_nobodys_business() -> None:
    notes = [1, "扩建中", None, [2]]
    schools = pd.DataFrame({"x": [1, 3, 1, 3], "n": [1] * 4, "note": notes, 0: [1] * 4})
    assert coefficient(schools) == 0.5


def test_two_columns_of_one_name_are_refused() -> None:
    schools = pd.DataFrame([[1, 2, 1], [3, 4, 1]], columns=["x", "x", "n"])
    with pytest.raises(FrameError, match="the column 'x' is there twice; allowed: each name once"):
        coefficient(schools)
    with pytest.raises(FrameError, match="'x' and 'X' is there twice"):
        coefficient(duckdb.sql("SELECT 1 AS x, 2 AS X, 1 AS n"))


@pytest.mark.parametrize("name", ["mean", "Schools", "__amount", 5, object()])
def test_groups_have_names_that_the_result_has_not(name: Any) -> None:
    schools = pd.DataFrame({"x": [1, 3], "n": [1, 1], "mean": "a", "Schools": "a", "__amount": 1})
    with pytest.raises(UnknownValueError, match="by="):
        coefficient(schools, by=[name])


@pytest.mark.parametrize("name", ["all", "bad 0", "school", "__row"])
def test_names_of_the_user_meet_none_of_ours(name: str) -> None:
    schools = pd.DataFrame({"x": [1, 3], "n": [1, 1], name: ["a", "b"]})
    assert coefficient(schools) == 0.5


# Files


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "|"])
@pytest.mark.parametrize("name", ["t.csv", "t.xls", "t.xlsx", "t.txt"])
def test_files_are_read_whatever_separates_their_cells(
    tmp_path: Any, separator: str, name: str
) -> None:
    lines = [["学校", "x", "n"], ["一小", "1", "1"], ["二小", "3", "1"]]
    text = "\n".join(separator.join(line) for line in lines)
    (tmp_path / name).write_bytes(text.encode("gb18030"))
    assert coefficient(tmp_path / name) == 0.5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty; allowed: the names of the columns"),
        (" ,\n", "the file is empty"),
        (
            "某县学校\n\nname,x,n\na,1,1\nb,3,1\n",
            ":3: the header stands in row 3, below '某县学校'",
        ),
        ("name,x,n,x\na,1,1,1\n", ":1: x: the column is there twice"),
        ("name,x,,n\na,1,1,1\n", ":1: a column has no name"),
        ("name,x,n\na,1,1\nb,3,1\n合计,4,2\n", ":4: '合计' is a total"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_sentence(tmp_path: Any, text: str, said: str) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    assert said in message(tmp_path / "t.csv")


def test_a_title_above_a_school_table_is_one_problem(tmp_path: Any) -> None:
    workbook = openpyxl.Workbook()
    schools = made_up_schools(frame="polars")
    for record in (["2023年学校情况表"], [], schools.columns, *schools.rows()):
        workbook.active.append(record)
    workbook.save(tmp_path / "t.xlsx")
    for call in (balance_table, school_levels):
        with pytest.raises(DataError) as caught:
            call(tmp_path / "t.xlsx", county="county")
        (problem,) = caught.value.problems
        assert (problem.row, problem.todo) == (3, "remove the 2 rows above it")
        assert problem.what == "the header stands in row 3, below '2023年学校情况表'"


def test_a_table_of_something_else_is_one_problem() -> None:
    with pytest.raises(DataError) as caught:
        balance_table(pd.DataFrame({"a": [1], "b": [2]}))
    (problem,) = caught.value.problems
    assert problem.what == "none of the columns is there, but 'a', 'b'"


@pytest.mark.parametrize("small", ["50", float("nan"), -1, True])
def test_what_is_small_is_a_number(small: Any) -> None:
    with pytest.raises(UnknownValueError, match=r"exclude_small=.* is no number of students"):
        balance_table(made_up_schools(), county="county", exclude_small=small)


def test_columns_that_nobody_asks_for_may_hold_anything(
    made_up: pd.DataFrame, expected: list[tuple[Any, ...]]
) -> None:
    schools, n = made_up, len(made_up)
    anything = schools.assign(
        months=pd.period_range("2020-01", periods=n, freq="M"), spans=pd.interval_range(0, n),
        waits=pd.to_timedelta(range(n), unit="D"), waves=[complex(1, place) for place in range(n)],
        few=pd.arrays.SparseArray([0] * n), kinds=pd.Categorical(["a", *range(1, n)]),
        notes=[{"a": 1}] * n,
    )  # fmt: skip
    assert rows(balance_table(anything, county="county")) == expected
    con = duckdb.connect()
    con.register("schools", schools)
    own = "union_value(k := 1) a, [INTERVAL 1 DAY] b, INTERVAL 1 DAY c, MAP {'k': 1} d, uuid() e"
    related = balance_table(con.sql(f"SELECT *, {own} FROM schools"), county="county")
    assert len(rows(related)) == len(expected)
