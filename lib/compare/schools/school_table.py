"""The school table: opened, named, checked, and divided into primary and junior parts.

A table is a frame or a file with one row per school (:func:`compare.schools.balance.balance_table`
lists its columns). What is wrong with it is collected in one pass over all rows, so that a
large table is read once, and every problem is told at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import add
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.errors import DataError, Problem, UnknownValueError, unknown
from compare.ledger.names import normal_name
from compare.schools.balance_rules import Rule, header_words, rules
from compare.schools.opening import ROW, TOTAL, Rows, Source, with_one_spelling

PARTS = ("primary", "junior")
"""The stages of compulsory education, to which the coefficient applies."""

ALL_PARTS = (*PARTS, "senior")

SCHOOL, STUDENTS, KEPT, DIVIDED = "__school", "__students", "__kept", "__divided"
"""Columns of the working frames, named so that no column of a user is in the way."""

_WEIGHTED, _SCHOOLS = "__weighted", "__schools"
_NUMBER = r"^[+-]?(?:[0-9]{1,40}\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?$"
"""A number as polars reads it, too: other digits and larger exponents they do not."""

LEAST, MOST = 1e-9, 1e15
"""Between these an amount, its squares and its sums are numbers of full precision."""


@dataclass(frozen=True)
class Parts:
    """A checked school table, divided.

    Attributes
    ----------
    frame : polars.LazyFrame
        One row per school and compulsory stage it has: county (if asked for), stage, the
        rule's resources, and the working columns.
    keys : list of str
        The columns that name a group.
    totals : set of str
        Resources given as totals, which combined schools had divided.
    """

    frame: Rows
    keys: list[str]
    totals: set[str]


@dataclass(frozen=True)
class Check:
    """One rule that every row keeps; ``bad`` is true where a row does not.

    What is wrong with a whole row is told alone: the rest would only follow from it.
    """

    column: str
    bad: pl.Expr
    what: str
    allowed: str
    todo: str
    whole_row: bool = False


# Checking


def text_of(column: str) -> pl.Expr:
    """Return a column as stripped text."""
    return pl.col(column).cast(pl.String).str.strip_chars()


def is_blank(text: str | pl.Expr) -> pl.Expr:
    """Return whether a text is missing or empty."""
    text = pl.col(text) if isinstance(text, str) else text
    return text.is_null() | (text == "")


def as_given(column: str) -> str:
    """Return the name of the working column that keeps a number as it was given."""
    return f"{column} as given"


def number_columns(source: Source, names: Mapping[str, str]) -> list[pl.Expr]:
    """Return expressions that read columns as numbers, and keep what was given for messages.

    Parameters
    ----------
    source : Source
        The table.
    names : mapping of str to str
        New name to column of the table; a column that is not there gives missing values.
    """
    schema = source.frame.collect_schema()
    expressions = []
    for name, column in names.items():
        text, number = pl.lit(None, pl.String), pl.lit(None, pl.Float64)
        if column in schema:
            if schema[column].is_numeric():
                number, text = pl.col(column), pl.col(column).cast(pl.String)
            else:
                text = text_of(column)
                text = pl.when(~is_blank(text)).then(text)
                number = pl.when(text.str.contains(_NUMBER)).then(text)
            number = number.cast(pl.Float64)
            number = pl.when(number.is_finite()).then(number)
        expressions += [number.alias(name), text.alias(as_given(name))]
    return expressions


def number_checks(name: str, column: str, required: pl.Expr | None = None) -> list[Check]:
    """Return the checks of a number: there where it is required, a number, not negative.

    Parameters
    ----------
    name : str
        The working column.
    column : str
        What messages call it.
    required : polars.Expr, optional
        Where it may not be missing; without it, nowhere.
    """
    blank, number = is_blank(as_given(name)), pl.col(name)
    value = f"{{{as_given(name)}!r}}"
    allowed = "a number in digits 0-9, 0 or more, without thousands separators or units"
    extreme = (number > MOST) | ((number > 0) & (number < LEAST))
    bounds = f"0, or a number from {LEAST:g} to {MOST:g}"
    checks = [
        Check(column, ~blank & number.is_null(), f"{value} is no number", allowed, "retype it"),
        Check(column, number < 0, f"{value} is negative", allowed, "correct it"),
        Check(column, extreme, f"{value} is too large or too small", bounds, "correct it"),
    ]
    if required is not None:
        todo = "enter it (0 only where the school has none)"
        checks.append(Check(column, blank & required, "no value", allowed, todo))
    return checks


def total_check() -> Check:
    """Return the check that no row is a total of the others."""
    is_one, what = ~pl.col(TOTAL).is_null(), f"{{{TOTAL}!r}} is a total, no school"
    return Check("", is_one, what, "one row per school", "remove the row", whole_row=True)


def name_check(source: Source, column: str, working: str) -> Check:
    """Return the check that a row says to which group it belongs.

    Parameters
    ----------
    source : Source
        The table.
    column : str
        Its column.
    working : str
        What the column is called in the working frame.
    """
    blank = is_blank(text_of(working))
    if source.frame.collect_schema()[column].is_float():
        blank = blank | pl.col(working).is_nan()
    return Check(column, blank, f"no {working}", "a name", "enter it, or remove the row")


def twice_check(keys: Sequence[str]) -> Check:
    """Return the check that no school stands twice with the same keys."""
    twice = pl.len().over(*keys, SCHOOL) > 1
    what = "the name stands more than once"
    allowed = "one row per school (in its county or group)"
    return Check("school", twice & ~is_blank(SCHOOL), what, allowed, "merge or rename")


def find_problems(work: Rows, checks: Sequence[Check], file: str) -> list[Problem]:
    """Return the problems of all rows, read in one pass.

    Parameters
    ----------
    work : polars.LazyFrame
        The working frame: ``ROW``, ``SCHOOL`` and what the checks use.
    checks : sequence of Check
        The checks.
    file : str
        What messages call the table.
    """
    flags = [f"__bad {number}" for number in range(len(checks))]
    bad = [
        check.bad.fill_null(False).alias(flag) for check, flag in zip(checks, flags, strict=True)
    ]
    flagged = work.with_columns(*bad).filter(pl.any_horizontal(*flags)).pipe(collected)
    found: list[Problem] = []
    for cells in flagged.iter_rows(named=True):
        here = [check for check, flag in zip(checks, flags, strict=True) if cells[flag]]
        whole = [check for check in here if check.whole_row]
        found += [_problem(check, cells, file) for check in whole or here]
    return list(dict.fromkeys(found))


def _problem(check: Check, cells: dict[str, Any], file: str) -> Problem:
    school = cells[SCHOOL]
    place = f" (school {school!r})" if isinstance(school, str) and school else ""
    what = check.what.format_map(cells) + place
    return Problem(file, cells[ROW], check.column, what, check.allowed, check.todo)


def group_problems(
    parts: Rows, keys: Sequence[str], names: Mapping[str, str], file: str
) -> list[Problem]:
    """Return the groups for which no coefficient can be computed.

    Parameters
    ----------
    parts : polars.LazyFrame
        One row per school, with its amounts and ``KEPT``.
    keys : sequence of str
        The columns that name a group.
    names : mapping of str to str
        Column of an amount to what messages call it. A missing amount has its own message.
    file : str
        What messages call the table.
    """
    kept = pl.col(KEPT) == 1
    amounts = (
        pl.when(kept).then(pl.col(name).fill_null(1.0)).otherwise(pl.lit(0.0)).alias(name)
        for name in names
    )
    groups = (
        parts.with_columns(*amounts)
        .group_by(*keys)
        .agg(pl.len().alias(_SCHOOLS), *(pl.col(name).sum() for name in [KEPT, *names]))
        .pipe(collected)
    )
    if groups.is_empty():
        todo = "add one row per school"
        return [Problem(file, 0, "", "there is no school in the table", "two or more", todo)]
    problems: list[Problem] = []
    for group in groups.iter_rows(named=True):
        place = ", ".join(f"{key} {group[key]}" for key in keys if not key.startswith("__"))
        problems += _group_problems(group, f"{place}: " if place else "", names, file)
    return problems


def _group_problems(
    group: dict[str, Any], place: str, names: Mapping[str, str], file: str
) -> list[Problem]:
    schools, small = int(group[KEPT]), int(group[_SCHOOLS] - group[KEPT])
    if schools < 2:
        left_out = f" ({small} left out as small)" if small else ""
        what = f"{place}{schools or 'no'} school{left_out}: there is nothing to vary between"
        todo = "add the other schools, or remove these"
        return [Problem(file, 0, "school", what, "two schools or more", todo)]
    what = f"{place}no school has any: the mean is 0, and the coefficient has no value"
    todo = "correct the column, if it was not filled in"
    return [
        Problem(file, 0, column, what, "more than 0 in one school at least", todo)
        for name, column in names.items()
        if group[name] == 0
    ]


# Dividing


def school_parts(
    given: Source,
    rule: Rule,
    county: str | None,
    exclude_small: float | None = None,
    *,
    compared: bool = True,
) -> Parts:
    """Return the primary and junior parts of the schools, or raise every problem at once.

    Groups are judged (one school, nothing at all) only where schools, stages and students
    have no problem: with a stage unknown, nobody can say how many junior schools there are.

    Parameters
    ----------
    given : Source
        The school table.
    rule : Rule
        The rule whose resources are wanted.
    county : str, optional
        Column that names the county.
    exclude_small : float, optional
        Schools with fewer students are not kept (``KEPT`` is 0).
    compared : bool
        Whether schools are compared with each other, so that one alone is a problem.

    Raises
    ------
    DataError
        With every problem of the table.
    UnknownValueError
        If ``county`` is no column, or is missing where there are several counties.
    """
    if county is not None and county not in given.columns:
        raise unknown("county", county, given.columns)
    _refuse_another_table(given, rule)
    source = _with_english_names(given, county)
    source = with_one_spelling(source, [county or "county", "school"], ["stage"])
    _check_one_county(source, county)
    totals, amounts = _amount_columns(source, rule)
    problems = [*source.problems, *_column_problems(source, rule)]
    used = [county, "school", "stage", *(f"{part}_students" for part in ALL_PARTS)]
    used += [name for names in amounts.values() for name in names]
    if unreadable := source.unreadable(filter(None, used)):
        raise DataError([*problems, *unreadable])
    work = _work(source, county, [name for names in amounts.values() for name in names])
    checks = [total_check(), *_school_checks(county), *_student_checks(divided=bool(totals))]
    if county:
        checks.append(name_check(source, county, "county"))
    for name, columns in amounts.items():
        checks += _amount_checks(columns, total=name in totals)
    missing = {problem.column for problem in problems}
    checks = [check for check in checks if not check.column or check.column not in missing]
    problems += find_problems(work, checks, source.file)
    keys = ["county", "stage"] if county else ["stage"]
    parts = Parts(_divided(work, county, amounts, totals, exclude_small), keys, totals)
    about_amounts = {*amounts, *(name for names in amounts.values() for name in names)}
    if compared and all(problem.column in about_amounts for problem in problems):
        resources = {name: name for name in rule.resources}
        problems += group_problems(parts.frame, keys, resources, source.file)
    if problems:
        raise DataError(problems)
    return parts


def _check_one_county(source: Source, county: str | None) -> None:
    if county is None and "county" in source.columns and not source.unreadable(["county"]):
        schools = source.frame.filter(pl.col(TOTAL).is_null())
        counties = schools.select(pl.col("county").n_unique()).pipe(collected).item()
        if counties > 1:
            raise UnknownValueError(
                f"county=None, but the column 'county' names {counties} counties. The "
                "coefficient is defined within one county: give county='county', keep one "
                "county, or drop the column to take all schools together."
            )


def _with_english_names(source: Source, county: str | None) -> Source:
    names: dict[str, list[str]] = {}
    for header in source.columns:
        name = header if header == county else column_name(header)
        names.setdefault(name, []).append(header)
    allowed, todo = "one column of this name, Chinese or English", "remove the others"
    problems = [
        Problem(
            source.file, source.header, name, f"there twice: {', '.join(headers)}", allowed, todo
        )
        for name, headers in names.items()
        if len(headers) > 1
    ]
    renamed = {headers[0]: name for name, headers in names.items() if len(headers) == 1}
    return replace(
        source, frame=source.frame.rename(renamed), problems=[*source.problems, *problems]
    )


@cache
def _known_columns() -> dict[str, str]:
    known = {normal_name(word): name for word, name in header_words().items()}
    return known | {name: name for name in known.values()}


def column_name(header: str) -> str:
    """Return the English name of a column that a school table has, else the header itself."""
    return _known_columns().get(normal_name(header), header)


def is_column(cell: str) -> bool:
    """Tell whether a cell is the name of a column that a school table has."""
    return normal_name(cell) in _known_columns()


def _by_part(resource: str) -> list[str]:
    return [f"{resource}_{part}" for part in PARTS]


def _amount_columns(source: Source, rule: Rule) -> tuple[set[str], dict[str, list[str]]]:
    """Return the resources given as totals, and the columns that give each resource."""
    columns = set(source.columns)
    split = {name for name in rule.resources if columns & set(_by_part(name))}
    amounts = {name: _by_part(name) if name in split else [name] for name in rule.resources}
    return set(rule.resources) - split, amounts


def _refuse_another_table(source: Source, rule: Rule) -> None:
    """Refuse at once a table that has none of the columns: all else would only follow."""
    if any(map(is_column, source.columns)):
        return
    held = ", ".join(repr(name[:40]) for name in source.columns[:3]) or "nothing"
    allowed = f"school, stage, primary_students, {', '.join(rule.resources)}"
    what, todo = f"none of the columns is there, but {held}", "name the columns so"
    raise DataError([Problem(source.file, source.header, "", what, allowed, todo)])


def _column_problems(source: Source, rule: Rule) -> list[Problem]:
    columns = set(source.columns)
    problems = source.absent(["school", "stage"])
    if not columns & {f"{part}_students" for part in PARTS}:
        problems.append(source.missing("primary_students", "primary_students, junior_students"))
    for name in rule.resources:
        words = rules().resources[name].words[0]
        split = _by_part(name)
        if not columns & {name, *split}:
            allowed = f"{name} ({words}), or {' and '.join(split)}"
            problems.append(source.missing(name, allowed))
        elif name in columns and columns & set(split):
            what, todo = "given both as a total and by stage", "remove the one or the other"
            allowed = f"{name}, or {' and '.join(split)}"
            problems.append(Problem(source.file, source.header, name, what, allowed, todo))
    return problems


def _work(source: Source, county: str | None, amounts: Sequence[str]) -> Rows:
    columns = source.columns
    students = [f"{part}_students" for part in ALL_PARTS]
    nothing = pl.lit(None, pl.String)
    work = source.frame.select(
        ROW,
        TOTAL,
        (text_of("school") if "school" in columns else nothing).alias(SCHOOL),
        *([pl.col(county).alias("county")] if county else []),
        (text_of("stage") if "stage" in columns else nothing).alias("stage"),
        *number_columns(source, {name: name for name in [*students, *amounts]}),
    )
    return work.with_columns(_students_here(part).alias(_here(part)) for part in ALL_PARTS)


def _words(parts: Sequence[str]) -> list[str]:
    """Return the words for schools that have one of these parts."""
    stages = rules().stages
    has = [kind for kind in stages if set(parts) & set(stages[kind].parts)]
    return [word for kind in has for word in (kind, *stages[kind].words)]


def _has(part: str) -> pl.Expr:
    return pl.col("stage").is_in(_words([part]))


def _is_known() -> pl.Expr:
    return pl.col("stage").is_in(_words(ALL_PARTS))


def _students_here(part: str) -> pl.Expr:
    """Return the students of a part; 0 where the school has no such part."""
    return pl.when(_has(part)).then(pl.col(f"{part}_students")).otherwise(pl.lit(0.0))


def _here(part: str) -> str:
    return f"{part} students here"


def _school_checks(county: str | None) -> list[Check]:
    stages = ", ".join(f"{kind} ({stage.words[0]})" for kind, stage in rules().stages.items())
    blank = is_blank("stage")
    checks = [
        Check("school", is_blank(SCHOOL), "no name", "the school's name", "enter it"),
        Check(
            "stage", ~blank & ~_is_known(), "unknown stage {stage!r}", stages, "use one of these"
        ),
        Check("stage", blank, "no stage", stages, "enter one of these"),
        twice_check(["county"] if county else []),
    ]
    return checks


def _student_checks(*, divided: bool) -> list[Check]:
    nobody = reduce(add, [pl.col(_here(part)) for part in PARTS]) == 0
    nobody = nobody & _is_known()
    allowed = "more than 0 primary or junior students"
    checks = [Check("", nobody, "a school without students", allowed, "enter them, or remove it")]
    for part in ALL_PARTS:
        column = f"{part}_students"
        required = _has(part) if part in PARTS or divided else None
        checks += number_checks(column, column, required)
        surplus = _is_known() & ~_has(part) & (pl.col(column) > 0)
        what = f"{{{as_given(column)}}} students of a stage that a {{stage}} school has not"
        checks.append(Check(column, surplus, what, "empty or 0", "correct the stage or the number"))
    return checks


def _amount_checks(columns: list[str], *, total: bool) -> list[Check]:
    if total:
        return number_checks(columns[0], columns[0], pl.lit(True))
    return [
        check
        for part, column in zip(PARTS, columns, strict=True)
        for check in number_checks(column, column, pl.col(_here(part)) > 0)
    ]


def _divided(
    work: Rows,
    county: str | None,
    amounts: Mapping[str, list[str]],
    totals: set[str],
    exclude_small: float | None,
) -> Rows:
    """Return one row per school and compulsory stage it has."""
    work = _with_shares(work, exclude_small)
    return pl.concat(
        [
            work.filter(pl.col(_here(part)) > 0).select(
                *(["county"] if county else []),
                pl.lit(part).alias("stage"),
                SCHOOL,
                pl.col(_here(part)).alias(STUDENTS),
                KEPT,
                DIVIDED,
                *(
                    pl.col(name) * pl.col(_share(part))
                    if name in totals
                    else pl.col(columns[place]).alias(name)
                    for name, columns in amounts.items()
                ),
            )
            for place, part in enumerate(PARTS)
        ]
    )


def _with_shares(work: Rows, exclude_small: float | None) -> Rows:
    """Add each part's share of what its school has in common: by students × weight."""
    weights = rules().weights
    here = {part: pl.col(_here(part)).fill_null(0.0) for part in ALL_PARTS}
    parts = reduce(add, [(students > 0).cast(pl.Int64) for students in here.values()])
    everyone = reduce(add, here.values())
    weighted = reduce(add, [students * weights[part] for part, students in here.items()])
    return work.with_columns(
        (everyone >= (exclude_small or 0)).cast(pl.Int64).alias(KEPT),
        (parts > 1).cast(pl.Int64).alias(DIVIDED),
        weighted.alias(_WEIGHTED),
    ).with_columns(
        (here[part] * weights[part] / pl.col(_WEIGHTED)).alias(_share(part)) for part in PARTS
    )


def _share(part: str) -> str:
    return f"share of {part}"
