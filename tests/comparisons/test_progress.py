"""Progress: how far a target is, the linear pace that it takes, and what cannot be said."""

import pandas as pd
import polars as pl
import pytest
from comparing import by, columns, frame_of, observation_frames, reasons_of, records, row_of
from hypothesis import given
from trying import tried

import compare

LIMITS = pl.DataFrame(
    [
        ("standing", "x", "national", None, "standard", ">=", 50.0),
        ("planned", "x", "national", 2025, "target", ">", 90.0),
    ],
    schema={
        "benchmark": pl.String, "indicator": pl.String, "scope": pl.String, "year": pl.Int64,
        "kind": pl.String, "comparator": pl.String, "value": pl.Float64,
    },
    orient="row",
)  # fmt: skip


def printed(year, kind, comparator, value, *, floor=0.0, cap=100.0, **more):
    """Return an observation whose open side is closed at its natural bound."""
    lo = floor if comparator in ("<", "<=") else value
    hi = cap if comparator in (">", ">=") else value
    return {
        "region": "a", "indicator": "x", "year": year, "kind": kind, "value": value,
        "lo": lo, "hi": hi, "lo_open": comparator == ">", "hi_open": comparator == "<",
        "comparator": comparator, "approximate": comparator == "~", "figure": f"a/{year}", **more,
    }  # fmt: skip


def progress_of(*rows, benchmarks=None, **everywhere):
    return row_of(compare.progress(frame_of(rows, **everywhere), benchmarks=benchmarks))


def to_target(value, target, *, comparator="=", base="=", year=2025, benchmarks=None, **more):
    return progress_of(
        printed(2020, "actual", base, value, **more),
        printed(year, "target", comparator, target, **more),
        unit="%", benchmarks=benchmarks,
    )  # fmt: skip


# --- worked by hand -----------------------------------------------------------------------------


