"""Dispersion: five measures by hand and against their definitions, what counts, refusals."""

from __future__ import annotations

import math
import random
import re
from typing import Any

import pandas as pd
import polars as pl
import pytest
from comparing import FROM_ROWS, as_rows
from hypothesis import assume, given
from hypothesis import strategies as st

import compare
from compare.comparisons.dispersion import MeasureError, dispersion
from compare.errors import CompareError, UnknownValueError

Rows = list[dict[str, Any]]

every_kind = pytest.mark.parametrize("kind", FROM_ROWS)
MEASURES = (
    "mean", "standard_deviation", "coefficient_of_variation", "gini", "theil", "min", "max",
    "range",
)  # fmt: skip


def values(*numbers: float | None, indicator: str = "x", **cells: Any) -> Rows:
    """Return rows of regions a, b, c, …, each with one number of an indicator."""
    return [
        {
            "region": chr(ord("a") + place),
            "indicator": indicator,
            "year": 2020,
            "kind": "actual",
            "value": None if number is None else float(number),
            "lo": None if number is None else float(number),
            "hi": None if number is None else float(number),
            "lo_open": False,
            "hi_open": False,
            "scope": "region",
            "observed_year": 2020,
            "comparability": "exact",
            "direction": "higher",
            "rankable": True,
        }
        | cells
        for place, number in enumerate(numbers)
    ]


def one(rows: Rows, **arguments: Any) -> dict[str, Any]:
    """Return the only row of a dispersion."""
    [row] = as_rows(dispersion(pl.DataFrame(rows, infer_schema_length=None), **arguments))
    return row


def measures(rows: Rows, **arguments: Any) -> dict[str, Any]:
    found = one(rows, **arguments)
    return {name: found[name] for name in MEASURES}


def defined(numbers: list[float], weights: list[float]) -> dict[str, float]:
    """Return the measures by their definitions, pair by pair."""
    p = [weight / sum(weights) for weight in weights]
    pairs = list(zip(p, numbers, strict=True))
    mean = sum(q * x for q, x in pairs)
    deviation = math.sqrt(sum(q * (x - mean) ** 2 for q, x in pairs))
    apart = sum(q * r * abs(x - y) for q, x in pairs for r, y in pairs)
    theil = sum(q * x / mean * math.log(x / mean) for q, x in pairs if x > 0)
    return {
        "mean": mean,
        "standard_deviation": deviation,
        "coefficient_of_variation": deviation / mean,
        "gini": apart / (2 * mean),
        "theil": theil,
        "min": min(numbers),
        "max": max(numbers),
        "range": max(numbers) - min(numbers),
    }


# By hand


def test_two_regions_by_hand() -> None:
    # 1 and 3: mean 2, deviation 1; Gini (0 + 2 + 2 + 0)/4 / 4; Theil ¼·ln ½ + ¾·ln 1½
    assert measures(values(1, 3)) == pytest.approx(
        {
            "mean": 2,
            "standard_deviation": 1,
            "coefficient_of_variation": 0.5,
            "gini": 0.25,
            "theil": 0.25 * math.log(0.5) + 0.75 * math.log(1.5),
            "min": 1,
            "max": 3,
            "range": 2,
        }
    )


def test_one_to_five_by_hand() -> None:
    # Gini (2·(1 + 4 + 9 + 16 + 25) − 6·15) / (5·15) = 20/75; variance 2
    found = measures(values(4, 1, 5, 2, 3))
    assert found["gini"] == pytest.approx(4 / 15)
    assert found["coefficient_of_variation"] == pytest.approx(math.sqrt(2) / 3)


def test_weights_by_hand() -> None:
    # three parts at 1 and one at 5: mean 2; variance ¾·1 + ¼·9; Gini 2·3/16·4 / 4
    found = measures(values(1, 5), weights={"a": 3, "b": 1})
    assert found["mean"] == 2
    assert found["standard_deviation"] == pytest.approx(math.sqrt(3))
    assert found["gini"] == pytest.approx(3 / 8)
    assert (found["min"], found["max"]) == (1, 5)


