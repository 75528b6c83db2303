import csv
import datetime
import io
import os

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ledger.read import decode, looks_like_date, read_table

COLUMNS = ["name", "value"]
RECORDS = [["name", "value"], ["入学率", "99.7"], ["", ""], ["甲,乙", "1~2"]]


def as_csv(records, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(records)
    return out.getvalue()


def as_xlsx(records):
    workbook = openpyxl.Workbook()
    for number, record in enumerate(records, start=1):
        for column, cell in enumerate(record, start=1):
            workbook.active.cell(number, column, cell)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(folder, data=None, ending="csv"):
    if data is not None:
        (folder / f"t.{ending}").write_bytes(data)
    return read_table(folder, "t", COLUMNS, folder.parent)


def messages(table):
    return [str(problem) for problem in table.problems]


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (as_csv(RECORDS).encode("utf-8"), "csv"),
        (as_csv(RECORDS).encode("utf-8-sig"), "csv"),
        (as_csv(RECORDS).encode("gb18030"), "csv"),
        (as_csv(RECORDS, delimiter="\t").encode("utf-16"), "csv"),
        (b"\xfe\xff" + as_csv(RECORDS).encode("utf-16-be"), "csv"),
        (as_csv(RECORDS, lineterminator="\n").encode("utf-8"), "csv"),
        (as_csv(RECORDS, quoting=csv.QUOTE_ALL).encode("utf-8"), "csv"),
        (as_csv([[*record, "", ""] for record in RECORDS]).encode("utf-8"), "csv"),
        (as_xlsx(RECORDS), "xlsx"),
        (as_xlsx([["name", "value"], ["入学率", 99.7], [], [" 甲,乙 ", "1~2"]]), "xlsx"),
    ],
    ids=[
        "utf-8",
        "bom",
        "gb18030",
        "utf-16",
        "utf-16-be",
        "lf",
        "quoted",
        "empty columns",
        "xlsx",
        "xlsx typed",
    ],
)
def test_a_table_reads_alike_however_a_spreadsheet_saves_it(tmp_path, data, ending):
    table = read(tmp_path, data, ending)
    assert table.problems == []
    assert [(row.number, list(row.cells.items())) for row in table.rows] == [
        (2, [("name", "入学率"), ("value", "99.7")]),
        (4, [("name", "甲,乙"), ("value", "1~2")]),
    ]
    assert table.rows[0].file == f"{tmp_path.name}/t.{ending}"


def test_the_csv_wins_over_the_xlsx(tmp_path):
    (tmp_path / "t.xlsx").write_bytes(as_xlsx([COLUMNS, ["x", "from xlsx"]]))
    table = read(tmp_path, as_csv([COLUMNS, ["x", "from csv"]]).encode())
    assert [row.cells["value"] for row in table.rows] == ["from csv"]


def test_the_cells_of_a_workbook_become_the_text_that_it_shows(tmp_path):
    date = datetime.date(2024, 2, 3)
    moment = datetime.datetime(2024, 2, 3, 12, 30)
    cells = [99.7, 2025.0, 2025, True, date, moment, None, "文"]
    data = as_xlsx([COLUMNS, *[["x", cell] for cell in cells]])
    shown = [row.cells["value"] for row in read(tmp_path, data, "xlsx").rows]
    assert shown == ["99.7", "2025", "2025", "true", "2024-02-03", "2024-02-03", "", "文"]


def test_rows_are_numbered_as_in_a_spreadsheet(tmp_path):
    data = b'name,value\r\n"two\r\nlines",1\r\n\r\n,\r\nx,2\r\n'
    assert [(row.number, row.cells["value"]) for row in read(tmp_path, data).rows] == [
        (2, "1"),
        (5, "2"),
    ]


