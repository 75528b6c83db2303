"""A page about targets says that there are none, and nothing of what it does not ask about."""

import pandas as pd
import pytest
from telling import rows

import compare
from compare.finding.lead import lead

PLANS = ["attainment", "revision", "own-target", "promise", "pace"]

OUTCOMES = pd.DataFrame({
    "region": ["East", "West", "South"], "enrolment 2019": [80.0, 90.0, 85.0],
    "enrolment 2020": [81.0, 91.0, 86.0],
})  # fmt: skip


def own(frame):
    return compare.panel(frame, direction="higher")


@pytest.mark.parametrize(
    ("lang", "heading", "column"),
    [("en", "The table has no targets", "named kind"), ("zh", "表中没有目标", "“类别”")],
)
def test_of_a_table_without_targets_that_is_what_heads_the_page(lang, heading, column):
    table = own(OUTCOMES)
    said = lead(table.observations, kinds=PLANS, year=2025, evidence=table.evidence, lang=lang)
    assert said.text == heading and column in said.lead
    assert "2025" not in said.text and "80" not in said.lead
    named = lead(table.observations, kinds=PLANS, name="N", evidence=table.evidence, lang=lang)
    assert named.text.startswith("N") and named.text.casefold().endswith(heading.casefold())


@pytest.mark.parametrize("head", ["enrolment target 2025", "enrolment2025年目标"])
def test_such_a_head_makes_targets(head):
    aimed = own(OUTCOMES.assign(**{head: 95.0})).observations
    assert aimed.loc[aimed["year"] == 2025, "kind"].eq("target").all()


@pytest.mark.parametrize("cells", [("actual", "target"), ("实际", "目标")])
def test_so_does_a_column_of_kinds(cells):
    frame = pd.DataFrame({
        "region": ["East", "East", "West", "West"], "year": [2020, 2025] * 2,
        "kind" if cells[0].isascii() else "类别": [*cells] * 2, "rate": [80.0, 90.0, 85.0, 95.0],
    })  # fmt: skip
    assert set(own(frame).observations["kind"]) == {"actual", "target"}


def test_of_some_regions_alone_nothing_is_said_of_the_others():
    table = own(OUTCOMES.assign(**{"enrolment target 2025": [95.0, None, None]}))
    west = table.observations[table.observations["region"] != "East"]
    said = lead(west, kinds=PLANS, evidence=table.evidence, lang="en")
    assert said.text == "The table has no such targets"


def test_of_rows_of_nobody_no_table_is_named():
    frame = rows(("甲县", 2020, "actual", "=", 80.0), ("乙县", 2020, "actual", "=", 90.0))
    assert lead(frame, kinds=PLANS, lang="zh").text == "未载明目标"


def test_a_page_that_asks_for_more_leads_with_what_there_is():
    table = own(OUTCOMES)
    assert "91" in lead(table.observations, evidence=table.evidence, lang="en").lead
