"""The workbook inside an Office chart, with the numbers that it draws."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.chart.chart import Chart as OfficeChart

from compare.charts.office.workbook import Cell, workbook


def hold_data(office: OfficeChart, rows: Sequence[Sequence[Cell]]) -> None:
    """Put the numbers inside, where python-pptx would let text begin a formula."""
    office.part.chart_workbook.update_from_xlsx_blob(workbook({"Sheet1": rows}))
