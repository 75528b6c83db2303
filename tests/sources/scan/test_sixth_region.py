"""A sixth region, from its file to everything that shows regions, by the commands alone."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from coded import copy_coded

import compare
from compare import charts
from compare.charts.style import region_looks
from compare.cli import main
from compare.pages.pieces import piece_of
from compare.project import Project
from compare.reports.manifest import read_manifest
from compare.reports.notebooks.copies import inside

ROOT = Path(__file__).parents[3]
PLAN = ROOT / "tests" / "plans" / "qinglan-14fyp.txt"
NAME, REGION, SHOWN = "qinglan-14fyp", "qinglan", "青岚"


def run(*arguments: str, said: str = "") -> str:
    result = CliRunner().invoke(main, list(arguments), input=said)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Go the way of notebook 10: scan, add the region, review, check, build."""
    root = tmp_path_factory.mktemp("six")
    copy_coded(root / "data" / "raw")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    (root / "reports").mkdir()
    shutil.copy(ROOT / "reports" / "reports.yml", root / "reports")
    project = Project(root)
    with inside(project):
        written = run("scan", str(PLAN), "--output", str(project.raw / NAME))
        assert "to fill in source.yml: region" in written
        known = ["--adcode", "410999", "--full-name-zh", "青岚县", "--name-en", "Qinglan"]
        run("add-region", *known, said=f"{REGION}\nxicheng\n")
        first, second = waiting(project)[:2]
        run("review", NAME, "--reject", first, "--correct", second, "--set", "note=seen")
        run("review", NAME, "--accept", NAME)
        assert "no problems" in run("check")
        assert "6 regions, 6 documents" in run("build")
        yield project


def waiting(project: Project) -> list[str]:
    with (project.raw / NAME / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["figure"] for row in csv.DictReader(file) if row["state"] == "proposed"]


def test_nothing_is_left_to_review(six: Project) -> None:
    assert waiting(six) == []


def test_the_document_has_its_region_though_it_was_scanned_before(six: Project) -> None:
    assert f"region: {REGION}\n" in (six.raw / NAME / "source.yml").read_text(encoding="utf-8")


def test_every_comparison_has_it(six: Project) -> None:
    observed = compare.observations(region=SHOWN)
    assert len(observed) > 5
    indicator = str(observed["indicator"].iloc[0])
    known = compare.evidence()
    aligned = compare.align(compare.observations(indicator=indicator), evidence=known)
    assert set(aligned["region"]) == set(region_looks(known, ()))
    ranked = compare.rankings(compare.align(compare.observations(), evidence=known))
    assert ranked.loc[ranked["region"] == REGION, "rank_best"].notna().any()
    assert REGION in set(compare.coverage()["region"])
    assert f"{NAME}/" in str(observed["figure"].iloc[0])
    assert compare.trace(str(observed["figure"].iloc[0])).figure["document"] == NAME


def test_it_has_a_colour_of_its_own_and_the_others_keep_theirs(
    six: Project, built_once: Project
) -> None:
    looks = region_looks(compare.evidence(six), ())
    before = region_looks(compare.evidence(built_once), ())
    assert before.items() <= looks.items()
    assert set(looks) - set(before) == {REGION}
    assert len({look.colour for look in looks.values()}) == len(looks)


def test_charts_and_the_page_show_it(six: Project) -> None:
    known = compare.evidence()
    aligned = compare.align(compare.observations(), year=2025, kind="target", evidence=known)
    chart = charts.region_profile(compare.rankings(aligned), REGION, evidence=known)
    assert SHOWN in chart.alt
    piece = piece_of(chart, known)
    assert SHOWN in piece.said["alt"] and REGION in piece.said["regions"]


def test_the_reports_have_it_without_a_new_entry(six: Project) -> None:
    names = {report.name for report in read_manifest(six)}
    assert {f"region-{REGION}.zh", f"region-{REGION}.en"} <= names
    assert len([name for name in names if name.startswith("pair-") and REGION in name]) == 10
