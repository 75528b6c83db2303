"""Judging a scan: what a figure is aligned to, what follows from a correction, what is refused."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from coded import copy_coded

from compare.cli import main
from compare.curated.build import build, check
from compare.curated.database import evidence
from compare.curated.trace import trace
from compare.errors import CompareError, DataError, NotBuiltError, UnknownValueError
from compare.project import Project
from compare.sources.scan import accept, correct, queue, reject, scan, write_folder
from compare.sources.scan.review.folders import FolderNameError
from compare.sources.scan.review.judgements import NotValidError
from compare.tables import proposals_table

TEXT = """漓阳县“十四五”教育事业发展规划（2021—2025年）

第一节  “十三五”回眸
截至2020年底，九年义务教育巩固率96.1%；小学净入学率、初中三年巩固率分别为100%、98.7%。
义务教育大班额占比由2015年的14.2%压减到1.6%，超大班额全部消除。全县有小学54所。

第二节  “十四五”目标
到规划期末，九年义务教育巩固率达到97.5%，新增幼儿园学位0.43万个。
"""
NAME = "liyang-14fyp"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project with a plan scanned into it whose region nobody has registered."""
    root = tmp_path_factory.mktemp("judging")
    copy_coded(root / "data" / "raw")
    (root / "plan.txt").write_text(TEXT, encoding="utf-8")
    project = Project(root)
    write_folder(scan(root / "plan.txt", project=project), project.raw / NAME)
    return project


