"""Kept: whether the level that a target asks for is known to have been there before.

A text asks to keep what nobody has seen reached, and asks to reach what is there already; a
sentence says what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.ledger.records import Record, grouped, records
from compare.wording.values import KEEP, KEEP_IN_TEXT


def kept(rows: pd.DataFrame, stated: Mapping[str, Record]) -> dict[str, str]:
    """Return how targets are told that ask to keep a level, or that stand at it already.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations, of every year and kind.
    stated : mapping
        What was printed for each figure; ``every_year`` among it.

    Returns
    -------
    dict
        By figure: ``keep`` where the level is known to have been there, ``keep-in-text`` where
        only the text speaks of keeping.
    """
    told = {}
    levels = rows[[name for name in rows if name in _NEEDED]][rows["unit"] != "year"]
    aimed = levels.loc[levels["kind"] == "target", "indicator"].unique()
    levels = levels[levels["indicator"].isin(aimed)]  # of many outcomes without a plan, nothing
    for alike in grouped(records(levels), "region", "indicator").values():
        for row in alike:
            if row["kind"] != "target":
                continue
            asks = stated.get(str(row["figure"]), {}).get("every_year") == KEEP
            before = [other for other in alike if other["year"] < row["year"]]
            if asks and not any(_reaches(other, row) for other in before):
                told[str(row["figure"])] = KEEP_IN_TEXT
            elif asks or any(_stood_at(other, row) for other in before):
                told[str(row["figure"])] = KEEP
    return told


_NEEDED = frozenset((
    "region", "indicator", "year", "kind", "comparator", "lo", "hi", "figure",
))  # fmt: skip


def _reaches(earlier: Record, target: Record) -> bool:
    """Tell whether an earlier value, or target, surely lies where a target is to be kept."""
    if pd.isna(target["lo"]):
        return bool(earlier["hi"] <= target["hi"])
    return bool(earlier["lo"] >= target["lo"])


def reached_before(target: Record, known: Iterable[Record]) -> Record | None:
    """Return the newest earlier outcome of a region that surely reached a target of its own.

    Parameters
    ----------
    target : dict
        A target: comparator, lo, hi, year and direction.
    known : iterable of dict
        Observations of the same region and indicator.
    """
    earlier = [
        row
        for row in known
        if row["kind"] == "actual"
        and row["year"] < target["year"]
        and row["comparability"] == target["comparability"]
        and (row.get(BREAK) is True) == (target.get(BREAK) is True)  # else of another concept
    ]
    end, sign = ("hi", -1) if target["direction"] == "lower" else ("lo", 1)
    if not earlier or pd.isna(target[end]):
        return None
    last = max(earlier, key=lambda row: int(row["year"]))
    beyond = sign * (last[end] - target[end])
    strict = target["comparator"] in (">", "<") and last["comparator"] != target["comparator"]
    return last if beyond > 0 or (beyond == 0 and not strict) else None


def _stood_at(earlier: Record, target: Record) -> bool:
    """Tell whether an outcome was the very number that a target names."""
    ends = (earlier["lo"], earlier["hi"], target["lo"], target["hi"])
    exact = earlier["comparator"] == target["comparator"] == "="
    return earlier["kind"] == "actual" and exact and len({*ends}) == 1
