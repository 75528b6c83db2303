"""The region profile: the better value stands at the right, whatever the direction."""

import pandas as pd
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    RIGHT,
    directed,
    legend_of,
    marks_in,
    stated,
    texts_of,
    without_project,
)

import compare
from compare.charts.forms.region_profile import region_profile
from compare.charts.style import region_looks
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say


def profile(direction, lang="zh", evidence=None):
    ranked = compare.rankings(directed(direction, low=1.0, middle=2.0, high=5.0))
    return region_profile(ranked, "high", evidence=evidence, lang=lang)


def marks_of(axes, rows):
    """Return where the mark of each region stands."""
    looks = {
        look.colour: region for region, look in region_looks(Evidence(), rows["region"]).items()
    }
    marks = marks_in(axes, "outcome")
    return {looks[mark.get_markerfacecolor()]: float(mark.get_xdata()[0]) for mark in marks}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_distances_run_to_the_left_of_the_best(direction, lang):
    chart = profile(direction, lang)
    (axes,) = chart.figure().axes
    places = {"higher": [-4, -3, 0], "lower": [0, -1, -4]}[direction]
    regions = ("low", "middle", "high")
    assert marks_of(axes, chart.data) == dict(zip(regions, places, strict=True))
    left, right = axes.get_xlim()
    assert left < -4 and right > 0
    assert max(axes.get_xticks()) == 0
    said = {"zh": "与最优值相差", "en": "distance from the best value"}[lang]
    assert axes.get_xlabel().startswith(said)
    assert RIGHT[lang] in chart.words.subtitle


def test_half_a_point_does_not_take_the_whole_width():
    rows = directed("higher", one=99.5, other=100.0).assign(unit="%")
    (axes,) = region_profile(compare.rankings(rows), "one").figure().axes
    left, right = axes.get_xlim()
    assert right - left >= 10
    assert right == pytest.approx(-left * 0.04)  # the best one's mark is not cut off
    assert axes.get_xlabel() == "与最优值相差（百分点）"


def test_rows_of_one_unit_share_a_scale_and_others_have_their_own():
    shares = directed("higher", one=10.0, other=60.0).assign(unit="%")
    narrow = stated("narrow", one=99.0, other=100.0).assign(unit="%")
    ratio = stated("ratio", one=0.2, other=0.4).assign(unit="coefficient", direction="lower")
    rows = pd.concat([shares, ratio, narrow])
    points, coefficients = region_profile(compare.rankings(rows), "one").figure().axes
    assert [label.get_text() for label in points.get_yticklabels()] == ["narrow", "share"]
    assert [label.get_text() for label in coefficients.get_yticklabels()] == ["ratio"]
    assert points.get_xlim()[0] < -50 and coefficients.get_xlim()[0] > -1


@pytest.mark.parametrize(
    ("lang", "own", "both", "units"),
    [("zh", "，无单位的各行各用各的刻度", "，同一单位的各行同一刻度，无单位的各行各用各的刻度",
      "，同一单位的各行同一刻度"),
     ("en", ", rows without a unit each on a scale of their own",
      ", one scale for all rows of a unit, rows without a unit each on their own",
      ", one scale for all rows of a unit")],
)  # fmt: skip
def test_what_has_no_unit_has_a_scale_of_its_own(lang, own, both, units):
    small, large = stated("index", one=0.3, other=0.4), stated("spend", one=3000.0, other=4000.0)
    bare = pd.concat([small, large]).assign(unit="", direction="higher")
    shares = directed("higher", one=10.0, other=60.0).assign(unit="%")
    frames = (bare, pd.concat([bare, shares]), shares)
    for rows, said, axes in zip(frames, (own, both, units), (2, 3, 1), strict=True):
        chart = region_profile(compare.rankings(rows), "one", lang=lang)
        assert chart.words.subtitle.endswith(said)
        assert len(chart.figure().axes) == axes
    index, spend = region_profile(compare.rankings(bare), "one").figure().axes
    assert -0.2 < index.get_xlim()[0] < -0.1 and -2000 < spend.get_xlim()[0] < -1000


@pytest.mark.parametrize(("bound", "side"), [(">=", 1), (">", 1), ("<=", -1)])
def test_an_end_that_nobody_stated_sets_no_scale(bound, side):
    rows = directed("higher", one=60.0, other=70.0).assign(unit="%", comparator=["=", bound])
    end = "hi" if side > 0 else "lo"
    rows.loc[rows["region"] == "other", end] = 100.0 if side > 0 else 0.0
    (axes,) = region_profile(compare.rankings(rows), "one").figure().axes
    (arrow,) = marks_in(axes, "bound")
    assert arrow.xy[0] == 0 and arrow.xyann[0] * side > 0  # the best number is 70


