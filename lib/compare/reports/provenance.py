"""The footer of every report: which data, which notebook and parameters."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from compare.curated.usage import Used, version_of
from compare.reports.manifest import Report
from compare.wording.catalogue import Lang, say

Lines = tuple[tuple[str, str], ...]


def provenance(report: Report, notebook: str, *, stale: bool) -> Lines:
    """Return the lines of a report's footer: what, and its value.

    Parameters
    ----------
    report : Report
        The report.
    notebook : str
        Hash of the notebook.
    stale : bool
        Whether data/raw has changed since the build that is read.
    """
    lang = report.lang
    given = ", ".join(f"{name}={value!r}" for name, value in sorted(report.parameters.items()))
    return (
        *([(say("report-stale", lang), "")] if stale else []),
        (say("report-notebook", lang), f"{report.notebook} ({notebook[:12]})"),
        (say("report-parameters", lang), given or say("report-none", lang)),
        (say("report-made", lang, package=_package()), ""),
    )


def with_data(lines: Lines, used: Used, lang: Lang) -> Lines:
    """Return the lines with the version of the data that the page was made from."""
    return ((say("report-version", lang), version_of(used)[:12]), *lines)


def _package() -> str:
    try:
        return version("compare-regions")
    except PackageNotFoundError:
        return "—"
