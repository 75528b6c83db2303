"""Cells become what a comparison expects; what is so already is left alone."""

import math

import polars as pl
import pytest
from comparing import as_polars

from compare.comparisons.typed import SHOWN, Check, all_unlike, failing, refusal, typed
from compare.errors import FrameError


def entered(frame):
    return frame.lazy()


def texts(**columns):
    return pl.DataFrame({"region": ["a", "b"], "indicator": ["x", "x"], **columns})


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
def test_numbers_are_tidy(cells, numbers):
    frame, names = typed(entered(texts(value=cells)), "aligned")
    found = as_polars(frame)["value"].to_list()
    assert found == numbers
    assert all(math.copysign(1, number) == 1 for number in found if number is not None)
    assert names == {"region": ["a", "b"], "indicator": ["x"]}


def test_numbers_that_are_tidy_are_left_alone():
    came = entered(texts(value=[0.0, 90.5]))
    frame, _ = typed(came, "aligned")
    assert as_polars(frame).equals(as_polars(came))
    assert "round" not in frame.explain()


def test_a_refusal_shows_the_first_rows_and_counts_the_rest():
    frame = pl.DataFrame({"region": list("abcdef"), "value": [1.0, 9, 9, 9, 9, 9]})
    check = Check(("value",), pl.col("value") > 5, "less", "take less")
    entered_frame = entered(frame)
    assert failing(entered_frame, [check, Check((), pl.col("value") > 9, "", "")]) == [True, False]
    said = str(refusal(entered_frame, [check], "aligned"))
    assert said.count("has value 9.0") == SHOWN
    assert said.endswith("and 2 more; allowed: less; do: take less")


def test_names_of_several_columns_are_refused_at_once():
    with pytest.raises(FrameError) as refused:
        typed(entered(texts(value=["x", "1"], year=["?", "2020"])), "aligned")
    assert len(str(refused.value).splitlines()) == 2


def test_rows_alike_are_never_taken_for_unlike():
    rows = pl.DataFrame({"region": ["a", "b", "a"], "year": [1, 1, 1]})
    assert not all_unlike(entered(rows), ["region", "year"])
    assert all_unlike(entered(rows[:2]), ["region", "year"])
