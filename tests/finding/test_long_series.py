"""Long series of many regions: a page opens with the last year that is as full as the others."""

import pandas as pd
import pytest

import compare
from compare import charts, finding
from compare.charts.subjects import moments_of_region
from compare.ledger.evidence import Evidence

REGIONS, YEARS = 9, range(2018, 2022)


@pytest.fixture(scope="module")
def series():
    return pd.DataFrame([
        {"region": f"r{place}", "indicator": "rate", "year": year, "kind": "actual", "unit": "%",
         "value": 60.0 + place * (2022 - year), "direction": "higher"}
        for place in range(REGIONS)
        for year in YEARS
    ])  # fmt: skip


def test_the_lead_is_of_the_last_year_though_others_lie_further_apart(series):
    lead = finding.lead(series, about="rate", lang="en")
    assert "2021" in lead.text and "2018" not in lead.text


def test_a_last_year_of_few_regions_takes_no_place(series):
    few = series[(series["year"] < 2021) | series["region"].isin(["r0", "r1"])]
    lead = finding.lead(few, about="rate", lang="en")
    assert "2020" in lead.text


def test_of_a_year_that_is_asked_for_a_page_finds_what_is_of_it_alone(series):
    two = series[series["region"].isin(["r0", "r1"])]
    assert {*finding.lead(two).findings["year"]} == {*YEARS}
    assert {*finding.lead(two, year=2019).findings["year"]} == {2019}


def test_the_profile_of_a_region_is_of_the_last_year(series):
    ranked = compare.rankings(compare.align(series))
    assert moments_of_region(ranked, "r3")[0] == (2021, "actual")


def test_of_equal_weights_the_newest_outcome_stands_first():
    years = range(2000, 2021)
    values = {"a": 50.0, "b": 20.0, "c": 80.0}
    rows = pd.DataFrame(
        [(region, year, value + year % 7) for year in years for region, value in values.items()],
        columns=["region", "year", "value"],
    ).assign(indicator="x", kind="actual", unit="%", direction="higher")
    for about in (None, "a", ["a", "b"], "x"):
        found = compare.findings(rows, about=about)
        assert (found["weight"].diff().dropna() <= 0).all()
        newest = found.sort_values(["weight", "year"], ascending=False, kind="stable")
        assert found["year"].tolist() == newest["year"].tolist()
        assert found["year"].iloc[0] == 2020
    assert "2020" in finding.lead(rows, about="a", lang="en").lead


LED = pd.DataFrame(
    [("W", 2015, 111.4), ("W", 2016, 105.2), ("W", 2017, 101.2),
     ("N", 2015, 83.6), ("N", 2016, 109.3), ("N", 2017, 107.6)],
    columns=["region", "year", "value"],
).assign(indicator="x", kind="actual", unit="%", direction="higher")  # fmt: skip
"""Once W led by far; by less, N leads since."""


@pytest.mark.parametrize("about", [None, "N", ["N", "W"], "x"])
def test_by_how_much_one_led_years_ago_opens_nothing(about):
    found = compare.findings(LED, about=about, kinds=["versus-region"])
    assert found["year"].tolist() == [2017, 2016, 2015]
    assert (found["weight"].diff().dropna() <= 0).all()
    assert "2017" in finding.lead(LED, about=about, lang="en").lead
    assert "2017" in charts.small_multiples(LED, lang="en").words.title


def test_an_older_year_of_more_regions_has_no_later_one_in_its_place():
    more = LED[LED["year"] == 2015].assign(region=["A", "B"], value=[20.0, 30.0])
    found = compare.findings(pd.concat([LED, more]), kinds=["versus-region"])
    assert found["year"].iloc[0] == 2015


def test_the_gap_to_a_line_is_first_that_of_the_last_year():
    lines = pd.DataFrame([
        {"benchmark": f"nation-{year}", "indicator": "x", "scope": "national", "year": year,
         "kind": "actual", "comparator": "=", "value": 100.0, "rule": "r", "each": False}
        for year in (2015, 2016, 2017)
    ])  # fmt: skip
    known = Evidence(benchmarks=lines)
    found = compare.findings(LED, about="N", kinds=["versus-reference"], evidence=known)
    assert found["year"].tolist() == [2017, 2016, 2015]
