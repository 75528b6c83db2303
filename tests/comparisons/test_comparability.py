"""Contests: who competes with whom, and what is said beside it."""

import polars as pl
import pytest
from comparing import PINGYANG, PLACES, aligned_frames, as_kind, by, moment_of, reasons_of, records
from hypothesis import given
from hypothesis import strategies as st
from trying import tried

import compare

ALLOWED = ("different-year", "different-scope", "each-county-ceiling")


def placed(region, lo, *names, **more):
    """Return a row of a known place, of which only some columns are told."""
    return {"region": region, "lo": lo, **{n: PLACES[region][n] for n in names}, **more}


def ranks_of(rows, **options):
    frame = rows if isinstance(rows, pl.DataFrame) else moment_of(rows)
    return {
        region: row["rank"]
        for region, row in by(compare.rankings(frame, **options), "region").items()
    }


# --- part and whole -----------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("parent",), ("adcode",), ("parent", "adcode")])
@pytest.mark.parametrize("kind", ["polars", "duckdb"])
def test_a_city_steps_aside_for_its_county(names, kind):
    rows = [
        placed("ningbo", 9.0, *names),
        placed("xiangshan", 8.0, *names),
        placed("fushun", 7.0, *names),
    ]
    frame = as_kind(moment_of(rows), kind)
    found = by(compare.rankings(frame), "region")
    assert [found[region]["rank"] for region in ("ningbo", "xiangshan", "fushun")] == [None, 1, 2]
    assert {found[region]["of"] for region in ("xiangshan", "fushun")} == {2}
    assert reasons_of(found["ningbo"]) == ["part-and-whole"]
    best = by(compare.gaps(frame, to="best"), "region")
    assert best["ningbo"]["verdict"] == "not-comparable"
    assert best["xiangshan"]["verdict"] == "level"
    assert best["fushun"]["gap"] == -1  # of 8, not of the 9 of the whole
    for to in ("median", "mean"):
        middle = by(compare.gaps(frame, to=to), "region")
        assert middle["ningbo"]["verdict"] == "not-comparable"
        assert middle["fushun"]["reference_value"] == 7.5


@pytest.mark.parametrize("names", [("parent",), ("adcode",), ("parent", "adcode")])
def test_a_pair_of_part_and_whole_is_not_compared_but_shown(names):
    frame = moment_of([placed("ningbo", 9.0, *names), placed("xiangshan", 8.0, *names)])
    for row in records(compare.gaps(frame, to="every")):
        assert (row["verdict"], row["gap"], row["gap_lo"]) == ("not-comparable", None, None)
        assert reasons_of(row) == ["part-and-whole"]
        assert row["value"] is not None
        assert row["reference_value"] is not None
    for row in records(compare.gaps(frame, to="every", allow=["part-and-whole"])):
        assert row["verdict"] in ("ahead", "behind")
        assert reasons_of(row) == ["part-and-whole"]  # overruled, and still said


@pytest.mark.parametrize("between", [False, True])
def test_a_province_steps_aside_for_a_county_with_or_without_the_city_between(between):
    rows = [
        placed("zhejiang", 9.0, "adcode"),
        placed("xiangshan", 8.0, "adcode"),
        placed("fushun", 7.0, "adcode"),
    ]
    if between:
        rows.append(placed("ningbo", 8.5, "adcode"))
    found = ranks_of(rows)
    assert found.pop("zhejiang") is None
    assert found.pop("ningbo", None) is None
    assert found == {"xiangshan": 1, "fushun": 2}


def test_by_parent_alone_a_whole_steps_aside_for_the_city_that_steps_aside_for_its_county():
    rows = [placed(region, 9.0, "parent") for region in ("zhejiang", "ningbo", "xiangshan")]
    assert ranks_of(rows) == {"zhejiang": None, "ningbo": None, "xiangshan": 1}


def test_siblings_and_strangers_compete():
    rows = [placed(region, 8.0 + n, "parent", "adcode")
            for n, region in enumerate(("xiangshan", "ninghai", "pingyang", "fushun"))]  # fmt: skip
    assert ranks_of(rows) == {"xiangshan": 4, "ninghai": 3, "pingyang": 2, "fushun": 1}


def test_a_whole_stays_where_no_part_has_a_value():
    rows = [
        placed("ningbo", 9.0, "adcode"),
        placed("xiangshan", None, "adcode"),
        placed("fushun", 7.0, "adcode"),
    ]
    assert ranks_of(rows) == {"ningbo": 1, "xiangshan": None, "fushun": 2}


