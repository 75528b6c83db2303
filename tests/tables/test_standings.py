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
    assert plain.loc["象山", "现状"] == "86.1%（2020年；近似指标：普惠性幼儿园招生覆盖率；待核实）"
    assert plain.loc["象山", "目标"] == "保持在90%左右（2025年）"  # not the intake's 90 beside it


def test_several_indicators_have_a_group_each(evidence):
    table = tables.standing_table(compare.observations(theme="balance"), evidence=evidence)
    assert table.group == "指标"


def test_what_is_only_related_has_the_unit_of_its_own_text(project):
    plain = tables.standing_table(
        compare.observations(), about="preschool", evidence=compare.evidence()
    ).plain()
    built = plain[plain["指标"] == "新（改扩）建幼儿园"].set_index("地区")["目标"]
    assert built["平阳"].startswith("35个（") and "近似指标：学前教育阶段基建项目" in built["平阳"]
    assert built["象山"].startswith("8所（")
    words = tables.evidence_table(compare.observations(), evidence=compare.evidence()).plain()
    value = words.set_index("数据编号")["数值"]
    assert value["ningbo-2024-keypoints/019"] == "≥1%"  # points are not said


def test_a_level_that_words_alone_state_is_marked_though_it_is_to_be_kept(project):
    plain = tables.needs_table(compare.observations(), evidence=compare.evidence()).plain()
    pay = plain[plain["指标"] == "义务教育教师平均工资与公务员之比"].set_index("地区")["目标"]
    assert all("只以文字表示" in cell for cell in pay)
