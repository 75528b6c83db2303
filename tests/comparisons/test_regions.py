"""Regions by name: the one that is meant, and a refusal that lists several of one name."""

import pandas as pd
import polars as pl
import pytest

import compare
from compare.comparisons.regions import region_named
from compare.errors import UnknownValueError
from compare.ledger.evidence import Evidence

COUNTIES = pd.DataFrame(
    {
        "county": ["Teton", "Teton", "Teton", "Weston"],
        "state": ["Wyoming", "Idaho", "Montana", "Wyoming"],
        "code": ["56", "16", "30", "57"], "year": 2020, "rate": [1.0, 2.0, 3.0, 4.0],
    }
)  # fmt: skip
SEVERAL = r"several are called so: Teton \(Idaho\), Teton \(Montana\), Teton \(Wyoming\)"


@pytest.mark.parametrize("code", [None, "code"])
def test_of_several_of_one_name_all_are_listed(code):
    told = {"name": "county", "parent": "state", "direction": "higher", "region": code}
    own = COUNTIES if code else COUNTIES.drop(columns="code")
    mine = compare.panel(own, **told)
    known = {"evidence": mine.evidence}
    for about in ("Teton", " teton", ["Weston", "Teton"]):
        with pytest.raises(UnknownValueError, match=f"about='.*{SEVERAL}"):
            compare.findings(mine.observations, about=about, **known)
    with pytest.raises(UnknownValueError, match=f"to='Teton': {SEVERAL}"):
        compare.gaps(mine.observations, to="Teton", **known)
    with pytest.raises(UnknownValueError, match=f"region='Teton': {SEVERAL}"):
        mine.evidence.region_slug("Teton")
    said = compare.findings(mine.observations, about="Teton (Idaho)", **known)
    assert said["sentence_en"].str.contains("Teton (Idaho)", regex=False).all()


def test_without_evidence_the_keys_say_it():
    rows = compare.panel(COUNTIES.drop(columns="code"), parent="state", direction="higher")
    with pytest.raises(UnknownValueError, match=SEVERAL):
        compare.gaps(rows.observations, to="Teton")


def test_equal_names_of_two_keys_are_told_by_their_keys():
    frame = pl.DataFrame({"region": ["a", "b"], "region_en": ["X", "X"]}).lazy()
    with pytest.raises(UnknownValueError, match="several are called so: a, b"):
        region_named("to", "x", frame, None)
    assert region_named("to", "b", frame, None) == "b"
    alike = Evidence(regions=pd.DataFrame({"region": ["a", "b"], "aliases": ["Y|Z", "z"]}))
    with pytest.raises(UnknownValueError, match="to='z': several are called so: a, b"):
        region_named("to", "z", frame, alike)
    assert region_named("to", "y", frame, alike) == "a"


def test_a_key_goes_before_a_name():
    frame = pl.DataFrame({"region": ["a", "b"], "region_en": ["b", "X"]}).lazy()
    assert region_named("to", "b", frame, None) == "b"
    twice = pl.DataFrame({"region": ["a", "a"], "region_en": ["X", "Y"]}).lazy()
    assert region_named("to", "y", twice, None) == "a"


def test_what_one_alone_has_before_brackets_is_suggested():
    frame = pl.DataFrame({"region": ["Teton (Idaho)", "Weston"]}).lazy()
    with pytest.raises(UnknownValueError, match=r"Did you mean 'Teton \(Idaho\)'"):
        region_named("to", "Teton", frame, None)


def test_a_whole_that_was_set_apart_is_told_with_how_one_compares_with_it():
    own = pd.DataFrame({"area": [*"ABC", "All of it"], "rate 2020": [91.0, 92.0, 94.0, 93.0]})
    mine = compare.panel(own, direction="higher", wholes=["All of it"])
    rows, evidence, told = mine.observations, mine.evidence, "'all of it' was set apart"
    with pytest.raises(UnknownValueError, match=f"about={told}.*to='All of it'.*out of wholes"):
        compare.findings(rows, about="all of it", evidence=evidence)
    with pytest.raises(UnknownValueError, match=f"to={told}"):
        compare.gaps(rows, to="all of it", evidence=evidence)
    with pytest.raises(UnknownValueError, match=f"region={told}"):
        compare.dataset(mine).region_slug("all of it")
    both = compare.gaps(pd.concat([rows, mine.wholes]), to="All of it", evidence=evidence)
    assert both.set_index("region")["gap"].to_dict() == {"A": -2, "B": -1, "C": 1, "All of it": 0}
    left = compare.panel(own, direction="higher", wholes=[])
    there = compare.gaps(left.observations, to="All of it", evidence=left.evidence)
    assert sorted(there["gap"]) == [-2, -1, 0, 1]


def test_of_a_total_it_is_not_said_that_it_may_be_a_region():
    own = pd.DataFrame({"area": [*"AB", "Total"], "rate 2020": [91.0, 92.0, 93.0]})
    mine = compare.panel(own, direction="higher", wholes=["Total"])
    with pytest.raises(UnknownValueError, match=r"own\.wholes") as told:
        compare.gaps(mine.observations, to="Total", evidence=mine.evidence)
    assert "out of wholes" not in str(told.value)
