"""Compare education indicators between regions, back to the words of the documents.

The contents page, in the order of a figure's journey::

    build, check, verify          data/raw → data/curated
    changes                       what a build would change now
    connect, table, describe      the curated database and its code book
    observations, coverage        what is there, and what can be compared at all
    trace                         one figure's whole journey
    align                         one row per region and indicator for a year and kind
    gaps, rankings, progress      what can be said between regions, and what cannot
    composite, composite_variants one score from several indicators, with the spread of its ranks
    dispersion                    how unequal the regions are: CV, Gini, Theil
    balance_coefficient, …        校际差异系数 from school-level data: balance_table,
                                  school_levels, made_up_schools
    check_parameters, choices     what notebooks may be asked for
    compare.charts                one function per form of chart
    compare.tables                tables for reports, searchable in JupyterLab
    compare.headlines             the answer of a page in a sentence
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.contents import *  # noqa: F403

__all__ = [
    "CompareError",
    "DataError",
    "align",
    "balance_coefficient",
    "balance_table",
    "build",
    "changes",
    "check",
    "check_parameters",
    "choices",
    "composite",
    "composite_variants",
    "connect",
    "coverage",
    "data_version",
    "describe",
    "dispersion",
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


_SUBPACKAGES = ("charts", "headlines", "tables")


def __getattr__(name: str) -> Any:
    """Import the contents (pandas, polars, duckdb) only when one of them is asked for.

    A report batch with nothing to do, or ``--help``, would wait seconds for them.
    """
    if name in _SUBPACKAGES:
        return importlib.import_module(f"compare.{name}")
    if name in __all__:
        return getattr(importlib.import_module("compare.contents"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_SUBPACKAGES})
