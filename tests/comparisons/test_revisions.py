"""Revisions: raised, lowered, postponed, advanced, dropped, new, unchanged; met when it was set."""

from datetime import date

import pandas as pd
import polars as pl
import pytest
from comparing import (
    KINDS,
    as_kind,
    by,
    columns,
    connection,
    kind_of,
    reasons_of,
    records,
    row_of,
)
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.errors import FrameError
from compare.ledger.evidence import Evidence

TYPES = {
    "region": pl.String, "indicator": pl.String, "document": pl.String, "edition": pl.String,
    "issued": pl.Date, "series": pl.String, "year": pl.Int64, "kind": pl.String,
    "value": pl.Float64, "lo": pl.Float64, "hi": pl.Float64, "comparator": pl.String,
    "approximate": pl.Boolean, "comparability": pl.String, "scope": pl.String,
    "use": pl.String, "direction": pl.String, "unit": pl.String, "figure": pl.String,
}  # fmt: skip
SIGNS = (">=", "<=", ">", "<", "~")


def said(edition, year, text, kind="target", **more):
    """Return a statement of the plan of an edition, from the way it is printed."""
    sign, number = next(((s, text[len(s) :]) for s in SIGNS if text.startswith(s)), ("=", text))
    low, _, high = number.partition("-")
    lo, hi = float(low), float(high or low)
    return {
        "region": "a", "indicator": "x", "document": f"plan-{edition}", "edition": str(edition),
        "year": year, "kind": kind, "comparator": "range" if high else sign,
        "value": None if high else lo, "lo": None if sign in ("<", "<=") else lo,
        "hi": None if sign in (">", ">=") else hi, "approximate": sign == "~",
        "direction": "higher", "unit": "%", "figure": f"plan-{edition}/{year}{kind}",
    } | more  # fmt: skip


def frame(rows, **types):
    names = {name: (TYPES | types)[name] for row in rows for name in row}
    return pl.DataFrame([{name: row.get(name) for name in names} for row in rows], schema=names)


def revised(*rows, **more):
    return row_of(compare.revisions(frame(rows), **more))


# --- worked by hand -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "direction", "change", "difference", "years"),
    [
        ((2025, ">=50"), (2025, ">=55"), "higher", "raised", 5, 0),
        ((2025, ">=50"), (2025, ">50"), "higher", "raised", 0, 0),
        ((2025, ">=50"), (2025, ">=45"), "higher", "lowered", -5, 0),
        ((2025, ">=50"), (2025, ">=50"), "higher", "unchanged", 0, 0),
        ((2025, ">=50"), (2027, ">=50"), "higher", "postponed", 0, 2),
        ((2025, ">=50"), (2024, ">=50"), "higher", "advanced", 0, -1),
        ((2025, ">=50"), (2030, ">=60"), "higher", "raised", 10, 5),
        ((2025, ">=50"), (2030, ">=40"), "higher", "lowered", -10, 5),
        ((2025, "<=0.3"), (2025, "<=0.25"), "lower", "raised", -0.05, 0),  # it asks more
        ((2025, "0.3"), (2025, "0.35"), "lower", "lowered", 0.05, 0),
        ((2025, "50"), (2025, ">=50"), "higher", "unchanged", 0, 0),
        ((2025, "8"), (2025, "10"), "neutral", "raised", 2, 0),
        ((2025, "8"), (2025, "6"), "neutral", "lowered", -2, 0),
        ((2025, "45-50"), (2025, ">=45"), "higher", "changed", None, 0),
        ((2025, "45-50"), (2025, "47-50"), "higher", "raised", None, 0),
        ((2025, "<=60"), (2025, "<=50"), "higher", "changed", -10, 0),  # bounds the worse side
    ],
)
def test_what_became_of_a_target(old, new, direction, change, difference, years):
    row = revised(said(13, *old, direction=direction), said(14, *new, direction=direction))
    assert (row["change"], row["difference"], row["years"]) == (change, difference, years)
    assert (row["previous_document"], row["document"]) == ("plan-13", "plan-14")
    assert (row["previous_year"], row["target_year"]) == (old[0], new[0])
    assert row["difference_unit"] == "percentage points"


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [(2025, 2026, "postponed"), (2027, 2025, "advanced"), (2025, 2025, "unchanged")],
)
def test_a_target_that_is_itself_a_year_moves_by_it(old, new, change):
    dated = {"unit": "year", "direction": "neutral"}
    row = revised(said(13, old, str(old), **dated), said(14, new, str(new), **dated))
    assert (row["change"], row["years"]) == (change, new - old)


