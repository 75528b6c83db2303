"""Cells of own tables: a value, a bound, a range, nothing, or a refusal; and a period.

The words that make a bound of a number are those of the scan of documents, with the English
ones beside them; each distinct text is read once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from compare.ledger.cells import FIRST, LARGEST_NUMBER, LAST, year_of
from compare.ledger.names import tidy_name
from compare.sources.panel.eras import counts_otherwise, in_common_era, what_year
from compare.sources.panel.flags import CONFIDENTIAL, without_flags
from compare.sources.scan.find.quantities import AFTER, BEFORE, any_of

A_CELL = (
    "a number, a bound (≥90, <5, 90以上, 约3万, 90+), a range (10-12), an estimate with its limits "
    "(91.2 (90.1-92.3), 91.2 ± 1.1), or a mark for missing"
)
A_PERIOD = "a year: 2020, 2020年, 2016/17, 2016-17, 2014-16, 2018 (Rev)"

NOT_THERE = frozenset({
    "", "-", "--", "---", "—", "——", "–", "−", "…", "……", "...", "......", "..", ".", ":",
    "na", "n.a.", "n.a", "n/a", "#n/a", "nan", "null", "none", "nd", "n.d.", "no data",
    "not available", "missing", "z", "[z]", "w", "[w]", "[x]", "not applicable",
    "/", "\\", "†", "(x)", "(na)", "(z)", "暂无", "暂无数据", "无数据", "缺", "缺失", "空缺",
    "未统计", "不详", "未详", "无", "未公布", "未公开", "未发布", "未提供", "未报", "未上报",
    "未填", "未定", "待定", "待公布", "未知",
    "unknown", "not known", "not stated", "not published", "unpublished", "not reported",
    "not collected", "pending", "tba", "tbd", "to be announced", "to be decided",
    "to be determined",
})  # fmt: skip
"""Marks that say that a value is not there, in lower case."""

SUPPRESSED = frozenset(
    {"c", "[c]", "(c)", "x", "s", "(s)", "(d)", "*", "**", "***", "****", "*****", "#", "‡", "ps",
     "suppressed", "conf", "保密"}
)  # fmt: skip
"""Marks that say that a value is withheld: missing, and never zero."""

_ENGLISH = {
    "more than": ">", "over": ">", "above": ">", "greater than": ">", "at least": ">=",
    "less than": "<", "under": "<", "below": "<", "fewer than": "<", "at most": "<=",
    "up to": "<=", "about": "~", "approx.": "~", "approx": "~", "around": "~", "ca.": "~",
    "circa": "~", "≈": "~", "~": "~", "≧": ">=", "≦": "<=", "⩾": ">=", "⩽": "<=",
    "ge": ">=", "gt": ">", "le": "<=", "lt": "<",
}  # fmt: skip
_BEFORE = {**BEFORE, **_ENGLISH}
_AFTER = {**AFTER, "+": ">=", "or more": ">=", "or less": "<=", "or fewer": "<=", "余": ">",
          "多": ">"}  # fmt: skip
_SIZES = {"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8}
_PLAIN = (
    r"(?:[0-9]{1,3}(?:[, '’][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?|"
    r"\.[0-9]+"
)
"""12,34,567 is written so in India: lakhs and crores."""
_NUMBER = rf"[+-]?(?:{_PLAIN})(?:e[+-]?[0-9]{{1,3}})?"
_UNITS = r"人次|人|名|所|个|家|元|户|座|项"
_CELL = re.compile(
    rf"(?P<before>{any_of(_BEFORE)})?\s*(?P<low>{_NUMBER})\s*(?P<share>%)?"
    rf"(?:\s*(?:-|–|—|~|至|到|to)\s*(?P<high>{_NUMBER})\s*(?P<share2>%)?)?"
    rf"\s*(?P<more>[余多])?(?P<size>{any_of(_SIZES)})?(?P<unit>{_UNITS})?"
    rf"\s*(?P<after>{any_of(_AFTER)})?"
)
_ESTIMATE = re.compile(
    rf"(?P<value>{_NUMBER})\s*(?P<share>%)?\s*"
    rf"(?:[(\[{{]\s*(?P<lower>{_NUMBER})\s*%?\s*(?:-|–|—|,|;|~|至|to)\s*(?P<upper>{_NUMBER})\s*%?"
    rf"\s*[)\]}}]|(?:±|\+/-)\s*(?P<margin>{_NUMBER})\s*%?)"
)
"""An estimate with its limits, or with its margin of error, in one cell."""
FLAGS = r"\(?[bdefilnprsuv]{1,3}\)?"
"""Flags of statistical offices behind a value, as plain text has them."""
_MARK = re.compile(
    r"\s*(?:[*†‡§#^]+|[(\[](?:[a-z]|(?:(?:foot)?note\s*)?[0-9]{1,2}|rev\.?|revised|prov\.?|provisional|est\.?|"
    r"修订|初步|暂定|预计)[)\]]|(?<=[0-9%*])\s+" + FLAGS + r")$"
)
_PERIOD = re.compile(
    r"(?P<start>[0-9]{4})\s*[-/–—~至]\s*(?P<end>[0-9]{4}|[0-9]{2})\s*(?:学?年度?)?"
)
_RUN = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})")
"""201819: how English school years are written."""
_SCHOOL_YEAR = re.compile(r"[学學]年度?$")
_DATE = re.compile(
    r"[0-3]?[0-9][./][0-3]?[0-9][./](?P<last>[0-9]{4})|"
    r"(?P<first>[0-9]{4})(?:-[01][0-9]-[0-3][0-9]|/[01]?[0-9]/[0-3]?[0-9]|"
    r"年[01]?[0-9]月(?:[0-3]?[0-9]日)?)(?:[t ][0-9:.]+)?"
)
"""A day, or a month in Chinese: of its year. 2010-11 is two years and no month."""
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$|\s*[*†‡]+$")
_APART = re.compile(r"^(?:-\s+|–\s*)(?=[0-9.])")
"""A sign apart from its number, or a dash in its place: - 23, –23."""
_CODE_OF_NONE = re.compile(r"-(?P<digit>[1-9])(?P=digit){2,}(?:\.0+)?")
_BRACKETED = re.compile(r"\(\s*[0-9][0-9., '’]*\s*%?\s*\)")
_BEHIND = re.compile(
    rf"(?:{_NUMBER})\s*%?\s*(?:\(\s*(?:{_NUMBER})\s*%?\s*\)|\[\s*[0-9]*\.[0-9]+\s*%?\s*\])"
)
"""In square brackets, whole numbers are notes: 87[3]."""
_FORMULA_ERROR = re.compile(
    r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE
)
_WITH_DOT = re.compile(r"[0-9]*(?:\.[0-9]+)+")
_WITH_COMMA = re.compile(r"[0-9]*(?:,[0-9]+)+")
_BETWEEN_THOUSANDS = re.compile(
    r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"
)
"""0.123 has decimals: no thousand begins with a nought."""
_DECIMAL_COMMA = re.compile(
    r"[+-]?(?:[0-9]+(?:\.[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]{3}|"
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?)"
)
"""12,5 and 0,123; and 1.234.567, whose dots stand between thousands."""


@dataclass(frozen=True)
class Stated:
    """What a cell states.

    Attributes
    ----------
    comparator : str
        As of an observation; empty where nothing is stated.
    lo, hi : float or None
        Its ends as written, None where a side is open.
    share : bool
        Whether a per cent sign stands in the cell.
    resolution : float or None
        Half a unit of the last digit.
    withheld : bool
        Whether it is missing because it is withheld.
    flags : str
        The flags behind it.
    lower, upper : float or None
        The limits that stand behind an estimate in its own cell.
    mark : str
        The mark of a footnote that is dropped.
    """

    comparator: str
    lo: float | None = None
    hi: float | None = None
    share: bool = False
    resolution: float | None = None
    withheld: bool = False
    flags: str = ""
    lower: float | None = None
    upper: float | None = None
    mark: str = ""


def stated_with_flags(text: str, missing: frozenset[str] = frozenset()) -> Stated:
    """Return what a cell states that may have flags behind its value; see :func:`stated`.

    What is confidential, or not applicable, is not there.

    Examples
    --------
    >>> stated_with_flags("12.3 bp").flags, stated_with_flags(": c").withheld
    ('bp', True)
    """
    cell, flags = without_flags(text)
    if not cell or CONFIDENTIAL in flags:
        return Stated("", withheld=CONFIDENTIAL in flags, flags=flags)
    return replace(stated(cell, missing), flags=flags)


@lru_cache(maxsize=2**16)
def stated(text: str, missing: frozenset[str] = frozenset(), *, comma: bool = False) -> Stated:
    """Return what a cell states.

    Parameters
    ----------
    text : str
        The cell.
    missing : frozenset of str
        Further marks for a value that is not there, in lower case.
    comma : bool
        Whether decimals stand behind a comma.

    Raises
    ------
    ValueError
        If it states none of it.

    Examples
    --------
    >>> stated("1,200").lo, stated("９０％以上").comparator, stated("约3万").lo
    (1200.0, '>=', 30000.0)
    >>> stated("c").withheld, stated("GE95").comparator
    (True, '>=')
    >>> stated("91.2 (90.1-92.3)").upper, round(stated("91.2 ± 1.1").lower, 1)
    (92.3, 90.1)
    """
    plain = plain_text(text)
    if plain in NOT_THERE or plain in missing:
        return Stated("")
    if plain in SUPPRESSED:
        return Stated("", withheld=True)
    if comma:
        if any(not _BETWEEN_THOUSANDS.fullmatch(one) for one in _WITH_DOT.findall(plain)):
            raise ValueError(A_CELL)  # 91.2 beside 91,2 is no 912
        plain = plain.replace(".", "").replace(",", ".")
    raised = _RAISED.search(text)
    mark = raised[0].strip() if raised else ""
    plain = _APART.sub("-", plain)
    if found := _CELL.fullmatch(plain):
        return replace(_meant(found), mark=mark)
    if (bare := without_marks(plain)) != plain:
        mark, plain = plain[len(bare) :].strip(), bare
    if estimated := _ESTIMATE.fullmatch(plain):
        return replace(_estimated(estimated), mark=mark)
    found = _CELL.fullmatch(plain)
    if found is None:
        raise ValueError(A_CELL)
    return replace(_meant(found), mark=mark)


def codes_of_none(numbers: Collection[float]) -> set[float]:
    """Return the numbers that stand for missing values: -999, where no other is below 0.

    Examples
    --------
    >>> codes_of_none([91.2, -999.0, 88.0]), codes_of_none([-999.0, -12.5])
    ({-999.0}, set())
    """
    below = {number for number in numbers if number < 0}
    return below if all(_CODE_OF_NONE.fullmatch(f"{number:.0f}") for number in below) else set()


def codes_out_of_range(numbers: Collection[float], *, share: bool) -> set[float]:
    """Return the numbers that may stand for missing values of a share or a count: -1, -9, 9999.

    Neither is ever below 0; and nines are out of range where all others are far less.

    Examples
    --------
    >>> sorted(codes_out_of_range([91.2, -1.0, -9.0, 9999.0], share=True))
    [-9.0, -1.0, 9999.0]
    >>> codes_out_of_range([91.2, -1.0, -0.5], share=True)
    set()
    >>> codes_out_of_range([5.0, 9999.0], share=False)
    set()
    """
    below = {number for number in numbers if number < 0}
    found = below if below <= _CODES_BELOW else set()
    nines = {number for number in numbers if number in _NINES}
    others = [number for number in numbers if number not in nines]
    return found | (nines if share and others and max(others) <= _MOST_OF_A_SHARE else set())


_CODES_BELOW = frozenset({-1.0, -2.0, -3.0, -7.0, -8.0, -9.0, -88.0, -97.0, -98.0, -99.0})
_NINES = frozenset({999.0, 9999.0, 99999.0})
_MOST_OF_A_SHARE = 200
"""Gross rates may be as much, and are no code."""


def what_to_do(text: str) -> str:
    """Return what to do about a cell that cannot be read."""
    if _BRACKETED.fullmatch(plain_text(text)):
        number = plain_text(text).strip("() ")
        return f"write -{number} if brackets mean less than 0, or {number} if they are a remark"
    if signed := _TRIANGLE.fullmatch(text.strip()):
        return f"write -{signed[1]} if the triangle means less than 0"
    if year := year_shown_as_date(text):
        return f"write {year}, if that is the year: a spreadsheet shows its number as this date"
    if has_number_behind(text):
        return (
            "put what stands in brackets into a column of its own (called SE where it is a "
            "standard error), or take it out"
        )
    if is_spreadsheet_error(text):
        return "correct the formula in the spreadsheet and save it again, or empty the cell"
    if _CELL.fullmatch(plain_text(text)):  # read alone it is a number
        return "write decimals behind one sign in all of the column: a dot, or a comma"
    return f"correct the cell, or missing=[{text.strip()!r}] if it means missing"


def what_to_do_of_year(text: str) -> str:
    """Return what to do about a cell that is no year."""
    return what_to_do(text) if year_shown_as_date(text) else what_year(text)


_TRIANGLE = re.compile(r"[▲△]\s*([0-9][0-9.,]*)")


def has_number_behind(text: str) -> bool:
    """Tell whether a number in brackets stands behind a number, which no footnote need be.

    Examples
    --------
    >>> has_number_behind("489 (3.5)"), has_number_behind("489 (3)"), has_number_behind("87[3]")
    (True, True, False)
    """
    return _BEHIND.fullmatch(plain_text(text)) is not None


def is_spreadsheet_error(text: str) -> bool:
    """Tell whether a cell holds the error of a formula: #DIV/0!, #REF!."""
    return _FORMULA_ERROR.fullmatch(text.strip()) is not None


