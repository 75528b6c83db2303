"""The batch: from the manifest to all its reports."""

from __future__ import annotations

import contextlib
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.atomic import append_line, write_bytes
from compare.curated.refresh import up_to_date
from compare.errors import ReportError, UnknownValueError
from compare.pages.places import PAGE
from compare.project import Project, find_project
from compare.reports.fingerprint import Fingerprints
from compare.reports.jobs import Job, Outcome, Started
from compare.reports.manifest import BRIEF, FORMATS, Report, formats_of, left_out, read_manifest
from compare.reports.plan import Todo, check_formats, nothing_of, plan, select, unavailable
from compare.reports.progress import Quiet, Watcher, counted
from compare.reports.provenance import provenance
from compare.reports.store import Store
from compare.reports.summary import Summary

if TYPE_CHECKING:
    from compare.reports.run.pool import Executor


LONGEST = 10**8
"""More seconds than any clock of a system takes."""


@dataclass(frozen=True)
class Options:
    """How a batch runs.

    Attributes
    ----------
    only : tuple of str
        Patterns of names, with ``*``; all reports where there are none.
    since : str
        A git revision: reports whose notebook, entry, data or code differ from it.
    formats : tuple of str
        Formats to make in place of the manifest's.
    force : bool
        Make reports that are up to date too.
    prune : bool
        Remove the files of reports that are no longer in the manifest.
    jobs : int
        How many reports are made at a time; 0 for one on each processor.
    fork : bool
        Whether to fork from a warm process, where that is possible.
    scheduler : str
        Address of a Dask scheduler, or ``local``; empty for this machine alone.
    cell_seconds, report_seconds : float
        How long a cell and a whole report may take; 0 for any time.
    charts : bool
        Whether charts drawn before are used again.
    stale : bool
        Whether to take the last build though data/raw has changed since.
    dry_run : bool
        Whether to say what would be made, and why, and to make nothing.
    """

    only: tuple[str, ...] = ()
    since: str = ""
    formats: tuple[str, ...] = ()
    force: bool = False
    prune: bool = False
    jobs: int = 0
    fork: bool = True
    scheduler: str = ""
    cell_seconds: float = 600.0
    report_seconds: float = 1800.0
    charts: bool = True
    stale: bool = False
    dry_run: bool = False

    def __post_init__(self) -> None:
        for name in ("cell_seconds", "report_seconds"):
            if not 0 <= getattr(self, name) < LONGEST:
                raise UnknownValueError(
                    f"{name}={getattr(self, name)} is no time; allowed: seconds, from 0 (any time "
                    f"at all) to {LONGEST:,}"
                )

    @property
    def at_once(self) -> int:
        """How many reports are made at a time."""
        return self.jobs or processors()


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_batch(
    project: Project | None = None,
    options: Options | None = None,
    watcher: Watcher | None = None,
) -> Summary:
    """Make the reports of the manifest that are not up to date.

    Parameters
    ----------
    project : Project, optional
        By default the one around the current folder.
    options : Options, optional
        What to make, and how.
    watcher : Watcher, optional
        Is told what happens.

    Raises
    ------
    ReportError
        If the manifest is wrong or the folder cannot be written. That reports failed
        stands in the summary.
    """
    began = time.monotonic()
    project = project or find_project()
    options = options or Options()
    watcher = watcher or Quiet()
    with up_to_date(watcher.notice, project, stale=options.stale):
        return _run_batch(project, options, watcher, began)


