"""Columns that may be limits or be measured: nobody guesses, and each answer is taken."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError

COUNTIES = [f"county {letter}" for letter in "abcdef"]
POVERTY = [12.1, 15.4, 9.8, 22.0, 18.3, 11.2]
NEAR = [value + 0.5 for value in POVERTY]
AROUND = {"lower": [value - 1 for value in POVERTY], "upper": [value + 1 for value in POVERTY]}


def asked(columns, **told):
    with pytest.raises(UnknownValueError) as error:
        compare.panel(pd.DataFrame({"County": COUNTIES} | columns), year=2022, **told)
    return str(error.value)


def test_a_least_and_a_most_are_limits_only_if_it_is_said():
    columns = {"Poverty": POVERTY, "Min": AROUND["lower"], "Max": AROUND["upper"]}
    assert "Min, Max may be limits of Poverty" in asked(columns, direction="lower")
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    said = compare.panel(frame, year=2022, direction="lower", lower="Min", upper="Max")
    assert set(said.observations["comparator"]) == {"estimate"}
    alone = compare.panel(frame, year=2022, indicators={"Poverty": "lower"})
    assert set(alone.observations["comparator"]) == {"="}


def test_a_lower_and_an_upper_without_a_value_are_asked_about():
    columns = {"math_lower": POVERTY, "math_upper": NEAR}
    said = asked(columns, direction="higher")
    assert "indicators={'math': {'lower': 'math_lower', 'upper': 'math_upper'}}" in said
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    limits = {"lower": "math_lower", "upper": "math_upper", "direction": "higher"}
    ranges = compare.panel(frame, year=2022, indicators={"math": limits})
    assert set(ranges.observations["comparator"]) == {"range"}
    each = compare.panel(frame, year=2022, indicators=list(columns), direction="higher")
    assert set(each.observations["indicator"]) == set(columns)


@pytest.mark.parametrize(
    "names",
    [("Lower secondary", "Upper secondary"), ("Low income", "High income"), ("flow", "blow")],
)
def test_what_is_low_or_high_by_its_meaning_is_measured(names):
    columns = dict(zip(names, (POVERTY, NEAR), strict=True))
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    found = compare.panel(frame, year=2022, direction="higher").observations
    assert set(found["indicator"]) == set(names)
    assert set(found["comparator"]) == {"="}


def test_a_name_that_differs_from_several_by_their_brackets_is_refused():
    columns = {"pupils (n)": POVERTY, "pupils (%)": NEAR}
    said = asked(columns, indicators={"pupils": "higher"})
    assert "'pupils' may be any of pupils (n), pupils (%)" in said
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    for name, values in columns.items():
        found = compare.panel(frame, year=2022, indicators={name: "higher"}).observations
        assert found["value"].tolist() == values
