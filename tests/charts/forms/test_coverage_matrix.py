"""The coverage matrix: which cell is whose, and how comparable it is."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle
from nobody import DIRECTIONS, LANGUAGES, cells_of, legend_of, without_project

import compare
from compare.charts.forms.coverage_matrix import coverage_matrix

EXACT, CLOSE, PROXY, NOTHING = "#0b5394", "#6fa8dc", "#ffffff", "#f0f0f0"


def covered(**more):
    rows = [
        ("one", "share", "actual", "observed", "exact", "2020"),
        ("one", "share", "target", "observed", "close", "2025 2027"),
        ("other", "share", "actual", "only-proxy", "proxy", "2020"),
        ("other", "share", "target", "not-in-text", None, None),
        ("one", "ratio", "actual", "not-in-text", None, None),
        ("one", "ratio", "target", "observed", "exact", "2025"),
        ("other", "ratio", "actual", "not-applicable", None, None),
        ("other", "ratio", "target", "observed", "exact", "2025"),
    ]
    columns = ("region", "indicator", "kind", "status", "comparability", "years")
    return pd.DataFrame(rows, columns=columns).assign(**more)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_cells_say_grade_and_year_and_nothing_of_better_or_worse(direction, lang):
    chart = coverage_matrix(covered(direction=direction), lang=lang)
    actual, target = chart.figure().axes
    assert actual.get_position().x0 < target.get_position().x0
    titles = {"zh": ["现状", "目标"], "en": ["actual", "target"]}[lang]
    assert [axes.get_title("left") for axes in (actual, target)] == titles
    assert [label.get_text() for label in actual.get_yticklabels()] == ["share", "ratio"]
    for axes in (actual, target):
        assert [label.get_text() for label in axes.get_xticklabels()] == ["one", "other"]
        assert list(axes.get_xticks()) == [0.5, 1.5]
    assert cells_of(actual) == [[(EXACT, "2020"), (PROXY, "2020")], [(NOTHING, ""), (NOTHING, "")]]
    short = {"zh": "25、27", "en": "25, 27"}[lang]
    assert cells_of(target) == [[(CLOSE, short), (NOTHING, "")], [(EXACT, "2025"), (EXACT, "2025")]]
    said = f"{chart.text()} {chart.alt}"
    assert not any(word in said for word in ("优", "better", "best"))


def test_related_indicators_are_hatched_and_what_does_not_apply_is_crossed_out():
    actual = coverage_matrix(covered()).figure().axes[0]
    (outline,) = actual.patches
    assert outline.get_x() == pytest.approx(1.04) and outline.get_y() == pytest.approx(0.04)
    assert outline.get_hatch()
    (slash,) = actual.lines
    assert slash.get_xdata() == pytest.approx([1.2, 1.8])
    assert slash.get_ydata() == pytest.approx([1.8, 1.2])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "覆盖矩阵，2个地区、2项指标。one：现状1项，目标2项。other：现状0项，目标1项。"),
        (
            "en",
            "Coverage matrix of 2 regions and 2 indicators. One: actuals of 1, targets of 2. "
            "Other: actuals of 0, targets of 1.",
        ),
    ],
)
def test_alt_text_counts_what_each_region_states(lang, said):
    assert coverage_matrix(covered(), lang=lang).alt == said


def test_the_legend_has_the_fills_of_the_cells():
    figure = coverage_matrix(covered()).figure()
    swatches = [patch for patch in figure.get_children() if isinstance(patch, Rectangle)]
    fills = [patch.get_facecolor()[:3] for patch in swatches if patch is not figure.patch]
    named = ["口径一致", "口径相近", "仅为近似指标", "未提及", "不适用"]
    assert [text for text in legend_of(figure) if text in named] == named
    as_hex = [f"#{''.join(f'{round(part * 255):02x}' for part in fill)}" for fill in fills]
    assert as_hex == [EXACT, CLOSE, PROXY, NOTHING, NOTHING]


def of_names(indicators, regions):
    return pd.DataFrame([
        {"region": region, "indicator": indicator, "kind": kind, "status": "observed",
         "comparability": "exact", "years": "2020"}
        for region in regions for indicator in indicators for kind in ("actual", "target")
    ])  # fmt: skip


def test_blocks_and_their_names_stand_side_by_side_within_the_picture():
    names = [f"{'很长的' * (number % 4)}指标{number}" for number in range(30)]
    figure = coverage_matrix(of_names(names, ("one", "other")), size="slide").figure()
    figure.draw_without_rendering()
    assert len(figure.axes) > 2  # more than one block
    last = 0.0
    for axes in figure.axes:
        cells, labels = axes.get_window_extent(), axes.get_yticklabels()
        left = min((label.get_window_extent().x0 for label in labels), default=cells.x0)
        assert last < left <= cells.x0 < cells.x1
        last = cells.x1
    assert last <= figure.bbox.x1


def test_long_names_of_regions_leave_most_of_the_height_to_the_cells():
    region = "一个名称非常长的自治州" * 3
    figure = coverage_matrix(of_names(["share"], [f"{region}{n}" for n in range(9)])).figure()
    figure.draw_without_rendering()
    heads = [head.get_window_extent().height for head in figure.axes[0].get_xticklabels()]
    assert max(heads) < 0.4 * figure.bbox.height


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    least = covered()[["region", "indicator", "kind", "status"]]
    chart = coverage_matrix(least[least["kind"] == "actual"], lang="en")
    assert chart.png(dpi=50)
    assert chart.key == "coverage-all.en"
    assert chart.words.title.startswith("Of 2 indicators, actuals of 0 ")
    assert chart.words.source == ""


def test_rows_of_different_heights_keep_their_cells(project):
    chart = coverage_matrix(compare.coverage(theme="balance"), lang="en", size="half")
    figure = chart.figure()
    matrices = [axes for axes in figure.axes if axes.collections]
    assert any(axes.get_yscale() == "function" for axes in matrices)
    for axes in matrices:
        (mesh,) = axes.collections
        columns = mesh.get_array().shape[1]
        for place, text in enumerate(axes.texts):
            down, across = divmod(place, columns)
            assert text.get_position() == (across + 0.5, down + 0.5)


def test_english_counts_are_right(project):
    one = compare.coverage(theme="finance")
    one = one[one["indicator"] == one.iloc[0]["indicator"]]
    words = coverage_matrix(one, lang="en").words
    assert "5 regions, 1 indicator" in words.subtitle
    assert words.title.startswith("Finance and school places: of 1 indicator, ")
