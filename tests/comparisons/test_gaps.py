"""Gaps: how far, and whether anything can be said at all."""

import math
import statistics

import polars as pl
import pytest
from comparing import (
    ABSENT,
    BEST,
    EVERY,
    INTERVALS,
    MEDIAN,
    PINGYANG,
    POINTS,
    aligned_frames,
    by,
    drawn,
    folded,
    frame_of,
    known_regions,
    mirrored,
    moment_of,
    only,
    oracle,
    reasons_of,
    records,
    row_of,
)
from hypothesis import given
from hypothesis import strategies as st
from trying import tried

import compare
from compare.errors import UnknownValueError

SHARES = st.lists(st.sampled_from([0, 0.25, 0.5, 0.75, 1]), min_size=18, max_size=18)
FIELDS = ("best", "median", "mean")
KEYS = ("region", "indicator", "kind")


def gap_of(first, second, **everywhere):
    rows = [{"region": "a", **first}, {"region": "b", **second}]
    plain = {"lo_open": False, "hi_open": False, "approximate": False}
    frame = moment_of([plain | row for row in rows], **everywhere)
    return by(compare.gaps(frame, to="b"), "region")["a"]


# --- a gap and its words ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "gap", "verdict"),
    [
        ({"lo": 90.6}, {"lo": 100.0}, (-9.4, -9.4, -9.4), "behind"),
        ({"lo": 99.7}, {"lo": 99.2}, (0.5, 0.5, 0.5), "ahead"),
        ({"lo": 100.0}, {"lo": 100.0}, (0, 0, 0), "level"),
        ({"lo": 90.0, "hi": 100.0}, {"lo": 95.0}, (None, -5, 5), "undetermined"),
        ({"lo": 90.0, "hi": 100.0}, {"lo": 85.0}, (None, 5, 15), "ahead"),
        ({"lo": 90.0, "hi": None}, {"lo": 85.0}, (None, 5, None), "ahead"),
        ({"lo": 90.0, "hi": None}, {"lo": 85.0, "hi": None}, (None, None, None), "undetermined"),
        ({"lo": None, "hi": 5.0}, {"lo": 8.0, "hi": None}, (None, None, -3), "behind"),
        ({"lo": 90.0}, {"lo": 90.0, "approximate": True}, (0, 0, 0), "undetermined"),
        ({"lo": 92.0}, {"lo": 90.0, "approximate": True}, (2, 2, 2), "ahead"),
        ({"lo": 0.0}, {"lo": 0.0}, (0, 0, 0), "level"),
        ({"lo": None}, {"lo": 1.0}, (None, None, None), "missing"),
        ({"lo": 1.0}, {"lo": None}, (None, None, None), "missing"),
        ({"lo": 0.0}, {"lo": None}, (None, None, None), "missing"),
    ],
)
def test_gaps_by_hand(first, second, gap, verdict):
    row = gap_of(first, second)
    assert (row["gap"], row["gap_lo"], row["gap_hi"]) == gap
    assert row["verdict"] == verdict
    lower = gap_of(first, second, direction="lower")
    assert (lower["gap"], lower["gap_lo"], lower["gap_hi"]) == gap
    assert lower["verdict"] == mirrored(verdict)


def test_without_a_reference_the_best_is_meant():
    rows = compare.gaps(moment_of([{"region": "a", "lo": 80.0}, {"region": "b", "lo": 90.0}]))
    assert {row["region"]: (row["reference"], row["gap"]) for row in records(rows)} == {
        "a": ("best", -10), "b": ("best", 0),
    }  # fmt: skip


def bound(comparator, mark):
    return {
        "lo": mark if comparator[0] == ">" else None, "hi": mark if comparator[0] == "<" else None,
        "lo_open": comparator == ">", "hi_open": comparator == "<", "value": mark,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (">=", "<", "ahead"),
        (">", "<=", "ahead"),
        (">", "<", "ahead"),
        (">=", "<=", "undetermined"),
        ("<", ">=", "behind"),
        ("<=", ">=", "undetermined"),
        (">=", ">=", "undetermined"),
        (">", ">=", "undetermined"),
    ],
)
@pytest.mark.parametrize("mark", [50.0, 0.35, 92.0, 12000.0])
def test_strict_ends_decide_ties(first, second, verdict, mark):
    assert gap_of(bound(first, mark), bound(second, mark))["verdict"] == verdict
    found = gap_of(bound(first, mark), bound(second, mark), direction="lower")
    assert found["verdict"] == mirrored(verdict)


