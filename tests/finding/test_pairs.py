"""Pairs: each is counted once, and English counts are right."""

import pandas as pd
import pytest

from compare.finding.pairs import once, pairs_finding

VERDICTS = ["ahead", "level", "undetermined", "not-comparable", "missing"]


def pairs(verdicts):
    """Return both sides of some pairs of regions with a hub."""
    rows = [
        {"region": ends[0], "reference": ends[1], "verdict": verdict}
        for place, verdict in enumerate(verdicts)
        for ends in (("a", f"b{place}"), (f"b{place}", "a"))
    ]
    return pd.DataFrame(rows).assign(indicator_zh="比例", indicator_en="Share")


def test_each_pair_is_counted_once():
    rows = pairs(VERDICTS)
    assert once(rows)["region"].tolist() == ["a"] * 5  # the first by name against the other
    said = pairs_finding(rows, "zh")
    assert said == "比例：5对地区中，2对可判定，1对高低不能确定，1对不可比，1对缺数据"


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["missing"], "Share: of 1 pair, 1 lacks a value"),
        (["missing"] * 2, "Share: of 2 pairs, 2 lack a value"),
        (["not-comparable"], "Share: of 1 pair, 1 is not comparable"),
        (["behind", "not-comparable", "not-comparable"],
         "Share: of 3 pairs, 1 can be decided, 2 are not comparable"),
    ],
)  # fmt: skip
def test_english_counts_are_right(verdicts, said):
    assert pairs_finding(pairs(verdicts), "en") == said
