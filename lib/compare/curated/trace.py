"""Walking a figure back to the words of its document, and re-checking every quote."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from compare.curated.database import connect
from compare.errors import DataError, NotBuiltError, Problem, unknown
from compare.ledger.checks import quote_not_found
from compare.ledger.ledger import read_ledger
from compare.ledger.texts import in_context, read_texts
from compare.project import Project, find_project
from compare.wording.catalogue import say
from compare.wording.phrases import in_both

_FIGURE = "SELECT * FROM figures WHERE figure = ?"
_DOCUMENT = "SELECT * FROM documents WHERE document = ?"
_OBSERVATIONS = """
SELECT o.*, i.name_zh, i.name_en FROM observations AS o JOIN indicators AS i USING (indicator)
WHERE o.figure = ? ORDER BY o.comparability, o.indicator
"""
_COMPANIONS = """
SELECT o.region, o.indicator, o.year, o.kind, o.comparator, o.value, o.lo, o.hi, o.unit,
       o.comparability, o.use, o.figure
FROM observations AS o
WHERE o.indicator IN (SELECT indicator FROM observations WHERE figure = $figure)
  AND o.figure <> $figure
ORDER BY o.indicator, o.region, o.kind, o.year, o.figure
"""

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
            how = f"{seen['comparability']}, {seen['use']}: {seen['reason']}"
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
    """

    document: str
    quotes: int
    found: int | None
    problems: list[Problem]


def trace(figure: str, project: Project | None = None) -> Trace:
    """Return the whole journey of a figure.

    Parameters
    ----------
    figure : str
        Its id, for example ``fushun-14fyp/009``.

    Raises
    ------
    UnknownValueError
        If no figure has that id.
    NotBuiltError
        If it was typed after the last build.

    Examples
    --------
    >>> import compare
    >>> compare.trace("quzhou-2024-action-plan/017").figure["comparator"]
    '<'
    """
    project = project or find_project()
    con = connect(project)
    rows = _records(con, _FIGURE, [figure])
    if not rows:
        _not_built_yet(figure, project)
        known = [row[0] for row in con.execute("SELECT figure FROM figures").fetchall()]
        raise _unknown_figure(figure, known)
    document = _records(con, _DOCUMENT, [rows[0]["document"]])[0]
    text = read_texts(project.texts).get(document["sha256"])
    return Trace(
        figure=rows[0],
        document=document,
        observations=_records(con, _OBSERVATIONS, [figure]),
        companions=_records(con, _COMPANIONS, {"figure": figure}),
        context=None if text is None else in_context(text, rows[0]["quote"]),
    )


def verify(project: Project | None = None) -> list[Verification]:
    """Re-check every quote of the ledger against the texts that are at hand.

    Returns
    -------
    list of Verification
        One for each document, sorted by name.

    Raises
    ------
    DataError
        If a file or row of the ledger cannot be read.
    """
    project = project or find_project()
    ledger = read_ledger(project.raw)
    if ledger.problems:  # a row that cannot be read would go unverified
        raise DataError(ledger.problems)
    texts = read_texts(project.texts)
    results = []
    for source in sorted(ledger.sources, key=lambda entry: entry.item.document):
        document = source.item.document
        entries = [entry for entry in ledger.figures if entry.item.document == document]
        text = texts.get(source.item.sha256)
        problems = [
            quote_not_found(entry)
            for entry in entries
            if text is not None and entry.item.quote not in text
        ]
        found = None if text is None else len(entries) - len(problems)
        results.append(Verification(document, len(entries), found, problems))
    return results


def _companion(row: Record) -> str:
    value = row["value"] if row["value"] is not None else f"{row['lo']}–{row['hi']}"
    return (
        f"{row['region']} {row['year']} {row['kind']} {row['comparator']} {value} {row['unit']} "
        f"({row['comparability']}, {row['figure']})"
    )


def _years(figure: Record) -> str:
    if figure["year_start"] is None:
        return str(figure["year"])
    return f"{figure['year_start']}–{figure['year_end']}"


def _records(con: Any, query: str, parameters: Any) -> list[Record]:
    result = con.execute(query, parameters)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _not_built_yet(figure: str, project: Project) -> None:
    """Raise what there is to do for a figure that is typed and not built."""
    typed = {entry.item.figure: entry.item for entry in read_ledger(project.raw).figures}
    if figure in typed:
        first = ""
        if typed[figure].state == "proposed":
            first = f"confirm it with `compare-regions review {typed[figure].document}`, then "
        raise NotBuiltError(
            f"{figure} stands in data/raw, but not in the built data; "
            f"{first}run `compare-regions build`"
        )


def _unknown_figure(figure: str, known: list[str]) -> Exception:
    document = figure.split("/")[0]
    of_document = [name for name in known if name.startswith(f"{document}/")]
    choices = of_document or sorted({name.split("/")[0] + "/001" for name in known})
    return unknown("figure", figure, [choices[0], choices[-1]] if of_document else choices)
