"""Small multiples: values on an axis of their own, which says nothing of better or worse."""

import re
from dataclasses import replace
from itertools import combinations

import matplotlib as mpl
import pandas as pd
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    directed,
    legend_of,
    marks_in,
    stated,
    texts_of,
    without_project,
)

import compare
from compare import charts
from compare.charts.chart import LONGEST_ALT
from compare.charts.forms.small_multiples import ENDS, small_multiples
from compare.ledger.evidence import Evidence


def marks_of(axes):
    """Return where the mark of each row stands, by the row's label."""
    labels = [label.get_text() for label in axes.get_yticklabels()]
    marks = {float(line.get_ydata()[0]): float(line.get_xdata()[0]) for line in axes.lines}
    return {label: marks[place] for place, label in enumerate(labels)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_values_rise_to_the_right_and_no_side_is_called_better(direction, lang):
    chart = small_multiples(directed(direction, low=1.0, middle=2.0, high=5.0), lang=lang)
    (axes,) = chart.figure().axes
    when = {"zh": "2030年现状", "en": "2030 actual"}[lang]
    at = {f"low {when}": 1.0, f"middle {when}": 2.0, f"high {when}": 5.0}
    assert marks_of(axes) == at
    left, right = axes.get_xlim()
    assert left < 1 and right > 5
    said = f"{chart.text()} {' '.join(texts_of(chart.figure()))}"
    assert not any(word in said for word in ("优", "较好", "better", "best"))
    values = {"zh": "；", "en": "; "}[lang].join(f"{label} {at[label]:.0f}" for label in at)
    named = values.split("；" if lang == "zh" else "; ")
    assert all(value in chart.alt for value in named)


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(("known", "side", "said"), [("lo", 1, "≥3"), ("hi", -1, "≤3")])
def test_an_open_end_is_an_arrow_to_its_own_side(direction, known, side, said):
    rows = directed(direction, one=1.0, open=3.0)
    unknown = {"lo": "hi", "hi": "lo"}[known]
    rows.loc[rows["region"] == "open", ["value", unknown]] = [None, None]
    chart = small_multiples(rows)
    (axes,) = chart.figure().axes
    (arrow,) = [note for note in axes.texts if getattr(note, "arrow_patch", None)]
    assert arrow.xy == (3, 1)
    assert arrow.xyann[0] * side > 0
    assert f"open 2030年现状 {said}" in chart.alt


def test_panels_stand_apart_and_their_titles_close_above_them():
    rows = pd.concat([stated(f"share {number}", one=1.0, other=2.0) for number in range(8)])
    figure = small_multiples(rows, size="half").figure()
    figure.draw_without_rendering()
    boxes = [axes.get_tightbbox() for axes in figure.axes]
    assert len(boxes) == 8
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for axes in figure.axes:
        title = next(text for text in axes.texts if text.get_fontweight() == "bold")
        row = axes.get_window_extent().height / 2
        assert 0 <= title.get_window_extent().y0 - axes.get_window_extent().y1 < row


def test_coverage_says_who_is_missing():
    rows = stated(one=1.0)
    covered = pd.DataFrame(
        {"region": ["one", "other", "third"], "indicator": "share", "kind": "actual",
         "status": ["observed", "not-in-text", "not-applicable"]}
    )  # fmt: skip
    shown = texts_of(small_multiples(rows, covered).figure())
    assert "不适用：third；未提及：other" in shown


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    rows = pd.concat([stated(one=1.0, other=2.0), stated("other_share", one=3.0)])
    chart = small_multiples(rows, lang="en")
    assert chart.png(dpi=50)
    assert chart.key == "multiples-all.en"
    assert chart.words.title.startswith("The share, other 1 higher than one (2030)")
    assert chart.words.subtitle.startswith("2 indicators")
    assert chart.words.source == ""
    assert small_multiples(stated(one=1.0), lang="en").alt.startswith("1 indicator. ")


def test_missing_regions_are_listed_with_their_reason(project):
    chart = small_multiples(
        compare.observations(theme="enrolment"),
        compare.coverage(theme="enrolment"),
        evidence=compare.evidence(),
    )
    assert "未提及：宁波、衢州" in texts_of(chart.figure())


def test_related_indicators_are_hatched_and_said_to_be(project):
    observed = compare.observations(indicator="preschool_gross_enrolment")
    chart = small_multiples(observed, compare.coverage(theme="enrolment"))
    figure = chart.figure()
    hatched = [mark for axes in figure.axes for mark in marks_in(axes, "related")]
    assert all(mark.get_hatch() for mark in hatched)
    assert len(hatched) == (observed["comparability"] == "proxy").sum() > 0
    assert sum("近似）" in label for label in texts_of(figure)) == len(hatched)
    assert "相关指标，不参与比较" in legend_of(figure)


def test_the_nation_stands_below_the_values_of_its_year(project):
    known = {"evidence": compare.evidence()}
    shown = [["senior_gross_enrolment"], ["graded_kindergartens_share"]]
    nation, none = (small_multiples(compare.observations(indicator=one), **known) for one in shown)
    (axes,) = nation.figure().axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[0] == "抚顺 2020年现状" and labels[-1] == "全国2020年现状"
    (line,) = marks_in(axes, "reference")
    assert list(line.get_xdata()) == [91.2] * 2
    assert "全国2020年现状 91.2%" in nation.alt and "参照" in legend_of(nation.figure())
    assert "2020年全国教育事业发展统计公报" in nation.words.source
    assert "参照" not in legend_of(none.figure()) and "公报" not in none.words.source


def test_an_unbounded_end_is_an_arrow_and_a_bounded_one_a_line(project):
    observed = compare.observations(indicator="new_preschool_places", region="抚顺")
    figure = small_multiples(observed, compare.coverage(theme="preschool")).figure()
    notes = figure.findobj(mpl.text.Annotation)
    assert sum(note.arrow_patch is not None for note in notes) == 1


def test_alt_text_says_every_value(project):
    observed = compare.observations(indicator="balance_junior")
    chart = small_multiples(
        observed, compare.coverage(theme="balance"), evidence=compare.evidence()
    )
    assert "衢州 2027年目标（每县要求） <0.35" in chart.alt
    bundle, metadata = chart._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == chart.alt
    assert chart.alt.encode("utf-8") in bundle["image/png"]


def test_years_that_no_text_prints_are_told_with_whose_they_are(project):
    observed = compare.observations(indicator="preschool_gross_enrolment")
    note = small_multiples(observed, evidence=compare.evidence()).words.note
    inferred = observed[(observed["year_basis"] == "implied") & (observed["use"] == "main")]
    told = note.partition("年份系推定：")[2]
    assert len(inferred) and {f"{year}年" for year in inferred["year"]} == {*YEAR.findall(told)}
    assert all(name in told for name in inferred["region_zh"])


YEAR = re.compile("[0-9]{4}年")


def test_grades_are_explained_or_where_many_named(project):
    def note(**asked):
        return small_multiples(
            compare.observations(**asked), compare.coverage(**asked), evidence=compare.evidence()
        ).words.note

    assert "口径相近：" in note(indicator="new_school_places")
    assert "含口径相近" in note(theme="finance") and "新增中小学学位" in note(theme="finance")
    assert "7项指标" in note(theme="preschool")


def test_of_many_regions_the_ends_of_the_last_year_are_drawn_and_named():
    rows = pd.DataFrame([
        {"region": f"r{n:03}", "indicator": name, "year": year, "kind": "actual", "value": value,
         "lo": value, "hi": value, "unit": "%", "direction": "higher"}
        for name in ("x", "y") for year, value_of in ((2018, 99), (2020, 50)) for n in range(40)
        for value in [float(value_of - n)]
    ])  # fmt: skip
    chart = charts.small_multiples(rows, lang="en")
    assert len(chart.data) == len(rows)
    assert "2018" not in chart.alt and "r000 2020 actual 50%" in chart.alt
    assert chart.alt.count("2020 actual") == 2 * (2 * ENDS + 1)
    assert "(2018)" not in chart.words.title
    assert "all regions (40)" in chart.words.note
    assert chart.png()


def test_a_description_of_thousands_of_values_ends_and_says_where_they_are():
    rows = pd.DataFrame({"region": [f"r{n:04}" for n in range(900)], "indicator": "x",
                         "year": 2020, "kind": "actual", "unit": "%", "direction": "higher",
                         "value": [float(n % 90) for n in range(900)]})  # fmt: skip
    chart = charts.ranking(compare.rankings(rows), lang="en")
    assert len(chart.alt) < LONGEST_ALT + 100
    assert chart.alt.endswith("the data table has the other values.")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_its_title_tells_comes_first_and_most_indicators_are_drawn(project, lang):
    """Long labels are folded before an indicator is left out; the title's never is."""
    asked = {"theme": "preschool"}
    chart = small_multiples(
        compare.observations(**asked), compare.coverage(**asked), evidence=compare.evidence(),
        lang=lang,
    )  # fmt: skip
    shown = texts_of(chart.figure())
    named = compare.evidence().indicators.set_index("indicator")[f"name_{lang}"]
    drawn = [name for name in named if any(text.rstrip("…") in name for text in shown if text)]
    assert named["public_children_share"] in drawn
    assert chart.alt.index(named["public_children_share"]) < 40 + len(chart.words.title)
    assert len(drawn) >= 7


def test_what_words_alone_state_stands_as_words_and_has_no_rank(project):
    observed = compare.observations(indicator="oversized_class_share", kind="actual")
    known = {"evidence": compare.evidence()}
    panels = small_multiples(observed, **known)
    assert {"“全面完成消除”", "“全面消除”"} <= set(texts_of(panels.figure()))
    ranked = compare.rankings(compare.align(observed, year=2020, kind="actual", **known))
    alt = charts.ranking(ranked, **known).alt
    assert "“全面消除” 不排名次" in alt and "第1" not in alt
    county = charts.region_profile(ranked, region="pingyang", **known)
    assert "“全面消除”（不排名次；行政级别不同）" in county.alt


def test_what_has_no_number_beside_its_mark_has_none_read_out(project):
    observed = compare.observations(indicator="migrant_public_share")
    alt = small_multiples(observed, evidence=compare.evidence(), lang="en").alt
    assert "Ningbo 2024 target (related) in words only" in alt  # 愿读尽读 is no 100%


def test_what_the_star_of_a_mark_says_is_read_out(project):
    known = {"evidence": compare.evidence(), "lang": "en"}
    observed = compare.observations(indicator="oversized_class_share", kind="actual")
    ranked = compare.rankings(compare.align(observed, year=2020, kind="actual"))
    for chart in (
        small_multiples(observed, **known),
        charts.ranking(ranked, **known),
        charts.target_path(observed, **known),
        charts.region_profile(ranked, region="pingyang", **known),
    ):
        assert "0% (in words only" in chart.alt


def panels_of(chart):
    """Return the titles of the panels that are drawn, in the order in which they are drawn."""
    return [
        next(text.get_text() for text in axes.texts if text.get_fontweight() == "bold")
        for axes in chart.figure().axes
    ]


def test_what_a_page_opens_with_comes_first_and_heads_the_picture():
    rows = pd.concat([stated(name, one=1.0, other=2.0) for name in "abcde"])
    assert panels_of(small_multiples(rows, lang="en"))[0] == "a"
    chart = small_multiples(rows, lang="en", first=["unknown", "c", "b"])
    assert panels_of(chart) == ["c", "b", "a", "d", "e"]
    assert chart.words.title == "c: other 1 higher than one (2030)"


def test_the_first_that_supports_a_finding_heads_the_picture():
    rows = pd.concat([stated("b", one=1.0, other=2.0), stated("d", one=1.0, other=11.0),
                      stated("alone", one=1.0)])  # fmt: skip
    chart = small_multiples(rows, lang="en", first=["alone", "d"])
    assert panels_of(chart) == ["alone", "d", "b"]
    assert chart.words.title == "d: other 10 higher than one (2030)"
    only = small_multiples(rows, lang="en", first=["alone"])
    assert panels_of(only) == ["alone", "b", "d"] and "one" in only.words.title


def test_what_comes_first_is_never_left_out():
    names = [f"x{n:02}" for n in range(40)]
    values = {f"r{n}": float(n) for n in range(9)}
    rows = pd.concat([stated(name, **values) for name in names])
    first = names[:20:-3]
    for size in ("half", "slide"):
        drawn = panels_of(small_multiples(rows, lang="en", size=size, first=first))
        assert drawn[: len(first)] == first and len(drawn) < len(names)


def held_against(names, value):
    """Return evidence of a standard for some indicators."""
    limits = [
        {"benchmark": f"of-{name}", "indicator": name, "scope": "national", "year": None,
         "kind": "standard", "value": value, "comparator": ">=", "unit": "%"}
        for name in names
    ]  # fmt: skip
    return Evidence(benchmarks=pd.DataFrame(limits))


@pytest.mark.parametrize("size", ["half", "page", "slide"])
def test_words_speak_of_the_panels_that_are_drawn_each_with_its_reference(size):
    names = [f"x{n:02}" for n in range(40)]
    rows = pd.concat(
        stated(name, one=10.0 + n, other=60.0).assign(unit="%", year=2000 + n)
        for n, name in enumerate(names)
    )
    chart = small_multiples(rows, evidence=held_against(names, 50.0), lang="en", size=size)
    drawn = panels_of(chart)
    assert 1 < len(drawn) < len(names)
    assert [name for name in names if f"{name.upper()}: " in chart.alt] == sorted(drawn)
    figure = chart.figure()
    standards = sum(len(marks_in(axes, "reference")) for axes in figure.axes)
    assert standards == chart.alt.count("≥50") == len(drawn)
    years = f"{2000 + names.index(min(drawn))}–{2000 + names.index(max(drawn))}"
    assert chart.words.subtitle == f"{len(drawn)} of 40 indicators, {years}"
    rest = f"the first {len(drawn)} of 40 indicators"
    assert rest in chart.alt and any(rest in text for text in texts_of(figure))


def test_notes_and_sources_count_what_is_drawn(project):
    pair = ["xiangshan", "pingyang"]
    observed = compare.observations(region=pair)
    known = compare.evidence()
    chart = small_multiples(observed, evidence=known)
    names = known.indicators.set_index("indicator")["name_zh"]
    drawn = [name for name in names if f"。{name}：" in chart.alt]
    assert f"{observed['indicator'].nunique()}项指标中的" in chart.words.subtitle
    shown = {text.rstrip("…") for text in panels_of(chart)}
    assert all(any(name.startswith(text) for text in shown) for name in drawn)
    assert len(drawn) == len(shown)
    close = re.search("([0-9]+)项指标。", chart.words.note)
    assert close is None or int(close[1]) <= len(shown)


def test_in_less_room_a_chart_drawn_anew_counts_what_it_leaves_out_then():
    names = [f"x{n:02}" for n in range(20)]
    rows = pd.concat([stated(name, one=1.0, other=2.0) for name in names])
    chart = small_multiples(rows, lang="en")
    assert len(panels_of(chart)) == 20 and "of 20" not in chart.words.subtitle
    narrow = replace(chart, size="phone")
    drawn = panels_of(narrow)
    assert 0 < len(drawn) < 20
    assert any(f"the first {len(drawn)} of 20" in text for text in texts_of(narrow.figure()))


def test_what_is_related_stands_in_only_where_the_thing_itself_is_not_stated(project):
    rows = compare.observations(indicator="public_children_share")
    chart = charts.small_multiples(rows, evidence=compare.evidence())
    assert "抚顺 2020年现状 42.7%" in chart.alt and "80%" not in chart.alt  # places, not children
    assert "象山 2020年现状（近似） 53.7%" in chart.alt  # it states nothing nearer
    assert len(chart.data) == len(rows[rows["use"] == "main"])  # the table keeps all


def dates():
    """Return a date that had not come, one planned, and one that took its place."""
    rows = pd.DataFrame({
        "region": "west", "indicator": "status", "kind": ["actual", "target", "target"],
        "year": [2024, 2025, 2026], "value": [2024.0, 2025.0, 2026.0],
        "lo": [2024.0, 2025.0, 2026.0], "hi": [None, 2025.0, 2026.0],
        "lo_open": [True, False, False], "hi_open": False, "comparator": [">", "=", "="],
        "unit": "year", "direction": "neutral", "use": ["main", "superseded", "main"],
        "figure": ["list/1", "plan/1", "news/1"], "superseded_by": [None, "news/1", None],
    })  # fmt: skip
    return rows


def test_what_had_not_come_by_a_year_has_no_point_in_it_and_a_date_says_what_it_was_before():
    chart = small_multiples(dates(), lang="en")
    (axes,) = chart.figure().axes
    assert {line.get_xdata()[0] for line in axes.lines if line.get_marker() != "None"} == {2026.0}
    assert any(getattr(note, "arrow_patch", None) for note in axes.texts)
    labels = [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]
    assert labels == ["west 2024 actual", "west 2026 target (originally 2025)"]
    assert not any("originally" in text for text in texts_of(
        small_multiples(dates().drop(columns="superseded_by"), lang="en").figure()
    ))  # fmt: skip


def test_a_title_of_a_panel_takes_a_second_line_before_it_is_cut():
    name = "Share of places of quality schools allocated to junior schools of the county"
    two = pd.concat([directed("higher", one=1.0, other=2.0).assign(indicator_en=name),
                     directed("higher", one=1.0, other=2.0).assign(indicator="b")])  # fmt: skip
    said = [text.replace("\n", " ") for text in texts_of(small_multiples(two, lang="en").figure())]
    assert name in said


def test_a_picture_is_as_high_as_its_columns_need(project):
    """Folded labels make room for a second column: no third of it is left blank."""
    known = {"evidence": compare.evidence(), "lang": "en"}
    rows = compare.observations(theme="lifelong")
    figure = small_multiples(rows, **known).figure()
    lowest = min(axes.get_position().y0 for axes in figure.axes)
    legend = max(
        text.get_position()[1] for text in figure.texts if text.get_text() in ("outcome", "target")
    )
    assert 0 < (lowest - legend) * figure.get_size_inches()[1] < 1.6


def test_what_is_only_related_has_the_unit_of_its_own_text(project):
    observed = compare.observations(indicator="schools_built", region="平阳")
    made = charts.small_multiples(observed, evidence=compare.evidence())
    assert "44个" in made.alt and "44所" not in made.alt  # projects are no schools


def over_years(regions, indicators, years):
    """Return outcomes of some regions over years, each with the highest value in the last."""
    rows = [
        (f"region{place:02}", f"measure {which}", 2018 + year, float(place * 3 % 17 + year))
        for place in range(regions) for which in range(indicators) for year in range(years)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["region", "indicator", "year", "value"])
    return frame.assign(lo=frame["value"], hi=frame["value"], kind="actual", unit="%",
                        direction="higher")  # fmt: skip


@pytest.mark.parametrize("size", ["page", "slide", "phone"])
def test_earlier_years_are_left_out_before_a_region_is(size):
    chart = small_multiples(over_years(16, 1, 5), lang="en", size=size)
    (axes,) = chart.figure().axes
    labels = [text.get_text().replace("\n", " ") for text in axes.get_yticklabels()]
    assert labels == [f"region{place:02} 2022 actual" for place in range(16)]
    assert chart.words.subtitle.endswith("1 indicator, 2022")
    assert "Shown: the newest outcomes" in " ".join(texts_of(chart.figure()))
    assert "the newest outcomes" in chart.alt and "2018" not in chart.alt


def test_where_all_years_have_room_all_are_drawn():
    chart = small_multiples(over_years(4, 1, 5), lang="en")
    (axes,) = chart.figure().axes
    assert len(axes.get_yticks()) == 20 and "newest" not in chart.alt


def test_a_year_of_which_others_are_missing_takes_no_place():
    rows = over_years(16, 1, 5)
    rows = rows[(rows["year"] < 2022) | (rows["region"] < "region08")]
    (axes,) = small_multiples(rows, lang="en").figure().axes
    labels = [text.get_text() for text in axes.get_yticklabels()]
    assert sum("2021" in label for label in labels) == 16
    assert sum("2022" in label for label in labels) == 8


def test_each_indicator_that_the_title_tells_has_a_panel():
    chart = small_multiples(over_years(5, 2, 6), lang="en", size="slide")
    told = [name for name in ("measure 0", "measure 1") if name in chart.words.title]
    assert told and {*told} <= {*panels_of(chart)}


def test_a_picture_that_lacks_what_was_found_is_titled_by_what_it_shows():
    rows = over_years(12, 30, 1)
    for size in ("page", "slide", "phone"):
        chart = small_multiples(rows, lang="en", size=size)
        named = [name for name in set(rows["indicator"]) if f"{name}," in chart.words.title]
        assert {*named} <= {*panels_of(chart)}
