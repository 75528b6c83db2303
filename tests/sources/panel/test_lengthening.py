"""Rows of long tables: numbers that stand for missing values, and units within names."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.asking import answered
from compare.sources.panel.told import UnreadError


@pytest.mark.parametrize("code", ["-1", "-2", "-9", "9999", "-1.0"])
@pytest.mark.parametrize("long", [False, True])
def test_codes_out_of_the_range_of_a_share_are_asked_about(tmp_path, code, long):
    path = tmp_path / "t.csv"
    rows = ["A,2020,{}91.5", f"B,2020,{{}}{code}", "C,2020,{}70.5"]
    head = "region,year,indicator,value" if long else "region,year,pass rate"
    cells = "".join(f"\n{row.format('pass rate,' if long else '')}" for row in rows)
    path.write_text(f"{head}{cells}\n", encoding="utf-8")
    with pytest.raises(UnreadError, match=f"'{code}' is out of the range of a share") as asked:
        compare.panel(path, direction="higher")
    assert asked.value.marks == [code]
    told = answered(path, {}, lambda question, default=None: default or "higher")
    assert told["missing"] == [code]
    mine = compare.panel(path, **told)
    assert mine.observations["value"].tolist() == [91.5, 70.5]
    kept = compare.panel(path, direction="higher", missing=["none"])
    assert kept.observations["value"].tolist() == [91.5, float(code), 70.5]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("growth rate", [-1, 4, 3]), ("change in pass rate", [-1, 4, 3]), ("score", [-1, 4, 3]),
        ("pass rate", [-0.5, -1, 3]), ("number of pupils", [9999, 12, 13]),
        ("median income", [9999, 120, 130]),
    ],
)  # fmt: skip
def test_numbers_that_may_be_values_are_values(name, values):
    own = pd.DataFrame({"region": ["A", "B", "C"], name: values})
    mine = compare.panel(own, year=2020, direction="neutral")
    assert mine.observations["value"].tolist() == values


def test_codes_of_numeric_columns_are_named_as_whole_numbers():
    own = pd.DataFrame({"region": ["A", "B", "C"], "number of pupils": [12.0, -9.0, 30.0]})
    with pytest.raises(UnreadError, match="'-9' is out of the range of a count"):
        compare.panel(own, year=2020, direction="neutral")
    mine = compare.panel(own, year=2020, direction="neutral", missing=["-9"])
    assert mine.observations["value"].tolist() == [12.0, 30.0]


def long_table(names, values):
    return pd.DataFrame({"region": ["A", "B"] * len(names), "year": 2020,
                         "indicator": [name for name in names for _ in "AB"],
                         "value": values})  # fmt: skip


@pytest.mark.parametrize(
    ("name", "indicator", "unit"),
    [("毛入园率(%)", "毛入园率", "%"), ("在校生数（人）", "在校生数", "人"),
     ("Pass rate (%)", "Pass rate", "%"), ("Pupils (thousands)", "Pupils", "thousand"),
     ("Pupils (girls)", "Pupils (girls)", "")],
)  # fmt: skip
def test_a_unit_behind_the_name_of_an_indicator_is_its_unit(name, indicator, unit):
    for called in (name, indicator):  # named as the table does, or as pages do
        mine = compare.panel(long_table([name], [60, 70]), direction={called: "higher"})
        assert mine.observations["indicator"].unique().tolist() == [indicator]
        assert mine.observations["unit"].fillna("").unique().tolist() == [unit]
    kept = compare.panel(long_table([name], [60, 70]), indicators=[name], direction="higher")
    assert len(kept.observations) == 2


def test_indicators_that_differ_by_their_unit_alone_stay_two():
    table = long_table(["失业率(%)", "失业率(人)", "在校生数(人)"], [4, 5, 400, 500, 9000, 8000])
    mine = compare.panel(table, direction="neutral")
    of = mine.observations.groupby("indicator")["value"].apply(list).to_dict()
    assert of == {"失业率(%)": [4, 5], "失业率(人)": [400, 500], "在校生数": [9000, 8000]}


def test_a_column_of_units_says_more_than_a_name():
    table = long_table(["Spending (US$)"], [6, 7]).assign(unit="thousand US$")
    mine = compare.panel(table, direction="neutral")
    assert mine.observations["indicator"].unique().tolist() == ["Spending"]
    assert mine.observations["unit"].unique().tolist() == ["thousand US$"]


def test_spellings_of_one_indicator_lose_their_unit_together():
    table = long_table(["Pass rate (%)", "PASS RATE (%)"], [60, 70, 61, 71])
    table["year"] = [2020, 2020, 2021, 2021]
    mine = compare.panel(table, direction="higher")
    assert mine.observations["indicator"].unique().tolist() == ["Pass rate"]
