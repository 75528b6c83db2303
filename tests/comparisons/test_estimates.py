"""Estimates with limits: numbers from the estimate, what is decided from the limits."""

import pandas as pd
import polars as pl
import pytest
from comparing import KINDS, as_kind, records

import compare
from compare.comparisons.dispersion import dispersion

FRAME = pd.DataFrame(
    [
        ("a", 10.0, 8.0, 12.0),
        ("b", 11.0, 9.0, 13.0),
        ("c", 20.0, 18.0, 22.0),
        ("d", None, None, None),
    ],
    columns=["region", "value", "lo", "hi"],
).assign(indicator="x", year=2020, direction="lower")


def frames(kind):
    return as_kind(pl.from_pandas(FRAME), kind)


def of_region(found, column):
    return {row["region"]: row[column] for row in records(found)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_rank_is_of_the_estimate_and_its_interval_of_the_limits(kind):
    ranked = compare.rankings(frames(kind))
    assert of_region(ranked, "rank") == {"a": 1, "b": 2, "c": 3, "d": None}
    assert of_region(ranked, "rank_best") == {"a": 1, "b": 1, "c": 3, "d": None}
    assert of_region(ranked, "rank_worst") == {"a": 2, "b": 2, "c": 3, "d": None}


@pytest.mark.parametrize(
    ("to", "gaps", "reference"),
    [
        ("a", {"a": 0, "b": 1, "c": 10, "d": None}, 10),
        ("best", {"a": 0, "b": 1, "c": 10, "d": None}, 10),
        ("median", {"a": -1, "b": 0, "c": 9, "d": None}, 11),
        ("mean", {"a": -11 / 3, "b": -8 / 3, "c": 19 / 3, "d": None}, 41 / 3),
    ],
)
def test_a_gap_is_of_estimates_and_its_verdict_of_the_limits(to, gaps, reference):
    found = compare.gaps(FRAME, to=to)
    assert of_region(found, "gap") == pytest.approx(gaps, nan_ok=True)
    assert found["reference_value"].tolist() == pytest.approx([reference] * 4)
    assert of_region(found, "verdict")["b"] == "undetermined"
    assert of_region(found, "verdict")["c"] == "behind"


def test_the_spread_is_of_the_estimates():
    (row,) = records(dispersion(FRAME))
    assert row["n"] == 3
    assert row["mean"] == pytest.approx(FRAME["value"].mean())
    assert row["standard_deviation"] == pytest.approx(FRAME["value"].std(ddof=0))


def test_a_field_with_a_bound_has_no_estimate_of_its_own():
    bound = FRAME.assign(comparator="estimate").iloc[:3]
    bound.loc[2, ["value", "lo", "hi", "comparator"]] = [18.0, 18.0, None, ">="]
    assert compare.gaps(bound, to="median")["gap"].isna().all()


def test_a_value_widened_by_rounding_is_no_estimate():
    printed = FRAME.iloc[:3].assign(comparator="=")
    assert compare.gaps(printed, to="median")["gap"].isna().all()


def test_a_blank_latest_year_does_not_win():
    blank = FRAME.assign(year=2021, value=None, lo=None, hi=None)
    found = compare.align(pd.concat([FRAME, blank]), horizon="latest")
    assert of_region(found, "observed_year")["a"] == 2020
    assert of_region(found, "status")["d"] == "not-in-text"


def test_a_blank_outcome_is_no_outcome_of_progress():
    rows = [("a", 2020, "actual", 10.0), ("a", 2021, "actual", None), ("a", 2025, "target", 20.0)]
    plan = pd.DataFrame(rows, columns=["region", "year", "kind", "value"])
    (found,) = records(compare.progress(plan.assign(indicator="x", direction="higher")))
    assert (found["current_year"], found["current_value"]) == (2020, 10)
