"""Rows of several kinds beside each other: asked about, though no region has two of them."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.kinds import STAGE
from compare.sources.panel.told import ToldError


def read(**told):
    rows = {
        "district": ["A", "B", "A", "B"], "year": [2020, 2020, 2021, 2021],
        "rate": [50.0, 60.0, 51.0, 61.0],
    }  # fmt: skip
    where = told.pop("where", None)
    return compare.panel(pd.DataFrame(rows | told), direction="higher", where=where)


MIXED = [
    ("sex", ["boys", "girls", "boys", "girls"]), ("性别", ["男", "女", "男", "女"]),
    ("age", [3, 4, 3, 4]), ("Altersgruppe", ["3 - 6", "6 - 10", "3 - 6", "6 - 10"]),
    ("学段", ["小学", "初中", "小学", "初中"]), ("level", ["primary", "secondary"] * 2),
    ("school type", ["public", "private", "private", "public"]),
    ("quarter", [4, 3, 4, 4]), ("sex", ["boys", "", "boys", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("column", "kinds"), MIXED)
def test_kinds_of_people_schools_or_times_are_not_mixed(column, kinds):
    with pytest.raises(ToldError, match=rf"several kinds by {column} \(") as asked:
        read(**{column: kinds})
    first = asked.value.asked["where"].partition("=")[2]
    assert read(**{column: kinds}, where={column: first}).observations["year"].notna().all()
    all_of_them = read(**{column: kinds}, where={column: list(dict.fromkeys(kinds))})
    assert len(all_of_them.observations) == 4
    assert set(all_of_them.observations["indicator"]) == {"rate"}


TOLD_BY_OTHERS = [
    ("sex", ["all", "all", "all", "all"]), ("school type", ["public", "private"] * 2),
    ("城乡", ["城", "乡"] * 2), ("quarter", [1, 1, 4, 4]), ("remark", ["new", "", "", "old"]),
    ("level", ["", "", "", ""]), ("age", [3, 3, 3, 3]), ("Alter", ["3 - 6"] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("column", "kinds"), TOLD_BY_OTHERS)
def test_what_does_not_differ_between_rows_that_are_compared_is_no_kind(column, kinds):
    found = read(**{column: kinds})
    assert set(found.observations["indicator"]) == {"rate"}
    assert len(found.observations) == 4


def test_kinds_that_differ_with_what_is_measured_are_told_by_it():
    rows = pd.DataFrame({
        "region": ["A", "B", "A", "B"], "year": [2020] * 4, "sex": ["M", "M", "F", "F"],
        "indicator": ["men", "men", "women", "women"], "value": [1.0, 2.0, 3.0, 4.0],
    })  # fmt: skip
    assert len(compare.panel(rows, direction="higher").observations) == 4
    rows["sex"] = ["M", "F", "F", "M"]
    with pytest.raises(ToldError, match="several kinds by sex"):
        compare.panel(rows, direction="higher")


def test_a_table_of_schools_has_schools_of_several_stages():
    rows = {"school": ["A", "B"], "year": [2020, 2020], "phase": ["Primary", "Secondary"]}
    read = compare.panel(pd.DataFrame(rows | {"rate": [1.5, 2.5]}), direction="higher")
    assert len(read.observations) == 2


def test_an_age_with_decimals_is_measured():
    rows = {"district": ["A", "B"], "year": [2020, 2020], "age": [38.2, 41.5]}
    assert set(compare.panel(pd.DataFrame(rows), direction="lower").observations["value"]) == {
        38.2, 41.5,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["Primary", "lower secondary", "小学", "ISCED 2", "high school"])
def test_stages_of_education_are_no_levels_of_regions(text):
    assert STAGE.fullmatch(text)


@pytest.mark.parametrize("text", ["county", "region", "县", "National"])
def test_levels_of_regions_are_no_stages(text):
    assert not STAGE.fullmatch(text)
