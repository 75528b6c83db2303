"""What is made of the code and the data is what stands in lib/docs: `make docs` writes it."""

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from architecture import architecture
from click import Group
from commands import commands
from dictionary import dictionary
from pictures import pictures
from PIL import Image
from test_local_change import ARTS, FORM, ITS_TEST, ITS_WORDS, KIND, REASON

import compare
from compare.cli import main
from compare.curated.build import build, check
from compare.project import Project

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "lib" / "docs"


def page(name):
    return (DOCS / name).read_text("utf-8")


def test_the_drawing_of_the_architecture_is_that_of_the_code():
    assert architecture() == page("architecture.svg"), "`make docs` writes it anew"


def test_the_reference_of_commands_is_that_of_the_commands():
    assert commands() == page("commands.md"), "`make docs` writes it anew"
    assert isinstance(main, Group)
    assert re.findall(r"^## (.*)", page("commands.md"), re.MULTILINE) == sorted(main.commands)


def test_the_dictionary_is_that_of_the_built_data(built_once):
    assert dictionary(built_once.curated) == page("data.md"), "`make docs` writes it anew"


def test_the_pictures_of_the_readmes_are_made_again(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw",
                    ignore=shutil.ignore_patterns("documents"))  # fmt: skip
    build(Project(tmp_path))
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    made = list(pictures(compare.observations(), compare.coverage(), compare.evidence()))
    shown = dict(re.findall(r"^- `(.*?)`: (.*)$", page("pictures.md"), re.MULTILINE))
    assert [name for name, *_ in made] == list(shown)
    for name, picture, words in made:
        assert (DOCS / name).stat().st_size < 60_000
        assert words == shown[name], "`make docs` makes them anew"
        _look_alike(picture, DOCS / name)


def _look_alike(picture: bytes, path: Path) -> None:
    now, then = (
        np.asarray(Image.open(source).convert("L"), dtype=int)
        for source in (io.BytesIO(picture), path)
    )
    assert now.shape == then.shape, "`make docs` makes them anew"
    assert abs(now - then).mean() < 2  # of 255: another version of a library draws edges anew


@pytest.mark.parametrize(
    "added",
    [
        ARTS.format(theme="balance"),
        FORM.strip(),
        ITS_TEST.strip(),
        REASON,
        KIND.strip(),
        *(words.strip() for words in ITS_WORDS.values()),
    ],
)
def test_what_contributing_adds_is_what_the_tests_of_local_change_add(added):
    assert added in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_rows_that_contributing_shows_are_accepted_by_the_check(tmp_path):
    raw = shutil.copytree(ROOT / "data" / "raw" / "definitions",
                          tmp_path / "data" / "raw" / "definitions").parent  # fmt: skip
    blocks = re.findall(r"^```text\n(.*?)^```$", _text("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL)
    rows = dict(zip(("indicators", "terms", "themes", "benchmarks"), _of_data(blocks), strict=True))
    for table, added in rows.items():
        path = raw / "definitions" / f"{table}.csv"
        there = path.read_text("utf-8")
        new = [row for row in added.splitlines(keepends=True) if row not in there]
        path.write_text(there + "".join(new), encoding="utf-8")
    problems = check(Project(tmp_path))
    assert problems == []


def _of_data(blocks: list[str]) -> list[str]:
    return [block for block in blocks if block.startswith("arts")]


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("place", "sample"),
    [
        ("lib/compare/charts/forms/dots.py", FORM),
        ("tests/charts/forms/test_dots.py", ITS_TEST),
        ("lib/compare/finding/kinds/complete.py", KIND),
    ],
)
def test_the_code_that_contributing_shows_passes_the_lint_of_its_place(place, sample):
    # what is no module yet is sorted among strangers
    for command in (["check", "--ignore", "I001"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "--stdin-filename", place, "-"],
            cwd=ROOT, input=sample, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_every_test_and_module_that_security_names_is_there():
    rows = [row for row in _text("SECURITY.md").splitlines() if "| `" in row]
    cells = [row.split("|")[3:5] for row in rows]
    named = [name for pair in cells for cell in pair for name in re.findall("`([^`]+)`", cell)]
    places = [ROOT, ROOT / "lib" / "compare", ROOT / "tests" / "ledger"]
    assert len(named) > 20
    for name in named:
        assert any((base / name).exists() for base in places), name


LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)|src=\"([^\":]+)\"")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), *ROOT.glob("tests/benchmarks/*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_inside_the_project_leads_somewhere(path):
    links = [one or other for one, other in LINK.findall(path.read_text("utf-8"))]
    assert [link for link in links if not (path.parent / link).exists()] == []