def may_be_a_number(text: str) -> bool:
    """Tell whether a cell that states no value may stand in the place of one: (12), #REF!."""
    return bool(_BRACKETED.fullmatch(plain_text(text))) or is_spreadsheet_error(text)


def _estimated(found: re.Match[str]) -> Stated:
    value = _number(found["value"])
    if found["margin"]:
        margin = _number(found["margin"])
        lower, upper = value - margin, value + margin
    else:
        lower, upper = _number(found["lower"]), _number(found["upper"])
    if lower > upper:
        raise ValueError(A_CELL)
    plain = Stated("=", value, value, bool(found["share"]), _step(found["value"]))
    return replace(plain, lower=lower, upper=upper)


def plain_text(text: str) -> str:
    """Return a text in half-width characters and lower case, without raised marks of footnotes.

    Examples
    --------
    >>> plain_text("９１.2％"), plain_text("88²"), plain_text("①1,234"), plain_text("km²")
    ('91.2%', '88', '1,234', 'km2')
    >>> plain_text("٩١٫٥"), plain_text("२०२०")
    ('91.5', '2020')
    """
    if text.isascii():
        return tidy_name(text).casefold()
    lowered = _RAISED.sub("", text)  # 88² would be 882
    plain = tidy_name(unicodedata.normalize("NFKC", lowered))
    western = (str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in plain)
    return "".join(western).translate(_WRITTEN).casefold()


