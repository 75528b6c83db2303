"""Marks: how one observation, one benchmark and one change are drawn everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes

from compare.charts.style import NEUTRAL, Look
from compare.wording.values import is_missing

ARROW_POINTS = 24
"""Length of the arrow that stands for an end without any bound."""

DASHED = (0, (3, 2))


def draw_interval(
    axes: Axes, y: float, row: Mapping[str, Any], look: Look, points: float, *, faded: bool = False
) -> None:
    """Draw one observation: a mark at the printed number, a line over its interval.

    An end without any bound is an arrow, a proxy is hollow, a derived value dashed.
    """
    lo, hi, value = row["lo"], row["hi"], row["value"]
    colour = "#9a9a9a" if faded else look.colour
    dashed = bool(row.get("derived", False))
    known = [x for x in (lo, hi, value) if not is_missing(x)]
    if is_missing(lo) or is_missing(hi):
        reach = ARROW_POINTS if is_missing(hi) else -ARROW_POINTS
        axes.annotate(
            "",
            (known[0], y),
            xytext=(reach, 0),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": colour, "linewidth": 1.2},
        )
    elif lo != hi:
        style = DASHED if dashed else "solid"
        axes.plot([lo, hi], [y, y], color=colour, linewidth=1.3, alpha=0.7, linestyle=style)
        for end in (lo, hi):
            axes.plot([end], [y], marker="|", color=colour, markersize=points * 0.6)
    if is_missing(value) and dashed and lo == hi:
        value = lo
    if not is_missing(value):
        hollow = row["comparability"] == "proxy" or dashed
        axes.plot(
            [value],
            [y],
            marker=look.marker,
            markersize=points * (0.5 if faded else 0.7),
            markerfacecolor="white" if hollow else colour,
            markeredgecolor=colour,
            linestyle="none",
            zorder=2.5 if faded else 3,
        )


def draw_limit(axes: Axes, value: float) -> None:
    """Draw a benchmark: a dashed line across the rows; the note names it."""
    axes.axvline(value, color=NEUTRAL, linewidth=1.0, linestyle=DASHED, zorder=1)
