"""Everything works on a table of one's own: each form of chart, each table, each finding."""

import pandas as pd
import pytest

import compare
from compare import charts, finding, tables
from compare.charts.catalogue import modules

ESTIMATES = """code,county,st,year,poverty,poverty_lower,poverty_upper,income
01001,Autauga County,AL,2020,10.7,8.1,13.3,66444
01003,Baldwin County,AL,2020,10.8,9.1,12.5,65658
01005,Barbour County,AL,2020,23.0,17.0,29.0,38649
01001,Autauga County,AL,2021,10.1,8.0,12.3,67000
01003,Baldwin County,AL,2021,,,,66000
01005,Barbour County,AL,2021,22.0,17.0,27.0,39000
"""
BOUNDS = """地区,毛入园率2020,毛入园率2021,大班额比例2020,大班额比例2021
象山县,98.5,≥99,3.2,<3
平阳县,90以上,约95,<5,4
江山市,—,88%,c,2
"""
TOLD = {
    "us.csv": {"poverty": {"direction": "lower", "unit": "%"}, "income": "higher"},
    "zh.csv": {"毛入园率": "higher", "大班额比例": "lower"},
}


@pytest.fixture(scope="module", params=[("us.csv", "en"), ("zh.csv", "zh")], ids=lambda p: p[1])
def own(request, tmp_path_factory):
    name, lang = request.param
    path = tmp_path_factory.mktemp("own") / name
    path.write_text(ESTIMATES if lang == "en" else BOUNDS, encoding="utf-8")
    return compare.panel(path, indicators=TOLD[name]), lang


def aligned(panel):
    return compare.align(panel.observations, year=2020, kind="actual", evidence=panel.evidence)


def of_first(frame):
    return frame[frame["indicator"] == frame["indicator"].iloc[0]]


def regions(panel):
    return panel.observations["region"].unique().tolist()


def goalposts(panel):
    return dict.fromkeys(panel.observations["indicator"].unique(), (0, 100000))


CHARTS = {
    "ranking": lambda p, **k: charts.ranking(of_first(compare.rankings(aligned(p))), **k),
    "gap_bars": lambda p, **k: charts.gap_bars(
        compare.gaps(of_first(aligned(p)), to=regions(p)[0]), **k
    ),
    "gap_matrix": lambda p, **k: charts.gap_matrix(
        compare.gaps(of_first(aligned(p)), to="every"), **k
    ),
    "dumbbell": lambda p, **k: charts.dumbbell(compare.progress(with_targets(p)), **k),
    "target_path": lambda p, **k: charts.target_path(of_first(p.observations), **k),
    "small_multiples": lambda p, **k: charts.small_multiples(
        p.observations, p.coverage(), **k
    ),
    "coverage_matrix": lambda p, **k: charts.coverage_matrix(p.coverage(), **k),
    "region_profile": lambda p, **k: charts.region_profile(
        compare.rankings(aligned(p)), regions(p)[0], **k
    ),
    "rank_spread": lambda p, **k: charts.rank_spread(
        compare.composite(aligned(p), goalposts=goalposts(p)),
        compare.composite_variants(aligned(p), goalposts=goalposts(p)),
        **k,
    ),
    "attainment_board": lambda p, **k: charts.attainment_board(
        compare.attainment(with_targets(p, 2021)), **k
    ),
    "bullet": lambda p, **k: charts.bullet(compare.attainment(with_targets(p, 2021)), **k),
    "revision_dumbbell": lambda p, **k: charts.revision_dumbbell(
        compare.revisions(revised(p)), **k
    ),
}  # fmt: skip


def revised(panel):
    """Two editions of a plan for the first region."""
    one = with_targets(panel)
    plan = one[(one["kind"] == "target") & (one["region"] == one["region"].iloc[0])]
    newer = plan.assign(year=2035, document="newer", edition=15, value=plan["value"] - 1)
    return pd.concat([plan.assign(edition=14), newer.assign(lo=newer["value"], hi=newer["value"])])


def with_targets(panel, year=2030):
    """A county's targets beside its own outcomes."""
    one = of_first(panel.observations)
    last = one[one["year"] == 2020].assign(year=year, kind="target", comparator="=", hi_open=False)
    value = last["value"] + 1
    return pd.concat([one, last.assign(value=value, lo=value, hi=value)])


