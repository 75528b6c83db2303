"""What a batch shows while it runs: a live bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from compare.reports.jobs import Outcome
from compare.reports.summary import Summary


class Watcher(Protocol):
    """Is told what happens in a batch."""

    def notice(self, text: str) -> None:
        """Take something worth knowing."""

    def begin(self, names: Sequence[str]) -> None:
        """Take the reports that will be made."""

    def started(self, name: str) -> None:
        """Take a report that has begun."""

    def done(self, outcome: Outcome) -> None:
        """Take what became of a report."""

    def end(self, summary: Summary) -> None:
        """Take what the batch did."""


class Quiet:
    """Shows nothing."""

    def notice(self, text: str) -> None:
        """Show nothing."""

    def begin(self, names: Sequence[str]) -> None:
        """Show nothing."""

    def started(self, name: str) -> None:
        """Show nothing."""

    def done(self, outcome: Outcome) -> None:
        """Show nothing."""

    def end(self, summary: Summary) -> None:
        """Show nothing."""


class Lines(Quiet):
    """Shows a plain line for what happens, for files and scripts."""

    def __init__(self, announce: Callable[[str], None]) -> None:
        self._announce = announce
        self._total, self._done = 0, 0

    def notice(self, text: str) -> None:
        """Show something worth knowing."""
        self._announce(text)

    def begin(self, names: Sequence[str]) -> None:
        """Show how many there are."""
        self._total = len(names)
        self._announce(f"{counted(self._total, 'report')} to make")

    def done(self, outcome: Outcome) -> None:
        """Show what became of a report."""
        self._done += 1
        what = f"FAILED: {outcome.error}" if outcome.error else f"{outcome.seconds:.1f} s"
        self._announce(f"[{self._done}/{self._total}] {outcome.name} {what}")

    def end(self, summary: Summary) -> None:
        """Show what the batch did."""
        self._announce(in_a_line(summary))


class Live(Quiet):
    """Shows a live bar: how far it is, what is running, how long it will take."""

    def __init__(self, console: Any) -> None:
        self._console = console
        self._progress: Any = None
        self._task: Any = None
        self._running: dict[str, float] = {}

    def notice(self, text: str) -> None:
        """Show something worth knowing, above the bar."""
        self._console.print(text, markup=False, soft_wrap=True)  # a path stays one that opens

    def begin(self, names: Sequence[str]) -> None:
        """Show the bar."""
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=self._console,
            transient=True,
        )
        self._task = self._progress.add_task("warming up", total=len(names))
        self._progress.start()

    def started(self, name: str) -> None:
        """Show a report among those running."""
        self._running[name] = time.monotonic()
        self._show()

    def done(self, outcome: Outcome) -> None:
        """Show a report above the bar."""
        self._running.pop(outcome.name, None)
        text = f"FAILED {outcome.error}" if outcome.error else f"{outcome.seconds:5.1f} s"
        colour = "red" if outcome.error else None
        self._console.print(f"{outcome.name} {text}", style=colour, markup=False, highlight=False)
        self._progress.advance(self._task)
        self._show()

    def end(self, summary: Summary) -> None:
        """Replace the bar by what the batch did."""
        self.stop()
        self._console.print(in_a_line(summary), markup=False, highlight=False)

    def stop(self) -> None:
        """Remove the bar, whatever happened."""
        if self._progress is not None:
            self._progress.stop()

    def _show(self) -> None:
        self._progress.update(self._task, description=", ".join(self._running))


def counted(number: int, of: str) -> str:
    """Return a number of things, in words for one and for many."""
    return f"{number} {of}{'s' if number != 1 else ''}"


def in_a_line(summary: Summary) -> str:
    """Return what a batch did, in a line."""
    if not (summary.made or summary.failed or summary.removed):
        be = "is" if len(summary.unchanged) == 1 else "are"
        text = f"nothing to do: {counted(len(summary.unchanged), 'report')} {be} up to date"
    else:
        parts = [
            f"{len(summary.made)} made",
            f"{len(summary.failed)} failed" if summary.failed else "",
            f"{len(summary.unchanged)} up to date" if summary.unchanged else "",
            f"{counted(len(summary.removed), 'file')} removed" if summary.removed else "",
        ]
        text = ", ".join(part for part in parts if part)
    if summary.without:
        text += f", without {' and '.join(summary.without)}, which cannot be made here"
    if summary.surplus:
        text += f"; {len(summary.surplus)} no longer in the manifest (--prune removes them)"
    return f"{text} ({summary.total:.1f} s)"


Told = Callable[[int, int, str], Any]
"""Takes how much is done, of how much, and what was done last."""


@contextlib.contextmanager
def drawing(announce: Callable[[str], Any], *, quiet: bool) -> Iterator[Told]:
    """Give what shows how far the drawing of charts is: a bar on a terminal, lines elsewhere.

    Parameters
    ----------
    announce : callable
        Takes a line.
    quiet : bool
        Whether to show nothing.
    """
    if quiet or not sys.stdout.isatty():
        yield _nothing if quiet else _in_lines(announce)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, TextColumn("{task.description}", markup=False), transient=True
    ) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, of, name: progress.update(
            task, completed=done, total=of, description=name
        )


def _nothing(*_: Any) -> None:
    """Show nothing."""


def _in_lines(announce: Callable[[str], Any]) -> Told:
    def told(done: int, of: int, name: str) -> None:
        if name:  # there is a chart of the subject
            announce(f"[{done}/{of}] {name}")

    return told
