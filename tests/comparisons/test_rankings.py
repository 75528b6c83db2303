"""Rankings: best and worst ranks that some values inside the intervals do give, and no others."""

from itertools import pairwise

import polars as pl
import pytest
from comparing import (
    ABSENT,
    INTERVALS,
    MARKS,
    POINTS,
    RANKINGS,
    aligned_frames,
    as_kind,
    by,
    contests,
    drawn,
    moment_of,
    only,
    oracle,
    ranks,
    reasons_of,
    records,
)
from hypothesis import given
from hypothesis import strategies as st
from trying import tried

import compare
from compare.errors import UnknownValueError

SHARES = st.lists(st.sampled_from([0, 0.25, 0.5, 0.75, 1]), min_size=6, max_size=6)
COLUMNS = ("region", "indicator", "kind", "rank_best", "rank_worst", "rank", "of")


def ranked(rows, **everywhere):
    found = by(compare.rankings(moment_of(rows, **everywhere)), "region")
    return {region: (row["rank_best"], row["rank_worst"]) for region, row in found.items()}


# --- exact values -------------------------------------------------------------------------------


@tried(7)
@given(aligned_frames(intervals=(*POINTS, ABSENT), plain=True, moments=6))
def test_exact_values_rank_as_competition_ranks_by_direction(frame):
    better_first = (
        pl.when(pl.col("direction") == "lower").then(-pl.col("lo")).otherwise(pl.col("lo"))
    )
    expected = frame.filter(pl.col("lo").is_not_null()).select(
        "region", "indicator", "kind",
        plain=better_first.rank("min", descending=True).over("indicator", "kind").cast(pl.Int64),
    )  # fmt: skip
    found = compare.rankings(frame).join(expected, on=["region", "indicator", "kind"], how="left")
    for row in records(found):
        assert row["rank_best"] == row["rank_worst"] == row["rank"] == row["plain"]


def test_ties_share_the_better_rank_and_the_next_is_skipped():
    rows = [
        {"region": region, "lo": lo}
        for region, lo in zip("abcd", (9.0, 9.0, 8.0, 7.0), strict=True)
    ]
    assert ranked(rows) == {"a": (1, 1), "b": (1, 1), "c": (3, 3), "d": (4, 4)}
    assert ranked(rows, direction="lower") == {"a": (3, 3), "b": (3, 3), "c": (2, 2), "d": (1, 1)}


def test_ranks_are_of_unrounded_values():
    rows = [
        {"region": "a", "lo": 99.74},
        {"region": "b", "lo": 99.7400001},
        {"region": "c", "lo": 99.7},
    ]
    assert ranked(rows) == {"a": (2, 2), "b": (1, 1), "c": (3, 3)}


def test_of_and_missing_tell_how_many_there_are_of():
    rows = [
        {"region": "a", "lo": 1.0, "status": "observed"},
        {"region": "b", "lo": 2.0, "status": "observed"},
        {"region": "c", "lo": None, "status": "not-in-text"},
        {"region": "d", "lo": None, "status": "not-applicable"},
        {"region": "e", "lo": 3.0, "status": "observed", "scope": "each-county"},
    ]
    frame = moment_of([{"scope": "region"} | row for row in rows])
    found = by(compare.rankings(frame), "region")
    assert [found[region]["of"] for region in "abcde"] == [2, 2, None, None, 1]
    assert {row["missing"] for row in found.values()} == {2}
    assert [reasons_of(found[region]) for region in "abcd"] == [
        [], [], ["not-in-text"], ["not-applicable"],
    ]  # fmt: skip
    assert reasons_of(found["e"]) == ["each-county-ceiling", "alone"]


# --- intervals ----------------------------------------------------------------------------------


def bounded(region, comparator, mark, far=None):
    ends = {"lo": mark, "hi": far} if comparator[0] == ">" else {"lo": far, "hi": mark}
    if comparator == "=":
        ends = {"lo": mark, "hi": mark}
    return {
        "region": region, **ends, "value": mark,
        "lo_open": comparator == ">", "hi_open": comparator == "<",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((">=", 50), ("<", 50), ((1, 1), (2, 2))),
        ((">", 50), ("<=", 50), ((1, 1), (2, 2))),
        ((">", 50), ("<", 50), ((1, 1), (2, 2))),
        ((">=", 50), ("<=", 50), ((1, 1), (1, 2))),  # at worst both are 50
        ((">=", 50), ("=", 50), ((1, 1), (1, 2))),
        ((">", 50), ("=", 50), ((1, 1), (2, 2))),
        (("<=", 50), ("=", 50), ((1, 2), (1, 1))),
        (("<", 50), ("=", 50), ((2, 2), (1, 1))),
        ((">=", 50), (">=", 50), ((1, 2), (1, 2))),
        ((">", 50), (">=", 50), ((1, 2), (1, 2))),
        ((">=", 90), ("=", 95), ((1, 2), (1, 2))),
        ((">=", 50), ("=", 49.9), ((1, 1), (2, 2))),
    ],
)
def test_strict_ends_decide_ties(first, second, expected):
    for natural_bound in (None, 100.0, 1e6):
        rows = [
            bounded(region, comparator, mark, natural_bound if comparator[0] == ">" else None)
            for region, (comparator, mark) in zip("ab", (first, second), strict=True)
        ]
        found = ranked(rows)
        assert (found["a"], found["b"]) == expected
        mirrored = [
            row | {"value": row["value"] and -row["value"],
                   "lo": row["hi"] and -row["hi"], "hi": row["lo"] and -row["lo"],
                   "lo_open": row["hi_open"], "hi_open": row["lo_open"]}
            for row in rows
        ]  # fmt: skip
        assert ranked(mirrored, direction="lower") == found


