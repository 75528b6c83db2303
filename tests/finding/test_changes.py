"""Findings of changes: the largest first, the least of a bound, and what holds already."""

import pandas as pd
import pytest

from compare.finding.changes import change_finding


def rows_of(*distances, status="to-go", comparator="="):
    return pd.DataFrame(
        [
            {"region_zh": f"r{place}", "region_en": f"r{place}", "indicator_zh": f"i{place}",
             "indicator_en": f"i{place}", "status": status, "distance": distance,
             "unit": "%", "target_year": 2025.0, "target_comparator": comparator}
            for place, distance in enumerate(distances)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("by_region", "zh", "en"),
    [
        (
            True,
            "甲：r1到2025年要降低5个百分点，r2到2025年要提高3个百分点",
            "甲: r1 to fall by 5 percentage points by 2025; "
            "r2 to rise by 3 percentage points by 2025",
        ),
        (
            False,
            "甲：i1到2025年要降低5个百分点，i2到2025年要提高3个百分点",
            "甲: i1 to fall by 5 percentage points by 2025; "
            "i2 to rise by 3 percentage points by 2025",
        ),
    ],
)
def test_the_two_largest_changes_are_said(by_region, zh, en):
    rows = rows_of(1.0, -5.0, 3.0)
    assert change_finding(rows, "甲", "zh", by_region=by_region) == zh
    assert change_finding(rows, "甲", "en", by_region=by_region) == en


@pytest.mark.parametrize("comparator", [">=", ">", "<=", "<"])
@pytest.mark.parametrize(("distance", "zh", "en"), [(1.0, "提高", "rise"), (-1.0, "降低", "fall")])
def test_the_way_to_a_bound_is_the_least_needed(comparator, distance, zh, en):
    rows = rows_of(distance, comparator=comparator)
    said = change_finding(rows, "甲", "zh", by_region=True)
    assert said == f"甲：r0到2025年至少要{zh}1个百分点"
    said = change_finding(rows, "甲", "en", by_region=True)
    assert said == f"甲: r0 to {en} by at least 1 percentage point by 2025"


@pytest.mark.parametrize(
    ("status", "zh", "en"),
    [
        ("at-target", "甲：r0的基数等于或优于目标", "甲: r0 already at target"),
        ("floor-held", "甲：r0的基数等于或优于目标", "甲: r0 already at target"),
        ("passed", "甲：没有可计算距离的地区", "甲: there is no region with a distance to go"),
    ],
)
def test_where_nothing_is_to_go_it_is_said_why(status, zh, en):
    rows = rows_of(None, status=status)
    assert change_finding(rows, "甲", "zh", by_region=True) == zh
    assert change_finding(rows, "甲", "en", by_region=True) == en
