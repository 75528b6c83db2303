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


def named_with(characters):
    """Return rows of a region for each character, whose keys and names end in it."""
    rows = made_up(len(characters))
    regions = dict(zip(dict.fromkeys(rows["region"]), characters, strict=True))
    spelt = rows["region"] + rows["region"].map(regions)
    indicators = rows["indicator"] + characters[0]
    for key, names in (("region", spelt), ("indicator", indicators)):
        rows[f"{key}_zh"] = rows[f"{key}_en"] = names
        rows[key] = names.map(tidy_name)
    return rows, spelt.unique()


def test_every_form_is_drawn():
    rows, names = named_with(CHARACTERS)
    for chart in every_form(rows):
        figure = chart.figure()
        figure.draw_without_rendering()
        shown = "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())
        assert missing_glyphs(shown) == "", chart.form
        assert SUBSTITUTE in shown, chart.form
        if chart.form in ("ranking", "gap_bars", "small_multiples", "rank_spread"):
            assert all(as_drawn(name).rstrip() in shown for name in names), chart.form
        assert set(chart.data["region"]) <= {tidy_name(name) for name in names}


def test_every_file_holds_the_name():
    rows, _ = named_with(["𠮷", "\x0b"])
    for chart in every_form(rows, lang="en"):
        assert chart.png(dpi=30)
        drawn = ElementTree.fromstring(chart.svg()).iter("{http://www.w3.org/2000/svg}text")
        shown = "".join(text for one in drawn for text in one.itertext())
        assert missing_glyphs(shown) == "" and SUBSTITUTE in shown, chart.form
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
