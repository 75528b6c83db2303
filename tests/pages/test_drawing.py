"""Drawing: whoever draws, the same comes of it."""

from itertools import islice

import pandas as pd

import compare
from compare.charts.subjects import subjects
from compare.pages.drawing import Drawer, _at_once, _of_last_moments


def test_any_number_of_processes_makes_the_same_to_the_byte(built_world):
    drawer = Drawer()
    kinds = [subject.kind for subject in drawer.subjects]
    moments = (at for at, kind in enumerate(kinds) if kind == "indicator-moment")
    shown = list(islice((at for at in moments if any(drawer.charts(at, ["zh"]))), 2))
    assert len(shown) == 2
    assert dict(_at_once(2, drawer, shown)) == {place: drawer.pieces(place) for place in shown}


def drawn_years(rows):
    """Return the year of the pictures of each region of a table."""
    rows = rows.assign(kind="actual", unit="%", direction="higher", theme="own")
    table = compare.panel(rows, direction="higher")
    every = [*subjects(table.observations, table.coverage(), table.evidence, "zh", "half")]
    kept = [*_of_last_moments(every)]
    assert [one.kind for one in kept if one.kind != "region-moment"] == [
        one.kind for one in every if one.kind != "region-moment"
    ]
    moments = [one for one in kept if one.kind == "region-moment"]
    years = {one.region: one.year for one in moments}
    assert len(years) == len(moments)
    return years


def years_of(*years):
    """Return values of four regions in two indicators."""
    return pd.DataFrame(
        [(region, name, year, 10.0 + place + year % 7)
         for year in years for name in ("x", "y") for place, region in enumerate("abcd")],
        columns=["region", "indicator", "year", "value"],
    )  # fmt: skip


def test_of_a_table_of_years_each_region_has_pictures_of_the_newest():
    assert drawn_years(years_of(2020, 2021, 2022)) == dict.fromkeys("abcd", 2022)


def test_of_one_that_lacks_little_it_is_still_the_newest():
    rows = years_of(2020, 2021, 2022)
    lacking = (rows["year"] == 2022) & (rows["indicator"] == "y") & (rows["region"] == "d")
    assert drawn_years(rows[~lacking])["a"] == 2022


def test_of_one_that_lacks_half_it_is_the_newest_of_the_fullest():
    rows = years_of(2020, 2021, 2022)
    lacking = (rows["year"] == 2022) & (rows["indicator"] == "y") & (rows["region"] != "d")
    few = (rows["year"] == 2020) & (rows["indicator"] == "y")  # nor is the first the fullest
    assert drawn_years(rows[~lacking & ~few])["a"] == 2021
