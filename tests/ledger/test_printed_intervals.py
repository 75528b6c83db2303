from decimal import Decimal

import pytest

from compare.ledger.models import Bounded, Indicator
from compare.ledger.printed_intervals import (
    Interval,
    closed_interval,
    printed_interval,
    printed_resolution,
    printed_value,
)

SHARE = Indicator(
    indicator="share",
    theme="enrolment",
    name_zh="占比",
    name_en="Share",
    definition_zh="占比。",
    definition_en="A share.",
    numerator="部分",
    unit="%",
    direction="higher",
    floor=0,
    cap=100,
    rankable=True,
)
GROSS = SHARE.model_copy(update={"indicator": "gross", "cap": None})
COUNTLESS = SHARE.model_copy(update={"indicator": "change", "floor": None, "cap": None})


def bounded(comparator, lo=None, hi=None):
    return Bounded(comparator=comparator, lo=lo, hi=hi)


@pytest.mark.parametrize(
    ("bounds", "lo", "hi", "lo_open", "hi_open", "value"),
    [
        (bounded("=", 90, 90), 90, 90, False, False, 90),
        (bounded("~", 90, 90), 90, 90, False, False, 90),
        (bounded(">=", 90), 90, 100, False, False, 90),
        (bounded(">", 90), 90, 100, True, False, 90),
        (bounded("<=", None, 90), 0, 90, False, False, 90),
        (bounded("<", None, 90), 0, 90, False, True, 90),
        (bounded("range", 10, 12), 10, 12, False, False, None),
    ],
)
def test_an_open_side_of_a_share_closes_at_its_natural_bound(
    bounds, lo, hi, lo_open, hi_open, value
):
    assert closed_interval(bounds, Decimal(1), SHARE) == Interval(lo, hi, lo_open, hi_open)
    assert printed_value(bounds, Decimal(1)) == value


def test_a_gross_rate_does_not_end_at_100():
    assert closed_interval(bounded(">=", 92), Decimal(1), GROSS) == Interval(92, None, False, False)
    assert closed_interval(bounded(">", 102), Decimal(1), GROSS).lo == 102


def test_a_side_without_a_natural_bound_stays_open():
    assert closed_interval(bounded("<=", None, 1), Decimal(1), COUNTLESS).lo is None


def test_the_factor_applies_to_what_is_printed_and_not_to_the_natural_bounds():
    doubled = closed_interval(bounded(">=", 45), Decimal(2), SHARE)
    assert (doubled.lo, doubled.hi) == (90, 100)
    assert printed_interval(bounded(">=", "1.2"), Decimal(10000)) == (12000, None)
    assert printed_value(bounded("<", None, "0.3"), Decimal(10)) == 3


@pytest.mark.parametrize(
    ("printed", "factor", "half_a_unit"),
    [("99.7", 1, "0.05"), ("88.0", 1, "0.05"), ("400", 1, "0.5"), ("1.2", 10000, "500")],
)
def test_a_printed_number_is_known_to_half_a_unit_of_its_last_digit(printed, factor, half_a_unit):
    assert printed_resolution(printed, Decimal(factor)) == Decimal(half_a_unit)


@pytest.mark.parametrize("printed", ["全覆盖", "三分之一", "1/3", "2:4", "10~12"])
def test_words_ratios_fractions_and_ranges_have_no_last_digit(printed):
    assert printed_resolution(printed, Decimal(1)) is None
