"""Rows are completed by rule, or refused where what they state makes no sense together."""

import polars as pl
import pytest
from comparing import as_polars

from compare.comparisons.stated import (
    check_once,
    check_units,
    with_direction,
    with_ends,
    with_main_figures,
)
from compare.errors import FrameError, UnknownValueError


def entered(**columns):
    return pl.LazyFrame({"region": ["a", "b"], "indicator": ["x", "y"], **columns})


def cells(frame, *names):
    return as_polars(frame).sort("region").select(names).rows()


@pytest.mark.parametrize(
    ("given", "stated"),
    [
        ({"value": [1.0, 2.0]}, [(1, 1, 1), (2, 2, 2)]),
        ({"lo": [1.0, 1.0], "hi": [1.0, 2.0]}, [(1, 1, 1), (None, 1, 2)]),
        ({"value": [None, 2.0], "lo": [1.0, 1.0], "hi": [1.0, 3.0]}, [(1, 1, 1), (2, 1, 3)]),
        ({"value": [1.0, 2.0], "lo": [None, 0.0], "hi": [None, None]}, [(1, 1, 1), (2, 0, None)]),
        ({"value": [1.0, 2.0], "lo": [1.0, 2.0], "hi": [1.0, 2.0]}, [(1, 1, 1), (2, 2, 2)]),
    ],
)
def test_values_and_their_ends(given, stated):
    assert cells(with_ends(entered(**given), "aligned"), "value", "lo", "hi") == stated


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"value": [1.0, 9.0], "lo": [1.0, 2.0], "hi": [1.0, 3.0]}, "a value from lo to hi"),
        ({"value": [1.0, None], "lo": [1.0, 5.0], "hi": [1.0, 3.0]}, "lo no greater than hi"),
        ({"value": [1.0, 2.0], "comparator": ["=", ">="]}, "a bound or a range with its lo"),
        ({"lo": [1.0, 5.0], "hi": [1.0, 6.0], "lo_open": [True, False]}, "both ends are included"),
    ],
)
def test_what_contradicts_itself(given, said):
    with pytest.raises(FrameError, match=said):
        with_ends(entered(**given), "aligned")


def test_a_flag_alone_has_the_other_false():
    frame = with_ends(entered(lo=[1.0, 1.0], hi=[2.0, 2.0], lo_open=[True, False]), "a")
    assert cells(frame, "lo_open", "hi_open") == [(True, False), (False, False)]


def test_a_row_once():
    once = {"year": [2020, 2020], "value": [1.0, 2.0]}
    check_once(entered(**once), "aligned", proxies_apart=False)
    twice = {**once, "region": ["a", "a"], "indicator": ["x", "x"]}
    with pytest.raises(FrameError, match="several rows for a x 2020"):
        check_once(entered(**twice), "aligned", proxies_apart=False)
    apart = entered(**twice, comparability=["exact", "proxy"])
    check_once(apart, "observations", proxies_apart=True)
    with pytest.raises(FrameError, match="several rows"):
        check_once(apart, "aligned", proxies_apart=False)
    other = entered(**twice, use=["main", "alternative"])
    check_once(other, "aligned", proxies_apart=False)
    assert cells(with_main_figures(other), "value") == [(1.0,)]


def test_a_direction():
    plain = entered()
    some = {"needed": True, "indicators": ["x", "y"]}
    assert cells(with_direction(plain, "lower", **some), "direction") == [("lower",), ("lower",)]
    each = with_direction(plain, {"x": "lower", " Ｙ".lower(): "neutral"}, **some)
    assert cells(each, "direction") == [("lower",), ("neutral",)]
    with pytest.raises(FrameError, match="no column direction"):
        with_direction(plain, None, **some)
    with pytest.raises(UnknownValueError, match="direction has none for y"):
        with_direction(plain, {"x": "lower"}, **some)
    with pytest.raises(UnknownValueError, match="'z' does not exist"):
        with_direction(plain, {"z": "lower"}, **some)


@pytest.mark.parametrize("units", [["%", "%"], ["%", " ％"], ["%", None], [None, None], ["", "%"]])
def test_one_unit_for_each_indicator_is_well(units):
    check_units(entered(unit=units).with_columns(indicator=pl.lit("x")), "aligned")
    check_units(entered(unit=["%", "‰"]), "aligned")  # of two indicators


def test_two_units_of_an_indicator_are_refused_by_name():
    mixed = entered(unit=["%", "‰"]).with_columns(indicator=pl.lit("x"))
    with pytest.raises(FrameError, match="column unit: x has % and ‰; allowed: one unit for each"):
        check_units(mixed, "aligned")
    many = pl.LazyFrame({"indicator": list("abcde") * 2, "unit": ["%"] * 5 + ["人"] * 5})
    with pytest.raises(FrameError, match="c has % and 人 and 2 more; allowed"):
        check_units(many, "aligned")


def test_a_unit_beside_is_the_same():
    here, there = (pl.LazyFrame({"indicator": ["x"], "unit": [unit]}) for unit in ("%", "‰"))
    check_units(here, "benchmarks", here)
    check_units(here, "benchmarks", there.with_columns(indicator=pl.lit("y")))
    with pytest.raises(FrameError, match="benchmarks, column unit: x has % and ‰"):
        check_units(here, "benchmarks", there)
