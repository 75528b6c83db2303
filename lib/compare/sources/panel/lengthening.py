"""Own tables made long: one row for each cell of a value, with its region, year and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import polars as pl

from compare.errors import Problem
from compare.sources.panel.cells import (
    A_CELL,
    Stated,
    codes_of_none,
    codes_out_of_range,
    stated,
    stated_with_flags,
    without_footnote,
)
from compare.sources.panel.columns import plain
from compare.sources.panel.decimals import Decimals
from compare.sources.panel.distinct import looked_up, read_distinct, text_of
from compare.sources.panel.estimates import with_limits
from compare.sources.panel.flags import CONFIDENTIAL, of_confidence, of_status
from compare.sources.panel.footnotes import marks_of, without_numbers_behind
from compare.sources.panel.heads import (
    Head,
    caption_unit,
    without_unit,
)
from compare.sources.panel.indicators import kind_in_range
from compare.sources.panel.limit_names import ERRORS
from compare.sources.panel.measures import Measure
from compare.sources.panel.noted import Noted
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.origins import IDENTITY
from compare.sources.panel.roles import Roles
from compare.sources.panel.sdmx import in_words
from compare.sources.panel.second_heads import as_one_problem
from compare.sources.panel.statuses import said_missing
from compare.sources.panel.targets import KIND, kinds_said
from compare.sources.panel.told import UnreadError
from compare.sources.panel.transposing import in_file
from compare.sources.panel.years import periods_of

_SIGNS = pl.Enum(["", "=", ">=", ">", "<=", "<", "~", "range", "estimate"])
_STATED: dict[str, Any] = {
    "comparator": _SIGNS, "lo": pl.Float64, "hi": pl.Float64, "share": pl.Boolean,
    "resolution": pl.Float64, "withheld": pl.Boolean, "flags": pl.String,
}  # fmt: skip
_LONG = pl.Schema({
    "line": pl.UInt32, "letters": pl.Categorical(), "indicator": pl.Categorical(),
    "unit": pl.Categorical(), "year": pl.Int32, "year_start": pl.Int32, **_STATED,
    "flags": pl.Categorical(), "value": pl.Float64, "kind": KIND,
})  # fmt: skip
"""The columns of a long table: of millions of rows, each takes as few bytes as it can."""
_WITHIN: dict[str, Any] = {"lower": pl.Float64, "upper": pl.Float64}
_AROUND = "()[] ±"
"""What stands around a standard error, or a margin."""


def lengthened(
    sheet: Sheet,
    rows: pl.DataFrame,
    roles: Roles,
    noted: Noted,
    *,
    year: int | None,
    level: float,
    missing: frozenset[str],
    decimal: str | None = None,
) -> pl.DataFrame:
    """Return the cells of a sheet, read.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    roles : Roles
        Which column is what.
    noted : Noted
        Takes what is told of cells in the summary.
    year : int, optional
        The year of all values, where no column and no head says one.
    level : float
        The level of a standard error's limits, in per cent.
    missing : frozenset of str
        Further marks for missing values.
    decimal : {".", ","}, optional
        The sign before decimals, where it was told.

    Returns
    -------
    polars.DataFrame
        line (which of the rows), letters (of the column), indicator, unit, year, year_start,
        comparator, lo, hi, share, resolution, withheld, flags, value; cells without a value are
        there.

    Raises
    ------
    DataError
        If cells cannot be read: all of them, by row and column.
    """
    problems: list[Problem] = []
    unit = caption_unit(sheet.title)
    none = said_missing(sheet, rows, roles.read)
    marks = Marks(missing, Decimals(sheet, decimal), noted, none)
    parts = []
    for measure in roles.measures:
        said, its_unit = _indicator(rows, roles, measure)
        names = said if roles.indicator else pl.repeat(measure.indicator, rows.height, eager=True)
        periods = periods_of(sheet, rows, roles, measure, year, noted, problems)
        parts.append(
            rows.select(
                line=pl.int_range(pl.len(), dtype=pl.UInt32),
                indicator=said,
                unit=(_units(rows, roles.unit) if roles.unit else its_unit.fill_null(unit)),
                kind=_kinds(rows, roles, measure),
                **periods,
                **_cells(sheet, rows, measure, level, marks, names, problems),
            )
            .select([*_LONG])
            .cast(_LONG)
        )
        said_by = (roles.kind or measure.value).text
        aimed = (parts[-1]["kind"] == "target") & (parts[-1]["comparator"] != "")
        noted.targets.update({said_by: int(aimed.sum())} if aimed.any() else {})
    if problems:
        problems = list(dict.fromkeys(problems))  # each measure reads the years and the units
        raise _unread(problems, sheet, len(roles.measures))
    return pl.concat(parts)


@dataclass(frozen=True)
class Marks:
    """How the cells of a sheet are written.

    Attributes
    ----------
    missing : frozenset of str
        Further marks for missing values.
    decimals : Decimals
        The sign before decimals.
    noted : Noted
        What is told of cells in the summary.
    none : polars.Series, optional
        Of which rows a column says that their value is missing.
    """

    missing: frozenset[str]
    decimals: Decimals
    noted: Noted
    none: pl.Series | None = None


def regions_said(rows: pl.DataFrame, roles: Roles) -> pl.DataFrame:
    """Return the code, the name and the parent that each row says, as texts."""
    heads = zip(IDENTITY, (roles.region, roles.name, roles.parent), strict=True)
    return rows.select(
        pl.lit(None, pl.String).alias(name)
        if head is None
        else _without_footnotes(text_of(rows, head)).alias(name)
        for name, head in heads
    )


def _without_footnotes(texts: pl.Series) -> pl.Series:
    """Return names without marks of footnotes: with and without one it is the same region."""
    plain = {text: without_footnote(text) for text in texts.drop_nulls().unique().to_list()}
    changed = {text: name for text, name in plain.items() if name != text}
    return texts.replace(list(changed), list(changed.values())) if changed else texts


_UNREAD = re.compile(
    r"'(?P<text>.+)' cannot be read|"
    r"'(?P<code>-?[0-9]+(?:\.0+)?)' is (?:the only kind of number below 0|out of the range of .+)",
    re.DOTALL,
)
MOST_MARKS = 5


def _unread(problems: list[Problem], sheet: Sheet, width: int) -> UnreadError:
    """Return the error of cells that cannot be read: of a second row of names, one sentence."""
    found = [_UNREAD.fullmatch(problem.what) for problem in problems]
    texts = [(one["text"] or "") if one else "" for one in found]
    below = 0 if sheet.is_turned else sheet.frame[ROW][0]
    if names := as_one_problem(problems, texts, below, width):
        return UnreadError(names, [])
    marks = _marks(problems)
    line = f"where they mean missing: missing={marks!r}" if len(marks) > 1 else ""
    return UnreadError([in_file(one, sheet) for one in problems], marks, line)


def _marks(problems: list[Problem]) -> list[str]:
    """Return the texts that could not be read, where they are few and no numbers but codes."""
    found = [_UNREAD.fullmatch(problem.what) for problem in problems]
    codes = {one["code"] for one in found if one and one["code"]}
    texts = list(dict.fromkeys((one["text"] or one["code"]) if one else "" for one in found))
    few = len(texts) <= MOST_MARKS and all(
        text in codes or (text and not re.search("[0-9]", text)) for text in texts
    )
    return texts if few else []


def _kinds(rows: pl.DataFrame, roles: Roles, measure: Measure) -> pl.Series | pl.Expr:
    """Return what a column, or a head, says of each row: an actual value or a target."""
    if roles.kind is not None:
        return kinds_said(rows[roles.kind.letters])
    return pl.lit(measure.kind or None, KIND)


def _units(rows: pl.DataFrame, head: Head) -> pl.Series:
    """Return a column of units, those of code lists as tables have them."""
    texts = text_of(rows, head)
    names = texts.drop_nulls().unique().to_list()
    return looked_up(texts, {name: in_words(name) for name in names}, pl.String)


def indicators_said(rows: pl.DataFrame, roles: Roles) -> pl.Series:
    """Return what each row of a long table says that it measures, with its unit."""
    parts = [text_of(rows, head).fill_null("").alias(head.letters) for head in roles.indicator]
    joined = pl.concat_str("*", separator=" ").str.strip_chars()
    return pl.DataFrame(parts).select(joined).to_series()


def _indicator(rows: pl.DataFrame, roles: Roles, measure: Measure) -> tuple[Any, Any]:
    """Return what each row measures, and the unit that its name or its column says, if any."""
    unit = pl.lit(measure.value.unit or None, pl.String)
    if not roles.indicator:
        return pl.lit(measure.indicator), unit
    names = indicators_said(rows, roles)
    told = _without_units(names.unique().to_list())
    if not told:
        return names, unit
    units = looked_up(names, {name: said for name, (_, said) in told.items()}, pl.String)
    short = names.replace({name: alone for name, (alone, _) in told.items()})
    return short, pl.lit(units).fill_null(unit)


def _without_units(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the names that end in a unit, as they are without it, and that unit.

    Those that differ by their unit alone, 失业率(%) and 失业率(人), keep it.
    """
    told = {name: without_unit(name) for name in names}
    spellings = {plain(name): plain(alone) for name, (alone, _) in told.items()}
    alike = Counter(spellings.values())  # 率(%) and 率（%） are one
    return {
        name: (alone, unit)
        for name, (alone, unit) in told.items()
        if unit and alike[plain(alone)] == 1
    }