TABLES = {
    "values": lambda p, **k: tables.values_table(aligned(p), **k),
    "gaps": lambda p, **k: tables.gaps_table(compare.gaps(aligned(p), to="best"), **k),
    "rankings": lambda p, **k: tables.rankings_table(compare.rankings(aligned(p)), **k),
    "progress": lambda p, **k: tables.progress_table(compare.progress(with_targets(p)), **k),
    "evidence": lambda p, **k: tables.evidence_table(p.observations, **k),
    "figures": lambda p, **k: tables.figures_table(p.evidence.figures, **k),
    "standing": lambda p, **k: tables.standing_table(p.observations, **k),
    "needs": lambda p, **k: tables.needs_table(p.observations, about=regions(p)[0], **k),
    "pair": lambda p, **k: tables.pair_table(p.observations, about=regions(p)[:2], **k),
    "conflicts": lambda p, **k: tables.conflicts_table(p.observations, **k),
    "definitions": lambda p, **k: tables.definitions_table(
        p.observations["indicator"].unique(), **k
    ),
    "references": lambda p, **k: tables.references_table(p.observations["figure"], **k),
    "quotes": lambda p, **k: tables.quotes_table(p.observations["figure"], **k),
    "coverage": lambda p, **k: tables.coverage_table(p.coverage(), **k),
    "not stated": lambda p, **k: tables.not_stated_table(p.coverage(), **k),
    "other figures": lambda p, **k: tables.other_figures_table(regions(p)[0], **k),
    "composite": lambda p, **k: tables.composite_table(
        compare.composite(aligned(p), goalposts=goalposts(p)), **k
    ),
    "findings": lambda p, **k: tables.findings_table(
        compare.findings(p.observations, evidence=p.evidence), **k
    ),
}


def test_every_form_that_is_drawn_here_exists():
    assert set(CHARTS) <= {form.__name__.rpartition(".")[2] for form in modules()}
    assert len(CHARTS) >= 12  # a new form may be drawn by its own tests alone


@pytest.mark.parametrize("form", CHARTS)
def test_every_form_of_chart_is_drawn(own, form):
    panel, lang = own
    chart = CHARTS[form](panel, evidence=panel.evidence, lang=lang)
    assert chart.form == form
    assert chart.words.title


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_made(own, table):
    panel, lang = own
    made = TABLES[table](panel, evidence=panel.evidence, lang=lang)
    assert made.title


def test_findings_and_leads_are_of_the_regions_of_the_table(own):
    panel, lang = own
    found = compare.findings(panel.observations, evidence=panel.evidence)
    assert "inconsistency" not in set(found["kind"])  # many regions share one label
    for about in (None, regions(panel)[0], regions(panel)[:2]):
        lead = finding.lead(panel.observations, about=about, evidence=panel.evidence, lang=lang)
        assert str(lead)


@pytest.fixture(scope="module")
def poverty(tmp_path_factory):
    path = tmp_path_factory.mktemp("estimates") / "us.csv"
    path.write_text(ESTIMATES, encoding="utf-8")
    return compare.panel(path, indicators={"poverty": {"direction": "lower", "unit": "%"}})


def test_a_rank_that_limits_leave_open_is_not_said_to_be_decided(poverty):
    ranked = compare.rankings(aligned(poverty))
    assert ranked["rank"].tolist() == [1, 2, 3]
    drawn = charts.ranking(ranked, evidence=poverty.evidence, lang="en")
    assert "10.7% rank 1–2" in drawn.alt
    assert "limits of an estimate" in f"{drawn.words.note} {drawn.native.note}"


def test_a_blank_year_is_no_latest_year(poverty):
    latest = compare.align(poverty.observations, horizon="latest", evidence=poverty.evidence)
    seen = latest.set_index("region")["observed_year"]
    assert seen.loc["01003"] == 2020
    assert seen.loc["01001"] == 2021


def test_ranks_of_estimates_stand_in_the_table_with_what_their_limits_leave_open(poverty):
    ranked = compare.rankings(
        compare.align(poverty.observations, year=2020, kind="actual", evidence=poverty.evidence)
    )
    frame = tables.rankings_table(ranked, evidence=poverty.evidence).frame
    assert "2（按置信区间第1–2）" in "".join(frame.astype(str).to_numpy().ravel())
