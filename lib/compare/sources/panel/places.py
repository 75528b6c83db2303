"""Regions of own tables: one key and name for each, and its code in the official list."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import polars as pl

from compare.errors import SHOWN, FrameError, listed
from compare.ledger.divisions import CODE, Division, by_code, called
from compare.ledger.names import HAN, normal_name
from compare.ledger.renamed import what_became

NEAR = 3
"""How many of the nearest names are told of one that no division has."""


@dataclass(frozen=True)
class Places:
    """The regions of a table.

    Attributes
    ----------
    keys : dict
        (code, name, parent) as the table has them to the region's key.
    regions : list of dict
        What is known of each, as in the table of regions.
    unmatched : list of dict
        Regions that the official list does not have, or has several of: name, parent,
        ``why`` and the nearest.
    parts : dict
        Key to the code, the name and the parent of its region.
    fuller : dict
        Codes that have lost their leading zeros, each to the whole one.
    """

    keys: dict[tuple[str | None, ...], str]
    regions: list[dict[str, Any]]
    unmatched: list[dict[str, str]]
    parts: dict[str, tuple[str | None, ...]]
    fuller: dict[str, str]

    def adcodes(self, found: pl.DataFrame) -> list[str | None]:
        """Return the official code of each row of code, name and parent; None without."""
        known = {one["region"]: one["adcode"] for one in self.regions}
        return [known[self.keys[row]] for row in found.select("code", "name", "parent").rows()]

    def joined(self, instead: Mapping[str, str]) -> Places:
        """Return them with some regions taken for others, by their keys."""
        return replace(
            self,
            keys={row: instead.get(key, key) for row, key in self.keys.items()},
            regions=[one for one in self.regions if one["region"] not in instead],
            unmatched=[one for one in self.unmatched if one["region"] not in instead],
            parts={key: parts for key, parts in self.parts.items() if key not in instead},
        )


def places_of(found: pl.DataFrame, where: Callable[[int], str]) -> Places:
    """Give each region of a table its key, and find it in the official list.

    Parameters
    ----------
    found : polars.DataFrame
        place, code, name and parent, each combination once.
    where : callable
        Says of a place which is its first line in the file.

    Raises
    ------
    FrameError
        If two regions cannot be told apart.
    """
    rows = found.select("code", "name", "parent").rows()
    by_key: dict[str, tuple[str | None, ...]] = {}
    keys = {}
    shared = _shared(rows)
    fuller = _fuller(rows)
    for row in rows:
        code, name, parent = (normal_name(cell) if cell else None for cell in row)
        code = fuller.get(code or "", code)
        key = code or (f"{name} ({parent})" if parent and name in shared else name)
        keys[row] = str(key)
        by_key[str(key)] = (code, name, parent)  # the last name of a code is its name
    apart = {_plainest(key, parts) for key, parts in by_key.items()}
    if len(apart) < len(by_key):
        plain = {key: _plainest(key, parts) for key, parts in by_key.items()}
        places = dict(zip(rows, found["place"], strict=True))
        raise _several_spellings(keys, plain, places, where)
    chinese = _is_chinese(by_key)
    divisions = {key: _division(*parts) for key, parts in by_key.items()} if chinese else {}
    chance = _by_chance(divisions, by_key)
    divisions |= dict.fromkeys(chance)
    called_so = Counter(name or key for key, (_, name, _) in by_key.items())
    called_so += Counter(f"{name} ({parent})" for _, name, parent in by_key.values())
    regions = [_record(key, parts, divisions.get(key), called_so) for key, parts in by_key.items()]
    unmatched = [
        _unmatched(key, by_key[key], chance.get(key))
        for key, division in divisions.items()
        if division is None
    ]
    return Places(keys, regions, unmatched, by_key, fuller)


def _fuller(rows: Sequence[tuple[Any, ...]]) -> dict[str, str]:
    """Return the codes that have lost their leading zeros, each with the whole code.

    A spreadsheet makes 101 of 0101: of one name in one parent they are one region.
    """
    same: dict[tuple[str, Any, Any], set[str]] = {}
    for code, name, parent in rows:
        plain = normal_name(code or "")
        if name and plain.isdecimal():
            alike = (plain.lstrip("0"), normal_name(name).casefold(), parent)
            same.setdefault(alike, set()).add(plain)
    several = (codes for codes in same.values() if len(codes) > 1)
    return {code: max(codes, key=len) for codes in several for code in codes
            if code != max(codes, key=len)}  # fmt: skip


def _plainest(key: str, parts: tuple[str | None, ...]) -> str:
    """Return how a region is called as those are compared that may be spelt in several ways."""
    plain = normal_name(key).casefold()
    return plain.lstrip("0") if plain.isdecimal() and parts[1] is None else plain


def _several_spellings(
    keys: Mapping[tuple[Any, ...], str],
    plain: Mapping[str, str],
    places: Mapping[tuple[Any, ...], int],
    where: Callable[[int], str],
) -> FrameError:
    """Say of regions whose names differ in case, or codes in zeros, how and where first."""
    spellings: dict[str, dict[str, str]] = {}
    for row, key in keys.items():
        spellings.setdefault(plain[key], {}).setdefault(key, where(places[row]))
    several = [
        listed([f"{key!r} ({line})" for key, line in ways.items()])
        for ways in spellings.values()
        if len(ways) > 1
    ]
    return FrameError(
        f"region: {'; '.join(several[:SHOWN])} may be one, spelt in several ways; allowed: names "
        "that differ in more than capital letters, codes in more than leading zeros; do: spell it "
        "one way, or name a column of codes"
    )


def _shared(rows: list[tuple[Any, ...]]) -> set[str]:
    """Return the names that several parents have."""
    parents: dict[str, set[Any]] = {}
    for _, name, parent in rows:
        if name:
            parents.setdefault(normal_name(name), set()).add(parent)
    return {name for name, above in parents.items() if len(above) > 1}


def _is_chinese(by_key: dict[str, tuple[str | None, ...]]) -> bool:
    """Tell whether most regions are written in Chinese, or have codes of the official list."""
    seen = sum(
        bool(HAN.search(name or "")) or (code or "") in by_code()
        for code, name, _ in by_key.values()
    )
    return seen * 2 > len(by_key)


def _division(code: str | None, name: str | None, parent: str | None) -> Division | None:
    found = called(name, parent or "") if name else ()
    if code and CODE.fullmatch(code) and code in by_code():
        division = by_code()[code]
        return None if _is_abroad(name, parent) and not _has_name(division, name) else division
    return found[0] if len(found) == 1 else None


def _is_abroad(name: str | None, parent: str | None) -> bool:
    """Tell whether a name lies in what is written in Chinese and is no division: 石川県."""
    written = HAN.search(name or "") and HAN.search(parent or "")
    return bool(written and parent and parent not in by_code() and not called(parent))


def _has_name(division: Division, name: str | None) -> bool:
    return bool(name) and name in (division.name, division.short_name)


def _by_chance(
    divisions: Mapping[str, Division | None], by_key: Mapping[str, tuple[str | None, ...]]
) -> dict[str, Division]:
    """Return the divisions that regions match by chance: a name alone, where most match nothing.

    A code with its name, or the division that a region lies in, is no chance.
    """
    known = sum(
        bool(division or what_became(*by_key[key][:2]) or called(by_key[key][1] or ""))
        for key, division in divisions.items()
    )
    if known * 2 >= len(divisions):
        return {}
    found = {}
    for key, division in divisions.items():
        code, name, parent = by_key[key]
        is_sure = parent or (division and code == division.adcode and _has_name(division, name))
        if division and not is_sure:
            found[key] = division
    return found


def _record(
    key: str, parts: tuple[str | None, ...], division: Division | None, called_so: Counter[str]
) -> dict[str, Any]:
    _, name, parent = parts
    said = name or (division.name if division else key)
    if name and called_so[name] > 1:
        lies_in = f"{name} ({parent})"
        said = lies_in if parent and called_so[lies_in] == 1 else f"{name} ({key})"
    return {
        "region": key,
        "name_zh": said,
        "name_en": said,
        "full_name_zh": division.name if division else said,
        "level": division.level if division else None,
        "parent": None,
        "province": division.province if division else None,
        "adcode": division.adcode if division else None,
        "aliases": name if name and name != said and called_so[name] == 1 else None,
    }


def _with_any(name: str) -> list[str]:
    """Return the names of divisions that have a character in common, besides 县, 市 or 区."""
    by_character = _names_by_character()
    return sorted({one for character in name[:-1] for one in by_character.get(character, ())})


@lru_cache(maxsize=1)
def _names_by_character() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for division in by_code().values():
        for character in division.name[:-1]:
            found.setdefault(character, set()).add(division.name)
    return found


def _unmatched(key: str, parts: tuple[str | None, ...], chance: Division | None) -> dict[str, str]:
    code, name, parent = parts
    several = called(name, parent or "") if name else ()
    became = what_became(code, name)
    if chance is not None:
        why, near = "most regions of the table are not in the list of divisions", [str(chance)]
    elif became and not several:
        since = sorted({one.year for one in became})
        why = f"renamed or merged in {', '.join(map(str, since))}"
        near = [str(one) for one in became[:NEAR]]
    elif several:
        why, near = "several have the name", [str(one) for one in several[:NEAR]]
    else:
        why = "the list of divisions does not have it"
        near = difflib.get_close_matches(name or key, _with_any(name or key), NEAR)
    return {"region": key, "name": name or "", "parent": parent or "", "why": why,
            "nearest": ", ".join(near)}  # fmt: skip
