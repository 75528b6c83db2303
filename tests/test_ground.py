"""The ground: environments that agree, a lock without addresses, READMEs whose commands run."""

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from coded import copy_coded

import compare
from compare.charts.forms import ranking
from compare.cli import main
from compare.sources.panel.made_up import made_up_panel

ROOT = Path(__file__).parents[1]

CONDA_NAMES = {"duckdb": "python-duckdb", "matplotlib": "matplotlib-base",
               "seaborn": "seaborn-base"}  # fmt: skip
NAMED = {"jupyterlab", "pandas", "polars", "matplotlib-base", "seaborn-base", "python-duckdb",
         "papermill"}  # fmt: skip
"""What the project is asked to stand on."""


def project_table() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def on_conda(requirement: str) -> str:
    name, version = requirement.split(">=")
    return f"{CONDA_NAMES.get(name, name)}>={version}"


def extras(*names: str) -> set[str]:
    table = project_table()["optional-dependencies"]
    return {item for name in names for item in table[name]}


def test_conda_environment_has_no_other_dependencies():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = {item for item in environment["dependencies"] if isinstance(item, str)}
    from_pip = next(item for item in environment["dependencies"] if isinstance(item, dict))
    assert from_pip == {"pip": ["-e .[dev]"]}
    python = "python" + project_table()["requires-python"]
    known = {on_conda(item) for item in {*project_table()["dependencies"], *extras("lab")}}
    assert listed - {python, "pip", "make"} <= known
    assert {item.split(">=")[0] for item in listed} >= NAMED


def test_in_the_conda_environment_make_installs_nothing(tmp_path):
    activated = {"CONDA_DEFAULT_ENV": "compare-regions", "CONDA_PREFIX": str(tmp_path)}
    for target in ("test", "reports", "lab"):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True,
            env={k: v for k, v in os.environ.items() if not k.startswith("MAKE")} | activated,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "pip" not in done.stdout.split()
        assert {line.partition("/bin/")[0] for line in done.stdout.splitlines()} == {str(tmp_path)}


LOCKS = {"requirements.lock": ("docx",), "requirements-dev.lock": tuple(
    project_table()["optional-dependencies"]
)}  # fmt: skip


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_dependency_with_hashes_and_no_address(name):
    lock = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE)
    for requirement in {*project_table()["dependencies"], *extras(*LOCKS[name])}:
        asked = re.split(r"[>=\[]", requirement)[0].replace(".", "-")
        assert asked in pinned or asked == project_table()["name"]
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z0-9])", lock))
    assert "://" not in lock


def test_both_locks_pin_the_same_versions():
    run, dev = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in LOCKS
    )
    assert run < dev


def committed_texts():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            yield name, path.read_bytes().decode("utf-8", errors="ignore")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_nothing_committed_names_a_package_host_or_a_path_of_this_machine():
    hosts = "|".join(["files" + ".pythonhosted", "pypi" + r"\.org", "/root" + "/", "/opt" + "/"])
    found = [name for name, text in committed_texts() if re.search(hosts, text)]
    assert found == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
@pytest.mark.parametrize(
    "path",
    [
        "lib/compare/curated/build.py",
        "data/raw/definitions/regions.csv",
        "data/curated/figures.csv",
        "notebooks/01-overview.ipynb",
        "reports/reports.yml",
        "requirements.lock",
        "requirements-dev.lock",
    ],
)
def test_no_needed_path_is_ignored(path):
    ignored = subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT, check=False)
    assert ignored.returncode == 1


