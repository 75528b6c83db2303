"""Changes: those to a bound are the least that is needed."""

import pytest

from compare.finding.changes import is_to_a_bound


@pytest.mark.parametrize("comparator", [">=", ">", "<=", "<"])
def test_the_way_to_a_bound_is_the_least_needed(comparator):
    assert is_to_a_bound({"target_comparator": comparator})
    assert not is_to_a_bound({"target_comparator": "="})
