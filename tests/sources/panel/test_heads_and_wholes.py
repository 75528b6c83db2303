"""Heads, limits and wholes of own tables as people write them."""

import openpyxl
import pytest

import compare
from compare.errors import UnknownValueError


def panel_of(tmp_path, text, **told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "higher"} | told)


def test_limits_below_a_merged_head_are_limits(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["附表3  各县学业达标情况（2024年）"],
        [],
        ["县（市、区）", "数学达标率（%）", None, None, "学生数（人）"],
        [None, "值", "下限", "上限", None],
        ["桐庐县", 88.0, 86.5, 89.5, 4000],
        ["淳安县", 84.0, 82.0, 86.0, 3000],
    ):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    found = compare.panel(tmp_path / "a.xlsx", direction="higher").observations
    rows = found[["indicator", "comparator", "value", "lo", "hi"]].to_numpy().tolist()
    assert rows == [
        ["数学达标率", "estimate", 88.0, 86.5, 89.5],
        ["数学达标率", "estimate", 84.0, 82.0, 86.0],
        ["学生数", "=", 4000.0, 4000.0, 4000.0],
        ["学生数", "=", 3000.0, 3000.0, 3000.0],
    ]


def test_two_rows_above_the_names_without_a_first_cell_are_their_head(tmp_path):
    rows = ",,Urban,Urban,Rural\n,,School,School,School\nState,Year,Boys,Girls,Boys\nA,2020,1,2,3\n"
    found = panel_of(tmp_path, rows).observations
    assert found[["indicator", "value"]].to_numpy().tolist() == [
        ["Urban School Boys", 1.0], ["Urban School Girls", 2.0], ["Rural School Boys", 3.0],
    ]  # fmt: skip


def test_a_bracket_that_loses_its_year_keeps_its_end(tmp_path):
    rows = 'State,"Score (boys and girls, 2020)","Rate (boys) 2020"\nA,1,2\nB,3,4\n'
    found = panel_of(tmp_path, rows).observations
    assert found["indicator"].unique().tolist() == ["Score (boys and girls)", "Rate (boys)"]


SIDES = "FIPS_Code,PCT_2021,CI90LB_2021,CI90UB_2021,Urban_Code_2013\n{}"


def test_limits_are_told_by_their_names_and_by_lying_around_the_value(tmp_path):
    rows = "01001,10.7,8.1,13.3,2\n01003,10.8,9.1,12.5,3\n01005,,,,6\n"
    found = panel_of(tmp_path, SIDES.format(rows))
    assert found.observations["indicator"].unique().tolist() == ["PCT"]
    assert found.observations[["value", "lo", "hi"]].to_numpy().tolist() == [
        [10.7, 8.1, 13.3],
        [10.8, 9.1, 12.5],
    ]
    apart = panel_of(tmp_path, SIDES.format("01001,10.7,8.1,9.3,2\n01003,10.8,9.1,12.5,3\n"))
    assert apart.observations["indicator"].nunique() == 3


YEARS = "{}地区,2019,2020年,2021(预计)\n象山县,95,96,97\n平阳县,94,97,98\n"


def test_columns_that_are_years_have_the_name_of_the_title(tmp_path):
    found = panel_of(tmp_path, YEARS.format("各县义务教育巩固率（%）\n单位：%\n"))
    seen = found.observations
    assert seen[["indicator", "unit"]].drop_duplicates().to_numpy().tolist() == [
        ["各县义务教育巩固率", "%"]
    ]
    assert sorted(seen["year"].unique()) == [2019, 2020, 2021]


def test_columns_that_are_years_have_the_one_name_that_is_told(tmp_path):
    found = panel_of(tmp_path, YEARS.format(""), indicators={"巩固率": {"unit": "%"}})
    assert found.observations["indicator"].unique().tolist() == ["巩固率"]
    with pytest.raises(UnknownValueError, match="nothing says what they measure; do: indicators="):
        panel_of(tmp_path, YEARS.format(""))


def test_a_total_within_a_city_is_a_total(tmp_path):
    text = "市,县,巩固率2020\n杭州市,合计,96\n杭州市,桐庐县,95\n宁波市,合计,97\n宁波市,象山县,94\n"
    found = panel_of(tmp_path, text)
    assert found.observations["region"].tolist() == ["桐庐县", "象山县"]
    assert found.rows["what"].value_counts().to_dict() == {"total": 2, "region": 2, "head": 1}


@pytest.mark.parametrize(
    ("head", "rows", "proposed"),
    [
        ("地区", ["浙江省", "杭州市", "宁波市", "象山县"], "['浙江省', '宁波市']"),
        ("adcode", ["330000", "330100", "330200", "330225"], "['330000', '330200']"),
    ],
)
def test_a_province_among_its_cities_is_asked_for(tmp_path, head, rows, proposed):
    text = f"{head},巩固率2020\n" + "".join(f"{row},96\n" for row in rows)
    with pytest.raises(UnknownValueError) as raised:
        panel_of(tmp_path, text)
    assert f"wholes={proposed}" in str(raised.value)
    found = panel_of(tmp_path, text, wholes=rows[:1])
    assert found.wholes["region"].tolist() == rows[:1]
    assert found.rows["what"].tolist() == ["head", "whole", "region", "region", "region"]


def test_a_total_that_is_told_to_be_a_whole_has_its_values(tmp_path):
    text = "地区,巩固率2020\n全省,96\n象山县,95\n平阳县,97\n"
    assert panel_of(tmp_path, text).wholes.empty
    assert panel_of(tmp_path, text, wholes=["全省"]).wholes["value"].tolist() == [96.0]


def test_what_stands_above_a_repeated_head_is_no_region(tmp_path):
    text = "表1\n地区,巩固率2020\n象山县,99\n平阳县,98\n表2\n地区,巩固率2020\n衢州市,97\n江山市,\n"
    found = panel_of(tmp_path, text, wholes=[])
    assert found.rows[["row", "what"]].to_numpy().tolist() == [
        [1, "title"], [2, "head"], [3, "region"], [4, "region"], [5, "title"], [6, "head"],
        [7, "region"], [8, "region"],
    ]  # fmt: skip
    assert found.missing["region"].tolist() == ["江山市"]


def test_units_and_labels_are_told_by_indicator(tmp_path):
    text = "code,poverty2020,income2020\n01001,10,50000\n01003,12,45000\n"
    told = {
        "direction": {"poverty": "lower", "income": "higher"},
        "unit": {"income": "USD"},
        "labels": {"income": "家庭收入中位数"},
    }
    known = panel_of(tmp_path, text, **told).evidence.indicators.set_index("indicator")
    assert known["unit"].to_dict() == {"poverty": "", "income": "USD"}
    assert known["name_zh"].to_dict() == {"poverty": "poverty", "income": "家庭收入中位数"}
    with pytest.raises(UnknownValueError, match="labels='incom' does not exist"):
        panel_of(tmp_path, text, **told | {"labels": {"incom": "x"}})


def test_several_files_are_told_apart_in_the_account_of_rows(tmp_path):
    paths = []
    for year in (2021, 2022):
        paths.append(tmp_path / f"{year}.csv")
        paths[-1].write_text("地区,巩固率\n象山县,99\n平阳县,98\n", encoding="utf-8")
    found = compare.panel(paths, direction="higher")
    assert found.rows["sheet"].unique().tolist() == ["2021.table", "2022.table"]
    assert sorted(found.observations["year"].unique()) == [2021, 2022]
