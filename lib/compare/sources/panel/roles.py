"""Roles of the columns of own tables: region, year, indicator, value, limits; told or asked for."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed, unknown
from compare.ledger.names import normal_name
from compare.sources.panel.cells import has_decimal_commas, part_of, period_of, stated
from compare.sources.panel.heads import Head, heads_of
from compare.sources.panel.opening import Sheet
from compare.sources.panel.told import ToldError

_NAMES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "地区", "区域", "地区名称", "区域名称", "县市区", "县(市、区)", "县(市,区)", "区县", "县区",
        "县", "县名", "市县", "市", "城市", "地市", "省份", "省", "省市", "行政区", "名称",
        "region", "region name", "area", "area name", "name", "county", "county name", "country",
        "country name", "district", "municipality", "local authority", "la name", "geography",
        "state", "province", "geo", "ref area", "entity", "location",
        "state/uts", "states/uts", "state/union territory", "地域", "地域名",
        "都道府県", "市区町村",
        "縣市", "縣市別", "행정구역", "시도", "시도별", "시군구",
        "kreis", "landkreis", "bundesland", "land", "gemeinde", "libgeo", "commune",
        "libelle commune",
        "departement", "municipio", "nome municipio", "no municipio", "estado", "uf", "entidad",
        "comune", "provincia", "state ut", "state/ut", "state name", "statname", "district name",
        "distname", "lad name", "utla name", "countryname", "region/country/area", "territory",
        "территория", "регион", "субъект", "субъект рф", "субъект российской федерации", "область",
        "województwo", "powiat", "gmina", "kraj", "okres", "megye", "ilçe", "provinsi",
        "kabupaten/kota", "wilayah", "région", "département", "académie", "región",
        "comunidad autónoma", "comunidades autónomas", "regione", "kommun", "län", "kommune",
        "fylke", "gemeente", "maakond", "jurisdiction",
    ),
    "region": (
        "adcode", "行政区划代码", "区划代码", "行政区代码", "地区代码", "代码", "code", "fips",
        "fips code", "region code", "area code", "country code", "countrycode", "iso3", "iso code",
        "gss code", "la code", "geo code", "geoid", "country id", "new la code", "lad code",
        "utla code", "codgeo", "code insee", "ags", "ars", "kreisschlussel", "schlusselnummer",
        "schlussel-nummer", "schlüsselnummer", "schlüssel-nummer", "地域コード", "団体コード",
        "co municipio", "codigo municipio", "statefip", "statefips", "countyfips", "fips state",
    ),
    "parent": (
        "所属市", "所属省", "上级", "市", "省", "省份", "parent", "stabr", "state", "province",
        "parent name", "region name", "country name", "state name", "statname", "state ut",
        "都道府県", "bundesland", "uf", "estado",
    ),
    "year": (
        "年份", "年度", "年", "学年", "时间", "year", "period", "time", "time period",
        "school year", "academic year", "調査年", "年次", "年度別", "學年度", "年別", "연도",
        "시점", "jahr", "ano", "año", "annee", "année", "time frame", "date",
        "год", "rok", "rok szkolny", "yıl", "tahun", "år", "jaar", "anno", "ejercicio",
        "ref date",
    ),
    "indicator": (
        "指标", "指标名称", "indicator", "indicator name", "series", "variable", "measure",
    ),
    "value": ("值", "数值", "指标值", "value", "obs value", "estimate"),
    "lower": (
        "下限", "lower", "lo", "low", "lci", "ci low", "ci lower", "lower limit", "lower ci",
        "conf low", "lower 95", "lower bound",
    ),
    "upper": (
        "上限", "upper", "hi", "high", "uci", "ci high", "ci upper", "upper limit", "upper ci",
        "conf high", "upper 95", "upper bound",
    ),
    "se": (
        "标准误", "se", "s.e.", "s.e", "(se)", "(s.e.)", "standard error", "std error",
        "std. error", "std err", "std. err.", "stderr",
    ),
    "margin": (
        "误差范围", "moe", "margin of error", "margin", "±", "+/-", "error margin",
    ),
    "unit": ("单位", "unit", "units"),
    "level": (
        "geographic level", "geography type", "geo level", "area type", "level", "层级", "级别",
        "行政级别",
    ),
}  # fmt: skip
"""Names that columns of a role usually have, the likelier first."""

ROLES = tuple(_NAMES)

_LIMIT = {
    role: re.compile(rf"\b{role}\b.*\b(?:ci|confidence|limit|bound)|"
                     rf"\b(?:ci|confidence|limit|bound)\b.*\b{role}\b")
    for role in ("lower", "upper")
}  # fmt: skip
"""What a column of limits is called in more words."""

_LOWER = (
    "{} lower", "{} lo", "{} lci", "{} ci lower", "{} low", "lower {}", "{}下限", "{} 下限",
    "{}置信下限", "{} 置信下限",
)  # fmt: skip
_UPPER = (
    "{} upper", "{} hi", "{} uci", "{} ci upper", "{} high", "upper {}", "{}上限", "{} 上限",
    "{}置信上限", "{} 置信上限",
)  # fmt: skip
_SE = (
    "se {}", "{} se", "{} s.e.", "{} (se)", "{} (s.e.)", "{}标准误", "{} 标准误",
    "{} standard error", "standard error of {}", "{} std. error", "{} stderr",
)  # fmt: skip
_MARGIN = (
    "{} margin of error", "margin of error {}", "{} moe", "{}moe", "{} margin", "{} ±",
    "{}误差范围", "{} 误差范围",
)  # fmt: skip
LIMITS = ("lower", "upper", "se", "margin")
"""What a column may hold beside an estimate: its limits, its standard error, or its margin."""


@dataclass(frozen=True)
class Measure:
    """A column of values.

    Attributes
    ----------
    value : Head
        The column.
    indicator : str
        What it measures; empty where a column of the table says it.
    lower, upper, se, margin : Head or None
        The columns of its limits, of its standard error, or of its margin of error.
    """

    value: Head
    indicator: str
    lower: Head | None = None
    upper: Head | None = None
    se: Head | None = None
    margin: Head | None = None


@dataclass(frozen=True)
class Roles:
    """Which column is what.

    Attributes
    ----------
    region, name, parent, year, unit : Head or None
        Columns of the region's code and name, of what it lies in, of the year and the unit.
    indicator : sequence of Head
        The columns that say what a value measures, in a long table.
    measures : sequence of Measure
        The columns of values.
    """

    region: Head | None
    name: Head | None
    parent: Head | None
    year: Head | None
    unit: Head | None = None
    indicator: Sequence[Head] = ()
    measures: Sequence[Measure] = field(default_factory=tuple)

    @property
    def identity(self) -> list[Head]:
        """The columns that say which region a row is of."""
        return [head for head in (self.region, self.name, self.parent) if head is not None]

    @property
    def read(self) -> set[str]:
        """The letters of the columns that something is read from."""
        read = [*self.identity, self.year, self.unit, *self.indicator]
        for one in self.measures:
            read += [one.value, one.lower, one.upper, one.se, one.margin]
        return {head.letters for head in read if head is not None}

    def unread(self, heads: Sequence[Head]) -> list[str]:
        """Return the columns of a table that nothing is read from."""
        return [head.text for head in heads if head.letters not in self.read and head.text]


def levels_of(
    sheet: Sheet, rows: pl.DataFrame, roles: Roles, regions: pl.DataFrame
) -> dict[tuple[Any, ...], str]:
    """Return the level of each region (National, Regional, 县), where a column says it.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    roles : Roles
        Which column is what.
    regions : polars.DataFrame
        The code, the name and the parent that each of them says.
    """
    head = _Finder(sheet.heads).usual("level", [one.letters for one in roles.identity])
    if head is None or rows[head.letters].dtype.is_numeric():
        return {}
    places, levels = regions.rows(), rows[head.letters].to_list()
    found = dict(zip(places, levels, strict=True))
    if any(found[place] != level for place, level in zip(places, levels, strict=True)):
        return {}  # a level of schools, say: a region has several
    return found


def filled_upward(sheet: Sheet, roles: Roles) -> Sheet:
    """Return a table in which rows of wider regions have the names and codes of these.

    Where a column says the level of each row (National, Regional, Local authority), those of a
    wider one leave the narrower columns empty, and hold their own name in another.
    """
    find = _Finder(sheet.heads)
    own = [head for head in (roles.region, roles.name) if head is not None]
    level = find.usual("level", [head.letters for head in own])
    if level is None or roles.name is None or sheet.frame[level.letters].n_unique() < 2:
        return sheet
    frame = sheet.frame

    def texts_of(head: Head) -> pl.Series:
        return frame[head.letters].cast(pl.String).fill_null("")

    named = {head.letters: texts_of(head) for head in own}
    blank = reduce(operator.and_, (texts == "" for texts in named.values()))
    levels = texts_of(level)
    if not blank.any() or set(levels.filter(blank)) & set(levels.filter(~blank)):
        return sheet
    wider = [*find.all_usual("name", [roles.name.letters]), *find.all_usual("parent")]
    wider.sort(key=lambda head: -texts_of(head).n_unique())
    for head in wider:
        if head.letters == roles.name.letters:
            continue
        here = blank & (named[roles.name.letters] == "") & (texts_of(head) != "")
        for mine, theirs in ((roles.name, head), (roles.region, find.usual_code(head))):
            if mine is not None and theirs is not None:
                named[mine.letters] = texts_of(theirs).zip_with(here, named[mine.letters])
    return replace(sheet, frame=frame.with_columns(**named))


def plain(text: str) -> str:
    """Return a column's name as names are compared: no case, no underscores."""
    return " ".join(normal_name(text).casefold().replace("_", " ").split())


