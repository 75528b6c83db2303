"""Values in words: units, singulars, and intervals that nobody named."""

import pytest

from compare.wording.values import as_printed, change_in_words, quantity, value_in_words


def test_english_units_have_a_singular():
    row = {"comparator": ">=", "value": 1.0, "unit": "hours"}
    assert value_in_words(row, "en") == "≥1 hour"
    assert value_in_words({**row, "value": 2.0}, "en") == "≥2 hours"
    assert change_in_words(-1.0, "percentage points", "en") == "1 percentage point"
    assert change_in_words(-1.0, "percentage points", "zh") == "1个百分点"


def test_a_unit_that_is_a_multiple_is_written_as_one():
    row = {"comparator": "=", "value": 12.0, "unit": "万人次"}
    assert value_in_words(row, "en") == "120,000 person-times"


@pytest.mark.parametrize(
    ("comparator", "value", "lo", "hi", "said"),
    [
        (None, 90.0, 90.0, 90.0, "90%"),
        (None, 90.0, 90.0, None, "≥90%"),
        (None, 95.0, 90.0, 100.0, "90–100%"),
        ("=", None, 90.0, 100.0, "90–100%"),
        ("<=", None, None, 35.0, "≤35%"),
        ("=", 90.0, 89.5, 90.5, "90%"),
    ],
)
def test_where_nobody_named_a_number_the_interval_is_written(comparator, value, lo, hi, said):
    row = {"comparator": comparator, "value": value, "lo": lo, "hi": hi, "unit": "%"}
    assert value_in_words(row, "zh") == said
    assert value_in_words(row, "zh", unit=False) == said.replace("%", "")


def test_what_had_not_come_by_a_year_is_no_year_that_it_came_in():
    row = {"comparator": ">", "value": 2024.0, "lo": 2024.0, "hi": None, "unit": "year"}
    assert value_in_words(row, "zh") == "到2024年底未实现（推断）"
    assert value_in_words(row, "en") == "not by the end of 2024 (inferred)"


def test_a_stated_value_keeps_its_printed_digits():
    row = {"comparator": "=", "value": 7.238, "lo": 7.238, "hi": 7.238, "unit": "%"}
    assert value_in_words({**row, "printed": "7.238"}, "zh") == "7.238%"
    assert value_in_words(row, "zh") == "7.24%"  # worked out, and printed by nobody
    long = {**row, "value": 7.23845996341, "printed": "7.23845996341"}
    assert value_in_words(long, "zh") == "7.24%"  # the digits of a computer


@pytest.mark.parametrize(("printed", "said"), [("之首", "之首"), ("第四", "第四位"), ("5", "5位")])
def test_a_unit_stands_behind_what_counts_alone(printed, said):
    assert as_printed({"printed": printed, "unit": "位"}) == said


@pytest.mark.parametrize(
    ("unit", "chinese", "english"),
    [("km", "5 km", "5 km"), ("‰", "5‰", "5 ‰"), ("%", "5%", "5%"), ("所", "5所", "5")],
)
def test_words_stand_apart_from_their_number_and_signs_close(unit, chinese, english):
    assert (quantity(5, unit, "zh"), quantity(5, unit, "en")) == (chinese, english)
