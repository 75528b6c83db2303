"""What the ledger holds, what its columns and indicators mean, and how it was checked."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.errors import CompareError, Problem
from compare.finding.excerpts import MOST
from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import grouped, records
from compare.sources.journeys import Verification
from compare.tables.cells import escaped, joined, status_words, unbroken_name
from compare.tables.rows import by_code
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import colon
from compare.wording.values import is_missing, unit_name

Record = dict[str, Any]


class UnequalAnswersError(CompareError):
    """The same question has got different answers."""


def coverage_table(coverage: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Table:
    """Return which region prints which indicator, with years, or why it has none.

    Of more than 20 regions it is counted how many print the same years.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage`.
    evidence : Evidence, optional
        Names and order of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(coverage, evidence)
    cells = grouped(records(by_code(rows)), "indicator", "region")
    many = rows["region"].nunique() > MOST
    lines = _counted(cells, lang) if many else _by_region(cells, lang)
    note = "table-not-in-table" if known.of_tables else "table-not-published"
    return Table(pd.DataFrame(lines), say("table-coverage", lang), lang, notes=(say(note, lang),))


Cells = Mapping[tuple[str, str], list[Record]]
"""The rows of each indicator and region."""


def _by_region(cells: Cells, lang: Lang) -> list[Record]:
    """Return a line for each indicator, with a column for each region."""
    lines: dict[str, Record] = {}
    for (indicator, _), of in cells.items():
        first = {heading("indicator", lang): html.escape(of[0][f"indicator_{lang}"])}
        line = lines.setdefault(indicator, first)
        line[str(of[0][f"region_{lang}"])] = coverage_cell(of, lang)
    return list(lines.values())


def _counted(cells: Cells, lang: Lang) -> list[Record]:
    """Return how many regions print the same years of an indicator, or have the same reason.

    Thousands of regions are too many for a column each.
    """
    counts = Counter((of[0][f"indicator_{lang}"], coverage_cell(of, lang)) for of in cells.values())
    place = {name: place for place, name in enumerate(dict.fromkeys(name for name, _ in counts))}
    ordered = sorted(counts.items(), key=lambda one: (place[one[0][0]], -one[1]))
    names = [heading(name, lang) for name in ("indicator", "coverage", "regions")]
    return [
        dict(zip(names, (html.escape(name), cell, f"{count:,}"), strict=True))
        for (name, cell), count in ordered
    ]


def coverage_cell(cells: Sequence[Record], lang: Lang) -> str:
    """Return the years of actuals and targets, or the one reason why there are none."""
    seen = [cell for cell in cells if cell["status"] in ("observed", "only-proxy")]
    if not seen:
        return f'<span style="color:#767676">{status_words(cells[0], lang)}</span>'
    parts = []
    for cell in seen:
        years = cell["years"].replace(" ", ", ")
        grade = "" if cell["comparability"] == "exact" else term(cell["comparability"], lang)
        parts.append(joined([term(cell["kind"], lang), years, grade], lang, " "))
    return "<br>".join(parts)


_DEFINITION = ("definition", "numerator", "denominator", "unit", "direction", "note")


def definitions_table(
    indicators: Iterable[str], *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return what indicators mean: definition, numerator, denominator, unit, direction.

    Parameters
    ----------
    indicators : iterable of str
        Indicators; of one that the evidence does not know the table says that it is not
        defined.
    evidence : Evidence, optional
        The definitions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    wanted = list(dict.fromkeys(indicators))
    table = or_nothing(evidence).indicators
    rows = records(table[table["indicator"].isin(wanted)])
    lines = [
        (row[f"name_{lang}"], unbroken_name(heading(name, lang)), text)
        for row in rows
        for name in _DEFINITION
        if (text := definition_cell(row, name, lang))
    ]
    defined = {row["indicator"] for row in rows}
    undefined = unbroken_name(heading("definition", lang))
    lines += [(name, undefined, "—") for name in wanted if name not in defined]
    frame = pd.DataFrame(lines, columns=[heading("indicator", lang), " ", "  "])
    return Table(frame, say("table-definition", lang), lang, heading("indicator", lang))


def definition_cell(row: Record, name: str, lang: Lang) -> str:
    """Return one part of a definition; nothing where the row does not have it."""
    if name in ("numerator", "denominator") and lang == "en":
        return ""  # the English definition names both
    columns = {"definition": f"definition_{lang}", "note": "note" if lang == "zh" else "note_en"}
    value = row.get(columns.get(name, name))
    if is_missing(value):
        return ""
    if name == "direction":
        return say(f"table-{value}", lang)
    return escaped(unit_name(str(value), lang) if name == "unit" else value)


def code_book_table(described: Any, *, lang: Lang = "zh") -> Table:
    """Return the code book, searchable.

    Parameters
    ----------
    described : frame
        What :func:`compare.describe` returns.
    lang : {"zh", "en"}
        Language of headings; the meanings are those of the database.
    """
    check_lang(lang)
    rows = as_pandas(described)
    names = ["table", "column", "type", "comment"]
    frame = rows[names].astype(str).map(html.escape)
    frame["table"] = rows["table"].astype(str)
    heads = {name: heading(name, lang) for name in names}
    group = heading("table", lang)
    return Table(
        frame.rename(columns=heads), say("table-code-book", lang), lang, group, searchable=True
    )


def checks_table(
    problems: Sequence[Problem], verified: Sequence[Verification], *, lang: Lang = "zh"
) -> Table:
    """Return the validation report: quotes found in the texts, problems of data/raw.

    Parameters
    ----------
    problems : sequence of Problem
        What :func:`compare.check` returns.
    verified : sequence of Verification
        What :func:`compare.verify` returns.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    lines = [
        {
            "document": result.document,
            "quotes": str(result.quotes),
            "found": say(f"table-{result.without}", lang)
            if result.found is None
            else str(result.found),
            "problems": str(len(result.problems)),
        }
        for result in verified
    ]
    notes = tuple(str(problem) for problem in problems) or (say("table-clean", lang),)
    columns = ("document", "quotes", "found", "problems")
    return Table(framed(lines, columns, lang), say("table-checks", lang), lang, notes=notes)


def changes_table(changes: Any, *, lang: Lang = "zh") -> Table:
    """Return what data/raw would change in data/curated, as :func:`compare.changes` has it."""
    check_lang(lang)
    rows = as_pandas(changes)
    frame = rows.rename(columns={name: heading(name, lang) for name in rows.columns})
    frame = frame.astype(str).map(html.escape)
    return Table(frame, say("table-changes", lang), lang, searchable=True, empty="table-empty")


def same_answer_table(*, lang: Lang = "zh", **answers: Any) -> Table:
    """Return the one answer to a question asked in several ways.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language.
    **answers : frame
        Name of the way (sql, pandas, polars) to what it returned, in any kind of frame.

    Raises
    ------
    UnequalAnswersError
        If rows, columns or cells differ, naming the two ways.
    """
    check_lang(lang)
    frames = {way: as_pandas(answer).reset_index(drop=True) for way, answer in answers.items()}
    first, *others = frames
    for other in others:
        try:
            pd.testing.assert_frame_equal(frames[first], frames[other], check_dtype=False)
        except AssertionError as error:
            raise UnequalAnswersError(f"{first} and {other} differ: {error}") from error
    shown = frames[first].astype(str).map(html.escape)
    return Table(shown, f"{say('table-same', lang)}{colon(lang)}{' = '.join(answers)}", lang)
