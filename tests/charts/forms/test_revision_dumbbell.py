"""The revision dumbbell: an earlier target, the newer one, and the arrow between them."""

import pandas as pd
import pytest
from nobody import LANGUAGES, legend_of, marks_in, rows_of_axes, without_project

import compare
from compare.charts.forms.revision_dumbbell import revision_dumbbell
from compare.ledger.evidence import Evidence
from compare.pages.chart_table import chart_table


def stated(edition, year, value, sign="=", indicator="share", kind="target", **more):
    lo, hi = (None if sign == "<=" else value), (None if sign == ">=" else value)
    return {
        "region": "one", "indicator": indicator, "document": f"plan-{edition}", "edition": edition,
        "year": year, "kind": kind, "value": value, "lo": lo, "hi": hi, "comparator": sign,
        "unit": "%", "direction": "higher",
    } | more  # fmt: skip


def drawn(*rows, **options):
    return revision_dumbbell(compare.revisions(pd.DataFrame(rows)), **options)


def arrows(axes):
    return [(one.xyann[0], one.xy[0]) for one in marks_in(axes, "revised")]


def test_an_arrow_leads_from_the_old_target_to_the_new_one():
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2030, 60.0))
    (axes,) = chart.figure().axes
    assert arrows(axes) == [(50.0, 60.0)]
    (old,), (new,) = marks_in(axes, "before"), marks_in(axes, "target")
    assert (old.get_xdata()[0], new.get_xdata()[0]) == (50.0, 60.0)
    assert old.get_alpha() < 1 and {old.get_markerfacecolor(), new.get_markerfacecolor()} == {
        "white"
    }
    assert list(rows_of_axes(axes)) == ["one"]
    left, right = axes.get_xlim()
    assert 45 < left < 50 and 60 < right < 65  # its length is no offset in points


@pytest.mark.parametrize(
    ("new", "more", "zh", "en"),
    [
        ((2025, 45.0), {}, "2025年50% → 2025年45% 降低5个百分点",
         "50% (2025) → 45% (2025) eased 5 percentage points"),
        ((2027, 50.0), {}, "2025年50% → 2027年50% 推迟2年", "50% (2027) 2 years later"),
        ((2024, 50.0), {}, "提前1年", "1 year earlier"),
        ((2030, 45.0), {"direction": "lower"}, "收紧5个百分点", "tightened 5 percentage points"),
        ((2030, 55.0), {"direction": "lower"}, "放宽5个百分点", "loosened 5 percentage points"),
    ],
)  # fmt: skip
def test_value_and_year_are_both_said(new, more, zh, en):
    rows = stated(14, 2025, 50.0, **more), stated(15, *new, **more)
    assert zh in drawn(*rows).alt
    assert en in drawn(*rows, lang="en").alt


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_is_the_revision_and_the_legend_names_what_is_drawn(lang):
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2030, 60.0), lang=lang)
    said = {
        "zh": "share：one 目标提高，2030年达到60%",
        "en": "share: one target raised to 60% by 2030",
    }
    assert chart.words.title == said[lang]
    names = {
        "zh": ["目标", "原目标", "由原目标到新目标"],
        "en": ["target", "earlier target", "from the earlier target to the newer one"],
    }
    assert [text for text in legend_of(chart.figure()) if text in names[lang]] == names[lang]


def test_what_moves_by_its_year_alone_has_no_arrow():
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2030, 50.0))
    (axes,) = chart.figure().axes
    assert arrows(axes) == [] and len(marks_in(axes, "target")) == 1
    assert "由原目标到新目标" not in legend_of(axes.figure)  # nor is one explained


def test_what_was_met_when_set_is_kept_and_not_postponed():
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2025, 60.0, kind="actual"),
                  stated(15, 2030, 50.0))  # fmt: skip
    assert "要求不变，提出时已经达到" in chart.alt and "推迟" not in chart.alt


def test_new_and_dropped_targets_stand_alone_and_are_said():
    rows = [
        stated(14, 2025, 50.0, indicator="old"),
        stated(14, 2025, 70.0, indicator="both"),
        stated(15, 2030, 80.0, indicator="both"),
        stated(15, 2030, 60.0, indicator="new"),
    ]
    chart = drawn(*rows)
    (axes,) = chart.figure().axes
    assert arrows(axes) == [(70.0, 80.0)] and len(axes.get_yticks()) == 3
    assert "old 2025年50% 未再提出" in chart.alt and "new 2030年60% 新提出" in chart.alt
    assert "不等于取消" in chart.words.note


def test_a_bound_keeps_its_word_and_its_arrow():
    chart = drawn(stated(14, 2025, 50.0, ">="), stated(15, 2030, 60.0, ">="))
    assert "2025年≥50% → 2030年≥60%" in chart.alt
    (axes,) = chart.figure().axes
    assert marks_in(axes, "bound")


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2030, 60.0))
    assert chart.png(dpi=50) and chart.words.source == ""
    assert chart.native is not None and chart.about.regions == ("one",)


@pytest.mark.parametrize(
    ("lang", "cells"),
    [("zh", ["2025", "50%", "2030", "60%", "提高", "10个百分点"]),
     ("en", ["2025", "50%", "2030", "60%", "raised", "10 percentage points"])],
)  # fmt: skip
def test_its_table_has_both_targets_and_what_became_of_them(lang, cells):
    chart = drawn(stated(14, 2025, 50.0), stated(15, 2030, 60.0), lang=lang)
    _, (row,) = chart_table(chart, Evidence())
    assert row == ["share", "one", *cells, "plan-15"]