@pytest.mark.parametrize(
    ("direction", "lang", "said", "title"),
    [
        (
            "higher",
            "zh",
            "share：5（第1，共3地）",
            "high：share 为5，比middle高3，比low高4（2030年）",
        ),
        (
            "lower",
            "zh",
            "share：5（第3，共3地）",
            "high：share 为5，比low高4，比middle高3（2030年）",
        ),
        (
            "higher",
            "en",
            "share: 5 (1 of 3)",
            "high: the share at 5, 3 higher than in middle and 4 higher than in low (2030)",
        ),
        (
            "lower",
            "en",
            "share: 5 (3 of 3)",
            "high: the share at 5, 4 higher than in low and 3 higher than in middle (2030)",
        ),
    ],
)
def test_title_and_alt_text_say_the_rank(direction, lang, said, title):
    chart = profile(direction, lang)
    assert said in chart.alt
    assert chart.words.title == title


@pytest.mark.parametrize(("direction", "place"), [("higher", -1.0), ("lower", -3.0)])
def test_the_national_benchmark_stands_on_the_same_scale(direction, place):
    limits = pd.DataFrame(
        [
            {"benchmark": "later", "indicator": "share", "scope": "national", "year": 2031,
             "kind": "actual", "value": 9.0},
            {"benchmark": "own", "indicator": "share", "scope": "national", "year": 2030,
             "kind": "actual", "value": 4.0},
            {"benchmark": "always", "indicator": "share", "scope": "national", "year": None,
             "kind": "standard", "value": 3.0},
        ]
    )  # fmt: skip
    chart = profile(direction, evidence=Evidence(benchmarks=limits))
    (axes,) = chart.figure().axes
    upright = [line for line in axes.lines if len(set(line.get_ydata())) > 1]
    assert [set(line.get_xdata()) for line in upright] == [{place}]
    assert "全国或标准参照" in legend_of(chart.figure())
    standing = profile(direction, evidence=Evidence(benchmarks=limits[limits["year"].isna()]))
    (axes,) = standing.figure().axes
    upright = [line for line in axes.lines if len(set(line.get_ydata())) > 1]
    assert [set(line.get_xdata()) for line in upright] == [{-2.0}]
    assert "全国或标准参照" not in legend_of(profile(direction).figure())


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_an_interval_is_a_line_between_its_ends(direction):
    rows = directed(direction, low=1.0, middle=2.0, high=5.0)
    rows.loc[rows["region"] == "high", ["value", "lo"]] = [None, 3.0]
    chart = region_profile(compare.rankings(rows), "high")
    (axes,) = chart.figure().axes
    (whisker,) = marks_in(axes, "bound")
    ends = [-2, 0] if direction == "higher" else [-4, -2]
    assert sorted(whisker.get_xdata()) == ends


def test_a_region_that_has_no_row_is_refused():
    ranked = compare.rankings(stated(one=1.0, other=2.0))
    with pytest.raises(compare.CompareError, match="region='third' does not exist"):
        region_profile(ranked, "third")


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = region_profile(compare.rankings(stated(one=1.0, other=2.0)), "one")
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert {"one", "other"} <= set(texts_of(chart.figure()))


def test_cautions_and_grades_are_named(project):
    evidence = compare.evidence()
    aligned = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    chart = region_profile(compare.rankings(aligned), "fushun", evidence=evidence)
    assert "行政级别不同：4行" in chart.words.note
    assert "含口径相近（" in chart.words.note
    english = region_profile(compare.rankings(aligned), "fushun", evidence=evidence, lang="en")
    assert "Different administrative levels: 4 rows" in english.words.note
    figure = chart.figure()
    assert "90.6%  全国95.2%" in texts_of(figure)
    assert "抚顺" in legend_of(figure)


def drawn_marks(chart):
    """Return how many regions have a mark in the one row of a profile."""
    return sum(len(marks_of(axes, chart.data)) for axes in chart.figure().axes)


def test_one_value_alone_is_said_and_two_are_drawn():
    alone = stated(one=4.0, other=1.0)
    alone.loc[alone["region"] == "other", ["value", "lo", "hi"]] = None
    chart = region_profile(compare.rankings(alone), "one")
    assert drawn_marks(chart) == 0
    assert say("region-profile-nothing", "zh") in texts_of(chart.figure())
    assert drawn_marks(region_profile(compare.rankings(stated(one=4.0, other=1.0)), "one")) == 2
    limits = pd.DataFrame([{"benchmark": "always", "indicator": "share", "scope": "national",
                            "year": None, "kind": "standard", "value": 3.0}])  # fmt: skip
    beside = region_profile(compare.rankings(alone), "one", evidence=Evidence(benchmarks=limits))
    assert drawn_marks(beside) == 1


