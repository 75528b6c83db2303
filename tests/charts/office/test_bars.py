"""Bars in Office: one series for each region, to both sides of zero."""

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from slideshow import (
    BARS,
    BLUE,
    ORANGE,
    office_chart,
)

from compare.charts.chart import Native, Series


def test_bars_are_horizontal_one_series_per_region_and_every_row_says_what_it_is():
    chart = office_chart(BARS)
    plot = chart.plots[0]
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(plot.categories) == [
        "衢州  文中未见",
        "宁波  领先",
        "抚顺  落后",
    ]  # from the bottom
    assert [series.name for series in plot.series] == ["抚顺", "宁波", "衢州"]
    assert [series.values for series in plot.series][:2] == [(None, None, -5), (None, 2.5, None)]
    fills = [str(series.format.fill.fore_color.rgb) for series in plot.series]
    assert fills == [BLUE[1:], ORANGE[1:], ORANGE[1:]]
    assert plot.overlap == 100  # a region alone in its row takes the whole of it
    assert plot.data_labels.show_value
    assert plot.data_labels.number_format == "#,##0.0"
    axis = chart.value_axis
    assert axis.axis_title.text_frame.text == "百分点"
    assert axis.minimum_scale == -axis.maximum_scale < -5
    assert chart.category_axis._element.find(qn("c:tickLblPos")).get("val") == "low"
    assert not chart.has_legend


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ((1.0, 20.0), "#,##0"),
        ((1.5, 2.25), "#,##0.00"),
        ((100 / 3, 5.0), "#,##0.00"),
        ((0.0375, 0.2), "#,##0.0000"),
    ],
)
def test_bars_are_labelled_with_no_more_decimals_than_they_need(values, written):
    native = Native("bars", (Series("n", ("a", "b"), values, (), BLUE),), "")
    assert office_chart(native).plots[0].data_labels.number_format == written


def test_bars_of_one_row_stand_beside_each_other():
    both = (Series("甲", ("丙",), (1.0,), (), BLUE), Series("乙", ("丙",), (2.0,), (), ORANGE))
    assert office_chart(Native("bars", both, "")).plots[0].overlap == -5


def test_no_number_beside_a_bar_is_broken():
    native = Native("bars", (Series("n", ("a", "b"), (-10.6, 1.16), (), BLUE),), "")
    labels = office_chart(native).plots[0].data_labels._element
    assert labels.find(qn("c:txPr")).find(qn("a:bodyPr")).get("wrap") == "none"
