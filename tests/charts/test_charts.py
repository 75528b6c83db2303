"""Charts: what they were given and drew, and that every character has a glyph."""

import io
import re
from dataclasses import replace

import matplotlib
import numpy as np
import pandas as pd
import pytest
from covering import covering
from forms_of import in_both_languages, made_up, two_editions
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image, ImageChops
from remembered import remembered

import compare
from compare import charts
from compare.charts import layout
from compare.charts.fonts import fonts_for, register_fonts
from compare.charts.labelled_rows import Limit, Row, draw_rows, fold, tick_in_words
from compare.charts.layout import Box
from compare.charts.marks import draw_interval, meaning
from compare.charts.pictures import png_of
from compare.charts.style import PALETTE, SIZES, Look, drawing_style, ink, region_looks
from compare.glyphs import missing_glyphs
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import say

INDICATORS = ["public_children_share", "teacher_pay_ratio", "compulsory_retention"]
"""Together they have every form, open ends, two benchmarks, ties and undetermined pairs."""

LEAST = {"half": 8, "page": 8, "slide": 12}
"""Smallest text in points, also of the matrix of all indicators, which has 51 rows."""


def texts_of(figure):
    shown = figure.findobj(Text)
    return [text for text in shown if text.get_visible() and text.get_text().strip()]


def some_charts(lang, of_indicators):
    """Give charts of every form, those with the most text among them."""
    known = {"evidence": compare.evidence(), "lang": lang}
    yield charts.coverage_matrix(compare.coverage(), **known)
    covered, observed = compare.coverage(theme="balance"), compare.observations(theme="balance")
    yield charts.coverage_matrix(covered, **known)
    yield charts.small_multiples(observed, covered, **known)
    yield from of_indicators[lang]
    everything = compare.rankings(
        compare.align(compare.observations(), year=2025, kind="target", evidence=compare.evidence())
    )
    yield charts.region_profile(everything, "xiangshan", **known)
    pace = compare.progress(compare.observations(region="xiangshan"))
    yield charts.dumbbell(pace[pace["unit"] == "%"], **known)
    pace = compare.progress(compare.observations(indicator="balance_primary"))
    yield charts.dumbbell(pace, **known)
    aligned = compare.align(compare.observations(), year=2020, kind="actual")
    posts = {"compulsory_retention": (0, 100)}  # it may pass a hundred: it has no cap
    index = compare.composite(aligned, goalposts=posts)
    tried = compare.composite_variants(aligned, goalposts=posts)
    yield charts.rank_spread(index, tried, **known)
    rows = made_up(3)  # the five documents have no outcome of a target, and no second edition
    attained, one = compare.attainment(rows), rows[rows["indicator"] == "alpha"]
    yield charts.attainment_board(attained, lang=lang)
    yield charts.bullet(attained[attained["indicator"] == "alpha"], lang=lang)
    yield charts.revision_dumbbell(compare.revisions(two_editions(one)), lang=lang)


