"""The boundary: what comes in is read, completed or refused, the same on every engine."""

from __future__ import annotations

import datetime
import functools
from decimal import Decimal

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest
from anyframe import ENGINES, OURS, on
from comparing import by, moment_of, records, relation_of
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.comparisons.dispersion import dispersion
from compare.composites.composite import composite
from compare.errors import FrameError, UnknownValueError

COMPARISONS = {
    "align": compare.align,
    "gaps": compare.gaps,
    "every": lambda frame: compare.gaps(frame, to="every"),
    "rankings": compare.rankings,
    "dispersion": dispersion,
    "progress": compare.progress,
    "attainment": compare.attainment,
    "composite": composite,
}


def rows(**columns):
    """Return three regions a, b, c of one indicator and year."""
    given = {"region": ["a", "b", "c"], "value": [1.0, 2.0, 3.0], **columns}
    plain = {"indicator": "x", "year": 2020, "kind": "actual", "direction": "higher"}
    return pl.DataFrame({**{name: [cell] * 3 for name, cell in plain.items()}, **given})


def ranks(frame):
    return [row["rank"] for row in in_order(compare.rankings(frame))]


def in_order(frame):
    """Return rows by region, and what it is compared with."""
    return sorted(
        records(frame), key=lambda row: (str(row.get("region")), str(row.get("reference")))
    )


# --- columns ------------------------------------------------------------------------------------


@functools.cache
def plain(name):
    """Return what a comparison says of rows without columns of anybody's own."""
    return in_order(COMPARISONS[name](rows()))


@pytest.mark.parametrize("engine", ENGINES)
def test_no_column_of_the_callers_meets_one_of_ours(engine):
    mine = {name: [7, 8, 9] for name in (*OURS, "of", "rank", "missing", "_ref_lo", "_size")}
    frame = on(rows(**mine), engine)
    for name, function in COMPARISONS.items():
        if name == "composite":
            continue
        found = in_order(function(frame))
        expected = plain(name)
        assert [
            {key: row[key] for key in old} for row, old in zip(found, expected, strict=True)
        ] == expected, name
    found = by(compare.rankings(frame), "region")
    assert [found[name]["_least"] for name in "abc"] == [7, 8, 9]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_ranking_ranked_again_is_the_same(engine):
    once = compare.rankings(on(rows(), engine))
    assert records(compare.rankings(once)) == records(once)


def test_what_duckdb_takes_for_one_name_is_refused():
    frame = relation_of(rows(Rank=[1, 2, 3]))
    with pytest.raises(FrameError, match=r"Rank, and the result one named rank: .* rename Rank"):
        compare.rankings(frame)


def test_two_columns_of_one_name_are_refused_by_name():
    frame = rows().to_pandas()
    with pytest.raises(FrameError, match="several columns named value;"):
        compare.rankings(pd.concat([frame, frame[["value"]]], axis="columns"))


def test_notes_of_any_type_come_back_as_they_were():
    frame = rows().to_pandas().assign(note=pd.Series([1, "x", [2]], dtype=object))
    found = compare.rankings(frame)
    assert found["note"].tolist() == [1, "x", [2]]
    assert list(found.columns)[:7] == list(frame.columns)


# --- cells --------------------------------------------------------------------------------------

YEARS = (
    pl.Series([2020] * 3, dtype=pl.UInt16),
    pl.Series([2020.0] * 3),
    pl.Series(["2020"] * 3),
    pl.Series(["2020年", "２０２０", " 2020 "]),
    pl.Series(["2020"] * 3, dtype=pl.Categorical),
    pl.Series([datetime.date(2020, 12, 31)] * 3),
    pl.Series([datetime.datetime(2020, 1, 1)] * 3),
)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("year", YEARS, ids=lambda year: f"{year.dtype}-{year[0]}")
def test_years_are_years_in_any_type(engine, year):
    found = compare.rankings(on(rows(year=year), engine))
    assert [(row["year"], row["rank"]) for row in in_order(found)] == [(2020, n) for n in (3, 2, 1)]


def test_periods_are_years():
    frame = rows().to_pandas().assign(year=pd.PeriodIndex(["2020"] * 3, freq="Y"))
    assert ranks(frame) == [3, 2, 1]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("year", [2020.5, "2020.5", "abc", True, 1609372800000000, None])
