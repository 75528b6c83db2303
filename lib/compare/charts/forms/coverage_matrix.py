"""The coverage matrix: regions × indicators by comparability and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.boundary import STATED, about, check_any, coverage_rows
from compare.charts.capacity import most_that_fit, rest_height, say_rest, sizes_of_text
from compare.charts.cells import Cell, Heads, draw_cells, fit_heads, name_columns
from compare.charts.chart import Chart
from compare.charts.keys import file_key
from compare.charts.labelled_rows import fold
from compare.charts.layout import LEADING, Box, Words, text_width
from compare.charts.legend import Entry, draw_legend
from compare.charts.marks import HATCH
from compare.charts.style import INK, PALE, least_text, size_named
from compare.charts.subjects import Subject
from compare.finding.coverage import coverage_finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import listed, sentences
from compare.wording.references import source_line
from compare.wording.values import is_missing

PLACE = 0
"""Its place among the forms of a subject."""

_FILL = {"exact": "#0b5394", "close": "#6fa8dc", "proxy": "#ffffff"}
_LEGEND = ("exact", "close", "proxy", "not-in-text", "not-applicable")
_INK = {"exact": "#ffffff"}

_HATCHED: Mapping[str, Any] = {"edgecolor": "#b5b5b5", "linewidth": 0.7, "hatch": HATCH}
"""The inside of a related indicator's cell."""

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
    check_any(rows, "what each region states", "give it rows of compare.coverage")
    themes = tuple(dict.fromkeys(rows["theme"].dropna()))
    return Chart(
        key=file_key(f"coverage-{themes[0] if len(themes) == 1 else 'all'}", lang),
        form="coverage_matrix",
        lang=lang,
        size=size,
        words=_words(rows, known, lang),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, rows, lang, points),
        plot_height=2.4 * rows["indicator"].nunique() + 9 + _lines_of_heads(rows, lang),
        about=about(rows, ()),
    )


def _lines_of_heads(rows: pd.DataFrame, lang: Lang) -> float:
    """Return how many lines more long names of regions take than short ones."""
    longest = max((text_width(name, 72) for name in rows[f"region_{lang}"]), default=0.0)
    return min(longest, _LONGEST_HEAD) if longest > _SHORT_HEAD else 0.0


