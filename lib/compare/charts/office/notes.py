"""Notes for the speaker: everything that is known of a chart, in words."""

from __future__ import annotations

from pptx.slide import Slide

from compare.charts.chart import Chart
from compare.charts.office.page import LANGUAGES
from compare.wording.catalogue import say


def write_notes(page: Slide, chart: Chart) -> None:
    """Write title, alt text, note, source and figures of a chart beside its slide."""
    words = chart.words
    parts = [
        words.title,
        say("slides-picture", chart.lang, alt=chart.alt),
        words.note,
        words.source,
    ]
    if chart.about.figures:
        figures = ", ".join(dict.fromkeys(chart.about.figures))
        parts.append(say("slides-figures", chart.lang, figures=figures))
    frame = page.notes_slide.notes_text_frame
    frame.text = "\n".join(filter(None, parts))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = LANGUAGES[chart.lang]
