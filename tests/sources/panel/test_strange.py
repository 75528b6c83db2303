"""Tables as statistical offices write them: each shape by a made-up one, with the right value."""

import pytest

import compare
from compare.errors import CompareError, FrameError
from compare.sources.panel.asking import answered
from compare.sources.panel.nations import wholes_among
from compare.sources.panel.told import ToldError, UnreadError


@pytest.fixture
def panel(tmp_path):
    """Read a text of a table as if it were a file."""

    def read(text, encoding="utf-8", **told):
        path = tmp_path / "t.csv"
        path.write_bytes(text.encode(encoding))
        return compare.panel(path, **told)

    return read


def values(mine, *columns):
    return mine.observations[["region", *columns, "value"]].to_numpy().tolist()


def rows(mine):
    """What became of the rows, by what they are."""
    return mine.rows.groupby("what").size().to_dict()


GENESIS = """Tabelle: 11111-0001
Anteile nach Kreisen;;;;
;;;Anteil mit Abschluss;Anteil ohne Abschluss
;;;Prozent;Prozent
2019;DG;Deutschland;25,3;7,9
2019;01;  Nordland;21,6;9,8
2019;01001;      Förde, kreisfreie Stadt;33,8;.
2019;01002;      Süd, Stadt, kreisfreie Stadt;30,0;11,7
2020;01001;      Förde, kreisfreie Stadt;34,1;8,8
2020;01002;      Süd, Stadt, kreisfreie Stadt;31,5;x
__________
Stand: 01.02.2021
"""
GERMAN = {"Anteil mit Abschluss": "higher", "Anteil ohne Abschluss": "lower"}


def test_columns_without_names_are_known_by_what_they_hold(panel):
    mine = panel(GENESIS, encoding="cp1252", direction=GERMAN, wholes=["DG", "01"])
    assert values(mine, "year", "indicator")[:3] == [
        ["01001", 2019, "Anteil mit Abschluss", 33.8],
        ["01002", 2019, "Anteil mit Abschluss", 30.0],
        ["01001", 2020, "Anteil mit Abschluss", 34.1],
    ]
    assert set(mine.observations["unit"]) == {"%"}
    assert rows(mine) == {"title": 2, "head": 2, "region": 4, "whole": 2, "note": 2}
    named = mine.evidence.regions.set_index("region")["name_en"]
    assert named["01001"] == "Förde, kreisfreie Stadt"


def test_codes_that_others_begin_with_are_asked_for_as_wholes(panel):
    with pytest.raises(ToldError, match="Nordland") as asked:
        panel(GENESIS, encoding="cp1252", direction=GERMAN)
    assert asked.value.wholes == ["DG", "01"]


def test_ordinals_are_no_codes_of_wholes(panel):
    numbered = "code,name,year,rate\n" + "".join(f"{n},R{n},2020,{n}\n" for n in range(1, 120))
    assert len(panel(numbered, direction="higher").observations) == 119


def test_the_indicator_stands_in_a_line_above_the_head(panel):
    text = (
        "数据库：分省年度数据\n指标：年末常住人口(万人)\n时间：最近3年\n地区,2024年,2023年\n"
        "甲省,20,21\n乙省,30,31\n注：口径\n"
    )
    mine = panel(text, encoding="gb18030", direction="neutral")
    assert values(mine, "indicator", "year", "unit") == [
        ["甲省", "年末常住人口", 2024, "万人", 20.0],
        ["乙省", "年末常住人口", 2024, "万人", 30.0],
        ["甲省", "年末常住人口", 2023, "万人", 21.0],
        ["乙省", "年末常住人口", 2023, "万人", 31.0],
    ]
    assert rows(mine) == {"title": 3, "head": 1, "region": 2, "note": 1}


def test_tabs_before_commas_separate_nothing(panel):
    text = "地区\t,2024年\t,2023年\t,\n甲县\t,8.5\t,7.5\t,\n乙县\t,6.5\t,5.5\t,\n"
    mine = panel(text, indicators={"入园率": {"direction": "higher", "unit": "%"}})
    assert values(mine, "year")[0] == ["甲县", 2024, 8.5]


def test_a_table_that_names_no_region_says_so(panel):
    with pytest.raises(ToldError, match="a table of one region needs a column with its name"):
        panel("数据库：年度数据\n指标,2024年,2023年\n在校生(万人),10,11\n教师(万人),1,2\n")


NUMBERED = """Key,Type,City,Area,People,
,,District,,all,men
1,2,3,4,5,6
,,,,,
01,Northland,,,,
01001,City,Förde,50.5,900,450
01002,County,Förde,70.5,800,400
,,Insgesamt,121,1700,850
,,,,,
"1) Without lakes, as of the first of May",,,,,
"""


