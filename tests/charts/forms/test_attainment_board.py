"""The attainment board: what became of each target, by shape and word as well as colour."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle
from nobody import LANGUAGES, cells_of, legend_of, without_project

import compare
from compare.charts.forms.attainment_board import attainment_board
from compare.ledger.evidence import Evidence

STATES = {
    "met": (85.0, 2025, 88.3),
    "missed": (50.0, 2025, 48.6),
    "on-pace": (50.0, 2024, 49.0),
    "behind-pace": (50.0, 2024, 41.0),
    "open": (50.0, None, None),
}
"""The target, and the outcome of which year, for each of them; the base is 40 in 2020."""


def stated(region, indicator, target, year, outcome, due=2025):
    rows = [(2020, "actual", 40.0), (due, "target", target), (year, "actual", outcome)]
    frame = pd.DataFrame(rows, columns=["year", "kind", "value"]).dropna()
    return frame.assign(region=region, indicator=indicator).astype({"year": int})


def judged(*rows, direction="higher", **options):
    whole = pd.concat(rows, ignore_index=True).assign(unit="%")
    return compare.attainment(whole.assign(direction=direction), **options)


def every():
    rows = [stated("one", name, *said, due=2026 if "pace" in name else 2025)
            for name, said in STATES.items() if name != "open"]  # fmt: skip
    return judged(*rows, stated("one", "open", *STATES["open"], due=2030))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_state_has_a_sign_a_word_and_a_colour_of_its_own(lang):
    chart = attainment_board(every(), lang=lang)
    (axes,) = chart.figure().axes
    cells = [row[0] for row in cells_of(axes)]
    names = [label.get_text() for label in axes.get_yticklabels()]
    order = ["behind-pace", "met", "missed", "on-pace", "open"]  # what is open comes last
    assert [name.split("（")[0].split(" (")[0] for name in names] == order
    signs = [text.split()[0] for _, text in cells]
    words = [text.split("  ")[0].split(maxsplit=1)[1] for _, text in cells]
    assert signs == ["↘", "✓", "×", "↗", "…"]
    assert len(set(words)) == len(set(signs)) == 5
    assert len({colour for colour, _ in cells}) == 5
    expected = {"zh": "未达  2025年48.6%，目标50%", "en": "missed  48.6% in 2025, target 50%"}
    assert cells[2][1].endswith(expected[lang])
    said = {"zh": "已到期，所收文件未载结果", "en": "due, no outcome in the sources at hand"}[lang]
    assert said not in legend_of(chart.figure())
    assert len(set(legend_of(chart.figure()))) >= 5


@pytest.mark.parametrize(
    ("lang", "cell", "told"),
    [("en", "→ pace not decided", "not due, pace not decided"),
     ("zh", "→ 进度不能确定", "未到期，进度不能确定")],
)  # fmt: skip
def test_a_pace_that_is_not_decided_is_no_target_that_is_not(lang, cell, told):
    frame = stated("one", "a", 50.0, 2024, 44.0, due=2028).assign(unit="%", direction="higher")
    width = (frame["kind"] == "actual") * 4.0
    frame = frame.assign(lo=frame["value"] - width, hi=frame["value"] + width)
    chart = attainment_board(compare.attainment(frame), lang=lang)
    (axes,) = chart.figure().axes
    assert cells_of(axes)[0][0][1].startswith(cell)
    assert told in legend_of(chart.figure())


def test_what_is_not_decided_is_outlined_in_the_legend_too():
    missed = stated("one", "a", 50.0, 2025, 48.6)
    missed["lo"] = missed["hi"] = missed["value"]
    open_ended = missed.assign(indicator="b", value=None)
    open_ended.loc[open_ended["year"] == 2025, "hi"] = [50.0, 52.0]
    open_ended.loc[open_ended["year"] == 2025, "lo"] = [50.0, 48.0]
    rows = judged(missed, open_ended, missed.assign(indicator="c", value=50.0, lo=50.0, hi=50.0))
    assert sorted(rows["verdict"]) == ["met", "missed", "not-decided"]
    figure = attainment_board(rows).figure()
    swatches = [one for one in figure.get_children() if isinstance(one, Rectangle)]
    widths = [one.get_linewidth() for one in swatches if one is not figure.patch]
    assert sorted(width > 0 for width in widths) == [False, False, True]


def test_a_dollar_in_a_name_is_no_formula():
    rows = judged(stated("one", "a$b$", 50.0, 2025, 48.6), stated("one", "c", 50.0, 2025, 48.6))
    (axes,) = attainment_board(rows).figure().axes
    labels = axes.get_yticklabels()
    assert any("a$b$" in label.get_text() for label in labels)
    assert not any(label.get_parse_math() for label in labels)


def test_what_has_come_due_without_an_outcome_is_no_open_target():
    rows = judged(stated("one", "a", 50.0, None, None), stated("two", "a", 50.0, 2025, 48.6))
    (axes,) = attainment_board(rows).figure().axes
    ((first, second),) = cells_of(axes)
    assert first[1].startswith("— 未载结果") and second[1].startswith("× 未达")
    alone = judged(stated("one", "a", 50.0, None, None))
    assert "未到期1项" in attainment_board(alone).alt
    outcome = {"benchmark": "b", "indicator": "a", "year": 2025, "kind": "actual", "value": 1.0}
    known = Evidence(benchmarks=pd.DataFrame([outcome]))
    assert "未载结果1项" in attainment_board(alone, evidence=known).alt


@pytest.mark.parametrize(
    ("lang", "title"),
    [("zh", "a：one 2025年为48.6%，未达目标，差1.4个百分点"),
     ("en", "a: one 48.6% in 2025, target missed, by 1.4 percentage points; "
      "two 51% in 2025, target met")],
)  # fmt: skip
def test_the_title_is_what_was_found_and_the_alt_text_counts(lang, title):
    rows = judged(stated("one", "a", 50.0, 2025, 48.6), stated("two", "a", 50.0, 2025, 51.0))
    chart = attainment_board(rows, lang=lang)
    assert chart.words.title == title
    counted = {"zh": "one：未达1项；two：达到1项。", "en": "one: missed 1; two: met 1."}[lang]
    assert chart.alt.casefold().endswith(counted)


def test_of_many_regions_these_are_the_rows():
    rows = judged(*(stated(f"r{n:02}", "a", 50.0, 2025, 40.0 + n) for n in range(60)))
    (axes,) = attainment_board(rows).figure().axes
    assert [text.get_text() for text in axes.get_xticklabels()] == ["a"]
    assert len(axes.get_yticks()) > 40


def test_what_does_not_fit_is_counted():
    rows = judged(*(stated("one", f"indicator {n:03}", 50.0, 2025, 40.0) for n in range(90)))
    chart = attainment_board(rows, size="half")
    (axes,) = chart.figure().axes
    shown = len(axes.get_yticks())
    assert shown < 90 == len(chart.data)
    assert f"图中为90项目标中的前{shown}项，全部数值见数据表" in legend_of(chart.figure())


def test_targets_of_two_documents_stand_in_rows_of_their_own():
    rows = pd.concat([stated("one", "a", 50.0, 2025, 48.6), stated("one", "a", 45.0, None, None)])
    rows = rows.drop_duplicates(["kind", "value"]).assign(unit="%", direction="higher")
    rows["document"] = rows["value"].map({50.0: "plan", 45.0: "points"})
    chart = attainment_board(compare.attainment(rows))
    (axes,) = chart.figure().axes
    assert {text.get_text() for text in axes.get_yticklabels()} == {"a，plan", "a，points"}
    assert "未达1项" in chart.alt and "达到1项" in chart.alt


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = attainment_board(every())
    assert chart.png(dpi=50) and chart.native is None
    assert chart.about.regions == ("one",) and chart.words.source == ""
