"""Workbooks are read whole, as they are shown, from the sheet that is meant."""

import io
import re
import zipfile

import openpyxl
import pytest

from compare.ledger.read import read_table
from compare.ledger.workbook import WorkbookError, read_workbook

TABLE = [["name", "n"], *([f"s{number}", number] for number in range(1, 9))]
AS_TEXT = [["name", "n"], *([f"s{number}", str(number)] for number in range(1, 9))]


def workbook(tmp_path, sheets, *, dimension=None, change=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, (rows, state) in sheets.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    if change is not None:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    path = tmp_path / "table.xlsx"
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if dimension and name.startswith("xl/worksheets/"):
                ref = f'<dimension ref="{dimension}"'.encode()
                content = re.sub(rb'<dimension ref="[^"]*"', ref, content)
            new.writestr(name, content)
    return path


@pytest.mark.parametrize("dimension", ["A1", "A1:B5", "A1:A3", "A1:Z900", None])
def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path, dimension):
    path = workbook(tmp_path, {"a": (TABLE, "visible")}, dimension=dimension)
    assert read_workbook(path) == AS_TEXT


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_not_read(tmp_path, state):
    sheets = {"old": ([["name", "n"], ["x", 1]], state), "now": (TABLE, "visible")}
    assert read_workbook(workbook(tmp_path, sheets)) == AS_TEXT


def test_a_sheet_of_notes_behind_the_table_is_left_alone(tmp_path):
    sheets = {"table": (TABLE, "visible"), "notes": ([["these are notes"]], "visible")}
    assert read_workbook(workbook(tmp_path, sheets)) == AS_TEXT


def test_the_same_table_on_several_sheets_is_refused_by_name(tmp_path):
    sheets = {"2019": (TABLE, "visible"), "2020": (TABLE, "visible")}
    with pytest.raises(WorkbookError, match=r"2 sheets begin .* \(2019, 2020\); allowed: one"):
        read_workbook(workbook(tmp_path, sheets))


def test_cells_are_read_as_they_are_shown(tmp_path):
    def show(book):
        row = book.worksheets[0]
        row["A1"], row["B1"], row["C1"], row["D1"] = 0.85, 0.5, 1200.5, True
        row["A1"].number_format, row["B1"].number_format = "0%", '0.0" 50%"'
        row["C1"].number_format = "#,##0.00"

    path = workbook(tmp_path, {"a": ([[None]], "visible")}, change=show)
    assert read_workbook(path) == [["85%", "0.5", "1200.5", "true"]]


def test_a_formula_without_its_result_is_refused_with_its_cell(tmp_path):
    rows = [["name", "n"], ["s1", "=1+1"]]
    path = workbook(tmp_path, {"a": (rows, "visible")})
    with pytest.raises(WorkbookError, match=r"cell B2 holds the formula '=1\+1'"):
        read_workbook(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr("compare.ledger.workbook.MOST_BYTES", 1000)
    with pytest.raises(WorkbookError, match="unpacks to"):
        read_workbook(workbook(tmp_path, {"a": (TABLE, "visible")}))


def test_all_hidden_is_refused(tmp_path):
    # openpyxl writes no such workbook; other programs do
    path = workbook(tmp_path, {"a": (TABLE, "visible")})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    named = parts["xl/workbook.xml"].replace(b'state="visible"', b'state="hidden"')
    assert named != parts["xl/workbook.xml"]
    with zipfile.ZipFile(path, "w") as new:
        for name, content in {**parts, "xl/workbook.xml": named}.items():
            new.writestr(name, content)
    with pytest.raises(WorkbookError, match="every sheet is hidden"):
        read_workbook(path)


def test_a_typed_table_tells_the_problem_with_its_file(tmp_path):
    workbook(tmp_path, {"2019": (TABLE, "visible"), "2020": (TABLE, "visible")})
    table = read_table(tmp_path, "table", ("name", "n"), tmp_path)
    (problem,) = table.problems
    assert problem.file == "table.xlsx" and "2019, 2020" in problem.what and not table.rows


def with_sheet(tmp_path, sheet, extra=()):
    path = workbook(tmp_path, {"a": (TABLE, "visible")})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in {**parts, "xl/worksheets/sheet1.xml": sheet, **dict(extra)}.items():
            new.writestr(name, content)
    return path


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]>"  # fmt: skip
OF_ANOTHER_FILE = b'<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
WORD = b'<row><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'


@pytest.mark.parametrize("prolog", [LAUGHS, OF_ANOTHER_FILE], ids=["laughs", "another file"])
def test_a_workbook_with_entities_is_refused(tmp_path, prolog):
    with pytest.raises(WorkbookError, match=r"sheet1\.xml' has a document type"):
        read_workbook(with_sheet(tmp_path, prolog + HEAD + WORD + END))


def test_a_bomb_is_refused_unread(tmp_path):
    path = with_sheet(tmp_path, HEAD + b"<row>" + b"<c><v>1</v></c>" * 4_000_000 + b"</row>" + END)
    assert path.stat().st_size < 200_000
    with pytest.raises(WorkbookError, match=r"unpacks to \d+ times its size"):
        read_workbook(path)


def test_few_cells_that_lie_far_apart_take_no_room(tmp_path):
    far = b'<row><c r="XFD1"><v>1</v></c></row>'
    with pytest.raises(WorkbookError, match="wider or longer than 40,000,000 cells"):
        read_workbook(with_sheet(tmp_path, HEAD + far * 3_000 + END))


def test_parts_with_paths_are_written_nowhere(tmp_path):
    out = [("../../outside.txt", b"x"), (f"{tmp_path}/outside.txt", b"x")]
    inside = tmp_path / "one" / "two"
    inside.mkdir(parents=True)
    sheet = HEAD + b'<row r="1"><c r="A1"><v>1</v></c></row>' + END
    assert read_workbook(with_sheet(inside, sheet, out)) == [["1"]]
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["table.xlsx"]
