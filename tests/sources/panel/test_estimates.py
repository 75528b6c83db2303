"""What is known of a value by its limits: nothing of a row is dropped in silence."""

import pandas as pd
import pytest

import compare
from compare.errors import DataError
from compare.sources.panel.told import ToldError


def read(columns, *rows, **how):
    frame = pd.DataFrame(list(rows), columns=["region", "year", *columns.split(",")])
    return compare.panel(frame, **{"direction": "higher", "wholes": []} | how)


def ends(mine):
    """Return what is known of each region: sign, value, lo, hi; nothing as None."""
    rows = mine.observations[["comparator", "value", "lo", "hi"]].astype(object)
    return rows.where(rows.notna(), None).to_numpy().tolist()


def lines(mine, of):
    """Return the lines of the summary about something."""
    rows = mine.summary[mine.summary["of"] == of]
    return rows[["what", "number"]].to_numpy().tolist()


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ("lo,hi", "value"),
        ("lower,upper", "value"),
        ("下限,上限", "value"),
        ("lower bound,upper bound", "value"),
        ("Rate lo,Rate hi", "Rate"),
        ("Rate_hi,Rate_lo", "Rate"),
    ],
)
def test_bounds_without_a_column_of_values_are_intervals(columns, name):
    rows = [("A", 2020, 70, 75), ("B", 2020, 80, 80), ("C", 2020, 60, None)]
    if columns.startswith("Rate_hi"):
        rows = [(region, year, hi, lo) for region, year, lo, hi in rows]
    mine = read(columns, *rows)
    assert mine.observations["indicator"].unique().tolist() == [name]
    assert [one[:2] for one in ends(mine)] == [["range", None], ["=", 80], [">=", 60]]
    assert mine.observations["lo"].tolist() == [70, 80, 60]
    assert mine.observations["hi"].tolist()[:2] == [75, 80]


def test_a_column_a_title_or_a_word_says_what_bounds_are_of(tmp_path):
    long = read("indicator,lo,hi", ("A", 2020, "Rate", 70, 75), ("A", 2020, "Other", 7, 8))
    assert long.observations["indicator"].tolist() == ["Rate", "Other"]
    (tmp_path / "t.csv").write_text("Retention rate\n\nregion,year,lo,hi\nA,2020,70,75\n", "utf-8")
    titled = compare.panel(tmp_path / "t.csv", direction="higher", wholes=[])
    assert titled.observations["indicator"].tolist() == ["Retention rate"]
    rows = ("A", 2020, 70, 75), ("B", 2020, 80, 82)
    for said in ({"Rate": "higher"}, {"Rate": {"lower": "lo", "upper": "hi"}}):
        named = read("lo,hi", *rows, indicators=said)
        assert named.observations[["indicator", "hi"]].to_numpy().tolist() == [
            ["Rate", 75], ["Rate", 82],
        ]  # fmt: skip
    told = read("from,to", *rows, lower="from", upper="to")
    assert told.observations["hi"].tolist() == [75, 82]


def test_bounds_of_each_year_stand_beside_each_other():
    frame = pd.DataFrame(
        {"region": ["A"], "lo 2019": 70, "hi 2019": 75, "lo 2020": 71, "hi 2020": 76}
    )
    mine = compare.panel(frame, direction="higher", wholes=[])
    assert mine.observations[["year", "lo", "hi"]].to_numpy().tolist() == [
        [2019, 70, 75], [2020, 71, 76],
    ]  # fmt: skip


@pytest.mark.parametrize("columns", ["rate,lo,hi", "value,lower,upper", "value,lo,hi"])
def test_limits_of_a_value_that_is_missing_are_what_is_known(columns):
    rows = [("A", 2020, None, 70, 75), ("B", 2020, 80, None, None), ("C", 2020, None, 70, None),
            ("D", 2020, 81, 80, 82)]  # fmt: skip
    mine = read(columns, *rows)
    assert ends(mine)[0] == ["range", None, 70, 75]
    assert ends(mine)[1] == ["=", 80, 80, 80]
    assert ends(mine)[2][:3] == [">=", 70, 70]
    assert ends(mine)[3][0] == "estimate"
    assert lines(mine, "limits") == []
    assert mine.trace("table/table!D2")["text"] == "70"  # the cell of the value holds nothing


