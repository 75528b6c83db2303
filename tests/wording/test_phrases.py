"""Phrases: lists, clauses and sentences as each language writes them."""

from compare.wording.phrases import (
    about,
    bracketed,
    by_reason_in_words,
    clauses,
    colon,
    in_both,
    joined,
    listed,
    moment,
    reason_names,
    reasons_in_words,
    sentences,
)


def test_lists_and_the_last_of_several_names():
    assert listed(["a", "b", "c"], "zh") == "a、b、c"
    assert [joined(names, "en") for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
    assert joined(["抚顺", "平阳"], "zh") == "抚顺、平阳"


def test_clauses_and_sentences_leave_out_what_is_empty():
    assert clauses(["甲", "", "乙"], "zh") == "甲；乙"
    assert clauses(["one", "two"], "en") == "one; two"
    assert sentences(["first", "", "second."], "en") == "First. Second."
    assert sentences(["甲。", "乙"], "zh") == "甲。乙。"


def test_what_stands_around_words():
    assert about("抚顺", "缺", "zh") == "抚顺：缺" and about("Fushun", "missing", "en") == (
        "Fushun: missing"
    )
    assert bracketed("注", "zh") == "（注）" and bracketed("note", "en") == " (note)"
    assert colon("zh") == "：" and colon("en") == ": "
    assert moment({"year": 2025, "kind": "target"}, "zh") == "2025年目标"
    assert moment({"year": 2020, "kind": "actual"}, "en") == "2020 actual"


def test_reasons_are_named_one_by_one():
    assert reason_names("approximate; open-interval") == ["approximate", "open-interval"]
    assert reason_names(None) == reason_names("") == reason_names(float("nan")) == []
    assert reasons_in_words("different-year", "en") == "different years"
    said = by_reason_in_words({"different-year": ["a", "b", "a"], "different-scope": ["c"]}, "en")
    assert said == "different years: a, b; different scopes: c"


def test_both_languages_are_said_at_once():
    assert in_both("report-related") == "相关页面 / Related pages"
    assert in_both("region-taken", between="\n", value="x", region="甲") == (
        "x 已是甲\nx is already 甲"
    )
