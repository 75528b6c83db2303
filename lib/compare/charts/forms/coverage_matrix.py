"""The coverage matrix: regions × indicators by comparability and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from compare.charts.boundary import STATED, about, coverage_rows
from compare.charts.cells import SLASH, Cell, Heads, draw_cells, fit_heads, name_columns
from compare.charts.chart import Chart
from compare.charts.labelled_rows import folded
from compare.charts.layout import LEADING, Box, Words, fitting, text_width
from compare.charts.style import INK, LEAST_TEXT, NEUTRAL, PALE, size_named
from compare.charts.subjects import Subject
from compare.finding.coverage import coverage_finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import listed, sentences
from compare.wording.references import source_line
from compare.wording.values import is_missing

PLACE = 0
"""Its place among the forms of a subject."""

_FILL = {"exact": "#0b5394", "close": "#6fa8dc", "proxy": "#ffffff"}
_LEGEND = ("exact", "close", "proxy", "not-in-text", "not-applicable")
_INK = {"exact": "#ffffff"}

_DASHED: Mapping[str, Any] = {
    "edgecolor": NEUTRAL,
    "linewidth": 0.8,
    "linestyle": (0, (2, 1.5)),
}
"""The outline of a proxy."""

_SHARES = (0.22, 0.24, 0.26, 0.28, 0.31, 0.34, 0.38, 0.42, 0.5)
"""Parts of the width that the names of indicators may take: the most legible is taken."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the coverage of everything, and of a theme on half a page."""
    if subject.kind in ("everything", "theme"):
        half = subject.kind == "theme" and subject.size == "page"
        yield coverage_matrix(
            subject.covered,
            evidence=subject.evidence,
            lang=subject.lang,
            size="half" if half else subject.size,
        )


def coverage_matrix(
    coverage: Any, *, evidence: Evidence | None = None, lang: Lang = "zh", size: str = "page"
) -> Chart:
    """Draw which region prints which indicator, and how comparable it is.

    Parameters
    ----------
    coverage : frame
        Rows of ``compare.coverage()``, or of one's own with region, indicator, kind and
        status, in any kind of frame.
    evidence : Evidence, optional
        Names, themes and sources: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = coverage_rows(coverage, evidence)
    themes = tuple(dict.fromkeys(rows["theme"].dropna()))
    return Chart(
        key=f"coverage-{themes[0] if len(themes) == 1 else 'all'}.{lang}",
        form="coverage_matrix",
        lang=lang,
        size=size,
        words=_words(rows, known, lang),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, rows, lang, points),
        plot_height=2.4 * rows["indicator"].nunique() + 7 + _lines_of_heads(rows, lang),
        about=about(rows, ()),
    )


def _lines_of_heads(rows: pd.DataFrame, lang: Lang) -> float:
    """Return how many lines more long names of regions take than short ones."""
    longest = max((text_width(name, 72) for name in rows[f"region_{lang}"]), default=0.0)
    return min(longest, _LONGEST_HEAD) if longest > _SHORT_HEAD else 0.0


def _words(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Words:
    short = any(" " in str(years) for years in rows["years"].dropna())
    note = [
        say("coverage-matrix-note", lang),
        say("coverage-matrix-short", lang) if short else "",
    ]
    return Words(
        title=coverage_finding(rows, lang),
        subtitle=say("coverage-matrix-subtitle", lang, **_counts(rows)),
        note=sentences(note, lang),
        source=source_line(known.sources(rows["documents"]), lang),
    )


def _counts(rows: pd.DataFrame) -> dict[str, int]:
    return {"regions": rows["region"].nunique(), "n": rows["indicator"].nunique()}


def _alt(rows: pd.DataFrame, lang: Lang) -> str:
    found = rows[rows["status"] == "observed"].groupby([f"region_{lang}", "kind"]).size()
    parts = [say("coverage-matrix-alt", lang, **_counts(rows))]
    for region in dict.fromkeys(rows[f"region_{lang}"]):
        counts = {kind: int(found.get((region, kind), 0)) for kind in ("actual", "target")}
        parts.append(say("coverage-matrix-alt-row", lang, region=region, **counts))
    return sentences(parts, lang)


@dataclass(frozen=True)
class _Fit:
    """How a matrix fits: its blocks, the names of their rows, and the sizes of text.

    Attributes
    ----------
    blocks : list of list of str
        The indicators of each block.
    names : dict of str to str
        The name of each indicator, in one line or two.
    points : float
        Size of the names.
    smallest : float
        Size of the smallest text: theirs, that of the regions above the columns, or that of
        the years in the cells.
    heights : list of list of float
        Heights of the rows of each block, in inches.
    heads : Heads
        The names of the regions above the columns.
    top : float
        Height above the cells, in inches: kind and regions.
    """

    blocks: list[list[str]]
    names: dict[str, str]
    points: float
    smallest: float
    heights: list[list[float]]
    heads: Heads
    top: float


def _draw(figure: Figure, box: Box, rows: pd.DataFrame, lang: Lang, points: float) -> None:
    """Draw the matrix in as many blocks side by side as leave its text largest."""
    indicators = list(dict.fromkeys(rows["indicator"]))
    legend = points * 2.2 / 72
    room = Box(box.left, box.bottom + legend, box.width, box.height - legend)
    names = dict(zip(rows["indicator"], rows[f"indicator_{lang}"], strict=True))
    regions = list(dict.fromkeys(rows[f"region_{lang}"]))
    years = [_short_years(cell, lang) for cell in rows["years"].dropna()]
    choices = [
        _fit(blocks, names, regions, years, room, points, share)
        for blocks in (_blocks(indicators, count) for count in range(1, _MOST_BLOCKS + 1))
        for share in _SHARES
    ]
    best = max(choices, key=lambda fit: _merit(fit, points))
    width = (room.width + _BETWEEN) / len(best.blocks)
    head = best.top
    top = room.bottom + room.height
    for place, (block, heights) in enumerate(zip(best.blocks, best.heights, strict=True)):
        height = sum(heights)
        where = Box(room.left + place * width, top - head - height, width - _BETWEEN, height)
        _block(figure, where, rows, block, best, heights, lang, points)
    lowest = top - head - max(map(sum, best.heights)) - legend
    _legend(figure, Box(box.left, lowest, box.width, 0), legend, lang, points * 0.85)


_HEAD = 2.9
"""Lines above the cells: kind and regions."""

_WIDEST_LINE = 4.0
"""Most height of a row over the size of text."""

_ONE_LINE, _TWO_LINES = 1.28, 2.2
"""Height that a name in one line, or in two, needs over its size."""

_SHORT_HEAD, _LONGEST_HEAD = 7, 16
"""Lengths of the names of regions, over the size of text: until they stand in one line, and
the most that is kept free for them."""

_MOST_HEAD = 0.4
"""Most of the height that the names of regions take."""

_ONE_HEAD = 1.2
"""Lines that these may take without taking any from the cells."""

_YEAR_SHARE = 0.9
"""Part of a column's width that years may take."""