def test_limits_of_nought_beside_a_value_that_is_missing_state_none():
    mine = read("rate,lo,hi", ("A", 2020, None, 0, 0), ("B", 2020, 80, 78, 82))
    assert mine.missing["region"].tolist() == ["A"]
    assert lines(mine, "limits") == [["not used (lo, hi)", 2]]


def test_limits_that_belong_to_no_estimate_are_told():
    one = read("value,lower", ("A", 2020, 71, 70), ("B", 2020, 80, 75))
    assert ends(one) == [["=", 71, 71, 71], ["=", 80, 80, 80]]
    assert lines(one, "limits") == [["not used (lower)", 2]]
    mine = read("rate,lower,upper", ("A", 2020, "90", None, "92"), ("B", 2020, "80", "78", None),
                ("C", 2020, ">=70", "68", "72"), ("D", 2020, "70", "68", "72"))  # fmt: skip
    assert [row[0] for row in ends(mine)] == ["=", "=", ">=", "estimate"]
    assert lines(mine, "limits") == [["not used (lower, upper)", 4]]
    error = read("rate,se", ("A", 2020, None, 3), ("B", 2020, 80, 2))
    assert lines(error, "limits") == [["not used (se)", 1]]
    both = read("rate,lower,upper,se", ("A", 2020, 70, 68, 72, 1), ("B", 2020, 80, 78, 82, None))
    assert [row[0] for row in ends(both)] == ["estimate", "estimate"]
    assert lines(both, "limits") == [["not used (lower, upper)", 2]]
    text = read("rate,lower,upper", ("A", 2020, "70", "68", "<72"), ("B", 2020, "80", "78", "82"))
    assert lines(text, "limits") == [["not used (lower, upper)", 2]]


def test_one_limit_that_may_be_of_either_of_two_columns_is_asked_about():
    with pytest.raises(ToldError, match="no column of values has the limits lower"):
        read("A rate,B rate,lower", ("A", 2020, 90, 70, 88), ("B", 2020, 80, 60, 77))


def test_limits_the_wrong_way_round_are_refused_and_so_are_errors_below_0():
    with pytest.raises(DataError, match="the lower limit 75 is above the upper limit 70"):
        read("lo,hi", ("A", 2020, 75, 70), ("B", 2020, 60, 70))
    with pytest.raises(DataError, match=r"se: -2 is an error below 0") as refused:
        read("value,se", ("A", 2020, 80, -2), ("B", 2020, 80, 2))
    assert "outside" not in str(refused.value)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_account_has_words_for_limits(lang):
    mine = read("value,lower", ("A", 2020, 71, 70), ("B", 2020, 80, 75))
    told = compare.tables.accounts_table(mine.summary, lang=lang).frame
    assert "not used (" not in told.to_string() and "lower" in told.to_string()


def test_levels_that_are_called_as_limits_are_asked_about_and_read_where_asked_for():
    rows = ("A", 2020, 20, 30, 50), ("B", 2020, 21, 33, 46)
    with pytest.raises(ToldError, match=r"has the limits low.*indicators=\[…\] where they are"):
        read("low,medium,high", *rows)
    asked = read("low,medium,high", *rows, indicators=["low", "medium", "high"])
    assert asked.observations["value"].tolist() == [20, 21, 30, 33, 50, 46]
    assert lines(asked, "limits") == []


def test_limits_beside_a_number_of_cases_are_asked_about_together():
    with pytest.raises(ToldError, match="no column of values has the limits lo, hi"):
        read("number,lo,hi", ("A", 2020, 1000, 70, 75), ("B", 2020, 1100, 80, 82))


def test_columns_that_are_told_to_hold_no_values_have_no_limits():
    frame = pd.DataFrame(
        {"Foo": ["A", "B"], "Bar": [2020, 2020], "rate": [91, 80], "lower": [90, 70]}
    )
    mine = compare.panel(frame, name="Foo", year="Bar", direction="higher", wholes=[])
    assert lines(mine, "limits") == [["not used (lower)", 2]]
