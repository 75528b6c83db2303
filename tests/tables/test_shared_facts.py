"""Shared facts: a table of a page that is given those of its lead says what it says alone."""

import pytest

import compare
from compare import finding, tables
from compare.comparisons import align


@pytest.fixture
def page(evidence):
    pair = ["fushun", "ningbo"]
    observed = compare.observations(region=pair, indicator=["preschool_gross_enrolment",
                                                            "balance_junior"])  # fmt: skip
    return pair, observed, finding.lead(observed, about=pair, evidence=evidence)


def test_tables_say_the_same_and_compare_nothing_again(page, evidence, monkeypatch):
    pair, observed, answer = page
    some = observed[observed["indicator"] == "balance_junior"]
    asked = {
        tables.standing_table: (some, None),
        tables.needs_table: (some, pair),
        tables.pair_table: (observed, pair),
    }
    alone = {
        table: table(rows, about=about, evidence=evidence).plain()
        for table, (rows, about) in asked.items()
    }
    monkeypatch.setattr("compare.finding.facts.align", None)
    monkeypatch.setattr(align, "enter", None)
    for table, (rows, about) in asked.items():
        shared = table(rows, about=about, evidence=evidence, facts=answer.facts).plain()
        assert shared.equals(alone[table])


def test_targets_judged_before_are_those_judged_now(page, evidence):
    observed = page[1]
    judged = tables.target_rows(observed, evidence=evidence)
    shared = tables.target_years_table(observed, evidence=evidence, targets=judged)
    assert shared.plain().equals(tables.target_years_table(observed, evidence=evidence).plain())