def test_missing_cells_at_the_end_of_a_row_are_empty(tmp_path):
    (row,) = read(tmp_path, b"name,value\nx\n").rows
    assert row.cells == {"name": "x", "value": ""}


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"name\nx\n", ":1: value:", "the column is missing"),
        (b"name,value,more\n", ":1: more:", "the column is unknown"),
        (b"name,value,name\n", ":1: name:", "the column is there twice"),
        (b"name,value\nx,1\ny,1,2,3\n", ":3:", "4 cells under 2 columns, from '2'"),
        (b"", ":", "the file is empty"),
        (b"\xef\xbb\xbf", ":", "the file is empty"),
        (b" , \n,,\n", ":", "the file is empty"),
        (
            b"name,value\n\xff\xff,1\n",
            ":",
            "the text is neither UTF-8, UTF-16 nor GB18030 (byte 11)",
        ),
        (b'name,value\n"x,1\n', ":", "the file cannot be read"),
        ("name,value\nx".encode("utf-16")[:-1], ":", "the text is neither UTF-8, UTF-16 nor GB"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path, data, place, said):
    table = read(tmp_path, data)
    (message,) = messages(table)
    assert message.startswith(f"{tmp_path.name}/t.csv{place} {said}")
    assert "; allowed: " in message
    assert "; do: " in message


def test_a_missing_file_is_a_problem_that_names_its_columns(tmp_path):
    (message,) = messages(read(tmp_path))
    assert message == (
        f"{tmp_path.name}/t.csv: the file is missing; allowed: name, value; "
        "do: create it, with these columns in its first row"
    )


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path):
    (tmp_path / "t.csv").mkdir()
    assert len(read(tmp_path).problems) == 1


def test_every_problem_of_a_header_is_reported_at_once(tmp_path):
    said = messages(read(tmp_path, b"name,vlaue,more,more\n"))
    assert len(said) == 5
    assert {m.split(" ")[1] for m in said} == {"value:", "vlaue:", "more:"}


def test_a_header_without_any_of_the_columns_is_one_problem(tmp_path):
    (message,) = messages(read(tmp_path, b"a,b,c,d\n1,2,3,4\n"))
    assert "none of the columns is there; the first row holds 'a', 'b', 'c' …" in message


