"""Marks: what each one means, in every chart, and how it is drawn.

Filled is an outcome, hollow a target, a whisker the interval of a bound, grey a reference,
hatched a related indicator, a star what is stated in words; a small filled mark is the base
of a plan, a pale hollow one a target that was set anew. No form draws a value itself:
it asks here, and its legend is made of the names in this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from compare.charts.style import GREY, NEUTRAL, Look
from compare.comparisons.intervals import ESTIMATE
from compare.wording.values import is_missing

OUTCOME, TARGET, BOUND, REFERENCE = "outcome", "target", "bound", "reference"
RELATED, WORDED, DERIVED, CHANGE = "related", "worded", "derived", "change"
OTHERS, LIMITS = "others", "limits"
BASE, MOVED, PLANNED, BEFORE, REVISED = "base", "moved", "planned", "before", "revised"

MARKS = (
    OUTCOME, BASE, MOVED, TARGET, BEFORE, REVISED, BOUND, LIMITS, WORDED, RELATED, DERIVED,
    PLANNED, CHANGE, REFERENCE, OTHERS,
)  # fmt: skip
"""Every mark, in the order of legends."""

ARROW_POINTS = 24
"""Length of the arrow that stands for an end without any bound."""

DASHED = (0, (3, 2))
"""The line of a reference."""

DOTTED = (0, (1, 1.4))
"""The straight line from the base of a plan to its target."""

FADED = 0.5
"""How much of its colour a target keeps that was set anew."""

HATCH = "///////"
"""The hatching of a related indicator."""

STAR = "*"
"""The shape of what is stated in words alone, whatever the region's own."""

_STARRED = 1.7
"""How much larger a star is drawn, to weigh as much as another mark."""

_MEANS = "_mark "
"""What the labels of marks begin with; one with an underscore enters no legend by itself."""


def meaning(artist: Artist) -> tuple[str, ...]:
    """Return what a drawn mark means; nothing of what is no mark."""
    label = str(artist.get_label())
    return tuple(label.removeprefix(_MEANS).split()) if label.startswith(_MEANS) else ()


def meant(*marks: str) -> str:
    """Return the label of an artist that means something."""
    return _MEANS + " ".join(marks)


def marks_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return what :func:`draw_interval` draws of some observations, in the order of legends."""
    drawn = {mark for row in rows for mark in _drawn(row)}
    return [mark for mark in MARKS if mark in drawn]


def point_marks(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the point of an observation means: one meaning, and whether it is worded."""
    if bool(row.get("derived", False)):
        return (DERIVED,)
    worded = (WORDED,) if bool(row.get("worded", False)) else ()
    if row.get("comparability") == "proxy":
        return (RELATED, *worded)
    return (TARGET if row.get("kind") == "target" else OUTCOME, *worded)


def point_of(row: Mapping[str, Any]) -> float | None:
    """Return where the point of an observation stands; None where there is only a bound.

    Of what had not come by a year that year is no point: it would read as the year it came. Nor
    are words that only come near a number, or near the thing that is measured.
    """
    lo, hi, value = row["lo"], row["hi"], row["value"]
    if row.get("worded") is True and (
        row.get("approximate") is True or row.get("comparability") == "proxy"
    ):
        return None
    if row.get("unit") == "year" and row.get("kind") == "actual" and row.get("comparator") == ">":
        return None
    if is_missing(value) and lo == hi and not is_missing(lo):
        value = lo
    return None if is_missing(value) else float(value)


def has_bound(row: Mapping[str, Any]) -> bool:
    """Tell whether an observation is an interval, or known to one side only."""
    lo, hi = row["lo"], row["hi"]
    if is_missing(lo) and is_missing(hi):
        return False
    return bool(is_missing(lo) or is_missing(hi) or lo != hi)


def begins_way(row: Mapping[str, Any]) -> bool:
    """Tell whether a way may begin at an observation: at a number, or an estimate in its limits.

    From 90% or more nobody knows where it begins.
    """
    lo, hi, value = row["lo"], row["hi"], row["value"]
    if is_missing(value):
        return False
    return not has_bound(row) or (
        not is_missing(lo) and not is_missing(hi) and bool(lo < value < hi)
    )


