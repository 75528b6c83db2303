"""The coverage matrix: regions × indicators by comparability and status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from compare.charts.chart import About, Chart
from compare.charts.labelled_rows import folded
from compare.charts.layout import LEADING, Box, Words, fitting, text_width
from compare.charts.sources import source_line
from compare.charts.style import LEAST_TEXT, NEUTRAL, PALE, size_named
from compare.comparisons.frames import as_pandas
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import about, sentences
from compare.wording.values import is_missing
from compare.wording.words import counted

_FILL = {"exact": "#0b5394", "close": "#6fa8dc", "proxy": "#ffffff"}
_LEGEND = ("exact", "close", "proxy", "not-in-text", "not-applicable")
_INK = {"exact": "#ffffff", "close": "#1a1a1a", "proxy": "#1a1a1a"}

_SHARES = (0.22, 0.24, 0.26, 0.28, 0.31, 0.34, 0.38, 0.42, 0.5)
"""Parts of the width that the names of indicators may take: the most legible is taken."""

_TEXT = {
    "zh": {
        "title": "{both}项指标中，至少两地有同年可比数值的：现状{actual}项，目标{target}项",
        "subtitle": "各地文件印出的指标，格内为年份；{regions}个地区，{both}项指标",
        "note": "文中未见，不等于没有公布；近似指标不进入差距和排名；斜线为该地不适用。",
        "short": "一格有两个年份的，只写末两位。",
        "years": "、",
        "alt": "覆盖矩阵，{regions}个地区、{both}项指标",
        "alt_row": "{region}：现状{actual}项，目标{target}项",
    },
    "en": {
        "title": "of {counted}, actuals of {actual} and targets of {target} can be compared "
        "for the same year between two regions or more",
        "subtitle": "What the documents print, with years; {places}, {counted}",
        "note": "Not in this text does not mean not published; a proxy enters no gap and no "
        "ranking; a slash means not applicable.",
        "short": "Of two years in a cell, only the last digits are written.",
        "years": ", ",
        "alt": "Coverage matrix of {places} and {counted}",
        "alt_row": "{region}: actuals of {actual}, targets of {target}",
    },
}


def coverage_matrix(coverage: Any, *, lang: Lang = "zh", size: str = "page") -> Chart:
    """Draw which region prints which indicator, and how comparable it is.

    Parameters
    ----------
    coverage : frame
        Rows of ``compare.coverage()``, in any kind of frame.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = as_pandas(coverage)
    themes = tuple(dict.fromkeys(rows["theme"]))
    return Chart(
        key=f"coverage-{themes[0] if len(themes) == 1 else 'all'}.{lang}",
        form="coverage_matrix",
        lang=lang,
        size=size,
        words=_words(rows, lang),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, rows, lang, points),
        plot_height=2.4 * rows["indicator"].nunique() + 7,
        about=About(
            themes=themes,
            indicators=tuple(dict.fromkeys(rows["indicator"])),
            regions=tuple(dict.fromkeys(rows["region"])),
        ),
    )


def _words(rows: pd.DataFrame, lang: Lang) -> Words:
    text = _TEXT[lang]
    counts = {
        "both": rows["indicator"].nunique(),
        "regions": rows["region"].nunique(),
        "actual": _comparable(rows, "actual"),
        "target": _comparable(rows, "target"),
        **_english(rows),
    }
    title = text["title"].format(**counts)
    themes = list(dict.fromkeys(rows["theme"]))
    short = rows["years"].dropna().str.contains(" ").any()
    return Words(
        title=about(term(themes[0], lang), title, lang)
        if len(themes) == 1
        else title[0].upper() + title[1:],
        subtitle=text["subtitle"].format(**counts),
        note=sentences([text["note"], text["short"] if short else ""], lang),
        source=source_line(_documents(rows), lang),
    )


def _english(rows: pd.DataFrame) -> dict[str, str]:
    """Return how many regions and indicators there are, in English."""
    return {
        "places": counted(rows["region"].nunique(), "region"),
        "counted": counted(rows["indicator"].nunique(), "indicator"),
    }


def _comparable(rows: pd.DataFrame, kind: str) -> int:
    """Count the indicators that two regions or more print for one year of a kind."""
    seen = rows[(rows["kind"] == kind) & (rows["status"] == "observed")]
    years = seen.assign(year=seen["comparable_years"].str.split()).explode("year")
    regions = years.dropna(subset="year").groupby(["indicator", "year"])["region"].nunique()
    return int((regions >= 2).groupby("indicator").any().sum())


def _documents(rows: pd.DataFrame) -> set[str]:
    return {name for cell in rows["documents"].dropna() for name in cell.split()}


