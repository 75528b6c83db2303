"""Grids opened: tables beside each other are refused, and never read by half."""

import pytest

import compare
from compare.errors import FrameError


def read(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, direction="higher", year=2020)


@pytest.mark.parametrize(
    "text",
    [
        "region,value,,region,value\nA,1,,C,3\nB,2,,D,4\n",
        "region,value,region,value\nA,1,C,3\nB,2,D,4\n",
        "region,value,,region,value\nA,1,,C,3\nB,2,,,\n",
        "Rates\nregion,rate 2019,rate 2020,,region,rate 2019,rate 2020\nA,1,2,,C,3,4\n",
        "地区,入园率,,地区,入园率\n甲县,91,,丙县,93\n乙县,92,,丁县,94\n",
    ],
)
def test_tables_side_by_side_are_refused(tmp_path, text):
    with pytest.raises(FrameError, match=r"side by side, .*put the rows of the right one below"):
        read(tmp_path, text)


def test_names_repeated_at_the_right_are_no_other_table(tmp_path):
    text = "region,rate,region,share\nA,1,A,10\nB,2,B,20\n"
    mine = read(tmp_path, text)
    assert mine.observations["value"].tolist() == [1.0, 2.0, 10.0, 20.0]