@pytest.mark.parametrize(
    ("comparator", "verdict"),
    [(">=", "undetermined"), (">", "behind"), ("<=", "undetermined"), ("<", "ahead")],
)
def test_a_number_against_a_bound_at_that_number(comparator, verdict):
    assert gap_of({"lo": 92.0}, bound(comparator, 92.0))["verdict"] == verdict
    assert gap_of(bound(comparator, 92.0), {"lo": 92.0})["verdict"] == mirrored(verdict)


def test_the_gap_of_shares_is_in_percentage_points():
    assert gap_of({"lo": 1.0}, {"lo": 2.0}, unit="%")["gap_unit"] == "percentage points"
    assert gap_of({"lo": 1.0}, {"lo": 2.0}, unit="coefficient")["gap_unit"] == "coefficient"
    for to in (*FIELDS, "every"):
        frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}], unit="%")
        assert {
            row["gap_unit"] for row in records(compare.gaps(frame, to=to, evidence=PINGYANG))
        } == {"percentage points"}


def test_a_gap_carries_both_values_and_both_figures():
    rows = [
        {"region": "a", "lo": 1.0, "figure": "a/1"},
        {"region": "b", "lo": 2.0, "hi": 3.0, "value": None, "figure": "b/7"},
    ]
    row = row_of(compare.gaps(moment_of(rows), to="every"), region="a")
    assert (row["value"], row["figure"], row["reference"]) == (1, "a/1", "b")
    assert (row["reference_value"], row["reference_lo"], row["reference_hi"]) == (None, 2, 3)
    assert row["reference_figure"] == "b/7"


def test_a_finished_gap_has_no_noise_of_binary_fractions():
    assert gap_of({"lo": 90.6}, {"lo": 100.0})["gap"] == -9.4
    assert gap_of({"lo": 0.3}, {"lo": 0.1})["gap"] == 0.2
    assert str(gap_of({"lo": 0.0}, {"lo": 0.0}, direction="lower")["gap"]) == "0.0"


# --- to the best, the median and the mean -------------------------------------------------------


def field(*cells, to="best", **everywhere):
    rows = [
        {"region": region, "lo_open": False, "hi_open": False, **cell}
        for region, cell in zip("abcdef", cells, strict=False)
    ]
    found = by(compare.gaps(moment_of(rows, **everywhere), to=to), "region")
    return [
        tuple(found[region][name] for name in ("gap", "gap_lo", "gap_hi", "verdict"))
        for region in sorted(found)
    ]


@pytest.mark.parametrize("to", [*FIELDS, "b"])
@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_nought_has_no_sign_whichever_side_is_better(to, direction):
    """Of numbers that are one but for their noise, and of one that is turned round."""
    frame = pl.DataFrame({"region": ["a", "b"], "indicator": "i", "year": 2020, "kind": "actual",
                          "value": [0.0, -4e-10]})  # fmt: skip
    found = compare.gaps(frame, to=to, direction=direction)
    of_fields = ("reference_lo", "reference_hi", "reference_value") if to in FIELDS else ()
    for name in ("gap", "gap_lo", "gap_hi", *of_fields):
        noughts = [cell for cell in found[name] if cell == 0]
        assert noughts and all(math.copysign(1, cell) == 1 for cell in noughts), name


def test_to_the_best_by_hand():
    assert field({"lo": 9.0}, {"lo": 7.0}, {"lo": 9.0}) == [
        (0, 0, 0, "level"), (-2, -2, -2, "behind"), (0, 0, 0, "level"),
    ]  # fmt: skip
    assert field({"lo": 0.2}, {"lo": 0.35}, direction="lower") == [
        (0, 0, 0, "level"), (0.15, 0.15, 0.15, "behind"),
    ]  # fmt: skip


def test_against_the_best_of_intervals_a_region_is_not_measured_by_its_own_hopes():
    # from 45 up, against 50: at worst 5 behind, and not 55, which is its own upper end
    assert field({"lo": 45.0, "hi": 100.0}, {"lo": 50.0}) == [
        (None, -5, 0, "undetermined"), (None, -50, 0, "undetermined"),
    ]  # fmt: skip
    assert field({"lo": 90.0, "hi": 100.0}, {"lo": 85.0}) == [
        (None, 0, 0, "level"), (None, -15, -5, "behind"),
    ]  # fmt: skip


