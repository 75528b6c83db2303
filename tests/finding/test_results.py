"""Frames of another sort: a form or a table says whose rows it draws, and never a KeyError."""

import pandas as pd
import pytest

import compare
from compare import charts, tables
from compare.errors import FrameError
from compare.ledger.evidence import Evidence

OWN = pd.DataFrame(
    [
        (region, year, kind, value)
        for region in ("甲", "乙")
        for year, kind, value in (
            (2020, "actual", 60.0),
            (2022, "actual", 65.5),
            (2025, "target", 70),
        )
    ],
    columns=["region", "year", "kind", "value"],
).assign(indicator="入园率", unit="%", direction="higher")


@pytest.mark.parametrize(
    ("drawn", "name"),
    [
        (charts.ranking, "rankings"), (charts.gap_bars, "gaps"), (charts.gap_matrix, "gaps"),
        (charts.dumbbell, "progress"), (charts.bullet, "attainment"),
        (charts.attainment_board, "attainment"), (charts.revision_dumbbell, "revisions"),
        (tables.rankings_table, "rankings"), (tables.gaps_table, "gaps"),
        (tables.progress_table, "progress"), (tables.attainment_table, "attainment"),
        (tables.findings_table, "findings"), (tables.composite_table, "composite"),
        (tables.variants_table, "composite_variants"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)  # fmt: skip
@pytest.mark.parametrize(
    "frame", [OWN, compare.align(OWN), OWN.head(0)], ids=["values", "aligned", "none"]
)
def test_rows_that_are_no_result_are_refused_with_what_makes_them(drawn, name, frame):
    with pytest.raises(FrameError, match=rf"call compare\.{name} with these rows first"):
        drawn(frame)
    assert hasattr(compare, name)


@pytest.mark.parametrize(
    "drawn",
    [charts.small_multiples, charts.target_path, tables.values_table, tables.evidence_table,
     tables.standing_table, tables.needs_table],
    ids=lambda value: value.__name__,
)  # fmt: skip
def test_values_without_ends_are_drawn(drawn):
    made = drawn(OWN)
    assert "65.5%" in (made.alt if isinstance(made, charts.Chart) else made.frame.to_string())


@pytest.mark.parametrize(
    "codes",
    [[3, 1, 2], [3.0, 1.0, None], ["3", "1", "2"], [3, "1", None]],
    ids=["integers", "floats", "texts", "mixed"],
)
@pytest.mark.parametrize("known", [None, Evidence()], ids=["alone", "evidence"])
def test_codes_of_any_sort_are_codes(codes, known):
    rows = pd.DataFrame(
        {"region": ["a", "b", "c"], "adcode": codes, "indicator": "x", "year": 2020,
         "kind": "actual", "value": [1.0, 2.0, 3.0], "unit": "%", "direction": "higher"}
    )  # fmt: skip
    (sentence,) = compare.findings(rows, evidence=known)["sentence_zh"]
    assert "c为3%" in sentence and "a为1%" in sentence
