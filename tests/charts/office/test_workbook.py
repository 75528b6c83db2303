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
