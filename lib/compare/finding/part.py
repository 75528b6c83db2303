"""A part of some facts: those of the rows of one picture, without comparing anything anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from compare.comparisons.frames import as_pandas
from compare.finding.facts import Facts, restricted, subject_of
from compare.finding.series import Row
from compare.ledger.evidence import Evidence
from compare.ledger.records import values_of

_CONTEST = ("region", "indicator", "year", "kind")


class PartOfFacts(Facts):
    """The facts of some rows: a part of what was compared for all of them at once.

    What is compared region by region, or among all regions of an indicator, a year and a
    kind, is the same in a part as in the whole, if the part holds all of a contest.

    Parameters
    ----------
    whole : Facts
        The facts of all observations.
    rows : pandas.DataFrame
        Some of these observations, with their figures, if they have any.
    about : str or sequence of str, optional
        A region, several regions, an indicator or a theme, by any name.
    """

    def __init__(self, whole: Facts, rows: pd.DataFrame, about: Any = None) -> None:
        self._whole = whole
        self.evidence: Evidence = whole.evidence
        figures = ["figure"] if "figure" in rows and "figure" in whole.everything else []
        self.everything = _among(whole.everything, rows, [*_CONTEST, *figures])
        self.subject = subject_of(self.everything, about, self.evidence)
        self.rows = restricted(self.everything, self.subject)

    @cached_property
    def aligned(self) -> pd.DataFrame:
        """Rows of :func:`compare.align`."""
        return self._kept(self._whole.aligned)

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """Rows of :func:`compare.rankings` among all regions."""
        return self._kept(self._whole.ranked)

    @cached_property
    def limits(self) -> pd.DataFrame:
        """Rows of :func:`compare.gaps` to the benchmarks, of the regions asked about."""
        return self._of_subject(self._kept(self._whole.limits))

    @cached_property
    def paces(self) -> pd.DataFrame:
        """Rows of :func:`compare.progress` of which both ends are among the rows."""
        paces = self._whole.paces
        if paces.empty or self.rows.empty:
            return paces.iloc[:0]
        base, target = (
            _is_among(_ends(paces, stage, kind), self.rows, _CONTEST)
            for stage, kind in (("base", "actual"), ("target", "target"))
        )
        return paces.loc[base & target]

    @cached_property
    def series(self) -> list[list[Row]]:
        """What each source states of each thing: of a whole that plans nothing, nothing."""
        asked = self._whole.subject
        covers = not asked.regions and (not asked.indicators or self.subject.indicators)
        return [] if covers and not self._whole.series else super().series

    @property
    def last_year(self) -> int | None:
        """The last year of which anybody's outcome is known, in the whole."""
        return self._whole.last_year

    @cached_property
    def attained(self) -> pd.DataFrame:
        """Rows of :func:`compare.attainment` of which the target is among the rows."""
        return self._of_targets(self._whole.attained, "target")

    @cached_property
    def revised(self) -> pd.DataFrame:
        """Rows of :func:`compare.revisions` of which the new or the old target is."""
        revised = self._whole.revised
        if revised.empty:
            return revised
        kept = [self._of_targets(revised, stage) for stage in ("target", "previous")]
        return revised.loc[revised.index.isin(kept[0].index.union(kept[1].index))]

    def _of_targets(self, rows: pd.DataFrame, stage: str) -> pd.DataFrame:
        """Return the rows of a comparison of targets of which one end is among the rows."""
        if rows.empty or self.rows.empty:
            return rows.iloc[:0]
        rows = self._of_subject(rows)
        return rows.loc[_is_among(_ends(rows, stage, "target"), self.rows, _CONTEST)]

    def _kept(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows if rows.empty else _among(rows, self.rows, _CONTEST)

    @cached_property
    def parts(self) -> frozenset[tuple[str, str]]:
        """Which region is part of which other one, both among the rows."""
        here = {*self.everything["region"].unique()}
        return frozenset(pair for pair in self._whole.parts if here.issuperset(pair))

    @property
    def _cautions(self) -> dict[tuple[str | None, str], str]:
        return self._whole._cautions

    @property
    def _cautions_between(self) -> frozenset[str]:
        return self._whole._cautions_between


def facts_of(
    observations: Any, about: Any, evidence: Evidence | None, whole: Facts | None
) -> Facts:
    """Return the facts of some observations: a part of those of all, where these are at hand."""
    if whole is None:
        return Facts(observations, about, evidence)
    rows = as_pandas(observations)
    return whole if _is_all_of(whole, rows, about) else PartOfFacts(whole, rows, about)


def _is_all_of(whole: Facts, rows: pd.DataFrame, about: Any) -> bool:
    """Tell whether rows and a subject are all that facts speak of, and theirs."""
    if len(rows) != len(whole.everything) or "figure" not in rows or rows["figure"].isna().any():
        return False
    asked = whole.subject
    if asked.indicators is None or asked.regions:
        return False
    if about is not None and subject_of(whole.everything, about, whole.evidence) != asked:
        return False
    return set(values_of(rows["figure"])) == set(values_of(whole.everything["figure"]))


def _among(every: pd.DataFrame, rows: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Return the rows of one frame whose keys another frame has too."""
    kept = every["indicator"].isin(rows["indicator"].unique()).to_numpy(copy=True)
    kept[kept] = _is_among(every[[*keys]].loc[kept], rows, keys)
    return every.loc[kept]


def _ends(rows: pd.DataFrame, stage: str, kind: str) -> pd.DataFrame:
    """Return the contests of one end of comparisons."""
    return rows[["region", "indicator"]].assign(year=rows[f"{stage}_year"], kind=kind)


def _is_among(every: pd.DataFrame, rows: pd.DataFrame, keys: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which rows of one frame have keys that another has; of nothing, there is one sort."""
    numbers = np.zeros(len(every) + len(rows), dtype=np.int64)
    for key in keys:  # numbers for both: fast for few rows, and for millions
        cells = pd.concat([every[key], rows[key]])
        own, kinds = pd.factorize(cells, use_na_sentinel=False)
        numbers, _ = pd.factorize(numbers * len(kinds) + own)
    return np.isin(numbers[: len(every)], numbers[len(every) :])
