"""Which regions a picture draws that has no room for all: those of its title, then the ends."""

from itertools import pairwise

import pandas as pd
import pytest

from compare.charts.choosing import first_regions, named_in, places_named, spread


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Ham is first", ["Ham", "Hamburg"], ["Ham"]),
        ("Hamburg is first", ["Ham", "Hamburg"], ["Hamburg"]),
        ("青岚最高", ["青岚", "青岚县"], ["青岚"]),
        ("highest in Sachsen-Anhalt", ["Sachsen", "Sachsen-Anhalt"], ["Sachsen-Anhalt"]),
        ("Sachsen above Sachsen-Anhalt", ["Sachsen-Anhalt", "Sachsen"],
         ["Sachsen-Anhalt", "Sachsen"]),
        ("the drop-out rate", ["Drop-out rate"], ["Drop-out rate"]),
        ("nobody", ["", "one"], []),
    ],
)  # fmt: skip
def test_a_name_is_found_where_it_stands_by_itself(text, names, found):
    assert named_in(text, {name: name for name in names}) == found


def test_of_rows_with_one_name_each_is_found():
    assert places_named("a above c", ["a", "b", "c", "a"]) == [0, 2, 3]


def test_whatever_number_is_taken_reaches_from_end_to_end():
    order = spread(range(16))
    assert order[:3] == [0, 15, 7] and sorted(order) == list(range(16))
    for most in range(3, 16):
        taken = sorted(order[:most])
        gaps = [b - a for a, b in pairwise(taken)]
        assert max(gaps) <= 2 * min(gaps) + 2
    assert spread([]) == [] and spread("a") == ["a"]


def observed(*stated):
    rows = pd.DataFrame(stated, columns=["region", "year", "kind", "value"])
    return rows.assign(indicator="x", region_en=rows["region"], lo=rows["value"], hi=rows["value"])


def test_those_of_the_title_come_first_then_the_ends_of_the_newest_year():
    rows = observed(
        ("a", 2020, "actual", 99.0), ("a", 2023, "actual", 5.0), ("b", 2023, "actual", 1.0),
        ("c", 2023, "actual", 9.0), ("d", 2023, "actual", 4.0), ("e", 2022, "actual", 0.0),
        ("d", 2030, "target", 100.0),
    )  # fmt: skip
    assert first_regions(rows, "d ahead", "en") == ["d", "b", "c", "a", "e"]


def test_where_nothing_has_come_it_is_the_newest_targets():
    rows = observed(("a", 2025, "target", 5.0), ("b", 2030, "target", 7.0),
                    ("c", 2030, "target", 6.0))  # fmt: skip
    assert first_regions(rows, "", "en") == ["c", "b", "a"]
