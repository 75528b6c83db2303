"""Lines in Office: values over years."""

from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from slideshow import (
    BLUE,
    LINES,
    labels_of,
    office_chart,
    series_named,
)


def test_lines_have_years_below_and_the_last_label_behind_their_end():
    chart = office_chart(LINES)
    ningbo, fushun = (series_named(chart, name) for name in ("宁波", "抚顺"))
    assert chart.plots[0].series[0].name == "宁波"  # the longest comes first
    assert chart.chart_type in (XL_CHART_TYPE.XY_SCATTER, XL_CHART_TYPE.XY_SCATTER_LINES)
    assert list(ningbo.values) == [90, 98]
    assert {place: (text.strip(), side) for place, (text, side) in labels_of(ningbo).items()} == {
        1: ("宁波 ≥98", "r")
    }
    assert labels_of(series_named(chart, "宁波 现状")) == {0: ("90", "t")}
    assert [text.strip() for text, _ in labels_of(fushun).values()] == ["抚顺 85"]
    assert ningbo.format.line.dash_style == MSO_LINE.DASH
    filled, hollow = (
        series_named(chart, f"宁波 {kind}").marker.format for kind in ("现状", "目标")
    )
    assert str(filled.fill.fore_color.rgb) == str(hollow.line.color.rgb) == BLUE[1:]
    assert str(hollow.fill.fore_color.rgb) == "B2D5E8"  # pale
    assert list(series_named(chart, "宁波 区间值").values) == [98, 100]
    years = chart.category_axis
    assert (years.minimum_scale, years.maximum_scale, years.major_unit) == (2019, 2025, 1)
    assert chart.value_axis.maximum_scale == 100
    assert chart.value_axis.axis_title.text_frame.text == "%"
