"""Every page of a world with hardly anything in it: made, with a sentence where nothing is."""

import pytest
from running import Run, run_all
from small_worlds import SMALL, small_world

import compare
from compare.charts import every_chart

PAIR = {"region_a": "luting", "region_b": "shuoling"}
ONE_INDICATOR = {"indicators": ["school_enrolment"], "goalposts": None}
ONE_YEAR = {
    "indicators": ["school_enrolment", "school_gap"],
    "goalposts": {"school_gap": [0, 1]},
    "year": 2025,
    "kind": "target",
}
PAGES = {
    "01-overview": {"themes": ["enrolment"]},
    "03-indicator": {"indicator": "school_enrolment", "lang": "en"},
    "04-region": {"region": "luting"},
    "05-pair": PAIR,
    "09-evidence": {},
}
SAME = {
    # what one region alone states; the evidence is a list of whatever there is
    "one-indicator": {"09-evidence"},
    "one-year": {"09-evidence"},
    "nothing-shared": {"03-indicator", "04-region", "09-evidence"},
}
"""Pages that are of the sort that a smaller world has."""

RUNS = [
    Run(name, parameters, on=kind)
    for kind in SMALL
    for name, parameters in PAGES.items()
    if name not in SAME.get(kind, set())
] + [
    Run("08-balance", {}, on="empty"),
    Run("10-add-region", {}, on="empty"),
    Run("02-theme", {"year": 2025, "kind": "target"}, on="empty"),
    Run("02-theme", {"year": 2025, "kind": "target"}, on="one-year"),
    Run("02-theme", {"theme": "enrolment"}, on="one-indicator"),
    Run(
        "07-composite", {"indicators": ["school_enrolment"], "goalposts": None}, on="one-indicator"
    ),
    Run("07-composite", ONE_YEAR, on="one-year"),
    Run("06-targets", {}, on="empty"),
    Run("06-targets", {}, on="one-year"),
    Run("11-attainment", {}, on="empty"),
    Run("11-attainment", {}, on="one-year"),
]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    data = {kind: small_world(kind, folder / "of" / kind).root for kind in SMALL}
    (folder / "run").mkdir()
    return {**run_all(RUNS, data, folder / "run"), "roots": data}


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_every_page_is_made(results, run):
    assert "<html" in results[run].page


@pytest.mark.parametrize("kind", ["empty", "one-indicator", "nothing-shared"])
def test_every_chart_has_its_own_key(results, kind, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(results["roots"][kind]))
    known = compare.evidence()
    made = list(every_chart(compare.observations(), compare.coverage(), evidence=known))
    assert len({chart.key for chart in made}) == len(made)


def test_two_regions_without_a_common_indicator_are_told_so(results):
    (run,) = [r for r in RUNS if r.on == "nothing-shared" and r.notebook == "05-pair"]
    assert "没有同年可比的现状数值" in results[run].page