@pytest.fixture
def work(once: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "work"
    shutil.copytree(once.root, root)
    monkeypatch.setenv("COMPARE_HOME", str(root))
    monkeypatch.delenv("COMPARE_DOCUMENTS", raising=False)
    return Project(root)


def typed(project: Project, file: str) -> list[dict[str, str]]:
    with (project.raw / NAME / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def figure(project: Project, printed: str) -> str:
    """Return the id of the figure that prints a value."""
    return next(row["figure"] for row in typed(project, "figures.csv") if row["printed"] == printed)


def aligned(project: Project, name: str) -> list[tuple[str, str]]:
    rows = typed(project, "alignment.csv")
    return [(r["indicator"], r["comparability"]) for r in rows if r["figure"] == name]


def row_of(project: Project, name: str) -> dict[str, str]:
    return next(row for row in typed(project, "figures.csv") if row["figure"] == name)


def register(project: Project) -> None:
    """Add the region and the issuer, so that a check finds nothing else."""
    from compare.sources.scan import add_region

    facts = {"region": "liyang", "full_name_zh": "漓阳县", "adcode": "430299", "parent": "zhuzhou"}
    add_region(facts, project=project)
    path = project.raw / NAME / "source.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("issuer:\n", "issuer: 漓阳县教育局\n"), encoding="utf-8")


def test_the_queue_says_what_a_figure_is_aligned_to(work: Project) -> None:
    rows = {row["figure"]: row for row in queue(NAME, project=work).rows(named=True)}
    row = rows[figure(work, "96.1")]
    assert (row["indicator"], row["comparability"]) == ("compulsory_retention", "exact")
    assert rows[figure(work, "100")]["indicator"] == ""
    shown = CliRunner().invoke(main, ["review", NAME, "--format", "csv"]).output
    assert "indicator,comparability" in shown
    assert "compulsory_retention,exact" in shown


def test_several_alignments_are_shown_the_strongest_first(
    work: Project, built_once: Project
) -> None:
    path = work.raw / NAME / "alignment.csv"
    name = figure(work, "96.1")
    more = f"{name},smart_school_share,1,proxy,虚构,,main\n"
    head, rest = path.read_text(encoding="utf-8").split("\n", 1)
    path.write_text(f"{head}\n{more}{rest}", encoding="utf-8")
    waiting = queue(NAME, project=work)
    (row,) = [row for row in waiting.rows(named=True) if row["figure"] == name]
    assert row["indicator"] == "compulsory_retention smart_school_share"
    assert row["comparability"] == "exact proxy"
    page = proposals_table(waiting, evidence=evidence(built_once))._repr_html_()
    assert "九年义务教育巩固率（口径一致）<br>智慧校园" in page


@pytest.mark.parametrize(("lang", "said"), [("zh", "九年义务教育巩固率"), ("en", "retention")])
def test_the_table_of_the_queue_names_indicator_and_grade(
    work: Project, built_once: Project, lang: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = queue(NAME, project=work)
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    page = proposals_table(waiting, lang=lang)._repr_html_()  # type: ignore[arg-type]
    assert said in page
    assert {"zh": "口径一致", "en": "exact"}[lang] in page


def test_the_caption_speaks_of_doubt_only_where_the_rows_are_in_its_order(
    work: Project, built_once: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = queue(NAME, project=work)
    accept([NAME], project=work)
    settled = queue(NAME, every=True, project=work)
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    assert "疑点多的在前" in proposals_table(waiting).title
    assert "提议" not in proposals_table(settled).title
    alike = waiting.with_columns(doubt=0.08)
    assert proposals_table(alike).title == f"{len(waiting)}条提议"


def test_words_that_print_a_share_are_shown_without_a_sign(work: Project) -> None:
    values = queue(NAME, project=work)["value"].to_list()
    assert "全部消除" in values
    assert "96.1%" in values


def test_the_sentence_is_shown_though_the_sidecar_is_not_filled_in(work: Project) -> None:
    sidecar = work.raw / NAME / "source.yml"
    assert "issuer:\n" in sidecar.read_text(encoding="utf-8")
    waiting = queue(NAME, project=work)
    assert all("【" in sentence for sentence in waiting["sentence"])
    (work.raw / "documents" / f"{NAME}.txt").unlink()
    assert not any("【" in sentence for sentence in queue(NAME, project=work)["sentence"])
    sidecar.unlink()
    assert len(queue(NAME, project=work)) == len(waiting)


# --- indicator and grade ----------------------------------------------------------------


def test_a_grade_is_corrected_with_a_reason_of_its_own(work: Project) -> None:
    name = figure(work, "96.1")
    assert correct(name, {"comparability": "close"}, project=work) == 1
    assert correct(name, {"comparability": "close"}, project=work) == 0
    (row,) = [r for r in typed(work, "alignment.csv") if r["figure"] == name]
    assert (row["indicator"], row["comparability"]) == ("compulsory_retention", "close")
    assert (row["reason"], row["reason_en"]) == ("人工确认", "Confirmed by hand")
    assert row_of(work, name)["state"] == "confirmed"
    correct(name, {"comparability": "口径一致", "reason": "与公报同口径。"}, project=work)
    (row,) = [r for r in typed(work, "alignment.csv") if r["figure"] == name]
    assert (row["comparability"], row["reason"], row["reason_en"]) == (
        "exact",
        "与公报同口径。",
        "",
    )


@pytest.mark.parametrize("indicator", ["oversized_class_share", "义务教育大班额比例"])
def test_an_indicator_is_corrected_by_its_key_or_its_name(work: Project, indicator: str) -> None:
    name = figure(work, "96.1")
    before = [r for r in typed(work, "alignment.csv") if r["figure"] != name]
    correct(name, {"indicator": indicator}, project=work)
    assert aligned(work, name) == [("oversized_class_share", "exact")]
    assert [r for r in typed(work, "alignment.csv") if r["figure"] != name] == before


def test_a_figure_without_an_indicator_gets_one_with_its_factor(work: Project) -> None:
    name = figure(work, "0.43")
    correct(name, {"indicator": ""}, project=work)
    assert aligned(work, name) == []
    with pytest.raises(NotValidError, match="comparability=exact"):
        correct(name, {"indicator": "new_preschool_places"}, project=work)
    with pytest.raises(NotValidError, match="no indicator"):
        correct(name, {"comparability": "exact"}, project=work)
    assert aligned(work, name) == []
    correct(name, {"indicator": "new_preschool_places", "comparability": "exact"}, project=work)
    (row,) = [r for r in typed(work, "alignment.csv") if r["figure"] == name]
    assert (row["factor"], row["use"]) == ("10000", "main")


def test_what_does_not_exist_is_refused_with_the_nearest_spelling(work: Project) -> None:
    name = figure(work, "96.1")
    before = typed(work, "alignment.csv"), typed(work, "figures.csv")
    with pytest.raises(UnknownValueError, match="mean 'oversized_class_share'"):
        correct(name, {"indicator": "oversized_class_shar"}, project=work)
    with pytest.raises(UnknownValueError, match="mean '九年义务教育巩固率'"):
        correct(name, {"indicator": "义务教育巩固率"}, project=work)
    with pytest.raises(UnknownValueError, match="close, exact, proxy"):
        correct(name, {"comparability": "good"}, project=work)
    with pytest.raises(NotValidError, match="factor"):
        correct(name, {"factor": "-1"}, project=work)
    with pytest.raises(NotValidError, match="use=main"):
        correct(name, {"use": "alternative"}, project=work)
    assert (typed(work, "alignment.csv"), typed(work, "figures.csv")) == before


def test_one_figure_stays_the_main_one(work: Project) -> None:
    register(work)
    first, second = figure(work, "96.1"), figure(work, "98.7")
    decision = {"indicator": "compulsory_retention", "comparability": "exact"}
    correct(second, decision, project=work)
    accept([NAME], project=work)

    def uses() -> dict[str, str]:
        rows = typed(work, "alignment.csv")
        return {r["figure"]: r["use"] for r in rows if r["figure"] in (first, second)}

    assert uses() == {first: "main", second: "alternative"}
    assert check(work) == []
    correct(second, {"use": "main"}, project=work)
    assert uses() == {first: "alternative", second: "main"}
    assert check(work) == []
    reject([second], project=work)
    assert uses()[first] == "main"
    assert check(work) == []
    accept([second], project=work)
    assert uses()[first] == "main"
    assert check(work) == []


# --- what follows from a correction -------------------------------------------------------


def test_a_unit_that_is_none_of_the_indicators_is_refused(work: Project) -> None:
    name = figure(work, "96.1")
    with pytest.raises(NotValidError, match="'所' is none of compulsory_retention"):
        correct(name, {"unit": "所"}, project=work)
    correct(name, {"unit": "所", "indicator": ""}, project=work)
    assert row_of(work, name)["unit"] == "所"
    places = figure(work, "0.43")
    correct(places, {"unit": "个"}, project=work)
    (row,) = [r for r in typed(work, "alignment.csv") if r["figure"] == places]
    assert row["factor"] == "1"


@pytest.mark.parametrize(
    ("printed", "cells", "comparator", "lo", "hi"),
    [
        ("98.7", {"printed": "100"}, "=", "100", "100"),
        ("98.7", {"comparator": ">="}, ">=", "98.7", ""),
        ("98.7", {"comparator": "<"}, "<", "", "98.7"),
        ("98.7", {"printed": "100", "comparator": ">"}, ">", "100", ""),
        ("98.7", {"printed": "100", "lo": "100", "hi": "100"}, "=", "100", "100"),
        ("全部消除", {"comparator": "<="}, "<=", "", "0"),
        (
            "98.7",
            {"printed": "三分之二", "quote": "三分之二的学校"},
            "=",
            "66.6666666667",
            "66.6666666667",
        ),
        (
            "98.7",
            {"printed": "90-95", "quote": "在90-95%之间", "comparator": "range"},
            "range",
            "90",
            "95",
        ),
    ],
)
def test_the_interval_follows_from_the_printed_value(
    work: Project, printed: str, cells: dict[str, str], comparator: str, lo: str, hi: str
) -> None:
    name = figure(work, printed)
    assert correct(name, cells, project=work) == 1
    row = row_of(work, name)
    assert (row["comparator"], row["lo"], row["hi"]) == (comparator, lo, hi)
    assert row["worded"] == str(row["printed"] in ("全部消除", "三分之二")).lower()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"printed": "97"}, "not in its quote"),
        ({"lo": "97", "hi": "97"}, "'98.7' does not say lo=97"),
        ({"comparator": "range"}, "lo=98.7, hi=98.7 does not agree"),
        ({"worded": "true"}, "worded=true for '98.7'"),
        ({"comparator": "about"}, "comparator"),
    ],
)
def test_what_a_check_would_refuse_of_a_row_is_refused_at_once(
    work: Project, cells: dict[str, str], said: str
) -> None:
    before = typed(work, "figures.csv")
    with pytest.raises(CompareError, match=said):
        correct(figure(work, "98.7"), cells, project=work)
    assert typed(work, "figures.csv") == before


