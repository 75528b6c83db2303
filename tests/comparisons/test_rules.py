"""Rules: a row of the table is all that a new reason takes."""

import polars as pl
import pytest
from comparing import KINDS, as_kind, by, moment_of, reasons_of, records

import compare
from compare import reasons as table
from compare.comparisons import rules
from compare.comparisons.dispersion import dispersion
from compare.composites.composite import composite
from compare.errors import UnknownValueError

OF_PLANS = {
    "beyond-the-range", "different-period", "met-and-lost", "met-when-set", "no-baseline",
    "no-later-actual", "on-the-edge", "years-not-stated",
}  # fmt: skip
"""What attainment says of a target and its outcome."""

OF_TABLES = {"different-kind"}
"""What a table of two regions states: no comparison sets a target beside an outcome."""

STATES = {
    "alone", "no-benchmark", "other-year", "only-proxy", "only-target", "only-actual",
    "not-in-text", "not-in-table", "not-applicable",
    "undetermined", "target", "each-of-several", "assessed-by-county",
}  # fmt: skip
"""Rules that are no condition of a row: they are set where the row is made."""


@pytest.fixture
def add(monkeypatch):
    """Return a function that adds rows to the table of reasons."""
    known = dict(table.reasons())

    def added(**reason):
        given = {"overrulable": False, "zh": "", "en": "", "sentence_zh": "", "sentence_en": ""}
        one = table.Reason(**{**given, **reason})
        known[one.name] = one
        monkeypatch.setattr(table, "_table", lambda: known)

    return added


def rows(kind="polars", **cells):
    """Return three regions, and a column of the reason's own."""
    names = ("a", "b", "c")
    frame = moment_of([{"region": name, "lo": float(number)} for number, name in enumerate(names)])

    return as_kind(
        frame.with_columns(**{key: pl.Series(key, value) for key, value in cells.items()}), kind
    )


def said(result):
    return {region: reasons_of(row) for region, row in by(result, "region").items()}


def test_every_rule_of_the_table_is_known():
    names = {reason.rule for reason in table.reasons().values()}
    unknown = names - {"differs", "flagged", *rules.NAMED, *STATES, *OF_PLANS, *OF_TABLES}
    assert not unknown, f"rules.py: NAMED has no function for {', '.join(sorted(unknown))}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_flag_that_cautions(add, kind):
    add(name="provisional", effect="cautions", rule="flagged", needs=("early",))
    frame = rows(kind, early=[True, False, None])
    assert said(compare.gaps(frame, to="a")) == {
        "a": [], "b": ["provisional"], "c": ["provisional"]
    }  # fmt: skip
    assert said(compare.gaps(frame, to="b")) == {"a": ["provisional"], "b": [], "c": []}
    for to in ("best", "median", "mean"):
        assert said(compare.gaps(frame, to=to)) == {key: ["provisional"] for key in "abc"}
    assert said(compare.rankings(frame)) == {"a": ["provisional"], "b": [], "c": []}
    (row,) = records(dispersion(frame))
    assert row["reasons"] == "provisional"
    assert said(compare.rankings(rows(kind)))["a"] == []  # without the column


