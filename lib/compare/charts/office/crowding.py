"""Whether the labels of a chart would cover each other in Office."""

from __future__ import annotations

from itertools import product

from pptx.enum.chart import XL_LABEL_POSITION

from compare.charts.chart import Native
from compare.charts.office.area import Area, overlap
from compare.charts.office.axes import FEW, room_for_text, text_size
from compare.charts.office.lines import lines_layout
from compare.charts.office.measure import office_width
from compare.charts.office.page import LEAST_TEXT
from compare.charts.office.scatter import ended, side_room

_RIGHT, _ABOVE, _BELOW = XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW


def is_crowded(native: Native, area: Area) -> bool:
    """Tell whether labels of a chart would cover each other, a mark or an interval.

    Office puts labels where it is told to; a picture moves them apart, and leaves out rows
    that have no room with text that can be read.
    """
    if native.kind != "lines":
        rows = len(native.rows) or max(len(series.x) for series in native.series)
        return room_for_text(area, rows + 1) < LEAST_TEXT
    layout, points = lines_layout(native, area), text_size(area, FEW)
    ends = layout.first, layout.last
    left, right = side_room(native, layout.labels, area, points, layout.left, *ends)
    width, height = area.width - left - right, area.height - 3.2 * points / 72
    line, mark = points * 1.2 / 72, 0.09
    words: list[Area] = []
    marks: list[Area] = []
    for which, series in enumerate(native.series):
        at = [(x - ends[0]) / (ends[1] - ends[0]) * width for x in series.x]
        up = [
            (layout.high - y) / (layout.high - layout.low) * height
            for y in ended(series.y, layout.low, layout.high)
        ]
        if series.line == "solid":  # an interval
            marks.append(Area(at[0] - 0.02, min(up), 0.04, max(up) - min(up)))
        for place, (across, down) in enumerate(zip(at, up, strict=True)):
            if series.marker:
                marks.append(Area(across - mark, down - mark, 2 * mark, 2 * mark))
            text, side = layout.labels.get((which, place), ("", _RIGHT))
            if not text:
                continue
            wide = office_width(text, points)
            top = {
                _RIGHT: down - line / 2,
                _ABOVE: down - mark - line,
                _BELOW: down + mark,
            }[side]
            words.append(
                Area(
                    across + (mark if side == _RIGHT else -wide / 2),
                    top,
                    wide,
                    line,
                )
            )
    pairs = [(one, other) for place, one in enumerate(words) for other in words[place + 1 :]]
    return any(overlap(one, other) for one, other in [*pairs, *product(words, marks)])