def test_the_best_without_upper_end_is_out_of_sight():
    assert field({"lo": 92.0, "hi": None}, {"lo": 90.0}) == [
        (None, 0, 0, "level"), (None, None, -2, "behind"),
    ]  # fmt: skip


def test_as_good_as_an_approximate_best_is_undetermined():
    about = {"lo": 90.0, "approximate": True}
    exact = {"lo": 90.0, "approximate": False}
    assert [row[3] for row in field(about, exact)] == ["undetermined"] * 2
    assert [row[3] for row in field(about, {"lo": 91.0, "approximate": False})] == [
        "behind",
        "level",
    ]


@pytest.mark.parametrize("to", FIELDS)
def test_about_is_said_of_every_contestant_of_its_field_and_of_no_other_field(to):
    frame = moment_of([
        {"region": region, "indicator": indicator, "lo": lo, "approximate": about}
        for region, indicator, lo, about in (
            ("a", "share", 90.0, True), ("b", "share", 91.0, False),
            ("a", "ratio", 1.0, False), ("b", "ratio", 2.0, False),
        )
    ])  # fmt: skip
    found = by(compare.gaps(frame, to=to), "region", "indicator")
    assert {key: reasons_of(row) for key, row in found.items()} == {
        ("a", "share"): ["approximate"], ("b", "share"): ["approximate"],
        ("a", "ratio"): [], ("b", "ratio"): [],
    }  # fmt: skip


def test_to_the_median_by_hand():
    assert field({"lo": 1.0}, {"lo": 5.0}, {"lo": 9.0}, to="median") == [
        (-4, -4, -4, "behind"), (0, 0, 0, "level"), (4, 4, 4, "ahead"),
    ]  # fmt: skip
    assert field({"lo": 1.0}, {"lo": 5.0}, {"lo": 9.0}, to="median", direction="lower") == [
        (-4, -4, -4, "ahead"), (0, 0, 0, "level"), (4, 4, 4, "behind"),
    ]  # fmt: skip
    assert field({"lo": 1.0}, {"lo": 2.0}, to="median")[0] == (-0.5, -0.5, -0.5, "behind")


def test_half_way_to_infinity_is_infinity():
    below = {"lo": None, "hi": 1.0, "value": 1.0}
    for to in ("median", "mean"):
        assert field(below, {"lo": 2.0, "hi": 5.0}, to=to) == [
            (None, None, None, "undetermined"), (None, -1, None, "undetermined"),
        ]  # fmt: skip
        assert field({"lo": 1.0, "hi": None}, {"lo": 2.0, "hi": 5.0}, to=to)[1][1:3] == (None, 3.5)


@pytest.mark.parametrize("tenth", range(1, 1000, 83))
def test_the_mean_of_equals_is_itself(tenth):
    value = {"lo": tenth / 10}
    assert field(value, value, value, to="mean") == [(0, 0, 0, "level")] * 3
    around = [{"lo": (tenth + step) / 10} for step in (-1, 0, 1)]
    assert [row[3] for row in field(*around, to="mean")] == ["behind", "level", "ahead"]


def test_one_alone_is_compared_with_nobody():
    for to in FIELDS:
        frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": None}])
        found = by(compare.gaps(frame, to=to, evidence=PINGYANG), "region")
        assert (found["a"]["verdict"], reasons_of(found["a"])) == ("not-comparable", ["alone"])
        assert found["a"]["gap"] is None
        assert found["b"]["verdict"] == "missing"


# --- to benchmarks ------------------------------------------------------------------------------

LIMITS = [
    ("at-least", "standard", ">=", 92.0, None),
    ("more-than", "standard", ">", 92.0, None),
    ("measured", "actual", "=", 92.0, 2020),
    ("planned", "target", ">", 92.0, 2025),
]


def limits(rows=LIMITS, **more):
    names = ("benchmark", "kind", "comparator", "value", "year")
    full = [{**dict(zip(names, row, strict=True)), "indicator": "share", **more} for row in rows]
    return pl.DataFrame(full, schema_overrides={"year": pl.Int64, "value": pl.Float64})


def met(row, rows=LIMITS, **everywhere):
    plain = {"lo_open": False, "hi_open": False, "approximate": False, "kind": "actual"}
    frame = moment_of([plain | row], region="a", **everywhere)
    found = by(compare.gaps(frame, to="benchmark", benchmarks=limits(rows)), "reference")
    return {name: row["verdict"] for name, row in found.items()}


