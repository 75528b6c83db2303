"""What is told of a level that is to be kept."""

import pandas as pd
import pytest

from compare.finding.kept import kept
from compare.wording.values import reach_in_words


def frame(*rows):
    cells = [
        {"region": "a", "indicator": "share", "unit": "%", "comparator": sign, "year": year,
         "kind": kind, "lo": lo, "hi": hi, "figure": f"a/{year}-{kind}"}
        for year, kind, sign, lo, hi in rows
    ]  # fmt: skip
    return pd.DataFrame(cells)


KEEP = {"a/2025-target": {"every_year": "keep"}}
FLOOR = (2025, "target", ">=", 50.0, float("nan"))


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        ([], "keep-in-text"),
        ([(2020, "actual", "=", 42.7, 42.7)], "keep-in-text"),
        ([(2020, "actual", "=", 50.0, 50.0)], "keep"),
        ([(2020, "actual", ">", 48.0, float("nan"))], "keep-in-text"),
        ([(2023, "target", ">=", 50.0, float("nan"))], "keep"),
        ([(2027, "actual", "=", 60.0, 60.0)], "keep-in-text"),
    ],
)
def test_a_floor_is_kept_where_it_is_known_to_have_been_reached_before(earlier, told):
    assert kept(frame(*earlier, FLOOR), KEEP) == {"a/2025-target": told}


def test_a_ceiling_is_kept_from_below():
    ceiling = (2025, "target", "<=", float("nan"), 0.3)
    below, above = ((2020, "actual", "=", at, at) for at in (0.25, 0.35))
    assert kept(frame(below, ceiling), KEEP)["a/2025-target"] == "keep"
    assert kept(frame(above, ceiling), KEEP)["a/2025-target"] == "keep-in-text"


def test_a_number_that_was_there_already_is_kept_though_nothing_says_so():
    target = (2025, "target", "=", 100.0, 100.0)
    assert kept(frame((2020, "actual", "=", 100.0, 100.0), target), {}) == {"a/2025-target": "keep"}
    assert kept(frame((2020, "actual", "=", 99.0, 99.0), target), {}) == {}
    assert kept(frame((2020, "actual", ">=", 100.0, 100.0), target), {}) == {}


def test_years_are_no_levels():
    dated = frame((2020, "actual", "=", 2025.0, 2025.0), (2025, "target", "=", 2025.0, 2025.0))
    assert kept(dated.assign(unit="year"), {}) == {}


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "为50%以上（原文要求保持）"), ("en", "at least 50%, to be kept")],
)
def test_a_level_that_only_the_text_keeps_is_reached_in_words(lang, words):
    row = {"comparator": ">=", "value": 50.0, "lo": 50.0, "hi": None, "unit": "%"}
    assert reach_in_words({**row, "kept": "keep-in-text", "every_year": "keep"}, lang) == words
