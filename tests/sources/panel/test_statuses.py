"""A nought of which a column says that there is no value is none, and a true one stays."""

import pandas as pd
import pytest

import compare


def read(**status):
    rows = {"region": ["A", "B", "C"], "year": 2020, "rate": [50.0, 0.0, 0.0]}
    return compare.panel(pd.DataFrame(rows | status), direction="higher")


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("Observation status", ["Normal value", "Missing value", "Normal value"]),
        ("suppressed", ["no", "yes", "no"]), ("is_missing", [False, True, False]),
        ("status", ["", "Suppressed", ""]), ("数据状态", ["正常", "缺失", "正常"]),
    ],
)  # fmt: skip
def test_a_nought_that_a_status_calls_missing_is_no_value(column, said):
    found = read(**{column: said})
    assert found.observations["region"].tolist() == ["A", "C"]
    assert found.summary.set_index("what").loc["withheld", "number"] == 1


@pytest.mark.parametrize(
    ("column", "said"),
    [("status", ["final", "final", "estimated"]), ("remark", ["", "missing value", ""]),
     ("status", ["missing value", "final", "final"])],
)  # fmt: skip
def test_other_noughts_and_other_values_stay(column, said):
    assert len(read(**{column: said}).observations) == 3
