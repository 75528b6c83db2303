"""Promises: what one target undertakes beside another, never what comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.comparisons.promises import order, undertaking


def target(sign, number, year=2025, direction="higher", scope="region"):
    lo = None if sign in ("<=", "<") else float(number)
    hi = None if sign in (">=", ">") else float(number)
    return {
        "comparator": sign, "lo": lo, "hi": hi, "year": year, "direction": direction,
        "scope": scope, "approximate": sign == "~",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("own", "other", "said"),
    [
        (target(">", 90), target(">=", 60), "stricter"),
        (target(">=", 60), target(">", 90), "looser"),
        (target(">", 50), target(">=", 50), "stricter"),
        (target("=", 98), target(">=", 98), "same"),
        (target(">=", 85, 2027), target(">=", 50, 2025), "unordered"),
        (target(">=", 85, 2025), target(">=", 50, 2027), "stricter"),
        (target(">=", 50, 2024), target(">=", 50, 2025), "stricter"),
        (target("=", 0.23, direction="lower"), target("=", 0.25, direction="lower"), "stricter"),
        (target("<", 0.35, direction="lower"), target("<=", 0.35, direction="lower"), "stricter"),
        (target("~", 90), target("=", 90), "unordered"),
        (target("~", 90), target(">=", 85), "stricter"),
        (target("<=", 5), target("<=", 3), "unordered"),
        (target(">=", 90, scope="each-county"), target(">=", 80), "unordered"),
        (target("=", 5, direction="neutral"), target("=", 3, direction="neutral"), "unordered"),
    ],
)
def test_undertakings_are_ordered_by_what_they_bind_and_when(own, other, said):
    assert order(own, other) == said


@given(
    st.sampled_from(["=", ">=", ">", "<=", "<", "~"]), st.integers(0, 5),
    st.sampled_from(["=", ">=", ">", "<=", "<", "~"]), st.integers(0, 5),
    st.integers(2024, 2026), st.integers(2024, 2026), st.sampled_from(["higher", "lower"]),
)  # fmt: skip
def test_the_order_is_the_same_from_either_side(a, m, b, n, first, second, direction):
    own, other = target(a, m, first, direction), target(b, n, second, direction)
    turned = {"stricter": "looser", "looser": "stricter"}
    assert order(other, own) == turned.get(order(own, other), order(own, other))


def test_a_bound_of_the_other_side_undertakes_nothing():
    assert undertaking(target("<=", 5)) is None
    assert undertaking(target(">=", 5, direction="lower")) is None
    assert undertaking(target("<=", 5, direction="lower")) == (-5.0, False)
