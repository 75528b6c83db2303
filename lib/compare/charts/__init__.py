"""Charts: one function per form, frame in, :class:`Chart` out.

The forms: coverage_matrix, ranking, dumbbell, gap_bars, gap_matrix, target_path,
region_profile, small_multiples, rank_spread. ``every_chart`` makes all that the curated
data supports.
"""

from compare.charts.catalogue import every_chart
from compare.charts.chart import Chart
from compare.charts.coverage import coverage_matrix
from compare.charts.dumbbell import dumbbell
from compare.charts.gap_bars import gap_bars
from compare.charts.gap_matrix import gap_matrix
from compare.charts.multiples import small_multiples
from compare.charts.profile import region_profile
from compare.charts.rank_spread import rank_spread
from compare.charts.ranking import ranking
from compare.charts.target_path import target_path

__all__ = [
    "Chart",
    "coverage_matrix",
    "dumbbell",
    "every_chart",
    "gap_bars",
    "gap_matrix",
    "rank_spread",
    "ranking",
    "region_profile",
    "small_multiples",
    "target_path",
]
