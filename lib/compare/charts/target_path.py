"""The path of targets: every printed value of an indicator over the years."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import about, documents_of, only, unit_words
from compare.charts.layout import Box, Words, text_width
from compare.charts.marks import DASHED
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.frames import as_pandas
from compare.words import Lang, check_lang, is_missing, listed, term, value_in_words

_TEXT = {
    "zh": {
        "several": "{indicator}:各地目标年份不同({years}),同年可比的只有{same}",
        "none": "{indicator}:各地目标年份不同({years}),没有同年可比的目标",
        "one": "{indicator}:{same}",
        "together": "{indicator}:目标同为{same}",
        "same": "{year}年的{regions}",
        "subtitle": "{unit};实心为现状,空心为目标,虚线连接同一地区的现状与目标",
        "note": "竖线为“以上”“以内”等所指的区间;连线只表示线性路径,不是预测。",
    },
    "en": {
        "several": "{indicator}: targets are for different years ({years}); only {same} share one",
        "none": "{indicator}: targets are for different years ({years}); no two regions share one",
        "one": "{indicator}: {same}",
        "together": "{indicator}: targets of {same} are for one year",
        "same": "{regions} ({year})",
        "subtitle": "{unit}; filled: actual, hollow: target; dashes join the actual and the "
        "targets of one region",
        "note": "Vertical lines are the intervals that words such as at least stand for; dashes "
        "are a linear path, not a forecast.",
    },
}


FIRST_YEAR, LAST_YEAR = 2020, 2030
"""Years that every path shows, so that paths can be laid side by side."""


def target_path(observations: Any, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw the actuals and targets of one indicator over the years.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(indicator=…)``; main figures that are more than a
        proxy are drawn.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = as_pandas(observations)
    rows = rows[(rows["use"] == "main") & (rows["comparability"] != "proxy")]
    rows = rows.sort_values(["adcode", "year", "kind"], kind="stable").reset_index(drop=True)
    indicator = only(rows, "indicator")
    looks = region_looks()
    return Chart(
        key=f"path-{indicator}.{lang}",
        form="target_path",
        lang=lang,
        size=size,
        words=Words(
            title=finding(rows, lang),
            subtitle=_TEXT[lang]["subtitle"].format(unit=unit_words(rows, lang)),
            note=_TEXT[lang]["note"],
            source=source_line(documents_of(rows["figure"]), lang),
        ),
        alt=_alt(rows, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, rows, looks, lang),
        plot_height=26,
        about=about(rows, rows["figure"]),
        native=_native(rows, looks, lang),
    )


def finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return which targets share a year."""
    text = _TEXT[lang]
    indicator = rows.iloc[0][f"indicator_{lang}"]
    targets = rows[rows["kind"] == "target"]
    years = [str(year) for year in sorted(set(targets["year"]))]
    shared = [
        text["same"].format(year=year, regions=listed(list(dict.fromkeys(names)), lang))
        for year, names in targets.groupby("year")[f"region_{lang}"]
        if names.nunique() > 1
    ]
    same = listed(shared, lang)
    if len(years) <= 1:
        form = "together" if shared else "one"
        return text[form].format(indicator=indicator, same=same or _only_values(rows, lang))
    form = "several" if shared else "none"
    return text[form].format(indicator=indicator, years=listed(years, lang), same=same)


def _only_values(rows: pd.DataFrame, lang: Lang) -> str:
    parts = [f"{row[f'region_{lang}']} {_stated(row, lang)}" for row in rows.to_dict("records")]
    return listed(parts, lang)


def _stated(row: dict[str, Any], lang: Lang) -> str:
    return f"{row['year']} {term(row['kind'], lang)} {value_in_words(row, lang)}"