def test_a_whole_steps_aside_in_the_contests_of_its_parts_alone():
    part = placed("xiangshan", 8.0, "adcode", indicator="with")
    rows = [placed(region, 9.0, "adcode", indicator=indicator)
            for region in ("ningbo", "fushun") for indicator in ("with", "without")]  # fmt: skip
    frame = moment_of([*rows, part])
    found = by(compare.rankings(frame), "region", "indicator")
    assert found["ningbo", "with"]["rank"] is None
    assert found["ningbo", "without"]["rank"] == 1


def test_the_code_of_a_district_lies_in_its_municipality():
    rows = [
        {"region": "beijing", "lo": 9.0, "adcode": "110000"},
        {"region": "haidian", "lo": 8.0, "adcode": "110108"},
        {"region": "tianjin", "lo": 7.0, "adcode": "120000"},
    ]
    assert ranks_of(rows) == {"beijing": None, "haidian": 1, "tianjin": 2}


def test_without_parents_and_codes_nothing_is_known_of_parts():
    rows = [placed("ningbo", 9.0), placed("xiangshan", 8.0)]
    assert ranks_of(rows) == {"ningbo": 1, "xiangshan": 2}


@pytest.mark.parametrize("options", [{"horizon": "latest"}, {"horizon": "nearest", "within": 3}])
def test_ningbo_and_xiangshan_never_compete(project, options):
    frame = compare.observations(frame="polars")
    aligned = compare.align(frame, year=2025, kind="target", proxies=True, **options)
    printed = aligned.filter(status="observed")
    both = set(printed.filter(region="ningbo")["indicator"])
    both &= set(printed.filter(region="xiangshan")["indicator"])
    assert len(both) >= 3
    for allow in ([], ["different-year"], ALLOWED, [*ALLOWED, "part-and-whole"]):
        ranked = by(compare.rankings(aligned, allow=allow), "region", "indicator")
        best = by(compare.gaps(aligned, to="best", allow=allow), "region", "indicator")
        overruled = [name for name in allow if name != "part-and-whole"]
        pairs = by(compare.gaps(aligned, to="xiangshan", allow=overruled), "region", "indicator")
        for indicator in both:
            assert pairs["ningbo", indicator]["verdict"] == "not-comparable"
            assert "part-and-whole" in reasons_of(pairs["ningbo", indicator])
            if allow:  # else each stands in a contest of its own year
                assert ranked["ningbo", indicator]["rank_best"] is None
                assert best["ningbo", indicator]["verdict"] == "not-comparable"
            if allow and ranked["ningbo", indicator]["direction"] != "neutral":
                assert "part-and-whole" in reasons_of(ranked["ningbo", indicator])


@tried(7)
@given(aligned_frames(least=3), st.sampled_from([(), ("different-year",), ALLOWED]))
def test_no_region_ever_competes_with_its_own_part(frame, allow):
    keys = ["indicator", "kind"]
    keys += [] if "different-year" in allow else ["observed_year"]
    keys += [] if "different-scope" in allow else ["scope"]
    contests = {}
    for row in records(compare.rankings(frame, allow=allow)):
        if row["rank_best"] is not None:
            contests.setdefault(tuple(row[key] for key in keys), set()).add(row["region"])
    by_parent, by_code = "parent" in frame.columns, "adcode" in frame.columns
    for regions in contests.values():
        if by_code or by_parent:
            assert not {"ningbo", "xiangshan"} <= regions
            assert not {"zhejiang", "ningbo"} <= regions
        if by_code:
            assert not {"zhejiang", "pingyang"} <= regions
            assert not {"zhejiang", "xiangshan"} <= regions


# --- years and scopes ---------------------------------------------------------------------------


def test_values_of_different_years_compete_on_request_alone_and_say_so():
    rows = [
        {"region": "a", "lo": 9.0, "observed_year": 2020},
        {"region": "b", "lo": 8.0, "observed_year": 2018},
        {"region": "c", "lo": 7.0, "observed_year": 2020},
    ]
    found = by(compare.rankings(moment_of(rows)), "region")
    assert [found[region]["rank"] for region in "abc"] == [1, 1, 2]
    assert [found[region]["of"] for region in "abc"] == [2, 1, 2]
    assert [reasons_of(found[region]) for region in "abc"] == [[], ["different-year", "alone"], []]
    found = by(compare.rankings(moment_of(rows), allow=["different-year"]), "region")
    assert [found[region]["rank"] for region in "abc"] == [1, 2, 3]
    assert all(reasons_of(row) == ["different-year"] for row in found.values())
    best = by(compare.gaps(moment_of(rows), to="best", allow=["different-year"]), "region")
    assert [best[region]["gap"] for region in "abc"] == [0, -1, -2]
    assert all(reasons_of(row) == ["different-year"] for row in best.values())


