"""What makes a picture: a comparison, and nothing less. The one rule, for every form.

A chart exists when it shows values that differ and may be compared: of two regions at one
moment, of one region at two, of a region and a reference. One value, 0 against 0, or pairs
that nobody can decide are a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from compare.charts.boundary import usable
from compare.charts.chart import Chart
from compare.finding.changes import ONE_SIDED
from compare.finding.gaps import DECIDED
from compare.finding.kinds.attainment import JUDGED
from compare.ledger.evidence import Evidence


def shows_comparison(chart: Chart, evidence: Evidence) -> bool:
    """Tell whether the rows that a chart draws hold a comparison.

    Parameters
    ----------
    chart : Chart
        The chart; its rows are read, not its form.
    evidence : Evidence
        Benchmarks.
    """
    return rows_compare(chart.data, evidence)


def rows_compare(rows: pd.DataFrame, evidence: Evidence) -> bool:
    """Tell the same of rows that a chart would draw, before anything is made of them."""
    for column, holds in _RULES.items():
        if column in rows:
            return holds(rows, evidence)
    return bool(compared_indicators(rows, evidence))


def compared_indicators(rows: pd.DataFrame, evidence: Evidence) -> list[str]:
    """Return the indicators of which observations can be compared, in their order."""
    there = usable(rows)
    there = there[there["lo"].notna() | there["hi"].notna()]
    return [
        str(name)
        for name, group in there.groupby("indicator", sort=False)
        if any(_differ(at) for _, at in group.groupby(["year", "kind"]))
        or any(_differ(own) for _, own in group.groupby("region"))
        or _has_reference(group, evidence)
    ]


def _differ(rows: pd.DataFrame) -> bool:
    """Tell whether values, as intervals, are not all the same one."""
    ends = zip(rows["lo"].fillna(-float("inf")), rows["hi"].fillna(float("inf")), strict=True)
    return len(set(ends)) > 1


def _has_reference(rows: pd.DataFrame, evidence: Evidence) -> bool:
    """Tell whether there is a benchmark for the moment of any value, or one for all."""
    keys = ["indicator", "year", "kind", *(["adcode"] if "adcode" in rows else [])]
    moments = rows[keys].drop_duplicates().itertuples(index=False)
    return any(
        evidence.benchmarks_of(str(indicator), int(year), str(kind), *place)
        for indicator, year, kind, *place in moments
    )


def _ranks(rows: pd.DataFrame, evidence: Evidence) -> bool:
    there = rows[rows["lo"].notna() | rows["hi"].notna()]
    ranked = there[there["rank_best"].notna() & (there["of"] > 1)]
    unranked = there[there["direction"] == "neutral"]
    return (
        any(_differ(group) for _, group in ranked.groupby("indicator"))
        or any(_differ(group) for _, group in unranked.groupby("indicator"))
        or _has_reference(there, evidence)
    )


def _gaps(rows: pd.DataFrame, _: Evidence) -> bool:
    decided = rows[rows["verdict"].isin(DECIDED) & (rows["region"] != rows["reference"])]
    return bool(((decided["gap_lo"] != 0) | (decided["gap_hi"] != 0)).any())


def _changes(rows: pd.DataFrame, _: Evidence) -> bool:
    both = rows[~rows["status"].isin(ONE_SIDED)]
    ends = [both[[f"{stage}_lo", f"{stage}_hi"]] for stage in ("current", "target")]
    current, target = (end.fillna(float("inf")).to_numpy() for end in ends)
    return bool((current != target).any())


def _judged(rows: pd.DataFrame, _: Evidence) -> bool:
    return bool(rows["verdict"].isin(JUDGED).any())


def _revised(rows: pd.DataFrame, _: Evidence) -> bool:
    """What moves by its year alone stands at one place: a sentence says it."""
    told = rows[rows["change"].isin(REVISED)]
    old, new = (
        told[[f"{stage}_lo", f"{stage}_hi"]].fillna(float("inf")).to_numpy()
        for stage in ("previous", "target")
    )
    return bool((old != new).any())


REVISED = ("raised", "lowered", "postponed", "advanced", "changed")
"""Changes that put an old target beside a new one."""


def _composite(rows: pd.DataFrame, _: Evidence) -> bool:
    return int(rows["rank"].notna().sum()) > 1


def _states(_: pd.DataFrame, __: Evidence) -> bool:
    """Coverage tells what is stated, not how values compare: a page of its own has it."""
    return False


_RULES: Mapping[str, Callable[[pd.DataFrame, Evidence], bool]] = {
    "variants": _composite,
    "rank_best": _ranks,
    "met_year": _judged,
    "met_when_set": _revised,
    "verdict": _gaps,
    "current_lo": _changes,
    "comparable_years": _states,
}
"""By a column that tells the sort of rows; a composite has ranks too, and comes first."""