@tried(7)
@given(aligned_frames(), SHARES)
def test_every_drawing_ranks_within_the_interval_of_ranks(frame, shares):
    for contest in contests(compare.rankings(frame)):
        points = [drawn(row, share) for row, share in zip(contest, shares, strict=False)]
        for row, rank in zip(contest, ranks(points), strict=True):
            assert row["rank_best"] <= rank <= row["rank_worst"]
            assert row["rank"] in (None, rank)


@tried(7)
@given(aligned_frames())
def test_some_drawing_gives_the_best_and_some_the_worst_rank(frame):
    for contest in contests(compare.rankings(frame)):
        assert {row["of"] for row in contest} == {len(contest)}
        for own, row in enumerate(contest):
            on_top = [drawn(other, other is row) for other in contest]
            below = [drawn(other, other is not row) for other in contest]
            assert ranks(on_top)[own] == row["rank_best"]
            assert ranks(below)[own] == row["rank_worst"]


@tried(7)
@given(aligned_frames(), st.sampled_from([0.25, 2.0, 1000.0, -3.5]))
def test_a_constant_added_to_all_changes_no_rank(frame, constant):
    moved = frame.with_columns(pl.col("value", "lo", "hi") + constant)
    assert only(records(compare.rankings(moved)), *COLUMNS) == only(
        records(compare.rankings(frame)), *COLUMNS
    )


@tried(7)
@given(aligned_frames())
def test_the_other_direction_with_the_other_sign_changes_no_rank(frame):
    assert only(records(compare.rankings(turned(frame))), *COLUMNS) == only(
        records(compare.rankings(frame)), *COLUMNS
    )


def turned(frame):
    """Return a frame whose numbers and whose idea of better have the other sign."""
    other = {"higher": "lower", "lower": "higher"}
    return frame.with_columns(
        pl.col("direction").replace(other), value=-pl.col("value"),
        lo=-pl.col("hi"), hi=-pl.col("lo"), lo_open="hi_open", hi_open="lo_open",
    )  # fmt: skip


@tried(7)
@given(aligned_frames(), st.integers(0, 100))
def test_the_order_of_rows_changes_nothing(frame, seed):
    shuffled = frame.sample(fraction=1, shuffle=True, seed=seed)
    assert records(compare.rankings(shuffled)) == records(compare.rankings(frame))
    assert (
        compare.rankings(shuffled).select(COLUMNS).equals(compare.rankings(frame).select(COLUMNS))
    )


@tried(7)
@given(aligned_frames(), st.integers(0, 100), st.sampled_from([0.25, 2.5]), st.booleans())
def test_widening_an_interval_never_narrows_a_rank(frame, chosen, width, upwards):
    there = pl.col("lo").is_not_null() | pl.col("hi").is_not_null()
    one = (pl.int_range(pl.len()) == chosen % frame.height) & there
    end, by_how_much = ("hi", width) if upwards else ("lo", -width)
    wide = frame.with_columns(
        pl.when(one).then(pl.col(end) + by_how_much).otherwise(end).alias(end)
    )
    keys = ("region", "indicator", "kind")
    before, after = by(compare.rankings(frame), *keys), by(compare.rankings(wide), *keys)
    for key, row in before.items():
        if row["rank_best"] is not None:
            assert after[key]["rank_best"] <= row["rank_best"]
            assert after[key]["rank_worst"] >= row["rank_worst"]


# --- two engines, one count ----------------------------------------------------------------------


@tried(3)
@given(aligned_frames(moments=15))
def test_both_engines_count_the_same(frame):
    for allow in ((), ("different-year",)):
        expected = compare.rankings(frame, allow=allow)
        assert records(compare.rankings(as_kind(frame, "duckdb"), allow=allow)) == records(expected)


def test_a_thousand_regions_rank_the_same_on_both_engines():
    printed = [cell for cell in INTERVALS if cell is not ABSENT]
    cells = [printed[(7 * n) % len(printed)] for n in range(1000)]
    rows = [{"region": f"r{n:03}", **cell, "direction": "lower"} for n, cell in enumerate(cells)]
    frame = moment_of(rows)
    expected = records(compare.rankings(frame))
    assert records(compare.rankings(as_kind(frame, "duckdb"))) == expected
    assert {row["of"] for row in expected} == {1000}
    lows = {row["region"]: (-drawn(row, 1), -drawn(row, 0)) for row in expected}
    for row in expected[::97]:
        low, high = lows[row["region"]]
        assert row["rank_best"] == 1 + sum(other_high < low for _, other_high in lows.values())
        others = [other_low for region, (other_low, _) in lows.items() if region != row["region"]]
        assert row["rank_worst"] == 1 + sum(other_low < high for other_low in others)


