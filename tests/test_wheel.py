"""The wheel: whole, and of use where the source tree is not at hand."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ROOMS = ("compare", "compare.charts", "compare.finding", "compare.tables")

LOOK = f"""
import importlib, json
from compare.wording.catalogue import say
rooms = [importlib.import_module(name) for name in {ROOMS}]
print(json.dumps({{
    "files": [room.__file__ for room in rooms],
    "names": [[name for name in room.__all__ if getattr(room, name)] for room in rooms],
    "texts": [say("moment", lang, year="2025", kind="target") for lang in ("zh", "en")],
}}))
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that finds nothing of this project by itself."""
    hidden = ("PYTHONPATH", "COMPARE_HOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def uv(*arguments: str | Path, cwd: Path) -> None:
    run(sys.executable, "-m", "uv", "--quiet", "--offline", *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from a copy, in which nothing of an earlier build lies about."""
    copy = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "lib" / "compare", copy / "lib" / "compare")
    for name in ("pyproject.toml", "README.md"):
        shutil.copy2(ROOT / name, copy / name)
    python = ("--python", sys.executable)
    uv("build", "--wheel", "--no-build-isolation", *python, "--out-dir", copy, copy, cwd=copy)
    (built,) = copy.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment of the wheel and, after it on the path, what it depends on."""
    folder = tmp_path_factory.mktemp("empty") / "environment"
    uv("venv", "--python", sys.executable, folder, cwd=folder.parent)
    uv("pip", "install", "--python", folder, "--no-deps", wheel, cwd=folder.parent)
    (packages,) = folder.glob("**/site-packages")
    # a path file in a folder that is named by one is not read: an editable install stays out
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "dependencies.pth").write_text("\n".join(sorted(dependencies)), encoding="utf-8")
    return folder


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    source = ROOT / "lib"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / "compare").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    metadata = {name for name in names if ".dist-info/" in name}
    assert set(names) - metadata == expected
    endings = {Path(name).suffix for name in expected}
    assert endings >= {".csv", ".ftl", ".mplstyle", ".py", ".pyi", ".sql", ".typed", ".yml"}


def test_the_wheel_is_named_after_the_version_of_the_project(wheel):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert wheel.name == f"compare_regions-{project['version']}-py3-none-any.whl"


def test_every_public_name_imports_from_the_wheel(installed, tmp_path):
    told = json.loads(run(installed / "bin" / "python", "-c", LOOK, cwd=tmp_path))
    assert all(Path(file).is_relative_to(installed) for file in told["files"])
    assert told["names"] == [list(importlib.import_module(name).__all__) for name in ROOMS]
    assert all(told["texts"])


@pytest.mark.parametrize("command", ["check", "trace"])
def test_commands_of_the_wheel_explain_themselves(installed, tmp_path, command):
    told = run(installed / "bin" / "compare-regions", command, "--help", cwd=tmp_path)
    assert told.startswith(f"Usage: compare-regions {command}")