def _alt(rows: pd.DataFrame, lang: Lang) -> str:
    text = _TEXT[lang]
    found = rows[rows["status"] == "observed"].groupby([f"region_{lang}", "kind"]).size()
    sizes = {"regions": rows["region"].nunique(), "both": rows["indicator"].nunique()}
    parts = [text["alt"].format(**sizes, **_english(rows))]
    for region in dict.fromkeys(rows[f"region_{lang}"]):
        actual, target = (int(found.get((region, kind), 0)) for kind in ("actual", "target"))
        parts.append(text["alt_row"].format(region=region, actual=actual, target=target))
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
    """

    blocks: list[list[str]]
    names: dict[str, str]
    points: float
    smallest: float
    heights: list[list[float]]


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
    head = _HEAD * best.points * LEADING / 72
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

_HEAD_SHARE, _YEAR_SHARE = 0.96, 0.9
"""Parts of a column's width that a region's name, and years, may take."""

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
        room = box.height - _HEAD * label_points * LEADING / 72
        if max(map(sum, needs)) <= room:
            break
        size *= _STEP
    used = _widest(labels.values(), label_points)
    column = (width - used - 0.1) / 2 / len(regions) - 0.08 / len(regions)
    heads = fitting(regions, column * _HEAD_SHARE, label_points)
    smallest = min(heads, fitting(years, column * _YEAR_SHARE, label_points))
    heights = _row_heights(needs, room, points * _WIDEST_LINE / 72)
    return _Fit(blocks, labels, label_points, smallest, heights)


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
    shown = rows[rows["indicator"].isin(indicators)]
    edges = np.concatenate([[0.0], np.cumsum(heights)])
    for place, kind in enumerate(("actual", "target")):
        left = box.left + label_width + place * panel + 0.04
        axes = _panel(figure, Box(left, box.bottom, panel - 0.08, box.height))
        _cells(axes, shown[shown["kind"] == kind], indicators, edges, lang, fit, panel - 0.08)
        axes.set_title(term(kind, lang), fontsize=min(points, fit.points * 1.2), loc="left")
        if place == 0:
            axes.set_yticks(
                (edges[:-1] + edges[1:]) / 2,
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
    indicators: list[str],
    edges: np.ndarray,
    lang: Lang,
    fit: _Fit,
    width: float,
) -> None:
    regions = list(dict.fromkeys(rows["region"]))
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    column = width / len(regions)
    years = [_short_years(cell, lang) for cell in rows["years"].dropna()]
    year_points = fitting(years, column * _YEAR_SHARE, max(fit.points * 0.9, LEAST_TEXT))
    for row in rows.to_dict("records"):
        x, place = regions.index(row["region"]), indicators.index(row["indicator"])
        _cell(axes, x, edges[place], edges[place + 1], row, year_points, lang)
    axes.set(xlim=(-0.5, len(regions) - 0.5), ylim=(edges[-1], 0))
    shown = [names[key] for key in regions]
    axes.set_xticks(
        range(len(regions)),
        shown,
        fontsize=fitting(shown, column * _HEAD_SHARE, fit.points),
        parse_math=False,
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=1)
    axes.set_yticks([])
    axes.grid(False)
    axes.spines[:].set_visible(False)


def _cell(
    axes: Axes,
    x: int,
    top: float,
    bottom: float,
    row: dict[str, Any],
    points: float,
    lang: Lang,
) -> None:
    grade, height = row["comparability"], bottom - top
    filled = row["status"] != "not-applicable" and not is_missing(grade)
    look = {"facecolor": _FILL[grade], **_edge(grade)} if filled else _EMPTY
    axes.add_patch(Rectangle((x - 0.47, top + height * 0.05), 0.94, height * 0.9, **look))
    if filled:
        axes.text(
            x,
            (top + bottom) / 2,
            _short_years(row["years"], lang),
            color=_INK[grade],
            ha="center",
            va="center_baseline",
            fontsize=points,
            parse_math=False,
        )
    elif row["status"] == "not-applicable":
        ends = [bottom - height * 0.2, top + height * 0.2]
        axes.plot([x - 0.3, x + 0.3], ends, color="#b0b0b0", linewidth=0.7)


_EMPTY: dict[str, Any] = {"facecolor": PALE, "linewidth": 0}


def _edge(name: str) -> dict[str, Any]:
    """Return the outline of a cell: dashed for a proxy, none for all else."""
    dashed = {"edgecolor": NEUTRAL, "linewidth": 0.8, "linestyle": (0, (2, 1.5))}
    return dashed if name == "proxy" else {"linewidth": 0}


def _short_years(years: str, lang: Lang) -> str:
    """Shorten ``2020 2025`` to ``20、25`` so that it fits a cell; one year stays whole."""
    parts = years.split()
    return parts[0] if len(parts) == 1 else _TEXT[lang]["years"].join(year[2:] for year in parts)


def _legend(figure: Figure, box: Box, height: float, lang: Lang, points: float) -> None:
    axes = figure.add_axes(
        (
            box.left / figure.get_figwidth(),
            box.bottom / figure.get_figheight(),
            box.width / figure.get_figwidth(),
            height / figure.get_figheight(),
        )
    )
    axes.set(xlim=(0, box.width), ylim=(0, height))
    axes.axis("off")
    labels = {name: term(name, lang) for name in _LEGEND}
    room = box.width - 0.43 * len(labels)
    points *= min(1.0, room / sum(text_width(label, points) for label in labels.values()))
    x, y = 0.0, height * 0.45
    for name, label in labels.items():
        fill = _FILL.get(name, PALE)
        axes.add_patch(Rectangle((x, y - 0.05), 0.16, 0.12, facecolor=fill, **_edge(name)))
        if name == "not-applicable":
            axes.plot([x + 0.03, x + 0.13], [y - 0.03, y + 0.05], color="#b0b0b0", linewidth=0.7)
        axes.text(x + 0.21, y, label, fontsize=points, va="center_baseline")
        x += 0.21 + text_width(label, points) + 0.2
