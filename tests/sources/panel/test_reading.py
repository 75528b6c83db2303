"""Sheets read: cells that take few bytes, each with its line, whatever sheet it is of."""

import pandas as pd
import polars as pl
import pytest

import compare
from compare.errors import DataError
from compare.sources.panel.opening import open_tables
from compare.sources.panel.reading import read_sheets
from compare.sources.panel.told import UnreadError

HOW = {"year": None, "level": 95.0, "missing": frozenset()}


def read(*frames, asked=None, **told):
    return read_sheets(open_tables(list(frames), None), None, told, asked, (), **HOW)


def table(regions):
    places = [f"Region {place:05}" for place in range(regions)]
    return pl.DataFrame({"region": places, "year": 2020, "rate": 95.5, "said": "≥90"})


def test_a_cell_carries_no_texts_along():
    long, _ = read(table(5000))
    assert long.height == 10_000
    assert pl.String not in long.dtypes
    assert long.estimated_size() < 80 * long.height  # it was some 950 bytes from file to frame


def test_lines_go_on_from_sheet_to_sheet_and_rows_begin_anew():
    long, known = read(table(3), table(2).with_columns(year=2021))
    assert sorted(long["line"].unique()) == [0, 1, 2, 3, 4]
    assert known.origins.lines["row"].to_list() == [2, 3, 4, 2, 3]
    assert known.accounts["row"].to_list() == [2, 3, 4, 2, 3]
    years = long.select("line", "year").unique().sort("line")["year"].to_list()
    assert years == [2020, 2020, 2020, 2021, 2021]
    assert known.origins.regions["name"].to_list() == [f"Region 0000{n}" for n in range(3)]


def test_cells_of_two_sheets_of_one_name_have_ids_of_their_own():
    frames = [table(2).with_columns(year=year, rate=year / 100) for year in (2020, 2021)]
    mine = compare.panel(frames, direction="higher", wholes=["Region 00001"])
    assert mine.observations["figure"].is_unique
    assert mine.trace("table/table!C2")["text"] == "20.2"
    assert mine.trace("table/table.2!C2")["text"] == "20.21"
    assert mine.evidence.words(["table/table.2!C2"])["table/table.2!C2"]["quote"] == "20.21"
    assert mine.rows["sheet"].to_list() == ["table", "table", "table.2", "table.2"]
    assert mine.rows["what"].to_list() == ["region", "whole"] * 2


@pytest.mark.parametrize(("asked", "kept"), [(None, ["a", "b"]), ({"B": {}}, ["b"])])
def test_of_a_long_table_the_indicators_asked_for_are_kept(asked, kept):
    frame = pl.DataFrame({
        "region": ["x", "y", "x"], "year": 2020, "indicator": ["a", "b", "b"], "value": [1, 2, 3],
    })  # fmt: skip
    long, known = read(frame, asked=asked)
    assert long["indicator"].unique(maintain_order=True).to_list() == kept
    first = known.origins.regions_of(long)["name"].to_list()
    assert first == (["x", "y"] if asked is None else ["y", "x"])


def test_what_stands_in_rows_of_other_indicators_need_not_be_read():
    frame = pl.DataFrame({
        "region": ["x", "y", "x", "y"], "year": ["2020", "2020", "0", "then"],
        "indicator": ["rate (%)", "rate (%)", "b", "b"], "value": ["1", "2", "?", "??"],
    })  # fmt: skip
    long, _ = read(frame, asked={"Rate": {}})
    assert long["value"].to_list() == [1, 2]
    with pytest.raises(UnreadError):
        read(frame, asked={"rate": {}, "b": {}})


def test_rows_that_do_not_say_what_they_measure_are_refused_with_their_numbers():
    rows = pd.DataFrame({"region": ["A", "A", "B", "B"], "year": 2020,
                         "Sex": ["", "girls", "", "girls"], "rate": [1, 2, 3, 4]})  # fmt: skip
    with pytest.raises(DataError, match="table:2: Sex: the row does not say what it measures"):
        compare.panel(rows, indicator="Sex", direction="higher")
    found = compare.panel(rows, where={"Sex": None}, direction="higher").observations
    assert found["value"].tolist() == [1.0, 3.0]
