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
from compare.charts.files.files import save_chart
from matplotlib.text import Text
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn

import compare
from compare import charts
from compare.charts.chart import About, Chart, Native, Series
from compare.charts.layout import Words, text_width
from compare.charts.office.slides import FONT, deck, slide

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
        f"图意：{chart.alt}",
        "注一",
        "来源:《规划》(2022-05-18)。",
        "数字编号：fushun-14fyp/017, made/001",
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
    for native in (BARS, ROWS, LINES):
        chart = hand_made(native)
        (frame,) = [shape for shape in only_slide(chart).shapes if shape.has_chart]
        assert alt_of(frame) == chart.alt
        assert frame.chart.has_title is False


def series_named(chart, name):
    (found,) = [series for series in chart.plots[0].series if series.name == name]
    return found


def x_of(series):
    return [float(cell.text) for cell in series._element.xpath("./c:xVal//c:v")]


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


def test_lines_whose_labels_would_cover_each_other_are_a_picture():
    level = replace(LINES.series[0], x=(2025.0,), y=(98.0,))
    page = only_slide(hand_made(replace(LINES, series=(level, *LINES.series[1:]))))
    assert not [shape for shape in page.shapes if shape.has_chart]
    assert [shape for shape in page.shapes if hasattr(shape, "image")]


def test_a_label_that_an_interval_would_cross_is_a_picture():
    crossing = replace(LINES.series[-1], x=(2020.5, 2020.5), y=(80.0, 100.0))
    native = replace(LINES, series=(*LINES.series, crossing))
    page = only_slide(hand_made(native))
    assert [shape for shape in page.shapes if hasattr(shape, "image")]


def test_what_is_counted_has_no_halves_on_its_axis():
    two = Series("甲", (), (2.0,), (0.0,), BLUE)
    native = Native("rows", (two,), "所", rows=(("甲", "2所"),), whole=True)
    assert office_chart(native).category_axis.major_unit >= 1


def natives(lang):
    names = ["balance_junior", "public_children_share", "new_preschool_places"]
    for chart in charts.every_chart(lang, indicators=names):
        if chart.native is not None:
            yield chart


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_office_chart_says_all_that_its_picture_says(lang, project):
    forms = set()
    for chart in natives(lang):
        (frame,) = [s for s in only_slide(chart).shapes if s.has_chart or hasattr(s, "image")]
        if not frame.has_chart:
            continue
        forms.add(chart.form)
        parts = frame.chart._chartSpace.xpath(".//a:t | .//c:cat//c:v | .//c:tx//c:v")
        said = " ".join(part.text or "" for part in parts)
        drawn = {text.get_text() for text in chart.figure().findobj(Text)}
        for name, remark in chart.native.rows:
            assert name in said and remark in said
            assert not name or name in "".join(drawn).replace("\n", "")
        for _, name in chart.native.limits:
            assert name in said
        if chart.form in ("ranking", "dumbbell", "gap_bars"):
            shown = {series.name.split(" ")[0] for series in frame.chart.plots[0].series}
            regions = (
                chart.data.loc[chart.data["figure"].notna(), f"region_{lang}"]
                if ("figure" in chart.data)
                else chart.data.loc[chart.data["current_year"].notna(), f"region_{lang}"]
            )
            there = {name for name in regions if name in {s for s, _ in chart.native.rows}}
            assert there <= shown
    assert {"ranking", "dumbbell", "gap_bars"} <= forms


@pytest.mark.parametrize("native", [BARS, ROWS, OPEN, LINES])
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
            assert (
                drawn == cell
                or (drawn in ("", " ", None) and cell is None)
                or (float(drawn) == float(cell))
            )


def test_text_is_never_a_formula_or_markup():
    nasty = ("=1+1", "<script>alert(1)</script>", "a\x0b&b")
    series = Series("=SUM(A1)", nasty, (1.0, 2.0, 3.0), (0.0, 1.0, 2.0), BLUE)
    rows = tuple((name, "@x") for name in nasty)
    for kind in ("bars", "rows", "lines"):
        native = Native(kind, (series,), "=unit<", rows=() if kind == "bars" else rows)
        chart = office_chart(native)
        sheet = cells_of(chart)
        values = {cell.value for row in sheet.iter_rows() for cell in row}
        assert {"=SUM(A1)", *nasty[:2], "a&b"} <= values
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert series_named(chart, "=SUM(A1)")
    page = only_slide(hand_made(title="<b>\x0c=1+1", alt="a\x00b"))
    assert page.shapes.title.text_frame.text.startswith("<b>")


def test_points_without_a_place_are_left_out():
    somewhere = Series("甲", (), (90.0, float("nan")), (0.0, 1.0), BLUE)
    nowhere = Series("乙", (), (None, None), (0.0, 1.0), BLUE)
    chart = office_chart(replace(ROWS, series=(nowhere, somewhere), limits=()))
    assert [series.name for series in chart.plots[0].series] == ["", " ", "甲"]
    assert list(series_named(chart, "甲").values) == [2]


@pytest.mark.parametrize("kind", ["bars", "rows", "lines"])
def test_without_any_point_the_picture_is_shown(kind):
    empty = Native(kind, (Series("n", (), (), (), BLUE),), "%")
    page = only_slide(hand_made(empty))
    assert not [shape for shape in page.shapes if shape.has_chart]
    assert [shape for shape in page.shapes if hasattr(shape, "image")]


def test_an_unknown_kind_is_refused():
    with pytest.raises(compare.CompareError, match=r"kind='pie' does not exist.*bars, lines, rows"):
        slide(hand_made(replace(BARS, kind="pie")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overlaps_or_leaves_the_slide(lang, project):
    made = [
        *real_charts(lang),
        hand_made(BARS, lang=lang),
        hand_made(BARS, lang=lang, note=""),
        hand_made(ROWS, lang=lang, title=LONG, note=LONG),
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
    series = office_chart(ROWS).plots[0].series[0]
    assert series.points[0].data_label.position == XL_LABEL_POSITION.LEFT


def test_libreoffice_shows_every_slide(project, tmp_path):
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("LibreOffice (soffice) and pdftotext are not installed")
    made = [*real_charts("zh"), *map(hand_made, (BARS, ROWS, OPEN, LINES))]
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
    for words in ("抚顺", "≥90%第1–2", "文中未见", "全国标准≥85%"):
        assert words in re.sub(r"\s", "", pages[3])


def test_a_slide_is_saved_with_the_other_files(tmp_path):
    chart = hand_made(BARS)
    assert save_chart(chart, tmp_path, ["pptx"])["pptx"].read_bytes() == slide(chart)


def test_the_note_beside_an_office_path_speaks_of_what_office_draws(project):
    observed = compare.observations(indicator="standardised_schools_share")
    chart = charts.target_path(observed)
    office, picture = only_slide(chart), only_slide(replace(chart, native=None))
    assert "略为错开" in chart.words.note
    assert "略为错开" not in text_of(office) and "线性路径" in text_of(office)
    assert "略为错开" in text_of(picture)
    assert "自拟" in text_of(only_slide(chart.with_words(note="自拟")))


def text_of(page):
    notes = page.notes_slide.notes_text_frame.text
    return "\n".join([notes, *(s.text_frame.text for s in page.shapes if s.has_text_frame)])
