"""Regions of own tables in the official list: found by what they are, never by chance."""

import pandas as pd
import polars as pl
import pytest

import compare
from compare.errors import FrameError
from compare.sources.panel.places import places_of

ABROAD = [("白山市", "石川県"), ("津市", "三重県"), ("松原市", "大阪府")]


def places(*rows):
    found = pl.DataFrame(rows, schema=["code", "name", "parent"], orient="row")
    return places_of(found.with_row_index("place"), str)


def adcodes(found):
    return [one["adcode"] for one in found.regions]


@pytest.mark.parametrize(
    ("name", "parent"),
    [("municipality", "prefecture"), ("市町村", "都道府県"), ("Gemeinde", "Land")],
)
def test_a_parent_that_is_no_division_contradicts_one(tmp_path, name, parent):
    rows = "".join(f"{own},{above},2020,{n}\n" for n, (own, above) in enumerate(ABROAD))
    path = tmp_path / "a.csv"
    path.write_text(f"{name},{parent},year,rate\n{rows}", encoding="utf-8")
    found = compare.panel(path, direction="higher")
    assert found.unmatched["parent"].tolist() == [above for _, above in ABROAD]
    assert not found.evidence.regions["adcode"].notna().any()


def test_a_code_of_another_country_is_contradicted_too():
    assert (
        adcodes(places(("131024", "中央区", "東京都"), ("131032", "港区", "東京都"))) == [None] * 2
    )
    told = places(("330225", "象山县", "浙东"), ("330326", "平阳县", "浙南"))
    assert adcodes(told) == ["330225", "330326"]


def test_a_few_matches_by_name_are_said_and_not_taken_where_most_regions_match_nothing():
    names = ["小松市", "金沢市", "鈴鹿市", "輪島市", "白山市", "松原市"]
    found = places(*((None, name, None) for name in names))
    assert adcodes(found) == [None] * 6
    (said,) = [one for one in found.unmatched if one["region"] == "白山市"]
    assert said["why"] == "most regions of the table are not in the list of divisions"
    assert said["nearest"] == "白山市 (220600, 吉林省)"


def test_a_match_by_code_or_by_parent_is_no_chance():
    zones = [(None, f"{letter}片区", None) for letter in "甲乙丙丁戊"]
    found = places(*zones, ("330225", "象山县", None), (None, "平阳县", "温州市"))
    assert adcodes(found)[-2:] == ["330225", "330326"]


def test_a_column_called_land_that_holds_areas_is_no_parent(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("county,year,land,rate\nA,2020,10.5,9\nB,2020,11.25,8\n", encoding="utf-8")
    assert set(compare.panel(path, direction="higher").observations["indicator"]) == {
        "land",
        "rate",
    }


# Spellings

FRAME = pd.DataFrame({"region": ["Aa", "aa", "AA", "B"], "year": range(2020, 2024), "rate": 1})


def test_spellings_of_a_region_are_said_with_their_lines():
    with pytest.raises(FrameError, match=r"'Aa' \(row 2\), 'aa' \(row 3\), 'AA' \(row 4\)"):
        compare.panel(FRAME, direction="higher", wholes=[])


def test_of_several_sheets_it_is_said_which():
    frames = [FRAME.iloc[[0]], FRAME.iloc[[1]]]
    with pytest.raises(FrameError, match=r"'Aa' \(table, row 2\), 'aa' \(table\.2, row 2\)"):
        compare.panel(frames, direction="higher", wholes=[])
