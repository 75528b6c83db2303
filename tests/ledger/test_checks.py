"""One tampering per rule: found, located, explained, all at once, and never built."""

from dataclasses import dataclass

import pytest

from compare.curated.build import build, check
from compare.errors import DataError
from compare.ledger.checks import CHECKS, PLAIN, _comparators_said
from compare.ledger.ledger import read_ledger
from compare.ledger.models import Figure
from compare.ledger.texts import read_texts

LUTING_FIGURES = "luting-plan/figures.csv"
LUTING_ALIGNMENT = "luting-plan/alignment.csv"
LUTING_INCONSISTENCIES = "luting-plan/inconsistencies.csv"
LUTING_SOURCE = "luting-plan/source.yml"
CHENGWAN_FIGURES = "chengwan-2024-points/figures.csv"
CHENGWAN_ALIGNMENT = "chengwan-2024-points/alignment.csv"
CHENGWAN_SOURCE = "chengwan-2024-points/source.yml"
SHUOLING_ALIGNMENT = "shuoling-plan/alignment.csv"
OF_LUTING = """region: luting
title: '鹭汀县教育五年规划(虚构)'
number: '鹭政〔2021〕1号'
issuer: '鹭汀县(虚构)'
issued: 2021-06-01"""
REGIONS = "definitions/regions.csv"
INDICATORS = "definitions/indicators.csv"
BENCHMARKS = "definitions/benchmarks.csv"
TERMS = "definitions/terms.csv"
SHEET = "a spreadsheet turned the value into a date"


@dataclass(frozen=True)
class Tampering:
    """Words put in the place of others in one raw file, and the problem that must follow."""

    rule: str  # the check that must find it; empty where reading or the model does
    file: str
    row: int  # as a spreadsheet numbers it; 0 for the file as a whole
    column: str
    old: str
    new: str
    said: str  # the value, and what is wrong with it

    @property
    def place(self) -> str:
        column = f" {self.column}:" if self.column else ""
        return f"{self.file}:{self.row}:{column} " if self.row else f"{self.file}:{column} "

    def __str__(self) -> str:
        return f"{self.rule or 'row'}-{self.column}-{self.new[:24]}"


