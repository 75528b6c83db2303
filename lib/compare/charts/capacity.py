"""Capacity: how much a page holds with text that can be read, and what is said of the rest.

A form tries how many of its rows, regions or panels fit at the smallest text that may be
(:func:`compare.charts.style.least_text`). What does not fit is left out from the end and
counted in a sentence below the marks; the data of the chart keep all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from matplotlib.figure import Figure

from compare.charts.layout import Box, wrap
from compare.charts.style import NEUTRAL, least_text
from compare.wording.catalogue import Lang, say

Counted = Literal["regions", "indicators", "targets"]

_STEPS = 6
"""Sizes of text that are tried before anything is left out."""


def sizes_of_text(points: float, largest: float | None = None) -> Iterator[float]:
    """Yield the sizes at which text may be tried, from the largest to the least."""
    least = least_text(points)
    most = points if largest is None else largest
    for step in range(_STEPS + 1):
        yield most - (most - least) * step / _STEPS


def most_that_fit(count: int, fits: Callable[[int], bool]) -> int:
    """Return how many of some things fit, at least one; fewer fit wherever more do."""
    low, high = 1, count
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def rest_height(points: float) -> float:
    """Return the height of the sentence about what is left out, in inches."""
    return least_text(points) * _LINE / 72


def rest_in_words(shown: int, of: int, counted: Counted, lang: Lang, *, told: bool = False) -> str:
    """Return how many are shown, and where the others are.

    Parameters
    ----------
    shown, of : int
        How many, of how many.
    counted : {"regions", "indicators", "targets"}
        What they are.
    lang : {"zh", "en"}
        Language.
    told : bool
        Whether others than the first are among them because the title tells of these.
    """
    return say(f"rest-{'told-' * told}{counted}", lang, shown=shown, of=of)


def say_rest(
    figure: Figure,
    box: Box,
    points: float,
    shown: int,
    of: int,
    counted: Counted,
    lang: Lang,
    *,
    told: bool = False,
) -> Box:
    """Say at the foot of a box how many are shown; return what is left of it."""
    return say_at_foot(figure, box, points, rest_in_words(shown, of, counted, lang, told=told))


def chosen_in_words(shown: int, of: int, lang: Lang) -> str:
    """Return how many regions are shown, where :mod:`compare.charts.choosing` chose them."""
    return say("rest-chosen", lang, shown=shown, of=of)


def say_chosen(figure: Figure, box: Box, points: float, shown: int, of: int, lang: Lang) -> Box:
    """Say at the foot of a box how many were chosen; return what is left of it."""
    return say_at_foot(figure, box, points, chosen_in_words(shown, of, lang))


def say_at_foot(figure: Figure, box: Box, points: float, text: str) -> Box:
    """Write a sentence about what is left out at the foot of a box; return what is left of it."""
    size, height = least_text(points), rest_height(points)
    wide, high = figure.get_size_inches()
    figure.text(
        box.left / wide,
        (box.bottom + size * 0.35 / 72) / high,
        wrap(text, box.width, size, lines=1)[0],
        fontsize=size,
        color=NEUTRAL,
        parse_math=False,
    )
    return Box(box.left, box.bottom + height, box.width, box.height - height)


_LINE = 1.6
"""Height of that sentence over its size."""
