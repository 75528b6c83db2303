"""Wholes among the regions of own tables: told, or asked about where they look like some.

A nation, a province, a group of countries must not be ranked along with its parts. They are
known by their names, by codes that others begin with, and by being the sum of all the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed
from compare.ledger.divisions import by_code, containing_code
from compare.ledger.names import HAN, normal_name
from compare.sources.panel.cells import plain_text, without_footnote
from compare.sources.panel.code_levels import holding_codes, is_code_like
from compare.sources.panel.nations import wholes_among
from compare.sources.panel.states import heading_states
from compare.sources.panel.summaries import is_summary
from compare.sources.panel.told import ToldError

WHOLE = re.compile(
    r"全省|全市|全县|全区|.*\b(?:average|avg\.?)|.*平均(?:水平|值|数)?|decile.*|quintile.*|quartile.*|"
    r"q[1-5]",
    re.IGNORECASE,
)
"""What wholes of an area, means and groups of all are called."""
_PLACES = (
    r"(?:counties|countries|districts|states|provinces|regions|municipalities|areas|boroughs|cities|"
    r"county|country|district|state|province|region|municipality|area|borough|city|"
    r"(?:local )?authorities|jurisdictions|parishes|departments|schools|territories)"
)
_NO_REGION = re.compile(
    rf"(?:grand |sub-? ?)?totals?\b.*|.*\btotals?|.+(?:合计|总计|小计)|"
    rf"(?:all(?! saints)|whole|aggregate|entire)\b.*|"
    rf"(?:{_PLACES}|nation)-? ?wide(?: .*)?|"
    rf"(?:urban|rural)(?: {_PLACES})?|(?:城镇|农村|城市|乡村)(?:地区)?|最[高低大小]|"
    rf"(?:median|mean|minimum|maximum|min|max|std(?:\.? dev\w*)?|sd|standard deviation|range|"
    rf"variance|count|n)\b"
    rf"\.?(?: (?:of|for|value|across) ?.*)?|.*中位数|标准差|最[大小高低]值|极差|变异系数|"
    rf"(?:rest|remainder|balance|number) of .*|others|"
    rf"(?:other|remaining|unknown|missing|unallocated)(?: {_PLACES})?|"
    rf"no consta|extranjero|ausland|étranger|exterior|unbekannt|inconnu|desconocido|ignorado|dom|"
    rf"(?:not|un)[- ]?(?:stated|known|specified|reported|available|assigned|classified|allocated|"
    rf"applicable|disclosed)(?: .*)?|out[- ]of[- ]{_PLACES}.*|overseas|abroad|foreign|"
    rf"其[他它余](?:地区|区县|县市|省份|省市)?|不详|未知|未分配.*|境外|省外|市外|县外",
    re.IGNORECASE,
)
"""Rows of summaries, and of those who belong to no region of the table: never one among them."""
_UNION = re.compile(r"(?:EU[0-9]{2}|EA(?:[0-9]{2})?)(?:_[0-9]{4})?")
"""Codes of the European Union and of the euro area of a number of members."""


def whole_regions(
    regions: pl.DataFrame,
    told: list[str] | None,
    levels: Mapping[tuple[Any, ...], str] = MappingProxyType({}),
    adcodes: Sequence[str | None] = (),
    sums: Collection[int] = (),
) -> pl.Series:
    """Tell which regions are wholes of others: the nation, its states, groups of countries.

    Parameters
    ----------
    regions : polars.DataFrame
        code and name of each.
    told : list of str, optional
        Their names, codes or levels; ``*000`` stands for all codes that end so. Empty: there
        are none.
    levels : mapping
        (code, name, parent) to the level that a column of the table says.
    adcodes : sequence of str or None
        The code of each in the official list of divisions, where it has one.
    sums : collection of int
        The numbers of those that are the sums of others, or stand above them.

    Raises
    ------
    UnknownValueError
        If nothing was told and some look like wholes, or one that was told is not there.
    """
    pairs = [
        (code or "", normal_name(name or ""))
        for code, name in regions.select("code", "name").rows()
    ]
    said = [levels.get(row, "") for row in regions.select("code", "name", "parent").rows()]
    if told is None:
        _ask_of_levels(said)
        above = regions["parent"].to_list()
        _ask(pairs, adcodes or [None] * len(pairs), sums, above)
        return pl.Series([False] * len(pairs), dtype=pl.Boolean)
    found = []
    for pattern in filter(None, told):  # rows without a name are no regions
        name = normal_name(without_footnote(pattern))
        meant = [
            any(fnmatchcase(cell, pattern) or cell == name for cell in (*pair, level) if cell)
            for pair, level in zip(pairs, said, strict=True)
        ]
        if not any(meant):
            raise UnknownValueError(f"wholes={pattern!r} is no name and no code of the table")
        found.append(meant)
    every = [any(column) for column in zip(*found, strict=True)] or [False] * len(pairs)
    return pl.Series(every, dtype=pl.Boolean)


_GSS = re.compile(r"[EKNSW][0-9]{8}")
_GSS_LEVELS = ("K0.|.92", "E12", "E13|E47", "E1[01]", "E0[6-9]|W06|S12|N09", "...")
"""What British codes begin with, the widest first: nations, regions, counties, authorities."""
_ENGLISH = frozenset({
    "north east", "north west", "yorkshire and the humber", "yorkshire and humber",
    "yorkshire & humber", "east midlands", "west midlands", "east of england", "east", "london",
    "south east", "south west", "inner london", "outer london",
})  # fmt: skip
"""The regions of England: in a table of its authorities they are wholes."""
_MOST_ENGLISH = 5
_ZONES = (
    frozenset({"norte", "nordeste", "sudeste", "sul", "centro-oeste"}),
    frozenset({"nord", "nord-ovest", "nord-est", "centro", "sud", "isole", "mezzogiorno",
               "sud e isole", "centro-nord"}),
)  # fmt: skip
"""The large regions of Brazil and of Italy: among their states and provinces they are wholes."""
_FEWEST_ZONES = 3


def _british(codes: Iterable[str]) -> set[str]:
    """Return the British codes of a wider kind than others: a region among authorities."""
    levels = {
        code: next(n for n, kind in enumerate(_GSS_LEVELS) if re.match(kind, code))
        for code in codes
        if _GSS.fullmatch(code)
    }
    deepest: dict[str, int] = {}
    for code, level in levels.items():
        for nation in (code[0], "K"):
            deepest[nation] = max(level, deepest.get(nation, 0))
    kinds = {code[:3] for code in levels}
    return {
        code
        for code, level in levels.items()
        if level < min(deepest[code[0]], _AUTHORITIES)
        and (code[:3] not in _DISTRICTS or _DISTRICTS[code[:3]] in kinds)
    }


_AUTHORITIES = 4
"""The place of authorities among the levels."""
_DISTRICTS = {"E10": "E07", "E11": "E08"}
"""What counties hold, where they are no authorities themselves."""

SHOWN = 60
"""So many wholes are proposed one by one; of more, the error's ``wholes`` has all."""


