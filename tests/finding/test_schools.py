"""Headline of school data."""

import pandas as pd
import pytest

import compare
from compare import finding
from compare.finding.lead import LONGEST


def coefficients(met, rows=2):
    """Return coefficients of one stage of one county, within the limit or not."""
    return pd.DataFrame(
        {"county": "c", "stage": "primary", "rule": "2017", "resource": "books",
         "name_zh": "图书", "limit": 0.5, "met": [met] * rows}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("met", "heading", "lead"),
    [
        (True, "every stage meets the limits of 教督〔2017〕6号",
         "C primary: every coefficient is within its limit (1 coefficient)."),
        (False, "c primary above the limits of 教督〔2017〕6号",
         "C primary: 1 above the limit (library books) (1 coefficient)."),
    ],
)  # fmt: skip
def test_a_heading_names_the_stage_that_is_above_its_limits(met, heading, lead):
    said = finding.of_balance(coefficients(met, rows=1), made_up=False, lang="en")
    assert said.text == f"Inter-school variation: {heading}" and said.lead == lead


def test_made_up_schools_are_said_to_be_made_up():
    rows = compare.balance_table(compare.made_up_schools(), county="county")
    made_up = finding.of_balance(rows, made_up=True)
    assert made_up.lead.startswith("这是虚构的示例学校，不是任何地区的数据。")
    assert "虚构乙县小学" in made_up.text and len(made_up.lead) <= LONGEST["zh"]
    assert "示例" not in finding.of_balance(rows, made_up=False).lead


def test_many_counties_do_not_lengthen_the_lead():
    rows = pd.concat([coefficients(True).assign(county=f"county {n}") for n in range(300)])
    said = finding.of_balance(rows, made_up=False, lang="en")
    assert len(said.lead.split()) <= LONGEST["en"]
    assert said.points


def test_schools_of_no_named_county_are_called_by_their_stage():
    rows = coefficients(True, rows=1).drop(columns="county")
    said = finding.of_balance(rows, made_up=False, lang="en")
    assert said.lead == "Primary: every coefficient is within its limit (1 coefficient)."
