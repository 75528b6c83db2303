"""A part of some facts: what of a whole belongs to the rows of one picture."""

import pytest

import compare
from compare.finding.facts import Facts
from compare.finding.part import PartOfFacts


@pytest.fixture
def observed(project):
    return compare.observations()


@pytest.fixture
def whole(observed):
    return Facts(observed, None, compare.evidence())


def test_a_pace_needs_both_its_ends_among_the_rows(observed, whole):
    assert len(PartOfFacts(whole, observed).paces) == len(whole.paces) > 0
    for kind in ("actual", "target"):
        assert PartOfFacts(whole, observed[observed["kind"] == kind]).paces.empty


def test_a_part_has_the_ranks_of_its_own_moments_alone(observed, whole):
    rows = observed[(observed["year"] == 2020) & (observed["kind"] == "actual")]
    ranked = PartOfFacts(whole, rows).ranked
    stated = ranked[ranked["lo"].notna() | ranked["hi"].notna()]
    assert len(stated) and {*ranked["year"]} == {2020} and {*ranked["kind"]} == {"actual"}
    keys = ["region", "indicator"]
    assert {*stated[keys].itertuples(index=False)} <= {*rows[keys].itertuples(index=False)}


def test_a_region_is_part_of_another_where_both_are_among_the_rows(observed, whole):
    assert PartOfFacts(whole, observed).parts == whole.parts == {("xiangshan", "ningbo")}
    assert not PartOfFacts(whole, observed[observed["region"] != "ningbo"]).parts