@pytest.mark.parametrize("separator", [";", "\t", "，", "；", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_separates_the_cells_is_told_by_the_header(tmp_path, separator, encoding):
    text = f"name{separator}value\n入学率{separator}99.7\n"
    (row,) = read(tmp_path, text.encode(encoding)).rows
    assert row.cells == {"name": "入学率", "value": "99.7"}


def test_separators_in_the_text_of_cells_separate_nothing(tmp_path):
    text = "name,value\n甲，乙，丙；丁|戊,a;b;c\n"
    (row,) = read(tmp_path, text.encode()).rows
    assert row.cells == {"name": "甲，乙，丙；丁|戊", "value": "a;b;c"}


def test_a_text_saved_under_the_name_of_a_workbook_is_read(tmp_path):
    (row,) = read(tmp_path, "name\tvalue\n入学率\t99.7\n".encode("gb18030"), "xlsx").rows
    assert row.cells == {"name": "入学率", "value": "99.7"}


def test_a_workbook_of_the_old_kind_is_refused_with_what_to_do(tmp_path):
    (message,) = messages(read(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1", "xlsx"))
    assert "the file is a workbook of the old kind (.xls)" in message and "as .xlsx" in message


TITLED = [["某县学校情况", "", ""], ["", "", ""], ["name", "value", ""], ["入学率", "99.7", ""]]


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (as_csv(TITLED).encode(), "csv"),
        (as_csv([["某县学校情况，2023，年"], *TITLED[1:]], delimiter=";").encode(), "csv"),
        (as_xlsx(TITLED), "xlsx"),
    ],
)
def test_a_title_above_the_header_is_one_problem(tmp_path, data, ending):
    (message,) = messages(read(tmp_path, data, ending))
    assert message.startswith(
        f"{tmp_path.name}/t.{ending}:3: the header stands in row 3, below '某县学校情况"
    )
    assert message.endswith("allowed: the header in row 1; do: remove the 2 rows above it")


def test_empty_rows_above_the_header_are_one_problem(tmp_path):
    (message,) = messages(read(tmp_path, b",\n\nname,value\nx,1\n"))
    assert "the header stands in row 3, below empty rows" in message


def test_a_row_separated_otherwise_than_the_header_is_one_problem(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "t.csv").write_text("a,b,c\n1,2,3\n4;5;6\n")
    table = read_table(folder, "t", ["a", "b", "c"], tmp_path)
    assert len(table.rows) == 1
    assert "3: the row is separated by a semicolon, the header is not" in str(table.problems[0])


def test_hidden_rows_and_columns_are_read_like_the_others(tmp_path):
    workbook = openpyxl.load_workbook(io.BytesIO(as_xlsx([COLUMNS, ["x", "1"], ["y", "2"]])))
    workbook.active.row_dimensions[2].hidden = True
    workbook.active.column_dimensions["B"].hidden = True
    workbook.save(tmp_path / "t.xlsx")
    assert [row.cells["value"] for row in read(tmp_path).rows] == ["1", "2"]


def test_a_row_with_too_many_cells_does_not_hide_the_others(tmp_path):
    table = read(tmp_path, b"name,value\nx,1,2\ny,2\n")
    assert [row.number for row in table.rows] == [3]
    assert [problem.row for problem in table.problems] == [2]


@pytest.mark.parametrize(
    "cell",
    ["2月3日", "2024年2月3日", "2-Mar", "Mar-24", "2024-02-03", "2024/2/3", "2024-02-03 00:00:00"],
)
def test_what_a_spreadsheet_makes_of_a_number_looks_like_a_date(cell):
    assert looks_like_date(cell)


@pytest.mark.parametrize("cell", ["99.7", "2-3", "1/3", "2024", "2:4", "2020年", "三月", ""])
def test_what_documents_print_does_not_look_like_a_date(cell):
    assert not looks_like_date(cell)


@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"])))  # what means something
def test_text_is_decoded_from_each_encoding(text):
    assert decode(text.encode("utf-8-sig")) == text
    assert decode(("数" + text).encode("gb18030")) == "数" + text
    assert decode(text.encode("utf-16")) == text


@given(st.binary() | st.binary().map(lambda data: b"name,value\n" + data))
def test_whatever_bytes_a_csv_holds_the_result_is_rows_or_problems(tmp_path, data):
    table = read(tmp_path, data)
    assert table.rows or table.problems or data.startswith(b"name,value")


@given(st.binary() | st.integers(0, 4000).map(lambda size: as_xlsx(RECORDS)[:size]))
def test_whatever_bytes_an_xlsx_holds_the_result_is_one_problem(tmp_path, data):
    assert len(read(tmp_path, data, "xlsx").problems) == 1


@given(st.dictionaries(st.floats(0, 1, exclude_max=True), st.integers(0, 255), min_size=1))
def test_a_damaged_xlsx_gives_rows_or_problems(tmp_path, damage):
    data = bytearray(as_xlsx(RECORDS))
    for place, byte in damage.items():
        data[int(place * len(data))] = byte
    table = read(tmp_path, bytes(data), "xlsx")
    assert table.rows or table.problems


@given(st.lists(st.lists(st.text(), max_size=4)))
def test_whatever_a_csv_row_holds_it_is_a_row_a_problem_or_empty(tmp_path, records):
    table = read(tmp_path, as_csv([COLUMNS, *records]).encode("utf-8"))
    filled = [n for n, cells in enumerate(records, start=2) if any(c.strip() for c in cells)]
    assert sorted([row.number for row in table.rows] + [p.row for p in table.problems]) == filled


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    "make", [getattr(os, "mkfifo", None), lambda path: path.symlink_to("/dev/zero")]
)
def test_what_may_never_end_is_refused_unread(tmp_path, make):
    make(tmp_path / "table.csv")
    (problem,) = read_table(tmp_path, "table", COLUMNS, tmp_path).problems
    assert (problem.what, problem.allowed) == ("the file is a pipe or a device", "an ordinary file")


sheet_cells = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]))
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
    | st.dates(datetime.date(1900, 3, 1))
    | st.datetimes(datetime.datetime(1900, 3, 1))
    | st.times()
)


@given(st.lists(st.lists(sheet_cells, max_size=4), max_size=5))
def test_whatever_a_workbook_holds_the_result_is_rows_or_problems(tmp_path, records):
    table = read(tmp_path, as_xlsx([COLUMNS, *records]), "xlsx")
    for row in table.rows:
        assert all(isinstance(cell, str) for cell in row.cells.values())
    assert {p.row for p in table.problems}.isdisjoint(row.number for row in table.rows)
