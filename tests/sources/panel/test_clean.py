"""Clean tables are read as they are: nothing is asked, joined, cut or left out for a name."""

import pandas as pd
import pytest

import compare

THREE = {"name": ["Leeds", "York", "Hull"], "year": 2020}


def read(columns, **told):
    found = compare.panel(pd.DataFrame(THREE | columns), direction="higher", **told)
    rows = found.observations
    return {name: some["value"].tolist() for name, some in rows.groupby("indicator")}, found


@pytest.mark.parametrize(
    "name",
    [
        "Schools on target", "gap to target", "Share meeting target", "Progress towards target",
        "Target achievement", "target_score", "Target schools", "目标学校数", "距目标差距",
    ],
)  # fmt: skip
def test_what_is_said_of_a_target_is_measured(name):
    values, found = read({name: [5.5, 6.5, 7.5]})
    assert values == {name: [5.5, 6.5, 7.5]}
    assert set(found.observations["kind"]) == {"actual"}


@pytest.mark.parametrize(
    "columns",
    [
        {"age": ["41.2", "39.8", "40.1"], "rate": [5, 6, 7]}, {"age": [41.2, 39.8, 40.1]},
        {"level": [4.2, 3.8, 4.1], "rate": [5, 6, 7]}, {"最高学历占比": [41, 39, 38]},
        {"最低工资": [41, 39, 38], "教师数": [5, 6, 7]}, {"Minimum wage": [9, 10, 11]},
        {"Highest degree share": [9, 10, 11]}, {"min": [9, 10, 11], "rate": [12, 13, 14]},
    ],
)  # fmt: skip
def test_so_is_what_is_called_like_a_kind_or_a_limit_and_is_none(columns):
    assert set(read(columns)[0]) == set(columns)


def test_days_and_places_on_a_map_measure_nothing():
    columns = {"rate": [5, 6, 7], "updated": ["2021-03-04"] * 3, "lat": [53.8, 53.9, 53.7]}
    columns["统计时间"] = ["2020年12月"] * 3
    assert set(read(columns)[0]) == {"rate"}


def test_a_name_that_others_go_on_from_is_a_region():
    names = ["München", "München Land", "München Stadt", "Kiel"]
    frame = pd.DataFrame({"name": names, "year": 2020, "schools": [12, 33, 14, 15]})
    found = compare.panel(frame, direction="higher").observations
    assert found["region"].tolist() == names


def test_one_blank_before_a_name_is_a_slip(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "地区,年份,巩固率\n甲县,2020,96\n乙县,2020,91\n 丙县,2020,92\n丁县,2020,93\n", "utf-8"
    )
    found = compare.panel(path, direction="higher").observations
    assert found["region"].tolist() == ["甲县", "乙县", "丙县", "丁县"]


def test_grades_in_a_column_without_a_name_take_no_value_along(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,year,rate,pupils,\nLeeds,2020,91.5,100,e\nYork,2020,95,200,\n", "utf-8")
    found = compare.panel(path, direction="higher").observations
    assert sorted(found["value"]) == [91.5, 95.0, 100.0, 200.0]


def test_a_column_called_region_may_hold_the_codes_of_names_beside_it():
    frame = pd.DataFrame({"region": [1001, 1003, 1005], "Area name": ["A", "B", "C"],
                          "year": 2020, "rate": [5, 8, 6]})  # fmt: skip
    found = compare.panel(frame, direction="higher")
    assert found.observations["region"].tolist() == ["1001", "1003", "1005"]
    assert found.evidence.regions["name_zh"].tolist() == ["A", "B", "C"]
    assert set(found.observations["indicator"]) == {"rate"}


def test_rows_of_a_year_alone_are_no_names(tmp_path):
    rows = "2015,Kyiv,72\n2015,Lviv,73\n2016,,\n2016,Kyiv,71\n2016,Lviv,72\n2017,,\n2017,Kyiv,71\n"
    path = tmp_path / "a.csv"
    path.write_text(f"Year,Region,Value\n{rows}2017,Lviv,72\n", "utf-8")
    found = compare.panel(path, direction="higher")
    assert len(found.observations) == 6


def test_the_total_of_a_whole_alone_is_not_proposed_for_its_parts():
    rows = [("E1", "England", "Total", 30), ("E1", "England", "Primary", 10),
            ("E2", "Leeds", "Primary", 5), ("E2", "Leeds", "Secondary", 7),
            ("E3", "York", "Primary", 5), ("E3", "York", "Secondary", 6)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["code", "name", "school_type", "enrol"]).assign(year=2018)
    with pytest.raises(compare.CompareError, match=r"where=\{'school_type': 'Primary'\}"):
        compare.panel(frame, direction="higher", wholes=["England"])
