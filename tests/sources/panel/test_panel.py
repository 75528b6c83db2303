"""Own tables: everything that stands in them comes out, or is asked for in one sentence."""

import openpyxl
import pandas as pd
import polars as pl
import pytest

import compare
from compare.errors import DataError, FrameError, UnknownValueError

MESSY = """表3  2019—2021年各县学前教育情况
单位：%
地区,毛入园率2019,毛入园率2020,2021年毛入园率,2020年大班额比例
象山县,98.5,≥99,99.1,3.2
平阳县,90以上,约95,95.2*,<5
江山市,—,88%,９０．５,c
其中：城区,1,2,3,4
合计,95,96,97,3
注：数据来自教育局。,,,,
"""
WAYS = {"毛入园率": "higher", "大班额比例": "lower"}
FORMS = {
    "utf8.csv": MESSY.encode("utf-8-sig"),
    "spreadsheet.xlsx": MESSY.encode("gb18030"),  # a text that calls itself a workbook
    "tabs.tsv": MESSY.replace(",", "\t").encode(),
    "semicolons.csv": MESSY.replace(",", ";").replace("98.5", "98,5").encode(),
}


@pytest.fixture
def messy(tmp_path):
    (tmp_path / "a.csv").write_bytes(FORMS["utf8.csv"])
    return compare.panel(tmp_path / "a.csv", direction=WAYS)


def rows_of(panel):
    columns = ["region", "indicator", "year", "comparator", "value", "lo", "hi"]
    return panel.observations[columns].astype(object).where(lambda f: f.notna(), None)


@pytest.mark.parametrize("name", FORMS)
def test_a_text_is_read_whatever_it_is_saved_as(tmp_path, messy, name):
    (tmp_path / name).write_bytes(FORMS[name])
    found = compare.panel(tmp_path / name, direction=WAYS)
    assert rows_of(found).equals(rows_of(messy))


def test_bounds_marks_and_signs_are_what_they_say(messy):
    rows = rows_of(messy).to_numpy().tolist()
    assert rows == [
        ["象山县", "毛入园率", 2019, "=", 98.5, 98.5, 98.5],
        ["平阳县", "毛入园率", 2019, ">=", 90.0, 90.0, None],
        ["象山县", "毛入园率", 2020, ">=", 99.0, 99.0, None],
        ["平阳县", "毛入园率", 2020, "~", 95.0, 95.0, 95.0],
        ["江山市", "毛入园率", 2020, "=", 88.0, 88.0, 88.0],
        ["象山县", "毛入园率", 2021, "=", 99.1, 99.1, 99.1],
        ["平阳县", "毛入园率", 2021, "=", 95.2, 95.2, 95.2],
        ["江山市", "毛入园率", 2021, "=", 90.5, 90.5, 90.5],
        ["象山县", "大班额比例", 2020, "=", 3.2, 3.2, 3.2],
        ["平阳县", "大班额比例", 2020, "<", 5.0, 0.0, 5.0],
    ]
    assert set(messy.observations["unit"]) == {"%"}


def test_every_row_and_cell_is_accounted_for(messy):
    counts = {(row.of, row.what): row.number for row in messy.summary.itertuples()}
    lines = [line for line in MESSY.splitlines() if line]
    assert sum(n for (of, _), n in counts.items() if of == "rows") == len(lines)
    assert counts["rows", "total"] == counts["rows", "note"] == counts["rows", "part"] == 1
    assert sum(n for (of, _), n in counts.items() if of == "cells") == 3 * 4
    assert messy.missing[["figure", "withheld"]].to_numpy().tolist() == [
        ["a/table!B6", False],
        ["a/table!E6", True],
    ]


def test_regions_have_their_place_in_the_official_list(messy):
    known = messy.evidence.regions.set_index("region")
    assert known.loc["江山市", ["adcode", "province", "level"]].tolist() == [
        "330881", "浙江", "county-city",
    ]  # fmt: skip
    assert messy.unmatched.empty


