"""Sums of other regions among the rows of own tables, and rows that others are indented below."""

import openpyxl
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Alignment

import compare
from compare.sources.panel.sums import sums_of_blocks
from compare.sources.panel.told import ToldError

NORTH = {"North A": (40, 45), "North B": (60, 65)}
SOUTH = {"South A": (90, 95), "South B": (110, 112)}


def total(parts):
    return tuple(map(sum, zip(*parts.values(), strict=True)))


def told(rows, **more):
    frame = pd.DataFrame(
        [(name, *values) for name, values in rows.items()],
        columns=["district", *range(2020, 2020 + len(next(iter(rows.values()))))],
    ).rename(columns=str)
    return compare.panel(frame, indicators=["pupils"], direction="higher", **more)


def wholes_asked(rows):
    with pytest.raises(ToldError, match=r"looks? like the whole of other regions") as asked:
        told(rows)
    return asked.value.wholes


def test_what_the_rows_below_make_together_is_asked_about():
    rows = {"North": total(NORTH)} | NORTH | {"South": total(SOUTH)} | SOUTH
    assert wholes_asked(rows) == ["North", "South"]
    assert set(told(rows, wholes=["North", "South"]).wholes["region"]) == {"North", "South"}
    assert told(rows, wholes=[]).observations["region"].nunique() == 6


def test_so_is_what_the_rows_above_make_together():
    assert wholes_asked(NORTH | {"North": total(NORTH)} | SOUTH | {"South": total(SOUTH)}) == [
        "North", "South",
    ]  # fmt: skip


def test_and_sums_of_sums():
    north, south = total(NORTH), total(SOUTH)
    rows = {"All of it": total({"n": north, "s": south}), "North": north} | NORTH
    rows |= {"South": south} | SOUTH | {"Far": (700, 333), "Away": (811, 432)}
    assert wholes_asked(rows) == ["All of it", "North", "South"]


@pytest.mark.parametrize(
    "rows",
    [
        {"A": (3, 3), "B": (1, 1), "C": (2, 2), "D": (5, 4), "E": (4, 4)},  # chance
        {"A": (300, 300), "B": (100, 100), "C": (200, 201), "D": (500, 400)},  # one of two
        {"A": (300, 300), "B": (300, 300), "C": (0, 0), "D": (0, 0), "E": (7, 8)},  # of one
        {"A": ("30.1%", "31%"), "B": ("10.1%", "11%"), "C": ("20%", "20%"), "D": ("5%", "4%")},
    ],
)
def test_what_may_be_chance_is_not(rows):
    assert len(told(rows).observations) == 2 * len(rows)


@given(st.lists(st.integers(1000, 99_999), min_size=6, max_size=12, unique=True))
def test_a_sum_among_numbers_of_any_size_is_found_wherever_it_stands(values):
    first, *others = values
    rows = [first, sum(others[:3]), *others]
    cells = pl.DataFrame({
        "line": range(len(rows)), "indicator": "i", "year": 2020, "comparator": "=",
        "share": False, "unit": "", "lo": list(map(float, rows)),
    })  # fmt: skip
    regions = pl.DataFrame({"place": range(len(rows))})
    found = sums_of_blocks(cells, regions, regions["place"])
    mean = sum(rows) / len(rows)
    assert (1 in found) == (2 * len(rows) / mean < 0.01)


RATES = [("Total", 30), ("North", 10), ("North A", 40), ("North B", 60), ("South", 20),
         ("South A", 9)]  # fmt: skip
DEPTH = {"Total": 0, "North": 1, "South": 1}


def test_names_that_others_are_indented_below_are_asked_about(tmp_path):
    lines = [f"{'  ' * DEPTH.get(name, 2)}{name},{rate}" for name, rate in RATES]
    path = tmp_path / "rates 2020.csv"
    path.write_text("\n".join(["district,rate", *lines]), encoding="utf-8")
    with pytest.raises(ToldError) as asked:
        compare.panel(path, direction="higher")
    assert asked.value.wholes == ["North", "South"]