@pytest.mark.parametrize(
    ("row", "at_least", "more_than", "measured"),
    [
        ({"lo": 92.0}, "level", "behind", "level"),
        ({"lo": 92.1}, "ahead", "ahead", "ahead"),
        ({"lo": 91.9}, "behind", "behind", "behind"),
        ({"lo": 92.0, "hi": None}, "level", "undetermined", "undetermined"),  # 92以上
        ({"lo": 92.0, "hi": None, "lo_open": True}, "ahead", "ahead", "ahead"),
        ({"lo": None, "hi": 92.0}, "undetermined", "behind", "undetermined"),
        ({"lo": None, "hi": 92.0, "hi_open": True}, "behind", "behind", "behind"),
        ({"lo": 90.0, "hi": 95.0}, "undetermined", "undetermined", "undetermined"),
        ({"lo": 92.0, "approximate": True}, "undetermined", "behind", "undetermined"),
        ({"lo": 95.0, "approximate": True}, "ahead", "ahead", "ahead"),
        ({"lo": None}, "missing", "missing", "missing"),
    ],
)
def test_a_benchmark_is_met_by_its_operator(row, at_least, more_than, measured):
    found = met(row)
    assert found == {"at-least": at_least, "more-than": more_than, "measured": measured}


def test_a_ceiling_is_met_from_below():
    rows = [("at-most", "standard", "<=", 0.45, None), ("less-than", "standard", "<", 0.45, None)]
    options = {"rows": rows, "direction": "lower"}
    assert met({"lo": 0.45}, **options) == {"at-most": "level", "less-than": "behind"}
    assert met({"lo": 0.23}, **options) == {"at-most": "ahead", "less-than": "ahead"}
    assert met({"lo": 0.46}, **options) == {"at-most": "behind", "less-than": "behind"}
    ceiling = {"lo": 0.0, "hi": 0.45}
    assert met(ceiling, **options) == {"at-most": "level", "less-than": "undetermined"}


@pytest.mark.parametrize(
    ("level", "scope", "said"),
    [
        ("prefecture-city", "region", ["assessed-by-county"]),
        ("prefecture-city", "each-county", []),
        ("county", "region", []),
    ],
)
def test_a_city_only_stands_beside_what_its_counties_are_assessed_by(level, scope, said):
    standard = limits([("pass", "standard", ">=", 50.0, None)], assessed="county")
    row = {"region": "a", "lo": 42.7, "level": level, "scope": scope}
    row |= {"lo_open": False, "hi_open": False, "approximate": False}
    found = row_of(compare.gaps(moment_of([row]), to="benchmark", benchmarks=standard))
    assert found["verdict"] == "behind"
    assert [name for name in reasons_of(found) if name == "assessed-by-county"] == said


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"lo": 0.23}, "undetermined"),
        ({"lo": 0.45}, "undetermined"),
        ({"lo": 0.46}, "behind"),
        ({"lo": None, "hi": 0.35, "hi_open": True}, "undetermined"),
        ({"lo": 0.40, "hi": 0.50}, "undetermined"),
    ],
)
def test_one_number_does_not_show_that_each_of_several_keeps_to_a_bound(row, verdict):
    each = limits([("at-most", "standard", "<=", 0.45, None)], each=True)
    plain = {"region": "a", "lo_open": False, "hi_open": False, "approximate": False}
    found = row_of(
        compare.gaps(moment_of([plain | row], direction="lower"), to="benchmark", benchmarks=each)
    )
    assert found["verdict"] == verdict
    assert reasons_of(found) == ([] if verdict == "behind" else ["each-of-several"])


def test_a_benchmark_may_be_a_range():
    frame = moment_of(
        [{"region": region, "lo": lo} for region, lo in zip("abc", (9.0, 11.0, 13.0), strict=True)]
    )
    ranges = limits([("range", "standard", "range", None, None)], lo=10.0, hi=12.0)
    found = by(compare.gaps(frame, to="benchmark", benchmarks=ranges), "region")
    assert [found[region]["verdict"] for region in "abc"] == ["behind", "level", "ahead"]
    ends = [(found[region]["gap_lo"], found[region]["gap_hi"]) for region in "abc"]
    assert ends == [(-3, -1), (-1, 1), (1, 3)]


