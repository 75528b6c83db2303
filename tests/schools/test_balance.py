"""The balance coefficient: the formula, the division of combined schools, limits and errors."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pytest
from comparing import cells_of, relation_of
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import DataError, FrameError, UnknownValueError
from compare.relations import Frame
from compare.schools.balance import (
    balance_coefficient,
    balance_table,
    made_up_schools,
    school_levels,
)
from compare.schools.balance_rules import find_rule, rules

RESOURCES = list(rules().resources)
STUDENTS = ("primary_students", "junior_students", "senior_students")
KINDS: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "pandas": pd.DataFrame,
    "pandas-nullable": lambda rows: pd.DataFrame(rows).convert_dtypes(),
    "polars": lambda rows: pl.DataFrame(rows, infer_schema_length=None),
    "polars-lazy": lambda rows: pl.LazyFrame(rows, infer_schema_length=None),
    "duckdb": lambda rows: relation_of(pl.DataFrame(rows, infer_schema_length=None)),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def rows(frame: Any) -> list[dict[str, Any]]:
    """Return any frame's rows, with one kind of missing value."""
    found = frame.to_dict("records") if isinstance(frame, pd.DataFrame) else cells_of(frame)
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in found
    ]


def school(name: str, stage: str = "primary", **cells: Any) -> dict[str, Any]:
    """Return a school in which every student has 1 of everything, but for what is given."""
    students: dict[str, Any] = dict.fromkeys(STUDENTS)
    if stage == "primary" and "primary_students" not in cells:
        students["primary_students"] = 100
    if stage == "junior" and "junior_students" not in cells:
        students["junior_students"] = 100
    students |= {key: cells.pop(key) for key in students if key in cells}
    total = float(sum(value or 0 for value in students.values()))
    return {"school": name, "stage": stage} | students | dict.fromkeys(RESOURCES, total) | cells


def coefficients(schools: list[dict[str, Any]], **arguments: Any) -> dict[tuple[str, str], Any]:
    """Return the rows of a balance table by stage and resource."""
    table = rows(balance_table(pd.DataFrame(schools), **arguments))
    return {(row["stage"], row["resource"]): row for row in table}


def problems(call: Callable[[], Any]) -> list[tuple[int, str, str]]:
    """Return row, column and words of every problem that a call raises."""
    with pytest.raises(DataError) as caught:
        call()
    return [(problem.row, problem.column, problem.what) for problem in caught.value.problems]


def two(first: float, second: float, students: int = 100) -> pd.DataFrame:
    return pd.DataFrame({"x": [first, second], "n": [students, students]})


# The formula


@every_kind
def test_three_schools_by_hand(kind: str) -> None:
    # students 100, 200, 100; books 200, 200, 400: per student 2, 1, 4; mean 800/400 = 2
    # S² = ¼·(2−2)² + ½·(1−2)² + ¼·(4−2)² = 0 + 0.5 + 1 = 1.5;  CV = √1.5 / 2 = 0.612372…
    schools = KINDS[kind](
        [{"n": 100, "books": 200}, {"n": 200, "books": 200}, {"n": 100, "books": 400}]
    )
    found = balance_coefficient(schools, resource="books", students="n")
    assert isinstance(found, float)
    assert found == pytest.approx(math.sqrt(1.5) / 2, rel=1e-14)


def test_the_worked_example_that_counties_were_given() -> None:
    # 县域义务教育校际均衡指标计算方法 (以生均图书册数为例): mean 6.33, S 3.26, CV 0.52
    schools = pd.DataFrame(
        {
            "county": "某县",
            "students": [45, 37, 89, 76, 55],
            "books": [279, 137, 935, 160, 402],
        }
    )
    [row] = rows(balance_coefficient(schools, resource="books", students="students", by="county"))
    assert round(row["mean"], 2) == 6.33
    assert round(row["standard_deviation"], 2) == 3.26
    assert round(row["coefficient"], 2) == 0.52
    assert (row["schools"], row["students"]) == (5, 302)


def test_unweighted_would_wrongly_pass() -> None:
    # two large schools far apart, ten tiny ones at the mean: only students tell them apart
    tiny = [school(f"tiny {n}", primary_students=10, books=21) for n in range(10)]
    large = [
        school("poor", primary_students=1000, books=1000),
        school("rich", primary_students=1000, books=3200),
    ]
    rates = np.array([2.1] * 10 + [1.0, 3.2])
    unweighted = rates.std() / rates.mean()
    weighted = balance_coefficient(
        pd.DataFrame(large + tiny), resource="books", students="primary_students"
    )
    assert unweighted < 0.25 < 0.50 < weighted
    table = coefficients([row | {"teaching_area": row["books"]} for row in large + tiny])
    assert table["primary", "teaching_area"]["met"] is False