def test_unmatched_and_ambiguous_regions_are_listed_with_the_nearest():
    own = pd.DataFrame({"地区": ["象上县", "鼓楼区", "象山县"], "巩固率2019": [97, 98, 99]})
    found = compare.panel(own, direction="higher")
    assert len(found.observations) == 3
    told = found.unmatched.set_index("region")
    assert "象山县" in told.loc["象上县", "nearest"]
    assert told.loc["鼓楼区", "why"] == "several have the name"


def test_a_workbook_with_a_head_of_two_rows_keeps_its_cells(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (
        ["表1 各县义务教育"], [], ["地区", "毛入园率(%)", None, "在校生(人)", None],
        [None, "2019", "2020", "2019", "2020"], ["象山县", 98, 99, 12000, "1.2万"],
        ["平阳县", "≥97", 96.5, "13,000", None], ["总计", 1, 2, 3, 4], ["数据来源：某某"],
    ):  # fmt: skip
        sheet.append(row)
    workbook.save(tmp_path / "e.xlsx")
    found = compare.panel(
        tmp_path / "e.xlsx", direction={"毛入园率": "higher", "在校生": "neutral"}
    )
    seen = found.observations.set_index("figure")
    assert seen.loc["e/Sheet!E5", ["indicator", "year", "value", "unit"]].tolist() == [
        "在校生", 2020, 12000.0, "人",
    ]  # fmt: skip
    assert seen.loc["e/Sheet!B6", "comparator"] == ">="


def test_a_sheet_for_each_year_is_one_table(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for year in (2019, 2020):
        sheet = workbook.create_sheet(f"{year}年")
        for row in (["地区", "巩固率"], ["象山县", year - 1921], ["平阳县", 97]):
            sheet.append(row)
    workbook.save(tmp_path / "f.xlsx")
    found = compare.panel(tmp_path / "f.xlsx", direction="higher").observations
    assert found.set_index("figure").loc["f/2020年!B2", ["year", "value"]].tolist() == [2020, 99]


LONG = pd.DataFrame(
    [
        ("象山县", "2016/17", "巩固率", "98.5", 98, 99),
        ("象山县", "2018 (Rev)", "巩固率", "", None, None),
        ("平阳县", "2016-17", "巩固率", "97", 96, 98),
    ],
    columns=["地区", "学年", "指标", "数值", "下限", "上限"],
)


def test_a_long_table_has_its_periods_and_limits():
    found = compare.panel(LONG, direction="higher").observations
    assert found[["year", "year_start", "comparator", "lo", "hi"]].to_numpy().tolist() == [
        [2017, 2016, "estimate", 98, 99],
        [2017, 2016, "estimate", 96, 98],
    ]


@pytest.mark.parametrize("form", ["polars", "parquet", "stata"])
def test_frames_and_files_of_statistics_programs_are_the_same(tmp_path, form):
    if form == "polars":
        table = pl.from_pandas(LONG)
    elif form == "parquet":
        table = tmp_path / "table.parquet"
        LONG.to_parquet(table)
    else:
        table = tmp_path / "table.dta"
        ascii_names = ["region", "year", "indicator", "value", "lower", "upper"]
        LONG.set_axis(ascii_names, axis=1).to_stata(table, version=118, write_index=False)
    expected = compare.panel(LONG, direction="higher", source="t").observations
    assert compare.panel(table, direction="higher", source="t").observations.equals(expected)


def test_a_standard_error_has_the_limits_of_its_level():
    own = pd.DataFrame({"code": ["A", "B"], "year": 2019, "share": [10.0, 12.0]})
    found = compare.panel(
        own.assign(se_share=[1.0, None]), indicators={"share": {"direction": "lower", "unit": "%"}},
        level=90,
    ).observations  # fmt: skip
    assert found["hi"].tolist() == pytest.approx([11.6448536, 12])
    assert found["comparator"].tolist() == ["estimate", "="]


def test_wholes_are_asked_for_and_kept_apart():
    own = pd.DataFrame({"fips": ["00000", "01000", "01001", "01003"], "巩固率 2020": [1, 2, 3, 4]})
    with pytest.raises(UnknownValueError, match=r"wholes=\['\*000'\]"):
        compare.panel(own, direction="higher")
    found = compare.panel(own, direction="higher", wholes=["*000"])
    assert found.observations["region"].tolist() == ["01001", "01003"]
    assert found.wholes["region"].tolist() == ["00000", "01000"]
    assert len(compare.panel(own, direction="higher", wholes=[]).observations) == 4


def test_no_direction_is_taken_for_granted():
    own = pd.DataFrame({"地区": ["甲"], "大班额比例2019": [3], "得分2019": [4]})
    with pytest.raises(UnknownValueError, match=r"'大班额比例': 'lower'.*to be told: 得分"):
        compare.panel(own)


AGAINST = ("directions", "told otherwise than the name suggests ({})")


@pytest.mark.parametrize(
    "name", ["Dropout rate", "Unemployment", "Rank", "School rank", "大班额比例"]
)
def test_a_direction_against_the_name_counts_and_is_said(name):
    own = pd.DataFrame({"region": ["A", "B"], "year": 2020, name: [3.0, 4.0], "score": [1.0, 2.0]})
    for told in ("higher", {name: "higher", "score": "lower"}):
        mine = compare.panel(own, direction=told)
        assert set(mine.observations.loc[mine.observations["indicator"] == name, "direction"]) == {
            "higher"
        }
        of, what = AGAINST
        assert [of, what.format(f"{name}: higher"), 1] in mine.summary.to_numpy().tolist()
    for told in ("lower", "neutral"):
        assert "directions" not in set(compare.panel(own, direction=told).summary["of"])


def test_every_direction_against_a_name_is_counted():
    own = pd.DataFrame({"region": ["A", "B"], "year": 2020, "graduates, %": [3.0, 4.0],
                        "Dropouts": [1.0, 2.0], "Number of pupils": [5.0, 6.0]})  # fmt: skip
    told = {"graduates, %": "lower", "Dropouts": "higher", "Number of pupils": "higher"}
    summary = compare.panel(own, direction=told).summary
    (line,) = summary[summary["of"] == "directions"].to_numpy().tolist()
    assert line == [AGAINST[0], AGAINST[1].format("graduates, %: lower, Dropouts: higher"), 2]


@pytest.mark.parametrize("name", ["Teachers of any rank in towns", "frank answers", "rankings2"])
def test_what_only_holds_the_word_is_no_rank(name):
    own = pd.DataFrame({"region": ["A", "B"], "year": 2020, name: [3.0, 4.0]})
    assert "directions" not in set(compare.panel(own, direction="higher").summary["of"])


def one_column(**columns):
    return pd.DataFrame({"地区": ["甲县", "乙县"], **columns})


@pytest.mark.parametrize(
    ("table", "error", "said"),
    [
        (5, FrameError, "int is no table"),
        ("nope.csv", FrameError, "nope.csv does not exist"),
        (one_column(巩固率=[98, 99]), UnknownValueError, "nothing says for sure of which year"),
        (one_column(**{"2019": [1, 2], "2020": [1, 2]}), UnknownValueError, "what they measure"),
        (one_column(巩固率2019=["98", "abc"]), DataError, "table:3: 巩固率2019: 'abc' cannot"),
        (one_column(年份=["2019", "?"], 巩固率=[97, 98]), DataError, "table:3: 年份: '\\?'"),
        (pd.concat([LONG, LONG]), FrameError, "several values for 象山县 巩固率 2017"),
        (LONG.assign(数值=["1", "", "97"]), DataError, "1 lies outside its limits 98 and 99"),
        (one_column(巩固率2019=[98, 97]).assign(地区=["", "a"]), DataError, "and no region"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(table, error, said):
    with pytest.raises(error, match=said):
        compare.panel(table, direction="higher")


def test_a_fraction_among_percentages_is_refused():
    own = pd.DataFrame({"地区": ["甲县", "乙县", "丙县"], "巩固率2019": [0.98, 97, 96]})
    with pytest.raises(FrameError, match=r"table/table!B2 has 0\.98"):
        compare.panel(own, direction="higher")


def test_names_with_accents_are_no_chinese(tmp_path):
    text = "region,rate 2020\nDoña Ana,3\nAñasco,4\n"
    for encoding in ("cp1252", "mac-roman"):
        (tmp_path / "x.csv").write_bytes(text.encode(encoding))
        found = compare.panel(tmp_path / "x.csv", direction="lower")
        assert found.observations["region"].tolist() == ["Doña Ana", "Añasco"]


@pytest.mark.parametrize("name", FORMS)
def test_a_large_text_is_read_by_another_reader_to_the_same_end(tmp_path, monkeypatch, name):
    (tmp_path / name).write_bytes(FORMS[name])
    slow = compare.panel(tmp_path / name, direction=WAYS)
    monkeypatch.setattr("compare.sources.panel.opening.LARGE", 0)
    fast = compare.panel(tmp_path / name, direction=WAYS)
    assert fast.observations.equals(slow.observations)
    assert fast.rows.equals(slow.rows)


def test_percentages_of_every_size_are_no_fractions():
    own = pd.DataFrame({"地区": list("甲乙丙丁"), "普及率2019": [0.5, 12, 97, 96]})
    assert len(compare.panel(own, direction="higher").observations) == 4


def test_levels_in_a_column_are_asked_for():
    own = pd.DataFrame({
        "time_period": ["201819"] * 4,
        "geographic_level": ["National", "Regional", "Local authority", "Local authority"],
        "region_name": ["", "North East", "North East", "North East"],
        "la_name": ["", "", "Gateshead", "Darlington"],
        "new_la_code": ["E92000001", "E12000001", "E08000037", "E06000005"],
        "absence_rate": ["10.9", "12", "11.2", "c"],
    })  # fmt: skip
    with pytest.raises(UnknownValueError, match=r"wholes=\['National', 'Regional'\]"):
        compare.panel(own, direction="lower")
    found = compare.panel(own, direction="lower", wholes=["National", "Regional"])
    assert found.observations[["region", "year"]].to_numpy().tolist() == [["E08000037", 2019]]
    assert len(found.wholes) == 2


def test_limits_of_a_head_of_two_rows_are_limits(tmp_path):
    text = "Area,Obesity,,\n,Value,Lower CI,Upper CI\nAshford,10,8,12\nDover,11,9,13\n"
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    found = compare.panel(tmp_path / "t.csv", direction="lower", year=2020).observations
    assert found["indicator"].tolist() == ["Obesity", "Obesity"]
    assert found[["lo", "hi"]].to_numpy().tolist() == [[8, 12], [9, 13]]


def test_regions_of_one_name_and_parent_are_told_apart_by_their_codes():
    rows = {"code": ["E1", "E2", "E3"], "area": ["Ahaus", "Ahaus", "Borken"],
            "parent name": ["North", "North", "North"], "rate 2020": [1, 2, 3]}  # fmt: skip
    known = compare.panel(pd.DataFrame(rows), direction="higher").evidence.regions
    assert known["name_en"].tolist() == ["Ahaus (E1)", "Ahaus (E2)", "Borken"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"level": 0.95}, "level=0.95 .* from 50 to below 100; do: level=95"),
        ({"level": 100}, "level=100 is no level"),
        ({"where": ["year"]}, r"where=\['year'\] says of no column"),
        ({"table": []}, "table: no frame is given"),
    ],
)
def test_arguments_that_mean_nothing_are_refused_in_a_sentence(arguments, said):
    table = pd.DataFrame({"region": ["A", "B"], "year": 2020, "rate": [90, 80], "se": [1, 2]})
    with pytest.raises(UnknownValueError, match=said):
        compare.panel(**{"table": table, "direction": "higher", **arguments})
