"""From a scan to the ledger: folders, review, refusal of what nobody has seen, regions."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.curated.build import build, check
from compare.errors import CompareError, DataError, UnknownValueError
from compare.ledger.ledger import read_ledger
from compare.project import Project
from compare.sources.scan import (
    accept,
    add_region,
    correct,
    differences,
    missing_facts,
    queue,
    reject,
    scan,
    write_folder,
)
from compare.sources.scan.review.folders import FolderExistsError

PLAN = Path(__file__).parents[3] / "plans" / "qinglan-14fyp.txt"
NAME = "qinglan-14fyp"
REGION = {"region": "qinglan", "full_name_zh": "青岚县", "adcode": "410999", "parent": "xicheng"}


@pytest.fixture
def scanned(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of the real project with a sixth region's plan scanned into it."""
    root = tmp_path / "work"
    shutil.copytree(project.root / "data" / "raw", root / "data" / "raw")
    monkeypatch.setenv("COMPARE_HOME", str(root))
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(root / "data" / "raw" / "documents"))
    work = Project(root)
    add_region(REGION, project=work)
    write_folder(scan(PLAN, project=work), work.raw / NAME)
    return work


def figures(project: Project) -> list[dict[str, str]]:
    return rows_of(project.raw / NAME / "figures.csv")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("figure", "given", "file", "column"),
    [("xiangshan-14fyp/001", {"locator": "第一节"}, "figures.csv", "every_year"),
     ("quzhou-2024-action-plan/002", {"reason": "学段未写。"}, "alignment.csv", "after_break")],
)  # fmt: skip
def test_columns_that_a_table_may_leave_out_stay_when_a_row_is_corrected(
    project: Project, tmp_path: Path, figure: str, given: dict[str, str], file: str, column: str
) -> None:
    document = figure.split("/")[0]
    shutil.copytree(project.raw / "definitions", tmp_path / "data" / "raw" / "definitions")
    folder = Path(shutil.copytree(project.raw / document, tmp_path / "data" / "raw" / document))
    before = [row[column] for row in rows_of(folder / file)]
    assert correct(figure, given, project=Project(tmp_path)) == 1
    assert any(before)
    assert [row[column] for row in rows_of(folder / file)] == before


def test_what_is_kept_every_year_and_the_english_label_can_be_corrected(scanned: Project) -> None:
    figure = f"{NAME}/001"
    correct(figure, {"every_year": "keep", "label_en": "Schools"}, project=scanned)
    first = figures(scanned)[0]
    assert (first["every_year"], first["label_en"], first["state"]) == (
        "keep", "Schools", "confirmed",
    )  # fmt: skip


def test_what_is_only_proposed_is_refused_and_nothing_else_is_wrong(scanned: Project) -> None:
    problems = check(scanned)
    assert [problem.column for problem in problems] == ["state"]
    assert "45 rows are only proposed" in str(problems[0])
    with pytest.raises(DataError, match="only proposed"):
        build(scanned)


def test_confirmed_rows_enter_the_build_with_a_sixth_region(scanned: Project) -> None:
    rows = len(figures(scanned))
    assert accept([NAME], project=scanned) == rows
    assert accept([NAME], project=scanned) == 0
    assert check(scanned) == []
    assert build(scanned).rows["regions"] == 6


def test_rejected_rows_stay_in_the_file_and_out_of_the_ledger(scanned: Project) -> None:
    aligned = f"{NAME}/008"
    assert reject([aligned], project=scanned) == 1
    assert reject([aligned], project=scanned) == 0
    accept([NAME], project=scanned)
    assert check(scanned) == []
    ledger = read_ledger(scanned.raw)
    assert aligned not in {entry.item.figure for entry in ledger.figures}
    assert aligned not in {entry.item.figure for entry in ledger.alignments}
    assert aligned in {row["figure"] for row in figures(scanned)}


def test_a_correction_confirms_its_row_and_touches_no_other(scanned: Project) -> None:
    before = figures(scanned)
    change = {"label": "全县各级各类学校数", "scope": "region"}
    assert correct(f"{NAME}/001", change, project=scanned) == 1
    assert correct(f"{NAME}/001", change, project=scanned) == 0
    after = figures(scanned)
    assert after[0]["label"] == "全县各级各类学校数"
    assert after[0]["state"] == "confirmed"
    assert after[1:] == before[1:]