_MOST_BLOCKS = 3
_BETWEEN = 0.25
"""Space between blocks, in inches."""

_EASY = 0.8
"""Part of the full size of text at which no one asks for larger."""

_STEP = 0.98
"""How much smaller text gets from one attempt to the next."""


def _blocks(indicators: list[str], count: int) -> list[list[str]]:
    """Share indicators out to blocks, the first no shorter than the others."""
    most = -(-len(indicators) // count)
    return [indicators[start : start + most] for start in range(0, len(indicators), most)]


def _fit(
    blocks: list[list[str]],
    names: dict[str, str],
    regions: list[str],
    years: list[str],
    box: Box,
    points: float,
    share: float,
) -> _Fit:
    """Fit the names of indicators, in one line or two, into a share of a block's width."""
    width = (box.width + _BETWEEN) / len(blocks) - _BETWEEN
    size = points
    while True:
        folds, label_points = folded(list(names.values()), width * share, size)
        labels = dict(zip(names, folds, strict=True))
        needs = [[_row_need(labels[key], label_points) for key in block] for block in blocks]
        used = _widest(labels.values(), label_points)
        column = (width - used - 0.1) / 2 / len(regions) - 0.08 / len(regions)
        heads = fit_heads(regions, column, box.height * _MOST_HEAD, label_points)
        line = label_points * LEADING / 72
        top = _HEAD * line + max(0.0, heads.height - line * _ONE_HEAD)
        room = box.height - top
        if max(map(sum, needs)) <= room:
            break
        size *= _STEP
    smallest = min(heads.points, fitting(years, column * _YEAR_SHARE, label_points))
    heights = _row_heights(needs, room, points * _WIDEST_LINE / 72)
    return _Fit(blocks, labels, label_points, smallest, heights, heads, top)


def _merit(fit: _Fit, points: float) -> tuple[float, int, float]:
    """Return how good a fit is: legible first, then with few names in two lines."""
    folds = sum("\n" in name for name in fit.names.values())
    return round(min(fit.smallest, points * _EASY), 1), -folds, fit.smallest


def _row_need(label: str, points: float) -> float:
    return (_TWO_LINES if "\n" in label else _ONE_LINE) * points / 72


def _row_heights(needs: list[list[float]], room: float, most: float) -> list[list[float]]:
    """Return the heights of rows: all the same where there is room, else as they need."""
    longest = max(map(len, needs))
    even = min(room / longest, most)
    if even >= max(map(max, needs)):
        return [[even] * len(block) for block in needs]
    spare = (room - max(map(sum, needs))) / longest
    return [[min(need + spare, most) for need in block] for block in needs]


def _widest(labels: Iterable[str], points: float) -> float:
    return max(text_width(line, points) for label in labels for line in label.split("\n"))


def _block(
    figure: Figure,
    box: Box,
    rows: pd.DataFrame,
    indicators: list[str],
    fit: _Fit,
    heights: list[float],
    lang: Lang,
    points: float,
) -> None:
    """Draw some rows of the matrix: their names, then actuals, then targets."""
    label_width = _widest(fit.names.values(), fit.points) + 0.1
    panel = (box.width - label_width) / 2
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    shown = rows[rows["indicator"].isin(indicators)]
    for place, kind in enumerate(("actual", "target")):
        left = box.left + label_width + place * panel + 0.04
        axes = _panel(figure, Box(left, box.bottom, panel - 0.08, box.height))
        of_kind = shown[shown["kind"] == kind]
        _cells(axes, of_kind, names, indicators, heights, lang, fit, panel - 0.08)
        axes.set_title(term(kind, lang), fontsize=min(points, fit.points * 1.2), loc="left")
        if place == 0:
            axes.set_yticks(
                [down + 0.5 for down in range(len(indicators))],
                [fit.names[key] for key in indicators],
                fontsize=fit.points,
                linespacing=1.0,
                parse_math=False,
            )


def _panel(figure: Figure, box: Box) -> Axes:
    width, height = figure.get_size_inches()
    return figure.add_axes(
        (box.left / width, box.bottom / height, box.width / width, box.height / height)
    )


def _cells(
    axes: Axes,
    rows: pd.DataFrame,
    names: Mapping[str, str],
    indicators: Sequence[str],
    heights: Sequence[float],
    lang: Lang,
    fit: _Fit,
    width: float,
) -> None:
    column = width / len(names)
    years = [_short_years(cell, lang) for cell in rows["years"].dropna()]
    year_points = fitting(years, column * _YEAR_SHARE, max(fit.points * 0.9, LEAST_TEXT))
    known = {(row["indicator"], row["region"]): row for row in rows.to_dict("records")}
    matrix = [
        [_cell(known.get((indicator, region)), lang) for region in names]
        for indicator in indicators
    ]
    draw_cells(axes, matrix, year_points, heights)
    name_columns(axes, fit.heads, 1)


def _cell(row: Mapping[str, Any] | None, lang: Lang) -> Cell:
    if row is None:
        return Cell()
    grade = row["comparability"]
    if row["status"] not in STATED or is_missing(grade):
        return Cell(fill=PALE, slash=row["status"] == "not-applicable")
    return Cell(
        fill=_FILL[grade],
        text=_short_years(row["years"], lang),
        ink=_INK.get(grade, INK),
        outline=_DASHED if grade == "proxy" else {},
    )


def _short_years(years: object, lang: Lang) -> str:
    """Shorten ``2020 2025`` to ``20、25`` so that it fits a cell; one year stays whole."""
    parts = [] if is_missing(years) else str(years).split()
    return parts[0] if len(parts) == 1 else listed([year[2:] for year in parts], lang)


def _legend(figure: Figure, box: Box, height: float, lang: Lang, points: float) -> None:
    axes = _panel(figure, Box(box.left, box.bottom, box.width, height))
    axes.set(xlim=(0, box.width), ylim=(0, height))
    axes.axis("off")
    labels = {name: term(name, lang) for name in _LEGEND}
    room = box.width - 0.43 * len(labels)
    points *= min(1.0, room / sum(text_width(label, points) for label in labels.values()))
    x, y = 0.0, height * 0.45
    for name, label in labels.items():
        look = _DASHED if name == "proxy" else {"linewidth": 0}
        fill = _FILL.get(name, PALE)
        axes.add_patch(Rectangle((x, y - 0.05), 0.16, 0.12, facecolor=fill, **look))
        if name == "not-applicable":
            axes.plot([x + 0.03, x + 0.13], [y - 0.03, y + 0.05], **SLASH)
        axes.text(x + 0.21, y, label, fontsize=points, va="center_baseline")
        x += 0.21 + text_width(label, points) + 0.2
