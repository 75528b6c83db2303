"""What the ledger holds, as tables: which region states what."""

import pandas as pd

from compare import tables


def covered(counts):
    """Return coverage of made-up regions: so many for each of some years; 0 is nothing."""
    regions = (year for year, count in counts.items() for _ in range(count))
    return pd.DataFrame(
        {"region": f"place-{place}", "indicator": "share", "kind": "actual", "years": year,
         "status": "observed" if year else "not-in-text"}
        for place, year in enumerate(regions)
    )  # fmt: skip


def test_each_of_few_regions_has_a_column():
    table = tables.coverage_table(covered({"2020": 2, "2021": 18}), lang="en").plain()
    assert table.shape == (1, 21)
    assert table.iloc[0, [1, 3]].tolist() == ["actual 2020", "actual 2021"]


def test_of_many_regions_it_is_counted_how_many_state_the_same():
    table = tables.coverage_table(covered({"2020": 900, "2021": 1200, "": 3}), lang="en").plain()
    assert table["Regions"].tolist() == ["1,200", "900", "3"]
    assert table["Coverage"].tolist() == ["actual 2021", "actual 2020", "not stated"]
    assert table["Indicator"].unique().tolist() == ["share"]