# --- files and words of spreadsheets --------------------------------------------------------


def test_what_is_written_opens_in_a_chinese_spreadsheet(work: Project) -> None:
    files = [work.raw / NAME / name for name in ("figures.csv", "alignment.csv")]
    correct(figure(work, "96.1"), {"comparability": "close"}, project=work)
    for path in files:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    saved = [path.read_text(encoding="utf-8-sig").encode("gb18030") for path in files]
    for path, data in zip(files, saved, strict=True):
        path.write_bytes(data)  # as a spreadsheet in China saves it
    accept([NAME], project=work)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in files[:1])
    assert {row["state"] for row in typed(work, "figures.csv")} == {"confirmed"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("已确认", ""), ("确认", ""), ("接受", ""), ("待确认", "only proposed"), ("Confirmed", "")],
)
def test_a_state_may_be_typed_in_chinese(work: Project, word: str, meant: str) -> None:
    register(work)
    path = work.raw / NAME / "figures.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",proposed\n", f",{word}\n"), encoding="utf-8")
    problems = [problem.what for problem in check(work)]
    assert len(problems) == bool(meant)
    assert all(meant in what for what in problems)
    waiting = len(typed(work, "figures.csv")) if meant else 0
    assert len(queue(NAME, project=work)) == waiting


@pytest.mark.parametrize("word", ["已拒绝", "拒绝"])
def test_a_row_rejected_in_chinese_is_read_by_nothing(work: Project, word: str) -> None:
    register(work)
    path = work.raw / NAME / "figures.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",proposed\n", f",{word}\n"), encoding="utf-8")
    assert check(work) == []
    assert {row["state"] for row in queue(NAME, every=True, project=work).rows(named=True)} == {
        "rejected"
    }


