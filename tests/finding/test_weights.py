"""Weights: what asks for something to be done comes first, what nothing decides last."""

from itertools import pairwise

import pytest

from compare.finding.kinds import modules
from compare.finding.weights import share, weight

WEIGHTS = {module.KIND: module.WEIGHT for module in modules()}


@pytest.mark.parametrize(
    ("kind", "verdicts"),
    [
        ("versus-reference", ("short", "below", "above", "met", "level", "not-assured")),
        ("versus-region", ("behind", "ahead", "level", "undetermined")),
        (
            "attainment",
            (
                "missed",
                "behind-pace",
                "met",
                "on-pace",
                "pace-not-decided",
                "not-decided",
                "no-outcome",
            ),
        ),
        ("revision", ("lowered", "postponed", "raised", "changed", "met-when-set", "dropped")),
        ("promise", ("stricter", "unordered")),
    ],
)
def test_what_asks_for_something_to_be_done_comes_first(kind, verdicts):
    weights = [weight(WEIGHTS[kind], verdict, "firm") for verdict in verdicts]
    assert all(first > then for first, then in pairwise(weights))


def test_what_is_sure_comes_before_what_needs_a_caution_or_is_related_only():
    strengths = ("firm", "with-caution", "related")
    weights = [weight(WEIGHTS["promise"], "stricter", strength) for strength in strengths]
    assert weights == sorted(weights, reverse=True) and len({*weights}) == 3


@pytest.mark.parametrize(
    ("difference", "unit", "beside", "part"),
    [
        (25.0, "%", 80.0, 0.25),  # of a hundred points, whatever they are from
        (5.0, "coefficient", -20.0, 0.25),
        (5.0, "coefficient", 0.0, None),
        (5.0, "coefficient", None, None),
        (3.0, "year", 2025.0, None),  # three years are no part of an era
        (None, "%", 80.0, None),
    ],
)
def test_a_difference_is_a_part_of_a_hundred_points_or_of_its_value(difference, unit, beside, part):
    assert share(difference, unit, beside) == part
