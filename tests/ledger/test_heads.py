"""A header is one row, the first: what stands otherwise is told by row."""

import pytest

from compare.ledger.heads import head_problem

COLUMNS = {"school", "x", "n"}
ROWS = [["a", "1", "1"], ["b", "3", "1"]]


def said(*head, columns=COLUMNS, rows=ROWS):
    problem = head_problem("t.csv", [*head, *rows], columns.__contains__)
    return None if problem is None else str(problem)


def test_one_row_is_a_header():
    assert said(["school", "x", "n"]) is None
    assert said(["school", "other", "more"]) is None
    assert head_problem("t.csv", [["school", "x", "n"]], COLUMNS.__contains__) is None


def test_a_title_above_is_named():
    said_of = said(["某县", "", ""], ["school", "x", "n"])
    assert said_of == (
        "t.csv:2: the header stands in row 2, below '某县'; allowed: the header in row 1; "
        "do: remove the 1 row above it"
    )


@pytest.mark.parametrize(
    "head",
    [
        (["school", "2023年", ""], ["", "x", "n"]),
        (["school", "x", ""], ["", "", "n"]),
        (["学校", "2022", "", "2023", ""], ["school", "x", "n", "x", "n"]),
        (["school", "2022", "", "2023", ""], ["", "x", "n", "x", "n"]),
    ],
)
def test_names_in_two_rows_are_named(head):
    said_of = said(*head)
    assert said_of.startswith("t.csv:1: the header stands in two rows, 1 and 2: ")
    assert said_of.endswith("do: write the whole names into row 2, and remove row 1")


def test_names_in_two_rows_below_a_title_are_named():
    assert "two rows, 2 and 3" in said(["某县"], ["school", "人数", ""], ["", "x", "n"])


def test_a_row_of_units_below_is_named():
    said_of = said(["school", "x", "n"], ["", "台", "万人"])
    assert said_of.startswith("t.csv:2: the row below the header holds '台', '万人' and no numbers")


@pytest.mark.parametrize(
    "row",
    [
        ["c", "none", "1"],
        ["", "2", "1"],
        ["", "", ""],
        ["x", "", ""],
        ["", "not stated at all", ""],
    ],
)
def test_other_rows_below_are_left_to_the_table(row):
    assert said(["school", "x", "n"], row) is None


def test_cells_that_are_also_names_of_columns_are_no_second_header():
    columns = {"region", "scope", "level"}
    rows = [["a", "region", ""], ["b", "", "level"], ["c", "region", "level"]]
    assert said(["region", "scope", "level"], columns=columns, rows=rows) is None
