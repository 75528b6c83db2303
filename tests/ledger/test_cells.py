"""Cells are what people type: one reader for numbers, years and flags, or a refusal."""

import datetime
import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ledger.cells import (
    A_FLAG,
    A_NUMBER,
    A_YEAR,
    LARGEST_NUMBER,
    flag_of,
    is_empty,
    number_of,
    year_of,
)

EMPTY = (None, float("nan"), pd.NA, pd.NaT, np.float64("nan"))


@pytest.mark.parametrize("cell", EMPTY)
def test_what_is_absent_is_empty(cell):
    assert is_empty(cell)
    assert (number_of(cell), year_of(cell), flag_of(cell)) == (None, None, None)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(
            (" 90.5 ", 90.5),
            ("９０％", 90),
            ("1,234,567.5", 1234567.5),
            ("-.5", -0.5),
            ("1e3", 1000),
        ),
        *((Decimal("1.10"), 1.1), (np.int8(3), 3), (np.float32(0.5), 0.5), ("−3", -3), ("+3", 3)),
        *(("", None), ("\u3000\u200b", None)),
    ],
)
def test_numbers(cell, number):
    assert number_of(cell) == number


@pytest.mark.parametrize(
    "cell",
    [True, np.bool_(True), "12,34", "1e999", 1e16, float("inf"), "abc", "90%%", "1 2", "٣", [1]],
)
def test_what_is_no_number(cell):
    with pytest.raises(ValueError, match="a number"):
        number_of(cell)


@pytest.mark.parametrize("cell", ["≥90", "90以上", "约3", "1-2", "不低于5", "~5"])
def test_bounds_go_into_the_ends(cell):
    with pytest.raises(ValueError, match="goes into lo and hi"):
        number_of(cell)


@given(st.floats(-LARGEST_NUMBER, LARGEST_NUMBER))
def test_a_number_is_itself_and_zero_has_no_sign(number):
    assert number_of(number) == number
    assert number_of(repr(number)) == number
    assert math.copysign(1, number_of(-0.0)) == 1


@pytest.mark.parametrize(
    "cell",
    [
        *("2020", "２０２０年", "2020 年", "2020年度", "2020.0", "2020-12-31", "2020-12-31 10:00"),
        *(2020, 2020.0, np.uint16(2020), Decimal(2020), datetime.date(2020, 1, 1)),
        *(pd.Timestamp("2020-05-01"), pd.Period("2020", "Y")),
    ],
)
def test_years(cell):
    assert year_of(cell) == 2020


@pytest.mark.parametrize("cell", ["20", "2020.5", 2020.5, True, 99, 10000, "二〇二〇", "2020-2021"])
def test_what_is_no_year(cell):
    with pytest.raises(ValueError, match="a year from 1000"):
        year_of(cell)
    assert A_YEAR.startswith("a year")


@pytest.mark.parametrize(
    ("cell", "flag"),
    [("是", True), ("Yes", True), (1.0, True), ("否", False), (np.False_, False), ("", None)],
)
def test_flags(cell, flag):
    assert flag_of(cell) is flag


@pytest.mark.parametrize("cell", ["maybe", 2, "真"])
def test_what_is_no_flag(cell):
    with pytest.raises(ValueError, match="true or false") as refused:
        flag_of(cell)
    assert str(refused.value) == A_FLAG != A_NUMBER
