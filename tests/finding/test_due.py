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


def test_where_another_has_come_it_is_said_whose_outcome_is_unknown(project):
    facts = Facts(compare.observations(), evidence=compare.evidence())
    known = {"regions": {"xiangshan", "quzhou"}}
    assert what_came(DATES[1:], facts, "zh", **known) == "象山上述到期目标未载结果。"
    assert what_came(DATES[1:], facts, "en", **known) == "No outcome was found for Xiangshan."
    assert what_came(DATES, facts, "zh", regions={"xiangshan", "pingyang"}) == (
        "上述到期目标未载结果。"
    )


def test_one_plan_that_has_just_been_told_is_not_named_again(project):
    facts = Facts(compare.observations(), evidence=compare.evidence())
    assert what_came(DATES[1:], facts, "en", just_told=True) == "No outcome was found."
    assert what_came(DATES, facts, "en", just_told=True).endswith("these targets.")


def test_where_what_became_of_a_plan_is_told_the_others_are_meant(project):
    facts = Facts(compare.observations(), evidence=compare.evidence())
    known = {"regions": {"xiangshan", "pingyang"}, "judged": {"xiangshan"}}
    assert what_came(DATES[1:], facts, "zh", **known) == "上述其他到期目标未载结果。"
    assert (
        what_came(DATES[1:], facts, "en", **known) == "No outcome was found for the other target."
    )
    assert what_came(DATES[:1], facts, "zh", **known) == "平阳上述到期目标未载结果。"
