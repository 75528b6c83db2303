"""Two regions side by side: the comparison in words."""

import pytest

import compare
from compare import tables

PAIR = ["象山", "平阳"]


@pytest.fixture
def plain(evidence):
    table = tables.pair_table(compare.observations(), about=PAIR, evidence=evidence)
    return table.plain().set_index(["指标", "类别"])


def test_outcomes_are_compared_in_words(plain):
    row = plain.loc["符合条件随迁子女公办就读比例", "现状"]
    assert row[["象山", "平阳"]].tolist() == ["89.4%（2020年）", "100%（2020年）"]
    assert row["比较结果"] == "平阳比象山高10.6个百分点" and row["说明"] == "口径相近"
    assert plain.loc[("高考一段上线率", "现状"), "比较结果"] == "高低不能确定"


def test_promises_are_compared_in_the_words_of_promises(plain):
    told = plain.loc[("初中校际差异系数", "目标"), "比较结果"]
    assert told == "平阳低0.02"
    assert not plain["比较结果"].str.contains("领先|落后|持平").loc[:, "目标"].any()


def test_a_part_and_its_whole_are_not_compared_as_outcomes(evidence):
    table = tables.pair_table(compare.observations(), about=["象山", "宁波"], evidence=evidence)
    assert "现状" not in set(table.plain().get("类别", []))


def test_what_both_state_and_nobody_compares_is_named(evidence):
    table = tables.pair_table(compare.observations(), about=["抚顺", "象山"], evidence=evidence)
    (note,) = table.notes
    assert "每名学生掌握的运动技能" in note or "新增幼儿园学位" in note
    assert set(table.plain()["指标"]).isdisjoint(note.split("：")[1].split("、"))
