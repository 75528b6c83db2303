"""Units as documents print them, and what turns them into an indicator's unit.

A scan proposes indicators by this rule, and a check holds every aligned figure to it.
"""

from __future__ import annotations

import re
from decimal import Decimal

_MAGNITUDES = {"百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_LONGEST_FIRST = sorted(_MAGNITUDES, key=len, reverse=True)
_PRINTED_AS = {
    "人": {"人", "名", "位"},
    "hours": {"小时"},
    "percentage points": {"百分点", "个百分点"},
    "coefficient": {"", "-", "—"},
    "year": {"年"},
    "%": {"%"},
    "人次": {"人次"},
    "个": {"个", "所", "支", "家", "处", "项", "类"},
    "所": {"所", "个"},
    "项": {"项"},
}
"""How documents print the unit of an indicator; a unit that is not here, as itself alone."""

COUNTS = ("人", "名", "所", "个", "家", "万人", "元", "万元", "座", "人次")
"""Units of what is surely counted, of which there are more and not higher, and never below 0."""

_UNCLEAR = {("%", "percentage points")}
"""A fall of 3% may be one of three points or one to 97 hundredths: a proxy at best."""


_LEAD = re.compile(r"[超高]出?于?[^，]*平均")

_MEASURED = {"hours", "percentage points", "coefficient", "year", "%"}
COUNTED = frozenset(COUNTS).union(
    *(printed for unit, printed in _PRINTED_AS.items() if unit not in _MEASURED)
)
"""Units of what is counted: of them a large place has more."""
_OF_MEASURES = _MEASURED.union(*(_PRINTED_AS[unit] for unit in _MEASURED))
"""Units of shares, ratios and time; every other one counts things."""


def unit_of(printed: str) -> str:
    """Return the unit of an indicator that a printed unit is a way of writing.

    Examples
    --------
    >>> unit_of("年"), unit_of("-"), unit_of("间")
    ('year', 'coefficient', '间')
    """
    return next((unit for unit in sorted(_MEASURED) if printed in _PRINTED_AS[unit]), printed)


def factor(printed: str, unit: str, *, proxy: bool = False) -> Decimal | None:
    """Return what turns a number in a printed unit into one in an indicator's unit.

    Parameters
    ----------
    printed : str
        The unit as printed, a magnitude such as 万 or 亿 included.
    unit : str
        The indicator's unit.
    proxy : bool
        Whether the figure measures something else, which may be counted by another word: 间
        for 个. Counts and shares stay apart.

    Returns
    -------
    decimal.Decimal or None
        None where the printed unit is no way of writing the indicator's.

    Examples
    --------
    >>> factor("万名", "人"), factor("‰", "%"), factor("所", "%")
    (Decimal('10000'), Decimal('0.1'), None)
    """
    size, bare = _split(printed)
    own_size, own = _split(unit)
    fits = bare in _PRINTED_AS.get(own, {own}) or (bare, own) in _UNCLEAR
    counts = proxy and not {bare, own} & _OF_MEASURES
    return size / own_size if fits or counts else None


def is_unclear(printed: str, unit: str) -> bool:
    """Tell whether a printed unit may mean another than the indicator's: % for points."""
    return (printed, unit) in _UNCLEAR


def is_lead(label: str) -> bool:
    """Tell whether a label is of a lead over a mean: per cent of it, or points, nobody says.

    Examples
    --------
    >>> is_lead("高考普通类一段线超全省平均数"), is_lead("高考一段上线率")
    (True, False)
    """
    return bool(_LEAD.search(label))


def printed_as(unit: str) -> list[str]:
    """Return how documents print an indicator's unit, magnitudes left out."""
    own = _split(unit)[1]
    return sorted(_PRINTED_AS.get(own, {own}))


def _split(unit: str) -> tuple[Decimal, str]:
    """Return the size that a unit begins with and what is left: 万人 is ten thousand 人."""
    if unit == "‰":
        return Decimal("0.1"), "%"
    for name in () if unit.startswith("百分") else _LONGEST_FIRST:
        if unit.startswith(name):
            return Decimal(_MAGNITUDES[name]), unit[len(name) :]
    return Decimal(1), unit