@every_kind
def test_groups(kind: str) -> None:
    schools = KINDS[kind](
        [
            {"town": "b", "level": 1, "n": 10, "x": 10},
            {"town": "b", "level": 1, "n": 10, "x": 30},
            {"town": "a", "level": 2, "n": 10, "x": 5},
            {"town": "a", "level": 2, "n": 30, "x": 15},
        ]
    )
    found = balance_coefficient(schools, resource="x", students="n", by=["town", "level"])
    assert type(found) is type(schools)
    assert rows(found) == [
        {
            "town": "a",
            "level": 2,
            "mean": 0.5,
            "standard_deviation": 0.0,
            "coefficient": 0.0,
            "schools": 2,
            "students": 40.0,
        },
        {
            "town": "b",
            "level": 1,
            "mean": 2.0,
            "standard_deviation": 1.0,
            "coefficient": 0.5,
            "schools": 2,
            "students": 20.0,
        },
    ]


SCHOOLS = st.lists(
    st.tuples(st.integers(1, 5000), st.integers(0, 100_000)), min_size=2, max_size=30
).filter(lambda schools: any(amount for _, amount in schools))


def cv(schools: Sequence[tuple[int, float]]) -> float:
    frame = pl.DataFrame(schools, schema=["n", "x"], orient="row")
    found = balance_coefficient(frame, resource="x", students="n")
    assert isinstance(found, float)
    return found


@given(SCHOOLS)
def test_agrees_with_numpy(schools: list[tuple[int, int]]) -> None:
    students, amounts = np.array(schools, dtype=float).T
    rates = amounts / students
    mean = np.average(rates, weights=students)
    variance = np.average((rates - mean) ** 2, weights=students)
    assert cv(schools) == pytest.approx(math.sqrt(variance) / mean, rel=1e-9, abs=1e-12)
    assert cv(schools) >= 0


@given(SCHOOLS, st.floats(1e-3, 1e6))
def test_the_unit_does_not_matter(schools: list[tuple[int, int]], factor: float) -> None:
    scaled = [(students, amount * factor) for students, amount in schools]
    assert cv(scaled) == pytest.approx(cv(schools), rel=1e-9, abs=1e-12)


@given(st.lists(st.integers(1, 5000), min_size=2), st.floats(1e-3, 1e4))
def test_equal_schools_vary_by_nothing(students: list[int], rate: float) -> None:
    assert cv([(n, n * rate) for n in students]) == pytest.approx(0, abs=1e-12)


@given(SCHOOLS, st.integers(1, 20), st.integers(1, 20), st.integers(0, 100))
def test_merging_equal_schools_changes_nothing(
    schools: list[tuple[int, int]], first: int, second: int, rate: int
) -> None:
    apart = [*schools, (first, first * rate), (second, second * rate)]
    together = [*schools, (first + second, (first + second) * rate)]
    assert cv(together) == pytest.approx(cv(apart), rel=1e-9, abs=1e-12)


