"""The path of targets: marks at their year and value, whatever the direction."""

from dataclasses import replace
from itertools import pairwise

import matplotlib as mpl
import pandas as pd
import pytest
from forms_of import made_up
from nobody import DIRECTIONS, LANGUAGES, legend_of, marks_in, texts_of, without_project

import compare
from compare import charts
from compare.charts.choosing import first_regions
from compare.charts.forms.target_path import MOST_REGIONS, target_path
from compare.charts.style import GREY, region_looks
from compare.ledger.evidence import Evidence

LEGEND = {
    "zh": ["现状", "目标", "同一地区各年的数值，连线不是预测"],
    "en": ["outcome", "target", "values of one region by year; the line is no forecast"],
}
SIDES = ["越高越好", "越低越好", "higher is better", "lower is better", "右侧为优", "左侧为优"]


def stated(*rows, **others):
    """Return the least that a path must have: values of regions over the years."""
    frame = pd.DataFrame(rows, columns=["region", "year", "kind", "value"])
    return frame.assign(indicator="share", lo=frame["value"], hi=frame["value"], **others)


def both_ways(direction):
    return stated(
        ("one", 2020, "actual", 1.0),
        ("one", 2025, "target", 4.0),
        ("other", 2021, "actual", 2.0),
        ("other", 2026, "target", 3.0),
        direction=direction,
    )


def marks_of(chart):
    """Return year, value and whether it is hollow of each mark, by region."""
    (axes,) = chart.figure().axes
    looks = region_looks(Evidence(), chart.data["region"])
    colours = {look.colour: region for region, look in looks.items()}
    found = {}
    for mark in marks_in(axes, "outcome", "target"):
        x, y = (float(ends[0]) for ends in (mark.get_xdata(), mark.get_ydata()))
        region = colours[mark.get_markeredgecolor()]
        found.setdefault(region, []).append((x, y, mark.get_markerfacecolor() == "white"))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_years_run_to_the_right_and_values_upwards_in_either_direction(direction, lang):
    chart = target_path(both_ways(direction), lang=lang)
    assert marks_of(chart) == {
        "one": [(2020, 1, False), (2025, 4, True)],
        "other": [(2021, 2, False), (2026, 3, True)],
    }
    (axes,) = chart.figure().axes
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    assert left < 2020 < 2030 < right
    assert bottom < 1 < 4 < top
    assert [text for text in legend_of(chart.figure()) if text in LEGEND[lang]] == LEGEND[lang]
    assert not [words for words in SIDES if words in chart.text()]


TITLES = {
    ("higher", "zh"): "share：one（2025年）目标严于other（2026年），one 计划2025年达到4。",
    ("lower", "zh"): "share：one 计划2025年达到4，other 计划2026年达到3。",
    ("higher", "en"): (
        "share: target in one (2025) stricter than in other (2026), "
        "one to rise to 4 by 2025 (planned). "
    ),
    (
        "lower",
        "en",
    ): "share: one to rise to 4 by 2025 (planned), other to rise to 3 by 2026 (planned). ",
}
"""More and sooner is stricter; less and later is neither stricter nor looser."""


@pytest.mark.parametrize(
    ("lang", "values"),
    [
        (
            "zh",
            "one 2020年现状 1；one 2025年目标 4；other 2021年现状 2；other 2026年目标 3。",
        ),
        (
            "en",
            "one 2020 actual 1; one 2025 target 4; other 2021 actual 2; other 2026 target 3.",
        ),
    ],
)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_alt_text_gives_every_value_region_by_region(direction, lang, values):
    said = target_path(both_ways(direction), lang=lang).alt
    # a sentence begins with a capital
    assert said.casefold() == TITLES[direction, lang] + values


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    least = both_ways("higher").drop(columns=["direction", "kind"])
    chart = target_path(least)
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert chart.about.regions == ("one", "other")
    assert "one 2025年现状 4" in texts_of(chart.figure())


def test_a_bound_of_nobody_s_keeps_its_word_and_its_arrow():
    rows = both_ways("higher")
    rows.loc[rows["year"] == 2025, "hi"] = None
    chart = target_path(rows)
    assert "one 2025年目标 ≥4" in chart.alt
    notes = chart.figure().findobj(mpl.text.Annotation)
    assert sum(note.arrow_patch is not None for note in notes) == 1


