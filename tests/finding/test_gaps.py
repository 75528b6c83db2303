"""Gaps in words: what is level with the best is the best, alone, with others or perhaps."""

import pandas as pd
import pytest
from nobody import directed

import compare
from compare.finding.gaps import gap_verdict
from compare.ledger.evidence import Evidence


def gaps_of(rows, to="best"):
    return Evidence().named(compare.gaps(rows.assign(kind="actual", unit="%"), to=to))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": 1.0, "b": 3.0}, {"a": "不及", "b": "最优"}),
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


@pytest.mark.parametrize("to", ["best", "a", "b"])
def test_a_target_neither_leads_nor_lags(to):
    rows = gaps_of(directed("higher", a=1.0, b=3.0), to=to).assign(kind="target")
    assert [gap_verdict(row, rows, "zh") for row in rows.to_dict("records")] == ["", ""]