def test_what_is_no_year_is_refused_with_its_row(engine, year):
    with pytest.raises(FrameError, match=r"column year: row .* allowed: a year from"):
        compare.rankings(on(rows(year=pl.Series([year] * 3)), engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["90%", "1,200", "９０"], [2, 1, 2]),
        ([" 90 ", "", "3"], [1, None, 2]),
        ([0.1 + 0.2, 0.3, 1.0], [2, 2, 1]),
        ([-0.0, 0.0, 1.0], [2, 2, 1]),
        ([float("nan"), 1.0, 2.0], [None, 2, 1]),
        ([Decimal("1.5"), Decimal("2.5"), Decimal("0.5")], [2, 1, 3]),
        ([1, 2, 3], [3, 2, 1]),
    ],
)
def test_numbers_are_read_as_in_files(engine, values, expected):
    assert ranks(on(rows(value=values), engine)) == expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "value", ["≥90", "90以上", "约90", "10~11", "abc", "1,20", True, float("inf"), 1e308]
)
def test_what_is_no_number_is_refused_with_its_row(engine, value):
    cells = pl.Series([value] * 3)
    with pytest.raises(FrameError, match=r"column value: row .* allowed: a number"):
        compare.rankings(on(rows(value=cells), engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["region", "indicator"])
@pytest.mark.parametrize("cell", [None, " ", "\u200b"])
def test_nobody_is_compared_without_a_name(engine, name, cell):
    frame = on(rows(**{name: ["a", cell, "c"]}), engine)
    for function in COMPARISONS.values():
        with pytest.raises(FrameError, match=f"column {name}: row .* has {name} "):
            function(frame)


@pytest.mark.parametrize("engine", ENGINES)
def test_two_spellings_are_one_indicator(engine):
    frame = rows(indicator=["巩固率（A）", "巩固率(Ａ) ", "巩固\u200b率(A)"])
    found = in_order(compare.rankings(on(frame, engine)))
    assert [(row["indicator"], row["of"]) for row in found] == [("巩固率(A)", 3)] * 3


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("name", "cell", "allowed"),
    [
        ("kind", "实际", "actual, target"),
        ("direction", "up", "higher, lower, neutral"),
        ("comparability", "good", "exact, close, proxy"),
        ("rankable", "maybe", "true or false"),
        ("lo_open", "2", "true or false"),
    ],
)
def test_words_are_words_that_there_are(engine, name, cell, allowed):
    frame = on(rows(**{name: [cell] * 3}), engine)
    with pytest.raises(FrameError, match=f"column {name}: row .*{cell}.*allowed: {allowed}"):
        compare.rankings(frame)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("flags", [[1, 0, 1], ["是", "否", "yes"], [True, False, True]])
def test_flags_are_flags_in_any_words(engine, flags):
    assert ranks(on(rows(rankable=flags), engine)) == [2, None, 1]