def test_marks_of_one_year_never_hide_each_other(project):
    observed = compare.observations(indicator="teacher_pay_ratio")
    chart = target_path(observed, evidence=compare.evidence())
    (axes,) = chart.figure().axes
    marks = marks_in(axes, "target")
    assert len(marks) == 3
    assert len({float(mark.get_xdata()[0]) for mark in marks}) == 3


def test_the_note_gives_the_reason_of_every_grade_that_is_not_exact(project):
    observed = compare.observations(indicator="balance_junior")
    chart = target_path(observed, evidence=compare.evidence(), lang="en")
    used = observed[(observed["use"] == "main") & (observed["comparability"] == "close")]
    assert len(used)
    for reason in used["reason_en"]:
        assert reason.rstrip(".") in chart.words.note


def test_who_states_nothing_is_named_where_coverage_is_given(project):
    observed, evidence = compare.observations(indicator="balance_junior"), compare.evidence()
    told = target_path(observed, compare.coverage(theme="balance"), evidence=evidence)
    assert "未提及：抚顺；只有近似指标：宁波" in told.words.note
    assert "未提及" not in target_path(observed, evidence=evidence).words.note


@pytest.mark.parametrize(("unit", "whole"), [("所", True), ("%", False)])
def test_only_what_is_counted_has_whole_ticks_in_office(unit, whole):
    chart = target_path(both_ways("higher").assign(unit=unit))
    assert chart.native.whole is whole


def test_in_office_outcomes_are_solid_and_targets_hollow_each_in_its_year():
    series = {one.name: one for one in target_path(both_ways("higher")).native.series}
    made, planned = series["one 现状"], series["one 目标"]
    assert (made.x, made.y, made.hollow) == ((2020.0,), (1.0,), (False,))
    assert (planned.x, planned.y, planned.hollow) == ((2025.0,), (4.0,), (True,))


def test_as_many_years_are_marked_as_have_room():
    figure = target_path(both_ways("higher")).figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    left, right = axes.get_xlim()
    years = [tick for tick in axes.xaxis.get_major_ticks() if left <= tick.get_loc() <= right]
    assert len(years) > 4
    boxes = [tick.label1.get_window_extent() for tick in years]
    assert all(one.x1 < other.x0 for one, other in pairwise(boxes))
    bottom = max(box.y1 for box in boxes)
    assert bottom < axes.get_window_extent().y0


@pytest.mark.parametrize("count", [2, 6, 60])
def test_marks_stay_in_their_year_however_many_regions_there_are(count):
    rows = made_up(count)
    rows = rows[rows["indicator"] == "alpha"]
    figure = target_path(rows).figure()
    (axes,) = figure.axes
    marks = [
        (float(mark.get_xdata()[0]), float(mark.get_ydata()[0]))
        for mark in marks_in(axes, "outcome", "target")
    ]
    chart = target_path(rows)
    told = first_regions(chart.data, chart.words.title, "zh")[:MOST_REGIONS]
    shown = rows[rows["region"].isin(told)]
    assert len(marks) == len(shown)
    assert all(abs(year - round(year)) <= 0.35 + 1e-9 for year, _ in marks)
    drawn = sorted((round(year), value) for year, value in marks)
    assert drawn == sorted(zip(shown["year"], shown["value"], strict=True))
    said = "60个地区中的7个着色（含最近一年两端），其余为灰色"
    assert (said in legend_of(figure)) == (count > MOST_REGIONS)


def test_no_line_joins_values_on_both_sides_of_a_break():
    rows = stated(
        ("one", 2022, "actual", 56.7), ("one", 2025, "target", 85.0), ("one", 2027, "target", 85.0)
    )
    whole = target_path(rows.assign(direction="higher"))
    broken = target_path(rows.assign(direction="higher", after_break=[False, True, True]))
    assert drawn_years(whole) == [[2022, 2025, 2027]]
    assert drawn_years(broken) == [[2025, 2027]]
    lines = [one for one in broken.native.series if one.line == "dashed"]
    assert [one.x for one in lines] == [(2022.0,), (2025.0, 2027.0)]


def test_a_note_names_the_break_of_each_region_and_not_what_follows_it():
    rows = stated(*((name, year, "actual", value) for name in ("one", "other")
                    for year, value in ((2016, 10.7), (2017, 13.7), (2018, 12.1))))  # fmt: skip
    broken = (rows["year"] > 2016) & ((rows["region"] == "one") | (rows["year"] > 2017))
    chart = target_path(rows.assign(direction="higher", after_break=broken), lang="en")
    assert "break off before: one 2017 actual, other 2018 actual" in chart.words.note