def shell_commands(readme: str, kind: str) -> list[str]:
    """Return what a README has typed: as it stands (sh), or with a file of one's own (text)."""
    text = (ROOT / readme).read_text("utf-8")
    blocks = re.findall(rf"```{kind}\n((?:make|compare-regions).*?)```", text, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_both_readmes_give_the_same_commands():
    for kind in ("sh", "text"):
        assert shell_commands("README.md", kind) == shell_commands("README.zh-CN.md", kind)
        assert shell_commands("README.md", kind)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """Return a copy of the project, as a newcomer has it, with the five documents."""
    copy = tmp_path_factory.mktemp("newcomer") / "project"
    copy_coded(copy / "data" / "raw")
    for name in ("notebooks", "lib", "reports/reports.yml", "Makefile",
                 "pyproject.toml", "requirements.lock", "requirements-dev.lock"):  # fmt: skip
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    _keep_first_report(copy / "reports" / "reports.yml")
    return copy


def _keep_first_report(manifest: Path) -> None:
    """Leave the first entry only, in one language: others are made elsewhere."""
    head, first, *_ = re.split(r"^(?=- name)", manifest.read_text("utf-8"), flags=re.MULTILINE)
    manifest.write_text(head + first.replace("languages", "[en]"), encoding="utf-8")


def steps(command: str, folder: Path) -> list[str]:
    """Return what a command of a README runs: of make, the commands of its recipe."""
    if not command.startswith("make"):
        return [command]
    names = (".uv", ".installed", ".installed-dev")
    stamps = (f"--old-file=.venv/{name}" for name in names)
    asked = [*command.split(), "--dry-run", *stamps]
    done = subprocess.run(asked, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return [line.partition("/")[2].partition("/")[2] for line in done.stdout.splitlines()]


@pytest.mark.usefixtures("from_one_warm_process")
def test_the_commands_of_the_readmes_run(clone, monkeypatch):
    monkeypatch.chdir(clone)
    monkeypatch.delenv("COMPARE_HOME", raising=False)
    typed = shell_commands("README.md", "sh")
    listed = [step for command in typed for step in steps(command, clone)]
    mine = [step for step in listed if step.startswith("compare-regions")]
    assert mine[:2] == ["compare-regions build", "compare-regions report"]
    assert "pytest" in listed
    mine.remove("compare-regions charts")  # the front door is made by its own tests
    for command in dict.fromkeys(mine):  # each once
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{command}\n{done.output}"
    assert (clone / "reports" / "overview.en.html").is_file()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_both_readmes_say_how_the_table_is_written_and_which_page_is_there_first(
    readme, tmp_path, monkeypatch
):
    text = (ROOT / readme).read_text("utf-8")
    (line,) = re.findall(r"`(compare\.made_up_panel\(\)\.to_csv\(.*?\))`", text)
    assert text.index(line) < text.index("compare-regions import counties.csv")
    monkeypatch.chdir(tmp_path)
    exec(line, {"compare": compare})
    assert compare.panel("counties.csv", wholes=["*市"], direction="higher").observations.size
    entries = yaml.safe_load((ROOT / "reports" / "reports.yml").read_text("utf-8"))
    assert f"`reports/{entries[0]['name'].format(lang='zh')}.html`" in text


def test_the_commands_for_a_file_of_ones_own_run(clone, monkeypatch):
    shutil.copy2(ROOT / "tests" / "plans" / "qinglan-14fyp.txt", clone / "plan.txt")  # one's own
    two_years = [0, 1, 2, 11, 12, 21, 22]  # of two indicators: each year has charts of its own
    few = made_up_panel().iloc[[0, 1, 2, 3, -1], two_years]
    few.to_csv(clone / "counties.csv", index=False)
    monkeypatch.chdir(clone)
    monkeypatch.delenv("COMPARE_HOME", raising=False)
    # processes that draw have tests of their own: each would import everything again; and so
    # has every form of chart of an own table
    monkeypatch.setattr("compare.reports.front_door.processors", lambda: 1)
    monkeypatch.setattr("compare.charts.catalogue.modules", lambda: [ranking])
    for command in shell_commands("README.md", "text"):
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{command}\n{done.output}"
    assert list((clone / "reports").glob("brief-counties-*.zh.html"))
    curated = (clone / "data" / "curated" / "figures.csv").read_text("utf-8")
    assert (
        "qinglan-14fyp/001,qinglan-14fyp,qinglan,各级各类学校数," in curated
        and "qinglan-14fyp/002," not in curated
    )


def test_make_help_names_every_command(monkeypatch):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)[1].split()
    listed = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True)
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == phony
