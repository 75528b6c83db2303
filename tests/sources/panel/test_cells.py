"""Cells of own tables that look like numbers, and mean another one or none."""

import pandas as pd
import pytest

import compare
from compare.errors import DataError, UnknownValueError
from compare.sources.panel.asking import answered
from compare.sources.panel.cells import has_decimal_commas, period_of, stated
from compare.sources.panel.told import UnreadError


def panel_of(tmp_path, text, **told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "higher"} | told)


CODES = "Area,Rate 2020,Rate 2021\nA,50,{0}\nB,{0},20\nC,30,31\n"


@pytest.mark.parametrize("code", ["-999", "-9999", "-888", "-666666666"])
def test_a_code_that_stands_for_nothing_is_no_value(tmp_path, code):
    text = CODES.format(code)
    with pytest.raises(UnreadError, match=f"'{code}' is the only kind of number below 0") as asked:
        panel_of(tmp_path, text)
    assert asked.value.marks == [code]
    told = answered(tmp_path / "a.csv", {"direction": "higher"}, lambda *_, default: default)
    for found in (panel_of(tmp_path, text, **told), panel_of(tmp_path, text, missing=[code])):
        assert sorted(found.observations["value"]) == [20, 30, 31, 50] and len(found.missing) == 2


def test_a_code_in_a_column_of_numbers_may_be_told_to_mean_missing():
    frame = pd.DataFrame({"Area": ["A", "B", "C"], "Rate 2020": [5.0, -999.0, 7.0]})
    with pytest.raises(UnreadError, match="-999"):
        compare.panel(frame, direction="higher")
    found = compare.panel(frame, direction="higher", missing=["-999"])
    assert found.observations["value"].tolist() == [5.0, 7.0]


def test_a_margin_that_is_a_code_is_asked_about_once(tmp_path):
    text = "Area,Year,Rate,MOE\nA,2020,50,1\nB,2020,-666666666,-222222222\n"
    with pytest.raises(UnreadError) as asked:
        panel_of(tmp_path, text)
    assert asked.value.marks == ["-666666666", "-222222222"]


def test_among_others_below_0_it_is_a_value(tmp_path):
    found = panel_of(tmp_path, "Area,Net change 2020\nA,50\nB,-999\nC,-30\n")
    assert found.observations["value"].tolist() == [50.0, -999.0, -30.0]


@pytest.mark.parametrize("text", ["1’234’567", "1'234'567", "1 234 567", "1,234,567"])
def test_thousands_are_written_in_many_ways(text):
    assert stated(text).lo == 1234567.0


@pytest.mark.parametrize(("text", "number"), [("–2.3", -2.3), ("- 3", -3.0), ("−4", -4.0)])
def test_a_dash_before_a_number_is_its_sign(text, number):
    assert stated(text).lo == number


def test_of_a_number_in_brackets_both_readings_are_named(tmp_path):
    with pytest.raises(UnreadError, match=r"write -5.2 if brackets mean less than 0, or 5.2 if"):
        panel_of(tmp_path, "Area,Change 2020\nA,(5.2)\nB,3\nC,4\n")


@pytest.mark.parametrize(("mark", "withheld"), [("‡", True), ("*****", True), ("†", False),
                                                ("(X)", False), ("(D)", True)])  # fmt: skip
def test_marks_of_american_tables(mark, withheld):
    assert stated(mark).comparator == "" and stated(mark).withheld is withheld


@pytest.mark.parametrize(
    ("text", "period"),
    [("FY2019", (None, 2019)), ("SY 2018-2019", (2018, 2019)), ("2010 год", (None, 2010)),
     ("School Year 2018-19", (2018, 2019)), ("2010 г.", (None, 2010))],
)  # fmt: skip
def test_a_year_says_of_which_kind_it_is(text, period):
    assert period_of(text) == period


@pytest.mark.parametrize("head", ["2018-19p", "2018/19 *", "2018-19 (rev.)"])
def test_a_mark_behind_a_span_of_years_is_no_part_of_it(tmp_path, head):
    found = panel_of(tmp_path, f"Area,Rate 2017-18,Rate {head}\nA,5,6\nB,6,7\n").observations
    assert sorted(found["year"].unique().tolist()) == [2018, 2019]


@pytest.mark.parametrize("head", ["FY2019 rate", "Rate FY 2019", "Rate SY 2018-2019"])
def test_so_does_one_in_a_head(tmp_path, head):
    found = panel_of(tmp_path, f"Area,{head}\nA,5\nB,6\n").observations
    assert found["indicator"].unique().tolist() in (["Rate"], ["rate"])
    assert found["year"].unique().tolist() == [2019]


def test_a_year_that_is_told_is_not_that_of_a_head_that_names_another(tmp_path):
    text = "Area,Pupils 2019 in schools,Pupils 2020 in schools\nA,5,6\nB,7,8\n"
    with pytest.raises(UnknownValueError, match=r"year=2020: 'Pupils 2019 in schools' names anoth"):
        panel_of(tmp_path, text, year=2020)


@pytest.mark.parametrize(
    ("text", "value"),
    [("91.2¹", 91.2), ("88²", 88.0), ("1,234 ²,³", 1234.0), ("９１．２％¹", 91.2), ("①88", 88.0),
     ("88①", 88.0), ("88⁽¹⁾", 88.0), ("91.2 [note 3]", 91.2)],
)  # fmt: skip
def test_a_raised_mark_of_a_footnote_is_no_digit(text, value):
    assert stated(text).lo == value


def test_a_comma_behind_a_raised_mark_is_no_decimal_sign():
    assert not has_decimal_commas(["1,234²"])


def test_decimals_behind_two_signs_are_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Area;Rate 2020\nA;91.2\nB;88.1\nC;90,5\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"'91.2' cannot be read.*decimals behind one sign"):
        compare.panel(path, direction="higher")
    path.write_text("Area;Rate 2020\nA;1.291,2\nB;1.880\nC;90,5\n", encoding="utf-8")
    found = compare.panel(path, direction="higher").observations
    assert found["value"].tolist() == [1291.2, 1880.0, 90.5]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,23,456", 123_456.0), ("12,34,567.5", 1_234_567.5), ("٩١٫٥", 91.5), ("१,२३४", 1234.0)],
)
def test_numbers_as_they_are_written_in_india_and_in_other_digits(text, number):
    assert stated(text).lo == number


@pytest.mark.parametrize("text", ["1,2,345", "1,23", "1,23,45"])
def test_commas_anywhere_are_no_number(text):
    with pytest.raises(ValueError, match="a number"):
        stated(text)


@pytest.mark.parametrize(
    "text", ["未公布", "未定", "暂无", "不详", "待定", "未上报", "TBD", "Not published", "unknown"]
)
def test_words_that_say_that_nothing_is_known_are_marks_of_a_missing_value(text):
    assert stated(text).comparator == ""


def test_other_words_are_named_so_that_the_line_can_be_copied():
    frame = pd.DataFrame({"region": [*"ABCD"], "rate 2020": ["91.2", "kaputt", "hin", "90.1"]})
    with pytest.raises(UnreadError, match=r"missing=\['kaputt'\] if it means") as refused:
        compare.panel(frame, direction="higher")
    line = str(refused.value).splitlines()[-1]
    assert line == "where they mean missing: missing=['kaputt', 'hin']"
    told = compare.panel(frame, direction="higher", missing=["kaputt", "hin"])
    assert len(told.missing) == 2
