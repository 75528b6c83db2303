"""Findings of gaps: who is how far from a reference, who leads, and what decides nothing."""

import pandas as pd
import pytest
from nobody import directed

import compare
from compare.finding.gaps import gap_verdict, gaps_finding
from compare.ledger.evidence import Evidence


def gaps_of(rows, to="best"):
    return Evidence().named(compare.gaps(rows.assign(kind="actual", unit="%"), to=to))


def said(rows, to="最优值", lang="zh"):
    return gaps_finding(rows, to, lang)


@pytest.mark.parametrize(
    ("direction", "zh"),
    [
        ("higher", "share：a比最优值低2个百分点，b比最优值低1个百分点，可比的3地中c最优"),
        ("lower", "share：c比最优值高2个百分点，b比最优值高1个百分点，可比的3地中a最优"),
    ],
)
def test_the_largest_gaps_come_first_and_the_leader_last(direction, zh):
    assert said(gaps_of(directed(direction, a=1.0, b=2.0, c=3.0))) == zh


def test_no_more_than_two_gaps_are_named():
    text = said(gaps_of(directed("higher", a=1.0, b=2.0, c=3.0, d=9.0)))
    assert text == "share：a比最优值低8个百分点，b比最优值低7个百分点，可比的4地中d最优"


def test_joint_leaders_are_named_together_and_all_level_as_level():
    together = said(gaps_of(directed("higher", a=1.0, b=3.0, c=3.0)), lang="en", to="the best")
    assert together == (
        "share: a is 2 percentage points below the best; "
        "b and c are joint best of the 3 that can be compared"
    )
    level = said(gaps_of(directed("higher", a=3.0, b=3.0)), lang="en", to="the best")
    assert level.startswith("share: a and b are level")


def test_a_region_is_not_measured_against_itself():
    text = said(gaps_of(directed("higher", a=1.0, b=2.5), to="b"), to="b")
    assert text == "share：a比b低1.5个百分点"


def test_overlapping_intervals_and_nothing_to_compare_are_said():
    bounds = directed("higher", a=90.0, b=95.0).assign(hi=100.0)
    assert said(gaps_of(bounds)) == "share：与最优值相比高低不能确定"
    alone = said(gaps_of(directed("higher", a=1.0)), to="the best", lang="en")
    assert alone == "share: no 2030 actual can be compared with the best"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": 1.0, "b": 3.0}, {"a": "较差", "b": "最优"}),
        ({"a": 3.0, "b": 3.0}, {"a": "并列最优", "b": "并列最优"}),
    ],
)
def test_level_with_the_best_is_the_best_itself(values, words):
    rows = gaps_of(directed("higher", **values))
    assert {r["region"]: gap_verdict(r, rows, "zh") for r in rows.to_dict("records")} == words


def test_the_best_may_be_joint_where_another_reaches_it():
    rows = directed("higher", a=97.0, b=95.0)
    rows.loc[rows["region"] == "b", ["value", "lo", "hi"]] = [None, 95.0, 97.0]
    found = gaps_of(pd.DataFrame(rows))
    told = {r["region"]: gap_verdict(r, found, "zh") for r in found.to_dict("records")}
    assert told == {"a": "最优（可能并列）", "b": "高低不能确定"}


@pytest.mark.parametrize(
    ("direction", "lang", "words"),
    [
        ("higher", "zh", "share：a不及b"),
        ("lower", "zh", "share：a优于b"),
        ("higher", "en", "share: a is behind b"),
        ("lower", "en", "share: a is ahead of b"),
    ],
)
def test_an_interval_that_decides_is_said_without_a_number(direction, lang, words):
    rows = directed(direction, a=5.0, b=10.0, c=9.0)
    rows.loc[rows["region"] == "a", ["value", "hi"]] = [None, 8.0]
    rows.loc[rows["region"] == "c", ["value", "hi"]] = [None, 11.0]
    assert said(gaps_of(rows, to="b"), to="b", lang=lang) == words


def test_a_gap_that_decides_nothing_is_no_finding():
    rows = directed("higher", a=5.0, b=5.0).assign(approximate=[True, False])
    found = gaps_of(rows, to="b")
    assert found["verdict"].tolist() == ["undetermined", "level"] and found["gap"].notna().all()
    assert said(found, to="b") == "share：与b相比高低不能确定"