def _run_batch(project: Project, options: Options, watcher: Watcher, began: float) -> Summary:
    summary = Summary()
    check_formats(options.formats)
    reports = read_manifest(project)
    selected = select(reports, project, options.only, options.since)
    chosen = _leave_out(selected, summary, options)
    summary.notices += [said] if (said := left_out(project)) else []
    prints = Fingerprints(project, reports)
    store = Store(project.reports)
    if options.dry_run:
        todos = plan(chosen, store, prints, options.formats, options.force)
        summary.why = {todo.report.name: _in_words(todo) for todo in todos}
        summary.failed |= _will_fail(todos, project)
        if options.prune:
            surplus = store.surplus(_can_be_made(reports))
            summary.removed = [path for paths in surplus.values() for path in paths]
        _note_unchanged(summary, chosen, todos, reports, store)
    elif not _anything(chosen, reports, store, prints, options):
        _note_unchanged(summary, chosen, (), reports, store)
    else:
        with store.locked(lambda: watcher.notice("another batch is running; waiting for it")):
            todos = plan(chosen, store, prints, options.formats, options.force)
            if options.prune:
                summary.removed = store.prune(_can_be_made(reports))
            for path in summary.removed:
                watcher.notice(f"removed {path}")
            _note_unchanged(summary, chosen, todos, reports, store)
            _run(project, options, watcher, summary, todos, store, prints)
    summary.pages = _pages(selected, store)
    summary.notices += _not_listed(project, summary)
    summary.total = time.monotonic() - began
    if not options.dry_run:
        watcher.end(summary)
    return summary


def _leave_out(selected: list[Report], summary: Summary, options: Options) -> list[Report]:
    """Return the reports of which something can be made here; note the others, and why.

    Where formats are asked for that some cannot have, as a brief no ipynb, these are left out;
    otherwise reports of which nothing can be made have failed.
    """
    by_default = {name for one in selected for name in one.formats if not options.formats}
    missing = unavailable(by_default)
    summary.without = [*missing]
    summary.notices += missing.values()
    nothing = nothing_of(selected, options.formats)
    if options.formats and len(nothing) < len(selected):
        for why, times in Counter(nothing.values()).items():
            summary.notices.append(f"{counted(times, 'report')} left out: {why}")
    else:
        summary.failed.update(nothing)
    return [report for report in selected if report.name not in nothing]


def _not_listed(project: Project, summary: Summary) -> list[str]:
    """Return that the front door, where there is one, does not list what was just made."""
    if not summary.made or not (project.reports / PAGE).is_file():
        return []
    return [f"{PAGE} lists what was there when it was written; do: compare-regions charts"]


def _in_words(todo: Todo) -> str:
    """Return why a report would be made, and whether its notebook would be run."""
    return todo.why + ("; the page alone, from the notebook executed before" * bool(todo.executed))


def _will_fail(todos: Sequence[Todo], project: Project) -> dict[str, str]:
    from compare.reports.foreseen import Foresight

    foresight = Foresight(project)
    reports = (todo.report for todo in todos)
    return {one.name: why for one in reports if (why := foresight.will_fail(one))}


def _anything(
    chosen: list[Report],
    reports: list[Report],
    store: Store,
    prints: Fingerprints,
    options: Options,
) -> bool:
    """Tell whether there is anything to do, without writing anything."""
    if plan(chosen, store, prints, options.formats, options.force):
        return True
    return options.prune and bool(store.surplus(_can_be_made(reports)))


def _can_be_made(reports: Sequence[Report]) -> dict[str, tuple[str, ...]]:
    """Return every format that can be made of each report: what somebody asked for stays."""
    return {report.name: formats_of(report.notebook) for report in reports}


def _note_unchanged(
    summary: Summary,
    chosen: Sequence[Report],
    todos: Sequence[Todo],
    reports: Sequence[Report],
    store: Store,
) -> None:
    to_make = {todo.report.name for todo in todos}
    summary.unchanged = [r.name for r in chosen if r.name not in to_make]
    wanted = _can_be_made(reports)
    summary.surplus = [name for name in store.surplus(wanted) if name not in wanted]


def _run(
    project: Project,
    options: Options,
    watcher: Watcher,
    summary: Summary,
    todos: list[Todo],
    store: Store,
    prints: Fingerprints,
) -> None:
    if not todos:
        return
    executor = _executor(project, options, watcher, todos)
    try:
        jobs = _jobs(project, options, todos, store, prints)
        summary.why = {todo.report.name: todo.why for todo in todos}
        watcher.begin([job.report.name for job in jobs])
        by_name = {todo.report.name: todo for todo in todos}
        for event in executor.run(jobs):
            if isinstance(event, Started):
                watcher.started(event.name)
                continue
            outcome = _settle(event, by_name[event.name], store, prints.data_version)
            _note(summary, outcome)
            _log(store, outcome, by_name[event.name].why)
            watcher.done(outcome)
            if len(summary.made) == 1 and not outcome.error:
                first = _main_file(outcome.name, store, by_name[outcome.name].formats)
                watcher.notice(f"the first report is there: open {first}")
    finally:
        executor.close()


