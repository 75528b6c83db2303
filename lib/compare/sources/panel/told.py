"""What a table does not say, and must be told: each question with what is proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.errors import DataError, Problem, UnknownValueError


class ToldError(UnknownValueError):
    """Something that a table does not say and that must be told.

    Attributes
    ----------
    directions : dict
        Indicator to the direction that is proposed; None where none is.
    wholes : list of str
        What looks like wholes of others, as ``wholes=`` would name it.
    asked : dict
        Other arguments that are asked for, each with what is proposed; empty where nothing is.
    """

    def __init__(
        self,
        message: str,
        directions: Mapping[str, str | None] | None = None,
        wholes: Sequence[str] = (),
        asked: Mapping[str, str] | None = None,
    ) -> None:
        self.directions, self.wholes = dict(directions or {}), list(wholes)
        self.asked = dict(asked or {})
        super().__init__(message)


class UnreadError(DataError):
    """Cells that cannot be read.

    Attributes
    ----------
    marks : list of str
        What stands in them, where it is few texts without a digit, which may mean missing.
    """

    def __init__(
        self, problems: Sequence[Problem], marks: Sequence[str], options: str = ""
    ) -> None:
        self.marks = list(marks)
        super().__init__(problems)
        if options:
            self.args = (f"{self}\n{options}",)
