"""Timing: who is earlier, where nobody is, and for whom a date is."""

import pandas as pd
from telling import rows, said

import compare


def dates(*stated, **everywhere):
    """Return dates that regions aim at: region and year."""
    targets = ((region, year, "target", "=", float(year)) for region, year in stated)
    return rows(*targets, **({"unit": "year", "direction": "neutral"} | everywhere))


def verdict(frame):
    return compare.findings(frame, kinds=["timing"])["verdict"].item()


def test_dates_of_one_year_make_nobody_earlier():
    frame = dates(("甲县", 2023), ("乙县", 2023))
    (sentence,) = said(frame, "timing")
    assert verdict(frame) == "same-year"
    assert "同一年" in sentence and "早" not in sentence


def test_who_states_two_dates_is_neither_earlier_nor_later():
    frame = dates(("甲县", 2023), ("乙县", 2024), ("甲县", 2025), document="plan")
    assert verdict(frame.head(2)) == "earlier"
    assert verdict(frame.assign(use=["main", "main", "alternative"])) == "side-by-side"


def test_a_date_for_every_county_says_so_beside_one_for_a_region():
    frame = dates(("甲市", 2027), ("乙县", 2027), scope=["each-county", "region"])
    (sentence,) = said(frame, "timing")
    assert sentence.count("县、市、区") == 1


def test_the_finding_is_of_the_last_year_and_as_wide_as_the_dates_lie_apart():
    frame = pd.concat([dates(("甲县", 2023), ("乙县", 2025)), dates(("丙县", 2030))])
    (found,) = compare.findings(frame, kinds=["timing"]).to_dict("records")
    assert (found["year"], found["gap"]) == (2030, 7)


def test_what_came_stands_before_what_was_planned_and_nobody_is_earlier():
    named = {"indicator_zh": "创成普惠县的年份", "indicator_en": "Year of universal status"}
    frame = dates(("甲县", 2023), ("乙县", 2024), **named).assign(kind=["target", "actual"])
    (sentence,) = said(frame.assign(comparability=["exact", "close"]), "timing")
    assert sentence == "创成普惠县，乙县2024年已实现，甲县曾提出2023年（结果未载）。"
    assert verdict(frame) == "side-by-side"
    (english,) = said(frame, "timing", lang="en")
    assert (
        english == "Universal status was reached in 乙县 in 2024 and planned for 2023 in 甲县 "
        "(no outcome found)."
    )