def test_another_word_is_refused_with_those_that_may_be(work: Project) -> None:
    register(work)
    path = work.raw / NAME / "figures.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",proposed\n", ",好\n"), encoding="utf-8")
    with pytest.raises(DataError, match=r"confirmed \(已确认\), proposed \(待确认\)"):
        build(work)


# --- the commands -----------------------------------------------------------------------------


def run(*arguments: str, said: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments), input=said)
    return result.exit_code, result.output


def test_the_command_says_what_a_corrected_figure_is_aligned_to(work: Project) -> None:
    name = figure(work, "96.1")
    cells = ["--set", "comparability=close", "--set", "comparator=>="]
    code, shown = run("review", NAME, "--correct", name, *cells)
    assert (code, shown) == (0, f"1 row changed\n{name}: compulsory_retention (close)\n")
    code, shown = run("review", NAME, "--correct", name, "--set", "indicator=")
    assert shown.endswith(f"{name}: aligned to no indicator\n")
    assert run("review", NAME, "--accept", NAME)[1].endswith("rows changed\n")


@pytest.mark.parametrize("name", ["漓阳县规划", "Liyang", "liyang_14", "documents", "definitions"])
def test_a_folder_whose_name_is_no_documents_is_refused(work: Project, name: str) -> None:
    found = scan(work.root / "plan.txt", project=work)
    with pytest.raises(FolderNameError, match="liyang-14fyp"):
        write_folder(found, work.raw / name)
    assert not (work.raw / name / "figures.csv").exists()


def test_a_folder_that_nothing_reads_is_written_with_a_warning(work: Project) -> None:
    plan = str(work.root / "plan.txt")
    code, shown = run("scan", plan, "--output", str(work.root / "elsewhere" / "liyang"))
    assert code == 0
    assert f"note: not in {work.raw}" in shown
    _, shown = run("scan", plan, "--output", str(work.raw / "liyang-again"))
    assert "note:" not in shown


