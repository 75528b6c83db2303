"""Headline of a composite: ranks only with their spread."""

import pandas as pd

import compare
from compare import finding


def composite_of(rows):
    return compare.composite(compare.align(rows), goalposts=None)


def test_a_composite_names_its_ranks_and_its_warning():
    rows = pd.DataFrame(
        [
            {"region": region, "indicator": indicator, "year": 2020, "value": value,
             "lo": value, "hi": value, "unit": "%", "floor": 0.0, "cap": 100.0,
             "direction": "higher"}
            for indicator in ("one", "two")
            for region, value in (("east", 90.0), ("west", 80.0), ("north", 70.0))
        ]
    )  # fmt: skip
    said = finding.of_composite(composite_of(rows), lang="en")
    assert said.text == (
        "Composite ranks are the same under all weights and methods: "
        "east rank 1, north rank 3, west rank 2"
    )
    assert said.lead.startswith("East, north and west: calculated from 2 indicators, 2020 actual. ")
    assert "Regions state different indicators" in said.lead
    upside = rows.assign(value=[90.0, 80.0, 70.0, 70.0, 80.0, 90.0])
    upside = upside.assign(lo=upside["value"], hi=upside["value"])
    open_order = finding.of_composite(composite_of(upside), lang="en")
    assert open_order.text.startswith("Composite: which of east, ")
    assert "no composite rank is reported" in open_order.lead
    few = finding.of_composite(composite_of(rows.head(2)), lang="en")
    assert few.text.startswith("No composite") and "Not calculated: east (" in few.lead