def roles_of(sheet: Sheet, told: Mapping[str, Any], wanted: Mapping[str, Any] | None) -> Roles:
    """Tell the columns of a sheet apart.

    Parameters
    ----------
    sheet : Sheet
        The table.
    told : mapping
        Role to its column (of ``indicator``, one or several), by name as the caller said it.
    wanted : mapping, optional
        The indicators asked for, each with what was said of it.

    Raises
    ------
    UnknownValueError
        If a column named is not there, or a role cannot be told.
    """
    find = _Finder(sheet.heads)
    named = {role: find(role, name) for role, name in told.items() if role != "indicator" and name}
    if ("lower" in named) != ("upper" in named):
        raise UnknownValueError(
            "lower and upper: one limit alone is none; do: name the columns of both, or write "
            "bounds into the values (≥90, <5)"
        )
    asked = told.get("indicator")
    indicator = [find("indicator", name) for name in _several(asked)]
    long = bool(indicator) or "value" in named
    region, name = named.get("region"), named.get("name")
    region = region or (_codes_of(sheet, find, name) if name else _telling(sheet, find.codes()))
    taken = {head.letters for head in (region, name, *indicator, *named.values()) if head}
    name = name or _telling(sheet, _names(sheet, find.all_usual("name", taken)))
    if region is None and name is not None and _holds_codes(sheet, name):
        others = find.all_usual("name", {*taken, name.letters})
        region, name = name, _telling(sheet, _names(sheet, others))
    if region is None and name is None:
        name = _first_texts(sheet, taken)
    if region is None and name is None:
        raise ToldError(
            f"region: no column of {_who(sheet)} looks like names or codes of regions; do: "
            f"name='<column>' (names) or region='<column>' (codes); the columns are "
            f"{listed([h.text for h in sheet.heads if h.text])}{_of_one(sheet, find)}",
            asked={"name": _proposed_name(sheet)},
        )
    taken |= {head.letters for head in (region, name) if head}
    year = named.get("year") or find.usual("year", taken, dated=False) or _of_parts(sheet, taken)
    if not indicator:
        indicator = [head for head in [find.usual("indicator", taken)] if head]
    value = named.get("value") or find.usual("value", taken)
    parent = named.get("parent") or (find.usual("parent", taken) if name else None)
    unit = named.get("unit") or find.usual("unit", taken)
    if value is not None:
        limits = {role: named.get(role) or find.usual(role, taken) for role in LIMITS}
        limits["se"] = limits["se"] or find.like(_SE, value)
        limits["margin"] = limits["margin"] or find.like(_MARGIN, value)
        text = "" if indicator or (long and indicator) else value.name
        measure = Measure(value, text, **limits)
        return Roles(region, name, parent, year, unit, tuple(indicator), (measure,))
    used = {head.letters for head in (region, name, parent, year, unit, *indicator) if head}
    measures = _wide(sheet, find, used, wanted, indicator)
    limits = {role: named[role] for role in LIMITS if role in named}
    limited = _with_limits(measures, limits) if limits else measures
    return Roles(region, name, parent, year, unit, tuple(indicator), tuple(limited))


