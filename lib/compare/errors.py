"""Errors: one small family, and the list of problems that a check collects.

A message names the place (file, row and column, or the argument), the value found,
what is allowed and what to do. A check never stops at the first problem: it returns
:class:`Problem` objects, and :class:`DataError` carries all of them.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHOWN = 5
"""How many names of a long list, and problems of one kind, a message shows."""

SHORT = 12
"""A list of known values up to this long is shown whole."""

_VALUES = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9][0-9.,]*")


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


class FrameError(CompareError, TypeError):
    """No frame, one without the columns needed, or with cells that cannot be compared."""


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
    """Typed data has problems; ``problems`` holds every one of them.

    The message shows the first few of each kind (the same thing wrong in the same column of
    tables of one name), and says how many more there are.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        heading = f"{count} problem{'s' if count != 1 else ''}:"
        super().__init__("\n".join([heading, *_summed_up(self.problems)]))


def _summed_up(problems: Sequence[Problem]) -> Iterable[str]:
    kinds: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(_kind(problem), []).append(problem)
    for problem in problems:
        of_kind = kinds[_kind(problem)]
        if len(of_kind) <= SHOWN + 1 or problem in of_kind[:SHOWN]:
            yield str(problem)
        elif problem is of_kind[SHOWN]:
            yield _more(of_kind[SHOWN:])


def _kind(problem: Problem) -> tuple[str, ...]:
    table = problem.file.rpartition("/")[2]
    return table, problem.column, *(_VALUES.sub("", said) for said in (problem.what, problem.todo))


def _more(problems: Sequence[Problem]) -> str:
    """Say how many more problems of a kind there are, and where."""
    files = list(dict.fromkeys(problem.file for problem in problems))
    column = f" {problems[0].column}:" if problems[0].column else ""
    if len(files) > 1:
        where = f"in {listed(files)}"
    else:
        rows = [str(problem.row) for problem in problems if problem.row]
        where = f"in rows {listed(rows)}" if rows else "in the same table"
    return f"{files[0]}:{column} and {len(problems)} more of the kind, {where}"


def listed(names: Sequence[str], most: int = SHOWN) -> str:
    """Return names as a list, of which a long one is cut short and counted.

    Examples
    --------
    >>> listed(["a", "b"]), listed(["a", "b", "c", "d"], most=2)
    ('a, b', 'a, b and 2 more')
    """
    if len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


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
        The values that exist; the nearest spelling among them is suggested, before all one
        that differs only in blanks, case or width. Of many values the nearest are listed.
    todo : str
        What to do where the value is right and only not there yet.
    """
    choices = sorted(set(known))
    near = _nearest(str(value), choices)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return UnknownValueError(
        f"{argument}={value!r} does not exist.{hint} Known values: {_known_values(near, choices)}."
        + (f" {todo}" if todo else "")
    )


def ambiguous(argument: str, value: object, meant: Iterable[str]) -> UnknownValueError:
    """Return the error for an argument that is the name of several things.

    Parameters
    ----------
    argument : str
        Name of the argument, as the caller wrote it.
    value : object
        The value given.
    meant : iterable of str
        What each of them is called alone.
    """
    names = sorted(set(meant))
    return UnknownValueError(
        f"{argument}={value!r}: several are called so: {listed(names, SHORT)}; do: name the one "
        "that is meant"
    )


def _nearest(value: str, choices: list[str]) -> list[str]:
    same = [choice for choice in choices if _loose(choice) == _loose(value)]
    same += [choice for choice in choices if choice.startswith((f"{value} (", f"{value}("))]
    near = difflib.get_close_matches(value, choices, n=SHOWN)
    return list(dict.fromkeys([*same, *near, *_holding(value, choices)]))


def _holding(value: str, choices: list[str]) -> list[str]:
    """Return the choices that a value is a part of, or that are parts of it, shortest first."""
    asked = _loose(value)
    held = [
        choice
        for choice in choices
        if min(len(asked), len(_loose(choice))) > 1
        and (asked in _loose(choice) or _loose(choice) in asked)
    ]
    return sorted(held, key=lambda choice: abs(len(choice) - len(value)))


def _loose(text: str) -> str:
    """Return a text without what is easily mistyped: blanks, marks, case and width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, plain)) or plain


def _known_values(near: list[str], choices: list[str]) -> str:
    if not choices:
        return "none yet"
    if len(choices) <= SHORT:
        return ", ".join(choices)
    shown = (near or choices)[:SHOWN]
    nearest = "the nearest are" if near else "the first are"
    return f"{len(choices)}, {nearest} {', '.join(shown)}"
