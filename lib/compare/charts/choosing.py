"""Choosing: which regions a picture draws that has no room for all.

What its title tells must be in it. So these come first, then both ends of the newest year, and
then others between them, ever closer: whatever number is drawn, it shows how far they reach.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import pandas as pd

from compare.wording.catalogue import Lang

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def named_in(text: str, names: Mapping[Key, str]) -> list[Key]:
    """Return the keys whose name stands in a text, in the order of the names.

    A name that is part of a longer one is not meant where only the longer one stands.

    Parameters
    ----------
    text : str
        A title.
    names : mapping to str
        Names, by key.

    Examples
    --------
    >>> named_in("highest in Saxony-Anhalt", {"sn": "Saxony", "st": "Saxony-Anhalt"})
    ['st']
    """
    found = set()
    text = text.casefold()  # within a sentence a name may begin with a small letter
    for name in sorted({name.casefold() for name in names.values()}, key=len, reverse=True):
        without = _standing(name).sub("\0", text) if name else text
        if without != text:
            found.add(name)
            text = without
    return [key for key, name in names.items() if name.casefold() in found]


def _standing(name: str) -> re.Pattern[str]:
    """Return the pattern of a name that stands by itself, and is no part of another word."""
    escaped = re.escape(name)
    return re.compile(rf"(?<![A-Za-z0-9]){escaped}(?![A-Za-z0-9])" if name.isascii() else escaped)


def places_named(text: str, names: Iterable[str]) -> list[int]:
    """Return the places of those names that stand in a text, as :func:`named_in` finds them."""
    return named_in(text, dict(enumerate(names)))


def spread(ordered: Sequence[Item]) -> list[Item]:
    """Return items so that the first of them, however many, are spread over all.

    Examples
    --------
    >>> spread("abcdefg")
    ['a', 'g', 'd', 'b', 'e', 'c', 'f']
    """
    places = [0, len(ordered) - 1] if ordered else []
    gaps = [(0, len(ordered) - 1)]
    for first, last in gaps:  # which grows while it is gone through: wide gaps before their halves
        if last - first > 1:
            middle = (first + last) // 2
            places.append(middle)
            gaps += [(first, middle), (middle, last)]
    return [ordered[place] for place in dict.fromkeys(places)]


def first_regions(rows: pd.DataFrame, title: str, lang: Lang) -> list[str]:
    """Return the regions of a picture in the order in which they are given room.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations of one indicator or of several, named; of several the first counts.
    title : str
        What the picture tells.
    lang : {"zh", "en"}
        Language of the title.
    """
    names = dict(zip(rows["region"], rows[f"region_{lang}"].astype(str), strict=True))
    ends = spread(_of_newest_year(rows))
    return list(dict.fromkeys([*named_in(title, names), *ends, *names]))


def _of_newest_year(rows: pd.DataFrame) -> list[str]:
    """Return the regions of the newest outcomes, by value; without any, of the newest targets."""
    own = rows[rows["indicator"] == rows["indicator"].iloc[0]]
    number = own["value"].fillna(own["lo"]).fillna(own["hi"])
    known = own.assign(_number=number.astype(float)).dropna(subset=["_number"])
    outcomes = known[known["kind"] == "actual"]
    of_kind = outcomes if len(outcomes) else known
    newest = of_kind[of_kind["year"] == of_kind["year"].max()]
    return list(dict.fromkeys(newest.sort_values("_number", kind="stable")["region"]))
