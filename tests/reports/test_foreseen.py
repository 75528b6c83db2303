"""What a dry run foresees: what a notebook checks, by default as well, and nothing else."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from reporting import write_manifest, write_notebook

from compare.cli import main
from compare.reports import read_manifest
from compare.reports.foreseen import Foresight
from compare.reports.parameters_cell import read_checks, read_parameters
from compare.sources.panel.description import write_description

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

TABLE = "地区,毛入园率2019,毛入园率2024\n东县,90,91\n西县,85,87\n南县,88,92\n"

RIGHT = {
    "02-theme": "theme: own, year: 2019",
    "03-indicator": "indicator: 毛入园率",
    "05-pair": "region_a: 东县, region_b: 西县",
    "07-composite": "indicators: [毛入园率], year: 2019, goalposts: {毛入园率: [0, 100]}",
}


@pytest.fixture
def project(built_world):
    """Return a project with the real notebooks, and with an own table."""
    shutil.copytree(NOTEBOOKS, built_world.notebooks, dirs_exist_ok=True)
    file = built_world.root / "eu.csv"
    file.write_text(TABLE, encoding="utf-8")
    write_description(file, built_world.raw, "eu", "我的表", {"direction": {"毛入园率": "higher"}})
    return built_world


def foreseen(project, notebook, parameters):
    write_manifest(
        project, f"[{{name: own, notebook: {notebook}, title: t, parameters: {{{parameters}}}}}]"
    )
    return Foresight(project).will_fail(read_manifest(project)[0])


@pytest.mark.parametrize(
    ("notebook", "untold"),
    [
        ("02-theme", "theme, year are defaults"),
        ("03-indicator", "indicator is a default"),
        ("04-region", "region is a default"),
        ("05-pair", "region_a, region_b are defaults"),
        ("07-composite", "indicators, goalposts, year are defaults"),
    ],
)
def test_a_default_that_an_own_table_has_not_is_foreseen(project, notebook, untold):
    said = foreseen(project, notebook, "dataset: eu")
    assert "does not exist" in said and "\n" not in said
    assert f"{untold} of notebook {notebook}; do: give " in said
    result = CliRunner().invoke(main, ["report", "--dry-run"])
    assert result.exit_code == 1 and f"own: new; it would fail: {said}" in result.stdout


@pytest.mark.parametrize("notebook", RIGHT)
def test_what_is_given_and_is_in_the_table_is_right(project, notebook):
    assert foreseen(project, notebook, f"dataset: eu, {RIGHT[notebook]}") == ""


@pytest.mark.parametrize("notebook", ["01-overview", "06-targets", "11-attainment"])
def test_a_notebook_whose_defaults_ask_for_nothing_is_right(project, notebook):
    assert foreseen(project, notebook, "dataset: eu") == ""


def test_a_wrong_value_that_was_given_is_told_as_given(project):
    said = foreseen(project, "03-indicator", "dataset: eu, indicator: 毛入圆率")
    assert "Did you mean '毛入园率'" in said and "default" not in said
    said = foreseen(project, "02-theme", "dataset: eu, theme: own, year: 2020")
    assert said.startswith("year=2020 does not exist.") and "default" not in said


def test_a_brief_about_nobody_is_foreseen(project):
    assert "give region, or region_a" in foreseen(project, "brief", "dataset: eu")
    assert foreseen(project, "brief", "dataset: eu, region_a: 东县, region_b: 西县") == ""


def test_a_table_that_a_notebook_makes_is_not_looked_into(project):
    assert foreseen(project, "12-own-table", "indicator: 义务教育巩固率") == ""
    assert "毛入园率" in foreseen(project, "12-own-table", "dataset: eu, indicator: 毛入圆率")


def test_of_a_notebook_that_checks_nothing_what_names_something_is_looked_up(project):
    write_notebook(project, "n", "region = 'nowhere'", "region")
    assert foreseen(project, "n", "") == ""  # nobody knows what it makes of it
    assert "Did you mean 'luting'" in foreseen(project, "n", "region: lutin")


def test_a_file_and_a_name_that_a_notebook_does_not_check_are_no_failure(project):
    (project.notebooks / "schools.csv").write_text("", encoding="utf-8")
    assert foreseen(project, "08-balance", "schools: schools.csv") == ""
    assert foreseen(project, "10-add-region", "document: not-there-yet") == ""


def test_checks_are_read_and_not_run(project):
    write_notebook(
        project, "n", "a = 1", "%matplotlib inline", "raise SystemExit",
        "check_parameters(year=a, region=region, kind='actual', **more)",
    )  # fmt: skip
    checks = read_checks(project.notebooks / "n.ipynb")
    assert checks == [{"year": "a", "region": "region", "kind": ""}]


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_every_notebook_checks_its_parameters(path):
    checked = {name for check in read_checks(path) for name in check}
    assert checked <= set(read_parameters(path)) and checked