def test_dated_benchmarks_are_met_in_their_year_and_kind_alone():
    assert set(met({"lo": 95.0})) == {"at-least", "more-than", "measured"}
    assert set(met({"lo": 95.0, "kind": "target"}, year=2025)) == {
        "at-least",
        "more-than",
        "planned",
    }
    assert set(met({"lo": 95.0}, year=2025)) == {"at-least", "more-than"}


def test_the_gap_to_a_benchmark_is_a_number():
    frame = moment_of([{"region": "a", "lo": 88.5}], unit="%")
    row = row_of(compare.gaps(frame, to="benchmark", benchmarks=limits()), reference="at-least")
    assert (row["gap"], row["gap_lo"], row["gap_hi"]) == (-3.5, -3.5, -3.5)
    assert (row["reference_value"], row["gap_unit"]) == (92, "percentage points")


def test_a_value_of_another_year_says_so_beside_a_benchmark():
    frame = moment_of([{"region": "a", "lo": 95.0, "observed_year": 2018}])
    row = row_of(compare.gaps(frame, to="benchmark", benchmarks=limits()), reference="measured")
    assert (row["verdict"], reasons_of(row)) == ("ahead", ["different-year"])


def with_benchmark(frame):
    """Return the rows that have a benchmark, when every other row says that it has none."""
    keys = ["region", "indicator", "kind", "year"]
    rows = compare.gaps(frame, to="benchmark", evidence=compare.evidence())
    none = pl.col("reference").is_null()
    assert rows.select(keys).unique().height == frame.height
    assert rows.filter(none)["verdict"].is_in(["missing", "not-comparable"]).all()
    assert rows.filter(none)["reasons"].str.contains("no-benchmark").all()
    assert not rows.filter(~none)["reasons"].str.contains("no-benchmark").any()
    return rows.filter(~none)


def test_real_benchmarks_by_hand(project):
    frame = compare.align(
        compare.observations(frame="polars"), year=2020, kind="actual", evidence=compare.evidence()
    )
    found = by(with_benchmark(frame), "region", "reference")
    assert found["fushun", "preschool-gross-standard"]["verdict"] == "ahead"
    assert found["fushun", "preschool-gross-2020"]["gap"] == 4.3
    assert found["fushun", "retention-2020"]["verdict"] == "behind"
    assert found["pingyang", "retention-2020"]["gap"] == 4.8
    assert found["fushun", "public-children-standard"]["gap"] == -7.3
    assert found["xiangshan", "balance-junior-standard"]["verdict"] == "undetermined"
    assert found["pingyang", "preschool-gross-2020"]["verdict"] == "missing"  # prints the net rate
    assert ("fushun", "retention-2025") not in found
    targets = compare.align(
        compare.observations(frame="polars"), year=2025, kind="target", evidence=compare.evidence()
    )
    found = by(with_benchmark(targets), "region", "reference")
    assert found["fushun", "public-children-standard"]["verdict"] == "level"
    assert found["fushun", "public-children-2025"]["verdict"] == "undetermined"  # ≥ 50, > 50
    assert found["xiangshan", "inclusive-2025"]["verdict"] == "ahead"
    assert reasons_of(found["xiangshan", "inclusive-2025"]) == ["approximate"]


# --- properties ---------------------------------------------------------------------------------


def pairs(frame):
    return by(compare.gaps(frame, to="every"), "region", "reference", "indicator", "kind")


def negative(number):
    return None if number is None else -number


@tried(7)
@given(aligned_frames())
def test_the_gap_there_is_the_gap_back_with_the_other_sign(frame):
    found = pairs(frame)
    for (region, reference, *rest), row in found.items():
        back = found[reference, region, *rest]
        assert back["verdict"] == mirrored(row["verdict"])
        assert back["gap"] == negative(row["gap"])
        assert (back["gap_lo"], back["gap_hi"]) == (
            negative(row["gap_hi"]),
            negative(row["gap_lo"]),
        )
        if row["verdict"] != "missing":
            assert reasons_of(back) == reasons_of(row)


def assert_same_but(found, expected, to, sign=1):
    """Assert equal verdicts, reasons and gaps, the gaps perhaps with the other sign."""
    keys = (*KEYS, "reference") if to == "every" else KEYS
    found, expected = by(found, *keys), by(expected, *keys)
    assert set(found) == set(expected)
    for key, row in found.items():
        other = expected[key]
        assert (row["verdict"], row["reasons"]) == (other["verdict"], other["reasons"])
        ends = [other["gap_lo"], other["gap_hi"]]
        ends = [negative(end) for end in reversed(ends)] if sign < 0 else ends
        assert [row["gap_lo"], row["gap_hi"]] == pytest.approx(ends, abs=1e-9)


