"""Tables as Excel workbooks."""

import io

import openpyxl
import pytest

from compare.charts.office.workbook import workbook


def test_columns_are_as_wide_as_their_text():
    content = workbook({"s": [["a", "年份和口径"], ["b" * 500, "x"]]})
    sheet = openpyxl.load_workbook(io.BytesIO(content))["s"]
    assert sheet.column_dimensions["A"].width == pytest.approx(60, abs=1)
    assert sheet.column_dimensions["B"].width == pytest.approx(12, abs=1)


def test_cells_come_back_as_they_were():
    rows = [["a", "b", "c"], [1, 0.1, "=1+1"], [None, True, ""], [-2.5e-7, 10**12, float("nan")]]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook({"one": rows, "none": []})))["one"]
    assert [*sheet.values] == [
        ("a", "b", "c"), (1, 0.1, "=1+1"), (None, True, None), (-2.5e-7, 10**12, "nan"),
    ]  # fmt: skip
    assert sheet["A1"].font.b and not sheet["B2"].font.b and sheet["B2"].alignment.wrap_text
    assert sheet["C2"].data_type == "s"
