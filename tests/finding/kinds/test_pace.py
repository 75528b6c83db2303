"""Pace: one number is told alike in every sentence, and nobody is left out unsaid."""

import pytest
from telling import rows, said

import compare
from compare.wording.values import rounded_pace


def plans(*regions):
    return [
        row
        for number, name in enumerate(regions)
        for row in ((name, 2024, "actual", "=", 93.2), (name, 2027, "target", ">=", 97.0 + number))
    ]


def test_the_least_pace_is_the_same_wherever_it_is_told():
    found = rows(*plans("甲县", "乙县"))
    told = [*said(found, "pace"), *said(found, "own-target")]
    assert sum("1.26个百分点" in sentence for sentence in told) == 2  # 3.8 in three years
    assert not any("1.27" in sentence or "1.2667" in sentence for sentence in told)
    progress = compare.progress(found)
    shown = compare.charts.dumbbell(progress).alt + str(
        compare.tables.progress_table(progress)._repr_html_()
    )
    assert "1.26" in shown and "1.27" not in shown


def test_of_more_regions_than_are_named_it_says_how_many_there_are():
    (sentence,) = said(rows(*plans(*"甲乙丙丁戊己庚")), "pace")
    assert "甲" not in sentence and "（另有1地较慢）" in sentence


@pytest.mark.parametrize(
    ("pace", "told", "least"),
    [(0.8667, 0.87, 0.86), (0.0467, 0.047, 0.046), (-1.2667, -1.27, -1.26)],
)
def test_a_pace_has_two_decimals_a_small_one_three(pace, told, least):
    assert rounded_pace(pace, "percentage points") == told
    assert rounded_pace(pace, "percentage points", is_least=True) == least