def _drawn(row: Mapping[str, Any]) -> tuple[str, ...]:
    point = point_marks(row) if point_of(row) is not None else ()
    return (*point, interval_mark(row)) if has_bound(row) else point


def interval_mark(row: Mapping[str, Any]) -> str:
    """Return what the interval of an observation means: a bound, or the limits of an estimate."""
    return LIMITS if row.get("comparator") == ESTIMATE else BOUND


def draw_interval(
    axes: Axes,
    place: float,
    row: Mapping[str, Any],
    look: Look,
    points: float,
    *,
    upright: bool = False,
    past: float | None = None,
) -> None:
    """Draw one observation: a point at its number, a whisker over its interval.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        The axes.
    place : float
        Row, or year, at which it stands.
    row : mapping
        lo, hi, value, comparability and, where known, kind, derived and worded.
    look : Look
        Look of its region.
    points : float
        Size of text.
    upright : bool
        Whether values run upwards.
    past : float, optional
        A value beyond which an end may lie that is open towards it: its arrow leads there.
    """
    lo, hi = row["lo"], row["hi"]
    if has_bound(row):
        if is_missing(lo) or is_missing(hi):
            end, side = (hi, -1) if is_missing(lo) else (lo, 1)
            if past is not None and (past - end) * side > 0:
                between = ([end, past], [place] * 2)
                axes.plot(*between[:: -1 if upright else 1], color=look.colour, linewidth=1.2)
                end = past
            draw_arrow(axes, place, end, look, side, upright=upright)
        else:
            mark = interval_mark(row)
            draw_whisker(axes, place, (lo, hi), look, points, upright=upright, mark=mark)
    at = point_of(row)
    if at is not None:
        draw_point(axes, place, at, point_marks(row), look, points, upright=upright)


def draw_whisker(
    axes: Axes,
    place: float,
    ends: tuple[float, float],
    look: Look,
    points: float,
    *,
    upright: bool = False,
    mark: str = BOUND,
) -> None:
    """Draw an interval: a line with a stroke at either end."""
    x, y = ((place, place), ends) if upright else (ends, (place, place))
    axes.plot(
        x,
        y,
        color=look.colour,
        linewidth=1.2,
        marker="_" if upright else "|",
        markersize=points * 0.6,
        label=meant(mark),
        zorder=2.2,
    )


def draw_arrow(
    axes: Axes, place: float, end: float, look: Look, side: int, *, upright: bool = False
) -> None:
    """Draw an interval with one end only: an arrow away from it, as far as no one knows."""
    at, reach = (end, place), (side * ARROW_POINTS, 0)
    drawn = axes.annotate(
        "",
        at[::-1] if upright else at,
        xytext=reach[::-1] if upright else reach,
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": look.colour, "linewidth": 1.2},
    )
    drawn.set_label(meant(BOUND))


def draw_point(
    axes: Axes,
    place: float,
    value: float,
    marks: tuple[str, ...],
    look: Look,
    points: float,
    *,
    upright: bool = False,
    part: float = 0.7,
) -> None:
    """Draw the point of an observation as what it means; ``part`` is its size over the text's."""
    x, y = (place, value) if upright else (value, place)
    size = points * part
    if RELATED in marks:
        axes.scatter(
            [x],
            [y],
            s=(size * 1.25) ** 2,
            marker=STAR if WORDED in marks else look.marker,
            facecolor="white",
            edgecolor=look.colour,
            hatch=HATCH,
            linewidth=1.0,
            label=meant(*marks),
            zorder=3,
        )
        return
    axes.plot(
        [x],
        [y],
        linestyle="none",
        label=meant(*marks),
        zorder=3,
        **point_style(marks, look, size),
    )


def point_style(marks: tuple[str, ...], look: Look, size: float) -> dict[str, Any]:
    """Return how Matplotlib draws a point of some meaning, in charts and in legends."""
    worded = WORDED in marks
    shape = STAR if worded else "x" if DERIVED in marks else look.marker
    return {
        "marker": shape,
        "markersize": size * (_STARRED if worded else 1),
        "markerfacecolor": "white" if TARGET in marks else look.colour,
        "markeredgecolor": look.colour,
        "markeredgewidth": 1.2,
    }