def test_a_plan_is_compared_with_the_plan_before_and_not_with_points_between():
    dated = [("2021-01-01", "plan"), ("2025-02-01", None), ("2026-01-01", "plan")]
    rows = [
        said(number, year, text, issued=date.fromisoformat(day), series=series)
        for number, (day, series), year, text in zip(
            (14, 14.5, 15), dated, (2025, 2025, 2030), (">=99", ">=98", ">=99.5"), strict=True
        )
    ]
    found = by(compare.revisions(frame(rows)), "document")
    told = {name: (row["previous_document"], row["change"]) for name, row in found.items()}
    assert told == {"plan-14.5": ("plan-14", "lowered"), "plan-15": ("plan-14", "raised")}


def test_what_has_not_lapsed_is_compared_with_before_what_is_of_one_series():
    dated = [("2023-01-01", "report"), ("2024-10-01", "plan"), ("2025-01-01", "report")]
    rows = [
        said(number, year, text, issued=date.fromisoformat(day), series=series)
        for number, (day, series), year, text in zip(
            (1, 2, 3), dated, (2023, 2027, 2025), (">=58", ">=85", ">=85"), strict=True
        )
    ]
    found = by(compare.revisions(frame(rows)), "document")
    assert found["plan-3"]["previous_document"] == "plan-2"
    assert (found["plan-3"]["change"], found["plan-3"]["years"]) == ("advanced", -2)


def test_what_is_new_and_what_was_dropped():
    rows = [
        said(13, 2020, ">=80"), said(13, 2020, ">=10", indicator="old"),
        said(14, 2025, ">=85"), said(14, 2025, ">=20", indicator="new"),
    ]  # fmt: skip
    found = by(compare.revisions(frame(rows)), "indicator")
    assert {name: row["change"] for name, row in found.items()} == {
        "x": "raised", "old": "dropped", "new": "new",
    }  # fmt: skip
    dropped, new = found["old"], found["new"]
    assert (dropped["document"], dropped["previous_document"]) == ("plan-14", "plan-13")
    assert (dropped["previous_value"], dropped["target_year"]) == (10, None)
    assert reasons_of(dropped) == ["not-in-text"]
    assert (new["target_value"], new["previous_year"], new["years"]) == (20, None, None)


def test_a_first_document_revises_nothing():
    assert records(compare.revisions(frame([said(14, 2025, ">=50")]))) == []


def test_a_target_is_compared_with_that_of_its_year_or_else_with_the_last():
    rows = [
        said(13, 2023, ">=94"), said(13, 2025, ">=95"),
        said(14, 2025, ">=96"), said(14, 2030, ">=98"),
        said(15, 2030, ">=98"), said(15, 2035, ">=99"),
    ]  # fmt: skip
    found = by(compare.revisions(frame(rows)), "document", "target_year")
    assert {key: (row["previous_year"], row["change"]) for key, row in found.items()} == {
        ("plan-14", 2025): (2025, "raised"), ("plan-14", 2030): (None, "new"),
        ("plan-15", 2030): (2030, "unchanged"), ("plan-15", 2035): (None, "new"),
    }  # fmt: skip
    further = revised(said(13, 2023, ">=94"), said(13, 2025, ">=95"), said(14, 2030, ">=96"))
    assert (further["previous_year"], further["change"]) == (2025, "raised")


def test_the_last_document_that_states_it_is_the_one_before():
    rows = [
        said(13, 2020, ">=50"),
        said(14, 2025, ">=1", indicator="y"),
        said(15, 2030, ">=60"),
    ]
    found = by(compare.revisions(frame(rows)), "indicator", "document")
    assert found["x", "plan-15"]["previous_document"] == "plan-13"
    assert found["x", "plan-15"]["change"] == "raised"
    assert found["x", "plan-14"]["change"] == "dropped"
    assert found["y", "plan-15"]["change"] == "dropped"


def test_scopes_are_apart():
    rows = [
        said(13, 2025, "<=0.4", scope="each-county", direction="lower"),
        said(13, 2025, "<=0.3", scope="region", direction="lower"),
        said(14, 2025, "<=0.35", scope="each-county", direction="lower"),
        said(14, 2025, "<=0.3", scope="region", direction="lower"),
    ]
    found = by(compare.revisions(frame(rows)), "scope")
    assert {scope: row["change"] for scope, row in found.items()} == {
        "each-county": "raised", "region": "unchanged",
    }  # fmt: skip
    assert reasons_of(found["each-county"]) == ["each-county-ceiling"]


# --- what was known when it was set -------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "verdict", "reasons"),
    [("52", "met", ["met-when-set"]), ("48", "missed", []), ("49-51", "not-decided", [])],
)
def test_whether_it_was_met_when_it_was_set(known, verdict, reasons):
    rows = [
        said(14, 2025, ">=45"),
        said(14, 2020, "40", kind="actual"),
        said(15, 2025, known, kind="actual"),
        said(15, 2030, ">=50"),
    ]
    row = revised(*rows)
    assert (row["known_year"], row["met_when_set"], reasons_of(row)) == (2025, verdict, reasons)


