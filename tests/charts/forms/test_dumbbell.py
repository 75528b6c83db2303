"""The dumbbell: an actual and its target, the way between them and what is said of it."""

import matplotlib as mpl
import pandas as pd
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    legend_of,
    marks_in,
    rows_of_axes,
    texts_of,
    without_project,
)

import compare
from compare.charts.forms.dumbbell import dumbbell
from compare.charts.style import SIZES, region_looks
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say

WAYS = {"higher": (2.0, 5.0), "lower": (5.0, 2.0)}
"""An actual and a target that is still to be reached."""


def planned(direction, actual, target, **others):
    rows = [("one", 2020, "actual", actual), ("one", 2025, "target", target)]
    frame = pd.DataFrame(rows, columns=["region", "year", "kind", "value"])
    return frame.assign(
        indicator="share", lo=frame["value"], hi=frame["value"], direction=direction, **others
    )


def drawn(direction, lang="zh", **others):
    return dumbbell(compare.progress(planned(direction, *WAYS[direction], **others)), lang=lang)


def marks_of(axes):
    """Return where the filled mark, the outcome, and the hollow one, the target, stand."""
    colour = region_looks(Evidence(), ["one"])["one"].colour
    (outcome,), (target,) = marks_in(axes, "outcome"), marks_in(axes, "target")
    assert (outcome.get_markerfacecolor(), target.get_markerfacecolor()) == (colour, "white")
    return float(outcome.get_xdata()[0]), float(target.get_xdata()[0])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_target_stands_on_the_side_to_which_the_value_must_move(direction, lang):
    chart = drawn(direction, lang)
    (axes,) = chart.figure().axes
    actual, target = marks_of(axes)
    assert (actual, target) == WAYS[direction]
    assert (target > actual) == (direction == "higher")
    left, right = axes.get_xlim()
    assert left < 2 < 5 < right
    assert list(rows_of_axes(axes)) == ["one 2020→2025"]


@pytest.mark.parametrize(
    ("direction", "lang", "said"),
    [
        ("higher", "zh", ["share：one 计划2025年达到5", "one 2020→2025 2 → 5  每年+0.6"]),
        ("lower", "zh", ["share：one 计划2025年降至2", "one 2020→2025 5 → 2  每年−0.6"]),
        (
            "higher",
            "en",
            ["share: one to rise to 5 by 2025 (planned)", "one 2020→2025 2 → 5  +0.6 a year"],
        ),
        (
            "lower",
            "en",
            ["share: one to fall to 2 by 2025 (planned)", "one 2020→2025 5 → 2  −0.6 a year"],
        ),
    ],
)
def test_title_and_alt_text_say_which_way(direction, lang, said):
    chart = drawn(direction, lang)
    assert chart.words.title == said[0]
    for part in said:
        assert part in chart.alt.casefold()  # a sentence begins with a capital


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_value_beyond_its_target_has_nothing_to_go(direction):
    actual, target = WAYS[direction][::-1]
    chart = dumbbell(compare.progress(planned(direction, actual, target)))
    assert "目标低于基数" in chart.alt
    assert "每年" not in chart.alt


@pytest.mark.parametrize(
    ("lang", "caption"),
    [("zh", "由基数到目标"), ("en", "from base to target")],
)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_legend_names_the_marks_in_either_direction(direction, lang, caption):
    assert drawn(direction, lang).words.subtitle == caption
    said = {"zh": {"现状", "目标"}, "en": {"outcome", "target"}}[lang]
    assert said <= set(legend_of(drawn(direction, lang).figure()))
    unit = "；%" if lang == "zh" else "; %"
    assert drawn(direction, lang, unit="%").words.subtitle == caption + unit


@pytest.mark.parametrize(
    ("lang", "title", "pace"),
    [
        ("zh", "share：one 计划2025年达到5以上", "每年至少+0.6"),
        ("en", "share: one to rise to at least 5 by 2025 (planned)", "at least +0.6 a year"),
    ],
)
def test_a_bound_is_the_least_to_go(lang, title, pace):
    rows = planned("higher", *WAYS["higher"], comparator=["=", ">="])
    rows.loc[rows["kind"] == "target", "hi"] = None
    chart = dumbbell(compare.progress(rows), lang=lang)
    assert chart.words.title == title
    assert "2 → ≥5" in chart.alt and pace in chart.alt


def test_an_open_end_that_nobody_named_is_written_as_one():
    rows = planned("higher", *WAYS["higher"])
    rows.loc[rows["kind"] == "target", "hi"] = None
    assert "2 → ≥5" in dumbbell(compare.progress(rows)).alt


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = dumbbell(compare.progress(planned("higher", 2.0, 5.0)))
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert chart.about.regions == ("one",)
    assert "one 2020→2025" in texts_of(chart.figure())


@pytest.mark.parametrize("size", ["half", "slide"])
def test_a_lone_row_grows_on_a_page_that_does_not_shrink(project, size):
    pace = compare.progress(compare.observations(indicator="balance_primary"))
    pace = pace[pace["region"] == "xiangshan"]
    chart = dumbbell(pace, evidence=compare.evidence(), size=size)
    assert len(chart.data) == 1
    shown = chart.figure().findobj(mpl.text.Text)
    labels = {text.get_text(): text.get_fontsize() for text in shown}
    assert (labels["象山 2020→2025"] > SIZES[size].text) == (size == "slide")