EVERYWHERE = st.sampled_from([*FIELDS, "every", "pingyang"])


@tried(7)
@given(aligned_frames(), st.sampled_from([0.25, 2.0, 100.0, -3.5]), EVERYWHERE)
def test_a_constant_added_to_all_changes_no_gap_and_no_verdict(frame, constant, to):
    moved = frame.with_columns(pl.col("value", "lo", "hi") + constant)
    assert_same_but(
        compare.gaps(moved, to=to, evidence=PINGYANG),
        compare.gaps(frame, to=to, evidence=PINGYANG),
        to,
    )


@tried(7)
@given(aligned_frames(), EVERYWHERE)
def test_the_other_direction_with_the_other_sign_changes_no_verdict(frame, to):
    other = {"higher": "lower", "lower": "higher"}
    turned = frame.with_columns(
        pl.col("direction").replace(other), value=-pl.col("value"),
        lo=-pl.col("hi"), hi=-pl.col("lo"), lo_open="hi_open", hi_open="lo_open",
    )  # fmt: skip
    assert_same_but(
        compare.gaps(turned, to=to, evidence=PINGYANG),
        compare.gaps(frame, to=to, evidence=PINGYANG),
        to,
        sign=-1,
    )


@tried(7)
@given(aligned_frames(), st.integers(0, 100), EVERYWHERE)
def test_the_order_of_rows_changes_nothing(frame, seed, to):
    shuffled = frame.sample(fraction=1, shuffle=True, seed=seed)
    assert records(compare.gaps(shuffled, to=to, evidence=PINGYANG)) == records(
        compare.gaps(frame, to=to, evidence=PINGYANG)
    )


@tried(7)
@given(aligned_frames(), st.integers(0, 100), st.sampled_from([0.25, 2.5]))
def test_a_wider_interval_decides_nothing_that_a_narrower_one_left_open(frame, chosen, width):
    one = pl.int_range(pl.len()) == chosen % frame.height
    wide = frame.with_columns(
        lo=pl.when(one).then(pl.col("lo") - width).otherwise("lo"),
        hi=pl.when(one).then(pl.col("hi") + width).otherwise("hi"),
    )
    before = pairs(frame)
    for key, row in pairs(wide).items():
        assert row["verdict"] in (before[key]["verdict"], "undetermined")
        for end, wider in (("gap_lo", -1), ("gap_hi", 1)):
            if row[end] is not None and before[key]["verdict"] not in ("missing", "not-comparable"):
                assert (row[end] - before[key][end]) * wider >= 0


def rows_with_points(frame, shares):
    cells = [row for row in frame.to_dicts() if row["lo"] is not None or row["hi"] is not None]
    return {
        tuple(row[key] for key in KEYS): drawn(row, shares[n % len(shares)])
        for n, row in enumerate(cells)
    }


def assert_holds(row, difference):
    """Assert that a drawn difference, folded so that more is better, contradicts no verdict."""
    far = 1e5
    if row["verdict"] in ("ahead", "behind"):
        assert (difference > 0) == (row["verdict"] == "ahead")
        assert difference != 0
    value = -difference if row["direction"] == "lower" else difference
    assert row["gap_lo"] is None or value >= row["gap_lo"] - 1e-6
    assert row["gap_hi"] is None or value <= row["gap_hi"] + 1e-6 or value > far


@tried(7)
@given(aligned_frames(), SHARES)
def test_no_verdict_on_a_pair_contradicts_any_drawing(frame, shares):
    points = rows_with_points(frame, shares)
    for (region, reference, *rest), row in pairs(frame).items():
        if row["verdict"] in ("ahead", "behind", "level", "undetermined"):
            difference = points[region, *rest] - points[reference, *rest]
            assert_holds(row, difference)
            if row["verdict"] == "level":
                assert difference == 0


