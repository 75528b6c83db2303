"""Cells become what a comparison expects; what is so already is left alone."""

import math

import narwhals as nw
import polars as pl
import pytest
from anyframe import on
from comparing import as_polars

from compare.comparisons.typed import SHOWN, Check, all_unlike, failing, refusal, table_like, typed
from compare.errors import FrameError


def entered(frame, engine):
    return nw.from_native(on(frame, engine))


def texts(**columns):
    return pl.DataFrame({"region": ["a", "b"], "indicator": ["x", "x"], **columns})


@pytest.mark.parametrize("engine", ["lazy", "duckdb"])
@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ([-0.0, 1.0], [0.0, 1.0]),
        ([float("nan"), 1.0], [None, 1.0]),
        ([0.1 + 0.2, 0.3], [0.3, 0.3]),
        ([0.25, 1e12], [0.25, 1e12]),
        ([1e-5, 5e-324], [1e-5, 5e-324]),
        (["９０%", ""], [90.0, None]),
    ],
)
def test_numbers_are_tidy(engine, cells, numbers):
    frame, names = typed(entered(texts(value=cells), engine), "aligned")
    found = as_polars(nw.to_native(frame))["value"].to_list()
    assert found == numbers
    assert all(math.copysign(1, number) == 1 for number in found if number is not None)
    assert names == {"region": ["a", "b"], "indicator": ["x"]}


@pytest.mark.parametrize("engine", ["lazy", "duckdb"])
def test_numbers_that_are_tidy_are_left_alone(engine):
    came = entered(texts(value=[0.0, 90.5]), engine)
    frame, _ = typed(came, "aligned")
    assert as_polars(nw.to_native(frame)).equals(as_polars(nw.to_native(came)))
    if engine == "lazy":
        assert "round" not in nw.to_native(frame).explain()


@pytest.mark.parametrize("engine", ["lazy", "duckdb"])
def test_a_refusal_shows_the_first_rows_and_counts_the_rest(engine):
    frame = pl.DataFrame({"region": list("abcdef"), "value": [1.0, 9, 9, 9, 9, 9]})
    check = Check(("value",), nw.col("value") > 5, "less", "take less")
    entered_frame = entered(frame, engine)
    assert failing(entered_frame, [check, Check((), nw.col("value") > 9, "", "")]) == [True, False]
    said = str(refusal(entered_frame, [check], "aligned"))
    assert said.count("has value 9.0") == SHOWN
    assert said.endswith("and 2 more; allowed: less; do: take less")


def test_names_of_several_columns_are_refused_at_once():
    with pytest.raises(FrameError) as refused:
        typed(entered(texts(value=["x", "1"], year=["?", "2020"]), "lazy"), "aligned")
    assert len(str(refused.value).splitlines()) == 2


def test_rows_alike_are_never_taken_for_unlike():
    rows = pl.DataFrame({"region": ["a", "b", "a"], "year": [1, 1, 1]})
    assert not all_unlike(entered(rows, "lazy"), ["region", "year"])
    assert all_unlike(entered(rows[:2], "lazy"), ["region", "year"])
    assert not all_unlike(entered(rows[:2], "duckdb"), ["region", "year"])  # it cannot tell


@pytest.mark.parametrize("engine", ["lazy", "duckdb"])
def test_a_table_stands_beside_a_frame(engine):
    table = table_like(entered(texts(), engine), pl.DataFrame({"n": [1, None]}))
    assert as_polars(nw.to_native(table))["n"].to_list() == [1, None]
