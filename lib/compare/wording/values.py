"""Values in words: numbers, units, bounds, changes, as people write them.

This is where a bound keeps its word: :func:`value_in_words` is the only function that
writes an observation's value, and :func:`interval_in_words` an interval that nobody printed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale

from compare.ledger.numbers import chinese_number
from compare.wording.catalogue import Lang, has, say

UNITS = {
    "%": "percent",
    "coefficient": "coefficient",
    "percentage points": "percentage-points",
    "hours": "hours",
    "year": "year",
    "个": "items",
    "所": "schools",
    "项": "projects",
    "人": "people",
    "万人": "ten-thousand-people",
    "人次": "single-person-times",
    "万人次": "person-times",
    "元": "yuan",
    "万元": "ten-thousand-yuan",
    "亿元": "hundred-million-yuan",
    "万平方米": "ten-thousand-square-metres",
    "倍": "times",
    "课时": "class-hours",
    "兆": "megabits",
    "学分": "credits",
    **dict.fromkeys(
        ("名", "位", "台", "门", "部", "条", "家", "轮", "期", "届", "次", "枚"), "count"
    ),
    **dict.fromkeys(("万个", "万名"), "ten-thousands"),
    "per student": "per-student",
    "per 100 students": "per-100-students",
    "m² per student": "area-per-student",
    "yuan per student": "yuan-per-student",
    "volumes per student": "volumes-per-student",
}
"""What the catalogue calls the units of indicators; another unit is written as it is."""

_IN_ENGLISH = {
    **dict.fromkeys(("万人次", "万个", "万名", "万人", "万元", "万平方米"), 10_000),
    "亿元": 100,
}
"""Units that count ten thousands, which English writes out: 12万人次, 120,000 person-times."""

_HAN = re.compile("[一-鿿]")

_SIGNS = {
    "=": "exactly", ">=": "at-least", ">": "more-than", "<=": "at-most", "<": "less-than",
    "~": "about", "range": "exactly", "estimate": "exactly",
}  # fmt: skip


def is_missing(value: object) -> bool:
    """Tell whether a frame's cell holds nothing (None or NaN)."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def number(value: float, lang: Lang) -> str:
    """Return a number without needless digits: ``100``, ``7.24``, ``0.43``, ``12,000``.

    Chinese has no separators (GB/T 15835 allows none): ``12000``.
    """
    text = f"{value:,.{2 if abs(value) >= 1 else 4}f}".rstrip("0").rstrip(".")
    return (text.replace(",", "") if lang == "zh" else text).replace("-", "−")


def plural(value: float | None, lang: Lang) -> str:
    """Return the plural category of a number as it is written: ``one`` or ``other``."""
    if value is None:
        return "other"
    whole = int(value) if float(value).is_integer() else value
    return str(_plural_form(lang)(whole))


@cache
def _plural_form(lang: Lang) -> Any:
    return Locale(lang).plural_form


_FIRST_DATE = 1000
"""A smaller number of years is no date, but how long something took."""


def is_duration(years: Any) -> bool:
    """Tell whether a number of years is how long something takes, and no date."""
    return not is_missing(years) and abs(years) < _FIRST_DATE


def unit_suffix(unit: str, lang: Lang, value: float | None = None) -> str:
    """Return a unit as it stands behind a number: ``%`` close up, words after a space.

    Behind the value 1, if it is given, English has the singular.
    """
    if lang == "zh" and _HAN.search(unit):  # written as the texts have it
        return unit
    name = f"unit-{UNITS.get(unit, '')}"
    if unit == "year" and is_duration(value):
        name = "unit-years"
    if has(name, lang):
        return say(name, lang, count=plural(value, lang))
    close = not unit or (lang == "zh" and not unit[0].isalpha())  # ‰, but 20 km
    return unit if close else f" {unit}"


def quantity(value: float, unit: str, lang: Lang) -> str:
    """Return a number with its unit: ``90%``, ``12万人次``, ``120,000 person-times``."""
    return f"{counted(value, unit, lang)}{unit_suffix(unit, lang, value)}"


def counted(value: float, unit: str, lang: Lang) -> str:
    """Return the number that stands before a unit."""
    return number(written_out(value, unit, lang), lang)


def written_out(value: float, unit: str, lang: Lang) -> float:
    """Return the number that is written for a value: 50,000 in English for 5万."""
    return value * _IN_ENGLISH.get(unit, 1) if lang == "en" else value


def axis_unit(unit: str, lang: Lang) -> str:
    """Return the unit of an axis whose numbers are written out: ``person-times`` for 万人次."""
    if lang == "zh" or unit not in _IN_ENGLISH:
        return unit_name(unit, lang)
    return unit_suffix(unit, lang).strip() or unit_name("名", lang)