_WRITTEN = str.maketrans({"−": "-", "٫": ".", "٬": ","})
"""A minus, and the Arabic signs before decimals and between thousands."""


_RAISED = re.compile(
    r"(?<=[0-9０-９%％])\s*[⁽⁰¹²³⁴⁵⁶⁷⁸⁹,⁾]*[⁰¹²³⁴⁵⁶⁷⁸⁹⁾]\s*$|(?<=[0-9０-９%％])\s*[①-⑳]+\s*$|"
    r"^\s*[①-⑳]\s*(?=[0-9０-９])"
)
"""Marks of footnotes at a number: 91.2¹, 88 ²,³, ①1,234."""


_FOOTNOTE = re.compile(
    r"(?<=\S)\s*(?:[*†‡§¶]+|[①-⑳]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁾]?[⁰¹²³⁴⁵⁶⁷⁸⁹⁾]+)*|\[(?:(?:foot)?note\s*)?[0-9a-z]{1,2}\]|"
    r"\((?:foot)?note\s*[0-9a-z]{1,2}\)|[\[(]注\s*[0-9]{0,2}[\])]|(?<![(\[0-9])[0-9]\))$",
    re.IGNORECASE,
)


def without_footnote(name: str) -> str:
    """Return the name of a region without the marks of footnotes behind it.

    Examples
    --------
    >>> without_footnote("Bexar¹"), without_footnote("Aberdeen [note 3]"), without_footnote("北京*")
    ('Bexar', 'Aberdeen', '北京')
    >>> without_footnote("District 1"), without_footnote("Dallas (2)"), without_footnote("*")
    ('District 1', 'Dallas (2)', '*')
    """
    plain = name.strip()
    while (shorter := _FOOTNOTE.sub("", plain)) != plain:
        plain = shorter
    return plain


