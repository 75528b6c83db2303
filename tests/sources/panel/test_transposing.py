"""Tables whose columns are regions: seen from their names, or told; the rest as of any table."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.errors import DataError, FrameError
from compare.ledger.names import normal_name
from compare.sources.panel.told import ToldError

YEARBOOK = """2020年各市教育指标,,,,
指标,单位,全省,杭州市,宁波市
九年义务教育巩固率,%,99.9,100,≥99.8
小学在校生,人,370000,100000,99800
注：不含技工学校,,,,
"""
DIRECTIONS = {"九年义务教育巩固率": "higher", "小学在校生": "neutral"}


@pytest.fixture
def write(tmp_path):
    def write(text, name="table.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_table_whose_columns_are_cities_is_read_as_if_they_were_rows(write):
    made = compare.panel(write(YEARBOOK), direction=DIRECTIONS, wholes=["全省"])
    seen = made.observations
    assert seen[["region", "indicator", "year", "comparator", "value", "unit"]].values.tolist() == [
        ["杭州市", "九年义务教育巩固率", 2020, "=", 100.0, "%"],
        ["宁波市", "九年义务教育巩固率", 2020, ">=", 99.8, "%"],
        ["杭州市", "小学在校生", 2020, "=", 100000.0, "人"],
        ["宁波市", "小学在校生", 2020, "=", 99800.0, "人"],
    ]
    assert made.wholes["value"].tolist() == [99.9, 370000.0]


def test_its_cells_are_those_of_the_file(write):
    made = compare.panel(write(YEARBOOK), direction=DIRECTIONS, wholes=["全省"])
    assert made.observations["figure"].str.partition("!")[2].tolist() == ["D3", "E3", "D4", "E4"]
    assert made.trace("table/table!E3")["text"] == "≥99.8"


def test_every_row_and_every_column_of_a_region_is_accounted_for(write):
    made = compare.panel(write(YEARBOOK), direction=DIRECTIONS, wholes=["全省"])
    told = made.rows[["row", "what", "text"]].astype({"what": str}).values.tolist()
    assert told == [
        [1, "title", "2020年各市教育指标"], [2, "head", ""],
        [3, "measure", "九年义务教育巩固率 (%)"], [4, "measure", "小学在校生 (人)"],
        [5, "note", "注：不含技工学校"],
        [3, "whole", "全省"], [4, "region", "杭州市"], [5, "region", "宁波市"],
    ]  # fmt: skip
    counted = made.summary.set_index(["of", "what"])["number"]
    assert counted["rows", "measure"] == 2 and counted["rows", "region"] == 2


def test_rows_that_are_years_measure_what_the_title_says(write):
    table = write("九年义务教育巩固率（%）,,\n年份,杭州市,宁波市\n2019,99,98\n2020,99.5,98.5\n")
    seen = compare.panel(table, direction="higher").observations
    assert seen[["region", "indicator", "year", "value"]].values.tolist() == [
        ["杭州市", "九年义务教育巩固率", 2019, 99.0], ["宁波市", "九年义务教育巩固率", 2019, 98.0],
        ["杭州市", "九年义务教育巩固率", 2020, 99.5], ["宁波市", "九年义务教育巩固率", 2020, 98.5],
    ]  # fmt: skip


def test_a_column_of_years_beside_what_is_measured_is_read(write):
    table = write("指标,年份,杭州市,宁波市\n巩固率,2019,99,98\n巩固率,2020,99.5,98.5\n")
    seen = compare.panel(table, direction="higher").observations
    assert seen["indicator"].unique().tolist() == ["巩固率"]
    assert seen.groupby("year")["value"].sum().to_dict() == {2019: 197.0, 2020: 198.0}


ELSEWHERE = "Indicator,Kent,Essex\nRetention,91,92\n"


def test_names_that_no_list_has_must_be_told(write):
    with pytest.raises(ToldError, match="transposed=True"):
        compare.panel(write(ELSEWHERE), year=2020, direction="higher")
    seen = compare.panel(
        write(ELSEWHERE), year=2020, direction="higher", transposed=True
    ).observations
    assert seen[["region", "value", "figure"]].values.tolist() == [
        ["Kent", 91.0, "table/table!B2"], ["Essex", 92.0, "table/table!C2"],
    ]  # fmt: skip


def test_countries_above_columns_are_seen(write):
    seen = compare.panel(
        write("Indicator,Germany,France\nRetention,91,92\n"), year=2020, direction="higher"
    ).observations
    assert seen["region"].tolist() == ["Germany", "France"]


def test_a_table_from_regions_to_regions_stays_as_it_is(write):
    table = write("省份,浙江省,江苏省\n浙江省,90,10\n江苏省,20,80\n")
    made = compare.panel(table, year=2020, direction="neutral")
    assert made.observations["figure"].tolist()[0] == "table/table!B2"
    assert set(made.observations["indicator"]) == {"浙江省", "江苏省"}
    told = compare.panel(table, year=2020, direction="neutral", transposed=True)
    assert {*told.observations["region"]} == {"浙江省", "江苏省"}
    assert told.observations["figure"].tolist()[:2] == ["table/table!B2", "table/table!C2"]


def test_what_cannot_be_read_is_named_by_its_place_in_the_file(write):
    table = write("指标,杭州市,宁波市\n巩固率,99,98\n入学率,oops,97\n")
    with pytest.raises(DataError, match=r"table\.csv:3: B: 'oops' cannot be read"):
        compare.panel(table, year=2020, direction="higher")


def test_a_row_of_values_without_a_name_is_refused_and_not_dropped(write):
    table = write("指标,杭州市,宁波市\n巩固率,99,98\n,96,97\n")
    with pytest.raises(DataError, match=r"table\.csv:3: 指标: the row has values and no name"):
        compare.panel(table, year=2020, direction="higher")


def test_one_column_has_nothing_to_turn(write):
    with pytest.raises(FrameError, match="no column of names before"):
        compare.panel(pd.DataFrame({"x": [1.0]}), year=2020, direction="higher", transposed=True)


def test_a_description_keeps_that_columns_are_regions(write, tmp_path):
    from compare.sources.panel.description import write_description

    (tmp_path / "raw").mkdir()
    told = {"transposed": True, "year": 2020, "direction": "higher"}
    folder = write_description(write(ELSEWHERE), tmp_path / "raw", "kent", "", told)
    assert compare.panel(folder).observations["region"].tolist() == ["Kent", "Essex"]
    assert "Kent" in (folder / "source.yml").read_text(encoding="utf-8")


NAMES = ["杭州市", "宁波市", "温州市", "嘉兴市"]


@given(
    values=st.lists(
        st.tuples(*[st.one_of(st.none(), st.integers(0, 100).map(float))] * 4),
        min_size=1, max_size=5,
    ).filter(lambda rows: all(any(cell is not None for cell in row) for row in rows))
)  # fmt: skip
def test_turned_or_not_a_table_says_the_same(values):
    turned = pd.DataFrame(values, columns=NAMES, dtype=float)
    turned.insert(0, "指标", [f"入学率甲{place}" for place in range(len(values))])
    upright = turned.set_index("指标").T.rename_axis("地区").reset_index()
    seen = [
        compare.panel(frame, year=2020, direction="higher").observations
        for frame in (turned, upright)
    ]
    for one in seen:
        one["indicator"] = one["indicator"].map(normal_name)
    columns = ["region", "indicator", "value", "comparator"]
    assert seen[0][columns].values.tolist() == seen[1][columns].values.tolist()
