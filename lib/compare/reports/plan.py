"""What a batch has to do: which reports, in which formats, and why."""

from __future__ import annotations

import fnmatch
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.curated.usage import in_words
from compare.errors import ReportError, unknown
from compare.pages.paper.needed import NO_DOCX, NO_PDF, has_docx, has_pdf
from compare.project import Project
from compare.reports.fingerprint import PAGE_PARTS, Fingerprints
from compare.reports.manifest import FORMATS, MANIFEST, Report, formats_of, read_manifest
from compare.reports.store import Store

_ALL = ("data/", "lib/", "pyproject.toml", "requirements.lock")
"""What every report depends on, as git names it."""


_SHOWN = 4
"""So many changes are named of one report."""


@dataclass(frozen=True)
class Todo:
    """One report to be made, and why.

    ``executed`` is the notebook that was executed before, where it is exported anew and not
    executed; ``used`` is what it used then.
    """

    report: Report
    formats: tuple[str, ...]
    fingerprint: dict[str, str]
    why: str
    used: dict[str, str] = field(default_factory=dict, repr=False)
    executed: str = ""


def select(
    reports: Sequence[Report], project: Project, only: Iterable[str] = (), since: str = ""
) -> list[Report]:
    """Return the reports whose name fits a pattern, and which a git revision sees changed.

    Raises
    ------
    UnknownValueError
        If a pattern fits no report.
    ReportError
        If there is no such revision.
    """
    chosen = list(reports)
    patterns = list(only)
    if patterns:
        for pattern in patterns:
            if not fnmatch.filter((report.name for report in reports), pattern):
                raise unknown("only", pattern, (report.name for report in reports))
        chosen = [r for r in chosen if any(fnmatch.fnmatch(r.name, p) for p in patterns)]
    if since:
        chosen = _changed_since(chosen, project, since)
    return chosen


def unavailable(formats: Iterable[str]) -> dict[str, str]:
    """Return which of some formats cannot be made on this machine, and what they need."""
    missing = {}
    if "pdf" in formats and not has_pdf():
        missing["pdf"] = f"no pdf is made: {NO_PDF}"
    if "docx" in formats and not has_docx():
        missing["docx"] = f"no docx is made: {NO_DOCX}"
    return missing


def check_formats(formats: Sequence[str]) -> None:
    """Refuse formats that were asked for and that cannot be made, before anything is.

    Those of the manifest are not asked for: it goes from machine to machine, and what one of
    them lacks is left out there.

    Raises
    ------
    UnknownValueError
        If there is no such format.
    ReportError
        If what makes one is not installed.
    """
    for name in formats:
        if name not in FORMATS:
            raise unknown("formats", name, FORMATS)
    missing = unavailable(formats)
    if missing:
        rest = ", ".join(name for name in FORMATS if name not in unavailable(FORMATS))
        said = "; ".join(f"formats={name!r}: {why}" for name, why in missing.items())
        raise ReportError(f"{said}; as it is, {rest} can be made here")


def nothing_of(reports: Iterable[Report], formats: Sequence[str] = ()) -> dict[str, str]:
    """Return the reports of which nothing can be made in the formats that are meant, and why.

    Parameters
    ----------
    reports : iterable of Report
        The reports chosen.
    formats : sequence of str
        Formats to make in place of the manifest's.
    """
    missing = unavailable(FORMATS)
    found = {}
    for report in reports:
        known = formats_of(report.notebook)
        meant = [name for name in formats or report.formats if name in known]
        if not meant:
            found[report.name] = f"a brief has no {', '.join(formats)}; made are {', '.join(known)}"
        elif all(name in missing for name in meant):
            found[report.name] = "; ".join(missing[name] for name in meant)
    return found


def plan(
    reports: Iterable[Report],
    store: Store,
    prints: Fingerprints,
    formats: Sequence[str] = (),
    force: bool = False,
) -> list[Todo]:
    """Return what has to be made.

    Parameters
    ----------
    reports : iterable of Report
        The reports chosen.
    store : Store
        What is there.
    prints : Fingerprints
        What reports are made from now.
    formats : sequence of str
        Formats to make in place of the manifest's.
    force : bool
        Whether to make them all.
    """
    found = []
    reports = list(reports)
    missing = unavailable({*formats, *(name for report in reports for name in report.formats)})
    for report in reports:
        chosen = formats or report.formats
        known = formats_of(report.notebook)
        wanted = tuple(name for name in known if name in chosen and name not in missing)
        todo = _todo(report, wanted, prints, store, force=force) if wanted else None
        if todo is not None:
            found.append(todo)
    return found


def _todo(
    report: Report, formats: tuple[str, ...], prints: Fingerprints, store: Store, *, force: bool
) -> Todo | None:
    """Return what has to be done for a report, if anything."""
    fingerprint, name = prints.of(report), report.name
    made = store.made(name)
    if force or made is None:
        return Todo(report, formats, fingerprint, "forced" if force else "new")
    parts = [part for part, value in fingerprint.items() if made.fingerprint.get(part) != value]
    answers = prints.answers.changed(made.used, made.data_version)
    lost = store.missing(name, made, formats)
    if not (parts or answers or lost):
        return None
    changed = [*parts, *dict.fromkeys(map(in_words, answers))]
    shown = changed[:_SHOWN] + ([f"and {len(changed) - _SHOWN} more"] * (len(changed) > _SHOWN))
    why = "changed: " + ", ".join(shown) if changed else "missing: " + ", ".join(lost)
    if answers or set(parts) - PAGE_PARTS or store.missing(name, made, ("ipynb",)):
        return Todo(report, formats, fingerprint, why)
    return Todo(report, formats, fingerprint, why, made.used, str(store.folder / f"{name}.ipynb"))


def _changed_since(reports: list[Report], project: Project, revision: str) -> list[Report]:
    """Return the reports that differ from those of a git revision: notebook, entry or all."""
    commit = _git(project, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    changed = _git(project, "diff", "--name-only", "--relative", commit.strip()).splitlines()
    changed += _git(project, "ls-files", "--others", "--exclude-standard").splitlines()
    if any(path.startswith(_ALL) for path in changed):
        return reports
    notebooks = {path for path in changed if path.startswith("notebooks/")}
    before: list[Report] = reports
    if f"reports/{MANIFEST}" in changed:
        try:
            text = _git(project, "show", f"{commit.strip()}:./reports/{MANIFEST}")
            before = read_manifest(project, text)
        except ReportError:
            before = []  # it was not there, or names notebooks that are gone
    return [r for r in reports if f"notebooks/{r.notebook}.ipynb" in notebooks or r not in before]


def _git(project: Project, *arguments: str) -> str:
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=project.root,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
    except FileNotFoundError as error:
        raise ReportError("--since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        raise ReportError(
            f"git {' '.join(arguments)}: {error.stderr.strip()}; --since takes a git revision"
        ) from error
