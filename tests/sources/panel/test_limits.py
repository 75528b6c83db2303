"""Limits belong to the column whose name they bear, wherever they stand."""

import pandas as pd
import pytest

import compare

COUNTIES = [f"county {letter}" for letter in "abcdef"]
POVERTY = [12.1, 15.4, 9.8, 22.0, 18.3, 11.2]
INCOME = [50.5, 48.1, 61.0, 39.9, 42.7, 55.6]


def table(order, *, poverty="Poverty", income="Income"):
    columns = {
        "County": COUNTIES,
        poverty: POVERTY,
        income: INCOME,
        "Poverty lower": [value - 1 for value in POVERTY],
        "Poverty upper": [value + 1 for value in POVERTY],
        "Income lower": [value - 2 for value in INCOME],
        "Income upper": [value + 2 for value in INCOME],
    }
    return pd.DataFrame({name: columns[name] for name in ("County", *order)})


def widths(frame, names):
    """Return how far the limits of each indicator lie apart."""
    found = compare.panel(frame, year=2022, direction=dict.fromkeys(names, "higher")).observations
    apart = (found["hi"] - found["lo"]).round(6)
    return {name: set(apart[found["indicator"] == name]) for name in names}


def test_a_word_that_two_columns_share_makes_neither_a_limit():
    columns = {"County": COUNTIES, "Enrolment rate": [90.0] * 6, "Enrolment high": [40.0] * 6}
    names = ["Enrolment rate", "Enrolment high"]
    assert widths(pd.DataFrame(columns), names) == {name: {0.0} for name in names}


@pytest.mark.parametrize("bounds", [
    ["Poverty lower", "Poverty upper"],
    ["Income lower", "Income upper"],
    ["Poverty lower", "Poverty upper", "Income lower", "Income upper"],
    ["Income lower", "Income upper", "Poverty lower", "Poverty upper"],
])  # fmt: skip
@pytest.mark.parametrize(
    ("poverty", "income"), [("Poverty", "Income"), ("Poverty rate", "Median income")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_limits_bear_the_name_of_their_estimate(bounds, poverty, income, turned):
    names = [income, poverty] if turned else [poverty, income]
    got = widths(table([*names, *bounds], poverty=poverty, income=income), names)
    assert got[poverty] == ({2.0} if "Poverty lower" in bounds else {0.0})
    assert got[income] == ({4.0} if "Income lower" in bounds else {0.0})