def _of_parts(sheet: Sheet, taken: Iterable[str]) -> Head | None:
    """Return the column that holds quarters or months with their year, whatever it is called."""
    for head in sheet.heads:
        cells = sheet.frame[head.letters]
        if head.letters in taken or cells.dtype.is_numeric():
            continue
        some = [cell for cell in cells.head(200).to_list() if cell]
        if some and sum(part_of(cell) is not None for cell in some) > len(some) * 0.9:
            return head
    return None


def is_usual(role: str, head: Head) -> bool:
    """Tell whether a column has a name that is usual for a role."""
    return head.year is None and plain(head.name) in _NAMES[role]


def _with_limits(measures: Sequence[Measure], limits: Mapping[str, Any]) -> list[Measure]:
    """Return measures with the limits that were told: of one alone nothing more need be said."""
    others = {head.letters for head in limits.values()}
    of = [one for one in measures if one.value.letters not in others]
    if len(of) != 1:
        told = ", ".join(f"{role}={head.text!r}" for role, head in limits.items())
        names = listed([one.value.text for one in of])
        raise UnknownValueError(
            f"{told}: nothing says of which of the columns of values ({names}); do: "
            "value='<column>' in a long table, or in a wide one indicators={'<name>': {"
            + ", ".join(f"'{role}': '<column>'" for role in limits)
            + "}}"
        )
    return [replace(of[0], **limits)]


