"""What stands behind values: marks of footnotes are told, numbers in brackets are refused.

489 (3) may have a standard error behind it, a number of cases or a footnote: nothing tells which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import polars as pl

from compare.errors import Problem
from compare.sources.panel.cells import Stated, has_number_behind, what_to_do
from compare.sources.panel.heads import Head
from compare.sources.panel.limit_names import ERRORS, limit_called, says_limit
from compare.sources.panel.opening import ROW, Sheet


def without_numbers_behind(
    sheet: Sheet, rows: pl.DataFrame, head: Head, cells: pl.Series, problems: list[Problem]
) -> pl.Series:
    """Refuse numbers in brackets behind most values of a column, and return the other cells.

    Behind a few they are footnotes; where the head says that it holds errors, none is.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    head : Head
        The column.
    cells : polars.Series
        Its cells, as texts.
    problems : list of Problem
        Takes one for each of them.
    """
    behind = [text for text in cells.unique().to_list() if text and has_number_behind(text)]
    if not behind:
        return cells
    are = cells.is_in(behind)
    says_error = says_limit(head.name) or limit_called(head.name) in ERRORS
    if not says_error and are.sum() * 2 <= (cells != "").sum():
        return cells
    there = pl.DataFrame({ROW: rows[ROW], "text": cells}).filter(are)
    problems += [
        Problem(
            sheet.file or sheet.name, row, head.text,
            f"{text!r} has a number in brackets behind its value",
            "a value, or an estimate with its limits (91.2 (90.1-92.3), 91.2 ± 1.1)",
            what_to_do(text),
        )
        for row, text in there.iter_rows()
    ]  # fmt: skip
    return cells.set(are, "")


def marks_of(cells: pl.Series, read: Mapping[str, Stated]) -> Counter[str]:
    """Return the marks of footnotes behind the values of cells, each with the number of cells."""
    marked = {text: one.mark for text, one in read.items() if one.mark}
    found: Counter[str] = Counter()
    if marked:
        counts = cells.filter(cells.is_in(list(marked))).value_counts(name="number")
        for text, number in counts.iter_rows():
            found[marked[text]] += number
    return found
