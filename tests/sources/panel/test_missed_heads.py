"""Frames that pandas read with the title of a sheet as the names of their columns."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError


def read(tmp_path, rows, **how):
    path = tmp_path / "own.xlsx"
    pd.DataFrame(rows).to_excel(path, header=False, index=False)
    return path, pd.read_excel(path, **how)


ROWS = [["A", 91.2, "≥97"], ["B", 90.1, "pending"]]


@pytest.mark.parametrize(
    ("above", "head", "row"),
    [(1, ["area", "rate 2020", "rate 2021"], 2), (3, ["area", 2020, 2021], 4)],
)
def test_a_title_that_was_taken_for_the_head_is_told_with_the_row_of_the_names(
    tmp_path, above, head, row
):
    titles = [["Rates of the areas", None, None]] + [[None] * 3] * (above - 1)
    path, frame = read(tmp_path, [*titles, head, *ROWS])
    told = rf"Unnamed: 1, Unnamed: 2.* row {row} of the sheet.*header={row - 1}\)"
    with pytest.raises(FrameError, match=told):
        compare.panel(frame, direction="higher")
    right = compare.panel(
        pd.read_excel(path, header=row - 1), indicators={"rate": "higher"}, year=None
    )
    assert len(right.observations) == 3
    assert len(compare.panel(path, indicators={"rate": "higher"}).observations) == 3


def test_a_column_without_a_name_before_others_is_no_missed_head():
    frame = pd.DataFrame({"Unnamed: 0": ["A", "B"], "rate 2020": ["91.2", "≥90"]})
    assert len(compare.panel(frame, direction="higher").observations) == 2


def test_nor_are_columns_without_names_above_values():
    frame = pd.DataFrame({"area": ["A", "B"], "Unnamed: 1": [1.5, 2.5], "Unnamed: 2": [3.5, 4.5]})
    made = compare.panel(frame, year=2020, direction="neutral")
    assert len(made.observations) == 4
