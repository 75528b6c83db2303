"""What every test may ask for: a small pretend project, the real one, and the real texts."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from coded import copy_coded
from hypothesis import HealthCheck, settings

from compare.curated.build import build
from compare.curated.freshness import knowingly
from compare.ledger.ledger import read_ledger
from compare.ledger.texts import Texts, read_texts
from compare.project import Project

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"

settings.register_profile(
    "steady",
    max_examples=25,  # a test that needs more says so
    deadline=None,
    derandomize=True,
    database=None,
    # how fast examples come is the machine's affair
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("steady")


gc.disable()  # while everything is imported: there is nothing to collect


def pytest_collection_finish() -> None:
    """Leave what imports made out of every later garbage collection."""
    gc.freeze()
    gc.enable()


def pytest_configure(config: pytest.Config) -> None:
    if named := os.environ.get("COMPARE_DOCUMENTS"):
        os.environ["COMPARE_DOCUMENTS"] = str(Path(named).resolve())
    config.pluginmanager.register(RealProject(), "real-project")


class RealProject:
    """Fixtures for the whole session, the doctests of lib/compare included."""

    @pytest.fixture(scope="session")
    @classmethod
    def built_once(cls, tmp_path_factory: pytest.TempPathFactory) -> Project:
        root = tmp_path_factory.mktemp("real")
        copy_coded(root / "data" / "raw")
        build(Project(root))
        return Project(root)

    @pytest.fixture
    def project(self, built_once: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
        """Return the five documents, copied and built outside the working tree; read only."""
        monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
        return built_once

    @pytest.fixture(autouse=True)
    def _doctests_read_the_built_copy(self, request: pytest.FixtureRequest) -> None:
        if isinstance(request.node, pytest.DoctestItem):
            request.getfixturevalue("project")


@pytest.fixture
def documents(built_once: Project) -> Texts:
    """Return the texts of the real documents, by SHA-256."""
    texts = read_texts(Project(ROOT).texts)
    hashes = {source.item.sha256 for source in read_ledger(built_once.raw).sources}
    if not hashes <= set(texts.by_sha256):
        pytest.skip(f"the texts of the documents are not in {texts.folder}: set COMPARE_DOCUMENTS")
    return texts


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of tests/world, with its texts at hand."""
    return _enter(shutil.copytree(WORLD, tmp_path / "world"), monkeypatch)


@pytest.fixture
def built_world(world_built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of tests/world, built."""
    return _enter(shutil.copytree(world_built_once, tmp_path / "world"), monkeypatch)


@pytest.fixture(scope="session")
def world_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = shutil.copytree(WORLD, tmp_path_factory.mktemp("built") / "world")
    build(Project(root))
    return root


def _enter(root: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("COMPARE_HOME", str(root))
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(root / "texts"))
    return Project(root)


@pytest.fixture
def knowing() -> Iterator[None]:
    """Read what was built though data/raw has changed since, without a warning."""
    with knowingly():
        yield


@pytest.fixture
def tamper() -> Callable[[Project, str, str, str], None]:
    """Return a function that replaces the one occurrence of some words in a raw file."""

    def replace_once(project: Project, file: str, old: str, new: str) -> None:
        path = project.raw / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace_once
