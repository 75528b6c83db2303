"""The made-up plan cycle: it shows every verdict, and says everywhere that it is made up."""

import pytest
from comparing import as_polars

import compare


@pytest.mark.parametrize("frame", ["pandas", "polars", "duckdb"])
def test_the_cycle_shows_every_verdict_on_every_engine(frame):
    judged = as_polars(compare.attainment(compare.made_up_cycle(frame=frame)))
    assert set(judged["verdict"]) == {
        "met", "missed", "not-decided", "on-pace", "behind-pace", "no-outcome",
    }  # fmt: skip
    told = {(row["indicator"], row["target_year"]): row for row in judged.to_dicts()}
    assert told["public_places", 2025]["margin"] == pytest.approx(-1.4)
    assert "each-county-ceiling" in told["school_gap", 2025]["reasons"]


def test_its_second_plan_revises_the_first():
    changes = compare.revisions(compare.made_up_cycle())["change"]
    assert sorted(changes) == ["dropped", "dropped", "dropped", "postponed", "raised"]


def test_everything_says_that_it_is_made_up():
    cycle = compare.made_up_cycle()
    assert cycle["indicator_zh"].str.endswith("（虚构）").all()
    assert set(cycle["region"]) == {"样县甲", "样县乙"}
    said = compare.findings(cycle, kinds=["attainment", "revision"], lang="zh")["sentence"]
    named = said[~said.str.contains("未载结果")]
    assert len(named) >= 8 and named.str.contains("（虚构）").all()
