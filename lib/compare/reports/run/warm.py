"""The warm process: it has imported everything, and forks a child for each report.

Started by :class:`compare.reports.run.pool.Forks` as ``python -m compare.reports.run.warm`` with an
open pipe, so that it is a fresh process wherever the batch is called from: in a process that
has used polars or holds a duckdb file open, a fork would hang or die. It only imports, and
never runs a notebook itself.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import random
import signal
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from compare.reports.jobs import Job, Outcome, Started
from compare.reports.run.processes import death_in_words, die_with_parent, kill_group, kill_session

_LIBRARIES = (
    "numpy",
    "pandas",
    "polars",  # imported, never used: its threads would not live in a child
    "pyarrow",
    "matplotlib.pyplot",
    "duckdb",  # no file is opened
    "great_tables",
)
_ROOMS = (
    "compare.comparisons.dispersion",
    "compare.composites.composite",
    "compare.schools.balance",
    "compare.finding",
    "compare.charts",
    "compare.tables",
    "compare.pages.brief.files",
    "compare.reports.export.html",
    "compare.reports.export.docx",
    "compare.reports.notebooks.shell_engine",  # IPython's shell; no socket is opened
    "compare.reports.run.produce",
)
_POLL = 0.05
"""Seconds between looks for children that died without a word."""
_TRIES = 3
"""How often a fork is tried before forking is given up."""


@dataclass(frozen=True)
class Beginning:
    """What the client tells the warm process first.

    Attributes
    ----------
    parent : int
        The client's process.
    at_once : int
        How many children may run at a time.
    characters : str
        Characters that pages are expected to show.
    also : tuple of str
        Further modules that the notebooks import.
    """

    parent: int
    at_once: int
    characters: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ready:
    """The warm process can fork; or cannot, and says why."""

    trouble: str = ""


@dataclass
class _Child:
    job: Job
    pid: int
    pipe: Connection
    began: float = field(default_factory=time.monotonic)
    outcome: Outcome | None = None

    @property
    def late(self) -> bool:
        limit = self.job.report_seconds
        return bool(limit) and time.monotonic() - self.began > limit


def import_everything(also: tuple[str, ...] = ()) -> None:
    """Import what reports need, before the first fork."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    # jupyter-events would compile a grammar at each import, for two seconds, to check
    # addresses that no report has
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    for name in (*_LIBRARIES, *_ROOMS, *also):
        with contextlib.suppress(ImportError):
            module = importlib.import_module(name)
            if name in _ROOMS:  # some rooms import what they offer when it is asked for
                for offered in getattr(module, "__all__", ()):
                    getattr(module, offered)


def warm_up(beginning: Beginning) -> None:
    """Make what all reports share: words, names of places, fonts, templates, one chart."""
    from matplotlib.figure import Figure

    from compare.charts.fonts import FAMILY, use_for_pages
    from compare.ledger.divisions import by_code
    from compare.reports.export.html import warm_up as warm_pages
    from compare.wording.catalogue import LANGUAGES, prepare, say

    use_for_pages(beginning.characters)
    prepare()
    by_code()
    title = " ".join(say("report-contents", lang) for lang in LANGUAGES)
    figure = Figure()
    figure.subplots().set_title(title, family=FAMILY)
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123
        figure.savefig(nothing, format="png")
    warm_pages()
    gc.freeze()  # so that a child's collector leaves shared pages alone
    gc.enable()


