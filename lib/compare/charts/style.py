"""Looks: sizes, colours, markers. One style file, and a region keeps its colour everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files

import matplotlib as mpl
import numpy as np

from compare.charts.fonts import register_fonts
from compare.errors import unknown
from compare.ledger.evidence import Evidence


@dataclass(frozen=True)
class Size:
    """A page to draw on, in inches, with its size of text in points."""

    width: float
    height: float
    text: float


SIZES = {
    "half": Size(6.3, 4.6, 9.0),
    "page": Size(6.3, 9.7, 9.0),
    "slide": Size(13.33, 7.5, 13.5),
    "phone": Size(3.9, 7.4, 9.0),
}
"""Half a page and a page of A4 between 2.5 cm margins, a 16:9 slide, a telephone upright."""


def least_text(points: float) -> float:
    """Return the smallest text beside text of a size: 8 points on A4, 12 on a slide."""
    return points * 8 / 9


# Okabe and Ito's colours, which colour-blind readers can tell apart; yellow is too pale for
# a line on white and is left out.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
INK = "#1a1a1a"
NEUTRAL = "#666666"
GREY = "#9a9a9a"
PALE = "#f0f0f0"


@dataclass(frozen=True)
class Look:
    """How a region is drawn everywhere."""

    colour: str
    marker: str


def region_looks(evidence: Evidence, regions: Iterable[str]) -> dict[str, Look]:
    """Return the look of every region, in the order in which the evidence lists them.

    A region appended to regions.csv takes the next look; the others keep theirs. Regions
    that the evidence does not know follow as they come. Colours repeat after seven regions,
    with another marker; of more than twice as many, which nobody tells apart, all look alike.
    """
    asked = dict.fromkeys(regions)
    if len(asked) > 2 * len(PALETTE):
        return dict.fromkeys(asked, Look(PALETTE[0], MARKERS[0]))
    order = dict.fromkeys([*evidence.regions["region"], *asked])
    return {
        region: Look(
            PALETTE[place % len(PALETTE)],
            MARKERS[(place + place // len(PALETTE)) % len(MARKERS)],
        )
        for place, region in enumerate(order)
    }


def size_named(name: str) -> Size:
    """Return a size by its name.

    Raises
    ------
    UnknownValueError
        If there is no such size.
    """
    if name not in SIZES:
        raise unknown("size", name, SIZES)
    return SIZES[name]


@contextmanager
def drawing_style(size: Size) -> Iterator[None]:
    """Draw with the house style, the Chinese font and text of the right size."""
    register_fonts()
    with (
        as_file(files("compare.charts").joinpath("compare.mplstyle")) as style,
        mpl.rc_context(fname=str(style)),
    ):
        mpl.rcParams.update(
            {
                "font.size": size.text,
                "axes.titlesize": size.text,
                "axes.labelsize": size.text,
                "xtick.labelsize": least_text(size.text),
                "ytick.labelsize": size.text,
                "hatch.linewidth": 0.7,
            }
        )
        yield


def ink(colour: str) -> str:
    """Return a colour dark enough for text on white: a contrast of 4.5 or more."""
    parts = np.array(mpl.colors.to_rgb(colour))
    while _contrast(parts) < _LEAST_CONTRAST:
        parts = parts * 0.95
    red, green, blue = (float(part) for part in parts)
    return mpl.colors.to_hex((red, green, blue))


_LEAST_CONTRAST = 4.5
"""What the web accessibility guidelines (WCAG 2) ask of text."""


def _contrast(parts: np.ndarray) -> float:
    """Return the contrast of a colour with white, as WCAG 2 reckons it."""
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(1.05 / (linear @ np.array([0.2126, 0.7152, 0.0722]) + 0.05))