@pytest.mark.parametrize("kind", ["actual", "target"])
def test_years_of_a_table_are_its_own_and_those_of_plans_are_shared(kind):
    rows = stated(("one", 1990, "actual", 10.0), ("one", 2000, kind, 12.0))
    documents = pd.DataFrame({"document": ["d"], "type": ["table"]})
    for known, last in (
        (Evidence(documents=documents), 2000),
        (None, 2000 + 30 * (kind == "target")),
    ):
        (axes,) = target_path(rows.assign(direction="higher"), evidence=known).figure().axes
        assert axes.get_xlim() == (1989.5, last + 0.5)


def test_a_path_is_drawn_anew_for_its_own_rows_alone(project):
    known, rows = compare.evidence(), compare.observations(indicator="senior_quota_share")
    drawn = target_path(rows, evidence=known).digest()
    other = known.figures.assign(note="changed")  # of figures, which a path does not show
    assert target_path(rows, evidence=replace(known, figures=other)).digest() == drawn != ""
    assert target_path(rows.iloc[1:], evidence=known).digest() != drawn


def drawn_years(chart):
    """Return the years that each line of the picture joins."""
    (axes,) = chart.figure().axes
    return [[round(x) for x in line.get_xdata()] for line in marks_in(axes, "change")]


def planned(base, outcome, target, sign="=", outcome_year=2023, **others):
    rows = stated(
        ("one", 2020, "actual", base), ("one", outcome_year, "actual", outcome),
        ("one", 2025, "target", target), direction="higher", unit="%", **others,
    )  # fmt: skip
    rows["comparator"] = ["=", "=", sign]
    if sign == ">=":
        rows["hi"] = rows["hi"].where(rows["kind"] == "actual")
    return rows


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "由基数到目标的直线，按此判断进度"),
     ("en", "straight line from base to target, by which pace is judged")],
)  # fmt: skip
def test_outcomes_stand_beside_the_line_of_their_plan(lang, said):
    chart = target_path(planned(40.0, 44.0, 50.0), lang=lang)
    (axes,) = chart.figure().axes
    (line,), (made,) = marks_in(axes, "planned"), marks_in(axes, "change")
    assert (list(line.get_xdata()), list(line.get_ydata())) == ([2020, 2025], [40, 50])
    assert (list(made.get_xdata()), list(made.get_ydata())) == ([2020, 2023], [40, 44])
    assert said in legend_of(chart.figure())
    title = {"zh": "share：one 2023年进度慢于直线", "en": "share: one behind pace in 2023"}[lang]
    assert chart.words.title == title
    lines = {series.line: series.x for series in chart.native.series if series.line}
    assert lines == {"dotted": (2020.0, 2025.0), "solid": (2020.0, 2023.0)}
    assert "one 2025" in " ".join(label for one in chart.native.series for label in one.labels)


def test_a_floor_that_is_met_already_has_no_line_down_to_it():
    (axes,) = target_path(planned(95.0, 96.0, 90.0, ">=")).figure().axes
    assert not marks_in(axes, "planned")
    (made,) = marks_in(axes, "change")
    assert list(made.get_ydata()) == [95, 96]


def test_no_line_of_a_plan_begins_before_a_break():
    earlier = planned(40.0, 44.0, 50.0).head(1)
    rows = pd.concat([earlier.assign(year=2019, after_break=False),
                      planned(40.0, 44.0, 50.0).assign(after_break=True)])  # fmt: skip
    assert planned_years(rows) == [[2020, 2025]]
    rows.loc[rows["year"] == 2020, "after_break"] = False
    assert planned_years(rows) == []


def planned_years(rows):
    (axes,) = target_path(rows).figure().axes
    return [list(line.get_xdata()) for line in marks_in(axes, "planned")]