def test_all_but_one_with_nothing() -> None:
    # the most unequal there is: Gini 1 − 1/n, Theil ln n; a zero counts nothing
    found = one(values(0, 0, 0, 8))
    assert found["gini"] == pytest.approx(3 / 4)
    assert found["theil"] == pytest.approx(math.log(4))
    assert found["reasons"] == ""


# Kinds of frames


@every_kind
def test_all_kinds_agree(kind: str) -> None:
    rows = [
        *values(1, 2, 4), *values(0.1, 0.1, 0.1, indicator="y"), *values(0, 0, indicator="z"),
        *values(-1, 2, indicator="n"), *values(None, 2, indicator="m"),
        *values(3, 5, year=2021, observed_year=2021),
    ]  # fmt: skip
    weights = {"a": 1, "b": 2, "c": 1}
    frame = FROM_ROWS[kind](rows)
    found = dispersion(frame, weights=weights)
    assert type(found) is type(frame)
    keys = ("indicator", "kind", "year")
    in_order = sorted(as_rows(found), key=lambda row: tuple(row[name] for name in keys))
    expected = as_rows(dispersion(pl.DataFrame(rows, infer_schema_length=None), weights=weights))
    assert [tuple(row[name] for name in keys) for row in expected] == [
        ("m", "actual", 2020), ("n", "actual", 2020), ("x", "actual", 2020),
        ("x", "actual", 2021), ("y", "actual", 2020), ("z", "actual", 2020),
    ]  # fmt: skip
    for row, other in zip(in_order, expected, strict=True):
        assert row == pytest.approx(other, abs=1e-11)


def test_columns() -> None:
    rows = [row | {"theme": "t", "unit": "%"} for row in values(1, 2)]
    assert list(dispersion(pd.DataFrame(rows)).columns) == [
        "indicator", "theme", "unit", "year", "kind", "n", *MEASURES, "excluded", "missing",
        "reasons",
    ]  # fmt: skip


# What counts


def test_fewer_than_two_regions_have_no_dispersion() -> None:
    for rows in (values(5, None), values(None, None)):
        found = one(rows)
        assert {found[name] for name in MEASURES} == {None}
        assert found["reasons"] == "too-few-regions"
    assert (found["n"], found["missing"]) == (0, 2)


def test_a_mean_of_zero_has_no_relative_measure() -> None:
    found = one(values(0, 0))
    assert (found["mean"], found["standard_deviation"], found["range"]) == (0, 0, 0)
    assert {found[name] for name in ("coefficient_of_variation", "gini", "theil")} == {None}
    assert found["reasons"] == "zero-mean"


def test_a_negative_value_has_no_relative_measure() -> None:
    found = one(values(-1, 3))
    assert (found["mean"], found["standard_deviation"], found["min"]) == (1, 2, -1)
    assert {found[name] for name in ("coefficient_of_variation", "gini", "theil")} == {None}
    assert found["reasons"] == "negative-values"
    assert one(values(-1, 1))["reasons"] == "negative-values; zero-mean"


def test_equal_values_differ_by_exactly_nothing() -> None:
    found = measures(values(0.1, 0.1, 0.1), weights={"a": 1, "b": 3, "c": 7})
    assert found["mean"] == 0.1
    assert {found[name] for name in MEASURES[1:5]} == {0}
    assert {one(values(*[28500.3] * 7))[name] for name in MEASURES[1:5]} == {0}


def test_intervals_are_excluded_and_counted() -> None:
    rows = values(1, 3, 90, 80)
    rows[2] |= {"hi": 100.0}
    rows[3] |= {"lo_open": True, "hi": 100.0}
    found = one(rows)
    assert (found["n"], found["excluded"], found["max"]) == (2, 2, 3)
    assert found["reasons"] == "interval"


def test_proxies_neutral_and_unrankable_values_are_excluded() -> None:
    rows = values(1, 3, 9)
    rows[2] |= {"comparability": "proxy"}
    found = one(rows)
    assert (found["n"], found["excluded"], found["reasons"]) == (2, 1, "proxy")
    neutral = one(values(1, 3, direction="neutral"))
    assert (neutral["n"], neutral["excluded"], neutral["mean"]) == (0, 2, None)
    assert neutral["reasons"] == "no-direction"
    assert one(values(1, 3, rankable=False))["reasons"] == "not-rankable"


