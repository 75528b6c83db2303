"""Notebooks run once each, in two warm processes, for all tests to look at.

``python running.py FOLDER`` runs the jobs of ``jobs.json`` through the engine of the report
batch, in this process and a fork of it. An ordinary kernel for each would take minutes; that
both give the same is a test of its own.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import nbformat

ROOT = Path(__file__).parents[1]

SELDOM = (200_000, 20, 100)
"""When garbage is looked for, as in each report of a batch."""


@dataclass(frozen=True, eq=False)
class Run:
    """A notebook to be run on the real data first, then on other data."""

    notebook: str
    parameters: dict[str, Any] = field(default_factory=dict)
    on: str = "real"
    drawn: bool = False
    """Whether pictures are drawn, which takes as long as the page; charts have their own tests."""

    def __str__(self) -> str:
        given = (str(value) for value in self.parameters.values())
        return "-".join([self.on, self.notebook, *given])


def run_all(runs: Sequence[Run], data: Mapping[str, Path], folder: Path) -> dict[Run, Result]:
    """Run notebooks in fresh processes, and return what became of each.

    Parameters
    ----------
    runs : sequence of Run
        What to run.
    data : mapping
        What runs are on, and the project that has its data; the notebooks are always ours.
    folder : pathlib.Path
        An empty folder to work in.
    """
    for on, project in data.items():
        (folder / on).mkdir()
        (folder / on / "data").symlink_to(project / "data")
        (folder / on / "notebooks").symlink_to(ROOT / "notebooks")
    jobs = [
        {**asdict(run), "name": str(number), "texts": str(data[run.on] / "texts")}
        for number, run in enumerate(runs)
    ]
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    command = [sys.executable, str(Path(__file__)), str(folder)]
    environment = {
        **os.environ,
        "COMPARE_TABLES": "static",
        "TMPDIR": str(folder / "tmp"),
    }
    (folder / "tmp").mkdir()
    subprocess.run(command, env=environment, check=True)
    return {run: Result(folder / str(number)) for number, run in enumerate(runs)}


@dataclass(frozen=True)
class Result:
    """What became of a run: files of one name."""

    path: Path

    @cached_property
    def notebook(self) -> nbformat.NotebookNode:
        """The executed notebook, read once for all who look at it."""
        import nbformat

        assert not self.error, self.error
        return nbformat.read(self.path.with_suffix(".ipynb"), as_version=4)

    @cached_property
    def page(self) -> str:
        """The page that a report makes of it."""
        assert not self.error, self.error
        return self.path.with_suffix(".html").read_text(encoding="utf-8")

    @property
    def error(self) -> str:
        """The traceback of the cell that failed; empty where none did."""
        path = self.path.with_suffix(".error")
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def run_in_a_kernel(notebooks: list[Path]) -> list[nbformat.NotebookNode]:
    """Run notebooks as ``jupyter execute`` does, one after another in one ordinary kernel."""
    return asyncio.run(_run_in_a_kernel(notebooks))


async def _run_in_a_kernel(notebooks: list[Path]) -> list[nbformat.NotebookNode]:
    import nbformat
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    sockets = tempfile.mkdtemp(prefix="k")  # of its own: kernels side by side share nothing
    of_posix = {"transport": "ipc", "ip": f"{sockets}/k"} if os.name == "posix" else {}
    manager = AsyncKernelManager(kernel_name="python3", **of_posix)
    await manager.start_kernel(cwd=str(ROOT / "notebooks"))
    try:
        executed = []
        for path in notebooks:
            notebook = nbformat.read(path, as_version=4)
            client = NotebookClient(notebook, km=manager)
            executed.append(await client.async_execute())
            client.kc.stop_channels()
    finally:
        await manager.shutdown_kernel(now=True)
        shutil.rmtree(sockets, ignore_errors=True)
    return executed


def main() -> None:
    """Run the jobs of a folder, and end without a look back, as the children of a batch do.

    Each shell would collect all garbage when Python ends, which took as long as the runs.
    """
    from compare.reports.run.warm import Beginning, import_everything, warm_up

    status = 1
    try:
        gc.disable()
        import_everything()
        warm_up(Beginning(os.getpid(), 2, ""))  # once for both; it enables the collector again
        gc.set_threshold(*SELDOM)
        folder = Path(sys.argv[1])
        jobs = json.loads((folder / "jobs.json").read_text(encoding="utf-8"))
        other = None
        if hasattr(os, "fork"):
            other = os.fork()
            jobs = jobs[0 if other else 1 :: 2]
        for job in jobs:
            _run(job, folder)
        status = os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]) if other else 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _run(job: dict[str, Any], folder: Path) -> None:
    from unittest.mock import patch

    from compare.charts import Chart
    from compare.reports.export import html
    from compare.reports.jobs import Job
    from compare.reports.manifest import Report
    from compare.reports.notebooks.execute import NotebookFailedError, execute

    parameters, root = job["parameters"], folder / job["on"]
    os.environ["COMPARE_HOME"] = str(root)
    os.environ.pop("COMPARE_CHART_CACHE", None)
    if job["drawn"]:
        os.environ["COMPARE_CHART_CACHE"] = str(folder)
    if job["on"] != "real":
        os.environ["COMPARE_DOCUMENTS"] = job["texts"]
    report = Report(
        job["name"], job["notebook"], job["notebook"], parameters.get("lang", "zh"), parameters, ()
    )
    made = Job(report, (), root, folder)
    drawn = Chart._drawn if job["drawn"] else lambda *_, **__: b"\x89PNG"
    fonts = patch.object(html, "page_font_faces", lambda _: "")  # have tests of their own
    with patch.object(Chart, "_drawn", drawn), fonts:
        try:
            notebook = execute(made, folder / f"{job['name']}.ipynb")
        except NotebookFailedError as error:
            (folder / f"{job['name']}.error").write_text(error.traceback, encoding="utf-8")
            return
        page = html.html_page(made, notebook)
    (folder / f"{job['name']}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
