"""Names as they are compared: one normal form, in files, in frames and where they are asked for.

Two names that differ only in what nobody sees or means (blanks at the ends, a full-width
letter, a character without width) are one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_BETWEEN = re.compile(rf"(?<={_WIDE}) | (?={_WIDE})")


def normal_name(text: str) -> str:
    r"""Return the form of a name that it is compared in.

    Compatibility forms are made plain (full-width letters and digits), characters without
    width are left out, runs of blanks are one blank, and none stands at the ends or beside
    a Chinese character, where a blank says nothing.

    Parameters
    ----------
    text : str
        A name, slug or id, as typed.

    Examples
    --------
    >>> normal_name(" 青岚 县\u200b"), normal_name("New  York\u3000"), normal_name("ｑｉｎｇ")
    ('青岚县', 'New York', 'qing')
    """
    if text.isascii():
        return " ".join(_seen(text).split())
    plain = " ".join(_seen(unicodedata.normalize("NFKC", text)).split())
    # what was left out may have kept a mark from its letter
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", plain))


def shown_names(names: Iterable[str]) -> dict[str, str]:
    """Return what each spelling is shown as: the first of those that have one normal form.

    Parameters
    ----------
    names : iterable of str
        Spellings, in their order.
    """
    first: dict[str, str] = {}
    return {name: first.setdefault(normal_name(name), _seen(name).strip()) for name in names}


def _seen(text: str) -> str:
    """Return a text without the characters that have no width."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