def test_a_region_that_is_not_there_leads_to_adding_it(work: Project) -> None:
    code, shown = run("scan", str(work.root / "plan.txt"), "--region", "liyang")
    assert code == 1
    assert "compare-regions add-region" in shown


@pytest.mark.usefixtures("knowing")
def test_a_figure_typed_after_the_build_leads_to_building(
    work: Project, built_once: Project
) -> None:
    shutil.copytree(built_once.curated, work.curated)
    name = figure(work, "96.1")
    with pytest.raises(NotBuiltError, match=f"review {NAME}.*run `compare-regions build`"):
        trace(name, work)
    accept([NAME], project=work)
    with pytest.raises(NotBuiltError, match="not in the built data; run `compare-regions build`"):
        trace(name, work)
    with pytest.raises(UnknownValueError, match="does not exist"):
        trace(f"{NAME}/999", work)


def test_a_wrong_answer_is_asked_for_again_and_the_others_are_kept(work: Project) -> None:
    answers = ["漓阳县", "4302", "430200", "430299", "漓阳", "pingyang", "liyang", "株洲市",
               "湖南省", "zhuzhou"]  # fmt: skip
    code, shown = run("add-region", said="\n".join(answers) + "\n")
    assert code == 0
    for refused in ("'4302'", "代码 430200 是 株洲市", "'漓阳'", "pingyang 已是",
                    "'株洲市'", "'湖南省'"):  # fmt: skip
        assert refused in shown
    assert "小写字母、数字和连字符" in shown and "lower-case letters, digits" in shown
    assert shown.endswith("liyang: 漓阳县, county, 430299\n漓阳 / Liyang, 湖南, parent zhuzhou\n")


@pytest.mark.parametrize(
    ("name", "code", "region", "answer", "parent", "level"),
    [
        ("慈溪市", "330282", "cixi", "", "ningbo", "county-city"),
        ("慈溪市", "330282", "cixi", "宁波", "ningbo", "county-city"),
        ("株洲市", "430200", "zhuzhou", "", "hunan", "prefecture-city"),
        ("株洲市", "430200", "zhuzhou", "湖南省", "hunan", "prefecture-city"),
        ("湖南省", "430000", "hunan", "", "china", "province"),
        ("广西壮族自治区", "450000", "guangxi", "", "china", "province"),
        ("海淀区", "110108", "haidian", "", "beijing", "district"),
        ("仙桃市", "429004", "xiantao", "", "hubei", "county-city"),
        ("大兴安岭地区", "232700", "daxinganling", "", "heilongjiang", "prefecture-city"),
    ],
)
def test_what_can_be_told_is_not_asked_or_is_offered(
    work: Project, name: str, code: str, region: str, answer: str, parent: str, level: str
) -> None:
    exit_code, shown = run("add-region", said=f"{name}\n{region}\n{answer}\n")
    assert exit_code == 0, shown
    assert (f"parent [{parent}]" in shown) == (level != "province")  # nothing else contains one
    assert f"{region}: {name}, {level}, {code}\n" in shown
    assert shown.endswith(f"parent {parent}\n")


def test_a_districts_province_and_a_provinces_own_row_agree(work: Project) -> None:
    for said in ("北京市\n110000\nbeijing\n\n", "海淀区\n110108\nhaidian\n\n"):
        code, shown = run("add-region", said=said)
        assert code == 0, shown
    reject([NAME], project=work)
    assert not [problem for problem in check(work) if "regions.csv" in problem.file]


def test_an_option_that_is_not_right_is_refused_with_what_may_be(work: Project) -> None:
    facts = ["--full-name-zh", "漓阳县", "--adcode", "430299", "--parent", "zhuzhou"]
    code, shown = run("add-region", *facts, "--region", "漓阳")
    assert code == 1
    assert "小写字母、数字和连字符" in shown
    assert "pattern" not in shown
