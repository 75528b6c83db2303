"""Subjects: what charts are made about, each with the comparisons that forms may ask for.

A form says itself which subjects it draws: its module has ``of_subject``, which takes a
subject and yields the charts of it, and ``PLACE``, its place among the forms of a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from compare.comparisons.align import align
from compare.comparisons.frames import as_pandas
from compare.comparisons.gaps import gaps
from compare.comparisons.progress import progress
from compare.comparisons.rankings import rankings
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang

Kind = Literal["everything", "theme", "indicator-moment", "indicator", "region-moment", "region"]


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
    region: str = ""
    year: int | None = None
    of: str | None = None

    @cached_property
    def aligned(self) -> pd.DataFrame:
        """The values of the moment, a row for every region."""
        return align(self.observed, year=self.year, kind=self.of, evidence=self.evidence)

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """The ranks of the moment."""
        return rankings(self.aligned)

    @cached_property
    def progress(self) -> pd.DataFrame:
        """The pace that targets need; of a region, its own."""
        rows = progress(self.observed, evidence=self.evidence)
        return rows[rows["region"] == self.region] if self.region else rows

    def gaps(self, to: str) -> pd.DataFrame:
        """The gaps of the moment to a reference."""
        return gaps(self.aligned, to=to, evidence=self.evidence)


def moments(rows: pd.DataFrame) -> list[tuple[int, str]]:
    """Return the years and kinds for which two regions or more can be compared.

    Where there is none, the moment that most regions print stands alone: a chart then says
    that there is nothing to compare with.
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

    Where there is none, the one that it prints most for stands alone.

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
    return [(int(year), str(kind)) for year, kind in chosen.index]


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
    yield Subject("everything", observed, covered, evidence, lang, whole)
    for theme in dict.fromkeys(observed["theme"]):
        of_theme = observed[observed["theme"] == theme]
        known = covered[covered["theme"] == theme]
        yield Subject("theme", of_theme, known, evidence, lang, whole)
    yield from of_indicators(observed, covered, evidence, lang, size)
    for year, kind in _common_moments(observed):
        at_once = Subject(
            "region-moment", observed, covered, evidence, lang, whole, year=year, of=kind
        )
        for region in dict.fromkeys(at_once.ranked["region"]):
            yield Subject(
                "region-moment", observed, covered, evidence, lang, whole, region, year, kind
            )
    for region in dict.fromkeys(evidence.regions["region"]):
        yield Subject("region", observed, covered, evidence, lang, whole, region)


def of_indicators(
    observed: pd.DataFrame, covered: pd.DataFrame, evidence: Evidence, lang: Lang, size: str
) -> Iterator[Subject]:
    """Yield the subjects of :func:`subjects` that are of one indicator."""
    for indicator in dict.fromkeys(observed["indicator"]):
        rows = observed[observed["indicator"] == indicator]
        known = covered[covered["indicator"] == indicator]
        for year, kind in moments(rows):
            yield Subject("indicator-moment", rows, known, evidence, lang, size, year=year, of=kind)
        yield Subject("indicator", rows, known, evidence, lang, size)


def has_pairs(pace: pd.DataFrame) -> bool:
    """Tell whether any region has both an actual and a later target."""
    directed = pace["status"] != "no-direction"
    return bool((pace["current_year"].notna() & (pace["years"] > 0) & directed).any())


def _common_moments(observed: pd.DataFrame) -> list[Any]:
    """Return the moments that several indicators can be compared for."""
    found = [moment for _, rows in observed.groupby("indicator") for moment in moments(rows)]
    counted = pd.Series(found).value_counts()
    return sorted(moment for moment, times in counted.items() if times > 1)