def has_decimal_commas(texts: Collection[str]) -> bool:
    """Tell whether some texts of a column can only be read with the comma as decimal sign."""
    return any(_DECIMAL_COMMA.fullmatch(without_marks(plain_text(text))) for text in texts)


def without_marks(plain: str) -> str:
    """Return a cell without the marks and flags behind its value.

    Examples
    --------
    >>> without_marks("10,6* e"), without_marks("88 (rev.)"), without_marks("5.2 de")
    ('10,6', '88', '5.2')
    """
    while (shorter := _MARK.sub("", plain)) != plain:
        plain = shorter
    return plain


def sign_of_thousands(texts: Collection[str]) -> str | None:
    """Return the sign that may stand between the thousands of all numbers that have it.

    Examples
    --------
    >>> sign_of_thousands(["1.234", "456"]), sign_of_thousands(["1,234", "n.a."])
    ('.', ',')
    >>> sign_of_thousands(["1.234", "1.25"]), sign_of_thousands(["0.123", "1.234"])
    (None, None)
    """
    signed = [text for text in texts if not text.isascii() or "." in text or "," in text]
    plain = list(map(plain_text, signed))
    for sign, pattern in ((".", _WITH_DOT), (",", _WITH_COMMA)):
        numbers = (number for text in plain for number in pattern.findall(text))
        if (first := next(numbers, None)) is not None:
            group = all(map(_BETWEEN_THOUSANDS.fullmatch, (first, *numbers)))
            return sign if group else None
    return None


