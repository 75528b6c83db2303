"""The frame boundary: whatever kind comes in, the same goes out, and says the same."""

import functools
from decimal import Decimal

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest
from comparing import (
    KINDS,
    aligned_frames,
    as_kind,
    as_polars,
    by,
    columns,
    frame_of,
    kind_of,
    known_regions,
    moment_of,
    observation_frames,
    reasons_of,
    records,
    rows_of,
)
from hypothesis import given
from trying import tried

import compare
from compare.errors import CompareError, FrameError

OTHERS = sorted(set(KINDS) - {"polars"})
NEEDED = ["region", "indicator", "year", "value", "lo", "hi"]
NEW_IN_GAPS = [
    "reference", "reference_value", "reference_lo", "reference_hi", "reference_figure",
    "gap", "gap_lo", "gap_hi", "gap_unit", "verdict", "reasons",
]  # fmt: skip
NEW_IN_RANKINGS = ["rank_best", "rank_worst", "rank", "of", "missing", "reasons"]

BENCHMARKS = pl.DataFrame(
    [
        ("standing", "indicator_0", None, "standard", ">=", 5.0),
        ("planned", "indicator_0", 2025, "target", ">", 7.5),
        ("measured", "indicator_1", 2025, "actual", "=", 5.25),
        ("ceiling", "indicator_1", None, "standard", "<=", 7.5),
    ],
    schema={
        "benchmark": pl.String, "indicator": pl.String, "year": pl.Int64, "kind": pl.String,
        "comparator": pl.String, "value": pl.Float64,
    },
    orient="row",
)  # fmt: skip

ALIGNMENTS = {
    "all-years": {},
    "one-year": {"year": 2025, "kind": "target"},
    "latest": {"year": 2025, "kind": "target", "horizon": "latest", "proxies": True},
    "nearest": {"year": 2024, "horizon": "nearest", "within": 2},
    "path": {"year": 2023, "horizon": "path", "proxies": True},
    "widened": {"year": 2025, "rounding": True, "about": 2.0},
}
COMPARISONS = {
    "best": lambda frame: compare.gaps(frame, to="best"),
    "median": lambda frame: compare.gaps(frame, to="median"),
    "mean": lambda frame: compare.gaps(frame, to="mean", allow=["different-year"]),
    "every": lambda frame: compare.gaps(frame, to="every"),
    "region": lambda frame: compare.gaps(
        frame, to="pingyang", allow=["different-year"], evidence=known_regions("pingyang")
    ),
    "rankings": lambda frame: compare.rankings(frame),
    "rankings-allowed": lambda frame: compare.rankings(
        frame, allow=["different-year", "different-scope", "each-county-ceiling"]
    ),
}


def natural(kind):
    """Return the real observations as a reader gets them in this kind of frame."""
    if kind == "lazy":
        return compare.observations(frame="polars").lazy()
    return compare.observations(frame=kind)


@functools.cache
def aligned_on_polars(name):
    """Return what every other kind is held against, worked out once."""
    return compare.align(natural("polars"), **ALIGNMENTS[name])


def compared_as(name, frame):
    if name == "benchmark":
        return compare.gaps(frame, to="benchmark", evidence=compare.evidence())
    return COMPARISONS[name](frame)


def assert_same(found, expected, kind):
    assert kind_of(found) == kind
    assert columns(found) == columns(expected)
    assert records(found) == records(expected)


@pytest.fixture(scope="module")
def latest(request):
    """Return real rows across the horizons, proxies among them: the most there is to compare."""
    monkeypatch = pytest.MonkeyPatch()
    request.addfinalizer(monkeypatch.undo)
    monkeypatch.setenv("COMPARE_HOME", str(request.getfixturevalue("built_once").root))
    frame = compare.observations(frame="polars")
    return compare.align(frame, year=2025, horizon="latest", proxies=True)


@pytest.fixture(scope="module")
def compared_on_polars(latest):
    return functools.cache(lambda name: compared_as(name, latest))


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", ALIGNMENTS)
def test_align_gives_back_the_kind_that_came_and_the_same_rows(project, kind, name):
    expected = aligned_on_polars(name)
    assert expected.height > 50
    assert_same(compare.align(natural(kind), **ALIGNMENTS[name]), expected, kind)


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", [*COMPARISONS, "benchmark"])
def test_comparisons_give_back_the_kind_that_came_and_the_same_rows(
    project, latest, compared_on_polars, kind, name
):
    expected = compared_on_polars(name)
    assert expected.height > 20
    assert_same(compared_as(name, as_kind(latest, kind)), expected, kind)


