"""Findings of rankings: leader, tie, open order, and why there is none."""

import pytest
from nobody import stated

import compare
from compare.finding.rankings import rank_in_words, ranking_finding
from compare.ledger.evidence import Evidence


def ranked(direction="higher", **values):
    given = {"kind": "actual", "direction": direction, "unit": "%", "comparator": "="}
    return Evidence().named(compare.rankings(stated(**values).assign(**given)))


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        (
            {"one": 1.0, "other": 2.0},
            "share：可比的2地中other最优（2%）",
            "share: of 2 that can be compared, other is ahead (2%)",
        ),
        (
            {"one": 2.0, "other": 2.0},
            "share：one、other持平（2%）",
            "share: one and other are level (2%)",
        ),
        (
            {"direction": "lower", "one": 1.0, "other": 2.0},
            "share：可比的2地中one最优（1%）",
            "share: of 2 that can be compared, one is ahead (1%)",
        ),
        (
            {"one": 1.0},
            "share：只有one的2030年现状可用，没有可比对象",
            "share: only one has a usable 2030 actual; there is nothing to compare with",
        ),
    ],
)
def test_a_ranking_says_who_is_ahead_or_level_or_alone(values, zh, en):
    rows = ranked(**values)
    assert ranking_finding(rows, "zh") == zh
    assert ranking_finding(rows, "en") == en


def test_overlapping_intervals_decide_no_order():
    rows = stated(one=1.0, other=2.0).assign(
        kind="actual", direction="higher", comparator=">=", unit="%", hi=5.0
    )
    rows = Evidence().named(compare.rankings(rows))
    assert ranking_finding(rows, "zh") == "share：one、other高低不能确定"
    assert [rank_in_words(row, rows, "zh") for row in rows.to_dict("records")] == ["第1–2"] * 2
    assert rank_in_words(rows.iloc[0].to_dict(), rows, "en") == "rank 1–2"


def test_counts_are_listed_without_better_or_worse():
    rows = ranked("neutral", one=1.0, other=2.0)
    assert ranking_finding(rows, "zh") == "share：2030年现状只列数值，不评优劣"


@pytest.mark.parametrize(
    ("lang", "tie", "last"), [("zh", "并列第1", "第3"), ("en", "joint rank 1", "rank 3")]
)
def test_a_tie_is_said_to_be_one(lang, tie, last):
    rows = ranked(one=2.0, other=2.0, third=1.0)
    said = {row["region"]: rank_in_words(row, rows, lang) for row in rows.to_dict("records")}
    assert said == {"one": tie, "other": tie, "third": last}


def test_who_is_alone_or_has_no_value_has_no_rank():
    rows = ranked(one=2.0, other=2.0)
    rows.loc[rows["region"] == "other", ["rank_best", "rank_worst", "rank", "of"]] = None
    assert [rank_in_words(row, rows, "zh") for row in rows.to_dict("records")] == ["第1", ""]
    alone = ranked(one=2.0)
    assert alone["rank_best"].tolist() == [1]
    assert rank_in_words(alone.iloc[0].to_dict(), alone, "zh") == ""


def test_one_value_without_a_direction_is_alone():
    assert ranking_finding(ranked("neutral", one=1.0), "zh") == (
        "share：只有one的2030年现状可用，没有可比对象"
    )
