"""The rules of the language, one sentence each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from compare.project import Project
from compare.scan.proposals import Proposal
from compare.scan.scanning import scan_text

REAL = Project(Path(__file__).parents[1])
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