@pytest.mark.parametrize("kind", OTHERS)
def test_progress_gives_back_the_kind_that_came_and_the_same_rows(project, kind):
    expected = compare.progress(natural("polars"))
    assert expected.height > 50
    assert_same(compare.progress(natural(kind)), expected, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_chain_stays_in_its_kind(project, kind):
    observed = compare.observations(indicator="gaokao_first_line_rate", frame="polars")
    aligned = compare.align(as_kind(observed, kind), year=2020, kind="actual")
    ranked = compare.rankings(aligned)
    assert kind_of(ranked) == kind
    row = by(ranked, "region")["pingyang"]
    assert (row["rank_best"], row["rank_worst"]) == (1, 2)
    gaps = compare.gaps(ranked if kind != "duckdb" else aligned, to="象山")
    assert kind_of(gaps) == kind
    assert by(gaps, "region")["pingyang"]["verdict"] == "undetermined"


def same_on_all(frame, function):
    expected = function(frame)
    for kind in OTHERS:
        assert_same(function(as_kind(frame, kind)), expected, kind)


@tried(2)
@given(aligned_frames(moments=15))
def test_random_rows_compare_the_same_in_every_kind(frame):
    for function in COMPARISONS.values():
        same_on_all(frame, function)
    same_on_all(frame, lambda came: compare.gaps(came, to="benchmark", benchmarks=BENCHMARKS))


@tried(3)
@given(observation_frames())
def test_random_observations_align_and_progress_the_same_in_every_kind(frame):
    for name in ("all-years", "latest", "nearest", "path", "widened"):
        same_on_all(frame, lambda came, name=name: compare.align(came, **ALIGNMENTS[name]))
    for limits in (None, BENCHMARKS):
        same_on_all(frame, lambda came, limits=limits: compare.progress(came, benchmarks=limits))


# --- what is no frame, and frames with nothing in them ------------------------------------------


@pytest.mark.parametrize(
    "function", [compare.align, compare.gaps, compare.rankings, compare.progress]
)
@pytest.mark.parametrize("native", [None, [], {}, "rows.csv", pd.Series([1]), np.zeros((2, 2))])
def test_what_is_no_frame_is_refused_with_the_kinds_that_are(function, native):
    with pytest.raises(FrameError) as error:
        function(native)
    said = str(error.value)
    assert type(native).__name__ in said
    assert all(word in said for word in ("pandas", "polars", "DuckDB"))
    assert isinstance(error.value, TypeError)
    assert isinstance(error.value, CompareError)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("function", "needs"),
    [
        (compare.align, NEEDED),
        (compare.gaps, NEEDED),
        (compare.rankings, NEEDED),
        (compare.progress, [*NEEDED, "kind"]),
    ],
)
def test_all_missing_columns_are_named_at_once(function, needs, kind):
    frame = frame_of([{"region": "a", "indicator": "share", "lo": 1.0}]).drop("hi", "value")
    with pytest.raises(FrameError) as error:
        function(as_kind(frame, kind))
    named = str(error.value).split("; it has")[0]
    for name in needs:
        assert (name in named.split("no column ")[1].split(", ")) == (name not in frame.columns)


