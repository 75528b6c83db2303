"""Align: one row per region and indicator, the missing ones with the reason why."""

from itertools import product

import polars as pl
import pytest
from comparing import by, frame_of, moment_of, observation_frames, records, row_of
from hypothesis import given

import compare
from compare.errors import CompareError, FrameError, UnknownValueError

WORLD = ("chengwan", "luting", "shadu", "shuoling")
REAL = ("fushun", "ningbo", "pingyang", "quzhou", "xiangshan")


def aligned(indicator, *, frame="polars", **options):
    return compare.align(
        compare.observations(indicator=indicator, frame=frame),
        **options,
        evidence=compare.evidence(),
    )


def statuses(indicator, **options):
    return {
        region: row["status"] for region, row in by(aligned(indicator, **options), "region").items()
    }


# --- every region, every indicator ------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"year": 2025, "kind": "target"},
        {"year": 2020, "kind": "actual"},
        {"year": 1999, "kind": "actual"},
        {"year": 2024, "horizon": "nearest", "within": 3},
        {"horizon": "latest"},
        {"horizon": "latest", "kind": "target", "proxies": True},
        {"year": 2023, "horizon": "path"},
        {},
        {"proxies": True},
    ],
)
def test_every_region_is_there_for_every_indicator_once_per_moment(project, options):
    observed = compare.observations(frame="polars")
    kind = None if "year" in options else options.get("kind")
    indicators = set(observed.filter(pl.col("kind") == kind if kind else True)["indicator"])
    rows = by(compare.align(observed, **options), "region", "indicator", "kind", "year")
    moments = {key[1:] for key in rows}
    assert {moment[0] for moment in moments} == indicators
    assert set(rows) == {(region, *moment) for region, moment in product(REAL, moments)}


@given(observation_frames())
def test_no_region_and_no_indicator_is_lost_at_random(frame):
    pairs = set(product(set(frame["region"]), set(frame["indicator"])))
    for options in (
        {},
        {"year": 2020},
        {"horizon": "latest"},
        {"year": 2022, "horizon": "nearest", "within": 1},
        {"year": 2023, "horizon": "path"},
    ):
        rows = by(compare.align(frame, **options), "region", "indicator", "kind", "year")
        assert {key[:2] for key in rows} == pairs
        assert {row["status"] for row in rows.values()} <= {
            "observed", "derived", "other-year", "only-proxy", "only-target", "only-actual",
            "not-in-text", "not-applicable",
        }  # fmt: skip
        for row in rows.values():
            there = row["status"] in ("observed", "derived")
            assert (row["figure"] is not None) == there
            assert (row["lo"] is not None or row["hi"] is not None) == there
            assert (
                row["derived"] == (row["status"] == "derived") == (row["kind"] == "path" and there)
            )
            assert row["comparability"] != "proxy"


