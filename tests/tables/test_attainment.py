"""What was promised and what came: in words, with the margin, of regions and of the nation."""

from types import SimpleNamespace

import pandas as pd
import pytest

import compare
from compare import tables
from compare.ledger.evidence import Evidence
from compare.tables.attainment import _put_off


def observed(*rows, **more):
    """Return rows of region a and indicator share: year, kind, comparator, value."""
    made = []
    for year, kind, sign, value in rows:
        lo = None if sign in ("<", "<=") else value
        hi = None if sign in (">", ">=") else value
        made.append({"region": "a", "indicator": "share", "year": year, "kind": kind,
                     "comparator": sign, "value": value, "lo": lo, "hi": hi, "unit": "%",
                     "direction": "higher", **more})  # fmt: skip
    return pd.DataFrame(made)


def table_of(*rows, lang="zh", **more):
    attained = compare.attainment(observed(*rows, **more))
    return tables.attainment_table(attained, lang=lang)


@pytest.mark.parametrize(
    ("rows", "verdict", "margin"),
    [
        ([(2025, "target", ">=", 50), (2025, "actual", "=", 48.6)], "未达目标", "差1.4个百分点"),
        ([(2025, "target", ">=", 92), (2025, "actual", "=", 92)], "达到目标", "恰好达到"),
        ([(2025, "target", ">", 92), (2025, "actual", "=", 92)],
         "未达目标", "恰等于界限，等于不算达到"),
        ([(2025, "target", "=", 60), (2025, "actual", ">", 61)], "达到目标", "至少超出1个百分点"),
        ([(2025, "target", ">=", 60), (2025, "actual", "<", 50)], "未达目标", "至少差10个百分点"),
        ([(2020, "actual", "=", 40), (2030, "target", "=", 65), (2025, "actual", ">", 60)],
         "进度不慢于直线", "至多差5个百分点"),
        ([(2020, "actual", "=", 40), (2025, "target", ">=", 60), (2024, "actual", "=", 61)],
         "提前达到目标水平", "超出1个百分点"),
    ],
)  # fmt: skip
def test_a_target_is_said_with_its_outcome_and_the_margin(rows, verdict, margin):
    row = table_of(*rows).plain().iloc[0]
    assert (row["结论"], row["与目标相差"]) == (verdict, margin)


def test_the_number_that_a_bound_leaves_out_is_not_called_reached_where_rounding_leaves_it_open():
    rows = [(2025, "target", ">", 92), (2025, "actual", "=", 92)]
    row = table_of(*rows, resolution=0.1).plain().iloc[0]
    assert "不能确定" in row["结论"] and "按所载数值未达目标" in row["结论"]
    assert row["与目标相差"] == "恰等于界限，等于不算达到"


def test_a_date_is_early_or_late_by_years():
    rows = [(2027, "target", "=", 2027.0), (2024, "actual", "=", 2024.0)]
    made = table_of(*rows, unit="year", direction="neutral").plain().iloc[0]
    assert (made["结论"], made["与目标相差"]) == ("已实现", "提前3年")
    english = table_of(*rows, unit="year", direction="neutral", lang="en").plain().iloc[0]
    assert english["Against the target"] == "3 years early"


def test_targets_without_an_outcome_are_one_line_of_the_shared_indicators():
    rows = observed((2019, "actual", "=", 40), (2020, "target", "=", 45), (2030, "target", "=", 60))
    known = Evidence(benchmarks=pd.DataFrame([{"benchmark": "b", "kind": "actual", "year": 2021}]))
    table = tables.attainment_table(compare.attainment(rows), evidence=known)
    assert table.frame.empty and "均未载明" in table._repr_html_()
    due, coming = table.notes
    assert "a 2020年1项" in due and "10-add-region" not in due
    assert coming == "尚未到期、也未载中途数值的目标有：a 2030年1项。"


