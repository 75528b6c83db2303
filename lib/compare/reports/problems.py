"""What is wrong with an entry of the manifest: everything at once, and each thing once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from compare.errors import CompareError

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Problems:
    """Collects what is wrong; what several reports share is said once, with how many they are.

    Parameters
    ----------
    name : str
        What the entry is called: a report of that name needs not to be named again.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._said: dict[str, list[str]] = {}

    def add(self, problem: str, report: str = "") -> None:
        """Add a problem: of a report, or of the entry as a whole."""
        reports = self._said.setdefault(problem, [])
        if report and report != self._name:
            reports.append(report)

    def attempt(
        self, call: Callable[Given, Found], *given: Given.args, **named: Given.kwargs
    ) -> Found | None:
        """Return what a call returns; None where it refuses, and what it says is a problem."""
        try:
            return call(*given, **named)
        except (CompareError, ValueError) as error:
            for line in str(error).splitlines():
                self.add(line)
            return None

    def lines(self) -> list[str]:
        """Return the problems, a line each."""
        return [f"{_of(reports)}{problem}" for problem, reports in self._said.items()]


def _of(reports: list[str]) -> str:
    if len(reports) < 2:
        return "".join(f"{name}: " for name in reports)
    return f"{len(reports)} reports ({reports[0]}, …): "