def unit_name(unit: str, lang: Lang) -> str:
    """Return a unit as it stands alone, under an axis or in a subtitle."""
    if lang == "zh" and _HAN.search(unit):
        return unit
    name = f"unit-name-{UNITS.get(unit, '')}"
    return say(name, lang) if has(name, lang) else unit


def value_in_words(row: Mapping[str, Any], lang: Lang, *, unit: bool = True) -> str:
    """Return an observation's value as people write it: ``≥90%``, ``<0.35``, ``约90%``.

    Where there is only an interval and no number, the interval is written.

    Parameters
    ----------
    row : mapping
        comparator, value, lo, hi and unit of an observation. Where nobody printed a number,
        or how it is meant is not known, the interval is written.
    lang : {"zh", "en"}
        Language.
    unit : bool
        Whether to write the unit behind the number.
    """
    if row["comparator"] != "range" and (is_missing(row["value"]) or is_missing(row["comparator"])):
        return interval_in_words(row["lo"], row["hi"], row["unit"] if unit else "", lang)
    suffix = row["unit"] if unit else ""
    if row["unit"] == "year" and not is_duration(row["value"]):
        return _date(row, suffix, lang)
    if row["comparator"] == "range":
        return _each_year(_between(row["lo"], row["hi"], suffix, lang), row, lang)
    if unit and (more := _and_more(row, lang)):
        return _each_year(more, row, lang)
    if unit and _tells_in_words(row) and _is_no_fall(row):
        return say("bound-no-fall", lang, words=str(row["printed"]))
    stated = _fraction(row, lang) or _as_stated(row, suffix, lang)
    return _each_year(bounded(row["comparator"], stated, lang), row, lang)


def _date(row: Mapping[str, Any], unit: str, lang: Lang) -> str:
    """Return a year that is a value; later than a year: it had not come by its end."""
    if row["comparator"] == ">":
        return say("year-not-by", lang, year=str(int(row["value"])))
    if row["comparator"] == "range":
        return f"{int(row['lo'])}–{int(row['hi'])}{unit_suffix(unit, lang)}"
    return f"{int(row['value'])}{unit_suffix(unit, lang)}"


