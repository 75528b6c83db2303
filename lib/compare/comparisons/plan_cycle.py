"""A made-up plan cycle, to learn from: two plans of a county, and the bulletins that followed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from compare.relations import Frame, as_frame


def made_up_cycle(*, frame: Frame = "pandas") -> Any:
    """Return the made-up plan cycle that examples use: no such county, plan or bulletin exists.

    One county's plan for 2025 with what a bulletin of 2026 says of it (met, missed, not to be
    decided, to be kept every year, a ceiling for each county), and its next plan; another's
    plan for 2030, on its way (on the straight line, behind it, nothing known).

    Parameters
    ----------
    frame : {"pandas", "polars", "duckdb"}
        The kind of frame to return.

    Returns
    -------
    frame
        One row per target and outcome: region, indicator, indicator_zh, unit, direction,
        document with its series and day of issue, kind, year, base_year, comparator, value,
        lo, hi, scope and every_year.

    Examples
    --------
    >>> import compare
    >>> cycle = compare.made_up_cycle()
    >>> compare.attainment(cycle)["verdict"].value_counts().to_dict()
    {'no-outcome': 4, 'missed': 2, 'behind-pace': 1, 'met': 1, 'on-pace': 1, 'not-decided': 1}
    >>> compare.revisions(cycle)["change"].value_counts().to_dict()
    {'dropped': 3, 'postponed': 1, 'raised': 1}
    """
    path = Path(__file__).with_name("examples") / "plan-cycle-made-up.csv"
    return as_frame(duckdb.connect().read_csv(str(path)), frame)
