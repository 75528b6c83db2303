r"""The same characters for the same thing, without moving any.

Documents write a percent sign, a comma or a digit in half or in full width, and years as
``2025`` or ``二〇二五``. The rules read a normal form in which every character stands where
it stood, so that what they find is a place in the document itself. In the normal form a line
ends with a line feed, whatever ended it before, and the blanks of a line are spaces and tabs:
a rule that may not look beyond its line says ``[ \t]``.
"""

from __future__ import annotations

import re

_WIDTH = 0xFEE0
"""Distance of the full-width forms from their ASCII characters."""

_SAME = str.maketrans(
    {chr(code + _WIDTH): chr(code) for code in range(0x21, 0x7F)}
    | {"\u00a0": " ", "\u3000": " ", "\ufe6a": "%", "\u2236": ":", "\ufe55": ":"}
    | {"\ufe65": ">", "\ufe64": "<", "\u2267": "≥", "\u2266": "≤", "\u2a7e": "≥", "\u2a7d": "≤"}
    | {"\u223c": "~", "\u301c": "~", "\u2212": "-", "\u2013": "—", "\u2015": "—", "\u2500": "—"}
    | dict.fromkeys("\u1680\u202f\u205f\x1f" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    | dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")
    | {"\u2502": "|", "\u2503": "|", "\ufe50": ",", "\ufe54": ";"}
)
_BREAK = re.compile(r"\r(?!\n)")
"""The end of a line by itself; before a line feed it is a blank."""
_ZEROS = "〇零○Ο"
_YEAR_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    _ZEROS, "0"
)
_WORDED_YEAR = re.compile(rf"(?:二[{_ZEROS}]|一九)[{_ZEROS}一二三四五六七八九]{{2}}(?=年|—|-|至)")


def normal(text: str) -> str:
    """Return the text in its normal form, of the same length."""
    text = _BREAK.sub("\n", text.translate(_SAME)).replace("\r", " ")
    return _WORDED_YEAR.sub(lambda match: "".join(_YEAR_DIGITS[c] for c in match[0]), text)
