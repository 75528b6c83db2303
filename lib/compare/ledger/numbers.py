"""Numbers as documents print them, and the exact numbers they stand for.

``2.4``, ``2:4``, ``1/3``, ``10~11``, ``三分之一``, ``千``, ``全覆盖``: the transcription keeps
the words, this module says which values they print, so that a ledger row can be checked
against its own quote.
"""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation

CHINESE_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1}
"""The number of each Chinese digit."""

_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_CHINESE = "".join(CHINESE_DIGITS) + "".join(_UNITS) + "".join(_MYRIADS)

_PLAIN = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RANGE = re.compile(rf"({_PLAIN})\s*[%%]?\s*[-—–~～至]+\s*({_PLAIN})")
_RATIO = re.compile(rf"({_PLAIN})\s*[::]\s*({_PLAIN})")
_FRACTION = re.compile(rf"({_PLAIN})\s*/\s*({_PLAIN})")
_WORDED_FRACTION = re.compile(rf"([{_CHINESE}]+)分之([{_CHINESE}]+)")
_NUMBER = re.compile(_PLAIN)
_CHINESE_NUMBER = re.compile(rf"[{_CHINESE}]+")

WHOLE_BOUND = (
    r"(?!(?<=以内)(?:陆|需|涵|容|部|外|蒙)|(?<=以上)(?:海(?!内外|外)|述)"
    r"|(?<=以下)(?:列|简称|称|问题))"
)
"""Behind 以上, 以内 or 以下: they bound a number, and begin no other word (以内陆…为重点)."""

_PLACE = re.compile(r"(?![全各本每该])[一-鿿]{1,6}[县市区旗]")
_AND_PLACE = re.compile(r"(?<=[县区市旗州盟镇乡])和(?=..)")
"""和 between two places: it is no part of 和平区 or 呼和浩特市."""

HUNDRED = Decimal(100)

_TENTHS = re.compile(rf"([{_CHINESE}]+)成")

_IDIOMS = {"翻了一番": Decimal(2), "翻一番": Decimal(2), "首": Decimal(1), "相当": Decimal(1)}
_IDIOMS |= dict.fromkeys(("翻两番", "翻了两番"), Decimal(4)) | {"翻番": Decimal(2)}
_IDIOMS |= dict.fromkeys(("半数", "一半", "过半"), Decimal(50))


def chinese_number(text: str) -> Decimal:
    """Return the number that Chinese numerals write (``十五`` → 15, ``一亿二千万`` → 120000000).

    Raises
    ------
    ValueError
        If the text has a character that is no numeral.
    """
    total = section = digit = 0
    for character in text:
        if character in CHINESE_DIGITS:
            digit = digit * 10 + CHINESE_DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _MYRIADS:
            size, part = _MYRIADS[character], section + digit
            total = total + part * size if part and total >= size else (total + part or 1) * size
            section = digit = 0
        else:
            raise ValueError(f"{character!r} in {text!r} is no Chinese numeral")
    return Decimal(total + section + digit)


def printed_values(printed: str) -> list[Decimal]:
    """Return the numbers that a printed value may stand for.

    A range gives its two ends, a ratio its quotient, a fraction itself and as a
    percentage; words without any number give none.

    Parameters
    ----------
    printed : str
        The value as printed, without its unit.

    Returns
    -------
    list of decimal.Decimal
        Empty if the words contain no number (``全覆盖``).

    Examples
    --------
    >>> printed_values("99.7"), printed_values("10~11")
    ([Decimal('99.7')], [Decimal('10'), Decimal('11')])
    >>> printed_values("2:4"), printed_values("千余"), printed_values("全覆盖")
    ([Decimal('0.5')], [Decimal('1000')], [])
    """
    try:
        return _printed_values(printed)
    except (DivisionByZero, InvalidOperation):
        return []


def listed_names(printed: str) -> list[Decimal]:
    """Return how many names a printed value lists: one number, or none where it is no list.

    Names are separated by 、; the last of places may follow 和. A name alone is a list if it is
    that of a county, a city or a district.

    Parameters
    ----------
    printed : str
        The value as printed.

    Examples
    --------
    >>> listed_names("抚顺县、顺城区和望花区"), listed_names("望花区"), listed_names("全市")
    ([Decimal('3')], [Decimal('1')], [])
    """
    names = [name for part in printed.split("、") for name in _AND_PLACE.split(part)]
    several = len(names) > 1 and all(len(name) > 1 for name in names)
    is_list = several or _PLACE.fullmatch(printed) is not None
    return [Decimal(len(names))] if is_list else []


def _printed_values(printed: str) -> list[Decimal]:
    for words, value in _IDIOMS.items():
        if words in printed:
            return [value]
    if match := _RANGE.search(printed):
        return [_decimal(match[1]), _decimal(match[2])]
    if match := _RATIO.search(printed):
        return [_decimal(match[1]) / _decimal(match[2])]
    if match := _FRACTION.search(printed):
        share = _decimal(match[1]) / _decimal(match[2])
        return [share, share * HUNDRED]
    if match := _WORDED_FRACTION.search(printed):
        share = chinese_number(match[2]) / chinese_number(match[1])
        return [share, share * HUNDRED]
    if match := _TENTHS.search(printed):
        return [chinese_number(match[1]) * 10]
    if match := _NUMBER.search(printed):
        return [_decimal(match[0])]
    if match := _CHINESE_NUMBER.search(printed):
        return [chinese_number(match[0])]
    return []


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
