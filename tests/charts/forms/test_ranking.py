"""The ranking: who stands first in either direction, what marks, captions and alt text say."""

import matplotlib as mpl
import pandas as pd
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    directed,
    legend_of,
    rows_of_axes,
    stated,
    texts_of,
    without_project,
)

import compare
from compare.charts.forms.ranking import better_in_words, ranking
from compare.charts.style import region_looks
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say

BETTER = {
    ("higher", "zh"): "越高越好",
    ("lower", "zh"): "越低越好",
    ("higher", "en"): "higher is better",
    ("lower", "en"): "lower is better",
}
VALUES = {"low": 1.0, "middle": 2.0, "high": 5.0}


def drawn(direction, lang="zh"):
    return ranking(compare.rankings(directed(direction, **VALUES)), lang=lang)


def marks_of(chart):
    """Return where the mark of each region stands: its value and its row."""
    (axes,) = chart.figure().axes
    looks = region_looks(Evidence(), chart.data["region"])
    colours = {look.colour: region for region, look in looks.items()}
    marks = [line for line in axes.lines if line.get_marker() not in ("None", "", "|", None)]
    return {
        colours[mark.get_markerfacecolor()]: (float(mark.get_xdata()[0]), int(mark.get_ydata()[0]))
        for mark in marks
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_best_stands_at_the_top_and_values_run_to_the_right(direction, lang):
    chart = drawn(direction, lang)
    order = ["high", "middle", "low"] if direction == "higher" else ["low", "middle", "high"]
    assert list(chart.data["region"]) == order
    assert marks_of(chart) == {
        region: (VALUES[region], place) for place, region in enumerate(order)
    }
    (axes,) = chart.figure().axes
    assert list(rows_of_axes(axes)) == order
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    assert left < 1 < 5 < right
    assert top < 0 < bottom  # the first row is the uppermost
    assert [name for name, _ in chart.native.rows] == order


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_caption_says_which_values_are_better(direction, lang):
    said = BETTER[direction, lang]
    subtitle = drawn(direction, lang).words.subtitle
    assert subtitle.endswith(said)
    others = [words for key, words in BETTER.items() if key != (direction, lang)]
    assert not [words for words in others if words in subtitle]
    assert better_in_words(direction, lang) == said


@pytest.mark.parametrize(
    ("direction", "lang", "alt"),
    [
        (
            "higher",
            "zh",
            "share：high比low高4（2030年）；high 5 第1；middle 2 第2；low 1 第3。",
        ),
        (
            "lower",
            "zh",
            "share：low比high低4（2030年）；low 1 第1；middle 2 第2；high 5 第3。",
        ),
        (
            "higher",
            "en",
            "share: high 4 higher than low (2030); high 5 rank 1; middle 2 rank 2; low 1 rank 3.",
        ),
        (
            "lower",
            "en",
            "share: low 4 lower than high (2030); low 1 rank 1; middle 2 rank 2; high 5 rank 3.",
        ),
    ],
)
def test_the_alt_text_gives_the_order(direction, lang, alt):
    assert drawn(direction, lang).alt.casefold() == alt  # a sentence begins with a capital


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "2030年现状，不分优劣"), ("en", "2030 actual, neither way is better")]
)
def test_without_a_direction_nothing_is_better_and_no_comma_stays_for_an_empty_unit(lang, said):
    chart = drawn("neutral", lang)
    assert chart.words.subtitle == said
    assert not [remark for _, remark in chart.native.rows if "1" in remark.removeprefix("1")]


def test_a_bound_of_nobody_s_keeps_its_word_and_its_arrow():
    rows = stated(open=90.0, closed=95.0)
    rows.loc[rows["region"] == "open", ["value", "hi"]] = [90.0, None]
    chart = ranking(compare.rankings(rows.assign(unit="%")))
    remarks = dict(chart.native.rows)
    assert remarks["open"].startswith("≥90%") and remarks["closed"].startswith("95%")
    notes = chart.figure().findobj(mpl.text.Annotation)
    assert sum(note.arrow_patch is not None for note in notes) == 1


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = ranking(compare.rankings(stated(one=1.0, other=2.0)))
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert chart.about.regions == ("other", "one")
    assert {"one", "other"} <= set(texts_of(chart.figure()))


def limits(*rows):
    columns = ["benchmark", "scope", "year", "kind", "comparator", "value"]
    known = pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows])
    return Evidence(
        indicators=pd.DataFrame([{"indicator": "share", "unit": "%"}]),
        benchmarks=known.assign(indicator="share"),
    )


def test_benchmarks_of_the_moment_and_standing_ones_are_lines_with_their_full_names():
    known = limits(
        ("a", "national", None, "standard", ">=", 85.0),
        ("b", "national", 2030, "actual", "=", 95.2),
        ("c", "national", 2025, "target", ">=", 96.0),
        ("d", "national", 2030, "target", ">=", 97.0),
    )
    rows = compare.rankings(stated(one=90.0, other=92.0).assign(unit="%"))
    chart = ranking(rows, evidence=known)
    assert chart.native.limits == ((85.0, "全国标准 ≥85%"), (95.2, "全国2030年现状 95.2%"))
    assert legend_of(chart.figure())[-2:] == ["全国标准 ≥85%", "全国2030年现状 95.2%"]
    english = ranking(rows, evidence=known, lang="en")
    assert "dashed: national standard ≥85%; dashed: national 2030 actual" in english.native.note
    (axes,) = chart.figure().axes
    dashed = [float(line.get_xdata()[0]) for line in axes.lines if line.get_linestyle() == "--"]
    assert dashed == [85.0, 95.2]


def aligned(indicator, year=2025, kind="target"):
    observed = compare.observations(indicator=indicator)
    return compare.align(observed, year=year, kind=kind, evidence=compare.evidence())