def test_a_correction_that_is_not_valid_changes_nothing(scanned: Project) -> None:
    before = figures(scanned)
    with pytest.raises(CompareError, match="would not be valid"):
        correct(f"{NAME}/001", {"lo": "abc"}, project=scanned)
    with pytest.raises(UnknownValueError, match="column"):
        correct(f"{NAME}/001", {"colour": "red"}, project=scanned)
    with pytest.raises(UnknownValueError, match="figure"):
        accept([f"{NAME}/999"], project=scanned)
    with pytest.raises(UnknownValueError, match="document"):
        accept(["nowhere"], project=scanned)
    assert figures(scanned) == before


OTHER = "quzhou-2024-action-plan"


def typed(project: Project) -> dict[str, bytes]:
    files = [path for path in project.raw.rglob("*") if path.is_file()]
    return {path.relative_to(project.raw).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "options",
    [
        ["--accept", f"{OTHER}/001"],
        ["--accept", OTHER],
        ["--reject", f"{OTHER}/001"],
        ["--correct", f"{OTHER}/001", "--set", "note=seen"],
        ["--accept", f"{NAME}/001", "--reject", f"{OTHER}/001"],
        ["--accept", f"{NAME}/001", "--reject", f"{NAME}/999"],
        ["--accept", f"{NAME}/001", "--reject", f"{NAME}/001"],
        ["--accept", f"{NAME}/"],
        ["--accept", f"{NAME}/001", "--correct", f"{NAME}/002", "--set", "lo=abc"],
        ["--correct", NAME, "--set", "note=seen"],
        ["--accept", f"../raw/{NAME}/001"],
    ],
)
def test_a_review_touches_its_own_document_or_nothing(scanned: Project, options: list[str]) -> None:
    before = typed(scanned)
    result = CliRunner().invoke(main, ["review", NAME, *options])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert typed(scanned) == before


@pytest.mark.parametrize("document", ["nosuch", "", ".", f"{NAME}/", f"{OTHER}/../{NAME}"])
@pytest.mark.parametrize("option", ["--reject", "--accept"])
def test_a_review_of_no_document_changes_none(scanned: Project, document: str, option: str) -> None:
    before = typed(scanned)
    result = CliRunner().invoke(main, ["review", document, option, f"{NAME}/001"])
    assert result.exit_code == 1
    assert f"document={document!r} does not exist" in result.output
    assert typed(scanned) == before
    for change in (accept, reject):
        with pytest.raises(UnknownValueError, match="document"):
            change([f"{NAME}/001"], document=document, project=scanned)


def test_figures_of_several_documents_are_all_known_before_one_is_changed(
    scanned: Project,
) -> None:
    before = typed(scanned)
    with pytest.raises(UnknownValueError, match="zhejiang"):
        accept([NAME, "zhejiang/001"], project=scanned)
    with pytest.raises(UnknownValueError, match=f"belongs to the document '{NAME}'"):
        correct(f"{NAME}/001", {"note": "seen"}, document=OTHER, project=scanned)
    assert typed(scanned) == before


def test_a_row_that_strayed_into_the_folder_is_no_row_of_the_document(scanned: Project) -> None:
    path = scanned.raw / NAME / "figures.csv"
    path.write_bytes(path.read_bytes().replace(f"{NAME}/001".encode(), f"{OTHER}/001".encode()))
    with pytest.raises(UnknownValueError, match="figure"):
        accept([f"{NAME}/001"], project=scanned)
    accept([NAME], project=scanned)
    states = {row["figure"]: row["state"] for row in figures(scanned)}
    assert states.pop(f"{OTHER}/001") == "proposed"
    assert set(states.values()) == {"confirmed"}


def test_the_queue_shows_the_doubtful_first_with_their_sentence(scanned: Project) -> None:
    waiting = queue(NAME, project=scanned)
    doubts = waiting["doubt"].to_list()
    assert doubts == sorted(doubts, reverse=True)
    assert all("【" in sentence for sentence in waiting["sentence"])
    accept([NAME], project=scanned)
    assert len(queue(NAME, project=scanned)) == 0
    assert len(queue(NAME, every=True, project=scanned)) == len(waiting)