def test_the_nation_is_judged_and_named_and_is_no_reference_of_itself():
    lines = pd.DataFrame(
        [
            {"benchmark": "aim", "indicator": "x", "scope": "national", "adcode": None,
             "year": 2025, "base_year": 2020, "kind": "target", "comparator": ">=", "value": 92.0,
             "lo": 92.0, "hi": None, "rule": "规划纲要"},
            {"benchmark": "got", "indicator": "x", "scope": "national", "adcode": None,
             "year": 2025, "base_year": None, "kind": "actual", "comparator": "=", "value": 92.0,
             "lo": 92.0, "hi": 92.0, "rule": "统计公报"},
            {"benchmark": "own", "indicator": "x", "scope": "provincial", "adcode": "330000",
             "year": 2027, "base_year": 2022, "kind": "target", "comparator": "=", "value": 95.0,
             "lo": 95.0, "hi": 95.0, "rule": "工作报告"},
        ]
    )  # fmt: skip
    facts = pd.DataFrame([{"indicator": "x", "unit": "%", "direction": "higher"}])
    known = Evidence(indicators=facts, benchmarks=lines)
    of_lines = compare.attainment(compare.as_observations(lines, evidence=known), evidence=known)
    table = tables.attainment_table(of_lines, evidence=known)
    row = table.plain().iloc[0]
    assert row["地区"] == "全国" and row["数据编号"] == "规划纲要 统计公报"
    assert "全国、全省参照" not in table.frame
    assert table.notes == ("尚未到期、也未载中途数值的目标有：浙江省2027年1项。",)


def test_a_table_of_many_regions_counts_what_is_not_known():
    targets = pd.concat(
        [observed((2020, "target", "=", 45)).assign(region=f"r{n}") for n in range(20)]
    )
    known = Evidence(benchmarks=pd.DataFrame([{"benchmark": "b", "kind": "actual", "year": 2021}]))
    table = tables.attainment_table(compare.attainment(targets), evidence=known)
    assert table.notes[0].startswith(
        "2020年到期的目标（可比指标）中，所收文件未载完成情况的有：20地20项"
    )


def test_what_had_not_come_by_a_year_is_missed_by_then_and_open_after_it():
    """A complete list that does not hold a county says so of its years, and of no later one."""
    rows = observed((2024, "actual", ">", 2024.0), (2024, "target", "=", 2024.0),
                    (2025, "target", "=", 2025.0), unit="year", direction="neutral")  # fmt: skip
    made = tables.attainment_table(compare.attainment(rows)).plain()
    assert list(made["结论"]) == ["未按期实现", "目标年份情况未载"]


def test_the_line_of_targets_counts_the_rows_of_the_table_of_targets(evidence):
    """Whoever counts the shared targets of a year in one table finds them in the other."""
    rows = compare.observations(region="fushun")
    line = tables.attainment_table(compare.attainment(rows, evidence=evidence), evidence=evidence)
    assert "抚顺2025年15项" in line.notes[0] and "可比" in line.notes[0]
    needs = tables.needs_table(rows, about="fushun", evidence=evidence).plain()
    shared = needs[needs["指标"].isin(evidence.indicators["name_zh"])]["目标"]
    assert shared.str.contains("2025年").sum() == 15


def test_a_line_from_secondary_sources_says_so(evidence):
    lines = compare.as_observations(evidence.benchmarks, evidence=evidence)
    made = tables.attainment_table(compare.attainment(lines), evidence=evidence).plain()
    stated = made.groupby("指标")["曾提出"].agg(list)
    assert stated["九年义务教育巩固率"] == ["96%（2025年；据二手资料）"]
    assert stated["高中阶段毛入学率"] == ["超过92%（2025年；据二手资料）", "92%以上（2025年）"]


def test_two_documents_with_other_operators_are_judged_each(evidence):
    lines = compare.as_observations(evidence.benchmarks, evidence=evidence)
    made = tables.attainment_table(compare.attainment(lines), evidence=evidence).plain()
    judged = made[made["指标"] == "高中阶段毛入学率"].set_index("曾提出")["结论"]
    open_still = "按所载数值{}（四舍五入之前是否达到不能确定）"
    assert judged["92%以上（2025年）"] == open_still.format("达到目标")
    assert judged["超过92%（2025年；据二手资料）"] == open_still.format("未达目标")