def _meant(found: re.Match[str]) -> Stated:
    size = _SIZES.get(found["size"] or "", 1)
    low = _number(found["low"]) * size
    share = bool(found["share"] or found["share2"])
    if found["high"] is not None:
        high = _number(found["high"]) * size
        if found["before"] or found["after"] or found["more"] or low >= high:
            raise ValueError(A_CELL)
        return Stated("range", low, high, share)
    before = _BEFORE.get(found["before"] or "")
    after = _AFTER.get(found["after"] or "") or (">" if found["more"] else None)
    # 约…以上 is the stronger 以上
    comparator = before if before and before != "~" else after or before or "="
    step = _step(found["low"], size)
    lo = None if comparator in ("<", "<=") else low
    hi = None if comparator in (">", ">=") else low
    return Stated(comparator, lo, hi, share, step)


def _step(number: str, size: int = 1) -> float | None:
    """Return half a unit of the last digit of a number."""
    digits = number.rpartition(".")[2] if "." in number else ""
    return None if "e" in number else 0.5 * 10.0 ** -len(digits) * size


def _number(text: str) -> float:
    number = float(Decimal(re.sub("[, '’]", "", text)))
    if abs(number) > LARGEST_NUMBER:
        raise ValueError(A_CELL)
    return number + 0.0


