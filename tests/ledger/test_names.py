"""Names that differ only in what nobody sees are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ledger.names import measure_of, normal_name, spellings, tidy_name


@pytest.mark.parametrize(
    "spelling",
    [
        "青岚县",
        "青岚县 ",
        "\u3000青岚县",
        "青 岚县",
        "青岚县\u200b",
        "\ufeff青岚县",
        "青岚\u00a0县\t",
    ],
)
def test_spellings_of_a_chinese_name_are_one(spelling):
    assert normal_name(spelling) == "青岚县"


@pytest.mark.parametrize(
    ("spelling", "normal"),
    [
        ("Ｑｉｎｇｌａｎ", "Qinglan"),
        ("New \u00a0 York", "New York"),
        ("fushun-14fyp/009 ", "fushun-14fyp/009"),
        ("ｆｕｓｈｕｎ－14fyp／００９", "fushun-14fyp/009"),
        ("第1小学", "第1小学"),
        ("第 １ 小学", "第1小学"),
        ("", ""),
    ],
)
def test_blanks_and_widths_say_nothing(spelling, normal):
    assert normal_name(spelling) == normal


@pytest.mark.parametrize(("one", "other"), [("NewYork", "New York"), ("甲县", "乙县"), ("a", "A")])
def test_names_that_differ_otherwise_stay_two(one, other):
    assert normal_name(one) != normal_name(other)


@given(st.text())
def test_the_normal_form_is_its_own(text):
    assert normal_name(normal_name(text)) == normal_name(text)


@given(st.permutations(["甲 县 ", "甲县", "乙（一）", "乙(一)", "Ｂ", "New  York"]))
def test_one_spelling_is_shown_whatever_the_order(names):
    assert spellings(names) == {
        "甲 县 ": "甲县", "甲县": "甲县", "乙（一）": "乙(一)", "乙(一)": "乙(一)",
        "Ｂ": "Ｂ", "New  York": "New York",
    }  # fmt: skip


def test_a_known_spelling_goes_before_those_of_the_rows():
    assert spellings(["乙(一)", " 丙"], known=["乙（一）"]) == {"乙(一)": "乙（一）", " 丙": "丙"}


def test_a_tidy_name_keeps_its_widths():
    assert tidy_name(" 宁\u200b波 \u3000市（Ａ） ") == "宁波市（Ａ）"


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("全市公办幼儿园在园幼儿占比", "公办幼儿园在园幼儿占比"),
        ("全县公办园在园幼儿覆盖面", "公办园在园幼儿覆盖面"),
        ("我县 省现代化学校", "省现代化学校"),
        ("全省领先、全国有影响力的特色高中", "全省领先、全国有影响力的特色高中"),
        ("全市级学校", "全市级学校"),
        ("全日制学生占比", "全日制学生占比"),
        ("全市", "全市"),
    ],
)
def test_a_label_measures_the_same_with_and_without_the_whole_region(label, measure):
    assert measure_of(label) == measure