def test_a_folder_with_rows_is_not_overwritten_unasked(scanned: Project) -> None:
    found = scan(PLAN, project=scanned)
    accept([f"{NAME}/001"], project=scanned)
    before = figures(scanned)
    with pytest.raises(FolderExistsError, match="exists"):
        write_folder(found, scanned.raw / NAME)
    assert figures(scanned) == before
    write_folder(found, scanned.raw / NAME, overwrite=True)
    assert figures(scanned)[0]["state"] == "proposed"


def test_source_facts_come_from_the_text(scanned: Project) -> None:
    accept([NAME], project=scanned)
    source = next(e.item for e in read_ledger(scanned.raw).sources if e.item.document == NAME)
    assert source.title == "青岚县“十四五”教育事业发展规划"
    assert source.number == "青政发〔2021〕47号"
    assert str(source.issued) == "2021-11-26"
    assert (source.period_start, source.period_end) == (2021, 2025)
    assert source.region == "qinglan"


def test_a_scan_differs_from_its_own_rows_in_nothing(scanned: Project) -> None:
    found = scan(PLAN, project=scanned)
    ledger = [e.item for e in read_ledger(scanned.raw).figures if e.item.document == NAME]
    compared = differences(found.document.text, found.proposals, ledger)
    assert compared.recall == compared.precision == 1
    assert all(
        compared.agreement(column) == 1
        for column in ("label", "comparator", "year", "kind", "unit", "scope")
    )
    fewer = differences(found.document.text, found.proposals[1:], ledger)
    assert [f.figure for f in fewer.only_ledger] == [f"{NAME}/001"]


def test_an_added_region_keeps_the_others_and_may_be_added_again(scanned: Project) -> None:
    path = scanned.raw / "definitions" / "regions.csv"
    before = path.read_bytes()
    region = add_region(REGION, project=scanned)
    assert path.read_bytes() == before
    assert (region.level, region.province, region.name_zh) == ("county", "河南", "青岚")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"adcode": "330225"}, "330225"),
        ({"region": "fushun"}, "fushun"),
        ({"full_name_zh": "宁波市", "level": "county"}, "宁波"),
        ({"adcode": "330299"}, "ningbo"),
        ({"adcode": "41099"}, "adcode"),
        ({"adcode": "990001", "province": "河南"}, "adcode"),
        ({"adcode": "410900"}, "濮阳市"),
        ({"adcode": "419900"}, "level"),
        ({"province": "浙江"}, "410998"),
        ({"parent": ""}, "parent"),
    ],
)
def test_a_region_that_does_not_fit_is_refused(
    scanned: Project, change: dict[str, str], said: str
) -> None:
    path = scanned.raw / "definitions" / "regions.csv"
    before = path.read_bytes()
    fresh = {"region": "linze", "full_name_zh": "林泽县", "adcode": "410998", "parent": "xicheng"}
    with pytest.raises(CompareError, match=said):
        add_region({**fresh, **change}, project=scanned)
    assert path.read_bytes() == before


def test_what_follows_is_not_asked_for() -> None:
    assert missing_facts(REGION) == []
    assert missing_facts({"full_name_zh": "青岚县"}) == [
        "region",
        "name_en",
        "parent",
        "province",
        "adcode",
    ]


def test_the_commands(scanned: Project) -> None:
    run = CliRunner()
    shown = run.invoke(main, ["scan", str(PLAN), "--format", "json"])
    assert len(json.loads(shown.output)) == len(figures(scanned))
    assert run.invoke(main, ["scan", str(PLAN)]).exit_code == 0
    assert "label,quote" in run.invoke(main, ["scan", str(PLAN), "--format", "csv"]).output
    again = run.invoke(main, ["scan", str(PLAN), "--output", str(scanned.raw / NAME)])
    assert again.exit_code == 1
    assert "exists" in again.output
    assert "青岚" not in run.invoke(main, ["scan", "nowhere.txt"]).output
    assert run.invoke(main, ["review", NAME]).exit_code == 0
    changed = run.invoke(main, ["review", NAME, "--correct", f"{NAME}/002", "--set", "unit=万人"])
    assert changed.output.startswith("1 row changed\n")
    done = run.invoke(main, ["review", NAME, "--reject", f"{NAME}/001", "--accept", NAME])
    assert done.exit_code == 0
    assert "both: " in run.invoke(main, ["review", NAME, "--diff", str(PLAN)]).output
    added = run.invoke(main, ["add-region", "--adcode", "410997", "--full-name-zh", "林泽县"],
                       input="linze\nxicheng\n")  # fmt: skip
    assert "linze: 林泽县, county, 410997" in added.output


