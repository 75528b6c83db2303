"""Values in words: a bound keeps its word, a unit its number."""

import re

import pytest

from compare.wording.values import (
    UNITS,
    as_printed,
    change_in_words,
    interval_in_words,
    is_missing,
    number,
    prose_value,
    quantity,
    reach_in_words,
    signed,
    unit_name,
    unit_suffix,
    value_in_words,
)


def row(comparator, value=None, unit="%", lo=None, hi=None):
    return {"comparator": comparator, "value": value, "unit": unit, "lo": lo, "hi": hi}


@pytest.mark.parametrize(
    ("value", "written"),
    [(100.0, "100"), (7.244, "7.24"), (0.4321, "0.4321"), (0.43, "0.43"), (12000, "12,000"),
     (-1.5, "−1.5"), (0, "0")],
)  # fmt: skip
def test_a_number_has_no_needless_digits(value, written):
    assert number(value, "en") == written
    assert number(value, "zh") == written.replace(",", "")


@pytest.mark.parametrize(
    ("stated", "zh", "en"),
    [
        (row("=", 90.6), "90.6%", "90.6%"),
        (row(">=", 90), "≥90%", "≥90%"),
        (row(">", 90), ">90%", ">90%"),
        (row("<=", 5), "≤5%", "≤5%"),
        (row("<", 0.35, "coefficient"), "<0.35", "<0.35"),
        (row("~", 90), "约90%", "about 90%"),
        (row("range", lo=50, hi=60), "50–60%", "50–60%"),
        (row("=", 2027, "year"), "2027年", "2027"),
        (row("=", 1, "hours"), "1小时", "1 hour"),
        (row("=", 2, "hours"), "2小时", "2 hours"),
        (row("=", 3, "所"), "3所", "3"),
        (row("=", 1200, "人"), "1200人", "1,200 people"),
        (row("=", 3, "册/生"), "3册/生", "3 册/生"),
        (row("range", unit="万人次", lo=3.5, hi=12), "3.5–12万人次", "35,000–120,000 person-times"),
    ],
)
def test_a_value_keeps_its_bound_and_its_unit(stated, zh, en):
    assert (value_in_words(stated, "zh"), value_in_words(stated, "en")) == (zh, en)
    bare = value_in_words(stated, "zh", unit=False)
    assert zh.startswith(bare) and (bare != zh or not unit_suffix(stated["unit"], "zh"))


def test_what_words_say_of_a_share_stays_in_words():
    stated = row(">=", 0) | {"worded": True, "printed": "只增不减"}
    assert value_in_words(stated, "zh") == "“只增不减”"
    assert value_in_words(stated, "en") == "yearly growth, no fall (in words only)"
    assert value_in_words(stated, "zh", unit=False) == "≥0"


def test_an_interval_that_nobody_printed_shows_its_ends():
    assert interval_in_words(1.0, 2.5, "%", "zh") == "1–2.5%"
    assert interval_in_words(2.0, 2.0, "%", "en") == "2%"
    assert interval_in_words(90.0, float("nan"), "%", "zh") == "≥90%"
    assert interval_in_words(float("nan"), 0.35, "coefficient", "en") == "≤0.35"
    assert interval_in_words(2020.0, 2022.0, "year", "zh") == "2020–2022年"
    assert interval_in_words(float("nan"), None, "hours", "en") == ""


def test_a_change_is_in_points_with_or_without_its_sign():
    assert change_in_words(-9.4, "percentage points", "zh") == "9.4个百分点"
    assert change_in_words(1, "percentage points", "en") == "1 percentage point"
    assert signed(-1, "percentage points", "en") == "−1 percentage point"
    assert signed(2.5, "percentage points", "zh") == "+2.5个百分点"
    assert signed(0, "%", "zh") == "0%"


def test_a_unit_stands_alone_by_its_name():
    assert (unit_name("coefficient", "zh"), unit_name("coefficient", "en")) == (
        "系数",
        "coefficient",
    )
    assert unit_name("%", "zh") == "%" and unit_name("册/生", "en") == "册/生"


