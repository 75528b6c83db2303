"""Every form of chart, of made-up regions."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

import compare
from compare import charts
from compare.charts.catalogue import charts_of
from compare.charts.chart import Chart
from compare.charts.subjects import subjects
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import LANGUAGES, Lang

INDICATORS = ("alpha", "beta")


def made_up(count: int, names: list[str] | None = None) -> pd.DataFrame:
    """Return actuals of two years and a target, of some regions in two indicators."""
    chance = random.Random(count)
    rows = []
    for region in names or [f"region{place:02}" for place in range(count)]:
        for indicator in INDICATORS:
            first = round(chance.uniform(20, 60), 1)
            last, goal = round(first + chance.uniform(1, 9), 1), round(first + 20, 1)
            for year, kind, value in (
                (2020, "actual", first),
                (2022, "actual", last),
                (2025, "target", goal),
            ):
                rows.append((region, indicator, year, kind, value))
    frame = pd.DataFrame(rows, columns=["region", "indicator", "year", "kind", "value"])
    return frame.assign(lo=frame["value"], hi=frame["value"], unit="%", direction="higher")


def two_editions(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the targets of some rows, and those of a newer plan that asks for more."""
    targets = rows[rows["kind"] == "target"].assign(document="plan-1", edition=1)
    added = {name: targets[name] + 5 for name in ("value", "lo", "hi")}
    newer = targets.assign(document="plan-2", edition=2, year=targets["year"] + 5, **added)
    return pd.concat([targets, newer], ignore_index=True)


def covered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return which region states which indicator in which years."""
    years = rows.groupby(["region", "indicator", "kind"], sort=False)["year"].agg(
        lambda of: " ".join(str(year) for year in of)
    )
    return years.rename("years").reset_index().assign(status="observed", comparability="exact")


def in_both_languages(
    observed: pd.DataFrame,
    covered: pd.DataFrame,
    known: Evidence,
    indicators: Sequence[str] | None = None,
) -> dict[Lang, list[Chart]]:
    """Return every chart in each language: as for the page, what is compared serves both."""
    if indicators is not None:
        observed = observed[observed["indicator"].isin(indicators)]
    every = [
        one
        for one in subjects(observed, covered, known, "zh", "half")
        if indicators is None or one.kind.startswith("indicator")
    ]
    return {
        lang: [chart for one in every for chart in charts_of(replace(one, lang=lang))]
        for lang in LANGUAGES
    }


def makers(rows: pd.DataFrame, **options: str) -> Iterator[Callable[[], Chart]]:
    """Yield what makes a chart of each form; options are those of all, lang and size."""
    region, indicator = rows["region"].iloc[0], rows["indicator"].iloc[0]
    one = rows[rows["indicator"] == indicator]
    aligned = compare.align(rows, year=2022, kind="actual")
    of_one = aligned[aligned["indicator"] == indicator]
    ranked = compare.rankings(aligned)
    whole = dict.fromkeys(rows["indicator"].unique(), (0.0, 100.0))
    yield lambda: charts.ranking(ranked[ranked["indicator"] == indicator], **options)
    yield lambda: charts.gap_bars(compare.gaps(of_one, to=region), **options)
    yield lambda: charts.gap_matrix(compare.gaps(of_one, to="every"), **options)
    yield lambda: charts.dumbbell(compare.progress(one), **options)
    yield lambda: charts.dumbbell(compare.progress(rows[rows["region"] == region]), **options)
    yield lambda: charts.target_path(one, **options)
    yield lambda: charts.small_multiples(rows, **options)
    yield lambda: charts.coverage_matrix(covered(rows), **options)
    yield lambda: charts.region_profile(ranked, region, **options)
    attained = compare.attainment(rows)
    yield lambda: charts.attainment_board(attained, **options)
    yield lambda: charts.bullet(attained[attained["indicator"] == indicator], **options)
    yield lambda: charts.bullet(attained[attained["region"] == region], **options)
    yield lambda: charts.revision_dumbbell(compare.revisions(two_editions(one)), **options)
    yield lambda: charts.rank_spread(
        compare.composite(aligned, goalposts=whole),
        compare.composite_variants(aligned, goalposts=whole),
        **options,
    )


def every_form(rows: pd.DataFrame, **options: str) -> Iterator[Chart]:
    """Yield a chart of every form; options are those of all, lang and size."""
    for make in makers(rows, **options):
        yield make()
