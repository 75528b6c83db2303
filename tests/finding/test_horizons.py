"""Horizons: for which years the regions of a page set their targets."""

import pandas as pd
import pytest

import compare
from compare.finding.horizons import horizons, planned_for
from compare.finding.lead import lead


def target(region, year, adcode=1):
    return {"region": region, "year": year, "adcode": adcode,
            "region_zh": region, "region_en": region}  # fmt: skip


def test_years_that_differ_are_told_of_each():
    targets = [target("甲", 2025, 2), target("甲", 2023, 2), target("甲", 2025, 2),
               target("乙", 2025, 1), target("丙", 2030, 3)]  # fmt: skip
    assert horizons(targets, "zh") == "各地目标年份不同，多为：乙、甲2025年，丙2030年。"
    assert horizons(targets, "en") == "Target years differ: mostly 2025 in 乙 and 甲, 2030 in 丙."


@pytest.mark.parametrize("years", [(2025, 2025), (2025,), ()])
def test_one_year_of_all_is_not_told(years):
    assert horizons([target(str(n), year) for n, year in enumerate(years)], "zh") == ""


def test_of_many_regions_nothing_is_told():
    assert horizons([target(str(n), 2020 + n) for n in range(9)], "zh") == ""


def test_the_page_of_all_regions_says_so(project):
    known = {"evidence": compare.evidence()}
    assert "目标年份不同" in lead(compare.observations(), **known).source
    assert "目标年份不同" not in lead(compare.observations(), about="抚顺", **known).source


def test_a_lead_says_below_of_whom_the_year_is_inferred(project):
    known = {"evidence": compare.evidence()}
    county = lead(compare.observations(), about="平阳", **known)
    assert "。上述2020年数值中，平阳各项，年份由规划推定。" in county.source
    assert "推定" not in county.lead
    city = lead(compare.observations(), about="抚顺", **known)
    assert (
        "。上述2020年数值中，抚顺的高中阶段毛入学率、九年义务教育巩固率，年份由规划推定。"
        in city.source
    )  # 42.7 % is dated
    english = lead(compare.observations(), about="抚顺", lang="en", **known).source
    assert "for some values of Fushun (gross upper-secondary enrolment rate): the source" in english
    said = compare.findings(compare.observations(), about="平阳", **known)["sentence_zh"]
    assert said.str.contains("平阳高等教育毛入学率为65.1%").any()
    assert said[said.str.contains("65.1%")].str.contains("年份推定").all()


def test_targets_of_a_year_come_with_what_was_put_in_their_place():
    frame = pd.DataFrame({
        "kind": ["actual", "target", "target", "target", "target"],
        "year": [2020, 2025, 2026, 2025, 2027],
        "figure": ["plan/1", "plan/2", "news/1", "plan/3", "plan/4"],
        "superseded_by": [None, "news/1", None, None, None],
        "region": "a", "indicator": ["i", "i", "i", "j", "j"], "unit": "%",
        "document": ["plan", "plan", "news", "plan", "plan"],
    })  # fmt: skip
    assert [*planned_for(frame, 2025)["figure"]] == ["plan/1", "plan/2", "news/1", "plan/3"]
    assert [*planned_for(frame, 2027)["figure"]] == ["plan/1", "plan/4"]
    own = frame[["region", "indicator", "kind", "year"]]  # a table has no documents
    assert [*planned_for(own, 2025)["year"]] == [2020, 2025, 2025]
    dates = frame.assign(unit="year")  # one thing, for which a text has two years
    assert [*planned_for(dates, 2027)["figure"]] == ["plan/1", "plan/3", "plan/4"]


def test_the_page_of_a_year_tells_its_year_once(project):
    known = {"evidence": compare.evidence(), "kinds": ["attainment", "own-target"], "year": 2025}
    told = lead(planned_for(compare.observations(), 2025), **known)
    assert "2025年到期的" in told.source
    assert told.text.count("2025年") == 1
    english = lead(planned_for(compare.observations(), 2025), lang="en", **known).text
    assert english.count("2025") == 1 and english[0].isupper()
    other = lead(planned_for(compare.observations(), 2027), **{**known, "year": 2027}).text
    assert other.startswith("2027年目标：")
