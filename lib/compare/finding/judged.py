"""Judged targets as facts: rows of attainment or of revisions, and nothing compared anew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from compare.finding.facts import Facts, restricted, subject_of
from compare.finding.kinds.tally import is_open
from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence
from compare.ledger.records import records

_KINDS: Mapping[str, str] = {
    "base": "actual", "outcome": "actual", "known": "actual", "previous": "target",
    "target": "target",
}  # fmt: skip
"""What stands at each end of a judged target."""

_OF_BOTH = (
    "region", "region_zh", "region_en", "adcode", "indicator", "indicator_zh", "indicator_en",
    "theme", "theme_zh", "theme_en", "unit", "direction", "scope", "comparability",
)  # fmt: skip


class JudgedFacts(Facts):
    """The facts of rows of :func:`compare.attainment` or of :func:`compare.revisions`.

    Parameters
    ----------
    judged : pandas.DataFrame
        Such rows, named.
    about : str or sequence of str, optional
        A region, several regions, an indicator or a theme, by any name.
    evidence : Evidence, optional
        What is known beside the rows.
    """

    def __init__(
        self, judged: pd.DataFrame, about: Any = None, evidence: Evidence | None = None
    ) -> None:
        self._judged = judged.rename(columns={"target_scope": "scope"}).assign(
            target_scope=judged.get("target_scope")
        )
        rows, self.evidence = known_rows(ends_of(self._judged, evidence), evidence)
        self.everything = rows
        self.subject = subject_of(rows, about, self.evidence)
        self.rows = restricted(rows, self.subject)

    @cached_property
    def attained(self) -> pd.DataFrame:
        """The rows, if they are those of an attainment."""
        return self._judged if "met_year" in self._judged else self._judged.head(0)

    @cached_property
    def revised(self) -> pd.DataFrame:
        """The rows, if they are those of revisions."""
        return self._judged if "met_when_set" in self._judged else self._judged.head(0)


def states_of(attained: pd.DataFrame, evidence: Evidence, facts: Facts | None = None) -> pd.Series:
    """Return what became of targets: their verdicts, and ``open`` where they are not due yet.

    Of a date of which is known only that it had not come earlier, the outcome is not known.

    Parameters
    ----------
    attained : pandas.DataFrame
        Rows of :func:`compare.attainment`.
    evidence : Evidence
        Benchmarks, of which the last outcome is as new as any.
    facts : Facts, optional
        Facts of all observations, which know the last year of any outcome.
    """
    last = _last_year(attained, evidence) if facts is None else facts.last_year
    due = attained["target_year"] <= (last or 0)
    waiting = pd.Series([is_open(row) for row in records(attained)], attained.index, dtype=bool)
    verdicts = attained["verdict"].mask(waiting, "no-outcome")
    return verdicts.where((verdicts != "no-outcome") | due, "open")


def _last_year(rows: pd.DataFrame, known: Evidence) -> int | None:
    limits = known.benchmarks
    years = [*rows["outcome_year"], *rows["base_year"]]
    years += [*limits.loc[limits["kind"] == "actual", "year"]]
    return max((int(year) for year in years if not pd.isna(year)), default=None)


def ends_of(judged: pd.DataFrame, evidence: Evidence | None = None) -> pd.DataFrame:
    """Return the ends of judged targets as the observations that they are, each once.

    Parameters
    ----------
    judged : pandas.DataFrame
        Rows of :func:`compare.attainment` or of :func:`compare.revisions`.
    evidence : Evidence, optional
        How each figure was aligned: its grade, and how an outcome is meant.
    """
    own = [name for name in _OF_BOTH if name in judged]
    parts = []
    for stage, kind in _KINDS.items():
        if f"{stage}_year" not in judged:
            continue
        names = {
            f"{stage}_{name}": name
            for name in ("year", "value", "lo", "hi", "comparator", "figure", "document")
            if f"{stage}_{name}" in judged
        }
        part = judged[[*own, *names]].rename(columns=names).assign(kind=kind)
        if stage == "target" and "document" in judged:
            part["document"] = judged["document"]
        parts.append(part[part["year"].notna()])
    ends = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    ends = ends.astype({"year": int})
    keys = ["region", "indicator", "year", "kind", "value", "lo", "hi"]
    keys += [name for name in ("document", "scope") if name in ends]
    return _graded(ends.drop_duplicates([name for name in keys if name in ends]), evidence)


def _graded(ends: pd.DataFrame, evidence: Evidence | None) -> pd.DataFrame:
    """Add what is known of each figure: its grade, and the sign that it is printed with."""
    rows = records(ends)
    known = [
        {} if evidence is None
        else evidence.judgement(str(row.get("figure")), row["indicator"]) or {}
        for row in rows
    ]  # fmt: skip
    pairs = list(zip(rows, known, strict=True))
    grades = [seen.get("comparability") or _text(row, "comparability") for row, seen in pairs]
    signs = [_text(row, "comparator") or seen.get("comparator") for row, seen in pairs]
    graded = ends.assign(comparability=[grade or "exact" for grade in grades], comparator=signs)
    return _with_signs(graded)


def _text(row: Mapping[Any, Any], name: str) -> str | None:
    cell = row.get(name)
    return cell if isinstance(cell, str) else None


def _with_signs(ends: pd.DataFrame) -> pd.DataFrame:
    """Say of an end that nobody graded what its interval says; and what is about so much."""
    if not {"lo", "hi"} <= set(ends):
        ends = ends.assign(lo=ends["value"], hi=ends["value"])
    lo, hi = ends["lo"], ends["hi"]
    signs = pd.Series("range", index=ends.index).mask(hi.isna(), ">=").mask(lo.isna(), "<=")
    signs = signs.mask(lo == hi, "=")
    comparator = ends["comparator"].where(ends["comparator"].notna(), signs)
    value = ends["value"].where(ends["value"].notna(), lo.where(lo.notna(), hi))
    return ends.assign(comparator=comparator, value=value, approximate=comparator == "~")
