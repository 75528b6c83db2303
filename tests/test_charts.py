"""Charts: what they were given and drew, and that every character has a glyph."""

import re

import matplotlib
import pytest

import compare
from compare import charts
from compare.charts import layout
from compare.charts.style import SIZES, region_looks
from compare.fonts import font_faces, missing_glyphs, register_fonts

THEMES = ["enrolment", "balance", "inclusion", "preschool", "vocational"]


def texts_of(figure):
    shown = figure.findobj(matplotlib.text.Text)
    return [text for text in shown if text.get_visible() and text.get_text()]


def all_charts(lang, size):
    yield charts.coverage_matrix(compare.coverage(), lang=lang, size=size)
    for theme in THEMES:
        observed = compare.observations(theme=theme)
        coverage = compare.coverage(theme=theme)
        yield charts.small_multiples(observed, coverage, lang=lang, size=size)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_character_drawn_has_a_glyph(lang, project):
    for chart in all_charts(lang, "page"):
        drawn = "".join(text.get_text() for text in texts_of(chart.figure()))
        assert drawn
        assert missing_glyphs(drawn) == ""


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
    faces = font_faces("衢州")
    assert faces.count("@font-face") == 2
    assert 0 < len(faces) < 200_000


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", list(SIZES))
def test_no_text_leaves_the_page(lang, size, project):
    for chart in all_charts(lang, size):
        figure = chart.figure()
        drawn = figure.get_tightbbox()
        width, height = figure.get_size_inches()
        assert drawn.x0 >= 0 and drawn.y0 >= 0, chart.words.title
        assert drawn.x1 <= width and drawn.y1 <= height, chart.words.title


def test_same_data_gives_the_same_bytes(project):
    first, second = (charts.coverage_matrix(compare.coverage()).png(dpi=72) for _ in range(2))
    assert first == second


def test_missing_regions_are_listed_with_their_reason(project):
    chart = charts.small_multiples(
        compare.observations(theme="enrolment"), compare.coverage(theme="enrolment")
    )
    shown = [text.get_text() for text in texts_of(chart.figure())]
    assert "文中未见:宁波、衢州" in shown


def test_proxies_are_hollow_and_said_to_be(project):
    observed = compare.observations(indicator="preschool_gross_enrolment")
    chart = charts.small_multiples(observed, compare.coverage(theme="enrolment"))
    lines = chart.figure().findobj(matplotlib.lines.Line2D)
    hollow = [line for line in lines if line.get_markerfacecolor() == "white"]
    assert len(hollow) == (observed["comparability"] == "proxy").sum() > 0
    labels = [text.get_text() for text in texts_of(chart.figure())]
    assert sum("近似)" in label for label in labels) == len(hollow)


def test_an_unbounded_end_is_an_arrow_and_a_bounded_one_a_line(project):
    observed = compare.observations(indicator="new_preschool_places", region="抚顺")
    coverage = compare.coverage(theme="preschool")
    figure = charts.small_multiples(observed, coverage).figure()
    notes = figure.findobj(matplotlib.text.Annotation)
    assert sum(note.arrow_patch is not None for note in notes) == 1


def test_a_region_has_one_look_and_no_other_has_it(project):
    looks = region_looks()
    assert list(looks) == ["fushun", "ningbo", "xiangshan", "pingyang", "quzhou"]
    assert len(set(looks.values())) == len(looks)
    assert len({look.colour for look in looks.values()}) == len(looks)


def test_alt_text_says_every_value(project):
    observed = compare.observations(indicator="balance_junior")
    chart = charts.small_multiples(observed, compare.coverage(theme="balance"))
    assert "衢州 2027目标(每县要求) <0.35" in chart.alt
    bundle, metadata = chart._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == chart.alt
    assert chart.alt.encode("utf-8") in bundle["image/png"]


def test_wrapped_lines_fit_and_keep_every_character():
    text = "来源:《抚顺市“十四五”教育发展规划》(抚政办发〔2022〕18号,2022-05-18)。" * 3
    lines = layout.wrap(text, 3.0, 9)
    assert "".join(lines) == text
    assert all(layout.text_width(line, 9) <= 3.0 for line in lines)
    assert not any(re.match(r"[,。;:、!?)》”]", line) for line in lines)
    assert not any(line.endswith(("《", "(", "“", "〔")) for line in lines)


@pytest.mark.parametrize(("argument", "value"), [("lang", "fr"), ("size", "poster")])
def test_unknown_language_or_size_is_refused(argument, value, project):
    with pytest.raises(compare.CompareError, match=f"{argument}='{value}' does not exist"):
        charts.coverage_matrix(compare.coverage(), **{argument: value})
