"""Nations and groups of nations by the names that tables have for them."""

import pytest

from compare.sources.panel.nations import is_country, wholes_among

OFFICIAL = [
    "Bolivia (Plurinational State of)", "Korea, Rep.", "Iran, Islamic Rep.", "Venezuela, RB",
    "Dem. Rep. of the Congo", "United Republic of Tanzania", "Hong Kong SAR, China", "Gambia, The",
    "Micronesia (Fed. States of)", "Egypt, Arab Rep.", "Russian Federation", "Lao PDR",
    "Cote d'Ivoire", "Saint Lucia", "Trinidad and Tobago", "Republic of Moldova",
]  # fmt: skip
GROUPS = [
    "World", "Africa Eastern and Southern", "Africa Western and Central", "Not classified",
    "Western Africa", "Middle Africa", "Caribbean", "Melanesia", "Caucasus and Central Asia",
    "Developing countries", "Small island developing States", "LLDCs", "G20", "EU27_2020",
    "Partner economies", "MENA", "OECD - Total", "High income",
]  # fmt: skip


@pytest.mark.parametrize("name", OFFICIAL)
def test_official_names_are_those_of_countries(name):
    assert is_country(name)


@pytest.mark.parametrize("name", ["Peru, IL", "Lebanon County", "New Mexico", "Central", "x" * 500])
def test_what_only_begins_or_ends_so_is_none(name):
    assert not is_country(name)


def test_groups_among_countries_are_wholes_and_countries_are_none():
    short = ["United States", "United Kingdom", "South Africa", "Central African Republic"]
    found = wholes_among([*OFFICIAL, *short, *GROUPS])
    assert found == [False] * (len(OFFICIAL) + len(short)) + [True] * len(GROUPS)


def test_a_republic_above_its_regions_is_their_whole_and_one_of_several_is_none():
    assert wholes_among(["Praha", "Plzeňský", "Česká republika"]) == [False, False, True]
    assert not any(wholes_among(["Республика Коми", "Москва", "Республика Адыгея"]))
    assert not any(wholes_among(["Praha", "Česká republika", "Plzeňský"]))


def test_a_short_name_beside_the_official_one_is_a_group():
    names = ["Micronesia", "Micronesia (Fed. States of)", "Fiji", "Samoa"]
    assert wholes_among(names) == [True, False, False, False]
