"""The frame of a document: its title and number, its years, and what an analyst may tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.errors import CompareError
from compare.project import Project
from compare.sources.scan import PeriodError
from compare.sources.scan.find.plans import Plan, period_of, plan_of
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.scan import scan_text
from compare.sources.scan.find.titles import number_of, title_of

REAL = Project(Path(__file__).parents[4])
UNDATED = "关于学校建设的说明\n目前有学校30所。\n新建学校6所,巩固率达到97%。\n"


TITLES = {
    "青岚县“十四五”教育规划\n一、基础\n": "青岚县“十四五”教育规划",
    "白云县教育局\n2022年工作总结\n今年以来,…\n": "白云县教育局2022年工作总结",
    "青岚县政府关于印发青岚县学前教育行动方案的通知\n各乡镇:\n": "青岚县学前教育行动方案",
    "索引号: 11 日期: 2022-05-18\n印发《青岚县教育规划》的通知\n": "青岚县教育规划",
    "2024年政府民生实事项目(教育类)\n1.新建学校3所。\n": "2024年政府民生实事项目(教育类)",
    "全县教育工作取得新成绩,新建学校3所。\n": "",
    "出台青岚县教育集团提升行动方案,组建集团3个。\n": "",
}


@pytest.mark.parametrize(("head", "title"), TITLES.items())
def test_the_title_stands_alone_on_the_first_lines(head: str, title: str) -> None:
    assert title_of(head) == title


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("青政发〔2022〕18号\n各乡镇:\n", "青政发〔2022〕18号"),
        ("规划\n(青政办发〔2022〕31号)\n", "青政办发〔2022〕31号"),
        ("根据《督导评估办法》(教督〔2020〕1号)要求,我县开展自评。\n", ""),
    ],
)
def test_a_number_that_a_text_refers_to_is_not_its_own(head: str, number: str) -> None:
    assert number_of(head) == number


@pytest.mark.parametrize(
    ("text", "start", "end", "base"),
    [
        ("甲县“十五五”教育规划\n", 2026, 2030, 2025),
        ("甲县国民经济和社会发展第十四个五年规划(教育部分)\n", 2021, 2025, 2020),
        ("甲县“十四五”学前教育行动计划\n实施期限为2022年至2025年。\n", 2022, 2025, 2021),
        ("甲县教育行动方案(2025—2027年)\n", 2025, 2027, 2024),
        ("甲县教育局2024年工作总结和2025年工作打算\n", 2025, 2025, 2024),
        ("甲县2022年教育事业统计公报\n2023年4月6日\n", 2022, 2022, 2022),
        ("甲县学前教育自评报告\n现将2023年度情况报告如下。\n", 2023, 2023, 2023),
        ("甲县关于教育情况的报告\n2023年10月25日\n", 2023, 2023, 2023),
        ("甲县关于教育情况的报告\n2024年2月6日\n", 2023, 2023, 2023),
        ("2022年,我们建成学校3所。\n2023年,我们将新建学校2所。\n", 2023, 2023, 2022),
    ],
)
def test_the_years_that_a_document_speaks_about(text: str, start: int, end: int, base: int) -> None:
    plan = plan_of(text)
    assert (plan.start, plan.end, plan.base) == (start, end, base)


def test_what_nobody_says_stays_open() -> None:
    plan = plan_of(UNDATED)
    assert (plan.start, plan.end, plan.base, plan.horizon) == (None, None, None, None)
    assert all(
        p.last_year is None and "year-unknown" in p.reasons
        for p in scan_text(UNDATED, project=REAL).proposals
    )


def years(found: tuple[Proposal, ...]) -> dict[str, tuple[int | None, str]]:
    return {p.printed: (p.last_year, p.kind) for p in found}


@pytest.mark.parametrize(
    ("period", "kind", "expected"),
    [
        ("2021-2025", "plan", {"30": (2020, "actual"), "97": (2025, "target")}),
        ("十四五", None, {"30": (2020, "actual"), "97": (2025, "target")}),
        ("2024", "keypoints", {"30": (2023, "actual"), "97": (2024, "target")}),
        ("2024", "report", {"30": (2024, "actual"), "97": (2024, "actual")}),
    ],
)
def test_the_analyst_can_tell_what_the_title_does_not(
    period: str, kind: str | None, expected: dict[str, tuple[int, str]]
) -> None:
    found = scan_text(UNDATED, period=period, kind=kind, project=REAL).proposals
    assert expected.items() <= years(found).items()


def test_what_is_told_goes_before_what_the_title_says() -> None:
    text = "甲县“十四五”教育规划\n一、目标\n巩固率达到97%。\n"
    assert years(scan_text(text, project=REAL).proposals) == {"97": (2025, "target")}
    told = scan_text(text, period="2026-2030", project=REAL).proposals
    assert years(told) == {"97": (2030, "target")}


@pytest.mark.parametrize(
    ("typed", "years"),
    [("2021-2025", (2021, 2025)), ("2021—2025年", (2021, 2025)), ("2024", (2024, 2024)),
     ("十五五", (2026, 2030)), (" 2021 至 2025 ", (2021, 2025))],
)  # fmt: skip
def test_periods_as_people_type_them(typed: str, years: tuple[int, int]) -> None:
    assert period_of(typed) == years


@pytest.mark.parametrize("typed", ["", "soon", "2025-2021", "1800-1805", "2021-2099", "20-25"])
def test_a_period_that_is_none_is_refused_with_what_is_allowed(typed: str) -> None:
    with pytest.raises(PeriodError, match=r"2021-2025|1990 to 2060"):
        period_of(typed)


def test_a_kind_that_is_none_and_key_points_of_many_years_are_refused() -> None:
    with pytest.raises(CompareError, match="keypoints, plan, report"):
        plan_of("", kind="novel")
    with pytest.raises(PeriodError, match="one year"):
        plan_of("", period=(2021, 2025), kind="keypoints")
    assert plan_of("", period=(2021, 2025)) == Plan(start=2021, end=2025, horizon=2025, base=2020)


def test_the_command_takes_period_and_kind(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(UNDATED, encoding="utf-8")
    run = CliRunner()
    told = ["--period", "2024", "--kind", "report", "--format", "json"]
    rows = json.loads(run.invoke(main, ["scan", str(path), *told]).output)
    assert {row["year"] for row in rows} == {2024}
    refused = run.invoke(main, ["scan", str(path), "--period", "2025-2021"])
    assert refused.exit_code == 1
    assert "the first is not after the last" in refused.output


def test_a_stage_that_the_text_gives_a_year_is_that_year() -> None:
    text = (
        "监测指标\n\n基期为2022年，中期为2025年，目标期为2027年。\n\n"
        "巩固率：基期94.13%；中期95%以上；目标期不低于96%。"
    )
    found = [(p.printed, p.comparator, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [
        ("94.13", "=", 2022, "actual"),
        ("95", ">=", 2025, "target"),
        ("96", ">=", 2027, "target"),
    ]


def test_the_year_of_an_aim_that_is_compared_with_is_that_of_the_aim_alone() -> None:
    text = (
        "《某县“十四五”教育规划》中期评估报告\n\n数据截至2022年底。\n\n"
        "巩固率97.4%，已超过2025年97%的规划目标；毛入园率91.7%，距2025年93%的目标还差1.3个百分点。"
    )
    found = {p.printed: (p.last_year, p.kind) for p in scan_text(text).proposals}
    assert found["97.4"] == found["91.7"] == found["1.3"] == (2022, "actual")


def test_an_aim_that_a_report_compares_with_is_a_target() -> None:
    text = "某县教育规划中期评估报告\n\n数据截至2022年底。\n\n"
    text += "双师型教师占比43.5%，与2025年达到50%的规划目标尚有差距；骨干教师占比12%。"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [("43.5", 2022, "actual"), ("50", 2025, "target"), ("12", 2022, "actual")]


def test_what_lasts_since_a_plan_began_ends_with_what_a_review_knows() -> None:
    text = "某县“十四五”教育规划中期评估报告\n\n2022年，全县巩固率97%。\n\n"
    text += "“十四五”以来，新增学位6200个。农村小学17所。"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [("97", 2022, "actual"), ("6200", 2022, "actual"), ("17", 2022, "actual")]


def test_what_a_report_says_had_been_aimed_at_is_of_its_year() -> None:
    text = "某市2024年民生实事项目完成情况公示\n\n一、学前教育\n目标任务：新增学位1620个。\n"
    text += "完成情况：新增学位1890个。\n\n下一步打算：新增学位500个。\n"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found[:2] == [("1620", 2024, "target"), ("1890", 2024, "actual")]
    assert found[2][1:] != (2024, "actual")


def test_news_reports_and_may_expect() -> None:
    text = (
        "城区再添12所校园\n发布时间：2024-08-28\n本网讯 记者从某市教育局获悉，今年新增学位1437个。"
    )
    text += "这一比例今年底有望提高到93%。"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [("12", 2024, "actual"), ("1437", 2024, "actual"), ("93", 2024, "target")]


def test_a_government_report_turns_to_this_year() -> None:
    text = "政府工作报告\n——2024年1月9日在某市人民代表大会上\n\n过去一年，新增学位2万个。\n\n"
    text += "今年，重点抓好以下工作：新建幼儿园12所；巩固率达到96%。"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [("2", 2023, "actual"), ("12", 2024, "target"), ("96", 2024, "target")]


def test_an_excerpt_plans_for_the_year_of_its_heading() -> None:
    text = "二、2024年重点任务\n\n公办园占比由去年的54.3%提高到56%。"
    text += "2023—2024学年第一学期，参与率为96.8%，今年要保持在97%以上。覆盖面扩大到85%。"
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [
        ("54.3", 2023, "actual"),
        ("56", 2024, "target"),
        ("96.8", 2023, "actual"),
        ("97", 2024, "target"),
        ("85", 2024, "target"),
    ]


def test_a_heading_that_names_an_earlier_plan_looks_back() -> None:
    text = "某县“十四五”教育规划\n\n第一章 基础与目标\n第一节 “十三五”成果\n大班额由14%压减到1.6%。"
    found = [(p.label, p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found[1] == ("大班额", "1.6", 2020, "actual")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023年，全县有小学93所。\n在校生1.2万人。\n", "actual"),
        ("2023年，全县有小学93所。\n力争新建小学3所。\n", "target"),
        ("新建小学3所。\n小学巩固率达到97%，为约束性指标。\n", "target"),
    ],
)
def test_an_excerpt_without_a_title_reports_where_it_aims_at_nothing(text: str, kind: str) -> None:
    assert scan_text(text).proposals[-1].kind == kind


def test_a_school_year_is_told_by_the_title() -> None:
    text = (
        "某县教育局2023—2024学年度工作计划\n\n上学年，全县巩固率达到98.9%。\n\n"
        "本学年，教师交流轮岗比例不低于12%。"
    )
    found = [(p.printed, p.last_year, p.kind) for p in scan_text(text).proposals]
    assert found == [("98.9", 2023, "actual"), ("12", 2024, "target")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("小学校际差异系数：2022年0.52，2025年0.50以内。", [("0.52", 2022), ("0.50", 2025)]),
        ("小学校际差异系数由2020年的0.42降到2025年的0.35以下。", [("0.42", 2020), ("0.35", 2025)]),
    ],
)
def test_coefficients_stand_behind_their_years(text: str, found: list[tuple[str, int]]) -> None:
    proposals = scan_text(text).proposals
    assert [(p.printed, p.last_year) for p in proposals] == found
    assert {p.candidates[0].indicator for p in proposals} == {"balance_primary"}


def test_a_row_is_named_before_its_colon() -> None:
    labels = [p.label for p in scan_text("九年义务教育巩固率：2020年98%，2025年99%。").proposals]
    assert labels == ["九年义务教育巩固率"] * 2
