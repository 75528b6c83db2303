"""Regions told apart by their names, or said to be spelt in several ways."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError

FRAME = pd.DataFrame({"region": ["Aa", "aa", "AA", "B"], "year": range(2020, 2024), "rate": 1})


def test_spellings_of_a_region_are_said_with_their_lines():
    with pytest.raises(FrameError, match=r"'Aa' \(row 2\), 'aa' \(row 3\), 'AA' \(row 4\)"):
        compare.panel(FRAME, direction="higher", wholes=[])


def test_of_several_sheets_it_is_said_which():
    frames = [FRAME.iloc[[0]], FRAME.iloc[[1]]]
    with pytest.raises(FrameError, match=r"'Aa' \(table, row 2\), 'aa' \(table\.2, row 2\)"):
        compare.panel(frames, direction="higher", wholes=[])
