"""Colours as Office names them."""

from __future__ import annotations

from pptx.dml.color import RGBColor

INK, GRID = "1A1A1A", "E3E3E3"


def rgb(colour: str) -> RGBColor:
    """Return a colour written as ``#rrggbb``."""
    return RGBColor.from_string(colour.removeprefix("#"))


_PALENESS = 0.3
"""How much of its colour the inside of a hollow mark keeps."""


def pale(colour: str) -> RGBColor:
    """Return a colour with much white in it."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return RGBColor(*(round(255 - (255 - part) * _PALENESS) for part in parts))
