"""Figures that no shared indicator fits: proposed as new ones, added by nobody but the analyst."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.curated.build import check
from compare.ledger.models import Indicator, columns
from compare.project import Project
from compare.sources.scan import Unaligned, new_indicators, of_document, of_proposals
from compare.sources.scan.find.scan import scan_text

REAL = Project(Path(__file__).parents[3])
TEXT = """某某县“十四五”教育规划
一、主要目标
到2025年,九年义务教育巩固率达到98%,全县食堂明厨亮灶覆盖率达到100%,教师流失率降到2%以下。
新建教师周转宿舍300套,九年义务教育巩固率提高1个百分点。
"""


def rows(frame: pl.DataFrame) -> dict[str, dict[str, str]]:
    return {row["name_zh"]: row for row in frame.to_dicts()}


def test_what_no_indicator_fits_is_proposed_in_the_columns_of_the_indicators() -> None:
    found = of_proposals(scan_text(TEXT, project=REAL).proposals)
    assert found.columns == columns(Indicator)
    proposed = rows(found)
    assert set(proposed) == {"食堂明厨亮灶覆盖率", "教师流失率", "新建教师周转宿舍"}
    kitchens = proposed["食堂明厨亮灶覆盖率"]
    assert (kitchens["unit"], kitchens["floor"], kitchens["cap"]) == ("%", "0", "100")
    assert kitchens["indicator"] == kitchens["name_en"] == kitchens["direction"] == ""
    assert kitchens["note"].startswith("待填：indicator、theme、name_en、")
    assert "见“全县食堂明厨亮灶覆盖率达到100%”" in kitchens["note"]
    assert (proposed["教师流失率"]["direction"], proposed["教师流失率"]["theme"]) == (
        "lower",
        "teachers",
    )
    assert proposed["新建教师周转宿舍"]["rankable"] == "false"


def test_the_same_name_is_proposed_once_and_the_most_frequent_first() -> None:
    one, two = Unaligned("集团化办学覆盖率", "%", "甲"), Unaligned("课后服务参与率", "%", "乙")
    found = new_indicators([one, two, Unaligned("全县课后服务参与率", "%", "丙")])
    assert found["name_zh"].to_list() == ["课后服务参与率", "集团化办学覆盖率"]
    assert found["note"][0].endswith("见“乙”等2处")


@pytest.mark.parametrize(
    "one",
    [
        Unaligned("巩固率提高", "个百分点", "…"),
        Unaligned("较上年增长", "%", "…"),
        Unaligned("初中", "%", "…"),
        Unaligned("全县教育的某项工作覆盖率", "%", "…", sure=False),
    ],
)
def test_a_rise_or_a_name_that_is_not_sure_is_no_indicator(one: Unaligned) -> None:
    assert new_indicators([one]).is_empty()


def test_a_part_of_a_whole_names_numerator_and_denominator() -> None:
    (row,) = new_indicators([Unaligned("县外生源占高一新生的比例", "%", "…")]).to_dicts()
    assert (row["numerator"], row["denominator"]) == ("县外生源", "高一新生")


def test_a_proposed_row_is_refused_until_it_is_filled_in(world: Project) -> None:
    path = world.raw / "definitions" / "indicators.csv"
    before = path.read_text(encoding="utf-8")
    proposed = new_indicators([Unaligned("课后服务参与率", "%", "课后服务参与率达95%")])
    path.write_text(before + proposed.write_csv(include_header=False), encoding="utf-8")
    wanting = {problem.column for problem in check(world)}
    assert wanting >= {"indicator", "name_en", "definition_zh", "direction", "rankable"}
    filled = proposed.with_columns(
        indicator=pl.lit("after_school_share"),
        theme=pl.lit("balance"),
        name_en=pl.lit("After-school participation"),
        definition_zh=pl.lit("参加课后服务的学生所占比例。"),
        definition_en=pl.lit("Share of students in after-school service."),
        numerator=pl.lit("参加者"),
        denominator=pl.lit("学生"),
        direction=pl.lit("higher"),
        rankable=pl.lit("true"),
        note=pl.lit(""),
    )
    path.write_text(before + filled.write_csv(include_header=False), encoding="utf-8")
    assert check(world) == []


def test_a_documents_own_rows_are_proposed_without_changing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(REAL.raw, tmp_path / "data" / "raw")
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    work, name = Project(tmp_path), "quzhou-2024-action-plan"
    before = {path: path.read_bytes() for path in work.raw.rglob("*.csv")}
    found = of_document(name, project=work)
    assert "200人以下小规模学校" in found["name_zh"].to_list()
    assert {path: path.read_bytes() for path in work.raw.rglob("*.csv")} == before
    plan = tmp_path / "plan.txt"
    plan.write_text(TEXT, encoding="utf-8")
    run = CliRunner()
    shown = run.invoke(main, ["review", name, "--new-indicators", "--format", "csv"])
    assert "200人以下小规模学校" in shown.output
    shown = run.invoke(main, ["scan", str(plan), "--new-indicators", "--format", "json"])
    assert "食堂明厨亮灶覆盖率" in shown.output
