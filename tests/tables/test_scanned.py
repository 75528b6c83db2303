"""Tables of a scan and its steps."""

import polars as pl
import pytest

from compare import tables


def proposal(value):
    return pl.DataFrame(
        [{"doubt": 0.5, "reasons": "year-implied made-up", "label": "a", "value": value,
          "year": 2025, "kind": "target", "sentence": "s"}]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "shown"),
    [(">=90%", "≥90%"), ("<0.35", "<0.35"), (">92%", ">92%"), ("~90%", "about 90%"),
     ("=90%", "90%"), ("range3–5", "3–5"), ("90%", "90%")],
)  # fmt: skip
def test_operators_are_written_as_people_do(value, shown):
    plain = tables.proposals_table(proposal(value), lang="en").plain()
    assert plain["Value"].tolist() == [shown]


def test_a_doubt_that_has_no_words_is_called_by_its_name():
    plain = tables.proposals_table(proposal("1"), lang="en").plain()
    assert plain["What is doubtful"].tolist() == ["year implied by the text, made-up"]


def test_a_fact_that_has_no_words_is_called_by_its_name():
    plain = tables.facts_table({"rows": 3, "made-up": ["a", "b"]}, lang="en").plain()
    assert plain.to_numpy().tolist() == [["rows written", "3"], ["made-up", "a, b"]]
