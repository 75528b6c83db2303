"""The empty presentation: its font and its layouts."""

import io
import re
import zipfile

from slideshow import (
    BARS,
    hand_made,
    opened,
)

from compare.charts.office.presentation import FONT
from compare.charts.office.slides import slide


def test_text_asks_for_a_chinese_font_and_names_its_language():
    content = slide(hand_made(BARS))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        chart = package.read("ppt/charts/chart1.xml").decode()
        page = package.read("ppt/slides/slide1.xml").decode()
    for script in ("latin", "ea"):
        assert re.findall(f'<a:{script} typeface="([^"]*)"', theme) == [FONT, FONT]
    assert f'script="Hans" typeface="{FONT}"' in theme
    assert 'latin typeface="+mn-lt"' in chart and 'ea typeface="+mn-ea"' in chart
    assert 'lang="zh-CN"' in page and 'lang="zh-CN"' in chart


def test_layouts_fit_the_wide_page():
    presentation = opened(slide(hand_made(BARS)))
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            assert shape.left + shape.width <= presentation.slide_width
    widest = max(shape.width for shape in presentation.slide_master.placeholders)
    assert widest > presentation.slide_width * 0.85
