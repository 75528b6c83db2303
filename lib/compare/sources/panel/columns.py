"""Columns of own tables by the names that they usually have, and by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from compare.errors import unknown
from compare.ledger.names import normal_name
from compare.sources.panel.cells import (
    has_decimal_commas,
    has_number_behind,
    may_be_a_number,
    period_of,
    stated,
)
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import Sheet

NAMES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "地区", "区域", "地区名称", "区域名称", "县市区", "县(市、区)", "县(市,区)", "区县", "县区",
        "县", "县名", "市县", "市", "城市", "地市", "省份", "省", "省市", "行政区", "名称",
        "region", "region name", "area", "area name", "name", "county", "county name", "country",
        "country name", "district", "municipality", "local authority", "la name", "geography",
        "state", "province", "geo", "ref area", "entity", "location",
        "state/uts", "states/uts", "state/union territory", "地域", "地域名",
        "市区町村", "市町村", "都道府県", "prefecture",
        "縣市", "縣市別", "행정구역", "시도", "시도별", "시군구",
        "gemeinde", "kreis", "landkreis", "bundesland", "land", "libgeo", "commune",
        "libelle commune",
        "departement", "municipio", "nome municipio", "no municipio", "estado", "uf", "entidad",
        "comune", "provincia", "state ut", "state/ut", "state name", "statname", "district name",
        "distname", "lad name", "utla name", "countryname", "region/country/area", "territory",
        "территория", "регион", "субъект", "субъект рф", "субъект российской федерации", "область",
        "gmina", "powiat", "województwo", "okres", "kraj", "megye", "ilçe", "provinsi",
        "kabupaten/kota", "wilayah", "région", "département", "académie", "región",
        "comunidad autónoma", "comunidades autónomas", "regione", "kommun", "län", "kommune",
        "fylke", "gemeente", "maakond", "jurisdiction", "จังหวัด", "tỉnh", "المحافظة", "जिला",
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
        "都道府県", "bundesland", "uf", "estado", "prefecture", "prefektur", "préfecture", "oblast",
        "область", "état", "etat", "land", "provinz", "provincia", "provincie", "voivodeship",
        "voivodship", "województwo", "departamento", "département", "departement",
        "comunidad autónoma", "canton", "kanton", "governorate", "kraj", "län", "fylke",
    ),
    "year": (
        "年份", "年度", "年", "学年", "时间", "year", "period", "time", "time period",
        "school year", "academic year", "調査年", "年次", "年度別", "學年度", "年別", "연도",
        "시점", "jahr", "ano", "año", "annee", "année", "time frame", "timeframe", "date",
        "год", "rok", "rok szkolny", "yıl", "tahun", "år", "jaar", "anno", "ejercicio",
        "ref date", "ปี", "năm", "السنة", "वर्ष", "рік", "година",
    ),
    "indicator": (
        "指标", "指标名称", "indicator", "indicator name", "series", "series name",
        "variable", "measure",
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


ROLES = tuple(NAMES)


SAID_LIMIT = {
    role: re.compile(rf"\b{role}\b.*\b(?:ci|confidence|limit|bound)|"
                     rf"\b(?:ci|confidence|limit|bound)\b.*\b{role}\b")
    for role in ("lower", "upper")
}  # fmt: skip
"""What a column of limits is called in more words."""


def plain(text: str) -> str:
    """Return a column's name as names are compared: no case, no underscores."""
    return " ".join(normal_name(text).casefold().replace("_", " ").split())


def is_usual(role: str, head: Head) -> bool:
    """Tell whether a column has a name that is usual for a role."""
    return head.year is None and plain(head.name) in NAMES[role]


