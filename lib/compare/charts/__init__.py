"""Charts: one function per form, frame in, :class:`Chart` out."""

from compare.charts.chart import Chart
from compare.charts.coverage import coverage_matrix
from compare.charts.multiples import small_multiples

__all__ = ["Chart", "coverage_matrix", "small_multiples"]
