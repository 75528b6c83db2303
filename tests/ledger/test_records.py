"""Records: rows one by one, as pandas itself would tell them."""

from datetime import date

import numpy as np
import pandas as pd

from compare.ledger.records import keys_of, records


def test_rows_come_as_plain_values_of_python():
    rows = pd.DataFrame(
        {
            "text": ["a", None],
            "whole": [1, 2],
            "number": [1.5, 2.5],
            "flag": [True, False],
            "mixed": np.array([np.bool_(True), np.int64(3)], dtype=object),
            "nothing": pd.array([2020, pd.NA], dtype="Int64"),
            "day": [date(2020, 1, 1), None],
            "stamp": pd.to_datetime(["2020-01-01", "2021-01-01"]),
        }
    )
    told, usual = records(rows), rows.to_dict("records")
    assert repr(told) == repr(usual)
    assert told[1]["nothing"] is None and told[0]["mixed"] is True


def test_no_rows_are_no_records():
    assert records(pd.DataFrame({"region": []})) == [] == records(pd.DataFrame())


def test_keys_are_the_same_wherever_they_hold_nothing():
    one = pd.DataFrame({"region": ["a", None], "year": [2020, 2021]})
    other = one.astype({"region": object, "year": float}).assign(region=["a", float("nan")])
    assert [*keys_of(one, ["region", "year"])] == [*keys_of(other, ["region", "year"])]
    assert [*keys_of(one, ["region"])] == [("a",), (None,)]
