"""Sides: one decision for every form."""

import pytest
from nobody import LEFT, RIGHT

from compare.charts.sides import FromBest, better_side, side_in_words


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


def test_distances_run_to_the_left_of_the_best_value():
    assert [FromBest([10, 20], "higher")(value) for value in (10, 12.5, 20)] == [-10, -7.5, 0]
    assert [FromBest([10, 20], "lower")(value) for value in (10, 12.5, 20)] == [0, -2.5, -10]
    assert FromBest([5, 5], "higher")(5) == FromBest([5, 5], "lower")(5) == 0
