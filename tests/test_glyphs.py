"""Glyphs: what the font of pictures draws, and what stands in for the rest."""

import pytest

from compare.glyphs import as_drawn, undrawn


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("小学 90%", "小学 90%"),
        ("𠮷县", "□县"),
        ("样\u200b县\ufeff", "样县"),
        ("样\ue000县", "样□县"),
    ],
)
def test_what_the_font_lacks_has_a_substitute_and_what_has_no_width_goes(text, drawn):
    assert as_drawn(text) == drawn


def test_characters_that_cannot_be_drawn_are_told():
    assert not undrawn("小学入学率 ≥90%")
    assert undrawn("𠮷县")
