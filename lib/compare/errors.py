"""Errors: one small family, and the list of problems that a check collects.

A message names the place (file, row and column, or the argument), the value found,
what is allowed and what to do. A check never stops at the first problem: it returns
:class:`Problem` objects, and :class:`DataError` carries all of them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


class CompareError(Exception):
    """Base class of every error that this package raises on purpose."""


class ProjectNotFoundError(CompareError):
    """No folder with ``data/raw`` at or above the place searched."""


class NotBuiltError(CompareError):
    """The curated database does not exist yet, or cannot be read."""


class StaleDataWarning(UserWarning):
    """What was typed has changed since the data were built."""


class NotWrittenError(CompareError, OSError):
    """A file or folder could not be written; what was there stays."""


class UnknownValueError(CompareError, ValueError):
    """An argument names something that does not exist."""


class ReportError(CompareError):
    """A report could not be made."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the raw data.

    Attributes
    ----------
    file : str
        Path of the file, relative to ``data/raw``.
    row : int
        Row as a spreadsheet shows it (the header is row 1); 0 for the file as a whole.
    column : str
        Column name; empty for the row as a whole.
    what : str
        What is wrong, with the value found.
    allowed : str
        What would be right.
    todo : str
        What to do about it.
    """

    file: str
    row: int
    column: str
    what: str
    allowed: str
    todo: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.row}" if self.row else self.file
        column = f" {self.column}:" if self.column else ""
        return f"{place}:{column} {self.what}; allowed: {self.allowed}; do: {self.todo}"


class DataError(CompareError):
    """Typed data has problems; ``problems`` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        heading = f"{count} problem{'s' if count != 1 else ''}:"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


def unknown(
    argument: str, value: object, known: Iterable[str], todo: str = ""
) -> UnknownValueError:
    """Return the error for an argument that names something unknown.

    Parameters
    ----------
    argument : str
        Name of the argument, as the caller wrote it.
    value : object
        The value given.
    known : iterable of str
        The values that exist; the nearest spelling among them is suggested.
    todo : str
        What to do where the value is right and only not there yet.
    """
    choices = sorted(known)
    near = difflib.get_close_matches(str(value), choices, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return UnknownValueError(
        f"{argument}={value!r} does not exist.{hint} Known values: {', '.join(choices)}."
        + (f" {todo}" if todo else "")
    )
