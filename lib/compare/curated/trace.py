"""Walking a figure back to the words of its document, and re-checking every quote."""

from __future__ import annotations

from typing import Any

from compare.curated.database import connect
from compare.curated.noting import note
from compare.errors import DataError, NotBuiltError, unknown
from compare.ledger.names import normal_name
from compare.ledger.texts import in_context, is_printed, read_texts
from compare.project import Project, find_project
from compare.sources.journeys import Record, Trace, Verification

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
    figure = normal_name(figure)
    project = project or find_project()
    con = connect(project)
    note("texts", project)
    rows = _records(con, _FIGURE, [figure])
    if not rows:
        _not_built_yet(figure, project)
        known = [row[0] for row in con.execute("SELECT figure FROM figures").fetchall()]
        raise _unknown_figure(figure, known)
    document = _records(con, _DOCUMENT, [rows[0]["document"]])[0]
    text = read_texts(*project.text_folders).get(document["sha256"])
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
    # pydantic and every rule: a journey of what was built needs neither
    from compare.ledger.checks import quote_not_found
    from compare.ledger.ledger import read_ledger

    project = project or find_project()
    note("raw", project)
    note("texts", project)
    ledger = read_ledger(project.raw)
    if ledger.problems:  # a row that cannot be read would go unverified
        raise DataError(ledger.problems)
    texts = read_texts(*project.text_folders)
    results = []
    for source in sorted(ledger.sources, key=lambda entry: entry.item.document):
        document = source.item.document
        entries = [entry for entry in ledger.figures if entry.item.document == document]
        text = texts.get(source.item.sha256)
        problems = [
            quote_not_found(entry)
            for entry in entries
            if text is not None and not is_printed(text, entry.item.quote)
        ]
        found = None if text is None else len(entries) - len(problems)
        kept = source.item.sha256 is not None
        results.append(Verification(document, len(entries), found, problems, kept))
    return results


def _records(con: Any, query: str, parameters: Any) -> list[Record]:
    result = con.execute(query, parameters)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _not_built_yet(figure: str, project: Project) -> None:
    """Raise what there is to do for a figure that is typed and not built."""
    from compare.ledger.ledger import read_ledger  # as in verify

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
    return unknown("figure", figure, choices)
