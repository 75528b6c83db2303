"""A page about one region shows its neighbours, however many regions there are."""

import pandas as pd
import pytest

import compare
from compare import tables
from compare.tables.neighbours import MOST, NEAR, neighbours


def ranked(size, **columns):
    rows = {"region": [f"r{n:04}" for n in range(size)], "value": [float(n) for n in range(size)]}
    rows |= {"indicator": "x", "year": 2020, "kind": "actual", "direction": "higher", **columns}
    return compare.rankings(pd.DataFrame(rows))


def test_a_small_contest_is_shown_whole():
    frame = ranked(MOST)
    pd.testing.assert_frame_equal(neighbours(frame, "r0003"), frame)


@pytest.mark.parametrize(
    ("region", "places"),
    [
        ("r1500", {1, 2, 3, *range(1497, 1504)}),
        ("r2999", {1, 2, 3, 4}),
        ("r0000", {1, 2, 3, 2997, 2998, 2999, 3000}),
        ("unknown", {1, 2, 3}),
    ],
)
def test_of_a_large_contest_the_first_and_the_nearest(region, places):
    shown = neighbours(ranked(3000), region)
    assert set(shown["rank"]) == places
    assert len(shown) == len(places) <= 3 * NEAR + 1


def test_rows_without_a_value_stay_for_their_count():
    frame = ranked(50, value=[None] * 5 + [float(n) for n in range(45)])
    assert neighbours(frame, "r0000")["value"].isna().sum() == 5


def test_the_table_says_what_it_leaves_out():
    table = tables.rankings_table(ranked(3000), region="r1500", lang="en")
    assert len(table.frame) == 10
    assert "2990 more rows are left out" in " ".join(table.notes).replace(",", "")
    assert "left out" not in " ".join(tables.rankings_table(ranked(9), region="r0001").notes)


def test_a_whole_that_stands_aside_is_shown_with_those_that_are_ranked():
    frame = ranked(3).assign(of=[1, 3, 3])  # the first has no rank of its own
    assert len(neighbours(frame, "r0001")) == 3
    assert neighbours(frame.assign(of=1), "r0001").empty  # nobody is ranked
