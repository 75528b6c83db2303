"""Sides: one decision for every form."""

import pytest
from nobody import LEFT, RIGHT

from compare.charts.sides import BetterRight, better_side, side_in_words


@pytest.mark.parametrize(
    ("direction", "side"),
    [("higher", "right"), ("lower", "left"), ("neutral", "neither"), (None, "neither")],
)
def test_the_better_side_follows_the_direction(direction, side):
    assert better_side(direction) == side


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sides_are_called_by_their_names(lang):
    assert side_in_words("right", lang) == RIGHT[lang]
    assert side_in_words("left", lang) == LEFT[lang]


def test_the_best_stands_at_one_and_the_worst_at_zero():
    assert [BetterRight(10, 20, "higher")(value) for value in (10, 12.5, 20)] == [0, 0.25, 1]
    assert [BetterRight(10, 20, "lower")(value) for value in (10, 12.5, 20)] == [1, 0.75, 0]
    assert BetterRight(5, 5, "higher")(5) == BetterRight(5, 5, "lower")(5) == 0.5