# fmt: off
RULES = [
    Tampering(
        "lines_say_whose_they_are", BENCHMARKS, 4, "adcode",
        "provincial,170000", "provincial,", "'' does not agree with scope provincial",
    ),
    Tampering(
        "keys_exist", TERMS, 4, "indicator",
        "senior_gross,高中", "senior_gros,高中",
        "'senior_gros' does not exist",
    ),
    Tampering(
        "inconsistencies_name_figures", LUTING_INCONSISTENCIES, 2, "figures",
        "luting-plan/001 luting-plan/002", "luting-plan/001 shuoling-plan/999",
        "'shuoling-plan/999' is no figure",
    ),
    Tampering(
        "inconsistencies_name_figures", LUTING_INCONSISTENCIES, 2, "figures",
        "luting-plan/001 luting-plan/002", "shuoling-plan/001 shuoling-plan/002",
        "none is of luting-plan",
    ),
    Tampering(
        "inconsistencies_name_figures", LUTING_INCONSISTENCIES, 2, "figures",
        "luting-plan/001 luting-plan/002", "luting-plan/001",
        "one figure alone",
    ),
    Tampering(
        "terms_say_one_thing", TERMS, 2, "term",
        "小学|小学阶段 入学率", "毛入学率",
        "'毛入学率' is negative and term for school_enrolment",
    ),
    Tampering(
        "terms_say_one_thing", TERMS, 5, "term",
        "新增 学位,synonym,", "新增 学位,synonym,\nnew_places,新增  学位,synonym,",
        "'新增 学位' stands twice for new_places",
    ),
    Tampering(
        "terms_name_one_indicator", TERMS, 4, "term",
        "高中阶段毛入学率", "小学|小学阶段 入学率",
        "also names school_enrolment",
    ),
    Tampering(
        "terms_name_what_they_limit", TERMS, 6, "role",
        "new_places,5", "balanced_year,5",
        "'years' for balanced_year, which no term names",
    ),
    Tampering(
        "printed_units_are_those_of_the_indicator", LUTING_FIGURES, 2, "unit",
        "99.5,99.5,%,", "99.5,99.5,所,",
        "'所' for school_enrolment, which is in %",
    ),
    Tampering(
        "printed_units_are_those_of_the_indicator", LUTING_ALIGNMENT, 5, "factor",
        "new_places,10000,", "new_places,100,",
        "100 turns '万个' into no 个",
    ),
    Tampering(
        "nothing_is_only_proposed", "chengwan-2024-points/figures.csv", 3, "state",
        ",confirmed", ",proposed",
        "the row is only proposed",
    ),
    Tampering(
        "keys_are_unique", LUTING_FIGURES, 3, "figure",
        "luting-plan/002,小学", "luting-plan/001,小学",
        "'luting-plan/001' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", LUTING_FIGURES, 2, "figure",
        "luting-plan/001,全县", "luting-plan/002,全县",
        "'luting-plan/002' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", REGIONS, 4, "adcode",
        "170281", "170225",
        "'170225' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", REGIONS, 4, "region",
        "shadu,沙渡", "luting,沙渡",
        "'luting' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", INDICATORS, 3, "indicator",
        "senior_gross,", "school_enrolment,",
        "'school_enrolment' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", BENCHMARKS, 3, "benchmark",
        "senior-2025", "gap-2020",
        "'gap-2020' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", LUTING_ALIGNMENT, 3, "indicator",
        "luting-plan/002", "luting-plan/001",
        "'luting-plan/001 / school_enrolment' stands in 2 rows",
    ),
    Tampering(
        "keys_are_unique", LUTING_SOURCE, 0, "document",
        "document: luting-plan", "document: shuoling-plan",
        "'shuoling-plan' stands in 2 rows",
    ),
    Tampering(
        "keys_exist", LUTING_SOURCE, 0, "region",
        "region: luting", "region: lutin",
        "'lutin' does not exist",
    ),
    Tampering(
        "keys_exist", LUTING_ALIGNMENT, 4, "indicator",
        "luting-plan/003,senior_gross", "luting-plan/003,senior_net",
        "'senior_net' does not exist",
    ),
    Tampering(
        "keys_exist", LUTING_ALIGNMENT, 5, "figure",
        "luting-plan/004", "luting-plan/040",
        "'luting-plan/040' does not exist",
    ),
    Tampering(
        "keys_exist", INDICATORS, 2, "theme",
        "school_enrolment,enrolment", "school_enrolment,money",
        "'money' does not exist",
    ),
    Tampering(
        "keys_exist", BENCHMARKS, 4, "indicator",
        "school_gap", "gap",
        "'gap' does not exist",
    ),
    Tampering(
        "rows_stand_in_their_folder", LUTING_FIGURES, 13, "figure",
        "luting-plan/012", "shuoling-plan/012",
        "'shuoling-plan/012' does not belong to this folder",
    ),
    Tampering(
        "rows_stand_in_their_folder", LUTING_ALIGNMENT, 11, "figure",
        "luting-plan/010,star_schools", "chengwan-2024-points/001,star_schools",
        "'chengwan-2024-points/001' does not belong to this folder",
    ),
    Tampering(
        "rows_stand_in_their_folder", LUTING_SOURCE, 0, "document",
        "document: luting-plan", "document: luting",
        "'luting' is not the folder's name",
    ),
    Tampering(
        "names_can_be_drawn", REGIONS, 2, "name_en",
        "Chengwan", "Cheng\u200bwan",
        "'Cheng\\u200bwan' holds U+200B, which pictures cannot show",
    ),
    Tampering(
        "regions_have_one_name_each", REGIONS, 2, "aliases",
        "Clear Bay", "LUTING",
        "the name 'LUTING' is also one of luting",
    ),
    Tampering(
        "regions_have_one_name_each", REGIONS, 5, "aliases",
        "180300,", "180300,鹭汀",
        "the name '鹭汀' is also one of luting",
    ),
    Tampering(
        "parents_contain_their_children", REGIONS, 3, "parent",
        "鹭汀县,county,chengwan", "鹭汀县,county,shuoling",
        "'shuoling' does not agree with adcode 170225",
    ),
    Tampering(
        "parents_contain_their_children", REGIONS, 3, "parent",
        "170225", "180425",
        "'chengwan' does not agree with adcode 180425",
    ),
    Tampering(
        "parents_are_one_division_each", REGIONS, 5, "parent",
        "prefecture-city,beiyuan", "prefecture-city,donghu",
        "'donghu' does not agree with adcode 180300, which lies in 180000",
    ),
    Tampering(
        "codes_are_those_of_the_list", REGIONS, 5, "adcode",
        "北原,180300", "辽宁,210400",
        "210400 is the code of 抚顺市 (210400, 辽宁省), not of 朔岭市",
    ),
    Tampering(
        "codes_are_those_of_the_list", REGIONS, 5, "province",
        "北原,180300", "北原,219900",
        "'北原', while adcode 219900 lies in 辽宁",
    ),
    Tampering(
        "actuals_are_not_later_than_the_document", LUTING_FIGURES, 6, "year",
        "0.42,0.42,,2020", "0.42,0.42,,2022",
        "an actual of 2022 in a document of 2021",
    ),
    Tampering(
        "actuals_are_not_later_than_the_document", CHENGWAN_FIGURES, 6, "year",
        "3000,,个,2024,,,implied,target", "3000,,个,2025,,,implied,actual",
        "an actual of 2025 in a document of 2024",
    ),
    Tampering(
        "printed_number_is_the_interval", LUTING_FIGURES, 2, "printed",
        "99.5,=,99.5,99.5", "99.5,=,95.9,95.9",
        "'99.5' does not say lo=95.9, hi=95.9",
    ),
    Tampering(
        "printed_number_is_the_interval", LUTING_FIGURES, 12, "printed",
        "range,10,12", "range,10,13",
        "'10~12' does not say lo=10, hi=13",
    ),
    Tampering(
        "printed_number_is_the_interval", LUTING_FIGURES, 13, "printed",
        "所有,=,100,100", "所有,=,99,99",
        "'所有' does not say lo=99, hi=99",
    ),
    Tampering(
        "printed_number_is_the_interval", CHENGWAN_FIGURES, 4, "printed",
        "66.6666666667,66.6666666667", "66.7,66.7",
        "'三分之二' does not say lo=66.7, hi=66.7",
    ),
    Tampering(
        "printed_number_is_the_interval", LUTING_FIGURES, 5, "printed",
        "五年来新增学位1.2万个,一、回顾,1.2", "2024-02-03,一、回顾,2024-02-03",
        "'2024-02-03' does not say lo=1.2, hi=1.2",
    ),
    Tampering(
        "worded_figures_print_no_digit", LUTING_FIGURES, 13, "worded",
        "each-township,true", "each-township,false",
        "worded=false for '所有'",
    ),
    Tampering(
        "worded_figures_print_no_digit", LUTING_FIGURES, 4, "worded",
        "101.2,101.2,%,2020,,,printed,actual,region,false",
        "101.2,101.2,%,2020,,,printed,actual,region,true",
        "worded=true for '101.2'",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", LUTING_FIGURES, 8, "comparator",
        "99,>=,99,,", "99,=,99,99,",
        "'=', while the quote '小学入学率保持在99%以上' says otherwise",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", LUTING_FIGURES, 9, "comparator",
        "102,>,102", "102,>=,102",
        "'>=', while the quote '高中阶段毛入学率超过102%' says otherwise",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", LUTING_FIGURES, 10, "comparator",
        "0.35,<=,", "0.35,<,",
        "'<', while the quote '小学校际差异系数控制在0.35以内' says otherwise",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", LUTING_FIGURES, 11, "comparator",
        "60,~,", "60,=,",
        "'=', while the quote '星级学校比例达到60%左右' says otherwise",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", CHENGWAN_FIGURES, 3, "comparator",
        "0.3,<,", "0.3,<=,",
        "'<=', while the quote '各县小学校际差异系数小于0.3' says otherwise",
    ),
    Tampering(
        "comparator_is_the_words_beside_the_number", CHENGWAN_FIGURES, 6, "comparator",
        "3000,>,3000,", "3000,=,3000,3000",
        "'=', while the quote '新增学位3000余个' says otherwise",
    ),
    Tampering(
        "quotes_are_in_their_document", LUTING_FIGURES, 2, "quote",
        "全县小学入学率达到99.5%", "全县小学入学率达99.5%",
        "'全县小学入学率达99.5%' is not in the document",
    ),
    Tampering(
        "texts_have_the_stated_length", CHENGWAN_SOURCE, 0, "characters",
        "characters: 89", "characters: 90",
        "90 for a text of 89 characters",
    ),
    Tampering(
        "documents_plan_forward", LUTING_SOURCE, 0, "period_start",
        "period_start: 2021", "period_start: 2026",
        "2026 is after period_end 2025",
    ),
    Tampering(
        "observations_lie_within_natural_bounds", LUTING_ALIGNMENT, 2, "factor",
        "luting-plan/001,school_enrolment,1", "luting-plan/001,school_enrolment,10",
        "luting-plan/001 gives 995.0 % as school_enrolment",
    ),
    Tampering(
        "observations_lie_within_natural_bounds", LUTING_ALIGNMENT, 4, "factor",
        "luting-plan/003,senior_gross", "luting-plan/003,school_enrolment",
        "luting-plan/003 gives 101.2 % as school_enrolment",
    ),
    Tampering(
        "observations_lie_within_natural_bounds", BENCHMARKS, 2, "lo",
        ">=,99,", ">=,101,",
        "101 is outside the bounds of school_enrolment",
    ),
    Tampering(
        "a_figure_measures_one_indicator", CHENGWAN_ALIGNMENT, 6, "comparability",
        "chengwan-2024-points/005", "chengwan-2024-points/004",
        "chengwan-2024-points/004 is close here and already measures balanced_counties",
    ),
    Tampering(
        "one_main_figure_per_observation", LUTING_ALIGNMENT, 3, "use",
        "alternative", "main",
        "2 main figures among luting-plan/001, luting-plan/002 for school_enrolment",
    ),
    Tampering(
        "one_main_figure_per_observation", SHUOLING_ALIGNMENT, 5, "use",
        "shuoling-plan/004,senior_gross,1,exact,与定义同名。,,main",
        "shuoling-plan/004,senior_gross,1,exact,与定义同名。,,alternative",
        "no main figure among shuoling-plan/004 for senior_gross",
    ),
    Tampering(
        "one_source_is_the_newest", LUTING_SOURCE, 0, "issued",
        OF_LUTING, OF_LUTING.replace("region: luting", "region: shuoling")
        .replace("2021-06-01", "2022-03-01"),
        "luting-plan is as old as shuoling-plan, and both state school_enrolment, actual 2020",
    ),
    Tampering(
        "editions_stand_in_one_series", LUTING_SOURCE, 0, "series",
        "series: luting-plan", "series: chengwan-points",
        "'chengwan-points' of luting is also a series of chengwan",
    ),
    Tampering(
        "editions_stand_in_one_series", LUTING_SOURCE, 0, "edition",
        "series: luting-plan\nedition: '1'", "series: chengwan-points\nedition: '2024'",
        "'2024' of chengwan-points is also chengwan-2024-points",
    ),
    Tampering(
        "schemes_stay_in_their_province", SHUOLING_ALIGNMENT, 2, "indicator",
        "shuoling-plan/001,school_enrolment", "shuoling-plan/001,star_schools",
        "star_schools exists only in 东湖, the figure is from 北原",
    ),
    Tampering(
        "indicators_keep_to_their_level", LUTING_ALIGNMENT, 11, "indicator",
        "luting-plan/010,star_schools", "luting-plan/010,balanced_counties",
        "balanced_counties applies only to level prefecture-city, the figure is from a county",
    ),
]

