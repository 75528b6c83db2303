"""Limits of own tables belong to one column of values, and to no other."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError
from compare.sources.panel.told import ToldError


def kinds(tmp_path, text):
    """Return the indicators that are estimates with limits, and those that are none."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    found = compare.panel(path, direction="neutral").observations
    are = found["comparator"] == "estimate"
    return [sorted(found.loc[which, "indicator"].unique()) for which in (are, ~are)]


@pytest.mark.parametrize(
    ("head", "rows", "others"),
    [
        ("Rank,Score,SE,GDP", ("1,7.5,.1,3", "2,7.4,.2,2", "3,7.3,.1,1"), ["GDP", "Rank"]),
        ("Score,Rank,SE,GDP", ("7.5,1,.1,3", "7.4,2,.2,2", "7.3,3,.1,1"), ["GDP", "Rank"]),
        ("Score,N,SE", ("7.5,100,.1", "7.4,200,.2", "7.3,300,.1"), ["N"]),
        ("Score,N,Lower CI,Upper CI", ("7.5,90,7,8", "7.4,80,7,8", "7.3,90,7,8"), ["N"]),
        ("GDP,Score,SE", ("3,7.5,.1", "2,7.4,.2", "1,7.3,.1"), ["GDP"]),
        ("Score,Whisker.high,Whisker.low", ("7.5,8,7", "7.4,8,7", "7.3,8,7"), []),
    ],
)
def test_limits_are_those_of_the_score_before_them(tmp_path, head, rows, others):
    lines = [f"{one},2015,{row}" for one, row in zip("ABC", rows, strict=True)]
    text = "\n".join([f"Country,Year,{head}", *lines])
    assert kinds(tmp_path, text) == [["Score"], others]


def test_a_number_may_have_limits_of_its_own(tmp_path):
    head = "Area,Number 2020,Lower CI,Upper CI\n"
    assert kinds(tmp_path, head + "A,100,90,110\nB,200,180,220\n") == [["Number"], []]


def test_a_variable_of_a_survey_has_its_margin_beside_it(tmp_path):
    text = (
        "GEOID,NAME,Year,DP02_0067PE,DP02_0067PM,S1501_C01_001E,S1501_C01_001M\n"
        "01001,A,2020,88.1,1.2,1000,55\n01003,B,2020,85.1,2.2,1300,66\n"
    )
    assert kinds(tmp_path, text) == [["DP02_0067PE", "S1501_C01_001E"], []]


LONG = "Region,Year,Measure,Score\nOhio,2019,Reading,280\nOhio,2019,Maths,270\n"


def test_the_only_column_of_values_of_a_long_table_may_be_called_anything(tmp_path):
    (tmp_path / "t.csv").write_text(LONG, encoding="utf-8")
    seen = compare.panel(tmp_path / "t.csv", direction="higher").observations
    assert seen[["indicator", "value"]].values.tolist() == [["Reading", 280.0], ["Maths", 270.0]]


def test_of_several_the_one_that_is_meant_is_asked_for(tmp_path):
    text = LONG.replace("Score", "Score,Tested").replace("0\n", "0,31\n")
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ToldError, match=r"Score and Tested|Score, Tested") as asked:
        compare.panel(tmp_path / "t.csv", direction="higher")
    assert asked.value.asked == {"value": "Score"}
    seen = compare.panel(tmp_path / "t.csv", direction="higher", value="Score").observations
    assert seen["value"].tolist() == [280.0, 270.0]


@pytest.mark.parametrize("head", ["ID", "School ID", "Código da Escola", "Codigo", "Cód. IBGE"])
def test_a_code_of_anything_is_measured_by_nobody(tmp_path, head):
    assert kinds(tmp_path, f"{head},Name,Rate 2020\n7,A,9\n8,B,8\n") == [[], ["Rate"]]


@pytest.mark.parametrize("when", ["", " 2020"])
@pytest.mark.parametrize(
    ("asked", "found"),
    [(None, ["Pass", "Pass (%)"]), (["pass"], ["pass"]), (["Pass (%)"], ["Pass (%)"])],
)
def test_columns_that_differ_by_their_unit_alone_stay_two(tmp_path, when, asked, found):
    path = tmp_path / "a.csv"
    path.write_text(f"Area,Pass{when},Pass (%){when}\nA,10,30\nB,20,40\n", encoding="utf-8")
    mine = compare.panel(path, direction="higher", indicators=asked, year=2020).observations
    assert mine["indicator"].unique().tolist() == found
    units = {"Pass (%)": "%"}
    assert all(units.get(row.indicator, "") == row.unit for row in mine.itertuples())


@pytest.mark.parametrize("name", ["Series Name", "Indicator Name"])
def test_the_world_bank_says_what_its_rows_measure(tmp_path, name):
    head = f"Country Name,Country Code,{name},{name.split()[0]} Code,2001 [YR2001],2002 [YR2002]"
    text = f"{head}\nA,AAA,Score,S.1,1,2\nB,BBB,Score,S.1,3,4\n"
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    seen = compare.panel(tmp_path / "t.csv", direction="higher", wholes=[]).observations
    assert seen["indicator"].unique().tolist() == ["Score"]
    assert sorted(seen["year"].unique()) == [2001, 2002]


def test_a_column_called_index_is_measured_unless_it_counts_the_rows():
    rows = {"region": ["A", "B"], "year": [2020, 2020], "index": [0.5, 0.7]}
    assert compare.panel(pd.DataFrame(rows), direction="higher").observations["value"].tolist() == [
        0.5, 0.7,
    ]  # fmt: skip
    rows |= {"index": [0, 1], "rate": [5.5, 6.5]}
    found = compare.panel(pd.DataFrame(rows), direction="higher").observations
    assert set(found["indicator"]) == {"rate"}


def test_a_table_of_one_region_is_told_what_it_lacks():
    rows = pd.DataFrame({"year": [2019, 2020], "rate": [5.5, 6.5]})
    with pytest.raises(ToldError, match="a table of one region needs a column with its name"):
        compare.panel(rows, direction="higher")


def test_a_column_of_regions_is_no_indicator_that_may_be_meant():
    frame = pd.DataFrame({"Region": ["A", "B"], "Completion rate 2021": [91.2, 92.3]})
    with pytest.raises(UnknownValueError, match="Did you mean 'Completion rate'") as refused:
        compare.panel(frame, indicators={"Completon rate": "higher"})
    assert "Region" not in str(refused.value)
