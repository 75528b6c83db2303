"""Excerpts: of thousands of regions the ends and the middle, of few all."""

import pandas as pd

from compare.finding.excerpts import ENDS, MOST, ends_and_middle, excerpt, latest_outcomes


def rows(size, indicator="x", **columns):
    values = {"value": [float(n) for n in range(size)]} | columns
    return pd.DataFrame({"region": [f"r{n:04}" for n in range(size)], "indicator": indicator,
                         "kind": "actual", "year": 2020, "direction": "higher", "lo": None,
                         "hi": None, "comparability": "exact", **values})  # fmt: skip


def test_few_are_shown_whole_and_as_they_came():
    few = rows(MOST).iloc[::-1]
    assert excerpt(few, ["indicator"], ["value"]) is few


def test_of_many_the_ends_and_the_middle_in_their_order():
    many = rows(101).sample(frac=1, random_state=1)
    shown = excerpt(many, ["indicator"], ["value"])["value"].tolist()
    assert shown == [0, 1, 2, 3, 4, 50, 96, 97, 98, 99, 100]
    assert len(shown) == 2 * ENDS + 1
    assert excerpt(many, ["indicator"], ["value"], 1)["value"].tolist() == [0, 50, 100]


def test_small_groups_beside_large_ones_stay_in_their_place():
    every = pd.concat([rows(3, "a"), rows(30, "b"), rows(2, "c")], ignore_index=True)
    shown = excerpt(every, ["indicator"], ["value"])
    assert shown["indicator"].tolist() == ["a"] * 3 + ["b"] * 11 + ["c"] * 2


def test_what_has_no_place_in_the_order_is_no_end():
    many = rows(40, value=[None, *map(float, range(39))])
    assert excerpt(many, ["indicator"], ["value"])["value"].notna().all()


def test_an_outcome_of_an_earlier_year_is_no_end_of_the_last_year():
    every = pd.concat([rows(30), rows(1, value=[99.0], year=2018).assign(region="early")],
                      ignore_index=True)  # fmt: skip
    latest = latest_outcomes(every)
    assert len(latest) == 31
    assert excerpt(latest, ["indicator"], ["_size"])["region"].tolist()[0] == "r0029"


def test_the_last_outcome_counts_and_less_may_be_better():
    every = pd.concat([rows(25, year=2019), rows(25, value=[float(-n) for n in range(25)]),
                       rows(25, kind="target", year=2030)], ignore_index=True)  # fmt: skip
    latest = latest_outcomes(every.assign(direction="lower"))
    assert set(latest["year"]) == {2020}
    assert excerpt(latest, ["indicator"], ["_size"])["region"].iloc[0] == "r0024"


def test_where_few_can_be_shown_the_ends_come_first():
    for count in range(1, 30):
        for most in range(count + 3):
            shown = ends_and_middle(count, most)
            assert shown == sorted(set(shown)) and len(shown) == min(count, most)
            if most:
                assert shown[0] == 0
            if most > 1 and count > 1:
                assert shown[-1] == count - 1
            if most > 2:
                assert (count - 1) // 2 in shown
