"""Told: which findings stand first, and which a chart shows."""

from types import SimpleNamespace

import pandas as pd

import compare
from compare.ledger.evidence import Evidence
from compare.pages.told import as_told, by_weight, findings_of, shown_by


def test_what_is_about_the_same_comes_after_what_is_about_something_else():
    about = [["p", "a"], ["p", "a"], ["q", "b"], ["r", "c"]]
    assert by_weight([90, 89, 80, 10], about) == [0, 2, 1, 3]
    assert by_weight([], []) == []


def test_a_chart_shows_what_it_draws_every_figure_of_and_that_of_its_title_first(project):
    known = compare.evidence()
    found = findings_of(compare.observations(indicator="compulsory_retention"), known)
    said = {
        "figures": ["fushun-14fyp/002", "pingyang-14fyp/002", "xiangshan-14fyp/062"],
        "indicators": ["compulsory_retention"],
        "title": "九年义务教育巩固率：抚顺比象山、平阳低9.4个百分点（2020年）",
    }
    shown = [found[place] for place in shown_by(SimpleNamespace(lang="zh", said=said), found)]
    assert [one.kind for one in shown][:2] == ["versus-region", "versus-reference"]
    assert all(set(one.figures) <= set(said["figures"]) for one in shown)
    assert not shown_by(SimpleNamespace(lang="zh", said={**said, "figures": []}), found)


def test_what_a_later_year_says_again_comes_later():
    rows = [
        {"region": region, "indicator": name, "year": year, "kind": "actual", "unit": "%",
         "value": value, "direction": "higher"}
        for name, gap in (("a", 30.0), ("b", 5.0))
        for year in (2020, 2021)
        for region, value in (("甲", 90.0), ("乙", 90.0 - gap))
    ]  # fmt: skip
    found = findings_of(pd.DataFrame(rows), Evidence())
    told = [(one.indicator, one.year) for one in found if one.kind == "versus-region"]
    assert told == [("a", 2021), ("b", 2021), ("a", 2020), ("b", 2020)]


def test_a_finding_names_the_document_of_the_figure_it_is_compared_with(project):
    known = compare.evidence()
    found = findings_of(compare.observations(indicator="senior_gross_enrolment"), known)
    nation = next(one for one in found if "91.2%" in one.said["zh"].sentence("zh"))
    assert as_told(nation, known)["besides"][0] == [
        "教育部. 2020年全国教育事业发展统计公报[Z]. 2021-08-27."
    ]
