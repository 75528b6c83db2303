"""Tables of the ledger: definitions, answers that must be equal."""

import pytest

import compare
from compare import tables


def test_equal_answers_are_shown_and_unequal_ones_refused(project):
    one = compare.table("regions")[["region", "level"]]
    other = compare.table("regions", frame="polars").select("region", "level")
    sql = compare.connect().sql("SELECT region, level FROM regions ORDER BY region")
    table = tables.same_answer_table(sql=sql, pandas=one, polars=other)
    assert len(table.frame) == 5 and "sql = pandas = polars" in table.title
    with pytest.raises(tables.UnequalAnswersError, match="sql and pandas differ"):
        tables.same_answer_table(sql=sql, pandas=one.head(2))


def test_an_indicator_without_a_definition_is_not_left_out(evidence):
    table = tables.definitions_table(["mine", "balance_junior"], evidence=evidence)
    assert list(dict.fromkeys(table.frame["指标"])) == ["初中校际差异系数", "mine"]
    assert "越低越好" in set(table.frame.iloc[:, 2])
    assert table.frame.iloc[-1, 2] == "—"
