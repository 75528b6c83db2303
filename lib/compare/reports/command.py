"""The command ``compare-regions report``: options in, an exit code out."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from compare.reports.batch import Options, run_batch
from compare.reports.progress import Lines, Quiet, Watcher, counted
from compare.reports.summary import Summary

FAILED = 1
STOPPED = 130
"""What a shell expects of a command that Ctrl-C ended."""


def report(
    *,
    formats: str,
    cluster: str | None,
    kernels: bool,
    cell_timeout: float,
    report_timeout: float,
    quiet: bool,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Run a batch as the command line asks; return the exit code.

    Parameters
    ----------
    formats : str
        Formats, separated by commas.
    cluster : str, optional
        ``local`` for a cluster on this machine.
    kernels : bool
        Whether to take ordinary kernels.
    cell_timeout, report_timeout : float
        Seconds.
    quiet, as_json : bool
        Show nothing but failures; print a summary for scripts.
    **chosen
        only, since, force, prune, jobs, scheduler: see :class:`Options`.
    """
    options = Options(
        formats=tuple(name.strip() for name in formats.split(",") if name.strip()),
        fork=not kernels,
        cell_seconds=cell_timeout,
        report_seconds=report_timeout,
        **{**chosen, "scheduler": chosen["scheduler"] or cluster or ""},
    )
    watcher = _watcher(quiet or as_json)
    try:
        with _stopped_by_signals():
            summary = run_batch(options=options, watcher=watcher)
    except KeyboardInterrupt:
        click.echo("stopped; what was made stays, the next run makes the rest", err=True)
        return STOPPED
    finally:
        if hasattr(watcher, "stop"):
            watcher.stop()
    if options.dry_run and not as_json:
        _print_what_would_be(summary)
    elif as_json:
        click.echo(summary.as_json())
    else:
        for notice in summary.notices:
            click.echo(notice, err=True)
        if summary.failed:
            _print_failures(summary)
    return FAILED if summary.failed else 0


def report_named(
    names: Sequence[str], formats: Sequence[str], *, force: bool, quiet: bool, as_json: bool
) -> int:
    """Make some reports of the manifest, in some formats; return the exit code."""
    return report(
        formats=",".join(formats), cluster=None, kernels=False, cell_timeout=600.0,
        report_timeout=1800.0, quiet=quiet, as_json=as_json, only=tuple(names), force=force,
        scheduler="",
    )  # fmt: skip


def _watcher(quiet: bool) -> Watcher:
    if quiet:
        return Quiet()
    if not sys.stdout.isatty():
        return Lines(click.echo)
    from rich.console import Console

    from compare.reports.progress import Live

    return Live(Console())


@contextlib.contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Have a request to end (kill, a closed terminal) end the batch as Ctrl-C does."""

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = []
    with contextlib.suppress(ValueError):  # not in the main thread: the caller's business
        before = [(number, signal.signal(number, stop)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _print_what_would_be(summary: Summary) -> None:
    for name, why in summary.why.items():
        fails = f"; it would fail: {summary.failed[name]}" if name in summary.failed else ""
        click.echo(f"{name}: {why}{fails}")
    for name, why in summary.failed.items():
        if name not in summary.why:
            click.echo(f"{name}: it would fail: {why}")
    for path in summary.removed:
        click.echo(f"{path} would be removed")
    removed = f", {counted(len(summary.removed), 'file')} would be removed"
    click.echo(
        f"{len(summary.why)} would be made, {len(summary.unchanged)} up to date"
        + (removed if summary.removed else "")
    )


def _print_failures(summary: Summary) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for name in ("report", "seconds", "why it failed"):
        table.add_column(name, overflow="fold")
    for name, why in summary.failed.items():
        table.add_row(name, f"{summary.seconds.get(name, 0):.1f}", why)
    width = None if sys.stderr.isatty() else 200
    Console(stderr=True, width=width, markup=False, highlight=False).print(table)