ROWS = [
    Tampering(
        "", TERMS, 2, "term",
        "小学|小学阶段 入学率", "小学||小学阶段 入学率",
        "has an empty alternative",
    ),
    Tampering("", TERMS, 4, "term", "高中阶段毛入学率", "", "the cell is empty"),
    Tampering("", TERMS, 5, "role", "synonym", "alias", "'alias' is not valid"),
    Tampering("", TERMS, 6, "term", "new_places,5", "new_places,five", "is no number of years"),
    Tampering(
        "", LUTING_FIGURES, 12, "lo",
        "range,10,12", "range,12,10",
        "the interval lo=12, hi=10 does not agree with the comparator 'range'",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "lo",
        "99.5,=,99.5,99.5", "99.5,=,99.5,",
        "the interval lo=99.5, hi=empty does not agree with the comparator '='",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "lo",
        "99.5,=,99.5,99.5", "99.5,=,九九,99.5",
        "'九九' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "year",
        "99.5,%,2020", "99.5,%,20205",
        "'20205' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 12, "year",
        "间,,2021,2025", "间,,2021,",
        "year=empty, year_start=2021, year_end=empty",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "comparator",
        "99.5,=,", "99.5,==,",
        "'==' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "quote",
        "全县小学入学率达到99.5%", "全县小学入学率达到99.5%" * 4,
        "56 characters",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "printed",
        ",99.5,=", ",99.4,=",
        "the value '99.4' is not in its quote '全县小学入学率达到99.5%'",
    ),
    Tampering(
        "", LUTING_FIGURES, 13, "figure",
        "luting-plan/012", "luting-plan/12",
        "'luting-plan/12' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 13, "label",
        "luting-plan/012,通校车的乡镇", "luting-plan/012,",
        "the cell is empty",
    ),
    Tampering(
        "", LUTING_FIGURES, 12, "printed",
        "10~12,range", "10月12日,range",
        "the value '10月12日' is not in its quote",
    ),
    Tampering(
        "", LUTING_FIGURES, 12, "lo",
        "range,10,12", "range,2月3日,12",
        "'2月3日' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 12, "hi",
        "range,10,12", "range,10,2-Mar",
        "'2-Mar' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 2, "year",
        "99.5,%,2020", "99.5,%,2024-02-03",
        "'2024-02-03' is not valid",
    ),
    Tampering(
        "", LUTING_FIGURES, 1, "locator",
        "locator", "place",
        "the column is missing",
    ),
    Tampering(
        "", LUTING_FIGURES, 1, "place",
        "locator", "place",
        "the column is unknown",
    ),
    Tampering(
        "", LUTING_FIGURES, 1, "quote",
        "label,quote", "quote,quote",
        "the column is there twice",
    ),
    Tampering(
        "", LUTING_FIGURES, 3, "",
        "与luting-plan/001矛盾", "见001,矛盾",
        "18 cells under 17 columns, from '矛盾'",
    ),
    Tampering(
        "", LUTING_ALIGNMENT, 2, "comparability",
        "luting-plan/001,school_enrolment,1,exact",
        "luting-plan/001,school_enrolment,1,alike",
        "'alike' is not valid",
    ),
    Tampering(
        "", REGIONS, 3, "level",
        "county,chengwan", "shire,chengwan",
        "'shire' is not valid",
    ),
    Tampering(
        "", INDICATORS, 8, "rankable",
        "neutral,0,,false", "neutral,0,,true",
        "a neutral indicator cannot be ranked",
    ),
    Tampering(
        "", BENCHMARKS, 3, "kind",
        ",target,>,", ",wish,>,",
        "'wish' is not valid",
    ),
    Tampering(
        "", LUTING_SOURCE, 0, "sha256",
        "sha256: '", "sha256: 'x",
        "is not valid",
    ),
    Tampering(
        "", LUTING_SOURCE, 0, "",
        "issued: 2021-06-01", "issued: 2021-13-01",
        "the file cannot be read (ValueError: month must be in 1..12",
    ),
]
# fmt: on