@given(SCHOOLS.flatmap(lambda schools: st.tuples(st.just(schools), st.permutations(schools))))
def test_the_order_does_not_matter(
    orders: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    assert cv(orders[1]) == pytest.approx(cv(orders[0]), rel=1e-9, abs=1e-12)


# Limits


def pair(coefficient: float, stage: str = "primary", rate: float = 1) -> list[dict[str, Any]]:
    """Return two schools of one size that differ by a coefficient in teaching area."""
    area = [100 * rate * (1 - coefficient), 100 * rate * (1 + coefficient)]
    return [school(f"{stage} {n}", stage, teaching_area=area[n]) for n in (0, 1)]


@pytest.mark.parametrize(
    ("stage", "coefficient", "met"),
    [
        ("primary", 0.5, True),
        ("primary", 0.5004, False),
        ("primary", 0.500000001, False),
        ("primary", 0.4999, True),
        ("junior", 0.45, True),
        ("junior", 0.4504, False),
        ("junior", 0.48, False),
    ],
)
def test_rounding_passes_no_limit(stage: str, coefficient: float, met: bool) -> None:
    row = coefficients(pair(coefficient, stage))[stage, "teaching_area"]
    assert row["coefficient"] == pytest.approx(coefficient, rel=1e-12)
    assert row["met"] is met


def test_noise_of_the_arithmetic_fails_no_limit() -> None:
    # 1.5 and 4.5 for 10 students each: exactly 0.50, but 0.5000000000000001 in floating point
    assert balance_coefficient(two(1.5, 4.5, 10), resource="x", students="n") > 0.5
    schools = [
        school(name, county=f"{rate}", primary_students=10, sports_area=rate * times)
        for rate in (0.1, 0.3, 1.5, 2.7, 1e-3, 1e6)
        for name, times in (("poor", 1), ("rich", 3))
    ]
    table = rows(balance_table(pd.DataFrame(schools), county="county"))
    assert all(row["met"] for row in table)


def test_2017_asks_for_each_of_seven() -> None:
    table = coefficients([*pair(0.6), *pair(0.2, "junior")])
    assert len(table) == 14
    limits = {(row["stage"], row["limit"], row["rule"]) for row in table.values()}
    assert limits == {("primary", 0.5, "jiaodu-2017-6"), ("junior", 0.45, "jiaodu-2017-6")}
    assert [place for place, row in table.items() if not row["met"]] == [
        ("primary", "teaching_area")
    ]
    assert [stage for stage, _ in table][::7] == ["primary", "junior"]
    assert [row["item"] for row in table.values()] == [1, 2, 3, 4, 5, 6, 7] * 2


@pytest.mark.parametrize("kind", ["pandas", "polars", "duckdb"])
def test_2012_asks_for_the_mean_of_eight(kind: str) -> None:
    # one coefficient of 0.8 and seven of 0: far beyond 0.65 alone, 0.1 as a mean
    found = rows(balance_table(KINDS[kind](pair(0.8)), rule="2012"))
    table = {row["resource"]: row for row in found}
    assert list(table)[-1] == "mean of eight" and len(table) == 9
    assert table["mean of eight"]["coefficient"] == pytest.approx(0.1)
    assert (table["mean of eight"]["limit"], table["mean of eight"]["met"]) == (0.65, True)
    assert table["mean of eight"]["mean"] is None
    assert table["teaching_area"]["limit"] is None and table["teaching_area"]["met"] is None


@pytest.mark.parametrize(("coefficient", "met"), [(0.65, True), (0.6504, False), (0.66, False)])
def test_the_mean_is_not_rounded(coefficient: float, met: bool) -> None:
    low, high = 100 * (1 - coefficient), 100 * (1 + coefficient)
    schools = [
        school(str(amount)) | dict.fromkeys(find_rule("2012").resources, amount)
        for amount in (low, high)
    ]
    assert coefficients(schools, rule="2012")["primary", "mean of eight"]["met"] is met


def test_a_rule_is_known_by_year_id_and_number() -> None:
    assert find_rule("2017") is find_rule("jiaodu-2017-6") is find_rule("教督〔2017〕6号")
    with pytest.raises(UnknownValueError, match=r"rule='2016'.*2012, 2017"):
        balance_table(made_up_schools(), rule="2016")
    with pytest.raises(UnknownValueError, match=r"rule='2012'.*2017"):
        school_levels(made_up_schools(), rule="2012")


def test_the_rules_are_those_of_the_documents() -> None:
    late, early = find_rule("2017"), find_rule("2012")
    assert (late.limit, len(late.indicators)) == ({"primary": 0.50, "junior": 0.45}, 7)
    assert (early.limit, len(early.indicators)) == ({"primary": 0.65, "junior": 0.55}, 8)
    assert [tuple(indicator.level.values()) for indicator in late.indicators] == [
        (4.2, 5.3), (1, 1), (0.9, 0.9), (4.5, 5.8), (7.5, 10.2), (2000, 2500), (2.3, 2.4)
    ]  # fmt: skip
    assert set(late.resources) | set(early.resources) == set(RESOURCES)


# Combined schools


def parts_of(combined: dict[str, Any], resource: str = "books") -> dict[str, float]:
    """Return what each part of a combined school was given, from its rates per student."""
    levels = rows(school_levels(pd.DataFrame([combined])))
    return {row["stage"]: row[resource] * row["students"] for row in levels}


@pytest.mark.parametrize(
    ("stage", "students", "shares"),
    [
        ("nine-year", (166, 210, None), (166 / 397, 231 / 397)),
        ("九年一贯制", (100, 100, 0), (1 / 2.1, 1.1 / 2.1)),
        ("complete-middle", (None, 100, 100), (None, 1 / 2.2)),
        ("完全中学", (None, 300, 200), (None, 300 / 540)),
        ("twelve-year", (100, 100, 100), (1 / 3.42, 1.1 / 3.42)),
        ("十二年一贯制", (50, 40, 30), (50 / 133.6, 44 / 133.6)),
        ("nine-year", (80, 0, None), (1, None)),
        ("primary", (80, None, None), (1, None)),
        ("初中", (None, 80, 0), (None, 1)),
    ],
)
def test_a_total_is_divided_by_students_and_weights(
    stage: str, students: tuple[int | None, ...], shares: tuple[float | None, float | None]
) -> None:
    named = dict(zip(STUDENTS, students, strict=True))
    found = parts_of(school("all", stage, **named, teaching_area=23226), "teaching_area")
    expected = dict(zip(("primary", "junior"), shares, strict=True))
    assert found == pytest.approx(
        {part: share * 23226 for part, share in expected.items() if share is not None}
    )


def test_the_published_example_of_a_division() -> None:
    # 测算均衡系数拆分公式: 166 and 210 students, 23226 books: 58.5 for each primary student,
    # which it rounds before it gives 9711 books to the primary and 13515 to the junior part
    schools = [
        school("nine", "nine-year", primary_students=166, junior_students=210, books=23226),
        school("one"),
        school("two", "junior"),
    ]
    table = coefficients(schools, rule="2012")
    primary = table["primary", "books"]["mean"] * 266 - 100
    junior = table["junior", "books"]["mean"] * 310 - 100
    assert primary / 166 == pytest.approx(58.5, abs=0.01)
    assert (primary, junior) == (pytest.approx(9711, abs=1), pytest.approx(13515, abs=1))
    assert primary + junior == pytest.approx(23226)


def test_amounts_by_stage_are_taken_as_they_are() -> None:
    nine = {"primary_students": 100, "junior_students": 100}
    schools = [
        school("nine", "nine-year", **nine, books_primary=300, books_junior=0),
        school("one", books_primary=100, books_junior=None),
        school("two", "junior", books_primary=None, books_junior=200),
    ]
    for row in schools:
        del row["books"]
    table = coefficients(schools, rule="2012")
    assert table["primary", "books"]["mean"] == pytest.approx(2)
    assert table["junior", "books"]["mean"] == pytest.approx(1)
    assert table["primary", "books"]["divided"] == 0
    assert table["primary", "computers"]["divided"] == 1


def test_dividing_teachers_is_remarked() -> None:
    nine = {"primary_students": 100, "junior_students": 100}
    table = coefficients(
        [school("nine", "nine-year", **nine), school("one"), school("2", "junior")]
    )
    remarked = {resource for (_, resource), row in table.items() if row["remark"]}
    assert remarked == {"teachers_above_degree", "backbone_teachers", "sports_arts_teachers"}
    assert not any(row["remark"] for row in coefficients([school("1"), school("2")]).values())
    early = coefficients(
        [school("nine", "nine-year", **nine), school("1"), school("2", "junior")], rule="2012"
    )
    assert "by stage" in early["primary", "mean of eight"]["remark"]


def test_a_combined_school_counts_in_each_of_its_stages() -> None:
    all_parts = {"primary_students": 10, "junior_students": 20, "senior_students": 30}
    table = coefficients(
        [school("twelve", "twelve-year", **all_parts), school("one"), school("two", "junior")]
    )
    counted = {(stage, row["schools"], row["students"]) for (stage, _), row in table.items()}
    assert counted == {("primary", 2, 110), ("junior", 2, 120)}


# Levels of the single school

LEVELS = {
    "primary": (4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3),
    "junior": (5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4),
}


def at_level(name: str, stage: str, share: float = 1, **shares: float) -> dict[str, Any]:
    """Return a school with these shares of what the 2017 rule asks for."""
    rule = find_rule("2017")
    amounts = {
        indicator.resource: shares.get(indicator.resource, share) * level * 500 / indicator.per
        for indicator, level in zip(rule.indicators, LEVELS[stage], strict=True)
    }
    return school(name, stage, **{f"{stage}_students": 500}, **amounts)


@every_kind
@pytest.mark.parametrize("stage", ["primary", "junior"])
def test_levels_of_a_school(kind: str, stage: str) -> None:
    given = [
        at_level("a all", stage),
        at_level("b six, near", stage, sports_area=0.85),
        at_level("c six, far", stage, equipment_value=0.849),
        at_level("d five", stage, books=9, sports_area=0.9, backbone_teachers=0.9),
        at_level("e just below", stage, 1 - 1e-9),
    ]
    schools = KINDS[kind](given)
    found = school_levels(schools)
    assert type(found) is type(schools)
    verdicts = [
        (row["reached"], row["at_least_six"], row["remaining"], row["remaining_at_85"])
        for row in rows(found)
    ]
    assert verdicts == [
        (7, True, None, None),
        (6, True, "sports_area", True),
        (6, True, "equipment_value", False),
        (5, False, None, None),
        (0, False, None, None),
    ]
    near = rows(found)[1]
    assert near["remaining_ratio"] == pytest.approx(0.85)
    assert near["remaining_source"] == "reported by secondary sources"
    assert near["of"] == 7 and rows(found)[0]["remaining_source"] is None


def test_share_of_schools_reaching_a_level() -> None:
    schools = [at_level(str(n), "primary", sports_area=0.5 if n < 3 else 1) for n in range(4)]
    table = coefficients(schools)
    assert table["primary", "sports_area"]["share_reaching"] == 0.25
    assert table["primary", "sports_area"]["level"] == 7.5
    assert table["primary", "teaching_area"]["share_reaching"] == 1
    assert coefficients(schools, rule="2012")["primary", "books"]["share_reaching"] is None


def test_means_are_in_the_unit_of_the_rule() -> None:
    table = coefficients([at_level("a", "primary"), at_level("b", "primary")])
    assert [row["mean"] for row in table.values()] == pytest.approx(list(LEVELS["primary"]))
    assert table["primary", "backbone_teachers"]["unit"] == "per 100 students"


# Small schools


@every_kind
def test_small_schools_are_left_out_and_counted(kind: str) -> None:
    small = [school("point", primary_students=99, teaching_area=9000)]
    combined = school("nine", "nine-year", primary_students=60, junior_students=60)
    schools = [*pair(0.4), *small, combined, school("junior", "junior")]
    table = rows(balance_table(KINDS[kind](schools), exclude_small=100))
    stages = {row["stage"]: (row["schools"], row["left_out"]) for row in table}
    assert stages == {"primary": (3, 1), "junior": (2, 0)}
    everyone = rows(balance_table(KINDS[kind](schools)))
    assert {row["left_out"] for row in everyone} == {0}
    without = rows(balance_table(KINDS[kind]([*schools[:2], *schools[3:]])))
    assert [row["coefficient"] for row in table] == pytest.approx(
        [row["coefficient"] for row in without]
    )


def test_a_group_left_out_whole_is_no_silence() -> None:
    schools = [
        school("a", county="x"),
        school("b", county="x"),
        school("c", county="y"),
        school("d", county="y"),
    ]
    for row in schools[2:]:
        row["primary_students"] = 20
    [(_, column, what)] = problems(
        lambda: balance_table(pd.DataFrame(schools), county="county", exclude_small=50)
    )
    assert column == "school"
    assert what.startswith("county y, stage primary: no school (2 left out as small)")


# Kinds of frames, names and files


@pytest.fixture(scope="module")
def made_up() -> list[dict[str, Any]]:
    return rows(made_up_schools(frame="polars"))


@pytest.fixture(scope="module")
def balance_of_made_up() -> list[dict[str, Any]]:
    return rows(balance_table(made_up_schools(), county="county"))


def assert_same(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert [list(row) for row in found] == [list(row) for row in expected]
    for one, other in zip(found, expected, strict=True):
        assert one == {
            name: pytest.approx(value, rel=1e-12) if isinstance(value, float) else value
            for name, value in other.items()
        }


@pytest.mark.parametrize(("rule", "number"), [("2017", 28), ("2012", 36)])
def test_every_kind_of_frame_gives_the_same(
    rule: str, number: int, made_up: list[dict[str, Any]]
) -> None:
    expected = rows(balance_table(made_up_schools(), rule=rule, county="county", exclude_small=100))
    assert len(expected) == number
    for kind in KINDS:
        schools = KINDS[kind](made_up)
        table = balance_table(schools, rule=rule, county="county", exclude_small=100)
        assert type(table) is type(schools), kind
        assert_same(rows(table), expected)


def test_levels_of_every_kind_of_frame(made_up: list[dict[str, Any]]) -> None:
    expected = rows(school_levels(made_up_schools(), county="county"))
    for kind in KINDS:
        assert_same(rows(school_levels(KINDS[kind](made_up), county="county")), expected)


def test_pandas_results_are_plain() -> None:
    table = balance_table(pd.DataFrame(pair(0.1)))
    assert list(table.index) == list(range(7))
    assert table["met"].dtype == bool
    assert table["schools"].dtype == "int64"


def write_csv(path: Path, records: Sequence[Sequence[Any]], encoding: str) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(records)
    return path


def write_xlsx(path: Path, records: Sequence[Sequence[Any]]) -> Path:
    workbook = openpyxl.Workbook()
    for record in records:
        workbook.active.append(record)
    workbook.save(path)
    return path


def in_chinese(header: str) -> str:
    words = {name: known[0] for name, known in rules().columns.items()}
    words |= {name: resource.words[0] for name, resource in rules().resources.items()}
    for ending, part in (("_primary", "_小学"), ("_junior", "_初中")):
        if header.endswith(ending):
            return words[header.removesuffix(ending)] + part
    return words.get(header, {"county": "县"}.get(header, header))


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "gb18030", "xlsx"])
def test_files_with_chinese_headers(
    form: str,
    tmp_path: Path,
    made_up: list[dict[str, Any]],
    balance_of_made_up: list[dict[str, Any]],
) -> None:
    stages = {kind: stage.words[0] for kind, stage in rules().stages.items()}
    body = [[stages.get(cell, cell) for cell in row.values()] for row in made_up]
    records = [[in_chinese(header) for header in made_up[0]], *body]
    if form == "xlsx":
        path = write_xlsx(tmp_path / "schools.xlsx", records)
    else:
        path = write_csv(tmp_path / "schools.csv", records, form)
    table = balance_table(path, county="县")
    assert isinstance(table, pd.DataFrame) and next(iter(table)) == "县"
    assert_same(rows(table.rename(columns={"县": "county"})), balance_of_made_up)
    assert rows(school_levels(str(path), county="县"))[0]["县"] == "虚构乙县"


