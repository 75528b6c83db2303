"""Targets in own tables: told by a column or by heads, and held against the values beside them."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.targets import says_target, without_target


def kinds(columns, **told):
    """Return the values of each indicator, year and kind."""
    found = compare.panel(pd.DataFrame(columns), direction="higher", **told)
    rows = found.observations
    keys = ["indicator", "year", "kind"]
    return {key: some["value"].tolist() for key, some in rows.groupby(keys)}, found


A_B = {"region": ["A", "B"]}
BOTH = {("enrol", 2020, "actual"): [80.0, 85.0], ("enrol", 2025, "target"): [95.0, 96.0]}


@pytest.mark.parametrize(
    ("name", "actual", "target"),
    [("kind", "actual", "target"), ("type", "Actual", "Goal"), ("类别", "实际值", "目标值")],
)
def test_a_column_says_which_rows_are_targets(name, actual, target):
    rows = {
        "region": ["A", "A", "B", "B"], "year": [2020, 2025] * 2, name: [actual, target] * 2,
        "enrol": [80, 95, 85, 96],
    }  # fmt: skip
    read, found = kinds(rows)
    assert read == BOTH
    told = found.summary.set_index("of").loc["kinds"]
    assert (told["what"], told["number"]) == (f"read as targets ({name})", 2)
    paced = compare.progress(found.observations)
    assert set(paced["target_year"]) == {2025}


def test_a_column_of_other_kinds_is_none():
    rows = A_B | {"year": [2020, 2020], "type": ["urban", "target"], "enrol": [80, 85]}
    assert kinds(rows)[0] == {("enrol", 2020, "actual"): [80.0, 85.0]}


@pytest.mark.parametrize(
    "heads",
    [
        ("enrol 2020", "enrol target 2025"), ("enrol 2020", "enrol 2025 target"),
        ("2020", "2025 target"), ("enrol 2020", "Target enrol 2025"),
    ],
)  # fmt: skip
def test_so_does_the_head_of_a_column(heads):
    columns = A_B | {heads[0]: [80, 85], heads[1]: [95, 96]}
    told = {} if "enrol" in heads[0] else {"indicators": ["enrol"]}
    assert kinds(columns, **told)[0] == BOTH


def test_in_chinese_too_and_in_one_year():
    columns = {"地区": ["甲县", "乙县"], "毛入园率2020": [80, 85], "毛入园率2020年目标": [95, 96]}
    assert kinds(columns)[0] == {
        ("毛入园率", 2020, "actual"): [80.0, 85.0], ("毛入园率", 2020, "target"): [95.0, 96.0],
    }  # fmt: skip


def test_targets_of_nothing_else_are_targets_of_that_name():
    columns = A_B | {"enrol target 2025": [95, 96], "pupils 2020": [5, 6], "flats 2020": [1, 2]}
    assert kinds(columns)[0][("enrol", 2025, "target")] == [95.0, 96.0]


def test_an_indicator_asked_for_by_its_whole_name_keeps_it():
    columns = A_B | {"enrol 2020": [80, 85], "enrol target 2025": [95, 96]}
    assert kinds(columns, indicators=["enrol target"])[0] == {
        ("enrol target", 2025, "target"): [95.0, 96.0]
    }


@pytest.mark.parametrize(
    ("name", "plain"),
    [("enrol target", "enrol"), ("毛入园率目标值", "毛入园率"), ("Target for enrol", "enrol"),
     ("目标", "")],
)  # fmt: skip
def test_the_word_is_taken_from_the_name(name, plain):
    assert says_target(name) and without_target(name) == plain


@pytest.mark.parametrize("name", ["target group share", "on-target rate", "目标管理学校"])
def test_other_targets_are_none(name):
    assert not says_target(name) and without_target(name) == name


@pytest.mark.parametrize(
    "aim", ["enrol target 2025", "2025 enrol target", "Target enrol 2025", "Target for enrol 2025"]
)
def test_an_indicator_that_is_named_brings_its_targets_along(aim):
    columns = A_B | {"enrol 2020": [80, 85], aim: [95, 96], "pupils 2020": [5, 6]}
    assert kinds(columns, indicators=["enrol"])[0] == BOTH
    more = kinds(columns, indicators={"enrol": "higher", "pupils": "neutral"})[0]
    assert {key: more[key] for key in BOTH} == BOTH


def test_one_that_is_named_with_its_year_is_of_that_year_alone():
    columns = A_B | {"enrol 2020": [80, 85], "enrol target 2025": [95, 96]}
    assert list(kinds(columns, indicators=["enrol 2020"])[0].values()) == [[80.0, 85.0]]


def test_the_targets_of_another_indicator_stay_out():
    columns = A_B | {"enrol 2020": [80, 85], "pupils 2020": [5, 6], "pupils target 2025": [7, 8]}
    assert set(kinds(columns, indicators=["enrol"])[0]) == {("enrol", 2020, "actual")}