def found(tampering, problems):
    return [
        problem
        for problem in problems
        if str(problem).startswith(tampering.place) and tampering.said in problem.what
    ]


@pytest.mark.parametrize("tampering", RULES + ROWS, ids=str)
def test_a_tampering_is_found_located_explained_and_not_built(world, tamper, tampering):
    before = world.database.read_bytes()
    tamper(world, tampering.file, tampering.old, tampering.new)
    problems = check(world)
    (problem,) = found(tampering, problems)
    assert problem.allowed
    assert problem.todo
    with pytest.raises(DataError) as error:
        build(world)
    assert error.value.problems == problems
    assert str(problem) in str(error.value).splitlines()
    assert world.database.read_bytes() == before


@pytest.mark.parametrize("tampering", RULES, ids=str)
def test_it_is_the_rule_named_that_finds_a_tampering(world, tamper, tampering):
    (rule,) = [rule for rule in CHECKS if rule.__name__ == tampering.rule]
    assert list(rule(read_ledger(world.raw), read_texts(world.texts))) == []
    tamper(world, tampering.file, tampering.old, tampering.new)
    assert found(tampering, rule(read_ledger(world.raw), read_texts(world.texts)))


def test_every_rule_has_a_tampering():
    assert {rule.__name__ for rule in CHECKS} == {tampering.rule for tampering in RULES}


