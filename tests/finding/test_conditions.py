"""Conditions: what must be said with values, and what that makes of a finding."""

import pandas as pd
import pytest
from telling import rows

from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.ledger.evidence import Evidence

FRAME = rows(("甲县", 2020, "actual", "=", 50.0), ("乙县", 2020, "actual", "=", 60.0))
KNOWN = Evidence(
    indicators=pd.DataFrame([{"indicator": "share", "caution": "只计公办", "caution_en": "public"}])
)


def held(pair=True, **cells):
    """Return what must be said with two values that have such cells."""
    facts = Facts(FRAME, evidence=KNOWN)
    stated = facts.rows.assign(**cells).to_dict("records")
    return conditions(stated, facts, pair=pair)


def test_the_caution_of_an_indicator_stands_beside_a_close_value_alone():
    exact, close = held(comparability="exact"), held(comparability=["exact", "close"])
    assert (exact.strength, exact.text) == ("firm", {"zh": "", "en": ""})
    assert (close.strength, close.names) == ("with-caution", ("close",))
    assert "只计公办" in close.text["zh"] and "public" in close.text["en"]


def test_of_no_values_nothing_need_be_said():
    nothing = conditions([], Facts(FRAME, evidence=KNOWN))
    assert (nothing.strength, nothing.names, nothing.text["zh"]) == ("firm", (), "")


@pytest.mark.parametrize(
    ("levels", "pair", "names"),
    [
        (["county", "district"], True, ()),  # a district counts as a county
        (["county", "prefecture-city"], True, ("different-level",)),
        (["county", "prefecture-city"], False, ()),
    ],
)
def test_levels_differ_between_values_side_by_side_alone(levels, pair, names):
    assert held(pair, level=levels).names == names


def test_how_regions_differ_is_said_of_what_is_compared_alone():
    between = Evidence(indicators=KNOWN.indicators.assign(caution_between=True))
    for known, told in ((KNOWN, True), (between, False)):
        facts = Facts(FRAME, evidence=known)
        stated = facts.rows.assign(comparability="close").to_dict("records")
        assert "只计公办" in conditions(stated, facts).text["zh"]
        alone = conditions(stated[:1], facts, compared=False).text["zh"]
        assert ("只计公办" in alone) is told


@pytest.mark.parametrize(
    ("of_outcome", "of_target", "brief"),
    [("implied", "implied", "（年份按规划期末计）"), ("implied", "printed", ""),
     ("printed", "implied", "（年份按规划期末计）")],
)  # fmt: skip
def test_a_lead_says_that_the_year_of_a_target_is_inferred(of_outcome, of_target, brief):
    frame = rows(("甲县", 2020, "actual", "=", 50.0), ("甲县", 2025, "target", "=", 60.0))
    frame = frame.assign(document="plan", figure=["plan/1", "plan/2"],
                         year_basis=[of_outcome, of_target])  # fmt: skip
    plan = pd.DataFrame([{"document": "plan", "region": "甲县", "type": "plan",
                          "period_end": 2025}])  # fmt: skip
    facts = Facts(frame, evidence=Evidence(documents=plan))
    held = conditions(facts.rows.to_dict("records"), facts, pair=False)
    assert held.brief["zh"] == brief


def reported(types, **cells):
    """Return what must be said with values of two counties from documents of some types."""
    papers = pd.DataFrame({"document": ["a", "b"], "region": ["甲县", "乙县"], "type": types})
    facts = Facts(FRAME.assign(figure=["a/1", "b/1"]), evidence=Evidence(documents=papers))
    stated = facts.rows.assign(**cells).to_dict("records")
    return conditions(stated, facts, pair=False)


@pytest.mark.parametrize(
    ("types", "chinese", "english"),
    [(["press", "press"], "（据报道）", " (press report)"),
     (["press", "plan"], "（部分据报道）", " (partly from a press report)"),
     (["plan", "work-report"], "", "")],
)  # fmt: skip
def test_what_the_press_alone_says_is_told_as_reported(types, chinese, english):
    held = reported(types)
    assert (held.text["zh"], held.text["en"]) == (chinese, english)
    assert (held.brief["zh"], held.strength) == ("", "firm")  # a lead names its sources below


def test_that_a_date_had_not_come_is_inferred_from_what_came():
    open_ended = {"unit": "year", "lo": 2024.0, "hi": None}
    assert reported(["press", "press"], **open_ended).text["zh"] == "（据报道推断）"
    assert reported(["plan", "plan"], **open_ended).brief["zh"] == "（推断）"
    assert reported(["plan", "plan"], unit="year").text["zh"] == ""


def test_of_one_place_it_is_told_what_its_text_counts_and_whose_text_it_is():
    between = KNOWN.indicators.assign(caution="各地不同", caution_between=True)
    judged = pd.DataFrame({
        "figure": ["a/1", "b/1"], "indicator": "share", "comparability": "close",
        "reason": ["限于公办学校；班额未写；据报道。", "2019年另有一数。"],
        "reason_en": ["Limited to public schools; class size is not stated.", None],
    })  # fmt: skip
    known = Evidence(indicators=between, observations=judged)
    facts = Facts(FRAME.assign(figure=["a/1", "b/1"]), evidence=known)
    stated = facts.rows.assign(comparability="close").to_dict("records")
    one, other = sorted(stated, key=lambda row: row["figure"])
    alone, both = conditions([one], facts, pair=False), conditions([one, other], facts)
    assert (
        alone.text["zh"] == "（口径相近，甲县限于公办学校，班额未写）"
    )  # how it is known stays out
    assert "甲县: limited to public schools, class size is not stated" in alone.text["en"]
    assert "各地不同" in both.text["zh"] and "限于" not in both.text["zh"]
    # a clause with a number of its own is none that the figures hold
    assert conditions([other], facts, pair=False).text["zh"] == "（口径相近）"


def test_what_says_about_itself_is_not_said_behind_another_value():
    about = held(approximate=[True, False], comparator=["~", "="])
    assert (about.names, about.strength) == (("approximate",), "with-caution")
    assert about.text == {"zh": "", "en": ""}
    floor = held(approximate=[True, False], comparator=[">=", "="])  # 约90%以上
    assert "约数" in floor.text["zh"]