@pytest.mark.parametrize(("unit", "times"), [("人", 12_345), ("coefficient", 0.07)])
def test_numbers_and_names_beside_the_plot_stay_within_the_picture(unit, times):
    rows = both_ways("higher").assign(unit=unit)
    rows[["value", "lo", "hi"]] *= times
    figure = target_path(rows).figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    plot, names = axes.get_window_extent(), [text.get_window_extent() for text in axes.texts]
    edge = 0.2 * figure.dpi  # the margin of the page
    assert all(label.get_window_extent().x0 > edge for label in axes.get_yticklabels())
    assert 0 < plot.y0 < plot.y1 < figure.bbox.y1
    letter = axes.texts[0].get_fontsize() / 72 * figure.dpi
    assert all(plot.x1 < name.x0 for name in names)
    assert 0 < figure.bbox.x1 - max(name.x1 for name in names) < 2 * letter


def test_without_an_outcome_nothing_is_planned_apart():
    rows = planned(40.0, 44.0, 50.0)
    chart = target_path(rows[rows["year"] != 2023])
    (axes,) = chart.figure().axes
    assert not marks_in(axes, "planned") and "直线" not in " ".join(legend_of(chart.figure()))


def test_a_standard_that_always_stands_is_a_line_across(project):
    observed, known = compare.observations(), {"evidence": compare.evidence()}
    chart = target_path(observed[observed["indicator"] == "senior_quota_share"], **known)
    (axes,) = chart.figure().axes
    (line,) = marks_in(axes, "reference")
    assert list(line.get_ydata()) == [50.0] * 2
    assert (
        "国家县域标准 ≥50%" in legend_of(chart.figure()) and "教督〔2017〕6号" in chart.words.source
    )
    assert "国家县域标准 ≥50%" in chart.alt
    each = target_path(observed[observed["indicator"] == "balance_junior"], **known)
    assert not marks_in(each.figure().axes[0], "reference")  # one number does not show it kept


def test_of_a_plan_and_what_came_in_its_year_the_end_names_what_came():
    rows = pd.DataFrame([
        {"region": "a", "year": 2022, "kind": kind, "value": value}
        for kind, value in (("target", 60.0), ("actual", 61.3))
    ] + [{"region": "a", "year": 2020, "kind": "actual", "value": 55.0}])  # fmt: skip
    rows = rows.assign(indicator="x", unit="%", direction="higher", lo=rows["value"],
                       hi=rows["value"])  # fmt: skip
    shown = texts_of(target_path(rows, lang="en").figure())
    assert "a 2022 actual 61.3%" in shown


@pytest.mark.parametrize(("lang", "said"), [("zh", "每年≥3.5"), ("en", "≥3.5 a year")])
@pytest.mark.parametrize("form", [charts.target_path, charts.small_multiples])
def test_a_target_of_every_year_says_so_at_its_mark(form, lang, said):
    """What is asked of each year is not what is asked in all."""
    rows = pd.DataFrame([
        {"region": "a", "indicator": "x", "year": year, "kind": kind, "value": 3.5, "lo": 3.5,
         "hi": None, "direction": "higher", "comparator": ">=", "unit": "", "figure": f"f/{year}"}
        for year, kind in ((2020, "actual"), (2025, "target"))
    ])  # fmt: skip
    asked = pd.DataFrame(
        {"figure": ["f/2025"], "every_year": ["every-year"], "comparator": [">="], "unit": [""]}
    )
    chart = form(rows, evidence=Evidence(figures=asked), lang=lang)
    assert chart.alt.count(said) == 1
    assert sum(said in text.replace("\n", "") for text in texts_of(chart.figure())) == 1


@pytest.mark.parametrize(("lang", "said"), [("zh", "（每县要求）"), ("en", "(each county)")])
def test_a_limit_for_each_county_says_so_at_its_label(lang, said):
    rows = pd.DataFrame([
        {"region": region, "indicator": "x", "year": 2025, "kind": "target", "value": value,
         "lo": None, "hi": value, "direction": "lower", "comparator": "<", "scope": scope}
        for region, value, scope in (("a", 3.0, "each-county"), ("b", 4.0, "whole"))
    ])  # fmt: skip
    chart = charts.target_path(rows, lang=lang)
    (label,) = [text for text in texts_of(chart.figure()) if said in text.replace("\n", " ")]
    assert label.startswith("a ")
    assert chart.alt.count(said) == 1