def test_what_has_no_rank_says_so_though_nobody_states_a_value() -> None:
    neutral = one(values(None, None, direction="neutral"))
    assert (neutral["n"], neutral["missing"], neutral["reasons"]) == (0, 2, "no-direction")
    assert one(values(None, None, rankable=False))["reasons"] == "not-rankable"


def test_a_whole_is_excluded_where_its_part_is_in() -> None:
    rows = values(1, 3, 9)
    for row, parent in zip(rows, ("c", "elsewhere", "elsewhere"), strict=True):
        row["parent"] = parent
    found = one(rows)
    assert (found["n"], found["max"], found["reasons"]) == (2, 3, "part-and-whole")


def test_a_proxy_for_a_part_keeps_no_whole_out() -> None:
    rows = values(1, 3, 9)
    for row, parent in zip(rows, ("c", "elsewhere", "elsewhere"), strict=True):
        row["parent"] = parent
    rows[0] |= {"comparability": "proxy"}
    assert (one(rows)["n"], one(rows)["max"]) == (2, 9)


def test_what_most_state_counts_and_the_rest_if_allowed() -> None:
    rows = values(1, 3, 5, 7)
    rows[2] |= {"scope": "each-county"}
    rows[3] |= {"observed_year": 2019}
    found = one(rows)
    assert (found["n"], found["excluded"], found["max"]) == (2, 2, 3)
    assert found["reasons"] == "different-year; each-county-ceiling; different-scope"
    allowed = one(rows, allow=("different-year", "different-scope", "each-county-ceiling"))
    assert (allowed["n"], allowed["excluded"], allowed["max"]) == (4, 0, 7)
    assert "different-year" in allowed["reasons"]


def test_of_two_years_as_frequent_the_year_asked_for_counts() -> None:
    rows = values(1, 3, 50, 70)
    for row in rows[2:]:
        row["observed_year"] = 2019
    assert one(rows)["max"] == 3
    for row in rows:
        row["observed_year"] = {2020: 2018}.get(row["observed_year"], row["observed_year"])
    assert one(rows)["max"] == 3


def test_cautions_are_said() -> None:
    rows = values(1, 3)
    for row, level in zip(rows, ("county", "prefecture-city"), strict=True):
        row |= {"level": level, "approximate": True, "conflict": True, "derived": True}
        row |= {"only_in": "浙江"}
    assert one(rows)["reasons"] == (
        "different-level; approximate; conflicting-figures; derived; one-province-scheme"
    )


# Refusals


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weights": {"aa": 1}}, "weights='aa' does not exist. Did you mean 'a'?"),
        ({"weights": {"a": -1, "b": 1}}, "weights has a: -1; allowed: numbers, 0 or more"),
        ({"weights": {"a": math.inf, "b": 1}}, "weights has a: inf"),
        ({"weights": {"a": 0, "b": 0}}, "weights are all zero"),
        ({"weights": {"a": 1}}, "weights has none for b, c; give one, or 0"),
        ({"weights": [1, 2]}, "weights=[1, 2]; allowed: a mapping"),
        ({"allow": ["proxies"]}, "allow='proxies' does not exist"),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(CompareError, match=re.escape(message)):
        dispersion(pd.DataFrame(values(1, 2, 3)), **arguments)


def test_a_region_of_weight_zero_is_left_out() -> None:
    found = one(values(1, 3, 9), weights={"a": 1, "b": 1, "c": 0})
    assert (found["n"], found["excluded"], found["max"]) == (2, 1, 3)


def test_a_region_that_is_not_measured_needs_no_weight() -> None:
    assert one(values(1, 3, None), weights={"a": 1, "b": 1})["mean"] == 2


# Properties

positive = st.integers(1, 10_000).map(lambda number: number / 100)
some = st.lists(positive, min_size=2, max_size=8)