def test_every_rule_says_what_it_demands():
    assert [rule.__name__ for rule in CHECKS if not rule.__doc__] == []


@pytest.mark.parametrize(
    "tampering",
    [t for t in RULES + ROWS if any(d in t.new for d in ("月", "-Mar", "2024-02-03"))],
    ids=str,
)
def test_a_cell_that_a_spreadsheet_turned_into_a_date_is_told_so(world, tamper, tampering):
    tamper(world, tampering.file, tampering.old, tampering.new)
    (problem,) = found(tampering, check(world))
    assert SHEET in problem.todo


@pytest.mark.parametrize("file", [LUTING_FIGURES, REGIONS, LUTING_SOURCE])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ("the file is empty", "the file holds NoneType, no mapping")),
        (b"\xff\xff\xff\xff", ("neither UTF-8, UTF-16 nor GB18030", "UnicodeDecodeError")),
        (None, ("the file is missing",)),
    ],
    ids=["empty", "encoding", "missing"],
)
def test_a_file_that_cannot_be_read_is_named_and_not_built(world, file, data, said):
    before = world.database.read_bytes()
    path = world.raw / file
    path.unlink() if data is None else path.write_bytes(data)
    with pytest.raises(DataError) as error:
        build(world)
    (message,) = [str(p) for p in error.value.problems if p.file == file]
    assert message.startswith(f"{file}: ")
    assert any(words in message for words in said)
    assert world.database.read_bytes() == before


