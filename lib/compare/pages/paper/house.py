"""The look of what is printed: the page, the fonts and the sizes, in Chinese and in English.

Page and margins are those of GB/T 9704 (A4; 37 mm above, 28 mm at the left, 156 × 225 mm of
text), and so are the fonts of its levels and the page numbers (— 1 —, outside: at the right
of odd pages, at the left of even ones). Its sizes are one step smaller where a document of
the party and the state has more room: a brief is two pages, with a picture and a table. The
title is 小二 for 二号, the headings 四号 and 小四, the text 小四 for 三号 (五号 in a brief that
has much to tell), tables 五号 or 小五 and notes 小五. English has the fonts of English offices,
and their margins above and below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
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
"""The page of GB/T 9704."""

SHEETS: Mapping[Lang, Sheet] = MappingProxyType(
    {"zh": A4, "en": replace(A4, top=28.0, bottom=26.0, header=15.0, footer=14.0)}
)
"""The page by language: English text is longer, and has the margins of English offices."""

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
        Height of a line in points: the same in every program, whatever font stands in.
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
    whole : bool
        Whether it stays on one page: small print is no text to turn a page in.
    grows : bool
        Whether a line is as high as what stands in it: a picture.
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
    whole: bool = False
    grows: bool = False


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
        "byline": Look(_KAI, 10.5, 16, after=2, align="center", colour=GREY),
        "point": Look(_FANG, 10.5, 16, after=1.5, indent=2, align="justify"),
        "item": Look(_FANG, 10.5, 16, align="justify"),
        "note": Look(_SONG, 9, 12, after=3, colour=GREY),
        "small": Look(_SONG, 9, 12, after=1.5, align="left", whole=True),
        "code": Look(Font("Courier New", "宋体"), 9, 12),
        "caption": Look(_HEI, 10.5, 15, before=5, after=3, align="center", together=True),
        "picture": Look(_SONG, 10.5, 12, before=4, align="center", together=True, grows=True),
        "cell": Look(_SONG, 9, 12),
        "head": Look(_HEI, 9, 12, together=True),
        "header": Look(_SONG, 9, 12, align="right", colour=GREY),
        "footer": Look(_SONG, 14, 16),
        "contents": Look(_SONG, 10.5, 17),
    }
)

_EN: Mapping[str, Look] = MappingProxyType(
    {
        "title": Look(_SANS, 15.5, 20, after=4, bold=True, together=True),
        "heading1": Look(_SANS, 13, 18, before=9, after=2, bold=True, together=True),
        "heading2": Look(_SANS, 11, 15, before=4, after=1, bold=True, together=True),
        "heading3": Look(_SANS, 10.5, 14, before=3, bold=True, together=True),
        "body": Look(_TEXT, 11, 14.5, after=4),
        "byline": Look(_TEXT, 9.5, 13, after=2, colour=GREY),
        "point": Look(_TEXT, 10.5, 13.5, after=3),
        "item": Look(_TEXT, 10.5, 13.5, after=2),
        "note": Look(_TEXT, 8.5, 11, after=3, colour=GREY),
        "small": Look(_TEXT, 8.5, 11, after=1.5, whole=True),
        "code": Look(Font("Courier New", "宋体"), 8.5, 11),
        "caption": Look(_SANS, 9.5, 13, before=6, after=3, bold=True, together=True),
        "picture": Look(_TEXT, 10, 12, before=4, together=True, grows=True),
        "cell": Look(_TEXT, 9, 11.5),
        "head": Look(_SANS, 8.5, 11.5, bold=True, together=True),
        "header": Look(_TEXT, 9, 12, align="right", colour=GREY),
        "footer": Look(_TEXT, 11, 14),
        "contents": Look(_TEXT, 10.5, 15),
    }
)

LOOKS: Mapping[Lang, Mapping[str, Look]] = MappingProxyType({"zh": _ZH, "en": _EN})
"""The look of each kind of paragraph, by language, of plain size."""

SIZES = ("large", "medium", "small")
"""The sizes of text that a document of two pages may have, the largest first; others are plain."""

_SIZES: Mapping[tuple[Lang, str], Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        ("zh", "large"): {
            "point": (12, 20), "item": (12, 20), "cell": (10.5, 14), "head": (10.5, 14),
        },
        ("zh", "medium"): {"point": (12, 18), "item": (12, 18)},
        ("en", "large"): {
            "point": (12, 15.5), "item": (12, 15.5), "cell": (10, 12.5), "head": (9.5, 12.5),
        },
        ("en", "medium"): {"point": (11, 14), "item": (11, 14)},
        ("en", "small"): {
            "point": (10, 12.5), "item": (10, 12.5), "cell": (8.5, 10.5), "head": (8.5, 10.5),
            "small": (8, 10), "note": (8, 10),
        },
    }
)  # fmt: skip
"""Sizes of text and heights of lines, where they are others than the plain ones."""


@cache
def looks_of(lang: Lang, size: str) -> Mapping[str, Look]:
    """Return the look of each kind of paragraph, in a language and a size of text."""
    others = _SIZES.get((lang, size), {})
    larger = {
        name: replace(LOOKS[lang][name], points=points, line=line)
        for name, (points, line) in others.items()
    }
    return MappingProxyType({**LOOKS[lang], **larger})
