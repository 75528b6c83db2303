"""The look of what is printed: the page, the fonts and the sizes, in Chinese and in English.

Page and margins are those of GB/T 9704 (A4; 37 mm above, 28 mm at the left, 156 × 225 mm of
text), and so are the fonts of its levels and the page numbers (— 1 —, outside: at the right
of odd pages, at the left of even ones). Its sizes are one step smaller where a document of
the party and the state has more room: a brief is two pages, with a picture and a table. The
title is 小二 for 二号, the headings 四号 and 小四, the text 小四 in reports and 五号 in a
brief for 三号, tables and notes 小五. English has the same page with the fonts of English offices.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from compare.wording.catalogue import Lang

MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Sheet:
    """A page, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    top: float = 37.0
    left: float = 28.0
    right: float = 26.0
    bottom: float = 35.0
    header: float = 22.0
    footer: float = 22.0

    @property
    def text_inches(self) -> float:
        """Width of the text, in inches."""
        return (self.width - self.left - self.right) / MM_PER_INCH


A4 = Sheet()

INK, GREY, LINE, SHADE = "1A1A1A", "595959", "8C8C8C", "F0F2F5"
"""Colours: text, what stands beside it, lines of tables, and their heads."""


@dataclass(frozen=True)
class Font:
    """A font for Latin letters and one for Chinese; heavy ones are as thick as bold."""

    latin: str
    chinese: str
    is_heavy: bool = False


@dataclass(frozen=True)
class Look:
    """How a kind of paragraph looks.

    Attributes
    ----------
    font : Font
        Its fonts.
    points : float
        Size of text.
    line : float
        Height of a line in points, at the least.
    before, after : float
        Space above and below, in points.
    bold : bool
        Whether it is bold.
    indent : float
        How far its first line is set in, in widths of a character.
    align : str
        left, center, right or justify.
    colour : str
        As ``RRGGBB``.
    together : bool
        Whether it stays on the page of what follows.
    """

    font: Font
    points: float
    line: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    indent: float = 0.0
    align: str = "left"
    colour: str = INK
    together: bool = False


_TITLE = Font("Times New Roman", "方正小标宋简体", is_heavy=True)
_HEI = Font("Arial", "黑体", is_heavy=True)
_KAI = Font("Times New Roman", "楷体")
_FANG = Font("Times New Roman", "仿宋")
_SONG = Font("Times New Roman", "宋体")
_SANS = Font("Arial", "黑体", is_heavy=True)
_SERIF = Font("Cambria", "宋体")
_TEXT = Font("Calibri", "宋体")

OTHERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "方正小标宋简体": ("方正小标宋_GBK", "小标宋", "华文中宋", "STZhongsong", "宋体", "SimSun"),
        "黑体": ("SimHei", "Heiti SC", "思源黑体", "Noto Sans CJK SC", "Noto Sans SC"),
        "楷体": ("KaiTi", "楷体_GB2312", "Kaiti SC", "STKaiti", "LXGW WenKai"),
        "仿宋": ("FangSong", "仿宋_GB2312", "STFangsong", "FZFangSong-Z02"),
        "宋体": ("SimSun", "Songti SC", "思源宋体", "Noto Serif CJK SC", "Noto Serif SC"),
        "Times New Roman": ("Liberation Serif", "Tinos"),
        "Arial": ("Helvetica", "Liberation Sans", "Arimo"),
        "Calibri": ("Carlito",),
        "Cambria": ("Caladea",),
    }
)
"""What stands in for each font where it is missing, the nearest first."""

_ZH: Mapping[str, Look] = MappingProxyType(
    {
        "title": Look(_TITLE, 18, 26, after=6, align="center", together=True),
        "heading1": Look(_HEI, 14, 20, before=7, after=2, together=True),
        "heading2": Look(_KAI, 12, 18, before=2, after=1, together=True, bold=True),
        "heading3": Look(_FANG, 12, 20, before=3, together=True, bold=True),
        "body": Look(_FANG, 12, 20, indent=2, align="justify"),
        "point": Look(_FANG, 10.5, 16, after=1.5, align="justify"),
        "item": Look(_FANG, 10.5, 16, align="justify"),
        "note": Look(_SONG, 9, 12, after=3, colour=GREY),
        "small": Look(_SONG, 9, 12, after=1.5, align="left"),
        "code": Look(Font("Courier New", "宋体"), 9, 12),
        "caption": Look(_HEI, 10.5, 15, before=5, after=3, align="center", together=True),
        "picture": Look(_SONG, 10.5, 12, before=4, align="center", together=True),
        "cell": Look(_SONG, 9, 12),
        "head": Look(_HEI, 9, 12, together=True),
        "header": Look(_SONG, 9, 12, align="right", colour=GREY),
        "footer": Look(_SONG, 14, 16),
        "contents": Look(_SONG, 10.5, 17),
    }
)

_EN: Mapping[str, Look] = MappingProxyType(
    {
        "title": Look(_SANS, 17, 22, after=4, bold=True, together=True),
        "heading1": Look(_SANS, 13, 18, before=9, after=2, bold=True, together=True),
        "heading2": Look(_SANS, 11, 15, before=4, after=1, bold=True, together=True),
        "heading3": Look(_SANS, 10.5, 14, before=3, bold=True, together=True),
        "body": Look(_TEXT, 11, 14.5, after=4),
        "point": Look(_TEXT, 10.5, 13.5, after=3),
        "item": Look(_TEXT, 11, 14, after=2),
        "note": Look(_TEXT, 8.5, 11, after=3, colour=GREY),
        "small": Look(_TEXT, 8.5, 11, after=1.5),
        "code": Look(Font("Courier New", "宋体"), 8.5, 11),
        "caption": Look(_SANS, 9.5, 13, before=6, after=3, bold=True, together=True),
        "picture": Look(_TEXT, 10, 12, before=4, together=True),
        "cell": Look(_TEXT, 9, 11.5),
        "head": Look(_SANS, 8.5, 11.5, bold=True, together=True),
        "header": Look(_TEXT, 9, 12, align="right", colour=GREY),
        "footer": Look(_TEXT, 11, 14),
        "contents": Look(_TEXT, 10.5, 15),
    }
)

LOOKS: Mapping[Lang, Mapping[str, Look]] = MappingProxyType({"zh": _ZH, "en": _EN})
"""The look of each kind of paragraph, by language."""
