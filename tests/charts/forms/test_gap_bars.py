"""Gap bars: which side is better, what is drawn of a gap and what is said of it."""

import matplotlib as mpl
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    LEFT,
    RIGHT,
    SIDES,
    directed,
    legend_of,
    marks_in,
    rows_of_axes,
    stated,
    without_project,
)

import compare
from compare.charts.forms.gap_bars import _kept, gap_bars
from compare.charts.style import region_looks
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say


def bars_of(axes):
    """Return where the bar of each row begins and ends, by the row's label."""
    ends = {bar.get_y() + bar.get_height() / 2: bar for bar in axes.patches}
    return {
        label: tuple(float(end) for end in sorted(ends[place].get_corners()[[0, 2], 0]))
        for label, place in rows_of_axes(axes).items()
        if place in ends
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_caption_names_the_side_on_which_the_better_stand(direction, lang):
    rows = directed(direction, low=1.0, middle=2.0, high=5.0)
    chart = gap_bars(compare.gaps(rows, to="middle"), lang=lang)
    (axes,) = chart.figure().axes
    assert bars_of(axes) == {"low": (-1, 0), "high": (0, 3)}
    left, right = axes.get_xlim()
    assert left < 0 < right
    ahead = "high" if direction == "higher" else "low"
    side = RIGHT if bars_of(axes)[ahead][1] > 0 else LEFT
    assert chart.words.subtitle.endswith(side[lang])
    assert side == SIDES[direction]


@pytest.mark.parametrize(
    ("direction", "lang", "said"),
    [
        ("higher", "zh", ["low −1  不及", "high +3  优于"]),
        ("lower", "zh", ["low −1  优于", "high +3  不及"]),
        ("higher", "en", ["low −1  behind", "high +3  ahead"]),
        ("lower", "en", ["low −1  ahead", "high +3  behind"]),
    ],
)
def test_the_alt_text_says_who_is_ahead(direction, lang, said):
    rows = directed(direction, low=1.0, middle=2.0, high=5.0)
    chart = gap_bars(compare.gaps(rows, to="middle"), lang=lang)
    for part in said:
        assert part in chart.alt


@pytest.mark.parametrize(
    ("direction", "lang", "best"),
    [
        ("higher", "zh", "share：high比low高4（2030年）"),
        ("lower", "zh", "share：low比high低4（2030年）"),
        ("higher", "en", "share: high 4 higher than low (2030)"),
        ("lower", "en", "share: low 4 lower than high (2030)"),
    ],
)
def test_the_best_is_best_by_direction(direction, lang, best):
    rows = directed(direction, low=1.0, middle=2.0, high=5.0)
    chart = gap_bars(compare.gaps(rows, to="best"), lang=lang)
    assert best in chart.words.title
    assert best in chart.alt.casefold()  # a sentence begins with a capital
    (axes,) = chart.figure().axes
    gaps = [-4, -3, 0] if direction == "higher" else [0, 1, 4]
    reach = dict(zip(("low", "middle", "high"), gaps, strict=True))
    bars = {label: sum(ends) for label, ends in bars_of(axes).items()}
    assert bars == {label: gap for label, gap in reach.items() if gap}


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", {"为2", "比low高1", "比high低3"}),
        ("en", {"1 higher than in low", "3 lower than in high"}),
    ],
)
def test_higher_and_lower_are_said_of_values_whatever_the_direction(direction, lang, said):
    rows = directed(direction, low=1.0, middle=2.0, high=5.0)
    title = gap_bars(compare.gaps(rows, to="middle"), lang=lang).words.title
    assert title.startswith("middle") and all(part in title for part in said)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_an_interval_of_a_gap_is_drawn_where_it_lies(direction):
    rows = directed(direction, at=10.0, open=12.0, between=5.0)
    rows.loc[rows["region"] == "open", ["value", "hi"]] = [None, None]
    rows.loc[rows["region"] == "between", ["value", "hi"]] = [None, 8.0]
    chart = gap_bars(compare.gaps(rows, to="at"))
    (axes,) = chart.figure().axes
    assert bars_of(axes) == {}  # a bound is a whisker, here as anywhere
    (whisker,) = [mark for mark in marks_in(axes, "bound") if hasattr(mark, "get_xdata")]
    assert list(whisker.get_xdata()) == [-5, -2]
    (arrow,) = [note for note in axes.texts if getattr(note, "arrow_patch", None)]
    assert arrow.xy == (2, rows_of_axes(axes)["open"])
    assert arrow.xyann[0] > 0
    ahead, behind = ("open", "between") if direction == "higher" else ("between", "open")
    shown = {"open": "≥+2", "between": "−5至−2"}
    assert f"{ahead} {shown[ahead]}  优于" in chart.alt
    assert f"{behind} {shown[behind]}  不及" in chart.alt


