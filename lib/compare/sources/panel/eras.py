"""Years of other calendars: one that names its era is read, of one that does not it is asked.

The years of the eras are those of the laws that count by them: of the Republic of China from
1912, of Japan's emperors from 1912, 1926, 1989 and 2019, of Buddhist era 543 years ahead.
"""

from __future__ import annotations

import re

_FIRST = {
    "民國": 1912, "民国": 1912, "中華民國": 1912, "中华民国": 1912,
    "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019,
}  # fmt: skip
"""The year in which an era's first year was."""

_OF_ERA = re.compile(
    r"(?P<era>(?:中華|中华)?民[國国]|大正|昭和|平成|令和)\s*(?P<year>[0-9]{1,3}|元)(?=\s*(?:學?学?年|$))"
)
_OF_TAIWAN = re.compile(r"(?<![0-9])(?P<year>[0-9]{2,3})(?=\s*學年度?$)")
_BUDDHIST = re.compile(
    r"^(?:พ\.?\s?ศ\.?|b\.?\s?e\.?)\s*(?P<before>[0-9]{4})$|^(?P<behind>[0-9]{4})\s*b\.?\s?e\.?$"
)
_AHEAD = 543
_IN_WORDS = re.compile(r"[二一][〇零九○一二三四五六七八]{3}(?=年)")
_NUMERALS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
"""二〇二〇年 is 2020年."""

LAST = 2100
"""No table is of a later year: it counts otherwise."""
_OTHERWISE = range(1200, 1500)
"""Islamic and Persian years of our times; no indicator is of the Middle Ages."""


def in_common_era(plain: str) -> str:
    """Return a text in which a year with its era is one of the common era.

    Examples
    --------
    >>> in_common_era("民國109年"), in_common_era("令和元年度"), in_common_era("109學年度")
    ('2020年', '2019年度', '2020學年度')
    >>> in_common_era("be 2563"), in_common_era("2020年")
    ('2020', '2020年')
    """
    if plain.isascii() and "e" not in plain:
        return plain
    plain = _IN_WORDS.sub(lambda found: found[0].translate(_NUMERALS), plain)
    if found := _BUDDHIST.fullmatch(plain):
        return str(int(found["before"] or found["behind"]) - _AHEAD)
    plain = _OF_ERA.sub(_of_era, plain)
    return _OF_TAIWAN.sub(lambda found: str(int(found["year"]) + _FIRST["民國"] - 1), plain)


def _of_era(found: re.Match[str]) -> str:
    year = 1 if found["year"] == "元" else int(found["year"])
    return str(_FIRST[found["era"]] + year - 1)


def counts_otherwise(year: int) -> bool:
    """Tell whether a year can be none of the common era.

    Examples
    --------
    >>> counts_otherwise(2563), counts_otherwise(1399), counts_otherwise(2050)
    (True, True, False)
    """
    return year > LAST or year in _OTHERWISE


def what_year(text: str) -> str:
    """Return what to do about a text that is no year, or one of another calendar."""
    plain = text.strip().removesuffix(".0")
    number = int(plain) if re.fullmatch(r"[0-9]{1,4}", plain) else 0
    if len(plain) == 2 and number:
        return f"write the year in full: 19{plain}, or 20{plain}"
    if LAST < number < LAST + _AHEAD:
        return f"write {number - _AHEAD}, if the years are of the Buddhist era"
    if len(plain) == 3 and number:
        return f"write {number + _FIRST['民國'] - 1}, if the years are of the Republic of China"
    if number in _OTHERWISE:
        return "write the year of the common era in place of the Islamic or Persian one"
    return "write the year of the common era, or name the column of the years: year='<column>'"
