"""Printed numbers: where one stands, its unit, and what the words beside it make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.ledger.models import LARGEST, Comparator
from compare.ledger.numbers import WHOLE_BOUND, printed_values
from compare.sources.scan.find.exclusions import LeftOut

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN = r"(?<![一二两三四五六七八九十百千万])[一二两三四五六七八九十百千万]+"
_DASH = r"\s*(?:[—~]{1,2}|-{1,2}|至|到)\s*"

_SIZES = r"(?:百万|千万|万|亿|千|百)?"
_SHARES = r"%|‰|个?百分点"
_PERSONS = r"人次|人|名|位|户"
_THINGS = (
    r"所|家|个|项|门|部|间|套|台|件|条|期|轮|批次|批|场|枚|篇|本|册|座|处|支|种|类|幢|栋|"
    r"张|辆|床|块|份|对|首|幅|片|组|强|周年|万千瓦|班次|班|节|堂|轨|站|点位|席|例|起|棵|株|届|次|倍"
)
_MEASURES = (
    r"小时|课时|岁|学时|学分|分钟|天|年|个月|周|元|平方米|平方公里|平方千米|公顷|㎡|m2|亩|公里|千米|"
    r"米|兆|吨|Mbps|Gbps|M|Kbps|TB|GB|度|分"
)
UNIT = rf"{_SIZES}(?:{_SHARES}|{_PERSONS}|{_MEASURES}|{_THINGS})"
_BARE = r"人次|人|名|位|户|个|所|元|册|平方米|亩"
_COUNTED = (
    r"[余多]?[\u4e00-\u9fff]{0,4}?(?:儿童|幼儿|学生|师生|教师|学子|考生|毕业生|老年人|群众|居民)"
)
"""People that a round number counts without a measure word: 近10万儿童."""
_PER = r"(?:/(?:人|生|年|班|校|月|学年|生·年|平方米))?"

BEFORE: dict[str, Comparator] = {
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "至少": ">=", "最低": ">=", "≥": ">=",
    ">=": ">=", "大于等于": ">=",
    "大于或等于": ">=", "不下于": ">=", "达到或超过": ">=", "不得低于": ">=",
    "不得少于": ">=", "超过": ">", "突破": ">", "大于": ">", "高于": ">", "多于": ">", "逾": ">",
    "超": ">", ">": ">", "不超过": "<=", "不高于": "<=", "不大于": "<=", "不多于": "<=",
    "至多": "<=",
    "最多": "<=", "≤": "<=", "<=": "<=", "不得超过": "<=", "不得高于": "<=", "不突破": "<=",
    "小于": "<", "低于": "<", "少于": "<", "不足": "<", "不到": "<", "<": "<", "未达到": "<",
    "小于等于": "<=", "小于或等于": "<=", "低于或等于": "<=", "等于或小于": "<=",
    "等于或低于": "<=", "等于或大于": ">=", "等于或高于": ">=", "高于或等于": ">=",
    "约": "~", "近": "~", "大约": "~", "接近": "~", "将近": "~", "约为": "~",
}  # fmt: skip
AFTER: dict[str, Comparator] = {
    "及以上": ">=", "或以上": ">=", "以上": ">=", "左右": "~", "上下": "~", "以内": "<=",
    "之内": "<=",
    "及以下": "<=", "或以下": "<=", "以下": "<=",
}  # fmt: skip
_BOUNDS = ("以上", "以下", "及以上", "及以下")
_MORE = {"余": ">", "多": ">"}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_QUANTITY = re.compile(
    rf"(?P<before>(?:{any_of(BEFORE)})(?:到|了|达)?\s*)?"
    rf"(?P<value>(?:{_ARABIC})\s*:\s*(?:{_ARABIC})"
    rf"|(?:{_ARABIC})/(?:{_ARABIC})(?![\d/])"
    rf"|(?:{_ARABIC})\s*%?{_DASH}(?:{_ARABIC})"
    rf"|{_ARABIC})"
    rf"(?P<more>\s*[余多](?![元种样]))?"
    rf"\s*(?:(?P<unit>{UNIT}{_PER})|(?P<size>百万|千万|万|亿)(?P<more2>[余多])?(?P<unit2>{_BARE}|(?={_COUNTED})))?"
    rf"(?P<note>\([名个人所项家类种]\))?"
    rf"\s*(?:(?P<after>{any_of(AFTER)}){WHOLE_BOUND})?"
)
_HAN_QUANTITY = re.compile(
    rf"(?P<before>(?:{any_of(BEFORE)})\s*)?(?P<prefix>[第每各]|连续|近|为期)?"
    rf"(?P<value>{_HAN})(?P<more>[余多])?"
    rf"(?P<unit>万?(?:人次|人|名)|所|轮|届|小时|倍|家|座|个|项|年|门|间|亿元|万元|次|个百分点|位教师)"
    rf"\s*(?:(?P<after>{any_of(AFTER)}){WHOLE_BOUND})?"
)
_CLASS_UNIT = re.compile(r"(?:万|万人|人|岁|班|年|轨|学时|分)$")
"""With 以上 or 以下 and a noun these say which things are meant: 56人以上大班额."""

_PLAIN_NUMBER_AFTER = re.compile(
    r"(?:系数|指数|达成度|得分|分值|均分|比值|比|年限|率|比例|占比|面|度)[^,。;\d]{0,14}"
    r"(?:(?:19|20)\d{2}年[底末]?[^,。;\d]{0,4})?$"
)
_UNIT_BEFORE = re.compile(rf"\(({UNIT})\)\s*:\s*$")
"""在校生(人):1200."""
_UNIT_BEHIND = re.compile(r"(?:培训)?(学分|学时|课时)")
"""400以上培训学分 counts credits."""
_COURSE = re.compile(r"(?:集中|专题|专项)?培训(?!学分)")
_COEFFICIENT = re.compile(r"(?:系数|指数|比值)[^。%]{0,40}$")
_YEAR_LIKE = re.compile(r"(?:19|20)\d{2}")
_HAN_COUNTS = re.compile(
    r"(?:建成|新建|建设|建立|打造|创建|培育|新增|增加|设立|组建|成立|认定|遴选|评选|办好|引进|均有|各有|创成|"
    r"扩建|迁建|改建|改扩建|获评|获得|完成|推出|开设|新设|共有|拥有|至少|各|校外|达到|达|增至|培养|提前|"
    r"下降|提高|提升|增长|连续|实施|完成了|开展|现有)(?:了|好)?$"
)


@dataclass(frozen=True)
class Quantity:
    """A number in a text.

    Attributes
    ----------
    start, end : int
        Its place with the words that belong to it (不低于…以上).
    value_start, value_end : int
        The place of the number alone.
    printed : str
        The number as printed (in normal form).
    comparator : str
        What the words beside it say.
    lo, hi : decimal.Decimal or None
        Its interval in the printed unit.
    unit : str
        The unit as printed, a magnitude included.
    worded : bool
        True where no Arabic digit prints it.
    plain : bool
        True where no unit stands beside it, so that the context has to say that it counts.
    each : bool
        True after 各 or 均: the value holds for every label before it.
    label : str
        What is counted, where the words of the value themselves say it.
    """

    start: int
    end: int
    value_start: int
    value_end: int
    printed: str
    comparator: Comparator
    lo: Decimal | None
    hi: Decimal | None
    unit: str
    worded: bool = False
    plain: bool = False
    each: bool = False
    label: str = ""

    def bounded(self, comparator: Comparator) -> Quantity:
        """Return the same number under another comparator."""
        value = self.lo if self.lo is not None else self.hi
        lo, hi = interval(comparator, value, self.hi)
        return replace(self, comparator=comparator, lo=lo, hi=hi)


def interval(
    comparator: Comparator, lo: Decimal | None, hi: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """Return the typed interval of a number under a comparator."""
    if comparator == "range":
        return lo, hi
    if comparator in (">=", ">"):
        return lo, None
    if comparator in ("<=", "<"):
        return None, lo
    return lo, lo


def quantities(sentence: str, offset: int, left_out: LeftOut) -> Iterator[Quantity]:
    """Yield the numbers of a sentence that may be statistics, in order.

    Parameters
    ----------
    sentence : str
        In normal form.
    offset : int
        Where it begins in the document.
    left_out : LeftOut
        The places that hold no statistic.
    """
    taken: list[tuple[int, int]] = []
    for pattern, make in ((_QUANTITY, _arabic), (_HAN_QUANTITY, _worded)):
        for match in pattern.finditer(sentence):
            start, end = match.span("value")
            if left_out.holds(offset + start, offset + end):
                continue
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            found = make(match, sentence)
            if found:
                taken.append(match.span())
                yield _moved(found, offset)


def _moved(found: Quantity, offset: int) -> Quantity:
    return replace(
        found,
        start=found.start + offset,
        end=found.end + offset,
        value_start=found.value_start + offset,
        value_end=found.value_end + offset,
    )


def _arabic(match: re.Match[str], sentence: str) -> Quantity | None:
    value = match["value"].strip()
    unit = match["unit"] or (match["size"] or "") + (match["unit2"] or "")
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not unit and (named := _UNIT_BEFORE.search(before)):
        unit = named[1]
    if _is_year(value, unit) or _is_name(match, sentence):
        return None
    if unit and not match["after"] and _broken_unit(unit, after):
        return None
    if match["after"] and not unit and (behind := _UNIT_BEHIND.match(after)):
        unit = behind[1]
    if unit.endswith(("年", "周", "天", "次", "期", "届")) and not _lasts(match, before, after):
        return None
    if _says_which(match, unit, after):
        return None
    if _A_RULE.match(after):
        return None
    if ":" in value and "比" not in before[-12:]:
        return None
    if "/" in value and not re.match(
        r"(?:以上|左右)?(?:的|$|[,。;])", sentence[match.end("value") :]
    ):
        return None
    values = printed_values(value)
    if not values or any(abs(number) > LARGEST for number in values):
        return None
    if "/" in value:
        values, unit = [round(values[-1], 10)], "%"
    elif ":" in value:
        values = [round(values[0], 10)]
    return _quantity(match, value, values, unit, before)


def _quantity(
    match: re.Match[str], value: str, values: list[Decimal], unit: str, before: str
) -> Quantity | None:
    comparator = _comparator(match)
    if comparator == "=":
        comparator = _governed(match, before, unit)
    groups = match.groupdict()
    if len(values) == 2:
        if values[0] >= values[1]:
            return None
        comparator = "range"
    lo, hi = interval(comparator, values[0], values[-1])
    start, end = match.span("value")
    end = start + len(match["value"].rstrip())
    plain = not unit
    if plain and ":" not in value and not _counts_without_unit(match, value, before):
        return None
    return Quantity(
        start=match.start(),
        end=match.end(),
        value_start=start,
        value_end=end,
        printed=value,
        comparator=comparator,
        lo=lo,
        hi=hi,
        unit=unit,
        worded=groups.get("prefix", "") is not None and not re.search(r"\d", value),
        plain=plain,
        each=bool(re.search(r"(?:各|均|均为|均达|均达到|均提高到|均保持|均在|都达到|都)$", before)),
    )


def _comparator(match: re.Match[str]) -> Comparator:
    groups = match.groupdict()
    before = re.sub(r"(?:到|了|达)?\s*$", "", groups["before"] or "")
    if before == "近" and re.match(r"连续", match.string[match.end() :]):
        return "="  # 近4年连续: for the last four years
    said = BEFORE.get(before) or BEFORE.get((groups["before"] or "").strip())
    after = AFTER.get(groups["after"] or "")
    more = ">" if groups.get("more") or groups.get("more2") else None
    # 至少…以上 says the same twice; 约…以上 is the stronger 以上
    return said if said and said != "~" else after or more or said or "="  # type: ignore[return-value]


_A_RULE = re.compile(r"的(?:[\u4e00-\u9fff]{0,4})?(?:要求|规定)")
"""达到不低于5%的要求 repeats a rule and states nothing."""
_AT_LEAST = re.compile(r"至少[\u4e00-\u9fff]{1,12}$")
_OF = re.compile(
    r"(不低于|不少于|不超过|不高于)(?:[^,;。\d]{1,16}的|(?:每[\u4e00-\u9fff]{1,2}){1,3}|[人生年月]均)$"
)
_ABOUT = re.compile(
    r"(?<![节合公签制预契特])约[需可有](?:[\u4e00-\u9fff]{1,12}|[^,;。]{0,40}?\d[^,;。]{1,24}、[^,;。\d]{0,10})$"
)
"""约需新增教师800人、保育员300人: about so many of each."""
_LIST_AT_LEAST = re.compile(r"至少[^,;。]{0,40}?\d[^,;。]{1,24}、[^,;。\d]{0,10}$")


def _governed(match: re.Match[str], before: str, unit: str) -> Comparator:
    """Return what words further off say: 至少办好1所, 不少于总课时的50%, 至少2个…、3个."""
    if _AT_LEAST.search(before) or _LIST_AT_LEAST.search(before):
        return ">="
    if _ABOUT.search(before):
        return "~"
    if of := _OF.search(before):
        return BEFORE[of[1]]
    return "<=" if unit == "强" else "="


def _is_year(value: str, unit: str) -> bool:
    parts = re.split(r"[^\d.]+", value)
    years = all(_YEAR_LIKE.fullmatch(part) for part in parts if part)
    return years and (unit in ("年", "") or unit.startswith(("年", "届")))


_NOT_AFTER = re.compile(
    r"\s*(?:[A-Za-z+×*_]|级|级别|号|月|日|点整|时许|楼|栋|班级|中心城|大|世纪|路|线城)"
)


def _is_name(match: re.Match[str], sentence: str) -> bool:
    """Tell whether letters or signs beside the number make it part of a name."""
    begin = match.start("value")
    before = sentence[max(0, begin - 4) : begin]
    if not match["before"] and re.search(r"(?:[A-Za-z+×*/]|第|\d[., ]?|\d[-—])$", before):
        return True
    return not match["unit"] and bool(_NOT_AFTER.match(sentence[match.end("value") :]))


def _broken_unit(unit: str, after: str) -> bool:
    """Tell whether the unit is only the beginning of another word: 3年级, 5人制, 20位于."""
    if unit.endswith("人") and re.match(r"[制口均才民](?!才)", after):
        return not after.startswith("才")
    if unit.endswith("年") and re.match(r"[级代]", after):
        return True
    if unit.endswith("分") and re.match(r"[钟之别校点]", after):
        return True
    if unit == "项" and re.match(r"(?:重点)?(?:工作|任务|举措)", after):
        return True
    if unit.endswith("个") and re.match(r"(?:方面|维度|层面|阶段|环节|“)", after):
        return not after.startswith("“")
    if unit.endswith("类") and re.match(r"[别型]", after):
        return True
    return unit in ("点", "度", "对", "分") and bool(re.match(r"[一-鿿]", after))


_LASTING = re.compile(
    r"(?:连续|累计|平均|年限[^,;。]{0,20}|实行|实现|提前|为期|缩短|延长|用|持续|近|达到|达|提高到|不少于|"
    r"公布|举办|开展|评选|获|共|连续开展|年限|至少|不低于|每周|普及|免费|教育|段|次数)(?:了)?\s*$"
)


def _lasts(match: re.Match[str], before: str, after: str) -> bool:
    """Tell whether a number of years, weeks or times is a quantity and not a date or name."""
    unit = match["unit"]
    if unit.endswith("年") and "/" not in unit:
        if re.match(r"(?:来|间|内|前|后|以来|之内|时期|期间|行动)", after):
            return after.startswith("行动") and False
        if re.search(r"分别[^,;。]{0,6}\d[\d.]*年(?:、|和)$", before):
            return True
        if before.endswith("近") or (match["before"] or "").strip() == "近":
            return after.startswith("连续")
        return bool(
            _LASTING.search(before)
            or match["before"]
            or match["after"]
            or re.match(r"(?:免费|普及|义务|连续)(?!教育(?:比例|率|覆盖))", after)
        )
    if unit.endswith(("次", "期", "届")) and "人次" not in unit:
        return not before.endswith("第")
    return bool(before)


def _says_which(match: re.Match[str], unit: str, after: str) -> bool:
    """Tell whether the number only says which things are meant."""
    if match["after"] not in _BOUNDS or "人次" in unit or "%" in unit:
        return unit in ("学分", "学时") and _COURSE.match(after) is not None  # 90学分集中培训
    is_class = bool(_CLASS_UNIT.search(unit)) or (not unit and match["value"].endswith("万"))
    if unit == "分" and re.match(r"\s*\d", after):
        return True  # 600分以上67人
    if is_class and re.match(r"(?:的)?[一-鿿]", after):
        return not re.match(r"(?:的)?(?:培训学分|规模|目标|比例|水平)", after)
    return False


def _counts_without_unit(match: re.Match[str], value: str, before: str) -> bool:
    """Tell whether a number without a unit is a coefficient, a ratio or an index."""
    if re.match(r"\s*[一-鿿]", match.string[match.end() :]) and not match["after"]:
        after = match.string[match.end() :]
        if not re.match(r"\s*(?:和|与|及|以|,|、|;|下?降|上?升|提[高升]|缩小)", after):
            return False
    if _YEAR_LIKE.fullmatch(value):
        return False
    recent = before[-30:].rsplit("。", 1)[-1]
    goes_on = match["before"] or re.search(
        r"(?:达到?|[降升提][至到]|控制在|为|、|和|\d年[底末]?的?)$", before
    )
    if value == "0" and re.search(r"班额[^,;。\d]{0,8}(?:为|至)$", before):
        return True
    if "." in value and goes_on and _COEFFICIENT.search(before):
        return True  # 差异系数小学降至0.4、初中低于0.35
    return bool(_PLAIN_NUMBER_AFTER.search(recent)) or "分别" in before[-40:]


# --- in Chinese numerals ----------------------------------------------------------------


_NO_COUNT = re.compile(r"(?:第|[“\"十百千万亿\d]|之|唯|同|统|专|进|逐|任何|每)$")
_REPEATED = re.compile(r"(?:评选|开展|举办|组织)")


def _worded(match: re.Match[str], sentence: str) -> Quantity | None:
    value, unit = match["value"], match["unit"]
    before = sentence[: match.start("value")]
    after = sentence[match.end() :]
    prefix = match["prefix"] or ""
    repeats = prefix == "每" and unit == "年" and _REPEATED.match(after)
    if not repeats and (prefix == "第" or _NO_COUNT.search(before)):
        return None
    values = printed_values(value)
    if not values or (value == "一" and unit not in ("所", "小时")):
        return None
    if unit == "年":
        if not _lasts_in_words(prefix, before, after):
            return None
    elif unit in ("轮", "届", "次"):
        if not re.search(r"(?:连续|实施|开展|完成|举办|推进|开展了|实施了)$", before + prefix):
            return None
    elif not (
        _HAN_COUNTS.search(before)
        or (unit in ("所", "家", "座") and before.endswith(("和", "、", "及")))
        or prefix == "各"
        or match["before"]
        or match["more"]
    ):
        return None
    if after.startswith(("方面", "”", "阶段", "层面", "体系", "维度", "环节", "关键", "重点任务")):
        return None
    found = _quantity(match, value, values, unit, before)
    if found and prefix == "各":
        found = replace(found, each=True)
    return found and replace(found, worded=True)


def _lasts_in_words(prefix: str, before: str, after: str) -> bool:
    if re.match(r"(?:来|级|间|内|制|一贯|以来|后|前|之内)", after):
        return False
    if prefix in ("连续", "为期") or before.endswith(("连续", "为期", "提前", "延长", "缩短")):
        return True
    if prefix == "每":
        return bool(re.match(r"(?:评选|举办|组织)", after))
    return bool(re.match(r"(?:行动|攻坚|督导|提升行动)", after)) and not before.endswith("学前教育")
