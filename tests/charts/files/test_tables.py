"""The data of a chart as tables: read again by what readers use."""

import csv
import io
import re
import zipfile

import openpyxl
import pandas as pd
import pytest
from handmade import NASTY, hand_made, mixed_frame

import compare
from compare import charts
from compare.charts.files.tables import csv_of, xlsx_of


@pytest.fixture(scope="module")
def balance(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        covered = compare.coverage(theme="balance")
        yield charts.coverage_matrix(covered, evidence=compare.evidence(), size="half")


def test_csv_is_clean_and_harmless():
    text = csv_of(hand_made(data=mixed_frame()))
    assert text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert header == ["label", "value", "sure", "maybe", "count", "day", "'=name"]
    assert [row[0] for row in rows] == [
        "'=1+1",
        "<script>alert(1)</script>",
        "'+cmd",
        "'@SUM(A1)",
        "https://example.org",
        "0012",
    ]
    assert [row[1] for row in rows] == ["0.1", "2", "", "-3.5", "100000000000000000000", "inf"]
    assert [row[2] for row in rows][:2] == ["true", "false"]
    assert [row[3] for row in rows][:3] == ["true", "", "false"]
    assert [row[4] for row in rows][:3] == ["1", "", "3"]
    assert [row[5] for row in rows][:3] == ["2022-05-18", "", "2023-03-27"]
    assert "nan" not in text.lower().replace("finance", "")
    assert "np." not in text


def test_a_real_chart_s_csv_holds_every_row(balance):
    rows = list(csv.DictReader(io.StringIO(csv_of(balance).removeprefix("\ufeff"))))
    assert len(rows) == len(balance.data)
    assert list(rows[0]) == list(balance.data.columns)
    assert [row["indicator"] for row in rows] == list(balance.data["indicator"])


@pytest.mark.parametrize(
    ("lang", "sheets", "parts"),
    [
        ("zh", ["数据", "来源"], ["项目", "标题", "副标题", "注", "来源", "图意"]),
        ("en", ["Data", "Source"], ["Part", "Title", "Subtitle", "Note", "Source", "Picture"]),
    ],
)
def test_a_workbook_holds_the_data_and_the_words(lang, sheets, parts):
    chart = hand_made(data=mixed_frame(), lang=lang)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(chart)))
    assert book.sheetnames == sheets
    data, words = (book[name] for name in sheets)
    assert [cell.value for cell in data["A"]] == ["label", *NASTY]
    assert [cell.value for cell in data["B"]][1:] == [0.1, 2, None, -3.5, 1e20, "inf"]
    assert [cell.value for cell in data["C"]][1:3] == [True, False]
    assert [cell.value for cell in data["D"]][1:3] == [True, None]
    assert [cell.value for cell in data["F"]][1:3] == ["2022-05-18", None]
    assert data["G1"].value == "=name"
    assert data["G5"].value == "de"  # a character that no XML holds is left out
    assert [cell.value for cell in words["A"]] == parts
    said = [cell.value for cell in words["B"]][1:]
    assert said == ["宁波领先", "2025年目标", None, "来源:《规划》", chart.alt]


def test_nothing_in_a_workbook_is_a_formula_or_a_link():
    content = xlsx_of(hand_made(data=mixed_frame()))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert all(cell.hyperlink is None for cell in cells)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets"):
                assert not re.search(rb"<f[ >/]", package.read(name))


def test_a_real_chart_s_workbook_is_read_back_as_it_was(balance):
    read = pd.read_excel(io.BytesIO(xlsx_of(balance)), dtype=str, keep_default_na=False)
    assert len(read.columns) == len(balance.data.columns)
    assert list(read["指标"]) == list(balance.data["indicator"])
    assert list(read["有数值的年份"]) == list(balance.data["years"].fillna(""))


@pytest.mark.parametrize(("lang", "heads"), [("zh", ["指标", "own"]), ("en", ["Indicator", "own"])])
def test_heads_of_a_workbook_are_in_the_language_of_its_chart(lang, heads):
    chart = hand_made(data=pd.DataFrame({"indicator": ["a"], "own": [1]}), lang=lang)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(chart))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == heads


def test_an_empty_frame_is_saved_too():
    chart = hand_made(data=pd.DataFrame({"a": [], "b": []}))
    assert csv_of(chart) == "\ufeffa,b\n"
    assert openpyxl.load_workbook(io.BytesIO(xlsx_of(chart)))["数据"].max_row == 1
