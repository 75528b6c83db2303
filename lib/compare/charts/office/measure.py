"""How wide text may come out in an Office program, whatever font stands in."""

from __future__ import annotations

import re
from itertools import pairwise

from compare.charts.layout import text_width, wrap

_WIDE = 0.2
"""Part by which Latin letters may come out wider, in a font that stands in, than measured."""

_SPACED = 0.25
"""Space, over the size of text, that some programs leave between Chinese and Latin."""


def is_chinese(character: str) -> bool:
    """Tell whether a character is as wide as it is high."""
    return ord(character) >= 0x2E80


def office_width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the most width in inches that text takes; Chinese is square in any font."""
    latin = "".join(character for character in text if not is_chinese(character))
    meetings = sum(is_chinese(one) != is_chinese(other) for one, other in pairwise(text))
    extra = _WIDE * text_width(latin, points, bold=bold) + _SPACED * meetings * points / 72
    return text_width(text, points, bold=bold) + extra


def line_count(text: str, width: float, points: float, bold: bool) -> int:
    """Return the most lines that text takes in a width in inches."""
    if not text:
        return 0
    text = _LISTED.sub(lambda found: "9" * round(_digits(found[0], points, bold)), text)
    drawn = text_width(text, points, bold=bold)
    if not drawn:  # characters that nobody sees
        return 1
    spread = office_width(text, points, bold=bold) / drawn
    return len(wrap(text, width / spread, points, bold=bold))


_LISTED = re.compile(r"（[0-9、–]+）[，；。]?")
"""Numbers in brackets, which some programs do not break."""


def _digits(text: str, points: float, bold: bool) -> float:
    """Return how many digits are as wide as a text."""
    return text_width(text, points, bold=bold) / text_width("9", points, bold=bold)
