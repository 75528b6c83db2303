"""Limits belong to the column whose name they bear, wherever they stand."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError
from compare.sources.panel.told import ToldError

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


def apart(frame, **how):
    """Return how far the limits of each indicator and year lie apart."""
    found = compare.panel(frame, **how).observations
    return {
        (name, int(year)): set((rows["hi"] - rows["lo"]).round(6))
        for (name, year), rows in found.groupby(["indicator", "year"])
    }


def test_limits_behind_all_years_are_of_their_own_year():
    frame = pd.DataFrame({
        "County": COUNTIES, "Reading 2015": POVERTY, "Reading 2018": INCOME,
        **{f"Reading {year} {side}": [one + move * width for one in values]
           for year, values, width in ((2015, POVERTY, 1), (2018, INCOME, 2))
           for side, move in (("lower", -1), ("upper", 1))},
    })  # fmt: skip
    got = apart(frame, direction={"Reading": "higher"})
    assert got == {("Reading", 2015): {2.0}, ("Reading", 2018): {4.0}}
    errors = frame.iloc[:, :3].assign(**{"Reading 2015 SE": 1.0, "Reading 2018 SE": 2.0})
    got = apart(errors, direction={"Reading": "higher"})
    assert [round(min(of), 2) for of in got.values()] == [3.92, 7.84]


def test_limits_of_a_year_without_a_name_are_of_the_one_indicator_of_that_year():
    frame = pd.DataFrame({
        "County": COUNTIES, "2015 Obesity": POVERTY, "2018 Obesity": INCOME,
        "2015 Lower CI": [one - 1 for one in POVERTY],
        "2015 Upper CI": [one + 1 for one in POVERTY],
        "2018 Lower CI": [one - 2 for one in INCOME], "2018 Upper CI": [one + 2 for one in INCOME],
    })  # fmt: skip
    got = apart(frame, direction={"Obesity": "lower"})
    assert got == {("Obesity", 2015): {2.0}, ("Obesity", 2018): {4.0}}


@pytest.mark.parametrize("said", ["{} 95% CI {}", "{} {} 95% CI", "{1} limit ({0})"])
def test_limits_are_found_by_their_words_wherever_these_stand(said):
    frame = pd.DataFrame({"County": COUNTIES, "Obesity (%)": POVERTY, "Smoking (%)": INCOME})
    for name, values, width in (("Obesity", POVERTY, 1), ("Smoking", INCOME, 2)):
        for side, move in (("lower", -1), ("upper", 1)):
            frame[said.format(name, side)] = [one + move * width for one in values]
    got = apart(frame, year=2020, direction=dict.fromkeys(["Obesity", "Smoking"], "lower"))
    assert got == {("Obesity", 2020): {2.0}, ("Smoking", 2020): {4.0}}


def test_a_limit_of_nothing_is_asked_about_and_is_no_indicator():
    frame = pd.DataFrame({"County": COUNTIES, "Obesity": POVERTY, "Smoking": INCOME})
    frame["Drinking lower 95% CI"] = [one - 1 for one in POVERTY]
    frame["Drinking upper 95% CI"] = [one + 1 for one in POVERTY]
    with pytest.raises(ToldError, match="no column of values has the limits") as refused:
        compare.panel(frame, year=2020, direction=dict.fromkeys(["Obesity", "Smoking"], "lower"))
    assert "Drinking lower 95% CI" in str(refused.value)
    named = {"Obesity": {"lower": "Drinking lower 95% CI", "upper": "Drinking upper 95% CI",
                         "direction": "lower"}}  # fmt: skip
    assert apart(frame, year=2020, indicators=named) == {("Obesity", 2020): {2.0}}


SCORES = {"County": COUNTIES, "Reading": [500.0 + place for place in range(len(COUNTIES))],
          "Maths": [503.0 - place for place in range(len(COUNTIES))]}  # fmt: skip


@pytest.mark.parametrize("name", ["SE", "S.E.", "Standard error", "MOE", "标准误", "误差范围"])
def test_an_error_that_may_be_of_either_of_two_columns_is_asked_about(name):
    frame = pd.DataFrame(SCORES).assign(**{name: 2.0})
    with pytest.raises(ToldError, match="no column of values has the limits") as refused:
        compare.panel(frame, year=2020, direction="higher")
    assert f": {name!r}}}" in str(refused.value)
    role = "margin" if name in ("MOE", "误差范围") else "se"
    of_one = {"Maths": {role: name}, "Reading": {}}
    told = apart(frame, year=2020, direction="higher", indicators=of_one)
    assert told[("Reading", 2020)] == {0.0} and len(told[("Maths", 2020)]) >= 1
    assert 0.0 not in told[("Maths", 2020)]


@pytest.mark.parametrize(
    "frame",
    [
        # of a number of cases, or what lies in another range, it is the rate's
        pd.DataFrame(SCORES).assign(Reading=90_000, SE=2.0),
        pd.DataFrame(SCORES).rename(columns={"Reading": "Number of pupils"}).assign(SE=2.0),
        # each has its own
        pd.DataFrame(SCORES).assign(E=1.0)[["County", "Reading", "E", "Maths"]]
        .rename(columns={"E": "SE"}).assign(**{"SE.1": 2.0}),
    ],
    ids=["another range", "number", "each"],
)  # fmt: skip
def test_an_error_behind_the_only_column_it_may_be_of_is_its_own(frame):
    told = apart(frame, year=2020, direction="higher")
    assert 0.0 not in told[("Maths", 2020)]


def asked(columns, **told):
    with pytest.raises(UnknownValueError) as error:
        compare.panel(pd.DataFrame({"County": COUNTIES} | columns), year=2022, **told)
    return str(error.value)


NEAR = [value + 0.5 for value in POVERTY]
AROUND = {"lower": [value - 1 for value in POVERTY], "upper": [value + 1 for value in POVERTY]}


def test_limits_behind_two_columns_are_of_the_one_that_lies_between_them():
    names = ["Poverty", "Income"]
    for columns in ({"Poverty": POVERTY, "Income": INCOME}, {"Income": INCOME, "Poverty": POVERTY}):
        assert widths(pd.DataFrame({"County": COUNTIES} | columns | AROUND), names) == {
            "Poverty": {2.0}, "Income": {0.0},
        }  # fmt: skip


def test_where_both_lie_between_them_it_is_asked():
    said = asked({"Maths": NEAR, "Reading": POVERTY} | AROUND, direction="higher")
    assert "no column of values has the limits lower, upper" in said


def test_each_pair_of_limits_is_of_the_values_before_it():
    columns = {"Maths": NEAR, "lower": AROUND["lower"], "upper": AROUND["upper"]}
    again = {"Income": INCOME, "Lower CI": [value - 2 for value in INCOME]}
    again["Upper CI"] = [value + 2 for value in INCOME]
    found = widths(pd.DataFrame({"County": COUNTIES} | columns | again), ["Maths", "Income"])
    assert found == {"Maths": {2.0}, "Income": {4.0}}


STAGES = [
    ("Dropout, secondary", "Dropout, lower secondary", "Dropout, upper secondary"),
    ("Secondary", "Lower secondary", "Upper secondary"),
    ("Total 2022", "Lower secondary 2022", "Upper secondary 2022"),
    ("Income", "Low income", "High income"),
]  # fmt: skip


@pytest.mark.parametrize("names", STAGES)
def test_stages_of_school_are_no_limits_of_what_lies_between_them(names):
    values = (POVERTY, AROUND["lower"], AROUND["upper"])
    frame = pd.DataFrame({"County": COUNTIES} | dict(zip(names, values, strict=True)))
    found = compare.panel(frame, year=2022, direction="lower").observations
    assert found["indicator"].nunique() == 3
    assert set(found["comparator"]) == {"="}


def test_a_stage_has_limits_of_its_own():
    columns = {"Lower secondary": POVERTY, "Lower secondary lower CI": AROUND["lower"]}
    columns |= {"Lower secondary upper CI": AROUND["upper"]}
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    assert widths(frame, ["Lower secondary"]) == {"Lower secondary": {2.0}}


@pytest.mark.parametrize("told", [{}, {"lower": "95% CI lower", "upper": "95% CI upper"}])
def test_limits_on_both_sides_of_a_column_are_its_own(told):
    columns = {"95% CI lower": AROUND["lower"], "rate": POVERTY, "95% CI upper": AROUND["upper"]}
    frame = pd.DataFrame({"County": COUNTIES} | columns)
    found = compare.panel(frame, year=2022, direction="lower", **told).observations
    assert set(found["comparator"]) == {"estimate"}


def test_a_lowest_and_a_highest_are_no_limits_unasked():
    columns = {"score": POVERTY, "lowest": AROUND["lower"], "highest": AROUND["upper"]}
    said = asked(columns, direction="higher")
    assert "lowest, highest may be limits of score" in said