def draw_change(
    axes: Axes, x: tuple[float, ...], y: tuple[float, ...], look: Look, *, width: float = 2.4
) -> None:
    """Draw the way from outcome to target of one region: a pale line, and no forecast."""
    (line,) = axes.plot(x, y, color=look.colour, linewidth=width, alpha=0.35, zorder=2)
    line.set(label=meant(CHANGE), solid_capstyle="butt")


def draw_base(axes: Axes, x: float, y: float, look: Look, points: float) -> None:
    """Draw the outcome from which a plan starts: a small filled mark."""
    axes.plot([x], [y], linestyle="none", label=meant(BASE), zorder=2.9, **base_style(look, points))


def base_style(look: Look, points: float) -> dict[str, Any]:
    """Return how the base of a plan is drawn, in charts and in legends."""
    return {**point_style((OUTCOME,), look, points * 0.4), "markeredgewidth": 0.6}


def draw_moved(axes: Axes, start: float, end: float, place: float, look: Look) -> None:
    """Draw the way that was made, from base to outcome: a bar."""
    axes.plot([start, end], [place, place], label=meant(MOVED), zorder=2.5, **moved_style(look))


def moved_style(look: Look) -> dict[str, Any]:
    """Return how the way that was made is drawn, in charts and in legends."""
    return {"color": look.colour, "linewidth": 4.5, "alpha": 0.75, "solid_capstyle": "butt"}


def draw_planned(axes: Axes, x: tuple[float, ...], y: tuple[float, ...], look: Look) -> None:
    """Draw the straight line from the base of a plan to its target, by which pace is judged."""
    axes.plot(x, y, label=meant(PLANNED), zorder=2.1, **planned_style(look))


def planned_style(look: Look) -> dict[str, Any]:
    """Return how the line of a plan is drawn, in charts and in legends."""
    return {"color": look.colour, "linewidth": 1.5, "linestyle": DOTTED}


def draw_before(axes: Axes, place: float, value: float, look: Look, points: float) -> None:
    """Draw a target that was set anew since: hollow and pale."""
    axes.plot(
        [value],
        [place],
        linestyle="none",
        label=meant(BEFORE),
        zorder=2.8,
        **before_style(look, points * 0.6),
    )


def before_style(look: Look, size: float) -> dict[str, Any]:
    """Return how a target that was set anew is drawn, in charts and in legends."""
    return {**point_style((TARGET,), look, size), "alpha": FADED}


def draw_revised(axes: Axes, place: float, old: float, new: float, look: Look) -> None:
    """Draw what became of a target: an arrow from the old number to the new one."""
    drawn = axes.annotate(
        "",
        (new, place),
        xytext=(old, place),
        arrowprops={
            "arrowstyle": "-|>", "color": look.colour, "linewidth": 1.6, "shrinkA": 4,
            "shrinkB": 4, "mutation_scale": 10,
        },
    )  # fmt: skip
    drawn.set_label(meant(REVISED))


def draw_tick(axes: Axes, place: float, value: float) -> None:
    """Draw a reference that holds for one row: a dashed grey stroke across it."""
    (line,) = axes.plot([value] * 2, [place - 0.38, place + 0.38], color=NEUTRAL, linewidth=1.6)
    line.set(linestyle=DASHED, label=meant(REFERENCE), zorder=1.8)


def draw_limit(axes: Axes, value: float, *, upright: bool = False) -> None:
    """Draw a benchmark: a dashed grey line across all values; the legend names it."""
    across = axes.axhline if upright else axes.axvline
    line = across(value, color=NEUTRAL, linewidth=1.0, linestyle=DASHED, zorder=1)
    line.set_label(meant(REFERENCE))


def draw_others(axes: Axes, values: Sequence[float], y: float, points: float) -> None:
    """Draw the many regions beside which another is shown: grey dots in a row, as a reference."""
    axes.plot(
        values,
        [y] * len(values),
        linestyle="none",
        label=meant(OTHERS),
        zorder=2.4,
        **other_style(points),
    )


def other_style(points: float) -> dict[str, Any]:
    """Return how one of many regions is drawn, in charts and in legends."""
    return {
        "marker": "o",
        "markersize": points * 0.5,
        "markerfacecolor": GREY,
        "markeredgecolor": "white",
        "markeredgewidth": 0.4,
    }
