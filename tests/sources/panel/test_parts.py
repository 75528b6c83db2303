"""Quarters and months are refused where there are several of a year; StatCan's stacked form."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError

STACKED = (
    "REF_DATE,GEO,DGUID,Sex,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,VALUE,STATUS,"
    "SYMBOL,TERMINATED,DECIMALS\n"
    "2018,Aland,2011A1,Both,Persons,223,thousands,3,v1,1.1,40,,,,0\n"
    "2018,Bland,2011A2,Both,Persons,223,thousands,3,v2,2.1,50,,,,0\n"
    "2019,Aland,2016A1,Both,Persons,223,thousands,3,v1,1.1,41,,,,0\n"
    "2019,Bland,2016A2,Both,Persons,223,thousands,3,v2,2.1,,..,,,0\n"
)


def read(tmp_path, text, **told):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "neutral"} | told)


@pytest.mark.parametrize(
    "names",
    ["2019Q1,2019Q2", "Q1 2019,Q2 2019", "2019-Q1,2019-Q2", "2019年第一季度,2019年第二季度",
     "2019-01,2019-02", "Jan 2019,Feb 2019", "2019年1月,2019年2月", "rate 2019Q1,rate 2019Q2"],
)  # fmt: skip
def test_several_parts_of_a_year_are_refused(tmp_path, names):
    with pytest.raises(FrameError, match=r"columns are of quarters or months .*years are compared"):
        read(tmp_path, f"region,{names}\nA,1,2\nB,3,4\n")
    first, second = names.removeprefix("rate ").replace("rate ", "").split(",")
    for head in ("time", "quarter"):
        text = f"region,{head},rate\nA,{first},1\nA,{second},2\nB,{first},3\nB,{second},4\n"
        with pytest.raises(FrameError, match=f"{head} holds quarters or months .*where="):
            read(tmp_path, text)
        mine = read(tmp_path, text, where={head: second})
        assert mine.observations[["region", "year", "value"]].to_numpy().tolist() == [
            ["A", 2019, 2.0], ["B", 2019, 4.0],
        ]  # fmt: skip


@pytest.mark.parametrize("names", [
    "Q1,Q2,Q3,Q4", "Quarter 1,Quarter 2,Quarter 3", "1st quarter,2nd quarter,3rd quarter",
    "一季度,二季度,三季度,四季度", "1月,2月,3月", "Jan,Feb,Mar,Apr", "January,February,March",
])  # fmt: skip
def test_parts_whose_year_stands_elsewhere_are_no_indicators(tmp_path, names):
    count = names.count(",") + 1
    text = f"region,year,{names}\nA,2020,{'1,' * (count - 1)}1\nB,2020,{'2,' * (count - 1)}2\n"
    with pytest.raises(FrameError, match=r"called as quarters or months are .*indicators="):
        read(tmp_path, text)
    meant = names.split(",")
    mine = read(tmp_path, text, indicators=meant)  # parts of something else
    assert mine.observations["indicator"].unique().tolist() == meant


@pytest.mark.parametrize("names", ["Q1,Q2,Q3,Q4,Q5", "March,April,rate", "May,rate"])
def test_fifths_and_names_that_are_months_by_chance_are_indicators(tmp_path, names):
    count = names.count(",") + 1
    text = f"region,year,{names}\nA,2020,{'1,' * (count - 1)}1\nB,2020,{'2,' * (count - 1)}2\n"
    assert read(tmp_path, text).observations["indicator"].nunique() == count


def test_one_month_of_each_year_and_spans_of_years_are_years(tmp_path):
    text = "region,time,rate\nA,2018-03,1\nA,2019-03,2\nB,2018-03,3\n"
    assert read(tmp_path, text).observations["year"].tolist() == [2018, 2019, 2018]
    spans = read(tmp_path, "region,time,rate\nA,2010-11,1\nA,2011-12,2\n")
    assert spans.observations["year"].tolist() == [2011, 2012]


def test_the_stacked_form_of_canada_is_read_by_its_names(tmp_path):
    mine = read(tmp_path, STACKED)
    assert mine.observations[["region", "indicator", "year", "value"]].to_numpy().tolist() == [
        ["Aland", "Both", 2018, 40.0], ["Bland", "Both", 2018, 50.0], ["Aland", "Both", 2019, 41.0],
    ]  # fmt: skip
    assert mine.observations["unit"].unique().tolist() == ["thousands Persons"]
    assert mine.missing["region"].tolist() == ["Bland"]
    with pytest.raises(FrameError, match="REF_DATE holds quarters or months"):
        read(tmp_path, STACKED.replace("\n2018,", "\n2018-01,").replace("\n2019,", "\n2018-02,"))


def test_one_quarter_of_a_year_stands_for_it_and_the_summary_says_so():
    table = pd.DataFrame({"region": ["a", "b"], "time": ["2020Q4"] * 2, "rate": [1.0, 2.0]})
    read = compare.panel(table, direction="higher", wholes=[])
    assert set(read.observations["year"]) == {2020}
    assert ["years", "read from 2020Q4", 1] in read.summary.to_numpy().tolist()
