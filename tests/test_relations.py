"""Relations: the rows of a query as the kind of frame asked for."""

import duckdb
import pandas as pd
import polars as pl
import pytest

from compare.errors import UnknownValueError
from compare.relations import as_frame


def test_a_relation_becomes_the_kind_asked_for():
    relation = duckdb.sql("SELECT 1 AS n UNION ALL SELECT 2 ORDER BY n")
    kinds = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "duckdb": duckdb.DuckDBPyRelation}
    for kind, expected in kinds.items():
        assert isinstance(as_frame(relation, kind), expected)
    assert as_frame(relation, "polars")["n"].to_list() == [1, 2]


def test_another_kind_is_refused_with_those_that_exist():
    with pytest.raises(UnknownValueError, match=r"frame=.arrow. does not exist.*polars"):
        as_frame(duckdb.sql("SELECT 1"), "arrow")
