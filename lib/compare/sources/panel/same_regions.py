"""Regions of own tables that may be one: spelt in two ways, with a mark, or of two codes.

All make two of one region, each with some of its years; nothing would say so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Mapping

import polars as pl

from compare.errors import SHOWN, listed
from compare.sources.panel.places import Places
from compare.sources.panel.told import ToldError

Years = Mapping[str, frozenset[int]]
"""Key of a region to the years of its values."""

_MARKED = re.compile(r"(?P<name>.*\S)\s*[(（](?:[a-z]|[0-9]{1,2})[)）]", re.IGNORECASE)
"""A name with what may be a footnote behind it, or tell it from another of that name."""


def years_of_regions(cells: pl.DataFrame, places: pl.Series, keys: Mapping[int, str]) -> Years:
    """Return the years of the values of each region.

    Parameters
    ----------
    cells : polars.DataFrame
        line, year and comparator of each cell.
    places : polars.Series
        The place of each line.
    keys : mapping
        The key of each place.
    """
    there = cells.filter(pl.col("comparator") != "")
    pairs = pl.DataFrame({"place": places.gather(there["line"]), "year": there["year"]}).unique()
    found: dict[str, set[int]] = {}
    for place, year in pairs.rows():
        if place in keys:
            found.setdefault(keys[place], set()).add(year)
    return {key: frozenset(years) for key, years in found.items()}


def as_one(places: Places, years: Callable[[], Years]) -> dict[str, str]:
    """Return the regions that are another one, spelt otherwise or with a mark, each with whom.

    North and North (a), Koeln and Köln of other years are one; of one year they are two.
    """
    names = {key: name for key, (code, name, _) in places.parts.items() if name and not code}
    plain = {key: plainest(name) for key, name in names.items()}
    if len(set(plain.values())) == len(plain):
        return {}
    found: dict[str, str] = {}
    for keys in _alike(places, plain):
        first, *others = sorted(keys, key=lambda key: bool(_MARKED.fullmatch(names[key])))
        if _never_meet(keys, years()):
            found |= dict.fromkeys(others, first)
    return found


def plainest(name: str) -> str:
    """Return a name without marks, accents, signs and what is written in several ways.

    Examples
    --------
    >>> plainest("Saint-Louis (2)") == plainest("St. Louis"), plainest("Köln"), plainest("Koeln")
    (True, 'koln', 'koln')
    """
    marked = _MARKED.fullmatch(name)
    text = (marked["name"] if marked else name).casefold().replace("&", " and ")
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    letters = "".join(sign if _is_letter(sign) else " " for sign in bare)
    words = [_SAME.get(word, word) for word in letters.split()]
    return re.sub("([aou])e", r"\1", "".join(words))


def _is_letter(sign: str) -> bool:
    """Tell whether a sign is a letter, a digit, or a vowel that other scripts write as a mark."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
"""Accents of Latin letters: without its marks ガ would be カ, another place."""
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def refuse_changed_codes(places: Places, years: Callable[[], Years], columns: list[str]) -> None:
    """Ask about codes that change from one year to another under one name.

    Parameters
    ----------
    places : Places
        The regions.
    years : callable
        Returns the years of each.
    columns : list of str
        The columns of the codes and of the names.

    Raises
    ------
    ToldError
        If two codes of one name have no year in common.
    """
    names = {key: name for key, (code, name, _) in places.parts.items() if name and code}
    changed = [keys for keys in _alike(places, names) if _never_meet(keys, years())]
    if not changed:
        return
    code, name = columns
    said = [
        f"{names[keys[0]]} has the codes "
        + listed([f"{key} ({_span(years()[key])})" for key in keys])
        for keys in changed[:SHOWN]
    ]
    more = f" and {len(changed) - SHOWN} more" if len(changed) > SHOWN else ""
    raise ToldError(
        f"region: {'; '.join(said)}{more}: no year has both; do: region={name!r} if each name is "
        f"one region, whatever its code, or region={code!r} if each code is one",
        asked={"region": name},
    )


def _alike(places: Places, names: Mapping[str, str]) -> list[list[str]]:
    """Return the keys of regions that have a name, and what they lie in, in common."""
    groups: dict[tuple[Hashable, ...], list[str]] = {}
    for key, name in names.items():
        groups.setdefault((name.casefold(), places.parts[key][2]), []).append(key)
    return [keys for keys in groups.values() if len(keys) > 1]


def _never_meet(keys: list[str], years: Years) -> bool:
    """Tell whether no two regions have values of one year, and each has some."""
    each = [years.get(key, frozenset()) for key in keys]
    return all(each) and sum(map(len, each)) == len(frozenset().union(*each))


def _span(years: frozenset[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"
