"""The coverage matrix: regions × indicators by comparability and status."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from compare.charts.chart import About, Chart
from compare.charts.layout import Box, Words, fitting, text_width
from compare.charts.rows import folded
from compare.charts.sources import source_line
from compare.charts.style import NEUTRAL, PALE, size_named
from compare.frames import as_pandas
from compare.words import Lang, about, check_lang, is_missing, sentences, term

_FILL = {"exact": "#0b5394", "close": "#6fa8dc", "proxy": "#ffffff"}
_LEGEND = ("exact", "close", "proxy", "not-in-text", "not-applicable")
_INK = {"exact": "#ffffff", "close": "#1a1a1a", "proxy": "#1a1a1a"}

_SHARES = (0.25, 0.3, 0.36, 0.42, 0.5)
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
        "title": "of {both} indicators, {actual} have comparable actuals and {target} comparable "
        "targets for one year in two regions or more",
        "subtitle": "What the documents print, with years; {regions} regions, {both} indicators",
        "note": "Not in this text does not mean not published; a proxy enters no gap and no "
        "ranking; a slash means not applicable.",
        "short": "Of two years in a cell, only the last digits are written.",
        "years": ", ",
        "alt": "Coverage matrix of {regions} regions and {both} indicators",
        "alt_row": "{region}: {actual} actuals, {target} targets",
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
        plot_height=2.2 * rows["indicator"].nunique() + 10,
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
    counted = rows[rows["status"] == "observed"].groupby([f"region_{lang}", "kind"]).size()
    parts = [text["alt"].format(regions=rows["region"].nunique(), both=rows["indicator"].nunique())]
    for region in dict.fromkeys(rows[f"region_{lang}"]):
        actual, target = (int(counted.get((region, kind), 0)) for kind in ("actual", "target"))
        parts.append(text["alt_row"].format(region=region, actual=actual, target=target))
    return sentences(parts, lang)


def _draw(figure: Figure, box: Box, rows: pd.DataFrame, lang: Lang, points: float) -> None:
    """Draw the matrix in as many blocks side by side as leave its text largest."""
    indicators = list(dict.fromkeys(rows["indicator"]))
    legend = points * 2.2 / 72
    room = Box(box.left, box.bottom + legend, box.width, box.height - legend)
    names = dict(zip(rows["indicator"], rows[f"indicator_{lang}"], strict=True))
    regions = list(dict.fromkeys(rows[f"region_{lang}"]))
    choices = [
        (blocks, *_labels(blocks, names, regions, room, points, share))
        for blocks in (_blocks(indicators, count) for count in range(1, _MOST_BLOCKS + 1))
        for share in _SHARES
    ]
    blocks, labels, label_points, _ = max(
        choices, key=lambda choice: (round(choice[-1], 1), -sum("\n" in text for text in choice[1]))
    )
    names = dict(zip(names, labels, strict=True))
    line = min(room.height / (len(blocks[0]) + _HEAD), points * _WIDEST_LINE / 72)
    width = (room.width + _BETWEEN) / len(blocks)
    for place, block in enumerate(blocks):
        height = (len(block) + _HEAD) * line
        top = room.bottom + room.height
        where = Box(room.left + place * width, top - height, width - _BETWEEN, height)
        _block(figure, where, rows, block, names, lang, label_points, points)
    lowest = room.height - (len(blocks[0]) + _HEAD) * line
    _legend(figure, Box(box.left, box.bottom + lowest, box.width, 0), legend, lang, points * 0.85)


_HEAD = 2.4
"""Lines above the cells: kind and regions."""

_WIDEST_LINE = 2.4
"""Most height of a row over the size of text."""

_MOST_BLOCKS = 3
_BETWEEN = 0.25
"""Space between blocks, in inches."""


def _blocks(indicators: list[str], count: int) -> list[list[str]]:
    """Share indicators out to blocks, the first no shorter than the others."""
    most = -(-len(indicators) // count)
    return [indicators[start : start + most] for start in range(0, len(indicators), most)]


def _labels(
    blocks: list[list[str]],
    names: dict[str, str],
    regions: list[str],
    box: Box,
    points: float,
    share: float,
) -> tuple[list[str], float, float]:
    """Fit the names of indicators, in one line or two, into a share of a block's width.

    Returns
    -------
    tuple
        The names, the size at which they fit, and the size of the smallest text: theirs, or
        that of the regions' names above the columns.
    """
    width = (box.width + _BETWEEN) / len(blocks) - _BETWEEN
    line = box.height / (len(blocks[0]) + _HEAD) * 72
    one_line = fitting(names.values(), width * share, min(points, line * 0.78))
    labels, label_points = folded(list(names.values()), width * share, min(points, line * 0.4))
    if label_points <= one_line:
        labels, label_points = list(names.values()), one_line
    used = max(text_width(part, label_points) for text in labels for part in text.split("\n"))
    column = (width - used - 0.1) / 2 / len(regions) - 0.08 / len(regions)
    return labels, label_points, min(label_points, fitting(regions, column * 0.95, points))


def _block(
    figure: Figure,
    box: Box,
    rows: pd.DataFrame,
    indicators: list[str],
    names: dict[str, str],
    lang: Lang,
    label_points: float,
    points: float,
) -> None:
    """Draw some rows of the matrix: their names, then actuals, then targets."""
    labels = [names[key] for key in indicators]
    lines = [line for label in names.values() for line in label.split("\n")]
    label_width = max(text_width(line, label_points) for line in lines) + 0.1
    panel = (box.width - label_width) / 2
    height = box.height * len(indicators) / (len(indicators) + _HEAD)
    shown = rows[rows["indicator"].isin(indicators)]
    for place, kind in enumerate(("actual", "target")):
        left = box.left + label_width + place * panel + 0.04
        axes = _panel(figure, Box(left, box.bottom, panel - 0.08, height))
        _cells(axes, shown[shown["kind"] == kind], indicators, lang, label_points, panel - 0.08)
        axes.set_title(term(kind, lang), fontsize=min(points, label_points * 1.2), loc="left")
        if place == 0:
            axes.set_yticks(
                range(len(indicators)),
                labels,
                fontsize=label_points,
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
    lang: Lang,
    points: float,
    width: float,
) -> None:
    regions = list(dict.fromkeys(rows["region"]))
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    column = width / len(regions)
    years = [_short_years(cell, lang) for cell in rows["years"].dropna()]
    year_points = fitting(years, column * 0.85, points * 0.9)
    for row in rows.to_dict("records"):
        x, y = regions.index(row["region"]), indicators.index(row["indicator"])
        _cell(axes, x, y, row, year_points, lang)
    axes.set(xlim=(-0.5, len(regions) - 0.5), ylim=(len(indicators) - 0.5, -0.5))
    shown = [names[key] for key in regions]
    axes.set_xticks(
        range(len(regions)), shown, fontsize=fitting(shown, column * 0.95, points), parse_math=False
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=1)
    axes.set_yticks([])
    axes.grid(False)
    axes.spines[:].set_visible(False)


def _cell(axes: Axes, x: int, y: int, row: dict[str, Any], points: float, lang: Lang) -> None:
    grade = row["comparability"]
    corner = (x - 0.47, y - 0.45)
    if row["status"] == "not-applicable":
        axes.add_patch(Rectangle(corner, 0.94, 0.9, facecolor=PALE, linewidth=0))
        axes.plot([x - 0.3, x + 0.3], [y + 0.3, y - 0.3], color="#b0b0b0", linewidth=0.7)
    elif is_missing(grade):
        axes.add_patch(Rectangle(corner, 0.94, 0.9, facecolor=PALE, linewidth=0))
    else:
        axes.add_patch(Rectangle(corner, 0.94, 0.9, facecolor=_FILL[grade], **_edge(grade)))
        axes.text(
            x,
            y,
            _short_years(row["years"], lang),
            color=_INK[grade],
            ha="center",
            va="center_baseline",
            fontsize=points,
            parse_math=False,
        )


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
