"""What targets ask for: in words, with the year, beside the nation."""

import pandas as pd
import pytest
from telling import rows

import compare
from compare import tables
from compare.tables.needs import needed


def row_of(evidence, region, label, lang="zh"):
    table = tables.needs_table(compare.observations(), about=region, evidence=evidence, lang=lang)
    plain = table.plain()
    return plain[plain.iloc[:, 0] == label].iloc[0]


def test_a_need_is_said_in_words_with_its_year_and_beside_the_nation(evidence):
    row = row_of(evidence, "抚顺", "公办幼儿园在园幼儿占比")
    assert row["基数"] == "42.7%（2020年；待核实）" and row["目标"] == "50%以上（2025年）"
    assert row["自基数至目标"] == "至少提高7.3个百分点" and row["年均"] == "至少1.46个百分点"
    assert "国家县域标准 50%以上" in row["全国、全省参照"] and "据二手资料" in row["全国、全省参照"]


def test_what_is_better_lower_needs_to_fall(evidence):
    assert row_of(evidence, "象山", "初中校际差异系数")["自基数至目标"] == "下降0.08"
    english = row_of(evidence, "xiangshan", evidence.name("indicator", "balance_junior", "en"),
                     "en")  # fmt: skip
    assert english["From base to target"] == "down 0.08"
    assert english["Base"] == "0.33 (2020; broadly comparable)"


def test_labels_of_ones_own_have_their_base_and_a_target_may_have_none(evidence):
    plain = tables.needs_table(compare.observations(), about="象山", evidence=evidence).plain()
    assert "公办幼儿园招生覆盖率" in set(plain["指标"])  # related to the shared one, itself here
    ningbo = tables.needs_table(compare.observations(), about="宁波", evidence=evidence)
    assert "所列目标均未载明同名的基数。" in ningbo.notes
    assert {"基数", "自基数至目标", "年均"}.isdisjoint(ningbo.plain().columns)
    pingyang = tables.needs_table(compare.observations(), about="平阳", evidence=evidence).plain()
    assert "未载明" in set(pingyang["基数"])


def test_of_two_regions_the_shared_indicators_have_their_names_and_main_figures(evidence):
    """What the caller left out is not brought back under the label of its source."""
    observed = compare.observations(region=["fushun", "xiangshan"])
    both = observed[observed.groupby("indicator")["region"].transform("nunique") == 2]
    kept = {"九年义务教育巩固率", "普惠性幼儿园在园幼儿占比"}
    plain = tables.needs_table(both, about=["fushun", "xiangshan"], evidence=evidence).plain()
    assert kept <= set(plain["指标"]) <= {evidence.name("indicator", one, "zh")
                                        for one in both["indicator"]}  # fmt: skip
    shown = plain[plain["指标"] == "“双师型”教师占比"]["目标"]
    assert shown.tolist() == ["60%以上（2025年，推定）", "超过90%（2025年；口径相近）"]


def test_only_targets_of_the_year_asked_for_are_listed(evidence):
    table = tables.needs_table(compare.observations(), year=2027, evidence=evidence)
    assert set(table.plain()["地区"]) == {"衢州"}
    assert table.plain()["目标"].str.contains("2027年").all()


@pytest.mark.parametrize(
    ("sign", "goal", "said"),
    [("=", 60.0, "up 10"), (">=", 60.0, "up at least 10"), ("=", 50.0, "to be kept"),
     (">=", 40.0, "floor, 10 below the base"), ("=", 40.0, "down 10")],
)  # fmt: skip
def test_needs_of_nobodys_targets(sign, goal, said):
    base = {
        "region": "east",
        "indicator": "share",
        "year": 2020,
        "kind": "actual",
        "value": 50.0,
        "lo": 50.0,
        "hi": 50.0,
        "comparator": "=",
        "direction": "higher",
    }
    target = {**base, "year": 2025, "kind": "target", "comparator": sign, "value": goal,
              "lo": goal, "hi": goal if sign == "=" else None}  # fmt: skip
    table = tables.needs_table(pd.DataFrame([base, target]), about="east", lang="en")
    assert table.plain()["From base to target"].tolist() == [said]


