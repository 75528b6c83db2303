"""Changes: those to a bound are the least that is needed, or less than that."""

import pytest

from compare.finding.changes import bound_of


@pytest.mark.parametrize(
    ("comparator", "bound"),
    [(">=", "least"), ("<=", "least"), (">", "more"), ("<", "more"), ("=", "no"), ("~", "no")],
)
def test_the_way_to_a_bound_says_how_it_is_bounded(comparator, bound):
    assert bound_of({"target_comparator": comparator}) == bound