def test_the_problems_of_several_files_are_all_reported_at_once(world, tamper):
    one_in_each_file = {tampering.file: tampering for tampering in RULES + ROWS}.values()
    assert len(one_in_each_file) == 12
    for tampering in one_in_each_file:
        tamper(world, tampering.file, tampering.old, tampering.new)
    with pytest.raises(DataError) as error:
        build(world)
    for tampering in one_in_each_file:
        assert found(tampering, error.value.problems), tampering
    lines = str(error.value).splitlines()
    assert lines[0] == f"{len(error.value.problems)} problems:"
    assert len(lines) == len(error.value.problems) + 1


def test_without_the_texts_only_the_rules_that_need_them_are_silent(world, tamper, monkeypatch):
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(world.root / "nowhere"))
    assert check(world) == []
    tamper(world, LUTING_FIGURES, "全县小学入学率达到99.5%", "全县小学入学率达99.5%")
    tamper(world, LUTING_SOURCE, "characters: 215", "characters: 216")
    assert check(world) == []
    tamper(world, LUTING_FIGURES, "99.5,=,99.5,99.5", "99.5,=,95.9,95.9")
    assert [problem.column for problem in check(world)] == ["printed"]


@pytest.mark.parametrize(
    ("quote", "comparator"),
    [
        ("比例达到80%以上", ">="),
        ("比例达到80%及以上", ">="),
        ("比例不低于80%", ">="),
        ("比例不少于80%", ">="),
        ("比例至少80%", ">="),
        ("比例 | % | ≥80", ">="),
        ("比例超过80%", ">"),
        ("比例突破80%", ">"),
        ("比例 | % | >80", ">"),
        ("比例80余", ">"),
        ("比例控制在80%以内", "<="),
        ("比例下降至80%以下", "<="),
        ("比例不超过80%", "<="),
        ("比例 | % | ≤80", "<="),
        ("比例小于80%", "<"),
        ("比例 | % | <80", "<"),
        ("比例80%左右", "~"),
    ],
)
def test_the_words_beside_a_number_decide_the_comparator(world, tamper, quote, comparator):
    ends = {"=": "80,80", "~": "80,80", "<": ",80", "<=": ",80", ">": "80,", ">=": "80,"}
    row = "{quote},二、目标,80,{comparator},{ends},%"
    before = "星级学校比例达到60%左右,二、目标,60,~,60,60,%"
    refused = []
    for typed in ends:
        after = row.format(quote=quote, comparator=typed, ends=ends[typed])
        tamper(world, LUTING_FIGURES, before, after)
        refused += [typed for problem in check(world) if problem.column == "comparator"]
        before = after
    assert refused == [typed for typed in ends if typed != comparator]