@tried(7)
@given(aligned_frames(plain=True, least=2), SHARES, st.sampled_from(FIELDS))
def test_no_verdict_on_a_field_contradicts_any_drawing(frame, shares, to):
    points = rows_with_points(frame, shares)
    middle = {"best": max, "median": statistics.median, "mean": statistics.fmean}[to]
    for (region, *rest), row in by(compare.gaps(frame, to=to, evidence=PINGYANG), *KEYS).items():
        if row["verdict"] not in ("ahead", "behind", "level", "undetermined"):
            continue
        everyone = [point for key, point in points.items() if list(key[1:]) == rest]
        difference = points[region, *rest] - middle(everyone)
        assert_holds(row, difference)
        if row["verdict"] == "level" and to == "best":
            assert difference == 0


@tried(7)
@given(aligned_frames(plain=True, least=2))
def test_what_is_undetermined_could_go_either_way(frame):
    for row in pairs(frame).values():
        if row["verdict"] != "undetermined" or row["approximate"]:
            continue
        other = row_of(frame, region=row["reference"], indicator=row["indicator"], kind=row["kind"])
        if other["approximate"]:
            continue
        (low, high), (other_low, other_high) = folded(row), folded(other)
        assert {high >= other_low, low <= other_high} == {True}
        assert high > other_low or low < other_high


@tried(7)
@given(aligned_frames(intervals=(*POINTS, ABSENT), plain=True, moments=4))
def test_exact_values_are_always_decided(frame):
    for row in pairs(frame).values():
        if row["verdict"] != "missing":
            expected = math.copysign(1, row["gap"]) if row["gap"] else 0
            expected *= -1 if row["direction"] == "lower" else 1
            assert row["verdict"] == {1: "ahead", 0: "level", -1: "behind"}[expected]


# --- the oracle ---------------------------------------------------------------------------------


def agrees_with_the_oracle(aligned):
    verdicts = set()
    columns = ("verdict", "gap_lo", "gap_hi")
    every = oracle(aligned, EVERY)
    others = [row for row in every if row["region"] != row["reference"]]
    found = records(compare.gaps(aligned, to="every"))
    assert only(found, *KEYS, "reference", *columns) == only(others, *KEYS, "reference", *columns)
    verdicts |= {row["verdict"] for row in found}
    to_one = [row for row in every if row["reference"] == "pingyang"]
    found = records(compare.gaps(aligned, to="pingyang", evidence=PINGYANG))
    if "pingyang" in set(aligned["region"]):
        assert only(found, *KEYS, "reference", *columns) == only(
            to_one, *KEYS, "reference", *columns
        )
    for to, query in (("best", BEST), ("median", MEDIAN)):
        found = records(compare.gaps(aligned, to=to, evidence=PINGYANG))
        judged = [row for row in found if row["verdict"] not in ("missing", "not-comparable")]
        assert only(judged, *KEYS, *columns) == only(oracle(aligned, query), *KEYS, *columns)
    return verdicts


@pytest.mark.parametrize(
    ("options", "least"),
    [
        ({"year": 2020, "kind": "actual"}, 5),
        ({"year": 2025, "kind": "target", "proxies": True}, 4),
        ({"year": 2030, "kind": "target", "horizon": "latest", "rounding": True, "about": 2}, 5),
        ({"year": 2023, "horizon": "path", "proxies": True}, 2),
    ],
)
def test_real_gaps_are_those_of_plain_sql(project, options, least):
    aligned = compare.align(
        compare.observations(frame="polars"), **options, evidence=compare.evidence()
    )
    assert len(agrees_with_the_oracle(aligned)) >= least


@tried(5)
@given(aligned_frames(moments=12))
def test_random_gaps_are_those_of_plain_sql(frame):
    agrees_with_the_oracle(frame)


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["平阳", "平阳县", "Pingyang", "pingyang", "330326"])
def test_a_region_of_the_curated_data_goes_by_any_of_its_names(project, name):
    frame = compare.align(
        compare.observations(indicator="compulsory_retention"),
        year=2020,
        evidence=compare.evidence(),
    )
    found = compare.gaps(frame, to=name, evidence=compare.evidence())
    assert set(found["reference"]) == {"pingyang"}


def test_an_unknown_region_is_answered_with_those_that_exist(project):
    frame = compare.align(
        compare.observations(indicator="compulsory_retention"),
        year=2020,
        evidence=compare.evidence(),
    )
    for name in ("平洋", "bset", "Median", ""):
        with pytest.raises(UnknownValueError) as error:
            compare.gaps(frame, to=name, evidence=compare.evidence())
        assert "pingyang" in str(error.value)
        assert "宁波" in str(error.value)


