"""Status columns of own tables: a nought of which they say that the value is missing is none."""

from __future__ import annotations

import re

import polars as pl

from compare.sources.panel.columns import plain
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import Sheet
from compare.sources.panel.origins import texts_of

_STATUS = re.compile(
    r"(?:obs(?:ervation)? |data |value )?(?:status|flag|availability)|数据状态|数值状态|状态"
)
_SAYS = re.compile(
    r"missing(?: value)?|not available|unavailable|no data|not collected|缺失|缺值|无数据"
)
_WITHHELD = re.compile(r"suppressed|withheld|confidential|not disclosed|保密|不公开")
_SUPPRESSED = re.compile(r"(?:is )?(?:suppressed|missing|withheld)|suppress(?:ion)?(?: flag)?")
_YES = frozenset({"yes", "y", "true", "1", "是"})


def said_missing(sheet: Sheet, rows: pl.DataFrame, read: set[str]) -> pl.Series | None:
    """Tell of which rows a column says that their value is missing; None where none says it.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    read : set of str
        The letters of the columns that something else is read from.
    """
    for head in sheet.heads:
        if head.letters in read or not is_status(sheet, head):
            continue
        is_flag = _SUPPRESSED.fullmatch(plain(head.name)) is not None
        cells = rows[head.letters]
        texts = texts_of(cells)
        told = [text for text in texts.unique().to_list() if _is_missing(text, flag=is_flag)]
        if told:
            return texts.is_in(told)
    return None


def is_status(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column has the name of a status, and holds no numbers: it measures nothing."""
    name = plain(head.name)
    named = _SUPPRESSED.fullmatch(name) or _STATUS.fullmatch(name)
    cells = sheet.frame[head.letters]
    return bool(named) and not (cells.dtype.is_numeric() and (cells > 1).any())


def _is_missing(text: str, *, flag: bool) -> bool:
    said = plain(text)
    return bool(_SAYS.fullmatch(said) or _WITHHELD.fullmatch(said)) or (flag and said in _YES)
