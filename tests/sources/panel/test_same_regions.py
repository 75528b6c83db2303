"""Regions that may be one: lost zeros, codes that change, marks of footnotes behind names."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError
from compare.sources.panel.told import ToldError


def read(rows, **told):
    columns = ["code", "district", "year", "rate"][-len(rows[0]) :]
    return compare.panel(pd.DataFrame(rows, columns=columns), direction="higher", **told)


def regions(found):
    return found.observations["region"].tolist()


def told(found, of):
    return found.summary.loc[found.summary["of"] == of, "what"].tolist()


ZEROS = [("0101", "North", 2020, 50), ("101", "NORTH", 2021, 51), ("0102", "South", 2020, 60)]


def test_a_code_without_its_leading_zeros_is_the_same_under_the_same_name():
    found = read(ZEROS)
    assert regions(found) == ["0101", "0101", "0102"]
    assert told(found, "codes") == ["read with their leading zeros (101 as 0101)"]
    assert len(found.evidence.regions) == 2


def test_under_another_name_it_is_another_region():
    found = read([ZEROS[0], ("101", "West", 2021, 51)])
    assert regions(found) == ["0101", "101"]
    assert told(found, "codes") == []


def test_without_a_name_it_is_refused():
    rows = pd.DataFrame({"code": ["0101", "101"], "year": [2020, 2021], "rate": [50, 51]})
    with pytest.raises(FrameError, match=r"'0101' \(row 2\), '101' \(row 3\) may be one"):
        compare.panel(rows, direction="higher")


CHANGED = [
    ("0101", "North", 2019, 49), ("0101", "North", 2020, 50), ("0201", "North", 2021, 51),
    ("0102", "South", 2020, 60), ("0102", "South", 2021, 61),
]  # fmt: skip


def test_a_name_whose_code_changes_is_asked_about():
    with pytest.raises(ToldError, match=r"North has the codes 0101 \(2019–2020\), 0201 \(2021\)"):
        read(CHANGED)
    by_name = read(CHANGED, region="district")
    assert regions(by_name) == ["North"] * 3 + ["South"] * 2
    assert set(regions(read(CHANGED, region="code"))) == {"0101", "0201", "0102"}


def test_two_of_one_name_that_have_a_year_in_common_are_two():
    assert set(regions(read([*CHANGED, ("0201", "North", 2020, 48)]))) == {"0101", "0201", "0102"}


def test_years_without_a_value_say_nothing():
    with pytest.raises(ToldError, match="North has the codes"):
        read([*CHANGED, ("0201", "North", 2020, None)])


MARKED = [("North", 2020, 50), ("North (a)", 2021, 51), ("South", 2020, 60), ("South", 2021, 61)]


def test_a_name_with_the_mark_of_a_footnote_is_the_same_region():
    found = read(MARKED)
    assert regions(found) == ["North", "North", "South", "South"]
    assert told(found, "names") == ["read as another spelling (North (a) as North)"]
    assert found.evidence.regions["region"].tolist() == ["North", "South"]


def test_so_it_is_where_each_year_has_a_mark_of_its_own():
    rows = [("North (1)", 2020, 50), ("North (2)", 2021, 51), *MARKED[2:]]
    assert regions(read(rows)) == ["North (1)", "North (1)", "South", "South"]


def test_of_one_year_they_are_two():
    found = read([*MARKED, ("North (a)", 2020, 48)])
    assert set(regions(found)) == {"North", "North (a)", "South"}
    assert told(found, "names") == []
    assert set(regions(read(MARKED, region="district"))) == {"North", "North (a)", "South"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Côte", "Cote"), ("New-York", "New York"), ("Köln", "Koeln"), ("St. Louis", "Saint Louis"),
     ("Tyne & Wear", "Tyne and Wear")],
)  # fmt: skip
def test_a_name_that_is_spelt_otherwise_in_another_year_is_the_same(one, other):
    found = read([(one, 2020, 50), (other, 2021, 51), *MARKED[2:]])
    assert regions(found) == [one, one, "South", "South"]
    assert told(found, "names") == [f"read as another spelling ({other} as {one})"]
    assert len(set(regions(read([(one, 2020, 50), (other, 2020, 51), *MARKED[2:]])))) == 3


def test_regions_without_a_value_in_some_years_are_counted():
    assert told(read(MARKED[2:]), "regions") == []
    found = read([*MARKED[2:], ("East", 2021, 5)])
    rows = found.summary.set_index("of")
    assert rows.loc["regions", "what"] == "with values of some years only"
    assert rows.loc["regions", "number"] == 1


@pytest.mark.parametrize(("one", "other"), [("ガ町", "カ町"), ("กุ", "กู"), ("Йена", "Иена")])
def test_marks_of_other_letters_tell_places_apart(one, other):
    found = read([(one, 2020, 50), (other, 2021, 51), *MARKED[2:]])
    assert len(set(regions(found))) == 3
