"""Levels in the codes of own tables: codes that hold others, by their zeros or by their length.

01000 holds 01001, 11 holds 1101, and AT holds AT1, which holds AT11. A few codes of another
pattern change nothing; numbers that only count what there is hold nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

_LIE_WITHIN = 0.8
"""That share of the parts at least begins as wholes do."""
_NEARLY = 0.9
"""That share of numbers at least takes part in levels by length: they are alike by chance."""
_USUAL = 2 / 3
"""That share of codes at least is of one pattern, or of the numbers in order."""
_LOST_FROM = 4
"""Codes of fewer digits have lost no zeros, where lengths differ: they are numbers in order."""


def holding_codes(codes: Collection[str]) -> set[str]:
    """Return the codes that others of a table lie in.

    Parameters
    ----------
    codes : collection of str
        All of the table.

    Examples
    --------
    >>> sorted(holding_codes(["1000", "1001", "1003", "2000", "2013", "10"]))
    ['1000', '2000']
    >>> sorted(holding_codes(["AT", "AT1", "AT11", "AT12", "DE", "DE1", "DE11"]))
    ['AT', 'AT1', 'DE', 'DE1']
    >>> holding_codes(["1", "2", "10", "11", "12", "111"])
    set()
    """
    known = set(codes)
    # where zeros tell the wholes, codes of other lengths begin as others do by chance
    return _before_all(known) | (_above(known) or _shorter(known) | _of_numbers(known))


_SUMMARIES = frozenset({"TOT", "TOTAL", "_T", "TTL"})
"""Codes of code lists for all together."""
_FEWEST = 3


def _before_all(codes: set[str]) -> set[str]:
    """Return the code that all others begin with, the nation, and those that say all together.

    Examples
    --------
    >>> sorted(_before_all({"KZ", "KZAKM", "KZALM", "KZATY"}))
    ['KZ']
    >>> sorted(_before_all({"_T", "R1", "R2", "R3"})), sorted(_before_all({"000000", "11", "12"}))
    (['_T'], ['000000'])
    """
    summaries = codes & _SUMMARIES
    others = codes - summaries
    if len(others) < _FEWEST:
        return set()
    nation = {code for code in others if code.isalpha() and _begin_with(code, others)}
    zeros = {code for code in others if len(code) >= _LOST_FROM and not code.strip("0")}
    return summaries | nation | zeros


def _begin_with(code: str, codes: set[str]) -> bool:
    return len(codes) > _FEWEST and all(one.startswith(code) for one in codes)


_CODE = re.compile(r"(?=.*[A-Z0-9])[A-Z]{0,4}(?:[-_.]?[A-Z0-9]){0,8}")


def is_code_like(text: str) -> bool:
    """Tell whether a name is written as codes are: capital letters and digits, without blanks.

    Examples
    --------
    >>> is_code_like("DE21"), is_code_like("US-CA"), is_code_like("Peru"), is_code_like("R 1")
    (True, True, False, False)
    """
    return bool(_CODE.fullmatch(text))


# --- by zeros -----------------------------------------------------------------------------


def _above(codes: set[str]) -> set[str]:
    """Return the codes that end in zeros and hold others that begin as they do.

    Read as numbers they have lost their zeros in front: 1000 is 01000, above 01001.
    """
    longest, usual = _of_one_pattern({code for code in codes if _is_number(code)})
    alike = all(len(code) == longest for code in codes if code.strip("0"))
    if len(usual) < len(codes) * _USUAL or (not alike and longest < _LOST_FROM):
        return set()
    found = _above_of_a_length({code.zfill(longest) for code in usual})
    numbers = set(map(int, usual))
    if sum(int(code) - 1 in numbers for code in found) * 2 > len(found):
        return set()  # 99 stands before 100, 199 before 200: they only count
    return {code for code in usual if code.zfill(longest) in found}


def _is_number(code: str) -> bool:
    return code.isascii() and code.isdigit()


def _of_one_pattern(digits: set[str]) -> tuple[int, set[str]]:
    """Return the length that most codes have, or have but for a zero lost, and those codes."""
    lengths = Counter(len(code) for code in digits if code.strip("0"))
    longest = max(lengths, key=lambda one: (lengths[one] + lengths[one - 1], one), default=0)
    usual = {code for code in digits if len(code) in (longest - 1, longest)}
    nation = {code for code in digits if not code.strip("0") and len(code) <= longest}
    return longest, usual | nation


def _above_of_a_length(digits: set[str]) -> set[str]:
    found = set()
    for code in digits:
        stem = code.rstrip("0")
        zeros = len(code) - len(stem)
        if zeros >= 2 and any(one != code and one.startswith(code[:-zeros]) for one in digits):
            found.add(code)
    stems = tuple(code.rstrip("0") for code in found)
    parts = [code for code in digits if code not in found]
    if sum(code.startswith(stems) for code in parts) < len(parts) * _LIE_WITHIN:
        return set()  # some of many end so by chance
    for zeros in (2, 3, 4):  # all lie below those that end so
        of_length = {code for code in found if code.endswith("0" * zeros)}
        if {code[:-zeros] for code in digits} == {code[:-zeros] for code in of_length}:
            return of_length
    # 01 and 010 end in zeros by chance; a whole ends in as many as the least whole
    least = max((len(code) - len(code.rstrip("0")) for code in found), default=0)
    for zeros in (3, 2):
        of_length = {code for code in found if code.endswith("0" * zeros)}
        if len(of_length) > 1 or least == zeros:
            return of_length
    return found


# --- by length ----------------------------------------------------------------------------


def _shorter(codes: set[str]) -> set[str]:
    """Return the codes that others begin with: 01 of 01001, DE and DE1 of DE11.

    Levels are there where nearly all codes of a length begin with another one. Of plain numbers
    that has two digits at least, and two less: 1 is no whole of 10, 11 and 12, nor 10 of 101; and
    nearly all numbers take part, for of many some begin as others do by chance.
    """
    if _only_count(codes):
        return set()
    numbers = set(filter(_is_number, codes))
    if not _take_part(numbers):
        codes = codes - numbers
    found: set[str] = set()
    for length in {len(code) for code in codes}:
        parts = [code for code in codes if len(code) == length]
        within = [code for code in parts if any(_holds(one, code) for one in _begins(code, codes))]
        if len(within) > 1 and len(within) >= len(parts) * _LIE_WITHIN:
            found |= {one for code in within for one in _begins(code, codes)}
    return found


def _take_part(numbers: set[str]) -> bool:
    """Tell whether nearly all numbers but the shortest hold others or lie in one."""
    shortest = min(map(len, numbers), default=0)
    longer = [code for code in numbers if len(code) > shortest]
    above = {code: [one for one in _begins(code, numbers) if _holds(one, code)] for code in longer}
    wholes = {one for several in above.values() for one in several}
    return sum(bool(above[code]) or code in wholes for code in longer) >= len(longer) * _NEARLY


def _begins(code: str, codes: set[str]) -> list[str]:
    return [code[:end] for end in range(1, len(code)) if code[:end] in codes]


_JOINTS = "-_."


def _holds(whole: str, part: str) -> bool:
    """Tell whether a code that another one begins with holds it, by the signs that it adds."""
    if part[len(whole)] in _JOINTS:  # US-CA of US, 1.2 of 1
        return True
    if len(whole) < 2:
        return False
    if _is_number(part):
        return len(part) - len(whole) > 1
    return any(map(str.isdigit, part))


def _of_numbers(codes: set[str]) -> set[str]:
    """Return codes that others begin with, where zeros before them are lost: 1 of 1001, 10001."""
    if _only_count(codes):
        return set()
    numbers = {int(code): code for code in codes if _is_number(code)}
    if len(numbers) < len(codes) * _USUAL:
        return set()
    for digits in (2, 3, 4):
        above = {number for number in numbers if number < 10 ** (digits - 1)}
        parts = [number for number in numbers if number not in above]
        within = [number for number in parts if number // 10**digits in above]
        wholes = {number // 10**digits for number in within}
        nearly = len(within) >= len(parts) * _NEARLY and len(wholes) * 2 > len(above)
        if 1 < len(above) < len(parts) and nearly:
            return {numbers[number] for number in wholes}
    return set()


_ORDINAL = re.compile(r"(?P<stem>\D*)(?P<number>[0-9]+)")


def _only_count(codes: Collection[str]) -> bool:
    """Tell whether codes only count, behind the same letters or none: D1 to D12, but for some."""
    found = [one for code in codes if (one := _ORDINAL.fullmatch(code))]
    stems = Counter(one["stem"] for one in found)
    stem, most = max(stems.items(), key=lambda item: item[1], default=("", 0))
    numbers = {int(one["number"]) for one in found if one["stem"] == stem}
    fill = max(numbers, default=0) - min(numbers, default=0) + 1
    return most > len(codes) * _USUAL and len(numbers) > fill * _USUAL