def test_a_row_knows_its_region_and_its_indicator(seen_world):
    row = row_of(aligned("school_gap", year=2025, kind="target"), region="shadu")
    expected = {
        "status": "not-in-text", "value": None, "lo": None, "figure": None, "derived": False,
        "conflict": False, "region_zh": "沙渡", "region_en": "Shadu", "level": "county-city",
        "parent": "chengwan", "province": "东湖", "adcode": "170281", "direction": "lower",
        "indicator_zh": "小学校际差异系数", "unit": "coefficient", "floor": 0, "cap": None,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


# --- each status, by hand -----------------------------------------------------------------------

IN_2025 = {
    # 澄湾 prints 2024 only, 沙渡 nothing; 朔岭 is a city of another province
    "school_enrolment": ("only-proxy", "observed", "not-in-text", "observed"),
    "senior_gross": ("not-in-text", "observed", "not-in-text", "observed"),
    "school_gap": ("other-year", "observed", "not-in-text", "not-in-text"),
    "star_schools": ("other-year", "observed", "not-in-text", "not-applicable"),
    "balanced_counties": ("other-year", "not-applicable", "not-applicable", "not-in-text"),
    "balanced_year": ("not-applicable", "other-year", "not-in-text", "not-applicable"),
    "new_places": ("other-year", "only-actual", "not-in-text", "not-in-text"),
}


@pytest.mark.parametrize("indicator", IN_2025)
def test_statuses_of_the_pretend_world(seen_world, indicator):
    found = statuses(indicator, year=2025, kind="target")
    assert found == dict(zip(WORLD, IN_2025[indicator], strict=True))


@pytest.mark.parametrize(
    ("indicator", "year", "kind", "expected"),
    [
        ("preschool_enrolment", 2020, "actual",
         ("only-proxy", "not-in-text", "observed", "not-in-text", "observed")),
        ("preschool_gross_enrolment", 2020, "actual",
         ("observed", "not-in-text", "only-proxy", "not-in-text", "only-proxy")),
        ("compulsory_retention", 2020, "actual",
         ("observed", "not-in-text", "observed", "not-in-text", "observed")),
        ("balance_junior", 2025, "target",
         ("not-in-text", "only-proxy", "observed", "other-year", "observed")),
        ("second_grade_children_share", 2025, "target",
         ("not-applicable", "other-year", "only-proxy", "not-in-text", "observed")),
        ("balanced_counties_share", 2030, "target",
         ("not-in-text", "other-year", "not-applicable", "observed", "not-applicable")),
        ("gaokao_first_line_rate", 2015, "actual",
         ("not-applicable", "not-in-text", "observed", "not-in-text", "other-year")),
    ],
)  # fmt: skip
def test_statuses_of_the_real_documents(project, indicator, year, kind, expected):
    assert statuses(indicator, year=year, kind=kind) == dict(zip(REAL, expected, strict=True))


def test_the_status_derived_is_that_of_a_path(project):
    found = statuses("modern_schools_share", year=2023, horizon="path")
    assert found == dict(
        zip(
            REAL,
            ("not-applicable", "not-in-text", "only-proxy", "other-year", "derived"),
            strict=True,
        )
    )


def test_statuses_agree_with_coverage(project):
    covered = {
        (row["region"], row["indicator"], row["kind"]): row["status"]
        for row in records(compare.coverage(frame="polars"))
    }
    for row in records(
        compare.align(
            compare.observations(frame="polars"), horizon="latest", evidence=compare.evidence()
        )
    ):
        by_kind = {
            kind: covered.get((row["region"], row["indicator"], kind))
            for kind in ("actual", "target")
        }
        own = by_kind[row["kind"]]
        if row["status"] in ("only-target", "only-actual"):
            assert own == "not-in-text" and "observed" in by_kind.values()
        elif row["status"] == "only-proxy" and own == "not-in-text":  # a relative of the other kind
            assert "only-proxy" in by_kind.values() and "observed" not in by_kind.values()
        else:
            assert row["status"] == own


def test_an_indicator_with_proxies_alone_is_not_lost(project):
    found = statuses("inclusive_children_share", kind="actual")
    assert [found[region] for region in REAL] == [
        "only-target", "not-in-text", "only-proxy", "only-proxy", "only-proxy",
    ]  # fmt: skip


# --- horizons -----------------------------------------------------------------------------------

SERIES = frame_of(
    [
        {"region": "a", "year": year, "kind": kind, "lo": lo, "figure": f"a/{year}"}
        for year, kind, lo in (
            (2016, "actual", 10.0), (2018, "actual", 20.0), (2022, "actual", 30.0),
            (2025, "target", 60.0), (2030, "target", 80.0),
        )
    ]
    + [{"region": "b", "year": 2019, "kind": "actual", "lo": 50.0, "figure": "b/2019"}],
    indicator="share",
)  # fmt: skip


def at(year, **options):
    rows = by(compare.align(SERIES, year=year, kind="actual", **options), "region")
    return {
        region: (row["value"], row["observed_year"], row["year"]) for region, row in rows.items()
    }


def test_exact_is_that_year_alone():
    assert at(2018) == {"a": (20, 2018, 2018), "b": (None, None, 2018)}
    assert at(2020) == {"a": (None, None, 2020), "b": (None, None, 2020)}
    every = compare.align(SERIES, kind="actual")
    assert len(records(every)) == 4 * 2
    assert row_of(every, region="b", year=2018)["status"] == "other-year"


def test_nearest_goes_so_far_and_no_farther():
    assert at(2021, horizon="nearest", within=1) == {"a": (30, 2022, 2021), "b": (None, None, 2021)}
    assert at(2021, horizon="nearest", within=2)["b"] == (50, 2019, 2021)
    assert at(2021, horizon="nearest", within=0)["a"] == (None, None, 2021)
    assert at(2018, horizon="nearest", within=0)["a"] == (20, 2018, 2018)


def test_of_two_years_as_near_the_earlier_is_taken():
    assert at(2020, horizon="nearest", within=2)["a"] == (20, 2018, 2020)
    assert at(2017, horizon="nearest", within=9)["a"] == (10, 2016, 2017)


def test_latest_is_the_last_year_not_after_it():
    assert at(2021, horizon="latest") == {"a": (20, 2018, 2021), "b": (50, 2019, 2021)}
    assert at(2022, horizon="latest")["a"] == (30, 2022, 2022)
    assert at(2015, horizon="latest") == {"a": (None, None, 2015), "b": (None, None, 2015)}


def test_without_a_year_latest_is_the_last_of_each_under_the_last_of_all():
    assert at(None, horizon="latest") == {"a": (30, 2022, 2022), "b": (50, 2019, 2022)}
    kinds = by(compare.align(SERIES, horizon="latest"), "region", "kind")
    assert kinds["a", "target"]["observed_year"] == 2030
    assert kinds["b", "target"]["status"] == "only-actual"


def test_who_states_the_other_kind_alone_is_told_from_who_states_nothing():
    rows = frame_of(
        [
            {"region": "a", "year": 2025, "kind": "target", "lo": 60.0},
            {"region": "b", "year": 2020, "kind": "actual", "lo": 50.0},
            {"region": "c", "year": 2020, "kind": "actual", "lo": None, "figure": "c/blank"},
        ],
        indicator="share",
    )
    aligned = by(compare.align(rows), "region", "kind")
    assert aligned["c", "actual"]["figure"] is None  # a blank is nothing stated
    assert {key: row["status"] for key, row in aligned.items()} == {
        ("a", "actual"): "only-target", ("b", "actual"): "observed", ("c", "actual"): "not-in-text",
        ("a", "target"): "observed", ("b", "target"): "only-actual", ("c", "target"): "not-in-text",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("year", "value", "figures"),
    [
        (2022, 30.0, "a/2022 a/2025"),
        (2023, 40.0, "a/2022 a/2025"),
        (2024, 50.0, "a/2022 a/2025"),
        (2025, 60.0, "a/2022 a/2025"),
        (2026, 55.0, "a/2022 a/2030"),
        (2030, 80.0, "a/2022 a/2030"),
        (2020, 20 + 40 * 2 / 7, "a/2018 a/2025"),
    ],
)
def test_a_path_is_linear_between_the_last_actual_and_the_first_target(year, value, figures):
    row = row_of(compare.align(SERIES, year=year, horizon="path"), region="a")
    assert (row["lo"], row["hi"], row["figure"]) == (pytest.approx(value),) * 2 + (figures,)
    assert row["value"] is None
    assert (row["kind"], row["year"]) == ("path", year)
    assert (row["status"], row["derived"]) == ("derived", True)


def test_a_path_is_never_extrapolated():
    for year in (2015, 2031):
        row = row_of(compare.align(SERIES, year=year, horizon="path"), region="a")
        assert (row["lo"], row["figure"], row["status"]) == (None, None, "other-year")
    one_sided = row_of(compare.align(SERIES, year=2020, horizon="path"), region="b")
    assert (one_sided["lo"], one_sided["status"]) == (None, "other-year")


def path_of(base, target, year, **more):
    rows = [
        {"region": "a", "year": 2020, "kind": "actual", "figure": "a/1", **base},
        {"region": "a", "year": 2025, "kind": "target", "figure": "a/2", **target},
    ]
    return row_of(compare.align(frame_of(rows, indicator="x", **more), year=year, horizon="path"))


def test_the_ends_of_a_path_are_what_is_printed_there():
    base = {"lo": 57.7, "lo_open": False, "hi_open": False}
    target = {"lo": 70.0, "hi": 100.0, "lo_open": True, "hi_open": False}
    ends = ("lo", "hi", "lo_open", "hi_open")
    start, halfway, end = (path_of(base, target, year) for year in (2020, 2023, 2025))
    assert tuple(start[name] for name in ends) == (57.7, 57.7, False, False)
    assert tuple(halfway[name] for name in ends) == (65.08, 83.08, True, False)
    assert tuple(end[name] for name in ends) == (70.0, 100.0, True, False)


def test_a_path_to_a_target_without_upper_end_has_none_on_the_way_alone():
    assert path_of({"lo": 80.0}, {"lo": 90.0, "hi": None}, 2020)["hi"] == 80
    assert path_of({"lo": 80.0}, {"lo": 90.0, "hi": None}, 2023)["hi"] is None
    assert path_of({"lo": 80.0, "hi": None}, {"lo": 90.0}, 2025)["hi"] == 90


def test_a_path_keeps_what_is_doubtful_of_either_end():
    about = {"lo": 90.0, "approximate": True}
    assert path_of({"lo": 80.0, "approximate": False}, about, 2023)["approximate"]
    assert path_of(about, {"lo": 80.0, "approximate": False}, 2023)["approximate"]
    assert path_of({"lo": 80.0}, {"lo": 90.0}, 2023)["conflict"] is False


def test_a_path_from_a_value_to_a_ceiling_for_each_county_is_none():
    row = path_of({"lo": 0.4, "scope": "region"}, {"lo": 0.3, "scope": "each-county"}, 2023)
    assert (row["lo"], row["status"]) == (None, "other-year")


def test_a_path_through_a_contradiction_says_so(project):
    row = row_of(aligned("senior_quota_share", year=2023, horizon="path"), region="xiangshan")
    assert (row["conflict"], row["alternative"]) == (True, "xiangshan-14fyp/124")
    assert (row["lo"], row["lo_open"]) == (65.08, True)
    assert row["figure"] == "xiangshan-14fyp/084 xiangshan-14fyp/085"


def test_equal_targets_are_equal_at_the_end_of_any_path():
    rows = [
        {"region": region, "indicator": f"x{tenth}", "year": year, "kind": kind, "lo": lo}
        for tenth in range(0, 1000, 7)
        for region, base in (("a", tenth / 10), ("b", 88.5))
        for year, kind, lo in ((2020, "actual", base), (2025, "target", 92.3))
    ]
    pairs = compare.gaps(compare.align(frame_of(rows), year=2025, horizon="path"), to="every")
    assert set(pairs["verdict"]) == {"level"}


def test_a_path_of_a_proxy_is_a_proxy(project):
    options = {"year": 2023, "horizon": "path"}
    indicator = "disabled_fifteen_years"
    assert row_of(aligned(indicator, **options), region="xiangshan")["status"] == "only-proxy"
    row = row_of(aligned(indicator, proxies=True, **options), region="xiangshan")
    assert (row["status"], row["comparability"]) == ("derived", "proxy")


# --- several figures for one thing --------------------------------------------------------------


def test_the_inclusive_intake_of_xiangshan_keeps_both_figures(project):
    options = {"year": 2020, "kind": "actual"}
    row = row_of(aligned("inclusive_children_share", **options), region="xiangshan")
    assert (row["value"], row["conflict"]) == (None, False)  # an intake is no enrolment
    row = row_of(aligned("inclusive_children_share", proxies=True, **options), region="xiangshan")
    assert (row["value"], row["figure"]) == (86.1, "xiangshan-14fyp/046")
    assert (row["alternative_lo"], row["alternative_hi"]) == (85.2, 85.2)
    assert (row["alternative"], row["conflict"]) == ("xiangshan-14fyp/014", True)


def test_at_least_eighty_contradicts_more_than_eighty(project):
    frame = aligned("second_grade_children_share", year=2025, kind="target")
    row = row_of(frame, region="xiangshan")
    assert (row["lo"], row["lo_open"], row["comparator"]) == (80, True, ">")
    assert (row["alternative"], row["alternative_lo"]) == ("xiangshan-14fyp/117", 80)
    assert row["conflict"] is True


def test_a_figure_printed_again_is_an_alternative_and_no_contradiction(project):
    row = row_of(aligned("balance_junior", year=2025, kind="target"), region="xiangshan")
    assert (row["alternative"], row["conflict"]) == ("xiangshan-14fyp/039", False)


def test_the_places_of_fushun_never_stand_in_for_its_children(project):
    for proxies in (False, True):
        frame = aligned("public_children_share", year=2020, kind="actual", proxies=proxies)
        row = row_of(frame, region="fushun")
        assert (row["value"], row["figure"]) == (42.7, "fushun-14fyp/009")


def test_the_alternative_of_another_year_is_none_of_this_one():
    rows = [
        {"year": 2020, "lo": 80.0, "use": "main", "figure": "a/1"},
        {"year": 2020, "lo": 81.0, "use": "alternative", "figure": "a/2"},
        {"year": 2022, "lo": 90.0, "use": "main", "figure": "a/3"},
    ]
    frame = frame_of(rows, region="a", indicator="x")
    assert row_of(compare.align(frame, year=2022))["alternative"] is None
    row = row_of(compare.align(frame, year=2021, horizon="latest"))
    assert (row["alternative"], row["conflict"], row["observed_year"]) == ("a/2", True, 2020)


def test_what_a_newer_source_replaced_is_neither_the_value_nor_a_conflict():
    rows = [
        {"year": 2020, "lo": 80.0, "use": "main", "figure": "new/1"},
        {"year": 2020, "lo": 81.0, "use": "superseded", "figure": "old/1"},
        {"year": 2025, "lo": 90.0, "use": "superseded", "figure": "old/2"},
    ]
    frame = frame_of([{**row, "hi": row["lo"]} for row in rows], region="a", indicator="x")
    row = row_of(compare.align(frame, year=2020))
    assert (row["lo"], row["alternative"], row["conflict"]) == (80, None, False)
    assert row_of(compare.align(frame, year=2025))["status"] == "other-year"


@pytest.mark.parametrize("figures", [("a/1", "a/2", "a/3", "a/4"), (None,) * 4])
def test_of_several_alternatives_one_that_contradicts_is_shown_and_no_row_added(figures):
    rows = [
        {"lo": lo, "use": use, "figure": figure}
        for lo, use, figure in zip(
            (80.0, 80.0, 82.0, 81.0), ("main", *("alternative",) * 3), figures, strict=True
        )
    ]
    row = row_of(compare.align(moment_of(rows, region="a"), year=2020))
    assert (row["lo"], row["conflict"]) == (80, True)
    assert row["alternative_lo"] == (82 if figures[0] else 81)
    assert row["alternative"] == figures[2]


def test_an_open_side_or_a_missing_one_is_a_contradiction_too():
    for other, differs in (
        ({"lo": 80.0, "hi": None}, True),
        ({"lo": 80.0, "hi": 100.0, "lo_open": True}, True),
        ({"lo": 80.0, "hi": 100.0, "hi_open": True}, True),
        ({"lo": 80.0, "hi": 100.0}, False),
    ):
        plain = {"lo_open": False, "hi_open": False}
        rows = [
            {"lo": 80.0, "hi": 100.0, "use": "main", "figure": "a/1"},
            {**other, "use": "alternative", "figure": "a/2"},
        ]
        row = row_of(compare.align(moment_of([plain | row for row in rows], region="a"), year=2020))
        assert (row["alternative"], row["conflict"]) == ("a/2", differs)


# --- proxies ------------------------------------------------------------------------------------


def test_a_proxy_comes_on_request_alone(seen_world):
    options = {"year": 2024, "kind": "target"}
    row = row_of(aligned("school_enrolment", **options), region="chengwan")
    assert (row["status"], row["value"]) == ("only-proxy", None)
    row = row_of(aligned("school_enrolment", proxies=True, **options), region="chengwan")
    assert (row["status"], row["value"], row["comparability"]) == ("observed", 98, "proxy")


def test_no_proxy_stands_beside_something_better(project):
    for options in ({}, {"horizon": "latest"}, {"year": 2025}, {"year": 2020}):
        frame = compare.observations(frame="polars")
        without = by(compare.align(frame, **options), "region", "indicator", "kind", "year")
        rows = by(
            compare.align(frame, proxies=True, **options), "region", "indicator", "kind", "year"
        )
        for key, row in rows.items():
            if row["comparability"] == "proxy" and key in without:
                same_year = without[key]["observed_year"] == row["observed_year"]
                assert without[key]["value"] is None or not same_year
            elif (
                row["status"] == "observed" and key in without and options != {"horizon": "latest"}
            ):
                assert row["figure"] == without[key]["figure"]


def test_a_better_figure_of_the_same_year_displaces_the_proxy(project):
    options = {"year": 2025, "kind": "target", "proxies": True}
    row = row_of(aligned("inclusive_children_share", **options), region="xiangshan")
    assert (row["figure"], row["comparability"]) == ("xiangshan-14fyp/033", "exact")


# --- widening -----------------------------------------------------------------------------------


def widened(rounding=True, about=0.0, **row):
    plain = {"lo_open": False, "hi_open": False, "approximate": False, "comparator": "="}
    frame = moment_of([{**plain, **row}], region="a")
    row = row_of(compare.align(frame, year=2020, rounding=rounding, about=about))
    return row["lo"], row["hi"]


def test_rounding_widens_a_printed_value_by_half_its_last_digit():
    assert widened(lo=99.7, resolution=0.05) == (99.65, 99.75)
    assert widened(lo=88.0, resolution=0.05) == (87.95, 88.05)
    assert widened(lo=400.0, resolution=0.5) == (399.5, 400.5)


def test_rounding_stays_within_the_natural_bounds():
    assert widened(lo=100.0, resolution=0.5, floor=0.0, cap=100.0) == (99.5, 100)
    assert widened(lo=0.0, resolution=0.5, floor=0.0, cap=100.0) == (0, 0.5)
    assert widened(lo=100.0, resolution=0.5, floor=0.0, cap=None) == (99.5, 100.5)


def test_rounding_leaves_words_bounds_and_ranges_as_they_are():
    assert widened(lo=100.0, resolution=None) == (100, 100)
    for comparator in (">=", ">", "<=", "<", "range", "~"):
        assert widened(lo=90.0, hi=95.0, resolution=0.5, comparator=comparator) == (90, 95)
    assert widened(lo=90.0, resolution=0.5, rounding=False) == (90, 90)


def test_neighbours_in_the_last_digit_touch_and_are_not_decided():
    rows = [
        {"region": region, "indicator": f"x{tenth}", "lo": (tenth + step) / 10, "resolution": 0.05}
        for tenth in range(1000)
        for region, step in (("a", 0), ("b", 1), ("c", 2))
    ]
    frame = compare.align(frame_of(rows, year=2020, comparator="="), year=2020, rounding=True)
    pairs = compare.gaps(frame, to="every").filter(pl.col("region") == "a")
    assert pairs.filter(reference="b")["verdict"].unique().to_list() == ["undetermined"]
    assert pairs.filter(reference="c")["verdict"].unique().to_list() == ["behind"]


def test_about_widens_approximate_values_alone():
    about = {"rounding": False, "about": 2.0, "approximate": True, "comparator": "~"}
    assert widened(lo=90.0, **about) == (88, 92)
    assert widened(lo=99.0, cap=100.0, **about) == (97, 100)
    assert widened(lo=1.0, floor=0.0, **about) == (0, 3)
    assert widened(lo=99.0, cap=None, **about) == (97, 101)
    assert widened(lo=90.0, rounding=False, about=2.0) == (90, 90)
    assert widened(lo=90.0, approximate=True, comparator="~", resolution=0.5) == (90, 90)


def test_the_printed_value_stays_what_is_printed(project):
    frame = aligned("inclusive_children_share", year=2025, kind="target", about=3, rounding=True)
    row = row_of(frame, region="xiangshan")
    assert (row["value"], row["lo"], row["hi"]) == (90, 87, 93)


def test_a_gross_rate_does_not_end_at_a_hundred(seen_world):
    for indicator, region in (("senior_gross", "luting"), ("senior_gross", "shuoling")):
        row = row_of(aligned(indicator, year=2025, kind="target"), region=region)
        assert row["hi"] is None
    row = row_of(aligned("senior_gross", year=2020, kind="actual", rounding=True), region="luting")
    assert (row["lo"], row["hi"]) == (101.15, 101.25)
    assert (
        row_of(aligned("school_enrolment", year=2025, kind="target"), region="luting")["hi"] == 100
    )


# --- regions of one's own -----------------------------------------------------------------------


def test_the_regions_asked_for_have_a_row_each():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}], only_in="浙江")
    regions = pl.DataFrame(
        {
            "region": ["a", "c", "d"],
            "province": ["浙江", "浙江", "辽宁"],
            "name": ["甲", "丙", "丁"],
        }
    )
    for kind_of_regions in (regions, regions.to_pandas(), regions.lazy()):
        rows = by(compare.align(frame, year=2020, regions=kind_of_regions), "region")
        assert {region: row["status"] for region, row in rows.items()} == {
            "a": "observed", "b": "observed", "c": "not-in-text", "d": "not-applicable",
        }  # fmt: skip
        assert rows["d"]["province"] == "辽宁"


