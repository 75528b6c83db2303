"""Numbers that stand for missing values are asked about, where no value can be so."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.asking import answered
from compare.sources.panel.told import UnreadError


@pytest.mark.parametrize("code", ["-1", "-2", "-9", "9999", "-1.0"])
@pytest.mark.parametrize("long", [False, True])
def test_codes_out_of_the_range_of_a_share_are_asked_about(tmp_path, code, long):
    path = tmp_path / "t.csv"
    rows = ["A,2020,{}91.5", f"B,2020,{{}}{code}", "C,2020,{}70.5"]
    head = "region,year,indicator,value" if long else "region,year,pass rate"
    cells = "".join(f"\n{row.format('pass rate,' if long else '')}" for row in rows)
    path.write_text(f"{head}{cells}\n", encoding="utf-8")
    with pytest.raises(UnreadError, match=f"'{code}' is out of the range of a share") as asked:
        compare.panel(path, direction="higher")
    assert asked.value.marks == [code]
    told = answered(path, {}, lambda question, default=None: default or "higher")
    assert told["missing"] == [code]
    mine = compare.panel(path, **told)
    assert mine.observations["value"].tolist() == [91.5, 70.5]
    kept = compare.panel(path, direction="higher", missing=["none"])
    assert kept.observations["value"].tolist() == [91.5, float(code), 70.5]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("growth rate", [-1, 4, 3]), ("change in pass rate", [-1, 4, 3]), ("score", [-1, 4, 3]),
        ("pass rate", [-0.5, -1, 3]), ("number of pupils", [9999, 12, 13]),
        ("median income", [9999, 120, 130]),
    ],
)  # fmt: skip
def test_numbers_that_may_be_values_are_values(name, values):
    own = pd.DataFrame({"region": ["A", "B", "C"], name: values})
    mine = compare.panel(own, year=2020, direction="neutral")
    assert mine.observations["value"].tolist() == values


def test_codes_of_numeric_columns_are_named_as_whole_numbers():
    own = pd.DataFrame({"region": ["A", "B", "C"], "number of pupils": [12.0, -9.0, 30.0]})
    with pytest.raises(UnreadError, match="'-9' is out of the range of a count"):
        compare.panel(own, year=2020, direction="neutral")
    mine = compare.panel(own, year=2020, direction="neutral", missing=["-9"])
    assert mine.observations["value"].tolist() == [12.0, 30.0]