def test_a_coefficient_straight_from_a_file(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "x.csv", [["册", "人"], [100, 100], [300, 100]], "gb18030")
    assert balance_coefficient(path, resource="册", students="人") == 0.5


# Errors: every problem at once, with its place


def test_every_problem_of_a_file_at_once(tmp_path: Path) -> None:
    schools = [
        school("a", books=-1),
        school("b", books="many", computers=None),
        school("c", stage="kindergarten", primary_students=5),
        school("d", primary_students=0),
        school("e", "junior", junior_students=None),
        school("a"),
        school("", books="NaN"),
        school("f") | {"primary_students": "1,200"},
        school("g", "complete-middle", junior_students=5),
        school("h", "junior", primary_students=7),
    ]
    records = [list(schools[0]), *(list(row.values()) for row in schools)]
    path = write_csv(tmp_path / "schools.csv", records, "utf-8")
    found = problems(lambda: balance_table(path, rule="2012"))
    assert found == [
        (2, "books", "'-1' is negative (school 'a')"),
        (2, "school", "the name stands more than once (school 'a')"),
        (3, "books", "'many' is no number (school 'b')"),
        (3, "computers", "no value (school 'b')"),
        (4, "stage", "unknown stage 'kindergarten' (school 'c')"),
        (5, "", "a school without students (school 'd')"),
        (6, "junior_students", "no value (school 'e')"),
        (7, "school", "the name stands more than once (school 'a')"),
        (8, "books", "'NaN' is no number"),
        (8, "school", "no name"),
        (9, "primary_students", "'1,200' is no number (school 'f')"),
        (10, "senior_students", "no value (school 'g')"),
        (11, "primary_students", "7 students of a stage that a junior school has not (school 'h')"),
    ]


