"""Two regions side by side: the comparison in words."""

import pandas as pd
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
    assert row[["象山", "平阳"]].tolist() == ["89.4%（2020年）", "100%（2020年，推定）"]
    assert row["比较结果"] == "平阳比象山高10.6个百分点" and row["说明"] == "口径相近"
    assert plain.loc[("高考一段上线率", "现状"), "比较结果"] == "高低不能确定"


def test_promises_are_compared_in_the_words_of_promises(plain):
    told = plain.loc[("初中校际差异系数", "目标"), "比较结果"]
    assert told == "平阳低0.02，不代表实际高低"
    assert not plain["比较结果"].str.contains("领先|落后|持平").loc[:, "目标"].any()


def test_a_part_and_its_whole_stand_side_by_side(evidence):
    table = tables.pair_table(compare.observations(), about=["象山", "宁波"], evidence=evidence)
    plain = table.plain().set_index("指标")
    assert set(plain["比较结果"]) == {"不比较"} and set(plain["说明"]) == {"有隶属关系，不比高低"}
    graded = plain.loc["二级及以上幼儿园在园幼儿占比"]
    assert graded["类别"] == "现状；目标"  # in the order of the regions
    assert graded["宁波"] == "目标83%以上（2024年）"
    assert graded["象山"] == "75.9%（2020年）；目标超过80%（2025年）"


@pytest.mark.parametrize(
    ("pair", "indicator", "reason"),
    [
        (["抚顺", "象山"], "每名学生掌握的运动技能", "无优劣方向"),
        (["抚顺", "象山"], "新（改扩）建幼儿园", "一为目标、一为现状"),
        (["象山", "衢州"], "特色普通高中建设数", "年份不同"),
    ],
)
def test_what_both_state_and_nobody_compares_says_why(evidence, pair, indicator, reason):
    table = tables.pair_table(compare.observations(), about=pair, evidence=evidence).plain()
    row = table.set_index("指标").loc[indicator]
    assert (row["比较结果"], row["说明"]) == ("不比较", reason)
    assert row[pair[0]] and row[pair[1]]


def test_a_date_reached_beside_a_date_planned_is_called_so(evidence):
    rows = compare.observations(indicator="preschool_universal_county_year")
    of_pair = rows["region"].isin(["xiangshan", "quzhou"])
    reached = {"kind": "actual", "value": 2024.0, "lo": 2024.0, "hi": 2024.0, "year": 2024}
    rows.loc[rows["region"] == "quzhou", [*reached]] = [*reached.values()]
    table = tables.pair_table(rows[of_pair], about=["象山", "衢州"], evidence=evidence)
    row = table.plain().iloc[0]
    assert row["类别"] == "目标；现状" and row["象山"] == "目标2023年"
    assert row["衢州"].endswith("均已实现")


def test_rows_of_nobodys_stand_side_by_side_without_figures():
    stated = [("a", "x", 2020, "actual", 5.0), ("b", "x", 2025, "target", 7.0),
              ("a", "y", 2020, "actual", 3.0), ("b", "y", 2020, "actual", 4.0),
              ("a", "y", 2019, "actual", 2.0), ("b", "z", 2020, "actual", 4.0)]  # fmt: skip
    frame = pd.DataFrame(stated, columns=["region", "indicator", "year", "kind", "value"])
    frame = frame.assign(unit="%", direction="higher")
    plain = tables.pair_table(frame, about=["a", "b"]).plain().set_index("指标")
    assert plain.loc["y", ["类别", "a", "b"]].tolist() == ["现状", "3%（2020年）", "4%（2020年）"]
    assert plain.loc["y", "比较结果"] == "b比a高1个百分点"
    assert plain.loc["x", ["a", "b"]].tolist() == ["5%（2020年）", "目标7%（2025年）"]
    assert plain.loc["x", "说明"] == "一为目标、一为现状"
    assert "z" not in plain.index and not plain["数据编号"].any()
