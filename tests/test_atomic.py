import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.atomic import csv_text, harmless, replacing


def test_a_file_is_replaced_on_success(tmp_path):
    path = tmp_path / "deep" / "file.txt"
    with replacing(path) as aside:
        aside.write_text("new", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "new"
    assert list(path.parent.iterdir()) == [path]


def test_after_an_error_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "file.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(path) as aside:
        aside.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+cmd", "-cmd|calc", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-1_0", "-inf"),
        *("\uff1d1+1", "\uff0bcmd", "\uff0d1", "\uff20SUM(A1)"),
    ],
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("value", ["-1.5", "+3", "-", "=", "-1e3", "小学", "", None, -2, True])
def test_numbers_comparators_and_ordinary_cells_stay_as_they_are(value):
    assert harmless(value) == value


def test_csv_text_writes_each_kind_of_value_one_way():
    text = csv_text(["a", "b"], [[None, True], [False, 2.0], [0.35, ">="], ["甲,乙", "=1+1"]])
    assert text == '\ufeffa,b\n,true\nfalse,2\n0.35,>=\n"甲,乙",\'=1+1\n'


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_csv_text_is_read_back_and_no_cell_is_a_formula(rows):
    text = csv_text(["a", "b"], rows)
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    expected = [[harmless(one_kind_of_line_end(cell)) for cell in row] for row in rows]
    assert read == [["a", "b"], *expected]
    for row in read[1:]:
        assert not any(len(cell) > 1 and cell[0] in "=@\t\r\n\uff1d\uff20" for cell in row)


def one_kind_of_line_end(text):
    return re.sub("\r\n?", "\n", text)
