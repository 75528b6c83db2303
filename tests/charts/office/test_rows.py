"""Rows in Office: names, marks, intervals, benchmarks and remarks."""

from dataclasses import replace

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from slideshow import (
    BLUE,
    OPEN,
    ORANGE,
    ROWS,
    labels_of,
    office_chart,
    series_named,
    x_of,
)

from compare.charts.chart import Native, Series


def test_rows_have_a_name_a_mark_and_a_remark_each_and_the_missing_say_why():
    chart = office_chart(ROWS)
    names, remarks = (series_named(chart, name) for name in ("", " "))
    said = [[text.strip() for text, _ in labels_of(one).values()] for one in (names, remarks)]
    assert said == [["抚顺", "宁波", "衢州"], ["≥90%  第1–2", "约95%", "文中未见"]]
    assert {side for _, side in labels_of(names).values()} == {"l"}
    assert {side for _, side in labels_of(remarks).values()} == {"r"}
    assert list(names.values) == list(remarks.values) == [2, 1, 0]  # from the bottom
    fushun = series_named(chart, "抚顺")
    assert (x_of(fushun), list(fushun.values)) == ([90], [2])
    assert str(fushun.marker.format.fill.fore_color.rgb) == BLUE[1:]
    assert not chart.value_axis.visible
    axis = chart.category_axis
    assert axis.axis_title.text_frame.text == "%"
    assert (axis.minimum_scale, axis.maximum_scale) == (80, 100)
    assert not chart.has_legend


def test_an_interval_is_a_line_of_its_own_and_a_hollow_mark_stays_hollow():
    chart = office_chart(ROWS)
    interval = series_named(chart, "抚顺 区间值")
    assert x_of(interval) == [90, 100]
    assert interval.marker.style == XL_MARKER_STYLE.NONE
    assert not interval._element.xpath("./c:spPr/a:ln/a:noFill")
    assert not interval._element.xpath("./c:spPr/a:ln/a:tailEnd")
    hollow = series_named(chart, "宁波").marker.format
    assert str(hollow.fill.fore_color.rgb) == "F2CFB2"  # pale
    assert str(hollow.line.color.rgb) == ORANGE[1:]


def test_a_benchmark_is_a_dashed_line_with_its_name_inside_the_axis():
    chart = office_chart(ROWS)
    limit = series_named(chart, "全国标准 ≥85%")
    assert x_of(limit) == [85, 85]
    assert list(limit.values) == [-0.5, 2.5]
    assert labels_of(limit) == {1: ("全国标准 ≥85%", "t")}
    assert limit.format.line.dash_style == MSO_LINE.DASH


def test_two_benchmarks_are_named_at_both_sides():
    limits = ((85.0, "标准"), (85.0, "目标"))
    chart = office_chart(replace(ROWS, limits=limits))
    assert [labels_of(series_named(chart, name))[1][1] for name in ("标准", "目标")] == ["l", "r"]


def test_an_end_without_bound_is_an_arrow_to_the_end_of_the_axis():
    chart = office_chart(OPEN)
    interval = series_named(chart, "抚顺 区间值")
    end = chart.category_axis.maximum_scale
    assert x_of(interval) == [2000, end]
    assert end > 2000
    assert interval._element.xpath("./c:spPr/a:ln/a:tailEnd/@type") == ["triangle"]


def test_one_mark_alone_stands_on_an_axis_that_can_be_read():
    one = (Series("甲", (), (0.43,), (0.0,), BLUE),)
    axis = office_chart(Native("rows", one, "", rows=(("甲", "0.43"),))).category_axis
    assert axis.minimum_scale < 0.43 < axis.maximum_scale
    assert axis.major_unit >= 0.01


def test_what_is_counted_has_no_halves_on_its_axis():
    two = Series("甲", (), (2.0,), (0.0,), BLUE)
    native = Native("rows", (two,), "所", rows=(("甲", "2所"),), whole=True)
    assert office_chart(native).category_axis.major_unit >= 1


def test_points_without_a_place_are_left_out():
    somewhere = Series("甲", (), (90.0, float("nan")), (0.0, 1.0), BLUE)
    nowhere = Series("乙", (), (None, None), (0.0, 1.0), BLUE)
    chart = office_chart(replace(ROWS, series=(nowhere, somewhere), limits=()))
    assert [series.name for series in chart.plots[0].series] == ["", " ", "甲"]
    assert list(series_named(chart, "甲").values) == [2]


def test_label_positions_mean_what_they_say():
    series = office_chart(ROWS).plots[0].series[0]
    assert series.points[0].data_label.position == XL_LABEL_POSITION.LEFT
