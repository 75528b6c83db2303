"""Every kind of statement that government work reports make of education, in an invented line.

The kinds are those of the real reports that the scan was counted against by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.project import Project
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.scan import scan_text

REAL = Project(Path(__file__).parents[4])
HEAD = "2026年某某市政府工作报告\n"
DONE = f"{HEAD}一、2025年工作回顾\n"
PLANNED = f"{HEAD}二、2026年工作安排\n"


def found(sentence: str, head: str = DONE) -> list[Proposal]:
    return list(scan_text(f"{head}{sentence}\n", project=REAL).proposals)


def read(sentence: str, head: str = DONE) -> list[tuple[str, str]]:
    """Return label and value of every number."""
    sign = {"=": "", "range": ""}
    return [
        (p.label, f"{sign.get(p.comparator, p.comparator)}{p.printed}{p.unit}")
        for p in found(sentence, head)
    ]


def moments(sentence: str, head: str = DONE) -> list[tuple[int | None, str]]:
    return [(p.last_year, p.kind) for p in found(sentence, head)]


def candidates(sentence: str) -> list[dict[str, str]]:
    return [{c.indicator: c.comparability for c in p.candidates} for p in found(sentence)]


KINDS = {
    "a rate": ("义务教育巩固率达到96.3%。", [("义务教育巩固率", "96.3%")]),
    "a bound": ("普通高中升学率超过71%。", [("普通高中升学率", ">71%")]),
    "rates in turn": (
        "学前教育毛入园率、高中阶段毛入学率分别提升至91%左右、92%以上。",
        [("学前教育毛入园率", "~91%"), ("高中阶段毛入学率", ">=92%")],
    ),
    "one value for two rates": (
        "学前教育毛入园率、高中毛入学率超过92%。",
        [("学前教育毛入园率", ">92%"), ("高中毛入学率", ">92%")],
    ),
    "what two names end in": (
        "基本养老保险、基本医疗保险参保率均达到94%以上。",
        [("基本养老保险参保率", ">=94%"), ("基本医疗保险参保率", ">=94%")],
    ),
    "from a year to a year": (
        "高等教育毛入学率从2020年的43.5%提升至2025年的55%以上、进入新阶段。",
        [("高等教育毛入学率", "43.5%"), ("高等教育毛入学率", ">=55%")],
    ),
    "years of schooling": (
        "劳动年龄人口平均受教育年限从2020年的9.4年提升至2025年的10.1年左右。",
        [("劳动年龄人口平均受教育年限", "9.4年"), ("劳动年龄人口平均受教育年限", "~10.1年")],
    ),
    "schools merged": (
        "中职学校由62所优化整合为41所。", [("中职学校", "62所"), ("中职学校", "41所")],
    ),
    "somewhat more than": ("新增高中学位5200多个。", [("新增高中学位", ">5200个")]),
    "in thousands of ten": ("新增基础教育学位7.5万个。", [("新增基础教育学位", "7.5万个")]),
    "people without a measure word": (
        "免费教育惠及近12万儿童，津贴惠及34万老年人。",
        [("免费教育惠及儿童", "~12万"), ("津贴惠及老年人", "34万")],
    ),
    "a share before its subject": (
        "55%公办中小学校纳入集团化管理。", [("公办中小学校纳入集团化管理", "55%")],
    ),
    "in words": ("初中毕业生继续接受教育全覆盖。", [("初中毕业生继续接受教育", "全覆盖%")]),
    "about all": (
        "基本实现城域网全覆盖。", [("基本实现城域网全覆盖", "~基本实现城域网全覆盖%")],
    ),
    "schools counted": (
        "新建普通高中13所，设立综合高中29所。",
        [("新建普通高中", "13所"), ("设立综合高中", "29所")],
    ),
    "an age that is a value": ("人均预期寿命提高到79岁左右。", [("人均预期寿命", "~79岁")]),
    "an age that says who": ("扩大3—6岁幼儿托育服务。", []),
    "a place in an order": ("重点学科进入全球前1%。", []),
    "a share that is no place": ("目前98%的学校达标。", [("学校达标", "98%")]),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_label_and_value(kind: str) -> None:
    sentence, expected = KINDS[kind]
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("义务教育巩固率达到96.3%。", DONE, [(2025, "actual")]),
        ("普通高中升学率提高到74%以上。", PLANNED, [(2026, "target")]),
        ("新增基础教育学位6000个左右。", PLANNED, [(2026, "target")]),
        (
            "高等教育毛入学率从2020年的43.5%提升至2025年的55%以上。",
            DONE,
            [(2020, "actual"), (2025, "actual")],
        ),
        ("努力解决群众急难愁盼问题，教育支出占比保持在21%以上。", DONE, [(2025, "actual")]),
        ("努力实现教育支出占比保持在21%以上。", PLANNED, [(2026, "target")]),
    ],
)
def test_year_and_whether_it_has_happened(
    sentence: str, head: str, expected: list[tuple[int, str]]
) -> None:
    assert moments(sentence, head) == expected


def test_a_rise_names_the_indicator_at_both_ends() -> None:
    both = candidates("高等教育毛入学率从2020年的43.5%提升至2025年的55%以上。")
    assert both == [{"higher_gross_enrolment": "exact"}] * 2


def test_places_of_all_stages_are_only_related_to_those_of_schools() -> None:
    assert candidates("新增基础教育学位7.5万个。") == [{"new_school_places": "proxy"}]
    assert candidates("新增教育学位7.5万个。") == [{"new_school_places": "proxy"}]
