"""Words for numbers: how people write values, units, kinds, grades and reasons.

Everything shown to readers comes from here, in Chinese (``zh``) or English (``en``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from compare.errors import unknown

Lang = Literal["zh", "en"]

_SIGNS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "range": ""}
_ABOUT = {"zh": "约", "en": "about "}

_UNITS = {
    "en": {
        "个": "",
        "所": "",
        "项": "",
        "人": "people",
        "万人次": "× 10,000 person-times",
        "coefficient": "",
        "year": "",
    },
    "zh": {"coefficient": "", "percentage points": "个百分点", "hours": "小时", "year": "年"},
}

_ONE = {"hours": "hour", "percentage points": "percentage point"}
"""Units whose English word has a singular."""

_UNIT_NAMES = {
    "coefficient": ("系数", "coefficient"),
    "percentage points": ("百分点", "percentage points"),
    "hours": ("小时", "hours"),
    "year": ("年", "year"),
    "个": ("个", "number"),
    "所": ("所", "schools"),
    "项": ("项", "items"),
    "人": ("人", "people"),
    "万人次": ("万人次", "10,000 person-times"),
}

_TERMS: dict[str, tuple[str, str]] = {
    "actual": ("现状", "actual"),
    "target": ("目标", "target"),
    "exact": ("口径一致", "exact"),
    "close": ("口径相近", "close"),
    "proxy": ("仅为近似指标", "proxy"),
    "observed": ("有可比数值", "observed"),
    "only-proxy": ("只有近似指标", "only a proxy"),
    "not-in-text": ("文中未见", "not in this text"),
    "not-applicable": ("不适用", "not applicable"),
    "enrolment": ("入学普及", "Enrolment"),
    "balance": ("优质均衡", "Balance"),
    "inclusion": ("公平融合", "Inclusion"),
    "preschool": ("学前教育", "Preschool"),
    "teachers": ("教师队伍", "Teachers"),
    "quality": ("教育质量", "Quality"),
    "vocational": ("职业教育", "Vocational"),
    "lifelong": ("终身学习", "Lifelong learning"),
    "digital": ("教育数字化", "Digital"),
    "finance": ("投入与学位", "Finance and places"),
    "each-county": ("每县要求", "each county"),
    "path": ("路径", "path"),
    "derived": ("推算值", "derived"),
    "other-year": ("只有其他年份", "another year only"),
    "ahead": ("领先", "ahead"),
    "behind": ("落后", "behind"),
    "level": ("持平", "level"),
    "undetermined": ("无法判定先后", "undetermined"),
    "not-comparable": ("不可比", "not comparable"),
    "missing": ("缺", "missing"),
    "part-and-whole": ("整体与其组成部分", "a whole and its part"),
    "different-year": ("年份不同", "different years"),
    "each-county-ceiling": ("对每县的上限，非全市数值", "a ceiling for each county"),
    "different-scope": ("范围不同", "different scopes"),
    "no-direction": ("无优劣方向", "no direction"),
    "different-level": ("县与地级市相比", "a county beside a prefecture city"),
    "approximate": ("约数", "approximate"),
    "conflicting-figures": ("文件内另有不同数值", "the document also prints another value"),
    "one-province-scheme": ("仅浙江的评定", "a scheme of one province"),
    "alone": ("无可比对象", "nothing to compare with"),
    "no-benchmark": ("无全国参照", "no national reference"),
    "not-rankable": ("不作名次", "not ranked"),
    "reference-missing": ("参照缺", "the reference is missing"),
    "open-interval": ("印出的是界限", "printed as a bound"),
    "zero-base": ("起点为零", "the base is zero"),
    "to-go": ("尚有距离", "to go"),
    "at-target": ("已达目标", "at the target"),
    "floor-held": ("已在底线以上", "the floor holds already"),
    "target-below-base": ("目标低于现状", "the target is behind the present value"),
    "ceiling-only": ("目标只限定另一侧", "the target bounds only the other side"),
    "passed": ("目标年已过", "the target year has passed"),
    "no-base": ("文中无现状", "no actual in this text"),
    "no-target": ("文中无目标", "no target in this text"),
    "low-coverage": ("可用指标不足", "too few of the indicators"),
    "too-few-regions": ("可比地区不足", "too few regions"),
    "too-few-indicators": ("可比指标不足", "too few indicators"),
    "not-common": ("并非各地都有", "not in all regions"),
    "interval": ("区间值", "an interval"),
    "beyond-goalposts": ("超出端点", "beyond the goalposts"),
    "no-value": ("无数值", "no value"),
    "negative-values": ("有负值", "negative values"),
    "zero-mean": ("均值为零", "a mean of zero"),
    "ranked": ("已排名", "ranked"),
    "refused": ("不予计算", "refused"),
    "national": ("全国", "national"),
    "provincial": ("全省", "provincial"),
    "standard": ("标准", "standard"),
    "coverage_matrix": ("覆盖矩阵", "Coverage matrix"),
    "small_multiples": ("小多图", "Small multiples"),
    "dumbbell": ("哑铃图", "Dumbbell"),
    "gap_bars": ("差距条形图", "Gap bars"),
    "gap_matrix": ("差距矩阵", "Gap matrix"),
    "ranking": ("名次图", "Ranking"),
    "region_profile": ("地区画像", "Region profile"),
    "rank_spread": ("名次区间图", "Spread of ranks"),
    "target_path": ("目标路径图", "Path to target"),
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "best": ("最好值", "the best"),
    "median": ("中位数", "the median"),
    "mean": ("平均数", "the mean"),
    "printed": ("文中印出", "printed in the text"),
    "implied": ("据文意", "implied by the text"),
    "region": ("整个地区", "the whole region"),
    "each-township": ("每个乡镇", "each township"),
    "each-school": ("每所学校", "each school"),
    "each-person": ("每人", "each person"),
    "part": ("地区的一部分", "part of the region"),
}

_COLUMNS: dict[str, tuple[str, str]] = {
    "indicator": ("指标", "Indicator"),
    "region": ("地区", "Region"),
    "year": ("年份", "Year"),
    "kind": ("性质", "Kind"),
    "value": ("数值", "Value"),
    "comparability": ("可比程度", "Comparability"),
    "status": ("状态", "Status"),
    "years": ("有数值的年份", "Years with a value"),
    "n": ("数值条数", "Number of values"),
    "reference": ("参照", "Compared with"),
    "reference_value": ("参照数值", "Value compared with"),
    "gap": ("差距", "Gap"),
    "verdict": ("判断", "Verdict"),
    "rank": ("名次", "Rank"),
    "of": ("参与地区数", "Regions ranked"),
    "missing": ("缺少的地区数", "Regions missing"),
    "base_year": ("现状年份", "Base year"),
    "base_value": ("现状", "Base"),
    "current_year": ("最新年份", "Latest year"),
    "current_value": ("最新数值", "Latest value"),
    "target_year": ("目标年份", "Target year"),
    "target_value": ("目标", "Target"),
    "distance": ("离目标", "Distance to target"),
    "pace": ("每年需变化", "Change needed per year"),
    "benchmark_value": ("参照标准", "Benchmark"),
    "reasons": ("注意", "Cautions"),
    "document": ("文件", "Document"),
    "figure": ("编号", "Figure"),
}
"""Headings of tables, in the order in which their columns stand."""


def check_lang(lang: str) -> None:
    """Refuse a language that nothing is written in."""
    if lang not in ("zh", "en"):
        raise unknown("lang", lang, ("zh", "en"))


def term(name: str, lang: Lang) -> str:
    """Return a code (kind, grade, status, theme, …) in words; unknown codes unchanged."""
    zh, en = _TERMS.get(name, (name, name))
    return zh if lang == "zh" else en


def columns_in_words(lang: Lang) -> dict[str, str]:
    """Return the headings of the columns that readers see, in their order."""
    return {name: zh if lang == "zh" else en for name, (zh, en) in _COLUMNS.items()}


def number(value: float) -> str:
    """Return a number without needless digits: ``100``, ``7.24``, ``0.43``, ``12,000``."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    if abs(value) >= 1:
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def unit_suffix(unit: str, lang: Lang, value: float | None = None) -> str:
    """Return a unit as it stands behind a number: ``%`` close up, words after a space.

    Behind the value 1, if it is given, English has the singular.
    """
    shown = _ONE.get(unit, unit) if lang == "en" and value == 1 else unit
    shown = _UNITS[lang].get(shown, shown)
    if not shown or shown == "%" or lang == "zh":
        return shown
    return f" {shown}"


