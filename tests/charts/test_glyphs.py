"""Characters that the font lacks, in every name: drawn with a substitute, in every form."""

import io
import xml.etree.ElementTree as ElementTree

import pytest
from forms_of import every_form, made_up
from matplotlib.text import Text
from pptx import Presentation

from compare.charts.office.slides import slide
from compare.glyphs import SUBSTITUTE, as_drawn, missing_glyphs, undrawn

CHARACTERS = ["𠮷", "\u200b", "\ufeff", "\ue000", "😀", "\x0b", "\u2009", "\ufe0f", "\n", "\t"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("character", CHARACTERS)
def test_every_form_is_drawn(character, lang):
    rows = made_up(3)
    rows["region"] = rows["region"] + character
    rows["indicator"] = rows["indicator"] + character
    for chart in every_form(rows, lang=lang):
        figure = chart.figure()
        figure.draw_without_rendering()
        shown = "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())
        assert missing_glyphs(shown) == "", chart.form
        assert (SUBSTITUTE in shown) == (as_drawn(character) == SUBSTITUTE), chart.form
        assert chart.data["region"].str.contains(character, regex=False).any()  # data keep it


@pytest.mark.parametrize("character", ["𠮷", "\x0b"])
def test_every_file_holds_the_name(character):
    rows = made_up(2)
    rows["region"] = rows["region"] + character
    for chart in every_form(rows):
        assert chart.png(dpi=30)
        ElementTree.fromstring(chart.svg())
        assert len(Presentation(io.BytesIO(slide(chart))).slides) == 1


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("吉林𠮷", "吉林□"),
        ("样\u200b县\ufeff", "样县"),
        ("a\tb\u2009c", "a b c"),
        ("一\n二", "一\n二"),
        ("双江县 A–B ≥90%", "双江县 A–B ≥90%"),
    ],
)
def test_a_substitute_is_drawn_for_what_the_font_lacks(text, drawn):
    assert as_drawn(text) == drawn


def test_what_is_not_drawn_as_it_is_can_be_named():
    assert undrawn("𠮷a\u200b教") == "\u200b𠮷"