_AROUND_YEAR = re.compile(
    r"^(?:fy|sy|ay|ws|wise|(?:fiscal|financial|school|academic|calendar) year|wintersemester|"
    r"schuljahr|studienjahr|curso|année scolaire|ano le[ct]+ivo|anno scolastico)\s*(?=[0-9])|"
    r"(?<=[0-9])\s*(?:год(?:а|у)?|гг?\.?|(?:school|academic|fiscal|financial) year)$"
)
"""What kind of year one is: FY2019, SY 2018-2019, WS 2022/23, Curso 2019-20, 2010 год."""


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_CENTURY = r"(?P<year>(?:19|20)[0-9]{2})"
_PART = (
    re.compile(rf"{_CENTURY}[ -]?(?:q|kw?artal )(?P<quarter>[1-4])"),
    re.compile(rf"q(?:uarter)?[ -]?(?P<quarter>[1-4])[ ,/-]*{_CENTURY}"),
    re.compile(rf"{_CENTURY}年?第?(?P<quarter>[一二三四1-4])季度?"),
    re.compile(rf"{_CENTURY}(?:[-/.]?m|[-/.])(?P<month>0[1-9]|1[0-2])"),
    re.compile(rf"(?P<month>0[1-9]|1[0-2])[/.]{_CENTURY}"),
    re.compile(rf"{_CENTURY}年(?P<month>1[0-2]|0?[1-9])月份?"),
    re.compile(rf"(?P<month>{any_of(_MONTHS)})[a-z]{{0,6}}\.?[ ,/-]*{_CENTURY}"),
    re.compile(rf"{_CENTURY}[ ,/-]*(?P<month>{any_of(_MONTHS)})[a-z]{{0,6}}"),
)  # fmt: skip
"""Quarters and months: 2019Q1, Q1 2019, 2019-01, Jan 2019."""


_FULL_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_PART_ALONE = re.compile(
    rf"(?:q|qtr\.? ?|quarter ?)[1-4]|[1-4](?:st|nd|rd|th) (?:quarter|qtr)|第?[一二三四1-4]季度?|"
    rf"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|(?:{'|'.join(_FULL_MONTHS)})\.?"
)
"""Quarters and months of which the year stands elsewhere: Q1, 一季度, Jan, 1月."""


def is_part_alone(text: str) -> bool:
    """Tell whether a text is a quarter or a month without its year.

    Examples
    --------
    >>> is_part_alone("Q1"), is_part_alone("3月"), is_part_alone("Q5"), is_part_alone("Mari")
    (True, True, False, False)
    """
    return _PART_ALONE.fullmatch(plain_text(text)) is not None


@dataclass(frozen=True)
class Part:
    """A quarter or a month of a year.

    Attributes
    ----------
    year : int
        The year.
    what : str
        Which of its quarters or months.
    """

    year: int
    what: str


@lru_cache(maxsize=2**12)
def part_of(text: str, *, within: bool = False) -> Part | None:
    """Return the quarter or month that a text is, or that stands within it; None without.

    Examples
    --------
    >>> part_of("2019Q1"), part_of("Jan 2019")
    (Part(year=2019, what='1'), Part(year=2019, what='jan'))
    >>> part_of("2019"), part_of("2016-17"), part_of("rate 2019-Q4", within=True).year
    (None, None, 2019)
    """
    plain = plain_text(text)
    for pattern in _PART:
        if found := pattern.fullmatch(plain):
            return Part(int(found["year"]), next(filter(None, _what(found))))
        if within and (found := re.search(rf"(?<![a-z0-9]){pattern.pattern}(?![a-z0-9])", plain)):
            return Part(int(found["year"]), next(filter(None, _what(found))))
    return None


