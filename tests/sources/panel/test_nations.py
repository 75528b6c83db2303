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


@pytest.mark.parametrize(
    "name",
    ["UE (27 pays)", "Zone euro (19 pays)", "Eurozone", "EU-27", "OCDE", "Zona euro",
     "European Union - 27 countries (from 2020)"],
)  # fmt: skip
def test_a_group_of_countries_is_one_in_other_languages_and_with_a_bracket(name):
    assert wholes_among(["Allemagne", "Suède", name]) == [False, False, True]


def test_the_only_country_amid_other_names_is_their_whole():
    assert wholes_among(["Lima", "Perú", "Cusco"]) == [False, True, False]
    assert wholes_among(["Wales", "England and Wales", "Kent"]) == [False, True, False]


@pytest.mark.parametrize(
    "names",
    [
        ["Ohio", "Puerto Rico", "Texas"],
        ["Alabama", "Georgia", "Ohio"],
        ["Jalisco", "México", "Puebla"],
        ["Lancaster", "Lebanon", "Lehigh"],
        ["Maine A", "Norway", "Poland", "Bangor"],
        ["Bretagne", "Guadeloupe", "La Réunion", "Corse"],
        ["Allemagne", "Suède", "Pays A", "Pays B"],
    ],
)
def test_a_part_that_is_called_as_a_country_is_no_whole(names):
    assert not any(wholes_among(names))