def test_the_least_that_a_frame_of_ones_own_needs():
    frame = frame_of(
        [{"region": "a", "indicator": "x", "year": 2020, "lo": 1.0},
         {"region": "b", "indicator": "y", "year": 2021, "lo": 2.0}]
    )  # fmt: skip
    rows = by(compare.align(frame), "region", "indicator")
    assert rows["a", "x"]["status"] == rows["b", "y"]["status"] == "observed"
    assert rows["b", "x"]["status"] == rows["a", "y"]["status"] == "not-in-text"
    assert {row["kind"] for row in rows.values()} == {"actual"}


def test_a_row_added_by_hand_counts_although_its_other_cells_are_empty(project):
    curated = compare.observations(indicator="compulsory_retention", frame="polars")
    mine = pl.DataFrame(
        {"region": ["quzhou"], "indicator": ["compulsory_retention"], "year": [2020],
         "kind": ["actual"], "value": [99.9], "lo": [99.9], "hi": [99.9]}
    )  # fmt: skip
    both = pl.concat([curated, mine.cast({"year": pl.Int32})], how="diagonal")
    for frame in (both, both.to_pandas(), both.reverse()):
        row = row_of(compare.align(frame, year=2020, kind="actual"), region="quzhou")
        assert (row["status"], row["value"], row["direction"]) == ("observed", 99.9, "higher")
        assert (row["lo_open"], row["unit"], row["cap"]) == (False, "%", None)