def test_what_was_not_known_yet_does_not_count():
    rows = [
        said(14, 2025, ">=45"), said(14, 2020, "40", kind="actual"),
        said(15, 2030, ">=50"), said(16, 2028, "60", kind="actual"),
    ]  # fmt: skip
    row = row_of(compare.revisions(frame(rows)), document="plan-15")
    assert (row["known_year"], row["known_value"], row["met_when_set"]) == (2020, 40, "missed")
    issued = frame(rows).with_columns(
        issued=pl.col("edition").replace_strict(
            {"14": "2021-05-01", "15": "2026-03-01", "16": "2029-01-01"}
        )
    )
    late = issued.filter(pl.col("edition") != "16").vstack(
        issued.filter(pl.col("edition") == "15").with_columns(
            kind=pl.lit("actual"), year=pl.lit(2026, dtype=pl.Int64), lo=60.0, hi=60.0, value=60.0,
            comparator=pl.lit("="),
        )
    )  # fmt: skip
    row = row_of(compare.revisions(late))
    assert row["known_year"] == 2020  # of 2026 a document of March 2026 knows nothing


def test_a_plan_knows_the_outcomes_of_the_years_before_its_first_alone():
    rows = [
        said(14, 2025, ">=45"), said(14, 2020, "40", kind="actual"),
        said(15, 2030, ">=50"), said(15, 2026, "60", kind="actual"),
    ]  # fmt: skip
    documents = pd.DataFrame({"document": ["plan-14", "plan-15"], "period_start": [2021, 2026]})
    row = revised(*rows, evidence=Evidence(documents=documents))
    assert (row["known_year"], row["known_value"], row["met_when_set"]) == (2020, 40, "missed")


def test_a_day_that_does_not_open_with_its_year_tells_no_year():
    rows = [
        said(14, 2025, ">=45", issued="18.05.2021"),
        said(15, 2030, ">=50", issued="19.05.2026"),
        said(15, 2025, "52", kind="actual", issued="19.05.2026"),
    ]
    row = row_of(compare.revisions(frame(rows, issued=pl.String)))
    assert (row["known_year"], row["met_when_set"]) == (2025, "met")


# --- the order of documents ---------------------------------------------------------------------


def test_the_day_of_issue_orders_before_the_edition_and_editions_by_number():
    rows = [said(9, 2025, ">=50"), said(14, 2025, ">=60")]
    assert revised(*rows)["change"] == "raised"  # 9 comes before 14
    dated = frame(rows).with_columns(issued=pl.Series(["2024-01-01", "2022-01-01"]).str.to_date())
    assert row_of(compare.revisions(dated))["change"] == "lowered"