@pytest.mark.parametrize("kind", KINDS)
def test_a_flag_that_forbids_and_is_overruled(add, kind):
    add(name="estimated", effect="forbids", overrulable=True, rule="flagged", needs=("guess",))
    frame = rows(kind, guess=[False, False, True])
    gaps = by(compare.gaps(frame, to="a"), "region")
    assert (gaps["c"]["verdict"], gaps["c"]["gap"]) == ("not-comparable", None)
    assert reasons_of(gaps["c"]) == ["estimated"]
    assert gaps["b"]["gap"] == 1
    best = by(compare.gaps(frame, to="best"), "region")
    assert (best["c"]["verdict"], reasons_of(best["c"])) == ("not-comparable", ["estimated"])
    assert (best["a"]["gap"], reasons_of(best["a"])) == (-1, [])
    ranks = by(compare.rankings(frame), "region")
    assert (ranks["b"]["rank"], ranks["b"]["of"], ranks["c"]["rank_best"]) == (1, 2, None)
    assert reasons_of(ranks["c"]) == ["estimated"]
    (row,) = records(dispersion(frame))
    assert (row["n"], row["excluded"], row["reasons"]) == (2, 1, "estimated")
    allow = ["estimated"]
    assert by(compare.gaps(frame, to="best", allow=allow), "region")["a"]["gap"] == -2
    assert by(compare.gaps(frame, to="a", allow=allow), "region")["c"]["gap"] == 2
    assert by(compare.rankings(frame, allow=allow), "region")["c"]["rank"] == 1
    assert records(dispersion(frame, allow=allow))[0]["n"] == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_difference_that_cautions(add, kind):
    add(name="different-method", effect="cautions", rule="differs", needs=("method",))
    frame = rows(kind, method=["survey", "survey", "register"])
    assert said(compare.gaps(frame, to="a")) == {"a": [], "b": [], "c": ["different-method"]}
    for result in (compare.gaps(frame), compare.gaps(frame, to="median"), compare.rankings(frame)):
        assert said(result) == {key: ["different-method"] for key in "abc"}
    assert records(dispersion(frame))[0]["reasons"] == "different-method"
    assert said(compare.rankings(rows(kind, method=["survey"] * 3))) == {key: [] for key in "abc"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_difference_that_forbids_and_is_overruled(add, kind):
    add(
        name="different-method",
        effect="forbids",
        overrulable=True,
        rule="differs",
        needs=("method",),
    )
    frame = rows(kind, method=["survey", "survey", "register"])
    gaps = by(compare.gaps(frame, to="a"), "region")
    assert (gaps["c"]["verdict"], reasons_of(gaps["c"])) == ("not-comparable", ["different-method"])
    best = by(compare.gaps(frame), "region")
    assert (best["a"]["gap"], best["c"]["verdict"]) == (-1, "not-comparable")
    ranks = by(compare.rankings(frame), "region")
    assert (ranks["b"]["rank"], ranks["b"]["of"]) == (1, 2)
    assert (ranks["c"]["of"], reasons_of(ranks["c"])) == (1, ["alone"])
    (row,) = records(dispersion(frame))
    assert (row["n"], row["excluded"], row["reasons"]) == (2, 1, "different-method")
    allow = ["different-method"]
    assert by(compare.gaps(frame, allow=allow), "region")["a"]["gap"] == -2
    assert said(compare.rankings(frame, allow=allow)) == dict.fromkeys("abc", allow)
    assert records(dispersion(frame, allow=allow))[0]["n"] == 3


def test_what_is_unsaid_differs_from_nothing_between_two(add):
    add(
        name="different-method",
        effect="forbids",
        overrulable=True,
        rule="differs",
        needs=("method",),
    )
    frame = rows(method=["survey", None, None])
    assert by(compare.gaps(frame, to="a"), "region")["b"]["gap"] == 1
    ranks = by(compare.rankings(frame), "region")
    assert [ranks[name]["of"] for name in "abc"] == [1, 2, 2]


@pytest.mark.parametrize("horizon", ["exact", "latest", "path"])
def test_align_carries_what_a_reason_needs(add, horizon):
    frame = rows(early=[True, False, None]).with_columns(kind=pl.lit("actual"))
    assert "early" not in compare.align(frame).columns
    add(name="provisional", effect="cautions", rule="flagged", needs=("early",))
    later = frame.with_columns(kind=pl.lit("target"), year=2022)
    both = pl.concat([frame, later], how="vertical_relaxed")
    year, kind = (2021, None) if horizon == "path" else (2020, "actual")
    aligned = compare.align(both, year=year, kind=kind, horizon=horizon)
    cells = {row["region"]: row["early"] for row in records(aligned)}
    assert cells == {"a": True, "b": False, "c": False}
    assert "provisional" in said(compare.rankings(aligned))["a"]


def test_a_composite_says_it_too(add):

    add(name="provisional", effect="cautions", rule="flagged", needs=("early",))
    add(name="estimated", effect="forbids", overrulable=True, rule="flagged", needs=("guess",))
    frame = pl.concat(
        [
            rows(early=[True, False, False]),
            rows(early=[False] * 3).with_columns(indicator=pl.lit("rate")),
        ]
    )
    posts = {"share": (0, 10), "rate": (0, 10)}
    found = by(composite(frame, goalposts=posts, sensitivity=5), "region")
    assert "provisional" in reasons_of(found["a"])
    assert "provisional" not in reasons_of(found["b"])
    guessed = frame.with_columns(guess=pl.col("region") == "c")
    found = by(composite(guessed, goalposts=posts, sensitivity=5), "region")
    assert found["c"]["rank"] is None
    assert "share (estimated)" in found["c"]["dropped"]


def test_only_what_may_be_overruled_is_allowed(add):
    add(name="provisional", effect="cautions", rule="flagged", needs=("early",))
    with pytest.raises(UnknownValueError, match="provisional"):
        compare.rankings(rows(), allow=["provisional"])


def test_no_flag_leaves_nothing_or_the_status():
    status = pl.Series(["observed", "not-in-text", None])
    frame = pl.DataFrame({"status": status})
    none = frame.with_columns(said=rules.joined({}))
    assert none["said"].to_list() == ["", "", ""]
    told = frame.with_columns(said=rules.joined({}, pl.col("status")))
    assert told["said"].to_list() == ["", "not-in-text", ""]