def _cells(
    sheet: Sheet,
    rows: pl.DataFrame,
    measure: Measure,
    level: float,
    marks: Marks,
    names: pl.Series,
    problems: list[Problem],
) -> dict[str, Any]:
    """Return what the cells of a measure state, with its limits where it has some."""
    if measure.is_interval:  # no column of values: nothing is stated but its limits
        found = _nothing(rows.height)
    else:
        found = _without_noughts(_stated(sheet, rows, measure.value, marks, problems), marks)
    within = {name: found.pop(name) for name in ("lower", "upper")}
    _refuse_out_of_range(sheet, rows, measure, found, (names, marks.missing), problems)
    _refuse_shares_beside_fractions(sheet, rows, measure.value, found, problems)
    found["value"] = pl.DataFrame(found).select(
        pl.when(pl.col("comparator").is_in(["=", "~", ">=", ">", "<=", "<"]))
        .then(pl.coalesce("lo", "hi"))
        .alias("value")
    )["value"]
    ends = _limits(sheet, rows, measure, found, within, level, marks, problems)
    letters = pl.lit(measure.value.letters)
    return {"letters": letters, **found, **_beside(sheet, rows, found), **ends}


def _without_noughts(found: dict[str, pl.Series], marks: Marks) -> dict[str, pl.Series]:
    """Return what cells state, without a 0 that a status says is no value."""
    if marks.none is None:
        return found
    none = marks.none & (found["lo"] == 0).fill_null(value=False)
    blank = _nothing(len(none)) | {"withheld": pl.repeat(value=True, n=len(none), eager=True)}
    return {name: blank[name].zip_with(none, cells) for name, cells in found.items()}


