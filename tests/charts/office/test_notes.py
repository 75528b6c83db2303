"""Notes for the speaker."""

from slideshow import (
    BARS,
    hand_made,
    only_slide,
)


def test_notes_hold_everything_for_the_speaker():
    chart = hand_made(BARS)
    assert only_slide(chart).notes_slide.notes_text_frame.text.split("\n") == [
        "宁波领先",
        f"图意：{chart.alt}",
        "注一",
        "来源:《规划》(2022-05-18)。",
        "数字编号：fushun-14fyp/017, made/001",
    ]