@pytest.mark.parametrize(
    ("issued", "margin"), [("2024-10-11", "提前3年，在文件印发当年"), ("2023-10-11", "提前3年")]
)
def test_what_was_reached_in_the_year_of_its_plan_is_not_called_early(issued, margin):
    rows = observed(
        (2027, "target", "=", 2027.0), (2024, "actual", "=", 2024.0),
        unit="year", direction="neutral",
    ).assign(document=["plan", "list"])  # fmt: skip
    documents = pd.DataFrame(
        {"document": ["plan", "list"], "region": "a", "type": "plan",
         "issued": [issued, "2025-01-01"]}
    )  # fmt: skip
    known = Evidence(documents=documents)
    made = tables.attainment_table(compare.attainment(rows, evidence=known), evidence=known)
    assert made.plain().iloc[0]["与目标相差"] == margin


def test_a_city_of_a_frame_of_ones_own_is_not_told_to_meet_a_standard_of_counties():
    """The level of the rows counts, as it does for gaps, where nobody knows the region."""
    levels = {"c": "prefecture-city", "d": "county", "p": "province"}
    rows = pd.DataFrame([
        {"region": name, "level": level, "indicator": "x", "unit": "%", "direction": "higher",
         "kind": kind, "year": 2025, "value": value, "lo": value, "hi": hi, "comparator": sign}
        for name, level in levels.items()
        for kind, value, hi, sign in (("actual", 60.0, 60.0, "="), ("target", 55.0, None, ">="))
    ])  # fmt: skip
    line = {"benchmark": "s", "indicator": "x", "scope": "national", "adcode": None, "year": 2025,
            "kind": "standard", "comparator": ">=", "value": 50.0, "lo": 50.0, "hi": None,
            "rule": "r", "assessed": "county"}  # fmt: skip
    facts = pd.DataFrame([{"indicator": "x", "unit": "%", "direction": "higher"}])
    known = Evidence(indicators=facts, benchmarks=pd.DataFrame([line]))
    made = tables.attainment_table(compare.attainment(rows, evidence=known), evidence=known)
    beside = made.plain().set_index("地区")["全国、全省参照"]
    assert beside.str.contains("达到").to_dict() == {"c": False, "d": True, "p": False}
    assert beside.str.contains("高于").to_dict() == {"c": True, "d": False, "p": True}
    aligned = compare.align(rows[rows["kind"] == "actual"], evidence=known)
    gaps = compare.gaps(aligned, to="benchmark", evidence=known)
    cautioned = gaps.loc[gaps["reasons"].str.contains("assessed-by-county"), "region"]
    assert set(cautioned) == {"c", "p"}


def test_what_a_standard_asks_beside_its_number_stands_beside_its_verdict(project):
    evidence = compare.evidence()
    stated = observed((2022, "target", "=", 60), (2022, "actual", "=", 61.3))
    stated = stated.assign(indicator="senior_quota_share", region="ningbo")
    own = compare.attainment(stated, benchmarks=evidence.benchmarks, evidence=evidence)
    plain = tables.attainment_table(own, evidence=evidence).plain()
    line = next(cell for cell in plain.iloc[0] if "国家县域标准" in str(cell))
    assert "50%以上（标准另要求向农村倾斜）：" in line


@pytest.mark.parametrize(("of", "mark"), [("press", "（据报道）"), ("plan", "")])
def test_a_target_that_was_put_off_says_where_only_the_press_has_it(of, mark):
    moved = pd.DataFrame([{
        "region": "jia", "region_zh": "甲县", "indicator": "date", "indicator_zh": "创成年份",
        "previous_year": 2025, "target_year": 2026, "target_figure": "news/1",
    }])  # fmt: skip
    papers = pd.DataFrame([{"document": "news", "region": "jia", "type": of}])
    facts = SimpleNamespace(postponed=moved, year=None, named=lambda rows: rows,
                            evidence=Evidence(documents=papers))  # fmt: skip
    assert _put_off(moved, facts, "zh") == (f"推迟：甲县创成年份，由2025年推迟到2026年{mark}。",)