class _Finder:
    """Finds columns by name, whatever its case and underscores."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads
        self._by_text = {plain(head.text): head for head in reversed(heads)}
        self._by_name = {plain(head.name): head for head in reversed(heads)}
        self._of_year = {(plain(head.name), head.year): head for head in reversed(heads)}

    def __call__(self, role: str, name: Any) -> Head:
        if isinstance(name, Head):  # SDMX has MEASURE beside Measure
            return name
        found = self._by_text.get(plain(str(name))) or self._by_name.get(plain(str(name)))
        if found is None:
            raise unknown(role, name, [head.text for head in self.heads])
        return found

    def usual(self, role: str, taken: Iterable[str] = (), *, dated: bool = False) -> Head | None:
        """Return the column that has a name usual for a role."""
        for name in _NAMES[role]:
            head = self._by_name.get(name)
            if head and head.letters not in taken and (dated or head.year is None):
                return head
        if role == "indicator":
            return self._said_indicator(taken)
        return self._said_limit(role, taken) if role in ("lower", "upper") else None

    def _said_limit(self, role: str, taken: Iterable[str]) -> Head | None:
        """Return the column that calls itself a limit: Lower CI 95.0 limit, before that of 99.8."""
        found = [
            head
            for head in self.heads
            if head.letters not in taken and _LIMIT[role].search(plain(head.name))
        ]
        return next((head for head in found if "95" in head.name), next(iter(found), None))

    def _said_indicator(self, taken: Iterable[str]) -> Head | None:
        """Return the column that calls itself the indicator: its label rather than its code."""
        found = [
            head
            for head in self.heads
            if head.letters not in taken and not head.year
            and re.match(r"(?:indicator|指标)(?![a-z])", plain(head.name))
        ]  # fmt: skip
        labels = [head for head in found if not plain(head.name).endswith((" id", "code", "代码"))]
        return next(iter(labels or found), None)

    def usual_code(self, name: Head) -> Head | None:
        """Return the column of the codes that belong to a column of names."""
        stem = plain(name.name).removesuffix(" name")
        return next((one for one in (self._by_name.get(f"{stem} code"),) if one), None)

    def all_usual(self, role: str, taken: Iterable[str] = ()) -> list[Head]:
        """Return the columns that have a name usual for a role, the likelier first."""
        found = (self._by_name.get(name) for name in _NAMES[role])
        return [head for head in found if head and head.letters not in taken and not head.year]

    def codes(self) -> list[Head]:
        """Return the columns that may hold codes of regions."""
        others = [
            head
            for head in self.heads
            if _is_code(head) and not head.year
            if not _says_indicator(head)
        ]
        return list(dict.fromkeys([*self.all_usual("region"), *others]))

    def beside(self, sheet: Sheet, head: Head) -> dict[str, Head]:
        """Return the columns of limits behind a column of values, before another one's.

        A rank has none: those behind it are of the score before it.
        """
        found: dict[str, Head] = {}
        if _RANK.search(plain(head.name)):
            return found
        place = self.heads.index(head)
        for other in self.heads[place + 1 : place + 4]:
            role = _limit_of(other)
            if role is None and _may_have_limits(sheet, other):
                break
            if role is not None and role not in found and other.year in (None, head.year):
                found[role] = other
        return {} if found and self._are_of_another(sheet, head, found) else found

    def _are_of_another(self, sheet: Sheet, head: Head, limits: Mapping[str, Head]) -> bool:
        """Tell whether limits behind a number of cases are those of the rate before it."""
        if not _NUMBER_OF.search(plain(head.name)):
            return False
        place = self.heads.index(head)
        before = self.heads[place - 1] if place else None
        if "lower" in limits and "upper" in limits:
            return not _lie_around(sheet, head, limits["lower"], limits["upper"])
        return before is not None and not _limit_of(before) and _may_have_limits(sheet, before)

    def named(self, name: str) -> list[Head]:
        """Return the columns of a name, which is with or without the year, the unit or 值."""
        wanted = plain(name)
        return [
            head
            for head in self.heads
            if wanted in (plain(head.text), plain(head.name), plain(_bare(head.name)))
        ]

    def limits(self, sheet: Sheet, head: Head) -> dict[str, Head | None]:
        """Return the columns of the limits, or of the standard error, of a column of values."""
        beside = self.beside(sheet, head)
        found = {
            role: self.like(patterns, head) or beside.get(role)
            for role, patterns in zip(LIMITS, (_LOWER, _UPPER, _SE, _MARGIN), strict=True)
        }
        if not any(found.values()) and (variable := _OF_A_SURVEY.fullmatch(plain(head.text))):
            found["margin"] = self._by_text.get(f"{variable['stem']}m{variable['rest']}")
        if not any(found.values()):
            found["lower"], found["upper"] = self.limits_behind(sheet, head)
        return found

    def limits_behind(self, sheet: Sheet, head: Head) -> tuple[Head | None, Head | None]:
        """Return two columns behind a column of values that differ as CI90LBALL and CI90UBALL do.

        Names alone say too little: every value must lie between the two.
        """
        place = self.heads.index(head)
        pair = [one for one in self.heads[place + 1 : place + 3] if one.year == head.year]
        if len(pair) == 2 and _are_sides(*(plain(one.name) for one in reversed(pair))):
            pair.reverse()
        elif len(pair) < 2 or not _are_sides(*(plain(one.name) for one in pair)):
            return None, None
        return (pair[0], pair[1]) if _lie_around(sheet, head, *pair) else (None, None)

    def like(self, patterns: Iterable[str], of: Head) -> Head | None:
        """Return the column named after another one, of the same year."""
        for pattern in patterns:
            for base in (of.text, of.name, _bare(of.name)):
                name = plain(pattern.format(base))
                for head in (self._by_text.get(name), self._of_year.get((name, of.year))):
                    if head is not None and head.letters != of.letters and head.year == of.year:
                        return head
        return None


_OF_A_SURVEY = re.compile(r"(?P<stem>[a-z]+[0-9]+[a-z]*(?: c[0-9]{2})? [0-9]{3,4}p?)e(?P<rest>.*)")
"""A variable of the American Community Survey: DP02_0067PE has its margin in DP02_0067PM."""


def _lie_around(sheet: Sheet, head: Head, lower: Head, upper: Head) -> bool:
    """Tell whether every value of a column lies between those of two others."""
    value, least, most = (_numbers(sheet.frame[one.letters]) for one in (head, lower, upper))
    inside = (least <= value) & (value <= most)
    return bool(inside.any()) and bool(inside.drop_nulls().all())


def _limit_of(head: Head) -> str | None:
    """Return which limit a column calls itself; None where it calls itself none."""
    name = plain(head.name)
    for role in LIMITS:
        if any(name == one or name.endswith(f" {one}") for one in _NAMES[role]):
            return role
    return None


_RANK = re.compile(r"\brank(?:ing|ed)?\b|排名|名次|位次")
_NUMBER_OF = re.compile(
    r"\bn\b|\bnumber\b|\bcounts?\b|\bdenominator\b|\bnumerator\b|\bsample\b|人数|样本"
)


def _may_have_limits(sheet: Sheet, head: Head) -> bool:
    """Tell whether limits behind a column may be its own: it holds values, and none of counting.

    Of rate, number, lower, upper the limits are those of the rate.
    """
    name = plain(head.name)
    return not (_RANK.search(name) or _NUMBER_OF.search(name)) and _holds_values(sheet, head)


def _says_indicator(head: Head) -> bool:
    return plain(head.name).startswith(("indicator", "series", "指标"))


_CODE_OF = re.compile(r"(?:id|code?|codigo|cd|fips|geo)s? ?(?P<place>.+)")


def _is_code(head: Head) -> bool:
    name = plain(head.name)
    of = _CODE_OF.fullmatch(name)  # id_municipio, FIPStxt, code_7
    place = of["place"] if of else ""
    return (
        name.endswith(("code", "代码", "コード"))
        or place in ("txt", *_NAMES["name"])
        or place.isdecimal()
    )


_SERIAL = re.compile(
    r"(?:s|sl|sr)\.? ?no\.?|no\.|nr\.?|n°|#|序号|编号|serial(?: no\.?)?|unnamed: 0|index"
)


def _is_no_measure(head: Head) -> bool:
    """Tell whether a column has the name of codes of regions, or only numbers the rows."""
    name = plain(head.name)
    return name in _NAMES["region"] or bool(_SERIAL.fullmatch(name))


def _bare(name: str) -> str:
    """Return the name of a column of values without the word that says that it is one."""
    return _VALUE.sub("", name) or name


_SIDES = (
    ("lower", "upper"), ("lcl", "ucl"), ("lci", "uci"), ("lb", "ub"), ("ll", "ul"), ("low", "high"),
    ("lo", "hi"), ("min", "max"), ("下限", "上限"), ("下", "上"),
)  # fmt: skip
"""How the names of a lower and an upper limit differ."""


def _are_sides(one: str, other: str) -> bool:
    """Tell whether two names are the same but for the word of a lower and an upper limit."""
    return any(
        one[: found.start()] + upper + one[found.end() :] == other
        for lower, upper in _SIDES
        for found in re.finditer(lower, one)
    )


def _numbers(cells: pl.Series) -> pl.Series:
    if cells.dtype.is_numeric():
        return cells.cast(pl.Float64).fill_nan(None)
    return cells.str.replace_all(",", "").cast(pl.Float64, strict=False)


def _telling(sheet: Sheet, heads: Sequence[Head]) -> Head | None:
    """Return the column that tells most rows apart, the likelier of several that tell as much."""
    distinct = {head: sheet.frame[head.letters].n_unique() for head in heads}
    return max(heads, key=lambda head: distinct[head], default=None)


def _names(sheet: Sheet, heads: Sequence[Head]) -> list[Head]:
    """Return the columns that hold names, or codes in their place; no fraction is either.

    A column that is called area may hold square miles.
    """
    numbers = {head: _numbers(sheet.frame[head.letters]).drop_nulls() for head in heads}
    texts = [head for head in heads if len(numbers[head]) * 2 < sheet.frame.height]
    return texts or [head for head in heads if not (numbers[head] % 1 != 0).any()]


def _codes_of(sheet: Sheet, find: _Finder, name: Head) -> Head | None:
    """Return the column of the codes of regions that a column of names is told of.

    It tells more rows apart than the names do: two counties have one name.
    """
    code = find.usual("region", [name.letters])
    names, codes = (sheet.frame[one.letters].n_unique() if one else 0 for one in (name, code))
    return code if codes > names else None


def _several(asked: Any) -> list[str]:
    if asked is None:
        return []
    return [asked] if isinstance(asked, str) else list(asked)


def _who(sheet: Sheet) -> str:
    return f"{sheet.file} ({sheet.name})" if sheet.file else "the frame"


def _first_texts(sheet: Sheet, taken: Iterable[str]) -> Head | None:
    """Return the first column, where it holds texts that are no values, and no name of a role."""
    others = {name for role in ("indicator", "unit", "year", "level") for name in _NAMES[role]}
    for head in sheet.heads[:1]:
        if plain(head.name) in others or _says_indicator(head):
            continue
        cells = sheet.frame[head.letters]
        if head.letters in taken or cells.dtype.is_numeric():
            continue
        some = [cell for cell in cells.head(200).to_list() if cell]
        if sum(map(_reads, some)) < len(some) / 2:
            return head
    return None


def _of_one(sheet: Sheet, find: _Finder) -> str:
    """Say of a table of one region, whose rows are indicators, what it lacks."""
    indicator = find.usual("indicator")
    if indicator is None or sheet.heads[0] != indicator:
        return ""
    return (
        f"; its rows are of {indicator.text}: where its columns are the regions, transposed=True; "
        "a table of one region needs a column with its name"
    )


def _proposed_name(sheet: Sheet) -> str:
    """Return the column of texts that tells most rows apart; empty where none holds texts."""
    texts = [
        head for head in sheet.heads
        if head.text and not _says_indicator(head)
        and not sheet.frame[head.letters].dtype.is_numeric()
        and not _holds_values(sheet, head)
    ]  # fmt: skip
    found = _telling(sheet, texts)
    return found.text if found else ""


_CODE = re.compile(r"[A-Za-z]{0,3}[0-9]{2,}")


def _holds_codes(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column that is called region holds codes, and not names."""
    cells = sheet.frame[head.letters]
    if cells.dtype.is_numeric():
        return True
    some = [cell for cell in cells.head(200).to_list() if cell]
    return bool(some) and sum(bool(_CODE.fullmatch(cell)) for cell in some) > len(some) * 0.9