def test_titles_say_no_more_than_the_verdicts(project):
    evidence = compare.evidence()
    pay = compare.rankings(aligned("teacher_pay_ratio"))
    title = ranking(pay, evidence=evidence).words.title
    assert (
        title
        == "义务教育教师平均工资与公务员之比：抚顺、象山、平阳目标要求相同（2025年，口径相近）"
    )
    english = ranking(pay, evidence=evidence, lang="en").words.title
    # that the definitions are similar the lead says: its title takes two lines
    same = "the same requirement in the targets of Fushun, Xiangshan and Pingyang (2025)"
    assert english.endswith(same)
    fitness = ranking(compare.rankings(aligned("fitness_pass_rate")), evidence=evidence)
    assert [remark for _, remark in fitness.native.rows][:2] == [
        "≥98%",
        "98%",
    ]  # what is planned has no rank
    assert "要求越严" in fitness.words.subtitle and "名次" not in fitness.words.note


def test_who_is_missing_says_why_and_comes_last(project):
    chart = ranking(compare.rankings(aligned("teacher_pay_ratio")), evidence=compare.evidence())
    assert chart.native.rows[-2:] == (("宁波", "未提及"), ("衢州", "未提及"))


def test_regions_come_by_what_is_stated_and_those_without_a_value_last():
    # at least 60 might be 100, and comes behind 99 nevertheless; a range comes by its middle
    rows = stated(none=0.0, range=1.0, b=3.0, a=3.0, bound=1.0, above=3.0)
    rows["comparator"] = ["", "range", "=", "=", ">=", ">"]
    rows[["value", "lo", "hi"]] = [
        (None, None, None), (None, 1.0, 6.0), (3.0, 3.0, 3.0), (3.0, 3.0, 3.0),
        (None, 1.0, None), (3.0, 3.0, None),
    ]  # fmt: skip
    chart = ranking(compare.rankings(rows))
    assert list(chart.data["region"]) == ["range", "above", "a", "b", "bound", "none"]


@pytest.mark.parametrize(("lo", "hi", "value"), [(2.0, None, "≥2"), (None, 2.0, "≤2")])
def test_what_is_known_to_one_side_is_a_value_with_a_mark(lo, hi, value):
    rows = stated(open=2.0, closed=1.0)
    rows.loc[rows["region"] == "open", ["value", "lo", "hi"]] = [2.0, lo, hi]
    chart = ranking(compare.rankings(rows))
    assert dict(chart.native.rows)["open"].startswith(value)
    assert {series.name for series in chart.native.series} >= {"open", "closed"}
    assert "open" in marks_of(chart)
    assert chart.native is None or "横线" in chart.native.note
    assert say("ranking-ranks", "zh").rstrip("。") in chart.words.note
    assert say("mark-bound", "zh") in texts_of(chart.figure())


def test_a_row_takes_two_lines_and_more_rows_more_height():
    heights = [
        ranking(compare.rankings(stated(**dict.fromkeys("abcd"[:count], 1.0)))).plot_height
        for count in (2, 3, 4)
    ]
    assert heights == pytest.approx([11.4, 14.0, 16.6])


def test_a_region_alone_is_drawn_beside_nobody():
    chart = ranking(compare.rankings(stated(one=1.0)))
    assert marks_of(chart) == {"one": (1.0, 0)}
    assert chart.words.title == "share（2030年现状）"


@pytest.mark.parametrize(("unit", "whole"), [("所", True), ("%", False)])
def test_only_what_is_counted_has_whole_ticks_in_office(unit, whole):
    rows = stated(one=1.0, other=2.0).assign(unit=unit)
    assert ranking(compare.rankings(rows)).native.whole is whole


def test_of_many_regions_both_ends_and_those_the_title_names_are_drawn():
    many = {f"r{place:03}": float(place) for place in range(90)}
    rows = stated(**many)
    rows.loc[rows["region"] == "r050", ["value", "lo", "hi"]] = None
    chart = ranking(compare.rankings(rows), lang="en")
    assert "r089" in chart.words.title and "r000" in chart.words.title
    figure = chart.figure()
    (axes,) = figure.axes
    shown = list(rows_of_axes(axes))
    assert {"r089", "r088", "r001", "r000"} <= {*shown} and len(shown) < 89
    assert "r050" not in shown
    said = f"Shown: both ends and the middle, {len(shown)} of 90 regions"
    assert any(said in text for text in texts_of(figure))


def test_of_few_regions_that_without_a_value_is_drawn():
    rows = stated(one=1.0, two=2.0, three=3.0)
    rows.loc[rows["region"] == "two", ["value", "lo", "hi"]] = None
    (axes,) = ranking(compare.rankings(rows)).figure().axes
    assert {*rows_of_axes(axes)} == {"one", "two", "three"}


def test_regions_too_many_to_be_told_apart_look_alike():
    few, many = ([f"r{place}" for place in range(count)] for count in (14, 15))
    assert len({look.colour for look in region_looks(Evidence(), few).values()}) == 7
    assert len(set(region_looks(Evidence(), many).values())) == 1


@pytest.mark.parametrize("form", ["ranking", "gap_bars"])
def test_of_very_many_regions_without_a_value_the_first_are_named(form):
    rows = stated(**{f"place {number}": 1.0 for number in range(300)})
    aligned = compare.align(rows.assign(kind="actual"), year=2010, kind="actual")
    assert aligned["value"].isna().all()
    said = compare.rankings(aligned) if form == "ranking" else compare.gaps(aligned, to="best")
    (axes,) = getattr(compare.charts, form)(said, lang="en").figure().axes
    assert axes.get_yticklabels()[0].get_text() == "place 0"
