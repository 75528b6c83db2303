"""Frames of people: whatever their types and indexes, the right values or one clear sentence."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pytest

import compare
from compare.errors import CompareError, FrameError

PLAIN = pd.DataFrame(
    {"region": ["甲县", "乙县", "丙县"], "year": 2020, "indicator": "r", "value": [1.5, 2.5, None]}
)
LONG = [["甲县", "r", 2020, 1.5], ["乙县", "r", 2020, 2.5]]
YEARS = [
    ["甲县", "率", 2020, 1],
    ["乙县", "率", 2020, 3],
    ["甲县", "率", 2021, 2],
    ["乙县", "率", 2021, 4],
]
WIDE = [[1, 2], [3, 4]]
COUNTIES = pd.Index(["甲县", "乙县"], name="县")


def with_values(values, dtype=None):
    return PLAIN.assign(value=pd.Series(values, dtype=dtype))


def with_years(values):
    return PLAIN.assign(year=values)


def in_polars(**columns):
    return pl.from_pandas(PLAIN).with_columns(**columns)


FRAMES = {
    "Float64": (with_values([1.5, 2.5, None], "Float64"), LONG),
    "category": (PLAIN.astype({"region": "category", "year": "category"}), LONG),
    "category of values": (with_values(["1.5", "2.5", None], "category"), LONG),
    "string of Arrow": (PLAIN.astype(dict.fromkeys(("region", "value"), "string[pyarrow]")), LONG),
    "Arrow": (PLAIN.convert_dtypes(dtype_backend="pyarrow"), LONG),
    "numbers among texts": (with_values([1.5, "2.5", np.nan], object), LONG),
    "decimals": (with_values([Decimal("1.5"), Decimal("2.5"), None], object), LONG),
    "single precision": (with_values([1.5, 2.5, np.nan], "float32"), LONG),
    "sparse": (PLAIN.assign(value=pd.arrays.SparseArray([1.5, 2.5, np.nan])), LONG),
    "days as years": (with_years(pd.to_datetime(["2020-12-31"] * 3)), LONG),
    "zoned days": (with_years(pd.to_datetime(["2020-01-01"] * 3, utc=True)), LONG),
    "periods": (with_years(pd.PeriodIndex(["2020"] * 3, freq="Y")), LONG),
    "dates": (with_years([date(2020, 1, 1)] * 3), LONG),
    "index of all": (PLAIN.set_index(["region", "year", "indicator"]), LONG),
    "series": (PLAIN.set_index(["region", "year", "indicator"])["value"], LONG),
    "filtered": (PLAIN[PLAIN["value"].notna()], LONG),
    "lists beside": (PLAIN.assign(remark=[[1], [2], [3]], span=pd.Timedelta("1D")), LONG),
    "names on two levels": (
        pd.DataFrame(WIDE, COUNTIES, pd.MultiIndex.from_product([["率"], [2020, 2021]])), YEARS,
    ),
    "index without a name": (
        pd.DataFrame(WIDE, ["甲县", "乙县"], ["率2020", "率2021"]), YEARS,
    ),
    "polars categories": (
        in_polars(region=pl.col("region").cast(pl.Categorical),
                  value=pl.col("value").cast(pl.String).cast(pl.Categorical)), LONG,
    ),
    "polars enum": (in_polars(region=pl.col("region").cast(pl.Enum(PLAIN["region"]))), LONG),
    "polars decimal": (in_polars(value=pl.col("value").cast(pl.Decimal(10, 2))), LONG),
    "polars date": (in_polars(year=pl.date(2020, 12, 31)), LONG),
    "Arrow table": (pl.from_pandas(PLAIN).to_arrow(), LONG),
}  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_of_any_types_is_what_it_says(name):
    frame, expected = FRAMES[name]
    found = compare.panel(frame, direction="higher").observations
    rows = found[["region", "indicator", "year", "value"]].to_numpy().tolist()
    assert rows == expected


def test_single_precision_has_the_digits_that_were_written():
    found = compare.panel(with_values([95.1, 97.3, 88.25], "float32"), direction="higher")
    assert found.observations["value"].tolist() == [95.1, 97.3, 88.25]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (with_values([True, False, True]), "value: 'true' cannot be read; allowed: a number"),
        (with_values([[1], [2], [3]]), r"value: '\[1\]' cannot be read"),
        (with_values([np.inf, 1, 2]), "table:2: value: inf cannot be read"),
        (with_values(pd.to_timedelta([1, 2, 3], unit="D")), "'1 days 00:00:00' cannot be read"),
        (pd.DataFrame({"region": ["甲县"] * 2, "rate": [1, 2],
                       "year": pd.PeriodIndex(["2020Q1", "2020Q2"], freq="Q")}),
         "year holds quarters or months \\(2020Q1, 2020Q2\\)"),
        (pd.DataFrame([["甲", 1, 2]], columns=["地区", *["率2020"] * 2]), "several values for 甲"),
        (PLAIN.head(0), "the frame holds no row of a region; allowed"),
        ({"region": ["甲县"]}, "dict is no table; allowed: .* a frame of pandas, polars, DuckDB"),
        (np.zeros((2, 2)), "ndarray is no table; allowed"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_said_in_one_sentence(frame, said):
    with pytest.raises(CompareError, match=said) as raised:
        compare.panel(frame, direction="higher")
    assert isinstance(raised.value, FrameError | compare.DataError)