@every_kind
@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"books": -1.0}, "books", r"'-1(\.0)?' is negative \(school 'b'\)"),
        ({"books": None}, "books", r"no value \(school 'b'\)"),
        ({"school": None}, "school", "no name"),
        ({"school": "a"}, "school", r"the name stands more than once \(school 'a'\)"),
        ({"stage": "middle"}, "stage", r"unknown stage 'middle' \(school 'b'\)"),
        ({"stage": None}, "stage", r"no stage \(school 'b'\)"),
        ({"primary_students": 0}, "", r"a school without students \(school 'b'\)"),
        ({"primary_students": None}, "primary_students", r"no value \(school 'b'\)"),
        ({"primary_students": -4}, "primary_students", r"'-4(\.0)?' is negative \(school 'b'\)"),
        ({"county": None}, "county", r"no county \(school 'b'\)"),
    ],
)
def test_problems_of_a_frame(kind: str, cells: dict[str, Any], column: str, what: str) -> None:
    schools = [school(name, county="x") for name in "abc"]
    schools[1] |= cells
    frame = KINDS[kind](schools)
    [found] = problems(lambda: balance_table(frame, rule="2012", county="county"))
    assert found[:2] == (0, column)
    assert re.fullmatch(what, found[2])


@every_kind
def test_infinite_and_worded_numbers(kind: str) -> None:
    infinite = KINDS[kind]([{"x": math.inf, "n": 1}, {"x": 1.0, "n": 1}])
    [(_, column, what)] = problems(
        lambda: balance_coefficient(infinite, resource="x", students="n")
    )
    assert column == "x" and what.endswith("is no number")
    worded = KINDS[kind]([{"x": "1.5", "n": "10"}, {"x": " 4.5 ", "n": "10"}])
    assert balance_coefficient(worded, resource="x", students="n") == pytest.approx(0.5)


