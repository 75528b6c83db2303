"""The bullet chart: base, outcome, target and the nation's line in one row."""

import pandas as pd
import pytest
from nobody import DIRECTIONS, LANGUAGES, legend_of, marks_in, rows_of_axes, without_project

import compare
from compare.charts.forms.bullet import bullet
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say

WAYS = {"higher": (40.0, 48.0, 50.0), "lower": (60.0, 52.0, 50.0)}
"""Base, outcome and a target that was missed."""


def stated(base, outcome, target, region="one", indicator="share", sign="="):
    rows = [(2020, "actual", base), (2025, "actual", outcome), (2025, "target", target)]
    frame = pd.DataFrame(rows, columns=["year", "kind", "value"]).dropna()
    return frame.assign(
        region=region, indicator=indicator, unit="%", lo=frame["value"], hi=frame["value"],
        comparator=[sign if kind == "target" else "=" for kind in frame["kind"]],
    )  # fmt: skip


def drawn(*rows, direction="higher", benchmarks=None, **options):
    frame = pd.concat(rows, ignore_index=True).assign(direction=direction)
    known = Evidence() if benchmarks is None else Evidence(benchmarks=benchmarks)
    return bullet(compare.attainment(frame, evidence=known), evidence=known, **options)


def places(axes, mark):
    return [float(one.get_xdata()[0]) for one in marks_in(axes, mark)]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_every_end_stands_at_its_value(direction):
    chart = drawn(stated(*WAYS[direction]), direction=direction)
    (axes,) = chart.figure().axes
    base, outcome, target = WAYS[direction]
    assert (places(axes, "base"), places(axes, "outcome")) == ([base], [outcome])
    assert places(axes, "target") == [target]
    (moved,), (way,) = marks_in(axes, "moved"), marks_in(axes, "change")
    assert list(moved.get_xdata()) == [base, outcome]
    assert list(way.get_xdata()) == [base, target]
    assert list(rows_of_axes(axes)) == ["one（2025年）"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", ["one 2025年为48%，未达目标，差2个百分点",
             "40% → 48%（2025年） 目标50% 未达（−2个百分点）"]),
     ("en", ["48% in 2025, target missed, by 2 percentage points",
             "40% → 48% (2025) target 50% missed (−2 pp)"])],
)  # fmt: skip
def test_title_and_alt_text_say_what_became_of_the_target(lang, said):
    chart = drawn(stated(*WAYS["higher"]), lang=lang)
    assert said[0] in chart.words.title
    assert said[1].replace("pp", "percentage points") in chart.alt
    assert {"zh": {"现状", "目标"}, "en": {"outcome", "target"}}[lang] <= set(
        legend_of(chart.figure())
    )


def test_a_bound_has_its_arrow_and_its_word():
    rows = stated(*WAYS["higher"], sign=">=")
    rows.loc[rows["kind"] == "target", "hi"] = None
    chart = drawn(rows)
    (axes,) = chart.figure().axes
    assert marks_in(axes, "bound") and "目标≥50%" in chart.alt


LINE = pd.DataFrame([{"benchmark": "aim", "indicator": "share", "scope": "national", "year": 2025,
                      "kind": "target", "comparator": ">=", "value": 55.0, "lo": 55.0,
                      "hi": None}])  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_nation_s_line_is_drawn_and_named(lang):
    chart = drawn(stated(*WAYS["higher"]), benchmarks=LINE, lang=lang)
    (axes,) = chart.figure().axes
    assert places(axes, "reference") == [55.0]
    said = {"zh": "全国2025年目标", "en": "national 2025 target"}[lang]
    assert said in legend_of(chart.figure())
    assert any(series.x == (55.0, 55.0) for series in chart.native.series)


def test_a_floor_that_is_met_already_has_no_way_down_to_it():
    rows = stated(95.0, 96.0, 90.0, sign=">=")
    rows.loc[rows["kind"] == "target", "hi"] = None
    (axes,) = drawn(rows).figure().axes
    assert not marks_in(axes, "change") and places(axes, "target") == [90.0]


def test_without_an_outcome_the_target_stands_alone():
    chart = drawn(stated(40.0, None, 50.0), stated(*WAYS["higher"], region="two"))
    (axes,) = chart.figure().axes
    assert places(axes, "target") == [50.0, 50.0] and len(places(axes, "outcome")) == 1
    assert "未载结果" in chart.alt


def test_of_one_region_only_what_has_an_outcome_is_drawn():
    chart = drawn(stated(*WAYS["higher"]), stated(40.0, None, 50.0, indicator="other"))
    assert chart.data["indicator"].tolist() == ["share"]


def test_several_regions_and_indicators_are_refused():
    with pytest.raises(compare.CompareError, match="one region at a time"):
        drawn(stated(*WAYS["higher"]), stated(*WAYS["higher"], region="two", indicator="other"))


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = drawn(stated(*WAYS["higher"]))
    assert chart.png(dpi=50) and chart.words.source == ""
    assert chart.native is not None and chart.native.kind == "rows"


def test_a_base_that_is_a_bound_has_no_mark():
    rows = stated(*WAYS["higher"])
    rows.loc[rows["year"] == 2020, ["value", "hi"]] = None  # 40 or more
    (axes,) = drawn(rows).figure().axes
    assert (places(axes, "base"), places(axes, "outcome")) == ([], [48.0])


@pytest.mark.parametrize("sign", [">=", "<="])
def test_of_a_base_that_is_a_bound_nothing_begins(sign):
    """That at least 90% were reached says not from where the way begins."""
    rows = stated(90.0, 92.0, 95.0)
    rows.loc[0, ["comparator", "lo" if sign == "<=" else "hi"]] = [sign, None]
    chart = drawn(rows)
    (axes,) = chart.figure().axes
    assert [marks_in(axes, mark) for mark in ("base", "moved", "change")] == [[], [], []]
    assert (places(axes, "outcome"), places(axes, "target")) == ([92.0], [95.0])
    assert not {say(f"mark-{mark}", "zh") for mark in ("base", "moved", "change")} & set(
        legend_of(chart.figure())
    )
    said = {">=": "≥90% → 92%", "<=": "≤90% → 92%"}[sign]
    assert said in chart.alt


def test_without_a_target_that_is_what_is_said():
    rows = stated(2.0, 3.0, 5.0)
    judged = compare.attainment(rows[rows["kind"] == "actual"], direction="higher")
    with pytest.raises(compare.CompareError, match="draws targets; the frame holds none"):
        bullet(judged)
