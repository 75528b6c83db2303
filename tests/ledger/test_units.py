"""Units: what a document prints for an indicator's unit, and the factor between them."""

from decimal import Decimal

import pytest

from compare.ledger.units import factor, is_unclear, printed_as


@pytest.mark.parametrize(
    ("printed", "unit", "between"),
    [
        ("%", "%", "1"),
        ("‰", "%", "0.1"),
        ("万个", "个", "10000"),
        ("所", "个", "1"),
        ("亿元", "万元", "10000"),
        ("人次", "万人次", "0.0001"),
        ("千名", "人", "1000"),
        ("百分点", "percentage points", "1"),
        ("个百分点", "percentage points", "1"),
        ("%", "percentage points", "1"),
        ("", "coefficient", "1"),
        ("小时", "hours", "1"),
        ("册/生", "册/生", "1"),
    ],
)
def test_a_printed_unit_becomes_the_indicators(printed: str, unit: str, between: str) -> None:
    assert factor(printed, unit) == Decimal(between)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("所", "%"), ("%", "人"), ("人次", "人"), ("个百分点", "%"), ("", "%"), ("元", "册/生")],
)
def test_another_unit_becomes_none(printed: str, unit: str) -> None:
    assert factor(printed, unit) is None


def test_a_proxy_may_count_by_another_word_and_never_a_share() -> None:
    assert factor("间", "个") is None
    assert factor("间", "个", proxy=True) == 1
    assert factor("万间", "个", proxy=True) == 10000
    assert factor("所", "%", proxy=True) is None
    assert factor("小时", "个", proxy=True) is None


def test_per_cent_may_be_points_or_not() -> None:
    assert is_unclear("%", "percentage points")
    assert not is_unclear("%", "%")


def test_the_ways_of_printing_a_unit_are_told_for_any_unit() -> None:
    assert printed_as("人") == ["人", "位", "名"]
    assert printed_as("万人次") == ["人次"]
    assert printed_as("册/生") == ["册/生"]
