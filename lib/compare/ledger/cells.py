"""Cells as people type them: a number, a year, a yes or no; or a refusal.

One reader for each, whatever the cell came in: a text of a file or a frame, a number, a
date. What is none raises ``ValueError`` with what would be; an empty cell is None.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from numbers import Real
from typing import Any

from compare.ledger.names import tidy_name

LARGEST_NUMBER = 1e15
"""Beyond it, the decimals of a number are lost, and it is no number of a document."""

FIRST, LAST = 1000, 9999
"""The first and the last year that a frame may have."""

A_NUMBER = "a number such as 90, 90.5, 1,200 or 90%, not beyond ±1e15, or nothing"
A_YEAR = f"a year from {FIRST} to {LAST}: 2020, 2020年, or a date"
A_FLAG = "true or false (also 1/0, yes/no, 是/否), or nothing"
EVERY_YEAR_OR_BY = "true or false (also 每年, 保持, every-year; 到期, by-year), or nothing"

_NUMBER = re.compile(
    r"([+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?|[+-]?\.[0-9]+)(e[+-]?[0-9]{1,3})?\s?%?"
)
_BOUND = re.compile(
    r"以[上下内]|[<>≥≤≧≦⩾⩽~≈约近超]|左右|不[低高]于|不少于|不超过|至少|最多|[0-9]\s?-"
)
_YEAR = re.compile(
    r"([0-9]{4})(?:(?:\.0+)?\s?(?:年度?)?|-[0-9]{2}-[0-9]{2}(?:[ t].*)?)", re.IGNORECASE
)
_FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "t", "y", "1", "1.0", "是"), True),
    **dict.fromkeys(("false", "no", "f", "n", "0", "0.0", "否"), False),
}

_EVERY_YEAR: Mapping[str, bool] = {
    **_FLAGS,
    **dict.fromkeys(("每年", "保持", "每年保持", "every year", "every-year", "keep"), True),
    **dict.fromkeys(("到期", "by year", "by-year"), False),
}
"""How a target says whether it holds every year, or by its last one."""


def number_of(cell: Any) -> float | None:
    """Return the number that a cell states; not a number is an empty cell.

    Raises
    ------
    ValueError
        If it states none, or a bound: that belongs into lo and hi.

    Examples
    --------
    >>> number_of("1,200"), number_of("９０％"), number_of(" "), number_of(-0.0)
    (1200.0, 90.0, None, 0.0)
    """
    if isinstance(cell, str):
        return _number_in(_half_width(cell))
    if is_empty(cell):
        return None
    if _is_bool(cell):
        raise ValueError(A_NUMBER)
    try:
        return _bounded(float(cell))
    except (TypeError, ValueError, OverflowError):
        raise ValueError(A_NUMBER) from None


def year_of(cell: Any) -> int | None:
    """Return the year that a cell states.

    Raises
    ------
    ValueError
        If it states none.

    Examples
    --------
    >>> year_of("２０２０年"), year_of(2020.0), year_of(datetime.date(2020, 9, 1)), year_of("")
    (2020, 2020, 2020, None)
    """
    if isinstance(cell, str):
        return _year_in(_half_width(cell))
    if is_empty(cell):
        return None
    if isinstance(cell, datetime.date) or type(cell).__name__ in ("Period", "Timestamp"):
        return int(cell.year)
    return _whole_year(cell)


def flag_of(cell: Any) -> bool | None:
    """Return the yes or no that a cell states.

    Raises
    ------
    ValueError
        If it states neither.

    Examples
    --------
    >>> flag_of("是"), flag_of(0), flag_of("No"), flag_of(None)
    (True, False, False, None)
    """
    return _in_words(cell, _FLAGS, A_FLAG)


def every_year_of(cell: Any) -> bool | None:
    """Return whether a cell says that a target holds every year.

    Raises
    ------
    ValueError
        If it says neither that nor that it holds by its last year.

    Examples
    --------
    >>> every_year_of("每年"), every_year_of("到期"), every_year_of(1), every_year_of("")
    (True, False, True, None)
    """
    return _in_words(cell, _EVERY_YEAR, EVERY_YEAR_OR_BY)


def _in_words(cell: Any, words: Mapping[str, bool], allowed: str) -> bool | None:
    if is_empty(cell):
        return None
    text = _half_width(str(cell)).casefold()
    if not text:
        return None
    if text not in words:
        raise ValueError(allowed)
    return words[text]


def is_empty(cell: Any) -> bool:
    """Tell whether a cell is absent, in any of the ways that there are to say so."""
    return cell is None or type(cell).__name__ in ("NAType", "NaTType") or cell != cell


def _number_in(text: str) -> float | None:
    if not text:
        return None
    plain = text.replace("−", "-").casefold()
    found = _NUMBER.fullmatch(plain)
    if found is not None:
        return _bounded(float(found[1].replace(",", "") + (found[2] or "")))
    if _BOUND.search(plain):
        raise ValueError("a number; a bound or a range goes into lo and hi, with lo_open, hi_open")
    raise ValueError(A_NUMBER)


def _bounded(number: float) -> float | None:
    if math.isnan(number):
        return None
    if abs(number) > LARGEST_NUMBER:
        raise ValueError(A_NUMBER)
    return number + 0.0


def _year_in(text: str) -> int | None:
    if not text:
        return None
    found = _YEAR.fullmatch(text)
    if found is None:
        raise ValueError(A_YEAR)
    return _whole_year(int(found[1]))


def _whole_year(cell: Any) -> int:
    if _is_bool(cell) or not isinstance(cell, Real | Decimal):
        raise ValueError(A_YEAR)
    year = float(cell)
    if not FIRST <= year <= LAST or not year.is_integer():
        raise ValueError(A_YEAR)
    return int(year)


def _is_bool(cell: Any) -> bool:
    return isinstance(cell, bool) or type(cell).__name__ in ("bool_", "bool")


def _half_width(text: str) -> str:
    return tidy_name(text if text.isascii() else unicodedata.normalize("NFKC", text))