def unit_name(unit: str, lang: Lang) -> str:
    """Return a unit as it stands alone, under an axis or in a subtitle."""
    zh, en = _UNIT_NAMES.get(unit, (unit, unit))
    return zh if lang == "zh" else en


def value_in_words(row: Mapping[str, Any], lang: Lang, *, unit: bool = True) -> str:
    """Return an observation's value as people write it: ``≥90%``, ``<0.35``, ``约90%``.

    Parameters
    ----------
    row : mapping
        comparator, value, lo, hi and unit of an observation.
    lang : {"zh", "en"}
        Language.
    unit : bool
        Whether to write the unit behind the number.
    """
    alone = None if row["comparator"] == "range" else row["value"]
    suffix = unit_suffix(row["unit"], lang, alone) if unit else ""
    if row["unit"] == "year":
        return f"{int(row['value'])}{suffix}"
    if row["comparator"] == "range":
        return f"{number(row['lo'])}–{number(row['hi'])}{suffix}"
    sign = _ABOUT[lang] if row["comparator"] == "~" else _SIGNS[row["comparator"]]
    return f"{sign}{number(row['value'])}{suffix}"


def reasons_in_words(reasons: str | None, lang: Lang) -> str:
    """Return reasons, joined by semicolons, in words."""
    names = [name for name in (reasons or "").split("; ") if name]
    return listed([term(name, lang) for name in names], lang)


