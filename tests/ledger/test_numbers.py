from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ledger.numbers import chinese_number, listed_names, printed_values

DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Write 0 to 9999 the way Chinese does, one place after another."""
    if number == 0:
        return "零"
    text, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + unit
        gap = digit == 0
    return text


def written_large(number: int) -> str:
    """Write a number in groups of four digits, with 亿 and 万 between them."""
    groups = [number // 10**8, number // 10**4 % 10**4, number % 10**4]
    parts = zip(groups, ("亿", "万", ""), strict=True)
    return "".join(written(group) + unit for group, unit in parts if group) or "零"


def test_chinese_numerals_from_0_to_9999():
    assert [chinese_number(written(number)) for number in range(10000)] == list(range(10000))


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_with_myriads(number):
    assert chinese_number(written_large(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十五", 15),
        ("两", 2),
        ("千", 1000),
        ("万", 10000),
        ("二〇三五", 2035),
        ("一亿二千万", 120000000),
        ("二万亿", 2 * 10**12),
    ],
)
def test_chinese_numerals_as_people_shorten_them(text, number):
    assert chinese_number(text) == number


def test_a_character_that_is_no_numeral_is_named():
    with pytest.raises(ValueError, match="'所' in '三所' is no Chinese numeral"):
        chinese_number("三所")


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("99.7", ["99.7"]),
        ("88.0", ["88"]),
        ("12,345.6", ["12345.6"]),
        ("2400余", ["2400"]),
        ("1-2", ["1", "2"]),
        ("1—2", ["1", "2"]),
        ("10~11", ["10", "11"]),
        ("10至11", ["10", "11"]),
        ("20%-30%", ["20", "30"]),
        ("2:4", ["0.5"]),
        ("5.2:1", ["5.2"]),
        ("三", ["3"]),
        ("第二", ["2"]),
        ("千余", ["1000"]),
        ("首位", ["1"]),
        ("翻了一番", ["2"]),
        ("四分之三", ["0.75", "75"]),
        ("3/4", ["0.75", "75"]),
        ("全覆盖", []),
        ("", []),
        ("1/0", []),
        ("1:0", []),
        ("零分之零", []),
    ],
)
def test_printed_values(printed, values):
    assert printed_values(printed) == [Decimal(value) for value in values]


@pytest.mark.parametrize("printed", ["1/3", "三分之一"])
def test_a_fraction_is_a_share_and_a_percentage(printed):
    share, percentage = printed_values(printed)
    assert share == Decimal(1) / 3
    assert percentage == Decimal(1) / 3 * 100


@given(st.text() | st.text(alphabet="0123456789.,:/~-—至%零一二十百千万亿分之余首"))
def test_no_text_makes_it_raise(text):
    assert all(value.is_finite() for value in printed_values(text))


@given(st.decimals(0, 10**9, places=3), st.sampled_from(["%", "万名", "所以上", ""]))
def test_a_decimal_is_read_back_whatever_unit_follows(number, unit):
    assert printed_values(f"{number}{unit}") == [number]
    assert printed_values(f"{number:,}{unit}") == [number]


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_a_range_is_read_back_as_its_two_ends(low, high):
    assert printed_values(f"{low}~{high}") == [low, high]


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("抚顺县、顺城区和望花区", [3]),
        ("余姚、慈溪、宁海、象山", [4]),
        ("和平区、南开区", [2]),
        ("南开区和和平区", [2]),
        ("呼和浩特市、包头市", [2]),
        ("常山县", [1]),
        ("和平区", [1]),
        ("全市", []),
        ("各县区", []),
        ("全覆盖", []),
        ("全部、", []),
    ],
)
def test_names_that_are_listed_are_counted(printed, count):
    assert listed_names(printed) == count
