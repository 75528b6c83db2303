"""Codes that hold others: by zeros, by length, with codes of another pattern among them."""

import random

import pytest

from compare.sources.panel.code_levels import holding_codes, is_code_like

NUTS = ["AT", "AT1", "AT11", "AT12", "DE", "DE1", "DE11", "DE12"]


def held(codes):
    return sorted(holding_codes([str(code) for code in codes]))


@pytest.mark.parametrize("strays", [[], [10, 11], ["XX", 7]])
def test_codes_of_another_pattern_leave_the_zeros_as_they_are(strays):
    assert held([1000, 1001, 1003, 2000, 2013, 2016, *strays]) == ["1000", "2000"]


def test_a_code_with_and_without_its_zero_is_held_by_both():
    assert held(["01000", "01001", "01003", "1001", "1005"]) == ["01000"]


@pytest.mark.parametrize("strays", [[], ["EE", "EL", "CY"], ["XK9"]])
def test_codes_that_others_begin_with_are_wholes_at_every_length(strays):
    assert held([*NUTS, *strays]) == ["AT", "AT1", "DE", "DE1"]


def test_a_level_in_between_may_be_left_out():
    codes = ["BE", "BE1", "BE10", "BE2", "BE21", "BE34", "BE35", "BG", "BG31"]
    assert held(codes) == ["BE", "BE1", "BE2", "BG"]
    assert held(["01", "01001", "05", "051", "05111", "05112"]) == ["01", "05", "051"]
    assert held(["1", "2", "11", "12", "21", "1100015", "1200013", "2100055"]) == [
        "1", "11", "12", "2", "21",
    ]  # fmt: skip


def test_joints_part_levels_too():
    assert held(["US", "US-CA", "US-TX", "CA", "CA-QC"]) == ["CA", "US"]


def test_numbers_of_different_lengths_hold_others_where_their_beginnings_are_there():
    assert held([11, 12, 1101, 1102, 1203, 1207]) == ["11", "12"]
    assert held([1, 2, 1001, 1003, 2001, 2003, 10, 10001]) == ["1", "10", "2"]


@pytest.mark.parametrize(
    "codes",
    [
        [1, 10, 11, 12],
        [*range(1, 40)],
        [*range(1000)],
        [*range(1, 1500)],
        [*range(1, 1500), "X"],
        [*range(95, 130)],
        [f"D{n}" for n in range(1, 13) if n != 5],
        [f"{n:03}" for n in range(250)],
        ["SC", "SD", "TN", "TX", "A", "AB"],
        ["AUS", "AU", "BEL", "BE"],
    ],
)
def test_numbers_that_only_count_and_abbreviations_hold_nothing(codes):
    assert held(codes) == []


def test_numbers_of_which_some_begin_as_others_do_by_chance_are_no_levels():
    blocks = [(1, 14), (21, 41), (51, 72), (111, 142), (301, 420), (711, 996), (2101, 2338)]
    assert held([n for start, end in blocks for n in range(start, end + 1)]) == []  # Swiss ones
    assert held([1, 2, *range(10, 30, 3), *range(1001, 1200, 7), *range(2001, 2200, 7)]) == []


def test_numbers_of_any_kind_hold_nothing_by_chance():
    chance = random.Random(5)
    for _ in range(300):
        some = chance.sample(range(1, 10 ** chance.randint(2, 5)), chance.randint(5, 60))
        assert held(some) == [], some


@pytest.mark.parametrize("name", ["Peru", "North 1", "Ward-1", "", "école", "AT 1"])
def test_names_are_no_codes(name):
    assert not is_code_like(name)