def test_a_region_that_nobody_knows_is_refused_with_those_that_are_known():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": None}])
    with pytest.raises(UnknownValueError, match=r"to='nobody' does not exist.*a, b"):
        compare.gaps(frame, to="nobody")
    with pytest.raises(UnknownValueError, match=r"to='nobody' does not exist.*far"):
        compare.gaps(frame, to="nobody", evidence=known_regions("far"))


def test_a_region_that_a_frame_of_ones_own_lacks_is_missing_everywhere():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": None}])
    found = by(compare.gaps(frame, to="far", evidence=known_regions("far")), "region")
    assert {row["verdict"] for row in found.values()} == {"missing"}
    assert reasons_of(found["a"]) == ["reference-missing"]
    assert {row["reference"] for row in found.values()} == {"far"}


@pytest.mark.parametrize(
    "allow", [["no-direction"], ["proxy"], ["different_year"], "different-year"]
)
@pytest.mark.parametrize("to", ["best", "every", "a"])
def test_allow_names_reasons_that_can_be_overruled(allow, to):
    with pytest.raises(UnknownValueError, match="different-year"):
        compare.gaps(moment_of([{"region": "a", "lo": 1.0}]), to=to, allow=allow)


def test_five_regions_in_and_five_rows_out(project):
    frame = compare.align(
        compare.observations(frame="polars"), year=2025, kind="target", evidence=compare.evidence()
    )
    for to in (*FIELDS, "quzhou"):
        found = compare.gaps(frame, to=to, evidence=PINGYANG)
        assert only(records(found), *KEYS) == only(records(frame), *KEYS)
    assert len(records(compare.gaps(frame, to="every"))) == 4 * frame.height


def test_every_interval_that_tests_draw_is_one():
    assert len(INTERVALS) == len({repr(cell) for cell in INTERVALS})
    frame = frame_of(
        [{"region": f"r{n}", **cell} for n, cell in enumerate(INTERVALS)], indicator="x", year=1
    )
    assert frame.filter(
        (pl.col("lo") == pl.col("hi")) & (pl.col("lo_open") | pl.col("hi_open"))
    ).is_empty()
    assert frame.filter(pl.col("lo") > pl.col("hi")).is_empty()


def test_a_province_s_line_is_its_own_regions_and_nobody_else_s():
    places = {"平阳": "330326", "抚顺": "210400", "无码": None}
    rows = [{"region": name, "lo": 65.0} for name in places]
    frame = moment_of(rows).with_columns(adcode=pl.Series(list(places.values())))
    nation, own = (
        limits([("nation", "standard", ">=", 60.0, None)]),
        limits(
            [("zhejiang", "standard", ">=", 62.0, None), ("nobody", "standard", ">=", 1.0, None)]
        ),
    )
    every = pl.concat(
        [
            nation.with_columns(scope=pl.lit("national"), adcode=pl.lit(None, dtype=pl.String)),
            own.with_columns(
                scope=pl.lit("provincial"), adcode=pl.Series(["330000", None], dtype=pl.String)
            ),
        ]
    )
    found = records(compare.gaps(frame, to="benchmark", benchmarks=every))
    held = {(row["region"], row["reference"]) for row in found}
    assert held == {
        ("平阳", "nation"),
        ("平阳", "zhejiang"),
        ("抚顺", "nation"),
        ("无码", "nation"),
    }


def test_more_pairs_than_memory_holds_are_refused(monkeypatch):
    monkeypatch.setattr("compare.comparisons.gaps.MOST_PAIRS", 8)
    rows = moment_of([{"region": name, "value": 1.0} for name in "abc"])
    with pytest.raises(compare.CompareError, match=r"would be 9 pairs of regions; allowed: 8; do:"):
        compare.gaps(rows, to="every")


def test_a_slip_in_what_gaps_are_to_is_answered_with_what_is_meant():
    frame = pl.DataFrame(
        {"region": ["a", "b"], "indicator": "x", "year": 2020, "value": [1.0, 2.0]}
    )
    with pytest.raises(
        UnknownValueError, match=r"Did you mean 'best'.*it may be best, median, mean"
    ):
        compare.gaps(frame, to="bst", direction="higher")
    with pytest.raises(
        UnknownValueError, match=r"is one text; allowed: a list; do: give \['differ"
    ):
        compare.gaps(frame, allow="different-year", direction="higher")
