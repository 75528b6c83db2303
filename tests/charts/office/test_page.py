"""The words of a slide."""

from pptx.enum.text import MSO_AUTO_SIZE
from slideshow import (
    hand_made,
    only_slide,
)

from compare.charts.layout import text_width


def test_text_fits_its_box_with_a_font_that_is_wider():
    page = only_slide(hand_made(title="Of 51 indicators, 12 have comparable actuals 宁波领先" * 3))
    for shape in page.shapes:
        if not shape.has_text_frame:
            continue
        frame = shape.text_frame
        assert frame.word_wrap
        assert frame.auto_size == MSO_AUTO_SIZE.NONE
        needed = 0
        for paragraph in frame.paragraphs:
            (run,) = paragraph.runs
            width = text_width(run.text, run.font.size.pt, bold=run.font.bold) * 1.15
            needed += -(-width // (shape.width / 914400)) * paragraph.line_spacing
        assert needed <= shape.height + 1