# --- the oracle ---------------------------------------------------------------------------------


def agrees_with_the_oracle(aligned):
    found = [row for row in records(compare.rankings(aligned)) if row["rank_best"] is not None]
    expected = oracle(aligned, RANKINGS)
    assert only(found, *COLUMNS) == only(expected, *COLUMNS)
    return found


@pytest.mark.parametrize(
    ("options", "least"),
    [
        ({"year": 2020, "kind": "actual"}, 20),
        ({"year": 2025, "kind": "target", "proxies": True}, 20),
        ({"year": 2030, "kind": "target", "horizon": "latest", "rounding": True, "about": 2}, 30),
        ({"year": 2023, "horizon": "path", "proxies": True}, 10),
    ],
)
def test_real_rankings_are_those_of_plain_sql(project, options, least):
    aligned = compare.align(
        compare.observations(frame="polars"), **options, evidence=compare.evidence()
    )
    assert len(agrees_with_the_oracle(aligned)) >= least


@tried(5)
@given(aligned_frames(moments=12))
def test_random_rankings_are_those_of_plain_sql(frame):
    agrees_with_the_oracle(frame)


# --- what is said --------------------------------------------------------------------------------


def test_real_ranks_by_hand(project):
    frame = compare.align(
        compare.observations(frame="polars"), year=2020, kind="actual", evidence=compare.evidence()
    )
    found = by(compare.rankings(frame), "region", "indicator")

    def rank(region, indicator):
        row = found[region, indicator]
        return row["rank_best"], row["rank_worst"], row["of"], row["missing"]

    assert rank("pingyang", "compulsory_retention") == (1, 1, 3, 2)
    assert rank("xiangshan", "compulsory_retention") == (1, 1, 3, 2)
    assert rank("fushun", "compulsory_retention") == (3, 3, 3, 2)
    assert rank("fushun", "higher_gross_enrolment") == (1, 1, 2, 3)
    assert rank("pingyang", "gaokao_first_line_rate") == (1, 2, 2, 3)
    assert rank("fushun", "gaokao_first_line_rate") == (None, None, None, 3)
    assert rank("xiangshan", "balance_primary") == (1, 1, 1, 4)
    assert reasons_of(found["xiangshan", "balance_primary"]) == ["alone"]


def test_lower_is_better_where_the_indicator_says_so(project):
    frame = compare.observations(indicator="balance_junior", frame="polars")
    found = by(compare.rankings(compare.align(frame, year=2025, kind="target")), "region")
    assert (found["pingyang"]["value"], found["pingyang"]["rank"]) == (0.23, 1)
    assert (found["xiangshan"]["value"], found["xiangshan"]["rank"]) == (0.25, 2)


def test_ranking_what_was_ranked_or_compared_already_changes_nothing():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}])
    once = compare.rankings(frame)
    assert records(compare.rankings(once)) == records(once)
    after = by(compare.rankings(compare.gaps(frame, to="best")), "region")
    assert {region: row["rank"] for region, row in after.items()} == {"a": 2, "b": 1}


@pytest.mark.parametrize("name", ["different-level", "diferent-year", "no-direction", "proxy", ""])
def test_allow_names_reasons_that_can_be_overruled(name):
    with pytest.raises(UnknownValueError) as error:
        compare.rankings(moment_of([{"region": "a", "lo": 1.0}]), allow=["different-year", name])
    assert f"allow={name!r}" in str(error.value)
    for known in ("part-and-whole", "different-year", "each-county-ceiling", "different-scope"):
        assert known in str(error.value)


def test_the_marks_that_tests_draw_are_far_from_the_step_of_an_open_end():
    assert all(b - a >= 0.25 for a, b in pairwise(sorted(MARKS)))


def test_another_year_and_another_level_are_each_said_by_their_name():
    row = {"year": 2020, "level": "county"}
    frame = moment_of([
        {"region": "a", "lo": 1.0, **row, "observed_year": 2020},
        {"region": "b", "lo": 2.0, **row, "observed_year": 2019},
        {"region": "c", "lo": 3.0, **row, "observed_year": 2020, "level": "prefecture-city"},
    ])  # fmt: skip
    found = by(compare.rankings(frame), "region")
    assert {region: reasons_of(row) for region, row in found.items()} == {
        "a": ["different-level"], "b": ["different-year", "alone"], "c": ["different-level"],
    }  # fmt: skip
    allowed = by(compare.rankings(frame, allow=["different-year"]), "region")
    assert all("different-year" in reasons_of(row) for row in allowed.values())
    late = frame.with_columns(observed_year=2019)  # all the same, and all of another year
    assert all("different-year" in reasons_of(row) for row in records(compare.rankings(late)))