@pytest.mark.parametrize("unit", [unit for unit in UNITS if re.search("[一-鿿]", unit)])
def test_an_axis_and_the_labels_beside_it_mean_the_same_number(unit):
    """An axis has the numbers as they are stored, so its name says what they count."""
    name, label = unit_name(unit, "en"), quantity(3.5, unit, "en")
    assert not re.search("[一-鿿]", name + label)
    times = {"万": 10_000, "亿": 100_000_000}.get(unit[0], 1)
    named = re.match(r"10,000|100 million|", name)[0]
    assert times == {"10,000": 10_000, "100 million": 100_000_000, "": 1}[named]
    told = float(re.match(r"[0-9,.]+", label)[0].replace(",", ""))
    assert told * (1_000_000 if "million" in label else 1) == 3.5 * times
    assert (unit_name(unit, "zh"), quantity(3.5, unit, "zh")) == (unit, f"3.5{unit}")


def test_what_is_printed_stays_as_printed():
    assert as_printed({"printed": "42.7", "unit": "%"}) == "42.7%"
    assert as_printed({"printed": "全部", "unit": "%"}) == "全部"
    assert as_printed({"printed": "12", "unit": None}) == "12"
    assert is_missing(None) and is_missing(float("nan")) and not is_missing(0)
    assert as_printed({"printed": "1/3", "unit": "%"}) == "1/3"
    assert as_printed({"printed": "15万余", "unit": "万名"}) == "15万余名"


MORE = {"comparator": ">", "value": 2000.0, "lo": 2000.0, "hi": None, "unit": "个"}


def test_somewhat_more_stays_behind_its_number():
    row = {**MORE, "printed": "2000余"}
    assert prose_value(row, "zh") == value_in_words(row, "zh") == "2000余个"
    assert prose_value(row, "en") == "more than 2,000"
    many = {**MORE, "value": 15.0, "unit": "万名", "printed": "15万余"}
    assert prose_value(many, "zh") == "15万余名"
    assert prose_value({**MORE, "printed": "2000"}, "zh") == "超过2000个"


def test_a_fraction_is_no_number_that_nobody_printed():
    row = {"comparator": "=", "value": 33.3333333333, "unit": "%", "printed": "1/3"}
    assert (prose_value(row, "zh"), reach_in_words(row, "zh")) == ("1/3", "达到1/3")
    least = {**row, "comparator": ">=", "printed": "三分之一"}
    assert prose_value(least, "zh") == "三分之一以上"
    assert prose_value(least, "en") == "at least 1/3"


def test_a_level_is_kept_and_so_much_a_year_is_told():
    kept = {"comparator": ">=", "value": 85.0, "unit": "%", "every_year": "keep"}
    assert reach_in_words(kept, "zh") == "保持在85%以上"
    assert reach_in_words(kept, "en") == "kept at 85% or above"
    about = {**kept, "comparator": "~", "value": 90.0}
    assert reach_in_words(about, "zh") == "保持在90%左右"
    yearly = {
        "comparator": ">=", "value": 3.5, "unit": "万人次", "every_year": "every-year",
        "indicator_zh": "职业技能培训规模",
    }  # fmt: skip
    assert reach_in_words(yearly, "zh") == "达到每年3.5万人次以上"
    assert prose_value({**yearly, "indicator_zh": "每年培训"}, "zh") == "3.5万人次以上"


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        ({"comparator": "=", "value": 2.0}, "2年", "2 years"),  # how long, and no date
        ({"comparator": "=", "value": 1.0}, "1年", "1 year"),
        ({"comparator": ">=", "value": 3.0}, "≥3年", "≥3 years"),
        ({"comparator": "=", "value": 2025.0}, "2025年", "2025"),
        ({"comparator": "range", "value": None, "lo": 2024.0, "hi": 2025.0}, "2024–2025年",
         "2024–2025"),
    ],
)  # fmt: skip
def test_a_number_of_years_is_a_date_or_how_long_something_took(row, zh, en):
    told = [value_in_words({"unit": "year", **row}, lang) for lang in ("zh", "en")]
    assert told == [zh, en]


def test_a_bandwidth_keeps_its_unit():
    row = {"comparator": ">=", "value": 100.0, "unit": "兆"}
    assert [value_in_words(row, lang) for lang in ("zh", "en")] == ["≥100兆", "≥100 Mbit/s"]
