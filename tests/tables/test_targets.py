"""Tables of targets: distances only where there is a way to go, levels in their own unit."""

import pandas as pd
import pytest
from stating import nobodys_progress

import compare
from compare import tables


def test_a_level_is_in_percent_and_a_distance_in_percentage_points(evidence):
    rows = compare.observations(indicator="compulsory_retention")
    pace = compare.progress(rows, evidence=evidence)
    known = tables.progress_table(pace, evidence=evidence, lang="en").plain()
    unknown = tables.progress_table(pace, lang="en").plain()
    for table in (known, unknown):
        assert table["Target"].str.endswith("%").any()
        assert not table["Target"].str.contains("percentage point").any()


def test_progress_of_nobodys_regions_is_measured():
    plain = tables.progress_table(nobodys_progress(), lang="en").plain()
    east = plain[(plain["Region"] == "east") & (plain["Indicator"] == "share")].iloc[0]
    assert east[["Actual", "Target", "To go"]].tolist() == ["2020: 90", "2025: 95", "+5"]


@pytest.mark.parametrize(("scope", "name"), [("national", "national 2025 target"), (None, "law")])
def test_a_limit_without_a_scope_is_called_by_its_name(scope, name):
    limit = {"benchmark": "law", "indicator": "share", "comparator": ">=", "value": 85.0,
             "scope": scope, "year": 2025, "kind": "target"}  # fmt: skip
    plain = tables.benchmarks_table(pd.DataFrame([limit]), lang="en").plain()
    assert plain.iloc[0].tolist()[:3] == ["share", name, "≥85"]
