"""Slides: read back as PowerPoint would, and looked at by LibreOffice where it is at hand."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from forms_of import every_form, in_both_languages, made_up
from matplotlib.figure import Figure
from matplotlib.text import Text
from pptx.oxml.ns import qn
from programs import program
from remembered import remembered
from slideshow import (
    BARS,
    BLUE,
    LINES,
    LONG,
    OPEN,
    ROWS,
    alt_of,
    cells_of,
    hand_made,
    office_chart,
    only_slide,
    opened,
    series_named,
    text_of,
)

import compare
from compare import charts
from compare.charts.chart import Native, Series
from compare.charts.files.save import save_chart
from compare.charts.layout import Words
from compare.charts.office.page import laid_out
from compare.charts.office.slides import deck, slide
from compare.charts.pictures import png_of


def real_charts(lang):
    known = {"evidence": compare.evidence(), "lang": lang, "size": "slide"}
    yield charts.coverage_matrix(compare.coverage(theme="balance"), **known)
    observed, coverage = compare.observations(theme="enrolment"), compare.coverage()
    yield charts.small_multiples(observed, coverage, **known)


@pytest.fixture(scope="module")
def real(built_once):
    """Return two real charts that Office cannot draw, in both languages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        return {lang: list(real_charts(lang)) for lang in ("zh", "en")}


@pytest.fixture(scope="module")
def shown(real):
    """Return charts of every kind, and their deck."""
    made = [*real["zh"], *map(hand_made, (BARS, ROWS, OPEN, LINES))]
    return made, deck(made, "五地比较")


def test_one_16_to_9_slide_per_chart_with_its_words(shown):
    made, content = shown
    presentation = opened(content)
    assert presentation.core_properties.title == "五地比较"
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, abs=0.01)
    assert len(presentation.slides) == len(made)
    for page, chart in zip(presentation.slides, made, strict=True):
        assert page.shapes.title.text_frame.text == chart.words.title
        shown = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        noted = page.notes_slide.notes_text_frame.text
        for words in (chart.words.subtitle, chart.words.note, chart.words.source):
            assert words[:40] in shown
            assert words in shown + noted  # what has no room stands in the speaker's notes


def test_a_chart_that_office_cannot_draw_is_a_picture_with_alt_text(shown):
    made, content = shown
    for chart, page in zip(made[:2], opened(content).slides, strict=False):
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


@pytest.fixture(scope="module")
def natives(built_once):
    """Return charts of some indicators that Office draws, in both languages."""
    names = ["balance_junior", "public_children_share", "new_preschool_places"]
    with pytest.MonkeyPatch.context() as patch, remembered():
        patch.setenv("COMPARE_HOME", str(built_once.root))
        every = in_both_languages(
            compare.observations(), compare.coverage(), compare.evidence(), names
        )
    return {lang: [one for one in every[lang] if one.native is not None] for lang in every}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_office_chart_says_all_that_its_picture_says(lang, natives):
    forms = set()
    for chart in natives[lang]:
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
def test_nothing_overlaps_or_leaves_the_slide(lang, real):
    made = [
        *real[lang],
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


def test_same_charts_give_the_same_bytes_without_dates(shown):
    made, first = shown
    assert first == deck(made, "五地比较")
    assert_undated(first)
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        inside = [name for name in package.namelist() if name.endswith(".xlsx")]
        assert len(inside) == 4
        for name in inside:
            assert_undated(package.read(name))


def assert_undated(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"</dcterms:" not in package.read("docProps/core.xml")
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_libreoffice_shows_every_slide(shown, tmp_path):
    soffice = program("soffice", "libreoffice")
    made, content = shown
    path = tmp_path / "deck.pptx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    done = subprocess.run(convert, check=True, capture_output=True, text=True, timeout=240)
    if not (tmp_path / "deck.pdf").is_file():  # a LibreOffice without its part for slides
        pytest.skip(f"this LibreOffice reads no slides: {done.stderr.strip()[-60:]}")
    with pypdfium2.PdfDocument(tmp_path / "deck.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
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
    chart = charts.target_path(observed, evidence=compare.evidence())
    office, picture = only_slide(chart), only_slide(replace(chart, native=None))
    assert "略为错开" in chart.words.note
    assert "略为错开" not in text_of(office) and "空心为目标" in text_of(office)
    assert "略为错开" in text_of(picture)
    assert "自拟" in text_of(only_slide(chart.with_words(note="自拟")))


def sizes_of(page):
    """Return the sizes of all text of a slide, in points, that of an Office chart included."""
    runs = [
        run.font.size.pt
        for shape in page.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    return [*runs, *(shape.chart.font.size.pt for shape in page.shapes if shape.has_chart)]


@pytest.mark.parametrize("count", [3, 60])
def test_no_text_of_a_deck_is_smaller_than_12_points(count, monkeypatch):
    blank = png_of(Figure((1, 1)), 10)  # of what is drawn, other tests look at the text
    monkeypatch.setattr("compare.charts.office.picture.png_of", lambda *_: blank)
    rows = made_up(count)
    long = {"note": "说明" * 400, "source": "来源" * 400, "title": "标题" * 100}
    for chart in every_form(rows, size="slide"):
        page = only_slide(chart.with_words(**long))
        assert min(sizes_of(page)) >= 12, chart.form
        native = [shape for shape in page.shapes if shape.has_chart]
        assert not (native and count == 60 and len(chart.native.rows) > 20), chart.form
        noted = page.notes_slide.notes_text_frame.text
        assert long["note"] in noted and long["source"] in noted


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "percentage points higher "), ("zh", "比全国高")]
)
def test_a_title_of_two_lines_of_a_page_is_whole_on_a_slide(lang, words):
    longest = (words * 40)[: 140 if lang == "en" else 60].strip()  # finding/headings.py
    assert laid_out(Words(longest, "", "", "")).title.text == longest