@pytest.fixture(scope="module")
def both(built_once):
    """Return charts of every form in both languages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        with remembered():
            of_indicators = in_both_languages(
                compare.observations(), compare.coverage(), compare.evidence(), INDICATORS
            )
        yield {lang: list(some_charts(lang, of_indicators)) for lang in ("zh", "en")}


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request, both):
    return both[request.param]


@pytest.fixture(
    scope="module", params=[("zh", "half"), ("zh", "slide"), ("en", "page"), ("en", "slide")]
)
def drawn(request, both):
    """Return the charts drawn in one size, with where their text is."""
    lang, size = request.param
    sized = [replace(chart, size=size) for chart in both[lang]]
    return [(chart, *placed(chart)) for chart in sized]


def placed(chart):
    """Draw a chart; return the size of its page, and its texts with their boxes, in pixels."""
    with drawing_style(SIZES[chart.size]):
        figure = chart.figure()
        canvas = FigureCanvasAgg(figure)
        figure.draw_without_rendering()
        renderer = canvas.get_renderer()
        boxes = [(text, Text.get_window_extent(text, renderer)) for text in texts_of(figure)]
    return figure.bbox, boxes


def test_every_form_is_looked_at(made):
    forms = {chart.form for chart in made}
    assert len(forms) >= 12  # a new form may be of no subject that is drawn here
    assert forms <= set(charts.FORMS)


def test_every_character_drawn_has_a_glyph(drawn):
    for chart, _, boxes in drawn:
        assert missing_glyphs("".join(text.get_text() for text, _ in boxes) + chart.alt) == ""


def test_no_text_leaves_the_page(drawn):
    for chart, page, boxes in drawn:
        for text, box in boxes:
            inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= page.x1 + 1
            assert inside and box.y1 <= page.y1 + 1, (chart.key, chart.size, text.get_text())


def test_no_text_covers_another(drawn):
    for chart, _, boxes in drawn:
        assert covering(boxes) == [], (chart.key, chart.size)


def test_no_text_is_too_small_to_read(drawn):
    for chart, _, boxes in drawn:
        smallest = min(text.get_fontsize() for text, _ in boxes)
        assert smallest >= LEAST[chart.size] - 1e-9, (chart.key, chart.size, smallest)


def test_a_legend_explains_what_is_related_worded_or_joined(drawn):
    seen = set()
    for chart, _, boxes in drawn:
        figure = boxes[0][0].get_figure()
        said = {text.get_text() for text in figure.texts}
        marks = {
            mark for axes in figure.axes for one in axes.get_children() for mark in meaning(one)
        }
        for mark in marks & {"related", "worded", "change", "derived"}:
            assert say(f"mark-{mark}", chart.lang) in said, (chart.key, mark)
            seen.add(mark)
        if "reference" in marks:
            assert re.search(NATION, _shown(chart, figure)), chart.key
    assert seen >= {"related", "change"}
    assert "worded" in seen or drawn[0][0].size == "slide"  # which holds fewer panels


NATION = r"\bnational\b|全国|国家"


def _shown(chart, figure):
    """Return all that a picture shows but its title."""
    texts = [text.get_text() for text in figure.findobj(Text) if text.get_visible()]
    title = chart.words.title.replace(" ", "")
    return " ".join(text for text in texts if text.replace("\n", "").replace(" ", "") not in title)


def test_chinese_words_have_chinese_punctuation(made):
    for chart in made:
        if chart.lang == "zh":
            said = [chart.words.title, chart.words.subtitle, chart.words.source]
            assert not re.search("[\u4e00-\u9fff][,:;(]", " ".join(said)), chart.key


def test_every_character_of_the_ledger_has_a_glyph(project):
    words = compare.table("figures")[["label", "quote", "note"]].fillna("").to_numpy().ravel()
    assert missing_glyphs("".join(sorted(set("".join(words))))) == ""


def test_missing_glyphs_are_noticed():
    assert missing_glyphs("校\U0001f600") == "\U0001f600"


def test_regular_and_bold_are_different_fonts():
    regular, bold = register_fonts()
    found = matplotlib.font_manager.findfont(
        matplotlib.font_manager.FontProperties(family="Noto Sans SC", weight="bold")
    )
    assert found == str(bold) != str(regular)


def test_pages_carry_only_the_characters_they_show():
    faces = fonts_for("衢州")
    assert list(faces) == [400, 700]
    assert all(0 < len(face) < 100_000 for face in faces.values())


def test_same_data_gives_the_same_bytes(project):
    rows = compare.coverage()
    rows = rows[rows["theme"] == "balance"]
    first, second = (charts.coverage_matrix(rows).png(dpi=72) for _ in range(2))
    assert first == second


def test_a_region_has_one_look_and_no_other_has_it(project):
    looks = region_looks(compare.evidence(), ())
    assert list(looks) == ["fushun", "ningbo", "xiangshan", "pingyang", "quzhou"]
    assert len(set(looks.values())) == len(looks)
    assert len({look.colour for look in looks.values()}) == len(looks)


def test_a_number_keeps_what_it_counts():
    title = "象山县：随迁子女公办就读比例低于平阳（100%）10.6个百分点（2020年，口径相近）"
    for width in (1.0, 1.6, 2.2, 3.1, 4.0):
        lines = layout.wrap(title, width, 12)
        assert "".join(lines) == title
        assert not any(line[-1].isdigit() for line in lines[:-1]), lines


def test_wrapped_lines_fit_and_keep_every_character():
    text = "来源：《抚顺市“十四五”教育发展规划》（抚政办发〔2022〕18号，2022-05-18）。" * 3
    lines = layout.wrap(text, 3.0, 9)
    assert "".join(lines) == text
    assert all(layout.text_width(line, 9) <= 3.0 for line in lines)
    assert not any(re.match(r"[,，。;；:：、!！?？)）》”]", line) for line in lines)
    assert not any(line.endswith(("《", "(", "（", "“", "〔")) for line in lines)


@pytest.mark.parametrize(("argument", "value"), [("lang", "fr"), ("size", "poster")])
def test_unknown_language_or_size_is_refused(argument, value, project):
    with pytest.raises(compare.CompareError, match=f"{argument}='{value}' does not exist"):
        charts.coverage_matrix(compare.coverage(), **{argument: value})


def hand_drawn(rows, **options):
    with drawing_style(SIZES["half"]):
        figure = Figure(figsize=(6.3, 4.4))
        axes = draw_rows(figure, Box(0.1, 0.1, 6.1, 4.2), 8, rows, **options)
    return figure, axes


def interval(lo, hi, value=None):
    row = {"lo": lo, "hi": hi, "value": value, "comparability": "exact"}
    return lambda axes, y, points: draw_interval(axes, y, row, Look("#0072B2", "o"), points)


def test_an_arrow_ends_inside_its_axis():
    rows = [Row("甲", "≥100%", interval(100, None, 100)), Row("乙", "8%", interval(8, 8, 8))]
    figure, axes = hand_drawn(rows, unit="%")
    FigureCanvasAgg(figure).draw()
    (arrow,) = [text for text in axes.texts if getattr(text, "arrow_patch", None)]
    assert arrow.arrow_patch.get_window_extent().x1 <= axes.bbox.x1


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("year", 2025, ["2023", "2024", "2025", "2026", "2027"]),
        ("%", 100, ["96", "98", "100"]),  # no share above 100 %
        ("所", 2, ["1", "2", "3"]),  # no half of a school
    ],
)
def test_a_value_alone_stands_on_an_axis_that_people_can_read(unit, value, shown):
    rows = [Row("甲", "", interval(value, value, value))]
    _, axes = hand_drawn(rows, unit=unit, bounds=(0, 100 if unit == "%" else None))
    assert [label.get_text() for label in axes.get_xticklabels()] == shown


@pytest.mark.parametrize(("lang", "many"), [("zh", "10000"), ("en", "10,000")])
def test_thousands_and_minus_signs_stand_on_the_axis_as_in_the_text(lang, many):
    rows = [Row("甲", "", interval(-4000, 12000))]
    _, axes = hand_drawn(rows, unit="人", lang=lang)
    ticks = [label.get_text() for label in axes.get_xticklabels()]
    assert many in ticks and "0" in ticks
    assert not any("-" in tick for tick in ticks)


def test_the_axis_reaches_every_benchmark_and_names_it():
    rows = [Row("甲", "0.2", interval(0.2, 0.2, 0.2))]
    _, axes = hand_drawn(rows, limits=[Limit(0.45, "国标 ≤0.45"), Limit(0.3, "目标 0.3")])
    left, right = axes.get_xlim()
    assert left < 0.2 and right > 0.45
    assert {text.get_text() for text in axes.texts} >= {"国标 ≤0.45", "目标 0.3"}


@pytest.mark.parametrize("colour", PALETTE)
def test_text_in_a_region_s_colour_can_be_read(colour):
    red, green, blue = matplotlib.colors.to_rgb(ink(colour))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (light + 0.05) >= 4.49


def test_pictures_are_opaque_and_small(project):
    chart = charts.coverage_matrix(compare.coverage(theme="balance"), size="half")
    with Image.open(io.BytesIO(chart.png(dpi=300))) as picture:
        assert picture.mode == "P"
        assert "transparency" not in picture.info
        with drawing_style(SIZES["half"]):
            figure = chart.figure()
            figure.set_dpi(300)
            canvas = FigureCanvasAgg(figure)
            canvas.draw()
        exact = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        difference = ImageChops.difference(exact, picture.convert("RGB"))
    assert max(high for _, high in difference.getextrema()) < 8
    assert exact.getpixel((2, 2)) == (255, 255, 255)


def test_a_picture_of_too_many_colours_keeps_them_all():
    figure = Figure(figsize=(2, 2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.imshow(np.random.default_rng(0).random((200, 200, 3)), aspect="auto")
    with Image.open(io.BytesIO(png_of(figure, 100))) as picture:
        assert picture.mode == "RGB"


def test_ticks_are_never_rounded_to_another_number():
    assert tick_in_words(1.025, "%", "zh") == "1.025"
    assert tick_in_words(-12500.0, "个", "en") == "−12,500"
    assert tick_in_words(-12500.0, "个", "zh") == "−12500"
    assert tick_in_words(2025.0, "year", "en") == "2025"
    assert tick_in_words(-0.0, "%", "en") == "0"
    assert [tick_in_words(tick, "万人次", "en") for tick in (0.0, 5.0)] == ["0", "50,000"]
    assert tick_in_words(5.0, "万人次", "zh") == "5"
    assert tick_in_words(2.5, "亿元", "en") == "250"


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("适龄残疾儿童义务教育入学率（比标准）", 1.8, ["适龄残疾儿童义务教育入学率", "（比标准）"]),
        ("Share of graded kindergartens (vs Xiangshan)", 2.0,
         ["Share of graded kindergartens", "(vs Xiangshan)"]),
        ("小学  校际差异系数", 0.8, ["小学", "校际差异系数"]),
        ("学前三年入园率（比标准）", 9.0, ["学前三年入园率（比标准）"]),
    ],
)  # fmt: skip
def test_a_name_too_wide_folds_before_its_bracket(name, width, lines):
    assert fold(name, width, 8).split("\n") == lines


NOTHING = {
    "ranking": lambda rows: compare.rankings(compare.align(rows)).head(0),
    "gap_bars": lambda rows: compare.gaps(compare.align(rows), to="benchmark", evidence=Evidence()),
    "gap_matrix": lambda rows: compare.gaps(compare.align(rows), to="best"),
    "bullet": compare.attainment,
    "attainment_board": compare.attainment,
    "dumbbell": compare.progress,
    "target_path": lambda rows: rows.assign(value=None, lo=None, hi=None),
    "small_multiples": lambda rows: rows.assign(value=None, lo=None, hi=None),
    "coverage_matrix": lambda rows: rows.assign(status="observed").head(0),
}
"""For each form a frame that lacks what it is about, from outcomes of one year."""


@pytest.mark.parametrize("form", NOTHING)
def test_a_frame_that_lacks_what_a_form_is_about_is_refused_in_one_sentence(form):
    rows = pd.DataFrame({
        "region": ["a", "b"], "indicator": "x", "year": 2020, "kind": "actual", "unit": "%",
        "value": [1.0, 2.0], "lo": [1.0, 2.0], "hi": [1.0, 2.0], "direction": "higher",
    })  # fmt: skip
    with pytest.raises(compare.CompareError, match=r"this chart draws .*; the frame holds none: "):
        getattr(charts, form)(NOTHING[form](rows))