def test_titles_say_no_more_than_the_verdicts(project):
    public = compare.progress(compare.observations(indicator="public_children_share"))
    title = dumbbell(public, evidence=compare.evidence()).words.title
    assert title.endswith("抚顺曾计划2025年达到50%以上")


def test_of_one_region_the_title_names_it_and_the_rows_their_indicators():
    share = planned("higher", 2.0, 5.0).assign(unit="%")
    rows = pd.concat([share, share.assign(indicator="ratio")])
    chart = dumbbell(compare.progress(rows))
    assert chart.words.title.startswith("one")
    assert chart.key == "dumbbell-one.zh"
    (axes,) = chart.figure().axes
    assert [label.split()[0] for label in rows_of_axes(axes)] == ["ratio", "share"]


def test_of_one_region_only_what_has_both_ends_is_drawn(project):
    pace = compare.progress(compare.observations(region="xiangshan"))
    shares = pace[pace["unit"] == "%"]
    chart = dumbbell(shares, evidence=compare.evidence())
    assert chart.key == "dumbbell-xiangshan.zh"
    assert chart.words.title.startswith("象山县：")
    assert set(chart.data["status"]) & {"no-base", "no-target", "no-direction"} == set()
    assert 0 < len(chart.data) < len(shares)
    assert chart.native.bounds == (0.0, None)  # one of them has no cap


def test_an_actual_keeps_the_bound_that_its_document_states(project):
    observed = compare.observations(kind="actual")
    bound = observed[(observed["comparator"] == ">=") & (observed["comparability"] != "proxy")]
    row = bound.iloc[0]
    own = compare.observations(indicator=row["indicator"], region=row["region"])
    goal = own.iloc[[0]].assign(
        kind="target", year=2040, value=99.0, lo=99.0, hi=99.0, comparator="=", figure=None
    )
    pace = compare.progress(pd.concat([own, goal], ignore_index=True))
    chart = dumbbell(pace, evidence=compare.evidence())
    own = chart.data[chart.data["region"] == row["region"]]
    assert list(own["current_comparator"]) == [">="]


def test_a_number_that_is_stated_as_one_is_written_as_one_whatever_its_ends():
    rows = planned("higher", 2.0, 5.0, comparator="=")
    rows = rows.assign(lo=rows["value"] - 0.25, hi=rows["value"] + 0.25)
    assert "→ 5；" in dumbbell(compare.progress(rows).assign(target_comparator="=")).alt


def test_bounds_are_explained_where_one_target_is_one():
    rows = pd.concat([planned("higher", 2.0, 5.0), planned("higher", 2.0, 5.0).assign(region="b")])
    said = say("mark-words-bound", "zh", meaning=say("mark-bound", "zh"))
    assert said not in dumbbell(compare.progress(rows)).native.note
    open_ended = rows["region"].eq("b") & rows["kind"].eq("target")
    rows.loc[open_ended, "hi"] = None
    assert said in dumbbell(compare.progress(rows.reset_index(drop=True))).native.note


def test_a_row_takes_two_lines_and_more_rows_more_height():
    one = planned("higher", 2.0, 5.0)
    two = pd.concat([one, one.assign(region="b")])
    heights = [dumbbell(compare.progress(rows)).plot_height for rows in (one, two)]
    assert heights == pytest.approx([8.8, 11.4])


def test_the_way_is_drawn_between_two_values_and_to_no_open_end():
    def ways(rows):
        (axes,) = dumbbell(compare.progress(rows)).figure().axes
        return [list(line.get_xdata()) for line in axes.lines if line.get_alpha() == 0.35]

    rows = planned("higher", 2.0, 5.0)
    assert ways(rows) == [[2.0, 5.0]]
    rows.loc[rows["kind"] == "target", ["value", "hi"]] = None
    assert ways(rows) == []


def test_from_a_bound_no_way_begins_and_from_an_estimate_in_its_limits_one_does():
    plan = planned("higher", 2.0, 5.0)
    for lo, hi, ways in ((2.0, None, 0), (1.0, 3.0, 1)):
        ends = plan.assign(lo=[lo, 5.0], hi=[hi, 5.0])
        (axes,) = dumbbell(compare.progress(ends)).figure().axes
        assert (len(marks_in(axes, "change")), len(marks_in(axes, "outcome"))) == (ways, 1)


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [(lambda both: both[both["kind"] == "actual"], "draws targets; the frame holds none"),
     (lambda both: both[both["kind"] == "target"], "draws ways from an outcome to a target"),
     (lambda both: both.assign(direction="neutral"), "whether more or less is better")],
)  # fmt: skip
def test_without_any_way_there_is_one_sentence_and_no_empty_axis(rows, lacking):
    progress = compare.progress(rows(planned("higher", 2.0, 5.0)))
    with pytest.raises(compare.CompareError, match=lacking):
        dumbbell(progress)


def test_indicators_without_a_unit_share_no_axis():
    share = planned("higher", 2.0, 5.0).assign(unit="")
    rows = pd.concat([share, share.assign(indicator="ratio")])
    with pytest.raises(compare.CompareError, match="without a unit have none in common"):
        dumbbell(compare.progress(rows))
    assert dumbbell(compare.progress(share)).alt  # of one there is nothing to share
