"""Headlines of a region, and of two."""

import pytest
from stating import nobodys_gaps, nobodys_ranks, nobodys_rows

import compare
from compare import finding, tables
from compare.errors import UnknownValueError


def test_a_part_and_its_whole_are_no_contestants(evidence):
    rows = compare.align(compare.observations(), evidence=evidence)
    rows = rows[rows["region"].isin(["xiangshan", "ningbo"])]
    compared = compare.gaps(rows, to="宁波", evidence=evidence)
    own = compared[compared["region"] == "xiangshan"]
    for pair in (("象山", "宁波"), ("ningbo", "330225")):
        said = str(finding.of_pair(*pair, own, evidence=evidence))
        assert "象山是宁波的一部分" in said and "领先" not in said
    assert finding.whole_of("pingyang", "quzhou", evidence=evidence) is None
    assert finding.whole_of("xiangshan", "ningbo") is None  # nothing is known of them


def test_one_disagreement_is_one_place(built_world):
    evidence = compare.evidence()
    observed = compare.observations()
    ranked = compare.rankings(compare.align(observed, evidence=evidence))
    disagreeing = tables.conflicts(observed[observed["region"] == "luting"])
    said = finding.of_region("luting", observed, ranked, disagreeing, evidence=evidence, lang="en")
    assert "Its document prints different values in 1 place." in said.points


@pytest.mark.parametrize("name", ["xiangshan", "象山", "象山县", "Xiangshan", "330225"])
def test_a_region_is_asked_for_by_any_name(ranked, evidence, name):
    observed = compare.observations(region="xiangshan")
    none = observed.head(0)
    said = finding.of_region(name, observed, ranked, none, evidence=evidence)
    assert said == finding.of_region("xiangshan", observed, ranked, none, evidence=evidence)
    assert said.text.startswith("象山：印出")


def test_a_region_of_nobodys_is_called_by_its_key():
    rows = nobodys_rows()
    said = finding.of_region(
        "EAST", rows[rows["region"] == "east"], nobodys_ranks(), rows.head(0), lang="en"
    )
    assert said.text == (
        "east prints 2 shared indicators; 2 can be compared with another region for one year, "
        "of which 2 have a decided rank and 0 have not"
    )
    with pytest.raises(UnknownValueError, match="eats"):
        finding.of_region("eats", rows, nobodys_ranks(), rows.head(0))


def test_what_a_pair_decides_is_counted_from_the_first_to_the_second():
    compared = nobodys_gaps("west")
    own = compared[(compared["region"] == "east") & (compared["indicator"] == "share")]
    said = finding.of_pair("east", "west", own, lang="en").text
    assert said == (
        "east and west: 1 comparison for one year and kind; east is ahead in 1, behind in 0, "
        "level in 0, undetermined in 0"
    )
    other = nobodys_gaps("east")
    own = other[other["region"] == "west"]
    said = finding.of_pair("west", "east", own).text
    assert said == "west与east：同年、同类可比2项——west领先1项、落后1项、持平0项，无法判定0项"


@pytest.mark.parametrize(("direction", "verdict"), [("higher", "ahead"), ("lower", "behind")])
def test_who_is_ahead_of_two_depends_on_the_direction(direction, verdict):
    rows = nobodys_rows().head(2).assign(direction=direction)
    compared = compare.gaps(compare.align(rows), to="west")
    said = finding.of_pair("east", "west", compared[compared["region"] == "east"], lang="en").text
    ahead, behind = int(verdict == "ahead"), int(verdict == "behind")
    assert f"ahead in {ahead}, behind in {behind}, level in 0" in said


@pytest.mark.parametrize(
    ("verdict", "cautioned"),
    [("ahead", True), ("behind", True), ("level", True), ("undetermined", False)],
)
def test_every_decided_pair_has_its_cautions_and_no_other(verdict, cautioned):
    compared = nobodys_gaps("west")
    own = compared[compared["region"] == "east"].head(1)
    said = finding.of_pair("east", "west", own.assign(verdict=verdict, reasons="derived"))
    assert any("推算值" in point for point in said.points) == cautioned


@pytest.mark.parametrize("near", [0, 1])
def test_indicators_that_are_only_near_are_counted(near):
    own = nobodys_rows().query("region == 'east'").assign(kind="actual")
    own["comparability"] = ["exact", "proxy" if near else "exact"]
    said = finding.of_region("east", own, nobodys_ranks(), own.head(0))
    assert said.points == (("另有1项只印出相近的指标，不进入比较。",) if near else ())