def without_part(text: str) -> str:
    """Return a text without the quarter or month within it, nor the day of a date.

    Examples
    --------
    >>> without_part("rate 2019-Q4"), without_part("Pupils 31.12.2013"), without_part("rate 2019")
    ('rate', 'pupils', 'rate 2019')
    """
    plain = plain_text(text)
    for pattern in _PART:
        plain = re.sub(rf"(?:[0-3]?[0-9]\.)?(?<![a-z0-9]){pattern.pattern}(?![a-z0-9])", " ", plain)
    return " ".join(plain.split())


def _what(found: re.Match[str]) -> list[str]:
    return [found[name] for name in ("quarter", "month") if name in found.re.groupindex]


@lru_cache(maxsize=2**12)
def period_of(text: str) -> tuple[int | None, int]:
    """Return where a period begins, if it is longer than a year, and the year that it ends in.

    Raises
    ------
    ValueError
        If the text is no year and no span of years.

    Examples
    --------
    >>> period_of("2016/17"), period_of("2014-16"), period_of("2018 (Rev)"), period_of("2019年")
    ((2016, 2017), (2014, 2016), (None, 2018), (None, 2019))
    >>> period_of("31.12.2015"), period_of("2019-12-31"), period_of("2019年12月")
    ((None, 2015), (None, 2019), (None, 2019))
    """
    start, year = _period_of(text)
    if counts_otherwise(year):
        raise ValueError(A_PERIOD)
    return start, year


def _period_of(text: str) -> tuple[int | None, int]:
    plain = in_common_era(_REMARK.sub("", _AROUND_YEAR.sub("", plain_text(text))))
    if (run := _RUN.fullmatch(plain)) and int(run[2]) == (int(run[1]) + 1) % 100:
        return int(run[1]), int(run[1]) + 1
    if found := _PERIOD.fullmatch(plain):
        start, end = int(found["start"]), found["end"]
        last = int(end) if len(end) == 4 else start - start % 100 + int(end)
        last += 100 if len(end) == 2 and last < start and start % 100 == 99 else 0
        if FIRST <= start < last <= LAST:
            return start, last
        if not (part := part_of(plain)):  # 2019-01 is no span of years
            raise ValueError(A_PERIOD)
        return None, part.year
    if part := part_of(plain):
        return None, part.year
    if dated := _DATE.fullmatch(plain):
        if year_shown_as_date(text):
            raise ValueError(A_PERIOD)
        plain = dated["last"] or dated["first"]
    try:
        year = year_of(_SCHOOL_YEAR.sub("", plain))
    except ValueError:
        raise ValueError(A_PERIOD) from None
    if year is None:
        raise ValueError(A_PERIOD)
    return None, year


def year_shown_as_date(text: str) -> int | None:
    """Return the year that a spreadsheet shows as a date, for it counts days from 1900 on.

    Examples
    --------
    >>> year_shown_as_date("1905-07-12"), year_shown_as_date("2020-07-12")
    (2020, None)
    """
    found = _ISO_DATE.search(text)
    try:
        days = (date.fromisoformat(found[0]) - _DAY_0).days if found else 0
    except ValueError:
        return None
    return days if FIRST_SHOWN <= days <= LAST_SHOWN else None


_ISO_DATE = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_DAY_0 = date(1899, 12, 30)
"""Day 0 of spreadsheets, which have a 29 February 1900."""
FIRST_SHOWN, LAST_SHOWN = 1900, 2100
"""Numbers that are years of our times; as dates they are days of 1905."""


def is_year(text: str) -> bool:
    """Tell whether a text is a year, or a span of years, of our times."""
    try:
        _, year = period_of(text)
    except ValueError:
        return False
    return 1800 <= year <= 2100
