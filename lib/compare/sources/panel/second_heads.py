"""Second rows of heads whose first cell is filled: years below groups, and names below codes.

A row below the names is the first of a region, unless what stands above it tells nothing
apart (Boys, Boys), or is codes that it names (A1101, total population).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from compare.errors import Problem, listed

Row = Sequence[str]

_CODE = re.compile(r"(?=\S*[0-9_]|[A-Z]+$)[A-Za-z][A-Za-z0-9_]*")
"""What a column is called where its name is a code: A1101, B01001_001E, NAME."""


def below_groups(
    upper: Row, lower: Row, body: Sequence[Row], is_value: Callable[[str], bool]
) -> list[str]:
    """Return a second row of names below groups, as far as it belongs to names; else nothing.

    Parameters
    ----------
    upper, lower : sequence of str
        The names, and the row below them.
    body : sequence of sequence of str
        Rows of values.
    is_value : callable
        Tells whether a cell holds a value, which a year is not.

    Examples
    --------
    >>> below_groups(["region", "Boys", "Boys"], ["name", "2020", "2021"], [["X", "5", "6"]],
    ...              lambda cell: cell in "56")
    ['', '2020', '2021']
    """
    columns = _named(lower, body, is_value)
    groups = [_group(upper, column) for column in columns]
    names = [(group, lower[column].strip()) for group, column in zip(groups, columns, strict=True)]
    if len(set(groups)) == len(groups) or len(set(names)) < len(names) or "" in groups:
        return []
    several = {
        column for column, (group, name) in zip(columns, names, strict=True)
        if groups.count(group) > 1 or any(map(str.isdigit, name))
    }  # fmt: skip
    return [cell if column in several else "" for column, cell in enumerate(lower)]


def below_codes(
    upper: Row, lower: Row, body: Sequence[Row], is_value: Callable[[str], bool]
) -> list[str]:
    """Return a second row of names below codes, which are the names of columns; else nothing.

    Parameters
    ----------
    upper, lower : sequence of str
        The names, and the row below them.
    body : sequence of sequence of str
        Rows of values.
    is_value : callable
        Tells whether a cell holds a value, which a year is not.
    """
    columns = _named(lower, body, is_value)
    names = {lower[column].strip() for column in columns}
    codes = [cell.strip() for cell in upper]
    are_codes = all(_CODE.fullmatch(codes[column]) for column in columns if column < len(codes))
    again = names & {cell.strip() for row in body for cell in row}
    distinct = len(names) == len(columns) > 1 and len(set(codes)) == len(codes)
    said = all(any(map(str.isalpha, name)) and not _CODE.fullmatch(name) for name in names)
    # a region may have words for all that is missing, but not others for each column of codes
    return list(lower) if distinct and said and are_codes and not again else []


def as_one_problem(
    problems: Sequence[Problem], texts: Sequence[str], row: int, width: int
) -> list[Problem]:
    """Return what is wrong with a second row of names in one sentence; else nothing.

    Parameters
    ----------
    problems : sequence of Problem
        The cells that cannot be read.
    texts : sequence of str
        What stands in them; empty where that is a code.
    row : int
        The first row below the names.
    width : int
        How many columns of values there are.
    """
    words = list(dict.fromkeys(texts))
    all_words = all(text and not any(map(str.isdigit, text)) for text in words)
    of_row = all(problem.row == row for problem in problems)
    if not (all_words and of_row and len(words) == len(problems) == width > 1):
        return []
    return [
        Problem(
            problems[0].file, row, "",
            f"the row below the names has words where all others have values ({listed(words, 3)})",
            "one row of names, or years below the names of groups",
            "if it is a second row of names, leave one of the two; if its words mean missing, "
            f"missing={words[:3]!r}{' …' if len(words) > 3 else ''}",
        )
    ]  # fmt: skip


def _named(lower: Row, body: Sequence[Row], is_value: Callable[[str], bool]) -> list[int]:
    """Return the columns of values, where a row has something above each; else none.

    What stands above may look like a year, and is no value itself.
    """
    columns = sorted(
        {place for row in body for place, cell in enumerate(row) if place and cell.strip()
         and is_value(cell)}
    )  # fmt: skip
    cells = [lower[column].strip() for column in columns if column < len(lower)]
    is_named = len(cells) == len(columns) and all(cell and not is_value(cell) for cell in cells)
    return columns if is_named else []


def _group(upper: Row, column: int) -> str:
    """Return the group of a column: of merged cells the first one holds it."""
    return next((cell for cell in reversed(upper[1 : column + 1]) if cell.strip()), "").strip()
