"""Rows chosen by what their cells hold, or that they hold nothing."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError

FRAME = pd.DataFrame({
    "region": ["A", "A", "B"], "year": 2020, "kind": ["", "girls", ""], "rate": [1, 2, 3],
})  # fmt: skip


@pytest.mark.parametrize("nothing", [None, "", float("nan"), pd.NA, [None]])
def test_none_is_the_empty_cell(nothing):
    mine = compare.panel(FRAME, direction="higher", wholes=[], where={"kind": nothing})
    assert mine.observations["value"].tolist() == [1, 3]


def test_where_no_cell_is_empty_none_is_refused():
    with pytest.raises(UnknownValueError, match=r"where\['region'\]"):
        compare.panel(FRAME, direction="higher", wholes=[], where={"region": None})
