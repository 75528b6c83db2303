"""Marks: where the point of an observation stands, and what has none."""

import pytest

from compare.charts.marks import marks_of, point_of

ROW = {"lo": 0.0, "hi": 0.0, "value": 0.0, "unit": "%", "kind": "actual", "comparator": "=",
       "comparability": "exact"}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "at"),
    [
        ({}, 0.0),
        ({"worded": True}, 0.0),
        ({"approximate": True}, 0.0),
        ({"worded": True, "approximate": True}, None),  # nearly none, in words, is no number
        ({"worded": True, "comparability": "proxy"}, None),
        ({"comparability": "proxy"}, 0.0),
        ({"unit": "year", "comparator": ">", "lo": 2024.0, "hi": None, "value": 2024.0}, None),
    ],
)
def test_a_point_stands_for_a_number_that_is_stated(cells, at):
    assert point_of({**ROW, **cells}) == at
    assert bool(marks_of([{**ROW, **cells}])) is (at is not None or "hi" in cells)
