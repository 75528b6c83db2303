"""What makes a picture: a comparison, and nothing less. The one rule, for every form.

A chart exists when it shows values that differ and may be compared: of two regions at one
moment, of one region at two, of a region and a reference. One value, 0 against 0, or pairs
that nobody can decide are a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from compare.charts.boundary import usable
from compare.charts.chart import Chart
from compare.finding.changes import ONE_SIDED
from compare.finding.gaps import DECIDED
from compare.finding.kinds.attainment import JUDGED
from compare.ledger.evidence import Evidence
from compare.ledger.records import Record, grouped, records
from compare.wording.values import is_missing


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
    there = _with_values(usable(_needed(rows)))
    return [
        str(name)
        for (name,), of_one in grouped(there, "indicator").items()
        if _any_differ(of_one, "year", "kind")
        or _any_differ(of_one, "region")
        or _has_reference(of_one, evidence)
    ]


def _needed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that tell whether values compare: to read the others takes its time."""
    return rows.reindex(columns=_NEEDED)


_NEEDED = [
    "region", "indicator", "year", "kind", "adcode", "lo", "hi", "use", "comparability",
    "direction", "rank_best", "of",
]  # fmt: skip


def _with_values(rows: pd.DataFrame) -> list[Record]:
    return records(rows[rows["lo"].notna() | rows["hi"].notna()])


def _any_differ(rows: Iterable[Record], *keys: str) -> bool:
    """Tell whether in any group values, as intervals, are not all the same one."""
    groups = grouped(rows, *keys).items()
    return any(len({*map(_ends, group)}) > 1 for key, group in groups if None not in key)


def _ends(row: Record) -> tuple[float, float]:
    lo, hi = row["lo"], row["hi"]
    return -_UNBOUNDED if is_missing(lo) else lo, _UNBOUNDED if is_missing(hi) else hi


_UNBOUNDED = float("inf")


def _has_reference(rows: Iterable[Record], evidence: Evidence) -> bool:
    """Tell whether there is a benchmark for the moment of any value, or one for all."""
    moments = grouped(rows, "indicator", "year", "kind", "adcode")
    return any(
        evidence.benchmarks_of(str(indicator), int(year), str(kind), adcode)
        for indicator, year, kind, adcode in moments
    )


def _ranks(rows: pd.DataFrame, evidence: Evidence) -> bool:
    there = _with_values(_needed(rows))
    ranked = [row for row in there if not is_missing(row["rank_best"]) and (row["of"] or 0) > 1]
    unranked = [row for row in there if row["direction"] == "neutral"]
    return (
        _any_differ(ranked, "indicator")
        or _any_differ(unranked, "indicator")
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