@pytest.mark.parametrize("comparator", ["=", ">="])
def test_where_the_words_stand_elsewhere_the_comparator_is_not_decided(world, tamper, comparator):
    ends = {"=": "80,80", ">=": "80,"}[comparator]
    row = f"甲、乙分别达到80%、85%以上,二、目标,80,{comparator},{ends},%"
    tamper(world, LUTING_FIGURES, "星级学校比例达到60%左右,二、目标,60,~,60,60,%", row)
    assert [problem.column for problem in check(world)] == ["quote"]


@pytest.mark.parametrize(
    ("issued", "year", "limit"),
    [
        ("2022-06-01", 2021, None),
        ("2022-06-01", 2022, None),  # the very year of the document may have come
        ("2022-06-01", 2023, 2022),
        ("2022-12-31", 2022, None),
        ("2022-01-01", 2023, 2022),
        ("", 2020, None),  # not dated: the first year of its plan
        ("", 2021, None),
        ("", 2022, 2021),
    ],
)
def test_an_actual_is_not_later_than_the_year_of_its_document(world, tamper, issued, year, limit):
    tamper(world, LUTING_SOURCE, "issued: 2021-06-01", f"issued: {issued}")
    tamper(world, LUTING_FIGURES, "0.42,0.42,,2020", f"0.42,0.42,,{year}")
    (rule,) = [rule for rule in CHECKS if rule.__name__.startswith("actuals_are_not_later")]
    said = [problem.what for problem in rule(read_ledger(world.raw), read_texts(world.texts))]
    assert said == ([] if limit is None else [f"an actual of {year} in a document of {limit}"])


def test_a_target_may_be_of_any_later_year(world, tamper):
    tamper(
        world,
        LUTING_FIGURES,
        "0.42,0.42,,2020,,,implied,actual",
        "0.42,0.42,,2030,,,implied,target",
    )
    (rule,) = [rule for rule in CHECKS if rule.__name__.startswith("actuals_are_not_later")]
    assert list(rule(read_ledger(world.raw), read_texts(world.texts))) == []


def test_per_cent_is_at_best_a_proxy_for_percentage_points(world, tamper):
    tamper(world, INDICATORS, "所辖县,%,higher", "所辖县,percentage points,higher")
    (problem,) = check(world)
    assert (problem.file, problem.row, problem.column) == (CHENGWAN_ALIGNMENT, 5, "comparability")
    assert "prints %" in problem.what
    tamper(world, CHENGWAN_ALIGNMENT, "balanced_counties,1,exact", "balanced_counties,1,proxy")
    assert check(world) == []