def _reads(cell: str, *, comma: bool = False) -> bool:
    try:
        stated(cell, comma=comma)
    except ValueError:
        try:
            period_of(cell)
        except ValueError:
            return False
    return True


_VALUE = re.compile(r"\s+(?:value|estimate|数值|值)$", re.IGNORECASE)
"""What says in a head of two rows that a column is the value, beside its limits."""


def _wide(
    sheet: Sheet,
    find: _Finder,
    used: set[str],
    wanted: Mapping[str, Any] | None,
    indicator: Sequence[Head],
) -> list[Measure]:
    """Return the measures of a table whose columns are indicators, years or both."""
    if wanted:
        return [
            one
            for name, said in wanted.items()
            for one in _asked(sheet, find, name, said, indicator, alone=len(wanted) == 1)
        ]
    heads = [head for head in sheet.heads if head.letters not in used and head.text]
    limits: set[str] = set()
    found = []
    for head in heads:
        if indicator and head.name:
            continue  # a remark beside the years
        if head.letters in {*limits, *sheet.chosen} or _is_code(head) or _is_no_measure(head):
            continue
        of_it = find.limits(sheet, head)
        limits |= {one.letters for one in of_it.values() if one}
        if _holds_values(sheet, head):
            found.append(Measure(head, _bare(head.name), **of_it))
    kept = [one for one in found if one.value.letters not in limits]
    return kept if indicator else [_titled(one, sheet) for one in kept]


