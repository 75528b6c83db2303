"""Who stands where: outcomes beside nation and standard, targets apart."""

import compare
from compare import tables


def test_an_outcome_stands_beside_nation_and_standard_and_a_relative_is_marked(evidence):
    rows = compare.observations(indicator="preschool_gross_enrolment")
    plain = tables.standing_table(rows, evidence=evidence).plain().set_index("地区")
    beside = "高于全国4.3个百分点、高于按县评估的国家标准4.5个百分点"
    assert plain.loc["抚顺", "与全国、全省、标准比较"] == beside
    assert plain.loc["象山", "现状"] == "99.7%（2020年，推定；近似指标：全县学前三年入园率）"
    assert plain.loc["象山", "与全国、全省、标准比较"] == ""


def test_a_bound_keeps_its_word_its_scope_and_its_year(evidence):
    rows = compare.observations(indicator="balance_junior")
    plain = tables.standing_table(rows, evidence=evidence).plain().set_index("地区")
    assert plain.loc["衢州", "目标"] == "各县（市、区）均小于0.35（2027年；口径相近）"


def test_a_relative_stands_where_that_kind_has_nothing_else(evidence):
    rows = compare.observations(indicator="inclusive_children_share")
    plain = tables.standing_table(rows, evidence=evidence).plain().set_index("地区")
    assert plain.loc["象山", "现状"] == "86.1%（2020年；近似指标：普惠性幼儿园招生覆盖率）"
    assert plain.loc["象山", "目标"] == "保持在90%左右（2025年）"  # not the intake's 90 beside it


def test_several_indicators_have_a_group_each(evidence):
    table = tables.standing_table(compare.observations(theme="balance"), evidence=evidence)
    assert table.group == "指标"
