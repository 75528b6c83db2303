"""A chart as Office draws it itself, with its numbers inside."""

from __future__ import annotations

import math
from dataclasses import replace

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import Font

from compare.charts.chart import Chart, Native, Series
from compare.charts.office.area import Area
from compare.charts.office.bars import bar_chart
from compare.charts.office.colours import INK
from compare.charts.office.crowding import is_crowded
from compare.charts.office.lines import line_chart
from compare.charts.office.page import LANGUAGES
from compare.charts.office.rows import row_chart
from compare.errors import unknown
from compare.glyphs import printable
from compare.wording.catalogue import Lang

_KINDS = {"bars": bar_chart, "rows": row_chart, "lines": line_chart}
"""What draws each kind of chart."""


def office_chart(chart: Chart, area: Area) -> Native | None:
    """Return what Office can draw in an area; none where a picture has to do."""
    if chart.native is None:
        return None
    if chart.native.kind not in _KINDS:
        raise unknown("kind", chart.native.kind, _KINDS)
    native = _cleaned(chart.native)
    return native if native.series and not is_crowded(native, area) else None


def add_office_chart(page: Slide, native: Native, lang: Lang, area: Area) -> GraphicFrame:
    """Put on a slide what :func:`office_chart` returned."""
    frame = _KINDS[native.kind](page, native, area)
    office = frame.chart
    office.has_title = False
    office.font.color.rgb = RGBColor.from_string(INK)
    office.font.language_id = LANGUAGES[lang]
    _name_theme_font(office.font)
    office.has_legend = False  # every row, and every line at its end, says its name
    return frame


def _cleaned(native: Native) -> Native:
    """Leave out characters that the file cannot hold, and points that stand nowhere.

    Of marks and lines the longest series comes first: LibreOffice loses one that is shorter
    than those after it.
    """
    cleaned = (_cleaned_series(series, native.kind) for series in native.series)
    series = [one for one in cleaned if one.x]
    if native.kind != "bars":
        series.sort(key=lambda one: -len(one.x))
    return replace(
        native,
        axis=printable(native.axis),
        series=tuple(series),
        rows=tuple((printable(name), printable(remark)) for name, remark in native.rows),
        limits=tuple((value, printable(name)) for value, name in native.limits),
    )


def _cleaned_series(series: Series, kind: str) -> Series:
    many = len(series.x)
    labels = series.labels or ("",) * many
    heights = series.y if kind != "bars" else (0.0,) * many
    hollow = series.hollow or (False,) * many
    points = [
        (printable(label), x, y, empty)
        for label, x, y, empty in zip(labels, series.x, heights, hollow, strict=True)
        if kind == "bars" or (_is_somewhere(x) and _is_somewhere(y))
    ]
    labels, x, y, hollow = zip(*points, strict=True) if points else ((), (), (), ())
    return replace(series, name=printable(series.name), labels=labels, x=x, y=y, hollow=hollow)


def _is_somewhere(value: float | None) -> bool:
    """Tell whether a value has a place, be it beyond the end of an axis."""
    return value is not None and not math.isnan(value)


def _name_theme_font(font: Font) -> None:
    """Ask for the theme's font in both scripts, which text in charts does not do by itself."""
    font.name = "+mn-lt"
    chinese = font._element.makeelement(qn("a:ea"), {"typeface": "+mn-ea"})
    font._element.latin.addnext(chinese)
