"""Change: what an outcome of the region asked about was before, and what it is."""

import pandas as pd
import pytest
from telling import rows, said

import compare
from compare.finding.lead import lead

RISEN = rows(("甲县", 2020, "actual", "=", 81.5), ("甲县", 2023, "actual", "=", 90.0),
             ("甲县", 2025, "actual", "=", 98.6))  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("zh", "甲县share 由2020年的81.5%升至2025年的98.6%，提高17.1个百分点。"),
     ("en", "The share in 甲县 rose from 81.5% in 2020 to 98.6% in 2025, "
      "by 17.1 percentage points.")],
)  # fmt: skip
def test_the_first_and_the_last_year_are_told(lang, sentence):
    assert said(RISEN, "change", about="甲县", lang=lang) == [sentence]


@pytest.mark.parametrize(
    ("last", "direction", "verdict", "words"),
    [(90.0, "higher", "improved", "升至"), (90.0, "lower", "worsened", "升至"),
     (70.0, "lower", "improved", "降至"), (70.0, "neutral", "moved", "降至"),
     (81.5, "higher", "unchanged", "与2020年相同")],
)  # fmt: skip
def test_the_direction_says_which_change_is_to_the_better(last, direction, verdict, words):
    frame = rows(("甲县", 2020, "actual", "=", 81.5), ("甲县", 2025, "actual", "=", last))
    frame = frame.assign(direction=direction)
    (found,) = compare.findings(frame, about="甲县", kinds=["change"]).to_dict("records")
    assert found["verdict"] == verdict and words in found["sentence_zh"]
    assert found["gap"] == last - 81.5


@pytest.mark.parametrize(
    "cells",
    [{"year": [2024, 2025]}, {"kind": ["actual", "target"]}, {"comparator": [">=", "="]},
     {"comparability": ["proxy", "exact"]}, {"after_break": [False, True]},
     {"scope": ["region", "each-county"]}, {"unit": "year"}, {"region": ["甲县", "乙县"]}],
)  # fmt: skip
def test_what_is_not_of_one_concept_makes_no_change(cells):
    frame = rows(("甲县", 2020, "actual", "=", 50.0), ("甲县", 2025, "actual", "=", 60.0))
    assert len(said(frame, "change", about="甲县")) == 1
    assert said(frame.assign(**cells), "change", about="甲县") == []


def test_what_is_only_close_is_of_one_concept_where_it_has_one_name():
    frame = rows(("甲县", 2020, "actual", "=", 50.0), ("甲县", 2025, "actual", "=", 60.0))
    close = frame.assign(comparability="close")
    assert len(said(close.assign(label="优质高中分配比例"), "change", about="甲县")) == 1
    other = close.assign(label=["优质高中分配比例", "优质高中招生比例"])
    assert said(other, "change", about="甲县") == []
    assert len(said(other.assign(comparability="exact"), "change", about="甲县")) == 1


@pytest.mark.parametrize("about", [None, "share", ["甲县", "乙县"]])
def test_it_is_told_of_the_region_asked_about_alone(about):
    other = RISEN.assign(region="乙县")
    assert said(pd.concat([RISEN, other]), "change", about=about) == []


def test_a_title_says_by_how_much():
    assert (
        "2020—2025年提高17.1个百分点"
        in compare.finding.lead(RISEN, about="甲县", kinds=["change"], lang="zh").text
    )


ALONE = [("甲县", 81.5, 98.6)]
AMONG = [*ALONE, ("乙县", 50.0, 60.0), ("丙县", 55.0, 80.0), ("丁县", 40.0, 70.0)]


@pytest.mark.parametrize(
    ("stated", "lang", "heading"),
    [
        (ALONE, "zh", "甲县：share 2020—2025年提高17.1个百分点"),
        (ALONE, "en", "甲县: the share up by 17.1 percentage points from 2020 to 2025"),
        (AMONG, "zh", "甲县：share 高于丙县、丁县、乙县（2025年），count 2020—2025年提高10人"),
        (AMONG, "en", "甲县: the share above 丙县, 丁县 and 乙县 (2025); "
         "the count up by 10 people from 2020 to 2025"),
    ],
)  # fmt: skip
def test_a_heading_says_the_years_of_a_change_once(stated, lang, heading):
    years = [
        (region, year, "actual", "=", value)
        for region, *values in stated
        for year, value in zip((2020, 2025), values, strict=True)
    ]
    frame = rows(*years)
    if len(stated) > 1:
        counted = rows(("甲县", 2020, "actual", "=", 20), ("甲县", 2025, "actual", "=", 30))
        counted = counted.assign(indicator="count", direction="neutral", unit="人")
        frame = pd.concat([frame, counted])
    assert lead(frame, about="甲县", lang=lang).text == heading
