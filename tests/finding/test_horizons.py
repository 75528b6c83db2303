"""Horizons: for which years the regions of a page set their targets."""

import pytest

import compare
from compare.finding.horizons import horizons
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
    assert "。平阳2020年数值的年份由规划推定。" in county.source
    assert "推定" not in county.lead
    city = lead(compare.observations(), about="抚顺", **known)
    assert "。抚顺部分2020年数值的年份由规划推定。" in city.source  # 42.7 % is dated
    english = lead(compare.observations(), about="抚顺", lang="en", **known).source
    assert "The plans do not date some values of Fushun; 2020 is inferred." in english
    said = compare.findings(compare.observations(), about="平阳", **known)["sentence_zh"]
    assert said.str.contains("平阳高等教育毛入学率为65.1%").any()
    assert said[said.str.contains("65.1%")].str.contains("年份推定").all()
