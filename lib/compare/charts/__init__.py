"""Charts: one function per form, frame in, :class:`Chart` out.

The forms: coverage_matrix, ranking, dumbbell, gap_bars, gap_matrix, target_path,
region_profile, small_multiples, rank_spread. ``every_chart`` makes all that the curated
data supports.
"""

from compare.charts.catalogue import every_chart
from compare.charts.chart import Chart
from compare.charts.forms.coverage_matrix import coverage_matrix
from compare.charts.forms.dumbbell import dumbbell
from compare.charts.forms.gap_bars import gap_bars
from compare.charts.forms.gap_matrix import gap_matrix
from compare.charts.forms.rank_spread import rank_spread
from compare.charts.forms.ranking import ranking
from compare.charts.forms.region_profile import region_profile
from compare.charts.forms.small_multiples import small_multiples
from compare.charts.forms.target_path import target_path

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
