"""Cells looked up: their ids, their texts, and how whole numbers are written."""

import pandas as pd
import polars as pl
import pytest

import compare
from compare.sources.panel.opening import ROW
from compare.sources.panel.origins import Lines, Origins


def origins():
    regions = {"code": ["1", "2"], "name": ["a", None], "parent": [None, None]}
    schema = dict.fromkeys(regions, pl.String)
    one = pl.DataFrame({ROW: [2, 5], "C": [1.0, 2.0], "D": [1.0, 2.5]})
    other = pl.DataFrame({ROW: [4, 6], "C": ["≥90", ""]})
    return Origins([
        Lines("first", "t/first!", one, pl.DataFrame(regions, schema)),
        Lines("second", "t/second!", other, pl.DataFrame(regions, schema).reverse()),
    ])  # fmt: skip


def cells(*places):
    return pl.DataFrame(places, schema={"line": pl.UInt32, "letters": pl.String}, orient="row")


def test_a_cell_is_found_in_the_sheet_that_its_line_is_of():
    asked = cells((3, "C"), (0, "C"), (1, "D"), (2, "C"), (0, "D"), (1, "C"))
    known = origins()
    assert known.figures(asked).to_list() == [
        "t/second!C6", "t/first!C2", "t/first!D5", "t/second!C4", "t/first!D2", "t/first!C5",
    ]  # fmt: skip
    # all of C is whole, and not all of D
    assert known.texts(asked).to_list() == ["", "1", "2.5", "≥90", "1.0", "2"]
    assert known.texts(cells()).to_list() == []


def test_regions_are_those_of_the_cells_in_their_order():
    known = origins()
    assert known.lines["place"].to_list() == [0, 1, 1, 0]
    assert known.regions_of(cells((2, "C"), (1, "C")))["code"].to_list() == ["2"]
    assert known.regions_of(cells((2, "C"), (0, "C")))["code"].to_list() == ["2", "1"]


@pytest.mark.parametrize(
    ("number", "text"), [(1e300, "1e+300"), (2.0**63, "9.223372036854776e+18")]
)
def test_a_whole_number_that_no_integer_holds_is_written_as_it_is(number, text):
    table = pd.DataFrame({"region": ["A", "B"], "year": 2020, "size": [number, 1.0]})
    mine = compare.panel(table, direction="neutral", wholes=[])
    assert mine.observations["value"].tolist() == [number, 1]
    assert mine.trace("table/table!C2")["text"] == text
