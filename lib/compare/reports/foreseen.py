"""What of a report would fail: parameters that name nothing, said before an hour of work.

A notebook says itself what it checks: its calls of ``check_parameters`` are read, and not run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compare.errors import CompareError
from compare.pages.brief.given import regions_of
from compare.project import Project
from compare.reports.manifest import BRIEF, DATASET, Report
from compare.reports.parameters_cell import read_checks, read_parameters

_NAMES = ("region", "region_a", "region_b", "regions", "theme", "themes", "indicator",
          "indicators", "document", "figure", "lang")  # fmt: skip
"""Parameters that name something, of a notebook that checks none."""

_FILES = ("schools", "file")
"""Parameters that name a file: a notebook looks for it from its own folder."""


class Foresight:
    """Tells of reports whether they would fail; reads each notebook once.

    Parameters
    ----------
    project : Project
        Whose notebooks are meant.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._read: dict[str, tuple[dict[str, Any], list[dict[str, str]]]] = {}

    def will_fail(self, report: Report) -> str:
        """Return what of a report's parameters does not exist; nothing where all do."""
        if report.notebook == BRIEF and not regions_of(report.parameters):
            return "a brief is about a region, or two; do: give region, or region_a and region_b."
        defaults, checks = self._of(report.notebook)
        values = {**defaults, **report.parameters}
        said: dict[str, None] = {}
        for names, table in _asked(report, values, checks):
            chosen = {name: values[name] for name in names}
            if refusal := _refusal(table, chosen):
                said[refusal] = None
                said |= dict.fromkeys(_by_default(report, table, chosen))
        return " ".join(said)

    def _of(self, notebook: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
        """Return the defaults of a notebook, and what it checks; of a brief nothing."""
        if notebook == BRIEF:
            return {}, []
        if notebook not in self._read:
            path = self._project.notebooks / f"{notebook}.ipynb"
            parameters = read_parameters(path).values()
            self._read[notebook] = {one.name: one.default for one in parameters}, read_checks(path)
        return self._read[notebook]


def _asked(
    report: Report, values: Mapping[str, Any], checks: list[dict[str, str]]
) -> Iterator[tuple[list[str], Any]]:
    """Give the parameters that are checked together, and the table that they are looked for in."""
    own = values.get(DATASET)
    for check in checks:
        elsewhere = check.get(DATASET, DATASET) != DATASET  # a table that the notebook makes
        if elsewhere and own is None:
            continue
        names = [name for name, of in check.items() if name == of and name in values]
        looked_up = [name for name in names if name not in (DATASET, *_FILES)]
        yield looked_up, own if DATASET in check else None
    if not checks:
        yield [name for name in _NAMES if name in report.parameters], own


def _refusal(table: Any, chosen: Mapping[str, Any]) -> str:
    from compare.reports.notebooks.parameters import check_parameters

    try:
        check_parameters(dataset=table, **chosen)
    except CompareError as error:
        return str(error).replace("\n", " ")
    return ""


def _by_default(report: Report, table: Any, chosen: Mapping[str, Any]) -> Iterator[str]:
    """Say which wrong values nobody gave, and where to give others."""
    untold = [
        name
        for name, value in chosen.items()
        if name not in report.parameters and _refusal(table, {name: value})
    ]
    if untold:
        is_default = "is a default" if len(untold) == 1 else "are defaults"
        yield (
            f"{', '.join(untold)} {is_default} of notebook {report.notebook}; do: give "
            f"{'it' if len(untold) == 1 else 'them'} in the parameters or the matrix of the entry."
        )
