"""Jobs and their outcomes: what goes to a worker process, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from compare.reports.manifest import Report


@dataclass(frozen=True)
class Job:
    """One report to be made in one process.

    Attributes
    ----------
    report : Report
        What to make.
    formats : tuple of str
        What of it to make.
    root : pathlib.Path
        The project's folder.
    folder : pathlib.Path
        Where the files go, before the client puts them into their place.
    provenance : tuple of (str, str)
        Lines of the footer: what, and its value.
    links : tuple of (str, str, str)
        Pages that this one leads to: title, address, and what it alone is about.
    cell_seconds, report_seconds : float
        How long a cell and the whole report may take; 0 for any time.
    kernel : bool
        Whether to run the notebook in an ordinary kernel.
    chart_cache : str
        Folder of charts drawn before; empty for none.
    texts : str
        Folder of the documents' texts, where it is not the one of the environment.
    data_version : str
        The version of the data that is read.
    executed : str
        The executed notebook, where only pages are made of it anew; empty to execute it.
    used : dict of str to str
        What that notebook used when it was executed.
    """

    report: Report
    formats: tuple[str, ...]
    root: Path
    folder: Path
    provenance: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    cell_seconds: float = 600.0
    report_seconds: float = 1800.0
    kernel: bool = False
    chart_cache: str = ""
    texts: str = ""
    data_version: str = ""
    executed: str = ""
    used: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Outcome:
    """What became of a job.

    Attributes
    ----------
    name : str
        Name of the report.
    error : str
        Why it failed, in a line; empty where it did not.
    traceback : str
        The whole traceback, readable.
    seconds : float
        How long it took.
    executing : float
        How much of that ran the notebook.
    files : dict of str to bytes
        The files themselves, where the worker shares no folder with the client.
    used : dict of str to str
        What the notebook asked the project, and the hash of each answer.
    """

    name: str
    error: str = ""
    traceback: str = ""
    seconds: float = 0.0
    executing: float = 0.0
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    used: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Started:
    """A job has begun."""

    name: str


Event = Started | Outcome
"""What an executor reports while it works."""