def _nothing(height: int) -> dict[str, pl.Series]:
    """Return what cells state that are not there."""
    return {
        name: pl.repeat(getattr(Stated(""), name), height, dtype=dtype, eager=True)
        for name, dtype in (_STATED | _WITHIN).items()
    }


def _beside(sheet: Sheet, rows: pl.DataFrame, found: dict[str, pl.Series]) -> dict[str, pl.Series]:
    """Return the flags that columns of their own hold, and what is withheld by them."""
    flags = found["flags"]
    for letters, meaning in [
        *((one, of_status) for one in sheet.status),
        *((one, of_confidence) for one in sheet.confidence),
    ]:
        texts = rows[letters].cast(pl.String).fill_null("")
        meant = {text: meaning(text) for text in texts.unique().to_list()}
        flags = flags + looked_up(texts, meant, pl.String)
    blank = found["comparator"] == ""
    hidden = flags.str.contains(CONFIDENTIAL, literal=True)
    return {"flags": flags, "withheld": found["withheld"] | (blank & hidden)}


def _stated(
    sheet: Sheet,
    rows: pl.DataFrame,
    head: Head,
    marks: Marks,
    problems: list[Problem],
    *,
    bare: bool = False,
) -> dict[str, pl.Series]:
    """Return what the cells of a column state; bare: of (2.3) and ±2.3 the number alone."""
    cells = rows[head.letters]
    if cells.dtype.is_numeric():
        number = _without(cells.cast(pl.Float64).fill_nan(None), marks.missing)
        problems += [
            Problem(
                sheet.file or sheet.name, row, head.text, f"{value} cannot be read", A_CELL,
                "correct the cell",
            )
            for row, value in rows.select(ROW, number).filter(number.is_infinite()).iter_rows()
        ]  # fmt: skip
        number = _refused_codes(sheet, rows, head, number, problems)
        there = number.is_not_null()
        none, no = pl.lit(None), pl.lit(value=False)
        frame = pl.DataFrame({"lo": number, "there": there}).select(
            pl.when("there").then(pl.lit("=")).otherwise(pl.lit("")).alias("comparator"),
            pl.col("lo"),
            pl.col("lo").alias("hi"),
            no.alias("share"),
            none.cast(pl.Float64).alias("resolution"),
            no.alias("withheld"),
            pl.lit("").alias("flags"),
            none.cast(pl.Float64).alias("lower"),
            none.cast(pl.Float64).alias("upper"),
        )
        return frame.to_dict()
    comma = marks.decimals.are_behind_commas(head, cells, rows)
    cells = (
        cells
        if bare or sheet.flagged
        else without_numbers_behind(sheet, rows, head, cells, problems)
    )

    def read_cell(text: str) -> Stated:
        if sheet.flagged:
            return stated_with_flags(text, marks.missing)
        plain = text.strip(_AROUND).removeprefix("+/-") if bare else text
        try:
            return stated(plain, marks.missing, comma=comma)
        except ValueError:
            if head.letters not in sheet.decimal_dots:
                raise
            return stated(plain, marks.missing, comma=True)  # a text among numbers of a workbook

    read = read_distinct(
        cells,
        read_cell,
        (sheet, rows, head, A_CELL),
        problems,
    )
    marks.noted.footnotes.update(marks_of(cells, read))
    places = looked_up(cells, {text: place for place, text in enumerate(read)}, pl.UInt32)
    found = {
        name: pl.Series([getattr(one, name) for one in read.values()], dtype=dtype).gather(places)
        for name, dtype in (_STATED | _WITHIN).items()
    }
    return found | {"lo": _refused_codes(sheet, rows, head, found["lo"], problems)}