def prose_value(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value as a sentence says it: ``90%以上``, ``at least 90%``, ``小于0.35``.

    Parameters
    ----------
    row : mapping
        comparator, value, lo, hi and unit of an observation, a figure or a benchmark.
    lang : {"zh", "en"}
        Language.
    """
    stated = _with_sign(row, lang)
    if stated is None:
        return value_in_words(row, lang)
    if _tells_in_words(row):
        form = "no-fall" if _is_no_fall(row) else "in-words"
        told = say(f"prose-{_SIGNS[row['comparator']]}", lang, value=stated)
        return say(f"prose-{form}", lang, words=str(row["printed"]), value=told)
    if more := _and_more(row, lang):
        return _each_year(more, row, lang)
    told = say(f"prose-{_SIGNS[row['comparator']]}", lang, value=stated)
    return _each_year(told, row, lang)


def reach_in_words(row: Mapping[str, Any], lang: Lang, *, lowered: bool | None = None) -> str:
    """Return what a target is to reach, with its verb: ``达到90%以上``, ``超过70%``.

    Parameters
    ----------
    row : mapping
        comparator, value, lo, hi and unit of a target; every_year, and kept, where they are known.
    lang : {"zh", "en"}
        Language.
    lowered : bool, optional
        Whether the target is known to lie below the base: a plain number is come down to.
    """
    stated = _with_sign(row, lang)
    if stated is None:
        return say("reach-exactly", lang, value=value_in_words(row, lang))
    if _tells_in_words(row):
        form = "no-fall" if _is_no_fall(row) else "in-words"
        return say(f"reach-{form}", lang, words=str(row["printed"]), value=stated)
    kept = row.get("kept") or row.get("every_year")
    if kept == KEEP:
        return say("reach-keep", lang, kept=kept_in_words(row, lang))
    if kept == KEEP_IN_TEXT:
        bare = {**row, "kept": None, "every_year": None}
        return say("reach-keep-in-text", lang, value=prose_value(bare, lang))
    if lowered and row["comparator"] == "=":
        return say("reach-lowered", lang, value=stated)
    if row.get("direction") == "lower" and lowered is None and row["comparator"] == "=":
        return say("reach-plain", lang, value=stated)  # nobody knows whether it comes down to it
    if _is_yearly(row):
        return say("reach-every-year", lang, value=prose_value(row, lang))
    return say(f"reach-{_SIGNS[row['comparator']]}", lang, value=stated)


KEEP, EVERY_YEAR = "keep", "every-year"
"""What a figure may say of every year: a level to be kept, or so much in each of them."""

KEEP_IN_TEXT = "keep-in-text"
"""What is said of a level to be kept that is not known to have been reached before."""

_FRACTION = re.compile(r"[0-9]+/[0-9]+|[一二三四五六七八九十百]+分之[一二三四五六七八九十百]+")
_FINE = re.compile(r"[0-9]{1,3}\.[0-9]{3,6}")
"""A number with more digits than others are written with; nobody prints those of a computer."""

_TRYING = re.compile("力争|争取")

_MORE = re.compile(r"[余多]$")


def speaks_of_trying(quote: str) -> bool:
    """Tell whether a text does not promise a thing, but to try for it: 力争, 争取."""
    return bool(_TRYING.search(quote))


def _is_yearly(row: Mapping[str, Any]) -> bool:
    """Tell whether so much is meant a year, and the name of the thing does not say so."""
    names = (row.get(name) for name in ("topic_zh", "indicator_zh", "label"))
    name = next((name for name in names if isinstance(name, str)), "")
    planned = row.get("kind") != "actual"  # an outcome of several years is their mean
    return planned and row.get("every_year") == EVERY_YEAR and "年" not in name


def _each_year(told: str, row: Mapping[str, Any], lang: Lang) -> str:
    return say("every-year", lang, value=told) if _is_yearly(row) else told


def _fraction(row: Mapping[str, Any], lang: Lang) -> str | None:
    """Return a share as it was printed, where that is a fraction: nobody printed 33.33%."""
    printed = row.get("printed")
    if not isinstance(printed, str) or not _FRACTION.fullmatch(printed):
        return None
    if lang == "zh" or "分之" not in printed:
        return printed
    whole, part = map(chinese_number, printed.split("分之"))
    return f"{part}/{whole}"


def _as_stated(row: Mapping[str, Any], unit: str, lang: Lang) -> str:
    """Return a number with its unit, and with all the digits that were printed of it."""
    printed = row.get("printed")
    if isinstance(printed, str) and _FINE.fullmatch(printed) and float(printed) == row["value"]:
        return f"{printed}{unit_suffix(unit, lang, row['value'])}"
    return quantity(row["value"], unit, lang)


def _and_more(row: Mapping[str, Any], lang: Lang) -> str | None:
    """Return somewhat more than a number as it was printed: ``2,000余个``."""
    printed, unit = row.get("printed"), row["unit"]
    if row["comparator"] != ">" or not isinstance(printed, str) or not _MORE.search(printed):
        return None
    stated = counted(row["value"], unit, lang)
    if lang == "zh":
        many = printed[-2:-1] if printed[-2:-1] in unit else ""  # 15万余名, where the unit is 万名
        stated, unit = f"{stated}{many}{printed[-1]}", unit.removeprefix(many)
    return say("prose-and-more", lang, number=stated, unit=unit_suffix(unit, lang, row["value"]))


_FEWEST_TELLING = 3
"""Words of fewer characters (所有, 每个) tell nothing without what stands around them."""


def says_yearly(label: str) -> bool:
    """Tell whether a Chinese label says that a value is of each year."""
    return re.search("每年|年均|逐年", label) is not None


_NUMERAL = re.compile("[0-9一二三四五六七八九十百千万两半]")


def label_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value as it stands beside its mark: in words where words alone state it."""
    value = value_in_words(row, lang)
    if not shows_its_words(row):
        return value
    return say("label-in-words", lang, words=str(row["printed"]), value=value)


def is_in_words(row: Mapping[str, Any]) -> bool:
    """Tell whether words without any numeral state a share: 全覆盖, 每个, 不低于."""
    printed = row.get("printed")
    stated = row.get("worded") is True and row["unit"] == "%" and isinstance(printed, str)
    return stated and not _NUMERAL.search(str(printed))


def shows_its_words(row: Mapping[str, Any]) -> bool:
    """Tell whether a value that words alone state is written in them, or as a number."""
    return is_in_words(row) and _tells_in_words(row)


def _tells_in_words(row: Mapping[str, Any]) -> bool:
    """Tell whether words state all, none, or no fall of a share: 全覆盖, 只增不减."""
    if row.get("worded") is not True or row["unit"] != "%":
        return False
    whole = row["comparator"] in ("=", "~") and row["value"] in (0, 100)
    return (whole or _is_no_fall(row)) and len(str(row.get("printed"))) >= _FEWEST_TELLING


def kept_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what a target keeps, with its verb: ``保持在90%以上``, ``at 90% or above``."""
    stated = _with_sign(row, lang)
    if stated is None:
        return say("kept-exactly", lang, value=value_in_words(row, lang))
    if _tells_in_words(row):
        return say("kept-in-words", lang, words=str(row["printed"]), value=stated)
    return say(f"kept-{_SIGNS[row['comparator']]}", lang, value=stated)


def _is_no_fall(row: Mapping[str, Any]) -> bool:
    return row["comparator"] in (">=", ">") and row["value"] == 0


def _with_sign(row: Mapping[str, Any], lang: Lang) -> str | None:
    """Return the number that a comparator stands beside; None where an interval is written."""
    sign = row["comparator"]
    if is_missing(sign) or sign == "range" or is_missing(row["value"]) or row["unit"] == "year":
        return None
    return _fraction(row, lang) or _as_stated(row, row["unit"], lang)


def bounded(comparator: str, stated: str, lang: Lang) -> str:
    """Return a number, written already, with what its comparator says of it."""
    return say(f"bound-{_SIGNS[comparator]}", lang, value=stated)


def interval_in_words(lo: float, hi: float, unit: str, lang: Lang) -> str:
    """Return an interval that nobody printed: a median, a point on a path; nothing of nothing."""
    if is_missing(lo) and is_missing(hi):
        return ""
    if unit == "year" and is_missing(hi):  # all that is known: it had not come by then
        return say("year-not-by", lang, year=str(int(lo)))
    if unit == "year":
        ends = dict.fromkeys(str(int(end)) for end in (lo, hi) if not is_missing(end))
        return "–".join(ends) + unit_suffix(unit, lang)
    if is_missing(lo) or is_missing(hi):
        sign, end = (">=", lo) if is_missing(hi) else ("<=", hi)
        return bounded(sign, quantity(end, unit, lang), lang)
    return quantity(lo, unit, lang) if lo == hi else _between(lo, hi, unit, lang)


def _between(lo: float, hi: float, unit: str, lang: Lang) -> str:
    """Return two ends with one unit: ``30–50%``."""
    return f"{counted(lo, unit, lang)}–{quantity(hi, unit, lang)}"


def change_in_words(change: float, unit: str, lang: Lang) -> str:
    """Return the size of a gap or a change with its unit, without a sign."""
    return quantity(abs(change), unit, lang)


PACE_DIGITS = {"percentage points": 2, "coefficient": 3}
"""Units in which a yearly change means something, with the decimals that it is told in."""


def rounded_pace(pace: float, unit: str, *, is_least: bool = False) -> float:
    """Return a yearly change as it is told; the least that it may be is never rounded up.

    Examples
    --------
    >>> rounded_pace(3.8 / 3, "percentage points")
    1.27
    >>> rounded_pace(3.8 / 3, "percentage points", is_least=True)
    1.26
    """
    if unit not in PACE_DIGITS:
        return pace
    scale = 10.0 ** (PACE_DIGITS[unit] + (abs(pace) < _SMALL))
    size = abs(pace) * scale
    return math.copysign(math.floor(size + _TINY) if is_least else round(size), pace) / scale


_SMALL = 0.1
"""A smaller pace is told with a digit more."""
_TINY = 1e-6
"""Keeps 1.46 from becoming 1.45 where a float lies a hair below it."""


def signed(change: float, unit: str, lang: Lang) -> str:
    """Return a gap or a change with its sign."""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{change_in_words(change, unit, lang)}"


def signed_number(change: float) -> str:
    """Return a gap with its sign and all its digits: where its unit stands elsewhere."""
    shown = f"{abs(change):.4f}".rstrip("0").rstrip(".")
    return f"+{shown}" if change > 0 else (f"−{shown}" if change < 0 else "0")


_COUNTED = re.compile("[0-9０-９一二三四五六七八九十百千万亿零两半]")
"""What a unit may stand behind: 之首 has none of it."""


def as_printed(row: Mapping[str, Any]) -> str:
    """Return a printed number with its unit; 全部 and 三分之二 are shares without a sign."""
    unit = "" if is_missing(row["unit"]) else str(row["unit"])
    printed = str(row["printed"])
    if unit == "%" and (not re.search(r"\d", printed) or _FRACTION.fullmatch(printed)):
        return printed
    if printed.endswith(unit) or not _COUNTED.search(printed):  # 首位 and 之首, of 位
        return printed
    said = printed[-2:-1] if _MORE.search(printed) else ""  # 15万余 of 万名: 15万余名
    return f"{printed}{unit.removeprefix(said) if said == '万' else unit}"