def test_without_a_printed_unit_there_is_none_to_contradict(world, tamper):
    tamper(world, LUTING_FIGURES, "99.5,99.5,%,", "99.5,99.5,,")
    assert check(world) == []


def test_a_figure_may_be_a_proxy_for_any_number_of_indicators(world):
    path = world.raw / CHENGWAN_ALIGNMENT
    row = "chengwan-2024-points/001,star_schools,1,proxy,另一概念。,,alternative\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    (problem,) = check(world)
    assert problem.what.startswith("no main figure among chengwan-2024-points/001")
    path.write_text(
        path.read_text(encoding="utf-8").replace("。,,alternative", "。,,main"), encoding="utf-8"
    )
    assert check(world) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problems"),
    [
        (INDICATORS, "indicator,", "indicatr,", 2),  # the header
        (REGIONS, "county,chengwan", "shire,chengwan", 1),  # one cell of a row
        (LUTING_FIGURES, "figure,", "figur,", 2),
    ],
)
def test_a_cause_is_told_without_its_consequences(world, tamper, file, old, new, problems):
    tamper(world, file, old, new)
    found = check(world)
    assert {problem.file for problem in found} == {file}
    assert len(found) == problems


@pytest.mark.parametrize("file", [INDICATORS, REGIONS, LUTING_FIGURES, LUTING_ALIGNMENT])
@pytest.mark.parametrize("line", [1, 2])
def test_a_row_that_is_no_row_has_no_consequences(world, file, line):
    path = world.raw / file
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[line - 1] = "broken"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert {problem.file for problem in check(world)} == {file}


@pytest.mark.parametrize("separator", [";", "\t", "，"])
def test_a_table_may_be_separated_otherwise(world, separator):
    path = world.raw / REGIONS
    path.write_text(path.read_text(encoding="utf-8").replace(",", separator), encoding="utf-8")
    assert check(world) == []


def test_a_reference_that_leads_nowhere_is_told_what_is_near(world, tamper):
    tamper(world, BENCHMARKS, "senior-2025,senior_gross", "senior-2025,senior_gros")
    (problem,) = check(world)
    assert problem.allowed == "an indicator of definitions/indicators.csv, such as senior_gross"


@pytest.mark.parametrize(("number", "refused"), [("001", True), ("002", False)])
def test_what_a_city_states_of_each_county_is_about_counties(world, number, refused):
    (rule,) = [one for one in CHECKS if one.__name__ == "indicators_keep_to_their_level"]
    path = world.raw / "chengwan-2024-points/alignment.csv"
    row = f"chengwan-2024-points/{number},balanced_year,1,proxy,年份。,A year.,main\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    found = list(rule(read_ledger(world.raw), read_texts(world.texts)))
    assert bool(found) == refused


def test_a_list_of_places_is_its_length(world):
    (rule,) = [one for one in CHECKS if one.__name__ == "printed_number_is_the_interval"]
    path = world.raw / "chengwan-2024-points/figures.csv"
    head, quote = "chengwan-2024-points/006,通过的县,", "鹭汀县、沙渡市和朔岭县通过"
    tail = ",第六句,鹭汀县、沙渡市和朔岭县,=,{0},{0},,2024,,,implied,target,region,true,,\n"
    before = path.read_text(encoding="utf-8")
    for count, problems in ((3, 0), (2, 1)):
        path.write_text(before + head + quote + tail.format(count), encoding="utf-8")
        found = list(rule(read_ledger(world.raw), read_texts(world.texts)))
        assert len(found) == problems


def test_words_that_begin_another_word_bound_no_number():
    figure = Figure.model_construct(printed="全面建成", unit="%", quote="全面建成以内陆开放为重点")
    assert _comparators_said(figure) == {PLAIN}
    figure = Figure.model_construct(printed="0.35", unit="", quote="控制在0.35以内")
    assert _comparators_said(figure) == {"<="}
