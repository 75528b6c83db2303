"""Not stated: what counts as stated by most others, and how many of it are named."""

import pandas as pd
import pytest
from telling import rows, said

KIND = "not-stated"


def of_regions(regions, indicator):
    return rows(*((region, 2020, "actual", "=", 50.0) for region in regions), indicator=indicator)


OWN = of_regions("甲乙丙", "own")


def test_four_are_named_and_of_five_how_many_there_are():
    frame = pd.concat([OWN, *(of_regions("乙丙", f"more{place}") for place in range(5))])
    (sentence,) = said(frame, KIND, about="甲")
    assert sentence.endswith("more0、more1、more2、more3等5项（2020年）。")
    (sentence,) = said(frame[frame["indicator"] != "more4"], KIND, about="甲")
    assert sentence.endswith("more0、more1、more2、more3（2020年）。")


def test_a_proxy_of_others_is_nothing_that_they_state():
    theirs = of_regions("乙丙", "theirs")
    assert said(pd.concat([OWN, theirs.assign(comparability="close")]), KIND, about="甲")
    assert not said(pd.concat([OWN, theirs.assign(comparability="proxy")]), KIND, about="甲")


@pytest.mark.parametrize(("by", "told"), [("乙丙", 0), ("乙丙丁", 1)])
def test_most_others_are_half_of_them(by, told):
    frame = pd.concat([of_regions("甲乙丙丁戊己庚", "own"), of_regions(by, "theirs")])
    assert len(said(frame, KIND, about="甲")) == told


@pytest.mark.parametrize(
    ("level", "province", "told"),
    [("county", "东", 1), ("prefecture-city", "东", 0), ("county", "西", 0)],
)
def test_what_a_region_cannot_have_is_not_missed(level, province, told):
    regions = pd.DataFrame([{"region": "甲", "level": level, "province": province}])
    indicators = pd.DataFrame([{"indicator": "theirs", "only_level": "county", "only_in": "东"}])
    frame = pd.concat([OWN, of_regions("乙丙", "theirs")])
    assert len(said(frame, KIND, about="甲", regions=regions, indicators=indicators)) == told


def test_of_one_year_it_is_said_which():
    earlier = of_regions("甲", "theirs").assign(year=2019)
    frame = pd.concat([OWN, of_regions("乙丙", "theirs"), earlier])
    assert not said(frame, KIND, about="甲")
    (sentence,) = said(frame[frame["year"] == 2020], KIND, about="甲")
    assert sentence.endswith("theirs（2020年）。")
