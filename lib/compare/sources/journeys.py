"""Journeys: a figure walked back to its words, and quotes re-checked, as values to show."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from compare.errors import Problem
from compare.wording.catalogue import say
from compare.wording.phrases import in_both

Record = dict[str, Any]


@dataclass(frozen=True)
class Trace:
    """The journey of one figure.

    Attributes
    ----------
    figure : dict
        The row of ``figures``.
    document : dict
        The row of ``documents``.
    observations : list of dict
        Its rows of ``observations``, with the indicators' names; empty where the figure
        is not aligned to any shared indicator.
    companions : list of dict
        Other observations of the same indicators: what it can be compared with.
    context : tuple of str or None
        What stands before the quote, the quote, and what stands after it; None where the
        text is not at hand.
    """

    figure: Record
    document: Record
    observations: list[Record]
    companions: list[Record]
    context: tuple[str, str, str] | None

    def __str__(self) -> str:
        return "\n".join(f"{name:<12} {text}" for name, text in self._lines())

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{html.escape(name)}</th>"
            f"<td style='text-align:left'>{html.escape(text)}</td></tr>"
            for name, text in self._lines()
        )
        return f"<table>{rows}</table>"

    def _lines(self) -> list[tuple[str, str]]:
        figure, document = self.figure, self.document
        number = " ".join(str(document[name]) for name in ("number", "issued") if document[name])
        title = say("document-plain", "zh", title=document["title"])
        lines = [
            ("trace-document", f"{title} {number}".strip()),
            ("trace-locator", figure["locator"]),
            ("trace-words", self._words()),
            ("trace-figure", f"{figure['figure']}  {figure['label']}"),
            ("trace-printed", f"{figure['printed']} {figure['unit'] or ''}".strip()),
            ("trace-interval", f"{figure['comparator']} lo={figure['lo']} hi={figure['hi']}"),
            ("trace-year", f"{_years(figure)} ({figure['year_basis']}, {figure['kind']})"),
            ("trace-scope", figure["scope"]),
        ]
        if figure["note"]:
            lines.append(("trace-note", figure["note"]))
        for seen in self.observations:
            newer = f" by {seen['superseded_by']}" if seen["superseded_by"] else ""
            how = f"{seen['comparability']}, {seen['use']}{newer}: {seen['reason']}"
            lines += [
                ("trace-indicator", f"{seen['indicator']}  {seen['name_zh']}"),
                ("trace-aligned", how),
            ]
        if not self.observations:
            lines.append(("trace-indicator", say("trace-not-aligned", "en")))
        lines += [("trace-beside", _companion(other)) for other in self.companions]
        return [(in_both(name, between=" "), text) for name, text in lines]

    def _words(self) -> str:
        if self.context is None:
            return say("trace-no-text", "en", quote=self.figure["quote"])
        before, quote, after = self.context
        return say("trace-in-context", "en", before=before, quote=quote, after=after)


@dataclass(frozen=True)
class Verification:
    """The quotes of one document, re-checked against its text.

    Attributes
    ----------
    document : str
        The document.
    quotes : int
        Number of its figures.
    found : int or None
        How many of their quotes are in the text; None where the text is not at hand.
    problems : list of Problem
        One for each quote that is not in the text.
    kept : bool
        Whether a text was transcribed; where none was, quotes are label and number, and
        there is nothing to verify them against.
    """

    document: str
    quotes: int
    found: int | None
    problems: list[Problem]
    kept: bool = True

    @property
    def without(self) -> str:
        """Why nothing was verified, as the name of a message."""
        return "no-text" if self.kept else "no-text-kept"


def _years(figure: Record) -> str:
    if figure["year_start"] is None:
        return str(figure["year"])
    return f"{figure['year_start']}–{figure['year_end']}"


def _companion(row: Record) -> str:
    value = row["value"] if row["value"] is not None else f"{row['lo']}–{row['hi']}"
    return (
        f"{row['region']} {row['year']} {row['kind']} {row['comparator']} {value} {row['unit']} "
        f"({row['comparability']}, {row['figure']})"
    )
