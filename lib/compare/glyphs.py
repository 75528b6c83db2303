"""Glyphs: which characters the font of pictures has, and what is drawn for the others.

A name may hold any character: a rare Chinese one (𠮷), an emoji, one of no width that came
with a paste. Pictures draw a substitute for what their font lacks; what has no width, or
is no character of a text at all, they leave out. Data and files keep every character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import as_file, files

PACKAGE = "justmytype_intl_cjk"
FONT = "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
"""The font package, and in it the one font of all pictures."""

SUBSTITUTE = "□"
"""What is drawn for a character that the font lacks, as in Chinese typesetting."""

_WITHOUT_WIDTH = {"Cc", "Cf"}
"""Unicode's categories of controls and of format characters, which nobody sees."""

_SELECTORS = range(0xFE00, 0xFE10)
"""Variation selectors: they say how the character before them looks."""

_SPACES = {"Zs", "Zl", "Zp"}
_UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""

_BLANKS = "\t\v\f\r"
"""Controls that stand for a space; a line break stays one."""


@cache
def drawable() -> frozenset[int]:
    """Return the characters that the font can draw."""
    # fontTools: most commands draw nothing
    from fontTools.ttLib import TTFont

    path = files(PACKAGE).joinpath(FONT)
    with as_file(path) as whole, TTFont(whole, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def missing_glyphs(text: str) -> str:
    """Return the characters of a text that the font cannot draw, sorted."""
    known = drawable()
    return "".join(sorted({c for c in text if c.isprintable() and ord(c) not in known}))


@cache
def undrawn(text: str) -> str:
    """Return the characters of a text that pictures do not show as they are, sorted."""
    return "".join(sorted({c for c in text if _drawn(c) != c}))


def as_drawn(text: str) -> str:
    """Return a text as pictures draw it: with substitutes for what the font lacks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_drawn, text))


@cache
def _drawn(character: str) -> str:
    """Return what is drawn for a character: itself, a space, a substitute or nothing."""
    if character == "\n":
        return character
    category = unicodedata.category(character)
    if category in _SPACES or character in _BLANKS:
        return character if ord(character) in drawable() else " "
    if category in _WITHOUT_WIDTH or ord(character) in _SELECTORS:
        return ""
    return character if ord(character) in drawable() else SUBSTITUTE


def printable(text: str) -> str:
    """Return a text without the characters that no Office file and no SVG can hold."""
    return _UNPRINTABLE.sub("", text)
