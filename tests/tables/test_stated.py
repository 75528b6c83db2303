"""Figures of no shared indicator: none of what a region's sources state is lost to its page."""

import itertools

import pandas as pd
import pytest

import compare
from compare import tables
from compare.ledger.evidence import Evidence

MADE_UP = [
    ("p/001", "入学率", "99", "%", "=", 99.0, 99.0, 2020, "actual"),
    ("p/002", "公民办学校数比", "2:4", None, "=", 0.5, 0.5, 2025, "target"),
    ("p/003", "就业率", "97", "%", ">=", 97.0, None, 2025, "target"),
    ("p/004", "集团", "10", "个", "=", 10.0, 10.0, 2020, "actual"),
]


def made_up():
    columns = ["figure", "label", "printed", "unit", "comparator", "lo", "hi", "year", "kind"]
    figures = pd.DataFrame(MADE_UP, columns=columns).assign(
        region="east", document="p", quote="原文", locator="第一句"
    )
    return Evidence(figures=figures)


def test_what_stands_elsewhere_is_left_out_and_values_are_as_stated():
    table = tables.other_figures_table("east", besides=["p/001"], evidence=made_up())
    plain = table.plain()
    assert plain["数据编号"].tolist() == ["p/004", "p/002", "p/003"]  # outcomes first
    assert plain["数值"].tolist() == ["10个", "2:4", "≥97%"]
    assert table.title == "未归入共同指标的数据3条"


def test_sums_of_a_period_and_yearly_values_are_told_as_such():
    rows = [
        ("p/005", "教育投入", "73.5", "亿元", 2016, 2020, "", 73.5),
        ("p/006", "培训", "1000", "名", None, 2020, "every-year", 1000.0),
        ("p/007", "年均培训", "200", "名", None, 2020, "every-year", 200.0),
        ("p/008", "全市位次", "之首", "位", None, 2020, "", 1.0),
    ]
    names = ["figure", "label", "printed", "unit", "year_start", "year", "every_year", "lo"]
    figures = pd.DataFrame(rows, columns=names)
    same = {"region": "east", "comparator": "=", "kind": "actual", "label_en": None}
    figures = figures.assign(hi=figures["lo"], quote="原文", locator="第一句", **same)
    plain = tables.other_figures_table("east", evidence=Evidence(figures=figures)).plain()
    assert plain["数值"].tolist() == ["每年1000名", "200名", "之首", "73.5亿元"]
    assert plain["年份与类别"].tolist() == [*["2020年现状"] * 3, "2016—2020年现状"]


def test_the_whole_table_is_folded_behind_its_title():
    page = tables.other_figures_table("east", evidence=made_up(), lang="en")._repr_html_()
    assert page.startswith("<details><summary>4 figures of no shared indicator</summary>")
    assert "≥97%" in page and "&amp;" not in page and ">10<" in page  # escaped once, in English
    none = tables.other_figures_table("west", evidence=made_up())._repr_html_()
    assert "未归入共同指标的数据：无" in none and "<details>" not in none


def test_english_has_the_number_of_a_word_and_keeps_a_ratio():
    figures = made_up().figures
    words = figures.assign(label_en="Place in the city", printed="第四", unit="位", lo=4.0, hi=4.0)
    table = tables.other_figures_table("east", evidence=Evidence(figures=words.iloc[3:]), lang="en")
    assert table.plain()["Value"].tolist() == ["4"]
    ratio = tables.other_figures_table("east", evidence=made_up(), lang="en").plain()
    assert "2:4" in ratio["Value"].tolist()


@pytest.mark.parametrize("region", ["fushun", "ningbo", "pingyang", "quzhou", "xiangshan"])
def test_an_english_page_names_every_figure_in_english(project, evidence, region):
    own = compare.observations(region=region)
    others = tables.other_figures_table(
        region, besides=own["figure"], evidence=evidence, lang="en"
    ).plain()
    said = others["Label in the source"] + others["Value"]
    assert len(said) > 10 and not said.str.contains("[\u4e00-\u9fff]").any()


@pytest.mark.parametrize("region", ["fushun", "ningbo", "quzhou"])
def test_every_figure_of_a_region_stands_on_its_page(project, evidence, region):
    own = compare.observations(region=region)
    others = tables.other_figures_table(region, besides=own["figure"], evidence=evidence)
    listed = set(others.plain()["数据编号"])
    stated = set(evidence.figures.loc[evidence.figures["region"] == region, "figure"])
    assert len(listed) > 10 and not listed & set(own["figure"])
    assert listed | set(own["figure"]) == stated


def test_a_year_that_no_text_prints_is_said_to_be_inferred(project):
    plain = tables.other_figures_table("pingyang", evidence=compare.evidence()).plain()
    when = plain.set_index("数据编号")["年份与类别"]
    assert when["pingyang-14fyp/134"] == "2022年现状（年份推定）"
    assert when["pingyang-14fyp/187"] == "2021—2023年目标"
    assert list(dict.fromkeys(when)) == [name for name, _ in itertools.groupby(when)]
