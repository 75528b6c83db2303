"""Compare education indicators between regions, back to the words of the documents.

The contents page, in the order of a figure's journey::

    build, check, verify          data/raw → data/curated
    connect, table, describe      the curated database and its code book
    observations, coverage        what is there, and what can be compared at all
    trace                         one figure's whole journey
    align                         one row per region and indicator for a year and kind
    gaps, rankings, progress      what can be said between regions, and what cannot
    balance_coefficient, …        校际差异系数 from school-level data: balance_table,
                                  school_levels, made_up_schools
    check_parameters, choices     what notebooks may be asked for
    compare.charts                one function per form of chart
    compare.tables                tables for reports
"""

from compare.aligning import align
from compare.balance import (
    balance_coefficient,
    balance_table,
    made_up_schools,
    school_levels,
)
from compare.build import build, check
from compare.curated import (
    connect,
    coverage,
    data_version,
    describe,
    observations,
    region_slug,
    table,
)
from compare.differences import gaps
from compare.errors import CompareError, DataError
from compare.pace import progress
from compare.parameters import check_parameters, choices
from compare.ranking import rankings
from compare.tracing import trace, verify

__all__ = [
    "CompareError",
    "DataError",
    "align",
    "balance_coefficient",
    "balance_table",
    "build",
    "check",
    "check_parameters",
    "choices",
    "connect",
    "coverage",
    "data_version",
    "describe",
    "gaps",
    "made_up_schools",
    "observations",
    "progress",
    "rankings",
    "region_slug",
    "school_levels",
    "table",
    "trace",
    "verify",
]