@pytest.mark.parametrize(("lang", "said"), [("zh", "不分优劣"), ("en", "neither side is better")])
def test_without_a_direction_no_side_is_better(lang, said):
    rows = directed("neutral", low=1.0, middle=2.0, high=5.0)
    assert gap_bars(compare.gaps(rows, to="middle"), lang=lang).words.subtitle.endswith(said)


def test_an_empty_unit_leaves_no_comma_behind():
    rows = directed("higher", low=1.0, high=5.0)
    to = compare.gaps(rows, to="best")
    assert gap_bars(to).words.subtitle == "2030年现状，与最优值之差；右侧为优"
    english = gap_bars(to, lang="en").words.subtitle
    assert english == "2030 actual, difference from the best; right is better"
    shares = compare.gaps(rows.assign(unit="%"), to="best")
    assert gap_bars(shares).words.subtitle == "2030年现状，与最优值之差，百分点；右侧为优"


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = gap_bars(compare.gaps(stated(one=1.0, other=2.0), to="best"))
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert chart.about.regions == ("one", "other")


def test_a_gap_known_to_one_side_only_is_an_arrow(project):
    pay = compare.align(
        compare.observations(indicator="teacher_pay_ratio"), year=2025, kind="target"
    )
    figure = gap_bars(compare.gaps(pay, to="best")).figure()
    notes = figure.findobj(mpl.text.Annotation)
    assert sum(note.arrow_patch is not None for note in notes) == 3


def test_a_matter_of_one_figure_is_said_of_its_own_region(project):
    aligned = compare.align(
        compare.observations(indicator="senior_quota_share"), year=2025, kind="target"
    )
    note = gap_bars(compare.gaps(aligned, to="best"), evidence=compare.evidence()).words.note
    assert "文件内另有不同数值：象山。" in note


def test_the_best_of_an_interval_has_a_mark(project):
    evidence = compare.evidence()
    aligned = compare.align(
        compare.observations(indicator="fitness_pass_rate"), year=2025, kind="target"
    )
    gap = compare.gaps(aligned, to="best").set_index("region").loc["xiangshan"]
    assert gap["gap_lo"] == gap["gap_hi"] == 0 and gap["gap"] != gap["gap"]
    figure = gap_bars(compare.gaps(aligned, to="best"), evidence=evidence).figure()
    marks = [line.get_marker() for line in figure.findobj(mpl.lines.Line2D)]
    assert region_looks(evidence, ())["xiangshan"].marker in marks


def test_targets_that_are_the_same_are_said_to_be(project):
    aligned = compare.align(
        compare.observations(indicator="graded_kindergartens_share"), year=2025, kind="target"
    )
    title = gap_bars(compare.gaps(aligned, to="best"), lang="en").words.title
    assert title.endswith("the same target in Xiangshan and Pingyang (2025; broadly comparable)")


