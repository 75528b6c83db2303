"""Names in one normal form, in which they are compared: in frames as in files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANKS = re.compile(r"\s+")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_BLANK_IN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")


def tidy_name(name: str) -> str:
    """Return a name without what nobody sees: outer and double blanks, zero-width characters.

    Examples
    --------
    >>> tidy_name(" 宁\u200b波 \u3000市 "), tidy_name("Ningbo  Shi")
    ('宁波市', 'Ningbo Shi')
    """
    seen = _BLANKS.sub(" ", _INVISIBLE.sub("", name)).strip()
    return seen if seen.isascii() else _BLANK_IN_HAN.sub("", seen)


def normal_name(name: str) -> str:
    """Return the form in which names are compared: tidy, and full-width as half-width.

    Examples
    --------
    >>> normal_name("样县（Ａ）") == normal_name("样县(A) ")
    True
    """
    tidy = tidy_name(name)
    return tidy if tidy.isascii() else tidy_name(unicodedata.normalize("NFKC", tidy))


def spellings(names: Iterable[str], known: Iterable[str] = ()) -> dict[str, str]:
    """Return one spelling for each name, the same for names that differ by no more than form.

    Parameters
    ----------
    names : iterable of str
        Names as they are spelt.
    known : iterable of str
        Spellings that go before those of the names.

    Returns
    -------
    dict
        Name to the spelling that stands for it: a known one; of several that in normal
        form, else the first in order of characters, so that no order of rows matters.
    """
    chosen = {normal_name(name): name for name in known}
    forms: dict[str, list[str]] = {}
    names = list(names)
    for name in names:
        forms.setdefault(normal_name(name), []).append(tidy_name(name))
    for form, spelt in forms.items():
        chosen.setdefault(form, min(spelt, key=lambda one: (one != form, one)))
    return {name: chosen[normal_name(name)] for name in names}
