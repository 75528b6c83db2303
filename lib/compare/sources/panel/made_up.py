"""A made-up panel: 300 counties, 8 indicators, 10 years, as untidy as tables of people are.

No such county exists: the cities are called after the sexagenary cycle, the counties after
their numbers. The same call always makes the same table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pandas as pd
import polars as pl

from compare.errors import unknown
from compare.relations import Frame

YEARS = range(2015, 2025)
CITIES = (
    "甲子市", "乙丑市", "丙寅市", "丁卯市", "戊辰市", "己巳市", "庚午市", "辛未市", "壬申市",
    "癸酉市", "甲戌市", "乙亥市", "丙子市", "丁丑市", "戊寅市",
)  # fmt: skip
NUMBERS = (
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六", "十七", "十八", "十九",
)  # fmt: skip
SHARED = "样例区"
"""A county of this name lies in every city: what it lies in tells it apart."""


@dataclass(frozen=True)
class _Series:
    """One indicator: how its heads read, where it begins, what a year adds, its limits."""

    head: str
    start: float
    yearly: float
    spread: float
    least: float = 0.0
    most: float = 100.0
    digits: int = 1


_SERIES = (
    _Series("{year}年学前三年毛入园率（%）", 84, 1.1, 5, most=112),
    _Series("义务教育巩固率（%）{year}", 93, 0.5, 2.5),
    _Series("{year}年高中阶段毛入学率（%）", 86, 0.8, 4, most=108),
    _Series("小学大班额比例（%）{year}年", 9, -0.8, 3),
    _Series("专任教师本科以上学历占比, {year}", 61, 2.4, 7),
    _Series("初中校际差异系数{year}", 0.42, -0.011, 0.05, most=1, digits=3),
    _Series("在校生数（人）{before}/{short}", 21000, 150, 9000, least=900, most=10**6, digits=0),
    _Series("学业达标率（%）{year}", 71, 1.3, 6),
)
ESTIMATED = 7
"""The place of the indicator that has limits in columns of their own."""

TOLD: dict[str, Any] = {
    "direction": {
        "学前三年毛入园率": "higher", "义务教育巩固率": "higher", "高中阶段毛入学率": "higher",
        "小学大班额比例": "lower", "专任教师本科以上学历占比": "higher",
        "初中校际差异系数": "lower", "在校生数": "neutral", "学业达标率": "higher",
    },
    "wholes": ["*市"],
    "title": "各县教育发展指标（编造）",
}  # fmt: skip
"""What the table cannot say and :func:`compare.panel` must be told."""


def made_up_panel(*, frame: Frame = "pandas") -> Any:
    """Return the made-up panel that examples use, in its raw form: no such county exists.

    A wide table of texts as a spreadsheet holds it: years and units in the heads, a school year
    among them, limits in columns of their own; bounds, per cent signs, thousands, full-width
    digits and marks for missing among the cells; cities, a total and notes among the counties;
    one name that every city has.

    Parameters
    ----------
    frame : {"pandas", "polars"}
        The kind of frame to return.

    Returns
    -------
    frame
        A row for each county, and those that are none; a column for each indicator and year.

    Examples
    --------
    >>> import compare
    >>> raw = compare.made_up_panel()
    >>> raw.iloc[1, 2:7].tolist()
    ['甲子一县', '约91', '92.2', '93.2', '>94%']
    >>> mine = compare.panel(raw, direction="neutral", wholes=["*市"])
    >>> mine.observations["region"].nunique(), mine.wholes["region"].nunique()
    (300, 15)
    """
    heads, rows = _heads(), list(_rows())
    if frame == "pandas":
        return pd.DataFrame(rows, columns=heads)
    if frame == "polars":
        return pl.DataFrame(rows, schema=heads, orient="row")
    raise unknown("frame", frame, ("pandas", "polars"))


def _heads() -> list[str]:
    names = []
    for place, series in enumerate(_SERIES):
        for year in YEARS:
            head = series.head.format(year=year, before=year - 1, short=str(year)[2:])
            names.append(head)
            if place == ESTIMATED:
                names += [f"学业达标率{end}{year}" for end in ("下限", "上限")]
    return ["代码", "所属市", "地区", *names]


def _rows() -> Iterator[list[str]]:
    """Give the rows as they stand in the table."""
    random = Random(2025)
    width = len(_heads()) - 3
    for city, name in enumerate(CITIES):
        stem = name.removesuffix("市")
        yield [f"99{city + 1:02}00", "", name, *_cells(random, 0.0, plain=True)]
        better = random.gauss(0, 0.6)
        for place, county in enumerate([*(f"{stem}{n}县" for n in NUMBERS), SHARED], 1):
            code = f"99{city + 1:02}{place:02}"
            yield [code, name, county, *_cells(random, better + random.gauss(0, 0.8))]
    blank = [""] * width
    yield ["", "", "合计", *_cells(random, 0.0, plain=True)]
    yield ["", "", "注：本表全部为编造，仅供示例；“c”为不公开，“—”为未统计。", *blank]
    yield ["", "", "数据来源：无，全部编造。", *blank]


def _cells(random: Random, better: float, *, plain: bool = False) -> Iterator[str]:
    """Give the cells of a row: a county's are as people write them, a whole's are plain."""
    for place, series in enumerate(_SERIES):
        own = series.start + better * series.spread * (1 if series.yearly > 0 else -1)
        for year in range(len(YEARS)):
            value = own + series.yearly * year + random.gauss(0, series.spread / 12)
            value = min(max(value, series.least), series.most)
            text = f"{value:.{series.digits}f}"
            written = text if plain else _written(random, place, value, text)
            yield written
            if place == ESTIMATED:
                half = random.uniform(1.2, 4.5)
                there = written == text
                yield f"{max(value - half, 0):.1f}" if there else ""
                yield f"{min(value + half, 100):.1f}" if there else ""


_MISSING = ("", "", "—", "…", "n.a.", "暂无", "c")


def _written(random: Random, place: int, value: float, text: str) -> str:
    """Return a value as somebody writes it: mostly plainly."""
    chance = random.random()
    if chance < 0.03:
        return random.choice(_MISSING)
    if place == ESTIMATED or chance < 0.8 or value > _SERIES[place].most - 1:
        return text
    if place == 6:
        about = f"约{value / 10000:.1f}万" if value >= 15000 else text
        return (f"{value:,.0f}", _full_width(text), about)[int(chance * 100) % 3]
    if place == 5:
        return text if chance < 0.95 else f"<{text}"
    bound = (f"{int(value)}以上", f"≥{int(value)}", f">{int(value)}%", f"{int(value)}+")
    if place == 3:
        bound = (f"<{int(value) + 1}", f"{int(value) + 1}以下") * 2
    if chance < 0.9:
        return f"{text}%" if chance < 0.86 else _full_width(f"{text}%")
    return f"约{value:.0f}" if chance < 0.93 else bound[int(chance * 1000) % 4]


def _full_width(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter != "." else "．" for letter in text)