def _titled(measure: Measure, sheet: Sheet) -> Measure:
    """Return a column that is a year alone with the name and the unit that the title says."""
    if measure.indicator or not sheet.caption:
        return measure
    (said,) = heads_of([sheet.caption])
    value = replace(measure.value, unit=measure.value.unit or said.unit)
    return replace(measure, value=value, indicator=said.name)


def _holds_values(sheet: Sheet, head: Head) -> bool:
    if sheet.flagged:  # its head says all: dimensions, then years
        return head.year is not None
    cells = sheet.frame[head.letters]
    if cells.dtype.is_numeric():
        return True
    some = [cell for cell in cells.unique().head(300).to_list() if cell]
    comma = has_decimal_commas(some)
    return bool(some) and sum(_reads(cell, comma=comma) for cell in some) >= len(some) / 2


def _asked(
    sheet: Sheet,
    find: _Finder,
    name: str,
    said: Mapping[str, Any],
    indicator: Sequence[Head],
    *,
    alone: bool,
) -> list[Measure]:
    """Return the columns of an indicator asked for: one, or one for each year.

    One asked for alone may name those that are years and nothing else.
    """
    if indicator:
        return [Measure(head, "") for head in find.heads if head.year and not head.name]
    column = str(said.get("column", name))
    heads = find.named(column)
    if not heads and alone:
        heads = [head for head in find.heads if head.year and not head.name]
    if not heads:
        raise unknown("indicators", column, [head.text for head in find.heads])

    def told(role: str, head: Head) -> Head:
        several = find.named(str(said[role])) or [find(role, said[role])]
        dated = [one for one in several if one.year == head.year]
        return (dated or several)[0]

    return [
        Measure(
            head,
            name,
            **find.limits(sheet, head)
            | {role: told(role, head) for role in LIMITS if role in said},
        )
        for head in heads
    ]