def _without(numbers: pl.Series, missing: frozenset[str]) -> pl.Series:
    """Return numbers without those that were told to mean missing."""
    told = [float(mark) for mark in missing if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", mark)]
    return numbers.set(numbers.is_in(told), None) if told else numbers


def _refused_codes(
    sheet: Sheet, rows: pl.DataFrame, head: Head, numbers: pl.Series, problems: list[Problem]
) -> pl.Series:
    """Refuse -999 among numbers that are never below 0, and return the others.

    It stands for a value that is missing, and would be the least of all.
    """
    if not (numbers < 0).any():
        return numbers
    codes = codes_of_none(numbers.drop_nulls().unique().to_list())
    there = rows.select(pl.col(ROW), number=numbers).filter(pl.col("number").is_in(codes))
    problems += [
        Problem(
            sheet.file or sheet.name, row, head.text,
            f"'{number:.0f}' is the only kind of number below 0",
            "values, or what is named as missing", f"missing=['{number:.0f}'] if it means missing",
        )
        for row, number in there.iter_rows()
    ]  # fmt: skip
    return numbers.set(numbers.is_in(codes), None)


def _refuse_out_of_range(
    sheet: Sheet,
    rows: pl.DataFrame,
    measure: Measure,
    found: dict[str, pl.Series],
    known: tuple[pl.Series, frozenset[str]],
    problems: list[Problem],
) -> None:
    """Refuse -1 and 9999 among shares or counts, for they are codes; told that none is, keep them.

    What an option names as missing is none already.
    """
    names, missing = known
    numbers = found["lo"]
    if NO_CODE in missing or not ((numbers < 0) | (numbers >= _FIRST_NINES)).any():
        return
    texts = rows[measure.value.letters]
    if texts.dtype.is_numeric():
        texts = texts.cast(pl.String).str.strip_suffix(".0")
    cells = pl.DataFrame({ROW: rows[ROW], "name": names, "number": numbers, "text": texts})
    cells = cells.drop_nulls("number")
    for (name,), part in cells.group_by("name", maintain_order=True):
        kind = kind_in_range(str(name), measure.value.unit)
        values = part["number"].unique().to_list()
        codes = codes_out_of_range(values, share=kind == "share") if kind else set()
        if len(codes) == len(values):
            continue
        problems += [
            Problem(
                sheet.file or sheet.name, row, measure.value.text,
                f"'{text}' is out of the range of a {kind}", "values",
                f"missing=['{text}'] if it means missing, missing=['{NO_CODE}'] if it does "
                "not",
            )
            for row, text in part.filter(pl.col("number").is_in(codes)).select(ROW, "text")
            .iter_rows()
        ]  # fmt: skip


NO_CODE = "none"
"""Told as missing where no number is: a mark that means so in any table."""
_FIRST_NINES = 999


def _refuse_shares_beside_fractions(
    sheet: Sheet,
    rows: pl.DataFrame,
    head: Head,
    found: dict[str, pl.Series],
    problems: list[Problem],
) -> None:
    """Refuse 0.92 in a column of 91%: one of the two is a hundred times the other.

    Where the head says per cent, or other numbers without the sign are more than 1, it is 0.92%.
    """
    if head.unit:
        return
    cells = pl.DataFrame({ROW: rows[ROW], **found, "text": rows[head.letters]})
    number = pl.coalesce("lo", "hi")
    shares = cells.filter("share")
    if shares.is_empty() or shares.select(number.abs().max()).item() <= 1:
        return
    bare = cells.filter(~pl.col("share") & (number != 0))
    fractions = bare.filter(number.abs() <= 1)
    if fractions.height < bare.height:
        return
    problems += [
        Problem(
            sheet.file or sheet.name, row, head.text,
            f"{text!r} stands among cells with a per cent sign", "one unit in a column",
            "write 92% for 0.92, or put the sign behind what is less than 1%",
        )
        for row, text in fractions.select(ROW, "text").iter_rows()
    ]  # fmt: skip


def _limits(
    sheet: Sheet,
    rows: pl.DataFrame,
    measure: Measure,
    found: dict[str, pl.Series],
    within: dict[str, pl.Series],
    level: float,
    marks: Marks,
    problems: list[Problem],
) -> dict[str, pl.Series]:
    """Return what is known of cells with their limits; of limits not used a note is taken."""
    heads = measure.limits
    if not heads and not within["lower"].is_not_null().any():
        return {}
    columns = {
        role: _stated(sheet, rows, head, marks, problems, bare=role in ERRORS)
        for role, head in heads.items()
    }
    wide = _error(sheet, rows, heads, columns, level, problems)
    limited = with_limits(found, columns, within, wide, is_alone=measure.is_interval)
    problems += [
        Problem(
            sheet.file or sheet.name, rows[ROW][row["place"]], measure.value.text,
            _wrong_limits(row), "an estimate between its limits, the lower one first",
            "correct the cells, or name other columns of limits",
        )
        for row in limited.wrong.to_dicts()
    ]  # fmt: skip
    for role, unused in limited.unused.items():
        if number := int(unused.sum()):
            marks.noted.limits[heads[role].text if role in heads else measure.value.text] += number
    letters = {role: head.letters for role, head in heads.items()}
    of_limits = looked_up(limited.instead, letters, pl.String).fill_null(measure.value.letters)
    return {**limited.ends, "letters": of_limits}


def _wrong_limits(row: dict[str, Any]) -> str:
    if row["lo"] is None:
        return f"the lower limit {row['low']:g} is above the upper limit {row['high']:g}"
    return f"{row['lo']:g} lies outside its limits {row['low']:g} and {row['high']:g}"


def _error(
    sheet: Sheet,
    rows: pl.DataFrame,
    heads: Mapping[str, Head],
    columns: Mapping[str, Mapping[str, pl.Series]],
    level: float,
    problems: list[Problem],
) -> pl.Series | None:
    """Return how far the limits lie from each value by its error; refuse errors below 0."""
    role = next((role for role in ERRORS if role in columns), None)
    if role is None:
        return None
    wide = columns[role]["lo"]
    negative = rows.select(pl.col(ROW), wide=wide).filter(pl.col("wide") < 0)
    problems += [
        Problem(
            sheet.file or sheet.name, row, heads[role].text,
            f"{error:g} is an error below 0", "a standard error or a margin of 0 or more",
            f"correct the cell, or missing=['{error:g}'] if it means missing",
        )
        for row, error in negative.iter_rows()
    ]  # fmt: skip
    return wide * NormalDist().inv_cdf(0.5 + level / 200) if role == "se" else wide
