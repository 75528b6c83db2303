"""The made-up panel: always the same, and every untidy cell of it is accounted for."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.made_up import TOLD, YEARS
from compare.sources.panel.told import ToldError


@pytest.fixture(scope="module")
def raw():
    return compare.made_up_panel()


@pytest.fixture(scope="module")
def mine(raw):
    return compare.panel(raw, **TOLD)


def test_it_is_the_same_each_time_and_in_each_frame(raw):
    pd.testing.assert_frame_equal(raw, compare.made_up_panel())
    assert compare.made_up_panel(frame="polars").rows() == list(raw.itertuples(index=False))


def test_nothing_of_it_is_dropped_or_counted_twice(raw, mine):
    seen = mine.observations
    assert seen["region"].nunique() == 300 and seen["indicator"].nunique() == 8
    assert sorted(seen["year"].unique()) == list(YEARS)
    assert len(seen) + len(mine.missing) == 300 * 8 * 10
    counts = mine.summary.set_index(["of", "what"])["number"]
    assert counts["rows"].sum() == len(raw)
    assert counts["cells"].sum() == 315 * 8 * 10
    assert set(seen["comparator"]) == {"=", "~", ">=", ">", "<", "<=", "estimate"}
    assert mine.missing["withheld"].any()


def test_what_it_cannot_say_is_asked_for_and_all_is_proposed(raw):
    with pytest.raises(ToldError) as asked:
        compare.panel(raw)
    assert asked.value.directions == TOLD["direction"]
    assert asked.value.wholes == ["*00"]  # the codes of cities: 991000 is one of them


def test_one_name_of_every_city_is_told_apart_by_the_city(mine):
    names = mine.evidence.regions["name_zh"]
    assert names.is_unique and names.str.startswith("样例区").sum() == 15
    assert mine.evidence.region_slug("样例区 (乙丑市)") == "990220"


def test_each_year_of_an_estimate_has_its_limits(mine):
    own = mine.observations
    own = own[own["indicator"] == "学业达标率"]
    assert set(own["comparator"]) == {"estimate"}
    assert ((own["lo"] < own["value"]) & (own["value"] < own["hi"])).all()
    assert set(own["year"]) == set(YEARS)


def test_a_value_beyond_a_hundred_per_cent_leaves_no_bound_at_a_hundred():
    shares = pd.DataFrame({"地区": ["东县", "西县"], "就近入学比例2020": [">100%", "95%"]})
    seen = compare.panel(shares, direction="higher").observations
    assert seen["hi"].isna().tolist() == [True, False]
