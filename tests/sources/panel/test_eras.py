"""Years of other calendars: read where their era stands beside them, refused with advice else."""

import pandas as pd
import pytest

import compare
from compare.errors import CompareError
from compare.sources.panel.cells import period_of
from compare.sources.panel.eras import what_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("民國109年", 2020), ("109學年度", 2020), ("民国109学年度", 2020), ("令和2年", 2020),
        ("令和元年度", 2019), ("平成30年度", 2018), ("昭和64年", 1989), ("พ.ศ. 2563", 2020),
        ("BE 2563", 2020), ("2563 B.E.", 2020), ("2020学年度", 2020), ("1899", 1899),
    ],
)  # fmt: skip
def test_a_year_with_its_era_is_read(text, year):
    assert period_of(text) == (None, year)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2563", "write 2020, if the years are of the Buddhist era"),
        ("1399", "in place of the Islamic or Persian one"),
        ("98", "write the year in full: 1998, or 2098"),
        ("109", "write 2020, if the years are of the Republic of China"),
        ("R2", "write the year of the common era"),
    ],
)
def test_a_year_without_its_era_is_refused_with_advice(text, advice):
    with pytest.raises(ValueError, match="a year"):
        period_of(text)
    assert advice in what_year(text)


def table(**columns):
    return pd.DataFrame({"region": ["A", "B"]} | columns)


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (table(year=["2563", "2564"], rate=[1, 2]), {}),
        (table(**{"2563": [1, 2], "2564": [3, 4]}), {}),
        (table(rate=[1, 2]), {"year": 2563}),
    ],
)
def test_wherever_it_stands(frame, told):
    with pytest.raises(CompareError, match="write 2020, if the years are of the Buddhist era"):
        compare.panel(frame, direction="higher", **told)


def test_columns_called_by_two_digits_are_no_indicators():
    frame = table(**{"98": [1, 2], "99": [3, 4]})
    with pytest.raises(CompareError, match="columns are called 98, 99; do: write the year in full"):
        compare.panel(frame, direction="higher", year=2020)
    items = compare.panel(frame, indicators=["98", "99"], direction="higher", year=2020)
    assert set(items.observations["indicator"]) == {"98", "99"}


@pytest.mark.parametrize(
    "heads",
    [
        ("令和2年", "令和3年"),
        ("109學年度", "110學年度"),
        ("2020년", "2021년도"),
        ("二〇二〇年", "二〇二一年"),
    ],
)
def test_so_it_is_in_the_heads_of_columns(heads):
    frame = table(**dict(zip(heads, ([1, 2], [3, 4]), strict=True)))
    found = compare.panel(frame, indicators=["rate"], direction="higher").observations
    assert found["year"].tolist() == [2020, 2020, 2021, 2021]
