"""Contests: a leader only where the intervals decide one, and the right one."""

import re

import pandas as pd
import pytest
from stating import LANGS, directed_ranks, nobodys_ranks

import compare
from compare import finding
from compare.finding.contests import contests_of, outcomes, outcomes_in_words, present


def line_about(said, indicator):
    return next(line for line in said.points if line.startswith(indicator))


@pytest.mark.parametrize(
    ("direction", "leader", "value"), [("higher", "east", "90%"), ("lower", "west", "80%")]
)
def test_the_leader_is_the_better_one(direction, leader, value):
    ranked = directed_ranks(direction)
    assert finding.findings(ranked).points == (
        f"share：可比的2地中{leader}领先（{value}，2020年现状）",
    )
    assert finding.findings(ranked, lang="en").points == (
        f"share: of 2 that can be compared, {leader} is ahead ({value}, 2020 actual)",
    )


@pytest.mark.parametrize(("west", "said"), [(90.0, "level"), (80.0, "leader"), (None, "nobody")])
def test_a_tie_a_leader_and_what_nobody_can_tell_are_told_apart(west, said):
    rows = pd.DataFrame(
        [
            {"region": "east", "value": 90.0, "lo": 90.0, "hi": 90.0},
            {"region": "west", "value": west, "lo": west or 85.0, "hi": west or 95.0},
        ]
    ).assign(indicator="share", year=2020)
    ranked = compare.rankings(compare.align(rows), direction="higher")
    (line,) = finding.findings(ranked, lang="en").points
    assert (
        line
        == {
            "level": "share: east and west are level (90, 2020 actual)",
            "leader": "share: of 2 that can be compared, east is ahead (90, 2020 actual)",
            "nobody": "share: no order can be determined between east and west (2020 actual)",
        }[said]
    )
    counted = outcomes(contests_of(ranked.assign(scope="region", observed_year=2020)))
    decided = int(said != "nobody")
    assert counted == {"decided": decided, "partly": 0, "open": 1 - decided}


def test_a_contest_that_ranks_some_only_is_partly_decided():
    rows = pd.DataFrame(
        [
            {"region": "east", "lo": 90.0, "hi": 95.0},
            {"region": "west", "lo": 92.0, "hi": 97.0},
            {"region": "north", "lo": 50.0, "hi": 50.0},
        ]
    ).assign(indicator="share", year=2020, value=None)
    ranked = compare.rankings(compare.align(rows), direction="higher").assign(
        scope="region", observed_year=2020
    )
    assert outcomes(contests_of(ranked)) == {"decided": 0, "partly": 1, "open": 0}
    said = finding.of_theme(rows, ranked, year=2020, kind="actual", lang="en").text
    assert said == "2020 actual: 1 indicator, 1 with some ranks decided only"


@pytest.mark.parametrize(
    ("lang", "of", "said"),
    [
        ("zh", "contests", "1组能判定领先或持平，2组无法判定"),
        ("zh", "indicators", "1项能判定领先或持平，2项无法判定"),
        ("en", "contests", "1 with a leader or a tie, 2 undetermined"),
    ],
)
def test_nothing_is_said_of_none(lang, of, said):
    assert outcomes_in_words({"decided": 1, "partly": 0, "open": 2}, lang, of=of) == said
    assert outcomes_in_words({"decided": 0, "partly": 0, "open": 0}, lang, of=of) == ""


def test_a_headline_names_a_leader_only_where_the_intervals_decide(evidence):
    ranked = compare.rankings(
        compare.align(compare.observations(), year=2025, kind="target", evidence=evidence)
    )
    inclusive = line_about(finding.findings(ranked, evidence=evidence), "普惠性幼儿园")
    assert "无法判定" in inclusive and "领先" not in inclusive
    assert "约数" in inclusive and "县与地级市" in inclusive


def test_contests_of_different_years_are_not_one_contest(evidence):
    observed = compare.observations(theme="preschool")
    rows = compare.align(
        observed, year=2024, kind="target", horizon="nearest", within=3, evidence=evidence
    )
    ranked = compare.rankings(rows)
    for line in finding.findings(ranked, evidence=evidence).points:
        assert len(re.findall(r"20\d\d年目标", line)) == 1
    headline = finding.of_theme(observed, ranked, year=2024, kind="target", evidence=evidence)
    assert "2025、2027年的数值" in headline.points[0]


@pytest.mark.parametrize("lang", LANGS)
def test_conditions_join_the_brackets_of_a_finding(ranked, evidence, lang):
    for line in finding.findings(ranked, evidence=evidence, lang=lang).points:
        assert not re.search(r"）（|\) \(", line)


@pytest.mark.parametrize("lang", LANGS)
def test_contests_of_nobodys_rows_are_decided_without_evidence(lang):
    said = finding.findings(nobodys_ranks(), lang=lang).points
    assert len(said) == 2 and all(("east" in line) or ("west" in line) for line in said)


def test_a_value_known_to_one_side_is_a_value():
    rows = pd.DataFrame({"lo": [1.0, None, 3.0, None], "hi": [None, 2.0, 3.0, None]})
    assert present(rows) == 3
