"""A chart made by hand, and a frame that a file may stumble over."""

import pandas as pd

from compare.charts.chart import Chart
from compare.charts.layout import Words

NASTY = ["=1+1", "<script>alert(1)</script>", "+cmd", "@SUM(A1)", "https://example.org", "0012"]


def hand_made(key="made.zh", *, data=None, lang="zh"):
    return Chart(
        key=key,
        form="hand_made",
        lang=lang,
        size="half",
        words=Words("宁波领先", "2025年目标", "", "来源:《规划》"),
        alt="两地 & <比较>。",
        data=pd.DataFrame({"a": [1]}) if data is None else data,
        plot=lambda figure, box, points: None,
    )


def mixed_frame():
    return pd.DataFrame(
        {
            "label": NASTY,
            "value": [0.1, 2.0, None, -3.5, 1e20, float("inf")],
            "sure": [True, False, True, False, True, False],
            "maybe": pd.array([True, None, False, True, None, True], dtype="boolean"),
            "count": pd.array([1, None, 3, 4, 5, 6], dtype="Int64"),
            "day": pd.to_datetime(["2022-05-18", None] + ["2023-03-27"] * 4),
            "=name": ["a\r\nb", None, "c", "d\x0be", "", "'f"],
        }
    )
