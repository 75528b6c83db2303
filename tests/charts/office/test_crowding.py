"""Lines whose labels would cover each other become a picture."""

from dataclasses import replace

from slideshow import (
    LINES,
    hand_made,
    only_slide,
)


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