def test_so_they_are_where_a_workbook_indents_its_cells(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["district", "rate"])
    for row, (name, rate) in enumerate(RATES, 2):
        book.active.append([name, rate])
        book.active[f"A{row}"].alignment = Alignment(indent=DEPTH.get(name, 2))
    path = tmp_path / "rates 2020.xlsx"
    book.save(path)
    with pytest.raises(ToldError) as asked:
        compare.panel(path, direction="higher")
    assert asked.value.wholes == ["North", "South"]
    found = compare.panel(path, direction="higher", wholes=["North", "South"])
    assert set(found.observations["region"]) == {"North A", "North B", "South A"}


def test_rows_of_one_region_that_are_indented_differently_say_nothing(tmp_path):
    path = tmp_path / "a.csv"
    rows = "North,2020,1\n  North,2021,2\nSouth,2020,3\n  South,2021,5\n"
    path.write_text(f"district,year,rate\n{rows}", encoding="utf-8")
    assert set(compare.panel(path, direction="higher").observations["region"]) == {"North", "South"}


CITY = {
    "地区": ["云溪市", "甲县", "乙县", "丙县"],
    "2024年教师数（人）": [60, 10, 20, 30],
    "2024年巩固率（%）": [96, 95, 96, 97],
}


def asked_of(table, **more):
    with pytest.raises(ToldError) as asked:
        compare.panel(table, direction="neutral", **more)
    return asked.value.wholes


def test_a_city_is_the_whole_of_its_counties_beside_rates_that_add_up_to_nothing():
    assert asked_of(pd.DataFrame(CITY)) == ["云溪市"]
    assert asked_of(pd.DataFrame(CITY).iloc[::-1]) == ["云溪市"]


def test_a_city_whose_teachers_are_others_is_one_of_several_regions():
    frame = pd.DataFrame(CITY | {"2024年教师数（人）": [61, 10, 20, 30]})
    assert compare.panel(frame, direction="neutral").observations["region"].nunique() == 4


def test_a_city_that_the_title_names_alone_is_a_whole_without_any_count():
    frame = pd.DataFrame(CITY).drop(columns="2024年教师数（人）")
    assert asked_of(frame, title="云溪市2024年各县主要指标") == ["云溪市"]
    several = compare.panel(frame, direction="neutral", title="云溪市与甲县2024年主要指标")
    assert several.observations["region"].nunique() == 4


def test_one_count_is_enough_beside_rates_where_chance_seldom_makes_it():
    counts = [1820, 1544, 1210, 980, 1105]
    rows = {"place": [*"ABCDE", "Q"], "share (%)": [91.2, 93.1, 95.5, 90.2, 91.9, 92.4],
            "ratio of pupils": [12.1, 13.2, 11.9, 12.5, 14.1, 12.9]}  # fmt: skip
    frame = pd.DataFrame(rows | {"teachers": [*counts, sum(counts)]})
    assert asked_of(frame, year=2024) == ["Q"]
    few = pd.DataFrame(rows | {"teachers": [1, 2, 3, 4, 5, 15]})
    assert len(compare.panel(few, year=2024, direction="neutral").observations) == 18


def test_a_block_is_seen_beside_rates_too():
    north, south = [18201, 15440, 12105], [9802, 11051]
    frame = pd.DataFrame({
        "place": ["N", "Na", "Nb", "Nc", "S", "Sa", "Sb"],
        "share (%)": [91.2, 93.1, 95.5, 90.2, 91.9, 92.4, 91.1],
        "teachers": [sum(north), *north, sum(south), *south],
    })  # fmt: skip
    assert asked_of(frame, year=2024) == ["N", "S"]


def test_no_city_heads_a_county_that_lies_in_another_one():
    rates = {"2020年巩固率（%）": [90.6, 100, 99.1]}
    title = "抚顺市2020年巩固率"
    far = pd.DataFrame({"地区": ["抚顺市", "象山县", "平阳县"]} | rates)
    found = compare.panel(far, direction="neutral", title=title).observations
    assert found["region"].nunique() == 3
    made_up = pd.DataFrame({"地区": ["抚顺市", "甲县", "乙县"]} | rates)
    assert asked_of(made_up, title=title) == [compare.panel(
        made_up, direction="neutral", wholes=["抚顺市"]).wholes["region"].iloc[0]]  # fmt: skip
