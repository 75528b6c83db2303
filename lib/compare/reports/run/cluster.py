"""Reports on a Dask cluster: the same jobs, on other machines; the client writes the files.

Workers need this package in the same state (that is checked) and nothing else: the curated
data, the notebooks and the texts travel with the batch, to workers that join later too. On
each worker a warm process forks a child for each report, as on one machine.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from compare.errors import ReportError
from compare.project import Project
from compare.reports.fingerprint import package_hash
from compare.reports.jobs import Event, Job, Outcome, Started
from compare.reports.run.needs import imported, page_characters
from compare.reports.run.pool import ForkNotPossibleError, Forks, Kernels

try:
    from distributed import Client, LocalCluster, WorkerPlugin, as_completed
except ImportError as missing:
    raise ReportError("a cluster needs Dask: pip install 'compare-regions[cluster]'") from missing

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_SECONDS = 5
"""How long a scheduler may take to answer; one that runs answers at once."""

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss|ucx)://[^\s:/]+:[0-9]{1,5}|[^\s:/]+:[0-9]{1,5}", re.ASCII)
_RETRIES = 3
"""How often a job whose worker dies is given to another."""

_own = threading.local()
"""The warm process of each thread of a worker."""


class Cluster:
    """Sends jobs to a Dask cluster.

    Parameters
    ----------
    address : str
        Address of a scheduler, or ``local`` for a cluster of processes on this machine.
    project : Project
        What workers are sent.
    at_once : int
        How many workers a local cluster has.

    Raises
    ------
    ReportError
        If no scheduler answers.
    """

    def __init__(self, address: str, project: Project, at_once: int) -> None:
        self._local: Any = None
        check_address(address)
        try:
            if address == "local":
                self._local = LocalCluster(
                    n_workers=at_once,
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address=None,
                )
                address = self._local.scheduler_address
            self._client = Client(address, timeout=_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ReportError(
                f"no Dask scheduler answers at {address} within {_SECONDS} seconds; "
                "start one with `dask scheduler`, and workers with `dask worker`"
            ) from error
        self._plugin = ProjectPlugin(_packed(project), package_hash())

    def run(self, jobs: Sequence[Job]) -> Iterator[Event]:
        """Give what happens, until every job has an outcome."""
        self._client.register_plugin(self._plugin)
        names = {}
        for job in jobs:
            future = self._client.submit(
                _on_worker, job, self._plugin.name, pure=False, retries=_RETRIES
            )
            names[future] = job.report.name
            yield Started(job.report.name)
        for future in as_completed(list(names), loop=self._client.loop):
            error = future.exception()
            if error is None:
                yield future.result()
            else:
                line = f"{type(error).__name__}: {error}"
                yield Outcome(names[future], line.splitlines()[0], line + "\n")
            future.release()

    def close(self) -> None:
        """Leave the cluster as it was: nothing of this batch runs on or stays there."""
        with contextlib.suppress(Exception):
            self._client.run(_stop_all, wait=True)
        with contextlib.suppress(Exception):
            self._client.unregister_worker_plugin(self._plugin.name)
        with contextlib.suppress(Exception):
            self._client.close(timeout=5)
        if self._local is not None:
            with contextlib.suppress(Exception):
                self._local.close(timeout=5)


def check_address(address: str) -> None:
    """Refuse at once what cannot be the address of a scheduler.

    Raises
    ------
    ReportError
        Naming what an address looks like.
    """
    if address != "local" and not _ADDRESS.fullmatch(address):
        raise ReportError(
            f"--scheduler {address!r} is no address; "
            "it takes tcp://host:port, as `dask scheduler` prints it"
        )


class ProjectPlugin(WorkerPlugin):
    """Unpacks the project on every worker, also on one that joins later."""

    idempotent = True

    def __init__(self, packed: bytes, package: str) -> None:
        self._packed, self._package = packed, package
        self.name = f"compare-{hashlib.sha256(packed).hexdigest()[:16]}"

    def setup(self, worker: Any) -> None:
        """Unpack, after a look whether the worker has the same package."""
        if package_hash() != self._package:
            raise ReportError(
                f"worker {worker.address} has another state of the package compare; "
                "install the same one there"
            )
        root = Path(worker.local_directory) / self.name
        with zipfile.ZipFile(io.BytesIO(self._packed)) as archive:
            archive.extractall(root)
        _roots[self.name] = root

    def teardown(self, worker: Any) -> None:
        """Remove what was unpacked."""
        _stop_all()
        shutil.rmtree(_roots.pop(self.name, ""), ignore_errors=True)


_roots: dict[str, Path] = {}
"""Where projects have been unpacked on this worker."""

_executors: list[Forks] = []
"""The warm processes of this worker."""


def _on_worker(job: Job, plugin: str) -> Outcome:
    """Make a report on a worker; return it with its files."""
    root = _roots[plugin]
    folder = root / "out" / f"{os.getpid()}-{threading.get_ident()}" / job.report.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    charts = root / "charts" if job.chart_cache else None
    if charts:
        charts.mkdir(exist_ok=True)
    here = replace(
        job,
        root=root,
        folder=folder,
        texts=str(root / "texts"),
        chart_cache=str(charts or ""),
    )
    try:
        outcome = _made(here)
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        return replace(outcome, files=files)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(job: Job) -> Outcome:
    try:
        return _last(_warm(job.root).run([job]))
    except ForkNotPossibleError:
        return _last(Kernels(1).run([job]))


def _warm(root: Path) -> Forks:
    """Return the warm process of this thread: it is started once, for all jobs."""
    if getattr(_own, "root", None) != root:
        project = Project(root)
        characters = page_characters(project)
        _own.forks = Forks(1, characters, imported(project.notebooks.glob("*.ipynb")), keep=True)
        _own.root = root
        _executors.append(_own.forks)
    forks: Forks = _own.forks
    return forks


def _last(events: Iterator[Event]) -> Outcome:
    outcomes = [event for event in events if isinstance(event, Outcome)]
    return outcomes[-1]


def _stop_all() -> None:
    """End the warm processes of this worker."""
    while _executors:
        _executors.pop().close()
    _own.__dict__.clear()


def _packed(project: Project) -> bytes:
    """Return what workers need of a project, as an archive: the same project, the same bytes."""
    found = {"data/curated/compare.duckdb": project.database}
    for folder, place in ((project.raw, "data/raw"), (project.notebooks, "notebooks")):
        for path in folder.rglob("*"):
            found[f"{place}/{path.relative_to(folder).as_posix()}"] = path
    for path in project.texts.glob("*"):
        found[f"texts/{path.name}"] = path
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(found):
            if found[name].is_file() and ".ipynb_checkpoints" not in name:
                entry = zipfile.ZipInfo(name, _EARLIEST)
                archive.writestr(entry, found[name].read_bytes(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
