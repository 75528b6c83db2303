"""Tables of thousands of regions: short on the page, whole in the workbook, nothing in silence."""

import io

import openpyxl
import pandas as pd
import pytest

import compare
from compare import finding, tables

SIZE = 300
PAGE = 150_000
"""A table of any number of regions, with its workbook, is shorter than this."""


@pytest.fixture(scope="module")
def rows():
    frames = [
        pd.DataFrame({
            "region": [f"r{n:03}" for n in range(SIZE)], "indicator": name, "year": year,
            "kind": "actual", "direction": "higher", "unit": "%",
            "value": [float(n) / 4 for n in range(SIZE)],
        })
        for name in ("a", "b") for year in (2019, 2020)
    ]  # fmt: skip
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def aligned(rows):
    return compare.align(rows)


@pytest.fixture(scope="module")
def made(rows, aligned):
    index = compare.composite(
        compare.align(rows, year=2020, kind="actual"), weights={"a": 1, "b": 1},
        goalposts={"a": [0, 100], "b": [0, 100]},
    )  # fmt: skip
    return {
        "standings": tables.standing_table(rows, lang="en"),
        "values": tables.values_table(aligned, lang="en"),
        "ranks": tables.rankings_table(compare.rankings(aligned), lang="en"),
        "gaps": tables.gaps_table(compare.gaps(aligned, to="best"), lang="en", decided=True),
        "composite": tables.composite_table(index, lang="en"),
    }


@pytest.mark.parametrize("name", ["standings", "values", "ranks", "gaps", "composite"])
def test_a_table_of_many_regions_is_short_and_says_where_the_whole_is(made, name):
    table = made[name]
    assert len(table.frame) <= 44
    assert "the workbook on the web page" in " ".join(table.notes)
    assert len(table._repr_html_()) < PAGE
    sheet = list(openpyxl.load_workbook(io.BytesIO(table.whole.content)).active.values)
    assert len(sheet) == SIZE + 1
    assert {line[0] for line in sheet[1:]} == {f"r{n:03}" for n in range(SIZE)}


def test_the_workbook_holds_each_value_and_its_rank(made):
    book = openpyxl.load_workbook(io.BytesIO(made["ranks"].whole.content)).active.values
    heads, first, *rest = book
    assert list(heads[2:]) == [
        f"{name} {moment}{more}" for name in "ab" for moment in ("2019 actual", "2020 actual")
        for more in ("", " Rank")
    ]  # fmt: skip
    assert first[2:] == (0.0, SIZE) * 4
    assert rest[-1][2:] == (74.75, 1) * 4


def test_the_ends_and_the_middle_are_told_best_first(made):
    assert made["ranks"].plain()["Region"].tolist()[:11] == [
        "r299", "r298", "r297", "r296", "r295", "r150", "r004", "r003", "r002", "r001", "r000",
    ]  # fmt: skip
    ends = made["values"].plain().iloc[0]
    assert [ends[name] for name in ("Highest", "Middle", "Lowest")] == [
        "r299: 74.75%", "r149: 37.25%", "r000: 0%",
    ]  # fmt: skip


def test_few_regions_are_told_whole_without_a_workbook(rows):
    few = compare.align(rows[rows["region"] < "r020"])
    for table in (tables.rankings_table(compare.rankings(few)), tables.values_table(few)):
        assert table.whole is None
        assert "工作簿" not in " ".join(table.notes)


def test_a_bound_stays_a_bound_in_the_workbook(rows):
    bound = rows.assign(lo=rows["value"], hi=None, comparator=">=")
    table = tables.values_table(compare.align(bound), lang="zh")
    line = list(openpyxl.load_workbook(io.BytesIO(table.whole.content)).active.values)[5]
    assert line[2] == "≥1%"


def test_a_lead_of_many_scores_names_a_few(rows):
    aligned = compare.align(rows, year=2020, kind="actual")
    index = compare.composite(aligned, weights={"a": 1, "b": 1},
                              goalposts={"a": [0, 100], "b": [0, 100]})  # fmt: skip
    assert len(finding.of_composite(index).lead) < 200


@pytest.fixture(scope="module")
def planned(rows):
    """Outcomes and two targets of each region, the further away the larger its number."""
    rows = rows.assign(indicator=rows["indicator"] + " & c")
    targets = rows[rows["year"] == 2020].assign(kind="target")
    doubled = targets.assign(value=targets["value"] * 2)
    trebled = targets.assign(value=targets["value"] * 3, year=2025)
    return pd.concat([rows, doubled, trebled], ignore_index=True)


OF_TARGETS = {
    "attainment": lambda rows: tables.attainment_table(compare.attainment(rows), lang="en"),
    "needs": lambda rows: tables.needs_table(rows, lang="en"),
    "progress": lambda rows: tables.progress_table(compare.progress(rows), lang="en"),
}


@pytest.mark.parametrize("name", OF_TARGETS)
def test_targets_of_many_regions_are_an_excerpt_and_a_workbook_of_all(planned, name):
    table = OF_TARGETS[name](planned)
    plain = table.plain()
    assert len(plain) == 11 * 2 * 2
    ends = plain["Region"].tolist()[:11]
    assert ends[:5] == ["r000", "r001", "r002", "r003", "r004"]
    assert ends[6:] == ["r295", "r296", "r297", "r298", "r299"]
    assert table.group == "Indicator" and set(plain["Indicator"]) == {"a & c", "b & c"}
    assert "a &amp; c" in table._repr_html_() and len(table._repr_html_()) < PAGE
    heads, *lines = openpyxl.load_workbook(io.BytesIO(table.whole.content)).active.values
    assert len(lines) == SIZE * 2 * 2
    told = {line[:4]: dict(zip(heads, line, strict=True)) for line in lines}
    assert {key[0] for key in told} == {f"r{n:03}" for n in range(SIZE)}
    last = told["r299", None, "b & c", 2025]
    assert last["Planned" if name == "attainment" else "Target"] == 74.75 * 3
