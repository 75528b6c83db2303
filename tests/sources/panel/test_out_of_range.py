"""Shares outside 0 to 100 are remarked upon and kept."""

import pandas as pd
import pytest

import compare
from compare.errors import DataError


def remarks(name, values):
    frame = pd.DataFrame({"region": list("ABCD"), "year": 2020, name: values})
    found = compare.panel(frame, direction="higher")
    assert len(found.observations) == len(values)
    return found.summary[found.summary["of"] == "values"].to_numpy().tolist()


def test_a_share_beyond_a_hundred_or_below_0_is_said_with_its_cell():
    cells = "105 of pass rate in table/table!C2, -6 of pass rate in table/table!C4"
    said = f"outside 0 to 100 per cent ({cells})"
    assert remarks("pass rate (%)", [105, 80, -6, 100]) == [["values", said, 2]]


def test_what_may_lie_there_is_not_said():
    assert remarks("gross enrolment rate (%)", [105, 80, 96, 100]) == []
    assert remarks("growth of pupils (%)", [5, 80, -6, 100]) == []
    assert remarks("pass rate (%)", [0, 80, 96, 100]) == []
    assert remarks("score", [105, 80, 96, 500]) == []


def test_a_count_below_nought_that_is_a_usual_code_is_refused():
    rows = pd.DataFrame({"region": ["A", "B", "C"], "year": 2020, "pupils": [120, -99, 340]})
    with pytest.raises(DataError, match="'-99' is out of the range of a count"):
        compare.panel(rows, direction="neutral")
