"""Which sign stands before decimals: told, seen in the numbers, or asked for.

1.234 beside 456 may be a thousand and more, or one and a bit: ranks would turn round.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from compare.errors import Problem
from compare.sources.panel.cells import has_decimal_commas, sign_of_thousands
from compare.sources.panel.heads import Head
from compare.sources.panel.indicators import kind_in_range
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.told import ToldError
from compare.sources.panel.transposing import in_file

SIGNS = (".", ",")
"""What may stand before decimals."""

_HUNDREDS = re.compile(r"[+-]?[1-9][0-9]{2,}")
_SMALL = re.compile(r"[+-]?[0-9]{1,2}")
_DECIMAL_DOT = re.compile(r"[+-]?[0-9]*\.[0-9]+")


@dataclass(frozen=True)
class Decimals:
    """The sign before decimals in the columns of a sheet.

    Attributes
    ----------
    sheet : Sheet
        The table.
    told : str, optional
        The sign, as the caller said it.
    """

    sheet: Sheet
    told: str | None = None

    def are_behind_commas(self, head: Head, cells: pl.Series, rows: pl.DataFrame) -> bool:
        """Tell whether commas are decimal signs in a column, and its dots between thousands.

        Parameters
        ----------
        head : Head
            The column.
        cells : polars.Series
            Its cells.
        rows : polars.DataFrame
            The rows that they are of.

        Raises
        ------
        ToldError
            If its numbers can be read either way.
        """
        if head.letters in self.sheet.decimal_dots:
            return False
        texts = [text for text in cells.unique().to_list() if text]
        if self.sheet.flagged or not texts:
            return False
        if self.told:
            return self.told == ","
        if has_decimal_commas(texts):
            return True
        sign = sign_of_thousands(texts)
        if sign is None:
            return False
        if self._are_in_doubt(sign, head, texts):
            row, text = _first(rows, cells, sign)
            raise self._question(head, text, row, sign)
        return sign == "." and self._has_commas

    def _are_in_doubt(self, sign: str, head: Head, texts: Collection[str]) -> bool:
        """Tell whether a sign in a column may stand between thousands, or before decimals."""
        hundreds = any(map(_HUNDREDS.fullmatch, texts))
        is_share = kind_in_range(head.name, head.unit) == "share" or any("%" in t for t in texts)
        if sign == ",":  # so thousands are written, but of no share, nor beside 9 and 28 alone
            bracketed = any(text.startswith("(") for text in texts)  # refused for that
            small = any(map(_SMALL.fullmatch, texts)) and not hundreds and not bracketed
            return is_share or small or self._has_commas  # it looks through all columns
        if self._has_commas:
            return False
        return not is_share and (hundreds or not self._has_dots)

    def _question(self, head: Head, text: str, row: int, sign: str) -> ToldError:
        other = "," if sign == "." else "."
        problem = Problem(
            self.sheet.file or self.sheet.name, row, head.text,
            f"{text!r} may be a thousand and more, or have three decimals, as every number with "
            "that sign in the column", "one sign before decimals in the whole table",
            f"decimal={other!r} if it is {text.replace(sign, '')}, decimal={sign!r} if it is "
            f"{text.replace(',', '.')}",
        )  # fmt: skip
        return ToldError(f"decimal: {in_file(problem, self.sheet)}", asked={"decimal": other})

    @cached_property
    def _has_commas(self) -> bool:
        return any(has_decimal_commas(texts) for texts in self._columns())

    @cached_property
    def _has_dots(self) -> bool:
        """Whether some column has decimals behind a dot that are no thousands."""
        return any(
            _DECIMAL_DOT.fullmatch(text) and sign_of_thousands([text]) is None
            for texts in self._columns()
            for text in texts
        )

    def _columns(self) -> list[list[str]]:
        """Return the texts of each column, each once."""
        cells = (one for one in self.sheet.frame.iter_columns() if one.dtype == pl.String)
        return [[text for text in one.unique().to_list() if text] for one in cells]


def _first(rows: pl.DataFrame, cells: pl.Series, sign: str) -> tuple[int, str]:
    """Return the first row of a column with a sign in its cell, and the cell."""
    there = pl.DataFrame({ROW: rows[ROW], "text": cells})
    return there.filter(pl.col("text").str.contains(sign, literal=True)).row(0)
