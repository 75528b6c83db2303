"""Inconsistency: what readers wrote down, steps that are none, a part below its whole."""

import pandas as pd
import pytest
from telling import rows, said

import compare
from compare.ledger.evidence import Evidence

KIND = "inconsistency"


def figures(*stated, region="甲县"):
    """Return figures of one plan, one label: year, kind, comparator, number."""
    return pd.DataFrame([
        {"figure": f"plan/{place}", "document": "plan", "region": region, "label": "占比",
         "comparator": sign, "printed": f"{number:g}%", "lo": number,
         "hi": None if sign == ">=" else number, "unit": "%", "year": year, "kind": kind,
         "scope": "region", "worded": False}
        for place, (year, kind, sign, number) in enumerate(stated)
    ])  # fmt: skip


TWO = figures((2020, "actual", "=", 85.2), (2020, "actual", "=", 86.1))
REMARK = pd.DataFrame(
    [{"document": "plan", "figures": "plan/0 plan/1", "remark": "两处不一", "remark_en": "differ"}]
)
PLAN = pd.DataFrame([{"document": "plan", "region": "甲县"}])
OTHERS = rows(("甲县", 2020, "actual", "=", 1.0), ("乙县", 2020, "actual", "=", 1.0),
              ("丙县", 2020, "actual", "=", 1.0))  # fmt: skip


def remarks(about=None, stated=TWO, uses=("main", "main")):
    """Return what a reader's remark comes to, with how the figures are still used."""
    aligned = pd.DataFrame({
        "figure": stated["figure"], "indicator": "share", "region": stated["region"],
        "comparability": "exact", "use": uses,
    })  # fmt: skip
    known = {"documents": PLAN, "figures": stated, "inconsistencies": REMARK}
    return said(OTHERS, KIND, about=about, observations=aligned, **known)


def test_a_remark_of_a_reader_has_the_numbers_and_how_far_they_differ():
    (sentence,) = remarks()
    assert "两处不一" in sentence
    assert "85.2%" in sentence and "86.1%" in sentence and "0.9个百分点" in sentence


def test_a_remark_ends_when_a_newer_source_replaced_all_that_it_is_about():
    assert len(remarks(uses=("superseded", "main"))) == 1
    assert remarks(uses=("superseded", "superseded")) == []


@pytest.mark.parametrize(
    ("about", "told"),
    [("甲县", 1), ("乙县", 1), ("丙县", 0), (["甲县", "乙县"], 1), (["甲县", "丙县"], 0)],
)
def test_a_remark_between_two_is_told_of_either_and_of_both_together(about, told):
    between = TWO.assign(region=["甲县", "乙县"])
    assert len(remarks(about, stated=between)) == told


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (((2025, "target", ">=", 60.0), (2030, "target", ">=", 70.0)), []),
        (((2025, "target", ">=", 60.0), (2030, "target", ">=", 60.0)), ["no-step"]),
        (((2025, "target", ">=", 60.0), (2030, "target", ">=", 50.0)), ["no-step"]),
    ],
)
def test_a_later_target_that_asks_for_no_more_is_no_step(steps, told):
    stated = figures(*steps)
    frame = rows(*(("甲县", *step) for step in steps), figure=stated["figure"], document="plan")
    aligned = frame[["figure", "indicator", "region"]].assign(comparability="exact", use="main")
    known = Evidence(figures=stated, observations=aligned, documents=PLAN)
    assert compare.findings(frame, kinds=[KIND], evidence=known)["verdict"].tolist() == told


def test_a_part_below_its_whole_is_told_with_both_years_and_values():
    frame = rows(("甲市", 2025, "target", ">=", 90.0), ("乙县", 2027, "target", ">=", 85.0))
    (sentence,) = said(frame.assign(parent=["", "甲市"], worded=False), KIND)
    whole, part = sentence.split("所辖乙县")
    assert "2025年90%以上" in whole and "2027年85%以上" in part
