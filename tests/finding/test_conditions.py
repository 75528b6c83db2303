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
