"""Subjects: what charts are made about, each with the comparisons that forms may ask for.

A form says itself which subjects it draws: its module has ``of_subject``, which takes a
subject and yields the charts of it, and ``PLACE``, its place among the forms of a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from compare.comparisons.align import align
from compare.comparisons.frames import as_pandas
from compare.comparisons.gaps import gaps
from compare.comparisons.progress import progress
from compare.comparisons.rankings import rankings
from compare.finding.facts import Facts
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang

Kind = Literal["everything", "theme", "indicator-moment", "indicator", "region-moment", "region"]


class Comparisons:
    """The comparisons of all observations, each made once however many charts ask for it.

    Parameters
    ----------
    observed : pandas.DataFrame
        Rows of :func:`compare.observations`.
    evidence : Evidence
        What is known beside them.
    """

    def __init__(self, observed: pd.DataFrame, evidence: Evidence) -> None:
        self._observed, self._evidence = observed, evidence
        self._made: dict[tuple[object, ...], pd.DataFrame] = {}

    def aligned(self, year: int | None, kind: str | None) -> pd.DataFrame:
        """Return the values of a moment, a row for every region and indicator."""
        return self._once(
            ("aligned", year, kind),
            lambda: align(self._observed, year=year, kind=kind, evidence=self._evidence),
        )

    def ranked(self, year: int | None, kind: str | None) -> pd.DataFrame:
        """Return the ranks of a moment."""
        return self._once(("ranked", year, kind), lambda: rankings(self.aligned(year, kind)))

    def gaps(self, year: int | None, kind: str | None, to: str) -> pd.DataFrame:
        """Return the gaps of a moment to a reference."""
        return self._once(
            ("gaps", year, kind, to),
            lambda: gaps(self.aligned(year, kind), to=to, evidence=self._evidence),
        )

    @property
    def progress(self) -> pd.DataFrame:
        """The pace that targets need."""
        return self._once(("progress",), lambda: progress(self._observed, evidence=self._evidence))

    @cached_property
    def facts(self) -> Facts:
        """All observations, compared for what titles say."""
        return Facts(self._observed, None, self._evidence)

    def _once(self, key: tuple[object, ...], make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]


@dataclass(frozen=True, eq=False)
class Subject:
    """What a chart may be about.

    Attributes
    ----------
    kind : str
        everything; a theme; an indicator, or one at a moment; a region, or one at a moment.
    observed : pandas.DataFrame
        Rows of :func:`compare.observations` that belong to it. Of a region, those of all
        regions, for it stands among them.
    covered : pandas.DataFrame
        Rows of :func:`compare.coverage` that belong to it.
    evidence : Evidence
        Names, looks, quotes, sources, references.
    lang : {"zh", "en"}
        Language of its charts.
    size : {"half", "page", "slide"}
        Size of its charts.
    comparisons : Comparisons
        The comparisons of all observations.
    region : str
        The region, for one of a region.
    year : int, optional
        The year of a moment.
    of : str, optional
        The kind of a moment: actual or target.
    """

    kind: Kind
    observed: pd.DataFrame
    covered: pd.DataFrame
    evidence: Evidence
    lang: Lang
    size: str
    comparisons: Comparisons
    region: str = ""
    year: int | None = None
    of: str | None = None

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """The ranks of the moment, a row for every region."""
        return self._own(self.comparisons.ranked(self.year, self.of))

    @cached_property
    def progress(self) -> pd.DataFrame:
        """The pace that targets need; of a region, its own."""
        return self._of_region(self._own(self.comparisons.progress))

    @cached_property
    def attained(self) -> pd.DataFrame:
        """What became of targets; of a region, of its own."""
        return self._of_region(self._own(self.comparisons.facts.attained))

    @cached_property
    def revised(self) -> pd.DataFrame:
        """What newer documents ask otherwise; of a region, its own."""
        return self._of_region(self._own(self.comparisons.facts.revised))

    @property
    def facts(self) -> Facts:
        """All observations, compared for what titles say."""
        return self.comparisons.facts

    def gaps(self, to: str) -> pd.DataFrame:
        """The gaps of the moment to a reference."""
        return self._own(self.comparisons.gaps(self.year, self.of, to))

    def _of_region(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["region"] == self.region] if self.region else rows

    def _own(self, rows: pd.DataFrame) -> pd.DataFrame:
        own = rows[rows["indicator"].isin(self.observed["indicator"].unique())]
        return own.reset_index(drop=True)


def moments(rows: pd.DataFrame) -> list[tuple[int, str]]:
    """Return the years and kinds for which two regions or more can be compared.

    Where there is none, the moment that most regions print stands alone: its values may be
    compared with a reference.
    """
    usable = rows[(rows["comparability"] != "proxy") & (rows["use"] == "main")]
    counted = usable.groupby(["year", "kind"])["region"].nunique()
    shared = [moment for moment, regions in counted.items() if regions > 1]
    if shared or counted.empty:
        return [(int(year), str(kind)) for year, kind in shared]
    year, kind = counted.idxmax()
    return [(int(year), str(kind))]


def moments_of_region(ranked: Any, region: str) -> list[tuple[int, str]]:
    """Return the years and kinds in which a region can be compared with another.

    Of a series of years that are about as full, the last comes first. Where there is none, the
    one that it prints most for stands alone.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    region : str
        The region, as the rows name it.

    Examples
    --------
    >>> import compare
    >>> moments_of_region(compare.rankings(compare.align(compare.observations())), "ningbo")
    [(2024, 'target')]
    """
    rows = as_pandas(ranked)
    own = rows[(rows["region"] == region) & rows["rank_best"].notna()]
    counted = own.groupby(["year", "kind"])["of"].agg(["size", "max"])
    shared = counted[counted["max"] > 1]
    chosen = shared if len(shared) else counted.nlargest(1, "size")
    first = _last_alike(chosen)
    listed = [first, *(moment for moment in chosen.index if moment != first)]
    return [(int(year), str(kind)) for year, kind in listed] if len(chosen) else []


_AS_MUCH = 0.8
"""A later year comes first where it has about as many indicators and regions as the fullest."""


def _last_alike(counted: pd.DataFrame) -> Any:
    """Return the last year of outcomes that is about as full as any; else the first moment.

    Full of indicators before full of regions: a year that lacks one region of five is no
    less news than the one before, one that lacks half of the indicators is.
    """
    if counted.empty or counted.index[0][1] != "actual":
        return counted.index[0] if len(counted) else None
    full = counted[counted.index.get_level_values("kind") == "actual"]
    for column in counted:
        full = full[full[column] >= full[column].max() * _AS_MUCH]
    return full.index[-1]


def subjects(
    observed: pd.DataFrame, covered: pd.DataFrame, evidence: Evidence, lang: Lang, size: str
) -> Iterator[Subject]:
    """Yield every subject of some observations: all, themes, indicators, regions.

    Parameters
    ----------
    observed, covered : pandas.DataFrame
        Rows of :func:`compare.observations` and :func:`compare.coverage`.
    evidence : Evidence
        What is known beside them.
    lang : {"zh", "en"}
        Language.
    size : {"half", "slide"}
        Size of the charts of one indicator; the others take a page where these take half.
    """
    whole = "slide" if size == "slide" else "page"
    made = Comparisons(observed, evidence)
    everything = Subject("everything", observed, covered, evidence, lang, whole, made)
    yield everything
    for theme in dict.fromkeys(observed["theme"]):
        of_theme = observed[observed["theme"] == theme]
        known = covered[covered["theme"] == theme]
        yield replace(everything, kind="theme", observed=of_theme, covered=known)
    for indicator in dict.fromkeys(observed["indicator"]):
        rows = observed[observed["indicator"] == indicator]
        known = covered[covered["indicator"] == indicator]
        one = replace(everything, kind="indicator", observed=rows, covered=known, size=size)
        for year, kind in moments(rows):
            yield replace(one, kind="indicator-moment", year=year, of=kind)
        yield one
    for year, kind in _common_moments(observed):
        for region in dict.fromkeys(made.ranked(year, kind)["region"]):
            yield replace(everything, kind="region-moment", region=region, year=year, of=kind)
    for region in dict.fromkeys(evidence.regions["region"]):
        yield replace(everything, kind="region", region=region)


def has_pairs(pace: pd.DataFrame) -> bool:
    """Tell whether any region has both an actual and a later target."""
    directed = pace["status"] != "no-direction"
    return bool((pace["current_year"].notna() & (pace["years"] > 0) & directed).any())


def _common_moments(observed: pd.DataFrame) -> list[Any]:
    """Return the moments that several indicators can be compared for."""
    found = [moment for _, rows in observed.groupby("indicator") for moment in moments(rows)]
    counted = pd.Series(found).value_counts()
    return sorted(moment for moment, times in counted.items() if times > 1)