def _ask_of_levels(said: list[str]) -> None:
    """Ask which of several levels in one column are wholes: all but that of most regions."""
    counts = Counter(level for level in said if level)
    if len(counts) < 2:
        return
    (most, _), *others = counts.most_common()
    wholes = [level for level, _ in others]
    raise ToldError(
        f"wholes: the table has regions of several levels ({listed([most, *wholes])}), and a whole "
        f"must not be ranked along with its parts; do: wholes={wholes!r} to compare {most} alone, "
        "or wholes=[] if none is a whole",
        wholes=wholes,
    )


def _ask(
    pairs: list[tuple[str, str]],
    adcodes: Sequence[str | None],
    sums: Collection[int],
    parents: Sequence[str | None],
) -> None:
    codes = {code for code, _ in pairs if code}
    official = sum(code in by_code() for code in codes) > len(codes) / 2
    like_codes = codes | {name for code, name in pairs if not code and is_code_like(name)}
    unions = set(filter(_UNION.fullmatch, like_codes))
    zeros = {code for code in codes if not code.strip("0")}
    ends = zeros if official else holding_codes(like_codes - unions)
    holding = _holding(adcodes)
    above = _first_words({name for _, name in pairs if name})
    nations = wholes_among([name for _, name in pairs])
    apart = _apart(pairs)
    heading = heading_states([name for _, name in pairs])
    told = [code or parent or "" for (code, _), parent in zip(pairs, parents, strict=True)]
    wider = _british(told)
    holders = Counter(normal_name(parent) for parent in parents if parent)
    named = _named_as_parents(pairs, parents)
    suspects = [
        code or name
        for number, ((code, name), adcode, is_nation) in enumerate(
            zip(pairs, adcodes, nations, strict=True)
        )
        if (code or name) in ends
        or told[number] in wider
        or number in sums
        or adcode in holding
        or is_nation
        or name in above
        or number in apart
        or number in heading
        or (code or name) in unions
        or (name in holders and not parents[number])
        or number in named
    ]
    if not suspects:
        return
    suspects = list(dict.fromkeys(suspects))  # equal names in several parents
    called = {_both(pair): None for pair in pairs if (pair[0] or pair[1]) in suspects}
    pattern = _pattern(suspects, codes)
    shown = repr(pattern[:SHOWN])[:-1] + (", …]" if len(pattern) > SHOWN else "]")
    message = (
        f"wholes: {listed(list(called))} look{'s' if len(called) == 1 else ''} "
        "like the whole of other regions, or like none, "
        f"and must not be ranked along with them; do: wholes={shown}, or wholes=[] if none is"
    )
    raise ToldError(message, wholes=pattern)