def test_twenty_to_thirty_in_two_of_five_years_towards_sixty():
    row = progress_of(
        printed(2020, "actual", "=", 20.0),
        printed(2022, "actual", "=", 30.0),
        printed(2025, "target", "=", 60.0),
        unit="%",
    )
    expected = {
        "base_year": 2020, "base_value": 20, "base_figure": "a/2020",
        "current_year": 2022, "current_value": 30, "current_lo": 30, "current_hi": 30,
        "current_figure": "a/2022", "target_year": 2025, "target_value": 60, "target_lo": 60,
        "target_hi": 60, "target_comparator": "=", "target_figure": "a/2025",
        "distance": 30, "distance_lo": 30, "distance_hi": 30, "years": 3,
        "pace": 10, "pace_lo": 10, "pace_hi": 10, "share_of_way": 0.25, "share_of_pace": 0.625,
        "unit": "%", "distance_unit": "percentage points", "status": "to-go", "reasons": "",
        "benchmark": None, "benchmark_value": None, "benchmark_year": None,
        "benchmark_distance": None, "benchmark_pace": None,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_pace_and_distance_are_signed_as_the_value_must_move():
    row = to_target(0.33, 0.25, direction="lower", cap=None)
    assert (row["distance"], row["pace"], row["status"]) == (-0.08, -0.016, "to-go")
    row = to_target(42.7, 50.0, comparator=">=")
    assert (row["distance"], row["pace"], row["status"]) == (7.3, 1.46, "to-go")


def test_where_less_is_better_a_fall_is_progress():
    row = progress_of(
        printed(2018, "actual", "=", 0.5, cap=None),
        printed(2020, "actual", "=", 0.4, cap=None),
        printed(2023, "target", "<=", 0.35, cap=None),
        direction="lower",
    )
    assert (row["share_of_way"], row["share_of_pace"]) == (
        pytest.approx(2 / 3),
        pytest.approx(5 / 3),
    )
    assert row["distance"] == -0.05


def test_a_base_of_zero_has_a_pace_and_says_so():
    row = progress_of(
        printed(2020, "actual", "=", 0.0),
        printed(2022, "actual", "=", 10.0),
        printed(2025, "target", "=", 50.0),
    )
    assert (row["pace"], row["share_of_pace"]) == (pytest.approx(40 / 3), 0.5)
    assert reasons_of(row) == ["zero-base"]


@pytest.mark.parametrize(
    ("now", "comparator", "target", "direction", "status", "distance"),
    [
        (95.15, ">=", 90.0, "higher", "floor-held", 0),  # 保持在90%以上: no planned fall
        (90.0, ">=", 90.0, "higher", "floor-held", 0),
        (90.1, ">", 90.0, "higher", "floor-held", 0),
        (90.0, ">", 90.0, "higher", "to-go", 0),  # 90 is not more than 90
        (89.0, ">=", 90.0, "higher", "to-go", 1),
        (0.2, "<=", 0.25, "lower", "floor-held", 0),
        (0.25, "<", 0.25, "lower", "to-go", 0),
        (100.0, "=", 100.0, "higher", "at-target", 0),
        (0.25, "=", 0.25, "lower", "at-target", 0),
        (90.0, "~", 90.0, "higher", "at-target", 0),
        (95.0, "=", 90.0, "higher", "target-below-base", 0),
        (0.2, "=", 0.25, "lower", "target-below-base", 0),
        (50.0, "<=", 60.0, "higher", "ceiling-only", None),
        (70.0, "<", 60.0, "higher", "ceiling-only", None),
        (0.3, ">=", 0.2, "lower", "ceiling-only", None),
        (20.0, "=", 60.0, "neutral", "no-direction", None),
    ],
)
def test_the_status_of_a_target(now, comparator, target, direction, status, distance):
    for cap in (100.0, None):
        row = to_target(now, target, comparator=comparator, direction=direction, cap=cap)
        assert row["status"] == status
        ends = (row["distance"], row["distance_lo"], row["distance_hi"])
        assert ends == (distance,) * 3
        assert row["pace"] == (None if distance is None else distance / 5)


@pytest.mark.parametrize(
    ("base", "now", "comparator", "target", "status", "ends"),
    [
        (">=", 25.0, "=", 60.0, "undetermined", (None, 0, 35)),
        (">", 8.0, ">", 8.0, "floor-held", (0, 0, 0)),
        (">=", 8.0, ">", 8.0, "undetermined", (None, 0, 0)),
        ("<=", 40.0, ">=", 50.0, "to-go", (None, 10, 50)),
        (">=", 100.0, ">=", 100.0, "floor-held", (0, 0, 0)),
    ],
)
def test_an_open_interval_is_at_a_distance_that_is_an_interval(
    base, now, comparator, target, status, ends
):
    row = to_target(now, target, base=base, comparator=comparator)
    distances = (row["distance"], row["distance_lo"], row["distance_hi"])
    assert distances == ends
    assert row["status"] == status
    assert ("open-interval" in reasons_of(row)) == (row["current_lo"] != row["current_hi"])


def test_a_distance_without_bound_has_no_far_end():
    below = {"base": "<=", "floor": None}
    row = to_target(40.0, 50.0, comparator=">=", **below)
    assert (row["distance"], row["distance_lo"], row["distance_hi"]) == (None, 10, None)
    assert (row["pace_lo"], row["pace_hi"], row["status"]) == (2, None, "to-go")
    row = to_target(40.0, 30.0, comparator="<=", base=">=", cap=None, direction="lower")
    assert (row["distance"], row["distance_lo"], row["distance_hi"]) == (None, None, -10)


# --- what is not there --------------------------------------------------------------------------


def test_a_target_without_a_base_and_a_base_without_a_target():
    row = progress_of(printed(2025, "target", ">=", 90.0))
    assert (row["status"], row["distance"], row["current_year"]) == ("no-base", None, None)
    row = progress_of(printed(2020, "actual", "=", 90.0))
    assert (row["status"], row["distance"], row["target_year"]) == ("no-target", None, None)
    assert (row["base_value"], row["current_value"]) == (90, 90)


@pytest.mark.parametrize("year", [2018, 2020])
def test_a_target_that_lies_in_the_past_has_passed(year):
    row = progress_of(
        printed(2016, "actual", "=", 20.0),
        printed(2020, "actual", "=", 30.0),
        printed(year, "target", "=", 60.0),
    )
    assert (row["status"], row["years"]) == ("passed", year - 2020)
    assert (row["distance"], row["pace"]) == (None, None)


@pytest.mark.parametrize("year", [2014, 2016])
def test_a_target_of_before_the_base_has_no_share_of_pace(year):
    row = progress_of(
        printed(2016, "actual", "=", 20.0),
        printed(2020, "actual", "=", 30.0),
        printed(year, "target", "=", 60.0),
    )
    assert (row["share_of_way"], row["share_of_pace"]) == (None, None)


def test_counts_have_no_pace():
    row = progress_of(
        printed(2016, "actual", "=", 20.0),
        printed(2020, "actual", "=", 30.0),
        printed(2025, "target", "=", 60.0),
        direction="neutral", unit="所",
    )  # fmt: skip
    assert row["status"] == "no-direction"
    assert [row[name] for name in ("distance", "pace", "share_of_way", "share_of_pace")] == [
        None
    ] * 4
    assert (row["current_value"], row["target_value"]) == (30, 60)
    assert row["unit"] == row["distance_unit"] == "所"


def test_a_single_actual_tells_no_pace_so_far():
    row = to_target(20.0, 60.0)
    assert (row["base_year"], row["current_year"]) == (2020, 2020)
    assert (row["share_of_way"], row["share_of_pace"]) == (None, None)
    row = progress_of(
        printed(2018, "actual", "=", 60.0),
        printed(2020, "actual", "=", 60.0),
        printed(2025, "target", "=", 60.0),
    )
    assert (row["share_of_way"], row["share_of_pace"]) == (None, None)  # there was no way to go


def test_each_target_year_has_a_row():
    rows = [
        printed(2020, "actual", "=", 89.4),
        printed(2023, "target", ">=", 94.0),
        printed(2025, "target", "=", 94.0),
    ]
    found = by(compare.progress(frame_of(rows)), "target_year")
    assert [found[year]["years"] for year in (2023, 2025)] == [3, 5]
    assert [found[year]["pace"] for year in (2023, 2025)] == [pytest.approx(4.6 / 3), 0.92]


def test_alternatives_and_proxies_do_not_count():
    actual = printed(2020, "actual", "=", 50.0, use="main", comparability="exact")
    target = printed(2025, "target", "=", 60.0, use="main", comparability="close")
    other = printed(2020, "actual", "=", 10.0, use="alternative", comparability="exact")
    proxy = printed(2025, "target", "=", 99.0, use="main", comparability="proxy")
    assert progress_of(actual, other, proxy, target)["distance"] == 10
    assert progress_of(actual, proxy)["status"] == "no-target"


def test_a_row_added_by_hand_counts_although_its_other_cells_are_empty():
    actual = printed(
        2020, "actual", "=", 50.0, use="main", comparability="exact", direction="lower"
    )
    target = printed(2025, "target", "=", 40.0, use=None, comparability=None, direction=None)
    for rows in ((actual, target), (target, actual)):
        row = progress_of(*rows)
        assert (row["distance"], row["status"], row["direction"]) == (-10, "to-go", "lower")


def test_what_is_doubtful_is_said():
    assert reasons_of(to_target(80.0, 90.0, comparator="~")) == ["approximate"]
    assert reasons_of(to_target(80.0, 90.0, base="~")) == ["approximate"]
    ceiling = printed(2025, "target", "<", 0.35, scope="each-county")
    now = printed(2020, "actual", "=", 0.4, scope="region")
    row = progress_of(now, ceiling, direction="lower")
    assert reasons_of(row) == ["each-county-ceiling"]


# --- benchmarks ---------------------------------------------------------------------------------


def test_the_benchmark_is_the_target_of_the_target_year_or_else_the_standing_standard():
    row = to_target(80.0, 85.0, benchmarks=LIMITS)
    assert (row["benchmark"], row["benchmark_value"], row["benchmark_year"]) == (
        "planned",
        90,
        2025,
    )
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (10, 2)
    row = to_target(40.0, 85.0, year=2024, benchmarks=LIMITS)
    assert (row["benchmark"], row["benchmark_value"], row["benchmark_year"]) == (
        "standing",
        50,
        2024,
    )
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (10, 2.5)
    row = to_target(60.0, 85.0, year=2024, benchmarks=LIMITS)
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (0, 0)


def test_where_less_is_better_a_benchmark_is_reached_by_falling():
    row = to_target(
        0.6, 0.4, year=2024, direction="lower", benchmarks=LIMITS.with_columns(value=0.5)
    )
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (-0.1, -0.025)
    row = to_target(
        0.4, 0.3, year=2024, direction="lower", benchmarks=LIMITS.with_columns(value=0.5)
    )
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (0, 0)


def test_a_region_without_a_target_is_on_its_way_to_the_next_benchmark():
    row = progress_of(printed(2020, "actual", "=", 80.0), benchmarks=LIMITS)
    assert (row["status"], row["benchmark"], row["benchmark_year"]) == (
        "no-target",
        "planned",
        2025,
    )
    assert (row["benchmark_distance"], row["benchmark_pace"]) == (10, 2)


def test_without_a_benchmark_its_columns_are_empty():
    for benchmarks in (None, LIMITS.clear(), LIMITS.with_columns(indicator=pl.lit("y"))):
        row = to_target(80.0, 85.0, benchmarks=benchmarks)
        assert {row[name] for name in row if name.startswith("benchmark")} == {None}


def test_several_benchmarks_of_an_indicator_add_no_rows():
    more = [
        ("another", "x", "national", None, "standard", ">=", 55.0),
        ("of-a-province", "x", "provincial", None, "standard", ">=", 10.0),
        ("a-range", "x", "national", 2025, "target", "range", None),
        ("later", "x", "national", 2030, "target", ">", 95.0),
    ]
    both = pl.concat([LIMITS, pl.DataFrame(more, schema=LIMITS.schema, orient="row")])
    assert to_target(80.0, 85.0, benchmarks=both)["benchmark"] == "planned"
    assert to_target(80.0, 85.0, year=2030, benchmarks=both)["benchmark"] == "later"
    row = to_target(40.0, 85.0, year=2024, benchmarks=both)
    assert (row["benchmark"], row["benchmark_distance"]) == ("another", 15)


# --- the real documents -------------------------------------------------------------------------


def test_real_progress_by_hand(project):
    found = compare.progress(compare.observations(frame="polars"), evidence=compare.evidence())
    rows = by(found, "region", "indicator", "target_year")

    def told(key, *names):
        return tuple(rows[key][name] for name in names)

    key = ("xiangshan", "balance_junior", 2025)
    assert told(key, "distance", "pace", "status") == (-0.08, -0.016, "to-go")
    assert told(key, "benchmark", "benchmark_distance") == ("balance-junior-standard", 0)
    key = ("fushun", "public_children_share", 2025)
    assert told(key, "base_value", "distance", "pace") == (42.7, 7.3, 1.46)  # and not from 80
    assert told(key, "benchmark", "benchmark_pace") == ("public-children-2025", 1.46)
    key = ("xiangshan", "senior_quota_share", 2025)
    assert told(key, "distance", "target_comparator", "status") == (12.3, ">", "to-go")
    key = ("xiangshan", "compulsory_retention", 2025)
    assert told(key, "distance", "status") == (0, "at-target")
    key = ("xiangshan", "preschool_finance_share", 2025)
    assert told(key, "status", "reasons") == ("floor-held", "open-interval")
    key = ("quzhou", "balance_junior", 2027)
    assert told(key, "status", "reasons") == ("no-base", "each-county-ceiling")
    key = ("fushun", "compulsory_retention", None)
    assert told(key, "status", "benchmark", "benchmark_pace") == (
        "no-target",
        "retention-2025",
        1.08,
    )
    assert ("xiangshan", "inclusive_children_share", 2025) in rows
    assert told(("xiangshan", "inclusive_children_share", 2025), "status") == ("no-base",)


def expected_rows(frame):
    """Return the keys that progress owes a row, from its docstring."""
    usable = frame.filter((pl.col("use") == "main") & (pl.col("comparability") != "proxy"))
    keys = ["region", "indicator"]
    targets = usable.filter(kind="target").select(*keys, "year").rows()
    with_target = {key[:2] for key in targets}
    actuals = set(usable.filter(kind="actual").select(keys).rows())
    return sorted([*targets, *((*key, None) for key in actuals - with_target)], key=repr)


def owed(found):
    return sorted(
        [(row["region"], row["indicator"], row["target_year"]) for row in records(found)], key=repr
    )


def test_all_rows_are_there(project):
    frame = compare.observations(frame="polars")
    assert owed(compare.progress(frame)) == expected_rows(frame)


@tried(7)
@given(observation_frames())
def test_at_random_all_rows_are_there_and_agree_with_themselves(frame):
    limits = LIMITS.with_columns(indicator=pl.lit("indicator_0"), value=5.25)
    found = compare.progress(frame, benchmarks=limits)
    assert owed(found) == expected_rows(frame)
    for row in records(found):
        measured = row["status"] in (
            "to-go",
            "at-target",
            "floor-held",
            "target-below-base",
            "undetermined",
        )
        assert measured == (row["distance_lo"] is not None or row["distance_hi"] is not None)
        assert (row["distance"] is not None) <= (row["distance_lo"] == row["distance_hi"])
        if row["status"] in ("at-target", "floor-held", "target-below-base"):
            assert row["distance"] == 0
        if row["distance"] is not None:
            assert row["pace"] == pytest.approx(row["distance"] / row["years"], abs=1e-9)
            assert row["distance"] * (-1 if row["direction"] == "lower" else 1) >= 0
        for low, high in (("distance_lo", "distance_hi"), ("pace_lo", "pace_hi")):
            if row[low] is not None and row[high] is not None:
                assert row[low] <= row[high]
        assert (row["benchmark"] is None) == (row["benchmark_year"] is None)
        assert row["direction"] != "neutral" or row["status"] == "no-direction"


@tried(7)
@given(observation_frames())
def test_the_order_of_rows_changes_nothing(frame):
    assert records(compare.progress(frame.reverse())) == records(compare.progress(frame))


def test_the_columns_are_those_that_the_docstring_names(project):
    names = columns(compare.progress(compare.observations(theme="balance")))
    assert len(names) == len(set(names))
    assert {"region", "indicator", "status", "reasons", "share_of_pace", "benchmark_pace"} <= set(
        names
    )


def test_no_pace_is_made_of_values_on_both_sides_of_a_break():
    rows = [
        printed(2022, "actual", "=", 56.7, after_break=False),
        printed(2023, "target", ">=", 58.0, after_break=False),
        printed(2027, "target", ">=", 85.0, after_break=True),
    ]
    found = by(compare.progress(frame_of(rows, unit="%")), "target_year")
    assert (found[2023]["status"], found[2023]["current_value"]) == ("to-go", 56.7)
    assert (found[2027]["status"], found[2027]["current_value"]) == ("no-base", None)
    assert reasons_of(found[2027]) == ["series-break"]


def test_rows_before_and_after_a_break_come_in_one_order():
    """Two outcomes without a target differ in nothing but their year."""
    rows = pd.DataFrame({
        "region": "a", "indicator": [f"x{n % 20}" for n in range(40)], "direction": "higher",
        "unit": "%", "kind": "actual", "year": [2021 + (n >= 20) for n in range(40)],
        "value": 50.0, "lo": 50.0, "hi": 50.0, "after_break": [n >= 20 for n in range(40)],
    })  # fmt: skip
    for _ in range(10):
        found = compare.progress(rows)
        assert found["current_year"].tolist() == [2021, 2022] * 20


def test_of_a_bound_nobody_knows_how_much_of_the_way_is_gone():
    columns = ["region", "year", "kind", "comparator", "value", "lo", "hi"]
    rows = pd.DataFrame([
        ("a", 2018, "actual", "<", 75, None, 75), ("a", 2020, "actual", "=", 76.5, 76.5, 76.5),
        ("b", 2018, "actual", "=", 70, 70, 70), ("b", 2020, "actual", ">=", 80, 80, None),
        ("c", 2018, "actual", "=", 70, 70, 70), ("c", 2020, "actual", "=", 80, 80, 80),
        *((region, 2025, "target", "=", 90, 90, 90) for region in "abc"),
    ], columns=columns).assign(indicator="rate", unit="%", direction="higher")  # fmt: skip
    found = compare.progress(rows).set_index("region")
    assert found["share_of_way"].isna().tolist() == [True, True, False]
    assert found.loc["c", ["share_of_way", "share_of_pace"]].tolist() == [0.5, 1.75]
    assert found["reasons"].tolist() == ["open-interval", "open-interval", ""]
    assert found.loc["a", "base_hi"] == 75 and pd.isna(found.loc["a", "base_lo"])
