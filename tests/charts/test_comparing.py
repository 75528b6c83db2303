"""A chart exists when it shows a comparison: the one rule, and what of it the catalogue makes."""

from collections import Counter

import pandas as pd
import pytest
from nobody import stated

import compare
from compare import charts
from compare.charts.comparing import compared_indicators, rows_compare, shows_comparison
from compare.finding.changes import ONE_SIDED
from compare.ledger.evidence import Evidence

NOTHING = Evidence()


@pytest.fixture
def made(default_set, project):
    return default_set("zh")


def ends_of(rows, *names):
    return set(zip(*(rows[name].fillna(float("inf")) for name in names), strict=True))


def compares(chart, evidence):
    """Tell, from the rows alone and in other words than the rule's, that values differ."""
    rows = chart.data
    if "verdict" in rows:
        gaps = rows[rows["verdict"].isin(["ahead", "behind"])]
        return len(gaps) > 0
    if "current_lo" in rows:
        pairs = rows[~rows["status"].isin(ONE_SIDED)]
        current = ends_of(pairs, "current_lo", "current_hi")
        return len(pairs) > 0 and current != ends_of(pairs, "target_lo", "target_hi")
    there = rows[(rows["lo"].notna() | rows["hi"].notna()) & (rows["comparability"] != "proxy")]
    referred = there["indicator"].isin(evidence.benchmarks["indicator"]).any()
    several = there.groupby("indicator").apply(lambda own: len(ends_of(own, "lo", "hi")) > 1)
    return bool(several.any() or referred)


def test_the_default_set_is_of_comparisons_alone(made):
    assert len(made) >= 40 and max(Counter(chart.form for chart in made).values()) <= 40
    assert not [chart.key for chart in made if not compares(chart, compare.evidence())]
    assert "coverage_matrix" not in Counter(chart.form for chart in made)


def test_every_panel_of_small_multiples_compares(made):
    for chart in made:
        if chart.form == "small_multiples":
            names = compared_indicators(chart.data, compare.evidence())
            assert names == list(dict.fromkeys(chart.data["indicator"]))


def ranking(rows):
    return charts.ranking(compare.rankings(rows))


def ways(*values):
    kinds = ["actual", "target"][: len(values)]
    rows = [("one", 2020 + 5 * place, kind) for place, kind in enumerate(kinds)]
    frame = pd.DataFrame(rows, columns=["region", "year", "kind"]).assign(value=values)
    frame = frame.assign(indicator="share", lo=frame["value"], hi=frame["value"])
    return compare.progress(frame.assign(direction="higher"))


def changes(*values):
    return charts.dumbbell(ways(*values))


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda: ranking(stated(one=1.0, other=2.0)), True),
        (lambda: ranking(stated(one=1.0)), False),
        (lambda: ranking(stated(one=0.0, other=0.0)), False),
        (lambda: ranking(stated(one=1.0, other=2.0).assign(value=None, lo=None, hi=None)), False),
        (lambda: ranking(stated(one=1.0, other=1.0).assign(value=None, lo=None)), False),
        (lambda: ranking(stated(one=1.0, other=1.0).assign(value=None, hi=None)), False),
        (lambda: charts.gap_bars(compare.gaps(stated(one=1.0, other=2.0), to="one")), True),
        (lambda: charts.gap_bars(compare.gaps(stated(one=0.0, other=0.0), to="one")), False),
        (lambda: charts.gap_matrix(compare.gaps(bounds(), to="every")), False),
        (lambda: changes(1.0, 2.0), True),
        (lambda: changes(1.0, 1.0), False),
        (lambda: charts.target_path(stated(one=1.0, other=2.0)), True),
        (lambda: charts.target_path(stated(one=1.0)), False),
        (lambda: charts.small_multiples(stated(one=1.0, other=1.0)), False),
    ],
)
def test_one_value_or_nothing_between_values_is_no_chart(make, shown):
    assert shows_comparison(make(), NOTHING) == shown


def test_an_outcome_without_a_target_is_no_way():
    assert rows_compare(ways(1.0, 2.0), NOTHING)
    assert not rows_compare(ways(1.0), NOTHING)


def test_who_is_alone_in_every_year_is_ranked_beside_nobody():
    one, other = stated(one=1.0), stated(other=2.0)
    ranks = compare.rankings(pd.concat([one, other.assign(year=other["year"] + 1)]))
    assert not rows_compare(ranks, NOTHING)


def bounds():
    """Return values of which nobody can say which one is greater."""
    return stated(one=1.0, other=2.0).assign(value=None, hi=9.0)


def test_one_value_beside_a_reference_is_a_chart():
    limits = pd.DataFrame(
        [{"benchmark": "own", "indicator": "share", "scope": "national", "year": 2030,
          "kind": "actual", "comparator": "=", "value": 4.0}]
    )  # fmt: skip
    known = Evidence(benchmarks=limits)
    assert shows_comparison(ranking(stated(one=1.0)), known)
    assert compared_indicators(charts.target_path(stated(one=1.0)).data, known) == ["share"]
    earlier = Evidence(benchmarks=limits.assign(year=2029))
    assert not shows_comparison(ranking(stated(one=1.0)), earlier)
