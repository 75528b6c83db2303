"""Years of own tables: that of a column, that of a head, and that which was told."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError
from compare.sources.panel.told import ToldError

CITED = "Score (Roe and Poe, 2018)"


def years_of(frame, **told):
    """Return the year of each value of a table, by indicator."""
    found = compare.panel(pd.DataFrame(frame), direction="higher", **told).observations
    return {name: rows["year"].tolist() for name, rows in found.groupby("indicator")}


def of_years(*years):
    return {"region": ["A"] * len(years), "year": years, CITED: range(len(years))}


def test_of_rows_of_several_years_the_head_names_a_source():
    assert years_of(of_years(2000, 2005)) == {CITED: [2000, 2005]}


def test_years_beside_each_other_count_whatever_a_column_says():
    rows = {"region": ["A", "A"], "sex": ["b", "g"], "year": [2021, 2022]}
    wide = rows | {"rate 2019": [1, 2], "rate 2020": [3, 4]}
    assert years_of(wide, where={"sex": "b"}) == {"rate": [2019, 2020]}


def test_of_a_row_for_each_region_it_is_asked_which_year_counts():
    rows = {"region": ["A", "B"], "year": [2015, 2015], CITED: [1, 2]}
    with pytest.raises(ToldError, match=r"may be of 2018, or from a source.*says 2015") as asked:
        years_of(rows)
    assert asked.value.asked == {"year": ""}
    assert years_of(rows, year="year") == {CITED: [2015, 2015]}
    assert years_of(rows, year=2018) == {"Score (Roe and Poe)": [2018, 2018]}
    assert years_of(rows | {"year": [2018, 2018]}) == {"Score (Roe and Poe)": [2018, 2018]}


def test_a_head_that_ends_in_its_year_is_of_it():
    rows = {"region": ["A", "B"], "year": [2015, 2016], "rate": [1, 2], "pupils 2018": [3, 4]}
    assert years_of(rows) == {"rate": [2015, 2016], "pupils": [2018, 2018]}


def test_a_year_that_was_told_is_not_passed_over():
    rows = {"region": ["A", "B"], "year": [2015, 2015], "rate": [1, 2]}
    with pytest.raises(UnknownValueError, match=r"year=2020: 'year' says 2015; do: leave year="):
        years_of(rows, year=2020)
    assert years_of(rows, year=2015) == {"rate": [2015, 2015]}
    assert years_of(rows | {"year": [1, 1]}, year=2020) == {"rate": [2020, 2020]}