def test_one_school_has_no_coefficient() -> None:
    one = pd.DataFrame([school("only")])
    [(_, column, what)] = problems(lambda: balance_table(one))
    assert (column, what) == ("school", "stage primary: 1 school: there is nothing to vary between")
    [(_, _, what)] = problems(
        lambda: balance_coefficient(two(1, 2)[:1], resource="x", students="n")
    )
    assert what == "1 school: there is nothing to vary between"
    assert len(school_levels(one)) == 1


def test_every_group_that_cannot_be_computed_is_named() -> None:
    schools = [
        school("a", county="x", books=0),
        school("b", county="x", books=0),
        school("c", county="y"),
        school("d", "junior", county="y"),
        school("e", "junior", county="y"),
    ]
    found = problems(lambda: balance_table(pd.DataFrame(schools), rule="2012", county="county"))
    assert [(column, what.split(":")[0]) for _, column, what in found] == [
        ("books", "county x, stage primary"),
        ("school", "county y, stage primary"),
    ]


def test_nobody_has_any() -> None:
    [(_, column, what)] = problems(
        lambda: balance_coefficient(two(0, 0), resource="x", students="n")
    )
    assert column == "x" and "the mean is 0" in what


def test_missing_columns_and_bad_cells_together() -> None:
    schools = pd.DataFrame([school("a", computers=-1), school("b")])
    del schools["books"], schools["teaching_area"], schools["stage"]
    found = problems(lambda: balance_table(schools, rule="2012"))
    assert [(column, what) for _, column, what in found] == [
        ("books", "the column is missing"),
        ("computers", f"'{schools['computers'][0]}' is negative (school 'a')"),
        ("stage", "the column is missing"),
        ("teaching_area", "the column is missing"),
    ]
    nothing = problems(
        lambda: balance_coefficient(schools, resource="desks", students="pupils", by="town")
    )
    assert [column for _, column, _ in nothing] == ["desks", "pupils", "town"]


