"""Characters that the font lacks, in every name: drawn with a substitute, in every form."""

import io
import xml.etree.ElementTree as ElementTree

import pytest
from forms_of import every_form, made_up
from matplotlib.text import Text
from pptx import Presentation

from compare.charts.office.slides import slide
from compare.glyphs import SUBSTITUTE, as_drawn, missing_glyphs, undrawn
from compare.ledger.names import tidy_name

CHARACTERS = ["𠮷", "\u200b", "\ufeff", "\ue000", "😀", "\x0b", "\u2009", "\ufe0f", "\n", "\t"]


def named_with(rows, character):
    """Return rows whose keys and names end in a character; keys without what nobody sees."""
    for key in ("region", "indicator"):
        spelt = rows[key] + character
        rows[f"{key}_zh"] = rows[f"{key}_en"] = spelt
        rows[key] = spelt.map(tidy_name)
    return rows


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("character", CHARACTERS)
def test_every_form_is_drawn(character, lang):
    rows = named_with(made_up(3), character)
    for chart in every_form(rows, lang=lang):
        figure = chart.figure()
        figure.draw_without_rendering()
        shown = "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())
        assert missing_glyphs(shown) == "", chart.form
        assert (SUBSTITUTE in shown) == (as_drawn(character) == SUBSTITUTE), chart.form
        kept = tidy_name(f"x{character}").removeprefix("x")  # a name's own characters stay in data
        assert chart.data["region"].str.contains(kept, regex=False).any()


@pytest.mark.parametrize("character", ["𠮷", "\x0b"])
def test_every_file_holds_the_name(character):
    rows = named_with(made_up(2), character)
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