def test_numbers_of_columns_belong_to_the_head_and_totals_may_stand_in_any_column(panel):
    told = {"region": "Key", "name": "City District", "year": 2019, "direction": "neutral"}
    mine = panel(NUMBERED, wholes=["01"], **told)
    assert values(mine, "indicator")[2:4] == [
        ["01001", "People all", 900.0],
        ["01002", "People all", 800.0],
    ]
    assert rows(mine) == {"head": 3, "whole": 1, "region": 2, "total": 1, "note": 1}


LEVELS = """\
time_period,geographic_level,country_code,country_name,region_code,region_name,new_la_code,\
la_name,school_type,exclusions
201617,National,E9,Landia,,,,,Total,90
201617,National,E9,Landia,,,,,Primary,30
201617,Regional,E9,Landia,E12,North,,,Total,60
201617,Local authority,E9,Landia,E12,North,E06001,Abury,Total,40
201617,Local authority,E9,Landia,E12,North,E06001,Abury,Primary,9
201617,Local authority,E9,Landia,E12,North,E06002,Beeton,Total,x
201718,Local authority,E9,Landia,E12,North,E06001,Abury,Total,44
201718,Local authority,E9,Landia,E12,North,E06002,Beeton,Total,20
"""


def test_rows_of_wider_levels_have_the_names_of_these(panel):
    mine = panel(LEVELS, direction="lower", wholes=["National", "Regional"],
                 where={"school_type": "Total"})  # fmt: skip
    assert values(mine, "year") == [
        ["E06001", 2017, 40.0], ["E06001", 2018, 44.0], ["E06002", 2018, 20.0],
    ]  # fmt: skip
    assert mine.wholes[["region", "value"]].to_numpy().tolist() == [["E9", 90.0], ["E12", 60.0]]
    assert rows(mine) == {"head": 1, "left out": 2, "region": 4, "whole": 2}
    assert mine.missing["withheld"].tolist() == [True]


def test_what_tells_several_values_apart_is_said_and_proposed(panel):
    with pytest.raises(ToldError, match=r"school_type \(Total, Primary\)") as asked:
        panel(LEVELS, direction="lower", wholes=["National", "Regional"])
    assert asked.value.asked == {"where": "school_type=Total"}


def test_a_subtotal_is_proposed_where_kinds_are_blank(panel):
    text = "region,year,sex,value\nA,2020,boys,1\nA,2020,girls,2\nA,2020,,3\nB,2020,,4\n"
    with pytest.raises(ToldError) as asked:
        panel(text, direction="higher")
    mine = panel(text, direction="higher", where={"sex": ""})
    assert asked.value.asked == {"where": "sex="}
    assert values(mine) == [["A", 3.0], ["B", 4.0]]


def test_where_refuses_what_is_not_there(panel):
    text = "region,year,grade,pupils\nA,2020,1,10\nA,2020,2,20\n"
    assert values(panel(text, direction="neutral", where={"grade": 2})) == [["A", 20.0]]
    for where in ({"grade": 3}, {"class": 1}):
        with pytest.raises(CompareError, match="where"):
            panel(text, direction="neutral", where=where)


def test_equal_rows_that_nothing_tells_apart_are_refused(panel):
    with pytest.raises(FrameError, match="nothing but numbers tells them apart"):
        panel("region,year,rate\nA,2020,1\nA,2020,2\n", direction="higher")


def test_a_level_of_schools_is_no_level_of_regions(panel):
    text = "state,year,level,pass_rate\nA,2020,X,90\nA,2020,XII,80\nB,2020,X,70\nB,2020,XII,60\n"
    mine = panel(text, direction="higher", where={"level": "X"})
    assert values(mine) == [["A", 90.0], ["B", 70.0]]


@pytest.mark.parametrize(
    ("names", "wholes"),
    [
        (["India", "Kerala", "Bihar"], [0]),
        (["United Kingdom", "United States", "France", "South Africa", "World"], [4]),
        (["United States", "Georgia", "Alabama", "Utah", "Ohio"], [0]),
        (["France", "Kenya", "Sub-Saharan Africa", "High income"], [2, 3]),
        (["Deutschland", "Bayern", "Hessen"], [0]),
        (["中国", "法国", "日本"], []),
    ],
)
def test_a_nation_is_a_whole_among_its_parts_alone(names, wholes):
    assert [place for place, one in enumerate(wholes_among(names)) if one] == wholes


