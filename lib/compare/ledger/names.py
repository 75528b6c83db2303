"""Names as they are compared: one normal form, in files, in frames and where they are asked for.

Two names that differ only in what nobody sees or means (blanks at the ends, a full-width
letter, a character without width) are one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from compare.errors import ambiguous

_WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
HAN = re.compile("[\u4e00-\u9fff]")
"""A Chinese character."""
_WHOLE_REGION = re.compile(r"^[全我本][省市县区旗州](?!级|属|领先|前列|第)")
_BETWEEN = re.compile(rf"(?<={_WIDE}) | (?={_WIDE})")


_MANY = 2**14
"""So many names are kept in their normal form: every comparison of a page asks for them."""


@lru_cache(maxsize=_MANY)
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


@lru_cache(maxsize=_MANY)
def tidy_name(name: str) -> str:
    r"""Return a name without what nobody sees: outer and double blanks, zero-width characters.

    Examples
    --------
    >>> tidy_name(" 宁\u200b波 \u3000市 "), tidy_name("Ningbo  Shi")
    ('宁波市', 'Ningbo Shi')
    """
    return _BETWEEN.sub("", " ".join(_seen(name).split()))


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
    normal = {name: normal_name(name) for name in names}
    forms: dict[str, list[str]] = {}
    for name, form in normal.items():
        forms.setdefault(form, []).append(tidy_name(name))
    for form, spelt in forms.items():
        chosen.setdefault(form, min(spelt, key=lambda one: (one != form, one)))
    return {name: chosen[form] for name, form in normal.items()}


def measure_of(label: str) -> str:
    """Return what a printed label measures: its normal name without the region's own 全市.

    Within one document 全市公办园占比 and 公办园占比 are the same thing: 全市 and the like say
    whose it is, which the document says of everything.

    Examples
    --------
    >>> measure_of("全县公办园在园幼儿占比"), measure_of("全日制学生占比")
    ('公办园在园幼儿占比', '全日制学生占比')
    """
    name = normal_name(label)
    return _WHOLE_REGION.sub("", name) or name


def _seen(text: str) -> str:
    """Return a text without the characters that have no width."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())


def the_one(argument: str, name: object, names: Mapping[str, Iterable[object]]) -> str | None:
    """Return the key of what has a name; None where nothing has it.

    A key goes before every name.

    Parameters
    ----------
    argument : str
        The argument that names it, for the refusal.
    name : str
        The name, in any case and width.
    names : mapping
        Key to its names, those that are none left in.

    Raises
    ------
    UnknownValueError
        If several have the name, or have it before brackets that tell them apart.

    Examples
    --------
    >>> names = {"1": ["Teton (Idaho)"], "2": ["Teton (Wyoming)"], "3": ["Weston", None]}
    >>> the_one("to", "weston", names), the_one("to", "Weston (Utah)", names)
    ('3', None)
    >>> the_one("to", "Teton", names)
    Traceback (most recent call last):
    compare.errors.UnknownValueError: to='Teton': several are called so: ...
    """
    wanted = _folded(name)
    whole: dict[str, None] = {}
    before_brackets: dict[str, str] = {}
    for key, known in names.items():
        if _folded(key) == wanted:
            return key
        for one in (key, *known):
            form = _folded(one) if isinstance(one, str | int) else ""
            if form and form == wanted:
                whole[key] = None
            elif form.startswith(wanted) and _IN_BRACKETS.fullmatch(form[len(wanted) :]):
                before_brackets.setdefault(key, str(one))
    if len(meant := [*whole] or [*before_brackets.values()]) > 1:
        raise ambiguous(argument, name, meant)
    return next(iter(whole), None)


_IN_BRACKETS = re.compile(r" ?\([^()]+\)")


def _folded(name: object) -> str:
    return normal_name(str(name)).casefold()


def key_of_name(name: object) -> str:
    """Return a name as names of indicators and themes are compared: any case and width.

    Examples
    --------
    >>> key_of_name(" Nine-year  Retention（%） "), key_of_name("compulsory_retention")
    ('nine-year retention(%)', 'compulsory_retention')
    """
    return " ".join(normal_name(str(name)).casefold().split())