def test_a_ceiling_for_each_county_competes_with_no_value_of_a_region():
    rows = [
        {"region": "a", "lo": 0.3, "scope": "region"},
        {"region": "b", "lo": 0.0, "hi": 0.35, "scope": "each-county"},
        {"region": "c", "lo": 0.4, "scope": "region"},
    ]
    frame = moment_of(rows, direction="lower")
    assert ranks_of(frame) == {"a": 1, "b": 1, "c": 2}
    for allow in (["different-scope"], ["each-county-ceiling"]):  # it takes both
        assert by(compare.rankings(frame, allow=allow), "region")["b"]["of"] == 1
    found = by(compare.rankings(frame, allow=ALLOWED), "region")
    assert {row["of"] for row in found.values()} == {3}
    assert all("different-scope" in reasons_of(row) for row in found.values())
    pairs = by(compare.gaps(frame, to="b"), "region")
    assert pairs["a"]["verdict"] == pairs["c"]["verdict"] == "not-comparable"
    assert reasons_of(pairs["a"]) == ["each-county-ceiling"]
    pairs = by(compare.gaps(frame, to="b", allow=["each-county-ceiling"]), "region")
    assert [pairs[region]["verdict"] for region in "abc"] == ["undetermined", "level", "behind"]
    assert reasons_of(pairs["c"]) == ["each-county-ceiling"]


def test_other_scopes_are_different_scopes():
    rows = [
        {"region": "a", "lo": 1.0, "scope": "region"},
        {"region": "b", "lo": 2.0, "scope": "each-school"},
    ]
    pairs = by(compare.gaps(moment_of(rows), to="b"), "region")
    assert (pairs["a"]["verdict"], reasons_of(pairs["a"])) == (
        "not-comparable",
        ["different-scope"],
    )
    pairs = by(compare.gaps(moment_of(rows), to="b", allow=["each-county-ceiling"]), "region")
    assert pairs["a"]["verdict"] == "not-comparable"
    pairs = by(compare.gaps(moment_of(rows), to="b", allow=["different-scope"]), "region")
    assert (pairs["a"]["verdict"], reasons_of(pairs["a"])) == ("behind", ["different-scope"])


def test_actuals_and_targets_never_meet():
    rows = [
        {"region": "a", "lo": 1.0, "kind": "actual"}, {"region": "b", "lo": 2.0, "kind": "target"},
        {"region": "c", "lo": 3.0, "kind": "actual"},
    ]  # fmt: skip
    frame = moment_of(rows)
    assert ranks_of(frame) == {"a": 2, "b": 1, "c": 1}
    for row in records(compare.gaps(frame, to="every", allow=ALLOWED)):
        assert {row["region"], row["reference"]} == {"a", "c"}
    assert by(compare.gaps(frame, to="b"), "region")["a"]["verdict"] == "missing"


# --- cautions -----------------------------------------------------------------------------------

PLAIN = {
    "level": "county", "comparability": "exact", "approximate": False, "conflict": False,
    "derived": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("different-level", {"level": "prefecture-city"}),
        ("proxy", {"comparability": "proxy"}),
        ("approximate", {"approximate": True}),
        ("conflicting-figures", {"conflict": True}),
        ("derived", {"derived": True}),
    ],
)
def test_a_caution_is_shown_on_both_sides_and_forbids_nothing(name, one):
    frame = moment_of(
        [{"region": "a", "lo": 1.0, **PLAIN}, {"region": "b", "lo": 2.0, **PLAIN, **one}]
    )
    for to in ("every", "best", "median", "mean"):
        found = by(compare.gaps(frame, to=to), "region")
        assert found["a"]["verdict"] == "behind"
        assert all(reasons_of(row) == [name] for row in found.values())
    ranked = by(compare.rankings(frame), "region")
    assert [ranked[region]["rank"] for region in "ab"] == [2, 1]
    assert reasons_of(ranked["b"]) == [name]


def test_a_scheme_of_one_province_is_shown_as_such():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}], only_in="浙江")
    for found in (compare.gaps(frame, to="every"), compare.gaps(frame), compare.rankings(frame)):
        assert all(reasons_of(row) == ["one-province-scheme"] for row in records(found))


@pytest.mark.parametrize(("code", "said"), [("330326", []), ("210400", ["one-province-scheme"])])
def test_a_scheme_is_a_caution_between_two_provinces_only(code, said):
    rows = [{"region": "a", "lo": 1.0, "adcode": "330225"}]
    rows += [{"region": "b", "lo": 2.0, "adcode": code}]
    frame = moment_of(rows, only_in="浙江")
    for to in ("every", "best", "median"):
        found = compare.gaps(frame, to=to)
        assert all(reasons_of(row) == said for row in records(found)), to
    assert all(reasons_of(row) == said for row in records(compare.rankings(frame)))