def _jobs(
    project: Project,
    options: Options,
    todos: list[Todo],
    store: Store,
    prints: Fingerprints,
) -> list[Job]:
    charts = str(store.chart_folder(prints.shared).resolve()) if options.charts else ""
    return [
        Job(
            report=todo.report,
            formats=todo.formats,
            root=project.root.resolve(),
            folder=store.folder_for(todo.report.name).resolve(),
            provenance=provenance(todo.report, todo.fingerprint["notebook"], stale=prints.stale),
            links=prints.links.of(todo.report),
            data_version=prints.data_version,
            executed=""
            if options.scheduler
            else str(Path(todo.executed).resolve())
            if todo.executed
            else "",
            used=todo.used,
            cell_seconds=options.cell_seconds,
            report_seconds=options.report_seconds,
            chart_cache=charts,
        )
        for todo in todos
    ]


def _executor(project: Project, options: Options, watcher: Watcher, todos: list[Todo]) -> Executor:
    from compare.reports.run.needs import imported, page_characters
    from compare.reports.run.pool import Forks, Kernels, with_fallback

    if options.scheduler:
        from compare.reports.run.cluster import Cluster

        return Cluster(options.scheduler, project, options.at_once)
    at_once = min(options.at_once, len(todos))
    if not options.fork:
        return Kernels(at_once)
    if not hasattr(os, "fork"):
        watcher.notice("ordinary kernels are used, which is slower: this system cannot fork")
        return Kernels(at_once)
    named = {todo.report.notebook for todo in todos} - {BRIEF}
    notebooks = {project.notebooks / f"{name}.ipynb" for name in named}
    forks = Forks(at_once, page_characters(project), imported(notebooks))
    forks.start()  # it warms up while jobs are laid out
    return with_fallback(forks, lambda: Kernels(at_once), watcher.notice)


def _settle(outcome: Outcome, todo: Todo, store: Store, version: str) -> Outcome:
    """Put a report into its place, or what failed into its own."""
    name = outcome.name
    try:
        for file, content in outcome.files.items():
            write_bytes(store.folder_of(name) / file, content)
        if not outcome.error:
            store.publish(name, todo.fingerprint, outcome.used, version)
            store.forget_failure(name)
            return outcome
        kept = store.keep_failed(name, outcome.traceback or outcome.error + "\n")
        error = f"{outcome.error} (see {kept})"
    except (ReportError, OSError) as trouble:
        error = f"{outcome.error}; {trouble}" if outcome.error else str(trouble)
    return replace(outcome, error=error, files={})


def _note(summary: Summary, outcome: Outcome) -> None:
    summary.seconds[outcome.name] = outcome.seconds
    summary.executing[outcome.name] = outcome.executing
    if outcome.error:
        summary.failed[outcome.name] = outcome.error
    else:
        summary.made.append(outcome.name)


def _pages(chosen: Sequence[Report], store: Store) -> list[Path]:
    found = (_main_file(report.name, store, FORMATS) for report in chosen)
    return [path for path in found if path is not None]


def _main_file(name: str, store: Store, formats: Sequence[str]) -> Path | None:
    """Return the file of a report that is read first, among those in some formats."""
    order = [ending for ending in ("html", "docx", "pdf", "ipynb") if ending in formats]
    paths = (store.folder / f"{name}.{ending}" for ending in order)
    return next((path for path in paths if path.is_file()), None)


def _log(store: Store, outcome: Outcome, why: str) -> None:
    """Write a line about a report into the run log, ``reports/.log``, where there is room."""
    now = time.strftime("%Y-%m-%dT%H:%M:%S")
    what = f"failed: {outcome.error}" if outcome.error else "made"
    line = f"{now} {outcome.name} {outcome.seconds:.2f}s ({why}) {what}".replace("\n", " ")
    with contextlib.suppress(OSError):
        append_line(store.folder / ".log", line)