@given(st.lists(st.tuples(positive, st.integers(1, 9)), min_size=2, max_size=8))
def test_measures_are_those_of_the_definitions(pairs: list[tuple[float, int]]) -> None:
    numbers, weights = map(list, zip(*pairs, strict=True))
    rows = values(*numbers)
    given_weights = dict(zip((row["region"] for row in rows), weights, strict=True))
    found = measures(rows, weights=given_weights)
    assert found == pytest.approx(defined(numbers, weights), rel=1e-9, abs=1e-9)


@given(some, st.integers(2, 50))
def test_relative_measures_have_no_unit_and_absolute_ones_do(numbers: list[float], by: int) -> None:
    before = measures(values(*numbers))
    after = measures(values(*(number * by for number in numbers)))
    for name in MEASURES:
        scale = 1 if name in ("coefficient_of_variation", "gini", "theil") else by
        assert after[name] == pytest.approx(before[name] * scale, rel=1e-9, abs=1e-9)


@given(some)
def test_measures_are_within_their_bounds(numbers: list[float]) -> None:
    found = measures(values(*numbers))
    assert 0 <= found["gini"] <= 1 - 1 / len(numbers)
    assert 0 <= found["theil"] <= math.log(len(numbers))
    assert 0 <= found["coefficient_of_variation"] <= math.sqrt(len(numbers) - 1)
    assert found["min"] <= found["mean"] <= found["max"]


@given(some, st.integers(1, 99))
def test_a_gift_from_rich_to_poor_makes_regions_more_equal(
    numbers: list[float], percent: int
) -> None:
    low, *middle, high = sorted(numbers)
    assume(high > low)
    gift = (high - low) * percent / 200
    before = measures(values(low, *middle, high))
    after = measures(values(low + gift, *middle, high - gift))
    for name in ("standard_deviation", "gini", "theil"):
        assert after[name] < before[name] + 1e-12


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_rows_is_nothing(numbers: list[float], chance: random.Random) -> None:
    rows = values(*numbers)
    shuffled = rows[:]
    chance.shuffle(shuffled)
    assert measures(shuffled) == pytest.approx(measures(rows), abs=1e-11)


@given(some)
def test_every_region_twice_is_as_unequal(numbers: list[float]) -> None:
    once, twice = measures(values(*numbers)), measures(values(*numbers, *numbers))
    assert twice == pytest.approx(once, rel=1e-9, abs=1e-11)


# The real data


@pytest.mark.parametrize("frame", ["pandas", "polars", "duckdb"])
def test_real_actuals(frame: str, project: Any) -> None:
    row = compare.align(
        compare.observations(frame=frame), year=2020, kind="actual", evidence=compare.evidence()
    )
    found = {row["indicator"]: row for row in as_rows(dispersion(row))}
    retention = found["compulsory_retention"]
    assert {name: retention[name] for name in MEASURES} == pytest.approx(
        defined([90.6, 100.0, 100.0], [1, 1, 1])
    )
    assert (retention["n"], retention["missing"], retention["unit"]) == (3, 2, "%")
    assert found["gaokao_first_line_rate"]["reasons"].startswith("too-few-regions; interval")
    assert found["new_preschool_places"]["reasons"] == "no-direction"
    assert found["oversized_class_share"]["reasons"].startswith("zero-mean")
    assert set(found) == {row["indicator"] for row in as_rows(row)}


def test_regions_are_weighted_by_any_of_their_names(project: Any) -> None:
    row = compare.align(
        compare.observations(indicator="compulsory_retention"),
        year=2020,
        kind="actual",
        evidence=compare.evidence(),
    )
    known = compare.evidence()
    found = dispersion(row, weights={"抚顺市": 2, "pingyang": 1, "330225": 1}, evidence=known)
    assert found["mean"].tolist() == pytest.approx([95.3])
    with pytest.raises(UnknownValueError, match="Did you mean '抚顺'"):
        dispersion(row, weights={"抚顺县市": 1}, evidence=known)
    with pytest.raises(MeasureError, match="several for fushun; give one"):
        dispersion(row, weights={"抚顺": 1, "fushun": 1})