def _named_as_parents(pairs: Sequence[tuple[str, str]], parents: Sequence[str | None]) -> set[int]:
    """Return the numbers of regions called like the one that they lie in, beside others of it.

    Arkansas and Iowa are counties, too: where most states have none called so, these are.
    """
    above = [normal_name(parent or "") for parent in parents]
    parts = Counter(above)
    found = {
        number
        for number, (_, name) in enumerate(pairs)
        if name and name == above[number] and parts[name] > 1
    }
    several = sum(n > 1 for name, n in parts.items() if name)
    return found if len(found) * 2 >= several else set()


def _apart(pairs: Sequence[tuple[str, str]]) -> set[int]:
    """Return the numbers of regions that are called as summaries are, or as nobody's region.

    A code of several names is all of them; and where all are called so, they are the regions.
    """
    names = Counter(code for code, _ in pairs)
    texts = [plain_text(name) if not code or names[code] == 1 else "" for code, name in pairs]
    english = _ENGLISH & set(texts)
    english = english if _MOST_ENGLISH <= len(english) < len({*texts}) / 2 else frozenset()
    english |= _zones(set(texts))
    codes = {text for text in _SHORT & set(texts) if _are_as_long(text, {*texts})}
    found = {
        number
        for number, text in enumerate(texts)
        if text and text not in codes
        and (text in english or WHOLE.fullmatch(text) or _NO_REGION.fullmatch(text)
             or is_summary(text))
    }  # fmt: skip
    return found if len(found) < len(pairs) else set()


def _zones(texts: set[str]) -> frozenset[str]:
    """Return the large regions of a country that stand among many smaller ones."""
    among = (zones & texts for zones in _ZONES)
    return next((one for one in among if _FEWEST_ZONES <= len(one) < len(texts) / 2), frozenset())


_SHORT = frozenset({"sd", "min", "max", "n"})
"""Summaries whose names may be codes as well: SD is South Dakota."""


def _are_as_long(text: str, names: Collection[str]) -> bool:
    """Tell whether most names have as many letters as one of them: codes, among which it is one."""
    return sum(len(name) == len(text) for name in names) > len(names) / 2


def _holding(adcodes: Sequence[str | None]) -> set[str]:
    """Return the official codes that others of them lie in: a province among its cities."""
    found = set()
    for code in filter(None, adcodes):
        above = containing_code(code)
        while above:
            found.add(above)
            above = containing_code(above)
    return found


def _both(pair: tuple[str, str]) -> str:
    return " ".join(part for part in pair if part)


def _first_words(names: set[str]) -> set[str]:
    """Return the names that several others go on from: 北海道 札幌市 of 北海道 札幌市 中央区."""
    heads = Counter(name.rpartition(" ")[0] for name in names if " " in name)
    chinese = (head for head, n in heads.items() if n > 1 and HAN.search(head))
    return {head for head in chinese if head in names}


def _pattern(suspects: list[str], codes: set[str]) -> list[str]:
    """Return what names all that look like wholes: the zeros that only they end in."""
    for zeros in (4, 3, 2):
        end = "0" * zeros
        if {code for code in codes if code.endswith(end)} == set(suspects):
            return [f"*{end}"]
    return suspects
