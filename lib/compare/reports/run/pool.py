"""Executors on this machine: forks of a warm process, or ordinary processes and kernels."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import Protocol

from compare.reports.jobs import Event, Job, Outcome, Started
from compare.reports.run.processes import death_in_words, kill_group, kill_session
from compare.reports.run.warm import Beginning, Ready

_RESTARTS = 2
"""How often a warm process that dies is replaced."""


class Executor(Protocol):
    """Makes reports: takes jobs, gives events, leaves no process behind."""

    def run(self, jobs: Sequence[Job]) -> Iterator[Event]:
        """Give what happens, until every job has an outcome."""

    def close(self) -> None:
        """End every process."""


class ForkNotPossibleError(Exception):
    """Forking does not work here; the message says why."""


class Forks:
    """Forks a child of a warm process for each job.

    Parameters
    ----------
    at_once : int
        How many reports are made at a time.
    characters : str
        Characters that pages are expected to show.
    also : tuple of str
        Modules that notebooks import, besides this package's own.
    keep : bool
        Whether the warm process is kept for a further run.
    """

    def __init__(
        self, at_once: int, characters: str, also: tuple[str, ...] = (), *, keep: bool = False
    ) -> None:
        self._beginning = Beginning(os.getpid(), at_once, characters, also)
        self._keep = keep
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the warm process, without waiting for it."""
        if self._process is None:
            self._pipe, there = Pipe()
            self._process = _start("compare.reports.run.warm", str(there.fileno()), there.fileno())
            there.close()
            self._pipe.send(self._beginning)

    def run(self, jobs: Sequence[Job]) -> Iterator[Event]:
        """Give what happens, until every job has an outcome.

        Raises
        ------
        ForkNotPossibleError
            If the warm process cannot fork here.
        """
        left = {job.report.name: job for job in jobs}
        for attempt in range(_RESTARTS + 1):
            begun: set[str] = set()
            for event in self._serve(list(left.values())):
                if isinstance(event, Started):
                    begun.add(event.name)
                else:
                    left.pop(event.name)
                    begun.discard(event.name)
                yield event
            if not left and self._keep:
                return
            lost = list(left) if attempt == _RESTARTS else [name for name in left if name in begun]
            why = self._end()
            for name in lost:
                left.pop(name)
                yield Outcome(name, f"the warm process died: {why}")
            if not left:
                return

    def close(self) -> None:
        """End the warm process, and all its children with it."""
        self._end()

    def _serve(self, jobs: list[Job]) -> Iterator[Event]:
        """Give events until all jobs are done or the warm process is gone."""
        with contextlib.suppress(EOFError, ConnectionResetError, BrokenPipeError):
            self.start()
            assert self._pipe is not None
            for job in jobs:
                self._pipe.send(job)
            waiting = {job.report.name for job in jobs}
            while waiting:
                event = self._pipe.recv()
                if isinstance(event, Ready):
                    if event.trouble:
                        raise ForkNotPossibleError(event.trouble)
                    continue
                if isinstance(event, Outcome):
                    waiting.discard(event.name)
                yield event

    def _end(self) -> str:
        """End the warm process; return how it died."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()  # it reads the end of the pipe, and ends its children
        if process is None:
            return ""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.5)
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        kill_session(process.pid)  # if it was killed, what its children had started is left
        return death_in_words(process.returncode)


@dataclass
class _Running:
    job: Job
    process: subprocess.Popen[bytes]
    pipe: Connection
    began: float


class Kernels:
    """Starts an ordinary process for each job, with an ordinary kernel; works anywhere.

    Parameters
    ----------
    at_once : int
        How many reports are made at a time.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._running: list[_Running] = []

    def run(self, jobs: Sequence[Job]) -> Iterator[Event]:
        """Give what happens, until every job has an outcome."""
        waiting = deque(replace(job, kernel=True) for job in jobs)
        while waiting or self._running:
            while waiting and len(self._running) < self._at_once:
                job = waiting.popleft()
                self._begin(job)
                yield Started(job.report.name)
            ready = wait([running.pipe for running in self._running], 0.2)
            for running in list(self._running):
                outcome = self._outcome(running, running.pipe in ready)
                if outcome is not None:
                    self._end(running)
                    yield outcome

    def close(self) -> None:
        """End every process."""
        for running in list(self._running):
            self._end(running)

    def _begin(self, job: Job) -> None:
        here, there = Pipe()
        with contextlib.ExitStack() as stack:
            stack.callback(there.close)
            process = _start("compare.reports.run.worker", str(there.fileno()), there.fileno())
        here.send((os.getpid(), pickle.dumps(job)))
        self._running.append(_Running(job, process, here, time.monotonic()))

    def _outcome(self, running: _Running, ready: bool) -> Outcome | None:
        name, seconds = running.job.report.name, time.monotonic() - running.began
        limit = running.job.report_seconds
        if ready:
            try:
                outcome: Outcome = running.pipe.recv()
            except (EOFError, OSError):
                trouble = death_in_words(running.process.wait())
                return Outcome(name, trouble, trouble + "\n", seconds)
            return outcome
        if limit and seconds > limit:
            trouble = f"it took longer than {limit:g} seconds"
            return Outcome(name, trouble, trouble + "\n", seconds)
        return None

    def _end(self, running: _Running) -> None:
        self._running.remove(running)
        running.pipe.close()
        kill_group(running.process.pid)
        running.process.kill()
        running.process.wait()


def with_fallback(
    first: Forks, second: Callable[[], Executor], notice: Callable[[str], None]
) -> Executor:
    """Return an executor that forks, or takes another where that does not work."""
    return _WithFallback(first, second, notice)


class _WithFallback:
    def __init__(
        self, first: Forks, second: Callable[[], Executor], notice: Callable[[str], None]
    ) -> None:
        self._executor: Executor = first
        self._second, self._notice = second, notice

    def run(self, jobs: Sequence[Job]) -> Iterator[Event]:
        """Give what happens, until every job has an outcome."""
        try:
            yield from self._executor.run(jobs)
            return
        except ForkNotPossibleError as error:
            self._notice(f"ordinary kernels are used, which is slower: {error}")
            self._executor.close()
        self._executor = self._second()
        yield from self._executor.run(jobs)

    def close(self) -> None:
        """End every process."""
        self._executor.close()


def _start(module: str, argument: str, number: int) -> subprocess.Popen[bytes]:
    """Start a fresh Python, outside of the terminal's reach: Ctrl-C is the client's."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", module, argument],
        pass_fds=(number,),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