def main() -> None:
    """Serve one batch over the pipe whose number is the first argument."""
    client = Connection(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the client's to handle
    beginning: Beginning = client.recv()
    die_with_parent(beginning.parent, signal.SIGTERM)
    server = _Server(client, beginning.at_once)
    signal.signal(signal.SIGTERM, server.stop)
    gc.disable()  # imports leave nothing to collect, and collecting takes a seventh of their time
    try:
        import_everything(beginning.also)
        warm_up(beginning)
        client.send(Ready(_cannot_fork()))
        server.serve()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the client is gone
    finally:
        server.kill_all()
        os._exit(0)  # nothing to tidy up


class _Server:
    """Forks a child for each job, as many at once as allowed, and reports what became of it."""

    def __init__(self, client: Connection, at_once: int) -> None:
        self._client, self._at_once = client, at_once
        self._waiting: deque[Job] = deque()
        self._running: list[_Child] = []

    def serve(self) -> None:
        """Serve until the client closes the pipe."""
        while True:
            while self._waiting and len(self._running) < self._at_once:
                self._begin(self._waiting.popleft())
            pipes = [child.pipe for child in self._running if child.outcome is None]
            for ready in wait([self._client, *pipes], _POLL if self._running else None):
                if ready is self._client:
                    self._waiting.append(self._client.recv())
                else:
                    self._hear(next(c for c in self._running if c.pipe is ready))
            for child in list(self._running):
                self._look_after(child)

    def stop(self, *_: Any) -> None:
        """End everything; for a signal."""
        self.kill_all()
        os._exit(1)

    def kill_all(self) -> None:
        """End all children, with all that they have started."""
        for child in self._running:
            kill_group(child.pid)
            with contextlib.suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGKILL)
        for child in self._running:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(child.pid, 0)
        if os.getsid(0) == os.getpid():
            kill_session(os.getpid())
        self._running = []

    def _begin(self, job: Job) -> None:
        here, there = _pipe()
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if not pid:
            here.close()
            self._client.close()
            for other in self._running:
                other.pipe.close()
            _be_child(job, there, parent)
        there.close()
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)  # the child does so too; whoever comes first
        self._running.append(_Child(job, pid, here))
        self._client.send(Started(job.report.name))

    def _hear(self, child: _Child) -> None:
        try:
            child.outcome = child.pipe.recv()
        except (EOFError, OSError):
            child.outcome = None
            child.pipe.close()
            self._end(child, "")

    def _look_after(self, child: _Child) -> None:
        """Finish a child that has spoken, is late, or has died without a word."""
        if child not in self._running:
            return
        if child.outcome is not None:
            self._end(child, "")
        elif child.late:
            self._end(child, f"it took longer than {child.job.report_seconds:g} seconds")
        elif os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            if child.pipe.poll():
                self._hear(child)
            if child in self._running:
                self._end(child, "")

    def _end(self, child: _Child, trouble: str) -> None:
        """Kill what is left of a child's processes, and tell the client."""
        if child.outcome is None and not trouble:
            _let_finish(child.pid)
        kill_group(child.pid)
        _, status = os.waitpid(child.pid, 0)
        self._running.remove(child)
        child.pipe.close()
        trouble = trouble or death_in_words(os.waitstatus_to_exitcode(status))
        seconds = time.monotonic() - child.began
        name = child.job.report.name
        self._client.send(child.outcome or Outcome(name, trouble, trouble + "\n", seconds))


def _let_finish(pid: int) -> None:
    """Wait a moment for a process that is dying, so that it can be told how it died."""
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.002)


def _pipe() -> tuple[Connection, Connection]:
    reading, writing = os.pipe()
    return Connection(reading, writable=False), Connection(writing, readable=False)


def _be_child(job: Job, pipe: Connection, parent: int) -> None:
    """Make one report in this forked process, tell, and end without a look back."""
    status = 1
    try:
        os.setpgid(0, 0)
        die_with_parent(parent)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _reseed()
        from compare.reports.run.produce import work

        pipe.send(work(job))
        status = 0
    finally:
        os._exit(status)


def _reseed() -> None:
    """Give a forked process its own random numbers, as a fresh one would have."""
    random.seed()
    if "numpy" in sys.modules:
        import numpy as np

        np.random.seed()


def _cannot_fork() -> str:
    """Try a fork that draws, more than once; return why it fails each time, or nothing.

    One that someone kills says nothing about the next.
    """
    if not hasattr(os, "fork"):
        return "this system cannot fork"
    trouble = ""
    for _ in range(_TRIES):
        trouble = _fork_that_draws()
        if not trouble:
            break
    return trouble


def _fork_that_draws() -> str:
    """Fork a process that draws; return what went wrong, or nothing."""
    pid = os.fork()
    if not pid:
        try:
            die_with_parent(os.getppid())
            from matplotlib.figure import Figure

            Figure().canvas.draw()
            os._exit(0)
        finally:
            os._exit(1)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return "" if code == 0 else f"a forked process {death_in_words(code)}"
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return "a forked process hangs"


if __name__ == "__main__":
    # as a module of the package, so that what goes through the pipe has the same name there
    importlib.import_module("compare.reports.run.warm").main()