# --- rows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_values_and_ends_are_completed_by_rule(engine):
    ends = rows(value=[None, 2.0, 3.0], lo=[1.0, None, 3.0], hi=[1.0, None, 3.0])
    found = in_order(compare.rankings(on(ends, engine)))
    cells = [(row["value"], row["lo"], row["hi"], row["rank"]) for row in found]
    assert cells == [(1, 1, 1, 3), (2, 2, 2, 2), (3, 3, 3, 1)]
    assert ranks(on(rows(), engine)) == [3, 2, 1]
    half = rows(lo=[1.0, 2.0, 3.0], hi=[9.0, 9.0, 9.0], lo_open=[True] * 3)
    assert len(records(compare.gaps(on(half, engine)))) == 3


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"lo": [5.0, 2.0, 3.0], "hi": [3.0, 2.0, 3.0]}, "lo no greater than hi"),
        ({"lo": [5.0, 2.0, 3.0], "hi": [6.0, 2.0, 3.0]}, "a value from lo to hi"),
        ({"comparator": [">=", "=", "="]}, "a bound or a range with its lo"),
        ({"lo": [1.0] * 3, "hi": [1.0] * 3, "value": [None] * 3, "hi_open": [True] * 3}, "both"),
    ],
)
def test_what_contradicts_itself_is_refused(engine, columns, said):
    with pytest.raises(FrameError, match=said):
        compare.rankings(on(rows(**columns), engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", COMPARISONS)
def test_one_region_twice_is_refused_with_its_rows(engine, name):
    frame = on(pl.concat([rows(), rows(value=[7.0] * 3)[:1]]), engine)
    with pytest.raises(FrameError, match="several rows for a x 2020") as refused:
        COMPARISONS[name](frame)
    assert "row 1 has" in str(refused.value)
    assert "row 4 has" in str(refused.value)


@pytest.mark.parametrize("engine", ENGINES)
def test_of_several_figures_the_main_one_counts(engine):
    uses = pl.concat([
        rows(use=["main"] * 3), rows(use=["alternative"] * 3, value=[9.0] * 3)[:1]
    ])  # fmt: skip
    assert ranks(on(uses, engine)) == [3, 2, 1]


# --- direction and arguments --------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_the_direction_is_said_and_never_guessed(engine):
    frame = on(rows().drop("direction"), engine)
    for name in ("gaps", "rankings", "progress", "composite"):
        with pytest.raises(FrameError, match=r"no column direction.*direction='higher'"):
            COMPARISONS[name](frame)
    for direction in ("lower", {"x": "lower"}):
        found = in_order(compare.rankings(frame, direction=direction))
        assert [row["rank"] for row in found] == [1, 2, 3]
        aligned = compare.align(frame, direction=direction)
        assert ranks(aligned) == [1, 2, 3]
    with pytest.raises(UnknownValueError, match="'y' does not exist"):
        compare.rankings(frame, direction={"y": "lower"})
    with pytest.raises(UnknownValueError, match="'up' does not exist"):
        compare.rankings(frame, direction="up")
    assert len(records(dispersion(frame))) == 1


def test_arguments_are_numbers_and_years():
    frame = rows()
    for year in ("2020", "2020年", np.int64(2020)):
        assert records(compare.align(frame, year=year)) == records(compare.align(frame, year=2020))
    for year in (2020.5, "abc", True):
        with pytest.raises(UnknownValueError, match=r"year=.* is no year"):
            compare.align(frame, year=year)
    for width in (-5, float("nan"), float("inf")):
        with pytest.raises(UnknownValueError, match="about="):
            compare.align(frame, about=width)
        with pytest.raises(UnknownValueError, match="within="):
            compare.align(frame, year=2020, horizon="nearest", within=width)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_unknown_reference_is_refused(engine):
    with pytest.raises(UnknownValueError, match="'样县5' does not exist"):
        compare.gaps(on(rows(), engine), to="样县5")


# --- right by hand ------------------------------------------------------------------------------


def ranked_by_hand(cells):
    """Rank (region, indicator, year, direction, value) in plain Python."""
    return {
        one: 1 + sum(
            other[1:3] == one[1:3] and (other[4] > one[4] if one[3] == "higher"
                                        else other[4] < one[4])
            for other in cells
        )
        for one in cells
    }  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), min_size=1, max_size=12))
def test_ranks_are_those_counted_by_hand(drawn):
    values = dict(drawn)
    cells = [(f"r{n}", "x", 2020, "higher", float(value)) for n, value in values.items()]
    frame = pl.DataFrame(
        cells, schema=["region", "indicator", "year", "direction", "value"], orient="row"
    )
    found = by(compare.rankings(frame), "region")
    for cell, rank in ranked_by_hand(cells).items():
        assert found[cell[0]]["rank"] == rank


def test_a_relation_beside_tables_of_any_name():
    con = duckdb.connect()
    con.register("given", rows(value=["90%", "1,200", "９０"]).to_arrow())
    con.execute("CREATE TABLE rows AS FROM given")
    con.execute("CREATE TABLE unused AS SELECT 1 AS x")
    assert ranks(con.table("rows")) == [2, 1, 2]
    assert moment_of([]).is_empty()


OWN = pd.DataFrame({"region": ["A", "B"], "indicator": ["x", "x"], "value": [1.0, 2.0]})


@pytest.mark.parametrize("of", [compare.gaps, compare.rankings, compare.align, compare.findings])
def test_a_frame_of_somebodys_own_is_sent_to_the_panel(of):
    told = r"no column year.*compare\.panel\(frame, year=2023\)\.observations: year= is the year"
    with pytest.raises(FrameError, match=told):
        of(OWN)
    assert len(of(compare.panel(OWN, year=2023, direction="higher").observations))
    with pytest.raises(FrameError, match=r"no column value.*panel\(frame\)\.observations$"):
        of(OWN.rename(columns={"value": "number"}).assign(year=2023))
