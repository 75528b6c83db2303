"""Findings of spreads: ranks that hold under every choice, ranks that do not, and none."""

import pandas as pd
import pytest

from compare.finding.spreads import spread_finding


def rows_of(*ranks):
    names = ("rank", "rank_best", "rank_worst")
    rows = [dict(zip(names, rank, strict=True)) for rank in ranks]
    regions = [f"r{place}" for place in range(len(rows))]
    return pd.DataFrame(rows).assign(region_zh=regions, region_en=regions)


@pytest.mark.parametrize(
    ("ranks", "zh", "en"),
    [
        (
            [(1, 1, 1), (2, 2, 2)],
            "综合名次在所有权重与方法下不变：r0第1，r1第2",
            "Composite ranks are the same under all weights and methods: r0 rank 1, r1 rank 2",
        ),
        (
            [(1, 1, 2), (2, 1, 3)],
            "综合比较：r0、r1的先后不能确定",
            "Composite: which of r0 and r1 comes first cannot be determined",
        ),
        (
            [(1, 1, 1), (2, 2, 3)],
            "综合名次随权重与方法而变：r0第1，r1第2–3",
            "Composite ranks change with weights and method: r0 rank 1, r1 rank 2–3",
        ),
        (
            [(None, None, None)],
            "综合指数不予计算：可比的地区或指标不足",
            "No composite: too few regions or indicators can be compared",
        ),
    ],
)
def test_a_spread_says_whether_ranks_hold(ranks, zh, en):
    assert spread_finding(rows_of(*ranks), "zh") == zh
    assert spread_finding(rows_of(*ranks), "en") == en


def test_of_many_regions_the_first_are_told():
    rows = rows_of(*((rank, rank, rank + 1) for rank in range(30, 0, -1)))
    assert spread_finding(rows, "zh").endswith("：r29第1–2，r28第2–3，r27第3–4等30地")
