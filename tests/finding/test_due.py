"""Due: of which targets that a lead tells no outcome is known."""

import compare
from compare.finding.due import what_came, without_outcome
from compare.finding.facts import Facts

DATES = ["pingyang-14fyp/084", "xiangshan-14fyp/028"]


def test_of_a_region_whose_outcome_a_line_of_dates_tells_nothing_is_asked(project):
    facts = Facts(compare.observations(), evidence=compare.evidence())
    assert sorted(without_outcome(DATES, facts)) == DATES
    told = without_outcome([*DATES, "pingyang-14fyp/001"], facts)
    assert told == ["xiangshan-14fyp/028"]


def test_all_some_or_those_that_fell_due_are_told_apart(project):
    facts = Facts(compare.observations(), evidence=compare.evidence())
    assert what_came(DATES, facts, "en") == "No outcome was found for these targets."
    to_come = "quzhou-2024-action-plan/017"
    said = what_came([*DATES, to_come], facts, "en")
    assert said == "No outcome was found for the 2 of these targets that have fallen due."
    assert what_came([to_come], facts, "zh") == ""
