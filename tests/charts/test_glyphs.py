"""Characters that the font lacks, in every name: drawn with a substitute, in every form."""

import io
import re
import xml.etree.ElementTree as ElementTree

import pytest
from forms_of import every_form, made_up
from matplotlib.text import Text
from pptx import Presentation

from compare.charts.office.slides import slide
from compare.glyphs import SUBSTITUTE, as_drawn, missing_glyphs, undrawn
from compare.ledger.names import tidy_name

CHARACTERS = ["𠮷", "\u200b", "\ufeff", "\ue000", "😀", "\x0b", "\u2009", "\ufe0f", "\n", "\t"]
SUBSTITUTED = [character for character in CHARACTERS if as_drawn(character) == SUBSTITUTE]
OTHERS = [character for character in CHARACTERS if character not in SUBSTITUTED]


def named_with(rows, characters):
    """Return rows whose keys and names end in characters; keys without what nobody sees.

    Each region has one of them, in turn; an indicator has all.
    """
    ends = {name: characters[n % len(characters)] for n, name in enumerate(rows["region"].unique())}
    every = dict.fromkeys(rows["indicator"], "".join(characters))
    for key, end in (("region", ends), ("indicator", every)):
        spelt = rows[key] + rows[key].map(end)
        rows[f"{key}_zh"] = rows[f"{key}_en"] = spelt
        rows[key] = spelt.map(tidy_name)
    return rows


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("characters", [SUBSTITUTED, OTHERS], ids=["substituted", "drawn or gone"])
def test_every_form_is_drawn(characters, lang):
    rows = named_with(made_up(max(3, len(characters))), characters)
    for chart in every_form(rows, lang=lang):
        figure = chart.figure()
        figure.draw_without_rendering()
        shown = "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())
        assert missing_glyphs(shown) == "", chart.form
        assert (SUBSTITUTE in shown) == (characters == SUBSTITUTED), chart.form
        named = re.findall(r"region\d\d(.?)", shown, flags=re.DOTALL)
        assert characters != SUBSTITUTED or set(named) <= {SUBSTITUTE}, chart.form
        for character in characters:  # a name's own characters stay in data
            kept = tidy_name(f"x{character}").removeprefix("x")
            own = rows["region"][rows["region_zh"].str.endswith(character)]
            assert own.str.endswith(kept).all() and len(own)
            assert set(chart.data["region"]) <= set(rows["region"])


@pytest.mark.parametrize("character", ["𠮷", "\x0b"])
def test_every_file_holds_the_name(character):
    rows = named_with(made_up(2), [character])
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
