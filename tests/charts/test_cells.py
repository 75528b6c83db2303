"""Cells: a heat map whose cells keep their colours, words and places."""

import pytest
from matplotlib.figure import Figure
from nobody import cells_of

from compare.charts.cells import Cell, draw_cells

CELLS = [
    [Cell("#0b5394", "a", "#ffffff"), Cell("#6fa8dc", "b"), Cell()],
    [Cell("#f0f0f0", slash=True), Cell("#0b5394", "c", "#ffffff"), Cell("#ffffff", "d")],
]


@pytest.mark.parametrize("heights", [None, [1.0, 1.0], [3.0, 1.0]])
def test_cells_stand_where_they_are_given(heights):
    axes = Figure().add_axes((0, 0, 1, 1))
    draw_cells(axes, CELLS, 8, heights)
    assert cells_of(axes) == [[(cell.fill, cell.text) for cell in row] for row in CELLS]
    inks = {text.get_text(): text.get_color() for text in axes.texts}
    assert inks["a"] == inks["c"] == "#ffffff"
    assert inks["b"] == "#1a1a1a"  # on a pale blue
    assert len(axes.lines) == 1
    assert len(axes.get_xticks()) == len(axes.get_yticks()) == 0


def test_rows_are_as_high_as_asked_for():
    axes = Figure(figsize=(1, 1), dpi=100).add_axes((0, 0, 1, 1))
    draw_cells(axes, CELLS, 8, [3.0, 1.0])
    edges = axes.transData.transform([(0, 0), (0, 1), (0, 2)])[:, 1]
    assert edges == pytest.approx([100, 25, 0])
