"""Facts: the rows that findings are made of, compared once for all kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd
import polars as pl

from compare.comparisons.align import align, observed_rows
from compare.comparisons.attainment import attainment
from compare.comparisons.comparability import parts_of
from compare.comparisons.gaps import gaps
from compare.comparisons.progress import progress
from compare.comparisons.rankings import rankings
from compare.comparisons.revisions import revisions
from compare.errors import FrameError, unknown
from compare.finding.kept import kept
from compare.finding.rows import known_rows, region_key
from compare.finding.series import Row, series_of
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import grouped, records, values_of
from compare.wording.catalogue import LANGUAGES


@dataclass(frozen=True)
class Subject:
    """Whom or what findings are asked about; by default everything.

    Attributes
    ----------
    regions : tuple of str
        Keys of regions: of one, its findings; of several, those between them.
    indicators : tuple of str, optional
        Keys of indicators.
    """

    regions: tuple[str, ...] = ()
    indicators: tuple[str, ...] | None = None

    @property
    def region(self) -> str | None:
        """The one region that is asked about."""
        return self.regions[0] if len(self.regions) == 1 else None

    def has(self, region: str) -> bool:
        """Tell whether a region is asked about."""
        return not self.regions or region in self.regions


MOVED_TO = "moved_to"
"""The year that a target which a newer document has put off is for now."""


class Facts:
    """Observations and what is known beside them, restricted to a subject.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : str or sequence of str, optional
        A region, several regions, an indicator or a theme, by any name.
    evidence : Evidence, optional
        What is known beside the rows.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        In place of the column direction.

    Attributes
    ----------
    everything : pandas.DataFrame
        All observations.
    rows : pandas.DataFrame
        The observations of the subject's indicators, of all regions.
    subject : Subject
        Whom or what is asked about.
    evidence : Evidence
        What is known beside them.
    year : int, optional
        The one year whose targets are asked about.
    """

    year: int | None = None

    def __init__(
        self,
        observations: Any,
        about: Any = None,
        evidence: Evidence | None = None,
        direction: str | Mapping[str, str] | None = None,
    ) -> None:
        rows, self.evidence = known_rows(observed_rows(observations, direction=direction), evidence)
        self.everything = rows
        self.subject = subject_of(rows, about, self.evidence)
        self.rows = restricted(rows, self.subject)

    def of_rows_alone(self) -> Facts:
        """Restrict what is said to the indicators of the rows: no label of a source's own."""
        every = tuple(self.rows["indicator"].unique())
        if self.subject.indicators is None:
            self.subject = replace(self.subject, indicators=every)
            self._found.clear()
        return self

    def once(self, kind: str, of: Callable[[Facts], Iterator[Finding]]) -> list[Finding]:
        """Return the findings of a kind: a lead, a title and a table ask for the same."""
        if kind not in self._found:
            self._found[kind] = list(of(self))
        return self._found[kind]

    @cached_property
    def _found(self) -> dict[str, list[Finding]]:
        return {}

    @cached_property
    def doubted(self) -> frozenset[str]:
        """The figures that do not agree with others of their own source, as a reader wrote down."""
        asked = [figure_ids([cell]) for cell in self.evidence.inconsistencies["figures"]]
        of_one = [names for names in asked if len({name.split("/")[0] for name in names}) == 1]
        return frozenset(name for names in of_one for name in names)

    @cached_property
    def main(self) -> pd.DataFrame:
        """The observations that count: one per region, indicator, year and kind."""
        return self.with_words(self.rows[self.rows["use"] == "main"])

    @cached_property
    def main_rows(self) -> list[Row]:
        """The observations that count, one by one."""
        return records(self.main)

    @cached_property
    def main_targets(self) -> list[Row]:
        """The targets among them, one by one."""
        return records(self.main[self.main["kind"] == "target"])  # of thousands few are targets

    @cached_property
    def main_of(self) -> dict[tuple[str, str], list[Row]]:
        """The observations that count, by region and indicator."""
        return grouped(self.main_rows, "region", "indicator")

    @cached_property
    def aligned(self) -> pd.DataFrame:
        """Rows of :func:`compare.align`, each with the quality of its figure."""
        if self.main.empty:
            return pd.DataFrame()
        aligned = align(self.main, evidence=self.evidence)
        return self.with_words(known_rows(aligned, self.evidence)[0])

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """Rows of :func:`compare.rankings` among the regions asked about, or all."""
        rows = self.aligned
        if len(rows) and len(self.subject.regions) > 1:
            rows = rows[rows["region"].isin(self.subject.regions)]
        return rankings(rows) if len(rows) else pd.DataFrame()

    @cached_property
    def limits(self) -> pd.DataFrame:
        """Rows of :func:`compare.gaps` to the benchmarks, of the regions asked about."""
        rows = self._of_subject(self.aligned)
        known = self.evidence.benchmarks["indicator"].dropna()
        if rows.empty or not rows["indicator"].isin(known).any():
            return pd.DataFrame()
        return self.with_words(gaps(rows, to="benchmark", evidence=self.evidence))

    @cached_property
    def paces(self) -> pd.DataFrame:
        """Rows of :func:`compare.progress` that have a way to go, with names."""
        if not (self.main["kind"] == "target").any():
            return pd.DataFrame()
        made = progress(self.main, evidence=self.evidence)
        return self.named(made[made["status"] == "to-go"])

    @cached_property
    def attained(self) -> pd.DataFrame:
        """Rows of :func:`compare.attainment` of the regions asked about, with names."""
        rows = self._of_subject(self.main)
        if rows.empty or not (self.main["kind"] == "target").any():
            return rows.head(0)
        made = attainment(rows, evidence=self.evidence)
        return self.named(self.with_words(made, "target_figure"))

    @cached_property
    def judged_targets(self) -> set[str]:
        """The targets of the regions asked about whose outcome is known, by figure."""
        rows = self.attained
        if rows.empty:
            return set()
        return set(rows.loc[rows["verdict"] != "no-outcome", "target_figure"])

    @cached_property
    def revised(self) -> pd.DataFrame:
        """Rows of :func:`compare.revisions` of the regions and indicators asked about."""
        rows = self._of_subject(self.everything)
        several = rows.groupby("region")["document"].nunique() > 1
        rows = rows[rows["region"].isin(several.index[several])]
        if rows.empty or not (rows["kind"] == "target").any():
            return rows.head(0)
        try:
            made = revisions(rows, evidence=self.evidence)
        except FrameError:  # nothing says which of its documents is newer: there is no cycle
            return rows.head(0)
        return made[made["indicator"].isin(set(self.rows["indicator"]))]

    @cached_property
    def postponed(self) -> pd.DataFrame:
        """Those of them whose target a newer document has put off."""
        made = self.revised
        return made if made.empty else made[made["change"] == "postponed"]

    @cached_property
    def put_off(self) -> pd.DataFrame:
        """These targets as they were stated, with the year that is meant now in ``moved_to``."""
        moved = self.postponed
        targets = self.everything[self.everything["kind"] == "target"]
        if moved.empty:
            return targets.head(0)
        keys = ["region", "indicator", "scope", "document", "year"]  # a figure may be of several
        old = moved.assign(
            document=moved["previous_document"], year=moved["previous_year"],
            **{MOVED_TO: moved["target_year"]},
        )  # fmt: skip
        return targets.merge(old[[*keys, MOVED_TO]], on=keys)

    @cached_property
    def last_year(self) -> int | None:
        """The last year of which anybody's outcome is known: a target of it has come due."""
        limits = self.evidence.benchmarks
        known = [
            *self.everything.loc[self.everything["kind"] == "actual", "year"],
            *limits.loc[limits["kind"] == "actual", "year"].dropna(),
        ]
        return int(max(known)) if known else None

    @cached_property
    def latest(self) -> dict[tuple[str, str], int]:
        """The last year of which an outcome is known, by region and indicator."""
        main = self.main
        known = main[(main["kind"] == "actual") & (main["comparability"] != "proxy")]
        years = known.groupby(["region", "indicator"])["year"].max()
        return {(str(key[0]), str(key[1])): int(year) for key, year in years.items()}

    def gone(self, year: Any) -> bool:
        """Tell whether a year that was planned for has gone by: outcomes of it are known."""
        return self.last_year is not None and not pd.isna(year) and int(year) <= self.last_year

    @cached_property
    def series(self) -> list[list[Row]]:
        """What each source states of each thing, from its base to its targets."""
        regions = self.subject.regions or tuple(self.rows["region"].unique())
        of_indicators = self.subject.indicators is not None
        told = series_of(self.rows, regions, self.evidence, aligned_alone=of_indicators)
        return [[self.told(row) for row in rows] for rows in told]

    @cached_property
    def parts(self) -> frozenset[tuple[str, str]]:
        """Which region is part of which other one: pairs of a part and its whole."""
        names = self.everything[["region", "parent", "adcode"]].drop_duplicates()
        regions = pl.from_pandas(names.astype("string")).lazy()
        pairs = parts_of(regions).collect()
        return frozenset(zip(pairs["_part"].to_list(), pairs["_whole_region"].to_list(),
                             strict=True))  # fmt: skip

    def caution(self, indicator: str | None, lang: str, *, compared: bool = True) -> str:
        """Return what must be said beside the numbers of an indicator.

        Of one region's by themselves nothing is said of how regions differ.
        """
        if not compared and indicator in self._cautions_between:
            return ""
        return self._cautions.get((indicator, lang), "")

    def with_words(self, rows: pd.DataFrame, of: str = "figure") -> pd.DataFrame:
        """Add what was printed, whether in words alone, and what it says of every year."""
        figures = values_of(rows[of])  # a column of texts is slow from cell to cell
        cells = self.evidence.said_of(figures, ("printed", "worded", "every_year"))
        kept = [self._levels_kept.get(str(figure)) for figure in figures]
        return rows.assign(**cells, kept=kept)

    def told(self, row: Row) -> Row:
        """Return a row with what is known of the level that it asks to keep."""
        return {**row, "kept": self._levels_kept.get(str(row["figure"]))}

    @cached_property
    def _levels_kept(self) -> dict[str, str]:
        rows = self.everything
        if not (rows["kind"] == "target").any():
            return {}
        return kept(rows, self.evidence.words(rows["figure"]))

    def named(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Name what comparisons leave unnamed: as the observations do, else as is known."""
        cells = {
            f"{key}_{lang}": [names.get(name) for name in values_of(rows[key])]
            for (key, lang), names in self._own_names.items()
        }
        return self.evidence.named(rows.assign(**cells))

    @cached_property
    def _own_names(self) -> dict[tuple[str, str], dict[Any, Any]]:
        """What the observations call each region and indicator, by its key."""
        names: dict[tuple[str, str], dict[Any, Any]] = {}
        for key in ("region", "indicator"):
            first = self.everything.drop_duplicates(key)
            for lang in LANGUAGES:
                pairs = zip(values_of(first[key]), values_of(first[f"{key}_{lang}"]), strict=True)
                names[key, lang] = dict(pairs)
        return names

    def _of_subject(self, rows: pd.DataFrame) -> pd.DataFrame:
        if rows.empty or not self.subject.regions:
            return rows
        return rows[rows["region"].isin(self.subject.regions)]

    @cached_property
    def _cautions(self) -> dict[tuple[str | None, str], str]:
        known = self.evidence.indicators
        return {
            (row["indicator"], lang): row[column]
            for row in records(known)
            for lang, column in (("zh", "caution"), ("en", "caution_en"))
            if isinstance(row[column], str)
        }

    @cached_property
    def _cautions_between(self) -> frozenset[str]:
        """The indicators whose caution tells how regions differ."""
        known = self.evidence.indicators
        return frozenset(known.loc[known["caution_between"].eq(True), "indicator"])


def subject_of(rows: pd.DataFrame, about: Any, evidence: Evidence) -> Subject:
    """Return the subject that ``about`` names: any name of regions, an indicator, a theme."""
    if about is None:
        return Subject()
    if not isinstance(about, str):
        keys = [_region(rows, name, evidence) for name in _several(about)]
        return Subject(regions=tuple(dict.fromkeys(keys)))
    indicators = _indicators(rows, about) or _indicators(evidence.indicators, about)
    if indicators:
        return Subject(indicators=indicators)
    return Subject(regions=(_region(rows, about, evidence),))


def _several(about: Any) -> list[str]:
    names = list(about) if isinstance(about, Sequence) else []
    if not names or not all(isinstance(name, str) for name in names):
        raise unknown("about", about, ["a region", "regions", "an indicator", "a theme"])
    return names


def _indicators(rows: pd.DataFrame, name: str) -> tuple[str, ...]:
    """Return the indicators of that key or name, or of the theme of that key or name."""
    columns = (
        "indicator", "indicator_zh", "indicator_en", "name_zh", "name_en", "theme", "theme_zh",
        "theme_en",
    )  # fmt: skip
    for column in columns:
        if column in rows and (found := rows.loc[rows[column] == name, "indicator"]).size:
            return tuple(found.unique())
    return ()


def _region(rows: pd.DataFrame, name: str, evidence: Evidence) -> str:
    return region_key("about", name, (rows,), evidence)


def restricted(rows: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Return the rows of the indicators asked about, or that the regions asked about have."""
    if subject.indicators is not None:
        return rows[rows["indicator"].isin(subject.indicators)]
    if subject.regions:
        own = rows.loc[rows["region"].isin(subject.regions), "indicator"]
        return rows[rows["indicator"].isin(own)]
    return rows
