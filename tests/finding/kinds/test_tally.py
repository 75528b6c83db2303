"""Tally: of how many targets it is known what became of them, and of how many it is not."""

import pandas as pd
from telling import rows, said

from compare.finding.lead import lead


def test_targets_come_due_of_which_some_have_outcomes_are_counted():
    frame = rows(
        ("甲县", 2025, "target", ">=", 85.0), ("甲县", 2025, "actual", "=", 88.3),
        ("甲县", 2025, "target", ">=", 50.0), ("甲县", 2025, "actual", "=", 48.6),
        ("甲县", 2025, "target", ">=", 90.0),
    ).assign(indicator=["a", "a", "b", "b", "c"])  # fmt: skip
    assert (
        "甲县2025年到期的3项目标（可比指标），达到1项、未达1项，其余1项，所收文件未载结果。"
        in said(frame, "attainment", about="甲县")
    )
    english = said(frame, "attainment", about="甲县", lang="en")
    assert any(
        "1 was met and 1 was missed; no outcome was found for the other 1." in one
        for one in english
    )


def test_targets_come_due_without_an_outcome_are_told_for_their_region():
    frame = rows(("甲县", 2025, "target", "=", 90.0), ("乙县", 2025, "actual", "=", 80.0),
                 ("甲县", 2020, "actual", "=", 70.0)).assign(indicator=["a", "b", "b"])  # fmt: skip
    (sentence,) = said(frame, "attainment", about="甲县")
    assert sentence == "甲县2025年到期的1项目标（可比指标），所收文件未载结果。"


def test_of_a_year_to_come_it_is_said_how_many_targets_may_yet_be_met():
    frame = rows(
        ("甲县", 2030, "target", "=", 2030.0), ("甲县", 2025, "actual", "=", 2025.0),
        ("乙县", 2030, "target", "=", 2030.0), ("乙县", 2035, "target", "=", 2035.0),
    ).assign(indicator=["a", "a", "b", "c"], unit="year", direction="neutral")  # fmt: skip
    told = lead(frame, year=2030).source
    assert "2030年的2项目标（可比指标），达到1项（甲县），其余1项尚未到期。" in told
    english = lead(frame, year=2030, lang="en").source
    assert "Of the 2 targets for 2030 (comparable indicators), 1 was met (甲县); " in english
    assert "the other 1 is not yet due." in english
    assert "2035年的1项目标（可比指标）尚未到期。" in lead(frame, year=2035).source
    assert "尚未到期" not in lead(frame, year=2025).source


def test_of_regions_together_the_targets_that_fell_due_are_counted_with_their_names():
    frame = rows(
        ("甲县", 2025, "target", ">=", 85.0), ("甲县", 2025, "actual", "=", 88.3),
        ("乙县", 2024, "target", ">=", 50.0), ("乙县", 2025, "actual", "=", 48.6),
        ("乙县", 2024, "actual", "=", 48.0), ("甲县", 2024, "target", ">=", 90.0),
    ).assign(indicator=["a", "a", "b", "b", "b", "c"])  # fmt: skip
    told = (
        "截至2025年到期的3项目标（可比指标），达到1项（甲县）、未达1项（乙县），"
        "其余1项，所收文件未载结果。"
    )
    assert told in said(frame, "attainment")
    (english,) = [one for one in said(frame, "attainment", lang="en") if "due by" in one]
    assert "1 was met (甲县) and 1 was missed (乙县)" in english
    assert "no outcome was found for the other 1" in english
    later = rows(("丙县", 2027, "target", "=", 2027.0), ("丙县", 2025, "actual", "=", 2025.0))
    whole = pd.concat([frame, later.assign(indicator="d", unit="year", direction="neutral")])
    assert f"{told[:-1]}；未到期的有1项已实现（丙县）。" in said(whole, "attainment")
    (english,) = [one for one in said(whole, "attainment", lang="en") if "due by" in one]
    assert english.endswith(
        "for the other 1; 1 target of a later year has already been met (丙县)."
    )
