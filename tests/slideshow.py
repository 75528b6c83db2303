"""What the tests of slides share: charts made by hand, and what Office would read of them."""

import io

import openpyxl
import pandas as pd
from pptx import Presentation
from pptx.oxml.ns import qn

from compare.charts.chart import About, Chart, Native, Series
from compare.charts.layout import Words
from compare.charts.office.slides import slide

BLUE, ORANGE = "#0072B2", "#D55E00"
BARS = Native(
    "bars",
    (
        Series("抚顺", ("抚顺",), (-5.0,), (), BLUE),
        Series("宁波", ("宁波",), (2.5,), (), ORANGE),
        Series("衢州", ("衢州",), (float("nan"),), (), ORANGE),
    ),
    "百分点",
    rows=(("抚顺", "落后"), ("宁波", "领先"), ("衢州", "文中未见")),
)
ROWS = Native(
    "rows",
    (
        Series("抚顺 区间值", (), (90.0, 100.0), (0.0, 0.0), BLUE, marker="", line="solid"),
        Series("抚顺", (), (90.0,), (0.0,), BLUE, "o", (False,)),
        Series("宁波", (), (95.0,), (1.0,), ORANGE, "s", (True,)),
    ),
    "%",
    rows=(("抚顺", "≥90%  第1–2"), ("宁波", "约95%"), ("衢州", "文中未见")),
    limits=((85.0, "全国标准 ≥85%"),),
    bounds=(0.0, 100.0),
)
OPEN = Native(
    "rows",
    (
        Series("抚顺 区间值", (), (2000.0, float("inf")), (0.0, 0.0), BLUE, "", line="solid"),
        Series("抚顺", (), (2000.0,), (0.0,), BLUE),
    ),
    "个",
    rows=(("抚顺", ">2,000个"),),
)
LINES = Native(
    "lines",
    (
        Series("抚顺", ("抚顺 85",), (2020.0,), (85.0,), ORANGE, "", line="dashed"),
        Series("抚顺 现状", ("",), (2020.0,), (85.0,), ORANGE, "s", (False,)),
        Series("宁波", ("", "宁波 ≥98"), (2020.0, 2025.0), (90.0, 98.0), BLUE, "", line="dashed"),
        Series("宁波 现状", ("90",), (2020.0,), (90.0,), BLUE, "o", (False,)),
        Series("宁波 目标", ("",), (2025.0,), (98.0,), BLUE, "o", (True,)),
        Series("宁波 区间值", (), (2025.0, 2025.0), (98.0, 100.0), BLUE, "", line="solid"),
    ),
    "%",
    bounds=(0.0, 100.0),
)
LONG = "各地文件印出的九年义务教育巩固率、高中阶段毛入学率和学前三年毛入园率均有目标," * 4


def hand_made(native=None, *, lang="zh", title="宁波领先", note="注一", alt='图:"<&>"'):
    return Chart(
        key=f"made.{lang}",
        form="hand_made",
        lang=lang,
        size="slide",
        words=Words(title, "2025年目标", note, "来源:《规划》(2022-05-18)。"),
        alt=alt,
        data=pd.DataFrame({"a": [1]}),
        plot=lambda figure, box, points: None,
        about=About(figures=("fushun-14fyp/017", "made/001", "fushun-14fyp/017")),
        native=native,
    )


def opened(content):
    return Presentation(io.BytesIO(content))


def only_slide(chart):
    (page,) = opened(slide(chart)).slides
    return page


def office_chart(native):
    (frame,) = [shape for shape in only_slide(hand_made(native)).shapes if shape.has_chart]
    return frame.chart


def alt_of(shape):
    (properties,) = shape._element.xpath("./*/p:cNvPr")
    return properties.get("descr")


def labels_of(series):
    """Give the labels of a series' points with their sides, by point."""
    labels = series._element.findall(f"{qn('c:dLbls')}/{qn('c:dLbl')}")
    return {
        int(label.find(qn("c:idx")).get("val")): (
            "".join(run.text for run in label.iter(qn("a:t"))),
            label.find(qn("c:dLblPos")).get("val"),
        )
        for label in labels
    }


def cells_of(chart):
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]


def series_named(chart, name):
    (found,) = [series for series in chart.plots[0].series if series.name == name]
    return found


def x_of(series):
    return [float(cell.text) for cell in series._element.xpath("./c:xVal//c:v")]


def text_of(page):
    notes = page.notes_slide.notes_text_frame.text
    return "\n".join([notes, *(s.text_frame.text for s in page.shapes if s.has_text_frame)])
