"""Legends: what a mark means is told whole, on a telephone in two lines."""

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from compare.charts.layout import Box
from compare.charts.legend import BOUND, TARGET, draw_legend, entries
from compare.wording.catalogue import say

MARKS = (BOUND, TARGET)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [3.4, 9.0])
def test_words_of_a_mark_are_whole_at_any_width(lang, width):
    figure = Figure(figsize=(width, 3.0))
    left = draw_legend(figure, Box(0, 0, width, 3.0), 9.0, entries(MARKS, lang))
    texts = sorted(figure.texts, key=lambda text: (-text.get_position()[1], text.get_position()[0]))
    told = "".join(text.get_text() for text in texts).replace(" ", "")
    assert told == "".join(say(f"mark-{mark}", lang) for mark in MARKS).replace(" ", "")
    goes_on = lang == "en" and width < 4
    assert len(texts) == len(MARKS) + goes_on
    # what goes on has no mark of its own
    assert len(figure.findobj(Line2D)) == len(MARKS)
    assert max(text.get_position()[1] * 3.0 for text in texts) < left.bottom
