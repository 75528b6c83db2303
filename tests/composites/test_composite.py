"""Composite: scores by hand, who is compared on what, the spread of ranks, and refusals."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pandas as pd
import polars as pl
import pytest
from comparing import FROM_ROWS, as_rows
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.comparisons.dispersion import MeasureError
from compare.composites.composite import DRAWS, METHODS, composite, composite_variants
from compare.errors import CompareError, FrameError, UnknownValueError

Rows = list[dict[str, Any]]

every_kind = pytest.mark.parametrize("kind", FROM_ROWS)
every_method = pytest.mark.parametrize(("normalise", "aggregate"), METHODS)


def value(region: str, indicator: str, number: float | None, **cells: Any) -> dict[str, Any]:
    """Return a row: one number, in per cent, more being better, unless told otherwise."""
    plain = {
        "region": region,
        "indicator": indicator,
        "year": 2020,
        "kind": "actual",
        "value": None if number is None else float(number),
        "lo": None if number is None else float(number),
        "hi": None if number is None else float(number),
        "lo_open": False,
        "hi_open": False,
        "floor": 0.0,
        "cap": 100.0,
        "direction": "higher",
        "rankable": True,
        "scope": "region",
        "observed_year": 2020,
        "comparability": "exact",
        "status": "observed" if number is not None else "not-in-text",
    }
    return plain | cells


def coefficient(region: str, number: float) -> dict[str, Any]:
    return value(region, "y", number, direction="lower", cap=None)


def plain(**scores: list[float]) -> Rows:
    """Return rows of regions with the same indicators: a=[1, 2] has 1 for i0 and 2 for i1."""
    return [
        value(region, f"i{place}", number)
        for region, numbers in scores.items()
        for place, number in enumerate(numbers)
    ]


def by_region(rows: Rows, **arguments: Any) -> dict[str, dict[str, Any]]:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    arguments = {"sensitivity": 5} | arguments
    return {row["region"]: row for row in as_rows(composite(frame, **arguments))}


def column(rows: Rows, name: str, **arguments: Any) -> dict[str, Any]:
    return {region: row[name] for region, row in by_region(rows, **arguments).items()}


# By hand: x is a share, y a coefficient with goalposts 0 and 1, less being better

THREE = [
    value("a", "x", 80), value("b", "x", 60), value("c", "x", 100),
    coefficient("a", 0.2), coefficient("b", 0.4), coefficient("c", 0.9),
]  # fmt: skip
POSTS = {"y": (0, 1)}


def test_goalposts_arithmetic_by_hand() -> None:
    # x: 80, 60, 100 of 100; y: 80, 60, 10; means 80, 60, 55
    found = by_region(THREE, goalposts=POSTS)
    assert {region: row["score"] for region, row in found.items()} == {"a": 80, "b": 60, "c": 55}
    assert {region: row["rank"] for region, row in found.items()} == {"a": 1, "b": 2, "c": 3}


def test_weights_by_hand() -> None:
    # three parts x, one part y: c has (300 + 10) / 4
    found = column(THREE, "score", goalposts=POSTS, weights={"x": 3, "y": 1})
    assert found == {"a": 80, "b": 60, "c": 77.5}


def test_goalposts_geometric_by_hand() -> None:
    # an even profile keeps its score; c: 100 and 10 become 100 and 10.9 of 1 to 100
    found = column(THREE, "score", goalposts=POSTS, aggregate="geometric")
    assert found["a"] == pytest.approx(80)
    assert found["b"] == pytest.approx(60)
    assert found["c"] == pytest.approx((math.sqrt(100 * 10.9) - 1) / 0.99)


def test_z_scores_by_hand() -> None:
    # x: mean 80, deviation √(800/3); y, turned round: mean −0.5, deviation √(0.26/3)
    x, y = math.sqrt(800 / 3), math.sqrt(0.26 / 3)
    found = column(THREE, "score", goalposts=POSTS, normalise="z-score")
    assert found["a"] == pytest.approx((0 / x + 0.3 / y) / 2)
    assert found["b"] == pytest.approx((-20 / x + 0.1 / y) / 2)
    assert found["c"] == pytest.approx((20 / x - 0.4 / y) / 2)


def test_ranks_by_hand() -> None:
    # x: c above a above b, 100, 50, 0; y: a above b above c
    found = column(THREE, "score", goalposts=POSTS, normalise="rank")
    assert found == {"a": 75, "b": 25, "c": 50}


def test_the_spread_by_hand() -> None:
    # without y, c is first and b last; without x, a is first; b is second by goalposts only
    tried = as_rows(composite_variants(pl.DataFrame(THREE), goalposts=POSTS, sensitivity=0))
    printed = [row for row in tried if row["values"] == "printed"]
    scores = {(row["weighting"], row["region"]): row["score"] for row in reversed(printed)}
    assert (scores["without y", "c"], scores["without x", "c"]) == (100, 10)
    ranks = {
        (row["weighting"], row["normalise"], row["aggregate"], row["region"]): row["rank"]
        for row in printed
    }
    assert ranks["given", "z-score", "arithmetic", "b"] == 3
    assert ranks["without y", "goalposts", "arithmetic", "c"] == 1
    assert ranks["without x", "goalposts", "geometric", "c"] == 3
    found = by_region(THREE, goalposts=POSTS, sensitivity=0)
    spread = {region: (row["rank_best"], row["rank_worst"]) for region, row in found.items()}
    assert spread == {"a": (1, 2), "b": (2, 3), "c": (1, 3)}
    # given, without x, without y; four methods; printed and both ends, which are the same
    assert {row["variants"] for row in found.values()} == {3 * 4 * 3}
    # b is third without y four times, and as given by z-scores and by ranks
    assert found["b"]["rank_share"] == pytest.approx(6 / 12)


def test_intervals_by_hand() -> None:
    # a: at least 90, so up to 100; b: 94; in the other both have 50
    rows = [
        value("a", "x", 90, hi=100.0), value("b", "x", 94),
        value("a", "z", 50), value("b", "z", 50),
    ]  # fmt: skip
    found = by_region(rows, sensitivity=0)
    a, b = found["a"], found["b"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (70, 70, 75)
    assert (b["score_lo"], b["score"], b["score_hi"]) == (72, 72, 72)
    assert (a["rank"], a["rank_best"], a["rank_worst"]) == (2, 1, 2)
    assert (b["rank"], b["rank_best"], b["rank_worst"]) == (1, 1, 2)
    assert a["reasons"] == "interval"
    assert b["reasons"] == ""


def test_less_being_better_turns_intervals_round() -> None:
    # y at most 0.2: at best 0, which is 100 on goalposts 0 and 1
    rows = [
        coefficient("a", 0.2) | {"lo": 0.0},
        coefficient("b", 0.1),
        value("a", "x", 50),
        value("b", "x", 50),
    ]
    a = by_region(rows, goalposts=POSTS)["a"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (65, 65, 75)


def test_an_unbounded_end_closes_at_the_goalpost() -> None:
    rows = plain(a=[50, 50], b=[60, 60])
    rows[0] |= {"hi": None, "cap": None}
    rows[2] |= {"cap": None}
    a = by_region(rows, goalposts={"i0": (0, 80)})["a"]
    assert (a["score"], a["score_hi"]) == ((62.5 + 50) / 2, 75)
    # mean 55, deviation 5: from 50 to 80 is from −1 to 5
    a = by_region(rows, goalposts={"i0": (0, 80)}, normalise="z-score")["a"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (-1, -1, 2)
    rows[0] |= {"lo": None, "hi": 50.0, "floor": None}
    a = by_region(rows, goalposts={"i0": (0, 80)}, normalise="z-score")["a"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (-6, -1, -1)


def test_z_scores_of_what_all_print_alike_are_nothing() -> None:
    rows = plain(a=[50, 1], b=[50, 3])
    rows[0] |= {"hi": 60.0}
    a = by_region(rows, normalise="z-score")["a"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (-0.5, -0.5, -0.5)


def test_a_range_counts_with_its_middle() -> None:
    rows = plain(a=[50, 50], b=[60, 60])
    rows[0] |= {"value": None, "lo": 40.0, "hi": 70.0}
    a = by_region(rows)["a"]
    assert (a["score_lo"], a["score"], a["score_hi"]) == (45, 52.5, 60)


def test_goalposts_cap_what_lies_beyond_and_say_so() -> None:
    rows = plain(a=[95, 50], b=[60, 60])
    found = by_region(rows, goalposts={"i0": (50, 90)})
    assert found["a"]["score"] == 75
    assert found["a"]["reasons"] == "beyond-goalposts"
    assert found["b"]["reasons"] == ""


# Kinds of frames


@every_method
def test_all_kinds_agree(normalise: str, aggregate: str) -> None:
    rows = [*THREE, *(value(region, "z", None) for region in "abc"), value("d", "x", 3)]
    rows[1] |= {"hi": 70.0}
    arguments = {"normalise": normalise, "aggregate": aggregate, "goalposts": POSTS}
    expected = composite(pl.DataFrame(rows, infer_schema_length=None), **arguments)
    tried = composite_variants(pl.DataFrame(rows, infer_schema_length=None), **arguments)
    for kind, frame_of in FROM_ROWS.items():
        frame = frame_of(rows)
        found, variants = composite(frame, **arguments), composite_variants(frame, **arguments)
        assert type(found) is type(frame), kind
        assert type(variants) is type(frame), kind
        assert sorted(as_rows(found), key=lambda row: row["region"]) == as_rows(expected), kind
        in_order = sorted(as_rows(variants), key=lambda row: (row["variant"], row["region"]))
        assert in_order == as_rows(tried), kind


@every_kind
def test_no_ranked_region_gives_no_variant_and_every_region_a_row(kind: str) -> None:
    rows = [value("a", "x", 1), value("b", "x", None), value("a", "z", 2), value("b", "z", None)]
    assert as_rows(composite_variants(FROM_ROWS[kind](rows))) == []
    found = as_rows(composite(FROM_ROWS[kind](rows), weights={"x": 1, "z": 1}))
    assert {row["region"]: (row["status"], row["reasons"]) for row in found} == {
        "a": ("refused", "too-few-regions"),
        "b": ("missing", "not-in-text"),
    }


def test_columns() -> None:
    rows = [row | {"region_zh": "甲", "region_en": "A"} for row in THREE]
    found = composite(pd.DataFrame(rows), goalposts=POSTS)
    assert list(found.columns) == [
        "region", "region_zh", "region_en", "year", "kind", "score", "score_lo", "score_hi",
        "rank", "rank_best", "rank_worst", "rank_median", "rank_share", "variants", "indicators",
        "coverage", "dropped", "lacking", "status", "reasons", "figures",
    ]  # fmt: skip


# Who is compared, and on what


def test_all_regions_are_scored_on_the_indicators_that_all_have() -> None:
    rows = plain(a=[10, 20, 90], b=[20, 20, 80], c=[30, 30, 0])
    rows[-1] |= {"value": None, "lo": None, "hi": None, "status": "not-in-text"}
    found = by_region(rows)
    assert {row["indicators"] for row in found.values()} == {2}
    assert found["a"]["score"] == 15
    assert found["a"]["dropped"] == "i2 (not-common)"
    assert found["a"]["reasons"] == "not-common"
    assert (found["c"]["dropped"], found["c"]["lacking"]) == ("", "i2 (not-in-text)")
    assert found["c"]["coverage"] == pytest.approx(2 / 3)
    assert found["a"]["coverage"] == 1


def test_coverage_counts_weight_and_refuses() -> None:
    rows = plain(a=[10, 20, 90], b=[20, 20, 80], c=[30, 30, 0])
    del rows[-1]
    kept = by_region(rows, weights={"i0": 2, "i1": 2, "i2": 1}, minimum_coverage=0.8)
    assert kept["c"]["status"] == "ranked"
    refused = by_region(rows, weights={"i0": 2, "i1": 2, "i2": 1}, minimum_coverage=0.81)
    row = refused["c"]
    assert (row["status"], row["reasons"], row["lacking"]) == (
        "refused", "low-coverage", "i2 (no-value)",
    )  # fmt: skip
    assert (row["score"], row["rank"], row["rank_best"], row["variants"]) == (None, None, None, 0)
    assert refused["a"]["indicators"] == 3


def test_a_share_of_weight_that_is_exactly_enough_is_enough() -> None:
    # ten weights of a tenth: eight of them sum to 0.7999999999999999
    rows = [*plain(a=[1] * 10, b=[2] * 10), *plain(c=[3] * 8)]
    assert column(rows, "status", minimum_coverage=0.8)["c"] == "ranked"


def test_a_whole_steps_aside_where_its_part_is_in() -> None:
    rows = plain(county=[10, 20], other=[20, 30], city=[30, 40])
    for row in rows:
        row["parent"] = "city" if row["region"] == "county" else "elsewhere"
    found = by_region(rows)
    assert (found["city"]["status"], found["city"]["reasons"]) == ("refused", "part-and-whole")
    assert (found["other"]["rank"], found["county"]["rank"]) == (1, 2)
    alone = [row for row in rows if row["region"] != "county" or row["indicator"] == "i0"]
    assert column(alone, "status") == {
        "city": "ranked", "county": "refused", "other": "ranked",
    }  # fmt: skip


def test_a_whole_and_its_part_are_not_two_that_have_an_indicator() -> None:
    rows = plain(city=[1, 2, 3], county=[1, 2, 3], other=[1, 2])
    for row in rows:
        row["adcode"] = {"city": "330200", "county": "330225", "other": "210400"}[row["region"]]
    assert by_region(rows)["county"]["dropped"] == "i2 (alone)"


def test_proxies_never_enter() -> None:
    rows = plain(a=[10, 20, 30], b=[20, 30, 40], c=[30, 40, 50])
    rows[0] |= {"comparability": "proxy"}
    found = by_region(rows)
    assert {row["indicators"] for row in found.values()} == {2}
    assert found["a"]["dropped"] == "i0 (proxy)"
    assert column(rows, "status", minimum_coverage=1)["a"] == "refused"


def test_neutral_indicators_are_left_out_by_default_and_refused_by_name() -> None:
    rows = plain(a=[1, 2, 3, 4], b=[2, 3, 4, 5])
    rows = [
        row | {"i2": {"direction": "neutral"}, "i3": {"rankable": False}}.get(row["indicator"], {})
        for row in rows
    ]
    assert by_region(rows)["a"]["dropped"] == "i2 (no-direction); i3 (not-rankable)"
    with pytest.raises(MeasureError, match=r"i2 \(no-direction\), i3 \(not-rankable\)"):
        by_region(rows, weights={"i0": 1, "i2": 1, "i3": 1})


def test_indicators_without_a_weight_are_not_asked_for() -> None:
    rows = plain(a=[1, 2, 3], b=[2, 3, 4])
    found = by_region(rows, weights={"i0": 1, "i1": 1, "i2": 0})
    assert (found["a"]["indicators"], found["a"]["dropped"]) == (2, "")


def test_values_of_another_year_or_scope_do_not_count_unless_allowed() -> None:
    rows = plain(a=[10, 20, 30], b=[20, 30, 40], c=[30, 40, 50])
    rows[0] |= {"observed_year": 2019}
    rows[4] |= {"scope": "each-county"}
    found = by_region(rows, minimum_coverage=0.5, weights={"i0": 1, "i1": 1, "i2": 1})
    assert found["a"]["dropped"] == "i0 (different-year)"
    assert found["b"]["dropped"] == "i1 (each-county-ceiling)"
    assert found["c"]["reasons"] == "too-few-indicators"
    allow = ("different-year", "different-scope", "each-county-ceiling")
    allowed = by_region(rows, allow=allow)
    assert {row["indicators"] for row in allowed.values()} == {3}
    assert allowed["a"]["reasons"] == "different-year"
    assert allowed["b"]["reasons"] == "each-county-ceiling"


def test_cautions_are_said() -> None:
    rows = plain(a=[10, 20], b=[20, 30])
    for row in rows:
        row |= {"level": {"a": "county", "b": "prefecture-city"}[row["region"]]}
        row |= {"approximate": False, "conflict": False, "derived": False, "only_in": None}
    rows[0] |= {"approximate": True, "conflict": True, "derived": True, "only_in": "浙江"}
    found = column(rows, "reasons")
    assert found["a"] == (
        "different-level; approximate; conflicting-figures; derived; one-province-scheme"
    )
    assert found["b"] == "different-level"


def test_too_few_regions_or_indicators_give_no_number() -> None:
    one = by_region(plain(a=[10, 20]), weights={"i0": 1, "i1": 1})
    assert (one["a"]["reasons"], one["a"]["score"]) == ("too-few-regions", None)
    single = by_region(plain(a=[10], b=[20]))
    assert {row["reasons"] for row in single.values()} == {"too-few-indicators"}
    assert {row["rank"] for row in single.values()} == {None}
    apart = [*plain(a=[10, 20]), value("b", "x", 1), value("b", "z", 1)]
    assert {row["status"] for row in by_region(apart).values()} == {"refused"}


# Refusals


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weights": {"i_0": 1}}, "weights='i_0' does not exist. Did you mean 'i0'?"),
        ({"weights": {"i0": -1, "i1": 1}}, "weights has i0: -1; allowed: numbers, 0 or more"),
        ({"weights": {"i0": math.nan}}, "weights has i0: nan"),
        ({"weights": {"i0": True}}, "weights has i0: True"),
        ({"weights": {"i0": "1"}}, "weights has i0: '1'"),
        ({"weights": {"i0": 0, "i1": 0}}, "weights are all zero"),
        ({"weights": {}}, "weights are all zero"),
        ({"weights": ["i0"]}, "weights=['i0']; allowed: a mapping"),
        ({"goalposts": {"io": (0, 1)}}, "goalposts='io' does not exist"),
        ({"goalposts": {"i0": (1, 0)}}, "goalposts has i0: (1, 0); allowed: two numbers"),
        ({"goalposts": {"i0": 5}}, "goalposts has i0: 5"),
        ({"goalposts": {"i0": "ab"}}, "goalposts has i0: 'ab'"),
        ({"goalposts": {"i0": (0, math.inf)}}, "goalposts has i0: (0, inf)"),
        ({"goalposts": (0, 1)}, "goalposts=(0, 1); allowed: a mapping"),
        ({"normalise": "zscore"}, "normalise='zscore' does not exist. Did you mean 'z-score'?"),
        ({"aggregate": "geometry"}, "Did you mean 'geometric'?"),
        ({"aggregate": "geometric", "normalise": "rank"}, "needs normalise='goalposts'"),
        ({"minimum_coverage": 66}, "minimum_coverage=66 is no share; allowed: 0 to 1"),
        ({"sensitivity": -1}, "sensitivity=-1; allowed: a whole number, 0 or more"),
        ({"sensitivity": True}, "sensitivity=True"),
        ({"seed": 0.5}, "seed=0.5"),
        ({"allow": ["other-year"]}, "allow='other-year' does not exist"),
    ],
)
@pytest.mark.parametrize("function", [composite, composite_variants])
def test_wrong_arguments_are_refused(
    function: Callable[..., Any], arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(CompareError, match=re.escape(message)):
        function(pd.DataFrame(plain(a=[1, 2], b=[2, 3])), **arguments)


@every_method
def test_missing_goalposts_are_named_whatever_the_method(normalise: str, aggregate: str) -> None:
    with pytest.raises(MeasureError, match=r"no goalposts for y: .* goalposts=\{'y': \(low, high"):
        by_region(THREE, normalise=normalise, aggregate=aggregate)


def test_goalposts_are_needed_only_where_they_are_used() -> None:
    rows = [*plain(a=[1, 2], b=[2, 3]), coefficient("a", 0.2)]
    assert column(rows, "status") == {"a": "ranked", "b": "ranked"}


def test_a_composite_is_of_one_year_and_kind() -> None:
    rows = plain(a=[1, 2], b=[2, 3])
    rows[0] |= {"kind": "target"}
    with pytest.raises(MeasureError, match="aligned has 2020 actual, 2020 target; do: "):
        by_region(rows)


def test_rows_that_stand_twice_or_not_at_all_are_refused() -> None:
    rows = plain(a=[1, 2], b=[2, 3])
    with pytest.raises(FrameError, match="several rows for a i0"):
        by_region([*rows, rows[0]])
    with pytest.raises(MeasureError, match="aligned has no rows"):
        composite(pl.DataFrame(rows).clear())


def test_not_a_frame_or_without_columns() -> None:
    with pytest.raises(CompareError, match="list is no frame"):
        composite(plain(a=[1, 2], b=[2, 3]))
    with pytest.raises(CompareError, match="no column lo"):
        composite(pd.DataFrame(plain(a=[1, 2], b=[2, 3])).drop(columns="lo"))


# Properties

numbers = st.integers(0, 100).map(float)


@st.composite
def tables(draw: st.DrawFn, intervals: bool = True) -> Rows:
    """Return rows of 2–5 regions with the same 2–4 indicators, some of them intervals."""
    regions = draw(st.integers(2, 5))
    rows = []
    for place in range(draw(st.integers(2, 4))):
        direction = draw(st.sampled_from(["higher", "lower"]))
        for region in range(regions):
            lo, number, hi = sorted(draw(st.tuples(numbers, numbers, numbers)))
            ends = {"lo": lo, "hi": hi} if intervals and draw(st.booleans()) else {}
            row = value(f"r{region}", f"i{place}", number, direction=direction, **ends)
            rows.append(row)
    return rows


methods = st.sampled_from(METHODS).map(lambda m: {"normalise": m[0], "aggregate": m[1]})


@given(tables(), methods)
def test_the_spread_holds_the_rank_and_every_variant(rows: Rows, method: dict[str, str]) -> None:
    frame = pl.DataFrame(rows)
    found = by_region(rows, **method)
    tried = composite_variants(frame, sensitivity=5, **method)
    for region, row in found.items():
        own = tried.filter(pl.col("region") == region)["rank"]
        assert 1 <= row["rank_best"] <= row["rank"] <= row["rank_worst"] <= len(found)
        assert row["score_lo"] <= row["score"] <= row["score_hi"]
        if method["normalise"] != "z-score":
            assert 0 <= row["score_lo"] <= row["score_hi"] <= 100
        assert (row["rank_best"], row["rank_worst"]) == (own.min(), own.max())
        assert row["rank_median"] == own.median()
        assert row["rank_share"] == pytest.approx((own == row["rank"]).mean())
        assert row["variants"] == len(own) == 12 * (1 + row["indicators"] + 5)
    base = tried.filter(pl.col("variant") == 0)
    assert dict(zip(base["region"], base["rank"], strict=True)) == {
        region: row["rank"] for region, row in found.items()
    }


@given(tables(), methods)
def test_ranks_at_the_ends_are_one_more_than_the_others_that_must_or_may_be_above(
    rows: Rows, method: dict[str, str]
) -> None:
    tried = as_rows(composite_variants(pl.DataFrame(rows), sensitivity=2, **method))
    same = ("weighting", "normalise", "aggregate")
    scores = {
        (*(row[name] for name in same), row["values"], row["region"]): row["score"] for row in tried
    }
    regions = {row["region"] for row in tried}
    opposite = {"printed": "printed", "best": "worst", "worst": "best"}
    for row in tried:
        key = (*(row[name] for name in same), opposite[row["values"]])
        above = sum(scores[*key, other] > row["score"] for other in regions - {row["region"]})
        assert row["rank"] == 1 + above


@given(tables(), methods, st.randoms(use_true_random=False))
def test_values_within_their_intervals_rank_between_the_ranks_at_the_ends(
    rows: Rows, method: dict[str, str], chance: random.Random
) -> None:
    if method["normalise"] == "z-score":  # its scale would move with the values
        return
    tried = composite_variants(pl.DataFrame(rows), sensitivity=0, **method)
    given = tried.filter(
        pl.col("weighting") == "given", *(pl.col(name) == word for name, word in method.items())
    )
    ends = {(row["values"], row["region"]): row["rank"] for row in given.rows(named=True)}
    certain = []
    for row in rows:
        number = chance.uniform(row["lo"], row["hi"])
        certain.append(row | {"value": number, "lo": number, "hi": number})
    for region, rank in ranks(certain, sensitivity=0, **method).items():
        assert ends["best", region] <= rank <= ends["worst", region]


@given(tables(), methods, st.data())
def test_a_dominated_region_never_outranks_its_dominator(
    rows: Rows, method: dict[str, str], data: st.DataObject
) -> None:
    better = []
    for row in [row for row in rows if row["region"] == "r0"]:
        step = data.draw(numbers) * (1 if row["direction"] == "higher" else -1)
        moved = {name: min(100.0, max(0.0, row[name] + step)) for name in ("value", "lo", "hi")}
        better.append(row | moved | {"region": "better"})
    tried = composite_variants(pl.DataFrame([*rows, *better]), sensitivity=5, **method)
    both = tried.filter(pl.col("region") == "r0").join(
        tried.filter(pl.col("region") == "better"), on="variant"
    )
    assert (both["rank_right"] <= both["rank"]).all()


@given(tables(), methods, st.integers(1, 50))
def test_weights_count_by_their_proportions(rows: Rows, method: dict[str, str], by: int) -> None:
    weights = {f"i{place}": place + 1 for place in range(4)}
    weights = {name: weight for name, weight in weights.items() if name in {*names(rows)}}
    scaled = {name: weight * by for name, weight in weights.items()}
    assert ranks(rows, weights=weights, **method) == ranks(rows, weights=scaled, **method)


@given(tables(), methods, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_weights_is_nothing(
    rows: Rows, method: dict[str, str], chance: random.Random
) -> None:
    shuffled = rows[:]
    chance.shuffle(shuffled)
    order = [*names(rows)]
    chance.shuffle(order)
    mixed = by_region(shuffled, weights=dict.fromkeys(order, 1), **method)
    assert mixed == by_region(rows, **method)


@given(tables(), methods, numbers)
def test_an_indicator_that_is_the_same_everywhere_changes_no_rank(
    rows: Rows, method: dict[str, str], number: float
) -> None:
    regions = sorted({row["region"] for row in rows})
    same = [value(region, "same", number) for region in regions]
    assert ranks([*rows, *same], **method) == ranks(rows, **method)


@given(tables(), methods)
def test_an_indicator_in_two_halves_changes_no_score(rows: Rows, method: dict[str, str]) -> None:
    twin = [row | {"indicator": "twin"} for row in rows if row["indicator"] == "i0"]
    halves = dict.fromkeys(names(rows), 2) | {"i0": 1, "twin": 1}
    whole = column(rows, "score", **method)
    split = column([*rows, *twin], "score", weights=halves, **method)
    assert split == pytest.approx(whole, abs=1e-8)


@given(st.lists(numbers, min_size=2, max_size=4), st.integers(2, 5), methods)
def test_equal_regions_share_the_first_rank_in_every_variant(
    profile: list[float], regions: int, method: dict[str, str]
) -> None:
    rows = plain(**{f"r{place}": profile for place in range(regions)})
    for row in by_region(rows, **method).values():
        assert (row["rank"], row["rank_best"], row["rank_worst"]) == (1, 1, 1)
        assert row["rank_share"] == 1


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    # each is first in one of three, second in another, third in the last: thirds add up
    rows = plain(a=[10, 20, 30], b=[20, 30, 10], c=[30, 10, 20], d=[0, 0, 0])
    for normalise, aggregate in METHODS:
        found = column(rows, "rank", normalise=normalise, aggregate=aggregate)
        assert found == {"a": 1, "b": 1, "c": 1, "d": 4}


def test_the_same_seed_gives_the_same_draws_and_another_does_not() -> None:
    frame = pl.DataFrame(plain(a=[10, 25], b=[20, 11], c=[15, 18]))
    first, again, other = (
        composite_variants(frame, sensitivity=20, seed=seed) for seed in (1, 1, 2)
    )
    assert first.equals(again)
    drawn = pl.col("weighting").str.starts_with("draw")
    assert not first.filter(drawn).equals(other.filter(drawn))
    assert first.filter(~drawn).equals(other.filter(~drawn))


def test_drawn_weights_lie_around_those_given_and_vary_by_a_quarter() -> None:
    # with i0 at 100 and the rest at 0, a region's score is the weight of i0 in per cent
    frame = pl.DataFrame(plain(a=[100, 0, 0, 0], b=[0, 0, 0, 0]))
    tried = composite_variants(frame, sensitivity=4000)
    drawn = tried.filter(
        pl.col("weighting").str.starts_with("draw"),
        pl.col("region") == "a",
        pl.col("values") == "printed",
        pl.col("normalise") == "goalposts",
        pl.col("aggregate") == "arithmetic",
    )["score"]
    assert len(drawn) == 4000
    assert drawn.mean() == pytest.approx(25, rel=0.02)
    assert drawn.std() == pytest.approx(25 / 4, rel=0.05)


def test_every_combination_is_tried_once() -> None:
    tried = composite_variants(pd.DataFrame(plain(a=[1, 2], b=[2, 1])), sensitivity=2)
    weightings = ["given", "without i0", "without i1", "draw 1", "draw 2"]
    keys = ["weighting", "normalise", "aggregate", "values"]
    own = tried[tried["region"] == "a"]
    assert sorted(own[keys].itertuples(index=False, name=None)) == sorted(
        (weighting, *method, end)
        for weighting, method, end in product(weightings, METHODS, ("printed", "best", "worst"))
    )
    assert own["variant"].tolist() == list(range(len(own)))
    assert own.iloc[0][keys].tolist() == ["given", "goalposts", "arithmetic", "printed"]


def names(rows: Rows) -> list[str]:
    return sorted({row["indicator"] for row in rows})


def ranks(rows: Rows, **arguments: Any) -> dict[str, int]:
    return column(rows, "rank", **arguments)


# The real data


RETENTION = {"compulsory_retention": (0, 100)}
"""Retention has no cap: pupils who move in can take it above 100."""


@pytest.mark.parametrize("frame", ["pandas", "polars", "duckdb"])
def test_real_actuals(frame: str, project: Any) -> None:
    row = compare.align(
        compare.observations(frame=frame), year=2020, kind="actual", evidence=compare.evidence()
    )
    found = {row["region"]: row for row in as_rows(composite(row, goalposts=RETENTION))}
    status = {region: row["status"] for region, row in found.items()}
    assert status == {
        "fushun": "refused",
        "ningbo": "missing",
        "pingyang": "ranked",
        "quzhou": "missing",
        "xiangshan": "ranked",
    }
    assert "gaokao_first_line_rate (not-applicable)" in found["fushun"]["lacking"]
    assert "preschool_enrolment (only-proxy)" in found["fushun"]["lacking"]
    # 象山 prints 25%以上 of the first line: it may be the first as well
    for region in ("pingyang", "xiangshan"):
        row = found[region]
        assert (row["rank_best"], row["rank_worst"]) == (1, 2)
        assert row["variants"] == 12 * (1 + row["indicators"] + DRAWS)
    assert found["xiangshan"]["score_hi"] > found["pingyang"]["score"] > found["xiangshan"]["score"]


def test_real_targets_have_nothing_that_five_regions_share(project: Any) -> None:
    row = compare.align(
        compare.observations(), year=2025, kind="target", evidence=compare.evidence()
    )
    wanted = dict.fromkeys(["inclusive_children_share", "dual_qualified_share"], 1)
    found = composite(row, weights=wanted).set_index("region")
    assert found.loc["fushun", "status"] == found.loc["xiangshan", "status"] == "ranked"
    assert (found.loc[["ningbo", "quzhou", "pingyang"], "status"] != "ranked").all()
    assert found.loc["fushun", "reasons"].startswith("interval; different-level")


def test_real_coefficients_need_goalposts(project: Any) -> None:
    row = compare.align(
        compare.observations(theme="balance"), year=2025, kind="target", evidence=compare.evidence()
    )
    wanted = dict.fromkeys(["balance_junior", "balanced_county_year"], 1)
    with pytest.raises(MeasureError, match=r"weights has balanced_county_year \(no-direction\)"):
        composite(row, weights=wanted)
    with pytest.raises(UnknownValueError, match="Did you mean 'balance_junior'"):
        composite(row, weights={"balance_juniors": 1})
