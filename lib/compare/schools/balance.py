"""The balance coefficient 校际差异系数: how unequally schools are provided for.

For one resource and one stage in one county, with xᵢ a school's total of the resource and
Pᵢ its students: Xᵢ = xᵢ / Pᵢ, the mean X̄ = Σxᵢ / ΣPᵢ, S = √(Σ (Pᵢ / ΣPᵢ)·(Xᵢ − X̄)²), and the
coefficient is S / X̄. Every school weighs as much as it has students; the unweighted form
can pass a threshold that the rule's form fails, and is not offered. Nothing is rounded
before it is compared with a limit.

What the rules say (教督〔2012〕3号, 教督〔2017〕6号) is data: ``balance_rules.yml``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from compare.comparisons.arrivals import collected
from compare.errors import DataError, UnknownValueError
from compare.relations import Frame, as_frame
from compare.schools.balance_rules import Indicator, Rule, find_rule, rules
from compare.schools.opening import ROW, TOTAL, Rows, Source, open_schools, with_one_spelling
from compare.schools.school_table import (
    DIVIDED,
    KEPT,
    SCHOOL,
    STUDENTS,
    Check,
    Parts,
    find_problems,
    group_problems,
    is_column,
    name_check,
    number_checks,
    number_columns,
    school_parts,
    text_of,
    total_check,
    twice_check,
)

NOISE = 1e-12
"""Relative error of the arithmetic, allowed for in a comparison with a limit: a coefficient
that is exactly 0.50 may come out as 0.5000000000000001, and meets 0.50. No printed digit
is rounded away by it."""

_AMOUNT, _ALL, _SCHOOLS = "__amount", "__all", "__schools"
_WEIGHT, _LEFT_OUT, _APPROXIMATE = "__weight", "__left_out", "__approximate"
_LOWEST = "__lowest"
_APPROXIMATE_REMARK = (
    "teachers of combined schools divided by stage weights; the rule divides shared assets "
    "only: give them by stage"
)
_GROUP_COLUMNS = ("mean", "standard_deviation", "coefficient", "schools", "students")
_REMAINING = ("remaining", "remaining_ratio", "remaining_at_85", "remaining_source")
_COLUMNS = (
    "item", "resource", "name_zh", "unit", "rule", "schools", "students", "mean",
    "standard_deviation", "coefficient", "limit", "met", "level", "share_reaching", "left_out",
    "divided", "remark",
)  # fmt: skip


def made_up_schools(*, frame: Frame = "pandas") -> Any:
    """Return the made-up school table that the examples use.

    No school in it exists. It shows both ways to give a resource: assets as a school's
    total, teachers by stage.

    Parameters
    ----------
    frame : {"pandas", "polars", "duckdb"}
        The kind of frame to return.

    Returns
    -------
    frame
        One row per school: county, school, stage, primary_students, junior_students,
        senior_students, and the resources of both rules (see :func:`balance_table`).

    Examples
    --------
    >>> from compare.schools.balance import made_up_schools
    >>> made_up_schools()["stage"].value_counts().to_dict()
    {'primary': 9, 'junior': 4, 'nine-year': 2, 'complete-middle': 1, 'twelve-year': 1}
    """
    path = Path(__file__).with_name("examples") / "schools-made-up.csv"
    return as_frame(duckdb.connect().read_csv(str(path)), frame)


def balance_coefficient(
    schools: Any, *, resource: str, students: str, by: str | Sequence[str] | None = None
) -> Any:
    """Return the student-weighted coefficient of variation of one resource between schools.

    Parameters
    ----------
    schools : frame or path
        One row per school: a pandas or polars frame (eager or lazy), a DuckDB relation,
        or the path of a CSV file (UTF-8, UTF-16 or GB18030; what separates its cells is told by the
        header) or an .xlsx workbook (its first visible sheet, hidden rows and columns too).
        Names that differ only in blanks and widths are one; a row 合计 is refused. Where a column
        ``school`` is there, no name may stand twice within a group (or a ``county``).
    resource : str
        Column with the school's **total** of the resource, 0 or more, in any unit.
    students : str
        Column with the school's students, more than 0.
    by : str or sequence of str, optional
        Columns that name the groups, such as ``"county"`` or ``["county", "stage"]``.

    Returns
    -------
    float or frame
        Without ``by`` the coefficient, unrounded. With ``by`` a frame of the kind given
        (pandas for a path), sorted by group: the ``by`` columns, mean and
        standard_deviation (per student, in the unit of ``resource``), coefficient (no
        unit), schools, students.

    Raises
    ------
    DataError
        With every problem of the table: missing columns; missing, negative or non-numeric
        resources; schools without students; a school twice; a group of one school; a
        resource of which no school has any.
    FrameError
        If ``schools`` is neither a frame nor a path.

    Notes
    -----
    The formula is that of 教督〔2012〕3号, which 教督〔2017〕6号 keeps; see the module.
    Combined schools are not divided here: :func:`balance_table` does that.

    Examples
    --------
    Two schools of the same size, with 1 and 3 books per student: mean 2, deviation 1.

    >>> import pandas as pd
    >>> from compare.schools.balance import balance_coefficient, made_up_schools
    >>> two = pd.DataFrame({"books": [100, 300], "students": [100, 100]})
    >>> balance_coefficient(two, resource="books", students="students")
    0.5

    >>> schools = made_up_schools()
    >>> primary = schools[schools["stage"] == "primary"]
    >>> table = balance_coefficient(
    ...     primary, resource="books", students="primary_students", by="county"
    ... )
    >>> table[["county", "coefficient", "schools"]].round(3).to_dict("records")[0]
    {'county': '虚构乙县', 'coefficient': 0.335, 'schools': 4}
    """
    keys = _group_columns(by)
    used = [resource, students, *keys]
    source = open_schools(schools, {*used, "school", "county"}.__contains__)
    source = with_one_spelling(source, dict.fromkeys([*keys, "school", "county"]))
    problems = [*source.problems, *source.absent(used)]
    if unreadable := source.unreadable([*used, "school", "county"]):
        raise DataError([*problems, *unreadable])
    work = _one_resource(source, resource, students, keys)
    missing = {problem.column for problem in problems}
    checks = _one_resource_checks(source, resource, students, keys)
    checks = [check for check in checks if not check.column or check.column not in missing]
    problems += find_problems(work, checks, source.file)
    groups = keys or [_ALL]
    if not problems:
        problems += group_problems(work, groups, {_AMOUNT: resource}, source.file)
    if problems:
        raise DataError(problems)
    mean, deviation = pl.col(_mean(_AMOUNT)), pl.col(_deviation(_AMOUNT))
    table = _summary(work, groups, [_AMOUNT]).select(
        *groups,
        mean.alias("mean"),
        deviation.alias("standard_deviation"),
        (deviation / mean).alias("coefficient"),
        "schools",
        "students",
    )
    if not keys:
        return float(table.pipe(collected).get_column("coefficient").item())
    return source.give_back(table.sort(*keys))


def balance_table(
    schools: Any,
    *,
    rule: str = "2017",
    county: str | None = None,
    exclude_small: float | None = None,
) -> Any:
    """Return the balance coefficients that a rule asks for, and whether each meets its limit.

    Parameters
    ----------
    schools : frame or path
        One row per school: a pandas or polars frame (eager or lazy), a DuckDB relation,
        or the path of a CSV file or an .xlsx workbook, read as in
        :func:`balance_coefficient`, with

        - ``school`` (学校): its name, once per county;
        - ``stage`` (学段): primary, junior, nine-year, complete-middle or twelve-year, or
          小学, 初中, 九年一贯制, 完全中学, 十二年一贯制;
        - ``primary_students``, ``junior_students``, ``senior_students`` (小学学生数,
          初中学生数, 高中学生数): persons, empty or 0 for a stage the school has not;
        - the rule's resources as the school's **totals**:
          teachers_above_degree 高于规定学历教师数, backbone_teachers 县级以上骨干教师数,
          sports_arts_teachers 体育艺术专任教师数, teachers 专任教师数,
          teachers_intermediate_title 中级及以上专业技术职务教师数 (persons),
          teaching_area 教学及辅助用房面积, sports_area 体育运动场馆面积 (m²),
          equipment_value 教学仪器设备值 (yuan), multimedia_classrooms 网络多媒体教室数
          (rooms), computers 计算机台数 (machines), books 图书册数 (volumes).
          Instead of a total, a resource may be given by stage in two columns that end in
          ``_primary`` and ``_junior`` (_小学, _初中); those are taken as they are.
    rule : {"2017", "2012"}
        2017: 教督〔2017〕6号, seven indicators, **each** coefficient at most 0.50 in primary
        and 0.45 in junior schools. 2012: 教督〔2012〕3号, eight indicators, the **mean** of
        the eight at most 0.65 and 0.55.
    county : str, optional
        Column that names the county; without it all schools are of one county.
    exclude_small : float, optional
        Leave out schools with fewer students than this, all stages together (teaching
        points). Who may be left out differs between versions of the rule and between
        provinces: below 50, below 100, or every teaching point.

    Returns
    -------
    frame
        Of the kind given (pandas for a path). One row per county, stage and indicator,
        in the rule's order; under the 2012 rule a last row ``mean of eight`` per stage,
        which alone has a limit. A stage that no school has gives no row. Columns:
        (the county column,) stage, item (place in the rule), resource, name_zh, unit,
        rule (``jiaodu-2017-6``, ``jiaodu-2012-3``), schools, students, mean and
        standard_deviation (in ``unit``), coefficient, limit, met (unrounded coefficient
        ≤ limit; missing where there is no limit), level (what each school must reach),
        share_reaching (share of schools that do, 0 to 1), left_out (schools left out as
        small), divided (school parts whose amount was divided by stage weights), remark.

    Raises
    ------
    DataError
        With every problem of the table (file, row, column): missing or unknown stages,
        schools without students, missing, negative or non-numeric amounts, a school twice
        in a county, missing columns, a single school, no resource at all.
    FrameError
        If ``schools`` is neither a frame nor a path.
    UnknownValueError
        If ``rule`` or ``county`` does not exist, or if the table has a column ``county``
        with several counties and ``county`` is not given.

    Notes
    -----
    A combined school counts once in each of its stages. Its total is divided in proportion
    to students × stage weight: 1 : 1.1 in nine-year, 1 : 1.2 (junior : senior) in complete
    middle, 1 : 1.1 : 1.32 in twelve-year schools. The rule divides shared assets (rooms,
    grounds, equipment, computers, books) only, since teachers are counted by stage; where a
    total of teachers had to be divided, ``remark`` says so.

    Examples
    --------
    >>> from compare.schools.balance import balance_table, made_up_schools
    >>> table = balance_table(made_up_schools(), rule="2017", county="county")
    >>> failed = table[~table["met"]]
    >>> failed[["stage", "resource", "coefficient", "limit"]].round(3).values.tolist()
    [['primary', 'backbone_teachers', 0.518, 0.5], ['junior', 'backbone_teachers', 0.548, 0.45]]
    """
    asked = find_rule(rule)
    _refuse_taken("county", county, ["stage", *_COLUMNS])
    if exclude_small is not None and not _is_number(exclude_small):
        raise UnknownValueError(
            f"exclude_small={exclude_small!r} is no number of students; allowed: a number, 0 or "
            "more, or None to leave out no school"
        )
    source = open_schools(schools, lambda cell: cell == county or is_column(cell))
    parts = school_parts(source, asked, county, exclude_small)
    summary = _summary(parts.frame, parts.keys, asked.resources, _counted(asked))
    items = range(len(asked.indicators))
    rows = pl.concat([_indicator_rows(summary, parts, asked, item) for item in items])
    if asked.form == "mean":
        rows = pl.concat([rows, _mean_rows(rows, parts, asked)])
    rows = rows.with_columns(_met(asked).alias("met"), _remark().alias("remark"))
    rows = rows.select(*parts.keys, *_COLUMNS)
    primary_first = [*(key == "stage" for key in parts.keys), False]
    rows = rows.sort(*parts.keys, "item", descending=primary_first)
    return source.give_back(_county_named(rows, county))


def school_levels(schools: Any, *, rule: str = "2017", county: str | None = None) -> Any:
    """Return how many of the rule's levels each school reaches.

    Parameters
    ----------
    schools : frame or path
        As in :func:`balance_table`.
    rule : {"2017"}
        教督〔2017〕6号, the only rule with levels for the single school.
    county : str, optional
        Column that names the county.

    Returns
    -------
    frame
        Of the kind given (pandas for a path). One row per school and stage it has. Columns:
        (the county column,) stage, school, students, one column per resource (per student
        or per 100 students, as the rule counts), rule, reached (levels reached, unrounded),
        of (7), at_least_six (the rule's verdict), and, where exactly six are reached,
        remaining (the seventh resource), remaining_ratio (its amount over its level) and
        remaining_at_85 (ratio ≥ 0.85), with remaining_source: that condition is reported
        by secondary sources, and is no part of the verdict.

    Raises
    ------
    DataError, FrameError, UnknownValueError
        As in :func:`balance_table`; but a single school is welcome, and so are zeros.

    Examples
    --------
    >>> from compare.schools.balance import made_up_schools, school_levels
    >>> levels = school_levels(made_up_schools(), county="county")
    >>> row = levels[levels["reached"] == 6].iloc[0]
    >>> print(row["school"], row["remaining"], row["remaining_ratio"].round(3))
    虚构乙九年制学校 equipment_value 0.965
    """
    asked = find_rule(rule, with_levels=True)
    taken = ["stage", "school", "students", "rule", "reached", "of", "at_least_six"]
    _refuse_taken("county", county, [*taken, *_REMAINING, *asked.resources])
    source = open_schools(schools, lambda cell: cell == county or is_column(cell))
    parts = school_parts(source, asked, county, compared=False)
    rows = (
        parts.frame.with_columns(_rate(indicator) for indicator in asked.indicators)
        .with_columns(_ratio_to_level(indicator) for indicator in asked.indicators)
        .with_columns(_reached(asked), _lowest(asked))
        .select(
            *parts.keys,
            pl.col(SCHOOL).alias("school"),
            pl.col(STUDENTS).round(0).cast(pl.Int64).alias("students"),
            *asked.resources,
            pl.lit(asked.id).alias("rule"),
            "reached",
            pl.lit(len(asked.indicators), pl.Int64).alias("of"),
            (pl.col("reached") >= asked.schools_must_reach).alias("at_least_six"),
            *_remaining(asked),
        )
    )
    order = [*parts.keys, "school"]
    rows = rows.sort(*order, descending=[key == "stage" for key in order])
    return source.give_back(_county_named(rows, county))


# Names of the user's


def _group_columns(by: str | Sequence[str] | None) -> list[str]:
    """Return the columns that name the groups, of which none is a column of the result."""
    given = [by] if isinstance(by, str) else by
    if given is not None and not isinstance(given, list | tuple):
        raise UnknownValueError(f"by={by!r} names no columns; allowed: a name, or a list of them")
    keys = list(dict.fromkeys(given or ()))
    for key in keys:
        _refuse_taken("by", key, _GROUP_COLUMNS)
    return keys


def _refuse_taken(argument: str, name: object, taken: Sequence[str]) -> None:
    if name is None:
        return
    if not isinstance(name, str) or name.casefold() in taken or name.startswith("__"):
        raise UnknownValueError(
            f"{argument}={name!r} names a column of the result, or none; allowed: a column of the "
            f"schools that is called neither {', '.join(taken)} nor __…; do: rename the column"
        )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf


# One resource


def _one_resource(source: Source, resource: str, students: str, keys: Sequence[str]) -> Rows:
    columns = source.columns
    named = text_of("school") if "school" in columns else pl.lit(None, pl.String)
    return source.frame.select(
        *(key for key in keys if key in columns),
        *(["county"] if "county" in columns and "county" not in keys else []),
        ROW,
        TOTAL,
        named.alias(SCHOOL),
        pl.lit(0).alias(_ALL),
        pl.lit(1).alias(KEPT),
        *number_columns(source, {STUDENTS: students, _AMOUNT: resource}),
    )


def _one_resource_checks(
    source: Source, resource: str, students: str, keys: Sequence[str]
) -> list[Check]:
    every = pl.lit(True)
    nobody = pl.col(STUDENTS) == 0
    allowed = "more than 0 students"
    checks = [
        Check(students, nobody, "a school without students", allowed, "enter them, or remove it"),
        *number_checks(STUDENTS, students, every),
        *number_checks(_AMOUNT, resource, every),
    ]
    present = [key for key in keys if key in source.columns]
    checks += [total_check(), *(name_check(source, key, key) for key in present)]
    if "school" in source.columns:
        county = ["county"] if "county" in source.columns else []
        checks.append(twice_check(list(dict.fromkeys([*county, *present]))))
    return checks


# A group of schools


def _summary(
    parts: Rows,
    keys: Sequence[str],
    amounts: Sequence[str],
    counted: Mapping[str, pl.Expr] | None = None,
) -> Rows:
    """Return schools, students, means, deviations and counts per group, in two passes.

    The deviations are taken from the mean of their group, not as a difference of squares,
    which would lose digits where schools differ little.
    """
    counted = counted or {}
    kept = pl.col(KEPT)
    parts = parts.with_columns(
        (pl.col(STUDENTS) * kept).alias(_WEIGHT),
        *((pl.col(name) * kept).alias(_sum(name)) for name in amounts),
        *((expression.cast(pl.Int64) * kept).alias(name) for name, expression in counted.items()),
    ).with_columns(
        _total(pl.col(name)).over(*keys).alias(f"{name} of group")
        for name in (_WEIGHT, *map(_sum, amounts))
    )
    students = pl.col(f"{_WEIGHT} of group")
    parts = parts.with_columns(
        (pl.col(f"{_sum(name)} of group") / students).alias(_mean(name)) for name in amounts
    ).with_columns(
        (pl.col(_WEIGHT) * (pl.col(name) / pl.col(STUDENTS) - pl.col(_mean(name))) ** 2).alias(
            _deviation(name)
        )
        for name in amounts
    )
    columns = [_WEIGHT, KEPT, *map(_sum, amounts), *map(_deviation, amounts), *counted]
    grouped = parts.group_by(*keys, maintain_order=True).agg(
        pl.len().alias(_SCHOOLS), *(_total(pl.col(name)) for name in columns)
    )
    weight = pl.col(_WEIGHT)
    return grouped.with_columns(
        pl.col(KEPT).cast(pl.Int64).alias("schools"),
        (pl.col(_SCHOOLS) - pl.col(KEPT)).cast(pl.Int64).alias(_LEFT_OUT),
        weight.alias("students"),
        *((pl.col(_sum(name)) / weight).alias(_mean(name)) for name in amounts),
        *((pl.col(_deviation(name)) / weight).sqrt().alias(_deviation(name)) for name in amounts),
        *(pl.col(name).cast(pl.Int64) for name in counted),
    )


def _total(number: pl.Expr) -> pl.Expr:
    """Add numbers up one by one: left to polars, the last digit differs from run to run."""
    return number.cum_sum().last()


def _mean_of(number: pl.Expr) -> pl.Expr:
    there = number.drop_nulls()
    return _total(there) / there.len()


def _sum(name: str) -> str:
    return f"{name} sum"


def _mean(name: str) -> str:
    return f"{name} mean"


def _deviation(name: str) -> str:
    return f"{name} deviation"


def _reaching(name: str) -> str:
    return f"{name} reaching"


# The rows of the table


def _indicator_rows(summary: Rows, parts: Parts, rule: Rule, item: int) -> Rows:
    indicator = rule.indicators[item]
    name, per = indicator.resource, indicator.per
    none = pl.lit(None, pl.Float64)
    divided = pl.col(DIVIDED) if name in parts.totals else pl.lit(0, pl.Int64)
    schools = pl.col("schools")
    return summary.select(
        *parts.keys,
        pl.lit(item + 1, pl.Int64).alias("item"),
        pl.lit(name).alias("resource"),
        pl.lit(indicator.name_zh).alias("name_zh"),
        pl.lit(indicator.unit).alias("unit"),
        pl.lit(rule.id).alias("rule"),
        schools,
        pl.col("students").round(0).cast(pl.Int64),
        (pl.col(_mean(name)) * per).alias("mean"),
        (pl.col(_deviation(name)) * per).alias("standard_deviation"),
        (pl.col(_deviation(name)) / pl.col(_mean(name))).alias("coefficient"),
        (_by_stage(rule.limit) if rule.form == "each" else none).alias("limit"),
        (_by_stage(indicator.level) if indicator.level else none).alias("level"),
        (pl.col(_reaching(name)) / schools if indicator.level else none).alias("share_reaching"),
        pl.col(_LEFT_OUT).alias("left_out"),
        divided.alias("divided"),
        (pl.lit(0, pl.Int64) if rules().resources[name].shared else divided).alias(_APPROXIMATE),
    )


def _mean_rows(rows: Rows, parts: Parts, rule: Rule) -> Rows:
    none = pl.lit(None, pl.Float64)
    same = ["schools", "students", "left_out", "divided", _APPROXIMATE]
    grouped = rows.group_by(*parts.keys, maintain_order=True).agg(
        _mean_of(pl.col("coefficient")), *(pl.col(name).max() for name in same)
    )
    return grouped.select(
        *parts.keys,
        pl.lit(len(rule.indicators) + 1, pl.Int64).alias("item"),
        pl.lit(rule.mean_name).alias("resource"),
        pl.lit(rule.mean_name_zh).alias("name_zh"),
        pl.lit(None, pl.String).alias("unit"),
        pl.lit(rule.id).alias("rule"),
        "schools",
        "students",
        none.alias("mean"),
        none.alias("standard_deviation"),
        "coefficient",
        _by_stage(rule.limit).alias("limit"),
        none.alias("level"),
        none.alias("share_reaching"),
        "left_out",
        "divided",
        _APPROXIMATE,
    )


def _met(rule: Rule) -> pl.Expr:
    met = pl.col("coefficient") <= pl.col("limit") * (1 + NOISE)
    if rule.form == "each":
        return met
    return pl.when(~pl.col("limit").is_null()).then(met)


def _remark() -> pl.Expr:
    return pl.when(pl.col(_APPROXIMATE) > 0).then(pl.lit(_APPROXIMATE_REMARK))


def _county_named(rows: Rows, county: str | None) -> Rows:
    return rows.rename({"county": county}) if county and county != "county" else rows


# Levels of the single school


def _by_stage(values: Mapping[str, float]) -> pl.Expr:
    primary = pl.col("stage") == "primary"
    return pl.when(primary).then(pl.lit(values["primary"])).otherwise(pl.lit(values["junior"]))


def _rate(indicator: Indicator) -> pl.Expr:
    return pl.col(indicator.resource) * indicator.per / pl.col(STUDENTS)


def _ratio(resource: str) -> str:
    return f"{resource} ratio"


def _ratio_to_level(indicator: Indicator) -> pl.Expr:
    ratio = pl.col(indicator.resource) / _by_stage(indicator.level)
    return ratio.alias(_ratio(indicator.resource))


def _reached(rule: Rule) -> pl.Expr:
    reached = [(pl.col(_ratio(name)) >= 1 - NOISE).cast(pl.Int64) for name in rule.resources]
    return pl.sum_horizontal(*reached).alias("reached")


def _lowest(rule: Rule) -> pl.Expr:
    return pl.min_horizontal(*map(_ratio, rule.resources)).alias(_LOWEST)


def _remaining(rule: Rule) -> list[pl.Expr]:
    """Return what is said of the one level not reached, where it is one."""
    one = pl.col("reached") == rule.schools_must_reach
    below: pl.Expr = pl.lit(None, pl.String)
    for name in rule.resources:
        below = pl.when(pl.col(_ratio(name)) < 1 - NOISE).then(pl.lit(name)).otherwise(below)
    enough = pl.col(_LOWEST) >= rule.remaining_share * (1 - NOISE)
    return [
        pl.when(one).then(below).alias("remaining"),
        pl.when(one).then(pl.col(_LOWEST)).alias("remaining_ratio"),
        pl.when(one).then(enough).alias("remaining_at_85"),
        pl.when(one).then(pl.lit(rule.remaining_source)).alias("remaining_source"),
    ]


def _counted(rule: Rule) -> dict[str, pl.Expr]:
    """Return what is counted in each group, as conditions on one school's part."""
    reaching = {
        _reaching(indicator.resource): _rate(indicator) >= _by_stage(indicator.level) * (1 - NOISE)
        for indicator in rule.indicators
        if indicator.level
    }
    return reaching | {DIVIDED: pl.col(DIVIDED)}