def test_the_evidence_knows_when_documents_were_issued_and_their_series():
    rows = frame([
        said(1, 2025, ">=50", document="plan"),
        said(1, 2025, ">=10", document="plan", indicator="y"),
        said(1, 2024, ">=48", document="points"),
    ]).drop("edition")  # fmt: skip
    documents = pl.DataFrame({
        "document": ["plan", "points"], "region": ["a", "a"], "issued": ["2022-05-18", None],
        "period_start": [2021, 2024], "series": ["education-plan", None],
    })  # fmt: skip
    found = compare.revisions(rows, evidence=Evidence(documents=documents.to_pandas()))
    row = row_of(found)  # yearly points drop nothing of a plan
    assert (row["document"], row["change"], row["years"]) == ("points", "lowered", -1)
    without = Evidence(documents=documents.drop("series").to_pandas())
    assert {r["change"] for r in records(compare.revisions(rows, evidence=without))} == {
        "lowered", "dropped",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_documents_without_an_order_are_refused(kind):
    rows = frame([said(13, 2025, ">=50"), said(14, 2025, ">=60")])
    for unordered in (rows.drop("edition"), rows.with_columns(edition=pl.lit("5"))):
        with pytest.raises(FrameError, match="plan-13, plan-14 of a nothing says which is newer"):
            compare.revisions(as_kind(unordered, kind))


def test_one_document_needs_no_order_and_of_two_each_needs_one():
    alone = frame([said(14, 2025, ">=50")]).drop("edition")
    assert records(compare.revisions(alone)) == []
    rows = frame([said(13, 2025, ">=50") | {"edition": None}, said(14, 2025, ">=60")])
    with pytest.raises(FrameError, match="plan-13, plan-14 of a nothing says which is newer"):
        compare.revisions(rows)


def test_a_frame_without_documents_is_refused():
    with pytest.raises(FrameError, match="no column document"):
        compare.revisions(frame([said(14, 2025, ">=50")]).drop("document"))


# --- uses and grades ----------------------------------------------------------------------------


def test_superseded_targets_count_and_alternatives_and_proxies_do_not():
    rows = [
        said(13, 2025, ">=50", use="superseded"), said(14, 2025, ">=60", use="main"),
        said(14, 2025, ">=70", use="alternative"),
    ]  # fmt: skip
    assert revised(*rows)["change"] == "raised"
    proxy = [
        said(13, 2025, ">=50", comparability="proxy"),
        said(14, 2025, ">=60", comparability="exact"),
    ]  # fmt: skip
    assert records(compare.revisions(frame(proxy))) == []


def test_about_as_much_is_said():
    row = revised(said(13, 2025, "~50"), said(14, 2025, ">=50"))
    assert (row["change"], reasons_of(row)) == ("unchanged", ["approximate"])


# --- every frame, any order, an oracle ------------------------------------------------------------

ORACLE = """
WITH documents AS (SELECT DISTINCT region, document, edition::INT AS ed FROM t),
own AS (SELECT *, edition::INT AS ed FROM t),
pairs AS (
    SELECT n, (SELECT max(o.ed) FROM own o WHERE (o.region, o.indicator) = (n.region, n.indicator)
                 AND o.ed < n.ed) AS before
    FROM own n),
matched AS (
    SELECT n.region, n.indicator, n.document, n.year AS target_year,
           (SELECT o FROM own o
            WHERE (o.region, o.indicator, o.ed) = (n.region, n.indicator, before)
            ORDER BY o.year = n.year DESC, o.year DESC LIMIT 1) AS o, n, before
    FROM pairs)
SELECT region, indicator, document, target_year,
       CASE WHEN before IS NULL THEN 'new'
            WHEN o.year <> n.year AND EXISTS (
                FROM own s WHERE (s.region, s.indicator, s.ed, s.year)
                               = (n.region, n.indicator, n.ed, o.year)) THEN 'new'
            WHEN n.lo = o.lo AND n.year > o.year THEN 'postponed'
            WHEN n.lo = o.lo AND n.year < o.year THEN 'advanced'
            WHEN n.lo = o.lo THEN 'unchanged'
            WHEN n.lo > o.lo THEN 'raised' ELSE 'lowered' END AS change
FROM matched
WHERE before IS NOT NULL
   OR EXISTS (FROM documents d WHERE d.region = matched.region AND d.ed < n.ed)
UNION ALL
SELECT p.region, p.indicator, d.document, NULL, 'dropped'
FROM (SELECT DISTINCT region, indicator, ed FROM own) p
JOIN documents d ON d.region = p.region AND d.ed = (
    SELECT min(e.ed) FROM documents e WHERE e.region = p.region AND e.ed > p.ed)
WHERE NOT EXISTS (FROM own s WHERE (s.region, s.indicator, s.ed) = (p.region, p.indicator, d.ed))
"""


@st.composite
def plans(draw):
    """Draw floors of up to four editions of two regions."""
    chosen = st.tuples(
        st.sampled_from("ab"), st.sampled_from("xy"), st.integers(8, 11),
        st.sampled_from([2025, 2027, 2030]),
    )  # fmt: skip
    keys = draw(st.lists(chosen, min_size=1, max_size=14, unique=True))
    return frame([
        said(edition, year, f">={draw(st.sampled_from([50, 60]))}", region=region,
             indicator=indicator)
        for region, indicator, edition, year in keys
    ])  # fmt: skip


@given(plans())
def test_an_independent_query_gives_the_same_changes(rows):
    con = connection(threads=1)
    con.register("t", rows.to_arrow())
    told = ("region", "indicator", "document", "target_year", "change")
    expected = [tuple(row[name] for name in told) for row in records(con.sql(ORACLE))]
    found = [tuple(row[name] for name in told) for row in records(compare.revisions(rows))]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


@given(plans(), st.sampled_from(KINDS[:1] + KINDS[2:]))
def test_every_kind_of_frame_and_any_order_gives_the_same(rows, kind):
    expected = compare.revisions(rows)
    found = compare.revisions(as_kind(rows.reverse(), kind))
    assert kind_of(found) == kind
    assert columns(found) == columns(expected)
    assert records(found) == records(expected)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_frame_comes_back_empty_with_its_columns(kind):
    rows = frame([said(13, 2025, ">=50"), said(14, 2025, ">=60")])
    empty = compare.revisions(as_kind(rows.clear(), kind))
    assert (records(empty), columns(empty)) == ([], columns(compare.revisions(rows)))