def test_both_sides_are_as_wide_as_the_widest_gap_and_a_little_more():
    chart = gap_bars(compare.gaps(stated(low=1.0, middle=2.0, high=7.0), to="middle"))
    (axes,) = chart.figure().axes
    left, right = axes.get_xlim()
    assert left == -right and 5 < right < 6
    ticks = list(axes.get_xticks())
    assert ticks == sorted(-tick for tick in ticks) and {-4, 0, 4} <= set(ticks)
    assert max(map(abs, ticks)) <= right


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_side_without_a_gap_takes_little_room(direction):
    chart = gap_bars(compare.gaps(directed(direction, low=1.0, middle=2.0, high=7.0), to="best"))
    (axes,) = chart.figure().axes
    left, right = axes.get_xlim()
    wide, narrow = (-left, right) if direction == "higher" else (right, -left)
    assert 6 < wide < 7 and 0 < narrow < 0.1 * wide


def test_a_gap_without_an_end_has_room_on_both_sides():
    rows = stated(at=10.0, above=5.0)
    rows.loc[rows["region"] == "above", "hi"] = None
    (axes,) = gap_bars(compare.gaps(rows, to="at")).figure().axes
    left, right = axes.get_xlim()
    assert left == -right


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hollow_bars_are_explained_where_there_are_any(lang):
    said = say("gap-bars-intervals", lang)[1:]  # a sentence begins with a capital
    rows = stated(at=10.0, between=5.0, none=1.0)
    rows.loc[rows["region"] == "none", ["value", "lo", "hi"]] = None
    plain = gap_bars(compare.gaps(rows, to="at"), lang=lang)
    assert said not in plain.words.note
    rows.loc[rows["region"] == "between", ["value", "hi"]] = [None, 8.0]
    assert said in gap_bars(compare.gaps(rows, to="at"), lang=lang).words.note


def test_bars_are_thinner_than_their_rows():
    (axes,) = gap_bars(compare.gaps(stated(low=1.0, at=2.0, high=7.0), to="at")).figure().axes
    assert {bar.get_height() for bar in axes.patches if bar.get_height()} == {0.5}


def test_an_estimate_apart_is_explained_as_an_outcome_and_no_bound():
    rows = stated(at=10.0, estimated=5.0).assign(comparator="=", kind="actual")
    rows.loc[rows["region"] == "estimated", ["lo", "hi", "comparator"]] = [4.0, 6.0, "estimate"]
    said = legend_of(gap_bars(compare.gaps(rows, to="at")).figure())
    assert "现状之差" in said and say("mark-bound", "zh") not in said


def test_an_equal_value_has_a_mark_at_nothing():
    rows = stated(at=10.0, same=10.0, other=12.0)
    chart = gap_bars(compare.gaps(rows, to="at"))
    (axes,) = chart.figure().axes
    colour = region_looks(Evidence(), chart.data["region"])["same"].colour
    (mark,) = marks_in(axes, "outcome")[-1:]
    assert mark.get_markerfacecolor() == colour
    assert list(mark.get_xdata()) == [0] and list(mark.get_ydata()) == [rows_of_axes(axes)["same"]]


def test_a_gap_of_at_most_something_points_to_the_left():
    rows = stated(at=10.0, most=8.0)
    rows.loc[rows["region"] == "most", ["value", "lo"]] = [8.0, None]
    chart = gap_bars(compare.gaps(rows, to="at"))
    (axes,) = chart.figure().axes
    (arrow,) = [note for note in axes.texts if getattr(note, "arrow_patch", None)]
    assert arrow.xy == (-2, rows_of_axes(axes)["most"]) and arrow.xyann[0] < 0
    assert "most ≤−2  不及" in chart.alt


def test_a_row_takes_two_lines_and_more_rows_more_height():
    heights = [
        gap_bars(compare.gaps(stated(**dict.fromkeys("abcd"[:count], 1.0)), to="a")).plot_height
        for count in (2, 3)
    ]
    assert heights == pytest.approx([11.4, 14.0])


