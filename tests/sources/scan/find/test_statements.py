"""The rules of the language, one sentence each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from compare.project import Project
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.scan import scan_text

REAL = Project(Path(__file__).parents[4])
HEAD = "某某县“十四五”教育发展规划\n一、目标任务\n"


def found(sentence: str) -> list[Proposal]:
    return list(scan_text(HEAD + sentence, project=REAL).proposals)


@pytest.mark.parametrize(
    ("words", "comparator", "lo", "hi"),
    [
        ("巩固率达到90%以上", ">=", 90, None),
        ("巩固率不低于90%", ">=", 90, None),
        ("巩固率超过90%", ">", 90, None),
        ("巩固率在90%左右", "~", 90, 90),
        ("差异系数控制在0.25以内", "<=", None, 0.25),
        ("差异系数小于0.35", "<", None, 0.35),
        ("培训教师2400余名", ">", 2400, None),
        ("培训教师近300名", "~", 300, 300),
        ("建设特色高中1—2所", "range", 1, 2),
        ("合格率达85%~90%", "range", 85, 90),
        ("三分之二以上的学校达标", ">=", 66.6666666667, None),
        ("半数以上的学校达标", ">=", 50, None),
        ("参与率达到九成", "=", 90, 90),
        ("近七成幼儿就读普惠园", "~", 70, 70),
        ("班额不超过45人", "<=", None, 45),
        ("投入突破2.5亿元", ">", 2.5, None),
        ("名优教师数量翻一番", "=", 2, 2),
    ],
)
def test_words_beside_a_number(
    words: str, comparator: str, lo: float | None, hi: float | None
) -> None:
    (proposal,) = found(words + "。")
    assert proposal.comparator == comparator
    assert (proposal.lo, proposal.hi) == (
        None if lo is None else Decimal(str(lo)),
        None if hi is None else Decimal(str(hi)),
    )


@pytest.mark.parametrize(
    "words",
    [
        "根据教基〔2021〕8号文件要求。",
        "2023年3月27日印发。",
        "“十四五”规划和2035年远景目标纲要。",
        "推进“1+X”证书制度和5G校园建设。",
        "聚焦“361”产业集群。",
        "实施“1122”工程和创客2.0计划。",
        "深入学习贯彻党的二十大和二十届三中全会精神。",
        "落实《关于减轻负担的30条意见》。",
        "3.推进教育公平。",
        "优化3—6岁幼儿保教。",
        "面向五年级、八年级学生开展普测。",
        "围绕三个方面开展工作。",
        "浏览次数:1203",
    ],
)
def test_what_is_no_statistic(words: str) -> None:
    assert found(words) == []


def test_labels_and_values_are_paired_in_order() -> None:
    rows = found("到2025年,幼儿园、小学教师本科学历比例分别达到40%、95%以上。")
    assert [(p.label, p.lo, p.comparator) for p in rows] == [
        ("幼儿园教师本科学历比例", 40, ">="),
        ("小学教师本科学历比例", 95, ">="),
    ]


def test_one_value_for_several_labels() -> None:
    rows = found("义务教育入学率和巩固率均达100%。")
    assert [(p.label, p.lo) for p in rows] == [
        ("义务教育入学率", 100),
        ("义务教育巩固率", 100),
    ] or [p.label for p in rows] == ["义务教育入学率", "巩固率"]


def test_from_and_to() -> None:
    first, second = found("公办园在园幼儿占比由42.7%提高到50%。")
    assert (first.lo, first.year, first.kind) == (Decimal("42.7"), 2020, "actual")
    assert (second.lo, second.year, second.kind) == (50, 2025, "target")
    assert first.label == second.label == "公办园在园幼儿占比"


def test_a_rise_in_points_is_no_share() -> None:
    (proposal,) = found("九年义务教育巩固率提高3个百分点。")
    assert proposal.unit == "个百分点"
    assert proposal.candidates == ()


def test_the_name_before_a_colon_is_the_label_and_may_hold_the_unit() -> None:
    text = "某县“十四五”教育规划\n2020年，巩固率：98.2%；毛入园率（%）：89.2；在校生（人）：1200。"
    found = [(p.label, p.printed, p.unit) for p in scan_text(text).proposals]
    assert found == [("巩固率", "98.2", "%"), ("毛入园率", "89.2", "%"), ("在校生", "1200", "人")]


def test_a_change_without_a_subject_is_of_what_stands_before() -> None:
    text = "某县2023年教育统计公报\n九年义务教育巩固率96.1%，较五年前提高2.8个百分点，"
    text += "较2020年提高1.1个百分点。在校生5.1万人，同比增长4.1%。"
    assert [p.label for p in scan_text(text).proposals] == [
        "九年义务教育巩固率",
        "九年义务教育巩固率较五年前提高",
        "九年义务教育巩固率较2020年提高",
        "在校生",
        "在校生同比增长",
    ]


def test_a_year_in_a_heading_governs_what_stands_below() -> None:
    text = "某县教育提质行动方案\n一、主要目标\n到2026年\n——幼儿园:入园率98%。\n"
    text += "到2028年\n——幼儿园:入园率99%。\n"
    rows = [p for p in scan_text(text, project=REAL).proposals if p.unit == "%"]
    assert [(p.lo, p.year) for p in rows] == [(98, 2026), (99, 2028)]


def test_parts_name_their_parent() -> None:
    rows = found("到2025年,基建项目88个,其中中小学项目44个。")
    assert rows[1].note.startswith("其中: part of ")


@pytest.mark.parametrize(
    ("label", "indicator", "grade"),
    [
        ("学前三年毛入园率达到95%", "preschool_gross_enrolment", "exact"),
        ("学前三年毛入园率达到95%", "preschool_enrolment", "proxy"),
        ("学前三年入园率达到95%", "preschool_enrolment", "exact"),
        ("高中阶段入学率达到95%", "senior_gross_enrolment", "proxy"),
        ("初中三年巩固率达到95%", "compulsory_retention", "proxy"),
        ("公办幼儿园在园幼儿占比达到55%", "public_children_share", "exact"),
        ("公办幼儿园学位覆盖率达到55%", "public_children_share", "proxy"),
        ("公办幼儿园招生覆盖率达到55%", "public_children_share", "proxy"),
        ("普惠性幼儿园覆盖面达到90%", "inclusive_children_share", "proxy"),
        ("普惠性幼儿园比例达到90%", "inclusive_children_share", "proxy"),
        ("义务教育学校校际差异系数控制在0.25以内", "balance_primary", "proxy"),
        ("省特色示范高中比例达66.7%", "featured_senior_students_share", "proxy"),
        ("近视率每年下降1个百分点", "myopia_decline", "exact"),
        ("近视率下降1%", "myopia_decline", "proxy"),
        ("学生体质健康优良率达到60%", "fitness_pass_rate", "proxy"),
    ],
)
def test_look_alikes_are_told_apart(label: str, indicator: str, grade: str) -> None:
    (proposal,) = found(f"到2025年,{label}。")
    grades = {c.indicator: c.comparability for c in proposal.candidates}
    assert grades.get(indicator) == grade


def test_what_no_term_fits_is_left_alone() -> None:
    (proposal,) = found("到2025年,食堂明厨亮灶覆盖率达到100%。")
    assert proposal.candidates == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2023年、2025年,巩固率分别达到96%、98%。", [("96", 2023), ("98", 2025)]),
        ("2022年、2023年分别新增学位100个、200个。", [("100", 2022), ("200", 2023)]),
        ("巩固率由2018年的90%提高到95%。", [("90", 2018), ("95", 2025)]),
        ("将现有40个校点调整到30个以内。", [("40", 2020), ("30", 2025)]),
        ("在2022年撤并9所的基础上,再撤并6所。", [("9", 2022), ("6", 2025)]),
        ("到2024年秋季学期,大班额比例降至2%,超大班额比例降至1%。", [("2", 2024), ("1", 2024)]),
        ("规划期末的巩固率为97%。", [("97", 2025)]),
        ("三年内新建学校6所。", [("6", 2023)]),
        ("巩固率比“十三五”时期提高2%。", [("2", 2025)]),
        ("学位仍有600个缺口。", [("600", 2020)]),
    ],
)
def test_the_nearest_words_that_say_when_win(
    sentence: str, expected: list[tuple[str, int]]
) -> None:
    assert [(p.printed, p.last_year) for p in found(sentence) if not p.milestone] == expected


@pytest.mark.parametrize(
    ("words", "comparator", "value"),
    [
        ("奖优资金不少于四分之一", ">=", "25"),
        ("教师占比不低于八成", ">=", "80"),
        ("学位利用率不到七成", "<", "70"),
        ("招生减少近三分之一", "~", "33.3333333333"),
        ("公用经费不低于每生每年600元", ">=", "600"),
        ("普通高中大班额全部清零", "=", "0"),
        ("校园责任事故零发生", "=", "0"),
        ("差异系数小学降至0.4以下,初中低于0.35", "<=", "0.4"),
    ],
)
def test_comparators_of_values_in_words_and_behind_a_rate(
    words: str, comparator: str, value: str
) -> None:
    proposal = found(words + "。")[0]
    bound = proposal.lo if proposal.lo is not None else proposal.hi
    assert (proposal.comparator, bound) == (comparator, Decimal(value))


def test_what_adds_up_over_a_plan_is_no_years_increment() -> None:
    (plan,) = found("“十四五”期间新增义务教育学位5200个。")
    assert [c.comparability for c in plan.candidates] == ["close"]
    (year,) = found("2023年新增义务教育学位1200个。")
    (proxy,) = year.candidates
    assert proxy.comparability == "proxy"
    assert proxy.reason.endswith("；不是5年累计。")


def table(*lines: str) -> list[tuple[str, str, int | None, str]]:
    text = "某某县教育指标任务表\n" + "\n".join(line.replace(" ", "\t") for line in lines) + "\n"
    rows = scan_text(text, project=REAL).proposals
    return [(p.label, p.printed, p.last_year, p.kind) for p in rows]


def test_a_marked_base_year_tells_what_the_other_columns_are() -> None:
    assert table("指标 单位 2022年(基数) 2024年", "巩固率 % 95 97") == [
        ("巩固率", "95", 2022, "actual"),
        ("巩固率", "97", 2024, "target"),
    ]


def test_headings_in_two_rows_are_read_together() -> None:
    assert table(
        "指标 2020年现状  2025年目标 ", " 小学 初中 小学 初中", "专任教师研究生比例(%) 1 4 3 9"
    ) == [
        ("小学专任教师研究生比例", "1", 2020, "actual"),
        ("初中专任教师研究生比例", "4", 2020, "actual"),
        ("小学专任教师研究生比例", "3", 2025, "target"),
        ("初中专任教师研究生比例", "9", 2025, "target"),
    ]


def test_columns_of_measures_take_the_year_of_their_caption() -> None:
    assert table("表1:2023年学校基本情况", "学段 学校数(所) 学生数(人)", "小学 39 43797") == [
        ("小学学校数", "39", 2023, "actual"),
        ("小学学生数", "43797", 2023, "actual"),
    ]


@pytest.mark.parametrize(
    ("words", "label", "comparator"),
    [
        ("学前一年免费,惠及近10万儿童。", "惠及儿童", "~"),
        ("育儿补贴惠及23.6万婴幼儿。", "育儿补贴惠及婴幼儿", "="),
        ("资助12万余名困难学生。", "资助困难学生", ">"),
    ],
)
def test_people_are_counted_without_a_measure_word(words: str, label: str, comparator: str) -> None:
    (proposal,) = found(words)
    assert (proposal.label, proposal.comparator) == (label, comparator)
    assert proposal.unit.startswith("万")


def test_a_bound_begins_no_other_word() -> None:
    (inland,) = found("全面建成以内陆开放为重点的体系。") or [None]
    assert inland is None or inland.comparator == "="
    (within,) = found("差异系数控制在0.35以内。")
    assert within.comparator == "<="
    (abroad,) = found("聘请10名以上海外引才大师。")
    assert abroad.comparator == ">="


def test_who_is_addressed_anew_stands_below_the_chapter_alone() -> None:
    text = (
        "五是办好实事。\n教育持续加力。新增学位8700个。\n社会保障加大投入。低保提高25元。\n"
        "各位代表!\n五年来,新增教育学位16万个。\n"
    )
    places = [one.locator for one in found(text)]
    assert places[0].endswith("五是办好实事·教育持续加力")
    assert places[-1] == "一、目标任务"