def listed(items: Sequence[str], lang: Lang) -> str:
    """Return a list as people write it."""
    return ("、" if lang == "zh" else ", ").join(items)


def joined(names: Sequence[str], lang: Lang) -> str:
    """Return the names that a sentence is about: ``抚顺、平阳``, ``Fushun and Pingyang``."""
    if lang == "zh" or len(names) < 2:
        return listed(names, lang)
    return f"{listed(names[:-1], lang)} and {names[-1]}"


def counted(count: int, noun: str) -> str:
    """Return an English noun with its number: ``1 indicator``, ``5 indicators``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def clauses(parts: Sequence[str], lang: Lang) -> str:
    """Return parts of a sentence, with semicolons between them; empty parts are left out."""
    return ("；" if lang == "zh" else "; ").join(filter(None, parts))


def sentences(parts: Sequence[str], lang: Lang) -> str:
    """Return sentences as one text, each with its stop; empty ones are left out."""
    stop, gap = ("。", "") if lang == "zh" else (".", " ")
    whole = [part[0].upper() + part[1:].rstrip("。.") + stop for part in parts if part]
    return gap.join(whole)


def about(subject: str, said: str, lang: Lang) -> str:
    """Return what is said of something: ``subject: said``."""
    return f"{subject}：{said}" if lang == "zh" else f"{subject}: {said}"


def change_in_words(change: float, unit: str, lang: Lang) -> str:
    """Return the size of a gap or a change with its unit, without a sign."""
    return f"{number(abs(change))}{unit_suffix(unit, lang, abs(change))}"


def is_missing(value: object) -> bool:
    """Tell whether a frame's cell holds nothing (None or NaN)."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def as_printed(row: Mapping[str, Any]) -> str:
    """Return a printed number with its unit; 全部 and 三分之二 are shares without a sign."""
    unit = "" if is_missing(row["unit"]) else str(row["unit"])
    in_words = unit == "%" and not re.search(r"\d", str(row["printed"]))
    return f"{row['printed']}{'' if in_words else unit}"