def _alt(rows: pd.DataFrame, lang: Lang) -> str:
    return (";" if lang == "zh" else "; ").join([finding(rows, lang), _only_values(rows, lang)])


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    rows: pd.DataFrame,
    looks: dict[str, Look],
    lang: Lang,
) -> None:
    left = 0.55 * points / 8
    right = max(text_width(_end_label(row, lang), points) for row in _lasts(rows)) + 0.2
    width_in, height_in = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width_in,
            (box.bottom + 0.3 * points / 8) / height_in,
            (box.width - left - right) / width_in,
            (box.height - 0.4 * points / 8) / height_in,
        )
    )
    for region, group in rows.groupby("region", sort=False):
        _series(axes, group.to_dict("records"), looks[str(region)], points)
    axes.grid(axis="y")
    axes.grid(False, axis="x")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    axes.margins(y=0.12)
    first, last = min(FIRST_YEAR, rows["year"].min()), max(LAST_YEAR, rows["year"].max())
    axes.set_xlim(first - 0.5, last + 0.5)
    _label_ends(axes, rows, looks, points, lang)


def _series(axes: Axes, rows: list[dict[str, Any]], look: Look, points: float) -> None:
    dots = [row for row in rows if not is_missing(row["value"])]
    axes.plot(
        [row["year"] for row in dots],
        [row["value"] for row in dots],
        color=look.colour,
        linestyle=DASHED,
        linewidth=1.1,
        zorder=2,
    )
    for row in rows:
        _whisker(axes, row, look)
        if is_missing(row["value"]):
            continue
        axes.plot(
            [row["year"]],
            [row["value"]],
            marker=look.marker,
            markersize=points * 0.75,
            markerfacecolor=look.colour if row["kind"] == "actual" else "white",
            markeredgecolor=look.colour,
            zorder=3,
        )


def _whisker(axes: Axes, row: dict[str, Any], look: Look) -> None:
    lo, hi = row["lo"], row["hi"]
    if is_missing(lo) or is_missing(hi):
        end = hi if is_missing(lo) else lo
        axes.annotate(
            "",
            (row["year"], end),
            xytext=(0, -20 if is_missing(lo) else 20),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": look.colour, "linewidth": 1.1},
        )
    elif lo != hi:
        axes.plot([row["year"]] * 2, [lo, hi], color=look.colour, linewidth=1.1, alpha=0.6)


def _lasts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the last value of each region: where its name is written."""
    return rows.groupby("region", sort=False).tail(1).to_dict("records")


def _end_label(row: dict[str, Any], lang: Lang) -> str:
    return f"{row[f'region_{lang}']} {value_in_words(row, lang)}"


def _label_ends(
    axes: Axes, rows: pd.DataFrame, looks: dict[str, Look], points: float, lang: Lang
) -> None:
    """Write names at the right edge, moved apart so that none covers another."""
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    height = axes.get_position().height * figure.get_figheight() * 72
    lo, hi = axes.get_ylim()
    lasts = sorted(_lasts(rows), key=_height)
    step = points * 1.25 * (hi - lo) / height
    places: list[float] = []
    for row in lasts:
        place = _height(row)
        places.append(place if not places else max(place, places[-1] + step))
    over = max(0.0, places[-1] - hi) if places else 0.0
    for row, place in zip(lasts, places, strict=True):
        axes.annotate(
            _end_label(row, lang),
            (1, place - over),
            xycoords=("axes fraction", "data"),
            xytext=(5, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=points,
            color=looks[row["region"]].colour,
            fontweight="bold",
            parse_math=False,
        )


def _height(row: dict[str, Any]) -> float:
    for name in ("value", "lo", "hi"):
        if not is_missing(row[name]):
            return float(row[name])
    return 0.0


def _native(rows: pd.DataFrame, looks: dict[str, Look], lang: Lang) -> Native | None:
    series = tuple(
        Series(
            name=group.iloc[0][f"region_{lang}"],
            labels=tuple(_stated(row, lang) for row in group.to_dict("records")),
            x=tuple(float(year) for year in group["year"]),
            y=tuple(float(value) for value in group["value"]),
            colour=looks[str(region)].colour,
        )
        for region, group in rows[rows["value"].notna()].groupby("region", sort=False)
    )
    return Native("lines", series, unit_words(rows, lang)) if series else None
