"""Any frame has one answer, or one refusal, on every engine: a share of what ``make bench`` tries.

``tests/benchmarks/boundary.py`` tries a hundred thousand cases of the same kind.
"""

import random

import pytest
from anyframe import BACKENDS, COMPARISONS, Case, differing, drawn, outcome

FRAMES = 24


@pytest.mark.parametrize("seed", range(FRAMES))
def test_a_frame_has_one_outcome_on_every_engine(seed):
    case = drawn(random.Random(seed))
    others = (("pandas", "lazy"), BACKENDS[:2], BACKENDS[2:])[seed % 3]
    assert list(differing(case, seed, ("duckdb", *others))) == []


def test_the_frames_drawn_reach_every_comparison_and_both_outcomes():
    cases = [drawn(random.Random(seed)) for seed in range(200)]
    assert {case.comparison for case in cases} == set(COMPARISONS)
    outcomes = [outcome(case, "polars") for case in cases[:FRAMES]]
    answered = [found for found in outcomes if isinstance(found, list) and found]
    assert len(answered) > 5
    assert sum(isinstance(found, tuple) for found in outcomes) > 5


def test_a_difference_is_seen(monkeypatch):
    case = drawn(random.Random(1))
    right = COMPARISONS[case.comparison]
    wrong = dict(COMPARISONS) | {case.comparison: lambda frame, **asked: right(frame[1:], **asked)}
    plain = Case(case.frame, case.comparison, case.arguments)
    assert list(differing(plain, 1, ("pandas",))) == []
    monkeypatch.setattr("anyframe.COMPARISONS", wrong)
    # every engine loses its first row, each another one
    assert any(
        list(differing(drawn(random.Random(seed)), seed, ("polars",))) for seed in range(300)
    )
