"""Profiles: a rank is called joint, or a range, where it is one."""

import pandas as pd
import pytest
from nobody import DIRECTIONS, directed

import compare
from compare.charts.boundary import chart_rows
from compare.finding.profiles import standing


def ranked(direction, **values):
    rows, _ = chart_rows(compare.rankings(directed(direction, **values)), None)
    return rows, {row["region"]: row for row in rows.to_dict("records")}


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_ranks_follow_the_direction(direction):
    rows, by = ranked(direction, low=1.0, same=1.0, high=5.0)
    said = {region: standing(row, rows, "en") for region, row in by.items()}
    low, high = ("joint 1 of 3", "3 of 3") if direction == "lower" else ("joint 2 of 3", "1 of 3")
    assert said == {"low": low, "same": low, "high": high}


def test_an_interval_has_a_range_of_ranks_and_a_lone_region_none():
    rows = directed("higher", one=1.0, other=2.0, third=0.5)
    rows.loc[0, "hi"] = 3.0
    frame, _ = chart_rows(compare.rankings(rows), None)
    assert standing(frame.iloc[0].to_dict(), frame, "zh") == "第1–2，共3地"
    open_to_all, _ = chart_rows(compare.rankings(rows.head(2)), None)
    said = [standing(open_to_all.iloc[0].to_dict(), open_to_all, lang) for lang in ("zh", "en")]
    assert said == ["高低不能确定", "order not determined"]
    alone, by = ranked("higher", one=1.0)
    assert standing(by["one"], alone, "zh") == "他地无可比"


def test_what_words_alone_state_has_no_rank():
    row = {"rank_best": 1, "rank_worst": 1, "of": 2, "kind": "actual", "unit": "%",
           "indicator": "x", "region": "a", "worded": True, "printed": "全面消除"}  # fmt: skip
    others = pd.DataFrame([row, {**row, "region": "b", "rank": 1}])
    assert standing(row, others, "zh") == "不排名次"
    assert standing({**row, "worded": False}, others, "zh") == "并列第1，共2地"