def test_what_an_indicator_is_does_not_depend_on_the_order_of_rows():
    rows = [
        {"region": "a", "lo": 0.3, "direction": "lower"},
        {"region": "b", "lo": 0.4, "direction": None},
    ]
    for order in (rows, rows[::-1]):
        ranked = by(compare.rankings(compare.align(moment_of(order), year=2020)), "region")
        assert [ranked[region]["rank"] for region in "ab"] == [1, 2]


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"horizon": "nearst"}, ["horizon='nearst'", "Did you mean 'nearest'?", "exact", "path"]),
        ({"kind": "targets"}, ["kind='targets'", "Did you mean 'target'?", "actual"]),
        ({"kind": "path"}, ["kind='path'", "actual, target"]),
        ({"horizon": "nearest", "year": 2020}, ["within="]),
        ({"horizon": "nearest", "year": 2020, "within": -1}, ["within="]),
        ({"horizon": "nearest", "within": 2}, ["year="]),
        ({"horizon": "path"}, ["horizon='path' needs year="]),
    ],
)
def test_what_does_not_exist_is_refused(options, said):
    with pytest.raises(UnknownValueError) as error:
        compare.align(SERIES, **options)
    assert isinstance(error.value, CompareError)
    for words in said:
        assert words in str(error.value)


def test_all_columns_that_a_frame_lacks_are_named():
    with pytest.raises(
        FrameError, match=r"no column year, value, lo, hi; it has region, indicator"
    ):
        compare.align(pl.DataFrame({"region": ["a"], "indicator": ["x"]}))
    with pytest.raises(FrameError, match="no column region; it has name"):
        compare.align(SERIES, regions=pl.DataFrame({"name": ["a"]}))