def test_no_students_column_at_all() -> None:
    schools = pd.DataFrame([school("a"), school("b")]).drop(
        columns=["primary_students", "junior_students"]
    )
    assert ("primary_students", "the column is missing") in {
        problem[1:] for problem in problems(lambda: balance_table(schools))
    }


def test_columns_of_stages_nobody_has_may_be_absent() -> None:
    schools = pd.DataFrame(pair(0.2)).drop(columns=["junior_students", "senior_students"])
    assert len(balance_table(schools)) == 7


def test_a_resource_given_twice() -> None:
    schools = pd.DataFrame([school("a", books_primary=1), school("b", books_primary=1)])
    [(_, column, what)] = problems(lambda: balance_table(schools, rule="2012"))
    assert (column, what) == ("books", "given both as a total and by stage")
    renamed = pd.DataFrame([school("a", 图书册数=1), school("b", 图书册数=1)])
    [(_, column, what)] = problems(lambda: balance_table(renamed, rule="2012"))
    assert (column, what) == ("books", "there twice: books, 图书册数")


def test_the_same_name_in_two_counties() -> None:
    schools = pd.DataFrame([school(n, county=c) for c in "xy" for n in ("一小", "二小")])
    assert len(balance_table(schools, county="county")) == 14
    found = balance_coefficient(schools, resource="books", students="primary_students", by="county")
    assert len(found) == 2


