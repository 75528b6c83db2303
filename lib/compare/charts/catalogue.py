"""The catalogue: every chart that the curated data supports, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from compare.charts.chart import Chart
from compare.charts.forms.coverage_matrix import coverage_matrix
from compare.charts.forms.dumbbell import dumbbell
from compare.charts.forms.gap_bars import gap_bars
from compare.charts.forms.gap_matrix import gap_matrix
from compare.charts.forms.ranking import ranking
from compare.charts.forms.region_profile import region_profile
from compare.charts.forms.small_multiples import small_multiples
from compare.charts.forms.target_path import target_path
from compare.comparisons.align import align
from compare.comparisons.frames import as_pandas
from compare.comparisons.gaps import gaps
from compare.comparisons.progress import progress
from compare.comparisons.rankings import rankings
from compare.curated.database import coverage, observations, region_slug, table
from compare.wording.words import Lang

_FEW = 2
"""A matrix of two regions says no more than their gap."""


def every_chart(
    lang: Lang = "zh", *, indicators: Sequence[str] | None = None, size: str = "half"
) -> Iterator[Chart]:
    """Yield every chart that the curated data supports.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the words.
    indicators : sequence of str, optional
        Only the charts of these indicators.
    size : {"half", "slide"}
        Size of the charts of one indicator; matrices, themes and profiles take a page
        where the others take half of one.

    Yields
    ------
    Chart
        Themes, then indicators, then regions; keys are unique.
    """
    whole = "slide" if size == "slide" else "page"
    observed = observations()
    benchmarks = table("benchmarks")
    if indicators is None:
        yield coverage_matrix(coverage(), lang=lang, size=whole)
        yield from _themes(observed, lang, whole)
    for name in dict.fromkeys(observed["indicator"]):
        if indicators is None or name in indicators:
            rows = observed[observed["indicator"] == name]
            yield from _of_indicator(rows, benchmarks, lang, size)
    if indicators is None:
        yield from _of_regions(observed, benchmarks, lang, whole)


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
        Any name of the region.

    Examples
    --------
    >>> import compare
    >>> moments_of_region(compare.rankings(compare.align(compare.observations())), "宁波")
    [(2024, 'target')]
    """
    rows = as_pandas(ranked)
    own = rows[(rows["region"] == region_slug(region)) & rows["rank_best"].notna()]
    counted = own.groupby(["year", "kind"])["of"].agg(["size", "max"])
    shared = counted[counted["max"] > 1]
    chosen = shared if len(shared) else counted.nlargest(1, "size")
    return [(int(year), str(kind)) for year, kind in chosen.index]


def _themes(observed: pd.DataFrame, lang: Lang, size: str) -> Iterator[Chart]:
    for theme in dict.fromkeys(observed["theme"]):
        of_theme = observed[observed["theme"] == theme]
        covered = coverage(theme=str(theme))
        yield coverage_matrix(covered, lang=lang, size="half" if size == "page" else size)
        yield small_multiples(of_theme, covered, lang=lang, size=size)


def _of_indicator(
    rows: pd.DataFrame, benchmarks: pd.DataFrame, lang: Lang, size: str
) -> Iterator[Chart]:
    for year, kind in moments(rows):
        aligned = align(rows, year=year, kind=kind)
        ranked = rankings(aligned)
        yield ranking(ranked, benchmarks, lang=lang, size=size)
        if (ranked["of"] > 1).any():
            yield gap_bars(gaps(aligned, to="best"), lang=lang, size=size)
        if ranked["rank_best"].notna().sum() > _FEW:
            yield gap_matrix(gaps(aligned, to="every"), lang=lang, size=size)
    usable = rows[(rows["comparability"] != "proxy") & (rows["use"] == "main")]
    if usable["year"].nunique() > 1 and rows.iloc[0]["unit"] != "year":
        yield target_path(rows, lang=lang, size=size)
    pace = progress(rows)
    if _has_pairs(pace):
        yield dumbbell(pace, lang=lang, size=size)


def _of_regions(
    observed: pd.DataFrame, benchmarks: pd.DataFrame, lang: Lang, size: str
) -> Iterator[Chart]:
    pace = progress(observed)
    for year, kind in _common_moments(observed):
        ranked = rankings(align(observed, year=year, kind=kind))
        for region in dict.fromkeys(ranked["region"]):
            own = ranked[(ranked["region"] == region) & ranked["rank_best"].notna()]
            if len(own):
                yield region_profile(ranked, str(region), benchmarks, lang=lang, size=size)
    for region in dict.fromkeys(pace["region"]):
        shares = pace[(pace["region"] == region) & (pace["unit"] == "percentage points")]
        if _has_pairs(shares):
            yield dumbbell(shares, lang=lang, size=size)


def _common_moments(observed: pd.DataFrame) -> list[Any]:
    """Return the moments that several indicators can be compared for."""
    found = [moment for _, rows in observed.groupby("indicator") for moment in moments(rows)]
    counted = pd.Series(found).value_counts()
    return sorted(moment for moment, times in counted.items() if times > 1)


def _has_pairs(pace: pd.DataFrame) -> bool:
    """Tell whether any region has both an actual and a later target."""
    directed = pace["status"] != "no-direction"
    return bool((pace["current_year"].notna() & (pace["years"] > 0) & directed).any())
