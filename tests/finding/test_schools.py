"""Headline of school data."""

import pandas as pd
import pytest

import compare
from compare import finding


def coefficients(met, rows=2):
    """Return coefficients of one stage of one county, within the limit or not."""
    return pd.DataFrame(
        {"county": "c", "stage": "primary", "rule": "2017", "resource": "books",
         "name_zh": "图书", "limit": 0.5, "met": [met] * rows}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("met", "lead", "point"),
    [
        (True, "1 of the county stages meets the limits of the coefficient, 0 do not",
         "c · primary: every coefficient is within its limit (1 coefficient)"),
        (False, "0 of the county stages meet the limits of the coefficient, 1 does not",
         "c · primary: 1 above the limit (library books) (1 coefficient)"),
    ],
)  # fmt: skip
def test_one_stage_is_one_stage(met, lead, point):
    said = finding.of_balance(coefficients(met, rows=1), made_up=False, lang="en")
    assert said.text.endswith(lead) and said.points == (point,)


def test_made_up_schools_are_said_to_be_made_up():
    rows = compare.balance_table(compare.made_up_schools(), county="county")
    assert finding.of_balance(rows, made_up=True).points[0] == (
        "这是虚构的示例学校，不是任何地区的数据。"
    )
    plain = finding.of_balance(rows, made_up=False)
    assert not any("示例" in point for point in plain.points)


def test_schools_of_no_named_county_are_called_by_their_stage():
    rows = coefficients(True, rows=1).drop(columns="county")
    said = finding.of_balance(rows, made_up=False, lang="en")
    assert said.points == ("primary: every coefficient is within its limit (1 coefficient)",)
