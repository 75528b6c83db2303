"""Slides: read back as PowerPoint would, and looked at by LibreOffice where it is at hand."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn

import compare
from compare import charts
from compare.charts.chart import About, Chart, Native, Series
from compare.charts.files import save_chart
from compare.charts.layout import Words, text_width
from compare.charts.slides import FONT, deck, slide

BLUE, ORANGE = "#0072B2", "#D55E00"
BARS = Native(
    "bars",
    (
        Series("2020年现状", ("抚顺", "宁波"), (85.0, 90.5), (), BLUE),
        Series("2025年目标", ("宁波", "衢州"), (98.0, float("nan")), (), ORANGE),
    ),
    "%",
)
DOTS = Native(
    "dots",
    (Series("入园率", ("抚顺 ≥90%", "宁波 约95%"), (90.0, 95.0), (0.0, 1.0), BLUE),),
    "%",
)
PAIRS = Native(
    "dots",
    (
        Series("现状", ("抚顺", "宁波"), (85.0, 97.0), (0.0, 1.0), BLUE),
        Series("目标", ("抚顺", "降低"), (90.0, 95.0), (0.0, 1.0), ORANGE),
    ),
    "%",
)
LINES = Native(
    "lines",
    (
        Series("抚顺", ("85",), (2020.0,), (85.0,), ORANGE),
        Series("宁波", ("90", "", "98"), (2020.0, 2023.0, 2025.0), (90.0, 95.0, 98.0), BLUE),
    ),
    "%",
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


def real_charts(lang):
    yield charts.coverage_matrix(compare.coverage(theme="balance"), lang=lang, size="slide")
    observed, coverage = compare.observations(theme="enrolment"), compare.coverage()
    yield charts.small_multiples(observed, coverage, lang=lang, size="slide")


def test_one_16_to_9_slide_per_chart_with_its_words(project):
    made = [*real_charts("zh"), hand_made(BARS)]
    presentation = opened(deck(made, "五地比较"))
    assert presentation.core_properties.title == "五地比较"
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, abs=0.01)
    assert len(presentation.slides) == len(made)
    for page, chart in zip(presentation.slides, made, strict=True):
        assert page.shapes.title.text_frame.text == chart.words.title
        shown = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        for words in (chart.words.subtitle, chart.words.note, chart.words.source):
            assert words in shown


def test_notes_hold_everything_for_the_speaker():
    chart = hand_made(BARS)
    assert only_slide(chart).notes_slide.notes_text_frame.text.split("\n") == [
        "宁波领先",
        f"图意:{chart.alt}",
        "注一",
        "来源:《规划》(2022-05-18)。",
        "数字编号:fushun-14fyp/017, made/001",
    ]


def test_a_chart_that_office_cannot_draw_is_a_picture_with_alt_text(project):
    for chart in real_charts("zh"):
        page = only_slide(chart)
        (picture,) = [shape for shape in page.shapes if hasattr(shape, "image")]
        assert alt_of(picture) == chart.alt
        assert picture.name == chart.key
        width, height = picture.image.size
        assert width / height == pytest.approx(picture.width / picture.height, rel=0.01)
        assert width / (picture.width / 914400) > 150  # dots per inch


def test_every_office_chart_has_its_alt_text():
    for native in (BARS, DOTS, LINES):
        chart = hand_made(native)
        (frame,) = [shape for shape in only_slide(chart).shapes if shape.has_chart]
        assert alt_of(frame) == chart.alt
        assert frame.chart.has_title is False


def test_bars_are_horizontal_with_values_colours_and_unit():
    chart = office_chart(BARS)
    plot = chart.plots[0]
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(plot.categories) == ["抚顺", "宁波", "衢州"]
    assert [series.name for series in plot.series] == ["2020年现状", "2025年目标"]
    assert [series.values for series in plot.series] == [(85, 90.5, None), (None, 98, None)]
    assert [str(series.format.fill.fore_color.rgb) for series in plot.series] == [
        BLUE[1:],
        ORANGE[1:],
    ]
    assert plot.overlap == -5  # two bars of one row stand beside each other
    assert plot.data_labels.show_value
    assert plot.data_labels.number_format == "#,##0.0"
    assert chart.value_axis.axis_title.text_frame.text == "%"
    assert chart.value_axis.minimum_scale == 0
    assert chart.has_legend


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


def test_bars_below_zero_keep_their_names_at_the_left():
    native = Native("bars", (Series("差", ("甲", "乙"), (-2.0, 1.0), (), BLUE),), "百分点")
    chart = office_chart(native)
    assert chart.value_axis.minimum_scale is None
    assert chart.category_axis._element.find(qn("c:tickLblPos")).get("val") == "low"


def test_bars_of_one_name_each_are_all_drawn():
    native = Native("bars", (Series("n", ("甲", "甲", "乙"), (1.0, 2.0, 3.0), (), BLUE),), "")
    plot = office_chart(native).plots[0]
    assert list(plot.categories) == ["甲", "甲", "乙"]
    assert plot.series[0].values == (1, 2, 3)


def test_bars_that_share_no_row_take_the_whole_of_it_and_need_no_legend():
    native = Native(
        "bars",
        (Series("甲", ("甲",), (1.0,), (), BLUE), Series("乙", ("乙",), (2.0,), (), ORANGE)),
        "",
    )
    chart = office_chart(native)
    assert chart.plots[0].overlap == 100
    assert not chart.has_legend


def test_dots_have_no_lines_and_carry_their_labels():
    chart = office_chart(DOTS)
    (series,) = chart.plots[0].series
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER
    assert list(series.values) == [0, 1]
    assert [float(cell.text) for cell in series._element.xpath("./c:xVal//c:v")] == [90, 95]
    assert labels_of(series) == {0: ("抚顺 ≥90%", "r"), 1: ("宁波 约95%", "r")}
    assert series._element.xpath("./c:spPr/a:ln/a:noFill")
    assert str(series.marker.format.fill.fore_color.rgb) == BLUE[1:]
    assert not chart.value_axis.visible
    assert chart.category_axis.axis_title.text_frame.text == "%"
    assert not chart.has_legend


def test_dots_of_one_row_take_sides_and_say_the_same_once():
    now, then = office_chart(PAIRS).plots[0].series
    assert labels_of(now) == {0: ("抚顺", "l"), 1: ("宁波", "r")}
    assert labels_of(then) == {1: ("降低", "l")}


def test_one_dot_alone_stands_on_an_axis_that_can_be_read():
    native = Native("dots", (Series("n", ("甲",), (0.43,), (0.0,), BLUE),), "")
    axis = office_chart(native).category_axis
    assert axis.minimum_scale < 0.43 < axis.maximum_scale
    assert axis.major_unit >= 0.01


def test_lines_have_years_below_and_the_last_label_behind_their_end():
    chart = office_chart(LINES)
    longest, short = chart.plots[0].series
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER_LINES
    assert (longest.name, short.name) == ("宁波", "抚顺")
    assert list(longest.values) == [90, 95, 98]
    assert labels_of(longest) == {0: ("90", "t"), 2: ("98", "r")}
    assert not longest._element.xpath("./c:spPr/a:ln/a:noFill")
    years = chart.category_axis
    assert (years.minimum_scale, years.maximum_scale, years.major_unit) == (2019, 2025, 1)
    assert chart.value_axis.axis_title.text_frame.text == "%"
    assert chart.has_legend


@pytest.mark.parametrize("native", [BARS, DOTS, PAIRS, LINES])
def test_the_workbook_inside_holds_the_numbers_that_are_drawn(native):
    chart = office_chart(native)
    sheet = cells_of(chart)
    references = chart._chartSpace.xpath(".//*[c:f]")
    assert references
    for reference in references:
        place = reference.find(qn("c:f")).text.removeprefix("Sheet1!").replace("$", "")
        found = sheet[place]
        rows = found if isinstance(found, tuple) else ((found,),)
        cells = [cell.value for row in rows for cell in row]
        points = {int(item.get("idx")): item[0].text for item in reference.iter(qn("c:pt"))}
        for place, cell in enumerate(cells):
            drawn = points.get(place)
            assert drawn == cell or float(drawn) == float(cell)


def test_text_is_never_a_formula_or_markup():
    nasty = ("=1+1", "<script>alert(1)</script>", "a\x0b&b")
    series = Series("=SUM(A1)", nasty, (1.0, 2.0, 3.0), (0.0, 1.0, 2.0), BLUE)
    for kind in ("bars", "dots", "lines"):
        chart = office_chart(Native(kind, (series,), "=unit<"))
        sheet = cells_of(chart)
        values = {cell.value for row in sheet.iter_rows() for cell in row}
        assert {"=SUM(A1)", *nasty[:2], "a&b"} <= values
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert chart.plots[0].series[0].name == "=SUM(A1)"
    page = only_slide(hand_made(title="<b>\x0c=1+1", alt="a\x00b"))
    assert page.shapes.title.text_frame.text.startswith("<b>")


def test_points_without_a_place_are_left_out():
    somewhere = replace(DOTS.series[0], x=(90.0, float("nan")))
    nowhere = replace(DOTS.series[0], x=(None, None))
    native = replace(DOTS, series=(nowhere, somewhere))
    (drawn,) = office_chart(native).plots[0].series
    assert list(drawn.values) == [0]


@pytest.mark.parametrize("kind", ["bars", "dots", "lines"])
def test_without_any_point_the_picture_is_shown(kind):
    empty = Native(kind, (Series("n", (), (), (), BLUE),), "%")
    page = only_slide(hand_made(empty))
    assert not [shape for shape in page.shapes if shape.has_chart]
    assert [shape for shape in page.shapes if hasattr(shape, "image")]


def test_an_unknown_kind_is_refused():
    with pytest.raises(compare.CompareError, match=r"kind='pie' does not exist.*bars, dots, lines"):
        slide(hand_made(replace(BARS, kind="pie")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overlaps_or_leaves_the_slide(lang, project):
    made = [
        *real_charts(lang),
        hand_made(BARS, lang=lang),
        hand_made(BARS, lang=lang, note=""),
        hand_made(DOTS, lang=lang, title=LONG, note=LONG),
        hand_made(LINES, lang=lang, title="a finding about compulsory education " * 8),
    ]
    presentation = opened(deck(made, "t"))
    for page in presentation.slides:
        shapes = sorted(page.shapes, key=lambda shape: shape.top)
        for shape in shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height
        for above, below in pairwise(shapes):
            assert above.top + above.height <= below.top + 1
        (plot,) = [shape for shape in shapes if shape.has_chart or hasattr(shape, "image")]
        assert plot.height > presentation.slide_height * 0.3


def test_text_fits_its_box_with_a_font_that_is_wider():
    page = only_slide(hand_made(title="Of 51 indicators, 12 have comparable actuals 宁波领先" * 3))
    for shape in page.shapes:
        if not shape.has_text_frame:
            continue
        frame = shape.text_frame
        assert frame.word_wrap
        assert frame.auto_size == MSO_AUTO_SIZE.NONE
        needed = 0
        for paragraph in frame.paragraphs:
            (run,) = paragraph.runs
            width = text_width(run.text, run.font.size.pt, bold=run.font.bold) * 1.15
            needed += -(-width // (shape.width / 914400)) * paragraph.line_spacing
        assert needed <= shape.height + 1


def test_text_asks_for_a_chinese_font_and_names_its_language():
    content = slide(hand_made(BARS))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        chart = package.read("ppt/charts/chart1.xml").decode()
        page = package.read("ppt/slides/slide1.xml").decode()
    for script in ("latin", "ea"):
        assert re.findall(f'<a:{script} typeface="([^"]*)"', theme) == [FONT, FONT]
    assert f'script="Hans" typeface="{FONT}"' in theme
    assert 'latin typeface="+mn-lt"' in chart and 'ea typeface="+mn-ea"' in chart
    assert 'lang="zh-CN"' in page and 'lang="zh-CN"' in chart


def test_layouts_fit_the_wide_page():
    presentation = opened(slide(hand_made(BARS)))
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            assert shape.left + shape.width <= presentation.slide_width
    widest = max(shape.width for shape in presentation.slide_master.placeholders)
    assert widest > presentation.slide_width * 0.85


def test_same_charts_give_the_same_bytes_without_dates(project):
    made = [*real_charts("zh"), hand_made(BARS), hand_made(LINES)]
    first, second = deck(made, "t"), deck(made, "t")
    assert first == second
    assert_undated(first)
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        inside = [name for name in package.namelist() if name.endswith(".xlsx")]
        assert len(inside) == 2
        for name in inside:
            assert_undated(package.read(name))


def assert_undated(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"</dcterms:" not in package.read("docProps/core.xml")
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_label_positions_mean_what_they_say():
    series = office_chart(PAIRS).plots[0].series[0]
    assert series.points[0].data_label.position == XL_LABEL_POSITION.LEFT


def test_libreoffice_shows_every_slide(project, tmp_path):
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("LibreOffice (soffice) and pdftotext are not installed")
    made = [*real_charts("zh"), *map(hand_made, (BARS, DOTS, PAIRS, LINES))]
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck(made, "t"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(convert, check=True, capture_output=True, timeout=240)
    shown = subprocess.run(
        ["pdftotext", tmp_path / "deck.pdf", "-"], check=True, capture_output=True, timeout=60
    )
    pages = shown.stdout.decode().removesuffix("\f").split("\f")
    assert len(pages) == len(made)
    for page, chart in zip(pages, made, strict=True):
        assert re.sub(r"\s", "", chart.words.title) in re.sub(r"\s", "", page)
    assert "抚顺 ≥90%".replace(" ", "") in re.sub(r"\s", "", pages[3])


def test_a_slide_is_saved_with_the_other_files(tmp_path):
    chart = hand_made(BARS)
    assert save_chart(chart, tmp_path, ["pptx"])["pptx"].read_bytes() == slide(chart)
