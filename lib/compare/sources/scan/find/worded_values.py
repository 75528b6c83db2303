"""Values in words: 全覆盖, 三分之一, 全面消除, 首位: no Arabic digit prints them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from compare.ledger.models import Comparator
from compare.ledger.numbers import printed_values
from compare.sources.scan.find.exclusions import LeftOut
from compare.sources.scan.find.quantities import AFTER, BEFORE, Quantity, any_of, interval

_NUMERAL = "[一二两三四五六七八九十百]+"
_PLACE = r"(?:居|位列|列|排名|位居|位次|保持|跻身|获|跃居|进入|稳居|名列|夺得|取得|升至|跃升至|之)"

Value = Callable[[str], Decimal]


def _always(number: int) -> Value:
    return lambda printed: Decimal(number)


def _said(printed: str) -> Decimal:
    return printed_values(printed)[0]


def _share(printed: str) -> Decimal:
    return round(printed_values(printed)[-1], 10)


_ALL = (
    r"(?:达到|达标|通过|建成|纳入|完成|创建|配备|接入|开设|享受|取得|实现|免除|建立|落实到位|取消)"
)
_NOT_ALL = r"(?![^,。;]{0,20}(?:小康|现代化国家|强国))"
_CLASSES = r"(?:大班|班额|超规模|辍学|失学|危房|薄弱学校|现象)"

_SAID = rf"(?P<before>{any_of(BEFORE)})?(?:到|了|达)?"
_SAYS = rf"(?P<after>{any_of(AFTER)})"

_Rule = tuple[re.Pattern[str], Comparator, Value, str]
_WORDS: tuple[tuple[str, Comparator, Value, str], ...] = (
    # words; comparator; value; unit. The group `value` is what is printed.
    (
        r"(?P<value>基本(?:实现|达到|做到)[^,。;]{0,24}?(?:全域|全员|全面|全)覆盖)(?!率|面)",
        "~", _always(100), "%",
    ),
    (r"(?P<value>全域覆盖|全员覆盖|全面覆盖|全覆盖)(?!率|面)", "=", _always(100), "%"),
    (r"(?P<value>覆盖全[市县区省]域)", "=", _always(100), "%"),
    (rf"(?P<value>全部)(?:都)?{_ALL}", "=", _always(100), "%"),
    (
        rf"(?P<value>所有)(?![^,。;]*(?:全覆盖|\d%|均达标))[^,。;]{{2,24}}?{_ALL}",
        "=", _always(100), "%",
    ),
    (r"(?P<value>均达标|全部达标|全面达标)", "=", _always(100), "%"),
    (rf"(?P<value>全面建成){_NOT_ALL}[^,。;]{{2,50}}(?:学校|体系|园)", "=", _always(100), "%"),
    (r"(?P<value>全面实现)[^,。;]{0,24}(?:通办|达标|覆盖|免费)", "=", _always(100), "%"),
    (r"(?P<value>人人)(?:会|懂|有|享有|掌握|参与|持证)", "=", _always(100), "%"),
    (
        r"(?P<value>全员)(?:培训|轮训|参与|持证)(?![^,。;]{0,6}(?:完成率|率|\d))",
        "=", _always(100), "%",
    ),
    (
        rf"(?P<value>(?:全面|全部|彻底)(?:完成)?消除)[^,。;]{{0,24}}{_CLASSES}",
        "=", _always(0), "%",
    ),
    (
        r"大?班额[^。;]{0,30}?(?P<value>(?:全部|全面|彻底)(?:得到)?(?:消除|化解))",
        "=", _always(0), "%",
    ),
    (rf"(?P<value>基本消除)[^,。;]{{0,24}}{_CLASSES}", "~", _always(0), "%"),
    (r"(?P<value>(?:动态|全部|全面|彻底)?清零)", "=", _always(0), "%"),
    (r"逐年(?P<value>只增不减)", ">=", _always(0), "%"),
    (
        r"(?P<value>不低于)(?:或(?:者)?高于)?[^,。;]{0,8}(?:公务员|平均工资)",
        ">=", _always(100), "%",
    ),
    (r"规模(?P<value>大体相当|基本相当)", "~", _always(1), ""),
    (r"(?:扩大|增加|增长|提高|提升|扩容)(?P<value>一倍|两倍)", "=", _said, "倍"),
    (r"(?P<value>翻了?一番|翻了?两番|翻番)", "=", _said, "倍"),
    (rf"{_SAID}(?P<value>{_NUMERAL}分之{_NUMERAL}){_SAYS}?", "=", _share, "%"),
    (rf"{_SAID}(?P<value>{_NUMERAL}成){_SAYS}(?!员|功|本)", "=", _share, "%"),
    (
        rf"(?P<before>{any_of(BEFORE)})(?P<value>{_NUMERAL}成)(?!员|功|本|立|果|为)",
        "=", _share, "%",
    ),
    (rf"(?:达到?|占|为|至)(?P<value>{_NUMERAL}成)(?=[,。;、])", "=", _share, "%"),
    (rf"{_SAID}(?P<value>半数|一半){_SAYS}?", "=", _share, "%"),
    (r"(?P<before>超)?(?P<value>过半)(?!数|的数)", ">", _share, "%"),
    (r"(?P<value>零)(?:发生|事故|辍学|流失|感染|投诉|死亡)", "=", _always(0), ""),
    (
        rf"{_PLACE}[^,。;“]{{0,14}}?(?P<value>第{_NUMERAL})(?P<unit>方阵|梯队|位|名)",
        "=", _said, "位",
    ),
    (
        rf"{_PLACE}[^,。;“]{{0,14}}?(?P<value>第{_NUMERAL})(?:方阵|梯队|位|名)?(?=[,。;、地(\s]|$)",
        "=", _said, "位",
    ),
    (rf"、全[市省国县区](?P<value>第{_NUMERAL})(?:位|名)?(?=[,。;、])", "=", _said, "位"),
    (rf"第(?P<value>{_NUMERAL})(?P<unit>轮)(?=[^,。;]{{0,14}}(?:行动|计划))", "=", _said, "轮"),
    (rf"{_PLACE}[^,。;]{{0,14}}?第(?P<value>\d{{1,3}})(?P<unit>位|名)", "=", _said, "位"),
    (r"(?:居|列|位居|取得)[^,。;]{0,12}?(?P<value>首位|之首)", "=", _always(1), "位"),
    (r"升至[^,。;]{0,14}?(?P<value>之首)", "=", _always(1), "位"),
    (
        r"(?<![\d.])(?P<value>[千百万])余(?P<unit>人次|人|名|所|个|家|场)",
        ">", _said, "",
    ),
    (r"(?P<before>近)(?P<value>[千百万])(?P<unit>人次|人|名|所|个|家|场)", "~", _said, ""),
)  # fmt: skip
_COMPILED: tuple[_Rule, ...] = tuple(
    (re.compile(words), comparator, value, unit) for words, comparator, value, unit in _WORDS
)


def wordings(sentence: str, offset: int, left_out: LeftOut) -> Iterator[Quantity]:
    """Yield the values that a sentence prints in words.

    Parameters
    ----------
    sentence : str
        In normal form.
    offset : int
        Where it begins in the document.
    left_out : LeftOut
        The places that hold no statistic.
    """
    taken: set[int] = set()
    for pattern, comparator, value, unit in _COMPILED:
        for match in pattern.finditer(sentence):
            start, end = match.span("value")
            if start in taken or left_out.holds(offset + start, offset + end):
                continue
            number = value(match["value"])
            groups = match.groupdict()
            said = BEFORE.get(groups.get("before") or "")
            said = said if said and said != "~" else AFTER.get(groups.get("after") or "") or said
            taken.add(start)
            lo, hi = interval(said or comparator, number, number)
            yield Quantity(
                start=offset + start - len(groups.get("before") or ""),
                end=offset + end + len(groups.get("after") or ""),
                value_start=offset + start,
                value_end=offset + end,
                printed=match["value"],
                comparator=said or comparator,
                lo=lo,
                hi=hi,
                unit=groups.get("unit") or unit,
                worded=not re.search(r"\d", match["value"]),
            )
