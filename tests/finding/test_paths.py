"""Findings of paths: which targets share a year."""

import pandas as pd
import pytest

from compare.finding.paths import path_finding
from compare.ledger.evidence import Evidence


def targets(*rows):
    frame = pd.DataFrame(rows, columns=["region", "year", "kind", "value"])
    frame = frame.assign(indicator="share", lo=frame["value"], hi=frame["value"], unit="%")
    return Evidence().named(frame.assign(comparator=">="))


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        (
            [("one", 2020, "actual", 1.0)],
            "文中只有现状，没有目标",
            "the texts state actuals only, and no target",
        ),
        (
            [("one", 2020, "actual", 1.0), ("one", 2025, "target", 2.0)],
            "只有one（2025年≥2%）有可用的目标",
            "only one (2025: ≥2%) has a usable target",
        ),
        (
            [("one", 2025, "target", 2.0), ("one", 2035, "target", 3.0)],
            "只有one有可用的目标",
            "only one has a usable target",
        ),
        (
            [("one", 2025, "target", 2.0), ("other", 2025, "target", 3.0)],
            "one、other的目标同为2025年",
            "the targets of one and other are for 2025",
        ),
        (
            [("one", 2025, "target", 2.0), ("other", 2027, "target", 3.0)],
            "各地目标年份不同（2025、2027），没有同年的目标",
            "targets are for different years (2025, 2027); no two regions share one",
        ),
        (
            [
                ("one", 2025, "target", 2.0),
                ("other", 2025, "target", 3.0),
                ("third", 2027, "target", 3.0),
            ],
            "各地目标年份不同（2025、2027），同年的只有2025年的one、other",
            "targets are for different years (2025, 2027); only one and other (2025) share one",
        ),
    ],
)
def test_a_path_says_which_targets_share_a_year(rows, zh, en):
    assert path_finding(targets(*rows), "zh") == f"share：{zh}"
    assert path_finding(targets(*rows), "en") == f"share: {en}"
