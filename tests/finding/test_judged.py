"""Judged targets as facts: titles of rows of attainment and of revisions, compared once."""

import pandas as pd
import pytest

import compare
from compare.finding.facts import Facts
from compare.finding.judged import ends_of, states_of
from compare.finding.part import PartOfFacts
from compare.finding.titles import title_of_judged
from compare.ledger.evidence import Evidence

PLANS = pd.DataFrame(
    [
        ("one", "plan-1", 1, 2020, "actual", 42.7), ("one", "plan-1", 1, 2025, "target", 50.0),
        ("one", "report", 2, 2025, "actual", 48.6), ("one", "plan-2", 3, 2030, "target", 55.0),
        ("two", "other", 1, 2025, "target", 60.0),
    ],
    columns=["region", "document", "edition", "year", "kind", "value"],
).assign(indicator="share", unit="%", direction="higher", comparator="=")  # fmt: skip
PLANS = PLANS.assign(lo=PLANS["value"], hi=PLANS["value"], use="main")


def named(rows):
    return Evidence().named(rows)


@pytest.mark.parametrize(
    ("made", "kind", "title"),
    [
        (compare.attainment, "attainment", "share：one 2025年为48.6%，未达目标，差1.4个百分点"),
        (compare.revisions, "revision", "share：one 目标提高，2030年达到55%"),
    ],
)
def test_the_title_is_the_weightiest_finding_of_the_rows(made, kind, title):
    assert title_of_judged(named(made(PLANS)), kind) == title
    assert title_of_judged(named(made(PLANS)).head(0), kind) is None


def test_where_nothing_is_decided_there_is_no_title():
    rows = named(compare.attainment(PLANS[PLANS["region"] == "two"]))
    assert title_of_judged(rows, "attainment") is None


def test_every_end_is_the_observation_that_it_is():
    ends = ends_of(named(compare.revisions(PLANS)))
    assert sorted(zip(ends["year"], ends["kind"], ends["value"], strict=True)) == [
        (2025, "actual", 48.6), (2025, "target", 50.0), (2030, "target", 55.0),
    ]  # fmt: skip
    by_year = ends[ends["kind"] == "target"].set_index("year")["document"]
    assert by_year.to_dict() == {2025: "plan-1", 2030: "plan-2"}


def test_what_has_not_come_due_is_open_and_not_without_an_outcome():
    rows = compare.attainment(PLANS.assign(base_year=[None, 2020, None, 2025, None]))
    states = dict(zip(zip(rows["region"], rows["target_year"], strict=True),
                      states_of(rows, Evidence()), strict=True))  # fmt: skip
    assert states == {
        ("one", 2025): "missed", ("one", 2030): "open", ("two", 2025): "no-outcome",
    }  # fmt: skip


def test_a_date_that_had_not_come_earlier_is_of_no_known_outcome_in_its_own_year():
    rows = pd.DataFrame({
        "region": "one", "indicator": "status", "kind": ["actual", "target", "target", "target"],
        "year": [2024, 2024, 2025, 2030], "value": [2024.0, 2024.0, 2025.0, 2030.0],
        "lo": [2024.0, 2024.0, 2025.0, 2030.0], "hi": [None, 2024.0, 2025.0, 2030.0],
        "comparator": [">", "=", "=", "="], "unit": "year", "direction": "neutral",
    })  # fmt: skip
    attained = compare.attainment(rows)
    known = Evidence(benchmarks=pd.DataFrame({"kind": ["actual"], "year": [2025]}))
    states = dict(zip(attained["target_year"], states_of(attained, known), strict=True))
    assert states == {2024: "missed", 2025: "no-outcome", 2030: "open"}


def test_an_end_without_a_sign_has_that_of_its_interval():
    ends = [(50.0, 50.0, "="), (45.0, 50.0, "range"), (50.0, None, ">="), (None, 50.0, "<=")]
    outcomes = pd.DataFrame([
        {"region": "one", "indicator": "share", "outcome_year": 2025, "outcome_value": None,
         "outcome_lo": lo, "outcome_hi": hi}
        for lo, hi, _ in ends
    ])  # fmt: skip
    told = ends_of(outcomes)  # 45 to 50 is not the 50 that ends there too
    assert told["comparator"].tolist() == [sign for *_, sign in ends]
    assert told["value"].tolist() == [50, 45, 50, 50]


def test_a_part_of_facts_compares_nothing_anew():
    whole = Facts(PLANS)
    part = PartOfFacts(whole, PLANS[(PLANS["region"] == "one") & (PLANS["year"] == 2030)])
    assert part.revised["change"].tolist() == ["raised"]
    assert part.attained["target_year"].tolist() == [2030]
    assert PartOfFacts(whole, PLANS[PLANS["region"] == "two"]).revised.empty