def test_a_floor_that_is_kept_says_how_far_the_base_is_above_it(evidence):
    row = row_of(evidence, "平阳", "普惠性幼儿园覆盖面")
    assert row["自基数至目标"] == "保持在下限以上（下限比基数低5.15个百分点）"
    english = tables.needs_table(
        compare.observations(), about="象山", evidence=evidence, lang="en"
    ).plain()["From base to target"]
    assert "to be kept" in set(english)  # at the very level of the base


def test_what_is_added_up_over_a_plan_is_of_no_single_year(evidence):
    stated = tables.needs_table(compare.observations(), about="抚顺", evidence=evidence).plain()
    workers = stated[stated["指标"] == "新增技能人才"].iloc[0]
    assert workers["目标"] == "7000人（到2025年底累计；口径相近）"
    spending = stated[stated["指标"] == "一般公共预算教育支出增长"].iloc[0]
    assert spending["目标"].startswith("“只增不减”（2021—2025年")
    assert "累计" not in spending["目标"]  # growth is no number of things


@pytest.mark.parametrize(
    ("base", "sign", "said"),
    [
        (95.0, ">=", "stay at or above the floor; the base is 5 percentage points above it"),
        (80.0, ">=", "up at least 10 percentage points"),  # a floor above the base is no ceiling
        (80.0, "<=", "stay within the ceiling; the base is 10 percentage points below it"),
        (95.0, "<", "down by more than 5 percentage points"),
        (90.0, ">=", "to be kept"),
    ],
)
def test_a_limit_that_is_kept_is_told_where_the_base_is_well_within_it(base, sign, said):
    common = {"unit": "%", "direction": "higher", "year": 2020}
    known = {**common, "comparator": "=", "value": base}
    limit = {**common, "comparator": sign, "value": 90.0, "year": 2025, "every_year": "keep"}
    assert needed(known, limit, "en")[0] == said


def test_a_target_that_was_put_off_says_until_when():
    """That of the older plan is no longer the main one, and is told all the same."""
    rows = pd.DataFrame([
        {"region": "甲县", "indicator": "share", "kind": "target", "value": 90.0, "unit": "%",
         "direction": "higher", "comparator": "=", "document": f"plan-{year}", "edition": year,
         "year": year, "use": use, "figure": f"plan-{year}/1"}
        for year, use in ((2025, "superseded"), (2030, "main"))
    ])  # fmt: skip
    both = tables.needs_table(rows).plain()
    assert [*zip(both["目标"], both["自基数至目标"], strict=True)] == [
        ("90%（2025年）", "推迟到2030年"), ("90%（2030年）", ""),
    ]  # fmt: skip
    (english,) = tables.needs_table(rows, year=2025, lang="en").plain()["From base to target"]
    assert english == "put off to 2030"
    assert tables.needs_table(rows, year=2020).frame.empty
    of_many = [rows.assign(region=region, indicator=one) for region in "甲乙" for one in "ab"]
    every = pd.concat(of_many, ignore_index=True)
    for frame in (every, every.assign(figure=None), every.drop(columns="figure")):
        told = [*tables.needs_table(frame).plain()["自基数至目标"]]
        assert told.count("推迟到2030年") == 4 and len(told) == 8, told


def test_a_base_that_may_be_of_another_concept_is_shown_and_not_measured_from():
    shown = rows(("甲市", 2022, "actual", "=", 56.7), ("甲市", 2025, "target", ">=", 85.0))
    broken = shown.assign(after_break=[False, True])
    (line,) = tables.needs_table(broken, about="甲市").plain().to_dict("records")
    assert line["基数"] == "56.7%（2022年）"
    assert line["目标"] == "85%以上（2025年；口径是否改变待核实）"
    assert "28.3" not in "".join(line.values())
    whole = tables.needs_table(shown, about="甲市").plain().to_dict("records")
    assert "28.3" in "".join(whole[0].values()) and "待核实" not in "".join(whole[0].values())


def test_a_date_and_a_total_have_no_base_that_could_be_stated(evidence):
    table = tables.needs_table(compare.observations(), about="平阳", evidence=evidence).plain()
    dated = table[table["指标"].str.contains("年份")]
    assert len(dated) and set(dated["基数"]) == {"—"}