def test_more_rows_take_more_height():
    one = stated(one=1.0, other=2.0).assign(unit="%")
    two = pd.concat([one, one.assign(indicator="rate")])
    heights = [region_profile(compare.rankings(rows), "one").plot_height for rows in (one, two)]
    assert heights == pytest.approx([13.0, 15.6])


def test_no_more_rows_are_left_out_than_have_no_room():
    one = stated(one=1.0, other=2.0).assign(unit="%")
    many = pd.concat([one.assign(indicator=f"rate {number}") for number in range(25)])
    (axes,) = region_profile(compare.rankings(many), "one", size="slide").figure().axes
    rows = axes.get_yticks()
    assert 20 <= len(rows) < 25
    height = axes.get_window_extent().height / axes.figure.dpi * 72 / len(rows)
    assert height < 1.5 * axes.get_yticklabels()[0].get_fontsize()  # they stand close


def test_equal_values_are_one_place_and_no_line():
    rows = stated(one=4.0, same=4.0, other=1.0)
    chart = region_profile(compare.rankings(rows), "one")
    (axes,) = chart.figure().axes
    assert not marks_in(axes, "bound")
    heights = [mark.get_ydata()[0] for mark in marks_in(axes) if mark.get_xdata()[0] == 0]
    assert sorted(heights) == [-0.22, 0.0]  # one above the other


@pytest.mark.parametrize(("lo", "hi"), [(3.0, None), (None, 3.0)])
def test_what_is_known_to_one_side_has_its_mark_at_that_end(lo, hi):
    rows = stated(one=5.0, open=3.0, other=1.0)
    rows.loc[rows["region"] == "open", ["value", "lo", "hi"]] = [None, lo, hi]
    chart = region_profile(compare.rankings(rows), "one")
    (axes,) = chart.figure().axes
    assert marks_of(axes, chart.data) == {"one": 0.0, "other": -4.0}
    (arrow,) = [text for text in axes.texts if not text.get_text()]
    lines = [list(line.get_xdata()) for line in axes.lines]
    if lo is None:
        assert -2.0 in (arrow.xy[0], arrow.xyann[0])
    else:  # it may lie beyond the best: its arrow leads past it
        assert 0.0 in (arrow.xy[0], arrow.xyann[0]) and [-2.0, 0.0] in lines
    assert "open" in texts_of(chart.figure())  # in the legend


def test_the_legend_stands_below_the_rows():
    figure = region_profile(compare.rankings(stated(one=4.0, other=1.0)), "one").figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    (legend,) = [text for text in figure.texts if text.get_text() == say("mark-outcome", "zh")]
    rows, names = axes.get_tightbbox(), legend.get_window_extent()
    assert names.y1 <= rows.y0 < names.y1 + 5 * names.height


def test_a_region_is_asked_for_by_any_name(project):
    evidence = compare.evidence()
    rows = compare.rankings(compare.align(compare.observations(), year=2020, kind="actual"))
    said = [
        region_profile(rows, name, evidence=evidence).words
        for name in ("fushun", "抚顺市", "Fushun", "210400")
    ]
    assert said.count(said[0]) == len(said)


def test_words_count_the_rows_that_are_drawn():
    """Of what has nothing to be compared with, or no room, no note counts the gaps."""
    names = [f"x{n:02}" for n in range(60)]
    both = [stated(name, one=1.0, other=2.0 + n) for n, name in enumerate(names)]
    alone = [stated(f"alone{n}", one=1.0) for n in range(5)]
    third = stated("x00", third=4.0)  # and no value anywhere else
    rows = pd.concat([*both, third, *alone]).assign(direction="higher")
    ranked = compare.rankings(compare.align(rows, year=2030, kind="actual"))
    chart = region_profile(ranked, "one", lang="en")
    figure = chart.figure()
    drawn = [label.get_text() for axes in figure.axes for label in axes.get_yticklabels()]
    assert 1 < len(drawn) < len(names)
    assert f"third {len(drawn) - 1}" in chart.words.note
    assert "other" not in chart.words.note
    told = [name for name in names if f"{name}: " in chart.alt.split(";", 1)[1]]
    assert told == drawn
    assert "alone0" not in chart.alt and f"the first {len(drawn)} of 60" in chart.alt


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "0为该行最优值（含全国数、标准）"),
        ("en", "the best value of each row (national figures and standards included)"),
    ],
)
def test_the_best_of_a_row_may_be_the_nation_s_or_a_standard_where_there_is_one(lang, said):
    limit = {"benchmark": "line", "indicator": "share", "scope": "national", "year": None,
             "kind": "standard", "value": 3.0}  # fmt: skip
    known = Evidence(benchmarks=pd.DataFrame([limit]))
    assert said in profile("higher", lang, known).words.subtitle
    told = profile("higher", lang).words.subtitle
    assert said[:6] in told
    assert {"zh": "全国", "en": "national"}[lang] not in told
