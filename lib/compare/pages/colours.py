"""Colours: what a colour of a chart becomes on a dark page."""

from __future__ import annotations

import colorsys
import json
import re
from collections.abc import Iterable
from typing import Any

_COLOUR = re.compile(r"#([0-9a-f]{6})\b")
_DARKEST, _RANGE = 0.14, 0.79
"""Lightness of what was white, and how much lighter what was black becomes."""

_PALE = 0.75
"""What is lighter is a ground, and stays one."""

_MUTED = 0.65
"""Part of its saturation that a colour keeps: lighter colours glare in the dark."""

_LEAST = 0.62
"""Lightness, at least, of a coloured mark on a dark ground."""


def colours_of(pictures: Iterable[Any]) -> list[str]:
    """Return the colours that some pictures are drawn in, as six hexadecimal digits."""
    return sorted({found for picture in pictures for found in _COLOUR.findall(json.dumps(picture))})


def dark(colour: str) -> str:
    """Return the colour in whose place it stands on a dark page: light and dark change sides.

    Parameters
    ----------
    colour : str
        Six hexadecimal digits.

    Examples
    --------
    >>> dark("ffffff"), dark("0072b2")
    ('242424', '6eb7e0')
    """
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    hue, light, saturation = colorsys.rgb_to_hls(*parts)
    turned = _DARKEST + _RANGE * (1 - light)
    if saturation > 0 and light < _PALE:
        turned = max(turned, _LEAST)
    mixed = colorsys.hls_to_rgb(hue, turned, _MUTED * saturation)
    return "".join(f"{round(part * 255):02x}" for part in mixed)


def properties(colours: Iterable[str], *, for_dark: bool) -> str:
    """Return CSS custom properties for colours: ``--c0072b2: #6eb7e0;``."""
    return " ".join(f"--c{name}: #{dark(name) if for_dark else name};" for name in colours)