@pytest.mark.parametrize(
    ("lang", "ticks", "unit"), [("en", "40,000", "person-times"), ("zh", "4", "万人次")]
)
def test_the_axis_counts_as_the_labels_do_and_office_as_its_numbers(lang, ticks, unit):
    rows = pd.DataFrame([
        {"region": "a", "indicator": "x", "year": year, "kind": kind, "value": value, "lo": value,
         "hi": value, "direction": "higher", "comparator": "=", "unit": "万人次"}
        for year, kind, value in ((2020, "actual", 4.0), (2025, "target", 12.0))
    ])  # fmt: skip
    chart = target_path(rows, lang=lang)
    figure = chart.figure()
    figure.draw_without_rendering()
    (axes,) = figure.axes
    assert ticks in [label.get_text() for label in axes.get_yticklabels()]
    assert chart.words.subtitle.replace("，", ", ").split(", ")[-1] == unit
    assert chart.native.axis == {"en": "10,000 person-times", "zh": "万人次"}[lang]
    assert chart.native.series[0].y == (4.0, 12.0)


def test_no_line_leads_from_a_value_that_only_lies_beyond_a_number():
    rows = stated(("one", 2020, "actual", 1.0), ("one", 2022, "actual", 2.0),
                  ("one", 2025, "target", 4.0), direction="higher")  # fmt: skip
    lines = []
    for hi in (1.0, None):
        (axes,) = target_path(rows.assign(hi=[hi, 2.0, 4.0])).figure().axes
        lines.append([[*mark.get_xdata()] for mark in marks_in(axes, "change", "planned")])
    assert lines == [[[2020.0, 2025.0], [2020, 2022]], []]


def test_what_may_be_another_concept_says_so_where_it_is_read_out():
    rows = pd.DataFrame({
        "region": "a", "indicator": "x", "unit": "%", "direction": "higher",
        "kind": ["actual", "target"], "year": [2022, 2025], "value": [56.7, 85.0],
        "lo": [56.7, 85.0], "hi": [56.7, 85.0], "after_break": [False, True],
    })  # fmt: skip
    chart = target_path(rows, lang="en")
    assert "2022 actual 56.7%" in chart.alt and "2025 target (redefined?) 85%" in chart.alt
    assert "lines break off before: a 2025 target" in chart.words.note
    plain = target_path(rows.assign(after_break=False), lang="en")
    assert "redefined" not in plain.alt and "break off" not in plain.words.note


def lines_of(figure, colour):
    (axes,) = figure.axes
    return [line for line in axes.lines if len(line.get_xdata()) > 1 and line.get_color() == colour]


def many_years(count):
    rows = [(f"r{place:02}", year, 10.0 + place + (year - 2019) * (-1) ** place)
            for place in range(count) for year in range(2019, 2024)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["region", "year", "value"])
    return frame.assign(indicator="x", kind="actual", unit="%", direction="lower",
                        lo=frame["value"], hi=frame["value"])  # fmt: skip


def test_of_many_regions_a_few_have_colours_and_names_and_the_others_are_grey():
    figure = target_path(many_years(16), lang="en").figure()
    (axes,) = figure.axes
    colours = {line.get_color() for line in axes.lines if len(line.get_xdata()) > 1}
    assert len(colours) == MOST_REGIONS + 1 and len(lines_of(figure, GREY)) == 16 - MOST_REGIONS
    named = [text.get_text()[:3] for text in axes.texts if text.get_text().startswith("r")]
    assert len(named) == MOST_REGIONS and {"r01", "r14"} <= {*named}  # the ends of 2023
    assert any("the others are grey" in text.get_text() for text in figure.findobj(mpl.text.Text))


def test_of_few_none_is_grey():
    figure = target_path(many_years(MOST_REGIONS), lang="en").figure()
    assert lines_of(figure, GREY) == []


def test_marks_of_a_short_series_stand_near_their_years():
    (axes,) = target_path(many_years(16), lang="en").figure().axes
    places = [float(mark.get_xdata()[0]) for mark in marks_in(axes, "outcome")]
    assert max(abs(place - round(place)) for place in places) < 0.2


def test_one_value_of_a_grey_region_is_a_dot():
    rows = many_years(16)
    rows = rows[(rows["region"] != "r07") | (rows["year"] == 2019)]
    (axes,) = target_path(rows, lang="en").figure().axes
    dots = [one for one in axes.lines if len(one.get_xdata()) == 1]
    dots = [dot for dot in dots if dot.get_markerfacecolor() == GREY]
    assert [float(dot.get_ydata()[0]) for dot in dots] == [17.0]