def test_several_reasons_are_joined():
    one = {"approximate": True, "comparability": "proxy", "level": "prefecture-city"}
    frame = moment_of(
        [{"region": "a", "lo": 1.0, **PLAIN}, {"region": "b", "lo": 2.0, **PLAIN, **one}]
    )
    row = by(compare.gaps(frame, to="b"), "region")["a"]
    assert row["reasons"] == "different-level; proxy; approximate"


@tried(7)
@given(aligned_frames())
def test_the_reasons_of_a_pair_are_what_is_true_of_it(frame):
    cells = by(frame, "region", "indicator", "kind")
    for row in records(compare.gaps(frame, to="every", allow=[*ALLOWED, "part-and-whole"])):
        if row["verdict"] == "missing":
            assert reasons_of(row) in (["not-in-text"], ["reference-missing"])
            continue
        other = cells[row["reference"], row["indicator"], row["kind"]]
        scopes = {row["scope"], other["scope"]}
        provinces = {str(one.get("adcode") or "")[:2] for one in (row, other)}
        expected = {
            "different-year": row["observed_year"] != other["observed_year"],
            "each-county-ceiling": len(scopes) == 2 and "each-county" in scopes,
            "different-scope": len(scopes) == 2 and "each-county" not in scopes,
            "no-direction": row["direction"] == "neutral",
            "different-level": row["level"] != other["level"],
            "proxy": "proxy" in (row["comparability"], other["comparability"]),
            "approximate": row["approximate"] or other["approximate"],
            "conflicting-figures": row["conflict"] or other["conflict"],
            "derived": row["derived"] or other["derived"],
            "one-province-scheme": row["only_in"] is not None
            and (len(provinces) > 1 or "" in provinces),  # without a code nobody knows
        }
        names = [name for name in reasons_of(row) if name != "part-and-whole"]
        assert names == [name for name, holds in expected.items() if holds]
        assert (row["verdict"] == "not-comparable") == expected["no-direction"]


@pytest.mark.parametrize(
    ("level", "other", "differ"),
    [("county", "county-city", False), ("district", "county", False),
     ("county-city", "district", False),
     ("district", "prefecture-city", True), ("prefecture-city", "province", True)],
)  # fmt: skip
def test_regions_of_one_rank_are_of_no_different_level(level, other, differ):
    frame = moment_of(
        [{"region": "a", "lo": 20.0, "level": level}, {"region": "b", "lo": 13.0, "level": other}]
    )
    for compared in (compare.gaps(frame, to="every"), compare.gaps(frame), compare.rankings(frame)):
        said = {name for row in records(compared) for name in reasons_of(row)}
        assert ("different-level" in said) == differ


# --- what cannot be ranked ----------------------------------------------------------------------


def test_counts_have_no_better_and_no_worse():
    frame = moment_of(
        [{"region": "a", "lo": 20.0}, {"region": "b", "lo": 13.0}],
        direction="neutral",
        rankable=False,
    )
    ranked = by(compare.rankings(frame), "region")
    assert all(row["rank"] is None and row["of"] is None for row in ranked.values())
    found = [compare.rankings(frame)]
    found += [compare.gaps(frame, to=to) for to in ("best", "median", "mean", "every", "a")]
    for rows in found:
        for row in records(rows):
            assert reasons_of(row) == ["no-direction"]
            assert row.get("verdict", "not-comparable") == "not-comparable"
            assert row.get("gap") is None


def test_what_is_not_to_be_ranked_is_not():
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}], rankable=False)
    assert all(reasons_of(row) == ["not-rankable"] for row in records(compare.rankings(frame)))
    for row in records(compare.gaps(frame, to="best")):
        assert (row["verdict"], reasons_of(row)) == ("not-comparable", ["not-rankable"])


@tried(7)
@given(aligned_frames(), st.sampled_from(["best", "median", "mean", "every", "pingyang"]))
def test_no_verdict_without_a_value_and_no_refusal_without_a_reason(frame, to):
    for row in records(compare.gaps(frame, to=to, evidence=PINGYANG)):
        ends = (row["lo"], row["hi"])
        if row["verdict"] in ("not-comparable", "missing"):
            assert reasons_of(row)
            assert (row["gap"], row["gap_lo"], row["gap_hi"]) == (None, None, None)
        else:
            assert ends != (None, None)
        if ends == (None, None):
            assert row["verdict"] == "missing"
    for row in records(compare.rankings(frame)):
        assert (row["rank_best"] is None) <= bool(reasons_of(row))
