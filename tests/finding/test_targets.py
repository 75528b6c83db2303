"""Headlines of targets: who must move how far, and nothing about none."""

import pandas as pd
import pytest
from stating import nobodys_progress

import compare
from compare import finding


def progress_of(*statuses):
    rows = nobodys_progress().head(1)
    return pd.concat([rows.assign(status=status) for status in statuses], ignore_index=True)


def test_distances_are_said_of_each_target():
    rows = nobodys_progress()
    said = finding.of_targets(rows[rows["indicator"] == "share"], year=2025, lang="en")
    assert said.text.startswith("By 2025: 3 targets have an actual beside them, ")
    assert "east · share: +5 in 5 years, +1 a year" in said.points


@pytest.mark.parametrize(
    ("direction", "change"), [("higher", 5.0), ("lower", -5.0), ("higher", 0.5), ("lower", -0.5)]
)
def test_a_value_moves_as_its_direction_asks(direction, change):
    actual = {"region": "east", "indicator": "share", "year": 2020, "kind": "actual", "value": 50.0}
    target = {**actual, "year": 2021, "kind": "target", "value": 50.0 + change}
    rows = pd.DataFrame([actual, target]).assign(direction=direction)
    pace = compare.progress(rows.assign(lo=rows["value"], hi=rows["value"]))
    sign = "+" if change > 0 else "−"
    assert finding.of_targets(pace, year=2021, lang="en").points == (
        f"east · share: {sign}{abs(change):g} in 1 year, {sign}{abs(change):g} a year",
    )


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ((), "By 2025: no target whose distance could be told"),
        (("no-base",), "By 2025: 1 target has no actual in the text, and no pace can be known"),
        (("floor-held",), "By 2025: 1 target has an actual beside it, 0 with some way to go, "
                          "1 met or held already"),
        (("at-target", "no-base", "no-base"),
         "By 2025: 1 target has an actual beside it, 0 with some way to go, 1 met or held already; "
         "2 more have no actual in the text, and no pace can be known"),
    ],
)  # fmt: skip
def test_nothing_is_counted_of_none(statuses, said):
    rows = progress_of(*statuses) if statuses else nobodys_progress().head(0)
    assert finding.of_targets(rows, year=2025, lang="en").text == said