class Finder:
    """Finds columns by name, whatever its case and underscores."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads
        self._by_text = {plain(head.text): head for head in reversed(heads)}
        self._by_name = {plain(head.name): head for head in reversed(heads)}
        self._of_year = {(plain(head.name), head.year): head for head in reversed(heads)}

    def __call__(self, role: str, name: Any) -> Head:
        """Return the column of a name that was told for a role."""
        if isinstance(name, Head):  # SDMX has MEASURE beside Measure
            return name
        found = self._by_text.get(plain(str(name))) or self._by_name.get(plain(str(name)))
        if found is None:
            raise unknown(role, name, [head.text for head in self.heads])
        return found

    def usual(self, role: str, taken: Iterable[str] = (), *, dated: bool = False) -> Head | None:
        """Return the column that has a name usual for a role."""
        for name in NAMES[role]:
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
            if head.letters not in taken and SAID_LIMIT[role].search(plain(head.name))
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
        found = (self._by_name.get(name) for name in NAMES[role])
        return [head for head in found if head and head.letters not in taken and not head.year]

    def codes(self) -> list[Head]:
        """Return the columns that may hold codes of regions."""
        others = [
            head
            for head in self.heads
            if is_code(head) and not head.year
            if not says_indicator(head)
        ]
        return list(dict.fromkeys([*self.all_usual("region"), *others]))

    def named(self, name: str) -> list[Head]:
        """Return the columns of a name, which is with or without the year, the unit or 值."""
        wanted = plain(name)
        return [
            head
            for head in self.heads
            if wanted in (plain(head.text), plain(head.name), plain(bare(head.name)))
        ]

    def of_text(self, text: str) -> Head | None:
        """Return the column whose whole head is a text."""
        return self._by_text.get(plain(text))

    def like(self, patterns: Iterable[str], of: Head) -> Head | None:
        """Return the column named after another one, of the same year."""
        for pattern in patterns:
            for base in (of.text, of.name, bare(of.name)):
                name = plain(pattern.format(base))
                for head in (self._by_text.get(name), self._of_year.get((name, of.year))):
                    if head is not None and head.letters != of.letters and head.year == of.year:
                        return head
        return None


def says_indicator(head: Head) -> bool:
    """Tell whether a column has the name of what is measured."""
    return plain(head.name).startswith(("indicator", "series", "指标"))


_CODE_OF = re.compile(r"(?:id|code?|codigo|cd|fips|geo)s? ?(?P<place>.+)")


def is_code(head: Head) -> bool:
    """Tell whether a column has the name of codes: of regions, or of what is measured."""
    name = plain(head.name)
    of = _CODE_OF.fullmatch(name)  # id_municipio, FIPStxt, code_7
    place = of["place"] if of else ""
    return (
        name.endswith(("code", "代码", "コード"))
        or place in ("txt", *NAMES["name"])
        or place.isdecimal()
    )


_SERIAL = re.compile(
    r"(?:s|sl|sr)\.? ?no\.?|no\.|nr\.?|n°|#|序号|编号|serial(?: no\.?)?|unnamed: 0|"
    r"lat(?:itude)?|lon|lng|longitude|[纬经]度"
)


_IDENTIFIER = re.compile(r"(?:.+ )?id|c[oó]digos?(?: .+)?|c[oó]d\.(?: .+)?|.+ c[oó]digo")


def is_no_measure(head: Head) -> bool:
    """Tell whether a column has the name of codes, of whatever, or only numbers the rows."""
    name = plain(head.name)
    if name in NAMES["region"] or _SERIAL.fullmatch(name):
        return True
    return not head.unit and bool(_IDENTIFIER.fullmatch(name))


_A_DAY = re.compile(
    r"[0-9]{4}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2}|年[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:[ tT].*)?|"
    r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}"
)


def holds_days(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column holds dates and nothing else: when a row was updated, say."""
    cells = sheet.frame[head.letters]
    some = some_of(cells) if cells.dtype == pl.String else []
    return bool(some) and all(map(_A_DAY.fullmatch, some))


def counts_rows(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column called index counts the rows; it may be an index of prices, too."""
    numbers = numbers_of(sheet.frame[head.letters])
    return plain(head.name) == "index" and bool((numbers.diff().drop_nulls() == 1).all())


_VALUE = re.compile(r"\s+(?:value|estimate|数值|值)$", re.IGNORECASE)
"""What says in a head of two rows that a column is the value, beside its limits."""


def bare(name: str) -> str:
    """Return the name of a column of values without the word that says that it is one."""
    return _VALUE.sub("", name) or name


def holds_values(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column holds values: numbers, or texts most of which state one."""
    if sheet.flagged:  # its head says all: dimensions, then years
        return head.year is not None
    cells = sheet.frame[head.letters]
    if cells.dtype.is_numeric():
        return True
    some = some_of(cells)
    comma = has_decimal_commas(some)
    read = sum(reads(cell, comma=comma) or (comma and reads(cell)) for cell in some)
    refused = sum(map(may_be_a_number, some)) if read else 0  # each is refused with its cell
    return bool(some) and read + refused >= len(some) / 2


def holds_numbers_behind(sheet: Sheet, head: Head) -> bool:
    """Tell whether numbers in brackets stand behind the values of a column: 489 (3.5)."""
    cells = sheet.frame[head.letters]
    return cells.dtype == pl.String and any(map(has_number_behind, some_of(cells)))


def some_of(cells: pl.Series) -> list[str]:
    """Return the distinct texts of a column; of very many some, which tell what it holds."""
    return [cell for cell in cells.unique().head(300).to_list() if cell]


def reads(cell: str, *, comma: bool = False) -> bool:
    """Tell whether a cell states a value, with a number in brackets or without, or a time."""
    if has_number_behind(cell):
        return True
    try:
        stated(cell, comma=comma)
    except ValueError:
        try:
            period_of(cell)
        except ValueError:
            return False
    return True


def numbers_of(cells: pl.Series) -> pl.Series:
    """Return cells as numbers; what is none is missing."""
    if cells.dtype.is_numeric():
        return cells.cast(pl.Float64).fill_nan(None)
    return cells.str.replace_all(",", "").cast(pl.Float64, strict=False)