def no_region_is_added(project: Project, facts: dict[str, str], said: str) -> None:
    before = typed(project)
    with pytest.raises(CompareError, match=said):
        add_region(facts, project=project)
    assert typed(project) == before


def test_the_list_tells_what_follows_from_a_name(scanned: Project) -> None:
    added = add_region(
        {"region": "jingning", "full_name_zh": "景宁畲族自治县", "parent": "lishui"},
        project=scanned,
    )
    assert (added.adcode, added.name_zh, added.level) == ("331127", "景宁", "county")
    assert added.province == "浙江"
    by_code = add_region({"region": "fushun-xian", "adcode": "210421", "parent": "fushun"},
                         project=scanned)  # fmt: skip
    assert (by_code.full_name_zh, by_code.name_zh) == ("抚顺县", "抚顺县")


def test_a_name_of_several_is_asked_for(scanned: Project) -> None:
    facts = {"region": "gulou", "full_name_zh": "鼓楼区", "parent": "xuzhou"}
    no_region_is_added(scanned, facts, "several divisions.*320106, 南京市.*350102, 福州市")
    asked = CliRunner().invoke(
        main, ["add-region", "--full-name-zh", "鼓楼区"], input="320302\ngulou\nxuzhou\n"
    )
    assert "350102, 福州市" in asked.output
    assert "gulou: 鼓楼区, district, 320302" in asked.output


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"full_name_zh": "永春县", "adcode": "330399", "parent": "wenzhou"},
         "350525, 泉州市.*does not have 330399"),
        ({"full_name_zh": "永春县", "adcode": "330382", "parent": "wenzhou"},
         "350525, 泉州市.*330382.*乐清市"),
        ({"full_name_zh": "青川乡县", "adcode": "330382", "parent": "wenzhou"},
         "乐清市 .330382, 温州市.*not 青川乡县"),
        ({"full_name_zh": "永春县", "parent": "wenzhou"}, "泉州市"),
        ({"full_name_zh": "永春县", "parent": "zhejiang"}, "泉州市"),
        ({"full_name_zh": "永春县", "parent": "浙江省"}, "泉州市"),
        ({"full_name_zh": "永春县", "parent": "quanzhou", "province": "浙江"}, "福建"),
        ({"full_name_zh": "永春县", "parent": "quanzhou", "adcode": "３５０５２５"}, "adcode"),
        ({"full_name_zh": "苍南县", "parent": "taizhou"}, "wenzhou.*平阳县"),
        ({"full_name_zh": "溪谷县", "parent": "quanzhou", "adcode": "35059９"}, "adcode"),
    ],
)  # fmt: skip
def test_a_name_and_a_code_of_two_divisions_are_refused(
    scanned: Project, facts: dict[str, str], said: str
) -> None:
    no_region_is_added(scanned, {"region": "somewhere", **facts}, said)


@pytest.mark.parametrize(
    ("typed_before", "typed_now", "said"),
    [
        ("330225", "33022５", "six digits"),
        ("330225", "350525", "永春县"),
        ("宁波市,prefecture-city,zhejiang", "宁波市,prefecture-city,fujian", "330000"),
        ("浙江,330225", "福建,330225", "浙江"),
        ("象山县,county,", "象山县,district,", "level"),
        ("象山,Xiangshan,象山县", "象山,Xiangshan,象山乡县", "象山县"),
    ],
)
def test_a_check_holds_regions_to_the_list(
    scanned: Project, typed_before: str, typed_now: str, said: str
) -> None:
    accept([NAME], project=scanned)
    path = scanned.raw / "definitions" / "regions.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert typed_before in text
    path.write_text(text.replace(typed_before, typed_now), encoding="utf-8")
    assert said in "\n".join(map(str, check(scanned)))


def test_a_renamed_division_gives_its_former_name(scanned: Project) -> None:
    added = add_region(
        {"region": "new-name", "full_name_zh": "新永春县", "adcode": "350525",
         "parent": "quanzhou", "aliases": "永春县"},
        project=scanned,
    )  # fmt: skip
    assert added.name_zh == "新永春"