def test_a_benchmark_frame_names_what_it_lacks():
    frame = moment_of([{"region": "a", "lo": 1.0}])
    lacking = BENCHMARKS.drop("comparator", "value")
    with pytest.raises(FrameError, match="comparator, value"):
        compare.gaps(frame, to="benchmark", benchmarks=lacking)
    progressing = frame.with_columns(kind=pl.lit("actual"))
    with pytest.raises(FrameError, match="value"):
        compare.progress(progressing, benchmarks=lacking)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_frame_comes_back_empty_with_its_columns(project, kind):
    observed = compare.observations(frame="polars")
    empty = as_kind(observed.clear(), kind)
    aligned = compare.align(observed, year=2025, kind="target")
    for name in ("all-years", "path"):
        assert_same(compare.align(empty, **ALIGNMENTS[name]), aligned.clear(), kind)
    rows = as_kind(aligned.clear(), kind)
    for name in ("best", "mean", "every", "region", "rankings"):
        function = COMPARISONS[name]
        new = NEW_IN_RANKINGS if name.startswith("rankings") else NEW_IN_GAPS
        found = function(rows)
        assert kind_of(found) == kind
        assert records(found) == []
        assert set(columns(found)) == {*aligned.columns, *new}
    assert_same(compare.progress(empty), compare.progress(observed).clear(), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_of_ones_own_may_be_empty_and_have_the_least_columns(kind):
    frame = as_kind(
        frame_of([{"region": "a", "indicator": "x", "year": 2020, "lo": 1.0}]).clear(), kind
    )
    assert records(compare.align(frame)) == []
    for name in ("best", "median", "rankings"):
        assert records(COMPARISONS[name](frame)) == []


def test_an_untyped_empty_pandas_frame_is_as_empty_as_any():
    frame = pd.DataFrame(columns=[*NEEDED, "direction"])
    for function in (compare.align, *COMPARISONS.values()):
        assert len(function(frame)) == 0
    assert len(compare.progress(frame.assign(kind=None))) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_without_any_benchmark_nothing_is_compared_with_one(kind):
    frame = as_kind(moment_of([{"region": "a", "lo": 1.0}], kind="actual"), kind)
    none = BENCHMARKS.clear()
    (row,) = records(compare.gaps(frame, to="benchmark", benchmarks=none))
    assert (row["region"], row["reference"], row["gap_lo"]) == ("a", None, None)
    assert (row["verdict"], row["reasons"]) == ("not-comparable", "no-benchmark")
    (row,) = records(compare.progress(frame, benchmarks=none))
    assert (row["status"], row["benchmark"], row["benchmark_year"]) == ("no-target", None, None)


@pytest.mark.parametrize("kind", KINDS)
def test_without_any_region_asked_for_those_of_the_frame_have_their_rows(kind):
    frame = as_kind(moment_of([{"region": "a", "lo": 1.0}]), kind)
    nobody = pl.DataFrame(schema={"region": pl.String, "level": pl.String})
    (row,) = records(compare.align(frame, year=2020, regions=nobody))
    assert (row["region"], row["status"], row["level"]) == ("a", "observed", None)


# --- how people's own frames come ---------------------------------------------------------------


@pytest.mark.parametrize("kind", ["polars", "lazy", "duckdb"])
def test_not_a_number_is_no_number_and_never_the_best(kind):
    nan = float("nan")
    frame = moment_of([{"region": "a", "lo": nan, "value": nan}, {"region": "b", "lo": 50.0}])
    ranked = by(compare.rankings(as_kind(frame, kind)), "region")
    assert ranked["a"]["rank_best"] is None
    assert (ranked["b"]["rank"], ranked["b"]["of"], ranked["b"]["missing"]) == (1, 1, 1)
    gaps = by(compare.gaps(as_kind(frame, kind), to="b"), "region")
    assert (gaps["a"]["verdict"], gaps["a"]["gap"]) == ("missing", None)


@pytest.mark.parametrize("missing", [float("nan"), None, pd.NA])
def test_pandas_has_three_ways_to_say_missing(missing):
    frame = pd.DataFrame(
        {
            "region": ["a", "b"],
            "indicator": "x",
            "year": 2020,
            "value": [missing, 3],
            "lo": [missing, 3],
            "hi": [missing, 3],
        }
    )
    for rows in (frame, frame.convert_dtypes()):
        ranked = by(compare.rankings(rows, direction="higher"), "region")
        assert ranked["a"]["rank"] is None
        assert ranked["b"]["missing"] == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_side_that_is_open_in_every_row_has_no_type_of_its_own(kind):
    frame = moment_of(
        [{"region": "a", "lo": 1.0, "hi": None}, {"region": "b", "lo": 5.0, "hi": None}]
    )
    untyped = frame.with_columns(hi=pl.lit(None))
    ranked = by(compare.rankings(as_kind(untyped, kind)), "region")
    assert {(row["rank_best"], row["rank_worst"]) for row in ranked.values()} == {(1, 2)}


LITERALS = """
    SELECT * FROM (VALUES ('a', 'share', 2020, 1, 1.0, 1), ('b', 'share', 2020, 2, 2.0, 2))
    AS t (region, indicator, year, value, lo, hi)
"""


def test_integers_decimals_and_texts_are_numbers_too():
    plain = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}])
    expected = [(row["region"], row["rank"]) for row in records(compare.rankings(plain))]
    ends = pl.col("value", "lo", "hi")
    for other in (
        plain.with_columns(ends.cast(pl.Int32)),
        plain.with_columns(ends.cast(pl.Decimal(5, 2))),
        plain.with_columns(ends.cast(pl.String)),
        plain.with_columns(ends.cast(pl.Float32), pl.col("year").cast(pl.Float64)),
        as_kind(plain, "pandas").astype({"region": "category", "indicator": "category"}),
        as_kind(plain, "pandas").assign(lo=[Decimal(1), Decimal(2)]),
        duckdb.connect().sql(LITERALS),
    ):
        found = [
            (row["region"], row["rank"])
            for row in records(compare.rankings(other, direction="higher"))
        ]
        assert found == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("as_type", [pl.Int64, pl.Float64])
