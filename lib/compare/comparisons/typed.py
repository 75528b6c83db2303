"""Typed: the cells of a frame made what a comparison expects, or refused by column and row.

What polars knows by itself (numbers, dates) it turns; what is text is read one distinct
cell at a time by the readers of :mod:`compare.ledger.cells`, and looked up. One query tells
what there is, a second one whether the rows make sense; only a refusal looks for its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.columns import CHOICES, NAMES, NUMBERS, TEXTS, YEARS, flags
from compare.comparisons.intervals import DIGITS
from compare.errors import FrameError
from compare.ledger.cells import (
    A_FLAG,
    A_NUMBER,
    A_YEAR,
    FIRST,
    LARGEST_NUMBER,
    LAST,
    every_year_of,
    flag_of,
    number_of,
    year_of,
)
from compare.ledger.names import normal_name, spellings

SHOWN = 3
"""How many rows a refusal shows."""

A_NAME = "a name in every row"
MAY_LACK = ("observed_year", "year_start", "base_year")
"""Years that a row need not have."""

_TINY, _LARGE = 1e-3, 1e6


@dataclass(frozen=True)
class Check:
    """Which rows are refused, and why.

    Attributes
    ----------
    columns : sequence of str
        Where it is wrong; the cells of these are shown.
    bad : polars.Expr
        Where a row is wrong.
    allowed : str
        What would be right.
    todo : str
        What to do about it.
    """

    columns: Sequence[str]
    bad: pl.Expr
    allowed: str
    todo: str


@dataclass(frozen=True)
class _Column:
    """What becomes of a column: an expression or a table of texts, and what is refused.

    The expression is left out where no row is as ``unless_as_it_is`` says: on millions of
    rows, looking is cheaper than turning what need not be turned, several times.
    """

    name: str
    expression: pl.Expr | None = None
    unless_as_it_is: pl.Expr | None = None
    looked_up: Mapping[str, Any] | None = None
    dtype: Any = None
    checks: tuple[Check, ...] = ()


def typed(
    frame: pl.LazyFrame,
    argument: str,
    *,
    allowed: Mapping[str, Sequence[str]] = CHOICES,
    may_lack: Iterable[str] = MAY_LACK,
    like: Mapping[str, Iterable[str]] | None = None,
) -> tuple[pl.LazyFrame, dict[str, list[str]]]:
    """Return a frame with cells of the types expected, and the names that it has.

    Parameters
    ----------
    frame : polars.LazyFrame
        Rows as they came.
    argument : str
        What the frame is called, for a refusal.
    allowed : mapping
        Columns of one word to the words that there are.
    may_lack : iterable of str
        Names and years that may be empty.
    like : mapping, optional
        Spellings of regions and indicators that go before those of the frame.

    Raises
    ------
    FrameError
        If cells are not what they should be; each column with the first rows.
    """
    schema = dict(frame.collect_schema().items())
    read = [name for name, dtype in schema.items() if _is_read(name, dtype, allowed)]
    native = [
        _by_type(name, dtype, frozenset(may_lack))
        for name, dtype in schema.items()
        if name not in read and name not in TEXTS
    ]
    sums = [check for column in native for check in column.checks]
    turned = [column for column in native if column.unless_as_it_is is not None]
    doubts = [check.bad for check in sums]
    doubts += [column.unless_as_it_is for column in turned if column.unless_as_it_is is not None]
    texts, found = _asked(frame, read, doubts)
    failed, needed = found[: len(sums)], found[len(sums) :]
    spared = {column.name for column, need in zip(turned, needed, strict=True) if not need}
    columns = [
        *(replace(one, expression=None) if one.name in spared else one for one in native),
        *(
            _by_reader(name, texts[name], allowed, frozenset(may_lack), (like or {}).get(name, ()))
            for name in read
        ),
    ]
    wrong = [check for check, found in zip(sums, failed, strict=True) if found]
    wrong += [check for column in columns if column.name in read for check in column.checks]
    if wrong:
        raise refusal(frame, wrong, argument)
    names = {
        column.name: sorted({str(name) for name in texts[column.name] if name is not None})
        for column in columns
        if column.name in NAMES and column.name in read
    }
    for column in columns:
        if column.name in names and column.looked_up:
            changed = column.looked_up
            names[column.name] = sorted({changed.get(name, name) for name in names[column.name]})
    return _turned(frame, schema, columns), names


def failing(frame: pl.LazyFrame, checks: Sequence[Check]) -> list[bool]:
    """Tell which checks some row of a frame does not pass, in one query."""
    return _asked(frame, [], [check.bad for check in checks])[1]


def all_unlike(frame: pl.LazyFrame, keys: Sequence[str]) -> bool:
    """Tell at one look whether no two rows have the same keys; False may be wrong, True is not.

    polars sorts numbers made of the keys several times as fast as it groups by texts; two
    keys may make one number, but never one key two.
    """
    mixed = pl.lit(0, dtype=pl.UInt64)
    for seed, key in enumerate(keys):
        mixed = mixed ^ pl.col(key).hash(seed)
    numbers = frame.select(mixed.sort()).pipe(collected).to_series()
    return not (numbers == numbers.shift()).any()


def refusal(
    frame: pl.LazyFrame, checks: Iterable[Check], argument: str, whole: int = SHOWN
) -> FrameError:
    """Return the refusal of some rows: columns, first rows, what is allowed and what to do."""
    lines = []
    for check in checks:
        shown, more = _offending(frame, check, whole)
        column = " and ".join(check.columns)
        behind = f" and {more} more" if more else ""
        lines.append(
            f"{argument}, column{'s' if len(check.columns) > 1 else ''} {column}: "
            f"{'; '.join(shown)}{behind}; allowed: {check.allowed}; do: {check.todo}"
        )
    return FrameError("\n".join(lines))


# --- by column ----------------------------------------------------------------------------------


def _is_text(dtype: Any) -> bool:
    return isinstance(dtype, pl.String | pl.Categorical | pl.Enum) or dtype in (
        pl.String, pl.Categorical, pl.Enum,
    )  # fmt: skip


def _is_read(name: str, dtype: Any, allowed: Mapping[str, Sequence[str]]) -> bool:
    """Tell which columns are read by their distinct texts."""
    if name in NAMES:
        return not (dtype.is_float() or dtype == pl.Boolean or dtype.is_nested())
    if name in allowed:
        return True
    return _is_text(dtype) and (name in NUMBERS or name in YEARS or name in flags())


@lru_cache(maxsize=512)
def _by_type(name: str, dtype: Any, may_lack: frozenset[str]) -> _Column:
    """Return what becomes of a column of numbers, dates or flags."""
    cell = pl.col(name)
    if name in NAMES:
        return _named_by_numbers(name, dtype)
    if name in NUMBERS:
        return _number(name, dtype)
    if name in YEARS:
        return _year(name, dtype, may_lack)
    if name in flags() and dtype != pl.Boolean:
        if not dtype.is_numeric():
            return _Column(name, checks=(_no(name, A_FLAG, ~cell.is_null()),))
        known = pl.when(cell == 1).then(pl.lit(True)).otherwise(
            pl.when(cell == 0).then(pl.lit(False))
        )  # fmt: skip
        other = ~((cell == 0) | (cell == 1) | _is_nan(cell, dtype))
        return _Column(name, known, checks=(_no(name, A_FLAG, other),))
    return _Column(name)


def _named_by_numbers(name: str, dtype: Any) -> _Column:
    cell = pl.col(name)
    if not dtype.is_float():
        return _Column(name, checks=(_no(name, "texts", ~cell.is_null()),))
    bad = cell.is_null() | cell.is_nan() | (cell != cell.round(0)) | (cell.abs() > LARGEST_NUMBER)
    whole = pl.when(~_known(bad)).then(cell).cast(pl.Int64).cast(pl.String)
    return _Column(name, whole, checks=(_no(name, A_NAME, _known(bad)),))


def _number(name: str, dtype: Any) -> _Column:
    cell = pl.col(name)
    if not dtype.is_numeric():
        return _Column(name, checks=(_no(name, A_NUMBER, ~cell.is_null()),))
    number = cell.cast(pl.Float64)
    untidy = None
    if not dtype.is_integer():
        rounded: pl.Expr = number.round(DIGITS)
        there: pl.Expr = pl.when(~number.is_nan()).then(number)
        usual = (number.abs() < _LARGE) & (number.abs() > _TINY)
        if dtype == pl.Float64:
            minus_zero = 1 / number == -float("inf")
            untidy = number.is_nan() | minus_zero | (usual & (rounded != number))
        there = pl.when(number == 0).then(pl.lit(0.0)).otherwise(there)  # −0.0 is 0.0
        number = pl.when(usual).then(rounded).otherwise(there)
    huge = (cell > LARGEST_NUMBER) | (cell < -LARGEST_NUMBER)
    if dtype.is_float():
        huge = huge & ~cell.is_nan()
    return _Column(name, number, untidy, checks=(_no(name, A_NUMBER, huge),))


def _year(name: str, dtype: Any, may_lack: frozenset[str]) -> _Column:
    cell = pl.col(name)
    empty = [] if name in may_lack else [_no(name, A_YEAR, cell.is_null())]
    if dtype.is_temporal() and dtype not in (pl.Duration, pl.Time):
        return _Column(name, cell.dt.year().cast(pl.Int64), checks=tuple(empty))
    if not dtype.is_numeric():
        return _Column(name, checks=(_no(name, A_YEAR, ~cell.is_null()), *empty))
    bad = (cell < FIRST) | (cell > LAST)
    if not dtype.is_integer():
        number = cell.cast(pl.Float64)
        nan = number.is_nan()
        bad = ~nan & ((number < FIRST) | (number > LAST) | (number != number.round(0)))
        empty = [] if name in may_lack else [_no(name, A_YEAR, cell.is_null() | nan)]
        cell = pl.when(~nan & ~bad).then(number)
    return _Column(name, cell.cast(pl.Int64), checks=(_no(name, A_YEAR, bad), *empty))


def _by_reader(
    name: str,
    texts: Sequence[Any],
    allowed: Mapping[str, Sequence[str]],
    may_lack: frozenset[str],
    known: Iterable[str],
) -> _Column:
    """Return what becomes of a column of texts, read one distinct cell at a time."""
    there = [text for text in texts if text is not None]
    if name in NAMES:
        return _name(name, texts, there, known, may_lack)
    if name in allowed:
        return _choice(name, there, allowed[name])
    readers: dict[str, tuple[Callable[[Any], Any], Any]] = {
        **dict.fromkeys(NUMBERS, (number_of, pl.Float64)),
        **dict.fromkeys(YEARS, (year_of, pl.Int64)),
        "every_year": (every_year_of, pl.Boolean),
    }
    reader, dtype = readers.get(name, (flag_of, pl.Boolean))
    meant: dict[str, Any] = {}
    refused: dict[str, list[str]] = {}
    for text in there:
        try:
            meant[text] = reader(text)
        except ValueError as error:
            refused.setdefault(str(error), []).append(text)
    checks = [_no(name, allowed, _is_one_of(name, cells)) for allowed, cells in refused.items()]
    if (
        name in YEARS
        and name not in may_lack
        and (len(there) < len(texts) or None in [*meant.values()])
    ):
        blank = [text for text, year in meant.items() if year is None]
        checks.append(_no(name, A_YEAR, pl.col(name).is_null() | _is_one_of(name, blank)))
    if reader is number_of:
        meant = {text: _tidy(number) for text, number in meant.items()}
    return _Column(name, looked_up=meant, dtype=dtype, checks=tuple(checks))


def _name(
    name: str,
    texts: Sequence[Any],
    there: list[str],
    known: Iterable[str],
    may_lack: frozenset[str],
) -> _Column:
    blank = [text for text in there if not normal_name(text)]
    if (blank or len(there) < len(texts)) and name not in may_lack:
        bad = pl.col(name).is_null() | _is_one_of(name, blank)
        return _Column(name, checks=(_no(name, A_NAME, bad),))
    one = spellings(there, known)
    return _Column(name, looked_up={old: new for old, new in one.items() if old != new})


def _choice(name: str, there: list[str], words: Sequence[str]) -> _Column:
    meant = {text: normal_name(text) or None for text in there}
    unknown = [text for text, word in meant.items() if word is not None and word not in words]
    if unknown:
        return _Column(name, checks=(_no(name, ", ".join(words), _is_one_of(name, unknown)),))
    return _Column(name, looked_up={old: new for old, new in meant.items() if old != new})


def _tidy(number: float | None) -> float | None:
    if number is None or not _TINY < abs(number) < _LARGE:
        return number
    return round(number, DIGITS)


def _no(name: str, allowed: str, bad: pl.Expr) -> Check:
    return Check((name,), bad, allowed, f"correct or empty the cells of {name}"
                 if allowed not in (A_NAME, A_YEAR) else f"fill in or correct {name}, or take "
                 "these rows out")  # fmt: skip


def _known(condition: pl.Expr) -> pl.Expr:
    return pl.when(condition.is_null()).then(pl.lit(False)).otherwise(condition)


def _is_nan(cell: pl.Expr, dtype: Any) -> pl.Expr:
    return cell.is_nan() if dtype.is_float() else pl.lit(False)


def _is_one_of(name: str, texts: Sequence[str]) -> pl.Expr:
    return _known(pl.col(name).cast(pl.String).is_in(list(texts))) if texts else pl.lit(False)


# --- in the frame -------------------------------------------------------------------------------


def _asked(
    frame: pl.LazyFrame, read: Sequence[str], doubts: Sequence[pl.Expr]
) -> tuple[dict[str, list[Any]], list[bool]]:
    """Return the distinct texts of some columns, and which conditions some row meets."""
    if not read and not doubts:
        return {}, []
    texts = [pl.col(name).cast(pl.String).unique().implode() for name in read]
    asked = {f"_any {place}": doubt.any() for place, doubt in enumerate(doubts)}
    found = frame.select(*texts, **asked).pipe(collected).row(0)
    answers = [bool(answer) for answer in found[len(read) :]]
    return dict(zip(read, found[: len(read)], strict=True)), answers


def _turned(
    frame: pl.LazyFrame, schema: Mapping[str, Any], columns: Sequence[_Column]
) -> pl.LazyFrame:
    """Put the columns into a frame as they should be."""
    new: dict[str, pl.Expr] = {
        name: pl.col(name).cast(pl.String)
        for name, dtype in schema.items()
        if name in TEXTS and not dtype.is_nested() and dtype != pl.String
    }
    for column in columns:
        if column.expression is not None:
            new[column.name] = column.expression
        elif (
            column.dtype is None
            and column.looked_up is not None
            and schema[column.name] != pl.String
        ):
            new[column.name] = pl.col(column.name).cast(pl.String)
    frame = frame.with_columns(**new) if new else frame
    looked_up = [column for column in columns if column.looked_up or column.dtype is not None]
    for column in looked_up:
        frame = _looked_up(frame, column)
    return frame.select(*schema) if looked_up else frame


def _looked_up(frame: pl.LazyFrame, column: _Column) -> pl.LazyFrame:
    """Put what the texts of a column mean in their place."""
    meant = column.looked_up or {}
    name, old, new = column.name, list(meant), list(meant.values())
    stay = column.dtype is None
    dtype = pl.String if stay else column.dtype
    text = pl.col(name).cast(pl.String)
    keys, values = pl.Series(old, dtype=pl.String), pl.Series(new, dtype=dtype)
    default = text if stay else None
    mapped = text.replace_strict(keys, values, default=default, return_dtype=dtype)
    return frame.with_columns(mapped.alias(name))


def _offending(frame: pl.LazyFrame, check: Check, whole: int) -> tuple[list[str], int]:
    """Return the first rows that do not pass, by their places, and how many more there are."""
    frame = frame.with_row_index("_place", offset=1)
    has = frame.collect_schema().names()
    told = [name for name in dict.fromkeys(check.columns) if name in has]
    bad: pl.DataFrame = frame.filter(_known(check.bad)).select("_place", *told).pipe(collected)
    lines = [
        f"row {row['_place']} has {', '.join(f'{name} {row[name]!r}' for name in told)}"
        for row in bad.head(whole).to_dicts()
    ]
    return lines, bad.height - len(lines)
