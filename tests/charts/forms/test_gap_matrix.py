"""The gap matrix: which cells are whose, and what the colours say of them."""

from types import SimpleNamespace

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from nobody import DIRECTIONS, LANGUAGES, cells_of, directed, legend_of, stated, without_project

import compare
from compare.charts.forms.gap_matrix import gap_matrix, of_subject, once

BLUE, TAN, GREEN = "#0072b2", "#e9c9a8", "#bfd9c9"


def matrix(direction, lang="zh"):
    rows = directed(direction, low=1.0, high=5.0, same=5.0)
    return gap_matrix(compare.gaps(rows, to="every"), lang=lang)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_cell_is_row_less_column_coloured_row_against_column(direction):
    (axes,) = matrix(direction).figure().axes
    columns = [label.get_text() for label in axes.get_xticklabels()]
    assert columns == [label.get_text() for label in axes.get_yticklabels()]
    assert list(axes.get_xticks()) == list(axes.get_yticks()) == [0.5, 1.5, 2.5]
    for_low, for_high = (BLUE, TAN) if direction == "lower" else (TAN, BLUE)
    assert columns == ["high", "low", "same"]
    assert cells_of(axes) == [
        [("#ffffff", "high"), (for_high, "+4"), (GREEN, "0")],
        [(for_low, "−4"), ("#ffffff", "low"), (for_low, "−4")],
        [(GREEN, "0"), (for_high, "+4"), ("#ffffff", "same")],
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_legend_names_the_colours_of_the_better_and_the_worse(direction, lang):
    chart = matrix(direction, lang)
    said = {
        "zh": (["行优于列", "行不及列", "持平"], "行减列之差"),
        "en": (["row ahead", "row behind", "level"], "row less column"),
    }[lang]
    figure = chart.figure()
    assert legend_of(figure)[-3:] == said[0]
    swatches = [patch for patch in figure.get_children() if isinstance(patch, Rectangle)]
    fills = [to_hex(one.get_facecolor()) for one in swatches if one is not figure.patch]
    assert fills == [BLUE, TAN, GREEN]
    assert said[1] in chart.words.subtitle


@pytest.mark.parametrize(
    ("direction", "lang", "said"),
    [
        ("higher", "zh", "high对low：优于"),
        ("lower", "zh", "high对low：不及"),
        ("higher", "en", "high against low: ahead"),
        ("lower", "en", "high against low: behind"),
    ],
)
def test_the_alt_text_says_who_is_ahead(direction, lang, said):
    assert said in matrix(direction, lang).alt.replace("High", "high")


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_decided_interval_says_which_value_is_greater(direction):
    rows = directed(direction, low=1.0, high=5.0)
    rows.loc[rows["region"] == "high", ["value", "lo"]] = [None, 3.0]
    (axes,) = gap_matrix(compare.gaps(rows, to="every")).figure().axes
    for_low, for_high = (BLUE, TAN) if direction == "lower" else (TAN, BLUE)
    assert cells_of(axes) == [
        [("#ffffff", "high"), (for_high, ">")],
        [(for_low, "<"), ("#ffffff", "low")],
    ]


def test_what_cannot_be_decided_is_outlined_and_marked():
    rows = stated(one=1.0, other=2.0, none=3.0)
    rows.loc[rows["region"] == "one", ["value", "hi"]] = [None, 5.0]
    rows.loc[rows["region"] == "none", ["value", "lo", "hi"]] = None
    chart = gap_matrix(compare.gaps(rows, to="every"))
    (axes,) = chart.figure().axes
    cells = cells_of(axes)
    assert [cell[1] for cell in cells[0]] == ["none", "", ""]
    assert cells[1][2] == cells[2][1] == ("#ffffff", "?")
    assert cells[0][1] == cells[0][2] == ("#f0f0f0", "")
    assert len(axes.patches) == 2
    assert chart.words.title.startswith("share：one为1–5、other为2（")


def test_an_empty_unit_leaves_no_brackets_behind():
    rows = directed("higher", low=1.0, high=5.0)
    subtitle = gap_matrix(compare.gaps(rows, to="every")).words.subtitle
    assert subtitle == "2030年现状；格内为行减列之差"
    shares = compare.gaps(rows.assign(unit="%"), to="every")
    assert "行减列之差（百分点）" in gap_matrix(shares).words.subtitle
    assert "less column (percentage points)" in gap_matrix(shares, lang="en").words.subtitle


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = gap_matrix(compare.gaps(stated(one=1.0, other=2.0), to="every"))
    assert chart.png(dpi=50)
    assert isinstance(chart.data, pd.DataFrame)
    assert chart.words.source == ""


def test_the_title_says_no_more_than_the_verdicts(project):
    evidence = compare.evidence()
    observed = compare.observations(indicator="teacher_pay_ratio")
    pay = compare.align(observed, year=2025, kind="target", evidence=evidence)
    chart = gap_matrix(compare.gaps(pay, to="every"), evidence=evidence)
    assert chart.words.title.endswith("：抚顺、象山、平阳目标要求相同（2025年，口径相近）")
    assert "未提及：宁波、衢州" in chart.words.note


def test_cautions_name_their_pairs(project):
    evidence = compare.evidence()
    aligned = compare.align(
        compare.observations(indicator="compulsory_retention"), year=2020, kind="actual",
        evidence=evidence,
    )  # fmt: skip
    note = gap_matrix(compare.gaps(aligned, to="every"), evidence=evidence).words.note
    assert "行政级别不同：抚顺–平阳、抚顺–象山" in note


def test_the_names_of_columns_have_their_place_above_the_cells():
    figure = matrix("higher").figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    title = max(text.get_window_extent().y0 for text in figure.texts if text.get_text())
    cells, heads = axes.get_window_extent(), [t.get_window_extent() for t in axes.get_xticklabels()]
    assert all(cells.y1 <= head.y0 and head.y1 <= title for head in heads)


def test_names_of_several_lines_are_smaller_than_their_rows():
    rows = stated(**{f"一个名称很长的地区第{n}号共和县自治州": float(n) for n in range(12)})
    figure = gap_matrix(compare.gaps(rows, to="every")).figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    row = axes.get_window_extent().height / 12
    assert all(label.get_window_extent().height <= row for label in axes.get_yticklabels())
    for label in axes.get_yticklabels():  # and a fifth of a line is free between them
        lines = 1 + label.get_text().count("\n")
        assert 1.2 * lines * label.get_fontsize() <= row * 72 / figure.dpi


def test_cells_are_little_more_than_twice_as_wide_as_high():
    (axes,) = matrix("higher").figure().axes
    width, height = axes.get_window_extent().size
    assert width / height == pytest.approx(2.2)  # a plot of three by three on a wide page


@pytest.mark.parametrize(
    ("kind", "ranks", "count"),
    [
        ("indicator-moment", [1, 2, 3], 1),
        ("indicator-moment", [1, 2, None], 0),  # one pair is told by the bars
        ("region-moment", [1, 2, 3], 0),
        ("indicator-moment", range(1, 62), 0),  # nobody reads 1,830 pairs
    ],
)
def test_more_than_two_that_are_ranked_have_a_matrix(kind, ranks, count):
    rows = directed("higher", a=1.0, b=2.0, c=4.0)
    subject = SimpleNamespace(
        kind=kind, ranked=pd.DataFrame({"rank_best": ranks}), lang="zh", size="page",
        evidence=None, facts=None, gaps=lambda to: compare.gaps(rows, to=to),
    )  # fmt: skip
    assert len(list(of_subject(subject))) == count


def test_each_pair_is_told_once():
    rows = compare.gaps(stated(one=1.0, other=2.0, third=4.0), to="every")
    pairs = {tuple(sorted(pair)) for pair in zip(rows["region"], rows["reference"], strict=True)}
    told = once(rows)
    assert len(told) == len(pairs) == 3
    assert set(zip(told["region"], told["reference"], strict=True)) == pairs