def _words(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Words:
    short = any(" " in str(years) for years in rows["years"].dropna())
    note = [
        say("coverage-matrix-table-note" if known.of_tables else "coverage-matrix-note", lang),
        say("coverage-matrix-short", lang) if short else "",
    ]
    return Words(
        title=coverage_finding(rows, lang),
        subtitle=say(
            "coverage-matrix-table-subtitle" if known.of_tables else "coverage-matrix-subtitle",
            lang,
            **_counts(rows),
        ),
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
    """How a matrix fits: its blocks, the names of their rows, and the size of its text.

    Attributes
    ----------
    blocks : list of list of str
        The indicators of each block.
    names : dict of str to str
        The name of each indicator, folded.
    points : float
        Size of all text.
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
    heights: list[list[float]]
    heads: Heads
    top: float


@dataclass(frozen=True)
class _Asked:
    """What a matrix has to show: names of indicators and of regions, and years in cells."""

    indicators: dict[str, str]
    regions: dict[str, str]
    years: list[str]

    def first(self, regions: int, indicators: int) -> _Asked:
        """Return the same with fewer regions and indicators."""
        return _Asked(
            dict(list(self.indicators.items())[:indicators]),
            dict(list(self.regions.items())[:regions]),
            self.years,
        )


def _draw(figure: Figure, box: Box, rows: pd.DataFrame, lang: Lang, points: float) -> None:
    """Draw the matrix in as many blocks side by side as leave its text largest."""
    box = draw_legend(figure, box, points, _legend(rows, lang))
    every = _Asked(
        dict(zip(rows["indicator"], rows[f"indicator_{lang}"], strict=True)),
        dict(zip(rows["region"], rows[f"region_{lang}"], strict=True)),
        [_short_years(cell, lang) for cell in rows["years"].dropna()],
    )
    asked, best, box = _that_fits(figure, box, points, every, lang)
    width = (box.width + _BETWEEN) / len(best.blocks)
    top = box.bottom + box.height
    for place, (block, heights) in enumerate(zip(best.blocks, best.heights, strict=True)):
        height = sum(heights)
        where = Box(box.left + place * width, top - best.top - height, width - _BETWEEN, height)
        _block(figure, where, rows, block, asked.regions, best, heights, lang)


def _that_fits(
    figure: Figure, box: Box, points: float, every: _Asked, lang: Lang
) -> tuple[_Asked, _Fit, Box]:
    """Return how the matrix fits at the largest size, or how much of it does at the least."""
    for size in sizes_of_text(points):
        if (best := _best(every, box, size)) is not None:
            return every, best, box
    least, many = least_text(points), (len(every.regions), len(every.indicators))
    room = Box(box.left, box.bottom, box.width, box.height - 2 * rest_height(points))

    def fits(regions: int, indicators: int) -> bool:
        return _best(every.first(regions, indicators), room, least) is not None

    few = min(_FEW, many[0])
    indicators = most_that_fit(many[1], lambda count: fits(few, count))
    regions = most_that_fit(many[0], lambda count: fits(count, indicators))
    if indicators < many[1]:
        box = say_rest(figure, box, points, indicators, many[1], "indicators", lang)
    if regions < many[0]:
        box = say_rest(figure, box, points, regions, many[0], "regions", lang)
    asked = every.first(regions, indicators)
    best = _best(asked, box, least) or _fit(asked, 1, box, least, _SHARES[0], at_all_costs=True)
    assert best is not None
    return asked, best, box


_FEW = 5
"""Regions that a matrix shows before indicators are left out."""

_HEAD = 2.9
"""Lines above the cells: kind and regions."""

_WIDEST_LINE = 4.0
"""Most height of a row over the size of text."""

_LINE, _ROW = 1.0, 0.26
"""Height of a line of a name, and of what a row takes beyond its lines, over the size."""

_SHORT_HEAD, _LONGEST_HEAD = 7, 16
"""Lengths of the names of regions, over the size of text: until they stand in one line, and
the most that is kept free for them."""

_MOST_HEAD = 0.4
"""Most of the height that the names of regions take."""

_ONE_HEAD = 1.2
"""Lines that these may take without taking any from the cells."""

_YEAR_SHARE = 0.92
"""Part of a column's width that years may take."""

_MOST_BLOCKS = 3
_BETWEEN = 0.25
"""Space between blocks, in inches."""


def _best(asked: _Asked, box: Box, points: float) -> _Fit | None:
    """Return the fit at a size of text with the fewest folded names; None where none fits."""
    fits = (
        _fit(asked, count, box, points, share)
        for count in range(1, min(_MOST_BLOCKS, len(asked.indicators)) + 1)
        for share in _SHARES
    )
    found = [fit for fit in fits if fit is not None]
    return min(found, key=_folds) if found else None


def _folds(fit: _Fit) -> int:
    return sum(name.count("\n") for name in fit.names.values())


def _blocks(indicators: list[str], count: int) -> list[list[str]]:
    """Share indicators out to blocks, the first no shorter than the others."""
    most = -(-len(indicators) // count)
    return [indicators[start : start + most] for start in range(0, len(indicators), most)]


def _fit(
    asked: _Asked,
    count: int,
    box: Box,
    points: float,
    share: float,
    *,
    at_all_costs: bool = False,
) -> _Fit | None:
    """Fit so many blocks, with the names of indicators folded into a share of their width."""
    blocks = _blocks(list(asked.indicators), count)
    width = (box.width + _BETWEEN) / len(blocks) - _BETWEEN
    names = {key: fold(name, width * share, points) for key, name in asked.indicators.items()}
    needs = [[_row_need(names[key], points) for key in block] for block in blocks]
    panel = (width - _widest(names.values(), points) - 0.1) / 2 - 0.08
    column = panel / len(asked.regions)
    years = max((text_width(text, points) for text in asked.years), default=0.0)
    if years > column * _YEAR_SHARE and not at_all_costs:
        return None
    heads = fit_heads(list(asked.regions.values()), column, box.height * _MOST_HEAD, points)
    if heads is None:
        return None
    line = points * LEADING / 72
    top = _HEAD * line + max(0.0, heads.height - line * _ONE_HEAD)
    room = box.height - top
    if max(map(sum, needs)) > room and not at_all_costs:
        return None
    heights = _row_heights(needs, room, points * _WIDEST_LINE / 72)
    return _Fit(blocks, names, points, heights, heads, top)


def _row_need(label: str, points: float) -> float:
    return ((label.count("\n") + 1) * _LINE + _ROW) * points / 72


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
    regions: Mapping[str, str],
    fit: _Fit,
    heights: list[float],
    lang: Lang,
) -> None:
    """Draw some rows of the matrix: their names, then actuals, then targets."""
    label_width = _widest(fit.names.values(), fit.points) + 0.1
    panel = (box.width - label_width) / 2
    shown = rows[rows["indicator"].isin(indicators)]
    for place, kind in enumerate(("actual", "target")):
        left = box.left + label_width + place * panel + 0.04
        axes = _panel(figure, Box(left, box.bottom, panel - 0.08, box.height))
        _cells(axes, shown[shown["kind"] == kind], regions, indicators, heights, lang, fit)
        axes.set_title(term(kind, lang), fontsize=fit.points, loc="left")
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
    regions: Mapping[str, str],
    indicators: Sequence[str],
    heights: Sequence[float],
    lang: Lang,
    fit: _Fit,
) -> None:
    known = {(row["indicator"], row["region"]): row for row in records(rows)}
    matrix = [
        [_cell(known.get((indicator, region)), lang) for region in regions]
        for indicator in indicators
    ]
    draw_cells(axes, matrix, fit.points, heights)
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
        outline=_HATCHED if grade == "proxy" else {},
    )


def _short_years(years: object, lang: Lang) -> str:
    """Shorten ``2020 2025`` to ``20、25`` so that it fits a cell; one year stays whole."""
    parts = [] if is_missing(years) else str(years).split()
    if len(parts) > _MOST_YEARS:
        return f"{parts[0][2:]}–{parts[-1][2:]}"
    return parts[0] if len(parts) == 1 else listed([year[2:] for year in parts], lang)


_MOST_YEARS = 2
"""Years that a cell lists; of more it has the first and the last."""


def _legend(rows: pd.DataFrame, lang: Lang) -> list[Entry]:
    looks: dict[str, Mapping[str, Any]] = {"proxy": _HATCHED}
    statuses = {*rows["status"].unique()}
    of_table = "not-in-table" in statuses and "not-in-text" not in statuses
    return [
        Entry(
            term("not-in-table" if of_table and name == "not-in-text" else name, lang),
            cell={"facecolor": _FILL.get(name, PALE), **looks.get(name, {"linewidth": 0})},
            sign="/" if name == "not-applicable" else "",
        )
        for name in _LEGEND
    ]