def test_a_school_twice_in_a_group() -> None:
    schools = pd.DataFrame(
        {"school": ["一小", "一小"], "stage": ["primary", "junior"], "x": [1, 2], "n": [1, 1]}
    )
    [(_, column, _)] = problems(lambda: balance_coefficient(schools, resource="x", students="n"))
    assert column == "school"
    both = pd.concat([schools, schools.assign(school="二小")])
    assert len(balance_coefficient(both, resource="x", students="n", by="stage")) == 2


@every_kind
def test_a_group_without_a_name(kind: str) -> None:
    schools = KINDS[kind]([{"town": name, "x": 1, "n": 1} for name in ("a", "a", None)])
    found = problems(lambda: balance_coefficient(schools, resource="x", students="n", by="town"))
    assert found == [(0, "town", "no town")]


def test_senior_students_are_needed_only_to_divide() -> None:
    middle = school("m", "complete-middle", junior_students=100)
    schools = pd.DataFrame([middle, school("j", "junior")])
    missing = problems(lambda: balance_table(schools))
    assert missing == [(0, "senior_students", "no value (school 'm')")]
    divided = schools.drop(columns=[*RESOURCES, "senior_students"])
    for resource in RESOURCES:
        divided[f"{resource}_junior"] = [100, 300]
    assert {row["coefficient"] for row in rows(balance_table(divided))} == {0.5}


def test_several_counties_are_not_taken_as_one() -> None:
    with pytest.raises(UnknownValueError, match="names 2 counties"):
        balance_table(made_up_schools())
    with pytest.raises(UnknownValueError, match="county='region' does not exist"):
        balance_table(made_up_schools(), county="region")


@every_kind
def test_no_school_at_all(kind: str) -> None:
    schools = KINDS[kind]([school("a", county="x")])
    empty = schools.filter("false") if kind == "duckdb" else schools[:0]
    [(_, _, what)] = problems(lambda: balance_table(empty, county="county"))
    assert what == "there is no school in the table"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("absent.csv", None, "the file does not exist"),
        ("broken.xlsx", b"no workbook", "none of the columns is there, but 'no workbook'"),
        ("broken-zip.xlsx", b"PK\x03\x04 no workbook", "cannot be read (BadZipFile"),
        ("bytes.csv", b"\xff\xff\xff", "neither UTF-8, UTF-16 nor GB18030 (byte 0)"),
        ("empty.csv", b"", "the file is empty"),
        ("twice.csv", b"school,school\na,b\n", "the column is there twice"),
    ],
)
def test_files_that_cannot_be_read(
    name: str, content: bytes | None, what: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    [(_, _, found)] = problems(lambda: balance_table(path))
    assert what in found


def test_a_row_with_too_many_cells_is_one_problem_of_many(tmp_path: Path) -> None:
    records: list[list[Any]] = [["school", "x", "n"], ["a", 1, 1, 9], ["b", -1, 1], ["c", 1, 1]]
    path = write_csv(tmp_path / "schools.csv", records, "utf-8")
    found = problems(lambda: balance_coefficient(path, resource="x", students="n"))
    assert [row for row, _, _ in found] == [2, 3]


def test_what_is_no_table() -> None:
    with pytest.raises(FrameError, match="list is no school table"):
        balance_table([1, 2])


def test_the_example_says_that_it_is_made_up() -> None:
    frames: tuple[Frame, ...] = ("pandas", "polars", "duckdb")
    for frame in frames:
        schools = rows(made_up_schools(frame=frame))
        assert all(row["school"].startswith("虚构") for row in schools)
        assert all(row["county"].startswith("虚构") for row in schools)
    with pytest.raises(UnknownValueError, match="frame='arrow'"):
        made_up_schools(frame="arrow")  # type: ignore[arg-type]


def test_the_same_table_gives_the_same_digits_every_time() -> None:
    schools = made_up_schools()
    county = schools[schools["county"] == schools["county"].iloc[0]]
    first = rows(balance_table(county))
    assert all(rows(balance_table(county)) == first for _ in range(25))