def test_limits_are_known_by_more_words_and_the_usual_level_first(panel):
    text = (
        "Area Code,Area Name,Time period,Indicator Name,Value,Lower CI 99.8 limit,"
        "Upper CI 99.8 limit,Lower CI 95.0 limit,Upper CI 95.0 limit\n"
        "E1,A,2017,Rate/100,10,6,14,8,12\nE2,B,2017,Rate/100,20,14,26,17,23\n"
    ).replace("Rate/100,", "Rate per 100 000,")
    mine = panel(text, direction="lower")
    assert mine.observations[["lo", "hi", "unit"]].to_numpy().tolist() == [
        [8.0, 12.0, ""], [17.0, 23.0, ""],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "most", "unit"),
    [
        ("enrolment rate", 99, "%"), ("gross enrolment rate", 170, "%"),
        ("incidence rate/100,000", 90, ""), ("death rate per 1,000", 9, ""),
        ("mystery rate", 400, ""), ("高中毛入学率", 101, "%"), ("婴儿死亡率", 5, ""),
    ],
)  # fmt: skip
def test_a_rate_is_per_cent_unless_it_is_of_a_thousand(panel, name, most, unit):
    mine = panel(f"region;year;{name}\nA;2020;{most}\nB;2020;2\n", direction="higher")
    assert set(mine.observations["unit"]) == {unit}


def test_the_year_of_the_title_is_not_that_of_the_report(panel):
    text = (
        "Enrolment by state\nReport generated on: Wed 3 2025\nAcademic Year: 2023-24\n\n"
        "state,girls\nA,10\nB,20\n"
    )
    mine = panel(text, direction="neutral")
    assert mine.observations[["year", "year_start"]].iloc[0].tolist() == [2024, 2023]
    text = "Girls in 2023\nReport generated on: Wed 3 2025\n\nstate,girls\nA,10\nB,20\n"
    mine = panel(text, direction="neutral")
    assert mine.observations["year"].unique().tolist() == [2023]


@pytest.mark.parametrize("head", ["area", "land", "region"])
@pytest.mark.parametrize("numbers", ["10.5 20.5", "10 20"])
def test_a_number_is_no_name_where_names_stand_beside_it(panel, head, numbers):
    one, two = numbers.split()
    text = f"county,{head},year,rate\nA,{one},2020,1\nB,{two},2020,3\n"
    mine = panel(text, direction="higher", indicators=["rate"])
    assert values(mine) == [["A", 1.0], ["B", 3.0]]


def test_a_column_that_says_what_is_measured_is_proposed(panel):
    text = "country_id,year,ind,value\nA,2020,GER,1\nA,2020,NER,2\nB,2020,GER,4\n"
    with pytest.raises(ToldError, match="indicator='ind'") as asked:
        panel(text, direction="higher")
    assert asked.value.asked == {"indicator": "ind"}
    mine = panel(text, direction="higher", indicator="ind")
    assert values(mine, "indicator") == [["A", "GER", 1.0], ["A", "NER", 2.0], ["B", "GER", 4.0]]


def test_a_day_is_of_its_year_and_two_of_a_year_are_refused(panel):
    text = "Land;Stichtag;Anteil\nA;31.12.2019;1\nA;31.12.2020;2\nB;31.12.2020;3\n"
    told = {"name": "Land", "direction": "higher", "year": "Stichtag"}
    assert values(panel(text, **told), "year") == [
        ["A", 2019, 1.0],
        ["A", 2020, 2.0],
        ["B", 2020, 3.0],
    ]
    with pytest.raises(CompareError, match="several values for A"):
        panel(text.replace("31.12.2019", "30.06.2020"), **told)


def test_a_sheet_that_cannot_be_read_hides_no_other(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    good, broken = book.active, book.create_sheet("notes")
    for row in (["region", "year", "rate"], ["A", 2020, 90], ["B", 2020, 80]):
        good.append(row)
    for row in (["a", "b"], ["x", 1], ["y", 2, "beyond"]):
        broken.append(row)
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(ToldError, match="Sheet, notes") as asked:
        compare.panel(tmp_path / "t.xlsx", direction="higher")
    assert asked.value.asked == {"sheet": "Sheet"}
    mine = compare.panel(tmp_path / "t.xlsx", direction="higher", sheet="Sheet")
    assert values(mine) == [["A", 90.0], ["B", 80.0]]


def test_each_question_is_asked_once_with_what_is_proposed(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "state,sex,rate\nA,All,NR\nA,Boys,88\nB,All,80\nB,Boys,78\nC,All,70\n", encoding="utf-8"
    )
    asked = []

    def answer(question, default=None):
        last = question.splitlines()[-1]
        asked.append(last)
        return "2020" if last.startswith("Year") else "higher" if "higher" in last else default

    told = answered(path, {}, answer)
    assert told == {
        "year": 2020, "missing": ["NR"], "direction": {"rate": "higher"}, "where": {"sex": "All"},
    }  # fmt: skip
    assert len(asked) == 4
    with pytest.raises(UnreadError, match="'NR' cannot be read"):
        answered(path, {"year": 2020}, None)
    assert values(compare.panel(path, **told)) == [["B", 80.0], ["C", 70.0]]