def test_administrative_codes_read_as_numbers_are_still_codes(kind, as_type):
    frame = moment_of(
        [
            {"region": "city", "lo": 9.0, "adcode": "330200"},
            {"region": "county", "lo": 5.0, "adcode": "330225"},
            {"region": "nowhere", "lo": 1.0, "adcode": None},
        ]
    ).with_columns(pl.col("adcode").cast(as_type))
    ranked = by(compare.rankings(as_kind(frame, kind)), "region")
    assert reasons_of(ranked["city"]) == ["part-and-whole"]
    assert [ranked[region]["rank"] for region in ("county", "nowhere")] == [1, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_cell_of_a_frame_of_ones_own_drops_no_row(kind):
    rows = [
        {"region": "a", "lo": 1.0, "scope": None, "kind": None, "direction": "higher",
         "rankable": True, "approximate": None, "observed_year": None},
        {"region": "b", "lo": 2.0, "scope": "region", "kind": "actual", "direction": "higher",
         "rankable": True, "approximate": False, "observed_year": 2020},
        {"region": "c", "lo": 3.0, "scope": "region", "kind": "actual", "direction": None,
         "rankable": True, "approximate": False, "observed_year": 2020},
        {"region": "d", "lo": 4.0, "scope": "region", "kind": "actual", "direction": "higher",
         "rankable": None, "approximate": False, "observed_year": 2020},
    ]  # fmt: skip
    frame = as_kind(moment_of(rows), kind)
    ranked = by(compare.rankings(frame), "region")
    assert [ranked[region]["rank"] for region in "abcd"] == [2, 1, None, None]
    assert reasons_of(ranked["c"]) == ["no-direction"]
    assert reasons_of(ranked["d"]) == ["not-rankable"]
    for to in ("best", "median", "a"):
        gaps = by(compare.gaps(frame, to=to), "region")
        assert len(gaps) == 4
        assert gaps["b"]["verdict"] in ("ahead", "level")
        assert (gaps["c"]["verdict"], reasons_of(gaps["c"])) == ("not-comparable", ["no-direction"])


@pytest.mark.parametrize("kind", KINDS)
def test_columns_of_ones_own_come_back(kind):
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}])
    frame = frame.with_columns(_note=pl.lit("mine"), remark=pl.col("region"))
    came = as_kind(frame, kind)
    for name in ("best", "every", "rankings"):
        found = as_polars(COMPARISONS[name](came))
        assert set(found["_note"]) <= {"mine"}
        assert set(frame.columns) <= set(found.columns)
        assert not [name for name in found.columns if name.startswith("_") and name != "_note"]


def test_the_index_of_a_pandas_frame_does_not_matter():
    frame = as_kind(moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}]), "pandas")
    odd = frame.set_axis([7, 7], axis=0)
    assert records(compare.rankings(odd)) == records(compare.rankings(frame))


def test_the_frame_given_is_left_as_it_was(project):
    frame = compare.observations(theme="preschool")
    before = frame.copy(deep=True)
    compare.progress(frame)
    compare.gaps(compare.align(frame, year=2025, rounding=True), to="best")
    pd.testing.assert_frame_equal(frame, before)


def test_rows_of_an_eager_frame_come_in_order(project):
    frame = compare.observations(frame="polars").sample(fraction=1, shuffle=True, seed=5)
    aligned = compare.align(frame, year=2025, kind="target")
    keys = ["indicator", "kind", "year", "region"]
    assert aligned.select(keys).rows() == sorted(aligned.select(keys).rows())
    pairs = compare.gaps(aligned, to="every").select(*keys, "reference").rows()
    assert pairs == sorted(pairs)


def test_a_duckdb_relation_of_ones_own_connection_needs_no_other(project):
    con = compare.connect()
    relation = con.sql(
        "SELECT region, indicator, year, kind, value, lo, hi, comparability, use FROM observations"
    )
    found = compare.align(relation, year=2020, kind="actual")
    assert rows_of(found, region="pingyang", indicator="compulsory_retention")[0]["value"] == 100
    assert con.sql("SELECT count(*) FROM figures").fetchall()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("to", ["median", "mean"])
def test_halves_of_the_last_digit_are_rounded_alike_by_every_engine(kind, to):
    cells = [("a", 33.333333333), ("b", 16.0)]
    rows = [{"region": region, "lo": value, "hi": value} for region, value in cells]
    rows += [{**row, "indicator": "y", "lo": -row["lo"], "hi": -row["hi"]} for row in rows]
    found = compare.gaps(as_kind(moment_of(rows), kind), to=to)
    references = {row["indicator"]: row["reference_value"] for row in records(found)}
    assert sorted(references.values()) == [-24.666666667, 24.666666667]
