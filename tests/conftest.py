"""What every test may ask for: a small pretend project, the real one, and the real texts."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from coded import copy_coded
from hypothesis import HealthCheck, settings
from made_up_cycle import add_cycle, copy_cycle
from remembered import OF_FINDINGS, looked_up, remembered, titled_once
from running import SELDOM
from trying import STEADY, THOROUGH

import compare
from compare.curated.build import build
from compare.curated.freshness import knowingly
from compare.finding import facts
from compare.ledger.ledger import read_ledger
from compare.ledger.texts import Texts, read_texts
from compare.project import Project
from compare.wording.catalogue import Lang

if TYPE_CHECKING:
    from compare.charts.chart import Chart
    from compare.reports import Options
    from compare.reports.run.pool import Executor, Forks

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"

settings.register_profile(
    "steady",
    max_examples=STEADY,  # a test that needs another number says so
    deadline=None,
    derandomize=True,
    database=None,
    # how fast examples come is the machine's affair
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=THOROUGH)
settings.load_profile("steady")


# nbformat would compile a grammar, for a second, to check addresses; see reports/run/warm.py
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

gc.disable()  # while everything is imported: there is nothing to collect


def pytest_collection_finish() -> None:
    """Leave what imports made out of every later garbage collection, and look for it seldom.

    Rows of tables and parts of charts are many objects and no garbage; as in the batch, looking
    at them every few hundred took a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


LONGEST = (
    "reports/test_batch", "notebooks/test_notebooks", "pages/test_units", "charts/test_awkward",
    "reports/test_small_worlds", "curated/test_build", "finding/test_findings", "pages/test_home",
    "office/test_slides", "charts/test_charts", "comparisons/test_frames", "tables/test_tables",
)  # fmt: skip
"""Files that take longest; they are begun first, so that none is left for one core at the end."""

TOGETHER = (
    # that fork from the warm process that is kept
    ("reports/test_batch", "reports/test_reports", "export/test_export", "notebooks/test_engine",
     "run/test_kills", "run/test_cluster", "test_local_change", "test_ground"),
    # that look at the charts of the suite
    ("pages/test_units", "charts/test_comparing", "charts/test_titles"),
)  # fmt: skip
"""Files that share what takes long to make: they go to one worker, which makes it once."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give files that share something to one worker, and every other file to any."""
    from xdist.scheduler import LoadFileScheduling

    class TogetherScheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            name = nodeid.partition("::")[0]
            of = (files for files in TOGETHER if name.removesuffix(".py").endswith(files))
            return next(of, (name,))[0]

    return TogetherScheduling(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        name = item.nodeid.partition("::")[0].removesuffix(".py")
        return next((n for n, long in enumerate(LONGEST) if name.endswith(long)), len(LONGEST))

    items.sort(key=place)  # of one place, in their order


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


@pytest.fixture(scope="session", autouse=True)
def _compared_once() -> Iterator[None]:
    """Let sentences look up what was compared before: most tests make them of the same rows."""
    with looked_up(facts, OF_FINDINGS), titled_once():
        yield


@pytest.fixture(scope="session")
def default_set(built_once: Project) -> Callable[[Lang], list[Chart]]:
    """Return the charts of the suite in a language, made once for all who ask."""

    from forms_of import in_both_languages  # draws: most files need nothing of it

    with pytest.MonkeyPatch.context() as patch, remembered():
        patch.setenv("COMPARE_HOME", str(built_once.root))
        made = in_both_languages(compare.observations(), compare.coverage(), compare.evidence())
    return made.__getitem__


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


@pytest.fixture
def seen_world(world_built_once: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Return the one built tests/world, for tests that only look at it; it is seen to."""
    with _only_looked_at(world_built_once):
        yield _enter(world_built_once, monkeypatch)


@pytest.fixture
def seen_cycle(cycle_built_once: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Return the one built tests/world with the sources that followed, likewise."""
    with _only_looked_at(cycle_built_once):
        yield _enter(cycle_built_once, monkeypatch)


@contextmanager
def _only_looked_at(root: Path) -> Iterator[None]:
    """Let nothing be written, made or removed in a folder."""
    before = _looked_over(root)
    yield
    assert _looked_over(root) == before, "a test that writes needs a copy of its own"


@pytest.fixture(scope="session")
def kept_world(
    world_built_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, bytes | None]:
    """Return what a copy of the built tests/world holds: each file and each folder."""
    root = shutil.copytree(world_built_once, tmp_path_factory.mktemp("kept") / "world")
    return {path: _content(path) for path in (root, *sorted(root.rglob("*")))}


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.fixture
def mended_world(
    kept_world: dict[Path, bytes | None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Project]:
    """Return a built copy of tests/world that is made again what it was after each test."""
    root = next(iter(kept_world))
    yield _enter(root, monkeypatch)
    for path in sorted(root.rglob("*"), reverse=True):
        if path not in kept_world:
            path.rmdir() if path.is_dir() else path.unlink()
    for path, content in kept_world.items():
        if content is None:
            path.mkdir(exist_ok=True)
        elif not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


def _looked_over(root: Path) -> dict[str, tuple[int, int]]:
    """Return what tells whether any file of a folder was written, made or removed."""
    of = ((path, path.stat()) for path in root.rglob("*") if path.is_file())
    return {str(path): (seen.st_mtime_ns, seen.st_size) for path, seen in of}


@pytest.fixture
def cycle(world: Project) -> Project:
    """Return a copy of tests/world with the made-up sources that followed in the plan cycle."""
    add_cycle(world.raw.parents[1])
    return world


@pytest.fixture(scope="session")
def world_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = shutil.copytree(WORLD, tmp_path_factory.mktemp("built") / "world")
    build(Project(root))
    return root


@pytest.fixture(scope="session")
def cycle_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cycle") / "world"
    copy_cycle(root)
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


@pytest.fixture(scope="session")
def kept_warm(world_built_once: Path, built_once: Project) -> Iterator[Forks]:
    """Return a warm process that batches fork from, as each would from one of its own.

    To start one takes longer than most batches of tests here. It has the characters of both
    projects: each page would else cut its own from a font of all there are.
    """
    from compare.reports.run.needs import page_characters
    from compare.reports.run.pool import Forks

    characters = {*page_characters(Project(world_built_once)), *page_characters(built_once)}
    forks = Forks(2, "".join(sorted(characters)), keep=True)
    yield forks
    forks.close()


@pytest.fixture(scope="session")
def lend(request: pytest.FixtureRequest) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a function that lets batches fork from the warm process that is kept."""
    from compare.reports.run.pool import Kernels

    def executor(_: Project, options: Options, *__: object) -> Executor:
        if options.fork:
            return Lent(request.getfixturevalue("kept_warm"))
        return Kernels(options.at_once)

    return lambda patch: patch.setattr("compare.reports.batch._executor", executor)


@pytest.fixture
def from_one_warm_process(
    lend: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let the batches of this process fork from the warm process that is kept."""
    lend(monkeypatch)


class Lent:
    """The warm process as the executor of one batch: its end is not that of the process."""

    def __init__(self, forks: Forks) -> None:
        self.run = forks.run

    def close(self) -> None:
        """Leave the process to the next batch."""