def test_a_region_alone_is_drawn_beside_nobody():
    chart = gap_bars(compare.gaps(stated(one=1.0), to="best"))
    assert "one" in chart.alt
    assert set(rows_of_axes(chart.figure().axes[0])) == {"one 1"}


def many(number, lang="en", to="best", **values):
    """Return the chart of many regions in the order of their names, on a slide, and its rows."""
    values = {f"r{place:03}": float(place * 37 % number) for place in range(number)} | values
    rows = directed("higher", **values)
    rows.loc[rows["region"].str.endswith("7"), ["value", "lo", "hi"]] = None
    chart = gap_bars(compare.gaps(rows, to=to), lang=lang, size="slide")
    (axes,) = chart.figure().axes
    drawn = sorted(rows_of_axes(axes).items(), key=lambda row: row[1])
    return chart, rows.set_index("region")["value"], [label for label, _ in drawn]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "（共300个，30个没有差距）"), ("en", "of 300 regions (30 have no gap)")],
)
def test_of_many_regions_both_ends_and_the_middle_are_drawn_best_first(lang, said):
    chart, value, drawn = many(300, lang)
    known = value.dropna().sort_values(ascending=False, kind="stable")
    ends = len(drawn) // 2
    assert 10 < len(drawn) < 60
    assert drawn[: ends - 1] == list(known.index[: ends - 1])
    assert drawn[1 - ends :] == list(known.index[1 - ends :])
    assert known.index[(len(known) - 1) // 2] in drawn
    assert said in " ".join(text.get_text() for text in chart.figure().texts)
    assert len(chart.data) == 300
    for end in (0, -1):
        assert known.index[end] in chart.words.title and known.index[end] in chart.alt
    assert len(chart.native.series) == 11


def test_few_regions_stand_as_they_came_with_those_without_a_gap():
    rows = directed("higher", a=1.0, b=3.0, c=2.0)
    rows.loc[rows["region"] == "c", ["value", "lo", "hi"]] = None
    (axes,) = gap_bars(compare.gaps(rows, to="best")).figure().axes
    assert list(rows_of_axes(axes)) == ["a", "b", "c"]
    assert say("code-missing", "zh") in [text.get_text() for text in axes.texts]


def test_the_region_that_all_are_compared_with_is_drawn():
    chart, value, drawn = many(300, to="r001")
    place = value.dropna().rank(ascending=False)["r001"]
    assert 50 < place < 250  # at neither end
    assert "r001" in chart.words.title and "r001" in drawn


def test_whom_the_title_names_is_drawn_though_many_are_level():
    level = {f"r{place:03}": 5.0 for place in range(2, 300)}
    chart, _, drawn = many(300, r000=9.0, r001=1.0, **level)
    assert "r001" in chart.words.title
    assert drawn[0] == "r000" and drawn[-1] == "r001"


def test_where_less_is_better_the_least_stands_first_and_open_ends_by_their_number():
    rows = directed("lower", **{f"r{place:03}": float(place) for place in range(300)})
    rows.loc[rows["region"] == "r299", ["value", "hi"]] = None  # at least 299
    chart = gap_bars(compare.gaps(rows, to="r150"), lang="en", size="slide")
    (axes,) = chart.figure().axes
    drawn = sorted(rows_of_axes(axes).items(), key=lambda row: row[1])
    assert drawn[0][0] == "r000" and drawn[-1][0] == "r299"
    assert "have no gap" not in " ".join(text.get_text() for text in chart.figure().texts)


def test_whoever_is_named_and_whoever_is_compared_with_go_before_the_others():
    values = {f"r{place:03}": float(place) for place in range(300)}
    rows = gap_bars(compare.gaps(directed("higher", **values), to="r100")).data
    for most in (2, 5, 30):
        kept = _kept(rows, "of r120 nothing is known", "en").places(most)
        assert len(kept) <= most and {100, 120} <= {*kept}
        assert kept == sorted(kept, reverse=True)
