"""Grids opened: tables beside each other are refused, and never read by half."""

import openpyxl
import pytest

import compare
from compare.errors import FrameError, UnknownValueError
from compare.sources.panel.told import ToldError


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


TABLE = [["region", "year", "rate"], ["A", 2020, 90], ["B", 2020, 80]]


def workbook(tmp_path, **sheets):
    """Write a workbook; sheets whose names begin with hidden are so."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


def test_sheets_that_nothing_is_read_from_are_told(tmp_path):
    path = workbook(tmp_path, now=TABLE, notes=[["these are notes"]], blank=[], hidden=TABLE)
    mine = compare.panel(path, direction="higher", wholes=[])
    told = mine.summary[mine.summary["of"] == "sheets"][["what", "number"]].to_numpy().tolist()
    assert told == [["without a table (notes)", 1], ["hidden (hidden)", 1]]
    for lang, words in (("zh", "已隐藏，未读取"), ("en", "hidden, not read")):
        assert words in compare.tables.accounts_table(mine.summary, lang=lang).plain().to_string()
    with pytest.raises(UnknownValueError, match=r"sheet='hidden' is hidden in t\.xlsx"):
        compare.panel(path, direction="higher", sheet="hidden")


def test_sheets_without_a_table_are_named_beside_tables_that_differ(tmp_path):
    other = [["region", "year", "pupils"], ["A", 2020, 90]]
    path = workbook(tmp_path, rates=TABLE, pupils=other, notes=[["words"]], hidden=TABLE)
    with pytest.raises(ToldError) as asked:
        compare.panel(path, direction="higher", wholes=[])
    assert "differ: rates, pupils; without a table: notes; hidden: hidden; do:" in str(asked.value)


def test_hidden_rows_are_read_and_that_is_told(tmp_path):
    book = openpyxl.Workbook()
    for row in (["region", "rate 2020"], ["A", 1.5], ["B", 2.5], ["C", 3.5]):
        book.active.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert "sheets" not in compare.panel(path, direction="higher").summary["of"].tolist()
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    found = compare.panel(path, direction="higher")
    assert found.observations["region"].tolist() == ["A", "B", "C"]
    said = found.summary.set_index("of").loc["sheets", "what"]
    assert said == "with hidden rows or columns that are read (a.xlsx)"
